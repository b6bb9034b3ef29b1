// SPDX-License-Identifier: GPL-3.0-or-later
// A day as Today shows it, on the sample and on small days made for one claim.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/day.h"
#include "mawari/app/sample.h"

#define AT(hour, minute) ((hour)*60 + (minute))

static int open_sample(void **state)
{
    Err err = {0};
    if (open_app(state) != 0)
        return -1;
    if (!sample_fill(*state, &err))
        print_error("%s\n", err.text);
    return err.kind == ERR_NONE ? 0 : -1;
}

static DaySheet sheet_of(App *app, Day day)
{
    DaySheet sheet;
    Err err = {0};
    if (!day_sheet(app, day, app->kept, &sheet, &err))
        fail_msg("%s", err.text);
    return sheet;
}

static DaySheet today(App *app, Minute minute)
{
    app->minute = minute;
    return sheet_of(app, app->today);
}

static const DayRow *row_called(const DaySheet *sheet, const char *part)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->rows[i].name && strstr(sheet->rows[i].name, part))
            return &sheet->rows[i];
    fail_msg("there is no row %s", part);
    return NULL;
}

static const DayRow *row_of_kind(const DaySheet *sheet, DayRowKind kind)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->rows[i].kind == kind)
            return &sheet->rows[i];
    return NULL;
}

static size_t count_of(const DaySheet *sheet, DayRowKind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < sheet->count; i++)
        count += sheet->rows[i].kind == kind;
    return count;
}

static void the_sample_s_morning_has_nine_stops_lunch_and_two_promises(void **state)
{
    App *app = *state;
    DaySheet sheet = today(app, AT(8, 20));
    assert_int_equal(count_of(&sheet, ROW_VISIT), 9);
    assert_int_equal(count_of(&sheet, ROW_LUNCH), 1);
    assert_int_equal(count_of(&sheet, ROW_PROMISE), 2);
    assert_int_equal(sheet.rows[0].kind, ROW_START);
    assert_int_equal(sheet.rows[sheet.count - 2].kind, ROW_END);
    assert_int_equal(sheet.rows[sheet.count - 1].kind, ROW_TROUBLE); // my turn, without an hour
    assert_string_equal(sheet.rows[sheet.count - 1].with, "石狩水産");
    assert_string_equal(sheet.rows[sheet.next].name, "北海道庁 農政部");
    assert_int_equal(sheet.to_write, 0);
    assert_int_equal(sheet.legs_unknown, 0);
    assert_true(sheet.wheel_minutes > 60);
    for (size_t i = 0; i < sheet.count; i++) {
        const DayRow *row = &sheet.rows[i];
        if (row->visit && row->visit->visit.start != NONE) {
            assert_int_equal(row->late_by, 0);
            assert_int_equal(row->begin, row->visit->visit.start);
        }
        if (i > 0 && row->kind != ROW_TROUBLE)
            assert_true(row->begin >= sheet.rows[i - 1].begin);
    }
}

static void leave_by_is_the_hour_less_leg_door_and_five(void **state)
{
    App *app = *state;
    DaySheet sheet = today(app, AT(8, 20));
    const DayRow *row = row_called(&sheet, "青葉商店");
    assert_string_equal(row->leg_source, "estimated");
    assert_int_equal(row->leave_by,
                     AT(10, 20) - row->leg_minutes - row->visit->site.door_minutes - 5);
    assert_string_equal(row->with, "中村 仕入課長");
    assert_int_equal(row->sign, SIGN_AGREED);
}

static void a_typed_leg_wins_and_an_unknown_place_has_no_number(void **state)
{
    App *app = *state;
    DaySheet sheet = today(app, AT(8, 20));
    const DayRow *typed = row_called(&sheet, "北総合病院");
    assert_int_equal(typed->leg_minutes, 17);
    assert_string_equal(typed->leg_source, "typed");

    add(app, "client name=霧の店");
    add(app, "site name=霧の店 client=霧の店");
    add(app, "visit client=霧の店 site=霧の店 day=today start=17:00");
    sheet = today(app, AT(8, 20));
    const DayRow *unknown = row_called(&sheet, "霧の店");
    assert_int_equal(unknown->leg_minutes, NONE);
    assert_null(unknown->leg_source);
    assert_int_equal(unknown->leave_by, NONE);
    assert_int_equal(unknown->slack, NONE);
    assert_true(sheet.legs_unknown > 0);
}

