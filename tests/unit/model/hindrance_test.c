// SPDX-License-Identifier: GPL-3.0-or-later
// What stands against a visit, as a table.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/rules.h"

#define AT(hour, minute) ((hour)*60 + (minute))
#define ON(weekday)      (1 << (weekday))

static const Day tuesday = 20781; // 24 Nov 2026

static const Hours mornings = {.weekdays = NONE, .opens = AT(9, 0), .closes = AT(11, 0)};
static const Hours wednesdays = {.weekdays = ON(WED), .opens = AT(9, 0), .closes = AT(17, 0)};
static const Hours never = {.weekdays = 0, .opens = AT(9, 0), .closes = AT(17, 0)};
static const Hours not_at_noon = {
    .weekdays = NONE, .opens = AT(12, 0), .closes = AT(13, 0), .closed = 1};
static const Absence leave = {.since = 20780, .until = 20790};

static void a_visit_meets_closed_days_absences_and_hours(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        Minute start;
        Openness openness;
        Hindrance found;
    } rows[] = {
        {"nothing is known", AT(10, 0), {.closed_days = NONE}, HINDRANCE_NONE},
        {"closed on Tuesdays", NONE, {.closed_days = ON(TUE) | ON(SUN)}, HINDRANCE_CLOSED},
        {"closed on other days", NONE, {.closed_days = ON(MON)}, HINDRANCE_NONE},
        {"closed on holidays", NONE, {.closed_days = ON(SUN + 1)}, HINDRANCE_NONE},
        {"a holiday", NONE, {.holiday = true, .closed_days = ON(SUN + 1)}, HINDRANCE_CLOSED},
        {"away", NONE, {.closed_days = NONE, .absence = &leave}, HINDRANCE_ABSENT},
        {"closed comes first", NONE, {.closed_days = ON(TUE), .absence = &leave}, HINDRANCE_CLOSED},
        {"in its hours", AT(9, 0), {false, NONE, NULL, &mornings, 1}, HINDRANCE_NONE},
        {"at their end", AT(11, 0), {false, NONE, NULL, &mornings, 1}, HINDRANCE_HOURS},
        {"no hour agreed", NONE, {false, NONE, NULL, &mornings, 1}, HINDRANCE_NONE},
        {"another weekday", NONE, {false, NONE, NULL, &wednesdays, 1}, HINDRANCE_HOURS},
        {"on no day", NONE, {false, NONE, NULL, &never, 1}, HINDRANCE_HOURS},
        {"at noon", AT(12, 30), {false, NONE, NULL, &not_at_noon, 1}, HINDRANCE_HOURS},
        {"after noon", AT(13, 0), {false, NONE, NULL, &not_at_noon, 1}, HINDRANCE_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Visit visit = {.day = tuesday, .start = rows[i].start};
        if (visit_hindrance(&visit, &rows[i].openness) != rows[i].found)
            fail_msg("%s", rows[i].what);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_visit_meets_closed_days_absences_and_hours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
