// SPDX-License-Identifier: GPL-3.0-or-later
// Way and minutes out of the words of a promise.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/capture.h"
#include "mawari/model/commitment.h"

static void the_first_word_of_the_table_counts(void **state)
{
    (void)state;
    static const char table[] = "見積=desk 40|折返し=call|Mail=mail 1h|駄目|夜=later 5|=bring";
    static const struct {
        const char *what;
        int32_t way;
        Minute minutes;
    } rows[] = {
        {"冬の棚 見積", WAY_DESK, 40},
        {"見積の折返し", WAY_DESK, 40},
        {"折返し", WAY_CALL, NONE},
        {"ＭＡＩＬ", WAY_MAIL, 60},
        {"夜に", NONE, 5},
        {"鍵", NONE, NONE},
        {"駄目", NONE, NONE},
    };
    Arena *arena = arena_open();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int32_t way;
        Minute minutes;
        promise_guess(table, rows[i].what, arena, &way, &minutes);
        assert_int_equal(way, rows[i].way);
        assert_int_equal(minutes, rows[i].minutes);
    }
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_first_word_of_the_table_counts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
