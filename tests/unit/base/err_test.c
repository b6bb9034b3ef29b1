// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of failures.
#include "fixture.h"

#include <string.h>

#include "mawari/base/err.h"
#include "mawari/base/text.h"

static void a_failure_is_one_line(void **state)
{
    (void)state;
    Err err = {0};
    assert_false(err_set(&err, ERR_INPUT, "line %d: %s", 3, "no name"));
    assert_int_equal(err.kind, ERR_INPUT);
    assert_string_equal(err.text, "line 3: no name");
}

static void nobody_has_to_listen(void **state)
{
    (void)state;
    assert_false(err_set(NULL, ERR_FILE, "x"));
    assert_false(err_while(NULL, "x"));
}

static void what_was_being_done_stands_before(void **state)
{
    (void)state;
    Err err = {0};
    err_set(&err, ERR_STORE, "the disk is full");
    assert_false(err_while(&err, "saving %s", "青葉商店"));
    assert_false(err_while(&err, "importing"));
    assert_string_equal(err.text, "importing: saving 青葉商店: the disk is full");
    assert_int_equal(err.kind, ERR_STORE);
}

static void a_failure_may_quote_itself(void **state)
{
    (void)state;
    Err err = {0};
    err_set(&err, ERR_FILE, "inner");
    err_set(&err, ERR_CHILD, "the child said: %s", err.text);
    assert_string_equal(err.text, "the child said: inner");
}

static void a_long_text_is_cut_at_a_character(void **state)
{
    (void)state;
    for (size_t start = 0; start < 4; start++) {
        char text[1200];
        memset(text, 'a', start);
        for (size_t at = start; at + 4 < sizeof text; at += 3)
            memcpy(text + at, "青", 4);
        Err err = {0};
        err_set(&err, ERR_INPUT, "%s", text);
        size_t size = strlen(err.text);
        assert_true(size > sizeof err.text - 4);
        assert_true(text_valid(err.text, size));
        err_while(&err, "b%s", text);
        assert_true(text_valid(err.text, strlen(err.text)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_failure_is_one_line),
        cmocka_unit_test(nobody_has_to_listen),
        cmocka_unit_test(what_was_being_done_stands_before),
        cmocka_unit_test(a_failure_may_quote_itself),
        cmocka_unit_test(a_long_text_is_cut_at_a_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
