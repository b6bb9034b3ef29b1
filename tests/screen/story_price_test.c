// SPDX-License-Identifier: GPL-3.0-or-later
// Scene 6, a price demand: from the ringing telephone to the answer line in at most twelve keys,
// then 持ち帰り. The input method is on. And what is masked is in no byte that reaches the terminal.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../support/tty.h"

enum { KEYS_MOST = 12 };

static Tty *at_today(const char *lang)
{
    char *const argv[] = {tty_mawari(), "--lang", (char *)lang, "--now", "2026-11-24T11:20+09:00",
                          "--demo",     NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "青葉商店");
    return tty;
}

/// One key of the input method, counted.
static void key(Tty *tty, const char *sends, int *keys)
{
    tty_press(tty, sends);
    ++*keys;
}

static void from_the_ringing_demand_to_the_answer_in_twelve_keys(void **state)
{
    (void)state;
    Tty *tty = at_today("ja");
    int keys = 0;
    key(tty, "・", &keys); // the caller is looked for by the last digits of the telephone
    static const char *const digits[] = {"１", "１", "８", "２"};
    for (size_t i = 0; i < 4; i++)
        key(tty, digits[i], &keys);
    tty_wait(tty, "中村 恵");
    key(tty, TTY_ENTER, &keys);
    key(tty, "ｐ", &keys);
    tty_wait(tty, "青葉商店 の下限価格カード");
    tty_wait(tty, "貸し3、借り1、最後は94日前");
    key(tty, "ｎ", &keys);
    static const char *const asked[] = {"５", "％"};
    for (size_t i = 0; i < 2; i++)
        key(tty, asked[i], &keys);
    key(tty, TTY_ENTER, &keys);
    tty_wait(tty, "¥23,940: 下限まで•••、年¥50,400、上司の決裁が要ります");
    assert_in_range(keys, 1, KEYS_MOST);
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, TTY_ESCAPE);
    tty_leave(tty, TTY_ESCAPE);
}

static void taking_it_back_promises_the_answer(void **state)
{
    (void)state;
    Tty *tty = at_today("ja");
    tty_press(tty, "・");
    tty_press(tty, "１１８２");
    tty_wait(tty, "中村 恵");
    tty_press(tty, TTY_ENTER);
    tty_press(tty, "ｐ");
    tty_wait(tty, "下限価格カード");
    tty_press(tty, "ｎ");
    tty_press(tty, "１１８０" TTY_ENTER);
    tty_wait(tty, "下限割れ");
    tty_press(tty, "ｚ"); // the new demand is under the cursor
    tty_wait(tty, "持ち帰り ¥1,180");
    tty_press(tty, "金 上司に聞く" TTY_ENTER);
    tty_wait(tty, "27(金)までに回答");
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, TTY_ESCAPE);
    tty_leave(tty, TTY_ESCAPE);
}

static void an_answer_asks_for_its_price_and_the_card_follows_it(void **state)
{
    (void)state;
    Tty *tty = at_today("ja");
    tty_press(tty, "・");
    tty_press(tty, "１１８２");
    tty_wait(tty, "中村 恵");
    tty_press(tty, TTY_ENTER);
    tty_press(tty, "ｐ");
    tty_wait(tty, "下限価格カード");
    tty_press(tty, TTY_DOWN TTY_DOWN TTY_DOWN TTY_ENTER);
    tty_wait(tty, "3  一部承諾");
    tty_press(tty, "３");
    tty_wait(tty, "値下げ要請に回答 -5% 一部承諾");
    tty_press(tty, "２４５００　１２/１から" TTY_ENTER);
    tty_wait(tty, "下限価格カード: ¥25,200 → ¥24,500(12/1(火)から)");
    tty_wait(tty, "  ¥24,500(12/1(火)から)");
    tty_press(tty, "uu");
    tty_wait(tty, "元に戻しました");
    tty_wait_gone(tty, "¥24,500(");
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, TTY_ESCAPE);
    tty_leave(tty, TTY_ESCAPE);
}

