// SPDX-License-Identifier: GPL-3.0-or-later
// Contradictions within one record, each said in one sentence.
#include <assert.h>

#include "mawari/model/rules.h"
#include "mawari/model/value.h"

typedef enum Relation {
    NOT_AFTER, // first ≤ second
    BEFORE,    // first < second
    DIFFERENT,
    EITHER, // one of them at least
    NEEDS,  // where the first is known, the second is
} Relation;

/// Which field is to be put right: a form goes there.
typedef enum Wrong {
    THE_SECOND,
    THE_FIRST,
    SAID, // the sentence begins with its name
} Wrong;

/// What must hold between two fields of a kind where both are known, and what is said if not.
static const struct Rule {
    const Entity *kind;
    const char *first;
    Relation relation;
    const char *second, *sentence;
    Wrong wrong;
} rules[] = {
    {&entity_client, "cycle_window", BEFORE, "cycle", N_("The window is as long as the cycle"),
     THE_FIRST},
    {&entity_hours, "opens", BEFORE, "closes", N_("It ends before it begins"), THE_SECOND},
    {&entity_absence, "since", NOT_AFTER, "until", N_("It ends before it begins"), THE_SECOND},
    {&entity_post, "since", NOT_AFTER, "until", N_("It ends before it begins"), THE_SECOND},
    {&entity_contract, "start", NOT_AFTER, "end", N_("Ends on: the contract ends before it starts"),
     SAID},
    {&entity_recurrence, "since", NOT_AFTER, "until", N_("It ends before it begins"), THE_SECOND},
    {&entity_visit, "arrived", NOT_AFTER, "departed", N_("The departure is before the arrival"),
     THE_SECOND},
    {&entity_commitment, "promised", NOT_AFTER, "kept", N_("It is kept before it was promised"),
     THE_SECOND},
    {&entity_chain_link, "commitment", DIFFERENT, "waits_for",
     N_("A promise cannot wait for itself"), THE_SECOND},
    {&entity_ball, "since", NOT_AFTER, "nag", N_("It is asked again before it was thrown"),
     THE_SECOND},
    {&entity_ticket, "opened", NOT_AFTER, "closed", N_("It is closed before it was opened"),
     THE_SECOND},
    {&entity_loan, "lent", NOT_AFTER, "back", N_("It is to come back before it was lent"),
     THE_SECOND},
    {&entity_loan, "lent", NOT_AFTER, "returned", N_("It is returned before it was lent"),
     THE_SECOND},
    {&entity_loan, "client", EITHER, "ticket", N_("A loan needs a client, or a trouble"),
     THE_FIRST},
    {&entity_link, "on", DIFFERENT, "to", N_("A record cannot be linked to itself"), THE_SECOND},
    {&entity_day_plan, "start", BEFORE, "end", N_("The day ends before it begins"), THE_SECOND},
    {&entity_day_plan, "odometer_start", NOT_AFTER, "odometer_end",
     N_("The odometer ends below its start"), THE_SECOND},
    {&entity_ticket, "opened", NOT_AFTER, "reported", N_("It is reported before it was opened"),
     THE_SECOND},
    {&entity_private_time, "start", BEFORE, "end", N_("It ends before it begins"), THE_SECOND},
    {&entity_private_time, "day", EITHER, "weekdays", N_("Private time needs a day or weekdays"),
     THE_FIRST},
    {&entity_share, "since", NOT_AFTER, "until", N_("It ends before it begins"), THE_SECOND},
    {&entity_round, "since", NOT_AFTER, "deadline", N_("The deadline is before the beginning"),
     THE_SECOND},
    {&entity_round, "last_order", NOT_AFTER, "effective",
     N_("Orders at the old price end before the new one holds"), THE_SECOND},
    {&entity_deal, "quoted", NOT_AFTER, "answer", N_("The answer is due before the quote"),
     THE_SECOND},
    {&entity_deal, "opened", NOT_AFTER, "closed", N_("It is decided before it was opened"),
     THE_SECOND},
    {&entity_topic, "since", NOT_AFTER, "until", N_("It ends before it begins"), THE_SECOND},
    {&entity_guest, "contact", EITHER, "name", N_("A guest needs a name, or a contact"), THE_FIRST},
    {&entity_leg, "from", DIFFERENT, "to", N_("A leg needs two places"), THE_SECOND},
    {&entity_price, "floor", NOT_AFTER, "list_price", N_("The floor is above the list price"),
     THE_FIRST},
    {&entity_price, "floor", NOT_AFTER, "mine", N_("My limit is below the floor"), THE_SECOND},
    {&entity_price, "floor", NOT_AFTER, "boss", N_("The boss's limit is below the floor"),
     THE_SECOND},
    {&entity_price, "boss", NOT_AFTER, "mine", N_("The boss may go further down than I may"),
     THE_FIRST},
    {&entity_price, "coming", NEEDS, "coming_from", N_("Coming price: from which day it holds?"),
     SAID},
    {&entity_price, "coming_from", NEEDS, "coming", N_("Holds from: which price is coming?"), SAID},
    {&entity_price, "since", BEFORE, "coming_from",
     N_("Holds from: the coming price begins before the price now"), SAID},
    {&entity_concession, "effective", NEEDS, "price", N_("Holds from: which price was agreed?"),
     SAID},
    {&entity_concession, "price", NEEDS, "product", N_("Agreed price: of which product?"), SAID},
    {&entity_demand, "day", NOT_AFTER, "answered", N_("It is answered before it was asked"),
     THE_SECOND},
    {&entity_demand, "day", NOT_AFTER, "due", N_("Answer by: that is before it was asked"), SAID},
    {&entity_concession, "day", NOT_AFTER, "back_on", N_("It came back before it was given"),
     THE_SECOND},
};

