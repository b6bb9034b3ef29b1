// SPDX-License-Identifier: GPL-3.0-or-later
// A screen in memory: opened on a store of its own, typed at, looked at.
#include "desk.h"

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
#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "tty.h"

static void look(Desk *desk)
{
    screen_draw(desk->screen, desk->canvas);
    desk->quit = desk->quit || screen_wish(desk->screen) == WISH_QUIT;
}

Desk *desk_open(DeskStart start)
{
    Err err = {0};
    Desk *desk = calloc(1, sizeof *desk);
    assert_non_null(desk);
    desk->arena = arena_open();
    setenv("TZ", "Asia/Tokyo", 1);
    const char *own = file_beside("share/locale", desk->arena);
    assert_true(lang_start(start.catalogue ? start.catalogue : own, start.lang));
    AppOptions options = {.demo = !start.empty,
                          .now = start.now ? start.now : "2026-11-24T09:52+09:00",
                          .use = STORE_WORKING};
    if (start.empty) {
        snprintf(desk->folder, sizeof desk->folder, "/tmp/mawari-desk-XXXXXX");
        assert_non_null(mkdtemp(desk->folder));
        options.store = arena_print(desk->arena, "%s/mawari.db", desk->folder);
    }
    if (!app_open(&options, &desk->app, &err))
        fail_msg("%s", err.text);
    desk->screen = screen_open(desk->app, start.rows, start.columns,
                               (ScreenStyle){start.plain, false});
    desk->canvas = canvas_open(start.rows, start.columns);
    look(desk);
    return desk;
}

static void remove_store(const char *folder)
{
    static const char *const names[] = {"mawari.db", "mawari.db-wal", "mawari.db-shm",
                                        "mawari.db.reserve"};
    char path[128];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        (void)unlink(path);
    }
    (void)rmdir(folder);
}

void desk_close(Desk *desk)
{
    screen_close(desk->screen);
    canvas_close(desk->canvas);
    app_close(desk->app);
    arena_close(desk->arena);
    if (*desk->folder)
        remove_store(desk->folder);
    free(desk);
}

// --- keys

static const struct {
    const char *bytes;
    KeyCode code;
} named[] = {
    {TTY_UP, KEY_IS_UP},
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
    {TTY_ESCAPE, KEY_IS_ESCAPE}, // the last: others begin with it
};

/// Bytes of the character that begins at `text`, which is valid UTF-8.
static size_t character(const char *text)
{
    size_t size = 1;
    while (((unsigned char)text[size] & 0xC0) == 0x80)
        size++;
    return size;
}

static size_t next_key(const char *keys, Key *ret, char text[8])
{
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        size_t size = strlen(named[i].bytes);
        if (strncmp(keys, named[i].bytes, size) == 0) {
            *ret = (Key){.code = named[i].code};
            return size;
        }
    }
    if ((unsigned char)*keys < ' ') {
        *ret = (Key){.code = KEY_IS_CTRL, .letter = (char)(*keys + '@')};
        return 1;
    }
    size_t size = character(keys);
    snprintf(text, 8, "%.*s", (int)size, keys);
    *ret = (Key){.code = KEY_IS_TEXT, .text = text};
    return size;
}

void desk_type(Desk *desk, const char *keys)
{
    while (*keys) {
        Key key;
        char text[8];
        keys += next_key(keys, &key, text);
        screen_key(desk->screen, &key);
        look(desk);
    }
}

static void whole(Desk *desk, KeyCode code, const char *text)
{
    screen_key(desk->screen, &(Key){.code = code, .text = text});
    look(desk);
}

void desk_commit(Desk *desk, const char *text)
{
    whole(desk, KEY_IS_TEXT, text);
}

void desk_paste(Desk *desk, const char *text)
{
    whole(desk, KEY_IS_PASTE, text);
}

void desk_resize(Desk *desk, int rows, int columns)
{
    screen_resize(desk->screen, rows, columns);
    look(desk);
}

// --- looking

const char *desk_text(Desk *desk)
{
    return canvas_as_text(desk->canvas, desk->arena);
}

const char *desk_row(Desk *desk, int row)
{
    const char *text = desk_text(desk);
    for (; row > 0 && *text; row--)
        text += strcspn(text, "\n") + 1;
    return arena_copy_bytes(desk->arena, text, strcspn(text, "\n"));
}

bool desk_shows(Desk *desk, const char *text)
{
    return strstr(desk_text(desk), text) != NULL;
}

static void show(Desk *desk)
{
    fprintf(stderr, "%s", desk_text(desk));
}

void desk_see(Desk *desk, const char *text)
{
    if (desk_shows(desk, text))
        return;
    show(desk);
    fail_msg("“%s” is not shown", text);
}

void desk_see_not(Desk *desk, const char *text)
{
    if (!desk_shows(desk, text))
        return;
    show(desk);
    fail_msg("“%s” is shown", text);
}

void desk_match(Desk *desk, const char *name)
{
    if (!golden_same(name, desk_text(desk), canvas_as_roles(desk->canvas, desk->arena)))
        fail_msg("%s is not as approved", name);
}