/// Tomorrow has a plan already.
static void plan_tomorrow(App *app, const char *field)
{
    Id id;
    DayPlan plan;
    assert_true(query_day_plan(app->store, app->today + 1, app->kept, &id, &plan, NULL));
    does(app, "set", arena_print(app->kept, "day_plan %lld %s", (long long)id, field));
}

static void by_train_a_way_is_unknown_until_typed_and_then_kept_for_both_places(void **state)
{
    App *app = *state;
    plan_tomorrow(app, "mode=train");
    DaySheet day = sheet_of(app, app->today + 1);
    const DayRow *second = row_called(&day, "札幌駅北食品");
    assert_int_equal(second->leg_minutes, NONE); // no number that nobody said
    Effect form = does(app, "leg-here", arena_print(app->kept, "%lld", (long long)second->id));
    assert_int_equal(form.next, NEXT_FORM);
    assert_int_equal(form.field_count, 3);
    add(app, arena_print(app->kept,
                         "leg from=%s to=%s mode=%s minutes=18 line=南北線 departure=13:20 "
                         "arrival=13:38 fare=210",
                         form.fields[0].value, form.fields[1].value, form.fields[2].value));
    day = sheet_of(app, app->today + 1);
    second = row_called(&day, "札幌駅北食品");
    assert_int_equal(second->leg_minutes - second->weather_minutes, 18);
    assert_string_equal(second->leg_source, "南北線 13:20–13:38 ¥210");
    form = does(app, "leg-here", arena_print(app->kept, "%lld", (long long)second->id));
    assert_true(form.id != 0); // what is known is edited, not doubled
}

static void a_night_away_is_where_the_next_day_begins(void **state)
{
    App *app = *state;
    Id hotel = add(app, "resting_place name=旭川の宿 latitude=43.76 longitude=142.36");
    add(app, arena_print(app->kept, "day_plan day=today to=%lld", (long long)hotel));
    DaySheet day = sheet_of(app, app->today);
    assert_string_equal(row_of_kind(&day, ROW_END)->name, "旭川の宿");
    day = sheet_of(app, app->today + 1);
    assert_string_equal(day.rows[0].name, "旭川の宿");
    day = sheet_of(app, app->today + 2);
    assert_string_not_equal(day.rows[0].name, "旭川の宿");
    plan_tomorrow(app, "from=札幌営業所"); // unless that day says otherwise
    day = sheet_of(app, app->today + 1);
    assert_string_equal(day.rows[0].name, "札幌営業所");
}

static void desk_time_stands_before_its_hour_and_a_call_in_time(void **state)
{
    App *app = *state;
    DaySheet sheet = today(app, AT(8, 20));
    const DayRow *desk = row_called(&sheet, "冬の棚の見積"), *call = row_called(&sheet, "折返し");
    assert_int_equal(desk->kind, ROW_PROMISE);
    assert_int_equal(desk->leave - desk->begin, 40);
    assert_true(desk->leave <= AT(17, 0));
    assert_int_equal(call->leave - call->begin, 10);
    assert_true(call->leave <= AT(14, 30));
    assert_string_equal(call->with, "高橋 誠");
}

static void lunch_stays_in_its_window_and_can_be_put_to_an_hour(void **state)
{
    App *app = *state;
    DaySheet sheet = today(app, AT(8, 20));
    const DayRow *lunch = row_of_kind(&sheet, ROW_LUNCH);
    assert_true(lunch->begin >= AT(11, 30) && lunch->begin <= AT(14, 0));
    does(app, "lunch", "13:45");
    sheet = today(app, AT(8, 20));
    assert_true(row_of_kind(&sheet, ROW_LUNCH)->begin >= AT(13, 45));
    does(app, "setting", "lunch no");
    sheet = sheet_of(app, app->today + 1);
    assert_null(row_of_kind(&sheet, ROW_LUNCH));
}

