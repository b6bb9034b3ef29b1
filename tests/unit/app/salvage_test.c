// SPDX-License-Identifier: GPL-3.0-or-later
// A store of every kind of record whose list of tables is damaged: each row comes back as it was.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>
#include <cmocka.h>

#include "fixture.h"
#include "mawari/base/file.h"
#include "mawari/store/backup.h"
#include "mawari/store/import_base.h"
#include "mawari/store/record.h"
#include "mawari/store/settings.h"
#include "nasty.h"
#include "store/salvage/salvage_pages.h"

enum { PAGE = 4096, LARGEST = 1 << 26, PAGES = 64 };

typedef struct Damaged {
    App *app;
    char *bytes; // of the sound file
    size_t size;
    uint32_t list[PAGES]; // the pages of the list of tables
    size_t list_count;
} Damaged;

static const char *named(const Damaged *damaged, const char *ending)
{
    return arena_print(damaged->app->scratch, "%s%s", damaged->app->path, ending);
}

static size_t whole(const char *bytes, size_t at, size_t octets)
{
    size_t value = 0;
    for (size_t i = 0; i < octets; i++)
        value = value << 8 | (unsigned char)bytes[at + i];
    return value;
}

static void walk_list(Damaged *damaged, size_t page)
{
    size_t start = (page - 1) * PAGE, head = start + (page == 1 ? 100 : 0);
    assert_true(damaged->list_count < PAGES);
    damaged->list[damaged->list_count++] = (uint32_t)page;
    if (damaged->bytes[head] != 5)
        return;
    for (size_t i = 0, count = whole(damaged->bytes, head + 3, 2); i < count; i++)
        walk_list(damaged,
                  whole(damaged->bytes, start + whole(damaged->bytes, head + 12 + 2 * i, 2), 4));
    walk_list(damaged, whole(damaged->bytes, head + 8, 4));
}

/// What is beside the kinds: what a file said, a setting, a draft, a step taken back.
static void fill(App *app)
{
    Err err = {0};
    Step *step = NULL;
    Id client = add(app, "client name=青葉商店");
    const ImportSaid said[] = {{.field = "name", .value = value_text("青葉; 商店")},
                               {.field = "cycle", .value = value_whole(28)}};
    nasty_fill(app);
    assert_true(step_begin(app->store, "import", app->now, &step, &err));
    assert_true(import_base_put(step, client, said, 2, &err));
    Client record;
    assert_true(record_get(app->store, &entity_client, client, app->scratch, &record, &err));
    record.rank = NONE;
    record.remark = "imported";
    assert_true(record_put(step, &entity_client, client, &record, NULL, &err));
    assert_true(step_end(step, NULL, &err));
    assert_true(setting_put(app->store, "theme", "dark", &err));
    assert_true(draft_put(app->store, "new/client", "name=Mina", app->now, &err));
}

static void read_sound(Damaged *damaged)
{
    Err err = {0};
    if (!file_read(damaged->app->path, LARGEST, damaged->app->scratch, &damaged->bytes,
                   &damaged->size, &err))
        fail_msg("%s", err.text);
    walk_list(damaged, 1);
    assert_true(damaged->list_count > 4);
}

static Damaged close_filled(App *app)
{
    Damaged damaged = {.app = app};
    fill(app);
    store_close(app->store);
    app->store = NULL;
    read_sound(&damaged);
    return damaged;
}

static void write_damaged(const Damaged *damaged, const uint32_t *pages, size_t count, bool noise)
{
    Err err = {0};
    char *bytes = arena_copy_bytes(damaged->app->scratch, damaged->bytes, damaged->size);
    for (size_t i = 0; i < count; i++)
        for (size_t at = 0; at < PAGE; at++)
            bytes[(pages[i] - 1) * PAGE + at] = noise ? (char)(at * 131 + 17) : 0;
    assert_true(file_write(named(damaged, ".bad"), bytes, damaged->size, 0600, &err));
}

static SalvageInfo save(const Damaged *damaged)
{
    Err err = {0};
    SalvageInfo info = {0};
    (void)unlink(named(damaged, ".new"));
    if (!store_salvage(named(damaged, ".bad"), named(damaged, ".new"), damaged->app->now,
                       damaged->app->scratch, &info, &err))
        fail_msg("%s", err.text);
    assert_int_not_equal(access(named(damaged, ".new.pages"), F_OK), 0);
    return info;
}

static int64_t number(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *ask = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &ask, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    assert_int_equal(sqlite3_step(ask), SQLITE_ROW);
    int64_t found = sqlite3_column_int64(ask, 0);
    sqlite3_finalize(ask);
    return found;
}

static void has_the_same_rows(const Damaged *damaged, sqlite3 *db, const char *table)
{
    Arena *arena = damaged->app->scratch;
    int64_t rows = number(db, arena_print(arena, "SELECT count(*) FROM old.\"%s\"", table));
    int64_t same = number(db, arena_print(arena,
                                          "SELECT count(*) FROM (SELECT * FROM old.\"%s\" "
                                          "INTERSECT SELECT * FROM main.\"%s\")",
                                          table, table));
    if (rows == 0 || same != rows)
        fail_msg("%s: %lld of %lld rows", table, (long long)same, (long long)rows);
}

