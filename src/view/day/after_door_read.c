// SPDX-License-Identifier: GPL-3.0-or-later
// After the door: what the line means so far, what its last word may become, and which day is
// proposed for the next visit.
#include <stdio.h>

#include "after_door.h"

void door_weigh(Screen *screen)
{
    Door *door = screen->door;
    Err err = {0};
    door->reasons = "";
    if (door->next_day != NONE &&
        !next_visit_reasons(screen->app, door->visit.client, door->visit.site, door->next_day,
                            door->heard_in, &door->reasons, &err))
        snprintf(door->said, sizeof door->said, "! %s", err.text);
}

/// Result and answers decide whether the cycle begins anew: the proposal follows them.
bool door_propose(Screen *screen, Err *err)
{
    Door *door = screen->door;
    NextVisitAfter after = {.client = door->visit.client,
                            .site = door->visit.site,
                            .visit = door->visits[door->at],
                            .outcome = door->outcome,
                            .spoke = door_spoke(door)};
    if (!next_visit_propose(screen->app, &after, &door->next, err))
        return false;
    door->next_day = door->next.day;
    return true;
}

int32_t door_spoke(const Door *door)
{
    if (door->outcome != OUTCOME_DELIVERY_ONLY || door->spoke != NONE)
        return door->spoke;
    for (size_t i = 0; i < door->heard.capture.count; i++)
        if (door->heard.rows[i].part->kind == CAPTURE_PERSON && door->heard.rows[i].id)
            return 1;
    return NONE;
}

static void take_heard(Door *door)
{
    door->outcome = NONE;
    door->says_next = false;
    for (size_t i = 0; i < door->heard.capture.count; i++) {
        const HeardPart *row = &door->heard.rows[i];
        if (row->part->kind == CAPTURE_OUTCOME)
            door->outcome = row->part->number;
        if (row->part->kind == CAPTURE_NEXT && !row->doubt)
            door->says_next = true;
    }
}

void door_understand(Screen *screen)
{
    Door *door = screen->door;
    Err err = {0};
    int32_t was = door->outcome, spoke = door_spoke(door);
    arena_empty(door->heard_in);
    door->warned = door->asked = door->over = false;
    *door->said = '\0';
    suggest_begin(&door->suggestions, door->line.at, door->line.at);
    if (!capture_hear(screen->app, door->line.text, &door->place, true, door->heard_in,
                      &door->heard, &err)) {
        door->heard = (Heard){.note = "", .place = door->place};
        snprintf(door->said, sizeof door->said, "! %s", err.text);
        return;
    }
    take_heard(door);
    if (!door_take_careful(screen, &err))
        snprintf(door->said, sizeof door->said, "! %s", err.text);
    line_offers(screen->app, &door->line, &door->place, true, door->heard_in, &door->suggestions);
    bool other = door->outcome != was || door_spoke(door) != spoke;
    if (other && !door_propose(screen, &err))
        snprintf(door->said, sizeof door->said, "! %s", err.text);
    door_weigh(screen);
}