static bool fails(const struct Rule *rule, Err *err)
{
    const char *sentence = lang_text(rule->sentence);
    if (rule->wrong == SAID)
        return err_set(err, ERR_INPUT, "%s", sentence);
    const char *field = rule->wrong == THE_FIRST ? rule->first : rule->second;
    return err_set(err, ERR_INPUT, "%s: %s", lang_text(entity_field(rule->kind, field)->title),
                   sentence);
}

static bool holds(Relation relation, Value first, Value second)
{
    bool both = first.kind != V_NONE && second.kind != V_NONE;
    switch (relation) {
    case NOT_AFTER:
        return !both || value_compare(first, second) <= 0;
    case BEFORE:
        return !both || value_compare(first, second) < 0;
    case DIFFERENT:
        return !both || !value_same(first, second);
    case EITHER:
        return first.kind != V_NONE || second.kind != V_NONE;
    case NEEDS:
        return first.kind == V_NONE || second.kind != V_NONE;
    }
    return true;
}

/// Of a day of which only the month is known, the month's last: it may be that late.
static Value named_value(const Entity *kind, const char *name, const void *record)
{
    const Field *field = entity_field(kind, name);
    assert(field != NULL);
    Value value = value_of(field, record), said = value_none();
    const Field *month = field_only_month(kind, field);
    if (month != NULL)
        said = value_of(month, record);
    bool only = value.kind == V_WHOLE && said.kind == V_WHOLE && said.whole == 1;
    return only ? value_whole(day_month_last((Day)value.whole)) : value;
}

/// The numbers that are right for a field, NULL: all.
static const Range *range_of(const Field *field)
{
    static const Range counts = {.least = 0, .most = INT32_MAX};
    static const Range of_day = {.least = 0, .most = DAY_MINUTES - 1};
    switch (field->type) {
    case T_MINUTE:
        return &of_day;
    case T_WHOLE:
    case T_MINUTES:
        return field->of == NULL ? &counts : field->of;
    case T_YEN:
    case T_DEGREE:
        return field->of;
    default:
        return NULL;
    }
}

/// Commands write structs without reading what was typed: the same limits hold for them.
static bool within_range(const Field *field, const void *record, Err *err)
{
    Value value = value_of(field, record);
    const Range *range = range_of(field);
    if (range == NULL || value.kind != V_WHOLE ||
        (value.whole >= range->least && value.whole <= range->most))
        return true;
    const char *title = lang_text(field->title);
    long long least = range->least, most = range->most;
    if (field->type == T_MINUTES)
        return err_set(err, ERR_INPUT, _("%s: right is %lld to %lld minutes"), title, least, most);
    if (field->type == T_WHOLE && most < INT32_MAX)
        return err_set(err, ERR_INPUT, _("%s: right is %lld to %lld"), title, least, most);
    return err_set(err, ERR_INPUT, _("%s is out of its range"), title);
}

