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

static void a_digit_and_two_enters_are_a_whole_report(void **state)
{
    (void)state;
    Tty *tty = start("ja");
    tty_type(tty, "お");
    tty_wait(tty, "Space で済み");
    tty_type(tty, "２");
    tty_wait(tty, "結果          立ち話");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter 保存");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "保存: 青葉商店 本店、立ち話");
    tty_type(tty, "５");
    tty_settle(tty);
    tty_type(tty, "」");
    tty_settle(tty);
    tty_type(tty, "」");
    tty_wait(tty, "~ 青葉商店"); // in a fortnight, as was proposed
    leave(tty);
}

static void after_the_door_the_line_is_read_back_and_saved(void **state)
{
    (void)state;
    Tty *tty = start("ja");
    tty_type(tty, "お");
    tty_wait(tty, "[ ] ↑ 今日 17:00    中村 恵     冬の棚の見積");
    tty_type(tty, "　"); // the wide blank of the input method ticks
    tty_wait(tty, "[x] ↑ 今日 17:00    中村 恵     冬の棚の見積");
    tty_type(tty, "１");
    tty_wait(tty, "結果          面談");
    tty_type(tty, "＠中村課長　");
    tty_type(tty, "＋見本　金　１７時　");
    tty_type(tty, "＞来週火　１０：２０");
    tty_wait(tty, "12/1(火) 10:20");
    tty_wait(tty, "見本, 11/27(金) 17:00 → 中村 恵");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "次回  その一行のとおり");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "保存: 青葉商店 本店、面談");
    tty_type(tty, "３");
    tty_wait(tty, "見本");
    tty_wait(tty, "✓"); // 冬の棚の見積
    leave(tty);
}

static void the_doubtful_is_asked_once_and_then_kept(void **state)
{
    (void)state;
    Tty *tty = start("en");
    tty_type(tty, "o");
    tty_wait(tty, "Space ticks");
    tty_type(tty, "@nobody");
    tty_wait(tty, "nobody is called so");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "first the digit");
    tty_type(tty, "\025"); // the line is emptied
    tty_type(tty, "2");
    tty_wait(tty, "outcome       Short word");
    tty_type(tty, "@nobody");
    tty_wait(tty, "nobody is called so");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter again keeps it");
    tty_type(tty, "x"); // another letter asks again
    tty_wait_gone(tty, "Enter again keeps it");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter again keeps it");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter saves");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Saved: 青葉商店 本店, Short word");
    leave(tty);
}

static void a_report_that_was_left_goes_on_with_its_ticks(void **state)
{
    (void)state;
    Tty *tty = start("en");
    tty_type(tty, "o");
    tty_wait(tty, "Space ticks");
    tty_type(tty, " ");
    tty_wait(tty, "[x]");
    tty_type(tty, "1");
    tty_wait(tty, "outcome       Met");
    tty_type(tty, "+quote fri");
    tty_wait(tty, "quote, Fri 27 Nov");
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, "Kept as a draft");
    tty_type(tty, "o");
    tty_wait(tty, "Going on with the draft");
    tty_wait(tty, "[x]");
    tty_wait(tty, "quote, Fri 27 Nov");
    tty_type(tty, "\020"); // hidden and shown again, it is still there
    tty_wait_gone(tty, "quote");
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, "quote, Fri 27 Nov");
    tty_type(tty, "\023");
    tty_wait(tty, "Saved: 青葉商店 本店, Met");
    leave(tty);
}

static void the_next_day_is_shifted_or_emptied(void **state)
{
    (void)state;
    Tty *tty = start("en");
    tty_type(tty, "o");
    tty_wait(tty, "next visit  ~ Tue 8 Dec, in 14 days");
    tty_type(tty, "1");
    tty_wait(tty, "outcome       Met");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter saves");
    tty_type(tty, "\033[B\033[B");
    tty_wait(tty, "next visit  ~ Thu 10 Dec; other visits that day: 0, gotōbi");
    tty_type(tty, "\177");
    tty_wait(tty, "next visit  none");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Saved: 青葉商店 本店, Met");
    leave(tty);
}

static void marked_visits_are_written_one_after_the_other(void **state)
{
    (void)state;
    Tty *tty = start("en");
    tty_type(tty, " ");
    tty_settle(tty);
    tty_type(tty, " "); // desk time: no visit, it is left out
    tty_settle(tty);
    tty_type(tty, " ");
    tty_settle(tty);
    tty_type(tty, "o");
    tty_wait(tty, "yes, all of them");
    tty_type(tty, "1");
    tty_wait(tty, "1 / 2");
    tty_type(tty, "1");
    tty_wait(tty, "outcome       Met");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter saves");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "2 / 2");
    tty_type(tty, "4");
    tty_wait(tty, "outcome       Absent");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter saves");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Absent. Next visit Wed 25 Nov. u u takes it back");
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
    tty_wait(tty, ": I promise quote, Fri 27 Nov → 中村 恵. u u takes it back");
    tty_type(tty, "a");
    tty_wait(tty, "Esc draft");
    tty_settle(tty);
    tty_wait_gone(tty, "quote, Fri 27 Nov →");
    tty_type(tty, TTY_ESCAPE);
    tty_wait_gone(tty, "Esc draft");
    leave(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_digit_and_two_enters_are_a_whole_report),
        cmocka_unit_test(after_the_door_the_line_is_read_back_and_saved),
        cmocka_unit_test(the_doubtful_is_asked_once_and_then_kept),
        cmocka_unit_test(a_report_that_was_left_goes_on_with_its_ticks),
        cmocka_unit_test(the_next_day_is_shifted_or_emptied),
        cmocka_unit_test(marked_visits_are_written_one_after_the_other),
        cmocka_unit_test(a_line_that_was_left_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
