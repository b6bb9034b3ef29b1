// SPDX-License-Identifier: GPL-3.0-or-later
// Every example of the grammar behind the door: typed in both widths, the wide one with the input
// method on, and read back in both languages before anything is saved.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/home.h"
#include "../support/tty.h"

enum { WORDS = 11, READ = 4 }; // the last word is NULL

static char now[] = "2026-11-24T09:52+09:00"; // a Tuesday

/// Two people at the shop, two of one name elsewhere; one promise of each side is open, theirs late.
static const char *const records[][WORDS] = {
    {"new", "client", "name=青葉商店"},
    {"new", "site", "name=本店", "client=青葉商店"},
    {"new", "contact", "name=中村 恵", "reading=なかむら めぐみ"},
    {"new", "contact", "name=山本 太", "reading=やまもと ふとし"},
    {"new", "post", "contact=中村 恵", "party=青葉商店", "site=本店", "title=仕入課長"},
    {"new", "post", "contact=山本 太", "party=青葉商店", "site=本店"},
    {"new", "client", "name=北総合病院"},
    {"new", "contact", "name=山田 一"},
    {"new", "contact", "name=山田 二"},
    {"new", "post", "contact=山田 一", "party=北総合病院", "department=購買"},
    {"new", "post", "contact=山田 二", "party=北総合病院", "department=設計"},
    {"new", "commitment", "direction=theirs", "what=10月実績", "client=青葉商店", "contact=中村 恵",
     "due=2026-11-20"},
    {"new", "commitment", "what=鍵", "client=青葉商店", "contact=山本 太"},
    {"new", "product", "name=A-7"},
    {"new", "ticket", "number=12", "what=扉の異音", "client=青葉商店"},
    {"new", "visit", "client=青葉商店", "site=本店", "contact=中村 恵", "day=today", "start=10:00"},
};

static const struct {
    const char *line, *wide;
    const char *english[READ], *japanese[READ];
} examples[] = {
    {"+見積 金",
     "＋見積　金",
     {"I promise     見積, Fri 27 Nov → 中村 恵"},
     {"約束          見積, 11/27(金) → 中村 恵"}},
    {"+冬の棚 見積 金 17時 部長は不在",
     "＋冬の棚 見積　金　１７時　部長は不在",
     {"I promise     冬の棚 見積, Fri 27 Nov 17:00 → 中村 恵", "note          部長は不在"},
     {"約束          冬の棚 見積, 11/27(金) 17:00 → 中村 恵", "メモ          部長は不在"}},
    {"+金曜までに見積",
     "＋金曜までに見積",
     {"I promise     見積, Fri 27 Nov → 中村 恵"},
     {"約束          見積, 11/27(金) → 中村 恵"}},
    {"@中村課長 +見積 金 @山本 +鍵 2本 木",
     "＠中村課長　＋見積　金　＠山本　＋鍵 2本　木",
     {"I promise     見積, Fri 27 Nov → 中村 恵", "I promise     鍵 2本, Thu 26 Nov → 山本 太"},
     {"約束          見積, 11/27(金) → 中村 恵", "約束          鍵 2本, 11/26(木) → 山本 太"}},
    {"-10月実績 25日",
     "ー１０月実績　２５日",
     {"they promise  10月実績: 20 Nov → Wed 25 Nov"},
     {"先方          10月実績: 11/20 → 11/25(水)"}},
    {"*10月実績 *鍵",
     "＊１０月実績　＊鍵",
     {"kept          10月実績", "kept          鍵"},
     {"済            10月実績", "済            鍵"}},
    {"@山田 +図面 月末",
     "＠山田　＋図面　月末",
     {"山田: may be several: 山田 二 / 北総合病院, 山田 一", "I promise     図面, Mon 30 Nov"},
     {"山田: 複数の候補: 山田 二 / 北総合病院、山田 一", "約束          図面, 11/30(月)"}},
    {"@山田/購買 電話あり",
     "＠山田／購買　電話あり",
     {"with          山田 一", "note          電話あり"},
     {"相手          山田 一", "メモ          電話あり"}},
    {"vs B社 \\-5% #A-7 ○ +\"金曜会 資料\" 12/4",
     "ｖｓ　Ｂ社　￥ー５％　＃Ａー７　○　＋「金曜会 資料」　１２／４",
     {"price         -5%, ", "offered       A-7 → 中村 恵 ○",
      "I promise     金曜会 資料, Fri 4 Dec → 中村 恵"},
     {"価格          -5%, ", "紹介          A-7 → 中村 恵 ○",
      "約束          金曜会 資料, 12/4(金) → 中村 恵"}},
    {"!T12 部品は木曜着 ; 社長は留守",
     "！Ｔ１２　部品は木曜着　；　社長は留守",
     {"trouble       T12: 部品は木曜着", "note          社長は留守"},
     {"トラブル      T12: 部品は木曜着", "メモ          社長は留守"}},
    {"！扉が閉まらない。至急！ >来週火 10:20",
     "！扉が閉まらない。至急！　＞来週火　１０：２０",
     {"trouble       new: 扉が閉まらない", "next visit    Tue 1 Dec 10:20", "note          至急！"},
     {"トラブル      新規: 扉が閉まらない", "次回          12/1(火) 10:20",
      "メモ          至急！"}},
    {"@山本 <カタログ 2冊 25日",
     "＠山本　＜カタログ 2冊　２５日",
     {"lent          カタログ 2冊 → 山本 太, picked up Wed 25 Nov"},
     {"貸出          カタログ 2冊 → 山本 太、11/25(水) に回収"}},
    {"$豆腐10 明朝 駐600",
     "＄豆腐10　明朝　駐６００",
     {"order         豆腐10, Wed 25 Nov ← 中村 恵", "expense       駐車 ¥600"},
     {"受注          豆腐10, 11/25(水) ← 中村 恵", "経費          駐車 ¥600"}},
    {"＋電話　+3d ; ++5度 10:20着",
     "＋電話　＋３ｄ　；　＋＋5度 10:20着",
     {"I promise     電話, Fri 27 Nov → 中村 恵", "5度 10:20着"},
     {"約束          電話, 11/27(金) → 中村 恵", "5度 10:20着"}},
};

