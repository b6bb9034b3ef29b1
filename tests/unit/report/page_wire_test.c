// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of a page come out of a message as they went in; what is no block is refused.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/report/page.h"

static void every_kind_of_block_comes_back(void **state)
{
    (void)state;
    static const PageBlock blocks[] = {
        {PAGE_TITLE, {"年間実績"}},       {PAGE_HEADING, {"訪問"}},
        {PAGE_FIELD, {"開始", "11/25"}},  {PAGE_LINE, {""}},
        {PAGE_ROW, {"a", "b", "c", "d"}}, {PAGE_ROW, {"a"}},
    };
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        const char *texts[PAGE_CELLS + 1];
        PageBlock back;
        assert_true(page_block_read(page_block_message(&blocks[i], texts), &back, NULL));
        assert_int_equal(back.kind, blocks[i].kind);
        for (size_t c = 0; c < PAGE_CELLS; c++)
            assert_true(back.cells[c] ? strcmp(back.cells[c], blocks[i].cells[c]) == 0
                                      : !blocks[i].cells[c]);
    }
}

static void what_is_no_block_is_refused(void **state)
{
    (void)state;
    static const char *const unknown[] = {"chapter", "a"}, *const bare[] = {"row"},
                             *const wide[] = {"row", "a", "b", "c", "d", "e"},
                             *const hole[] = {"row", NULL, "b"}, *const field[] = {"field", "a"},
                             *const nothing[] = {NULL, "a"};
    const Message rows[] = {{unknown, 2}, {bare, 1},    {wide, 6},   {hole, 3},
                            {field, 2},   {unknown, 0}, {nothing, 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        PageBlock back = {.kind = PAGE_LINE};
        Err err = {0};
        assert_false(page_block_read(rows[i], &back, &err));
        assert_int_equal(err.kind, ERR_CHILD);
        assert_int_equal(back.kind, PAGE_LINE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_block_comes_back),
        cmocka_unit_test(what_is_no_block_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
