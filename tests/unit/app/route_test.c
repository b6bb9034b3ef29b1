// SPDX-License-Identifier: GPL-3.0-or-later
// A day's best order from the store: kept hours, what is left out, bad input, urgent calls.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/route.h"
#include "mawari/app/urgent.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"

enum { TOMORROW = 1 };
static const RouteEffort thorough = {.deadline_ms = NONE};

/// Shops north of the office, so many thousandths of a degree apart; each has a visit tomorrow.
static Id shop(App *app, const char *name, int north)
{
    Id client = add(app, arena_print(app->kept, "client name=%s rank=B", name));
    Id site = add(app, arena_print(app->kept,
                                   "site name=%s店 client=%lld latitude=43.%03d longitude=141.350",
                                   name, (long long)client, north));
    return add(app, arena_print(app->kept, "visit client=%lld site=%lld day=明日 minutes=30",
                                (long long)client, (long long)site));
}

static void office(App *app)
{
    add(app, "office name=営業所 latitude=43.000 longitude=141.350");
}

static DayRoute best(App *app, const RouteEffort *effort)
{
    RouteAsk *ask;
    DayRoute route;
    Err err = {0};
    if (!route_ask(app, app->today + TOMORROW, app->kept, &ask, &err))
        fail_msg("%s", err.text);
    route_answer(ask, effort, app->kept, &route);
    return route;
}

static const RouteRow *row_of(const DayRoute *route, Id id)
{
    for (size_t i = 0; i < route->count; i++)
        if (route->rows[i].kind == ROW_VISIT && route->rows[i].id == id)
            return &route->rows[i];
    return NULL;
}

static const char *why_left(const DayRoute *route, Id id)
{
    for (size_t i = 0; i < route->left_count; i++)
        if (route->left[i].id == id)
            return route->left[i].why;
    return "";
}

static void a_zigzag_becomes_one_way_out_and_back(void **state)
{
    App *app = *state;
    office(app);
    Id far = shop(app, "遠い", 200), near = shop(app, "近い", 50), middle = shop(app, "中", 120);
    DayRoute route = best(app, &thorough);
    assert_true(route.optimal);
    assert_true(route.better);
    assert_true(route.travel < route.travel_now);
    assert_int_equal(route.left_count, 0);
    Minute out = row_of(&route, near)->begin, at = row_of(&route, middle)->begin,
           end = row_of(&route, far)->begin;
    assert_true((out < at && at < end) || (out > at && at > end));
    assert_non_null(route_offer(&route, app->kept));
}

static void an_agreed_hour_is_kept_to_the_minute(void **state)
{
    App *app = *state;
    office(app);
    Id agreed = shop(app, "遠い", 200);
    shop(app, "近い", 50);
    does(app, "move", arena_print(app->kept, "%lld 15:20", (long long)agreed));
    DayRoute route = best(app, &thorough);
    assert_int_equal(row_of(&route, agreed)->begin, 15 * 60 + 20);
    assert_int_equal(row_of(&route, agreed)->late, 0);
}

static void a_stop_is_over_when_its_place_closes(void **state)
{
    App *app = *state;
    office(app);
    Id visit = shop(app, "朝だけ", 50);
    Visit record;
    assert_true(record_get(app->store, &entity_visit, visit, app->kept, &record, NULL));
    add(app, arena_print(app->kept, "hours party=%lld opens=15:00 closes=16:00",
                         (long long)record.site));
    DayRoute route = best(app, &thorough);
    assert_true(row_of(&route, visit)->begin >= 15 * 60);
    assert_true(row_of(&route, visit)->leave <= 16 * 60);
}

static void what_is_closed_that_day_is_left_out_with_the_reason(void **state)
{
    App *app = *state;
    office(app);
    Id visit = shop(app, "水曜休み", 50);
    Visit record;
    assert_true(record_get(app->store, &entity_visit, visit, app->kept, &record, NULL));
    does(app, "set", arena_print(app->kept, "site %lld closed_days=水", (long long)record.site));
    DayRoute route = best(app, &thorough);
    assert_null(row_of(&route, visit));
    assert_string_equal(why_left(&route, visit), "closed on Wed");
}