static void is_as_it_was(const Damaged *damaged)
{
    static const char *const others[] = {"record",  "step",  "change",
                                         "setting", "draft", "import_base"};
    size_t count;
    sqlite3 *db = NULL;
    const Entity *const *kinds = entities(&count);
    assert_int_equal(sqlite3_open(named(damaged, ".new"), &db), SQLITE_OK);
    (void)number(db, "SELECT 1");
    char *attach = sqlite3_mprintf("ATTACH %Q AS old", damaged->app->path);
    assert_int_equal(sqlite3_exec(db, attach, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_free(attach);
    for (size_t i = 0; i < count; i++)
        has_the_same_rows(damaged, db, kinds[i]->name);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        has_the_same_rows(damaged, db, others[i]);
    sqlite3_close(db);
}

static void is_in_order(const Damaged *damaged)
{
    Err err = {0};
    Store *store = NULL;
    CheckFinding *findings;
    size_t count;
    assert_true(store_open(named(damaged, ".new"), STORE_WORKING, damaged->app->now, &store, &err));
    assert_true(store_check(store, damaged->app->scratch, &findings, &count, &err));
    if (count > 0)
        fail_msg("%s", findings[0].what);
    store_close(store);
}

static void comes_back_whole(const Damaged *damaged)
{
    SalvageInfo info = save(damaged);
    assert_true(info.blind);
    for (size_t i = 0; i < info.lost_count; i++)
        fail_msg("lost: %s", info.lost[i]);
    is_as_it_was(damaged);
    is_in_order(damaged);
}

static void any_page_of_the_list_of_tables_may_be_lost(void **state)
{
    Damaged damaged = close_filled(*state);
    for (size_t i = 0; i < damaged.list_count; i++) {
        write_damaged(&damaged, &damaged.list[i], 1, i % 2 != 0);
        comes_back_whole(&damaged);
    }
    write_damaged(&damaged, damaged.list, damaged.list_count, true);
    comes_back_whole(&damaged);
}

static void what_the_log_alone_holds_comes_back_too(void **state)
{
    App *app = *state;
    Err err = {0};
    char *log;
    size_t size;
    Damaged damaged = {.app = app};
    fill(app);
    assert_true(file_read(named(&damaged, "-wal"), LARGEST, app->scratch, &log, &size, &err));
    assert_true(size > PAGE);
    assert_true(file_read(app->path, LARGEST, app->scratch, &damaged.bytes, &damaged.size, &err));
    write_damaged(&damaged, (uint32_t[]){1}, 1, true);
    assert_true(file_write(named(&damaged, ".bad-wal"), log, size, 0600, &err));
    store_close(app->store);
    app->store = NULL;
    save(&damaged);
    is_as_it_was(&damaged);
    is_in_order(&damaged);
}

static void rows_that_lost_their_upper_page_are_pieces_of_their_table(void **state)
{
    Damaged damaged = close_filled(*state);
    uint32_t pages[PAGES] = {1};
    size_t count = 1;
    for (size_t page = 2; page <= damaged.size / PAGE && count < PAGES; page++)
        if (damaged.bytes[(page - 1) * PAGE] == 5)
            pages[count++] = (uint32_t)page;
    assert_true(count > 4);
    write_damaged(&damaged, pages, count, true);
    comes_back_whole(&damaged);
}

/// Reads more than the file only if it believes what stands in it.
static void a_file_of_noise_is_walked_without_harm(void **state)
{
    Damaged damaged = close_filled(*state);
    uint32_t dice = 1;
    for (int round = 0; round < 60; round++) {
        Arena *arena = arena_open();
        unsigned char *bytes = (unsigned char *)arena_copy_bytes(arena, damaged.bytes,
                                                                 damaged.size);
        for (int i = 0; i < 2000; i++) {
            dice = dice * 1664525 + 1013904223;
            bytes[dice % damaged.size] = (unsigned char)(dice >> 24);
        }
        size_t count;
        (void)salvage_trees(bytes, damaged.size, PAGE, arena, &count);
        assert_true(count > 0);
        arena_close(arena);
    }
}

static void what_is_no_store_is_refused_and_leaves_nothing(void **state)
{
    App *app = *state;
    Err err = {0};
    SalvageInfo info;
    Damaged damaged = {.app = app};
    char *noise = arena_take(app->scratch, (size_t)8 * PAGE);
    memset(noise, 13, (size_t)8 * PAGE);
    assert_true(file_write(named(&damaged, ".bad"), noise, (size_t)8 * PAGE, 0600, &err));
    assert_false(store_salvage(named(&damaged, ".bad"), named(&damaged, ".new"), app->now,
                               app->scratch, &info, &err));
    assert_string_equal(err.text, arena_print(app->scratch, "no table of mawari is in %s",
                                              named(&damaged, ".bad")));
    assert_int_not_equal(access(named(&damaged, ".new"), F_OK), 0);
    assert_int_not_equal(access(named(&damaged, ".new.pages"), F_OK), 0);
}

#define with_app(test) cmocka_unit_test_setup_teardown(test, open_app, close_app)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_app(any_page_of_the_list_of_tables_may_be_lost),
        with_app(what_the_log_alone_holds_comes_back_too),
        with_app(rows_that_lost_their_upper_page_are_pieces_of_their_table),
        with_app(a_file_of_noise_is_walked_without_harm),
        with_app(what_is_no_store_is_refused_and_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
