// SPDX-License-Identifier: GPL-3.0-or-later
// Backups that are proven, restoring, thinning out, checking and salvage, on sound and damaged files.
#include <dirent.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "fixture.h"
#include "mawari/base/file.h"
#include "mawari/base/sha256.h"
#include "mawari/store/backup.h"
#include "mawari/store/journal.h"
#include "mawari/store/search.h"
#include "mawari/store/settings.h"

enum { A_DAY = 86400, MANY = 3000, ROWS_A_PAGE = 75 };

static const char *beside(World *world, const char *name)
{
    return arena_print(world->arena, "%s/%s", world->folder, name);
}

static BackupInfo back_up(World *world, const char *path, Moment now)
{
    BackupInfo info = {0};
    if (!backup_make(world->store, path, now, world->arena, &info, &world->err))
        fail_msg("%s", world->err.text);
    return info;
}

static Id put_client(World *world, const char *name)
{
    Client client = a_client(world, name);
    return world_put(world, &entity_client, 0, &client);
}

static void put_many(World *world)
{
    Step *step = NULL;
    assert_true(step_begin(world->store, "import", NOW, &step, &world->err));
    for (int i = 0; i < MANY; i++) {
        Client client = a_client(world, arena_print(world->arena, "Client %d", i));
        client.remark =
            "a remark that makes the row as long as the rows of a real list are, and more";
        assert_true(record_put(step, &entity_client, 0, &client, NULL, &world->err));
    }
    assert_true(step_end(step, NULL, &world->err));
}

static void damage(const char *path, off_t at, const void *bytes, size_t size)
{
    int file = open(path, O_RDWR);
    assert_true(file >= 0);
    assert_int_equal(pwrite(file, bytes, size, at), size);
    close(file);
}

static void flip_bit(const char *path, off_t at)
{
    unsigned char byte;
    int file = open(path, O_RDWR);
    assert_true(file >= 0);
    assert_int_equal(pread(file, &byte, 1, at), 1);
    byte ^= 0x10;
    assert_int_equal(pwrite(file, &byte, 1, at), 1);
    close(file);
}

static size_t findings_of(World *world, CheckFinding **ret)
{
    size_t count = 0;
    if (!store_check(world->store, world->arena, ret, &count, &world->err))
        fail_msg("%s", world->err.text);
    return count;
}

static void is_in_order(World *world)
{
    CheckFinding *findings;
    if (findings_of(world, &findings) > 0)
        fail_msg("%s", findings[0].what);
}

static size_t count_clients(World *world, const char *name)
{
    Id id;
    const Entity *const kinds[] = {&entity_client};
    return record_find(world->store, kinds, 1, name, &id, NULL) ? 1 : 0;
}

static void its_sha256_stands_beside_a_backup_that_only_we_can_read(void **state)
{
    World *world = *state;
    struct stat file;
    char hash[65], *line;
    size_t size;
    mode_t mask = umask(0);
    BackupInfo info = back_up(world, beside(world, "copy.db"), NOW);
    umask(mask);
    assert_true(sha256_file(info.path, hash, &world->err));
    assert_string_equal(hash, info.sha256);
    assert_true(
        file_read(beside(world, "copy.db.sha256"), 200, world->arena, &line, &size, &world->err));
    assert_string_equal(line, arena_print(world->arena, "%s  copy.db\n", hash));
    assert_int_equal(stat(info.path, &file), 0);
    assert_int_equal(file.st_mode & 0777, 0600);
}

static void a_second_backup_of_the_same_name_takes_the_place_of_the_first(void **state)
{
    World *world = *state;
    const char *aside;
    back_up(world, beside(world, "copy.db"), NOW);
    put_client(world, "Aoba");
    back_up(world, beside(world, "copy.db"), NOW);
    store_close(world->store);
    assert_true(backup_restore(beside(world, "copy.db"), world->path, NOW, world->arena, &aside,
                               &world->err));
    world->store = NULL;
    world_reopen(world);
    assert_int_equal(count_clients(world, "Aoba"), 1);
}

static void refuses(World *world, const char *path, const char *why)
{
    BackupInfo info;
    assert_false(backup_make(world->store, path, NOW, world->arena, &info, &world->err));
    if (!strstr(world->err.text, why))
        fail_msg("%s", world->err.text);
}

