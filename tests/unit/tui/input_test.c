// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to keys, with every sequence cut at every byte.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/tui/input.h"

enum { HEARD = 4096 };

/// What a rep would say the key is.
static void name_key(const Key *key, char *out, size_t room)
{
    static const char *const names[] = {
        [KEY_IS_ENTER] = "enter",
        [KEY_IS_TAB] = "tab",
        [KEY_IS_BACK_TAB] = "back-tab",
        [KEY_IS_ESCAPE] = "escape",
        [KEY_IS_BACKSPACE] = "rub",
        [KEY_IS_DELETE] = "delete",
        [KEY_IS_UP] = "up",
        [KEY_IS_DOWN] = "down",
        [KEY_IS_LEFT] = "left",
        [KEY_IS_RIGHT] = "right",
        [KEY_IS_HOME] = "home",
        [KEY_IS_END] = "end",
        [KEY_IS_PAGE_UP] = "page-up",
        [KEY_IS_PAGE_DOWN] = "page-down",
        [KEY_IS_CLICK] = "click",
        [KEY_IS_DOUBLE_CLICK] = "double",
        [KEY_IS_WHEEL_UP] = "wheel-up",
        [KEY_IS_WHEEL_DOWN] = "wheel-down",
    };
    if (key->code == KEY_IS_TEXT)
        snprintf(out, room, "'%s'", key->text);
    else if (key->code == KEY_IS_PASTE)
        snprintf(out, room, "paste<%s>", key->text);
    else if (key->code == KEY_IS_CTRL)
        snprintf(out, room, "^%c", key->letter);
    else if (key->code >= KEY_IS_CLICK)
        snprintf(out, room, "%s@%d,%d", names[key->code], key->row, key->column);
    else
        snprintf(out, room, "%s", names[key->code]);
}

/// Adds the names of all keys there are at `now` to `heard`, a blank between them.
static void listen(Input *input, int64_t now, char heard[HEARD])
{
    Key key;
    while (input_next(input, now, &key)) {
        size_t size = strlen(heard);
        if (size > 0)
            heard[size++] = ' ';
        name_key(&key, heard + size, HEARD - size);
    }
}

/// Time goes on by `ms`; like the loop, whoever asked to be called again is called.
static int64_t let_pass(Input *input, int64_t now, int ms, char heard[HEARD])
{
    int64_t until = now + ms;
    for (int wait; (wait = input_wait(input, now)) >= 0 && now + wait <= until;) {
        now += wait;
        listen(input, now, heard);
    }
    return until;
}

static int64_t say(Input *input, const char *bytes, size_t size, int64_t now, char heard[HEARD])
{
    input_feed(input, bytes, size, now);
    listen(input, now, heard);
    return now;
}

/// The pieces of `bytes` (`cut` long, the rest at the end) come `apart` ms after one another.
static void hear_in_pieces(const char *bytes, size_t size, size_t cut, int apart, char heard[HEARD])
{
    Input *input = input_open(0);
    int64_t now = 1000;
    heard[0] = '\0';
    for (size_t at = 0; at < size; at += cut) {
        say(input, bytes + at, size - at < cut ? size - at : cut, now, heard);
        now = let_pass(input, now, apart, heard);
    }
    let_pass(input, now, 2000, heard);
    input_close(input);
}

static void hear_cut_once(const char *bytes, size_t size, size_t cut, int apart, char heard[HEARD])
{
    Input *input = input_open(0);
    heard[0] = '\0';
    int64_t now = say(input, bytes, cut, 1000, heard);
    now = let_pass(input, now, apart, heard);
    say(input, bytes + cut, size - cut, now, heard);
    let_pass(input, now, 2000, heard);
    input_close(input);
}

static void hear(const char *bytes, char heard[HEARD])
{
    hear_cut_once(bytes, strlen(bytes), strlen(bytes), 0, heard);
}

