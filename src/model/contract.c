// SPDX-License-Identifier: GPL-3.0-or-later
// The table of contracts, and the rules of their renewal.
#include "mawari/model/contract.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "mawari/model/rules.h"

const Words words_contract_state = WORDS(
    {CONTRACT_RUNNING, "running", N_("running"), "継続中|有効"},
    {CONTRACT_RENEWED, "renewed", N_("renewed"), "更新合意|更新済"},
    {CONTRACT_NOTICE_GIVEN, "notice_given", N_("notice given"), "解約申出|解約"},
    {CONTRACT_ENDED, "ended", N_("ended"), "終了|満了"});

const Range range_notice_months = {.least = 0, .most = 36};
const Range range_notice_days = {.least = 0, .most = 730};

#define RECORD ContractDerived
static const Field contract_derived[] = {CONTRACT_DERIVED(FIELD_ROW)};
#undef RECORD

#define RECORD Contract
const Entity entity_contract = ENTITY_AND_DERIVED(contract_derived, "contract", "contracts",
                                                  N_("Contract"), N_("Contracts"), CONTRACT, "end");
#undef RECORD

// --- days

static Day working_day_by(const WorkCalendar *calendar, Day day)
{
    return workday_add(calendar, day + 1, -1);
}

Day contract_notice(const Contract *contract, const WorkCalendar *calendar)
{
    if (contract->end == NONE)
        return NONE;
    Day day = contract->end;
    if (contract->notice_months != NONE)
        day = day_add_months(day, -contract->notice_months);
    if (contract->notice_days != NONE)
        day -= contract->notice_days;
    return working_day_by(calendar, day);
}

/// Terms of whole months keep to the end of their months.
Day contract_next_end(const Contract *contract)
{
    enum { YEAR = 12, LONGEST = 120 };
    Day after = contract->end + 1;
    if (contract->start == NONE)
        return day_add_months(after, YEAR) - 1;
    for (int32_t months = 1; months <= LONGEST; months++)
        if (day_add_months(contract->start, months) == after)
            return day_add_months(after, months) - 1;
    return contract->end + (after - contract->start);
}

// --- steps

static const struct {
    const char *code, *title, *also;
} known_steps[] = {
    {"usage", N_("talk about usage"), "利用状況|使用状況"},
    {"key", N_("see the key person"), "キーマン"},
    {"quote", N_("quote"), "見積"},
    {"approval", N_("approval inside"), "社内承認|承認"},
    {"notice", N_("ask before the notice"), "申出|申出確認"},
};

const char *renewal_step_title(const RenewalStep *step)
{
    for (size_t i = 0; i < sizeof known_steps / sizeof *known_steps; i++)
        if (strcmp(known_steps[i].code, step->name) == 0)
            return lang_text(known_steps[i].title);
    return step->name;
}

/// A step by the name that the program knows for it, else as typed.
static const char *step_name(const char *typed, Arena *arena)
{
    for (size_t i = 0; i < sizeof known_steps / sizeof *known_steps; i++)
        if (strcmp(known_steps[i].code, typed) == 0 ||
            forms_hold(known_steps[i].also, typed, arena))
            return known_steps[i].code;
    return typed;
}

static bool read_step(const char *typed, Arena *arena, RenewalStep *ret, Err *err)
{
    const char *blank = strrchr(typed, ' ');
    char *end = NULL;
    long days = blank ? strtol(blank + 1, &end, 10) : -1;
    if (!blank || *end || end == blank + 1 || days < 0 || days > RENEWAL_FURTHEST)
        return err_set(err, ERR_INPUT, _("“%s” is no step; right is: quote 60"), typed);
    char *name = text_trim(arena_copy_bytes(arena, typed, (size_t)(blank - typed)), arena);
    *ret = (RenewalStep){.days = (int32_t)days, .name = step_name(name, arena)};
    return true;
}

static int furthest_first(const void *a, const void *b)
{
    const RenewalStep *left = a, *right = b;
    return (left->days < right->days) - (left->days > right->days);
}

/// The text before the next comma of either width, which `*at` is put behind; NULL at the end.
static char *next_part(const char **at, Arena *arena)
{
    static const char wide[] = "、";
    if (!**at)
        return NULL;
    const char *narrow_end = *at + strcspn(*at, ","), *wide_end = strstr(*at, wide);
    bool is_wide = wide_end && wide_end < narrow_end;
    const char *end = is_wide ? wide_end : narrow_end;
    char *part = text_trim(arena_copy_bytes(arena, *at, (size_t)(end - *at)), arena);
    *at = is_wide ? end + strlen(wide) : end + (*end == ',');
    return part;
}

bool renewal_steps_read(const char *typed, Arena *arena, RenewalStep ret[RENEWAL_STEPS],
                        size_t *ret_count, Err *err)
{
    size_t count = 0;
    const char *at = text_narrow(typed, arena);
    for (char *part = next_part(&at, arena); part; part = next_part(&at, arena)) {
        if (!*part)
            continue;
        if (count == RENEWAL_STEPS)
            return err_set(err, ERR_INPUT, _("more than %d steps"), RENEWAL_STEPS);
        if (!read_step(part, arena, &ret[count], err))
            return false;
        count++;
    }
    qsort(ret, count, sizeof *ret, furthest_first);
    *ret_count = count;
    return true;
}

static bool is_closed(Day day, const RenewalDays *days)
{
    bool shut = days->closed_days != NONE && (days->closed_days >> day_weekday(day)) & 1;
    return shut || day_is_gotobi(day) || closing_next(days->closing_day, day) == day;
}

Day renewal_step_day(Day notice, const RenewalStep *step, const RenewalDays *days)
{
    enum { LOOKED_AT = 14 };
    Day usual = working_day_by(days->calendar, notice - step->days);
    for (Day day = usual; day > usual - LOOKED_AT; day--)
        if (workday_is(days->calendar, day) && !is_closed(day, days))
            return day;
    return usual;
}

bool renewal_step_has_come(Day notice, const RenewalStep *step, const RenewalDays *days, Day today)
{
    // Days off only make it earlier: most often they need not be looked at.
    return notice - step->days <= today || renewal_step_day(notice, step, days) <= today;
}

size_t renewal_step_now(const Contract *contract, Day notice, const RenewalStep *steps,
                        size_t count, const RenewalDays *days, Day today)
{
    size_t now = count;
    if (contract->state != CONTRACT_RUNNING && contract->state != NONE)
        return count;
    for (size_t i = 0; i < count; i++) {
        bool done = contract->step_done != NONE && steps[i].days >= contract->step_done;
        if (done)
            continue;
        bool has_come = renewal_step_has_come(notice, &steps[i], days, today);
        if (has_come || now == count)
            now = i;
        if (!has_come)
            break;
    }
    return now;
}

bool renewal_light(const RenewalFacts *facts, RenewalLight light)
{
    switch (light) {
    case LIGHT_KEY_PERSON:
        return facts->key_seen != NONE && facts->today - facts->key_seen <= KEY_PERSON_DAYS;
    case LIGHT_TROUBLE:
        return facts->troubles == 0;
    case LIGHT_PROMISES:
        return facts->late == 0;
    case LIGHT_PRICE:
        return facts->agreed != NONE;
    default:
        return facts->rival_known;
    }
}
