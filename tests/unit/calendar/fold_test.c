// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of every length: folded where readers can undo it, and read back as they were.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "calendar/safe.h"
#include "mawari/base/text.h"
#include "mawari/calendar/ics.h"

enum { LETTERS = 220, RANDOM_TEXTS = 2000, RANDOM_LETTERS = 90, OCTETS_A_LINE = 75 };

static int open_arena(void **state)
{
    *state = arena_open();
    return 0;
}

static int close_arena(void **state)
{
    arena_close(*state);
    return 0;
}

static const char *written(const char *text, Arena *arena)
{
    CalendarEvent event = event_blank();
    Zone *zone;
    assert_true(zone_open("UTC", &zone, NULL));
    event.uid = "0A1B2C3D-4E5F-4071-8293-A4B5C6D7E8F9";
    event.kind = EVENT_ALL_DAY;
    event.state = STATE_CONFIRMED;
    event.changed = 1795000600;
    event.day = 20781;
    event.summary = event.place = event.description = text;
    Calendar calendar = {.name = "回り", .zone = zone, .events = &event, .count = 1};
    const char *calendar_in_text = calendar_text(&calendar, arena);
    zone_close(zone);
    return calendar_in_text;
}

static void check_lines(const char *text)
{
    while (*text) {
        size_t line = strcspn(text, "\r");
        assert_in_range(line, 1, OCTETS_A_LINE);
        assert_true(text[line] == '\r' && text[line + 1] == '\n');
        assert_true(text_valid(text, line)); // never inside a character
        text += line + 2;
    }
}

static void check(const char *text, Arena *arena)
{
    const char *out = written(text, arena), *meant = safe_text(text, false, arena);
    check_lines(out);
    icalcomponent *read = icalparser_parse_string(out);
    assert_non_null(read);
    icalcomponent *first = icalcomponent_get_first_component(read, ICAL_VEVENT_COMPONENT);
    const char *place = icalcomponent_get_location(first), *what = icalcomponent_get_summary(first);
    assert_string_equal(place ? place : "", meant);
    assert_string_equal(what ? what : "", meant);
    icalcomponent_free(read);
}

static void texts_of_every_length_leave_no_empty_line(void **state)
{
    static const char *const letters[] = {"a", "é", "森", "𠮷", ",", "e\xcc\x81"};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        char text[LETTERS * 5] = "";
        for (size_t length = 0; length < LETTERS; length++) {
            strcat(text, letters[i]);
            check(text, *state);
            arena_empty(*state);
        }
    }
}

static uint32_t random_next(uint32_t *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

static void random_texts_are_read_back(void **state)
{
    static const char *const pieces[] = {"\\", ";", ",",  ":",           "\"", "'",  "^", "森",
                                         "a",  " ", "が", "👩‍🚒", "\n", "\r", "n", "\\n"};
    uint32_t random = 5545;
    for (int i = 0; i < RANDOM_TEXTS; i++) {
        char text[RANDOM_LETTERS * 16] = "";
        for (uint32_t left = random_next(&random) % RANDOM_LETTERS; left > 0; left--)
            strcat(text, pieces[random_next(&random) % (sizeof pieces / sizeof *pieces)]);
        check(text, *state);
        arena_empty(*state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_of_every_length_leave_no_empty_line),
        cmocka_unit_test(random_texts_are_read_back),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
