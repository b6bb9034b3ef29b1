// SPDX-License-Identifier: GPL-3.0-or-later
// A cat on the keyboard: whatever is pressed, clicked, pasted and resized on the sample, the screen
// shows no foreign byte and the store is whole at the end. MAWARI_SEED plays a game again,
// MAWARI_GAMES says how many (the seeds that follow it).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/app/command.h"
#include "seat.h"
#include "tty.h"

enum { GAMES = 4, KEYS_A_GAME = 400 };

static uint32_t dice(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u; // Numerical Recipes, section 7.1
    return (uint32_t)(((uint64_t)*seed * below) >> 32);
}

static uint32_t number_from(const char *name, uint32_t otherwise)
{
    const char *given = getenv(name);
    return given ? (uint32_t)strtoul(given, NULL, 10) : otherwise;
}

/// A letter, digit or sign as the keyboard gives it, or full width.
static void press_letter(Seat *seat, uint32_t *seed)
{
    uint32_t code = '!' + dice(seed, '~' - '!' + 1);
    char key[4] = {(char)code};
    if (dice(seed, 4) == 0) { // U+FF01 to U+FF5E stand for ! to ~
        uint32_t wide = 0xff00u + code - 0x20u;
        key[0] = (char)(0xe0u | wide >> 12);
        key[1] = (char)(0x80u | (wide >> 6 & 0x3fu));
        key[2] = (char)(0x80u | (wide & 0x3fu));
    }
    if (code != 'q' && code != 'Q') // leaving is not what is tried
        seat_commit(seat, key);
}

/// The verbs that panes know, and the tabs: so that the cat comes around.
static void press_verb(Seat *seat, uint32_t *seed)
{
    static const char verbs[] = "0123456789aoimgpn.dfwxbtsrejkJK *[]u";
    char key[] = {verbs[dice(seed, sizeof verbs - 1)], '\0'};
    seat_commit(seat, key);
}

static void press_special(Seat *seat, uint32_t *seed)
{
    static const KeyCode codes[] = {
        KEY_IS_ENTER,     KEY_IS_ENTER,     KEY_IS_ENTER,  KEY_IS_TAB,  KEY_IS_BACK_TAB,
        KEY_IS_ESCAPE,    KEY_IS_ESCAPE,    KEY_IS_DELETE, KEY_IS_UP,   KEY_IS_DOWN,
        KEY_IS_DOWN,      KEY_IS_LEFT,      KEY_IS_RIGHT,  KEY_IS_HOME, KEY_IS_END,
        KEY_IS_BACKSPACE, KEY_IS_PAGE_DOWN, KEY_IS_PAGE_UP};
    seat_press(seat, codes[dice(seed, sizeof codes / sizeof *codes)]);
}

static void say_a_word(Seat *seat, uint32_t *seed)
{
    static const char *const words[] = {"青葉",  "あおば", "+見積 金", "-図面 20日", "vs B社",
                                        "¥-5%",  "#A-7 ○", "*見積",    "明日",       "14:30",
                                        "90分",  "１２",   "なかむら", "0012",       "-5",
                                        "99999", "@山田",  "2月30日"};
    seat_commit(seat, words[dice(seed, sizeof words / sizeof *words)]);
}

static void paste(Seat *seat, uint32_t *seed)
{
    static const char *const pastes[] = {"a\nb\tc", "\033]0;x\007", "\342\200\256abc",
                                         "한글🎌",   "\300\200\377", "=1+1\r\n"};
    seat_paste(seat, pastes[dice(seed, sizeof pastes / sizeof *pastes)]);
}

/// Control keys that screens know, but the one that leaves.
static void press_control(Seat *seat, uint32_t *seed)
{
    static const char letters[] = "PTSULRNW";
    char key[] = {(char)(letters[dice(seed, sizeof letters - 1)] - '@'), '\0'};
    seat_type(seat, key);
}

static void do_anything(Seat *seat, uint32_t *seed)
{
    switch (dice(seed, 20)) {
    case 0:
        seat_click(seat, (int)dice(seed, 24), (int)dice(seed, 80));
        break;
    case 1:
        seat_resize(seat, 1 + (int)dice(seed, 45), 1 + (int)dice(seed, 130));
        seat_resize(seat, dice(seed, 2) ? 24 : 40, dice(seed, 2) ? 80 : 120);
        break;
    case 2:
        say_a_word(seat, seed);
        break;
    case 3:
        paste(seat, seed);
        break;
    case 4:
        press_control(seat, seed);
        break;
    case 5:
        seat_later(seat, (int)dice(seed, 90));
        break;
    case 6:
    case 7:
    case 8:
    case 9:
    case 10:
        press_special(seat, seed);
        break;
    case 11:
    case 12:
        press_letter(seat, seed);
        break;
    default:
        press_verb(seat, seed);
    }
}

/// What stands on the screen is text: lines of it, and nothing that a terminal would obey.
static void shows_text_only(Seat *seat)
{
    const char *text = seat_text(seat);
    for (const char *at = text; *at; at++)
        if ((unsigned char)*at < ' ' && *at != '\n')
            fail_msg("byte %d on the screen:\n%s", *at, text);
    assert_null(foreign_bytes(text, strlen(text)));
}

static void play(uint32_t seed)
{
    print_message("MAWARI_SEED=%u\n", seed);
    Seat *seat = seat_open((SeatPlan){.rows = 24,
                                      .columns = 80,
                                      .sample = true,
                                      .lang = seed % 2 ? "ja" : "en",
                                      .plain = seed % 5 == 4});
    for (int i = 0; i < KEYS_A_GAME; i++) {
        do_anything(seat, &seed);
        if (i % 10 == 0)
            shows_text_only(seat);
    }
    (void)seat_does(seat, "check", "");
    seat_close(seat);
}

static void whatever_is_pressed_the_screen_stands_and_the_store_is_whole(void **state)
{
    (void)state;
    uint32_t seed = number_from("MAWARI_SEED", 1), games = number_from("MAWARI_GAMES", GAMES);
    for (uint32_t i = 0; i < games; i++)
        play(seed + i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_is_pressed_the_screen_stands_and_the_store_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
