// SPDX-License-Identifier: GPL-3.0-or-later
// The spread of a week: by hand where the answer can be seen, against everything tried where it is
// small enough.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/plan/week.h"
#include "random_problem.h"

enum { DAYS_MOST = 4, CALLS_MOST = 24, ROWS_MOST = CALLS_MOST + 6, A_DAY = 480, LENGTH = 30 };

/// A week on a line: the office at 0, each place so many minutes east or west of it.
typedef struct Line {
    WeekProblem problem;
    SpreadDay days[DAYS_MOST];
    WeekCall calls[CALLS_MOST];
    RouteCost day_prices[CALLS_MOST][DAYS_MOST];
    RouteStop stops[DAYS_MOST][ROWS_MOST];
    RouteWindow windows[DAYS_MOST][ROWS_MOST];
    int place[DAYS_MOST][ROWS_MOST]; // of each stop
    RouteTime legs[DAYS_MOST][ROWS_MOST * ROWS_MOST];
    RouteMode modes[DAYS_MOST];
} Line;

static void open_line(Line *line, size_t days, size_t most)
{
    memset(line, 0, sizeof *line);
    line->problem = (WeekProblem){
        .days = line->days, .day_count = days, .calls = line->calls, .even_price = 7};
    for (size_t i = 0; i < days; i++) {
        line->modes[i] = (RouteMode){.legs = line->legs[i], .price = 10, .at_wheel = true};
        line->days[i] = (SpreadDay){.most = most};
        line->days[i].all = (RouteProblem){.stops = line->stops[i],
                                           .modes = &line->modes[i],
                                           .mode_count = 1,
                                           .end = A_DAY,
                                           .finish_price = 1};
    }
}

static RouteStop *add_stop(Line *line, size_t day, int place)
{
    RouteProblem *all = &line->days[day].all;
    RouteStop *stop = &line->stops[day][all->count];
    *stop = (RouteStop){.service = LENGTH, .wish = ROUTE_NEVER, .price = ROUTE_MUST};
    line->place[day][all->count++] = place;
    return stop;
}

/// Before all calls.
static void add_agreed(Line *line, size_t day, int place, RouteTime hour)
{
    RouteWindow *window = &line->windows[day][line->days[day].all.count];
    RouteStop *stop = add_stop(line, day, place);
    *window = (RouteWindow){hour, hour};
    stop->windows = window;
    stop->window_count = 1;
    line->days[day].stands++;
}

static size_t add_call(Line *line, int place)
{
    size_t call = line->problem.call_count++;
    line->calls[call] = (WeekCall){.day_prices = line->day_prices[call], .price = 20000};
    for (size_t day = 0; day < line->problem.day_count; day++)
        add_stop(line, day, place)->price = 20000;
    return call;
}

static int place_of_row(const Line *line, size_t day, size_t row)
{
    bool office = row == 0 || row == line->days[day].all.count + 1;
    return office ? 0 : line->place[day][row - 1];
}

static WeekResult spread(Line *line, const WeekLimits *limits, Arena *arena)
{
    for (size_t day = 0; day < line->problem.day_count; day++) {
        size_t rows = line->days[day].all.count + 2;
        for (size_t i = 0; i < rows; i++)
            for (size_t j = 0; j < rows; j++)
                line->legs[day][i * rows + j] = abs(place_of_row(line, day, i) -
                                                    place_of_row(line, day, j));
    }
    WeekResult result = week_solve(&line->problem, limits, arena);
    assert_int_equal(result.flaw, WEEK_SOUND);
    return result;
}

static const WeekLimits enough = {.nodes = 200000};

static void what_is_near_goes_on_one_day(void **state)
{
    (void)state;
    Line line;
    Arena *arena = arena_open();
    open_line(&line, 2, 10);
    for (int i = 0; i < 4; i++) {
        add_call(&line, 60 + i);
        add_call(&line, -60 - i);
    }
    WeekResult result = spread(&line, &enough, arena);
    for (size_t call = 0; call < 8; call++)
        assert_int_equal(result.days_of[call], result.days_of[call % 2]);
    assert_int_not_equal(result.days_of[0], result.days_of[1]);
    arena_close(arena);
}

