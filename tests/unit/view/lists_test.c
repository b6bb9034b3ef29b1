// SPDX-License-Identifier: GPL-3.0-or-later
// Lists say why they are empty, show saved views, sort; and a paste is never a command.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/app/command.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "seat.h"
#include "tty.h"

static int sit_down(void **state)
{
    *state = seat_open((SeatPlan){.rows = 24, .columns = 80, .sample = true});
    return 0;
}

static int stand_up(void **state)
{
    seat_close(*state);
    return 0;
}

static const struct {
    const char *keys, *shown;
} views[] = {
    {"v1", "today  (-is:done is:today)"},
    {"v2", "late  (is:late sort:due)"},
    {"v3", "theirs  (-is:done is:theirs sort:due)"},
    {"v4", "this week  ("},
    {"v5", "undated  (-is:done due:none)"},
    {"v0", "3 due today"},
};

static void promises_come_with_five_views(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3");
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        seat_type(seat, views[i].keys);
        seat_sees(seat, views[i].shown);
        if (i == 2)
            seat_sees(seat, "年末の発注数");
    }
}

static void an_empty_list_says_why_and_what_shows_all(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3fdue:none ball:me\r");
    seat_sees(seat, "0 of 14 in \"due:none ball:me\". Esc shows all.");
    seat_type(seat, "\033");
    seat_sees(seat, "14 of 14");
    seat_type(seat, "fwhat:nothing\r");
    seat_sees(seat, "0 of 14 in \"what:nothing\". Esc shows all.");
}

static void marks_that_a_filter_hides_are_said(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3   ");
    seat_sees(seat, "3 marked · 14 of 14");
    seat_type(seat, "fball:me\r");
    seat_sees(seat, "3 marked, 1 not shown · 7 of 14");
    seat_type(seat, "*");
    seat_sees(seat, "7 of 14");
    seat_sees_no(seat, "not shown");
    seat_type(seat, " ");
    seat_sees(seat, "1 marked · 7 of 14");
}

static void tab_reaches_what_stands_beside_the_list(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2\t");
    seat_sees(seat, "Clients: all");
    seat_resize(seat, 40, 120);
    seat_type(seat, "\t");
    seat_sees_no(seat, "Clients: all");
    seat_sees(seat, "Last talks");
    seat_type(seat, "\033");
    seat_sees(seat, "Clients: all");
}

/// They would be counted above and stand nowhere, over rows that are empty.
static void what_comes_in_above_the_cursor_is_seen_while_there_is_room(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en"});
    (void)seat_does(seat, "new", "client name=青葉商店");
    (void)seat_does(seat, "new", "commitment what=later client=青葉商店 due=2026-12-04");
    seat_type(seat, "53");
    seat_sees(seat, "later");
    seat_type(seat, "\024Sato\rsooner\r16:00\r");
    seat_sees(seat, "today 16:00");
    seat_sees(seat, "later");
    seat_close(seat);
}

static void vw_saves_a_view_that_v_shows(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2frank:S\rvwbest ones\r");
    seat_sees(seat, "Saved the view best ones");
    seat_type(seat, "v0");
    seat_sees(seat, "40 of 40");
    seat_type(seat, "v");
    int column, row = seat_find(seat, "best ones", &column);
    seat_click(seat, row, column);
    seat_sees(seat, "rank:S");
    seat_sees(seat, "北海道庁");
    seat_sees_no(seat, "青葉商店");
}

static void what_is_done_to_marked_rows_is_taken_back_by_their_number(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
    seat_type(seat, "2   .a1");
    seat_sees(seat, "Archived 青葉商店 and 2 more");
    seat_type(seat, "u");
    seat_sees(seat, "u takes back: archived 青葉商店 and 2 more");
    seat_type(seat, "u");
    seat_sees(seat, "Taken back: archived 青葉商店 and 2 more");
    seat_close(seat);
}

static void the_order_is_called_in_the_words_that_are_shown(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "ja", .sample = true});
    seat_type(seat, "3vs3");
    seat_sees(seat, "sort:得意先");
    seat_type(seat, "vs3");
    seat_sees(seat, "sort:-得意先");
    seat_close(seat);
}

static void vs_sorts_and_once_more_the_other_way(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2frank:A,S\rvs2");
    seat_sees(seat, "rank:A,S sort:rank");
    assert_non_null(strstr(seat_row(seat, 5), " S "));
    seat_type(seat, "vs2");
    seat_sees(seat, "rank:A,S sort:-rank");
    assert_null(strstr(seat_row(seat, 5), " S "));
}

