// SPDX-License-Identifier: GPL-3.0-or-later
// The load list: which things stand on it for which stop, in which order, and what ticking does.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/loading.h"
#include "mawari/base/buffer.h"
#include "mawari/model/kinds.h"

/// "what@place" of every row, those in the car with x, heavy ones with kg, what comes back after |.
static const char *listed_on(App *app, Day day)
{
    LoadSheet sheet;
    Err err = {0};
    Buffer out = {.arena = app->kept};
    LoadPart part = LOAD_TAKE;
    if (!load_sheet(app, day, app->kept, &sheet, &err))
        fail_msg("%s", err.text);
    for (size_t i = 0; i < sheet.count; i++) {
        const LoadRow *row = &sheet.rows[i];
        buffer_print(&out, "%s%s%s%s@%s%s", row->part != part ? "|" : "", i ? " " : "",
                     row->loading && !row->left_over ? "x" : "", row->what, row->place,
                     row->heavy ? "kg" : "");
        part = row->part;
    }
    return buffer_text(&out);
}

static const char *listed(App *app)
{
    return listed_on(app, app->today);
}

/// Two clients that are visited today, the second one in the afternoon.
static void two_stops(App *app)
{
    add(app, "client name=青葉");
    add(app, "client name=みなと");
    add(app, "client name=よそ");
    add(app, "visit client=青葉 day=2026-11-24 start=10:20");
    add(app, "visit client=みなと day=2026-11-24 start=15:00");
}

/// What "can I stop?" answers.
static const char *stop_said(App *app)
{
    return does(app, "stop", "").printed;
}

static void the_last_stop_is_loaded_first_and_heavy_things_before_light_ones(void **state)
{
    App *app = *state;
    two_stops(app);
    add(app, "commitment what=見本 client=青葉 way=bring");
    add(app, "commitment what=鍵 client=みなと way=bring due=2026-11-24");
    add(app, "commitment what=棚 client=みなと way=deliver due=2026-11-20 heavy=yes");
    add(app, "commitment what=傘 client=よそ way=bring");
    assert_string_equal(listed(app), "棚@みなとkg 鍵@みなと 見本@青葉");
    assert_string_equal(listed_on(app, app->today + 1), "");
}

static void an_order_goes_along_until_somebody_could_take_it(void **state)
{
    App *app = *state;
    two_stops(app);
    Id order = add(app, "order_memo what=豆腐 client=青葉 taken=2026-11-20 wanted=2026-11-23");
    add(app, "order_memo what=卵 client=青葉 taken=2026-11-20 wanted=2026-11-25");
    assert_string_equal(listed(app), "豆腐@青葉");
    Id before = add(app, "visit client=青葉 day=2026-11-23 outcome=absent");
    assert_string_equal(listed(app), "豆腐@青葉");
    char line[64];
    (void)snprintf(line, sizeof line, "visit %lld outcome=met", (long long)before);
    does(app, "set", line);
    assert_string_equal(listed(app), "");
    (void)snprintf(line, sizeof line, "order_memo %lld wanted=none", (long long)order);
    does(app, "set", line); // undated: since the day on which it was taken
    assert_string_equal(listed(app), "");
    (void)snprintf(line, sizeof line, "visit %lld outcome=card_left", (long long)before);
    does(app, "set", line);
    assert_string_equal(listed(app), "豆腐@青葉");
}

static void loans_and_returns_come_back_and_stand_apart(void **state)
{
    App *app = *state;
    two_stops(app);
    add(app, "commitment what=鍵 client=みなと way=bring");
    add(app, "commitment what=返品2箱 client=青葉 direction=theirs due=2026-11-24");
    Id ticket = add(app, "ticket what=扉 client=みなと");
    char line[96];
    (void)snprintf(line, sizeof line, "loan what=冷凍庫 ticket=%lld lent=2026-11-20 heavy=yes",
                   (long long)ticket);
    Id loan = add(app, line);
    assert_string_equal(listed(app), "鍵@みなと| 返品2箱@青葉");
    (void)snprintf(line, sizeof line, "loan %lld back=2026-11-24", (long long)loan);
    does(app, "set", line);
    assert_string_equal(listed(app), "鍵@みなと| 返品2箱@青葉 冷凍庫@みなとkg");
    (void)snprintf(line, sizeof line, "%lld", (long long)loan);
    does(app, "tick", line);
    assert_string_equal(listed(app), "鍵@みなと| 返品2箱@青葉");
}

static void what_was_lent_where_somebody_was_is_not_left_over(void **state)
{
    App *app = *state;
    two_stops(app);
    add(app, "loan what=見本機 client=青葉 lent=2026-11-24");
    add(app, "loan what=棚 client=みなと lent=2026-11-24");
    does(app, "loaded", "見本機");
    does(app, "loaded", "棚");
    assert_string_equal(listed(app), "x棚@みなと x見本機@青葉");
    does(app, "outcome", "青葉 1");
    does(app, "outcome", "みなと 4"); // nobody was there
    assert_string_equal(listed(app), "|棚@みなと");
}

static void ticking_is_one_step_that_is_taken_back(void **state)
{
    App *app = *state;
    two_stops(app);
    add(app, "commitment what=見本 client=青葉 way=bring");
    add(app, "commitment what=鍵 client=みなと way=bring");
    assert_string_equal(does(app, "loaded", "見本").status, "In the car: 見本");
    assert_string_equal(listed(app), "鍵@みなと x見本@青葉");
    does(app, "undo", "");
    assert_string_equal(listed(app), "鍵@みなと 見本@青葉");
    does(app, "redo", "");
    assert_string_equal(does(app, "loaded", "見本").status, "Out of the car again: 見本");
    assert_string_equal(listed(app), "鍵@みなと 見本@青葉");
    does(app, "loaded", "鍵 2026-11-25"); // for another day
    assert_string_equal(listed(app), "鍵@みなと 見本@青葉");
    refuses(app, ERR_NOT_FOUND, "loaded", "青葉");
}