static void without_a_position_there_is_no_number_but_a_sentence(void **state)
{
    App *app = *state;
    office(app);
    Id client = add(app, "client name=迷子");
    Id lost = add(app, arena_print(app->kept, "visit client=%lld day=明日", (long long)client));
    Id agreed = add(
        app, arena_print(app->kept, "visit client=%lld day=明日 start=14:00", (long long)client));
    DayRoute route = best(app, &thorough);
    assert_string_equal(why_left(&route, lost), "no position: type the address or the leg");
    assert_int_equal(row_of(&route, agreed)->begin, 14 * 60);
    assert_int_equal(row_of(&route, agreed)->leg_minutes, NONE);
    assert_null(row_of(&route, agreed)->leg_source);
    assert_int_equal(route.note_count, 1);
}

static void nobody_is_left_out_because_no_train_home_is_known(void **state)
{
    App *app = *state;
    office(app);
    add(app, "day_plan day=明日 mode=train");
    Id first = shop(app, "東", 50), agreed = shop(app, "西", 60);
    add(app, "leg from=営業所 to=東店 mode=train minutes=20 one_way=yes");
    add(app, "leg from=東店 to=西店 mode=train minutes=15 one_way=yes");
    does(app, "move", arena_print(app->kept, "%lld 14:00", (long long)agreed));
    DayRoute route = best(app, &thorough);
    assert_non_null(row_of(&route, first));
    assert_int_equal(row_of(&route, agreed)->begin, 14 * 60);
    assert_int_equal(route.left_count, 0);
    assert_int_equal(route.note_count, 1);
    assert_string_equal(route.notes[0], "no way to where the day ends is known: it is not counted");
}

/// Who never typed where the office lies still has his day: all of it, and agreed hours above all.
static void nobody_is_left_out_because_the_office_has_no_position(void **state)
{
    App *app = *state;
    add(app, "office name=営業所");
    Id far = shop(app, "遠い", 200), near = shop(app, "近い", 50), middle = shop(app, "中", 120);
    does(app, "move", arena_print(app->kept, "%lld 14:00", (long long)far));
    DayRoute route = best(app, &thorough);
    assert_int_equal(route.left_count, 0);
    assert_int_equal(row_of(&route, far)->begin, 14 * 60);
    assert_true(row_of(&route, near)->begin < row_of(&route, middle)->begin);
    assert_string_equal(route.notes[0],
                        "no way from 営業所 is known: the first one is not counted");
    does(app, "archive", arena_print(app->kept, "%lld", (long long)near));
    does(app, "archive", arena_print(app->kept, "%lld", (long long)middle));
    assert_int_equal(best(app, &thorough).left_count, 0); // nor alone
}

static void no_time_at_all_still_gives_a_day_that_is_not_called_best(void **state)
{
    App *app = *state;
    office(app);
    for (int i = 0; i < 12; i++)
        shop(app, arena_print(app->kept, "店%d", i), 10 + (i * 37) % 90);
    const RouteEffort none = {.deadline_ms = 0};
    DayRoute route = best(app, &none);
    assert_true(route.count > 0);
    if (!route.optimal)
        assert_true(route.gap > 0);
}

static void two_agreed_at_one_hour_leave_one_out_and_say_so(void **state)
{
    App *app = *state;
    office(app);
    Id one = shop(app, "一", 50), other = shop(app, "二", 150);
    does(app, "move", arena_print(app->kept, "%lld 10:00", (long long)one));
    does(app, "move", arena_print(app->kept, "%lld 10:00", (long long)other));
    DayRoute route = best(app, &thorough);
    assert_int_equal(route.left_count, 1);
    assert_true(*route.left[0].why != '\0');
}

static void a_nailed_stop_keeps_its_place(void **state)
{
    App *app = *state;
    office(app);
    Id far = shop(app, "遠い", 200), near = shop(app, "近い", 50);
    shop(app, "中", 120);
    does(app, "nail", arena_print(app->kept, "%lld", (long long)far));
    DayRoute route = best(app, &thorough);
    assert_true(row_of(&route, far)->nailed);
    assert_true(row_of(&route, far)->begin < row_of(&route, near)->begin);
}

