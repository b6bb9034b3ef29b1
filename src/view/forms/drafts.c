// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that were left half typed: which record has one, and throwing it away.
#include "drafts.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/model/kinds.h"
#include "mawari/store/settings.h"

char *draft_place(const Entity *kind, Id id, Arena *arena)
{
    return id ? arena_print(arena, "%s/%lld", kind->name, (long long)id)
              : arena_print(arena, "new/%s", kind->name);
}

void drafts_read(App *app, const Entity *kind, Drafts *ret)
{
    Arena *arena = arena_open();
    char **places;
    size_t count, name = strlen(kind->name);
    *ret = (Drafts){0};
    if (!draft_list(app->store, arena, &places, &count, NULL))
        count = 0;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(places[i], draft_place(kind, 0, arena)) == 0)
            ret->of_new = true;
        else if (strncmp(places[i], kind->name, name) == 0 && places[i][name] == '/' &&
                 ret->count < DRAFTS)
            ret->ids[ret->count++] = strtoll(places[i] + name + 1, NULL, 10);
    }
    arena_close(arena);
}

bool drafts_have(const Drafts *drafts, Id id)
{
    for (size_t i = 0; i < drafts->count; i++)
        if (drafts->ids[i] == id)
            return true;
    return false;
}

/// Where the draft of what is chosen would be, else that of a new record of this pane.
const char *draft_here(const Screen *screen, Arena *arena)
{
    const Pane *pane = screen_pane(screen);
    const Entity *kind = pane->at ? pane->at_kind : pane->kind;
    Id id = pane->at ? pane->at : pane->subject;
    const Entity *fresh = pane->kind ? pane->kind : &entity_visit;
    const char *places[] = {kind && id ? draft_place(kind, id, arena) : NULL,
                            draft_place(fresh, 0, arena)};
    for (size_t i = 0; i < 2; i++) {
        const char *draft = NULL;
        if (places[i] && draft_get(screen->app->store, places[i], arena, &draft, NULL) && draft)
            return places[i];
    }
    return NULL;
}

void draft_throw_away(Screen *screen)
{
    Err err = {0};
    const char *place = draft_here(screen, screen->frame);
    if (!place)
        screen_say(screen, _("There is no draft here"));
    else if (draft_drop(screen->app->store, place, &err))
        screen_say(screen, _("The draft is gone; the record is as it was"));
    else
        screen_fail(screen, &err);
    screen_stale(screen);
}
