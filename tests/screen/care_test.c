// SPDX-License-Identifier: GPL-3.0-or-later
// What the screen does for its store unasked: a backup each day, a check after an unclean end.
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "mawari/base/day.h"
#include "mawari/base/file.h"
#include "mawari/store/settings.h"
#include "support/home.h"
#include "support/tty.h"

enum { NOW = 1795000000, RESERVE = 4 << 20 };

static Tty *start(const Home *home)
{
    Tty *tty = tty_start_with((TtyStart){.rows = 24,
                                         .columns = 80,
                                         .argv = (char *[]){tty_mawari(), "--lang", "en", "--now",
                                                            "2026-11-24T09:52+09:00", "--store",
                                                            (char *)home->store, NULL},
                                         .folder = home->folder});
    tty_wait(tty, "[1 Today]");
    return tty;
}

static Store *opened(const Home *home)
{
    Store *store;
    Err err = {0};
    if (!store_open(home->store, STORE_WORKING, NOW, &store, &err))
        fail_msg("%s", err.text);
    return store;
}

/// The store was last looked after `days` ago.
static void cared_for(const Home *home, int days)
{
    char text[16];
    Day today;
    Err err = {0};
    Store *store = opened(home);
    assert_true(day_from(2026, 11, 24, &today));
    snprintf(text, sizeof text, "%d", (int)today - days);
    assert_true(setting_put(store, "care.day", text, &err));
    store_close(store);
}

/// Finished backups beside the store.
static int backups(const Home *home)
{
    char path[128];
    int count = 0;
    snprintf(path, sizeof path, "%s/backups", home->folder);
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        count += strstr(entry->d_name, ".db.sha256") != NULL;
    if (folder)
        closedir(folder);
    return count;
}

static off_t size_beside(const Home *home, const char *ending)
{
    char path[128];
    struct stat info;
    snprintf(path, sizeof path, "%s%s", home->store, ending);
    return stat(path, &info) == 0 ? info.st_size : 0;
}

static void end(Tty *tty)
{
    tty_type(tty, "qq");
    assert_int_equal(tty_stop(tty), 0);
}

/// As a mawari of long ago wrote it.
static void an_older_gazetteer(const Home *home)
{
    char path[512];
    static const char old[] = "mawari gazetteer, version 1: nothing that this one reads";
    Err err = {0};
    snprintf(path, sizeof path, "%s.gazetteer", home->store);
    assert_true(file_write(path, old, sizeof old, 0600, &err));
}

static void an_older_gazetteer_says_what_to_do(void **state)
{
    (void)state;
    Home home;
    home_make(&home);
    cared_for(&home, 0);
    Tty *tty = start(&home);
    tty_type(tty, "1"); // the first client: the empty store's screen says nothing else
    tty_wait(tty, "Reading");
    tty_type(tty, "Aoba\023");
    tty_wait(tty, "Added");
    tty_type(tty, TTY_ESCAPE TTY_ESCAPE);
    tty_settle(tty);
    end(tty);
    an_older_gazetteer(&home);
    tty = start(&home);
    tty_wait(tty, "mawari import gazetteer FILE");
    end(tty);
    home_remove(&home);
}

static void the_first_end_of_a_day_makes_a_backup_and_the_second_none(void **state)
{
    (void)state;
    Home home;
    home_make(&home);
    cared_for(&home, 1);
    for (int i = 0; i < 2; i++) {
        Tty *tty = start(&home);
        end(tty);
        assert_int_equal(size_beside(&home, ".reserve"), RESERVE);
        assert_int_equal(backups(&home), 1);
    }
    home_remove(&home);
}

static void a_store_that_is_new_has_nothing_to_keep_yet(void **state)
{
    (void)state;
    Home home;
    home_make(&home);
    Tty *tty = start(&home);
    end(tty);
    assert_int_equal(backups(&home), 0);
    home_remove(&home);
}

/// The last page that holds a part of an index (its first octet is 10) becomes noise.
static void damage_an_index(const Home *home)
{
    enum { PAGE = 4096 };
    unsigned char kind;
    char noise[PAGE];
    off_t last = 0;
    int file = open(home->store, O_RDWR);
    assert_true(file >= 0);
    for (off_t at = PAGE; pread(file, &kind, 1, at) == 1; at += PAGE)
        last = kind == 10 ? at : last;
    assert_true(last > 0);
    memset(noise, 0xA5, sizeof noise);
    assert_int_equal(pwrite(file, noise, sizeof noise, last), PAGE);
    close(file);
}

static void damage_is_said_and_not_backed_up(void **state)
{
    (void)state;
    Home home;
    home_make(&home);
    cared_for(&home, 1);
    damage_an_index(&home);
    Tty *tty = start(&home);
    tty_type(tty, "qq");
    tty_wait(tty, "is damaged"); // behind the screen, where the shell goes on
    assert_int_equal(tty_stop(tty), 1);
    assert_int_equal(backups(&home), 0);
    home_remove(&home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_end_of_a_day_makes_a_backup_and_the_second_none),
        cmocka_unit_test(an_older_gazetteer_says_what_to_do),
        cmocka_unit_test(a_store_that_is_new_has_nothing_to_keep_yet),
        cmocka_unit_test(damage_is_said_and_not_backed_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
