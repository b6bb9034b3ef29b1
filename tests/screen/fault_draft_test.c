// SPDX-License-Identifier: GPL-3.0-or-later
// A half-typed form outlives a kill after any key, a closed terminal, signals, Ctrl-P and resizing.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <pthread.h>
#include <sqlite3.h>
#include <time.h>

#include <cmocka.h>

#include "mawari/base/day.h"
#include "mawari/store/settings.h"
#include "support/home.h"
#include "support/tty.h"

enum { KEYS = 45, AT_RISK = 20, NOW = 1795000000 };

static const char typed[] = "Thequickbrownfoxjumpsoverthelazydog1234567890";

/// An empty store that was looked after today: nobody but the form writes into it.
static void make_store(const Home *home)
{
    char text[16];
    Day today;
    Store *store;
    Err err = {0};
    assert_true(day_from(2026, 11, 24, &today));
    snprintf(text, sizeof text, "%d", (int)today);
    if (!store_open(home->store, STORE_WORKING, NOW, &store, &err) ||
        !setting_put(store, "care.day", text, &err))
        fail_msg("%s", err.text);
    store_close(store);
}

static Tty *start(const Home *home)
{
    return tty_start_with((TtyStart){.rows = 24,
                                     .columns = 80,
                                     .argv = (char *[]){tty_mawari(), "--lang", "en", "--now",
                                                        "2026-11-24T09:52+09:00", "--store",
                                                        (char *)home->store, NULL},
                                     .folder = home->folder});
}

static void open_form(Tty *tty)
{
    tty_wait(tty, "Nothing here yet");
    tty_type(tty, "1");
    tty_wait(tty, "New  Client");
}

/// A home of its own, where a first client is about to be typed.
static Tty *new_client_form(Home *ret_home)
{
    home_make(ret_home);
    make_store(ret_home);
    Tty *tty = start(ret_home);
    open_form(tty);
    return tty;
}

/// What the draft of the new client's name holds; "" where there is none.
static const char *draft(const Home *home, Arena *arena)
{
    Store *store;
    Err err = {0};
    const char *state = NULL;
    if (!store_open(home->store, STORE_WORKING, NOW, &store, &err) ||
        !draft_get(store, "new/client", arena, &state, &err))
        fail_msg("%s", err.text);
    store_close(store);
    if (!state)
        return "";
    assert_memory_equal(state, "name=", 5);
    return arena_copy_bytes(arena, state + 5, strcspn(state + 5, "\n"));
}

static void a_kill_after_any_key_takes_fewer_than_twenty(void **state)
{
    (void)state;
    Home home;
    Arena *arena = arena_open();
    home_make(&home);
    for (size_t keys = 1; keys <= KEYS; keys++) {
        char part[sizeof typed] = "";
        memcpy(part, typed, keys);
        home_empty(&home);
        make_store(&home);
        Tty *tty = start(&home);
        open_form(tty);
        tty_type(tty, part);
        tty_wait(tty, part);
        tty_kill(tty, SIGKILL);
        assert_int_equal(tty_stop(tty), 128 + SIGKILL);
        const char *kept = draft(&home, arena);
        if (strncmp(kept, typed, strlen(kept)) != 0 || strlen(kept) + AT_RISK <= keys)
            fail_msg("of %zu keys there is only \"%s\"", keys, kept);
    }
    home_remove(&home);
    arena_close(arena);
}

enum { SHORT_MS = 12 }; // a commit that takes longer is no short lock: the machine is busy

typedef struct Writer {
    pthread_t thread;
    Store *store;
    int64_t held; // milliseconds of the longest lock
} Writer;

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/// What a job does beside the rep: a few short transactions.
static void *write_a_little(void *context)
{
    Writer *writer = context;
    for (int i = 0; i < 3; i++) {
        int64_t began = milliseconds();
        (void)setting_put(writer->store, "job", i % 2 ? "a" : "b", NULL);
        int64_t held = milliseconds() - began;
        writer->held = held > writer->held ? held : writer->held;
    }
    return NULL;
}

static void writer_start(Writer *writer, const Home *home)
{
    Err err = {0};
    *writer = (Writer){0};
    if (!store_open(home->store, STORE_WORKING, NOW, &writer->store, &err))
        fail_msg("%s", err.text);
    assert_int_equal(pthread_create(&writer->thread, NULL, write_a_little, writer), 0);
}

static void writer_stop(Writer *writer)
{
    pthread_join(writer->thread, NULL);
    store_close(writer->store);
}

