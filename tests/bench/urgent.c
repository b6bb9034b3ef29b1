// SPDX-License-Identifier: GPL-3.0-or-later
// An urgent call beside a day of twenty stops: how long until the new day is there, and whether it
// is the day that one would have made from nothing. And how long the legs between all places take.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench/times.h"
#include "mawari/geo/leg.h"
#include "mawari/plan/route_solve.h"
#include "plan/price.h"

static const char usage[] =
    "usage: bench_urgent [DAYS SEED]\n"
    "Plans DAYS (200) days of 20 stops with lunch, four agreed half-hours and loose hours, then "
    "the\n"
    "same with one call more that must be served, once from the order there was and once from\n"
    "nothing. Times are the processor's own. `shown` is when the first day with the call is in\n"
    "hand, `best` when the best. Exit 1: the two ways end with different costs, or a day is "
    "none.\n";

enum {
    STOPS = 20,
    AGREED = 4,
    ROWS = STOPS + 3, // with the call, the start and the end
    TOWN = 120000,    // across, microdegrees
    NORTH = 43060000,
    EAST = 141350000,
    MATRICES = 1000,
    DEADLINE_MS = 1000,
};

typedef struct Days {
    uint64_t chance;
    Position places[ROWS]; // the start, the stops, the call, the end
    RouteTime legs[ROWS * ROWS];
    RouteStop stops[STOPS + 1]; // the last is the call
    RouteWindow windows[STOPS + 1];
    RouteMode mode;
    RouteProblem before, after; // without the call and with it
    RouteTime before_legs[ROWS * ROWS];
    RouteMode before_mode;
} Days;

typedef struct Watch {
    struct timespec begun;
    double first_ms, best_ms;
    RouteCost must; // a day that costs as much leaves the call out
} Watch;

typedef struct Found {
    Times shown, best, proof, scratch, matrix;
    size_t proved, different, wrong, bad; // wrong: different, though both are said to be the best
} Found;

static double passed_ms(const struct timespec *since)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)(now.tv_sec - since->tv_sec) * 1e3 +
           (double)(now.tv_nsec - since->tv_nsec) / 1e6;
}

static bool is_over(void *taker)
{
    return passed_ms(&((Watch *)taker)->begun) >= DEADLINE_MS;
}

static void note_better(RouteCost cost, void *taker)
{
    Watch *watch = taker;
    watch->best_ms = passed_ms(&watch->begun);
    if (cost < watch->must && watch->first_ms < 0)
        watch->first_ms = watch->best_ms;
}

