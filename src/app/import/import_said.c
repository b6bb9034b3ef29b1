// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of a file say of one record: the first row is believed, a later one must agree.
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "import_plan.h"
#include "mawari/base/text.h"

static bool tell(Plan *plan, PlanRow *row, RowFate fate, const char *format, va_list arguments)
{
    char sentence[512];
    vsnprintf(sentence, sizeof sentence, format, arguments);
    row->row->fate = fate;
    row->row->why = arena_copy(plan->preview->arena, sentence);
    return false;
}

bool row_refuse(Plan *plan, PlanRow *row, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    tell(plan, row, FATE_REFUSED, format, arguments);
    va_end(arguments);
    return false;
}

bool row_doubt(Plan *plan, PlanRow *row, Id twin, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    tell(plan, row, FATE_DOUBTFUL, format, arguments);
    va_end(arguments);
    row->row->twin = twin;
    return false;
}

bool row_is_settled(const ImportRow *row)
{
    bool answered = row->same_as_twin || row->not_twin;
    return row->fate != FATE_REFUSED && (row->fate != FATE_DOUBTFUL || answered);
}

static Said *said_of(Target *target, const Field *field)
{
    for (size_t i = 0; i < target->said_count; i++)
        if (target->said[i].field == field)
            return &target->said[i];
    return NULL;
}

/// All that the columns can say of a kind, and the references that a recipe adds: room at once.
static size_t most_said(const Plan *plan, const Entity *kind)
{
    enum { REFERENCES = 3 };
    size_t most = REFERENCES;
    for (size_t i = 0; i < plan->preview->column_count; i++)
        most += plan->preview->columns[i].kind == kind;
    return most;
}

static void add_said(Plan *plan, Target *target, Said said)
{
    if (!target->said) {
        target->said_room = most_said(plan, target->kind);
        target->said = arena_array(plan->arena, Said, target->said_room);
    }
    target->said = arena_more(plan->arena, target->said, target->said_count, &target->said_room,
                              sizeof *target->said);
    target->said[target->said_count++] = said;
}

static bool agrees(Value a, Value b, Arena *arena)
{
    if (a.kind == V_TEXT && b.kind == V_TEXT)
        return text_same_folded(a.text, b.text, arena);
    return value_same(a, b);
}

bool say(Plan *plan, PlanRow *row, Target *target, const Field *field, Value value)
{
    Said *before = said_of(target, field);
    if (!before) {
        add_said(plan, target, (Said){.field = field, .value = value, .row = row->row});
        return true;
    }
    if (before->value.kind == V_NONE)
        *before = (Said){.field = field, .value = value, .row = row->row};
    if (value.kind == V_NONE || agrees(before->value, value, plan->scratch))
        return true;
    row_doubt(plan, row, target->id, _("%s: line %zu says “%s”"), lang_text(field->title),
              before->row->line, value_shown(field, before->value, &plan->context, plan->scratch));
    return row_is_settled(row->row);
}

bool say_reference(Plan *plan, PlanRow *row, Target *target, const Field *field, Target *to)
{
    Said *before = said_of(target, field);
    if (!to || (before && before->to == to))
        return true;
    if (before) {
        row_doubt(plan, row, target->id, _("%s: line %zu says otherwise"), lang_text(field->title),
                  before->row->line);
        return row_is_settled(row->row);
    }
    add_said(plan, target, (Said){.field = field, .to = to, .row = row->row});
    return true;
}

bool say_columns(Plan *plan, PlanRow *row, Target *target, const char *but)
{
    const ImportPreview *preview = plan->preview;
    bool good = true;
    for (size_t i = 0; i < preview->column_count; i++) {
        const ImportColumn *column = &preview->columns[i];
        bool wanted = column->kind == target->kind && column->field &&
                      column->tells == TELLS_VALUE &&
                      (!but || strcmp(column->field->name, but) != 0);
        if (wanted)
            good = say(plan, row, target, column->field, row->values[i]) && good;
    }
    return good;
}

Value row_value(const Plan *plan, const PlanRow *row, const Entity *kind, const char *field)
{
    const ImportPreview *preview = plan->preview;
    for (size_t i = 0; i < preview->column_count; i++) {
        const ImportColumn *column = &preview->columns[i];
        if (column->kind == kind && column->field && column->tells == TELLS_VALUE &&
            strcmp(column->field->name, field) == 0)
            return row->values[i];
    }
    return value_none();
}

const char *row_text(const Plan *plan, const PlanRow *row, const Entity *kind, const char *field)
{
    Value value = row_value(plan, row, kind, field);
    return value.kind == V_TEXT ? value.text : NULL;
}