/// One key each: cut anywhere, they stay that key.
static const struct {
    const char *bytes, *key;
} single[] = {
    {"\033[A", "up"},
    {"\033[B", "down"},
    {"\033[C", "right"},
    {"\033[D", "left"},
    {"\033OA", "up"},
    {"\033OB", "down"},
    {"\033OC", "right"},
    {"\033OD", "left"},
    {"\033[H", "home"},
    {"\033[F", "end"},
    {"\033OH", "home"},
    {"\033OF", "end"},
    {"\033[1~", "home"},
    {"\033[4~", "end"},
    {"\033[7~", "home"},
    {"\033[8~", "end"},
    {"\033[3~", "delete"},
    {"\033[5~", "page-up"},
    {"\033[6~", "page-down"},
    {"\033[Z", "back-tab"},
    {"\033[1;2Z", "back-tab"},
    {"\033[1;5A", "up"},
    {"\033[1;2D", "left"},
    {"\033[5;5~", "page-up"},
    {"\033[1;3H", "home"},
    {"\033O5C", "right"},
    {"\033[a", "up"},
    {"\033OM", "enter"},
    {"\033[<0;5;3M", "click@2,4"},
    {"\033[<16;200;100M", "click@99,199"},
    {"\033[<64;1;1M", "wheel-up@0,0"},
    {"\033[<65;80;24M", "wheel-down@23,79"},
    // Swallowed whole, never read as letters.
    {"\033[2~", ""},
    {"\033[15~", ""},
    {"\033[24;2~", ""},
    {"\033OP", ""},
    {"\033[[A", ""},
    {"\033[3;5~", ""},
    {"\033[13;2u", ""},
    {"\033[27;5;13~", ""},
    {"\033[?1;2c", ""},
    {"\033[>41;354;0c", ""},
    {"\033[I", ""},
    {"\033[12;40R", ""},
    {"\033[<0;5;3m", ""},
    {"\033[<32;5;3M", ""},
    {"\033[<2;5;3M", ""},
    {"\033[<0;0;0M", ""},
    {"\033[<0;5M", ""},
    {"\033[M qq", ""},
    {"\033[0;0;0;0;0;0q", ""},
    {"\033[4294967296;99999999999999~", ""},
    {"\033[1:2A", ""},
};

static void every_sequence_is_one_key(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof single / sizeof *single; i++) {
        char heard[HEARD];
        hear(single[i].bytes, heard);
        assert_string_equal(heard, single[i].key);
    }
}

static void every_sequence_may_be_cut_at_every_byte(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof single / sizeof *single; i++) {
        size_t size = strlen(single[i].bytes);
        for (size_t cut = 2; cut < size; cut++) {
            char heard[HEARD];
            hear_cut_once(single[i].bytes, size, cut, 100, heard);
            assert_string_equal(heard, single[i].key);
        }
    }
}

/// After 25 ms an Escape is a key, whatever comes; but the rest is never read as letters.
static void a_cut_behind_escape_gives_an_escape_and_the_key(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof single / sizeof *single; i++) {
        char heard[HEARD], wanted[64];
        snprintf(wanted, sizeof wanted, *single[i].key ? "escape %s" : "escape", single[i].key);
        hear_cut_once(single[i].bytes, strlen(single[i].bytes), 1, 100, heard);
        assert_string_equal(heard, wanted);
        hear_in_pieces(single[i].bytes, strlen(single[i].bytes), 1, 100, heard);
        assert_string_equal(heard, wanted);
        hear_in_pieces(single[i].bytes, strlen(single[i].bytes), 1, 20, heard);
        assert_string_equal(heard, single[i].key);
    }
}

static void every_pair_of_sequences_in_one_read_is_two_keys(void **state)
{
    (void)state;
    enum { KINDS = sizeof single / sizeof *single };
    for (size_t i = 0; i < KINDS * KINDS; i++) {
        const char *first = single[i % KINDS].key, *second = single[i / KINDS].key;
        char bytes[128], wanted[128], heard[HEARD];
        snprintf(bytes, sizeof bytes, "%s%s", single[i % KINDS].bytes, single[i / KINDS].bytes);
        snprintf(wanted, sizeof wanted, "%s%s%s", first, *first && *second ? " " : "", second);
        hear(bytes, heard);
        if (strncmp(first, "click", 5) != 0) // two on one cell are a double click
            assert_string_equal(heard, wanted);
    }
}