static long below(Days *days, long most)
{
    days->chance += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t mixed = (days->chance ^ (days->chance >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (long)((mixed ^ (mixed >> 31)) % (uint64_t)most);
}

static void make_matrix(const Position *places, size_t count, RouteTime *legs)
{
    for (size_t from = 0; from < count; from++)
        for (size_t to = 0; to < count; to++)
            legs[from * count + to] = leg_estimate(places[from], places[to], TRAVEL_CAR);
}

/// Visits weigh by rank; what was agreed and the call itself must be.
static RouteStop make_stop(Days *days, size_t at)
{
    RouteWindow *window = &days->windows[at];
    bool agreed = at < AGREED, call = at == STOPS;
    *window = (RouteWindow){540 + (RouteTime)below(days, 2) * 60, 1020};
    if (agreed)
        window->open = 600 + (RouteTime)at * 110 + (RouteTime)below(days, 60);
    if (agreed)
        window->close = window->open + 15;
    return (RouteStop){.service = (RouteTime)(agreed ? 30 : 5 + 5 * below(days, 3)),
                       .windows = window,
                       .window_count = 1,
                       .wish = ROUTE_NEVER,
                       .price = agreed || call ? ROUTE_MUST : 1000 * (1 + below(days, 3))};
}

static void make_day(Days *days)
{
    for (size_t i = 0; i < ROWS; i++)
        days->places[i] = (Position){NORTH + (int32_t)below(days, TOWN),
                                     EAST + (int32_t)below(days, TOWN)};
    days->places[ROWS - 1] = days->places[0];
    for (size_t i = 0; i <= STOPS; i++)
        days->stops[i] = make_stop(days, i);
    make_matrix(days->places, ROWS, days->legs);
    Position call = days->places[ROWS - 2];
    days->places[ROWS - 2] = days->places[ROWS - 1];
    make_matrix(days->places, ROWS - 1, days->before_legs);
    days->places[ROWS - 2] = call;
    days->mode = (RouteMode){.legs = days->legs, .price = 10, .at_wheel = true};
    days->before_mode = (RouteMode){.legs = days->before_legs, .price = 10, .at_wheel = true};
    days->after = (RouteProblem){.stops = days->stops,
                                 .count = STOPS + 1,
                                 .modes = &days->mode,
                                 .mode_count = 1,
                                 .start = 540,
                                 .end = 1080,
                                 .finish_price = 1,
                                 .lunch = {690, 780, 45}};
    days->before = days->after;
    days->before.count = STOPS;
    days->before.modes = &days->before_mode;
}

static RouteResult solve(const RouteProblem *problem, const RoutePlan *old, Watch *watch,
                         Arena *arena)
{
    size_t order[STOPS + 1], count = 0;
    for (size_t i = 0; old && i + 1 < old->count; i++)
        order[count++] = old->steps[i].stop;
    *watch = (Watch){.first_ms = -1, .must = route_must_price(problem)};
    RouteLimits limits = {.stop = is_over,
                          .better = note_better,
                          .taker = watch,
                          .start = old ? order : NULL,
                          .start_count = count};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &watch->begun);
    return route_solve(problem, &limits, arena);
}

static bool is_kept(const RouteProblem *problem, const RouteResult *result)
{
    size_t step;
    return result->status != ROUTE_IMPOSSIBLE &&
           (result->short_of_musts || route_check(problem, &result->plan, &step) == ROUTE_KEPT);
}

static void try_day(Days *days, Found *found)
{
    Arena *arena = arena_open();
    Watch watch;
    make_day(days);
    RouteResult old = solve(&days->before, NULL, &watch, arena);
    RouteResult fresh = solve(&days->after, NULL, &watch, arena);
    times_add(&found->scratch, watch.best_ms);
    RouteResult urgent = solve(&days->after, &old.plan, &watch, arena);
    double ended = passed_ms(&watch.begun);
    times_add(&found->shown, watch.first_ms);
    times_add(&found->best, watch.best_ms);
    if (urgent.status == ROUTE_OPTIMAL) {
        times_add(&found->proof, ended);
        found->proved++;
    }
    if (urgent.plan.cost != fresh.plan.cost) {
        found->different++;
        found->wrong += urgent.status == ROUTE_OPTIMAL && fresh.status == ROUTE_OPTIMAL;
    }
    found->bad += !is_kept(&days->after, &fresh) || !is_kept(&days->after, &urgent);
    arena_close(arena);
}

/// Twenty stops, the start and the end, so often that the clock can tell.
static void time_matrix(Days *days, Found *found)
{
    struct timespec begun;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begun);
    for (int i = 0; i < MATRICES; i++) {
        days->places[0].latitude ^= 1;
        make_matrix(days->places, STOPS + 2, days->legs);
    }
    times_add(&found->matrix, passed_ms(&begun) / MATRICES);
}

static void say(Found *found, long days)
{
    printf("%ld days of %d stops and an urgent call: %zu proved, %zu with another cost than from "
           "nothing, of which %zu were proved both ways\n",
           days, (int)STOPS, found->proved, found->different, found->wrong);
    times_print("urgent call, shown", &found->shown);
    times_print("urgent call, the best", &found->best);
    times_print("urgent call, proved", &found->proof);
    times_print("the same from nothing, the best", &found->scratch);
    times_print("legs between 20 stops, start and end", &found->matrix);
}

int main(int argc, char **argv)
{
    if (argc != 1 && argc != 3) {
        fputs(usage, stderr);
        return 2;
    }
    long count = argc == 3 ? strtol(argv[1], NULL, 10) : 200;
    Days *days = calloc(1, sizeof *days);
    Found *found = calloc(1, sizeof *found);
    if (!days || !found)
        return 1;
    days->chance = argc == 3 ? strtoull(argv[2], NULL, 10) : 1;
    for (long i = 0; i < count; i++) {
        try_day(days, found);
        time_matrix(days, found);
    }
    say(found, count);
    bool right = found->different == 0 && found->bad == 0;
    free(days);
    free(found);
    return right ? 0 : 1;
}
