// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a sentence about a product is for, by what titles and departments say, as a table.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/kinds.h"

static const struct {
    const char *title, *department;
    int32_t role;
} people[] = {
    {"部長", "購買部", BUYER_PURCHASING},
    {"購買部長", NULL, BUYER_PURCHASING},
    {"支店長", NULL, BUYER_MANAGEMENT}, // 店長 stands in it
    {"店長", NULL, BUYER_FLOOR},
    {"Purchasing Manager", NULL, BUYER_PURCHASING},
    {"OWNER", NULL, BUYER_MANAGEMENT},
    {NULL, "Warehouse", BUYER_FLOOR},
    {"課長", "総務部", NONE},
    {NULL, NULL, NONE},
};

static void titles_and_departments_say_the_role(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof people / sizeof *people; i++)
        if (buyer_role_of(people[i].title, people[i].department) != people[i].role)
            fail_msg("person %zu", i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(titles_and_departments_say_the_role)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
