// SPDX-License-Identifier: GPL-3.0-or-later
// A rep in front of the whole screen, without a terminal.
#include "seat.h"

#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "golden.h"
#include "home.h"
#include "mawari/app/sample.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"
#include "tty.h"

enum { SAMPLE_MAX = 64 << 20, SAMPLES = 4 };

static void draw(Seat *seat)
{
    if (screen_draw(seat->screen, seat->canvas))
        screen_look_ahead(seat->screen); // as the loop does
}

static const char *store_in(const char *folder, Arena *arena)
{
    return arena_print(arena, "%s/mawari.db", folder);
}

static const char *begin_of(SeatPlan plan)
{
    return plan.now ? plan.now : "2026-11-24T09:52+09:00";
}

static void speak(const Seat *seat, SeatPlan plan)
{
    const char *own = file_beside("share/locale", seat->arena);
    assert_true(lang_start(plan.catalogue ? plan.catalogue : own, plan.lang ? plan.lang : "en"));
}

static void fill_sample(const char *store, const char *now)
{
    App *app = NULL;
    Err err = {0};
    AppOptions options = {.store = store, .now = now, .use = STORE_DRAWING};
    bool good = app_open(&options, &app, &err) && sample_fill(app, &err);
    app_close(app);
    if (!good)
        fail_msg("%s", err.text);
}

/// A sample takes longer to fill than its screens to draw: for each language and beginning it is
/// filled once in a program of tests. What follows copies it.
static const char *filled_sample(const Seat *seat, SeatPlan plan)
{
    static struct {
        char name[256], folder[FOLDER_SIZE];
    } samples[SAMPLES];
    static size_t next;
    const char *name = arena_print(seat->arena, "%s %s %s", begin_of(plan),
                                   plan.lang ? plan.lang : "en",
                                   plan.catalogue ? plan.catalogue : "");
    for (size_t i = 0; i < SAMPLES; i++)
        if (strcmp(samples[i].name, name) == 0)
            return samples[i].folder;
    size_t i = next++ % SAMPLES;
    snprintf(samples[i].name, sizeof samples[i].name, "%s", name);
    folder_make("sample", samples[i].folder);
    fill_sample(store_in(samples[i].folder, seat->arena), begin_of(plan));
    return samples[i].folder;
}

static void put_sample(const Seat *seat, SeatPlan plan)
{
    Err err = {0};
    size_t size;
    char *bytes;
    if (!file_read(store_in(filled_sample(seat, plan), seat->arena), SAMPLE_MAX, seat->arena,
                   &bytes, &size, &err) ||
        !file_write(store_in(seat->folder, seat->arena), bytes, size, 0600, &err))
        fail_msg("%s", err.text);
}

static void sit_down(Seat *seat, SeatPlan plan)
{
    Err err = {0};
    AppOptions options = {
        .store = store_in(seat->folder, seat->arena), .now = begin_of(plan), .use = STORE_DRAWING};
    if (!app_open(&options, &seat->app, &err))
        fail_msg("%s", err.text);
    seat->screen = screen_open(
        seat->app, plan.rows, plan.columns,
        (ScreenStyle){.clipboard = CLIPBOARD_TAKES, // no file outside the test
                      .plain = plan.plain,
                      .letters = plan.letters});
    seat->canvas = canvas_open(plan.rows, plan.columns);
}

static void stand_up(Seat *seat)
{
    screen_close(seat->screen);
    canvas_close(seat->canvas);
    app_close(seat->app);
}

Seat *seat_open(SeatPlan plan)
{
    Arena *arena = arena_open();
    Seat *seat = arena_new(arena, Seat);
    seat->arena = arena;
    seat->folder = arena_take(arena, FOLDER_SIZE);
    folder_make("seat", seat->folder);
    speak(seat, plan);
    if (plan.sample)
        put_sample(seat, plan);
    sit_down(seat, plan);
    draw(seat);
    return seat;
}

void seat_again(Seat *seat, SeatPlan plan)
{
    stand_up(seat);
    speak(seat, plan);
    sit_down(seat, plan);
    draw(seat);
}

void seat_close(Seat *seat)
{
    stand_up(seat);
    folder_remove(seat->folder);
    arena_close(seat->arena);
}

void seat_later(Seat *seat, int minutes)
{
    seat->app->clock_base += (Moment)minutes * 60;
    app_tick(seat->app);
    screen_tick(seat->screen);
    draw(seat);
}

/// What a key set going in a thread is waited for, as the loop would. False: nothing was.
static bool wait_for_jobs(Seat *seat)
{
    struct pollfd ready[8];
    bool any = false;
    for (size_t count; (count = app_jobs_fds(seat->app, ready, 8)) > 0; any = true) {
        (void)poll(ready, (nfds_t)count, -1);
        if (app_jobs_ready(seat->app, ready, count))
            screen_tick(seat->screen);
    }
    return any;
}

Id seat_does(Seat *seat, const char *command, const char *line)
{
    Err err = {0};
    Effect effect = {0};
    Args args;
    const Command *row = command_named(command);
    assert_non_null(row);
    if (!args_from_line(seat->app, row, NULL, NULL, 0, line, seat->arena, &args, &err) ||
        !command_run(seat->app, row, &args, &effect, &err))
        fail_msg("%s %s: %s", command, line, err.text);
    return effect.id;
}

