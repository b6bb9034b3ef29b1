// SPDX-License-Identifier: GPL-3.0-or-later
// After a meeting: a question goes over its roster, one key a person.
#include "mawari/app/meetings.h"
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

static void answered(Screen *screen, const Offer *offer)
{
    if (!offer->value)
        return;
    if (*offer->value)
        screen_run_line(screen, command_named("greet"),
                        arena_print(screen->frame, "%lld %s", (long long)offer->id, offer->value));
    else
        screen_ask_about(screen, command_named("greet"), &entity_attendee, offer->id);
}

static void offer(Screen *screen, char letter, const char *text, Id id, const char *value)
{
    Offer *one = menu_offer(screen, letter, text);
    one->id = id;
    one->value = value;
}

bool greet_ask(Screen *screen)
{
    RosterRow next;
    Err err = {0};
    Id meeting = meeting_here(screen);
    if (!meeting)
        return false;
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