static const struct {
    const char *bytes, *keys;
} reads[] = {
    {"jj", "'j' 'j'"}, // typed ahead
    {"あ", "'あ'"},
    {"青葉商店", "'青葉商店'"}, // committed by an input method
    {"ABC青葉", "'ABC青葉'"},
    {"青葉\r", "'青葉' enter"},
    {"ｊ", "'ｊ'"},
    {"\r\n\t\b\177", "enter enter tab rub rub"},
    {"\001\003\004\014\020\022\023\024\025\032", "^A ^C ^D ^L ^P ^R ^S ^T ^U ^Z"},
    {"\034\035\036\037x", "'x'"}, // Ctrl-\ and the like are nobody's
    {"\033", "escape"},
    {"\033\033", "escape escape"},
    {"\033\033[A", "escape up"}, // typed ahead, not Alt-Up
    {"\033x", "escape 'x'"},     // typed in one go on a slow line; Alt-X sends the same
    {"\033あ", "escape 'あ'"},
    {"\033\r", "escape enter"},
    {"\033\0332", "escape escape '2'"},
    {"\033[", "escape '['"}, // no sequence came of it
    {"\033]", "escape ']'"},
    {"\033O", "escape 'O'"},
    {"\033[\033[A", "up"}, // the first one broke off
    {"\033[\rx", "enter 'x'"},
    {"\033]0;title\007x", "'x'"}, // answers of the terminal
    {"\033]11;rgb:0000/0000/0000\033\\x", "'x'"},
    {"\033P1$r0m\033\\x", "'x'"},
    {"\033]0;broken\rx", "enter 'x'"},
    {"\033P\033[A", "up"},
    {"\xff"
     "a",
     "'\xef\xbf\xbd"
     "a'"},
    {"\xe3\x81\x82\xe3\x81"
     "a",
     "'あ\xef\xbf\xbd"
     "a'"},
    {"\xc3\033[A", "'\xef\xbf\xbd' up"},
    {"\033[200~o2\r\033[A行1\r\n行2\nq\033[201~", "paste<o2\n[A行1\n行2\nq>"},
    {"\033[200~\033[201~", "paste<>"},
    {"\033[200~a\033[200~b\033[201~", "paste<a[200~b>"},
    {"\033[200~a\033[201b\033[201~", "paste<a[201b>"},
    {"\033[200~tab\tbell\a\001\177\xff.\033[201~", "paste<tab\tbell\xef\xbf\xbd.>"},
    {"\033[201~x", "'x'"}, // an end without a beginning
};

static void a_read_becomes_these_keys(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof reads / sizeof *reads; i++) {
        char heard[HEARD];
        hear(reads[i].bytes, heard);
        assert_string_equal(heard, reads[i].keys);
    }
}

static void a_character_cut_anywhere_arrives_whole(void **state)
{
    (void)state;
    static const char *const texts[] = {"é", "あ", "𠮷", "葛󠄀", "か゚"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t size = strlen(texts[i]);
        char heard[HEARD], wanted[64];
        snprintf(wanted, sizeof wanted, "'%s'", texts[i]);
        for (size_t cut = 1; cut < size; cut++) {
            if (((unsigned char)texts[i][cut] & 0xC0) != 0x80)
                continue;
            hear_cut_once(texts[i], size, cut, 100, heard);
            assert_string_equal(heard, wanted);
        }
    }
}

static void a_commit_cut_inside_a_character_stays_one_commit(void **state)
{
    (void)state;
    char heard[HEARD];
    for (size_t cut = 1; cut < 6; cut++) {
        hear_cut_once("あい", 6, cut, 100, heard);
        assert_string_equal(heard, cut == 3 ? "'あ' 'い'" : "'あい'");
    }
}

static void half_a_character_is_shown_as_broken_in_the_end(void **state)
{
    (void)state;
    char heard[HEARD];
    hear("\xe3\x81", heard);
    assert_string_equal(heard, "'\xef\xbf\xbd'");
    hear_cut_once("\xe3\x81", 2, 1, 100, heard);
    assert_string_equal(heard, "'\xef\xbf\xbd'");
}

static void a_lone_escape_takes_25_ms(void **state)
{
    (void)state;
    char heard[HEARD] = "";
    Input *input = input_open(0);
    say(input, "\033", 1, 1000, heard);
    assert_int_equal(input_wait(input, 1000), 25);
    assert_int_equal(input_wait(input, 1010), 15);
    listen(input, 1024, heard);
    assert_string_equal(heard, "");
    listen(input, 1025, heard);
    assert_string_equal(heard, "escape");
    assert_int_equal(input_wait(input, 1025), -1);
    input_close(input);
}

static void the_wait_for_escape_can_be_set(void **state)
{
    (void)state;
    char heard[HEARD] = "";
    Input *input = input_open(150);
    say(input, "\033", 1, 1000, heard);
    let_pass(input, 1000, 100, heard);
    say(input, "[A", 2, 1100, heard);
    assert_string_equal(heard, "up");
    input_close(input);
}

