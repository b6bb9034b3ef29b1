// SPDX-License-Identifier: GPL-3.0-or-later
// What follows by itself: waiting that ends, promises that recur, who hears of a chain that slips.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/tell.h"
#include "mawari/store/backup.h"
#include "mawari/store/queries.h"
#include "mawari/store/record.h"

#define assert_promise(app, id, name, value)                                                       \
    assert_string_equal(field(app, &entity_commitment, id, name), value)

static const char *line(App *app, const char *format, long long id)
{
    char text[128];
    snprintf(text, sizeof text, format, id);
    return arena_copy(app->kept, text);
}

static int32_t due_today(App *app)
{
    OpenCounts counts;
    assert_true(query_open_counts(app->store, app->today, app->kept, &counts, NULL));
    return counts.due_today;
}

static bool is_due(App *app, Id id)
{
    Promises due;
    bool found = false;
    assert_true(query_promises_due(app->store, app->today, app->kept, &due, NULL));
    for (size_t i = 0; i < due.count; i++)
        found = found || due.rows[i].id == id;
    return found;
}

static void what_waited_until_today_shows_itself_as_due(void **state)
{
    App *app = *state;
    Id id = add(app, "commitment what=見積 due=12/10");
    does(app, "wait", line(app, "%lld 11/26 部長の決裁", id));
    assert_false(is_due(app, id));
    does(app, "wait", line(app, "%lld today 部長の決裁", id));
    assert_true(is_due(app, id));
    assert_int_equal(due_today(app), 1);
    does(app, "move", line(app, "%lld 12/15", id)); // answered: there is a new day
    assert_false(is_due(app, id));
    assert_promise(app, id, "wake", "");
}

static void a_ball_that_comes_back_ends_the_waiting(void **state)
{
    App *app = *state;
    add(app, "contact name=木村");
    Id id = add(app, "commitment what=図面 due=12/10");
    does(app, "ball", line(app, "%lld 木村", id));
    does(app, "wait", line(app, "%lld 12/1", id));
    assert_false(is_due(app, id));
    does(app, "ball", line(app, "%lld me", id));
    assert_true(is_due(app, id));
    does(app, "undo", "");
    assert_false(is_due(app, id));
    assert_promise(app, id, "wake", "2026-12-01");
    does(app, "redo", "");
    does(app, "ball", line(app, "%lld 木村", id)); // on it goes: nothing to follow up
    assert_false(is_due(app, id));
}

static void what_a_chain_waited_for_wakes_the_next_step(void **state)
{
    App *app = *state;
    Id mine = add(app, "commitment what=納入計画 due=12/4");
    Id drawing = add(app, "commitment what=図面 direction=theirs due=12/2");
    Id quantity = add(app, "commitment what=数量 direction=theirs due=12/2");
    char text[96];
    Id *links[] = {&drawing, &quantity};
    for (size_t i = 0; i < 2; i++) {
        snprintf(text, sizeof text, "%lld %lld", (long long)mine, (long long)*links[i]);
        assert_string_equal(does(app, "link", text).status,
                            i ? "納入計画 can be kept when 数量 is"
                              : "納入計画 can be kept when 図面 is");
    }
    assert_false(does(app, "link", "納入計画 図面").changed); // once is enough
    refuses(app, ERR_INPUT, "link", "図面 納入計画");
    does(app, "tick", line(app, "%lld", drawing));
    assert_false(is_due(app, mine)); // the quantity is still missing
    does(app, "tick", line(app, "%lld", quantity));
    assert_true(is_due(app, mine));
    does(app, "undo", "");
    assert_false(is_due(app, mine));
}

static void a_link_wakes_only_what_sleeps(void **state)
{
    App *app = *state;
    Id asleep = add(app, "commitment what=報告 due=12/10");
    Id open = add(app, "commitment what=電話 due=12/10");
    Id ticket = add(app, "ticket what=扉");
    char text[96];
    Id *ends[] = {&asleep, &open};
    for (size_t i = 0; i < 2; i++) {
        snprintf(text, sizeof text, "%lld %lld", (long long)*ends[i], (long long)ticket);
        does(app, "link", text);
    }
    does(app, "wait", line(app, "%lld 12/8 扉の修理", asleep));
    does(app, "tick", line(app, "%lld", ticket));
    assert_true(is_due(app, asleep));
    assert_false(is_due(app, open));
}