static void calls_in_one_street_are_shared_out_evenly(void **state)
{
    (void)state;
    Line line;
    Arena *arena = arena_open();
    open_line(&line, 3, 10);
    for (int i = 0; i < 12; i++)
        add_call(&line, i / 4);
    WeekResult result = spread(&line, &enough, arena);
    for (size_t day = 0; day < 3; day++)
        assert_int_equal(result.days[day].calls, 4);
    arena_close(arena);
}

static void a_call_goes_where_somebody_near_is_visited_already(void **state)
{
    (void)state;
    Line line;
    Arena *arena = arena_open();
    open_line(&line, 3, 10);
    add_agreed(&line, 1, 90, 240);
    add_call(&line, 88);
    WeekResult result = spread(&line, &enough, arena);
    assert_int_equal(result.days_of[0], 1);
    arena_close(arena);
}

static void an_agreed_hour_stands_however_full_the_day_gets(void **state)
{
    (void)state;
    Line line;
    Arena *arena = arena_open();
    open_line(&line, 1, 20);
    add_agreed(&line, 0, 30, 200);
    for (int i = 0; i < 20; i++)
        add_call(&line, 5 + i);
    WeekResult result = spread(&line, &enough, arena);
    bool stands = false;
    for (size_t i = 0; i < result.days[0].count; i++)
        stands = stands || result.days[0].order[i] == 0;
    assert_true(stands);
    assert_true(result.days[0].calls >= 11 && result.days[0].calls < 20);
    arena_close(arena);
}

static void no_day_takes_more_than_it_may(void **state)
{
    (void)state;
    Line line;
    Arena *arena = arena_open();
    open_line(&line, 2, 3);
    for (int i = 0; i < 9; i++)
        add_call(&line, i);
    WeekResult result = spread(&line, &enough, arena);
    size_t out = 0;
    for (size_t call = 0; call < 9; call++)
        out += result.days_of[call] == WEEK_OUT;
    assert_int_equal(out, 3);
    assert_int_equal(week_elsewhere(&line.problem, &result, 0, 0).is,
                     result.days_of[0] == 0 ? WEEK_ELSE_FITS : WEEK_ELSE_FULL);
    arena_close(arena);
}

static void what_is_dear_to_leave_out_goes_first(void **state)
{
    (void)state;
    Line line;
    Arena *arena = arena_open();
    open_line(&line, 1, 2);
    for (int i = 0; i < 6; i++)
        add_call(&line, i);
    line.calls[4].price = 700000;
    line.calls[5].price = 25000000;
    WeekResult result = spread(&line, &enough, arena);
    for (size_t call = 0; call < 6; call++)
        assert_int_equal(result.days_of[call], call < 4 ? WEEK_OUT : 0);
    arena_close(arena);
}

static void a_day_that_cannot_be_is_never_taken(void **state)
{
    (void)state;
    Line line;
    Arena *arena = arena_open();
    open_line(&line, 2, 10);
    add_agreed(&line, 0, 90, 240);
    size_t shut = add_call(&line, 88);
    line.day_prices[shut][0] = WEEK_NEVER;
    size_t never = add_call(&line, 10);
    line.day_prices[never][0] = line.day_prices[never][1] = WEEK_NEVER;
    WeekResult result = spread(&line, &enough, arena);
    assert_int_equal(result.days_of[shut], 1);
    assert_int_equal(result.days_of[never], WEEK_OUT);
    assert_int_equal(week_elsewhere(&line.problem, &result, never, 1).is, WEEK_ELSE_NEVER);
    arena_close(arena);
}

static void what_is_cheap_to_leave_out_is_only_taken_on_the_way(void **state)
{
    (void)state;
    Line line;
    Arena *arena = arena_open();
    open_line(&line, 1, 10);
    add_agreed(&line, 0, 60, 260);
    size_t near = add_call(&line, 40), far = add_call(&line, -80);
    line.calls[near].price = line.calls[far].price = 300;
    WeekResult result = spread(&line, &enough, arena);
    assert_int_equal(result.days_of[near], 0);
    assert_int_equal(result.days_of[far], WEEK_OUT);
    WeekElse there = week_elsewhere(&line.problem, &result, far, 0);
    assert_int_equal(there.is, WEEK_ELSE_FITS);
    assert_int_equal(there.way, 160);
    arena_close(arena);
}