/// However the line cuts what was typed, it is the same keys.
static void a_key_typed_behind_escape_is_never_lost(void **state)
{
    (void)state;
    static const char *const typed[] = {"\0332", "\033.x", "\033\024", "\033会", "\033\033j"};
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        char whole[HEARD], apart[HEARD];
        hear(typed[i], whole);
        for (size_t cut = 1; cut < strlen(typed[i]); cut++) {
            hear_cut_once(typed[i], strlen(typed[i]), cut, 100, apart);
            assert_string_equal(apart, whole);
        }
    }
}

static void day_before_typed_right_after_escape_is_day_before(void **state)
{
    (void)state;
    char heard[HEARD];
    hear_in_pieces("\033[", 2, 1, 100, heard);
    assert_string_equal(heard, "escape '['");
    hear_in_pieces("\033[[", 3, 1, 250, heard);
    assert_string_equal(heard, "escape '[' '['");
}

static void a_paste_may_be_cut_at_every_byte(void **state)
{
    (void)state;
    static const char paste[] = "\033[200~一\r\n\033[20二\033\033[201~";
    char heard[HEARD];
    for (size_t cut = 2; cut < sizeof paste - 1; cut++) {
        hear_cut_once(paste, sizeof paste - 1, cut, 100, heard);
        assert_string_equal(heard, "paste<一\n[20二>");
    }
    hear_in_pieces(paste, sizeof paste - 1, 2, 100, heard);
    assert_string_equal(heard, "paste<一\n[20二>");
}

static void for_50_ms_after_a_paste_no_key_is_taken(void **state)
{
    (void)state;
    char heard[HEARD] = "";
    Input *input = input_open(0);
    say(input, "\033[200~a\033[201~o2\r\033[A", 19, 1000, heard);
    say(input, "u", 1, 1049, heard);
    assert_string_equal(heard, "paste<a>");
    say(input, "j", 1, 1050, heard);
    assert_string_equal(heard, "paste<a> 'j'");
    input_close(input);
}

static void a_paste_holds_at_most_a_mebibyte(void **state)
{
    (void)state;
    Input *input = input_open(0);
    char chunk[INPUT_READ];
    memset(chunk, 'x', sizeof chunk);
    Key key;
    input_feed(input, "\033[200~", 6, 0);
    assert_false(input_next(input, 0, &key));
    for (size_t sent = 0; sent < INPUT_PASTE + 3 * sizeof chunk; sent += sizeof chunk) {
        input_feed(input, chunk, sizeof chunk, 0);
        assert_false(input_next(input, 0, &key));
    }
    input_feed(input, "\033[201~", 6, 0);
    assert_true(input_next(input, 0, &key));
    assert_int_equal(key.code, KEY_IS_PASTE);
    assert_int_equal(strlen(key.text), INPUT_PASTE);
    input_close(input);
}

static const struct {
    int apart;
    const char *second, *keys;
} clicks[] = {
    {400, "\033[<0;5;3M", "click@2,4 double@2,4"},
    {401, "\033[<0;5;3M", "click@2,4 click@2,4"},
    {100, "\033[<0;6;3M", "click@2,4 click@2,5"},
    {100, "\033[<0;5;4M", "click@2,4 click@3,4"},
};

static void two_clicks_on_one_cell_within_400_ms_are_a_double_click(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof clicks / sizeof *clicks; i++) {
        Input *input = input_open(0);
        char heard[HEARD] = "";
        say(input, "\033[<0;5;3M\033[<0;5;3m", 18, 1000, heard);
        say(input, clicks[i].second, 9, 1000 + clicks[i].apart, heard);
        assert_string_equal(heard, clicks[i].keys);
        input_close(input);
    }
}

static void a_third_click_is_a_single_one_again(void **state)
{
    (void)state;
    char heard[HEARD];
    hear("\033[<0;1;1M\033[<0;1;1M\033[<0;1;1M", heard);
    assert_string_equal(heard, "click@0,0 double@0,0 click@0,0");
}