/// Whether the job's lock was a short one, as it is where the machine is not busy otherwise.
static bool killed_beside_a_job(const Home *home, size_t keys, Arena *arena)
{
    char part[sizeof typed] = "";
    Writer writer;
    memcpy(part, typed, keys);
    home_empty(home);
    make_store(home);
    Tty *tty = start(home);
    open_form(tty);
    tty_settle(tty);
    writer_start(&writer, home);
    tty_send(tty, part, keys);
    tty_wait(tty, part);
    tty_kill(tty, SIGKILL);
    assert_int_equal(tty_stop(tty), 128 + SIGKILL);
    writer_stop(&writer);
    bool judged = writer.held <= SHORT_MS;
    const char *kept = draft(home, arena);
    if (judged && (strncmp(kept, typed, strlen(kept)) != 0 || strlen(kept) + AT_RISK <= keys))
        fail_msg("of %zu keys there is only \"%s\"", keys, kept);
    return judged;
}

static void a_kill_beside_a_job_that_writes_takes_fewer_than_twenty(void **state)
{
    (void)state;
    Home home;
    Arena *arena = arena_open();
    size_t judged = 0;
    home_make(&home);
    for (size_t keys = AT_RISK; keys <= KEYS; keys++)
        judged += killed_beside_a_job(&home, keys, arena);
    assert_true(judged > 0);
    home_remove(&home);
    arena_close(arena);
}

/// Waits until a reader of the store sees all that was typed.
static void wait_for_draft(Tty *tty, const Home *home, const char *text)
{
    Arena *arena = arena_open();
    for (int patience = TTY_PATIENCE; strcmp(draft(home, arena), text) != 0; patience -= 20) {
        if (patience <= 0)
            fail_msg("the draft never held \"%s\"", text);
        tty_listen(tty, 20);
    }
    arena_close(arena);
}

/// A log that is longer than the screen lets it become; it stays while `*ret` is open.
static Store *long_log(const Home *home, Arena *arena)
{
    enum { BYTES = 3 << 20 };
    Store *store;
    Err err = {0};
    char *text = arena_take(arena, BYTES + 1);
    memset(text, 'x', BYTES);
    text[BYTES] = '\0';
    if (!store_open(home->store, STORE_WORKING, NOW, &store, &err) ||
        !setting_put(store, "long", text, &err))
        fail_msg("%s", err.text);
    return store;
}

static off_t size_of(const Home *home)
{
    struct stat info;
    assert_int_equal(lstat(home->store, &info), 0);
    return info.st_size;
}

static void the_job_that_moves_a_long_log_runs_beside_the_typing(void **state)
{
    (void)state;
    enum { BURSTS = 10, BURST = 25 };
    static const char burst[] = "Thequickbrownfoxjumpsover";
    Home home;
    Arena *arena = arena_open();
    Tty *tty = new_client_form(&home);
    tty_type(tty, "A");
    wait_for_draft(tty, &home, "A"); // what the first minute has to tidy is behind it
    Store *log = long_log(&home, arena);
    off_t before = size_of(&home);
    size_t typed_keys = 1;
    for (int i = 0; i < BURSTS; i++, typed_keys += BURST)
        tty_type(tty, burst);
    tty_settle(tty);
    for (int patience = TTY_PATIENCE; size_of(&home) <= before && patience > 0; patience -= 20)
        tty_listen(tty, 20); // where nothing tells of a commit it is looked for now and then
    tty_kill(tty, SIGKILL);
    assert_int_equal(tty_stop(tty), 128 + SIGKILL);
    assert_true(size_of(&home) > before); // the job was there, and moved the log into the file
    assert_true(strlen(draft(&home, arena)) + AT_RISK > typed_keys);
    store_close(log);
    home_remove(&home);
    arena_close(arena);
}

/// The form is open again and the cursor stands behind what was typed.
static void goes_on(const Home *home, const char *text)
{
    char more[64];
    Tty *tty = start(home);
    tty_wait(tty, "Nothing here yet");
    tty_wait(tty, "Half typed, and kept: new: Client");
    tty_type(tty, "1");
    tty_wait(tty, "Going on with the draft");
    tty_type(tty, "!");
    snprintf(more, sizeof more, "%s!", text);
    tty_wait(tty, more);
    tty_type(tty, "\023");
    tty_wait(tty, "Added: Client");
    tty_type(tty, TTY_ESCAPE "qq");
    assert_int_equal(tty_stop(tty), 0);
}

static void after_a_moment_of_quiet_nothing_is_at_risk(void **state)
{
    (void)state;
    Home home;
    Tty *tty = new_client_form(&home);
    tty_type(tty, "Aoba");
    wait_for_draft(tty, &home, "Aoba");
    tty_kill(tty, SIGKILL);
    assert_int_equal(tty_stop(tty), 128 + SIGKILL);
    goes_on(&home, "Aoba");
    home_remove(&home);
}

static void hang_up(Tty *tty)
{
    tty_hang_up(tty);
}

static void terminate(Tty *tty)
{
    tty_kill(tty, SIGTERM);
}

static void hup(Tty *tty)
{
    tty_kill(tty, SIGHUP);
}

