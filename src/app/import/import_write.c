// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what a plan decided, and remembers what the file said.
#include <string.h>

#include "import_columns.h"
#include "import_plan.h"
#include "mawari/app/places.h"

static Value written_value(const Said *said)
{
    return said->to ? value_whole(said->to->id) : said->value;
}

static bool is_put(const Plan *plan, const Target *target, const Said *said)
{
    Verdict verdict = judge(plan, target, said);
    return verdict == VERDICT_PUT || (verdict == VERDICT_CONFLICT && said->row->same_as_twin);
}

/// A new record takes all that was said; one that is here only what was decided.
void *plan_record(const Plan *plan, const Target *target)
{
    bool changed = target->id == 0;
    void *record = arena_take(plan->scratch, target->kind->size);
    memcpy(record, target->record, target->kind->size);
    for (size_t i = 0; i < target->said_count; i++) {
        const Said *said = &target->said[i];
        bool put = target->id == 0 ? said->to || said->value.kind != V_NONE
                                   : row_is_settled(said->row) && is_put(plan, target, said);
        if (put)
            value_put(said->field, record, written_value(said), plan->scratch);
        changed = changed || put;
    }
    return changed ? record : NULL;
}

/// Decided before the values are put: judging compares with what was here.
static bool is_remembered(const Plan *plan, const Target *target, const Said *said)
{
    if (!row_is_settled(said->row))
        return false;
    if (target->id == 0)
        return said->to || said->value.kind != V_NONE;
    Value base, value = written_value(said);
    bool known = import_base_of(&plan->bases, target->id, said->field->name, plan->scratch, &base);
    if (known ? value_same(base, value) : value.kind == V_NONE)
        return false;
    bool answered = said->row->same_as_twin || said->row->not_twin;
    if (value.kind == V_NONE)
        return judge(plan, target, said) == VERDICT_PUT;
    return answered || judge(plan, target, said) != VERDICT_CONFLICT;
}

static bool put_target(Step *step, Target *target, const void *record, Err *err)
{
    if (!record)
        return true;
    if (target->id == 0 && target->uid)
        return record_put_as(step, target->kind, target->uid, record, &target->id, err);
    return record_put(step, target->kind, target->id, record, &target->id, err);
}

/// So that a place is missed when a later list of the same header is silent about it.
static bool is_new_in_list(const Plan *plan, const Target *target)
{
    bool place = target->kind == &entity_client || target->kind == &entity_site;
    return plan->preview->recipe == IMPORT_CLIENTS && place && !plan_stood_in_list(plan, target);
}

static bool remember(Plan *plan, Step *step, const Target *target, const bool *which, Err *err)
{
    ImportSaid *all = arena_array(plan->scratch, ImportSaid, target->said_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < target->said_count; i++) {
        const Said *said = &target->said[i];
        if (which[i])
            all[count++] = (ImportSaid){said->field->name, written_value(said)};
    }
    if (is_new_in_list(plan, target))
        all[count++] = (ImportSaid){import_list_said, value_text(plan->preview->mapping_name)};
    return import_base_put(step, target->id, all, count, err);
}

/// A file that says how its positions are known is taken at its word.
static bool says_level(const Target *target)
{
    for (size_t i = 0; i < target->said_count; i++)
        if (strcmp(target->said[i].field->name, "position_level") == 0)
            return true;
    return false;
}

static bool write_target(Plan *plan, Step *step, Target *target, Err *err)
{
    if (!target || target->written)
        return true;
    target->written = true;
    bool *remembered = arena_array(plan->scratch, bool, target->said_count);
    for (size_t i = 0; i < target->said_count; i++)
        remembered[i] = is_remembered(plan, target, &target->said[i]);
    void *record = plan_record(plan, target);
    const void *before = target->id ? target->record : NULL;
    if (record && !says_level(target))
        (void)app_place_record(plan->app, target->kind, before, record, plan->scratch);
    return put_target(step, target, record, err) && remember(plan, step, target, remembered, err);
}

static bool write_note(Plan *plan, Step *step, const PlanRow *row, Err *err)
{
    if (!plan_brings_notes(plan, row))
        return true;
    Note note;
    Id core = plan_core(plan, row)->id;
    const ImportSaid said = {"notes", value_text(row->extra)};
    record_blank(&entity_note, &note, plan->app->today, plan->scratch);
    note.on = core;
    note.text = row->extra;
    return record_put(step, &entity_note, 0, &note, NULL, err) &&
           import_base_put(step, core, &said, 1, err);
}

static bool write_row(Plan *plan, Step *step, const PlanRow *row, Err *err)
{
    bool notes = plan_brings_notes(plan, row); // before its record has an id
    return write_target(plan, step, row->client, err) && write_target(plan, step, row->site, err) &&
           write_target(plan, step, row->contact, err) &&
           write_target(plan, step, row->post, err) && write_target(plan, step, row->visit, err) &&
           write_target(plan, step, row->record, err) &&
           (!notes || write_note(plan, step, row, err));
}

static bool write_rows(Plan *plan, Step *step, Err *err)
{
    size_t count = plan->preview->row_count;
    for (size_t i = 0; i < count; i++) {
        const PlanRow *row = &plan->rows[i];
        int percent = (int)(i * WRITTEN_PERCENT / count);
        if (i % MATCHED_ROWS == 0 && !import_goes_on(plan->preview, percent, err))
            return false;
        arena_empty(plan->scratch);
        if (row_is_settled(row->row) && !write_row(plan, step, row, err))
            return err_while(err, _("%s, line %zu"), plan->preview->file, row->row->line);
    }
    return true;
}

bool plan_write(Plan *plan, Step *step, Err *err)
{
    plan->scratch = arena_open();
    bool written = write_rows(plan, step, err);
    arena_close(plan->scratch);
    plan->scratch = NULL;
    return written;
}
