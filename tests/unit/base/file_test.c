// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of files, folders and the log.
#include "fixture.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "home.h"
#include "mawari/base/file.h"
#include "mawari/base/log.h"

static size_t count_files(const char *folder)
{
    size_t count = 0;
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (const struct dirent *entry; (entry = readdir(entries));)
        count += *entry->d_name != '.' || strlen(entry->d_name) > 2;
    closedir(entries);
    return count;
}

static char *read_back(const char *path, Arena *arena)
{
    char *text = NULL;
    size_t size;
    Err err = {0};
    if (!file_read(path, 8 << 20, arena, &text, &size, &err))
        fail_msg("%s", err.text);
    assert_int_equal(strlen(text), size);
    return text;
}

static void a_file_is_written_whole(void **state)
{
    char *folder = make_folder(*state);
    char *path = arena_print(*state, "%s/plan", folder);
    struct stat info;
    assert_true(file_write(path, "first", 5, 0600, NULL));
    assert_true(file_write(path, "the second", 10, 0600, NULL));
    assert_string_equal(read_back(path, *state), "the second");
    assert_true(file_write(path, "", 0, 0600, NULL));
    assert_string_equal(read_back(path, *state), "");
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    assert_int_equal(count_files(folder), 1);
    folder_remove(folder);
}

static void a_link_stays_and_a_fifo_is_not_renamed_away(void **state)
{
    char *folder = make_folder(*state);
    char *path = arena_print(*state, "%s/plan", folder),
         *link = arena_print(*state, "%s/l", folder);
    char *fifo = arena_print(*state, "%s/fifo", folder);
    struct stat info;
    Err err = {0};
    assert_int_equal(symlink("plan", link), 0);
    assert_true(file_write(path, "first", 5, 0600, NULL));
    assert_true(file_write(link, "second", 6, 0600, NULL));
    assert_string_equal(read_back(path, *state), "second");
    assert_true(lstat(link, &info) == 0 && S_ISLNK(info.st_mode));
    assert_int_equal(mkfifo(fifo, 0600), 0);
    assert_false(file_write(fifo, "x", 1, 0600, &err));
    assert_string_equal(err.text, arena_print(*state, "%s is not an ordinary file", fifo));
    assert_true(lstat(fifo, &info) == 0 && S_ISFIFO(info.st_mode));
    folder_remove(folder);
}

static void a_failed_write_leaves_nothing_behind(void **state)
{
    char *folder = make_folder(*state);
    char *taken = arena_print(*state, "%s/taken", folder);
    Err err = {0};
    assert_int_equal(mkdir(taken, 0700), 0); // no file can take a folder's name
    assert_false(file_write(taken, "x", 1, 0600, &err));
    assert_int_equal(err.kind, ERR_FILE);
    assert_non_null(strstr(err.text, taken));
    assert_int_equal(count_files(folder), 1);
    assert_false(file_write(arena_print(*state, "%s/no/where", folder), "x", 1, 0600, &err));
    rmdir(taken);
    folder_remove(folder);
}

static void only_ordinary_files_are_read(void **state)
{
    char *folder = make_folder(*state), *text;
    char *pipe_path = arena_print(*state, "%s/pipe", folder);
    size_t size;
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    const char *const paths[] = {folder, pipe_path, "/dev/zero", "/no/such/file"};
    for (size_t i = 0; i < COUNT(paths); i++) {
        Err err = {0};
        assert_false(file_read(paths[i], 100, *state, &text, &size, &err));
        assert_int_equal(err.kind, ERR_FILE);
        assert_non_null(strstr(err.text, paths[i]));
    }
    folder_remove(folder);
}

static void a_file_beyond_the_limit_is_refused(void **state)
{
    char *folder = make_folder(*state), *text;
    char *path = arena_print(*state, "%s/large", folder);
    char *bytes = arena_take(*state, 100000);
    size_t size;
    assert_true(file_write(path, bytes, 100000, 0600, NULL));
    assert_false(file_read(path, 99999, *state, &text, &size, NULL));
    assert_true(file_read(path, 100000, *state, &text, &size, NULL));
    assert_true(file_read(path, SIZE_MAX, *state, &text, &size, NULL)); // as much as there is
    assert_int_equal(size, 100000);
    assert_int_equal(size, 100000);
    assert_int_equal(text[size], '\0');
    folder_remove(folder);
}

