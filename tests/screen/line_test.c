// SPDX-License-Identifier: GPL-3.0-or-later
// Lines on the screen, typed with the input method left on: read back before they are saved, the
// doubtful asked once, what was left half-typed still there.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/tty.h"

static Tty *start(char *lang)
{
    char *const argv[] = {tty_mawari(), "--lang", lang, "--now", "2026-11-24T09:52+09:00",
                          "--demo",     NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "青葉商店");
    tty_settle(tty);
    return tty;
}

static void leave(Tty *tty)
{
    tty_settle(tty);
    tty_type(tty, "qqqq");
    assert_int_equal(tty_stop(tty), 0);
}

static void after_the_door_the_line_is_read_back_and_saved(void **state)
{
    (void)state;
    Tty *tty = start("ja");
    tty_type(tty, "お");
    tty_wait(tty, "Esc 下書き");
    tty_type(tty, "１　＠中村課長　");
    tty_type(tty, "＋見積　金　１７時　");
    tty_type(tty, "＞来週火　１０：２０");
    tty_wait(tty, "12/1(火) 10:20");
    tty_wait(tty, "見積, 11/27(金) 17:00 → 中村 恵");
    tty_wait(tty, "結果          面談");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "保存: 青葉商店 本店、面談");
    tty_type(tty, "３");
    tty_wait(tty, "27(金)");
    leave(tty);
}

static void the_doubtful_is_asked_once_and_then_kept(void **state)
{
    (void)state;
    Tty *tty = start("en");
    tty_type(tty, "o");
    tty_wait(tty, "Esc draft");
    tty_type(tty, "2 @nobody");
    tty_wait(tty, "nobody is called so");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter again keeps it");
    tty_type(tty, "x"); // another letter asks again
    tty_wait_gone(tty, "Enter again keeps it");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter again keeps it");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Saved: 青葉商店 本店, Short word");
    leave(tty);
}

static void a_line_that_was_left_goes_on(void **state)
{
    (void)state;
    Tty *tty = start("en");
    tty_type(tty, "a");
    tty_wait(tty, "Esc draft");
    tty_type(tty, "+quote fri");
    tty_wait(tty, "quote, Fri 27 Nov");
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, "Kept as a draft");
    tty_type(tty, "a");
    tty_wait(tty, "quote, Fri 27 Nov");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Saved on 青葉商店 本店: mine quote, Fri 27 Nov");
    tty_type(tty, "a");
    tty_wait(tty, "Esc draft");
    tty_settle(tty);
    tty_wait_gone(tty, "quote, Fri 27 Nov →");
    tty_type(tty, TTY_ESCAPE);
    leave(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(after_the_door_the_line_is_read_back_and_saved),
        cmocka_unit_test(the_doubtful_is_asked_once_and_then_kept),
        cmocka_unit_test(a_line_that_was_left_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
