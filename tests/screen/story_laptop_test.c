// SPDX-License-Identifier: GPL-3.0-or-later
// Scene 12, a new laptop and a new rep: the office's list, its contacts and last year's daily
// reports come in as Shift_JIS, so that the first Monday is not empty. The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/tty.h"

static Tty *new_laptop(void)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", "2026-11-30T08:20+09:00", NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "まだ何もありません");
    tty_settle(tty);
    return tty;
}

static void type_path(Tty *tty, const char *list)
{
    char path[1024];
    const char *data = getenv("MAWARI_TEST_DATA");
    snprintf(path, sizeof path, "%s/lists/%s" TTY_ENTER, data ? data : "tests/data", list);
    tty_type(tty, path);
}

/// What the palette finds by a word, with the kind of list and the file behind it.
static void preview(Tty *tty, const char *what, const char *list)
{
    tty_press(tty, "：");
    tty_press(tty, "取込");
    tty_press(tty, TTY_ENTER);
    tty_type(tty, what);
    type_path(tty, list);
    tty_wait(tty, "[ 取り込む:");
    tty_settle(tty);
}

static void take_everything(Tty *tty)
{
    tty_press(tty, "２");
    type_path(tty, "clients.cp932.csv");
    tty_wait(tty, "[ 取り込む:");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "6行を取り込みました");
    preview(tty, "contacts ", "contacts.cp932.csv");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "5行を取り込みました");
    preview(tty, "visits ", "visits.cp932.csv");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "6行を取り込みました");
    tty_settle(tty);
}

static void the_preview_says_what_would_happen_before_anything_is_written(void **state)
{
    (void)state;
    Tty *tty = new_laptop();
    tty_press(tty, "２");
    type_path(tty, "clients.cp932.csv");
    tty_wait(tty, "CP932"); // told apart by itself
    tty_wait(tty, "新規6、変更0、同じ0、要確認1、不可1");
    tty_wait(tty, "得意先: 訪問周期");
    tty_wait(tty, "事業所: 住所");
    tty_wait(tty, "訪問周期: 「十四日」は読めません");
    tty_press(tty, TTY_ESCAPE); // no: nothing was written
    tty_press(tty, "２");       // the welcome's question again
    tty_wait(tty, "clients");
    tty_press(tty, TTY_ESCAPE);
    tty_leave(tty, "");
}

static void nothing_doubles_on_the_second_import(void **state)
{
    (void)state;
    static const struct {
        const char *what, *list, *said;
    } again[] = {
        {"clients ", "clients.csv", "新規0、変更0、同じ6"}, // the other encoding, too
        {"clients ", "clients.cp932.csv", "新規0、変更0、同じ6"},
        {"contacts ", "contacts.cp932.csv", "新規0、変更0、同じ5"},
        {"visits ", "visits.cp932.csv", "新規0、変更0、同じ6"},
    };
    Tty *tty = new_laptop();
    take_everything(tty);
    for (size_t i = 0; i < sizeof again / sizeof *again; i++) {
        preview(tty, again[i].what, again[i].list);
        tty_wait(tty, again[i].said);
        tty_press(tty, TTY_ENTER);
        tty_wait(tty, "0行を取り込みました");
        tty_wait(tty, "6 / 6 件");
        tty_settle(tty);
    }
    tty_leave(tty, "");
}

static void the_first_mondays_client_sheet_is_not_empty(void **state)
{
    (void)state;
    Tty *tty = new_laptop();
    take_everything(tty);
    tty_press(tty, "もいわ"); // committed kana: the search opens with them
    tty_wait(tty, "㈱藻岩食品");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "11/12       面談          伊達 一馬   テープの幅が合わない");
    tty_wait(tty, "2025/11/25  面談          工藤 美咲   年末の包装資材を確認");
    tty_wait(tty, "前回訪問       11/12(木)");
    tty_wait(tty, "訪問期限       11/19(木)"); // the cycle counts from the last report
    tty_press(tty, TTY_TAB TTY_TAB);           // the next section but one
    tty_wait(tty, "クドウ ミサキ");
    tty_wait(tty, "090-0000-2102");
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, "／");
    tty_press(tty, "２１０４"); // a caller: the last four digits
    tty_wait(tty, "中島 剛");
    tty_press(tty, TTY_ESCAPE);
    tty_leave(tty, "");
}

static void two_presses_take_an_import_back(void **state)
{
    (void)state;
    Tty *tty = new_laptop();
    take_everything(tty);
    for (int i = 0; i < 3; i++) {
        tty_press(tty, "う");
        tty_wait(tty, "もう一度 u で元に戻す");
        tty_press(tty, "う");
        tty_wait(tty, "元に戻しました");
    }
    tty_press(tty, "１");
    tty_wait(tty, "まだ何もありません");
    tty_leave(tty, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_preview_says_what_would_happen_before_anything_is_written),
        cmocka_unit_test(nothing_doubles_on_the_second_import),
        cmocka_unit_test(the_first_mondays_client_sheet_is_not_empty),
        cmocka_unit_test(two_presses_take_an_import_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