static void a_backup_never_stands_where_something_else_is(void **state)
{
    World *world = *state;
    char *bytes;
    size_t size;
    assert_true(file_write(beside(world, "list.csv"), "a,b\n", 4, 0600, &world->err));
    refuses(world, world->path, "is the store itself");
    refuses(world, beside(world, "list.csv"), "is there already and is no backup");
    refuses(world, world->folder, "is there already and is no backup");
    refuses(world, beside(world, "nowhere/copy.db"), "");
    assert_true(
        file_read(beside(world, "list.csv"), 200, world->arena, &bytes, &size, &world->err));
    assert_string_equal(bytes, "a,b\n");
    put_client(world, "Aoba");
}

/// The backup's bits change one by one, all over the file: each is seen.
static void a_backup_with_one_bit_changed_is_refused_and_the_store_kept(void **state)
{
    World *world = *state;
    const char *aside, *copy = beside(world, "copy.db");
    put_client(world, "Aoba");
    BackupInfo info = back_up(world, copy, NOW);
    store_close(world->store);
    world->store = NULL;
    for (int64_t at = 7; at < info.bytes; at += info.bytes / 40) {
        flip_bit(copy, (off_t)at);
        if (backup_restore(copy, world->path, NOW, world->arena, &aside, &world->err))
            fail_msg("bit 4 of octet %lld was not missed", (long long)at);
        flip_bit(copy, (off_t)at);
    }
    world_reopen(world);
    assert_int_equal(count_clients(world, "Aoba"), 1);
}

static void without_its_hash_a_torn_backup_is_refused_all_the_same(void **state)
{
    World *world = *state;
    const char *aside, *copy = beside(world, "copy.db");
    BackupInfo info = back_up(world, copy, NOW);
    store_close(world->store);
    world->store = NULL;
    assert_int_equal(unlink(beside(world, "copy.db.sha256")), 0);
    assert_int_equal(truncate(copy, (off_t)info.bytes / 2), 0);
    assert_false(backup_restore(copy, world->path, NOW, world->arena, &aside, &world->err));
    assert_true(strstr(world->err.text, "is damaged or no store of mawari") != NULL);
    world_reopen(world);
}

static void restoring_keeps_the_old_store_with_its_log(void **state)
{
    World *world = *state;
    const char *aside = NULL;
    back_up(world, beside(world, "copy.db"), NOW);
    put_client(world, "Minato");
    store_close(world->store);
    world->store = NULL;
    assert_true(backup_restore(beside(world, "copy.db"), world->path, NOW, world->arena, &aside,
                               &world->err));
    world_reopen(world);
    assert_int_equal(count_clients(world, "Minato"), 0);
    store_close(world->store);
    world->store = NULL;
    assert_true(backup_restore(aside, world->path, NOW + 1, world->arena, &aside, &world->err));
    world_reopen(world);
    assert_int_equal(count_clients(world, "Minato"), 1);
}

static void copy_beside(World *world, const char *from, const char *to)
{
    char *bytes;
    size_t size;
    assert_true(file_read(from, (size_t)64 << 20, world->arena, &bytes, &size, &world->err));
    assert_true(file_write(to, bytes, size, 0600, &world->err));
}

/// As a mawari that was killed leaves it: with what is still in its log.
static void left_by_a_killed_one(World *world, const char *path)
{
    copy_beside(world, world->path, path);
    copy_beside(world, arena_print(world->arena, "%s-wal", world->path),
                arena_print(world->arena, "%s-wal", path));
}

/// A folder stands where the old file would go: its log was moved before that is seen.
static void a_store_that_cannot_be_moved_aside_keeps_its_log(void **state)
{
    World *world = *state;
    const char *aside = NULL, *copy = beside(world, "copy.db"), *left = beside(world, "left.db");
    const char *log = beside(world, "left.db-wal");
    struct stat before, after;
    back_up(world, copy, NOW);
    put_client(world, "Minato");
    left_by_a_killed_one(world, left);
    assert_true(backup_restore(copy, left, NOW, world->arena, &aside, &world->err));
    left_by_a_killed_one(world, left);
    assert_int_equal(unlink(aside), 0);
    assert_int_equal(mkdir(aside, 0700), 0);
    assert_int_equal(stat(log, &before), 0);
    assert_false(backup_restore(copy, left, NOW, world->arena, &aside, &world->err));
    assert_int_equal(stat(log, &after), 0);
    assert_true(after.st_ino == before.st_ino && after.st_size == before.st_size);
    assert_int_equal(access(left, F_OK), 0);
}

