// SPDX-License-Identifier: GPL-3.0-or-later
// What only the past can say: nobody has bought, said or heard anything on a day still to come.
#include <assert.h>
#include <string.h>

#include "mawari/model/rules.h"
#include "mawari/model/value.h"

/// The field that holds the day. With `once`, it holds for records in which that is known and is
/// not `but`: an evening may be planned, only what came of it cannot be; a visit is put off before.
static const struct Past {
    const Entity *kind;
    const char *day, *once, *but;
} pasts[] = {
    {&entity_sale, "month", NULL, NULL},     {&entity_temper, "day", NULL, NULL},
    {&entity_incident, "day", NULL, NULL},   {&entity_entertainment, "day", "outcome", NULL},
    {&entity_topic_told, "day", NULL, NULL}, {&entity_sighting, "day", NULL, NULL},
    {&entity_demand, "day", NULL, NULL},     {&entity_demand, "answered", NULL, NULL},
    {&entity_concession, "day", NULL, NULL}, {&entity_concession, "back_on", NULL, NULL},
    {&entity_deal, "closed", NULL, NULL},    {&entity_visit, "day", "outcome", "put_off"},
    {&entity_price, "since", NULL, NULL},    {&entity_offer, "day", NULL, NULL},
    {&entity_loan, "returned", NULL, NULL},  {&entity_round_client, "day", NULL, NULL},
};

/// Is what only the past can say said in it?
static bool is_said(const struct Past *past, const void *record)
{
    if (!past->once)
        return true;
    Value said = value_of(entity_field(past->kind, past->once), record);
    return said.kind != V_NONE && !(past->but && strcmp(said.text, past->but) == 0);
}

static bool is_ahead(const struct Past *past, const void *record, Day today)
{
    if (record == NULL)
        return false;
    const Field *field = entity_field(past->kind, past->day);
    assert(field != NULL && (!past->once || entity_field(past->kind, past->once)));
    Value day = value_of(field, record);
    Day last = field->flags & MONTH ? day_month_last(today) : today;
    return day.kind == V_WHOLE && day.whole > last && is_said(past, record);
}

static bool hour_is_ahead(const Entity *kind, const void *record, Day today, Minute minute)
{
    const Incident *said = record;
    return kind == &entity_incident && said && said->day == today && said->at > minute;
}

static bool still_to_come(const Entity *kind, const Field *field, const char *when, Err *err)
{
    if (kind == &entity_incident)
        return err_set(err, ERR_INPUT,
                       _("%s: %s is still to come; words are kept once they are said"),
                       lang_text(field->title), when);
    if (kind == &entity_visit)
        return err_set(
            err, ERR_INPUT,
            _("%s: %s is still to come; before it a visit can be put off (0) or moved to today"),
            lang_text(field->title), when);
    if (kind == &entity_price)
        return err_set(
            err, ERR_INPUT,
            _("%s: %s is still to come; enter it as coming price and from when it holds"),
            lang_text(field->title), when);
    return err_set(err, ERR_INPUT, _("%s: %s is still to come"), lang_text(field->title), when);
}

static bool day_to_come(const Entity *kind, const Field *field, Day day, Day today, Err *err)
{
    Arena *arena = arena_open();
    still_to_come(kind, field,
                  field->flags & MONTH ? month_text(day, arena) : day_text_full(day, today, arena),
                  err);
    arena_close(arena);
    return false;
}

bool record_happened(const Entity *kind, const void *before, const void *record, Day today,
                     Minute minute, Err *err)
{
    for (size_t i = 0; i < sizeof pasts / sizeof *pasts; i++) {
        const struct Past *past = &pasts[i];
        if (past->kind != kind || !is_ahead(past, record, today) || is_ahead(past, before, today))
            continue;
        const Field *field = entity_field(kind, past->day);
        return day_to_come(kind, field, (Day)value_of(field, record).whole, today, err);
    }
    if (before || !hour_is_ahead(kind, record, today, minute))
        return true;
    Arena *arena = arena_open();
    still_to_come(kind, entity_field(kind, "at"),
                  minute_text(((const Incident *)record)->at, arena), err);
    arena_close(arena);
    return false;
}

bool greeting_happened(const Attendee *before, const Attendee *one, const Meeting *meeting,
                       Day today, Err *err)
{
    if (one->greeted == NONE || meeting->day <= today ||
        (before && before->greeted == one->greeted))
        return true;
    return day_to_come(&entity_meeting, entity_field(&entity_meeting, "day"), meeting->day, today,
                       err);
}
