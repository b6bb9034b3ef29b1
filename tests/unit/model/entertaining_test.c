// SPDX-License-Identifier: GPL-3.0-or-later
// Yen a head and its dated limit, as tables.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/kinds.h"

static const struct {
    Yen amount;
    int32_t heads;
    Yen a_head;
} heads[] = {
    {30000, 3, 10000}, {30001, 3, 10001},  {0, 4, 0},       {2000000000, 1000, 2000000},
    {NONE, 3, NONE},   {5000, NONE, NONE}, {5000, 0, NONE},
};

static void a_head_costs_its_part_rounded_up(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        assert_int_equal(yen_a_head(heads[i].amount, heads[i].heads), heads[i].a_head);
}

static const struct {
    const char *table;
    int year, month, day;
    Yen limit;
} limits[] = {
    {"5000|2024-04-01=10000", 2024, 3, 31, 5000},
    {"5000|2024-04-01=10000", 2024, 4, 1, 10000},
    {"5000|2024-04-01=10000|2030-01-01=12000", 2026, 11, 24, 10000},
    {"2024-04-01=10000", 2024, 3, 31, NONE},
    {"", 2026, 11, 24, NONE},
    {"nothing|2024-99-01=5|=7", 2026, 11, 24, NONE},
};

static void the_limit_is_the_one_of_its_day(void **state)
{
    Arena *arena = arena_open();
    (void)state;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        Day day;
        assert_true(day_from(limits[i].year, limits[i].month, limits[i].day, &day));
        assert_int_equal(head_limit(limits[i].table, day, arena), limits[i].limit);
    }
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_head_costs_its_part_rounded_up),
        cmocka_unit_test(the_limit_is_the_one_of_its_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
