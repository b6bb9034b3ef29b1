// SPDX-License-Identifier: GPL-3.0-or-later
// Scene 10, Friday: who slips and why, contracts, who was not seen, next week. The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/tty.h"

static Tty *on_friday(void)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", "2026-11-27T17:00+09:00",
                          "--demo",     NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "今日");
    tty_press(tty, "：");
    tty_type(tty, "friday");
    tty_wait(tty, "金曜の見直し");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "離れつつある得意先: ");
    return tty;
}

static void who_slips_stands_there_with_sentences_and_what_clears_them(void **state)
{
    (void)state;
    Tty *tty = on_friday();
    tty_wait(tty, "北海酒販");
    tty_wait(tty, "2回続けて面会不可");
    tty_wait(tty, "受注3か月計");
    tty_wait(tty, "面会できること");
    tty_press(tty, "ｗ");
    tty_wait(tty, "決まり: 2回続けて面会不可");
    tty_press(tty, TTY_ESCAPE);
    tty_wait(tty, "金曜の見直し 1/4");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "ほっかいしゅはん");
    tty_press(tty, TTY_PAGE_DOWN);
    tty_wait(tty, "引き潮");
    tty_leave(tty, TTY_ESCAPE TTY_ESCAPE);
}

static void four_screens_follow_each_other_and_lead_back(void **state)
{
    (void)state;
    Tty *tty = on_friday();
    tty_press(tty, "」");
    tty_wait(tty, "更新の手順に入った契約: ");
    tty_wait(tty, "金曜の見直し 2/4");
    tty_press(tty, "ｗ"); // of a contract: its lights
    tty_wait(tty, "価格が未合意");
    tty_press(tty, TTY_ESCAPE);
    tty_wait(tty, "金曜の見直し 2/4");
    tty_press(tty, TTY_TAB);
    tty_wait(tty, "会えておらず予定もない: ");
    tty_press(tty, "」");
    tty_wait(tty, "11/30(月)〜12/4(金)");
    tty_press(tty, TTY_ESCAPE);
    tty_wait(tty, "金曜の見直し 3/4");
    tty_press(tty, "「");
    tty_wait(tty, "金曜の見直し 2/4");
    tty_press(tty, TTY_BACK_TAB);
    tty_wait(tty, "金曜の見直し 1/4");
    tty_press(tty, "「");
    tty_wait(tty, "これが最初の画面です");
    tty_leave(tty, TTY_ESCAPE);
}

static void it_stands_among_the_lists_too(void **state)
{
    (void)state;
    Tty *tty = on_friday();
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, "０");
    tty_wait(tty, "一覧");
    tty_choose(tty, "  金曜の見直し");
    tty_wait(tty, "金曜の見直し 1/4");
    tty_leave(tty, TTY_ESCAPE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_slips_stands_there_with_sentences_and_what_clears_them),
        cmocka_unit_test(four_screens_follow_each_other_and_lead_back),
        cmocka_unit_test(it_stands_among_the_lists_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
