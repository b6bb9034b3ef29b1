// SPDX-License-Identifier: GPL-3.0-or-later
// Their retreat: each rule on records made by hand, on both sides of its border.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/kinds.h"
#include "mawari/model/retreat.h"

enum { NAKAMURA = 1, SATO = 2 }; // the key person, and who came instead

/// The signal of `rule`; day NONE: it is not true.
static Signal found(RetreatRecords records, RetreatRule rule)
{
    Signal all[RETREAT_RULE_COUNT];
    size_t count = retreat_signals(&records, all);
    for (size_t i = 0; i < count; i++)
        if (all[i].rule == (int32_t)rule)
            return all[i];
    return (Signal){.day = NONE};
}

static RetreatRecords visited(const RetreatVisit *visits, size_t count)
{
    return (RetreatRecords){.visits = visits, .visit_count = count, .rival_seen = NONE};
}

static void nothing_is_known_of_who_has_no_records(void **state)
{
    (void)state;
    Signal all[RETREAT_RULE_COUNT];
    assert_int_equal(retreat_signals(&(RetreatRecords){.rival_seen = NONE}, all), 0);
}

static void talks_half_as_long_are_shorter(void **state)
{
    (void)state;
    static const struct {
        int32_t minutes[6];
        Day day;
        int32_t a, b;
    } cases[] = {
        {{30, 30, 30, 15, 15, 15}, 106, 15, 30},
        {{30, 30, 30, 15, 15, 18}, NONE, 0, 0},   // 16 of 30 are more than half
        {{8, 8, 8, 2, 2, 2}, NONE, 0, 0},         // too short to be halved
        {{30, 30, NONE, 10, 10, 10}, NONE, 0, 0}, // five stamped talks are too few
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        RetreatVisit visits[6];
        for (int v = 0; v < 6; v++)
            visits[v] = (RetreatVisit){101 + v, OUTCOME_MET, cases[i].minutes[v], 0, false};
        Signal signal = found(visited(visits, 6), RETREAT_SHORTER);
        assert_int_equal(signal.day, cases[i].day);
        if (signal.day != NONE)
            assert_true(signal.a == cases[i].a && signal.b == cases[i].b);
    }
}

static void short_words_after_talks_are_shorter_without_stamps(void **state)
{
    (void)state;
    RetreatVisit visits[6];
    for (int v = 0; v < 6; v++)
        visits[v] = (RetreatVisit){101 + v, v < 3 ? OUTCOME_MET : OUTCOME_SHORT_WORD, NONE, 0,
                                   false};
    Signal signal = found(visited(visits, 6), RETREAT_SHORTER);
    assert_int_equal(signal.day, 106);
    assert_int_equal(signal.b, NONE);
    visits[5].outcome = OUTCOME_MET; // one talk clears it
    assert_int_equal(found(visited(visits, 6), RETREAT_SHORTER).day, NONE);
}

static void two_talks_without_the_key_person_are_a_step_back(void **state)
{
    (void)state;
    RetreatVisit visits[] = {
        {101, OUTCOME_MET, NONE, NAKAMURA, true},    {102, OUTCOME_MET, NONE, NAKAMURA, true},
        {103, OUTCOME_ABSENT, NONE, NAKAMURA, true}, {104, OUTCOME_MET, NONE, SATO, false},
        {105, OUTCOME_MET, NONE, SATO, false},
    };
    Signal signal = found(visited(visits, 5), RETREAT_JUNIOR);
    assert_int_equal(signal.day, 105);
    assert_int_equal(signal.who, SATO);
    assert_int_equal(signal.whom, NAKAMURA);
    assert_int_equal(found(visited(visits, 4), RETREAT_JUNIOR).day, NONE); // once is chance
    visits[4].key = true;
    assert_int_equal(found(visited(visits, 5), RETREAT_JUNIOR).day, NONE);
}