static void nothing_is_restored_under_another_mawari(void **state)
{
    World *world = *state;
    const char *aside;
    back_up(world, beside(world, "copy.db"), NOW);
    put_client(world, "Minato"); // the store stays open
    assert_false(backup_restore(beside(world, "copy.db"), world->path, NOW, world->arena, &aside,
                                &world->err));
    assert_int_equal(world->err.kind, ERR_BUSY);
    put_client(world, "Aoba");
    world_reopen(world);
    assert_int_equal(count_clients(world, "Minato"), 1);
    assert_int_equal(count_clients(world, "Aoba"), 1);
}

static int count_backups(World *world)
{
    int count = 0;
    DIR *folder = opendir(beside(world, "backups"));
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        const char *end = strrchr(entry->d_name, '.');
        count += end && strcmp(end, ".db") == 0;
    }
    closedir(folder);
    return count;
}

static void two_years_of_daily_backups_are_thinned_out_to_days_weeks_months(void **state)
{
    World *world = *state;
    enum { DAYS = 730, STEP = 1 };
    assert_true(file_make_folders(beside(world, "backups"), &world->err));
    for (int day = DAYS; day > 0; day -= STEP) { // empty files stand for backups that were made
        time_t then = NOW - (time_t)day * A_DAY;
        struct tm utc;
        char name[64];
        gmtime_r(&then, &utc);
        strftime(name, sizeof name, "backups/mawari-%Y%m%d-120000.db", &utc);
        assert_true(file_write(beside(world, name), "", 0, 0600, &world->err));
    }
    BackupInfo newest = back_up(world, NULL, NOW);
    int kept = count_backups(world);
    assert_true(kept >= 7 + 5 + 12 - 4); // the same one may stand for a day, a week and a month
    assert_true(kept <= 7 + 5 + 12);
    assert_int_equal(access(newest.path, F_OK), 0);
    back_up(world, NULL, NOW + 60);
    assert_int_equal(count_backups(world), kept); // of one day the newest
}

static void what_is_kept_before_an_import_is_not_thinned_out(void **state)
{
    World *world = *state;
    assert_true(backup_before(world->store, "import", &world->err));
    put_client(world, "Aoba");
    assert_true(backup_before(world->store, "import", &world->err));
    for (int day = 0; day < 12; day++)
        back_up(world, NULL, NOW + (Moment)day * A_DAY);
    assert_int_equal(access(beside(world, "backups/before-import.db"), F_OK), 0);
}

static void a_sound_store_gives_no_finding(void **state)
{
    World *world = *state;
    put_many(world);
    is_in_order(world);
}

static void check_finds(World *world, const char *sql, const char *what)
{
    CheckFinding *findings;
    store_close(world->store);
    world_sql(world, sql);
    world->store = NULL;
    world_reopen(world);
    size_t count = findings_of(world, &findings);
    for (size_t i = 0; i < count; i++)
        if (strstr(findings[i].what, what))
            return;
    fail_msg("%s: %zu findings, none says \"%s\"", sql, count, what);
}

static void check_makes_derived_rows_anew_and_compares(void **state)
{
    World *world = *state;
    Commitment promise = a_promise(world, "Quote", TODAY);
    world_put(world, &entity_commitment, 0, &promise);
    is_in_order(world);
    check_finds(world, "UPDATE commitment_state SET delays = 7", "derived rows differ");
}

static void check_finds_a_reference_to_nothing(void **state)
{
    World *world = *state;
    Commitment promise = a_promise(world, "Quote", TODAY);
    world_put(world, &entity_commitment, 0, &promise);
    check_finds(world, "UPDATE commitment SET client = 999999", "refers to nothing");
}

static void check_finds_a_search_text_that_nobody_indexed(void **state)
{
    World *world = *state;
    put_client(world, "Aoba");
    check_finds(world,
                "UPDATE search_text SET text = 'xyz' WHERE id = (SELECT max(id) FROM client)", "");
}

// Salvage

