// SPDX-License-Identifier: GPL-3.0-or-later
// After a meeting: a question goes over its roster, one key a person.
#include <stdio.h>

#include "ground/waiting.h"
#include "mawari/app/meetings.h"
#include "mawari/base/lang.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "shell.h"

/// The meeting under the cursor, whose sheet it is, or of whose roster one is chosen; 0: none.
static Id meeting_here(Screen *screen)
{
    const Entity *kind;
    const Id *ids;
    Attendee one;
    const Pane *pane = screen_pane(screen);
    if (pane->subject && pane->kind == &entity_meeting)
        return pane->subject;
    if (screen_chosen(screen, &kind, &ids) != 1)
        return 0;
    if (kind == &entity_meeting)
        return ids[0];
    bool known = kind == &entity_attendee &&
                 record_get(screen->app->store, kind, ids[0], screen->frame, &one, NULL);
    return known ? one.meeting : 0;
}

/// The one that is asked about is not the one under the cursor.
static void note(Screen *screen, Id one, const char *answer)
{
    const Args args = {.ids = &one, .id_count = 1, .text = answer, .day = NONE, .minute = NONE};
    Effect effect = {0};
    Err err = {0};
    if (waiting_run(screen, command_named("greet"), &args, &effect, &err)) {
        screen_effect(screen, &effect);
        (void)greet_ask(screen);
    } else if (err.kind != ERR_NONE)
        screen_fail(screen, &err);
}

/// The word is asked for below the name of who said it.
static void ask_word(Screen *screen, Id id)
{
    Attendee one;
    const Command *greet = command_named("greet");
    if (!record_get(screen->app->store, &entity_attendee, id, screen->frame, &one, NULL))
        return;
    screen_ask_about(screen, greet, &entity_attendee, id);
    snprintf(screen->prompt.title, sizeof screen->prompt.title, "%s %s", lang_text(greet->title),
             screen_name_of(screen, one.who));
}

static void answered(Screen *screen, const Offer *offer)
{
    if (offer->value && *offer->value)
        note(screen, offer->id, offer->value);
    else if (offer->value)
        ask_word(screen, offer->id);
}

static void offer(Screen *screen, char letter, const char *text, Id id, const char *value)
{
    Offer *one = menu_offer(screen, letter, text);
    one->id = id;
    one->value = value;
}

/// Nobody was greeted yet where the meeting is still to come: what can be done now is said.
static bool is_to_come(Screen *screen, Id id)
{
    Meeting meeting;
    App *app = screen->app;
    if (!record_get(app->store, &entity_meeting, id, screen->frame, &meeting, NULL) ||
        meeting.day == NONE || meeting.day <= app->today)
        return false;
    screen_say(screen, _("%s is on %s: until then r shows who comes"), meeting.title,
               day_text(meeting.day, app->today, screen->frame));
    return true;
}

bool greet_ask(Screen *screen)
{
    RosterRow next;
    Err err = {0};
    Id meeting = meeting_here(screen);
    if (!meeting)
        return false;
    if (is_to_come(screen, meeting))
        return true;
    if (!meeting_next(screen->app, meeting, screen->frame, &next, &err)) {
        screen_fail(screen, &err);
        return true;
    }
    if (!next.id) {
        screen_say(screen, _("All of the roster are noted"));
        return true;
    }
    screen_menu(screen, MODE_QUESTION, arena_print(screen->frame, _("%s: greeted?"), next.name),
                answered);
    offer(screen, '1', _("greeted"), next.id, "yes");
    offer(screen, '2', _("not greeted"), next.id, "no");
    offer(screen, '3', _("a word was exchanged"), next.id, "");
    offer(screen, '0', _("stop here"), next.id, NULL);
    return true;
}
