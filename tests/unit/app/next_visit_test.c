// SPDX-License-Identifier: GPL-3.0-or-later
// When to come again, on Tuesday 24 November 2026.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/next_visit.h"
#include "mawari/model/visit.h"

static NextVisit proposed(App *app, Id client, Id but, int32_t outcome)
{
    Err err = {0};
    NextVisit next;
    NextVisitAfter after = {.client = client, .visit = but, .outcome = outcome, .spoke = NONE};
    if (!next_visit_propose(app, &after, &next, &err))
        fail_msg("%s", err.text);
    return next;
}

static const char *day_of(App *app, Id client, int32_t outcome)
{
    return day_iso(proposed(app, client, 0, outcome).day, app->kept);
}

static void the_cycle_is_counted_from_a_visit_that_resets_it(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=青葉商店 cycle=14");
    assert_string_equal(day_of(app, client, NONE), "2026-12-08");
    assert_string_equal(day_of(app, client, OUTCOME_MET), "2026-12-08");
    assert_string_equal(day_of(app, client, OUTCOME_ABSENT), "2026-11-26"); // the 25th is 五十日
    assert_int_equal(proposed(app, client, 0, OUTCOME_MET).days, 14);
    assert_int_equal(proposed(app, client, 0, OUTCOME_ABSENT).days, NONE);
}

static void days_off_here_and_there_are_passed_over(void **state)
{
    App *app = *state;
    assert_string_equal(day_of(app, add(app, "client name=土 cycle=4"), OUTCOME_MET), "2026-11-30");
    assert_string_equal(
        day_of(app, add(app, "client name=月休 cycle=4 closed_days=月"), OUTCOME_MET),
        "2026-12-01");
    Id never = add(app, "client name=周期なし");
    assert_int_equal(proposed(app, never, 0, OUTCOME_MET).day, NONE);
}

static void what_is_planned_already_comes_first(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=青葉商店 cycle=14");
    Id now = does(app, "visit", "青葉商店 today").id;
    does(app, "visit", "青葉商店 12/3");
    does(app, "visit", "青葉商店 11/30");
    NextVisit next = proposed(app, client, now, OUTCOME_MET);
    assert_true(next.planned);
    assert_string_equal(day_iso(next.day, app->kept), "2026-11-30");
}

static void a_recurrence_goes_before_the_cycle(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=青葉商店 cycle=14");
    add(app, "recurrence on=青葉商店 rule=2tue");
    assert_string_equal(day_of(app, client, OUTCOME_MET), "2026-12-08");
    add(app, "recurrence on=青葉商店 rule=eom");
    assert_string_equal(day_of(app, client, OUTCOME_MET), "2026-11-30");
}

static void a_day_says_what_speaks_for_and_against_it(void **state)
{
    App *app = *state;
    Err err = {0};
    const char *reasons;
    Id client = add(app, "client name=青葉商店 closed_days=木");
    Id site = add(app, "site name=本店 client=青葉商店 latitude=43.06 longitude=141.35");
    add(app, "client name=みなと物産");
    add(app, "site name=港支店 client=みなと物産 latitude=43.061 longitude=141.351");
    does(app, "visit", "港支店 12/10");
    Day day;
    assert_true(day_parse("2026-12-10", app->today, LOOK_FORWARD, &day));
    assert_true(next_visit_reasons(app, client, site, day, app->kept, &reasons, &err));
    assert_string_equal(reasons,
                        "other visits that day: 1, みなと物産 is near, gotōbi, ! closed there");
    assert_true(next_visit_reasons(app, client, site, day + 2, app->kept, &reasons, &err));
    assert_string_equal(reasons, "other visits that day: 0, ! no working day");
}

static void a_visit_that_was_none_leaves_the_cycle_as_it_was(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=青葉商店 cycle=14");
    add(app, "visit client=青葉商店 day=2026-11-20 outcome=met");
    add(app, "visit client=青葉商店 day=2026-11-23 outcome=absent");
    assert_string_equal(day_of(app, client, OUTCOME_REFUSED), "2026-12-04");
    assert_string_equal(day_of(app, client, OUTCOME_PUT_OFF), "2026-12-04");
    NextVisitAfter after = {.client = client, .outcome = OUTCOME_DELIVERY_ONLY, .spoke = NONE};
    NextVisit next;
    Err err = {0};
    assert_true(next_visit_propose(app, &after, &next, &err));
    assert_string_equal(day_iso(next.day, app->kept), "2026-12-04");
    after.spoke = 1;
    assert_true(next_visit_propose(app, &after, &next, &err));
    assert_string_equal(day_iso(next.day, app->kept), "2026-12-08");
}

