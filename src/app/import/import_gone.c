// SPDX-License-Identifier: GPL-3.0-or-later
// Places that stand here from an earlier list of this header and that the list does not name any
// more. Nothing becomes of them: perhaps they are no clients any longer, perhaps the list is short.
#include <string.h>

#include "import_columns.h"
#include "import_plan.h"
#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"

const char import_list_said[] = "list";

static void mark(Target *target)
{
    if (target)
        target->listed = true;
}

/// A row that is refused may speak of any place that one of its cells names.
static void mark_refused(Plan *plan, Map *named, const ImportRow *row)
{
    for (size_t i = 0; i < row->cell_count; i++) {
        const char *cell = text_trim(row->cells[i], plan->scratch);
        if (*cell)
            map_put(named, key_company(plan, cell), plan); // there, no more
    }
}

static void mark_rows(Plan *plan, Map *refused)
{
    for (size_t i = 0; i < plan->preview->row_count; i++) {
        const PlanRow *row = &plan->rows[i];
        arena_empty(plan->scratch);
        mark(row->client);
        mark(row->site);
        mark(plan_known(plan, row->row->twin));
        if (row->row->fate == FATE_REFUSED)
            mark_refused(plan, refused, row->row);
    }
}

static const char *text_of(const Target *target, const char *field)
{
    Value value = value_of(entity_field(target->kind, field), target->record);
    return value.kind == V_TEXT ? value.text : NULL;
}

static bool is_named(Plan *plan, const Map *named, const Target *target)
{
    static const char *const fields[] = {"name", "code"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *text = text_of(target, fields[i]);
        if (text && map_get(named, key_company(plan, text)))
            return true;
    }
    return false;
}

/// A client with places is told by these.
static bool is_place(Plan *plan, const Target *target)
{
    return target->kind == &entity_site ||
           (target->kind == &entity_client &&
            !map_get(&plan->keys, key_number(plan, "sites", (int64_t)target->number)));
}

bool plan_stood_in_list(const Plan *plan, const Target *target)
{
    Value list;
    return import_base_of(&plan->bases, target->id, import_list_said, plan->scratch, &list) &&
           value_same(list, value_text(plan->preview->mapping_name));
}

/// "本店 (青葉商店)": with the client where the place is not called so.
static const char *called(const Target *target, Arena *arena)
{
    const char *name = text_of(target, "name");
    const char *client = target->client ? text_of(target->client, "name") : NULL;
    bool same = !client || text_same_folded(client, name, arena);
    return same ? arena_copy(arena, name) : arena_print(arena, "%s (%s)", name, client);
}

void plan_find_gone(Plan *plan)
{
    ImportPreview *preview = plan->preview;
    Map refused = {.arena = plan->arena};
    size_t room = 0;
    preview->gone = NULL;
    preview->gone_count = 0;
    if (preview->recipe != IMPORT_CLIENTS || import_is_of_rejects(preview))
        return;
    mark_rows(plan, &refused);
    for (size_t i = 0; i < plan->bases.count; i++) {
        const Target *target = plan_known(plan, plan->bases.rows[i].record);
        arena_empty(plan->scratch);
        if (!target || target->listed || !is_place(plan, target) ||
            !plan_stood_in_list(plan, target) || is_named(plan, &refused, target))
            continue;
        preview->gone = arena_more(preview->arena, preview->gone, preview->gone_count, &room,
                                   sizeof *preview->gone);
        preview->gone[preview->gone_count++] = called(target, preview->arena);
    }
}

const char *import_gone(const ImportPreview *preview, int columns, Arena *arena)
{
    Buffer names = {.arena = arena};
    if (preview->gone_count == 0)
        return "";
    const char *count = arena_print(arena, _("%zu no longer in the list: "), preview->gone_count);
    int room = columns - text_width(count);
    for (size_t i = 0; i < preview->gone_count && text_width(buffer_text(&names)) <= room; i++)
        buffer_print(&names, "%s%s", i ? _(", ") : "", preview->gone[i]);
    return arena_print(arena, "%s%s", count, text_fit(buffer_text(&names), room, arena));
}