typedef struct Page {
    off_t at;
    size_t size;
} Page;

static bool holds_schema(const char *page, size_t size)
{
    static const char statement[] = "CREATE ";
    for (size_t i = 0; i + strlen(statement) <= size; i++)
        if (memcmp(page + i, statement, strlen(statement)) == 0)
            return true;
    return false;
}

/// The n-th page of the file that holds rows of a table (a leaf: its first octet is 13). Those of
/// the schema are left alone: without it nobody knows what the other pages are.
static Page leaf(const char *path, int n)
{
    enum { SIZE = 4096 };
    char page[SIZE];
    int file = open(path, O_RDONLY);
    assert_true(file >= 0);
    for (off_t at = SIZE; pread(file, page, SIZE, at) == SIZE; at += SIZE)
        if (page[0] == 13 && !holds_schema(page, SIZE) && n-- == 0) {
            close(file);
            return (Page){at, SIZE};
        }
    fail_msg("the file has too few pages");
    return (Page){0};
}

static void overwrite(const char *path, int n)
{
    char noise[4096];
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (char)(i * 131 + 17);
    Page page = leaf(path, n);
    damage(path, page.at, noise, page.size);
}

static int64_t count_records(World *world)
{
    int64_t count = 0;
    sqlite3 *db = NULL;
    sqlite3_stmt *ask = NULL;
    assert_int_equal(sqlite3_open(world->path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*) FROM record", -1, &ask, NULL),
                     SQLITE_OK);
    if (sqlite3_step(ask) == SQLITE_ROW)
        count = sqlite3_column_int64(ask, 0);
    sqlite3_finalize(ask);
    sqlite3_close(db);
    return count;
}

/// Salvages world->path into a store beside it and opens that one.
static SalvageInfo salvage(World *world)
{
    SalvageInfo info = {0};
    const char *saved = beside(world, "saved.db");
    if (!store_salvage(world->path, saved, NOW, world->arena, &info, &world->err))
        fail_msg("%s", world->err.text);
    strcpy(world->path, saved);
    world->store = NULL;
    world_reopen(world);
    return info;
}

static void finds(World *world, const char *words)
{
    Hit *hits;
    size_t count;
    assert_true(search(world->store, words, NULL, 0, 10, world->arena, &hits, &count, &world->err));
    assert_true(count > 0);
}

static void a_sound_store_is_salvaged_whole(void **state)
{
    World *world = *state;
    put_many(world);
    Id id = put_client(world, "Aoba");
    Commitment promise = a_promise(world, "Quote", TODAY);
    promise.client = id;
    world_put(world, &entity_commitment, 0, &promise);
    assert_true(setting_put(world->store, "theme", "dark", &world->err));
    assert_true(draft_put(world->store, "new/client", "name=Mina", NOW, &world->err));
    store_close(world->store);
    int64_t before = count_records(world);
    SalvageInfo info = salvage(world);
    assert_int_equal(info.kept, before);
    assert_int_equal(info.lost_count, 0);
    is_in_order(world);
    finds(world, "Aoba");
    const char *text;
    assert_true(setting_get(world->store, "theme", world->arena, &text, &world->err));
    assert_string_equal(text, "dark");
    assert_true(draft_get(world->store, "new/client", world->arena, &text, &world->err));
    assert_string_equal(text, "name=Mina");
    StepInfo step;
    assert_true(journal_undo(world->store, NOW, world->arena, &step, &world->err));
    assert_true(journal_undo(world->store, NOW, world->arena, &step, &world->err));
    assert_int_equal(count_clients(world, "Aoba"), 0);
}

static void of_a_store_with_three_pages_overwritten_nearly_all_comes_back(void **state)
{
    World *world = *state;
    static const int losses[][3] = {{20, 60, 100}, {3, 4, 5}, {40, 41, 90}};
    put_many(world);
    store_close(world->store);
    world->store = NULL;
    int64_t before = count_records(world);
    char *bytes, original[sizeof world->path];
    size_t size;
    strcpy(original, world->path);
    assert_true(file_read(original, 1 << 26, world->arena, &bytes, &size, &world->err));
    for (size_t i = 0; i < sizeof losses / sizeof *losses; i++) {
        strcpy(world->path, original);
        assert_true(file_write(original, bytes, size, 0600, &world->err));
        for (int page = 0; page < 3; page++)
            overwrite(original, losses[i][page]);
        SalvageInfo info = salvage(world);
        assert_true(info.kept >= before - 3 * ROWS_A_PAGE); // no more than stood there
        assert_int_equal(info.kept + (int64_t)info.lost_count, before);
        is_in_order(world);
        finds(world, "Client 2999");
        put_client(world, "Aoba");
        store_close(world->store);
        world->store = NULL;
        assert_int_equal(unlink(world->path), 0);
    }
    strcpy(world->path, original);
    assert_true(file_write(original, bytes, size, 0600, &world->err));
}