static void what_is_nailed_to_an_hour_stands_behind_what_is_before_it(void **state)
{
    App *app = *state;
    office(app);
    Id nailed = shop(app, "夕方", 50), agreed = shop(app, "昼", 120);
    does(app, "move", arena_print(app->kept, "%lld 13:00", (long long)agreed));
    does(app, "nail", arena_print(app->kept, "%lld 15:00", (long long)nailed));
    DaySheet sheet;
    Err err = {0};
    Minute before = 0;
    assert_true(day_sheet(app, app->today + TOMORROW, app->kept, &sheet, &err));
    for (size_t i = 0; i < sheet.count; i++) {
        if (sheet.rows[i].kind != ROW_VISIT)
            continue;
        assert_true(sheet.rows[i].begin > before); // the day does not run backwards
        before = sheet.rows[i].begin;
    }
    assert_int_equal(before, 15 * 60);
    does(app, "undo", "");
    assert_string_equal(field(app, &entity_visit, nailed, "nailed_at"), "");
}

static void an_order_that_is_taken_is_one_step(void **state)
{
    App *app = *state;
    office(app);
    Id far = shop(app, "遠い", 200), near = shop(app, "近い", 50);
    shop(app, "中", 120);
    const char *was = field(app, &entity_visit, far, "place");
    DayRoute route = best(app, &thorough);
    Effect effect = {0};
    Err err = {0};
    assert_true(route_take(app, &route, &effect, &err));
    assert_true(effect.undoable);
    assert_false(best(app, &thorough).better);
    does(app, "undo", "");
    assert_string_equal(field(app, &entity_visit, far, "place"), was);
    assert_true(near != 0);
}

/// In the order of `proposed`, or in the one that there is.
static RouteWhyHere why_in(App *app, Id visit, const DayRoute *proposed)
{
    RouteWhyHere why;
    Err err = {0};
    if (!route_why(app, app->today + TOMORROW, visit, proposed, app->kept, &why, &err))
        fail_msg("%s", err.text);
    return why;
}

static const char *why_of(App *app, Id visit)
{
    return why_in(app, visit, NULL).said;
}

static void why_says_the_hour_the_slack_and_the_cost(void **state)
{
    App *app = *state;
    office(app);
    Id agreed = shop(app, "遠い", 200);
    shop(app, "近い", 50);
    does(app, "move", arena_print(app->kept, "%lld 15:20", (long long)agreed));
    const char *why = why_of(app, agreed);
    assert_non_null(strstr(why, "Agreed for 15:20."));
    assert_non_null(strstr(why, "From 近い"));
    assert_non_null(strstr(why, "min (estimated)."));
    assert_non_null(strstr(why, "one minute later and an hour could not be kept"));
    assert_non_null(strstr(why, "on the way"));
}

/// Who sits in the car at the agreed hour has not been there, and is not told so.
static void a_stop_whose_hour_has_come_is_not_said_to_be_over(void **state)
{
    App *app = *state;
    RouteWhyHere why;
    office(app);
    Id agreed = shop(app, "近い", 50);
    does(app, "move", arena_print(app->kept, "%lld today 9:40", (long long)agreed));
    app->now = zone_moment(app->zone, app->today, 9 * 60 + 50);
    app->minute = 9 * 60 + 50;
    assert_true(route_why(app, app->today, agreed, NULL, app->kept, &why, NULL));
    assert_non_null(strstr(why.said, "Its hour, 09:40, has come: as nobody said otherwise"));
    does(app, "arrive", arena_print(app->kept, "%lld", (long long)agreed));
    assert_true(route_why(app, app->today, agreed, NULL, app->kept, &why, NULL));
    assert_string_equal(why.said, "One has been there already: it is not planned any more.");
}

static void why_of_a_proposal_is_of_its_order(void **state)
{
    App *app = *state;
    office(app);
    shop(app, "遠い", 200);
    shop(app, "近い", 50);
    Id last = shop(app, "中", 120); // as it stands; in the proposal it is the middle one
    DayRoute route = best(app, &thorough);
    assert_null(strstr(why_of(app, last), "One place later"));
    assert_non_null(strstr(why_in(app, last, &route).said, "One place later"));
    assert_true(why_in(app, last, &route).stands);
}

static void why_not_is_what_the_proposal_says(void **state)
{
    App *app = *state;
    office(app);
    Id one = shop(app, "一", 50), other = shop(app, "二", 150);
    does(app, "move", arena_print(app->kept, "%lld 10:00", (long long)one));
    does(app, "move", arena_print(app->kept, "%lld 10:00", (long long)other));
    DayRoute route = best(app, &thorough);
    Id out = row_of(&route, one) ? other : one;
    assert_false(why_in(app, out, &route).stands);
    assert_string_equal(why_in(app, out, &route).said, why_left(&route, out));
    assert_true(why_in(app, out, NULL).stands); // in the order that there is
}