static void a_pasted_line_is_searched_for(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2");
    seat_paste(seat, "北総合病院\n");
    seat_sees(seat, "Search");
    seat_sees(seat, "北総合病院");
}

static void several_pasted_lines_are_a_line_to_add(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2");
    seat_paste(seat, "dxq\ry部品は木曜\n社長は留守\n");
    seat_sees(seat, "Add a line");
    seat_sees(seat, "部品は木曜 社長は留守");
    screen_resize(seat->screen, 60, 80);
    seat_type(seat, "\r\r");
    seat_sees(seat, "部品は木曜 社長は留守");
}

static void a_prompt_says_on_what_and_what_is_wanted(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3z");
    seat_sees(seat, "Wait until 10月の店頭実績");
    seat_sees(seat, "day, (text)");
    seat_type(seat, "f");
    seat_sees_no(seat, "day, (text)");
    seat_type(seat, "\0334h");
    seat_sees(seat, "minutes, (text)");
}

static void a_paste_gives_no_answer(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2.");
    seat_paste(seat, "a");
    seat_sees(seat, "Archive");
    seat_type(seat, "\033");
    seat_sees(seat, "40 of 40");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, sit_down, stand_up)

static void the_star_marks_all_that_fit_beyond_the_window_too(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2*");
    seat_sees(seat, "40 marked · 40 of 40");
    seat_type(seat, "frank:A\r");
    seat_sees(seat, " not shown · ");
    seat_type(seat, "**"); // away, then those of the filter alone
    seat_sees_no(seat, "not shown");
    seat_sees_no(seat, "40 marked");
}

static void views_are_in_the_words_of_the_language_and_can_be_read(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "ja", .sample = true});
    static const char *const keys[] = {"3v1", "3v2", "3v3", "3v4", "3v5", "3v6", "4v1", "2v1"};
    seat_type(seat, "3v");
    seat_sees(seat, "is:遅れ sort:期日");
    seat_type(seat, "\033");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        seat_type(seat, keys[i]);
        assert_null(strchr(seat_row(seat, 22), '!')); // where a failure is said
    }
    seat_close(seat);
}

/// The rows of the list, without what tells the hour.
static const char *rows_shown(Seat *seat)
{
    Buffer all = {.arena = seat->arena};
    for (int row = 2; row < 22; row++)
        buffer_print(&all, "%s\n%s\n", seat_row(seat, row), seat_roles(seat, row));
    return buffer_text(&all);
}

static void rows_reached_one_by_one_are_those_of_a_fresh_look(void **state)
{
    Seat *seat = *state;
    static const char *const lists[] = {"2", "2frank:A,B\r", "2fsort:due\r", "2fsort:-rank\r",
                                        "3", "3fsort:ball\r"};
    static const char *const walks[] = {
        "jjjjjjjjjjjjjjjjjjjjjjjj", "kkkkkkkkkkkkkkkkkkkkkk", TTY_END "kkkkkkkkkkkkkkkkkk",
        "jjjjjjjjjjjjjjjjjjj",      TTY_END TTY_DOWN,         TTY_HOME TTY_UP TTY_PAGE_DOWN "jj"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        seat_type(seat, lists[i]);
        for (size_t j = 0; j < sizeof walks / sizeof *walks; j++) {
            seat_type(seat, walks[j]);
            const char *walked = rows_shown(seat);
            seat_resize(seat, 25, 81);
            seat_resize(seat, 24, 80);
            assert_string_equal(rows_shown(seat), walked);
        }
        seat_type(seat, "\033\033");
    }
}

/// A column that was as wide as a row on another page stays so: what the eye follows does not jump.
static void columns_stand_still_while_one_leafs(void **state)
{
    Seat *seat = *state;
    static const char *const lists[] = {"2", "08", "0b"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        seat_type(seat, lists[i]);
        for (int page = 0; page < 8; page++)
            seat_type(seat, TTY_PAGE_DOWN);
        const char *heads = arena_copy(seat->arena, seat_row(seat, 4));
        for (int page = 0; page < 8; page++) {
            seat_type(seat, TTY_PAGE_UP);
            assert_string_equal(seat_row(seat, 4), heads);
        }
        seat_type(seat, "\033\033");
    }
}