/// Pages that hold rows; those of indices are made anew and cost nothing.
static void of_three_pages_in_a_thousand_less_than_one_record_in_a_hundred_is_lost(void **state)
{
    World *world = *state;
    static const int losses[][3] = {{111, 333, 555}, {42, 43, 600}};
    char original[sizeof world->path], *bytes;
    size_t size;
    world_sql(
        world,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 14000) "
        "INSERT INTO record(id, kind, uid, name, created, changed) SELECT 1000 + i, 'client', "
        "printf('%08X-0000-4000-8000-000000000000', i), 'Client ' || i, 0, 0 FROM n; "
        "INSERT INTO client(id, name, remark) SELECT id, name, 'a remark that makes the row "
        "as long as the rows of a real list are, and more' FROM record WHERE id > 1000; "
        "PRAGMA wal_checkpoint(TRUNCATE)");
    store_close(world->store);
    world->store = NULL;
    int64_t before = count_records(world);
    strcpy(original, world->path);
    assert_true(file_read(original, 1 << 26, world->arena, &bytes, &size, &world->err));
    assert_true(before > 14000 && size >= (size_t)1000 * 4096);
    for (size_t i = 0; i < sizeof losses / sizeof *losses; i++) {
        strcpy(world->path, original);
        assert_true(file_write(original, bytes, size, 0600, &world->err));
        for (int page = 0; page < 3; page++)
            overwrite(original, losses[i][page]);
        SalvageInfo info = salvage(world);
        assert_true(info.kept < before); // the pages did hold records
        assert_true(info.kept * 100 >= before * 99);
        is_in_order(world);
        store_close(world->store);
        world->store = NULL;
        assert_int_equal(unlink(world->path), 0);
    }
    strcpy(world->path, original);
    assert_true(file_write(original, bytes, size, 0600, &world->err));
}

static void salvage_writes_over_nothing(void **state)
{
    World *world = *state;
    SalvageInfo info;
    put_client(world, "Aoba");
    assert_false(store_salvage(world->path, world->path, NOW, world->arena, &info, &world->err));
    assert_true(strstr(world->err.text, "is there already") != NULL);
}

#define on_a_store(test) cmocka_unit_test_setup_teardown(test, world_open, world_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_a_store(its_sha256_stands_beside_a_backup_that_only_we_can_read),
        on_a_store(a_second_backup_of_the_same_name_takes_the_place_of_the_first),
        on_a_store(a_backup_never_stands_where_something_else_is),
        on_a_store(a_backup_with_one_bit_changed_is_refused_and_the_store_kept),
        on_a_store(without_its_hash_a_torn_backup_is_refused_all_the_same),
        on_a_store(restoring_keeps_the_old_store_with_its_log),
        on_a_store(a_store_that_cannot_be_moved_aside_keeps_its_log),
        on_a_store(nothing_is_restored_under_another_mawari),
        on_a_store(two_years_of_daily_backups_are_thinned_out_to_days_weeks_months),
        on_a_store(what_is_kept_before_an_import_is_not_thinned_out),
        on_a_store(a_sound_store_gives_no_finding),
        on_a_store(check_makes_derived_rows_anew_and_compares),
        on_a_store(check_finds_a_reference_to_nothing),
        on_a_store(check_finds_a_search_text_that_nobody_indexed),
        on_a_store(a_sound_store_is_salvaged_whole),
        on_a_store(of_a_store_with_three_pages_overwritten_nearly_all_comes_back),
        on_a_store(of_three_pages_in_a_thousand_less_than_one_record_in_a_hundred_is_lost),
        on_a_store(salvage_writes_over_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