static void an_urgent_call_has_ways_that_say_who_slips(void **state)
{
    App *app = *state;
    office(app);
    Id agreed = shop(app, "約束", 50);
    Id caller = shop(app, "至急", 300);
    does(app, "move", arena_print(app->kept, "%lld 10:00", (long long)agreed));
    does(app, "archive", arena_print(app->kept, "%lld", (long long)caller));
    Visit record;
    assert_true(record_get(app->store, &entity_visit, caller, app->kept, &record, NULL));
    Urgent urgent;
    Err err = {0};
    assert_true(urgent_ways(app, app->today + TOMORROW, record.site, 60, app->kept, &urgent, &err));
    assert_int_equal(urgent.count, 2); // before and behind
    assert_int_equal(urgent.ways[0].is, URGENT_SOONEST);
    assert_int_equal(urgent.ways[0].slip_count, 1);
    assert_int_equal(urgent.ways[0].slips[0].visit, agreed);
    assert_true(urgent.ways[0].slips[0].late > 0);
    assert_int_equal(urgent.ways[1].slip_count, 0);
}

static const RouteRow *row_of_kind(const DayRoute *route, DayRowKind kind)
{
    for (size_t i = 0; i < route->count; i++)
        if (route->rows[i].kind == kind)
            return &route->rows[i];
    return NULL;
}

static void who_rides_along_is_fetched_on_the_way_and_that_way_is_counted(void **state)
{
    App *app = *state;
    office(app);
    Id with = shop(app, "同行", 50), near = shop(app, "近い", 20);
    add(app, "contact name=松田");
    add(app, "resting_place name=駅北口 latitude=43.150 longitude=141.350");
    does(app, "companion", arena_print(app->kept, "%lld 松田 駅北口", (long long)with));
    DayRoute route = best(app, &thorough);
    const RouteRow *pick_up = row_of_kind(&route, ROW_PICK_UP);
    assert_non_null(pick_up);
    assert_true(pick_up->leg_minutes > 0);
    assert_true(pick_up->leave < row_of(&route, with)->begin);
    assert_non_null(row_of(&route, near));
    assert_non_null(strstr(why_of(app, with), "Before it: pick up 松田: 駅北口."));

    DaySheet sheet;
    Err err = {0};
    assert_true(day_sheet(app, app->today + TOMORROW, app->kept, &sheet, &err));
    size_t at = 0;
    while (at < sheet.count && sheet.rows[at].kind != ROW_PICK_UP)
        at++;
    assert_true(at < sheet.count);
    assert_true(sheet.rows[at].leg_minutes > 0);
    assert_true(sheet.rows[at + 1].leg_minutes > 0);
    does(app, "set", arena_print(app->kept, "visit %lld appointment=cancelled", (long long)with));
    route = best(app, &thorough);
    assert_null(row_of_kind(&route, ROW_PICK_UP));
}

/// The dentist till six, and then the way home: nothing is left out for being home at six.
static void what_has_an_hour_may_make_the_day_longer(void **state)
{
    App *app = *state;
    office(app);
    Id visit = shop(app, "遠い", 50);
    does(app, "move", arena_print(app->kept, "%lld 15:00", (long long)visit));
    Id dentist = add(app, "private_time what=歯医者 day=明日 start=17:00 end=18:00");
    DayRoute route = best(app, &thorough);
    assert_int_equal(route.left_count, 0);
    assert_string_equal(why_left(&route, dentist), "");
    assert_non_null(row_of_kind(&route, ROW_PRIVATE));
    assert_true(route.end > 18 * 60);
}

static void who_is_fetched_at_an_hour_waits_for_nobody(void **state)
{
    App *app = *state;
    office(app);
    Id with = shop(app, "同行", 50);
    add(app, "contact name=松田");
    does(app, "companion", arena_print(app->kept, "%lld 松田 13:10 どこか", (long long)with));
    DayRoute route = best(app, &thorough);
    assert_int_equal(row_of_kind(&route, ROW_PICK_UP)->begin, 13 * 60 + 10);
    assert_int_equal(row_of_kind(&route, ROW_PICK_UP)->leg_minutes, NONE); // nobody knows where
    assert_true(row_of(&route, with)->begin >= 13 * 60 + 15);
}

