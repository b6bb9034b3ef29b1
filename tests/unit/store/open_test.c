// SPDX-License-Identifier: GPL-3.0-or-later
// What is opened, what is refused with a sentence and left as it was, and what is kept from others.
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "mawari/base/file.h"
#include "mawari/base/sha256.h"
#include "mawari/store/backup.h"
#include "mawari/store/journal.h"
#include "mawari/store/settings.h"
#include "store/embedded.h"
#include "store/sql.h"
#include "support/rounds.h"

enum { NOBODY = 65534 };

static const char *beside(World *world, const char *name)
{
    return arena_print(world->arena, "%s/%s", world->folder, name);
}

static void put_client(World *world, const char *name)
{
    Client client = a_client(world, name);
    world_put(world, &entity_client, 0, &client);
}

static void close_store(World *world)
{
    store_close(world->store);
    world->store = NULL;
}

static const char *hash_of(World *world, const char *path)
{
    char *hash = arena_take(world->arena, 65);
    if (!sha256_file(path, hash, &world->err))
        fail_msg("%s", world->err.text);
    return hash;
}

/// Refused with this sentence, and not an octet of the file has changed, nor is anything beside it.
static void is_refused(World *world, const char *path, const char *why)
{
    Store *store = NULL;
    const char *before = hash_of(world, path);
    if (store_open(path, STORE_WORKING, NOW, &store, &world->err))
        fail_msg("%s was opened", path);
    if (!strstr(world->err.text, why))
        fail_msg("\"%s\" does not say: %s", world->err.text, why);
    assert_string_equal(hash_of(world, path), before);
    assert_int_equal(access(arena_print(world->arena, "%s-journal", path), F_OK), -1);
}

static void folder_and_files_are_ours_alone_whatever_the_umask(void **state)
{
    World *world = *state;
    static const mode_t masks[] = {0, 022, 077};
    static const char *const files[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
        struct stat info;
        Store *store;
        mode_t mask = umask(masks[i]);
        const char *path = beside(world, arena_print(world->arena, "new%zu/b/mawari.db", i));
        bool good = store_open(path, STORE_WORKING, NOW, &store, &world->err);
        umask(mask);
        assert_true(good);
        for (size_t f = 0; f < sizeof files / sizeof *files; f++) {
            assert_int_equal(stat(arena_print(world->arena, "%s%s", path, files[f]), &info), 0);
            assert_int_equal(info.st_mode & 0777, 0600);
        }
        store_close(store);
        assert_int_equal(stat(beside(world, arena_print(world->arena, "new%zu", i)), &info), 0);
        assert_int_equal(info.st_mode & 0777, 0700);
    }
}

