// SPDX-License-Identifier: GPL-3.0-or-later
// An import from file to store: preview, storing as one step, the rows that are left.
#include "mawari/app/import.h"

#include <string.h>

#include "import_columns.h"
#include "import_plan.h"
#include "mawari/model/kinds.h"
#include "mawari/store/settings.h"

/// What `import WHAT` means: "clients", "contacts", "visits", else the name of any kind. A header as
/// `export csv` writes it makes IMPORT_RECORDS of the first three, too. ERR_USAGE when it is none.
static bool import_what(const char *what, ImportRecipe *ret, const Entity **ret_kind, Err *err)
{
    static const Entity *const lists[] = {[IMPORT_CLIENTS] = &entity_client,
                                          [IMPORT_CONTACTS] = &entity_contact,
                                          [IMPORT_VISITS] = &entity_visit};
    const Entity *kind = what ? entity_named(what) : NULL;
    size_t recipe = 0;
    while (recipe < IMPORT_RECORDS && lists[recipe] != kind)
        recipe++;
    *ret = (ImportRecipe)recipe;
    *ret_kind = kind;
    return kind ||
           err_set(err, ERR_USAGE, _("import what? clients, contacts, visits, or another kind"));
}

bool import_goes_on(const ImportPreview *preview, int percent, Err *err)
{
    return !preview->go_on || preview->go_on(preview->go_on_context, percent) ||
           err_set(err, ERR_CANCELLED, _("cancelled: nothing was imported"));
}

/// Plans without writing, on the store of one moment; the plan is kept as long as that holds.
static bool look(App *app, ImportPreview *preview, Err *err)
{
    bool begun = store_read_begin(app->store);
    preview->plan = arena_new(preview->arena, Plan);
    preview->revision = store_revision(app->store);
    bool planned = plan_make(app, preview, preview->arena, preview->plan, err);
    store_read_end(app->store, begun);
    return planned;
}

bool import_preview(App *app, const char *what, const char *file, const FieldArg *map,
                    size_t map_count, bool notes, Arena *arena, ImportPreview *ret, Err *err)
{
    ImportPreview preview = {.arena = arena,
                             .asks = ret->asks,
                             .go_on = ret->go_on,
                             .go_on_context = ret->go_on_context};
    if (!import_what(what, &preview.recipe, &preview.kind, err))
        return false;
    preview.file = arena_copy(arena, file);
    if (!import_read(&preview, err) || !import_columns(app, &preview, map, map_count, notes, err))
        return false;
    if (!preview.missing && !look(app, &preview, err))
        return false;
    *ret = preview;
    return true;
}

/// Does the plan of the preview still hold? Not when the store has changed since, by whomever, or
/// when the rep has answered a doubt.
static bool still_holds(App *app, const ImportPreview *preview)
{
    bool outside = false;
    if (!preview->plan || !store_changed_outside(app->store, &outside, NULL) || outside ||
        store_revision(app->store) != preview->revision)
        return false;
    for (size_t i = 0; i < preview->row_count; i++)
        if (preview->rows[i].same_as_twin || preview->rows[i].not_twin)
            return false;
    return true;
}

/// Looked at inside the step, and planned anew where need be: nobody can write between looking and
/// writing. A plan is written once.
static bool write_all(App *app, ImportPreview *preview, Step *step, Err *err)
{
    Plan fresh, *plan = still_holds(app, preview) ? preview->plan : NULL;
    Arena *arena = arena_open();
    bool written = plan || plan_make(app, preview, arena, &fresh, err);
    if (written) {
        plan = plan ? plan : &fresh;
        plan->preview = preview;
        preview->plan = NULL;
        written = plan_write(plan, step, err);
    }
    arena_close(arena);
    return written;
}

bool import_store(App *app, ImportPreview *preview, Err *err)
{
    Step *step;
    if (!step_begin(app->store, "import", app->now, &step, err))
        return false;
    step_is_large(step);
    const char *folder = strrchr(preview->file, '/');
    step_called(step, arena_print(preview->arena, "%s %s", preview->kind->plural,
                                  folder ? folder + 1 : preview->file));
    if (!write_all(app, preview, step, err)) {
        step_drop(step);
        return false;
    }
    if (!import_goes_on(preview, WRITTEN_PERCENT, err)) {
        step_drop(step);
        return false;
    }
    if (!step_end(step, NULL, err))
        return false;
    return !preview->mapping ||
           setting_put(app->store, preview->mapping_name, preview->mapping, err);
}