static void snow_lengthens_the_ways_of_the_plan_as_those_of_the_day(void **state)
{
    App *app = *state;
    office(app);
    Id early = shop(app, "昼", 50), late = shop(app, "夕", 120);
    does(app, "move", arena_print(app->kept, "%lld 13:00", (long long)early));
    does(app, "move", arena_print(app->kept, "%lld 15:20", (long long)late));
    DayRoute fine = best(app, &thorough);
    does(app, "weather", "tomorrow 晴雪");
    DayRoute snow = best(app, &thorough);
    assert_int_equal(row_of(&snow, early)->leg_minutes, row_of(&fine, early)->leg_minutes);
    assert_int_equal(row_of(&snow, late)->leg_minutes, row_of(&fine, late)->leg_minutes + 5);
    assert_int_equal(snow.end_leg, fine.end_leg + 5);
    assert_int_equal(snow.travel_now, snow.travel);
}

static void a_long_drive_has_its_rest_and_says_why(void **state)
{
    App *app = *state;
    office(app);
    Id far = shop(app, "稚内", 999); // 111 km
    does(app, "setting", "lunch no");
    does(app, "leg", arena_print(app->kept, "営業所 稚内店 150"));
    DayRoute route = best(app, &thorough);
    const RouteRow *rest = row_of_kind(&route, ROW_REST);
    assert_non_null(rest);
    assert_int_equal(rest->begin, route.start + 120);
    assert_int_equal(rest->leave, rest->begin + 15);
    assert_int_equal(row_of(&route, far)->arrive, route.start + 150 + 15);
    assert_non_null(strstr(why_of(app, far), "of rest on the way here"));
    does(app, "setting", "wheel_minutes 0");
    route = best(app, &thorough);
    assert_null(row_of_kind(&route, ROW_REST));
    assert_int_equal(row_of(&route, far)->arrive, route.start + 150);
}

static void lunch_stands_where_the_day_will_show_it(void **state)
{
    App *app = *state;
    office(app);
    for (int i = 0; i < 9; i++)
        (void)shop(app, arena_print(app->kept, "店%d", i), (i * 37) % 90);
    DayRoute route = best(app, &thorough);
    Effect effect = {0};
    Err err = {0};
    DaySheet sheet;
    assert_true(route_take(app, &route, &effect, &err));
    assert_true(day_sheet(app, app->today + TOMORROW, app->kept, &sheet, &err));
    size_t lunch = 0;
    while (sheet.rows[lunch].kind != ROW_LUNCH)
        lunch++;
    assert_int_equal(row_of_kind(&route, ROW_LUNCH)->begin, sheet.rows[lunch].begin);
    assert_true(sheet.rows[lunch].begin >= 12 * 60);
}

/// A day that is too long as it stands does not let a stop begin any later than now.
static void what_may_slip_ends_with_the_day_though_that_ends_too_late(void **state)
{
    App *app = *state;
    office(app);
    Id last = 0;
    for (int i = 0; i < 20; i++)
        last = shop(app, arena_print(app->kept, "店%d", i), 10 * i);
    assert_non_null(strstr(why_of(app, last), "one minute later and an hour could not be kept"));
}

static void an_hour_behind_the_day_s_end_is_the_reason_for_leaving_out(void **state)
{
    App *app = *state;
    office(app);
    Id late = shop(app, "夜の店", 20);
    add(app, "hours party=夜の店店 opens=19:00 closes=20:00");
    DayRoute route = best(app, &thorough);
    assert_string_equal(why_left(&route, late), "can be met from 19:00 only, when the day is over");
}

static const DayRow *rest_of(const DaySheet *sheet)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->rows[i].kind == ROW_REST)
            return &sheet->rows[i];
    return NULL;
}