static void being_turned_away_twice_running_counts_until_one_is_received(void **state)
{
    (void)state;
    static const struct {
        int32_t outcomes[4];
        Day day;
    } cases[] = {
        {{OUTCOME_MET, OUTCOME_MET, OUTCOME_REFUSED, OUTCOME_REFUSED}, 104},
        {{OUTCOME_MET, OUTCOME_REFUSED, OUTCOME_BY_PHONE, OUTCOME_REFUSED}, 104},
        {{OUTCOME_REFUSED, OUTCOME_REFUSED, OUTCOME_PUT_OFF, OUTCOME_DELIVERY_ONLY}, 102},
        {{OUTCOME_MET, OUTCOME_REFUSED, OUTCOME_ABSENT, OUTCOME_REFUSED}, NONE},
        {{OUTCOME_REFUSED, OUTCOME_REFUSED, OUTCOME_REFUSED, OUTCOME_MET}, NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        RetreatVisit visits[4];
        for (int v = 0; v < 4; v++)
            visits[v] = (RetreatVisit){101 + v, cases[i].outcomes[v], NONE, 0, false};
        assert_int_equal(found(visited(visits, 4), RETREAT_REFUSED).day, cases[i].day);
    }
}

static void answers_that_take_twice_as_long_are_slower(void **state)
{
    (void)state;
    RetreatAnswer answers[] = {{100, 102}, {110, 112}, {120, 122},
                               {130, 136}, {140, 146}, {150, 156}};
    RetreatRecords records = {.answers = answers, .answer_count = 6, .rival_seen = NONE};
    Signal signal = found(records, RETREAT_SLOWER);
    assert_int_equal(signal.day, 156);
    assert_int_equal(signal.a, 6);
    assert_int_equal(signal.b, 2);
    answers[5].came = 150; // 4 of 2 days: less than three days more
    assert_int_equal(found(records, RETREAT_SLOWER).day, NONE);
}

static void what_came_again_and_again_and_stopped_is_said_when_its_time_has_passed(void **state)
{
    (void)state;
    static const Day often[] = {100, 140, 160}, rare[] = {100, 110, 120};
    RetreatRecords records = {.quotes = often, .quote_count = 3, .rival_seen = NONE};
    assert_int_equal(found(records, RETREAT_QUOTES).day, 160 + 2 * 40);
    records.quotes = rare;
    assert_int_equal(found(records, RETREAT_QUOTES).day, 120 + 60); // at least two months
    records.quote_count = 2;
    assert_int_equal(found(records, RETREAT_QUOTES).day, NONE);
    records = (RetreatRecords){.complaints = rare, .complaint_count = 3, .rival_seen = NONE};
    assert_int_equal(found(records, RETREAT_COMPLAINTS).day, 120 + 90);
    records.in_trouble = true;
    assert_int_equal(found(records, RETREAT_COMPLAINTS).day, NONE);
}

static void a_rival_is_seen_on_its_day(void **state)
{
    (void)state;
    Signal signal = found((RetreatRecords){.rival_seen = 130, .rival = 7}, RETREAT_RIVAL);
    assert_int_equal(signal.day, 130);
    assert_int_equal(signal.who, 7);
}

static void orders_shrink_against_a_year_ago_else_against_the_months_before(void **state)
{
    (void)state;
    Day month, october;
    assert_true(day_from(2025, 8, 1, &month) && day_from(2026, 10, 31, &october));
    RetreatMonth sales[15];
    for (int i = 14; i >= 0; i--) { // the newest first
        sales[i] = (RetreatMonth){.month = month, .yen = i > 2 ? 100000 : 70000};
        month = day_month_last(month) + 1;
    }
    RetreatRecords records = {.sales = sales, .sale_count = 15, .rival_seen = NONE};
    Signal signal = found(records, RETREAT_ORDERS); // Aug to Oct 2026
    assert_int_equal(signal.day, october);
    assert_int_equal(signal.a, 210);
    assert_int_equal(signal.b, 300);
    assert_int_equal(signal.c, 1);
    assert_null(signal.line); // in all
    sales[0].yen++;           // 70 % and a yen
    assert_int_equal(found(records, RETREAT_ORDERS).day, NONE);
    sales[0].yen--;
    records.sale_count = 6; // six months: nothing is known of a year ago
    signal = found(records, RETREAT_ORDERS);
    assert_int_equal(signal.c, 0);
    records.sale_count = 5; // a month is missing
    assert_int_equal(found(records, RETREAT_ORDERS).day, NONE);
}

/// Six months of three lines; in the last three each has its other sum, 0: it is not named at all.
static size_t lines_of(const int64_t before[3], const int64_t now[3], RetreatMonth ret[18])
{
    static const char *const names[] = {"保冷", "掃除", "紙"};
    size_t count = 0;
    Day month = NONE;
    assert_true(day_from(2026, 10, 1, &month));
    for (int back = 0; back < 6; back++) {
        for (int line = 0; line < 3; line++) {
            int64_t yen = back < 3 ? now[line] : before[line];
            if (yen)
                ret[count++] = (RetreatMonth){.month = month, .line = names[line], .yen = yen};
        }
        month = day_month_first(month - 1);
    }
    return count;
}

static void a_product_line_that_goes_away_is_seen_though_all_together_stays(void **state)
{
    (void)state;
    static const struct {
        int64_t before[3], now[3];
        const char *line; // "": in all; NULL: nothing shrinks
        int32_t a, b;
    } cases[] = {
        {{100000, 50000, 90000}, {140000, 0, 90000}, "掃除", 0, 150}, // not bought any more
        {{100000, 50000, 90000},
         {60000, 30000, 150000},
         "保冷",
         180,
         300},                                                         // the one that lost most
        {{100000, 50000, 90000}, {50000, 50000, 60000}, "", 480, 720}, // all together is enough
        {{200000, 20000, 90000}, {200000, 0, 90000}, NULL, 0, 0},      // it was less than a tenth
        {{100000, 50000, 90000}, {100000, 40000, 90000}, NULL, 0, 0},  // four fifths
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        RetreatMonth sales[18];
        RetreatRecords records = {.sales = sales, .rival_seen = NONE};
        records.sale_count = lines_of(cases[i].before, cases[i].now, sales);
        Signal signal = found(records, RETREAT_ORDERS);
        if (!cases[i].line) {
            assert_int_equal(signal.day, NONE);
            continue;
        }
        assert_string_equal(signal.line ? signal.line : "", cases[i].line);
        assert_int_equal(signal.a, cases[i].a);
        assert_int_equal(signal.b, cases[i].b);
    }
}

static void two_within_sixty_days_make_a_client_slip(void **state)
{
    (void)state;
    static const struct {
        Day days[3];
        size_t count;
        Slip slips[2];
        size_t slip_count;
    } cases[] = {
        {{100}, 1, {{0, 0}}, 0},
        {{100, 160}, 2, {{160, 160}}, 1},
        {{100, 161}, 2, {{0, 0}}, 0},
        {{130, 100}, 2, {{130, 160}}, 1},
        {{100, 110, 150}, 3, {{110, 170}}, 1},
        {{100, 150, 170}, 3, {{150, 160}, {170, 210}}, 2}, // one alone in between
        {{100, 100, 155}, 3, {{100, 160}}, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Signal signals[3];
        Slip slips[RETREAT_RULE_COUNT];
        for (size_t s = 0; s < cases[i].count; s++)
            signals[s] = (Signal){.rule = (int32_t)s, .day = cases[i].days[s]};
        size_t count = retreat_slips(signals, cases[i].count, slips);
        assert_int_equal(count, cases[i].slip_count);
        for (size_t s = 0; s < count; s++)
            assert_true(slips[s].since == cases[i].slips[s].since &&
                        slips[s].until == cases[i].slips[s].until);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_known_of_who_has_no_records),
        cmocka_unit_test(talks_half_as_long_are_shorter),
        cmocka_unit_test(short_words_after_talks_are_shorter_without_stamps),
        cmocka_unit_test(two_talks_without_the_key_person_are_a_step_back),
        cmocka_unit_test(being_turned_away_twice_running_counts_until_one_is_received),
        cmocka_unit_test(answers_that_take_twice_as_long_are_slower),
        cmocka_unit_test(what_came_again_and_again_and_stopped_is_said_when_its_time_has_passed),
        cmocka_unit_test(a_rival_is_seen_on_its_day),
        cmocka_unit_test(orders_shrink_against_a_year_ago_else_against_the_months_before),
        cmocka_unit_test(a_product_line_that_goes_away_is_seen_though_all_together_stays),
        cmocka_unit_test(two_within_sixty_days_make_a_client_slip),
    };
    return cmocka_run_group_tests_name("retreat", tests, NULL, NULL);
}