static void folders_are_made_with_their_parents(void **state)
{
    char *folder = make_folder(*state);
    struct stat info;
    Err err = {0};
    assert_true(file_make_folders(arena_print(*state, "%s/a/b/", folder), NULL));
    assert_true(file_make_folders(arena_print(*state, "%s/a/b", folder), NULL));
    assert_int_equal(stat(arena_print(*state, "%s/a/b", folder), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0700);
    assert_true(file_write(arena_print(*state, "%s/a/file", folder), "", 0, 0600, NULL));
    char *three = arena_print(*state, "%s/a/c//d/e/", folder);
    size_t there = file_folder_there(three);
    assert_int_equal(there, strlen(folder) + strlen("/a/"));
    assert_true(file_make_folders(three, NULL));
    file_remove_folders(three, there);
    assert_int_equal(file_folder_there(three), there); // b is still in it
    assert_int_equal(file_folder_there("no/such"), 0);
    assert_false(file_make_folders(arena_print(*state, "%s/a/file", folder), &err));
    assert_false(file_make_folders(arena_print(*state, "%s/a/file/b", folder), &err));
    assert_false(file_make_folders("", &err));
    rmdir(arena_print(*state, "%s/a/b", folder));
    folder_remove(folder);
}

static void the_reps_folders_are_those_of_xdg(void **state)
{
    char *folder;
    setenv("MAWARI_TEST_HOME", "/data", 1);
    assert_true(file_xdg("MAWARI_TEST_HOME", ".local/share", *state, &folder, NULL));
    assert_string_equal(folder, "/data/mawari");
    setenv("MAWARI_TEST_HOME", "not/absolute", 1);
    setenv("HOME", "/home/rep", 1);
    assert_true(file_xdg("MAWARI_TEST_HOME", ".local/share", *state, &folder, NULL));
    assert_string_equal(folder, "/home/rep/.local/share/mawari");
    unsetenv("MAWARI_TEST_HOME");
    unsetenv("HOME");
    Err err = {0};
    assert_false(file_xdg("MAWARI_TEST_HOME", ".local/share", *state, &folder, &err));
    assert_int_equal(err.kind, ERR_FILE);
}

static void what_lies_beside_the_program_is_found(void **state)
{
    char *own = file_beside("base_file_test", *state);
    assert_int_equal(access(own, X_OK), 0);
    assert_int_equal(*own, '/');
    char *missing = file_beside("share/no-such-thing", *state);
    assert_non_null(strstr(missing, "/share/no-such-thing"));
}

static void the_log_turns_over_before_it_grows_large(void **state)
{
    char *folder = make_folder(*state);
    char *path = arena_print(*state, "%s/log", folder);
    log_error("nobody hears this");
    log_open(path);
    log_error("step %d:\nrefused\x1b", 7);
    char *text = read_back(path, *state);
    assert_string_equal(text + strlen("2026-11-24T00:00:00Z"), " step 7: refused \n");
    for (int i = 0; i < 3000; i++)
        log_error("%900d", i);
    log_close();
    log_error("nor this");
    assert_int_equal(count_files(folder), 2);
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    assert_true(info.st_size <= (1 << 20) + 1024);
    assert_int_equal(info.st_mode & 0777, 0600);
    assert_non_null(strstr(read_back(path, *state), " 2999\n"));
    folder_remove(folder);
}

static void the_home_stands_behind_a_tilde_that_begins_a_path(void **state)
{
    setenv("HOME", "/home/sato", 1);
    assert_string_equal(file_at_home("~/名簿.csv", *state), "/home/sato/名簿.csv");
    assert_string_equal(file_at_home("~", *state), "/home/sato");
    assert_string_equal(file_at_home("~other/a.csv", *state), "~other/a.csv");
    assert_string_equal(file_at_home("lists/~/a.csv", *state), "lists/~/a.csv");
    unsetenv("HOME");
    assert_string_equal(file_at_home("~/a.csv", *state), "~/a.csv");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(a_file_is_written_whole),
        with_arena(a_link_stays_and_a_fifo_is_not_renamed_away),
        with_arena(a_failed_write_leaves_nothing_behind),
        with_arena(only_ordinary_files_are_read),
        with_arena(a_file_beyond_the_limit_is_refused),
        with_arena(folders_are_made_with_their_parents),
        with_arena(the_reps_folders_are_those_of_xdg),
        with_arena(the_home_stands_behind_a_tilde_that_begins_a_path),
        with_arena(what_lies_beside_the_program_is_found),
        with_arena(the_log_turns_over_before_it_grows_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
