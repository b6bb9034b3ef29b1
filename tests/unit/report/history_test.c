// SPDX-License-Identifier: GPL-3.0-or-later
// The history of a trouble: whose days it was, and what the client's page keeps to itself.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/model/kinds.h"
#include "mawari/model/value.h"
#include "mawari/report/history.h"

enum { OPENED = 20000 };

static History a_trouble(Arena *arena)
{
    static TicketLine inside = {.side = SIDE_INSIDE, .day = OPENED + 1, .at = 540, .text = "hinge"};
    static TicketLine told = {.side = SIDE_TOLD, .day = OPENED + 2, .at = 600, .text = "ordered"};
    static const HistoryLine lines[] = {{&inside, NULL}, {&told, "中村 恵"}};
    History history = {.client = "青葉商店", .lines = lines, .line_count = 2, .today = OPENED + 10};
    record_blank(&entity_ticket, &history.ticket, OPENED, arena);
    history.ticket.number = 12;
    history.ticket.what = "door";
    history.ticket.opened = OPENED;
    history.tell_by = NONE;
    return history;
}

static void days_are_counted_from_throw_to_throw(void **state)
{
    static const HistoryThrow throws[] = {{OPENED + 2, "engineering", NULL, false},
                                          {OPENED + 7, "me", NULL, true}};
    Arena *arena = arena_open();
    History history = a_trouble(arena);
    int32_t theirs, mine;
    (void)state;
    history_ball_days(&history, &theirs, &mine);
    assert_int_equal(theirs, 0);
    assert_int_equal(mine, 10);
    history.throws = throws;
    history.throw_count = 2;
    history_ball_days(&history, &theirs, &mine);
    assert_int_equal(theirs, 5);
    assert_int_equal(mine, 5); // two before, three after
    history.ticket.closed = OPENED + 4;
    history_ball_days(&history, &theirs, &mine);
    assert_int_equal(theirs, 2);
    assert_int_equal(mine, 2);
    arena_close(arena);
}

static const char *page_of(const History *history, bool told_only, Arena *arena)
{
    Page page = {.arena = arena};
    history_page(history, told_only, &page);
    return page_text(&page, 78, arena);
}

static void the_clients_page_holds_only_what_was_told(void **state)
{
    Arena *arena = arena_open();
    History history = a_trouble(arena);
    history.worked = 60;
    (void)state;
    const char *all = page_of(&history, false, arena), *told = page_of(&history, true, arena);
    assert_non_null(strstr(all, "hinge"));
    assert_non_null(strstr(all, "Hours worked"));
    assert_non_null(strstr(told, "ordered (中村 恵)"));
    assert_null(strstr(told, "hinge"));
    assert_null(strstr(told, "Severity"));
    assert_null(strstr(told, "Hours worked"));
    arena_close(arena);
}

static void one_of_anything_is_said_as_one(void **state)
{
    static const HistoryThrow throws[] = {{OPENED + 2, "engineering", NULL, false},
                                          {OPENED + 3, "me", NULL, true},
                                          {OPENED + 7, "engineering", NULL, false}};
    static const char *const said[] = {"1 throw: 8 days with others, 2 with us",
                                       "2 throws: 1 day with others, 9 with us",
                                       "3 throws: 4 days with others, 6 with us"};
    Arena *arena = arena_open();
    History history = a_trouble(arena);
    (void)state;
    history.throws = throws;
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        history.throw_count = i + 1;
        if (!strstr(page_of(&history, false, arena), said[i]))
            fail_msg("%s\nnot: %s", page_of(&history, false, arena), said[i]);
    }
    arena_close(arena);
}

static void columns_stand_below_each_other_and_long_texts_go_on(void **state)
{
    Arena *arena = arena_open();
    Page page = {.arena = arena};
    (void)state;
    page_field(&page, "Where", "青葉商店");
    page_field(&page, "Who", NULL);
    page_field(&page, "A", "one two three four five six seven eight");
    page_heading(&page, "Rows");
    page_row(&page, "1", "青葉", "x", NULL);
    page_row(&page, "22", "b", "y", NULL);
    assert_string_equal(page_text(&page, 40, arena), "Where  青葉商店\n"
                                                     "A      one two three four five six seven\n"
                                                     "       eight\n"
                                                     "\n"
                                                     "Rows\n"
                                                     "1   青葉  x\n"
                                                     "22  b     y\n");
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted_from_throw_to_throw),
        cmocka_unit_test(one_of_anything_is_said_as_one),
        cmocka_unit_test(the_clients_page_holds_only_what_was_told),
        cmocka_unit_test(columns_stand_below_each_other_and_long_texts_go_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