static void a_taken_order_brings_its_rests_into_the_day(void **state)
{
    App *app = *state;
    office(app);
    (void)shop(app, "稚内", 999);
    does(app, "setting", "lunch no");
    does(app, "leg", arena_print(app->kept, "営業所 稚内店 150"));
    DayRoute route = best(app, &thorough);
    DaySheet sheet;
    Effect effect = {0};
    Err err = {0};
    for (int again = 0; again < 2; again++) { // taken twice it is no more rests
        assert_true(route_take(app, &route, &effect, &err));
        assert_true(day_sheet(app, app->today + TOMORROW, app->kept, &sheet, &err));
        const DayRow *rest = rest_of(&sheet);
        assert_non_null(rest);
        assert_int_equal(rest->begin, sheet.rows[0].leave + 120); // on the way there
        assert_int_equal(rest->leave - rest->begin, 15);
        assert_int_equal(rest[1].arrive, sheet.rows[0].leave + 150 + 15);
        size_t count = 0;
        for (size_t i = 0; i < sheet.count; i++)
            count += sheet.rows[i].kind == ROW_REST;
        assert_int_equal(count, 2); // there and back
    }
    route = best(app, &thorough); // the plan counts its own rest, not the one that stands
    assert_non_null(row_of_kind(&route, ROW_REST));
    does(app, "setting", "wheel_minutes 0");
    route = best(app, &thorough);
    assert_true(route_take(app, &route, &effect, &err));
    assert_true(day_sheet(app, app->today + TOMORROW, app->kept, &sheet, &err));
    assert_null(rest_of(&sheet));
    does(app, "undo", "");
    assert_true(day_sheet(app, app->today + TOMORROW, app->kept, &sheet, &err));
    assert_non_null(rest_of(&sheet));
}

static void todays_orders_are_called_in_before_they_are_shut(void **state)
{
    App *app = *state;
    office(app);
    add(app, "client name=注文");
    add(app, "order_memo client=注文 what=見本");
    RouteAsk *ask;
    DayRoute route;
    Err err = {0};
    assert_true(route_ask(app, app->today, app->kept, &ask, &err));
    route_answer(ask, &thorough, app->kept, &route);
    const RouteRow *call = row_of_kind(&route, ROW_ORDERS);
    assert_non_null(call);
    assert_string_equal(call->name, "call in 1 order, by 15:00");
    assert_true(call->leave <= 15 * 60);
    assert_false(route.better);
}

static void what_is_heavy_is_brought_first(void **state)
{
    App *app = *state;
    office(app);
    Id one = shop(app, "一", 50), other = shop(app, "二", 50);
    DayRoute light = best(app, &thorough);
    Id second = row_of(&light, one)->begin < row_of(&light, other)->begin ? other : one;
    Visit record;
    assert_true(record_get(app->store, &entity_visit, second, app->kept, &record, NULL));
    add(app, arena_print(app->kept, "commitment what=箱 way=bring client=%lld heavy=yes due=明日",
                         (long long)record.client));
    DayRoute heavy = best(app, &thorough);
    Id first = second == one ? other : one;
    assert_true(row_of(&heavy, second)->begin < row_of(&heavy, first)->begin);
    assert_int_equal(row_of(&heavy, second)->late, 0);
    assert_non_null(strstr(why_of(app, second), "Something heavy is for it"));
}

/// Of two mornings and two afternoons met in those of one half.
static void met_in_one_half(App *app, Id visit, bool mornings)
{
    Visit record;
    assert_true(record_get(app->store, &entity_visit, visit, app->kept, &record, NULL));
    add(app, "contact name=朝野");
    add(app, arena_print(app->kept, "post contact=朝野 party=%lld", (long long)record.client));
    static const char *const then[] = {"2026-11-02 start=09:00", "2026-11-09 start=10:00",
                                       "2026-11-10 start=14:00", "2026-11-16 start=15:00"};
    for (size_t i = 0; i < sizeof then / sizeof *then; i++)
        add(app,
            arena_print(app->kept, "visit client=%lld contact=朝野 day=%s outcome=%s",
                        (long long)record.client, then[i], (i < 2) == mornings ? "met" : "absent"));
}

/// Two visits of which one is before noon and one after it, and nothing says which: the best day.
static DayRoute one_in_each_half(App *app, Id *ret_first, Id *ret_second)
{
    office(app);
    Id one = shop(app, "一", 50), other = shop(app, "二", 50);
    does(app, "set", arena_print(app->kept, "visit %lld minutes=200", (long long)one));
    does(app, "set", arena_print(app->kept, "visit %lld minutes=200", (long long)other));
    DayRoute any = best(app, &thorough);
    bool in_order = row_of(&any, one)->begin < row_of(&any, other)->begin;
    *ret_first = in_order ? one : other;
    *ret_second = in_order ? other : one;
    assert_true(row_of(&any, *ret_first)->begin < 12 * 60);
    assert_true(row_of(&any, *ret_second)->begin >= 12 * 60);
    return any;
}

