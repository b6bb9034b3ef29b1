// SPDX-License-Identifier: GPL-3.0-or-later
// A week's proposal from the store: who is asked for, on which days, why, and what taking it writes.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/week_plan.h"
#include "mawari/model/kinds.h"
#include "mawari/store/queries.h"
#include "mawari/store/record.h"

static const RouteEffort enough = {.deadline_ms = NONE, .nodes = 100000};

static void office(App *app)
{
    add(app, "office name=営業所 latitude=43.000 longitude=141.350");
}

/// A shop so many thousandths of a degree north of the office, met so many days ago.
static Id due(App *app, const char *name, int north, int cycle, int days_ago, const char *more)
{
    Id client = add(app,
                    arena_print(app->kept, "client name=%s rank=B cycle=%d %s", name, cycle, more));
    Id site = add(app, arena_print(app->kept,
                                   "site name=%s店 client=%lld latitude=43.%03d longitude=141.350",
                                   name, (long long)client, north));
    add(app,
        arena_print(app->kept, "visit client=%lld site=%lld day=%s outcome=met", (long long)client,
                    (long long)site, day_iso(app->today - days_ago, app->kept)));
    return client;
}

static WeekProposal propose(App *app, Day of, const WeekAsk **ret_ask)
{
    WeekAsk *ask;
    WeekProposal proposal;
    Day days[WEEK_PLAN_DAYS];
    size_t count;
    Err err = {0};
    if (!week_plan_days(app, of, days, &count, &err) ||
        !week_ask(app, days, count, app->kept, &ask, &err))
        fail_msg("%s", err.text);
    week_answer(ask, &enough, NULL, app->kept, &proposal);
    if (ret_ask)
        *ret_ask = ask;
    return proposal;
}

static const WeekAdded *added(const WeekProposal *proposal, Id client)
{
    for (size_t i = 0; i < proposal->added_count; i++)
        if (proposal->added[i].client == client)
            return &proposal->added[i];
    return NULL;
}

static const char *why_left(const WeekProposal *proposal, Id client)
{
    for (size_t i = 0; i < proposal->left_count; i++)
        if (proposal->left[i].client == client)
            return proposal->left[i].why;
    return "";
}

static Day day_of(const WeekProposal *proposal, Id client)
{
    const WeekAdded *one = added(proposal, client);
    return one ? proposal->days[one->day].day : NONE;
}

static void the_next_five_working_days_or_what_is_left_of_a_week(void **state)
{
    App *app = *state;
    Day days[WEEK_PLAN_DAYS];
    size_t count;
    assert_true(week_plan_days(app, NONE, days, &count, NULL)); // today is Tuesday 24 November
    assert_int_equal(count, 5);
    assert_int_equal(days[0], app->today + 1);
    assert_int_equal(days[4], app->today + 7);
    assert_true(week_plan_days(app, app->today, days, &count, NULL));
    assert_int_equal(count, 3);
    assert_true(week_plan_days(app, app->today + 8, days, &count, NULL));
    assert_int_equal(days[0], app->today + 6);
    assert_int_equal(count, 5);
    Err err = {0};
    assert_false(week_plan_days(app, app->today - 7, days, &count, &err));
    assert_string_equal(err.text, "no working day of this week is still to come");
}

/// Five times on Fridays, met each time; once on a Wednesday, in vain.
static void met_on_fridays(App *app, Id client)
{
    static const char *const fridays[] = {"2026-09-04", "2026-09-11", "2026-09-18", "2026-10-02",
                                          "2026-10-09"};
    add(app, "contact name=金子");
    add(app, arena_print(app->kept, "post contact=金子 party=%lld", (long long)client));
    for (size_t i = 0; i < sizeof fridays / sizeof *fridays; i++)
        add(app, arena_print(app->kept, "visit client=%lld contact=金子 day=%s outcome=met",
                             (long long)client, fridays[i]));
    add(app, arena_print(app->kept, "visit client=%lld contact=金子 day=2026-10-14 outcome=absent",
                         (long long)client));
}

static void the_weekday_on_which_somebody_is_met_is_preferred_and_said(void **state)
{
    App *app = *state;
    office(app);
    Id client = due(app, "金曜の店", 50, 14, 13, ""); // due tomorrow, Wednesday
    WeekProposal plain = propose(app, NONE, NULL);
    assert_int_equal(day_weekday(day_of(&plain, client)), THU); // Wednesday is gotōbi
    met_on_fridays(app, client);
    WeekProposal proposal = propose(app, NONE, NULL);
    assert_int_equal(day_weekday(day_of(&proposal, client)), FRI);
    assert_non_null(strstr(added(&proposal, client)->why, "met on Fri 5 of 5"));
}

