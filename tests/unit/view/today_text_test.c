// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing of what is known is cut where there is a next row for it: today as text, and what stands
// beside a list.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/base/text.h"
#include "mawari/view/print.h"
#include "seat.h"

static const char *today(Seat *seat, int columns, bool plain)
{
    char *text;
    Err err = {0};
    if (!view_today_text(seat->app, seat->app->today, columns, plain, seat->arena, &text, &err))
        fail_msg("%s", err.text);
    return text;
}

static void fits(const char *text, int columns, Arena *arena)
{
    for (char *lines = arena_copy(arena, text), *line; (line = strtok_r(lines, "\n", &lines));)
        if (text_width(line) > columns)
            fail_msg("wider than %d: “%s”", columns, line);
}

static void today_as_text_is_cut_nowhere(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *waits; // at a stop, in words
    } langs[] = {{"en", "! T1  mine 1 today theirs 1 late"},
                 {"ja", "! T1  自分 1 今日 先方 1 遅れ"}};
    static const int columns[] = {40, 46, 60, 72, 79, 120};
    for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
        Seat *seat = seat_open(
            (SeatPlan){.rows = 24, .columns = 80, .lang = langs[i].lang, .sample = true});
        for (size_t j = 0; j < sizeof columns / sizeof *columns; j++)
            for (int plain = 0; plain < 2; plain++) {
                const char *text = today(seat, columns[j], plain);
                if (strstr(text, "…"))
                    fail_msg("cut at %d:\n%s", columns[j], text);
                fits(text, columns[j], seat->arena);
            }
        if (!strstr(today(seat, 79, true), langs[i].waits))
            fail_msg("not there: %s\n%s", langs[i].waits, today(seat, 79, true));
        seat_close(seat);
    }
}

static void a_sheet_beside_a_list_goes_on_in_the_next_row(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 40, .columns = 120, .lang = "en", .sample = true});
    seat_type(seat, "2jj");
    seat_sees(seat, "札幌市厚別区厚別中央1条5丁目");
    seat_sees(seat, "090-0000-1210");
    seat_type(seat, "4j");
    seat_sees(seat, "told: 調べていると伝えた");
    seat_close(seat);
}

/// The cell that does not fit is shown whole in the next row.
static void cells_are_parted_only_where_they_must(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 40, .columns = 120, .lang = "en", .sample = true});
    seat_type(seat, "2");
    seat_sees(seat, "10月の店頭実績"); // of three cells the last one goes below
    seat_sees(seat, "A-3は高いと言われる");
    seat_close(seat);
}

static void minutes_at_the_door_that_nobody_typed_are_said_as_counted(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *usual, *typed;
    } langs[] = {{"en", "door  5 min (usual), 裏口", "door  12 min, 裏口"},
                 {"ja", "玄関  5分 (通常)、裏口", "玄関  12分、裏口"}};
    for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
        SeatPlan plan = {.rows = 24, .columns = 80, .lang = langs[i].lang};
        Seat *seat = seat_open(plan);
        seat_does(seat, "new", "client name=霧の店");
        Id site = seat_does(seat, "new", "site name=霧の店本店 client=霧の店 entrance=裏口");
        seat_does(seat, "new",
                  arena_print(seat->arena, "visit client=霧の店 site=%lld day=today start=14:00",
                              (long long)site));
        seat_again(seat, plan);
        seat_sees(seat, langs[i].usual);
        seat_does(seat, "set",
                  arena_print(seat->arena, "site %lld door_minutes=12", (long long)site));
        seat_again(seat, plan);
        seat_sees(seat, langs[i].typed);
        seat_close(seat);
    }
}

/// On foot to the other end of the country.
static void hours_of_a_day_beyond_99_are_whole(void **state)
{
    (void)state;
    static const char *const langs[] = {"en", "ja"};
    for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
        SeatPlan plan = {.rows = 24, .columns = 80, .lang = langs[i]};
        Seat *seat = seat_open(plan);
        seat_does(seat, "new", "office name=札幌 latitude=43.06 longitude=141.35");
        seat_does(seat, "new", "client name=遠い店");
        seat_does(seat, "new", "site name=那覇 client=遠い店 latitude=26.2 longitude=127.7");
        seat_does(seat, "setting", "start_at 札幌");
        seat_does(seat, "setting", "travel walk");
        seat_does(seat, "visit", "那覇 today");
        seat_again(seat, plan);
        seat_sees(seat, "▶ 616:");
        seat_sees(seat, "  ~ 遠い店 那覇");
        seat_sees(seat, " 1226:"); // and home again
        assert_non_null(strstr(today(seat, 79, false), " 1226:"));
        seat_type(seat, "5");
        seat_sees(seat, " 616:53 ~ 遠い店 那覇");
        seat_close(seat);
    }
}

/// What the rep nailed and cannot keep is marked as an agreed hour is, until one is there.
static void a_nailed_hour_that_is_missed_is_marked(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *slack, *head, *week;
    } langs[] = {{"en", "!30m", "nailed to 08:00  ! 30 min late", "! 30 min late"},
                 {"ja", "!30分", "08:00に固定  ! 30分遅れ", "! 30分遅れ"}};
    for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
        SeatPlan plan = {
            .rows = 24, .columns = 80, .lang = langs[i].lang, .now = "2026-11-24T08:10+09:00"};
        Seat *seat = seat_open(plan);
        seat_does(seat, "new", "client name=霧の店");
        seat_does(seat, "new", "site name=霧の店本店 client=霧の店 door_minutes=0");
        Id visit = seat_does(seat, "visit", "霧の店 today");
        const char *at = arena_print(seat->arena, "%lld 10:00", (long long)visit);
        seat_does(seat, "nail", at);
        seat_again(seat, plan);
        seat_sees_no(seat, langs[i].slack);
        seat_does(seat, "nail", arena_print(seat->arena, "%lld 08:00", (long long)visit));
        seat_again(seat, plan);
        seat_sees(seat, langs[i].slack);
        seat_sees(seat, langs[i].head);
        seat_type(seat, "5");
        seat_sees(seat, langs[i].week);
        seat_does(seat, "arrive", arena_print(seat->arena, "%lld", (long long)visit));
        seat_again(seat, plan);
        seat_sees_no(seat, langs[i].slack);
        seat_close(seat);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(today_as_text_is_cut_nowhere),
        cmocka_unit_test(a_sheet_beside_a_list_goes_on_in_the_next_row),
        cmocka_unit_test(cells_are_parted_only_where_they_must),
        cmocka_unit_test(a_nailed_hour_that_is_missed_is_marked),
        cmocka_unit_test(hours_of_a_day_beyond_99_are_whole),
        cmocka_unit_test(minutes_at_the_door_that_nobody_typed_are_said_as_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
