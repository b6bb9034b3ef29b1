// SPDX-License-Identifier: GPL-3.0-or-later
// What cannot be read stays in its line, with the whole reason, until it is right or left.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"

static int sit_down(void **state)
{
    *state = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "ja", .sample = true});
    return 0;
}

static int stand_up(void **state)
{
    seat_close(*state);
    return 0;
}

static void what_cannot_be_read_stays_to_be_put_right(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "+2x\r");
    seat_sees(seat, "! 「2x」は時間の長さではありません。例: 45、1h30、2時間");
    seat_sees_no(seat, "使い方");
    seat_sees(seat, "遅れ  2x");
    seat_type(seat, "\b");
    seat_sees_no(seat, "時間の長さではありません");
    seat_type(seat, "0\r");
    seat_sees_no(seat, "Enter 実行"); // it ran
}

static void a_long_reason_is_whole_above_the_line(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2.v");
    seat_commit(seat, "来月あたり");
    seat_type(seat, "\r");
    seat_sees(seat, "! 「来月あたり」は日付でも時刻でもありません。例: 金、11/27、14:00、なし");
    seat_sees(seat, "訪問を予定 ");
    seat_type(seat, "\033");
    seat_sees_no(seat, "来月あたり");
}

static void nothing_typed_is_asked_for_in_words(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "+\r");
    seat_sees(seat, "! 入力が必要です: 分");
    seat_sees_no(seat, "MINUTES");
}

/// The palette's line held the command as well: what stays is what was said of it.
static void a_line_of_the_palette_stays_too(void **state)
{
    Seat *seat = *state;
    seat_type(seat, ":late soon\r");
    seat_sees(seat, "! 「soon」は時間の長さではありません");
    seat_sees(seat, "遅れ  soon");
    seat_type(seat, "\033:late ");
    seat_commit(seat, "昼食のあとすぐに　三十分");
    seat_type(seat, "\r");
    seat_sees(seat, "遅れ  昼食のあとすぐに　三十分");
}

static void two_of_one_name_are_told_apart_by_where_they_are(void **state)
{
    Seat *seat = *state;
    (void)seat_does(seat, "new", "client name=さくら内科 reading=さくらないか");
    (void)seat_does(seat, "new", "site name=本院 client=さくら内科 address=札幌市中央区北1条");
    (void)seat_does(seat, "new", "client name=さくら内科 reading=さくらないか");
    seat_type(seat, "/sakura");
    seat_sees(seat, "さくら内科                    さくらないか  札幌市中央区北1条");
}

static void a_choice_that_is_none_names_no_codes(void **state)
{
    Seat *seat = *state;
    int column, row = seat_find(seat, "北総合病院", &column);
    seat_click(seat, row, column);
    seat_type(seat, ".px\r");
    seat_sees(seat, "! 「x」はこの中にありません");
    seat_sees(seat, "打診中  仮  確定  取消");
    seat_sees_no(seat, "tentative");
}

/// What one says on the telephone is what was understood of the hour.
static void the_telephone_reads_a_typed_hour_back_as_a_sentence(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "\0241182\r\r");
    seat_sees(seat, "いつまで");
    seat_type(seat, "16");
    seat_sees_no(seat, "16:00 までに");
    seat_commit(seat, "時");
    seat_sees(seat, "話す     16:00 までに折り返しお電話いたします。");
    seat_type(seat, "\b\b\b");
    seat_commit(seat, "金１５時");
    seat_sees(seat, "話す     11/27(金) の 15:00 までに折り返しお電話いたします。");
    seat_type(seat, "\033");
    seat_sees(seat, "電話の内容は下書きに残しました");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, sit_down, stand_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(what_cannot_be_read_stays_to_be_put_right),
        CASE(a_long_reason_is_whole_above_the_line),
        CASE(nothing_typed_is_asked_for_in_words),
        CASE(a_line_of_the_palette_stays_too),
        CASE(two_of_one_name_are_told_apart_by_where_they_are),
        CASE(the_telephone_reads_a_typed_hour_back_as_a_sentence),
        CASE(a_choice_that_is_none_names_no_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