static void the_same_nodes_give_the_same_week_and_a_stop_still_gives_one(void **state)
{
    (void)state;
    Line line;
    Arena *arena = arena_open();
    open_line(&line, 3, 6);
    for (int i = 0; i < 20; i++)
        add_call(&line, (i * 37) % 101 - 50);
    const WeekLimits few = {.nodes = 5000};
    WeekResult one = spread(&line, &few, arena), other = spread(&line, &few, arena);
    assert_memory_equal(one.days_of, other.days_of, 20 * sizeof *one.days_of);
    assert_true(one.cost == other.cost && one.nodes == other.nodes);
    const WeekLimits none = {.nodes = 1};
    assert_true(spread(&line, &none, arena).cost >= one.cost);
    arena_close(arena);
}

static void a_week_is_never_worse_than_the_one_it_began_from(void **state)
{
    (void)state;
    Line line;
    Arena *arena = arena_open();
    open_line(&line, 3, 8);
    for (int i = 0; i < 20; i++)
        add_call(&line, (i * 41) % 97 - 48);
    const WeekLimits few = {.nodes = 20000};
    WeekResult first = spread(&line, &few, arena);
    const WeekLimits on = {.nodes = 100000, .start = first.days_of};
    assert_true(spread(&line, &on, arena).cost <= first.cost);
    arena_close(arena);
}

static void a_flaw_is_named_and_nothing_is_spread(void **state)
{
    (void)state;
    Line line;
    size_t at;
    Arena *arena = arena_open();
    open_line(&line, 2, 3);
    add_call(&line, 5);
    line.calls[0].price = -1;
    assert_int_equal(week_flaw(&line.problem, &at), WEEK_BAD_PRICE);
    assert_int_equal(week_solve(&line.problem, &enough, arena).flaw, WEEK_BAD_PRICE);
    line.calls[0].price = 20000;
    line.days[1].stands = 1;
    assert_int_equal(week_flaw(&line.problem, &at), WEEK_BAD_DAY);
    assert_int_equal(at, 1);
    arena_close(arena);
}

// --- everything tried

/// The rule's sum of one day with some of the calls, by the engine's proof; negative: it cannot be.
static RouteCost cost_of_day(const Line *line, size_t day, const int32_t *days_of)
{
    const SpreadDay *what = &line->days[day];
    static RouteStop stops[ROWS_MOST];
    static RouteTime legs[ROWS_MOST * ROWS_MOST];
    size_t of[ROWS_MOST] = {0}, count = 0;
    RouteTime load = 0;
    RouteProblem part = what->all;
    for (size_t stop = 0; stop < what->all.count; stop++) {
        if (stop >= what->stands && days_of[stop - what->stands] != (int32_t)day)
            continue;
        stops[count] = what->all.stops[stop];
        stops[count].price = ROUTE_MUST;
        load += stops[count].service;
        of[++count] = stop + 1;
    }
    of[count + 1] = what->all.count + 1;
    for (size_t i = 0; i < count + 2; i++)
        for (size_t j = 0; j < count + 2; j++)
            legs[i * (count + 2) + j] = line->legs[day][of[i] * (what->all.count + 2) + of[j]];
    RouteMode mode = line->modes[day];
    mode.legs = legs;
    part.modes = &mode;
    part.stops = stops;
    part.count = count;
    Arena *arena = arena_open();
    const RouteLimits limits = {0};
    RouteResult result = route_solve(&part, &limits, arena);
    for (size_t i = 0; i < result.plan.count; i++)
        load += result.plan.steps[i].leg;
    RouteCost cost = result.status == ROUTE_IMPOSSIBLE || result.left_count
                         ? -1
                         : result.plan.cost +
                               line->problem.even_price * load * load / what->all.end;
    arena_close(arena);
    return cost;
}

