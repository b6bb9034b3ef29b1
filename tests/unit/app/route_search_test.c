// SPDX-License-Identifier: GPL-3.0-or-later
// The search behind the screen: a first answer, a better one that is offered, a proof, a change of
// the store, an end in the middle of it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/jobs.h"
#include "mawari/app/route.h"

enum { TOMORROW = 1, SHOPS = 12 };

static const RouteEffort at_once = {.deadline_ms = 0};
static const RouteEffort thorough = {.deadline_ms = NONE};

/// Shops to and fro, north of the office and south of it.
static void a_zigzag(App *app)
{
    add(app, "office name=営業所 home=yes latitude=43.100 longitude=141.350");
    for (int i = 0; i < SHOPS; i++) {
        int north = i % 2 ? 100 + 7 * i : 100 - 8 * i;
        Id client = add(app, arena_print(app->kept, "client name=店%d rank=B", i));
        Id site = add(app, arena_print(app->kept,
                                       "site name=店%d client=%lld latitude=43.%03d "
                                       "longitude=141.%03d",
                                       i, (long long)client, north, 350 + 5 * (i % 3)));
        add(app, arena_print(app->kept, "visit client=%lld site=%lld day=明日 minutes=5",
                             (long long)client, (long long)site));
    }
}

static RouteSearch *begin(App *app, const RouteEffort *first, const RouteEffort *more)
{
    RouteSearch *search;
    Err err = {0};
    if (!route_search_open(app, app->today + TOMORROW, first, more, &search, &err))
        fail_msg("%s", err.text);
    return search;
}

/// Serves one job as the loop does; false: none runs.
static bool serve(App *app)
{
    struct pollfd ready[8];
    size_t count = app_jobs_fds(app, ready, 8);
    if (count == 0)
        return false;
    assert_true(poll(ready, (nfds_t)count, -1) > 0);
    (void)app_jobs_ready(app, ready, count);
    return true;
}

static void the_first_answer_is_shown_and_what_is_better_is_offered(void **state)
{
    App *app = *state;
    a_zigzag(app);
    RouteSearch *search = begin(app, &at_once, &thorough);
    assert_null(route_search_found(search).shown);
    assert_true(route_search_found(search).looks);
    assert_false(route_search_is_new(search));
    assert_true(serve(app));
    RouteFound found = route_search_found(search);
    assert_non_null(found.shown);
    assert_true(found.looks);
    assert_null(found.offered);
    assert_true(route_search_is_new(search));
    assert_false(route_search_is_new(search));
    Minute travel = found.shown->travel;
    while (serve(app))
        continue;
    found = route_search_found(search);
    assert_false(found.looks);
    assert_int_equal(found.shown->travel, travel); // what is shown stays
    assert_non_null(found.offered);
    assert_true(found.offered->optimal);
    assert_true(found.offered->travel < travel);
    assert_non_null(strstr(route_improvement(found.shown, found.offered, app->kept), "min better"));
    route_search_close(app, search);
}

static void a_first_answer_that_is_the_best_needs_no_second_look(void **state)
{
    App *app = *state;
    a_zigzag(app);
    RouteSearch *search = begin(app, &thorough, &thorough);
    assert_true(serve(app));
    assert_true(route_search_found(search).shown->optimal);
    assert_false(route_search_found(search).looks);
    assert_false(serve(app));
    route_search_close(app, search);
}

static void the_same_nodes_find_the_same_order(void **state)
{
    App *app = *state;
    a_zigzag(app);
    const RouteEffort few = {.deadline_ms = NONE, .nodes = 50};
    Minute begins[2][SHOPS];
    for (int round = 0; round < 2; round++) {
        RouteSearch *search = begin(app, &few, &few);
        while (serve(app))
            continue;
        const DayRoute *route = route_search_found(search).shown;
        size_t visits = 0;
        for (size_t i = 0; i < route->count; i++)
            if (route->rows[i].kind == ROW_VISIT)
                begins[round][visits++] = route->rows[i].begin;
        assert_int_equal(visits, SHOPS);
        route_search_close(app, search);
    }
    assert_memory_equal(begins[0], begins[1], sizeof begins[0]);
}

static size_t visits_of(const DayRoute *route)
{
    size_t visits = 0;
    for (size_t i = 0; i < route->count; i++)
        visits += route->rows[i].kind == ROW_VISIT;
    return visits;
}

static void a_changed_store_is_asked_anew(void **state)
{
    App *app = *state;
    a_zigzag(app);
    RouteSearch *search = begin(app, &thorough, &thorough);
    while (serve(app))
        continue;
    size_t before = visits_of(route_search_found(search).shown);
    does(app, "visit", "店0 明日");
    assert_true(route_search_look(app, search, NULL));
    assert_null(route_search_found(search).shown);
    while (serve(app))
        continue;
    assert_int_equal(visits_of(route_search_found(search).shown), before + 1);
    route_search_close(app, search);
}

static void who_leaves_before_the_answer_leaves_nothing_behind(void **state)
{
    App *app = *state;
    a_zigzag(app);
    RouteSearch *search = begin(app, &thorough, &thorough);
    route_search_close(app, search);
    while (serve(app))
        continue;
    search = begin(app, &thorough, &thorough);
    route_search_close(app, search); // and the program ends now
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)
    const struct CMUnitTest tests[] = {
        TEST(the_first_answer_is_shown_and_what_is_better_is_offered),
        TEST(a_first_answer_that_is_the_best_needs_no_second_look),
        TEST(the_same_nodes_find_the_same_order),
        TEST(a_changed_store_is_asked_anew),
        TEST(who_leaves_before_the_answer_leaves_nothing_behind),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
