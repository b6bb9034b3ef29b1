// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed 2,000 times at random moments. Whatever its status line had said was done
// must be in the store, in order, and at most the one change that was under way beside it.
// MAWARI_KILLS and MAWARI_KILL_SEED in the environment say how often, and repeat a run.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "mawari/store/backup.h"
#include "mawari/store/journal.h"
#include "mawari/store/record.h"
#include "support/home.h"
#include "support/tty.h"

enum {
    KILLS = 2000,
    ROUND = 100,   // kills until a fresh store, so that checking stays quick
    LONGEST = 40,  // ms from the first screen to the kill
    NOTES = 4096,  // more than one round can write
    STARTING = 10, // one kill in so many comes while the program still starts
    NOW = 1795000000,
};

/// The texts of a store's notes, as numbers, in the order in which they were written.
typedef struct Notes {
    int at[NOTES];
    size_t count;
} Notes;

/// What the store must hold: `is` when the change under way did not get in, `next` when it did.
typedef struct World {
    Home home;
    Notes is, next;
    int serial, taken_back; // the note that Ctrl-R would bring back, 0: none
    uint64_t chance;
} World;

static int number_from_environment(const char *name, int otherwise)
{
    const char *text = getenv(name);
    return text && *text ? atoi(text) : otherwise;
}

/// A linear congruential generator (Knuth, MMIX); its high bits are the good ones.
static int chance(World *world, int below)
{
    world->chance = world->chance * 6364136223846793005u + 1442695040888963407u;
    return (int)((world->chance >> 33) % (uint64_t)below);
}

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// The store as it must be

static Store *opened(const World *world)
{
    Store *store;
    Err err = {0};
    if (!store_open(world->home.store, STORE_WORKING, NOW, &store, &err))
        fail_msg("%s", err.text);
    return store;
}

static void begin_round(World *world)
{
    Err err = {0};
    Arena *arena = arena_open();
    Step *step;
    Client client;
    home_empty(&world->home);
    Store *store = opened(world);
    record_blank(&entity_client, &client, 0, arena);
    client.name = "Aoba";
    assert_true(step_begin(store, "new", NOW, &step, &err));
    assert_true(record_put(step, &entity_client, 0, &client, NULL, &err));
    assert_true(step_end(step, NULL, &err));
    store_close(store);
    arena_close(arena);
    world->is.count = world->next.count = 0;
    world->taken_back = 0;
}

static bool add_note(void *context, Id id, const void *record, Err *err)
{
    Notes *notes = context;
    (void)id, (void)err;
    assert_true(notes->count < NOTES);
    notes->at[notes->count++] = atoi(((const Note *)record)->text + 1);
    return true;
}

static void read_notes(Store *store, Notes *ret)
{
    Err err = {0};
    ret->count = 0;
    if (!record_each(store, &entity_note, false, add_note, ret, &err))
        fail_msg("%s", err.text);
}

static bool same(const Notes *a, const Notes *b)
{
    return a->count == b->count && memcmp(a->at, b->at, a->count * sizeof *a->at) == 0;
}

static void check_whole(Store *store, Arena *arena)
{
    CheckFinding *findings;
    size_t count;
    Err err = {0};
    if (!store_check(store, arena, &findings, &count, &err))
        fail_msg("%s", err.text);
    if (count > 0)
        fail_msg("%s", findings[0].what);
}

/// The last step can be taken back and done again, and then all is as it was.
static void check_journal(Store *store, const Notes *are, Arena *arena)
{
    Err err = {0};
    StepInfo step;
    Notes then;
    if (!journal_undo(store, NOW, arena, &step, &err) ||
        !journal_redo(store, NOW, arena, &step, &err))
        fail_msg("the journal: %s", err.text);
    read_notes(store, &then);
    assert_true(same(are, &then));
}

