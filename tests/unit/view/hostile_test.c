// SPDX-License-Identifier: GPL-3.0-or-later
// The nastiest text in every field of every kind: no pane, sheet, form, menu or message draws a
// byte of it that a terminal would obey.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/model/kinds.h"
#include "mawari/store/list.h"
#include "nasty.h"
#include "seat.h"
#include "tty.h"
#include "view/shell.h"

static Seat *sit(int rows, int columns, const char *lang)
{
    Seat *seat = seat_open((SeatPlan){.rows = rows, .columns = columns, .lang = lang});
    nasty_fill(seat->app);
    screen_stale(seat->screen);
    seat_type(seat, "\014"); // drawn, it knows that it is no longer empty
    return seat;
}

static void looks_harmless(Seat *seat, const char *where)
{
    const char *text = seat_text(seat), *found = foreign_bytes(text, strlen(text));
    if (found)
        fail_msg("%s: %02x %02x %02x in %.60s", where, (unsigned char)found[0],
                 (unsigned char)found[1], (unsigned char)found[2], found);
}

static void back_to(Seat *seat, const char *pane)
{
    for (int i = 0; i < 6 || seat->screen->sheet_count; i++)
        seat_type(seat, TTY_ESCAPE);
    seat_type(seat, pane);
}

static void panes_menus_and_messages_draw_none_of_it(void **state)
{
    (void)state;
    static const char *const panes[] = {"1", "2", "3", "4", "5"};
    static const char *const keys[] = {
        "",  TTY_ENTER, "J",  ".",    "*d", "du", "/red", "/ev", ":", ("ax" TTY_ENTER),
        "e", "n",       "uu", "\020", "i",  "c",  "c1",   ".r",  "iy"};
    static const struct {
        int rows, columns;
        const char *lang;
    } sizes[] = {{24, 80, "ja"}, {40, 140, "en"}, {9, 30, "ja"}};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        Seat *seat = sit(sizes[s].rows, sizes[s].columns, sizes[s].lang);
        seat_type(seat, "2");
        if (sizes[s].rows > 20)
            seat_sees(seat, "]0;title"); // it is shown, as harmless signs
        for (size_t i = 0; i < sizeof panes / sizeof *panes; i++)
            for (size_t j = 0; j < sizeof keys / sizeof *keys; j++) {
                back_to(seat, panes[i]);
                seat_type(seat, keys[j]);
                looks_harmless(seat, keys[j]);
            }
        seat_close(seat);
    }
}

static void sheets_and_forms_of_every_kind_draw_none_of_it(void **state)
{
    (void)state;
    Err err = {0};
    size_t count;
    const Entity *const *kinds = entities(&count);
    Seat *seat = sit(60, 100, "en");
    for (size_t i = 0; i < count; i++) {
        Table table;
        ListQuery query = {.kind = kinds[i], .today = seat->app->today};
        if (!list_read(seat->app->store, &query, LIST_FIRST, 0, 20, seat->arena, &table, &err))
            fail_msg("%s", err.text);
        assert_true(table.rows > 0); // every kind has a record here
        screen_push(seat->screen, pane_open(&pane_list, kinds[i], 0));
        seat_type(seat, "<");
        looks_harmless(seat, kinds[i]->plural);
        for (size_t row = 0; row < table.rows; row++) {
            screen_open_sheet(seat->screen, kinds[i], table.ids[row]);
            seat_type(seat, "<");
            looks_harmless(seat, kinds[i]->name);
            seat_type(seat, "i");
            looks_harmless(seat, "brief");
            screen_open_sheet(seat->screen, kinds[i], table.ids[row]);
            seat_type(seat, "c1");
            looks_harmless(seat, "code");
            seat_type(seat, TTY_ESCAPE TTY_ESCAPE);
            screen_form(seat->screen, kinds[i], table.ids[row], NULL, 0);
            seat_type(seat, TTY_TAB TTY_TAB);
            looks_harmless(seat, "form");
            back_to(seat, "1");
        }
    }
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(panes_menus_and_messages_draw_none_of_it),
        cmocka_unit_test(sheets_and_forms_of_every_kind_draw_none_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