/// Floors and authorities of the sample's cards, as a row or a file would have them.
static const char *const secrets[] = {"23,100", "23100", "23,800", "23800", "4,170",
                                      "4170",   "4,300", "4300",   "4,400", "4400"};

/// The bytes that came since the last call, or since the start.
static const char *new_bytes(const Tty *tty, size_t *seen, size_t *ret_size)
{
    size_t size, from = *seen;
    const char *bytes = tty_raw(tty, &size);
    *seen = size;
    *ret_size = size - from;
    return bytes + from;
}

static void no_secret_in(const char *bytes, size_t size, const char *where)
{
    for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++)
        if (bytes_hold(bytes, size, secrets[i]))
            fail_msg("%s: %s reached the terminal", where, secrets[i]);
}

/// What a run leaves in its state folder. `there`: the walk must have written it.
static void no_secret_in_file(const Tty *tty, const char *name, bool there)
{
    char path[1024], bytes[65536];
    snprintf(path, sizeof path, "%s/state/mawari/%s", tty_folder(tty), name);
    FILE *file = fopen(path, "rb");
    if (there)
        assert_non_null(file);
    if (!file)
        return;
    size_t size = fread(bytes, 1, sizeof bytes, file);
    assert_true(fclose(file) == 0);
    no_secret_in(bytes, size, name);
}

/// The list, the sheet and the form of each kind, with a draft that goes on.
static void walk_what_hangs_on_a_price(Tty *tty)
{
    static const char *const titles[] = {"Floor cards", "Price demands", "Give and take",
                                         "Products"};
    static const char *const keys[] = {
        "y",       TTY_ENTER, "y", "e", TTY_DOWN, "1", TTY_ESCAPE, "e", TTY_DOWN TTY_DOWN TTY_DOWN,
        TTY_ESCAPE};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        tty_press(tty, "0");
        tty_choose(tty, titles[i]);
        tty_wait(tty, "Enter Open");
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            tty_press(tty, keys[k]);
            no_secret_in(tty_text(tty), strlen(tty_text(tty)), titles[i]);
        }
        tty_wait(tty, "draft");
        tty_press(tty, TTY_ESCAPE);
    }
}

static void what_is_masked_is_in_no_byte_of_the_terminal(void **state)
{
    (void)state;
    Tty *tty = at_today("en");
    static const char *const walk[] = {
        "2",
        "/"
        "aoba" TTY_ENTER,
        "p",
        "y", // the pane copied
        "e", // the form of a card
        TTY_ESCAPE,
        "j",
        "e",
        TTY_DOWN TTY_DOWN TTY_DOWN TTY_DOWN TTY_DOWN TTY_DOWN TTY_DOWN,
        TTY_ESCAPE,
        "n"
        "-5%" TTY_ENTER,
        "u", // the step's name
        TTY_ESCAPE,
        TTY_ESCAPE,
        ">", // the end of the client's sheet
        "y",
        TTY_ESCAPE,
        TTY_ESCAPE,
        "/"
        "231",
        TTY_ESCAPE,
        "3",
        "4",
        "5",
        "6",
        "1",
        ":"
        "floor card" TTY_ESCAPE,
        "2",
        "r", // the year of the client
        "y",
        TTY_ESCAPE,
        "i",
        "y",
        TTY_ESCAPE,
        "\x10", // Ctrl-P
        TTY_ESCAPE,
    };
    for (size_t i = 0; i < sizeof walk / sizeof *walk; i++) {
        tty_press(tty, walk[i]);
        no_secret_in(tty_text(tty), strlen(tty_text(tty)),
                     walk[i]); // whatever curses left standing
    }
    walk_what_hangs_on_a_price(tty);
    size_t size;
    const char *bytes = tty_raw(tty, &size);
    assert_true(size > 2000);
    no_secret_in(bytes, size, "the walk");
    assert_null(foreign_bytes(bytes, size)); // nor is there a title that could tell
    no_secret_in_file(tty, "copied.txt", true);
    no_secret_in_file(tty, "log", false);
    for (int i = 0; i < 8; i++)
        tty_press(tty, TTY_ESCAPE);
    tty_leave(tty, TTY_ESCAPE);
}

