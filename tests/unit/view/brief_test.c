// SPDX-License-Identifier: GPL-3.0-or-later
// The brief on the screen: one frame without scrolling even where very much is open, worked from
// there, and silent about what to avoid everywhere else.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/base/lang.h"
#include "seat.h"
#include "tty.h"

/// A building where twenty promises, four troubles and eight people wait; a visit there at 10:20.
static Seat *a_crowded_building(const char *lang, int rows, int columns)
{
    char line[256];
    Seat *seat = seat_open((SeatPlan){.rows = rows, .columns = columns, .lang = lang});
    seat_does(seat, "new", "client name=霧の病院 reading=きりのびょういん rank=A cycle=14");
    seat_does(seat, "new",
              "site name=霧の病院本館 client=霧の病院 parking=裏に3台 entrance=夜間口 "
              "reception=1階 stairs=EVあり door_minutes=6");
    for (int i = 1; i <= 8; i++) {
        snprintf(line, sizeof line,
                 "contact name=\"担当 %02d\" reading=\"たんとう %02d\" mobile=090-0000-11%02d "
                 "key_person=%s",
                 i, i, i, i == 3 ? "yes" : "no");
        seat_does(seat, "new", line);
        snprintf(line, sizeof line,
                 "post contact=\"担当 %02d\" party=霧の病院 site=霧の病院本館 title=係長", i);
        seat_does(seat, "new", line);
    }
    for (int i = 1; i <= 20; i++) {
        snprintf(line, sizeof line,
                 "commitment direction=%s what=\"約束 %02d\" client=霧の病院 "
                 "contact=\"担当 %02d\" due=%s",
                 i % 3 ? "mine" : "theirs", i, i % 8 + 1, i <= 10 ? "2026-11-24" : "2026-12-01");
        seat_does(seat, "new", line);
    }
    for (int i = 1; i <= 4; i++) {
        snprintf(line, sizeof line,
                 "ticket what=\"故障 %d\" client=霧の病院 contact=\"担当 03\" opened=2026-11-12",
                 i);
        seat_does(seat, "new", line);
        snprintf(line, sizeof line, "T%d 部品は明日着く", i);
        seat_does(seat, "inside", line);
    }
    for (int i = 1; i <= 3; i++) {
        snprintf(line, sizeof line,
                 "visit client=霧の病院 day=2026-11-%02d outcome=met text=\"話 %d\"", 3 * i, i);
        seat_does(seat, "new", line);
    }
    seat_does(seat, "avoid", "\"担当 05\" 前任の話をしない");
    seat_does(seat, "new",
              "visit client=霧の病院 site=霧の病院本館 day=today start=10:20 "
              "appointment=confirmed");
    Err err = {0};
    seat_later(seat, 1); // which begins the hints of the first ten minutes
    assert_true(app_set_setting(seat->app, "hints", NULL, &err));
    return seat;
}

static void everything_that_is_open_fits_one_screen(void **state)
{
    (void)state;
    static const char *const langs[] = {"en", "ja"};
    for (size_t i = 0; i < 2; i++) {
        char name[64];
        Seat *seat = a_crowded_building(langs[i], 24, 80);
        seat_type(seat, "i");
        snprintf(name, sizeof name, "brief-crowded-80-%s.screen", langs[i]);
        seat_match(seat, name);
        seat_close(seat);
    }
}