/// `done`: the status line said so.
static void check_store(World *world, bool done)
{
    Notes are;
    Arena *arena = arena_open();
    Store *store = opened(world);
    read_notes(store, &are);
    bool went_in = same(&are, &world->next);
    if (!went_in && (done || !same(&are, &world->is)))
        fail_msg("%zu notes are there, the last %d; %zu were acknowledged%s", are.count,
                 are.count ? are.at[are.count - 1] : 0, world->is.count,
                 done ? ", and one more" : "");
    check_whole(store, arena);
    if (world->taken_back == 0 || went_in) // a redo would be dropped by nothing but a new step
        check_journal(store, &are, arena);
    world->is = world->next = are;
    store_close(store);
    arena_close(arena);
}

// What the rep does

/// Each answer is unlike what stood on the line before: seen means done.
typedef struct Act {
    char first[32], seen[32]; // typed first, and what it brings to the screen
    const char *then, *done;  // typed then, and what acknowledges it
} Act;

static Act act_note(World *world)
{
    Act act = {.then = TTY_ENTER, .done = "Noted on Aoba"};
    int serial = ++world->serial;
    snprintf(act.first, sizeof act.first, "ak%d", serial);
    snprintf(act.seen, sizeof act.seen, "Aoba k%d", serial);
    world->next.at[world->next.count++] = serial;
    world->taken_back = 0;
    return act;
}

static Act act_take_back(World *world)
{
    world->taken_back = world->next.at[--world->next.count];
    return (Act){.first = "u", .seen = "u takes back:", .then = "u", .done = "Taken back:"};
}

static Act next_act(World *world)
{
    world->next = world->is;
    if (world->is.count > 0 && world->taken_back == 0 && chance(world, 4) == 0)
        return act_take_back(world);
    return act_note(world);
}

static bool within(Tty *tty, const char *text, int64_t end)
{
    int64_t left = end - milliseconds();
    return left > 0 && tty_sees(tty, text, (int)left);
}

/// Typed ahead: a kill must be able to come before, within and after every answer.
static void send(Tty *tty, const char *keys)
{
    tty_send(tty, keys, strlen(keys));
}

/// Writes until the moment of the kill. Returns what would acknowledge the change under way, NULL
/// when the kill came before it.
static const char *work_until_killed(World *world, Tty *tty)
{
    int64_t end = milliseconds() + 1 + chance(world, LONGEST);
    for (;;) {
        Act act = next_act(world);
        send(tty, act.first);
        if (!within(tty, act.seen, end))
            return NULL;
        send(tty, act.then);
        if (!within(tty, act.done, end))
            return act.done;
        world->is = world->next;
    }
}

static Tty *start(const World *world)
{
    return tty_start_with((TtyStart){.rows = 24,
                                     .columns = 80,
                                     .argv = (char *[]){tty_mawari(), "--lang", "en", "--store",
                                                        (char *)world->home.store, NULL},
                                     .folder = world->home.folder});
}

static void kill_once(World *world)
{
    const char *under_way = NULL;
    Tty *tty = start(world);
    world->next = world->is;
    if (chance(world, STARTING) == 0) {
        tty_listen(tty, chance(world, LONGEST));
    } else {
        tty_wait(tty, "5 Week");
        send(tty, "2");
        tty_wait(tty, "1 of 1");
        under_way = work_until_killed(world, tty);
    }
    tty_kill(tty, SIGKILL);
    tty_wait_end(tty);
    bool done = under_way && strstr(tty_text(tty), under_way) != NULL;
    assert_int_equal(tty_stop(tty), 128 + SIGKILL);
    check_store(world, done);
}

static void what_the_status_line_acknowledged_outlives_every_kill(void **state)
{
    (void)state;
    World *world = calloc(1, sizeof *world);
    assert_non_null(world);
    int kills = number_from_environment("MAWARI_KILLS", KILLS);
    int seed = number_from_environment("MAWARI_KILL_SEED", (int)(time(NULL) % 1000000));
    print_message("%d kills, MAWARI_KILL_SEED=%d\n", kills, seed);
    world->chance = (uint64_t)seed;
    home_make(&world->home);
    for (int i = 0; i < kills; i++) {
        if (i % ROUND == 0)
            begin_round(world);
        kill_once(world);
    }
    print_message("%d changes were written\n", world->serial);
    home_remove(&world->home);
    free(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_status_line_acknowledged_outlives_every_kill),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