static void a_file_that_others_could_read_no_longer_is(void **state)
{
    World *world = *state;
    struct stat info;
    close_store(world);
    assert_int_equal(chmod(world->path, 0644), 0);
    world_reopen(world);
    assert_int_equal(stat(world->path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
}

static void a_folder_may_be_reached_by_a_link(void **state)
{
    World *world = *state;
    Store *store;
    put_client(world, "Aoba");
    close_store(world);
    const char *link = beside(world, "link");
    assert_int_equal(symlink(world->folder, link), 0);
    if (!store_open(arena_print(world->arena, "%s/a.db", link), STORE_WORKING, NOW, &store,
                    &world->err))
        fail_msg("%s", world->err.text);
    store_close(store);
}

/// A file with a hole in it would give nothing back on a full disk.
static void what_is_kept_back_for_a_full_disk_takes_its_room(void **state)
{
    World *world = *state;
    const char *path = beside(world, "reserve.db");
    struct stat file;
    store_keep_reserve(path);
    assert_int_equal(stat(arena_print(world->arena, "%s.reserve", path), &file), 0);
    assert_true((file.st_mode & 0777) == 0600 && file.st_size >= 4 << 20);
    assert_true(file.st_blocks * 512 >= file.st_size);
    store_keep_reserve(path); // once is enough
    struct stat again;
    assert_int_equal(stat(arena_print(world->arena, "%s.reserve", path), &again), 0);
    assert_int_equal(again.st_size, file.st_size);
}

static void what_is_no_file_of_ours_is_refused(void **state)
{
    World *world = *state;
    const char *text = beside(world, "text.db"), *other = beside(world, "other.db");
    assert_true(file_write(text,
                           "just some text that is long enough to be looked at by somebody, "
                           "and a little more of it than that, so that it has a header",
                           122, 0600, &world->err));
    is_refused(world, text, "check --salvage NEW");
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(other, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "CREATE TABLE a(b)", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    is_refused(world, other, "is not a file of mawari");
}

static void links_and_second_names_are_refused(void **state)
{
    World *world = *state;
    close_store(world);
    const char *soft = beside(world, "soft.db"), *hard = beside(world, "hard.db");
    assert_int_equal(symlink(world->path, soft), 0);
    is_refused(world, soft, "is a link");
    assert_int_equal(link(world->path, hard), 0);
    is_refused(world, hard, "has a second name");
    is_refused(world, world->path, "has a second name");
}

static void a_folder_a_pipe_and_a_device_are_refused(void **state)
{
    World *world = *state;
    Store *store;
    assert_int_equal(mkfifo(beside(world, "fifo"), 0600), 0);
    const char *const places[] = {world->folder, beside(world, "fifo"), "/dev/zero"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        assert_false(store_open(places[i], STORE_WORKING, NOW, &store, &world->err));
        assert_true(strstr(world->err.text, "is not an ordinary file") != NULL);
    }
}

static void one_cut_anywhere_is_refused(void **state)
{
    World *world = *state;
    struct stat info;
    put_client(world, "Aoba");
    close_store(world);
    assert_int_equal(stat(world->path, &info), 0);
    const struct {
        off_t size;
        const char *why;
    } cuts[] = {
        {info.st_size - 4096, ""},
        {info.st_size - 1, ""},
        {info.st_size / 2, ""},
        {4096, ""},
        {2048, ""},
        {50, ""},
    };
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        assert_int_equal(truncate(world->path, cuts[i].size), 0);
        is_refused(world, world->path, cuts[i].why);
        assert_true(strstr(world->err.text, "a.db") != NULL);
    }
}

static void one_with_other_tables_or_triggers_is_refused(void **state)
{
    World *world = *state;
    close_store(world);
    world_sql(world, "CREATE TRIGGER spy AFTER INSERT ON setting BEGIN DELETE FROM draft; END");
    is_refused(world, world->path, "was changed by another program");
}

/// Opening trusts SQLite's count of changes, which a tool can set back; a check trusts nobody.
static void a_check_reads_the_tables_themselves(void **state)
{
    World *world = *state;
    CheckFinding *findings;
    size_t count;
    world_sql(world, "CREATE TRIGGER spy AFTER INSERT ON setting BEGIN DELETE FROM draft; END");
    assert_true(store_check(world->store, world->arena, &findings, &count, &world->err));
    assert_int_equal(count, 1);
    assert_string_equal(findings[0].what, "its tables are not mawari's");
}

static void one_of_a_newer_mawari_is_refused(void **state)
{
    World *world = *state;
    close_store(world);
    world_sql(world, "PRAGMA user_version = 99");
    is_refused(world, world->path, "was written by a newer mawari (schema 99");
}

/// Another mawari migrates the file while this one has it open: it only reads from then on.
static void nothing_is_written_into_a_file_that_became_newer(void **state)
{
    World *world = *state;
    Step *step;
    StepInfo info;
    bool changed;
    put_client(world, "Aoba");
    world_sql(world, "PRAGMA user_version = 99");
    const char *why = "a newer mawari has changed";
    assert_false(step_begin(world->store, "test", NOW, &step, &world->err));
    assert_true(strstr(world->err.text, why) != NULL);
    assert_false(setting_put(world->store, "theme", "dark", &world->err));
    assert_true(strstr(world->err.text, why) != NULL);
    assert_false(journal_undo(world->store, NOW, world->arena, &info, &world->err));
    assert_true(strstr(world->err.text, why) != NULL);
    assert_false(store_changed_outside(world->store, &changed, &world->err));
    assert_true(strstr(world->err.text, why) != NULL);
    assert_true(store_is_newer(world->store));
    world_sql(world, "PRAGMA user_version = 2"); // for the fixture
}

static void a_log_left_behind_is_read(void **state)
{
    World *world = *state;
    char *bytes, *log;
    size_t size, log_size;
    Store *store;
    Id id;
    const Entity *const kinds[] = {&entity_client};
    put_client(world, "Aoba");
    const char *copy = beside(world, "copy.db");
    assert_true(file_read(world->path, 1 << 26, world->arena, &bytes, &size, &world->err));
    assert_true(file_read(arena_print(world->arena, "%s-wal", world->path), 1 << 26, world->arena,
                          &log, &log_size, &world->err));
    assert_true(log_size > 0);
    assert_true(file_write(copy, bytes, size, 0600, &world->err));
    assert_true(file_write(beside(world, "copy.db-wal"), log, log_size, 0600, &world->err));
    if (!store_open(copy, STORE_WORKING, NOW, &store, &world->err))
        fail_msg("%s", world->err.text);
    assert_true(record_find(store, kinds, 1, "Aoba", &id, &world->err));
    store_close(store);
    assert_true(store_open(world->path, STORE_WORKING, NOW, &store, &world->err));
    store_close(world->store); // its locks went with the files that were read above
    world->store = store;
}

/// Runs in a child that is somebody else, because root may write everywhere.
static void as_nobody(World *world, const char *path, const char *why)
{
    pid_t child = fork();
    if (child == 0) {
        Store *store;
        Err err = {0};
        if (setgid(NOBODY) != 0 || setuid(NOBODY) != 0)
            _exit(3);
        if (store_open(path, STORE_WORKING, NOW, &store, &err))
            _exit(1);
        if (!strstr(err.text, why)) {
            fprintf(stderr, "%s\n", err.text);
            _exit(2);
        }
        _exit(0);
    }
    int status;
    (void)world;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void what_may_not_be_written_is_refused(void **state)
{
    World *world = *state;
    const char *open = beside(world, "open"), *shut = beside(world, "shut");
    if (geteuid() != 0)
        skip(); // only root can become somebody else
    close_store(world);
    assert_int_equal(chmod(world->folder, 0755), 0);
    assert_int_equal(mkdir(open, 0777) | chmod(open, 0777), 0);
    assert_int_equal(mkdir(shut, 0755) | chmod(shut, 0755), 0);
    const char *path = arena_print(world->arena, "%s/a.db", open);
    const char *in_shut = arena_print(world->arena, "%s/a.db", shut);
    assert_int_equal(rename(world->path, path), 0);
    as_nobody(world, path, "belongs to somebody else");
    assert_int_equal(chown(path, NOBODY, NOBODY), 0);
    assert_int_equal(chmod(path, 0400), 0);
    as_nobody(world, path, "may not be written");
    assert_int_equal(chmod(path, 0600), 0);
    assert_int_equal(rename(path, in_shut), 0);
    as_nobody(world, in_shut, "the folder");
    as_nobody(world, arena_print(world->arena, "%s/new.db", shut), "may not be written");
    as_nobody(world, arena_print(world->arena, "%s/new/new.db", shut), "");
    assert_int_equal(rename(in_shut, world->path), 0);
    assert_int_equal(chown(world->path, 0, 0), 0);
}

static void a_file_system_that_shares_no_memory_is_refused(void **state)
{
    (void)state;
    static const struct {
        unsigned long kind;
        bool works;
    } systems[] = {
        {0xEF53 /* ext4 */, true},      {0x01021994 /* tmpfs */, true},
        {0x9123683E /* btrfs */, true}, {0x58465342 /* xfs */, true},
        {0x6969 /* NFS */, false},      {0xFF534D42 /* CIFS */, false},
        {0xFE534D42 /* SMB2 */, false}, {0x65735546 /* FUSE */, false},
        {0x01021997 /* 9p */, false},   {0x786F4256 /* vboxsf */, false},
    };
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++)
        if (place_works(systems[i].kind) != systems[i].works)
            fail_msg("file system 0x%lX", systems[i].kind);
}

static void every_pragma_is_as_it_must_be(void **state)
{
    World *world = *state;
    static const struct {
        const char *ask, *is;
    } pragmas[] = {
        {"PRAGMA journal_mode", "wal"},     {"PRAGMA synchronous", "2"},
        {"PRAGMA foreign_keys", "1"},       {"PRAGMA cell_size_check", "1"},
        {"PRAGMA mmap_size", "0"},          {"PRAGMA temp_store", "2"},
        {"PRAGMA wal_autocheckpoint", "0"}, {"PRAGMA journal_size_limit", "8388608"},
        {"PRAGMA trusted_schema", "1"},
    };
    for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas; i++) {
        sqlite3_stmt *ask = NULL;
        sql_kept(world->store, &ask, pragmas[i].ask);
        assert_int_equal(sqlite3_step(ask), SQLITE_ROW);
        assert_string_equal(sqlite3_column_text(ask, 0), pragmas[i].is);
        sqlite3_finalize(ask);
    }
    assert_false(sql_exec(world->store, "DELETE FROM search_data", "", &world->err));
    assert_false(sql_exec(world->store, "SELECT load_extension('x')", "", &world->err));
    assert_false(sql_exec(world->store, "SELECT \"nothing\"", "", &world->err));
}

static int64_t pages_kept(World *world)
{
    sqlite3_stmt *ask = NULL;
    int64_t kept = 0;
    sql_kept(world->store, &ask, "PRAGMA cache_size");
    assert_true(sql_number(world->store, ask, 0, &kept, "", &world->err));
    sqlite3_finalize(ask);
    return -kept; // in KiB
}

static void few_pages_are_kept_until_something_is_written(void **state)
{
    World *world = *state;
    Step *step;
    world_reopen(world);
    assert_int_equal(pages_kept(world), 400);
    assert_true(step_begin(world->store, "new", 0, &step, &world->err));
    assert_int_equal(pages_kept(world), 2000);
    step_is_large(step);
    assert_int_equal(pages_kept(world), 65536);
    step_drop(step);
    assert_int_equal(pages_kept(world), 2000);
    world_reopen(world);
    store_read_usual(world->store);
    assert_int_equal(pages_kept(world), 2000);
}

// Migrations

static void every_older_version_becomes_todays_with_its_rows_and_a_backup(void **state)
{
    World *world = *state;
    for (int version = 1; version < store_schema_version(); version += ROUNDS_EVERY) {
        Store *store;
        Id id;
        StepInfo step;
        const Entity *const kinds[] = {&entity_client};
        const char *path = beside(world, arena_print(world->arena, "old%d/a.db", version));
        assert_int_equal(mkdir(beside(world, arena_print(world->arena, "old%d", version)), 0700),
                         0);
        old_store(world, path, version, "");
        if (!store_open(path, STORE_WORKING, NOW, &store, &world->err))
            fail_msg("from version %d: %s", version, world->err.text);
        assert_int_equal(schema_version(store), store_schema_version());
        assert_true(record_find(store, kinds, 1, "Aoba", &id, &world->err));
        if (!journal_undo(store, NOW, world->arena, &step, &world->err))
            fail_msg("%s", world->err.text);
        assert_false(record_find(store, kinds, 1, "Aoba", &id, &world->err));
        store_close(store);
        const char *copy = arena_print(world->arena, "old%d/backups/before-schema-%d.db", version,
                                       version + 1);
        assert_int_equal(access(beside(world, copy), F_OK), 0);
    }
}

static void a_damaged_store_of_an_older_version_is_salvaged_into_todays(void **state)
{
    World *world = *state;
    const int last = store_schema_version() - 1, versions[] = {1, last / 2, last};
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++) {
        int version = versions[i];
        Store *store = NULL;
        Id id;
        SalvageInfo info;
        const Entity *const kinds[] = {&entity_client};
        const char *old = beside(world, arena_print(world->arena, "damaged%d.db", version));
        const char *saved = beside(world, arena_print(world->arena, "saved%d.db", version));
        old_store(world, old, version, "");
        if (!store_salvage(old, saved, NOW, world->arena, &info, &world->err) ||
            !store_open(saved, STORE_WORKING, NOW, &store, &world->err))
            fail_msg("from version %d: %s", version, world->err.text);
        assert_int_equal(info.kept, 2);
        assert_int_equal(info.lost_count, 0);
        assert_true(record_find(store, kinds, 1, "Aoba", &id, &world->err));
        store_close(store);
    }
}