static int fill(void **state)
{
    static Home home;
    home_make(&home);
    for (size_t i = 0; i < sizeof records / sizeof *records; i++)
        tty_does(home.store, now, records[i]);
    *state = &home;
    return 0;
}

static int empty(void **state)
{
    home_remove(*state);
    return 0;
}

/// A key for each letter; then the line is empty again.
static void wipe(Tty *tty, const char *line)
{
    for (; *line; line++)
        if ((*line & 0xC0) != 0x80)
            tty_type(tty, "\x7f");
    tty_settle(tty);
}

static void are_read(const Home *home, char *lang, bool wide)
{
    char *const argv[] = {tty_mawari(),        "--lang", lang, "--store",
                          (char *)home->store, "--now",  now,  NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "青葉商店");
    tty_settle(tty);
    tty_type(tty, wide ? "お" : "o");
    tty_settle(tty);
    tty_type(tty, wide ? "１" : "1");
    tty_settle(tty);
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        const char *line = wide ? examples[i].wide : examples[i].line;
        const char *const *read = *lang == 'j' ? examples[i].japanese : examples[i].english;
        tty_type(tty, line);
        for (size_t row = 0; row < READ && read[row]; row++)
            tty_wait(tty, read[row]);
        wipe(tty, line);
    }
    tty_leave(tty, TTY_ESCAPE TTY_ESCAPE);
}

static void each_is_read_in_narrow_signs(void **state)
{
    are_read(*state, "en", false);
}

static void each_is_read_in_narrow_signs_in_japanese(void **state)
{
    are_read(*state, "ja", false);
}

static void each_is_read_with_the_input_method_on(void **state)
{
    are_read(*state, "ja", true);
}

static void each_is_read_with_the_input_method_on_in_english(void **state)
{
    are_read(*state, "en", true);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fill, empty)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_is_read_in_narrow_signs),
        TEST(each_is_read_in_narrow_signs_in_japanese),
        TEST(each_is_read_with_the_input_method_on),
        TEST(each_is_read_with_the_input_method_on_in_english),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