static void add(Seat *seat, const Entity *kind, const FieldArg *fields, size_t count)
{
    Err err = {0};
    Effect effect = {0};
    const Args args = {
        .kind = kind, .fields = fields, .field_count = count, .day = NONE, .minute = NONE};
    if (!command_run(seat->app, command_named("new"), &args, &effect, &err))
        fail_msg("%s", err.text);
}

#define ADD(seat, kind, ...)                                                                       \
    add(seat, kind, (const FieldArg[]){__VA_ARGS__},                                               \
        sizeof((const FieldArg[]){__VA_ARGS__}) / sizeof(FieldArg))

/// At 80 columns an amount and the day of the notice are whole, whatever they stand beside.
static void no_amount_and_no_day_is_cut(void **state)
{
    (void)state;
    static const char *const langs[] = {"en", "ja"};
    static const char *const days[] = {"15 Oct 2027", "2027/10/15"};
    for (size_t i = 0; i < 2; i++) {
        Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = langs[i]});
        ADD(seat, &entity_client, {"name", "株式会社北海道総合冷凍倉庫サービス 札幌本店"});
        ADD(seat, &entity_contract, {"what", "冷凍倉庫一式の年間保守と二十四時間待機"},
            {"client", "株式会社北海道総合冷凍倉庫サービス 札幌本店"}, {"end", "2027-12-15"},
            {"notice_months", "2"}, {"yen_a_year", "1234567890"});
        seat_type(seat, "0a");
        seat_sees(seat, "¥1,234,567,890");
        seat_sees(seat, days[i]);
        seat_close(seat);
    }
}

/// A name has the room that no row in view needs elsewhere, and that of columns that are empty.
static void of_a_head_enough_stays_to_guess_it(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
    seat_does(seat, "set",
              "client 青葉商店 name=独立行政法人国立病院機構北海道霧の湖医療センター分院");
    seat_type(seat, "2");
    seat_sees(seat, "国立病院機構");
    seat_sees(seat, " Tro… ");
    seat_close(seat);
}

static void a_name_has_the_room_that_others_do_not_need(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en"});
    ADD(seat, &entity_client, {"name", "北海道総合冷凍倉庫サービス 札幌本店"}, {"rank", "A"});
    ADD(seat, &entity_loan, {"what", "業務用冷凍ストッカー LF-2 三台"},
        {"client", "北海道総合冷凍倉庫サービス 札幌本店"}, {"lent", "2026-11-13"});
    seat_type(seat, "03");
    seat_sees(seat, "北海道総合冷凍倉庫サービス 札幌本店");
    seat_type(seat, "0f");
    seat_sees(seat, "業務用冷凍ストッカー LF-2 三台");
    seat_sees(seat, "北海道総合冷凍倉庫サービス 札");
    seat_sees_no(seat, "Returned"); // which none of them is
    ADD(seat, &entity_loan, {"what", "見本"}, {"client", "北海道"}, {"lent", "2026-11-13"},
        {"returned", "2026-11-20"});
    seat_type(seat, "<");
    seat_sees(seat, "Returned");
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(columns_stand_still_while_one_leafs),
        CASE(rows_reached_one_by_one_are_those_of_a_fresh_look),
        cmocka_unit_test(no_amount_and_no_day_is_cut),
        cmocka_unit_test(of_a_head_enough_stays_to_guess_it),
        cmocka_unit_test(a_name_has_the_room_that_others_do_not_need),
        CASE(promises_come_with_five_views),
        CASE(an_empty_list_says_why_and_what_shows_all),
        CASE(marks_that_a_filter_hides_are_said),
        CASE(the_star_marks_all_that_fit_beyond_the_window_too),
        CASE(views_are_in_the_words_of_the_language_and_can_be_read),
        CASE(tab_reaches_what_stands_beside_the_list),
        cmocka_unit_test(what_comes_in_above_the_cursor_is_seen_while_there_is_room),
        CASE(vw_saves_a_view_that_v_shows),
        cmocka_unit_test(what_is_done_to_marked_rows_is_taken_back_by_their_number),
        cmocka_unit_test(the_order_is_called_in_the_words_that_are_shown),
        CASE(vs_sorts_and_once_more_the_other_way),
        CASE(a_pasted_line_is_searched_for),
        CASE(several_pasted_lines_are_a_line_to_add),
        CASE(a_prompt_says_on_what_and_what_is_wanted),
        CASE(a_paste_gives_no_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