/// Prices are above nothing; what is asked is a price or per cent.
static bool price_is_one(const Entity *kind, const void *record, Err *err)
{
    static const struct {
        const Entity *kind;
        const char *field;
    } prices[] = {
        {&entity_price, "list_price"}, {&entity_price, "now"},       {&entity_price, "mine"},
        {&entity_price, "boss"},       {&entity_price, "floor"},     {&entity_price, "coming"},
        {&entity_demand, "yen"},       {&entity_demand, "answer"},   {&entity_concession, "was"},
        {&entity_concession, "price"}, {&entity_round, "old_price"}, {&entity_round, "new_price"},
    };
    for (size_t i = 0; i < sizeof prices / sizeof *prices; i++) {
        if (prices[i].kind != kind)
            continue;
        const Field *field = entity_own_field(kind, prices[i].field);
        Value value = value_of(field, record);
        if (value.kind == V_WHOLE && value.whole < 1)
            return err_set(err, ERR_INPUT, _("%s: that is no price"), lang_text(field->title));
    }
    return true;
}

static bool asked_is_read(const Demand *demand, Err *err)
{
    PriceAsked asked;
    Arena *arena = arena_open();
    bool read = !demand->asked || price_asked_read(demand->asked, arena, &asked, err) ||
                err_while(err, "%s", lang_text(entity_field(&entity_demand, "asked")->title));
    arena_close(arena);
    return read;
}

static bool rule_is_known(const Recurrence *recurrence, Err *err)
{
    if (recurrence->rule == NULL || recurrence_known(recurrence->rule))
        return true;
    return err_set(err, ERR_INPUT, _("“%s” is no rule; right are 2tue, eom, 20, 14d, mon,thu"),
                   recurrence->rule);
}

/// A notice that would have to be given before the contract starts cannot be given.
static bool notice_within_term(const Contract *contract, Err *err)
{
    if (contract->start == NONE || contract->end == NONE)
        return true;
    bool months = contract->notice_months != NONE, days = contract->notice_days != NONE;
    Day notice = months ? day_add_months(contract->end, -contract->notice_months) : contract->end;
    if (days)
        notice -= contract->notice_days;
    if ((!months && !days) || notice >= contract->start)
        return true;
    const char *field = months && contract->notice_months > 0 ? "notice_months" : "notice_days";
    return err_set(err, ERR_INPUT, _("%s: the notice is longer than the term from start to end"),
                   lang_text(entity_own_field(&entity_contract, field)->title));
}

static bool rise_goes_up(const Round *round, Err *err)
{
    bool both = round->old_price != NONE && round->new_price != NONE;
    if (round->matter != MATTER_PRICE_RISE || !both || round->new_price >= round->old_price)
        return true;
    Arena *arena = arena_open();
    err_set(err, ERR_INPUT, _("%s: %s is below the old price of %s; a price rise goes up"),
            lang_text(entity_own_field(&entity_round, "new_price")->title),
            yen_text(round->new_price, arena), yen_text(round->old_price, arena));
    arena_close(arena);
    return false;
}

/// Nobody is visited for no minute.
static bool stays_a_while(const Contact *contact, Err *err)
{
    return contact->longest != 0 ||
           err_set(err, ERR_INPUT,
                   _("%s: right is a minute at least; none where there is no limit"),
                   lang_text(entity_own_field(&entity_contact, "longest")->title));
}

/// What only one kind knows of itself.
static bool kind_consistent(const Entity *kind, const void *record, Err *err)
{
    if (kind == &entity_demand)
        return asked_is_read(record, err);
    if (kind == &entity_contract)
        return notice_within_term(record, err);
    if (kind == &entity_round)
        return rise_goes_up(record, err);
    if (kind == &entity_contact)
        return stays_a_while(record, err);
    return kind != &entity_recurrence || rule_is_known(record, err);
}

bool record_consistent(const Entity *kind, const void *record, Err *err)
{
    for (size_t i = 0; i < kind->count; i++)
        if (!within_range(&kind->fields[i], record, err))
            return false;
    if (!price_is_one(kind, record, err))
        return false;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].kind == kind &&
            !holds(rules[i].relation, named_value(kind, rules[i].first, record),
                   named_value(kind, rules[i].second, record)))
            return fails(&rules[i], err);
    return kind_consistent(kind, record, err);
}
