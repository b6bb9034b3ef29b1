// SPDX-License-Identifier: GPL-3.0-or-later
// --plain speaks words where others see signs; where ambiguous characters are wide, none is drawn.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/base/text.h"
#include "seat.h"

/// Keys to every pane, sheet, menu, form and line, one after the other.
static const char *const everywhere[] = {
    // clang-format off: an area a line
    "1",         "1m",        "\0331e",
    "\0331i",    "\0331c1",   "\0331.h",
    "\0331p",    "\r",        "\0331=",
    "\0331g",    "\0331+",    "\0331.x",
    "\0331.u",   "\0331.j",   " ",
    "\0332",     "2\r",       "\033r",
    "\0332v",    "\033",      "2vs",
    "\033",      "2.",        "\0332e",
    "\0332*",    "\0333",     "3\r",
    "\0333e",    "\0333f",    "\0333u",
    "\0334",     "4\r",       "\0334e",
    "\0335",     "\0336",     "6\r",
    "\033\0330", "1",         "\t",
    "\t",        "\t",        "\033\0330",
    "2",         "\033\0330", "a",
    "\r",        "\033:",     "\033/a",
    "\033?",     ">",         "\033:settings\r",
    "\033\020",
    // clang-format on
};
enum { PLACES = sizeof everywhere / sizeof *everywhere };

typedef void Look(Seat *seat, const char *keys);

static void look_everywhere(SeatPlan plan, Look *look)
{
    Seat *seat = seat_open(plan);
    for (size_t i = 0; i < PLACES; i++) {
        seat_type(seat, everywhere[i]);
        look(seat, everywhere[i]);
    }
    seat_close(seat);
}

static void assert_nothing_ambiguous(Seat *seat, const char *keys)
{
    const Canvas *canvas = seat->canvas;
    for (int i = 0; i < canvas->rows * canvas->columns; i++) {
        TextCell cell;
        const char *glyph = canvas->cells[i].glyph;
        if (*glyph && text_cell(glyph, strlen(glyph), &cell) && cell.ambiguous)
            fail_msg("after %s: %s in\n%s", keys, glyph, seat_row(seat, i / canvas->columns));
        if (*glyph == '?' && canvas->cells[i].reversed) // a sign of ours that no letter stands for
            fail_msg("after %s: %s", keys, seat_row(seat, i / canvas->columns));
    }
}

static void a_terminal_of_wide_signs_gets_letters_in_every_pane(void **state)
{
    (void)state;
    static const char *const langs[] = {"en", "ja"};
    for (size_t i = 0; i < 2; i++) {
        look_everywhere((SeatPlan){24, 80, langs[i], .sample = true, .letters = true},
                        assert_nothing_ambiguous);
        look_everywhere((SeatPlan){40, 120, langs[i], .sample = true, .letters = true},
                        assert_nothing_ambiguous);
    }
}

static void assert_words(Seat *seat, const char *keys)
{
    static const char *const signs[] = {"─", "│", "✓", "▶", "○", "●", "↑1", "↓1", "↑ ", "↓ "};
    bool explains = strchr(keys, '?') || strchr(keys, '>');
    for (size_t i = 0; i < sizeof signs / sizeof *signs && !explains; i++) {
        int row = seat_find(seat, signs[i], NULL);
        if (row >= 0 && row < seat->canvas->rows - 1) // the last row names the arrow keys
            fail_msg("after %s: %s in\n%s", keys, signs[i], seat_row(seat, row));
    }
}

static void plain_has_words_for_signs_and_no_rules(void **state)
{
    (void)state;
    static const char *const langs[] = {"en", "ja"};
    for (size_t i = 0; i < 2; i++)
        look_everywhere((SeatPlan){40, 130, langs[i], .sample = true, .plain = true}, assert_words);
}

static void plain_says_what_the_signs_say(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){40, 130, "en", .sample = true, .plain = true});
    seat_sees(seat, "done 北海道庁");
    seat_sees(seat, "next agreed 青葉商店");
    seat_sees(seat, " ! T1  mine 1 today"); // the trouble first: words are long
    seat_sees(seat, "floating 北総合病院");
    seat_type(seat, "3");
    seat_sees(seat, "theirs 10月の店頭実績");
    seat_sees(seat, " me, 14d");   // the ball: a name, without a sign
    seat_sees_no(seat, "Details"); // nothing stands beside the list
    seat_close(seat);
}

static void plain_has_room_for_its_words(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){24, 80, "en", .sample = true, .plain = true});
    seat_type(seat, "2");
    seat_sees(seat, "mine 2 theirs 1 ");
    seat_sees(seat, "by Wed 25");
    seat_close(seat);
    seat = seat_open((SeatPlan){24, 80, "ja", .sample = true, .plain = true});
    seat_type(seat, "2");
    seat_sees(seat, "自分 2 先方 1 ");
    seat_sees(seat, "期限 25(水)");
    seat_close(seat);
}

/// Where a screen reader reads: the chosen row, the line that is typed into, the answer; never a blank.
static void assert_cursor_reads(Seat *seat, const char *keys)
{
    int row = seat->canvas->cursor_row, column = seat->canvas->cursor_column;
    bool typed = strchr(seat_roles(seat, row), 'e') != NULL;
    bool chosen = strchr(seat_roles(seat, row), 'c') != NULL;
    for (int i = 0; i < seat->canvas->rows && !chosen && !typed; i++)
        if (strchr(seat_roles(seat, i), 'c'))
            fail_msg("after %s: the cursor is at %d,%d, the chosen row is\n%s", keys, row, column,
                     seat_row(seat, i));
    if (*seat_row(seat, row) == '\0')
        fail_msg("after %s: the cursor is in a blank row %d\n%s", keys, row, seat_text(seat));
}

static void the_cursor_of_plain_stands_on_what_is_chosen_everywhere(void **state)
{
    (void)state;
    static const char *const langs[] = {"en", "ja"};
    for (size_t i = 0; i < 2; i++)
        look_everywhere((SeatPlan){24, 80, langs[i], .sample = true, .plain = true},
                        assert_cursor_reads);
    look_everywhere((SeatPlan){40, 130, "en", .sample = true}, assert_cursor_reads);
}

static void the_cursor_stands_on_the_chosen_row(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){24, 80, "en", .sample = true, .plain = true});
    for (const char *tab = "12345"; *tab; tab++) {
        seat_type(seat, (const char[]){*tab, 'j', '\0'});
        int row = seat->canvas->cursor_row;
        assert_non_null(strchr(seat_roles(seat, row), 'c'));
    }
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_terminal_of_wide_signs_gets_letters_in_every_pane),
        cmocka_unit_test(plain_has_words_for_signs_and_no_rules),
        cmocka_unit_test(plain_says_what_the_signs_say),
        cmocka_unit_test(plain_has_room_for_its_words),
        cmocka_unit_test(the_cursor_stands_on_the_chosen_row),
        cmocka_unit_test(the_cursor_of_plain_stands_on_what_is_chosen_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