static void the_head_says_what_to_bring_what_to_ask_and_what_is_wrong(void **state)
{
    App *app = *state;
    DaySheet sheet = today(app, AT(8, 20));
    Id first = row_called(&sheet, "北海道庁")->id;
    does(app, "set", arena_print(app->kept, "visit %d outcome=met", (int)first));
    sheet = today(app, AT(9, 52));
    assert_string_equal(sheet.rows[sheet.next].name, "青葉商店 本店");
    assert_true(sheet.rows[sheet.next].next);
    assert_int_equal(sheet.bring.count, 1);
    assert_string_equal(sheet.bring.rows[0].commitment.what, "冬の棚の見積");
    assert_int_equal(sheet.ask.count, 1);
    assert_string_equal(sheet.ask.rows[0].commitment.what, "10月の店頭実績");
    assert_non_null(sheet.trouble);
    assert_string_equal(sheet.trouble->ticket.what, "冷凍ケースの扉が閉まらない");
}

static void what_is_over_and_unreported_is_to_write(void **state)
{
    App *app = *state;
    DaySheet sheet = today(app, AT(11, 0));
    assert_int_equal(sheet.to_write, 2);
    assert_true(row_called(&sheet, "北海道庁")->past);
    assert_false(row_called(&sheet, "みなと物産")->past);
    assert_int_equal(sheet_of(app, app->today + 1).to_write, 0);
}

static void a_cancelled_visit_is_shown_and_takes_no_time(void **state)
{
    App *app = *state;
    DaySheet before = today(app, AT(8, 20));
    Minute begin = row_called(&before, "北総合病院")->begin;
    Id agreed = row_called(&before, "青葉商店")->id;
    does(app, "set", arena_print(app->kept, "visit %d appointment=cancelled", (int)agreed));
    DaySheet after = today(app, AT(8, 20));
    assert_int_equal(count_of(&after, ROW_VISIT), 9);
    assert_true(row_called(&after, "北総合病院")->begin < begin);
    assert_int_equal(row_called(&after, "青葉商店")->sign, SIGN_CANCELLED);
    assert_int_equal(row_called(&after, "青葉商店")->begin, AT(10, 20));
    assert_int_equal(row_called(&after, "青葉商店")->leave, NONE);
    assert_int_equal(after.rows[after.count - 2].kind, ROW_END);
}

static void private_time_and_blocks_keep_their_hours(void **state)
{
    App *app = *state;
    add(app, "private_time what=歯医者 day=tomorrow start=16:00 end=17:00");
    add(app, "block what=会議 day=tomorrow start=11:30 minutes=30");
    DaySheet sheet = sheet_of(app, app->today + 1);
    assert_int_equal(row_called(&sheet, "歯医者")->kind, ROW_PRIVATE);
    assert_int_equal(row_called(&sheet, "歯医者")->begin, AT(16, 0));
    assert_int_equal(row_called(&sheet, "会議")->begin, AT(11, 30));
}

static void an_empty_day_says_so_without_a_number(void **state)
{
    App *app = *state;
    DaySheet sheet = sheet_of(app, app->today + 100);
    assert_int_equal(sheet.next, sheet.count);
    assert_int_equal(count_of(&sheet, ROW_VISIT), 0);
    assert_int_equal(sheet.wheel_minutes, 0);
    assert_int_equal(sheet.bring.count, 0);
    assert_false(sheet.phone_is_older);
}

static void a_week_shows_load_wheel_and_the_full_roads(void **state)
{
    App *app = *state;
    WeekDay *week;
    Err err = {0};
    assert_true(week_sheet(app, app->today - 1, 7, app->kept, &week, &err));
    assert_int_equal(week[1].visits.count, 9);
    assert_int_equal(week[1].stands, 9);
    assert_int_equal(week[1].agreed, 4);
    assert_true(week_read_day(app, &week[1], app->kept, &err));
    assert_true(week[1].sheet.wheel_minutes > 60);
    assert_true(week[2].gotobi); // Wednesday the 25th
    assert_int_equal(count_of(&week[1].sheet, ROW_VISIT), 9);
    assert_int_equal(week[6].visits.count, 0);
    assert_true(week[1].free_minutes > 0);
    assert_true(week[1].lunch_at >= AT(11, 30));
    assert_false(week[1].lunch_late);
    assert_non_null(week[0].load.holiday); // 23 November
}