/// One of everything that a brief can say, at one client.
static Seat *one_of_everything(const char *lang, int rows, int columns)
{
    static const char *const records[] = {
        "client name=霧の病院 reading=きりのびょういん rank=A cycle=14 closing_day=25",
        "site name=霧の病院本館 client=霧の病院 parking=裏に3台 entrance=夜間口 reception=1階 "
        "stairs=EVあり door_minutes=6",
        "contact name=\"中村 恵\" reading=\"なかむら めぐみ\" mobile=090-0000-1101 key_person=yes "
        "handle=\"with care\" avoid=前任の話 exit_line=\"次の約束があります\"",
        "post contact=\"中村 恵\" party=霧の病院 site=霧の病院本館 title=購買課長",
        "contact name=\"技術 太郎\" mobile=090-0000-2201",
        "commitment direction=mine what=見積 client=霧の病院 contact=\"中村 恵\" due=2026-11-24",
        "commitment direction=theirs what=実績 client=霧の病院 contact=\"中村 恵\" due=2026-11-24",
        "commitment direction=mine what=計画書 client=霧の病院 contact=\"中村 恵\" due=2026-12-10",
        "ticket what=扉が閉まらない client=霧の病院 contact=\"中村 恵\" opened=2026-11-12",
        "order_memo what=冷凍豆腐10 client=霧の病院 contact=\"中村 恵\" handed=2026-11-20 "
        "taken=2026-11-18 wanted=2026-11-24",
        "temper contact=\"中村 恵\" day=2026-11-09 degree=2 set_off=納期",
        "loan what=見本 client=霧の病院 contact=\"中村 恵\" lent=2026-11-10 back=2026-11-24",
        "round title=カレンダー deadline=2026-12-25 since=2026-11-01 stock=10",
        "round title=価格改定 matter=price_rise old_price=1200 new_price=1260 "
        "effective=2027-01-01 last_order=2026-12-20 since=2026-11-01",
        "product name=A-7 line=保冷",
        "product_talk product=A-7 role=purchasing text=廃棄が月2箱減ります",
        "objection product=A-7 text=高い answer=8か月で元が取れます",
        "topic text=札幌の新工場 since=2026-11-01",
        "rival name=B社",
        "share client=霧の病院 line=保守 holder=rival rival=B社 until=2027-01-31 lead=120",
        "contract what=年間保守 client=霧の病院 end=2027-01-31 notice_months=1 yen_a_year=480000",
        "visit client=霧の病院 contact=\"中村 恵\" day=2026-11-03 outcome=met text=話1",
        "visit client=霧の病院 contact=\"中村 恵\" day=2026-11-06 outcome=met text=話2",
        "visit client=霧の病院 contact=\"中村 恵\" day=2026-11-09 outcome=met text=話3",
    };
    Seat *seat = seat_open((SeatPlan){.rows = rows, .columns = columns, .lang = lang});
    for (size_t i = 0; i < sizeof records / sizeof *records; i++)
        seat_does(seat, "new", records[i]);
    seat_does(seat, "round add", "カレンダー");
    seat_does(seat, "round add", "価格改定");
    seat_does(seat, "inside", "T1 部品は明日着く");
    seat_does(seat, "avoid", "霧の病院 裏口から入らない");
    Id visit = seat_does(seat, "new",
                         "visit client=霧の病院 site=霧の病院本館 contact=\"中村 恵\" day=today "
                         "start=10:20 appointment=confirmed");
    seat_does(
        seat, "new",
        arena_print(seat->arena, "companion visit=%lld contact=\"技術 太郎\"", (long long)visit));
    Err err = {0};
    seat_later(seat, 1); // which begins the hints of the first ten minutes
    assert_true(app_set_setting(seat->app, "hints", NULL, &err));
    return seat;
}

/// Every section has its row, and nothing stands below the last line.
static void one_of_everything_fits_one_screen(void **state)
{
    (void)state;
    static const char *const langs[] = {"en", "ja"};
    static const char *const said[] = {
        "見積",     "カレンダー", "価格改定", "T1",        "冷凍豆腐10", "実績", "見本",
        "年間保守", "前任の話",   "中村 恵",  "技術 太郎", "計画書",     "話3",  "A-7",
    };
    for (size_t i = 0; i < 2; i++) {
        char name[64];
        Seat *seat = one_of_everything(langs[i], 24, 80);
        seat_type(seat, "i");
        for (size_t j = 0; j < sizeof said / sizeof *said; j++)
            seat_sees(seat, said[j]);
        snprintf(name, sizeof name, "brief-everything-80-%s.screen", langs[i]);
        seat_match(seat, name);
        seat_close(seat);
    }
}

