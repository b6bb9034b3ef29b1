// SPDX-License-Identifier: GPL-3.0-or-later
// The notice of a contract, the steps before it and the lights.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/base/day.h"
#include "mawari/model/contract.h"
#include "mawari/model/kinds.h"
#include "mawari/model/rules.h"
#include "mawari/model/value.h"

static Day on(int year, int month, int day)
{
    Day ret = NONE;
    assert_true(day_from(year, month, day, &ret));
    return ret;
}

static int open_arena(void **state)
{
    *state = arena_open();
    return 0;
}

static int close_arena(void **state)
{
    arena_close(*state);
    return 0;
}

static Contract until(Arena *arena, Day end, int32_t months, int32_t days)
{
    Contract contract;
    record_blank(&entity_contract, &contract, on(2026, 11, 24), arena);
    contract.end = end;
    contract.notice_months = months;
    contract.notice_days = days;
    return contract;
}

static void notice_is_given_on_the_last_working_day_before(void **state)
{
    const Day holidays[] = {on(2027, 1, 1), on(2027, 2, 11)};
    const WorkCalendar calendar = {.holidays = holidays, .count = 2};
    const struct {
        Day end;
        int32_t months, days;
        Day notice;
    } rows[] = {
        {on(2027, 3, 31), 1, NONE, on(2027, 2, 26)}, // 28 Feb is a Sunday
        {on(2027, 3, 31), 2, NONE, on(2027, 1, 29)}, // 31 Jan is a Sunday
        {on(2027, 3, 11), 1, NONE, on(2027, 2, 10)}, // a public holiday
        {on(2027, 3, 31), NONE, 30, on(2027, 3, 1)},
        {on(2027, 3, 31), 1, 3, on(2027, 2, 25)}, // months first
        {on(2027, 1, 31), 1, NONE, on(2026, 12, 31)},
        {on(2027, 2, 1), 1, NONE, on(2026, 12, 31)}, // 1 Jan
        {on(2027, 3, 31), NONE, NONE, on(2027, 3, 31)},
        {on(2027, 3, 31), 0, 0, on(2027, 3, 31)},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Contract contract = until(*state, rows[i].end, rows[i].months, rows[i].days);
        assert_int_equal(contract_notice(&contract, &calendar), rows[i].notice);
    }
}

static void the_next_term_is_as_long_as_the_last(void **state)
{
    const struct {
        Day start, end, next;
    } rows[] = {
        {on(2026, 4, 1), on(2027, 3, 31), on(2028, 3, 31)},
        {on(2025, 3, 1), on(2026, 2, 28), on(2027, 2, 28)},
        {on(2027, 3, 1), on(2028, 2, 29), on(2029, 2, 28)},
        {on(2026, 10, 1), on(2026, 12, 31), on(2027, 3, 31)},
        {NONE, on(2027, 3, 31), on(2028, 3, 31)},
        {on(2026, 11, 2), on(2026, 11, 11), on(2026, 11, 21)}, // ten days
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Contract contract = until(*state, rows[i].end, 1, NONE);
        contract.start = rows[i].start;
        assert_int_equal(contract_next_end(&contract), rows[i].next);
    }
}

static void a_contract_that_ends_before_it_starts_is_refused_with_a_sentence(void **state)
{
    Err err = {0};
    Contract contract = until(*state, on(2026, 3, 31), 1, NONE);
    contract.what = "保守";
    contract.start = on(2026, 4, 1);
    assert_false(record_consistent(&entity_contract, &contract, &err));
    assert_string_equal(err.text, "Ends on: the contract ends before it starts");
    contract.end = contract.start;
    contract.notice_months = NONE;
    assert_true(record_consistent(&entity_contract, &contract, &err));
}

