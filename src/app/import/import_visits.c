// SPDX-License-Identifier: GPL-3.0-or-later
// Last year's daily reports: a row becomes a visit that is over, at a client that is known.
#include <string.h>

#include "import_plan.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

static const Field *field_of(const char *name)
{
    return entity_field(&entity_visit, name);
}

/// 山田課長 is 山田 太郎 when only one 山田 is known there.
static Target *by_surname(Plan *plan, const PlanRow *row, const char *written)
{
    const MapEntry *entry = map_get(&plan->keys,
                                    key_number(plan, "people", (int64_t)row->client->number));
    const char *folded = text_fold(written, plan->scratch);
    Target *found = NULL;
    for (; entry; entry = entry->next) {
        const Contact *contact = ((Target *)entry->value)->record;
        const char *name = text_fold(contact->name, plan->scratch);
        size_t size = strcspn(name, " ");
        if (size == 0 || strncmp(folded, name, size) != 0)
            continue;
        if (found && found != entry->value)
            return NULL;
        found = entry->value;
    }
    return found;
}

/// The person, if known there; any other name is kept with the text.
static const char *match_partner(Plan *plan, PlanRow *row)
{
    const char *written = row_text(plan, row, &entity_contact, "name");
    if (!written)
        return NULL;
    const MapEntry *known = map_get(&plan->keys, key_under(plan, "person", row->client, written));
    row->contact = known ? known->value : by_surname(plan, row, written);
    return row->contact ? NULL : written;
}

static const char *whole_text(Plan *plan, PlanRow *row, const char *stranger)
{
    const char *text = row_text(plan, row, &entity_visit, "text");
    const char *parts[] = {stranger, text, row->extra};
    Buffer whole = {.arena = plan->arena};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i])
            buffer_print(&whole, "%s%s", whole.size ? "\n" : "", parts[i]);
    return whole.size ? whole.text : NULL;
}

static bool is_planned_only(const Visit *visit)
{
    return visit->outcome == NONE && visit->arrived == NO_MOMENT && !visit->text;
}

static bool is_same_text(const char *a, const char *b, Arena *arena)
{
    return a && b ? text_same_folded(a, b, arena) : a == b;
}

/// The visit of that day that says the same, else one that was only planned.
static Target *visit_of_day(Plan *plan, const MapEntry *first, const char *text)
{
    Target *planned = NULL;
    for (const MapEntry *entry = first; entry; entry = entry->next) {
        const Visit *visit = ((Target *)entry->value)->record;
        if (is_same_text(visit->text, text, plan->scratch))
            return entry->value;
        if (!planned && is_planned_only(visit))
            planned = entry->value;
    }
    return planned;
}

static const Target *other_of_store(const MapEntry *entry)
{
    for (; entry; entry = entry->next)
        if (((const Target *)entry->value)->id != 0)
            return entry->value;
    return NULL;
}

static Target *new_visit(Plan *plan, const char *key, Day day, const char *text)
{
    Target *target = plan_target(plan, &entity_visit, 0, NULL);
    Visit *visit = target->record;
    visit->day = day;
    visit->text = text;
    visit->about = 1;
    map_put(&plan->keys, key, target);
    return target;
}

static bool say_visit(Plan *plan, PlanRow *row, const char *text)
{
    bool has_outcome = row_value(plan, row, &entity_visit, "outcome").kind != V_NONE;
    return say_reference(plan, row, row->visit, field_of("client"), row->client) &&
           say_reference(plan, row, row->visit, field_of("site"), row->site) &&
           say_reference(plan, row, row->visit, field_of("contact"), row->contact) &&
           say_columns(plan, row, row->visit, "text") &&
           say(plan, row, row->visit, field_of("text"), value_text(text)) &&
           (has_outcome || say(plan, row, row->visit, field_of("outcome"), value_text("met")));
}

bool match_visit(Plan *plan, PlanRow *row)
{
    Value day = row_value(plan, row, &entity_visit, "day");
    if (day.kind == V_NONE)
        return row_refuse(plan, row, _("%s is missing"), lang_text(field_of("day")->title));
    if (day.whole > plan->app->today)
        return row_refuse(plan, row, _("%s: %s is still to come"),
                          lang_text(field_of("day")->title),
                          day_iso((Day)day.whole, plan->scratch));
    const char *text = whole_text(plan, row, match_partner(plan, row));
    const char *key = arena_print(plan->scratch, "day %zu %d", row->client->number, (int)day.whole);
    const MapEntry *first = map_get(&plan->keys, key);
    row->visit = visit_of_day(plan, first, text);
    const Target *other = row->visit ? NULL : other_of_store(first);
    if (other && row->row->same_as_twin)
        row->visit = (Target *)first->value;
    if (other)
        row_doubt(plan, row, other->id, _("another visit of that day is here"));
    if (!row->visit)
        row->visit = new_visit(plan, key, (Day)day.whole, text);
    row->contact = row->contact ? row->contact : NULL;
    return say_visit(plan, row, text) && row_is_settled(row->row);
}
