// SPDX-License-Identifier: GPL-3.0-or-later
// Three values tell what becomes of a field: what the file says, what it said last, what is here.
#include <string.h>

#include "import_plan.h"
#include "mawari/app/places.h"
#include "mawari/base/text.h"
#include "mawari/model/rules.h"

enum { NOT_YET = -1 }; // a reference to a record that is still to be made

static Value said_value(const Said *said)
{
    if (!said->to)
        return said->value;
    return value_whole(said->to->id ? said->to->id : NOT_YET);
}

/// Spelt another way only: the rep's spelling stays.
static bool is_alike(const Field *field, Value a, Value b, Arena *arena)
{
    if (a.kind != V_TEXT || b.kind != V_TEXT)
        return false;
    if (field->type == T_PHONE)
        return strcmp(text_digits(a.text, arena), text_digits(b.text, arena)) == 0;
    return strcmp(text_company(a.text, arena), text_company(b.text, arena)) == 0;
}

static Verdict judge_empty(const Field *field, Value base, Value here)
{
    bool emptied = base.kind != V_NONE && value_same(base, here);
    return emptied && !(field->flags & (NEEDED | KEY)) ? VERDICT_PUT : VERDICT_LEAVE;
}

Verdict judge(const Plan *plan, const Target *target, const Said *said)
{
    const Field *field = said->field;
    Value here = value_of(field, target->record), file = said_value(said), base = value_none();
    if (value_same(here, file))
        return VERDICT_LEAVE;
    if (target->untouched)
        return VERDICT_PUT;
    bool known = import_base_of(&plan->bases, target->id, field->name, plan->scratch, &base);
    if (file.kind == V_NONE)
        return judge_empty(field, base, here);
    if (known && value_same(base, file))
        return VERDICT_LEAVE; // the rep's own
    if (place_is_looked_up(target->kind, field, target->record))
        return VERDICT_PUT; // nobody typed it
    if (known ? value_same(base, here) : here.kind == V_NONE)
        return VERDICT_PUT;
    if (!known && is_alike(field, here, file, plan->scratch))
        return VERDICT_LEAVE;
    return VERDICT_CONFLICT;
}

static const char *shown(Plan *plan, const Said *said, Value value)
{
    bool reference = field_is_reference(said->field);
    if (reference && value.kind == V_WHOLE && value.whole > 0)
        return app_name(plan->app, value.whole, plan->scratch);
    if (reference)
        return said->to ? ((const Client *)said->to->record)->name : "";
    return value_shown(said->field, value, &plan->context, plan->scratch);
}

static void doubt_conflict(Plan *plan, PlanRow *row, const Target *target, const Said *said)
{
    Value here = value_of(said->field, target->record);
    row_doubt(plan, row, target->id, _("%s: here “%s”, in the file “%s”"),
              lang_text(said->field->title), shown(plan, said, here),
              shown(plan, said, said_value(said)));
}

/// "Telephone: 011-222-3333 → 011-444-5555", behind what else the row changes.
static void note_change(Plan *plan, const Target *target, const Said *said, const char **whys)
{
    if (said->field->flags & HIDDEN)
        return;
    *whys = arena_print(plan->preview->arena, "%s%s%s: %s → %s", *whys ? *whys : "",
                        *whys ? _(", ") : "", lang_text(said->field->title),
                        shown(plan, said, value_of(said->field, target->record)),
                        shown(plan, said, said_value(said)));
}

/// What this row changes of a target that is in the store.
static bool changes(Plan *plan, PlanRow *row, const Target *target, const char **whys)
{
    bool changed = false;
    for (size_t i = 0; i < target->said_count; i++) {
        const Said *said = &target->said[i];
        if (said->row != row->row)
            continue;
        Verdict verdict = judge(plan, target, said);
        if (verdict == VERDICT_CONFLICT && !row->row->same_as_twin && !row->row->not_twin)
            doubt_conflict(plan, row, target, said);
        if (verdict == VERDICT_PUT)
            note_change(plan, target, said, whys);
        changed = changed || verdict == VERDICT_PUT ||
                  (verdict == VERDICT_CONFLICT && row->row->same_as_twin);
    }
    return changed;
}

/// Contradictions within a record are said for the row, not only when it is written.
static bool is_consistent(Plan *plan, PlanRow *row, const Target *target)
{
    void *record = arena_take(plan->scratch, target->kind->size);
    memcpy(record, target->record, target->kind->size);
    for (size_t i = 0; i < target->said_count; i++)
        if (!target->said[i].to && target->said[i].value.kind != V_NONE)
            value_put(target->said[i].field, record, target->said[i].value, plan->scratch);
    Err err = {0};
    return record_consistent(target->kind, record, &err) || row_refuse(plan, row, "%s", err.text);
}

static bool made_by(const Target *target, const PlanRow *row)
{
    return target->id == 0 && target->said_count > 0 && target->said[0].row == row->row;
}

/// What the row is about.
Target *plan_core(const Plan *plan, const PlanRow *row)
{
    if (plan->preview->recipe == IMPORT_VISITS)
        return row->visit;
    if (plan->preview->recipe == IMPORT_CONTACTS)
        return row->contact;
    if (plan->preview->recipe == IMPORT_RECORDS)
        return row->record;
    return row->site ? row->site : row->client;
}

bool plan_brings_notes(const Plan *plan, const PlanRow *row)
{
    const Target *core = plan_core(plan, row);
    Value base;
    return row->extra && plan->preview->recipe != IMPORT_VISITS &&
           !(import_base_of(&plan->bases, core->id, "notes", plan->scratch, &base) &&
             value_same(base, value_text(row->extra)));
}

void judge_row(Plan *plan, PlanRow *row)
{
    Target *const targets[] = {row->client, row->site,  row->contact,
                               row->post,   row->visit, row->record};
    const Target *core = plan_core(plan, row);
    bool changed = plan_brings_notes(plan, row), made = made_by(core, row);
    const char *whys = NULL;
    if (row->row->fate == FATE_DOUBTFUL)
        row->row->fate = FATE_UNCHANGED; // it was answered
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        const Target *target = targets[i];
        if (!target)
            continue;
        if (!is_consistent(plan, row, target))
            return;
        changed = changed || made_by(target, row);
        changed = (target->id != 0 && changes(plan, row, target, &whys)) || changed;
    }
    if (row->row->fate == FATE_DOUBTFUL)
        return;
    row->row->twin = core->id;
    row->row->fate = made ? FATE_NEW : changed ? FATE_CHANGED : FATE_UNCHANGED;
    if (row->row->fate == FATE_CHANGED)
        row->row->why = whys;
}
