// SPDX-License-Identifier: GPL-3.0-or-later
// Invoices and collections are proposed by closing and payment days, promised once, and stand with
// their visit; near a closing day what is open there is known.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/day.h"
#include "mawari/app/money.h"
#include "mawari/base/buffer.h"
#include "mawari/model/kinds.h"
#include "mawari/store/list.h"

static MoneySheet sheet_until(App *app, const char *until)
{
    MoneySheet sheet;
    Day day;
    assert_true(day_parse(until, app->today, LOOK_FORWARD, &day));
    assert_true(money_sheet(app, day, app->kept, &sheet, NULL));
    return sheet;
}

/// "i青葉 2026-12-01" of each proposal.
static const char *proposed(App *app, const char *until)
{
    MoneySheet sheet = sheet_until(app, until);
    Buffer out = {.arena = app->kept};
    for (size_t i = 0; i < sheet.count; i++)
        buffer_print(&out, "%s%c%s %s", i ? ", " : "",
                     sheet.rows[i].money == MONEY_INVOICE ? 'i' : 'c', sheet.rows[i].name,
                     day_iso(sheet.rows[i].due, app->kept));
    return buffer_text(&out);
}

static size_t promises(App *app)
{
    ListQuery query = {.kind = &entity_commitment, .today = app->today};
    Table table;
    assert_true(list_read(app->store, &query, LIST_FIRST, 0, 50, app->kept, &table, NULL));
    return table.rows;
}

static void days_off_move_the_invoice_on_and_the_collection_back(void **state)
{
    App *app = *state;
    add(app, "client name=青葉 closing_day=27 payment_day=29"); // a Friday; a Sunday
    add(app, "client name=みなと closing_day=31");
    add(app, "client name=よそ");
    assert_string_equal(proposed(app, "2026-11-26"), "");
    assert_string_equal(proposed(app, "2026-11-30"), "c青葉 2026-11-27, i青葉 2026-11-30");
    assert_string_equal(proposed(app, "2026-12-01"),
                        "c青葉 2026-11-27, i青葉 2026-11-30, iみなと 2026-12-01");
}

static void each_is_promised_once_even_when_it_was_thrown_away(void **state)
{
    App *app = *state;
    add(app, "client name=青葉 closing_day=27 payment_day=27");
    assert_string_equal(does(app, "money", "").printed ? "shown" : "", "shown");
    assert_int_equal(promises(app), 0); // nothing is written unasked
    static const FieldArg options[] = {{"--take", NULL}};
    const Args take = {.day = NONE, .minute = NONE, .options = options, .option_count = 1};
    Effect effect = {0};
    Err err = {0};
    assert_true(command_run(app, command_named("money"), &take, &effect, &err));
    assert_int_equal(promises(app), 2);
    assert_string_equal(proposed(app, "2026-12-02"), "");
    assert_true(command_run(app, command_named("money"), &take, &effect, &err));
    assert_int_equal(promises(app), 2);
    does(app, "archive", "\"invoice (closing 11/27)\"");
    assert_string_equal(proposed(app, "2026-12-02"), "");
    does(app, "undo", "");
    does(app, "undo", "");
    assert_int_equal(promises(app), 0);
    assert_string_equal(proposed(app, "2026-12-02"), "c青葉 2026-11-27, i青葉 2026-11-30");
}

static void next_month_asks_again(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=青葉 closing_day=27");
    char line[128];
    (void)snprintf(line, sizeof line,
                   "commitment what=請求書 client=%lld money=invoice money_day=2026-10-27",
                   (long long)client);
    add(app, line);
    assert_string_equal(proposed(app, "2026-12-02"), "i青葉 2026-11-30");
}

static void only_takes_those_of_one_client(void **state)
{
    App *app = *state;
    add(app, "client name=青葉 closing_day=27");
    add(app, "client name=みなと closing_day=27");
    static const FieldArg options[] = {{"--take", NULL}, {"--only", "みなと"}};
    const Args take = {.day = NONE, .minute = NONE, .options = options, .option_count = 2};
    Effect effect = {0};
    Err err = {0};
    assert_true(command_run(app, command_named("money"), &take, &effect, &err));
    assert_string_equal(proposed(app, "2026-12-02"), "i青葉 2026-11-30");
}

static void near_its_closing_day_a_client_says_what_is_open(void **state)
{
    App *app = *state;
    add(app, "client name=青葉 closing_day=27");
    add(app, "client name=みなと closing_day=30"); // four working days away
    add(app, "client name=よそ closing_day=26");
    assert_int_equal(sheet_until(app, "2026-11-24").closing_count, 0);
    add(app, "commitment what=見積 client=青葉");
    add(app, "commitment what=見積 client=みなと");
    Id order = add(app, "order_memo what=豆腐 client=よそ");
    MoneySheet sheet = sheet_until(app, "2026-11-24");
    assert_int_equal(sheet.closing_count, 2);
    assert_string_equal(sheet.closings[0].name, "よそ");
    assert_int_equal(sheet.closings[0].open, 1);
    assert_string_equal(sheet.closings[1].name, "青葉");
    char line[32];
    (void)snprintf(line, sizeof line, "%lld", (long long)order);
    does(app, "tick", line); // the office has it
    assert_int_equal(sheet_until(app, "2026-11-24").closing_count, 1);
    does(app, "undo", "");
    assert_int_equal(sheet_until(app, "2026-11-24").closing_count, 2);
}

static void what_is_promised_of_money_stands_with_its_visit(void **state)
{
    App *app = *state;
    DaySheet day;
    Id client = add(app, "client name=青葉 closing_day=27");
    add(app, "visit client=青葉 day=2026-11-30 start=10:00");
    char line[128];
    (void)snprintf(line, sizeof line,
                   "commitment what=請求書 client=%lld due=2026-11-30 money=invoice "
                   "money_day=2026-11-27",
                   (long long)client);
    add(app, line);
    assert_true(day_sheet(app, app->today + 6, app->kept, &day, NULL));
    assert_string_equal(day.rows[day.next].money, "invoice");
    WeekDay *days;
    assert_true(week_sheet(app, app->today, 7, app->kept, &days, NULL));
    assert_int_equal(days[3].load.closings, 0); // the invoice itself is nothing that is open
    add(app, "commitment what=見積 client=青葉");
    assert_true(week_sheet(app, app->today, 7, app->kept, &days, NULL));
    assert_int_equal(days[3].load.closings, 1);
    add(app, "visit client=青葉 day=2026-11-25 start=10:00");
    assert_true(day_sheet(app, app->today + 1, app->kept, &day, NULL));
    assert_string_equal(day.rows[day.next].money, "closes Fri 27");
}

static void the_setting_turns_proposals_off(void **state)
{
    App *app = *state;
    Day until;
    assert_true(money_until(app, &until));
    assert_int_equal(until, app->today + 7);
    does(app, "setting", "money_days 0");
    assert_false(money_until(app, &until));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(days_off_move_the_invoice_on_and_the_collection_back),
        TEST(each_is_promised_once_even_when_it_was_thrown_away),
        TEST(next_month_asks_again),
        TEST(only_takes_those_of_one_client),
        TEST(near_its_closing_day_a_client_says_what_is_open),
        TEST(what_is_promised_of_money_stands_with_its_visit),
        TEST(the_setting_turns_proposals_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