static void the_row_that_counts_the_rest_opens_all_of_it(void **state)
{
    (void)state;
    Seat *seat = a_crowded_building("en", 24, 80);
    seat_type(seat, "i");
    seat_sees_no(seat, "約束 20");
    while (seat->canvas->cursor_row != seat_find(seat, "more, Enter", NULL))
        seat_type(seat, "j");
    seat_type(seat, TTY_ENTER);
    int seen = 0;
    for (int promise = 1; promise <= 20; promise++) { // by walking through all rows
        char what[32];
        snprintf(what, sizeof what, "約束 %02d", promise);
        seat_type(seat, "<");
        for (int row = 0; row < 60 && seat_find(seat, what, NULL) < 0; row++)
            seat_type(seat, "j");
        seen += seat_find(seat, what, NULL) >= 0;
    }
    assert_int_equal(seen, 20);
    seat_sees_no(seat, "more, Enter");
    seat_close(seat);
}

static void what_is_counted_and_what_is_shown_are_all_there_are(void **state)
{
    (void)state;
    Seat *seat = a_crowded_building("en", 24, 80);
    seat_type(seat, "i");
    int promises = 0, more = 0;
    for (int row = 2; row < 21; row++) {
        const char *text = seat_row(seat, row), *counted = strstr(text, "+");
        int count = 0;
        promises += strstr(text, "約束 ") && !strstr(text, "why");
        if (counted && sscanf(counted, "+%d more", &count) == 1)
            more += count;
    }
    int people = 0;
    for (int row = 2; row < 21; row++)
        people += strstr(seat_row(seat, row), "たんとう") != NULL;
    for (int ticket = 1; ticket <= 4; ticket++) {
        char number[32];
        snprintf(number, sizeof number, "T%d 故障", ticket);
        promises += seat_find(seat, number, NULL) >= 0;
    }
    assert_int_equal(promises + people + more, 20 + 8 + 4);
    seat_close(seat);
}

static void work_goes_on_from_every_row(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){24, 80, .sample = true});
    seat_type(seat, "i");
    seat_type(seat,
              "jj"); // past the rival: the promise that is due: ticked off, it is gone from here
    seat_sees(seat, "↑ today 17:00");
    seat_type(seat, "d");
    seat_sees_no(seat, "↑ today 17:00");
    seat_type(seat, "@"); // on a trouble: the visit is meant
    seat_sees(seat, "10:20 agreed");
    seat_sees(seat, "青葉商店");
    seat_sees(seat, "u u takes it back");
    seat_type(seat, "o");
    seat_sees(seat, "Space ticks");
    seat_close(seat);
}

static void the_other_records_of_a_list_have_their_brief_one_key_away(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){24, 80, .sample = true});
    seat_type(seat, "2i");
    char first[256];
    snprintf(first, sizeof first, "%s", seat_row(seat, 0));
    seat_type(seat, "J");
    assert_string_not_equal(first, seat_row(seat, 0));
    assert_int_equal(seat_find(seat, "why", NULL), 2);
    seat_type(seat, TTY_ESCAPE);
    seat_sees(seat, "[2 Clients]");
    seat_close(seat);
}

static void every_row_that_leads_to_a_client_opens_its_brief(void **state)
{
    (void)state;
    static const struct {
        const char *keys, *name;
    } rows[] = {
        {"i", "青葉商店 本店"},        // a visit of Today
        {"3i", "青葉商店"},            // a promise
        {"4i", "中島公園ホテル"},      // a trouble
        {"2/なかむら\ri", "青葉商店"}, // a person, and her sheet
        {"5jji", "青葉商店 本店"},     // a visit of the week
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Seat *seat = seat_open((SeatPlan){24, 80, .sample = true});
        seat_type(seat, rows[i].keys);
        if (!strstr(seat_row(seat, 0), rows[i].name) || seat_find(seat, "why", NULL) != 2)
            fail_msg("%s:\n%s", rows[i].keys, seat_text(seat));
        seat_close(seat);
    }
}

