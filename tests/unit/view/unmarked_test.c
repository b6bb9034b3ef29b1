// SPDX-License-Identifier: GPL-3.0-or-later
// A walk over everything that is shown, with every marked string between ［ and ］: a word outside
// that is not the sample's own was never marked for translation.
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "mawari/app/evening.h"
#include "mawari/app/usage.h"
#include "mawari/base/buffer.h"
#include "mawari/base/file.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "mawari/store/list.h"
#include "seat.h"
#include "tty.h"
#include "view/shell.h"

enum { WIDE_ROWS = 70, WIDE_COLUMNS = 220, WORD = 200 };

typedef struct Walk {
    Seat *seat;
    const char *data; // everything that the store says
    int found;
} Walk;

/// What is the same in every language: names of keys, of filters' words, of files.
static const char *const allowed[] = {
    "Enter", "Esc",  "Tab",  "Shift",  "Space",   "Home",  "End",    "PgUp",      "PgDn",
    "Up",    "Down", "Left", "Right",  "Delete",  "is",    "done",   "due",       "sort",
    "mine",  "ball", "late", "none",   "theirs",  "today", "mawari", "Backspace", "name",
    "rank",  "KIND", "LINE", "日本語", "English", "時間",  "分",     "日",        "月",
    "火",    "水",   "木",   "金",     "土",      "年",    "CP932",  "CSV",
};

static bool is_word(uint32_t code)
{
    bool kana = code >= 0x3041 && code <= 0x30fa, kanji = code >= 0x4e00 && code <= 0x9fff;
    return kana || kanji || (code < 0x80 && isalpha((int)code));
}

static bool is_data(const Walk *walk, const char *word)
{
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (strcmp(allowed[i], word) == 0)
            return true;
    return strstr(walk->data, word) != NULL;
}

/// Names and titles of people are written without a blank: 隆係長.
static bool is_two_of_data(const Walk *walk, const char *word)
{
    size_t size = strlen(word), at = 0;
    uint32_t code;
    while (at < size) {
        at += text_next(word + at, size - at, &code);
        const char *first = arena_copy_bytes(walk->seat->arena, word, at);
        if (word[at] && is_data(walk, first) && is_data(walk, word + at))
            return true;
    }
    return false;
}

static bool is_known(const Walk *walk, const char *word)
{
    return !word[1] || is_data(walk, word) || // one letter: a key, a sign
           ((unsigned char)*word >= 0x80 && is_two_of_data(walk, word));
}

static void judge(Walk *walk, const char *word, const char *row, const char *where)
{
    if (!*word || is_known(walk, word))
        return;
    walk->found++;
    fprintf(stderr, "%s: \"%s\" in: %s\n", where, word, row);
}

/// Bytes of the marked text that begins at `at`: up to its bracket, or where the end was cut off
/// up to the end of the column.
static size_t marked(const char *at)
{
    size_t size = 0, left = strlen(at), column = 0;
    int depth = 0;
    while (size < left) {
        uint32_t code;
        size_t next = text_next(at + size, left - size, &code);
        depth += code == 0xff3b ? 1 : code == 0xff3d ? -1 : 0;
        bool ends = code == 0x2502 || strncmp(at + size, "  ", 2) == 0;
        if (ends && column == 0)
            column = size;
        size += next;
        if (depth == 0)
            return size;
    }
    return column ? column : left;
}

/// Where a row begins to be its own: behind the end of a text that began on the row above, or on the
/// page before.
static const char *behind_tail(const char *row)
{
    const char *opens = strstr(row, "［"), *closes = strstr(row, "］");
    return closes && (!opens || closes < opens) ? closes + strlen("］") : row;
}

static void read_row(Walk *walk, const char *row, const char *where)
{
    char word[WORD];
    const char *begins = behind_tail(row);
    size_t used = 0, left = strlen(begins);
    for (const char *at = begins; left;) {
        uint32_t code;
        size_t size = text_next(at, left, &code);
        bool takes = is_word(code) && used + size < sizeof word;
        if (takes) {
            memcpy(word + used, at, size);
            used += size;
        } else {
            word[used] = '\0';
            judge(walk, word, row, where);
            used = 0;
        }
        if (code == 0xff3b)
            size = marked(at);
        at += size;
        left -= size;
    }
    word[used] = '\0';
    judge(walk, word, row, where);
}

static void read_screen(Walk *walk, const char *where)
{
    const char *text = seat_text(walk->seat);
    while (*text) {
        size_t size = strcspn(text, "\n");
        read_row(walk, arena_copy_bytes(walk->seat->arena, text, size), where);
        text += size + (text[size] == '\n');
    }
}

/// Settings are called in every language as in the shell.
static void add_settings(Buffer *out)
{
    size_t count;
    const SettingRow *rows = app_settings(&count);
    for (size_t i = 0; i < count; i++)
        buffer_print(out, "%s %s\n", rows[i].name, rows[i].start);
}

/// Texts that are one translation and are cut into lines: they are marked at both ends alone.
static void add_templates(Seat *seat, Buffer *out)
{
    static const char *const periods[] = {"day", "week", "month"};
    const char **questions;
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        Err err = {0};
        Effect effect = {0};
        const Args args = {.day = NONE, .minute = NONE, .text = periods[i]};
        if (!command_run(seat->app, command_named("template"), &args, &effect, &err))
            fail_msg("%s", err.text);
        buffer_print(out, " %s", effect.printed);
    }
    size_t count = app_intake(seat->app, "", seat->arena, &questions);
    for (size_t i = 0; i < count; i++)
        buffer_print(out, " %s", questions[i]);
}

