// SPDX-License-Identifier: GPL-3.0-or-later
// Order memos: by which hour the office must have them, and the usual one.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/day.h"
#include "mawari/store/list.h"
#include "mawari/store/record.h"

static DaySheet day_of(App *app, Day day)
{
    DaySheet sheet;
    assert_true(day_sheet(app, day, app->kept, &sheet, NULL));
    return sheet;
}

static Id newest_order(App *app)
{
    ListQuery query = {.kind = &entity_order_memo, .today = app->today};
    Table table;
    Id newest = 0;
    assert_true(list_read(app->store, &query, LIST_FIRST, 0, 50, app->kept, &table, NULL));
    for (size_t i = 0; i < table.rows; i++)
        newest = table.ids[i] > newest ? table.ids[i] : newest;
    return newest;
}

static void each_supplier_may_shut_at_its_own_hour(void **state)
{
    App *app = *state;
    add(app, "client name=青葉商店");
    add(app, "supplier name=豆腐屋 supplies=豆腐、油揚げ cut_off=11:00");
    does(app, "add", "$油揚げ20");
    does(app, "add", "$紙袋5");
    does(app, "add", "$牛乳3");
    DaySheet today = day_of(app, app->today);
    assert_int_equal(today.shut_count, 2);
    assert_int_equal(today.shut[0].at, 11 * 60);
    assert_int_equal(today.shut[0].open, 1);
    assert_int_equal(today.shut[1].at, 15 * 60);
    assert_int_equal(today.shut[1].open, 2);
    does(app, "setting", "order_cutoff 16:30");
    assert_int_equal(day_of(app, app->today).shut[1].at, 16 * 60 + 30);
    assert_int_equal(day_of(app, app->today + 1).shut_count, 0);
}

static void handed_over_closes_it_and_what_was_forgotten_comes_first(void **state)
{
    App *app = *state;
    char line[64];
    Id old = add(app, "order_memo what=卵 taken=2026-11-20");
    Id one = add(app, "order_memo what=牛乳");
    DaySheet today = day_of(app, app->today);
    assert_int_equal(today.shut_count, 2);
    assert_int_equal(today.shut[0].at, 0);
    const char *printed = does(app, "orders", "").printed;
    assert_non_null(strstr(printed, "! 15:00  卵"));
    assert_non_null(strstr(printed, "  15:00  牛乳"));
    snprintf(line, sizeof line, "%lld", (long long)old);
    does(app, "tick", line);
    snprintf(line, sizeof line, "%lld", (long long)one);
    does(app, "tick", line);
    assert_int_equal(day_of(app, app->today).shut_count, 0);
    assert_string_equal(does(app, "orders", "").printed, "The office has every order\n");
}

static void the_usual_is_what_this_client_ordered_last(void **state)
{
    App *app = *state;
    add(app, "client name=青葉商店");
    add(app, "client name=みなと物産");
    does(app, "note", "青葉商店 $豆腐10");
    does(app, "note", "みなと物産 $卵30");
    Effect effect = does(app, "note", "青葉商店 ＄いつもの　明日");
    assert_non_null(strstr(effect.status, "豆腐10")); // as read, before and after it is saved
    Id order = newest_order(app);
    assert_string_equal(field(app, &entity_order_memo, order, "what"), "豆腐10");
    assert_string_equal(field(app, &entity_order_memo, order, "wanted"), "2026-11-25");
    assert_string_equal(field(app, &entity_order_memo, order, "client"), "青葉商店");
}

static void a_usual_that_nobody_knows_is_kept_as_it_was_typed(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=青葉商店");
    (void)client;
    does(app, "note", "青葉商店 $いつもの");
    assert_int_equal(newest_order(app), 0);
}

static int32_t orders_at(App *app, const char *client)
{
    DaySheet today = day_of(app, app->today);
    for (size_t i = 0; i < today.count; i++)
        if (today.rows[i].visit && strcmp(today.rows[i].name, client) == 0)
            return today.rows[i].orders;
    fail_msg("%s is not on today's list", client);
    return 0;
}

static void an_order_stands_at_its_stop_until_the_office_has_it(void **state)
{
    App *app = *state;
    char line[64];
    add(app, "client name=青葉商店");
    add(app, "client name=みなと物産");
    add(app, "visit client=青葉商店 day=2026-11-24");
    add(app, "visit client=みなと物産 day=2026-11-24");
    does(app, "note", "青葉商店 $豆腐10");
    does(app, "note", "青葉商店 $牛乳3");
    assert_int_equal(orders_at(app, "青葉商店"), 2);
    assert_int_equal(orders_at(app, "みなと物産"), 0);
    snprintf(line, sizeof line, "%lld", (long long)newest_order(app));
    does(app, "tick", line);
    assert_int_equal(orders_at(app, "青葉商店"), 1);
    does(app, "undo", "");
    assert_int_equal(orders_at(app, "青葉商店"), 2);
    snprintf(line, sizeof line, "order_memo %lld", (long long)newest_order(app));
    does(app, "archive", line);
    assert_int_equal(orders_at(app, "青葉商店"), 1);
}

#define test(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(each_supplier_may_shut_at_its_own_hour),
        test(handed_over_closes_it_and_what_was_forgotten_comes_first),
        test(the_usual_is_what_this_client_ordered_last),
        test(a_usual_that_nobody_knows_is_kept_as_it_was_typed),
        test(an_order_stands_at_its_stop_until_the_office_has_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