static void who_rides_along_is_picked_up_at_the_hour_and_the_day_waits(void **state)
{
    App *app = *state;
    add(app, "client name=霧の店");
    add(app, "contact name=松田");
    Id visit = add(app, "visit client=霧の店 day=2026-12-01 start=10:20 appointment=confirmed");
    does(app, "companion", arena_print(app->kept, "%lld 松田 8:40 駅北口", (long long)visit));
    DaySheet sheet = sheet_of(app, app->today + 7);
    const DayRow *row = row_of_kind(&sheet, ROW_PICK_UP);
    assert_non_null(row);
    assert_string_equal(row->name, "pick up 松田: 駅北口");
    assert_int_equal(row->begin, AT(8, 40));
    assert_int_equal(row->leave, AT(8, 45));

    does(app, "companion", arena_print(app->kept, "%lld 松田 10:00", (long long)visit));
    sheet = sheet_of(app, app->today + 7);
    assert_int_equal(count_of(&sheet, ROW_PICK_UP), 1); // changed, not doubled
    assert_int_equal(row_of_kind(&sheet, ROW_PICK_UP)->begin, AT(10, 0));
    assert_string_equal(row_of_kind(&sheet, ROW_PICK_UP)->name, "meet 松田");

    does(app, "companion", arena_print(app->kept, "%lld 松田 駅北口", (long long)visit));
    does(app, "set", arena_print(app->kept, "visit %lld appointment=cancelled", (long long)visit));
    sheet = sheet_of(app, app->today + 7);
    assert_null(row_of_kind(&sheet, ROW_PICK_UP)); // nobody goes there
}

static void without_an_hour_one_is_picked_up_before_the_visit(void **state)
{
    App *app = *state;
    add(app, "client name=霧の店");
    add(app, "contact name=松田");
    Id visit = add(app, "visit client=霧の店 day=2026-12-01 start=10:20 appointment=confirmed");
    does(app, "companion", arena_print(app->kept, "%lld 松田 駅北口", (long long)visit));
    DaySheet sheet = sheet_of(app, app->today + 7);
    const DayRow *row = row_of_kind(&sheet, ROW_PICK_UP);
    assert_non_null(row);
    assert_true(row->leave <= AT(10, 20));
}

/// Compares how each of the days ahead begins with what its whole sheet says; how many leave at an hour.
static size_t begins_as_laid_out(App *app, Day days)
{
    size_t with_hour = 0;
    for (Day day = app->today + 1; day <= app->today + days; day++) {
        DaySheet sheet = sheet_of(app, day);
        const DayRow *first = sheet.next < sheet.count ? &sheet.rows[sheet.next] : NULL;
        DayBegin begin;
        Err err = {0};
        if (!day_begins(app, day, app->kept, &begin, &err))
            fail_msg("%s", err.text);
        assert_int_equal(begin.visit, first ? first->id : 0);
        if (!first)
            continue;
        assert_string_equal(begin.name, first->name);
        assert_int_equal(begin.leave_by, first->leave_by);
        with_hour += begin.leave_by != NONE;
    }
    return with_hour;
}

static void a_day_begins_as_its_whole_sheet_says(void **state)
{
    App *app = *state;
    assert_true(begins_as_laid_out(app, 14) > 0);
    add(app, "site name=霧の店 client=青葉商店 latitude=43.3 longitude=141.9");
    Id first = add(app, "visit client=青葉商店 site=霧の店 day=2026-12-08 start=11:00");
    add(app, "visit client=青葉商店 day=2026-12-08 start=9:00 appointment=cancelled");
    add(app, "visit client=北海道庁 day=2026-12-08 start=15:00");
    assert_int_equal(begins_as_laid_out(app, 14), 1 + begins_as_laid_out(app, 13));
    does(app, "weather", "2026-12-08 s");
    (void)begins_as_laid_out(app, 14);
    add(app, "contact name=松田");
    does(app, "companion", arena_print(app->kept, "%lld 松田 8:40 駅北口", (long long)first));
    (void)begins_as_laid_out(app, 14);
    add(app, "block what=休憩 day=2026-12-08 start=10:00 minutes=15 rest=yes");
    (void)begins_as_laid_out(app, 14);
    add(app, "department name=薬剤部 site=霧の店 door_minutes=25");
    add(app, "post contact=松田 party=青葉商店 site=霧の店 department=薬剤部");
    does(app, "set", arena_print(app->kept, "visit %lld contact=松田", (long long)first));
    (void)begins_as_laid_out(app, 14);
}