/// The promise that the recurrence of the store is of now.
static Id recurring(App *app, Id was)
{
    Promises open;
    assert_true(query_promises_open(app->store, app->kept, &open, NULL));
    for (size_t i = 0; i < open.count; i++)
        if (open.rows[i].id != was)
            return open.rows[i].id;
    return 0;
}

static void a_period_counts_from_the_last_time_done(void **state)
{
    App *app = *state;
    Id id = add(app, "commitment what=棚の点検 due=2026-11-20");
    does(app, "repeat", line(app, "%lld 2w", id));
    does(app, "tick", line(app, "%lld", id)); // today, four days late
    Id next = recurring(app, id);
    assert_true(next != 0);
    assert_promise(app, next, "due", "2026-12-08");
    assert_promise(app, next, "kept", "");
    does(app, "undo", "");
    assert_int_equal(recurring(app, id), 0);
    assert_promise(app, id, "kept", "");
}

static void a_month_end_done_early_does_not_come_twice(void **state)
{
    App *app = *state;
    Id id = add(app, "commitment what=月次報告 due=11/30");
    does(app, "repeat", line(app, "%lld 月末", id));
    does(app, "tick", line(app, "%lld", id));
    assert_promise(app, recurring(app, id), "due", "2026-12-31");
    does(app, "tick", line(app, "%lld", id)); // open again …
    does(app, "tick", line(app, "%lld", id)); // … and done: no third one
    Promises open;
    assert_true(query_promises_open(app->store, app->kept, &open, NULL));
    assert_int_equal(open.count, 1);
}

static void a_rule_that_is_none_is_refused(void **state)
{
    App *app = *state;
    Id id = add(app, "commitment what=点検");
    refuses(app, ERR_INPUT, "repeat", line(app, "%lld sometimes", id));
    does(app, "repeat", line(app, "%lld eom", id));
    does(app, "repeat", line(app, "%lld none", id));
    does(app, "tick", line(app, "%lld", id));
    assert_int_equal(recurring(app, id), 0);
}

static void the_words_of_a_promise_tell_way_and_minutes(void **state)
{
    App *app = *state;
    assert_promise(app, add(app, "commitment what=冬の見積"), "way", "desk");
    assert_promise(app, add(app, "commitment what=見積 way=mail"), "minutes", "");
    assert_promise(app, add(app, "commitment what=見積 direction=theirs"), "way", "");
    does(app, "setting", "promise_words 見積＝電話　１５｜点検＝机");
    Id id = add(app, "commitment what=夏の見積");
    assert_promise(app, id, "way", "call");
    assert_promise(app, id, "minutes", "15");
    refuses(app, ERR_INPUT, "setting", "promise_words 見積=desk 40|夜=later");
    refuses(app, ERR_INPUT, "setting", "promise_words 見積");
    refuses(app, ERR_INPUT, "setting", "promise_words 見積=");
    assert_promise(app, add(app, "commitment what=秋の見積"), "way", "call");
}

static KeptRate rate_of(App *app, Id client)
{
    KeptRate rate;
    assert_true(query_kept_of_client(app->store, client, &rate, NULL));
    return rate;
}

static void kept_in_time_is_counted_by_the_day_first_promised(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=青葉商店");
    Id late = add(app, "commitment what=a client=青葉商店 due=2026-11-20 promised=2026-11-10");
    Id good = add(app, "commitment what=b client=青葉商店 due=11/30 promised=2026-11-10");
    add(app, "commitment what=c client=青葉商店 direction=theirs due=2026-11-20 "
             "promised=2026-11-10 kept=11/19");
    does(app, "move", line(app, "%lld 12/10", late)); // moving does not wash it
    does(app, "tick", line(app, "%lld", late));
    does(app, "tick", line(app, "%lld", good));
    KeptRate rate = rate_of(app, client);
    assert_int_equal(rate.done_mine, 2);
    assert_int_equal(rate.kept_mine, 1);
    assert_int_equal(rate.done_theirs, 1);
    assert_int_equal(rate.kept_theirs, 1);
    does(app, "undo", "");
    assert_int_equal(rate_of(app, client).done_mine, 1);
    KeptRate all;
    assert_true(query_kept_of_all(app->store, &all, NULL));
    assert_int_equal(all.done_mine, 1);
    assert_int_equal(all.done_theirs, 1);
    CheckFinding *found;
    size_t count;
    assert_true(store_check(app->store, app->kept, &found, &count, NULL));
    assert_int_equal(count, 0);
}

