// SPDX-License-Identifier: GPL-3.0-or-later
// Names are suggested while one is typed: how the list is chosen from, and what each prompt offers.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/app/command.h"
#include "mawari/base/lang.h"
#include "mawari/model/kinds.h"
#include "seat.h"
#include "view/ground/suggest.h"

static const char *const trades[] = {"A", "B", "C", "D", "E", "F"};

static void fill(Suggestions *all, Line *line, size_t count)
{
    line_set(line, "@na");
    suggest_begin(all, 1, 3);
    for (size_t i = 0; i < count; i++)
        (void)suggest_add(all, (Suggestion){.text = trades[i], .id = (Id)i + 1});
}

static SuggestKey press(Suggestions *all, Line *line, KeyCode code)
{
    Suggestion taken;
    return suggest_key(all, &(Key){.code = code}, line, &taken);
}

static void tab_takes_the_first_and_enter_only_what_was_chosen(void **state)
{
    (void)state;
    Suggestions all;
    Line line;
    fill(&all, &line, 3);
    assert_int_equal(press(&all, &line, KEY_IS_ENTER), SUGGEST_NOT_MINE);
    assert_int_equal(press(&all, &line, KEY_IS_TAB), SUGGEST_TAKEN);
    assert_string_equal(line.text, "@A");
    fill(&all, &line, 3);
    press(&all, &line, KEY_IS_DOWN);
    press(&all, &line, KEY_IS_DOWN);
    assert_int_equal(press(&all, &line, KEY_IS_ENTER), SUGGEST_TAKEN);
    assert_string_equal(line.text, "@B");
}

static void what_stands_behind_the_word_stays_behind_it(void **state)
{
    (void)state;
    Suggestions all;
    Line line;
    fill(&all, &line, 1);
    line_set(&line, "@na +x");
    press(&all, &line, KEY_IS_TAB);
    assert_string_equal(line.text, "@A +x");
    assert_int_equal(line.at, 2);
}

static void the_ends_of_the_list_meet(void **state)
{
    (void)state;
    Suggestions all;
    Line line;
    fill(&all, &line, 3);
    press(&all, &line, KEY_IS_UP);
    assert_int_equal(all.chosen, 2);
    press(&all, &line, KEY_IS_DOWN);
    assert_int_equal(all.chosen, 0);
}

static void escape_closes_the_list_before_the_line(void **state)
{
    (void)state;
    Suggestions all;
    Line line;
    fill(&all, &line, 3);
    assert_int_equal(press(&all, &line, KEY_IS_ESCAPE), SUGGEST_NOT_MINE);
    press(&all, &line, KEY_IS_DOWN);
    assert_int_equal(press(&all, &line, KEY_IS_ESCAPE), SUGGEST_CLOSED);
    assert_int_equal(press(&all, &line, KEY_IS_DOWN), SUGGEST_NOT_MINE);
    assert_string_equal(line.text, "@na");
}

static void five_are_enough_and_nobody_is_there_twice(void **state)
{
    (void)state;
    Suggestions all;
    Line line;
    fill(&all, &line, 5);
    assert_false(suggest_add(&all, (Suggestion){.text = "F", .id = 6}));
    fill(&all, &line, 4);
    assert_true(suggest_add(&all, (Suggestion){.text = "A", .id = 1}));
    assert_int_equal(all.count, 4);
}

static Seat *sit_down(const char *lang)
{
    return seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = lang, .sample = true});
}

static void the_ball_goes_to_one_of_those_who_are_there(void **state)
{
    (void)state;
    Seat *seat = sit_down("ja");
    seat_type(seat, "3b0");
    seat_sees(seat, "中村 恵");
    seat_sees(seat, "山本 太");
    seat_type(seat, "nakam");
    seat_sees_no(seat, "  山本 太  ");
    seat_press(seat, KEY_IS_TAB);
    seat_sees(seat, "\"中村 恵\"");
    seat_type(seat, "\r");
    seat_sees(seat, "● 中村 恵");
    seat_close(seat);
}

static void the_one_that_was_chosen_is_meant_though_another_is_called_the_same(void **state)
{
    (void)state;
    Seat *seat = sit_down("en");
    seat_type(seat, "3");
    const FieldArg again[] = {{"name", "中村 恵"}};
    Args args = {
        .kind = &entity_contact, .fields = again, .field_count = 1, .day = NONE, .minute = NONE};
    Effect effect = {0};
    Err err = {0};
    assert_true(command_run(seat->app, command_named("new"), &args, &effect, &err));
    seat_type(seat, "b0");
    seat_commit(seat, "中村 恵");
    seat_type(seat, "\r");
    seat_sees(seat, "!"); // two are called so
    seat_type(seat, "\033b0");
    seat_commit(seat, "中村");
    seat_press(seat, KEY_IS_DOWN);
    seat_type(seat, "\r\r");
    seat_sees(seat, "● 中村 恵");
    seat_close(seat);
}

static void a_record_to_link_or_merge_with_is_suggested_but_never_itself(void **state)
{
    (void)state;
    Seat *seat = sit_down("ja");
    seat_type(seat, "4l");
    seat_commit(seat, "青葉");
    seat_sees(seat, "  青葉商店  ");
    seat_type(seat, "\0332.m");
    seat_sees(seat, "まとめる 青葉商店");
    seat_commit(seat, "青葉商店");
    seat_sees_no(seat, "  青葉商店  ");
    seat_close(seat);
}

static void a_click_takes_a_suggestion(void **state)
{
    (void)state;
    Seat *seat = sit_down("en");
    int column, row;
    seat_type(seat, "3b0");
    row = seat_find(seat, "山本 太       ", &column);
    assert_true(row > 12);
    seat_click(seat, row, column);
    seat_sees(seat, "\"山本 太\"");
    seat_close(seat);
}

static int utf8(void **state)
{
    (void)state;
    return lang_start("", "en") ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tab_takes_the_first_and_enter_only_what_was_chosen),
        cmocka_unit_test(what_stands_behind_the_word_stays_behind_it),
        cmocka_unit_test(the_ends_of_the_list_meet),
        cmocka_unit_test(escape_closes_the_list_before_the_line),
        cmocka_unit_test(five_are_enough_and_nobody_is_there_twice),
        cmocka_unit_test(the_ball_goes_to_one_of_those_who_are_there),
        cmocka_unit_test(the_one_that_was_chosen_is_meant_though_another_is_called_the_same),
        cmocka_unit_test(a_record_to_link_or_merge_with_is_suggested_but_never_itself),
        cmocka_unit_test(a_click_takes_a_suggestion),
    };
    return cmocka_run_group_tests(tests, utf8, NULL);
}