static void what_to_avoid_stands_in_the_brief_alone(void **state)
{
    (void)state;
    static const char *const elsewhere[] = {
        "0", "2\r", "2/担当 05\r", "/前任\r", "/前任の話", "\0330m", "1", "u", "\033:notes\r",
    };
    Seat *seat = a_crowded_building("en", 40, 120);
    seat_sees(seat, "why"); // beside Today
    seat_sees_no(seat, "前任の話をしない");
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++) {
        seat_type(seat, elsewhere[i]);
        seat_sees_no(seat, "前任の話をしない");
        seat_type(seat, TTY_ESCAPE TTY_ESCAPE TTY_ESCAPE);
    }
    seat_type(seat, "1i");
    seat_sees(seat, "前任の話をしない");
    seat_close(seat);
}

static void the_marked_field_of_a_note_is_edited_from_the_brief(void **state)
{
    (void)state;
    Seat *seat = a_crowded_building("en", 24, 80);
    seat_type(seat, "i");
    while (seat->canvas->cursor_row != seat_find(seat, "前任の話をしない", NULL))
        seat_type(seat, "j");
    seat_type(seat, "e");
    seat_sees(seat, "To avoid");
    seat_sees(seat, "前任の話をしない");
    seat_close(seat);
}

static void nothing_is_drawn_outside_at_any_size(void **state)
{
    (void)state;
    Seat *seat = a_crowded_building("ja", 24, 80);
    seat_type(seat, "i");
    for (int rows = 1; rows <= 40; rows += 3)
        for (int columns = 8; columns <= 130; columns += 11) {
            seat_resize(seat, rows, columns);
            assert_true(seat->canvas->cursor_row < rows);
            assert_true(seat->canvas->cursor_column < columns);
        }
    seat_close(seat);
}

static void of_topics_that_share_a_row_it_is_asked_which(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
    seat_type(seat, "/青葉" TTY_ENTER "i");
    while (seat->canvas->cursor_row != seat_find(seat, " topic ", NULL))
        seat_type(seat, "j");
    seat_sees(seat, "d Heard");
    seat_type(seat, "d");
    seat_sees(seat, "中村 恵 has heard which?");
    seat_sees(seat, "2  豊漁で鮭の値が下がり始めた");
    seat_type(seat, "2");
    seat_sees(seat, "中村 恵 has heard: 豊漁で鮭の値が下がり始めた");
    seat_sees_no(seat, "豊漁で鮭の値が下がり…");
    seat_sees(seat, "駅前に来春、二百席の…");
    seat_close(seat);
}

static void a_topic_is_ticked_off_in_its_list_and_on_its_sheet(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
    seat_type(seat, "0x");
    seat_sees(seat, "d Heard");
    seat_type(seat, "d");
    seat_sees(seat, "a person");
    seat_type(seat, "中村" TTY_ENTER);
    seat_sees(seat, "中村 恵 has heard: 駅前に来春、二百席の食堂ができる");
    seat_type(seat, TTY_ENTER "d中村" TTY_ENTER);
    seat_sees(seat, "中村 恵 heard it on Tue 24");
    seat_type(seat, TTY_ESCAPE "d高橋 誠" TTY_ENTER);
    seat_sees(seat, "高橋 誠 has heard: 駅前");
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_that_is_open_fits_one_screen),
        cmocka_unit_test(one_of_everything_fits_one_screen),
        cmocka_unit_test(the_row_that_counts_the_rest_opens_all_of_it),
        cmocka_unit_test(what_is_counted_and_what_is_shown_are_all_there_are),
        cmocka_unit_test(work_goes_on_from_every_row),
        cmocka_unit_test(the_other_records_of_a_list_have_their_brief_one_key_away),
        cmocka_unit_test(every_row_that_leads_to_a_client_opens_its_brief),
        cmocka_unit_test(what_to_avoid_stands_in_the_brief_alone),
        cmocka_unit_test(the_marked_field_of_a_note_is_edited_from_the_brief),
        cmocka_unit_test(nothing_is_drawn_outside_at_any_size),
        cmocka_unit_test(of_topics_that_share_a_row_it_is_asked_which),
        cmocka_unit_test(a_topic_is_ticked_off_in_its_list_and_on_its_sheet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