static void who_is_due_is_proposed_and_who_has_a_visit_is_not(void **state)
{
    App *app = *state;
    office(app);
    Id asked = due(app, "期限", 50, 14, 13, ""), planned = due(app, "予定済", 60, 14, 13, "");
    Id later = due(app, "先", 70, 60, 13, ""), never = add(app, "client name=無周期 rank=S");
    does(app, "visit", "予定済店 12/18");
    WeekProposal proposal = propose(app, NONE, NULL);
    assert_non_null(added(&proposal, asked));
    assert_null(added(&proposal, planned));
    assert_null(added(&proposal, later));
    assert_null(added(&proposal, never));
    assert_int_equal(proposal.added_count, 1);
    assert_int_equal(proposal.left_count, 0);
}

static void it_goes_where_somebody_near_is_visited_and_says_so(void **state)
{
    App *app = *state;
    office(app);
    Id client = due(app, "期限", 300, 28, 26, "");
    Id near = due(app, "みなと", 301, 100, 1, "");
    (void)near;
    does(app, "visit", "みなと店 11/27 14:00");
    WeekProposal proposal = propose(app, NONE, NULL);
    assert_int_equal(day_of(&proposal, client), app->today + 3);
    assert_string_equal(added(&proposal, client)->why, "near みなと店, window ends Mon 30");
    const WeekPlanDay *day = &proposal.days[added(&proposal, client)->day];
    assert_int_equal(day->now, 1);
    assert_int_equal(day->then, 2);
}

static void closed_days_are_avoided_and_an_absence_leaves_out(void **state)
{
    App *app = *state;
    office(app);
    Id closed = due(app, "水木金月休み", 50, 28, 26, "closed_days=水木金月");
    Id away = due(app, "休業", 60, 28, 26, "");
    add(app, arena_print(app->kept, "absence party=%lld why=改装 since=2026-11-20 until=2026-12-20",
                         (long long)away));
    WeekProposal proposal = propose(app, NONE, NULL);
    assert_int_equal(day_of(&proposal, closed), app->today + 7);
    assert_string_equal(added(&proposal, closed)->why, "window ended Mon 30, closed on Thu");
    assert_null(added(&proposal, away));
    assert_string_equal(why_left(&proposal, away), "away until 20 Dec, 改装");
}

static void no_more_than_a_day_may_hold_and_who_can_wait_is_said(void **state)
{
    App *app = *state;
    office(app);
    does(app, "setting", "visits_a_day 1");
    Id first = due(app, "優先", 50, 7, 11, "rank=S");
    for (int i = 0; i < 7; i++)
        due(app, arena_print(app->kept, "店%d", i), 50 + i, 7, 12, "");
    WeekProposal proposal = propose(app, NONE, NULL);
    assert_non_null(added(&proposal, first));
    assert_int_equal(proposal.added_count, 5);
    assert_int_equal(proposal.left_count, 3);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(proposal.left[i].why, "every day has its 1 visit");
    assert_non_null(proposal.stretched);
}

static void without_a_position_there_is_a_sentence(void **state)
{
    App *app = *state;
    office(app);
    Id client = add(app, "client name=迷子 cycle=14");
    add(app,
        arena_print(app->kept, "visit client=%lld day=2026-11-10 outcome=met", (long long)client));
    WeekProposal proposal = propose(app, NONE, NULL);
    assert_string_equal(why_left(&proposal, client), "no site: type its address");
}

static void what_is_agreed_stands_and_what_is_taken_floats_by_the_cycle(void **state)
{
    App *app = *state;
    office(app);
    Id client = due(app, "期限", 80, 28, 26, ""), other = due(app, "アポ", 82, 100, 1, "");
    Id agreed = does(app, "visit", "アポ店 11/27 11:00").id;
    WeekProposal proposal = propose(app, NONE, NULL);
    assert_int_equal(day_of(&proposal, client), app->today + 3);
    Effect effect = {0};
    Err err = {0};
    if (!week_take(app, &proposal, NULL, &effect, &err))
        fail_msg("%s", err.text);
    assert_true(effect.undoable);
    assert_string_equal(field(app, &entity_visit, agreed, "start"), "11:00");
    DayVisits there;
    assert_true(query_stops_of_client(app->store, client, app->today + 1, app->today + 9, app->kept,
                                      &there, NULL));
    assert_int_equal(there.count, 1);
    assert_int_equal(there.rows[0].visit.start, NONE);
    assert_int_equal(there.rows[0].visit.appointment, NONE);
    assert_int_equal(there.rows[0].visit.proposed, 1);
    assert_int_equal(propose(app, NONE, NULL).added_count, 0); // nobody is asked for twice
    does(app, "undo", "");
    assert_int_equal(propose(app, NONE, NULL).added_count, 1);
    (void)other;
}