static void key(Seat *seat, Key pressed)
{
    screen_key(seat->screen, &pressed);
    (void)wait_for_jobs(seat);
    draw(seat);
    if (wait_for_jobs(seat)) // which a pane began when it was loaded
        draw(seat);
}

/// The key that `keys` begin with; returns its bytes. Its text, if any, is written into `text`.
static size_t next_key(const char *keys, Key *ret, char text[8])
{
    static const struct {
        const char *bytes;
        KeyCode code;
    } named[] = {{TTY_UP, KEY_IS_UP},
                 {TTY_DOWN, KEY_IS_DOWN},
                 {TTY_LEFT, KEY_IS_LEFT},
                 {TTY_RIGHT, KEY_IS_RIGHT},
                 {TTY_HOME, KEY_IS_HOME},
                 {TTY_END, KEY_IS_END},
                 {TTY_PAGE_UP, KEY_IS_PAGE_UP},
                 {TTY_PAGE_DOWN, KEY_IS_PAGE_DOWN},
                 {TTY_BACK_TAB, KEY_IS_BACK_TAB},
                 {TTY_TAB, KEY_IS_TAB},
                 {TTY_ENTER, KEY_IS_ENTER},
                 {TTY_BACKSPACE, KEY_IS_BACKSPACE},
                 {"\b", KEY_IS_BACKSPACE},
                 {TTY_ESCAPE, KEY_IS_ESCAPE}}; // the last: others begin with it
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (strncmp(keys, named[i].bytes, strlen(named[i].bytes)) == 0) {
            *ret = (Key){.code = named[i].code};
            return strlen(named[i].bytes);
        }
    if ((unsigned char)*keys < ' ') {
        *ret = (Key){.code = KEY_IS_CTRL, .letter = (char)('A' + *keys - 1)};
        return 1;
    }
    uint32_t code;
    size_t size = text_next(keys, strlen(keys), &code);
    snprintf(text, 8, "%.*s", (int)size, keys);
    *ret = (Key){.code = KEY_IS_TEXT, .text = text};
    return size;
}

void seat_type(Seat *seat, const char *keys)
{
    while (*keys) {
        Key next;
        char text[8];
        keys += next_key(keys, &next, text);
        key(seat, next);
    }
}

void seat_type_ahead(Seat *seat, const char *keys)
{
    while (*keys) {
        Key next;
        char text[8];
        keys += next_key(keys, &next, text);
        screen_key(seat->screen, &next);
    }
    draw(seat);
}

void seat_commit(Seat *seat, const char *text)
{
    key(seat, (Key){.code = KEY_IS_TEXT, .text = text});
}

void seat_paste(Seat *seat, const char *text)
{
    key(seat, (Key){.code = KEY_IS_PASTE, .text = text});
}

void seat_press(Seat *seat, KeyCode code)
{
    key(seat, (Key){.code = code});
}

void seat_click(Seat *seat, int row, int column)
{
    key(seat, (Key){.code = KEY_IS_CLICK, .row = row, .column = column});
}

void seat_click_twice(Seat *seat, int row, int column)
{
    seat_click(seat, row, column);
    key(seat, (Key){.code = KEY_IS_DOUBLE_CLICK, .row = row, .column = column});
}

void seat_resize(Seat *seat, int rows, int columns)
{
    screen_resize(seat->screen, rows, columns);
    draw(seat);
}

const char *seat_text(Seat *seat)
{
    return canvas_as_text(seat->canvas, seat->arena);
}

static const char *line_of(Seat *seat, const char *text, int row)
{
    for (; row > 0 && *text; row--)
        text += strcspn(text, "\n") + 1;
    return arena_copy_bytes(seat->arena, text, strcspn(text, "\n"));
}

const char *seat_row(Seat *seat, int row)
{
    return line_of(seat, seat_text(seat), row);
}

const char *seat_roles(Seat *seat, int row)
{
    return line_of(seat, canvas_as_roles(seat->canvas, seat->arena), row);
}

int seat_find(Seat *seat, const char *text, int *ret_column)
{
    for (int row = 0; row < seat->canvas->rows; row++) {
        const char *line = seat_row(seat, row), *at = strstr(line, text);
        if (!at)
            continue;
        if (ret_column)
            *ret_column = text_width(arena_copy_bytes(seat->arena, line, (size_t)(at - line)));
        return row;
    }
    return -1;
}

static void shown(Seat *seat, const char *text, bool wanted)
{
    if ((seat_find(seat, text, NULL) >= 0) == wanted)
        return;
    fprintf(stderr, "%s", seat_text(seat)); // cmocka would cut it
    fail_msg("\"%s\" is %s the screen", text, wanted ? "not on" : "on");
}

void seat_sees(Seat *seat, const char *text)
{
    shown(seat, text, true);
}

void seat_sees_no(Seat *seat, const char *text)
{
    shown(seat, text, false);
}

void seat_match(Seat *seat, const char *name)
{
    if (!golden_same(name, seat_text(seat), canvas_as_roles(seat->canvas, seat->arena)))
        fail_msg("%s is not as approved", name);
}