/// Of an assignment; −1: it cannot be.
static RouteCost cost_of_week(const Line *line, const int32_t *days_of)
{
    RouteCost cost = 0;
    size_t on[DAYS_MOST] = {0};
    for (size_t call = 0; call < line->problem.call_count; call++) {
        int32_t day = days_of[call];
        RouteCost price = day == WEEK_OUT ? line->calls[call].price
                                          : line->calls[call].day_prices[day];
        if (price == WEEK_NEVER || (day != WEEK_OUT && ++on[day] > line->days[day].most))
            return -1;
        cost += price;
    }
    for (size_t day = 0; day < line->problem.day_count; day++) {
        RouteCost of_day = cost_of_day(line, day, days_of);
        if (of_day < 0)
            return -1;
        cost += of_day;
    }
    return cost;
}

static RouteCost try_every_spread(const Line *line)
{
    RouteCost best = INT64_MAX;
    size_t ways = 1;
    for (size_t call = 0; call < line->problem.call_count; call++)
        ways *= line->problem.day_count + 1;
    for (size_t way = 0; way < ways; way++) {
        int32_t days_of[CALLS_MOST];
        size_t rest = way;
        for (size_t call = 0; call < line->problem.call_count; call++) {
            days_of[call] = (int32_t)(rest % (line->problem.day_count + 1)) - 1;
            rest /= line->problem.day_count + 1;
        }
        RouteCost cost = cost_of_week(line, days_of);
        if (cost >= 0 && cost < best)
            best = cost;
    }
    return best;
}

static void draw_week(Line *line, uint64_t seed)
{
    uint64_t chance = seed;
    open_line(line, 2 + draw_below(&chance, 2), 1 + draw_below(&chance, 4));
    for (size_t day = 0; day < line->problem.day_count; day++) {
        line->days[day].all.end = 150 + (RouteTime)draw_below(&chance, 200);
        if (draw_below(&chance, 2))
            add_agreed(line, day, (int)draw_below(&chance, 60) - 30,
                       35 + (RouteTime)draw_below(&chance, 50));
        if (draw_below(&chance, 3) == 0)
            line->days[day].all.lunch = (RouteLunch){60, 115, 20};
    }
    size_t calls = 2 + draw_below(&chance, 3);
    for (size_t i = 0; i < calls; i++) {
        size_t call = add_call(line, (int)draw_below(&chance, 80) - 40);
        line->calls[call].price = draw_below(&chance, 3) ? 20000 : 400;
        for (size_t day = 0; day < line->problem.day_count; day++)
            line->day_prices[call][day] = draw_below(&chance, 6) == 0
                                              ? WEEK_NEVER
                                              : (RouteCost)draw_below(&chance, 200);
    }
}

static void a_small_week_is_the_cheapest_there_is(void **state)
{
    (void)state;
    static Line line;
    for (uint64_t seed = 1; seed <= 80; seed++) {
        Arena *arena = arena_open();
        draw_week(&line, seed);
        WeekResult result = spread(&line, &enough, arena);
        RouteCost best = try_every_spread(&line);
        if (result.cost != best || cost_of_week(&line, result.days_of) != best)
            fail_msg("seed %llu: %lld, the cheapest is %lld", (unsigned long long)seed,
                     (long long)result.cost, (long long)best);
        arena_close(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_near_goes_on_one_day),
        cmocka_unit_test(calls_in_one_street_are_shared_out_evenly),
        cmocka_unit_test(a_call_goes_where_somebody_near_is_visited_already),
        cmocka_unit_test(an_agreed_hour_stands_however_full_the_day_gets),
        cmocka_unit_test(no_day_takes_more_than_it_may),
        cmocka_unit_test(what_is_dear_to_leave_out_goes_first),
        cmocka_unit_test(a_day_that_cannot_be_is_never_taken),
        cmocka_unit_test(what_is_cheap_to_leave_out_is_only_taken_on_the_way),
        cmocka_unit_test(the_same_nodes_give_the_same_week_and_a_stop_still_gives_one),
        cmocka_unit_test(a_week_is_never_worse_than_the_one_it_began_from),
        cmocka_unit_test(a_flaw_is_named_and_nothing_is_spread),
        cmocka_unit_test(a_small_week_is_the_cheapest_there_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
