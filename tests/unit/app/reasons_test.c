// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons to come: every source says its own, in the order in which they count, and nothing is
// nothing.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/reasons.h"
#include "mawari/base/buffer.h"
#include "mawari/model/kinds.h"

static Reasons reasons(App *app, Id client, Day day)
{
    Reasons found;
    Err err = {0};
    if (!reasons_of(app, client, 0, day, app->kept, &found, &err))
        fail_msg("%s", err.text);
    return found;
}

/// "give 見積, seen to be seen: due …": source and text of each.
static const char *all_of(App *app, Id client, Day day)
{
    Reasons found = reasons(app, client, day);
    Buffer out = {.arena = app->kept};
    for (size_t i = 0; i < found.count; i++)
        buffer_print(&out, "%s%s: %s", i ? "; " : "", reason_source(&found.rows[i]),
                     found.rows[i].text);
    return buffer_text(&out);
}

static void every_source_says_its_own_in_its_order(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店 cycle=14");
    add(app, "visit client=霧の店 day=2026-11-02 outcome=met");
    add(app, "visit client=霧の店 day=today start=14:00 appointment=confirmed");
    add(app, "commitment what=計画 client=霧の店 due=2026-12-10");
    add(app, "commitment what=実績 direction=theirs client=霧の店 due=today");
    add(app, "ticket what=扉 client=霧の店");
    add(app, "loan ticket=T1 what=代替機 lent=2026-11-02 back=2026-11-20");
    add(app, "order_memo what=豆腐10 client=霧の店 taken=2026-11-20 wanted=today");
    add(app, "commitment what=見積 client=霧の店 due=today");
    assert_string_equal(all_of(app, client, app->today),
                        "give: 見積; deliver: deliver: 豆腐10; tell: T1; ask: ask for: 実績; "
                        "fetch: pick up: 代替機; open: 計画; agreed: agreed for 14:00; "
                        "seen: to be seen: due 16 Nov");
}

static void only_the_first_ones_stand_in_a_purpose(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店");
    static const char *const carried[] = {"鍵", "図面", "見積"};
    for (size_t i = 0; i < 3; i++)
        add(app, arena_print(app->kept, "commitment what=%s client=霧の店 due=today", carried[i]));
    add(app, "commitment what=計画 client=霧の店 due=2026-12-10");
    Reasons found = reasons(app, client, app->today);
    assert_int_equal(found.count, 4);
    assert_string_equal(reasons_purpose(&found, app->kept), "鍵, 図面");
}

static void what_is_far_away_or_only_due_is_said_where_there_is_nothing_else(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店 cycle=14");
    add(app, "visit client=霧の店 day=2026-11-02 outcome=met");
    Reasons found = reasons(app, client, app->today);
    assert_string_equal(reasons_purpose(&found, app->kept), "to be seen: due 16 Nov");
    add(app, "commitment what=計画 client=霧の店 due=2026-12-10");
    found = reasons(app, client, app->today);
    assert_string_equal(reasons_purpose(&found, app->kept), "計画");
}

static void with_nothing_to_bring_one_does_not_go(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店 cycle=14");
    add(app, "visit client=霧の店 day=2026-11-23 outcome=met"); // due again in two weeks
    Reasons found = reasons(app, client, app->today);
    assert_int_equal(found.count, 0);
    assert_string_equal(reasons_purpose(&found, app->kept), "nothing to bring: do not go");
    assert_string_equal(does(app, "reasons", "霧の店").printed,
                        "霧の店, Tue 24 Nov: nothing to bring: do not go\n");
}

/// Nobody has been there: not when the visit is still ahead, was put off, or was taken back.
static void where_nobody_has_been_yet_it_would_be_the_first_visit(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店");
    add(app, "visit client=霧の店 day=2026-11-20 outcome=put_off");
    add(app, "visit client=霧の店 day=2026-11-30");
    Id archived = add(app, "visit client=霧の店 day=2026-11-21 outcome=met");
    assert_int_equal(reasons(app, client, app->today).count, 0);
    (void)does(app, "archive", arena_print(app->kept, "visit %lld", (long long)archived));
    assert_string_equal(all_of(app, client, app->today), "first: it would be the first visit");
    add(app, "commitment what=計画 client=霧の店 due=2026-12-10");
    Reasons found = reasons(app, client, app->today);
    assert_string_equal(reasons_purpose(&found, app->kept), "計画");
    add(app, "visit client=霧の店 day=2026-11-22 outcome=absent"); // one knows the door by now
    does(app, "set", "commitment 計画 kept=today");
    assert_string_equal(all_of(app, client, app->today), "");
}

/// What is ordered and not with the office, or wanted later, brings one there where nothing else does; on
/// its day it is delivered, and what was delivered is no reason.
static void an_open_order_is_a_reason_to_come(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店");
    Id boxes = add(app, "order_memo what=化粧箱 client=霧の店 taken=2026-11-24 wanted=2026-11-27");
    Reasons found = reasons(app, client, app->today);
    assert_string_equal(reasons_purpose(&found, app->kept), "order: 化粧箱");
    assert_string_equal(reason_source(&found.rows[0]), "order");
    does(app, "set", arena_print(app->kept, "order_memo %lld handed=today", (long long)boxes));
    found = reasons(app, client, app->today);
    assert_string_equal(reasons_purpose(&found, app->kept), "order: 化粧箱");
    found = reasons(app, client, app->today + 3);
    assert_string_equal(reasons_purpose(&found, app->kept), "deliver: 化粧箱");
    assert_int_equal(found.count, 1);
    add(app, "commitment what=鍵 client=霧の店 due=today");
    found = reasons(app, client, app->today);
    assert_string_equal(reasons_purpose(&found, app->kept), "鍵");
    does(app, "set", arena_print(app->kept, "order_memo %lld delivered=today", (long long)boxes));
    assert_int_equal(reasons(app, client, app->today).count, 1);
}

static void a_building_is_asked_for_what_is_there_alone(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=双葉会");
    Id north = add(app, "site name=北病院 client=双葉会");
    add(app, "site name=南病院 client=双葉会");
    add(app, "visit site=南病院 day=2026-10-01 outcome=met");
    add(app, "commitment what=鍵 site=南病院 client=双葉会 due=today");
    add(app, "ticket what=扉 client=双葉会 site=南病院");
    Reasons found;
    Err err = {0};
    assert_true(reasons_of(app, client, north, app->today, app->kept, &found, &err));
    assert_int_equal(found.count, 0);
    assert_int_equal(reasons(app, client, app->today).count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_source_says_its_own_in_its_order, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(only_the_first_ones_stand_in_a_purpose, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(
            what_is_far_away_or_only_due_is_said_where_there_is_nothing_else, open_app, close_app),
        cmocka_unit_test_setup_teardown(with_nothing_to_bring_one_does_not_go, open_app, close_app),
        cmocka_unit_test_setup_teardown(where_nobody_has_been_yet_it_would_be_the_first_visit,
                                        open_app, close_app),
        cmocka_unit_test_setup_teardown(an_open_order_is_a_reason_to_come, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_building_is_asked_for_what_is_there_alone, open_app,
                                        close_app),
    };
    return cmocka_run_group_tests_name("reasons", tests, NULL, NULL);
}
