// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of src/geo/learnt.c: rows of trips and what they teach.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/geo/learnt.h"

#define AT(hour) ((hour)*60)

static const struct {
    const char *what;
    Trip trips[8];
    size_t count;
    Minute hour;
    Minute minutes; // NONE: nothing is learnt
    size_t behind;
} rows[] = {
    {"no trips", {{0, 0}}, 0, NONE, NONE, 0},
    {"two are too few", {{10, AT(9)}, {12, AT(9)}}, 2, NONE, NONE, 0},
    {"the median of three", {{14, AT(9)}, {10, AT(9)}, {11, AT(9)}}, 3, NONE, 11, 3},
    {"a lunch between is no leg",
     {{10, AT(9)}, {11, AT(9)}, {12, AT(9)}, {95, AT(12)}},
     4,
     NONE,
     11,
     3},
    {"mornings are slow",
     {{20, AT(9)}, {22, AT(9)}, {21, AT(8)}, {10, AT(13)}, {11, AT(14)}, {12, AT(13)}},
     6,
     AT(9),
     21,
     3},
    {"and noons are not",
     {{20, AT(9)}, {22, AT(9)}, {21, AT(8)}, {10, AT(13)}, {11, AT(14)}, {12, AT(13)}},
     6,
     AT(11),
     11,
     3},
    {"no evening is known, so all count",
     {{20, AT(9)}, {22, AT(9)}, {21, AT(8)}, {10, AT(13)}, {11, AT(14)}},
     5,
     AT(18),
     20,
     5},
    {"who comes in after ten set out before it",
     {{20, AT(10)}, {22, AT(10)}, {21, AT(10)}, {10, AT(13)}, {11, AT(14)}, {12, AT(13)}},
     6,
     AT(9),
     21,
     3},
    {"a trip of no length is a slip",
     {{0, AT(9)}, {0, AT(9)}, {0, AT(9)}, {9, AT(9)}},
     4,
     NONE,
     NONE,
     0},
};

static void trips_teach_their_median_by_part_of_the_day(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Minute minutes = NONE;
        size_t behind = 0;
        bool learnt = leg_learnt(rows[i].trips, rows[i].count, rows[i].hour, &minutes, &behind);
        if (learnt != (rows[i].minutes != NONE) || minutes != rows[i].minutes ||
            behind != rows[i].behind)
            fail_msg("%s: %d minutes of %zu trips", rows[i].what, (int)minutes, behind);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trips_teach_their_median_by_part_of_the_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
