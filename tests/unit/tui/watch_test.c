// SPDX-License-Identifier: GPL-3.0-or-later
// What wakes the screen besides keys: of a folder's changes only those of the store.
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "tui/watch.h"

typedef struct Folder {
    char path[64], store[96];
    int watch;
} Folder;

static void write_beside(const Folder *folder, const char *name)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    FILE *file = fopen(path, "a");
    assert_non_null(file);
    assert_true(fputs("x", file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static int make_folder(void **state)
{
    static Folder folder;
    snprintf(folder.path, sizeof folder.path, "/tmp/mawari-watch-XXXXXX");
    if (!mkdtemp(folder.path))
        return 1;
    snprintf(folder.store, sizeof folder.store, "%s/mawari.db", folder.path);
    folder.watch = watch_folder_of(folder.store);
    *state = &folder;
    return 0;
}

static int remove_folder(void **state)
{
    static const char *const names[] = {"mawari.db", "mawari.db-wal", "notes.txt"};
    const Folder *folder = *state;
    char path[128];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", folder->path, names[i]);
        (void)unlink(path);
    }
    if (folder->watch >= 0)
        close(folder->watch);
    return rmdir(folder->path);
}

static const Folder *watched(void **state)
{
    const Folder *folder = *state;
    if (folder->watch < 0)
        skip(); // this system does not tell
    return folder;
}

static void a_change_of_the_store_or_of_its_log_is_seen(void **state)
{
    const Folder *folder = watched(state);
    write_beside(folder, "mawari.db");
    assert_true(watch_saw(folder->watch, folder->store));
    write_beside(folder, "mawari.db-wal");
    assert_true(watch_saw(folder->watch, folder->store));
    assert_false(watch_saw(folder->watch, folder->store)); // all was taken
}

static void what_else_changes_in_the_folder_is_none_of_its_business(void **state)
{
    const Folder *folder = watched(state);
    write_beside(folder, "notes.txt");
    assert_false(watch_saw(folder->watch, folder->store));
    write_beside(folder, "notes.txt");
    write_beside(folder, "mawari.db");
    write_beside(folder, "notes.txt");
    assert_true(watch_saw(folder->watch, folder->store));
}

/// Somebody who never stops writing there must not keep the keys waiting.
static void what_others_write_is_taken_piece_by_piece(void **state)
{
    const Folder *folder = watched(state);
    struct pollfd ready = {.fd = folder->watch, .events = POLLIN};
    for (int i = 0; i < 200; i++) // in turns, for the same twice running is one event
        write_beside(folder, i % 2 ? "notes.txt" : "mawari.db-wal");
    assert_true(watch_saw(folder->watch, folder->store));
    assert_int_equal(poll(&ready, 1, 0), 1);
    int pieces = 1;
    for (; poll(&ready, 1, 0) == 1 && pieces < 100; pieces++)
        assert_true(watch_saw(folder->watch, folder->store));
    assert_in_range(pieces, 2, 99);
}

static bool rings_within(int clock, int ms)
{
    return poll(&(struct pollfd){.fd = clock, .events = POLLIN}, 1, ms) == 1;
}

static void the_clock_rings_at_once_or_at_its_second_or_never(void **state)
{
    (void)state;
    int clock = watch_clock();
    if (clock < 0)
        skip(); // this system has none
    watch_until(clock, 0);
    assert_true(rings_within(clock, 0));
    watch_until(clock, 1);
    assert_true(rings_within(clock, 20000));
    watch_until(clock, -1);
    assert_false(rings_within(clock, 0));
    close(clock);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_change_of_the_store_or_of_its_log_is_seen, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(what_else_changes_in_the_folder_is_none_of_its_business,
                                        make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(what_others_write_is_taken_piece_by_piece, make_folder,
                                        remove_folder),
        cmocka_unit_test(the_clock_rings_at_once_or_at_its_second_or_never),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
