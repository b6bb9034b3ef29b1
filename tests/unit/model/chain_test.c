// SPDX-License-Identifier: GPL-3.0-or-later
// Chains of promises: small ones by hand, random ones against a brute force.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/rules.h"

static const WorkCalendar calendar = {0};

static Day on(int month, int day)
{
    Day ret = NONE;
    assert_true(day_from(2026, month, day, &ret));
    return ret;
}

static void all_that_wait_keep_their_day(void **state)
{
    (void)state;
    // end customer ← client ← me ← engineering
    const ChainStep steps[] = {
        {.due = on(12, 4), .waits_for = 1, .working_days = 1},  // the client's answer, Friday
        {.due = NONE, .waits_for = 2, .working_days = 2},       // my drawing
        {.due = on(12, 10), .waits_for = -1, .working_days = 0} // engineering says Thursday week
    };
    Day latest[3];
    chain_latest(steps, 3, &calendar, latest);
    assert_int_equal(latest[0], on(12, 4));
    assert_int_equal(latest[1], on(12, 3));
    assert_int_equal(latest[2], on(12, 1)); // not the 10th
}

static void weekends_lie_between(void **state)
{
    (void)state;
    const ChainStep steps[] = {{.due = on(11, 30), .waits_for = 1, .working_days = 1},
                               {.due = NONE, .waits_for = -1}};
    Day latest[2];
    chain_latest(steps, 2, &calendar, latest);
    assert_int_equal(latest[1], on(11, 27));
}

static void what_a_chain_can_slip_is_its_tightest_link(void **state)
{
    (void)state;
    static const struct {
        int answer, drawing, measures, slack; // days of December 2026, 0: undated
    } rows[] = {
        {11, 10, 9, 0},                   // a working day between each of them, nothing to spare
        {11, 9, 7, 1},   {11, 11, 7, -1}, // the drawing comes on the day of the answer: too late
        {18, 9, 8, 0},                    // the first link is loose, the second is not
        {18, 0, 7, 7},                    // the drawing has the day that the answer leaves it
        {0, 0, 7, NONE},
    };
    const ChainEdge edges[] = {{0, 1, 1}, {1, 2, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Day dues[] = {rows[i].answer ? on(12, rows[i].answer) : NONE,
                      rows[i].drawing ? on(12, rows[i].drawing) : NONE, on(12, rows[i].measures)};
        int32_t slack = chain_slack(dues, 3, edges, 2, &calendar);
        if (slack != rows[i].slack)
            fail_msg("row %zu: %d, not %d", i, slack, rows[i].slack);
    }
}

static void nothing_dated_stays_undated(void **state)
{
    (void)state;
    const ChainStep steps[] = {{.due = NONE, .waits_for = 1}, {.due = NONE, .waits_for = -1}};
    Day latest[2] = {1, 2};
    chain_latest(steps, 2, &calendar, latest);
    assert_int_equal(latest[0], NONE);
    assert_int_equal(latest[1], NONE);
}

static void a_circle_is_cut(void **state)
{
    (void)state;
    const ChainStep steps[] = {{.due = on(12, 4), .waits_for = 1, .working_days = 1},
                               {.due = NONE, .waits_for = 2, .working_days = 1},
                               {.due = NONE, .waits_for = 0, .working_days = 1},
                               {.due = on(12, 1), .waits_for = 3, .working_days = 1}};
    Day latest[4];
    chain_latest(steps, 4, &calendar, latest);
    assert_int_equal(latest[0], on(12, 4));
    assert_int_equal(latest[1], on(12, 3));
    assert_int_equal(latest[2], on(12, 2));
    assert_int_equal(latest[3], on(12, 1)); // waits for itself
}

static uint32_t next_random(uint32_t *state) // a linear congruential generator, Numerical Recipes'
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/// By definition: the soonest of its own day and of what each step that waits for it leaves.
static Day brute_force(const Day *dues, const ChainEdge *edges, size_t edge_count, size_t step)
{
    Day latest = dues[step];
    for (size_t i = 0; i < edge_count; i++) {
        if (edges[i].waits_for != step)
            continue;
        Day then = brute_force(dues, edges, edge_count, edges[i].step);
        if (then == NONE)
            continue;
        for (int32_t left = edges[i].working_days; left > 0; left -= workday_is(&calendar, then))
            then--;
        if (latest == NONE || then < latest)
            latest = then;
    }
    return latest;
}

static void random_chains_agree_with_a_brute_force(void **state)
{
    (void)state;
    enum { STEPS = 9, EDGES = 14 };
    uint32_t random = 20261124;
    for (int round = 0; round < 400; round++) {
        Day dues[STEPS], latest[STEPS];
        ChainEdge edges[EDGES];
        for (size_t i = 0; i < STEPS; i++)
            dues[i] = next_random(&random) % 3 == 0 ? 20781 + (Day)(next_random(&random) % 60)
                                                    : NONE;
        for (size_t i = 0; i < EDGES; i++) { // a step waits for later ones only: no circles
            size_t step = next_random(&random) % (STEPS - 1);
            size_t further = 1 + next_random(&random) % (STEPS - 1 - step);
            edges[i] = (ChainEdge){step, step + further, (int32_t)(next_random(&random) % 4)};
        }
        chain_latest_of(dues, STEPS, edges, EDGES, &calendar, latest);
        for (size_t i = 0; i < STEPS; i++)
            assert_int_equal(latest[i], brute_force(dues, edges, EDGES, i));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_that_wait_keep_their_day),
        cmocka_unit_test(weekends_lie_between),
        cmocka_unit_test(what_a_chain_can_slip_is_its_tightest_link),
        cmocka_unit_test(nothing_dated_stays_undated),
        cmocka_unit_test(a_circle_is_cut),
        cmocka_unit_test(random_chains_agree_with_a_brute_force),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
