// SPDX-License-Identifier: GPL-3.0-or-later
// A window that never keeps still: 500 random sizes, down to one cell, between random keys. The
// program lives, sends nothing foreign, and what stands at the end is what a fresh frame shows.
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "../support/nasty.h"
#include "../support/tty.h"
#include "../support/tty_inside.h"
#include "home.h"
#include "mawari/app/app.h"
#include "mawari/base/arena.h"
#include "mawari/base/lang.h"

enum { RESIZES = 500, MOST_ROWS = 60, MOST_COLUMNS = 200 };

/// All but those that leave or suspend; Escape needs its time and comes by itself.
static const char *const keys[] = {
    "1",    "2",       "3",     "4",  "5",  "j", "k", "<",         ">",    TTY_TAB,       TTY_DOWN,
    TTY_UP, "J",       "K",     "[",  "]",  " ", "*", ".",         "?",    ":",           "/",
    "あ",   "青",      "f",     "v",  "e",  "n", "0", "a",         "u",    TTY_ENTER,     "\020",
    "\014", TTY_RIGHT, TTY_END, "ー", "１", "b", "w", TTY_PAGE_UP, "漢字", TTY_BACKSPACE,
};

/// xorshift32: the same row of chances on every system.
static uint32_t chance(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static uint32_t seed(void)
{
    const char *wish = getenv("MAWARI_SEED");
    uint32_t chosen = wish ? (uint32_t)strtoul(wish, NULL, 10) : (uint32_t)time(NULL);
    print_message("MAWARI_SEED=%u plays this again\n", chosen);
    return chosen ? chosen : 1;
}

static void assert_nothing_foreign(const Tty *tty)
{
    size_t size;
    const char *raw = tty_raw(tty, &size), *found = foreign_bytes(raw, size);
    if (found)
        fail_msg("foreign at byte %zu: %02x %02x %02x", (size_t)(found - raw),
                 (unsigned char)found[0], (unsigned char)found[1], (unsigned char)found[2]);
}

static void resize_by_chance(Tty *tty, uint32_t *state)
{
    bool tiny = chance(state) % 4 == 0;
    int rows = 1 + (int)(chance(state) % (tiny ? 4 : MOST_ROWS));
    int columns = 1 + (int)(chance(state) % (tiny ? 4 : MOST_COLUMNS));
    tty_resize(tty, rows, columns);
}

static void press_by_chance(Tty *tty, uint32_t *state)
{
    if (chance(state) % 5 == 0) {
        tty_settle(tty);
        tty_type(tty, TTY_ESCAPE);
        tty_settle(tty);
        return;
    }
    tty_type(tty, keys[chance(state) % (sizeof keys / sizeof *keys)]);
    if (chance(state) % 3 == 0)
        tty_settle(tty);
}

/// What a job has to say at its end changes the frame: where the system tells how many threads there
/// are, it is waited for.
static void wait_for_jobs(Tty *tty)
{
    enum { TRIES = 500, APART = 20, ITSELF = 3 }; // "." and ".." stand there as well
    char path[64];
    size_t threads = ITSELF + 1;
    snprintf(path, sizeof path, "/proc/%ld/task", (long)tty_process(tty));
    for (int i = 0; i < TRIES && threads > ITSELF; i++) {
        DIR *all = opendir(path);
        for (threads = 0; all && readdir(all);)
            threads++;
        if (all)
            closedir(all);
        tty_listen(tty, APART);
    }
    tty_settle(tty);
}

/// The frame that grew out of all of this, and the one that Ctrl-L paints anew.
static void the_frame_is_whole(Tty *tty)
{
    Arena *arena = arena_open();
    tty_settle(tty);
    tty_resize(tty, 24, 80);
    tty_settle(tty);
    wait_for_jobs(tty);
    const char *grown = arena_copy(arena, tty_text(tty));
    tty_type(tty, "\014");
    tty_settle(tty);
    if (strcmp(grown, tty_text(tty)) != 0) // cmocka would cut them
        tty_give_up(tty, "what grew is not what is painted anew:\n%s\n", grown);
    arena_close(arena);
}

static void shake(Tty *tty)
{
    uint32_t state = seed();
    tty_settle(tty);
    for (int i = 0; i < RESIZES; i++) {
        resize_by_chance(tty, &state);
        press_by_chance(tty, &state);
        if (i % 50 == 49)
            the_frame_is_whole(tty);
    }
    the_frame_is_whole(tty);
    tty_kill(tty, SIGTERM);
    tty_wait_end(tty);
    assert_nothing_foreign(tty);
    assert_int_equal(tty_stop(tty), 0);
}

static void five_hundred_sizes_between_keys_break_nothing(void **state)
{
    (void)state;
    char *const argv[] = {tty_mawari(), "--demo", "--lang", "ja", "--now", "2026-11-24T09:52+09:00",
                          NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "青葉商店");
    shake(tty);
}

/// A store in which every text is hostile, made before the program opens it.
static void fill_hostile(const char *path)
{
    Err err = {0};
    App *app;
    AppOptions options = {.store = path, .now = "2026-11-24T09:52+09:00", .use = STORE_WORKING};
    assert_true(lang_start("", "en"));
    if (!app_open(&options, &app, &err))
        fail_msg("%s", err.text);
    nasty_fill(app);
    app_close(app);
}

static void nor_do_they_with_hostile_text_in_every_field(void **state)
{
    (void)state;
    char folder[FOLDER_SIZE], path[FOLDER_SIZE + 16];
    folder_make("shake", folder);
    snprintf(path, sizeof path, "%s/mawari.db", folder);
    fill_hostile(path);
    char *const argv[] = {
        tty_mawari(), "--store", path, "--lang", "ja", "--now", "2026-11-24T09:52+09:00", NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "今日");
    shake(tty);
    folder_remove(folder);
}

int main(void)
{
    setenv("TZ", "Asia/Tokyo", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(five_hundred_sizes_between_keys_break_nothing),
        cmocka_unit_test(nor_do_they_with_hostile_text_in_every_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