static void a_program_that_is_sent_away_keeps_every_key(void **state)
{
    (void)state;
    static void (*const ways[])(Tty * tty) = {terminate, hup, hang_up};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        Home home;
        Arena *arena = arena_open();
        Tty *tty = new_client_form(&home);
        tty_type(tty, "Minato");
        tty_wait(tty, "Minato");
        ways[i](tty);
        (void)tty_stop(tty);
        assert_string_equal(draft(&home, arena), "Minato");
        goes_on(&home, "Minato");
        home_remove(&home);
        arena_close(arena);
    }
}

static void private_and_resizing_leave_the_form_as_it_was(void **state)
{
    (void)state;
    static const struct {
        int rows, columns;
    } sizes[] = {{5, 20}, {1, 1}, {40, 120}, {24, 80}};
    Home home;
    Tty *tty = new_client_form(&home);
    tty_type(tty, "Watanabe");
    tty_wait(tty, "Watanabe");
    tty_type(tty, "\020");
    tty_wait_gone(tty, "Watanabe");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        tty_resize(tty, sizes[i].rows, sizes[i].columns);
        tty_settle(tty);
    }
    tty_type(tty, "\020");
    tty_wait(tty, "Watanabe");
    tty_type(tty, " Koumuten");
    tty_wait(tty, "Watanabe Koumuten");
    tty_type(tty, "\020");
    tty_wait_gone(tty, "Watanabe");
    wait_for_draft(tty, &home, "Watanabe Koumuten");
    tty_kill(tty, SIGKILL); // on the private screen
    assert_int_equal(tty_stop(tty), 128 + SIGKILL);
    goes_on(&home, "Watanabe Koumuten");
    home_remove(&home);
}

/// Another program has the store until let_go().
static sqlite3 *locked(const Home *home)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(home->store, &db), SQLITE_OK);
    sqlite3_busy_timeout(db, TTY_PATIENCE);
    assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    return db;
}

static void let_go(sqlite3 *db, int version)
{
    char sql[60];
    snprintf(sql, sizeof sql, "PRAGMA user_version = %d; COMMIT", version);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

enum { NEWER = 99 }; // the version of a mawari that came later

/// It is gone again, and this one goes on with what was typed.
static void goes_on_after_the_newer(const Home *home, const char *name)
{
    let_go(locked(home), store_schema_version());
    goes_on(home, name);
}

static void a_newer_mawari_ends_this_one_and_the_draft_is_kept(void **state)
{
    (void)state;
    Home home;
    Tty *tty = new_client_form(&home);
    tty_type(tty, "Aoba");
    wait_for_draft(tty, &home, "Aoba");
    let_go(locked(&home), NEWER);
    tty_wait_end(tty);
    tty_wait(tty, "a newer mawari has changed");
    assert_false(tty_alternate(tty));
    assert_int_equal(tty_stop(tty), 1);
    goes_on_after_the_newer(&home, "Aoba");
    home_remove(&home);
}

static void while_a_draft_cannot_be_written_the_screen_says_so(void **state)
{
    (void)state;
    Home home;
    Tty *tty = new_client_form(&home);
    sqlite3 *db = locked(&home);
    tty_type(tty, "Aoba");
    tty_wait(tty, "not safe yet");
    let_go(db, store_schema_version());
    tty_wait(tty, "safe again");
    wait_for_draft(tty, &home, "Aoba");
    tty_kill(tty, SIGKILL);
    assert_int_equal(tty_stop(tty), 128 + SIGKILL);
    goes_on(&home, "Aoba");
    home_remove(&home);
}

static void what_was_typed_last_before_a_newer_mawari_came_is_kept_beside_the_file(void **state)
{
    (void)state;
    Home home;
    Tty *tty = new_client_form(&home);
    tty_type(tty, "Aoba");
    wait_for_draft(tty, &home, "Aoba");
    sqlite3 *db = locked(&home);
    tty_type(tty, " Minato");
    tty_wait(tty, "not safe yet");
    let_go(db, NEWER);
    tty_wait_end(tty);
    assert_int_equal(tty_stop(tty), 1);
    goes_on_after_the_newer(&home, "Aoba Minato");
    home_remove(&home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kill_after_any_key_takes_fewer_than_twenty),
        cmocka_unit_test(a_kill_beside_a_job_that_writes_takes_fewer_than_twenty),
        cmocka_unit_test(the_job_that_moves_a_long_log_runs_beside_the_typing),
        cmocka_unit_test(a_newer_mawari_ends_this_one_and_the_draft_is_kept),
        cmocka_unit_test(while_a_draft_cannot_be_written_the_screen_says_so),
        cmocka_unit_test(what_was_typed_last_before_a_newer_mawari_came_is_kept_beside_the_file),
        cmocka_unit_test(after_a_moment_of_quiet_nothing_is_at_risk),
        cmocka_unit_test(a_program_that_is_sent_away_keeps_every_key),
        cmocka_unit_test(private_and_resizing_leave_the_form_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