static void a_notice_is_not_longer_than_its_term(void **state)
{
    static const struct {
        int32_t months, days;
        const char *said; // NULL: it stands
    } rows[] = {
        {11, NONE, NULL},
        {11, 29, NULL}, // to 1 April: the first day itself
        {11, 30, "Notice, months: the notice is longer than the term from start to end"},
        {12, NONE, "Notice, months: the notice is longer than the term from start to end"},
        {NONE, 364, NULL},
        {0, 365, "Notice, days: the notice is longer than the term from start to end"},
        {NONE, NONE, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Err err = {0};
        Contract contract = until(*state, on(2027, 3, 31), rows[i].months, rows[i].days);
        contract.what = "保守";
        contract.start = on(2026, 4, 1);
        assert_int_equal(record_consistent(&entity_contract, &contract, &err), !rows[i].said);
        if (rows[i].said)
            assert_string_equal(err.text, rows[i].said);
        contract.start = NONE; // how long the term is nobody knows
        assert_true(record_consistent(&entity_contract, &contract, NULL));
    }
}

static void steps_are_read_in_either_language_the_furthest_first(void **state)
{
    Arena *arena = *state;
    RenewalStep steps[RENEWAL_STEPS];
    size_t count = 0;
    assert_true(
        renewal_steps_read("見積 ６０、申出 30 , 工場見学 100", arena, steps, &count, NULL));
    assert_int_equal(count, 3);
    assert_string_equal(steps[0].name, "工場見学");
    assert_int_equal(steps[0].days, 100);
    assert_string_equal(steps[1].name, "quote");
    assert_string_equal(renewal_step_title(&steps[1]), "quote");
    assert_string_equal(steps[2].name, "notice");
    assert_true(renewal_steps_read("", arena, steps, &count, NULL));
    assert_int_equal(count, 0);
    static const char *const bad[] = {"quote",     "60",        "quote 60x", "quote -1",
                                      "quote 731", "quote 60;", "a 1,b"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Err err = {0};
        assert_false(renewal_steps_read(bad[i], arena, steps, &count, &err));
        assert_int_equal(err.kind, ERR_INPUT);
    }
    Err err = {0};
    assert_false(renewal_steps_read("a 1,a 2,a 3,a 4,a 5,a 6,a 7,a 8,a 9,a 10,a 11,a 12,a 13,a 14,"
                                    "a 15,a 16,a 17",
                                    arena, steps, &count, &err));
}

static void a_step_keeps_clear_of_days_off_gotobi_and_closing_days(void **state)
{
    (void)state;
    const Day holidays[] = {on(2026, 11, 23)};
    const WorkCalendar calendar = {.holidays = holidays, .count = 1};
    const RenewalDays days = {.calendar = &calendar, .closing_day = 19, .closed_days = 1 << WED};
    const struct {
        Day notice;
        int32_t before;
        Day step;
    } rows[] = {
        {on(2026, 11, 24), 0, on(2026, 11, 24)},
        {on(2026, 11, 24), 1,
         on(2026, 11, 17)}, // Mon holiday, Fri 20 五十日, 19 closing, Wed closed
        {on(2026, 11, 25), 0, on(2026, 11, 24)}, // 五十日 and a Wednesday
        {on(2026, 11, 30), 0, on(2026, 11, 27)}, // month's end
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        RenewalStep step = {.days = rows[i].before};
        assert_int_equal(renewal_step_day(rows[i].notice, &step, &days), rows[i].step);
        for (Day today = rows[i].step - 20; today < rows[i].step + 20; today++)
            assert_true(renewal_step_has_come(rows[i].notice, &step, &days, today) ==
                        (rows[i].step <= today));
    }
    const RenewalDays never = {.calendar = &calendar, .closing_day = NONE, .closed_days = 0x7F};
    RenewalStep step = {.days = 0};
    assert_int_equal(renewal_step_day(on(2026, 11, 24), &step, &never), on(2026, 11, 24));
}

static void the_step_of_now_is_the_last_that_came_and_is_not_done(void **state)
{
    const WorkCalendar calendar = {0};
    const RenewalDays days = {.calendar = &calendar, .closing_day = NONE, .closed_days = NONE};
    const RenewalStep steps[] = {{120, "usage"}, {60, "quote"}, {30, "notice"}};
    Day notice = on(2027, 2, 26);
    Contract contract = until(*state, on(2027, 3, 31), 1, NONE);
    const struct {
        int32_t left, done;
        size_t now;
    } rows[] = {
        {200, NONE, 0}, {119, NONE, 0}, {59, NONE, 1}, {20, NONE, 2},
        {119, 120, 1},  {59, 60, 2},    {20, 30, 3},   {200, 120, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        contract.step_done = rows[i].done;
        assert_int_equal(
            renewal_step_now(&contract, notice, steps, 3, &days, notice - rows[i].left),
            rows[i].now);
    }
    contract.step_done = NONE;
    contract.state = CONTRACT_RENEWED;
    assert_int_equal(renewal_step_now(&contract, notice, steps, 3, &days, notice - 20), 3);
}

static void each_light_has_its_rule(void **state)
{
    (void)state;
    RenewalFacts facts = {.key_seen = NONE, .agreed = NONE, .today = 100, .troubles = 1, .late = 2};
    for (int i = 0; i < RENEWAL_LIGHTS; i++)
        assert_false(renewal_light(&facts, (RenewalLight)i));
    facts.key_seen = 100 - KEY_PERSON_DAYS;
    facts.troubles = facts.late = 0;
    facts.agreed = 90;
    facts.rival_known = true;
    for (int i = 0; i < RENEWAL_LIGHTS; i++)
        assert_true(renewal_light(&facts, (RenewalLight)i));
    facts.key_seen--;
    assert_false(renewal_light(&facts, LIGHT_KEY_PERSON));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notice_is_given_on_the_last_working_day_before),
        cmocka_unit_test(the_next_term_is_as_long_as_the_last),
        cmocka_unit_test(a_contract_that_ends_before_it_starts_is_refused_with_a_sentence),
        cmocka_unit_test(a_notice_is_not_longer_than_its_term),
        cmocka_unit_test(steps_are_read_in_either_language_the_furthest_first),
        cmocka_unit_test(a_step_keeps_clear_of_days_off_gotobi_and_closing_days),
        cmocka_unit_test(the_step_of_now_is_the_last_that_came_and_is_not_done),
        cmocka_unit_test(each_light_has_its_rule),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