static void within_the_window_the_better_day_is_taken(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=青葉商店 cycle=16 cycle_window=3");
    Id site = add(app, "site name=本店 client=青葉商店 latitude=43.06 longitude=141.35");
    add(app, "client name=みなと物産");
    add(app, "site name=港支店 client=みなと物産 latitude=43.061 longitude=141.351");
    NextVisitAfter after = {.client = client, .site = site, .outcome = NONE, .spoke = NONE};
    NextVisit next;
    Err err = {0};
    assert_true(next_visit_propose(app, &after, &next, &err));
    assert_string_equal(day_iso(next.day, app->kept), "2026-12-09"); // the 10th is 五十日
    does(app, "visit", "港支店 12/11");
    assert_true(next_visit_propose(app, &after, &next, &err));
    assert_string_equal(day_iso(next.day, app->kept), "2026-12-11"); // somebody near
    app_set_setting(app, "visits_a_day", "1", &err);
    assert_true(next_visit_propose(app, &after, &next, &err));
    assert_string_equal(day_iso(next.day, app->kept), "2026-12-09"); // but the day is full
    does(app, "set", "client 青葉商店 closing_day=9");
    assert_true(next_visit_propose(app, &after, &next, &err));
    assert_string_equal(day_iso(next.day, app->kept), "2026-12-10"); // and here the books close
}

static void three_visits_written_together_do_not_overlap(void **state)
{
    App *app = *state;
    add(app, "client name=青葉商店");
    Id first = add(app, "visit client=青葉商店 day=today start=8:00 minutes=20");
    Id second = add(app, "visit client=青葉商店 day=today start=8:30 minutes=20");
    Id third = add(app, "visit client=青葉商店 day=today start=9:10 minutes=20");
    Id visits[] = {first, second, third};
    for (size_t i = 0; i < 3; i++) {
        char line[32];
        snprintf(line, sizeof line, "%lld 1", (long long)visits[i]);
        does(app, "outcome", line);
        assert_string_equal(field(app, &entity_visit, visits[i], "about"), "yes");
    }
    assert_string_equal(field(app, &entity_visit, first, "departed"), "2026-11-24T08:20:00+09:00");
    assert_string_equal(field(app, &entity_visit, second, "arrived"), "2026-11-24T08:30:00+09:00");
    assert_string_equal(field(app, &entity_visit, second, "departed"), "2026-11-24T08:50:00+09:00");
    assert_string_equal(field(app, &entity_visit, third, "departed"), "2026-11-24T09:30:00+09:00");
}

static void ticked_promises_are_kept_with_the_outcome(void **state)
{
    App *app = *state;
    add(app, "client name=青葉商店");
    Id promise = add(app, "commitment what=鍵 client=青葉商店");
    Id visit = does(app, "visit", "青葉商店").id;
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)promise);
    const FieldArg fields[] = {{"digit", "2"}, {"kept", number}};
    Args args = {.ids = &visit,
                 .id_count = 1,
                 .fields = fields,
                 .field_count = 2,
                 .day = NONE,
                 .minute = NONE};
    Effect effect;
    Err err = {0};
    assert_true(command_run(app, command_named("outcome"), &args, &effect, &err));
    assert_string_equal(field(app, &entity_commitment, promise, "kept"), "2026-11-24");
    does(app, "undo", "");
    assert_string_equal(field(app, &entity_commitment, promise, "kept"), "");
    assert_string_equal(field(app, &entity_visit, visit, "outcome"), "");
}

#define in_store(test) cmocka_unit_test_setup_teardown(test, open_app, close_app)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_store(the_cycle_is_counted_from_a_visit_that_resets_it),
        in_store(days_off_here_and_there_are_passed_over),
        in_store(what_is_planned_already_comes_first),
        in_store(a_recurrence_goes_before_the_cycle),
        in_store(a_day_says_what_speaks_for_and_against_it),
        in_store(a_visit_that_was_none_leaves_the_cycle_as_it_was),
        in_store(within_the_window_the_better_day_is_taken),
        in_store(three_visits_written_together_do_not_overlap),
        in_store(ticked_promises_are_kept_with_the_outcome),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
