// SPDX-License-Identifier: GPL-3.0-or-later
// What a job has to say waits until nobody types any more.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"
#include "tty.h"

static void news_wait_until_the_line_is_left(void **state)
{
    static const char *const typed[] = {"/", ":", "n"};
    (void)state;
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .sample = true, .lang = "en"});
        seat_type(seat, typed[i]);
        app_set_news(seat->app, "! the copy failed");
        seat_later(seat, 0);
        assert_int_not_equal(screen_wait(seat->screen), 0); // nothing to do as long as it waits
        seat_type(seat, TTY_ESCAPE);
        assert_int_equal(screen_wait(seat->screen), 0); // the loop comes back at once
        seat_later(seat, 0);
        seat_sees(seat, "! the copy failed");
        seat_close(seat);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(news_wait_until_the_line_is_left)};
    return cmocka_run_group_tests_name("news", tests, NULL, NULL);
}