static void what_the_rep_left_out_is_not_planned(void **state)
{
    App *app = *state;
    office(app);
    Id one = due(app, "一", 50, 28, 28, ""), two = due(app, "二", 60, 28, 28, "");
    WeekProposal proposal = propose(app, NONE, NULL);
    assert_int_equal(proposal.added_count, 2);
    bool without[2] = {false, false};
    for (size_t i = 0; i < 2; i++)
        without[i] = proposal.added[i].client == two;
    Effect effect = {0};
    assert_true(week_take(app, &proposal, without, &effect, NULL));
    DayVisits there;
    assert_true(
        query_stops_between(app->store, app->today + 1, app->today + 9, app->kept, &there, NULL));
    assert_int_equal(there.count, 1);
    assert_int_equal(there.rows[0].visit.client, one);
    without[0] = without[1] = true;
    Err err = {0};
    assert_false(week_take(app, &proposal, without, &effect, &err));
    assert_string_equal(err.text, "no visit is proposed: nothing to take");
}

static void why_says_what_each_day_would_be(void **state)
{
    App *app = *state;
    office(app);
    Id client = due(app, "期限", 50, 14, 13, "closed_days=木");
    const WeekAsk *ask;
    WeekProposal proposal = propose(app, NONE, &ask);
    const char *why = week_why(ask, &proposal, added(&proposal, client)->caller, app->kept);
    assert_non_null(strstr(why, "Last seen 11 Nov, every 14 days. Due Wed 25, may be from 23 Nov "
                                "to Fri 27."));
    assert_non_null(strstr(why, "Thu 26 Nov: closed on Thu"));
    assert_non_null(strstr(why, "Fri 27 Nov: "));
    assert_non_null(strstr(why, "Tue 1 Dec: "));
}

static void a_day_that_cannot_be_takes_nobody_and_the_others_do(void **state)
{
    App *app = *state;
    office(app);
    Id client = due(app, "期限", 50, 28, 27, "");
    add(app, "day_plan day=2026-11-25 start=8:00 end=8:01");
    WeekProposal proposal = propose(app, NONE, NULL);
    assert_non_null(added(&proposal, client));
    assert_int_not_equal(day_of(&proposal, client), app->today + 1);
}

static void where_all_days_begin_and_end_is_said_once(void **state)
{
    App *app = *state;
    due(app, "期限", 50, 28, 27, "");
    WeekProposal proposal = propose(app, NONE, NULL);
    assert_int_equal(proposal.note_count, 2);
    assert_non_null(strstr(proposal.notes[0], "where does the day begin?"));
    assert_non_null(strstr(proposal.notes[1], "where does the day end?"));
    for (size_t i = 0; i < proposal.day_count; i++)
        assert_int_equal(proposal.days[i].route.note_count, 0);
}

static void where_one_day_ends_is_said_of_that_day(void **state)
{
    App *app = *state;
    office(app);
    due(app, "期限", 50, 28, 27, "");
    Id nowhere = add(app, "office name=遠い宿");
    add(app, arena_print(app->kept, "day_plan day=2026-11-26 to=%lld", (long long)nowhere));
    WeekProposal proposal = propose(app, NONE, NULL);
    assert_int_equal(proposal.note_count, 0);
    assert_int_equal(proposal.days[0].route.note_count, 0);
    assert_int_equal(proposal.days[1].route.note_count, 1);
}

static void thirty_doors_of_five_minutes_fit_into_a_day(void **state)
{
    App *app = *state;
    office(app);
    does(app, "setting", "visits_a_day 30");
    does(app, "setting", "visit_minutes 5");
    does(app, "setting", "door_minutes 2");
    for (int i = 0; i < 120; i++)
        due(app, arena_print(app->kept, "戸%d", i), 10 + i / 2, 28, 28, "");
    WeekProposal proposal = propose(app, NONE, NULL);
    assert_int_equal(proposal.added_count, 120);
    int32_t most = 0;
    for (size_t i = 0; i < proposal.day_count; i++)
        most = proposal.days[i].then > most ? proposal.days[i].then : most;
    assert_int_equal(most, 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(where_all_days_begin_and_end_is_said_once, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(where_one_day_ends_is_said_of_that_day, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(the_next_five_working_days_or_what_is_left_of_a_week,
                                        open_app, close_app),
        cmocka_unit_test_setup_teardown(who_is_due_is_proposed_and_who_has_a_visit_is_not, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(the_weekday_on_which_somebody_is_met_is_preferred_and_said,
                                        open_app, close_app),
        cmocka_unit_test_setup_teardown(it_goes_where_somebody_near_is_visited_and_says_so,
                                        open_app, close_app),
        cmocka_unit_test_setup_teardown(closed_days_are_avoided_and_an_absence_leaves_out, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(no_more_than_a_day_may_hold_and_who_can_wait_is_said,
                                        open_app, close_app),
        cmocka_unit_test_setup_teardown(without_a_position_there_is_a_sentence, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(what_is_agreed_stands_and_what_is_taken_floats_by_the_cycle,
                                        open_app, close_app),
        cmocka_unit_test_setup_teardown(what_the_rep_left_out_is_not_planned, open_app, close_app),
        cmocka_unit_test_setup_teardown(why_says_what_each_day_would_be, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_day_that_cannot_be_takes_nobody_and_the_others_do,
                                        open_app, close_app),
        cmocka_unit_test_setup_teardown(thirty_doors_of_five_minutes_fit_into_a_day, open_app,
                                        close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