static void the_cursor_report_is_taken_out_of_the_stream(void **state)
{
    (void)state;
    static const char bytes[] = "j\033[1;3Rk";
    for (size_t cut = 3; cut < sizeof bytes - 1; cut++) {
        Input *input = input_open(0);
        char heard[HEARD] = "";
        int row = -1, column = -1;
        input_expect_report(input);
        say(input, bytes, cut, 1000, heard);
        say(input, bytes + cut, sizeof bytes - 1 - cut, 1100, heard);
        assert_string_equal(heard, "'j' 'k'");
        assert_true(input_report(input, &row, &column));
        assert_int_equal(row, 0);
        assert_int_equal(column, 2);
        assert_false(input_report(input, &row, &column));
        input_close(input);
    }
}

static void what_terminfo_says_is_known_as_well(void **state)
{
    (void)state;
    Input *input = input_open(0);
    char heard[HEARD] = "";
    input_learn(input, "\033[11^", KEY_IS_HOME);
    input_learn(input, "\b", KEY_IS_LEFT); // Backspace stays Backspace
    say(input, "\033[11^\b", 6, 1000, heard);
    assert_string_equal(heard, "home rub");
    input_close(input);
}

/// Bytes from anywhere: nothing is lost track of, and in the end every key is valid text.
static void any_bytes_at_all_end_in_a_quiet_decoder(void **state)
{
    (void)state;
    static const char alphabet[] = "\033\033\033[[]OPM0123;~<R\007\\\r\tq\xe3\x81\x82\xf0\xff あ";
    unsigned seed = 20261124;
    for (int round = 0; round < 3000; round++) {
        Input *input = input_open(0);
        char heard[HEARD] = "", bytes[24];
        int64_t now = 1000;
        for (int piece = 0; piece < 6; piece++) {
            size_t size = (seed = seed * 1103515245 + 12345) >> 16 & 15;
            for (size_t i = 0; i < size; i++) {
                seed = seed * 1103515245 + 12345;
                bytes[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
            }
            say(input, bytes, size, now, heard);
            now = let_pass(input, now, (int)(seed >> 20 & 127), heard);
        }
        now = let_pass(input, now, 1000, heard);
        heard[0] = '\0';
        say(input, "j", 1, now + 1000, heard);
        assert_string_equal(heard, "'j'");
        input_close(input);
    }
}

static void an_endless_sequence_does_not_fill_the_buffer(void **state)
{
    (void)state;
    static const char *const starts[] = {"\033]", "\033[", "\xe3\x81\x82"};
    char chunk[INPUT_READ], heard[HEARD] = "";
    memset(chunk, '1', sizeof chunk);
    chunk[sizeof chunk - 1] = '\xe3';
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        Input *input = input_open(0);
        Key key;
        say(input, starts[i], strlen(starts[i]), 0, heard);
        for (int round = 0; round < 10; round++) {
            input_feed(input, chunk, sizeof chunk, round);
            while (input_next(input, round, &key))
                ;
        }
        input_close(input);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sequence_is_one_key),
        cmocka_unit_test(every_sequence_may_be_cut_at_every_byte),
        cmocka_unit_test(a_cut_behind_escape_gives_an_escape_and_the_key),
        cmocka_unit_test(every_pair_of_sequences_in_one_read_is_two_keys),
        cmocka_unit_test(a_read_becomes_these_keys),
        cmocka_unit_test(a_character_cut_anywhere_arrives_whole),
        cmocka_unit_test(a_commit_cut_inside_a_character_stays_one_commit),
        cmocka_unit_test(half_a_character_is_shown_as_broken_in_the_end),
        cmocka_unit_test(a_lone_escape_takes_25_ms),
        cmocka_unit_test(the_wait_for_escape_can_be_set),
        cmocka_unit_test(a_key_typed_behind_escape_is_never_lost),
        cmocka_unit_test(day_before_typed_right_after_escape_is_day_before),
        cmocka_unit_test(a_paste_may_be_cut_at_every_byte),
        cmocka_unit_test(for_50_ms_after_a_paste_no_key_is_taken),
        cmocka_unit_test(a_paste_holds_at_most_a_mebibyte),
        cmocka_unit_test(two_clicks_on_one_cell_within_400_ms_are_a_double_click),
        cmocka_unit_test(a_third_click_is_a_single_one_again),
        cmocka_unit_test(the_cursor_report_is_taken_out_of_the_stream),
        cmocka_unit_test(what_terminfo_says_is_known_as_well),
        cmocka_unit_test(any_bytes_at_all_end_in_a_quiet_decoder),
        cmocka_unit_test(an_endless_sequence_does_not_fill_the_buffer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