/// The card of the sample's first client with its floors shown, at a PIN or none; then hidden and found
/// again: what came since is looked at byte by byte.
static void floors_are_masked_behind(const char *pin)
{
    Tty *tty = at_today("en");
    size_t seen = 0, size;
    if (*pin) {
        tty_type(tty, ":settings" TTY_ENTER);
        tty_press(tty, ">" TTY_ENTER); // the last of them
        tty_type(tty, pin);
        tty_press(tty, TTY_ENTER);
        tty_press(tty, TTY_ESCAPE);
    }
    tty_type(tty, "／aoba" TTY_ENTER);
    tty_type(tty, "ｐ");
    tty_wait(tty, "Floor card of");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "¥23,100");
    assert_null(strstr(tty_text(tty), "¥4,170")); // the other card stays masked
    (void)new_bytes(tty, &seen, &size);
    tty_type(tty, "\x10");
    tty_wait(tty, "free");
    tty_type(tty, pin);
    if (*pin)
        tty_wait(tty, "PIN ****");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Floor card of");
    tty_settle(tty);
    const char *bytes = new_bytes(tty, &seen, &size);
    no_secret_in(bytes, size, "behind the private screen");
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, TTY_ESCAPE);
    tty_leave(tty, TTY_ESCAPE);
}

static void enter_shows_the_floors_and_hiding_masks_them_at_once(void **state)
{
    (void)state;
    floors_are_masked_behind("");
}

static void behind_the_lock_the_floors_are_masked_again(void **state)
{
    (void)state;
    floors_are_masked_behind("4711");
}

/// The form was opened while its floors were shown; one is half typed when the client looks on.
static void a_form_forgets_the_floors_behind_the_private_screen(void **state)
{
    (void)state;
    Tty *tty = at_today("en");
    size_t seen = 0, size;
    tty_type(tty, "／aoba" TTY_ENTER);
    tty_type(tty, "ｐ");
    tty_wait(tty, "Floor card of");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "¥23,100");
    tty_type(tty, "ｅ");
    tty_wait(tty, "Save");
    for (int i = 0; i < 6; i++)
        tty_press(tty, TTY_DOWN);
    tty_press(tty, "\x15"
                   "22222"); // Ctrl-U
    tty_wait(tty, "→ ¥22,222");
    (void)new_bytes(tty, &seen, &size);
    tty_press(tty, "\x10"); // Ctrl-P
    tty_wait(tty, "free");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "Save");
    for (int i = 0; i < 8; i++)
        tty_press(tty, i < 4 ? TTY_UP : TTY_DOWN);
    tty_settle(tty);
    const char *bytes = new_bytes(tty, &seen, &size);
    no_secret_in(bytes, size, "a form behind the private screen");
    assert_false(bytes_hold(bytes, size, "22222"));
    assert_false(bytes_hold(bytes, size, "22,222"));
    tty_press(tty, "\x7f"
                   "0"); // it is gone on with
    tty_wait(tty, "→ ¥22,220");
    tty_press(tty, "\x13"); // Ctrl-S
    tty_wait(tty, "Floor card of");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "¥22,220");
    tty_wait(tty, "¥23,800"); // what was masked meanwhile is as it was
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, TTY_ESCAPE);
    tty_leave(tty, TTY_ESCAPE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(from_the_ringing_demand_to_the_answer_in_twelve_keys),
        cmocka_unit_test(taking_it_back_promises_the_answer),
        cmocka_unit_test(an_answer_asks_for_its_price_and_the_card_follows_it),
        cmocka_unit_test(what_is_masked_is_in_no_byte_of_the_terminal),
        cmocka_unit_test(enter_shows_the_floors_and_hiding_masks_them_at_once),
        cmocka_unit_test(behind_the_lock_the_floors_are_masked_again),
        cmocka_unit_test(a_form_forgets_the_floors_behind_the_private_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
