// SPDX-License-Identifier: GPL-3.0-or-later
// Two mawari on one file, and a third program that holds the lock.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>
#include <cmocka.h>

#include "mawari/store/record.h"
#include "support/home.h"
#include "support/tty.h"

enum { NOW = 1795000000, EACH = 25 };

typedef struct Pair {
    Home home;
    Tty *left, *right;
} Pair;

static Tty *start(const Home *home)
{
    Tty *tty = tty_start_with((TtyStart){
        .rows = 24,
        .columns = 80,
        .argv = (char *[]){tty_mawari(), "--lang", "en", "--store", (char *)home->store, NULL},
        .environment = (const char *const[]){"MAWARI_SEED", NULL}, // no two records are one
        .folder = home->folder});
    tty_wait(tty, "[1 Today]");
    tty_type(tty, "2");
    tty_wait(tty, "[2 Clients]");
    return tty;
}

static void end(Tty *tty)
{
    tty_type(tty, "qq");
    assert_int_equal(tty_stop(tty), 0);
}

static Store *opened(const Home *home)
{
    Store *store;
    Err err = {0};
    if (!store_open(home->store, STORE_WORKING, NOW, &store, &err))
        fail_msg("%s", err.text);
    return store;
}

static void add_client(const Home *home, const char *name)
{
    Err err = {0};
    Arena *arena = arena_open();
    Store *store = opened(home);
    Step *step;
    Client client;
    record_blank(&entity_client, &client, 0, arena);
    client.name = name;
    assert_true(step_begin(store, "new", NOW, &step, &err));
    assert_true(record_put(step, &entity_client, 0, &client, NULL, &err));
    assert_true(step_end(step, NULL, &err));
    store_close(store);
    arena_close(arena);
}

static int set_up(void **state)
{
    Pair *pair = calloc(1, sizeof *pair);
    home_make(&pair->home);
    add_client(&pair->home, "Aoba");
    pair->left = start(&pair->home);
    pair->right = start(&pair->home);
    *state = pair;
    return 0;
}

static int tear_down(void **state)
{
    Pair *pair = *state;
    home_remove(&pair->home);
    free(pair);
    return 0;
}

/// A new client, typed into the form and saved.
static void type_client(Tty *tty, const char *name)
{
    tty_type(tty, "n");
    tty_wait(tty, "New  Client");
    tty_type(tty, name);
    tty_wait(tty, name);
    tty_type(tty, "\023");
}

static void each_sees_what_the_other_writes(void **state)
{
    Pair *pair = *state;
    type_client(pair->left, "Minato");
    tty_wait(pair->left, "Added: Client Minato");
    tty_wait(pair->right, "Minato");
    type_client(pair->right, "Watanabe");
    tty_wait(pair->right, "Added: Client Watanabe");
    tty_wait(pair->left, "Watanabe");
    end(pair->left);
    end(pair->right);
}

/// What u named is the left one's; what is last by then is the right one's.
static void a_second_u_takes_back_nothing_that_it_did_not_name(void **state)
{
    Pair *pair = *state;
    type_client(pair->left, "Minato");
    tty_wait(pair->left, "Added: Client Minato");
    tty_type(pair->left, "\033u");
    tty_wait(pair->left, "u takes back: added Minato");
    type_client(pair->right, "Watanabe");
    tty_wait(pair->right, "Added: Client Watanabe");
    tty_wait(pair->left, "Watanabe");
    tty_type(pair->left, "u");
    tty_wait(pair->left, "u takes back: added Watanabe");
    tty_type(pair->left, "u");
    tty_wait(pair->left, "Taken back: added Watanabe. Ctrl-R does it again");
    end(pair->left);
    end(pair->right);
}

static bool count_note(void *context, Id id, const void *record, Err *err)
{
    (void)id, (void)record, (void)err;
    ++*(int *)context;
    return true;
}

static int notes_in(const Home *home)
{
    Err err = {0};
    int count = 0;
    Store *store = opened(home);
    assert_true(record_each(store, &entity_note, false, count_note, &count, &err));
    store_close(store);
    return count;
}

static void neither_loses_a_write_of_two_that_type_at_once(void **state)
{
    Pair *pair = *state;
    char note[32], seen[32];
    for (int i = 0; i < EACH; i++) {
        snprintf(note, sizeof note, "an%d", i);
        snprintf(seen, sizeof seen, "Aoba n%d", i);
        tty_type(pair->left, note);
        tty_type(pair->right, note);
        tty_wait(pair->left, seen);
        tty_wait(pair->right, seen);
        tty_type(pair->left, TTY_ENTER);
        tty_type(pair->right, TTY_ENTER);
        tty_wait(pair->left, "Noted on Aoba");
        tty_wait(pair->right, "Noted on Aoba");
    }
    end(pair->left);
    end(pair->right);
    assert_int_equal(notes_in(&pair->home), 2 * EACH);
}

static void run(sqlite3 *db, const char *sql)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
}

static sqlite3 *lock(const Home *home)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(home->store, &db), SQLITE_OK);
    run(db, "BEGIN IMMEDIATE");
    return db;
}

static void unlock(sqlite3 *db)
{
    run(db, "COMMIT");
    sqlite3_close(db);
}

static const char kept[] = "this is kept, and saved as soon";

static void a_lock_keeps_nobody_from_typing(void **state)
{
    Pair *pair = *state;
    sqlite3 *other = lock(&pair->home);
    type_client(pair->left, "Minato"); // every key is seen while the lock is held
    tty_wait(pair->left, kept);
    tty_wait(pair->left, "New  Client");
    tty_type(pair->right, "n");
    tty_wait(pair->right, "New  Client");
    tty_type(pair->right, "Watanabe");
    tty_wait(pair->right, "Watanabe");
    unlock(other);
    tty_wait(pair->left, "Added: Client Minato"); // without another key
    tty_type(pair->right, "\023");
    tty_wait(pair->right, "Added: Client Watanabe");
    end(pair->left);
    end(pair->right);
}

static void a_line_that_meets_a_lock_is_saved_when_it_is_gone(void **state)
{
    Pair *pair = *state;
    sqlite3 *other = lock(&pair->home);
    tty_type(pair->left, "aparking behind the house" TTY_ENTER);
    tty_wait(pair->left, kept);
    tty_type(pair->left, "asecond" TTY_ENTER);
    tty_wait(pair->left, "! saving: another mawari");
    tty_type(pair->left, TTY_ESCAPE "q");
    tty_wait(pair->left, "The last change still waits");
    tty_type(pair->left, "3");
    tty_wait(pair->left, "[3 Commitments]");
    unlock(other);
    tty_wait(pair->left, "Noted on Aoba");
    assert_int_equal(notes_in(&pair->home), 1);
    tty_type(pair->left, "2a"); // the first line is saved, the second is still the draft
    tty_wait(pair->left, "Add a line Aoba second");
    tty_type(pair->left, TTY_ENTER);
    tty_wait(pair->left, "Noted on Aoba");
    assert_int_equal(notes_in(&pair->home), 2);
    tty_type(pair->left, "a");
    tty_wait(pair->left, "Add a line Aoba");
    tty_settle(pair->left);
    assert_null(strstr(tty_text(pair->left), "second"));
    tty_type(pair->left, TTY_ESCAPE);
    end(pair->left);
    end(pair->right);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_sees_what_the_other_writes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_second_u_takes_back_nothing_that_it_did_not_name, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(neither_loses_a_write_of_two_that_type_at_once, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_lock_keeps_nobody_from_typing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_line_that_meets_a_lock_is_saved_when_it_is_gone, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