/// 施主 Tue 1 ← 渡邊 Mon 30 ← me Fri 27 ← 木村 Thu 26
static Id a_chain(App *app, const char *drawing)
{
    add(app, "contact name=施主");
    add(app, "contact name=渡邊 mobile=090-0000-0001");
    add(app, "contact name=木村 telephone=011-000-0002");
    char text[128];
    Id steps[4];
    steps[0] = add(app, "commitment what=承認 direction=theirs contact=施主 due=12/1");
    steps[1] = add(app, "commitment what=返事 direction=theirs contact=渡邊 due=11/30");
    steps[2] = add(app, "commitment what=納入計画 contact=渡邊 due=11/27");
    snprintf(text, sizeof text, "commitment what=図面 direction=theirs contact=木村 due=%s",
             drawing);
    steps[3] = add(app, text);
    for (size_t i = 0; i < 3; i++) {
        snprintf(text, sizeof text, "chain_link commitment=%lld waits_for=%lld working_days=1",
                 (long long)steps[i], (long long)steps[i + 1]);
        add(app, text);
    }
    return steps[2];
}

static void a_chain_without_slack_says_whom_to_tell_in_order(void **state)
{
    App *app = *state;
    TellList list;
    assert_true(tell_list(app, a_chain(app, "11/26"), app->kept, &list, NULL));
    assert_int_equal(list.slack, 0);
    assert_string_equal(list.slips->commitment.what, "図面");
    assert_int_equal(list.count, 2); // 渡邊 once, and who is late hears nothing
    assert_string_equal(list.rows[0].name, "渡邊");
    assert_string_equal(list.rows[0].telephone, "090-0000-0001");
    assert_non_null(strstr(list.rows[0].say, "納入計画"));
    assert_non_null(strstr(list.rows[0].say, "図面"));
    assert_string_equal(list.rows[1].name, "施主");
    assert_null(list.rows[1].telephone);
}

static void a_chain_with_slack_or_with_its_first_step_kept_is_quiet(void **state)
{
    App *app = *state;
    TellList list;
    assert_true(tell_list(app, a_chain(app, "11/25"), app->kept, &list, NULL));
    assert_int_equal(list.count, 2); // the steps behind have none
    Id *ids;
    size_t count;
    assert_true(
        query_likely_holders(app->store, list.chain.steps[2].id, 9, app->kept, &ids, &count, NULL));
    assert_int_equal(count, 1); // whom it is promised
    assert_int_equal(ids[0], list.chain.steps[2].commitment.contact);
    Id lone = add(app, "commitment what=鍵 due=11/27");
    assert_true(tell_list(app, lone, app->kept, &list, NULL));
    assert_int_equal(list.count, 0);
    assert_int_equal(list.slack, NONE);
}

#define test(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(what_waited_until_today_shows_itself_as_due),
        test(a_ball_that_comes_back_ends_the_waiting),
        test(what_a_chain_waited_for_wakes_the_next_step),
        test(a_link_wakes_only_what_sleeps),
        test(a_period_counts_from_the_last_time_done),
        test(a_month_end_done_early_does_not_come_twice),
        test(a_rule_that_is_none_is_refused),
        test(the_words_of_a_promise_tell_way_and_minutes),
        test(kept_in_time_is_counted_by_the_day_first_promised),
        test(a_chain_without_slack_says_whom_to_tell_in_order),
        test(a_chain_with_slack_or_with_its_first_step_kept_is_quiet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