#define on_a_store(test) cmocka_unit_test_setup_teardown(test, world_open, world_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_a_store(folder_and_files_are_ours_alone_whatever_the_umask),
        on_a_store(a_file_that_others_could_read_no_longer_is),
        on_a_store(a_folder_may_be_reached_by_a_link),
        on_a_store(what_is_kept_back_for_a_full_disk_takes_its_room),
        on_a_store(what_is_no_file_of_ours_is_refused),
        on_a_store(links_and_second_names_are_refused),
        on_a_store(a_folder_a_pipe_and_a_device_are_refused),
        on_a_store(one_cut_anywhere_is_refused),
        on_a_store(one_with_other_tables_or_triggers_is_refused),
        on_a_store(a_check_reads_the_tables_themselves),
        on_a_store(one_of_a_newer_mawari_is_refused),
        on_a_store(nothing_is_written_into_a_file_that_became_newer),
        on_a_store(a_log_left_behind_is_read),
        on_a_store(what_may_not_be_written_is_refused),
        on_a_store(a_file_system_that_shares_no_memory_is_refused),
        on_a_store(every_pragma_is_as_it_must_be),
        on_a_store(few_pages_are_kept_until_something_is_written),
        on_a_store(every_older_version_becomes_todays_with_its_rows_and_a_backup),
        on_a_store(a_damaged_store_of_an_older_version_is_salvaged_into_todays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
