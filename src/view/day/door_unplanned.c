// SPDX-License-Identifier: GPL-3.0-or-later
// After a door that nobody had planned: where no visit waits to be written it is asked whether one was
// there today. A visit is planned for it, and goes again when nothing is written.
#include <string.h>

#include "after_door.h"
#include "mawari/store/journal.h"
#include "mawari/store/record.h"

static void write_today(Screen *screen, Id who)
{
    Effect effect = {0};
    Err err = {0};
    const Args args = {.ids = &who, .id_count = 1, .day = screen->app->today, .minute = NONE};
    if (!command_run(screen->app, command_named("visit"), &args, &effect, &err)) {
        screen_fail(screen, &err);
        return;
    }
    screen_stale(screen);
    if (door_open(screen, &effect.id, 1))
        screen->door->unplanned = true;
}

static void answered(Screen *screen, const Offer *offer)
{
    if (offer->letter == '1')
        write_today(screen, offer->id);
    else
        screen_ask_about(screen, command_named("visit"), offer->kind, offer->id);
}

/// Whom a record of `kind` is about: itself, or its client; 0: nobody.
static Id whom(Screen *screen, const Entity *kind, Id id, const Entity **ret)
{
    *ret = kind;
    if (kind == &entity_client || kind == &entity_site || kind == &entity_contact)
        return id;
    Id client;
    *ret = &entity_client;
    return record_reference(screen->app->store, kind, id, "client", &client, NULL) ? client : 0;
}

bool door_ask_unplanned(Screen *screen, const Entity *kind, Id id)
{
    Id who = whom(screen, kind, id, &kind);
    if (!who)
        return false;
    screen_menu(screen, MODE_QUESTION,
                arena_print(screen->frame, _("%s: no visit waits to be written"),
                            screen_name_of(screen, who)),
                answered);
    static const char *const answers[] = {N_("I was there today: write it"), N_("plan a visit")};
    for (size_t i = 0; i < 2; i++) {
        Offer *offer = menu_offer(screen, menu_letter(i), lang_text(answers[i]));
        offer->id = who;
        offer->kind = kind;
    }
    return true;
}

void door_drop_unplanned(Screen *screen, Id visit)
{
    StepInfo step;
    Effect effect = {0};
    Visit still;
    bool last = journal_next_undo(screen->app->store, screen->frame, &step, NULL) && step.mine &&
                strcmp(step.command, "visit") == 0 &&
                record_get(screen->app->store, &entity_visit, visit, screen->frame, &still, NULL) &&
                still.outcome == NONE;
    const Args none = {.day = NONE, .minute = NONE};
    if (last && command_run(screen->app, command_named("undo"), &none, &effect, NULL))
        screen_stale(screen);
}