static void what_nobody_took_comes_back(void **state)
{
    App *app = *state;
    two_stops(app);
    add(app, "commitment what=見本 client=青葉 way=bring");
    add(app, "order_memo what=豆腐 client=みなと taken=2026-11-20 wanted=2026-11-24");
    does(app, "loaded", "見本");
    does(app, "loaded", "豆腐");
    does(app, "out", "青葉 4");
    does(app, "out", "みなと 4");
    assert_string_equal(listed(app), "|見本@青葉 豆腐@みなと");
    assert_non_null(strstr(stop_said(app), "still in the car"));
    does(app, "out", "みなと 8 --over");
    assert_string_equal(listed(app), "|見本@青葉");
    does(app, "tick", "見本");
    assert_string_equal(listed(app), "");
}

static void an_order_that_was_in_the_car_is_delivered_by_what_could_take_it(void **state)
{
    App *app = *state;
    two_stops(app);
    Id tofu = add(app, "order_memo what=豆腐 client=みなと taken=2026-11-20 wanted=2026-11-24");
    Id eggs = add(app, "order_memo what=卵 client=みなと taken=2026-11-20 wanted=2026-11-24");
    does(app, "loaded", "豆腐");
    does(app, "out", "みなと 1");
    assert_string_equal(field(app, &entity_order_memo, tofu, "delivered"), "2026-11-24");
    assert_string_equal(field(app, &entity_order_memo, eggs, "delivered"), ""); // it stayed at home
    assert_string_equal(listed(app), "");
    does(app, "undo", "");
    assert_string_equal(field(app, &entity_order_memo, tofu, "delivered"), "");
    does(app, "out", "みなと 4"); // nobody was there
    assert_string_equal(field(app, &entity_order_memo, tofu, "delivered"), "");
}

static void an_order_that_was_not_taken_goes_along_again(void **state)
{
    App *app = *state;
    two_stops(app);
    Id order = add(app, "order_memo what=豆腐 client=青葉 taken=2026-11-20 wanted=2026-11-24");
    char line[64];
    does(app, "loaded", "豆腐");
    does(app, "out", "青葉 1");
    (void)snprintf(line, sizeof line, "order_memo %lld delivered=none", (long long)order);
    does(app, "set", line); // the rep says that they did not take it
    assert_string_equal(listed(app), "|豆腐@青葉");
    add(app, "visit client=青葉 day=2026-11-26");
    assert_string_equal(listed_on(app, app->today + 2), "豆腐@青葉");
}

static void heavy_is_turned_on_and_off(void **state)
{
    App *app = *state;
    two_stops(app);
    Id order = add(app, "order_memo what=米 client=青葉 taken=2026-11-20 wanted=2026-11-24");
    does(app, "heavy", "米");
    assert_string_equal(field(app, &entity_order_memo, order, "heavy"), "yes");
    assert_string_equal(listed(app), "米@青葉kg");
    does(app, "heavy", "米");
    assert_string_equal(field(app, &entity_order_memo, order, "heavy"), "");
}

static void what_is_left_to_load_is_counted(void **state)
{
    App *app = *state;
    LoadSheet sheet;
    two_stops(app);
    add(app, "commitment what=見本 client=青葉 way=bring heavy=yes");
    add(app, "commitment what=鍵 client=みなと way=bring");
    add(app, "commitment what=返品 client=みなと direction=theirs");
    assert_true(load_sheet(app, app->today, app->kept, &sheet, NULL));
    assert_string_equal(load_line(&sheet, app->kept), "2 things, 1 heavy, 1 comes back");
    does(app, "loaded", "見本");
    assert_true(load_sheet(app, app->today, app->kept, &sheet, NULL));
    assert_string_equal(load_line(&sheet, app->kept), "1 thing, 1 comes back");
    does(app, "loaded", "鍵");
    assert_true(load_sheet(app, app->today, app->kept, &sheet, NULL));
    assert_string_equal(load_line(&sheet, app->kept), "");
}

static void what_is_promised_to_a_person_of_another_client_goes_along_there(void **state)
{
    App *app = *state;
    two_stops(app);
    add(app, "contact name=山本");
    Id post = add(app, "post contact=山本 party=みなと");
    Id promise = add(app, "commitment what=見本 client=よそ contact=山本 way=bring");
    assert_string_equal(listed(app), "見本@みなと");
    does(app, "set", arena_print(app->kept, "post %lld party=青葉", (long long)post));
    assert_string_equal(listed(app), "見本@青葉");
    does(app, "set", arena_print(app->kept, "commitment %lld way=call", (long long)promise));
    assert_string_equal(listed(app), "");
    does(app, "undo", "");
    assert_string_equal(listed(app), "見本@青葉");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_last_stop_is_loaded_first_and_heavy_things_before_light_ones),
        TEST(an_order_goes_along_until_somebody_could_take_it),
        TEST(loans_and_returns_come_back_and_stand_apart),
        TEST(what_was_lent_where_somebody_was_is_not_left_over),
        TEST(ticking_is_one_step_that_is_taken_back),
        TEST(what_nobody_took_comes_back),
        TEST(an_order_that_was_in_the_car_is_delivered_by_what_could_take_it),
        TEST(an_order_that_was_not_taken_goes_along_again),
        TEST(heavy_is_turned_on_and_off),
        TEST(what_is_left_to_load_is_counted),
        TEST(what_is_promised_to_a_person_of_another_client_goes_along_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