static const char *everything_in(Seat *seat)
{
    Err err = {0};
    Buffer out = {.arena = seat->arena};
    Effect effect = {0};
    const Args none = {.day = NONE, .minute = NONE};
    if (!command_run(seat->app, command_named("export json"), &none, &effect, &err))
        fail_msg("%s", err.text);
    buffer_add(&out, effect.printed);
    add_templates(seat, &out);
    add_settings(&out);
    return buffer_text(&out);
}

static Walk begin(bool sample)
{
    const char *catalogue = getenv("MAWARI_PSEUDO");
    assert_non_null(catalogue);
    Walk walk = {.seat = seat_open((SeatPlan){.rows = WIDE_ROWS,
                                              .columns = WIDE_COLUMNS,
                                              .lang = "ja",
                                              .sample = sample,
                                              .catalogue = catalogue})};
    walk.data = everything_in(walk.seat);
    seat_sees(walk.seat, "［"); // the catalogue is there
    return walk;
}

static void end(Walk *walk)
{
    int found = walk->found;
    seat_close(walk->seat);
    assert_int_equal(found, 0);
}

static void back_to(Walk *walk, const char *pane)
{
    Screen *screen = walk->seat->screen;
    for (int i = 0; i < 6; i++)
        seat_type(walk->seat, TTY_ESCAPE);
    while (screen->sheet_count)
        seat_type(walk->seat, TTY_ESCAPE);
    seat_type(walk->seat, pane);
}

static void panes_menus_and_prompts_are_marked(void **state)
{
    (void)state;
    static const char *const panes[] = {"1", "2", "3", "4", "5"};
    static const char *const keys[] = {"",
                                       TTY_ENTER,
                                       ".",
                                       "0",
                                       "v",
                                       "*d",
                                       " ",
                                       "u",
                                       "?",
                                       "?" TTY_END,
                                       ":",
                                       "/9",
                                       "f1",
                                       "g",
                                       "f"
                                       "due:q",
                                       "[",
                                       "]]",
                                       "n",
                                       "e",
                                       "x",
                                       "z",
                                       "=",
                                       "\020"};
    Walk walk = begin(true);
    for (size_t i = 0; i < sizeof panes / sizeof *panes; i++)
        for (size_t j = 0; j < sizeof keys / sizeof *keys; j++) {
            back_to(&walk, panes[i]);
            seat_type(walk.seat, keys[j]);
            read_screen(&walk, arena_print(walk.seat->arena, "%s %s", panes[i], keys[j]));
        }
    end(&walk);
}

static void sheets_and_forms_of_every_kind_are_marked(void **state)
{
    (void)state;
    Err err = {0};
    Walk walk = begin(true);
    size_t count;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++) {
        ListQuery query = {.kind = kinds[i], .today = walk.seat->app->today};
        Table table;
        back_to(&walk, "1");
        screen_form(walk.seat->screen, kinds[i], 0, NULL, 0);
        seat_type(walk.seat, TTY_TAB);
        read_screen(&walk, kinds[i]->name);
        back_to(&walk, "1");
        if (!list_read(walk.seat->app->store, &query, LIST_FIRST, 0, 1, walk.seat->arena, &table,
                       &err))
            fail_msg("%s", err.text);
        if (table.rows == 0)
            continue;
        screen_open_sheet(walk.seat->screen, kinds[i], table.ids[0]);
        seat_type(walk.seat, "<");
        read_screen(&walk, kinds[i]->plural);
    }
    end(&walk);
}

/// Every command, with what it asks and what it says to nonsense.
static void what_commands_ask_and_say_is_marked(void **state)
{
    (void)state;
    static const char *const panes[] = {"1", "3", "4"};
    Walk walk = begin(true);
    size_t count;
    const Command *all = commands(&count);
    for (size_t p = 0; p < sizeof panes / sizeof *panes; p++)
        for (size_t i = 0; i < count; i++) {
            if (strncmp(all[i].name, "export ", 7) == 0) // tables for programs, not for the screen
                continue;
            if (strcmp(all[i].name, "import gazetteer") == 0) // a helper answers, whose catalogue
                continue;                                     // is the program's own
            back_to(&walk, panes[p]);
            screen_run(walk.seat->screen, &all[i]);
            seat_type(walk.seat, "\014"); // Ctrl-L: draws
            if (walk.seat->screen->mode == MODE_PROMPT)
                seat_type(walk.seat, "9" TTY_ENTER);
            read_screen(&walk, all[i].name);
        }
    end(&walk);
}

static const char *list_of_clients(Arena *arena)
{
    Err err = {0};
    char *list;
    size_t size;
    if (!file_read("lists/clients.csv", 1 << 20, arena, &list, &size, &err))
        fail_msg("%s", err.text);
    return arena_print(arena, "lists clients csv UTF %s", list);
}

static void the_empty_store_and_an_import_are_marked(void **state)
{
    (void)state;
    Walk walk = begin(false);
    read_screen(&walk, "empty");
    seat_type(walk.seat, "0b");
    read_screen(&walk, "no tickets");
    seat_type(walk.seat, TTY_ESCAPE "2lists/clients.csv" TTY_ENTER);
    walk.data = list_of_clients(walk.seat->arena);
    read_screen(&walk, "import");
    seat_type(walk.seat, "jjj" TTY_ENTER);
    read_screen(&walk, "a column's field");
    end(&walk);
}

int main(void)
{
    const char *data = getenv("MAWARI_TEST_DATA");
    if (chdir(data ? data : "tests/data") != 0)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(panes_menus_and_prompts_are_marked),
        cmocka_unit_test(sheets_and_forms_of_every_kind_are_marked),
        cmocka_unit_test(what_commands_ask_and_say_is_marked),
        cmocka_unit_test(the_empty_store_and_an_import_are_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
