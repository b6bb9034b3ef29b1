// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what a plan decided, and remembers what the file said.
#include <string.h>

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
static bool put_values(const Plan *plan, Target *target)
{
    bool changed = target->id == 0;
    void *record = arena_take(plan->arena, target->kind->size);
    memcpy(record, target->record, target->kind->size);
    for (size_t i = 0; i < target->said_count; i++) {
        const Said *said = &target->said[i];
        bool put = target->id == 0 ? said->to || said->value.kind != V_NONE
                                   : row_is_settled(said->row) && is_put(plan, target, said);
        if (put)
            value_put(said->field, record, written_value(said), plan->arena);
        changed = changed || put;
    }
    target->record = record;
    return changed;
}

/// Decided before the values are put: judging compares with what was here.
static bool is_remembered(const Plan *plan, const Target *target, const Said *said)
{
    if (!row_is_settled(said->row))
        return false;
    if (target->id == 0)
        return said->to || said->value.kind != V_NONE;
    const ImportBase *base = import_base_of(&plan->bases, target->id, said->field->name);
    Value value = written_value(said);
    if (base ? value_same(base->value, value) : value.kind == V_NONE)
        return false;
    bool answered = said->row->same_as_twin || said->row->not_twin;
    if (value.kind == V_NONE)
        return judge(plan, target, said) == VERDICT_PUT;
    return answered || judge(plan, target, said) != VERDICT_CONFLICT;
}

static bool put_target(Step *step, Target *target, Err *err)
{
    if (target->id == 0 && target->uid)
        return record_put_as(step, target->kind, target->uid, target->record, &target->id, err);
    return record_put(step, target->kind, target->id, target->record, &target->id, err);
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
    bool *remembered = arena_array(plan->arena, bool, target->said_count);
    for (size_t i = 0; i < target->said_count; i++)
        remembered[i] = is_remembered(plan, target, &target->said[i]);
    const void *before = target->id ? target->record : NULL;
    if (put_values(plan, target)) {
        if (!says_level(target))
            (void)app_place_record(plan->app, target->kind, before, target->record, plan->arena);
        if (!put_target(step, target, err))
            return false;
    }
    for (size_t i = 0; i < target->said_count; i++) {
        const Said *said = &target->said[i];
        if (remembered[i] &&
            !import_base_put(step, target->id, said->field->name, written_value(said), err))
            return false;
    }
    return true;
}

static bool write_note(Plan *plan, Step *step, const PlanRow *row, Err *err)
{
    if (!plan_brings_notes(plan, row))
        return true;
    Note note;
    Id core = plan_core(plan, row)->id;
    record_blank(&entity_note, &note, plan->app->today, plan->arena);
    note.on = core;
    note.text = row->extra;
    return record_put(step, &entity_note, 0, &note, NULL, err) &&
           import_base_put(step, core, "notes", value_text(row->extra), err);
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

bool plan_write(Plan *plan, Step *step, Err *err)
{
    for (size_t i = 0; i < plan->preview->row_count; i++) {
        const PlanRow *row = &plan->rows[i];
        if (row_is_settled(row->row) && !write_row(plan, step, row, err))
            return err_while(err, _("%s, line %zu"), plan->preview->file, row->row->line);
    }
    return true;
}