static void who_is_met_in_the_mornings_is_seen_before_noon_where_that_costs_nothing(void **state)
{
    App *app = *state;
    Id first, second;
    DayRoute any = one_in_each_half(app, &first, &second);
    met_in_one_half(app, second, true);
    DayRoute early = best(app, &thorough);
    assert_true(row_of(&early, second)->begin < 12 * 60);
    assert_int_equal(early.travel, any.travel);
    assert_non_null(
        strstr(why_of(app, second), "Met there: mornings 2 of 2, afternoons 0 of 2. Before noon"));
}

static void who_is_met_in_the_afternoons_is_seen_after_noon_where_that_costs_nothing(void **state)
{
    App *app = *state;
    Id first, second;
    DayRoute any = one_in_each_half(app, &first, &second);
    met_in_one_half(app, first, false);
    DayRoute late = best(app, &thorough);
    assert_true(row_of(&late, first)->begin >= 12 * 60);
    assert_true(late.optimal);
    assert_int_equal(late.travel, any.travel);
    assert_non_null(
        strstr(why_of(app, first), "Met there: mornings 0 of 2, afternoons 2 of 2. After noon"));
    does(app, "archive", arena_print(app->kept, "%lld", (long long)second));
    DayRoute alone = best(app, &thorough); // nobody sits about until noon for it
    assert_true(row_of(&alone, first)->begin < 12 * 60);
}

static void on_foot_one_is_done_before_the_rain(void **state)
{
    App *app = *state;
    office(app);
    Id walk = shop(app, "徒歩", 50);
    shop(app, "二", 51);
    does(app, "weather", "tomorrow 晴雨");
    assert_null(strstr(why_of(app, walk), "rather before the rain"));
    Visit record;
    assert_true(record_get(app->store, &entity_visit, walk, app->kept, &record, NULL));
    does(app, "set", arena_print(app->kept, "site %lld door_minutes=12", (long long)record.site));
    assert_non_null(strstr(why_of(app, walk), "rather before the rain"));
    DayRoute route = best(app, &thorough);
    assert_true(row_of(&route, walk)->begin < 12 * 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)
        TEST(a_zigzag_becomes_one_way_out_and_back),
        TEST(an_agreed_hour_is_kept_to_the_minute),
        TEST(a_stop_is_over_when_its_place_closes),
        TEST(what_is_closed_that_day_is_left_out_with_the_reason),
        TEST(without_a_position_there_is_no_number_but_a_sentence),
        TEST(nobody_is_left_out_because_no_train_home_is_known),
        TEST(nobody_is_left_out_because_the_office_has_no_position),
        TEST(no_time_at_all_still_gives_a_day_that_is_not_called_best),
        TEST(two_agreed_at_one_hour_leave_one_out_and_say_so),
        TEST(a_nailed_stop_keeps_its_place),
        TEST(what_is_nailed_to_an_hour_stands_behind_what_is_before_it),
        TEST(an_order_that_is_taken_is_one_step),
        TEST(why_says_the_hour_the_slack_and_the_cost),
        TEST(a_stop_whose_hour_has_come_is_not_said_to_be_over),
        TEST(why_of_a_proposal_is_of_its_order),
        TEST(why_not_is_what_the_proposal_says),
        TEST(an_urgent_call_has_ways_that_say_who_slips),
        TEST(who_rides_along_is_fetched_on_the_way_and_that_way_is_counted),
        TEST(what_has_an_hour_may_make_the_day_longer),
        TEST(who_is_fetched_at_an_hour_waits_for_nobody),
        TEST(snow_lengthens_the_ways_of_the_plan_as_those_of_the_day),
        TEST(a_long_drive_has_its_rest_and_says_why),
        TEST(lunch_stands_where_the_day_will_show_it),
        TEST(what_may_slip_ends_with_the_day_though_that_ends_too_late),
        TEST(an_hour_behind_the_day_s_end_is_the_reason_for_leaving_out),
        TEST(a_taken_order_brings_its_rests_into_the_day),
        TEST(todays_orders_are_called_in_before_they_are_shut),
        TEST(what_is_heavy_is_brought_first),
        TEST(who_is_met_in_the_mornings_is_seen_before_noon_where_that_costs_nothing),
        TEST(who_is_met_in_the_afternoons_is_seen_after_noon_where_that_costs_nothing),
        TEST(on_foot_one_is_done_before_the_rain),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
