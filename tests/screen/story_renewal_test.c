// SPDX-License-Identifier: GPL-3.0-or-later
// A contract inside its notice, with the input method on: found among the lists, the step that has
// come ticked off and taken back, the year of its client read.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../support/tty.h"

static Tty *at_the_contracts(void)
{
    char *const argv[] = {tty_mawari(), "--demo", "--lang", "ja", "--now", "2026-11-24T09:52+09:00",
                          NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "積込み");
    tty_press(tty, "０");
    tty_choose(tty, "  契約");
    tty_wait(tty, "冷蔵棚 年間保守");
    return tty;
}

static void the_step_that_has_come_is_ticked_off_and_taken_back(void **state)
{
    (void)state;
    Tty *tty = at_the_contracts();
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "申出期限 2027/2/16(火)、あと84日");
    tty_wait(tty, "キーマンに会う、11/18から");
    tty_wait(tty, "! 未解決のトラブル1件。解決すれば消えます");
    tty_press(tty, "ｗ"); // as on Friday's list: this contract alone, each light with its rule
    tty_wait(tty, " 契約更新");
    tty_wait(tty, "   申出期限 2027/2/16(火)、あと84日");
    tty_wait(tty, "今: キーマンに会う、11/18から");
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, "ｄ");
    tty_wait(tty, "見積、"); // the next one
    tty_press(tty, "う");
    tty_press(tty, "う");
    tty_wait(tty, "キーマンに会う、11/18から");
    tty_leave(tty, "１");
}

static void the_year_of_a_client_is_one_letter_away(void **state)
{
    (void)state;
    char *const argv[] = {tty_mawari(), "--demo", "--lang", "ja", "--now", "2026-11-24T09:52+09:00",
                          NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_press(tty, "２");
    tty_wait(tty, "青葉商店");
    tty_press(tty, "ｒ");
    tty_wait(tty, " 年間実績");
    tty_wait(tty, "果たした約束");
    tty_press(tty, "。"); // and on paper, to hand over
    tty_wait(tty, "PDFに");
    tty_press(tty, "ｒ");
    tty_wait(tty, "年間実績: ~/青葉商店_年間実績_2026-11-24.pdf、1ページ");
    char file[4096];
    snprintf(file, sizeof file, "%s/青葉商店_年間実績_2026-11-24.pdf", tty_folder(tty));
    assert_int_equal(access(file, R_OK), 0);
    tty_press(tty, "。"); // what is there stays
    tty_wait(tty, "PDFに");
    tty_press(tty, "ｒ");
    tty_wait(tty, "年間実績: ~/青葉商店_年間実績_2026-11-24_2.pdf、1ページ");
    tty_press(tty, TTY_ESCAPE);
    tty_leave(tty, "１");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_step_that_has_come_is_ticked_off_and_taken_back),
        cmocka_unit_test(the_year_of_a_client_is_one_letter_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