static void a_place_from_its_address_says_by_how_much_it_may_be_wrong(void **state)
{
    App *app = *state;
    static const struct {
        int32_t level, error_m;
        const char *about;
    } rows[] = {
        {POSITION_TYPED, NONE, NULL},
        {POSITION_BLOCK, 80, NULL},
        {POSITION_TOWN, 299, NULL},
        {POSITION_TOWN, 300, "±300 m"},
        {POSITION_TOWN, NONE, "±? (town)"},
        {POSITION_MUNICIPALITY, 1290, "±1.2 km"},
        {NONE, NONE, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Site site = {.latitude = 43000000,
                     .longitude = 141000000,
                     .position_level = rows[i].level,
                     .position_error_m = rows[i].error_m};
        const char *about = place_about(&site, app->kept);
        if (!rows[i].about)
            assert_null(about);
        else
            assert_string_equal(about, rows[i].about);
        site.latitude = NONE; // nothing is known of it at all
        assert_null(place_about(&site, app->kept));
    }
}

static void a_visit_without_an_hour_says_when_it_would_come_to_a_shut_door(void **state)
{
    App *app = *state;
    Day wednesday = app->today + 1;
    (void)does(app, "new", "client name=朝の店");
    (void)does(app, "new", "site name=朝の店 client=朝の店 latitude=43.06 longitude=141.35");
    Id visit = does(app, "new", "visit client=朝の店 day=+1d").id;
    static const struct {
        const char *hours, *said;
    } rows[] = {
        {"weekdays=水 opens=22:00 closes=23:00", "22:00–23:00"},
        {"weekdays=木 opens=9:00 closes=12:00", "Thu 09:00–12:00"},
        {"opens=6:00 closes=23:00", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Id hours = does(app, "new", arena_print(app->kept, "hours party=朝の店 %s", rows[i].hours))
                       .id;
        DaySheet sheet = sheet_of(app, wednesday);
        const DayRow *row = row_called(&sheet, "朝の店");
        assert_int_equal(row->id, visit);
        if (rows[i].said)
            assert_non_null(
                strstr(row->hindrance, arena_print(app->kept, "only %s", rows[i].said)));
        else
            assert_null(row->hindrance);
        (void)does(app, "archive", arena_print(app->kept, "%lld", (long long)hours));
    }
}

int main(void)
{
#define SAMPLE_TEST(name) cmocka_unit_test_setup_teardown(name, open_sample, close_app)
    const struct CMUnitTest tests[] = {
        SAMPLE_TEST(a_place_from_its_address_says_by_how_much_it_may_be_wrong),
        SAMPLE_TEST(the_sample_s_morning_has_nine_stops_lunch_and_two_promises),
        SAMPLE_TEST(leave_by_is_the_hour_less_leg_door_and_five),
        SAMPLE_TEST(a_typed_leg_wins_and_an_unknown_place_has_no_number),
        SAMPLE_TEST(by_train_a_way_is_unknown_until_typed_and_then_kept_for_both_places),
        SAMPLE_TEST(a_night_away_is_where_the_next_day_begins),
        SAMPLE_TEST(desk_time_stands_before_its_hour_and_a_call_in_time),
        SAMPLE_TEST(lunch_stays_in_its_window_and_can_be_put_to_an_hour),
        SAMPLE_TEST(the_head_says_what_to_bring_what_to_ask_and_what_is_wrong),
        SAMPLE_TEST(what_is_over_and_unreported_is_to_write),
        SAMPLE_TEST(a_cancelled_visit_is_shown_and_takes_no_time),
        SAMPLE_TEST(private_time_and_blocks_keep_their_hours),
        SAMPLE_TEST(an_empty_day_says_so_without_a_number),
        SAMPLE_TEST(a_day_begins_as_its_whole_sheet_says),
        SAMPLE_TEST(who_rides_along_is_picked_up_at_the_hour_and_the_day_waits),
        SAMPLE_TEST(without_an_hour_one_is_picked_up_before_the_visit),
        SAMPLE_TEST(a_visit_without_an_hour_says_when_it_would_come_to_a_shut_door),
        SAMPLE_TEST(a_week_shows_load_wheel_and_the_full_roads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
