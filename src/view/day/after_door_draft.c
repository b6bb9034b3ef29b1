// SPDX-License-Identifier: GPL-3.0-or-later
// The draft of a report: the numbers of what is ticked, then the line, then how it was.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "after_door.h"
#include "mawari/store/settings.h"

const char *door_draft_place(const Door *door, Arena *arena)
{
    return arena_print(arena, "door/%lld", (long long)door->visits[door->at]);
}

const char *door_ticked_ids(const Door *door, Arena *arena)
{
    Buffer ids = {.arena = arena};
    for (size_t i = 0; i < door->here_count; i++)
        if (door_is_ticked(door, i))
            buffer_print(&ids, "%s%lld", ids.size ? " " : "", (long long)door->here[i].id);
    return arena_copy(arena, buffer_text(&ids));
}

const char *door_state(const Door *door, Arena *arena)
{
    Buffer ids = {.arena = arena};
    for (size_t i = 0; i < door->here_count; i++) // whatever the digit is now
        if (door->here[i].ticked)
            buffer_print(&ids, "%s%lld", ids.size ? " " : "", (long long)door->here[i].id);
    return arena_print(arena, "%s\n%s%s", buffer_text(&ids), door->line.text,
                       door_temper_state(door, arena));
}

bool door_is_unsaved(const Screen *screen)
{
    return screen->door && screen->door->unsaved;
}

void door_keep(Screen *screen)
{
    Door *door = screen->door;
    if (!door_is_unsaved(screen))
        return;
    Arena *arena = arena_open();
    const char *place = door_draft_place(door, arena), *state = door_state(door, arena);
    bool something = strcmp(state, door->began) != 0;
    if (something ? draft_put(screen->app->store, place, state, screen->app->now, NULL)
                  : draft_drop(screen->app->store, place, NULL))
        door->unsaved = false;
    arena_close(arena);
}

void door_say(Screen *screen, const char *text)
{
    snprintf(screen->door->said, sizeof screen->door->said, "%s", text);
}

static void door_tick(Door *door, Id id)
{
    for (size_t i = 0; i < door->here_count; i++)
        if (door->here[i].id == id)
            door->here[i].ticked = true;
}

void door_resume(Screen *screen)
{
    Door *door = screen->door;
    const char *draft = NULL;
    if (!draft_get(screen->app->store, door_draft_place(door, door->arena), door->arena, &draft,
                   NULL) ||
        !draft)
        return;
    const char *line = strchr(draft, '\n');
    for (size_t i = 0; i < door->here_count; i++)
        door->here[i].ticked = false;
    for (char *end; line && draft < line; draft = end) {
        Id id = strtoll(draft, &end, 10);
        if (end == draft)
            break;
        door_tick(door, id);
    }
    line = line ? line + 1 : "";
    const char *temper = strchr(line, '\n');
    line_set(&door->line,
             temper ? arena_copy_bytes(door->arena, line, (size_t)(temper - line)) : line);
    if (temper)
        door_temper_resume(door, temper + 1, door->arena);
    door->stage = door->line.size ? DOOR_LINE : DOOR_OPEN_HERE;
    screen_say(screen, _("Going on with the draft"));
}
