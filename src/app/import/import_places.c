// SPDX-License-Identifier: GPL-3.0-or-later
// Where the records of a list would lie by their addresses: what of that is doubtful is said before
// anything is stored.
#include <string.h>

#include "import_plan.h"
#include "mawari/app/places.h"

static const Target *placed_target(const PlanRow *row)
{
    const Target *all[] = {row->site, row->record};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i] && place_is_of(all[i]->kind))
            return all[i];
    return NULL;
}

/// What a sheet would say of the record as it will be; NULL: nothing that is in doubt.
static const char *doubt_of(const Plan *plan, const Target *target)
{
    static const char *const fields[] = {"longitude", "address"};
    void *record = plan_record(plan, target);
    if (!record)
        return NULL;
    (void)app_place_record(plan->app, target->kind, target->id ? target->record : NULL, record,
                           plan->scratch);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *note = app_place_note(plan->app, target->kind,
                                          entity_own_field(target->kind, fields[i]), record,
                                          plan->scratch);
        if (note && *note == '?')
            return note;
    }
    return NULL;
}

void plan_doubt_places(const Plan *plan)
{
    ImportPreview *preview = plan->preview;
    preview->places_doubtful = 0;
    if (!app_has_gazetteer(plan->app))
        return;
    for (size_t i = 0; i < preview->row_count; i++) {
        ImportRow *row = &preview->rows[i];
        const Target *target = placed_target(&plan->rows[i]);
        arena_empty(plan->scratch);
        row->place = NULL;
        if (!target || (row->fate != FATE_NEW && row->fate != FATE_CHANGED))
            continue;
        row->place = arena_copy(preview->arena, doubt_of(plan, target));
        preview->places_doubtful += row->place != NULL;
    }
}
