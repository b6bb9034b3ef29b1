// SPDX-License-Identifier: GPL-3.0-or-later
// Why a command cannot run here and now: the palette and the menus show it dim, with the reason.
#include <string.h>

#include "day/today.h"
#include "forms/drafts.h"
#include "mawari/app/usage.h"
#include "mawari/base/buffer.h"
#include "mawari/model/kinds.h"
#include "mawari/store/journal.h"
#include "mawari/store/record.h"

/// The first few: it stands in one row.
static const char *only_for(const KindSet *kinds, Arena *arena)
{
    enum { NAMED = 4 };
    Buffer names = {.arena = arena};
    for (size_t i = 0; i < kinds->count && i < NAMED; i++)
        buffer_print(&names, "%s%s", i ? _(", ") : "", lang_text(kinds->kinds[i]->title));
    buffer_add(&names, kinds->count > NAMED ? " …" : "");
    return arena_print(arena, _("only for: %s"), buffer_text(&names));
}

/// Marks may be of several kinds: the command says itself what it makes of the others.
static bool any_fits(const Screen *screen, const KindSet *kinds, const Id *ids, size_t count,
                     Arena *arena)
{
    RecordHead head;
    for (size_t i = 0; i < count; i++)
        if (record_head(screen->app->store, ids[i], arena, &head, NULL) &&
            kinds_hold(kinds, head.kind))
            return true;
    return false;
}

/// On a visit another one to the same place is planned, though nobody would name a visit for it.
static bool stands_for_its_place(const Command *command, const Entity *kind)
{
    return kind == &entity_visit && command == command_named("visit");
}

/// A topic is ticked off for whoever has heard it: the screen asks who.
static bool is_told(const Command *command, const Entity *kind, size_t count)
{
    return kind == &entity_topic && count == 1 && command == command_named("tick");
}

/// The first record that the usage names must be what is chosen.
static const char *record_missing(const Screen *screen, const Command *command, Arena *arena)
{
    const Entity *kind;
    const Id *ids;
    size_t count = screen_chosen_for(screen, command, &kind, &ids);
    Usage usage = usage_parse(command->usage, arena);
    for (size_t i = 0; i < usage.count; i++) {
        const UsagePart *part = &usage.parts[i];
        if (part->take != TAKE_ID || part->optional)
            continue;
        if (count == 0)
            return _("choose a record first");
        bool fits = !part->kinds || kinds_hold(part->kinds, kind) ||
                    stands_for_its_place(command, kind) || is_told(command, kind, count) ||
                    (count > 1 && any_fits(screen, part->kinds, ids, count, arena));
        return fits ? NULL : only_for(part->kinds, arena);
    }
    return NULL;
}

static const char *needs_list(const Screen *screen)
{
    return screen_pane(screen)->what == &pane_list ? NULL : _("only in lists");
}

static const char *needs_record(const Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    bool has = pane->at || pane->subject || pane->what->enter;
    return has ? NULL : _("choose a record first");
}

/// A sheet has rows that only say something.
static const char *needs_opening(const Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    Id *unwritten;
    bool opens = pane->at || pane->opens || pane->what->enter ||
                 today_to_write(pane, screen->frame, &unwritten);
    return opens ? NULL : _("there is nothing to open here");
}

/// Help, settings and what a command printed have nothing new and nothing to edit.
static const char *needs_kind(const Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    return pane->kind || pane->at || pane->what->text || floor_pane_shows(pane)
               ? NULL
               : _("not in this pane");
}

static const char *needs_edited(const Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    const Entity *kind = pane->at ? pane->at_kind : pane->subject ? pane->kind : NULL;
    if (!kind)
        return _("choose a record first");
    return entity_is_lasting(kind) ? _("this stays; a later entry may strike it out") : NULL;
}

static const char *needs_day(const Screen *screen)
{
    bool has = screen_pane(screen)->what->text && !screen_is_empty(screen);
    return has ? NULL : _("this pane has no day");
}

static const char *needs_sheet(const Screen *screen)
{
    return screen->sheet_count ? NULL : _("only with a record open");
}

static const char *needs_undo(const Screen *screen)
{
    StepInfo next;
    return journal_next_undo(screen->app->store, screen->frame, &next, NULL)
               ? NULL
               : _("there is nothing to take back");
}

static const char *needs_draft(const Screen *screen)
{
    return draft_here(screen, screen->frame) ? NULL : _("there is no draft here");
}

static const struct {
    const char *command;
    const char *(*why)(const Screen *screen);
} needs[] = {
    {"filter", needs_list},    {"views", needs_list},    {"open", needs_opening},
    {"edit", needs_edited},    {"mark", needs_record},   {"day-before", needs_day},
    {"day-after", needs_day},  {"next", needs_sheet},    {"previous", needs_sheet},
    {"take-back", needs_undo}, {"new-here", needs_kind}, {"drop-draft", needs_draft},
};

// --- what the chosen record itself forbids

static const char *needs_tag(const Screen *screen, Id id, bool archived, Arena *arena)
{
    (void)archived;
    Id *ids;
    size_t count = 0;
    return record_ids_by(screen->app->store, &entity_tag, entity_field(&entity_tag, "on"), id,
                         arena, &ids, &count, NULL) &&
                   count > 0
               ? NULL
               : _("it has no tag");
}

static const char *needs_archived(const Screen *screen, Id id, bool archived, Arena *arena)
{
    (void)screen, (void)id, (void)arena;
    return archived ? NULL : _("it is not in the archive");
}

static const char *needs_kept(const Screen *screen, Id id, bool archived, Arena *arena)
{
    (void)screen, (void)id, (void)arena;
    return archived ? _("it is in the archive already") : NULL;
}

static const struct {
    const char *command;
    const char *(*why)(const Screen *screen, Id id, bool archived, Arena *arena);
} forbids[] = {{"untag", needs_tag}, {"unarchive", needs_archived}, {"archive", needs_kept}};

/// Of several marked ones the command says itself what it makes of each.
static const char *forbidden(const Screen *screen, const Command *command, Arena *arena)
{
    const Entity *kind;
    const Id *ids;
    RecordHead head;
    if (screen_chosen_for(screen, command, &kind, &ids) != 1 ||
        !record_head(screen->app->store, ids[0], arena, &head, NULL))
        return NULL;
    for (size_t i = 0; i < sizeof forbids / sizeof *forbids; i++)
        if (strcmp(forbids[i].command, command->name) == 0)
            return forbids[i].why(screen, ids[0], head.archived, arena);
    return NULL;
}

const char *command_blocked(const Screen *screen, const Command *command, Arena *arena)
{
    if (strcmp(command->name, "outcome") == 0 && door_may_open(screen, arena))
        return NULL;
    if (command->act) {
        const char *missing = record_missing(screen, command, arena);
        return missing ? missing : forbidden(screen, command, arena);
    }
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
        if (strcmp(needs[i].command, command->name) == 0)
            return needs[i].why(screen);
    return NULL;
}
