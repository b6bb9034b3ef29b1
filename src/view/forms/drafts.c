// SPDX-License-Identifier: GPL-3.0-or-later
// What was left half typed: which record has a draft, throwing it away, and saying at the start that
// there is one.
#include "drafts.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/app/find.h"
#include "mawari/base/buffer.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
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

/// Only whom it is about: what else is a record's name may be nothing for others' eyes. Of a visit whom
/// it is to.
static const char *name_of(App *app, const char *id, Arena *arena)
{
    Visit visit;
    RecordHead head = {0};
    if (!record_head(app->store, strtoll(id, NULL, 10), arena, &head, NULL))
        return "";
    if (head.kind == &entity_visit)
        return record_get(app->store, &entity_visit, head.id, arena, &visit, NULL)
                   ? app_name(app, visit.client, arena)
                   : "";
    bool is_whom = head.kind == &entity_client || head.kind == &entity_site ||
                   head.kind == &entity_contact;
    return is_whom && head.name ? head.name : "";
}

static const char *with_name(App *app, const char *what, const char *id, Arena *arena)
{
    const char *name = name_of(app, id, arena);
    return *name ? arena_print(arena, "%s %s", lang_text(what), name) : lang_text(what);
}

/// "new/client", "client/12", "door/40", "line/note/12", "phone". A line is a line, to avoid or not.
static const char *draft_words(App *app, const char *place, Arena *arena)
{
    const char *slash = strchr(place, '/'), *last = strrchr(place, '/');
    if (!slash)
        return lang_text(any_command_named("phone")->title);
    const char *first = arena_copy_bytes(arena, place, (size_t)(slash - place)), *rest = slash + 1;
    bool fresh = strcmp(first, "new") == 0;
    const Entity *kind = entity_named(fresh ? rest : first);
    if (kind && fresh)
        return arena_print(arena, _("new: %s"), lang_text(kind->title));
    if (kind)
        return with_name(app, kind->title, rest, arena);
    const char *command = strcmp(first, "door") == 0 ? "outcome" : "note";
    return with_name(app, any_command_named(command)->title, last + 1, arena);
}

void drafts_say(Screen *screen)
{
    enum { NAMED = 2 };
    Arena *arena = arena_open();
    Buffer out = {.arena = arena};
    char **places;
    size_t count;
    if (!draft_list(screen->app->store, arena, &places, &count, NULL))
        count = 0;
    for (size_t i = 0; i < count && i < NAMED; i++)
        buffer_print(&out, "%s%s", i ? _(", ") : "", draft_words(screen->app, places[i], arena));
    if (count > NAMED)
        buffer_print(&out, _(", %zu more"), count - NAMED);
    if (count)
        screen_say(screen, _("Half typed, and kept: %s"), out.text);
    arena_close(arena);
}
