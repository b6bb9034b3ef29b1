// SPDX-License-Identifier: GPL-3.0-or-later
// Every command with every kind of failure at its first, second, … call of the disk or the memory,
// until the command passes. Afterwards the store is as it was before or as the command leaves it,
// whole, what was answered is the whole answer, and the same program goes on. MAWARI_FAULT_LOOPS
// says how many places are tried for each pair at most; 0: every one.
#include <dirent.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/app/app.h"
#include "mawari/app/command.h"
#include "mawari/app/sample.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/store/backup.h"
#include "mawari/store/journal.h"
#include "support/fault_commands.h"
#include "support/home.h"
#include "support/store_hash.h"

enum { LOOPS = 6, NOW = 1795000000 };

typedef struct World {
    Home home;
    Arena *arena;      // of a loop
    char *bytes, *log; // the store that every loop begins with, and its log
    size_t size, log_size;
    size_t loops;
    const Played *row; // what is being played
    size_t fault;
    int at;
} World;

/// What a loop ends with: the store and the answer, each as one number.
typedef struct Ending {
    uint64_t store, answer;
} Ending;

static const char *inside(const World *world, const char *name)
{
    return arena_print(world->arena, "%s/%s", world->home.folder, name);
}

#define broken(world, format, ...)                                                                 \
    fail_msg("%s, %s at call %d: " format, played_name((world)->row),                              \
             played_faults[(world)->fault].name, (world)->at, __VA_ARGS__)

// One command

static App *app_on(const World *world, Err *err)
{
    App *app = NULL;
    AppOptions options = {
        .store = world->home.store, .now = "2026-11-24T09:30+09:00", .use = STORE_WORKING};
    return app_open(&options, &app, err) ? app : NULL;
}

static uint64_t does(const World *world, App *app, const char *const *words)
{
    Err err = {0};
    uint64_t answer = 0;
    PlayedLine line = played_line(words, world->home.folder, app, world->arena);
    if (!played_run(&line, app, world->arena, &answer, &err))
        broken(world, "%s: %s", words[0], err.text);
    return answer;
}

static void is_refused(const World *world, App *app)
{
    Err err = {0};
    PlayedLine line = played_line(world->row->words, world->home.folder, app, world->arena);
    if (played_run(&line, app, world->arena, &(uint64_t){0}, &err) || !*err.text)
        broken(world, "%s", "it was not refused with a sentence");
}

/// What the next key would do.
static void goes_on(const World *world, App *app)
{
    does(world, app, (const char *const[PLAYED_WORDS]){"note", "Gamma", "afterwards"});
    does(world, app, (const char *const[PLAYED_WORDS]){"undo"});
}

// What is looked at afterwards

static void check_whole(const World *world, Store *store)
{
    CheckFinding *findings;
    size_t count;
    Err err = {0};
    if (!store_check(store, world->arena, &findings, &count, &err))
        broken(world, "checking: %s", err.text);
    if (count > 0)
        broken(world, "%s", findings[0].what);
}

static void check_journal(const World *world, Store *store)
{
    Err err = {0};
    StepInfo step;
    uint64_t before = hash_store(store, world->arena);
    if (!journal_undo(store, NOW, world->arena, &step, &err) ||
        !journal_redo(store, NOW, world->arena, &step, &err))
        broken(world, "the journal: %s", err.text);
    if (hash_store(store, world->arena) != before)
        broken(world, "%s", "undo and redo do not lead back");
}

static void check_folder(const World *world)
{
    DIR *folder = opendir(world->home.folder);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));)
        if (strstr(entry->d_name, ".tmp"))
            broken(world, "%s was left behind", entry->d_name);
    closedir(folder);
}

/// Opens the store as the next start would. `whole`: it is looked through from end to end, too.
static uint64_t look(const World *world, bool whole)
{
    Store *store;
    Err err = {0};
    if (!store_open(world->home.store, STORE_WORKING, NOW, &store, &err))
        broken(world, "opening again: %s", err.text);
    uint64_t hash = hash_store(store, world->arena);
    if (whole)
        check_whole(world, store);
    if (whole && journal_next_undo(store, world->arena, &(StepInfo){0}, NULL))
        check_journal(world, store);
    store_close(store);
    return hash;
}

// The loops

static void put(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

/// A gazetteer that knows where Alpha is.
static void put_towns(const World *world)
{
    static const char towns[] = "[{\"town\":\"北一条\",\"lat\":43.06,\"lng\":141.35}]";
    Err err = {0};
    const char *folder = inside(world, "towns/北海道");
    assert_true(file_make_folders(folder, &err));
    put(arena_print(world->arena, "%s/札幌市.json", folder), towns, strlen(towns));
}

static void begin_loop(World *world)
{
    static const char list[] =
        "会社名,電話,ランク\n一番商店,011-111-1111,A\n二番商店,011-222-2222,B\n";
    static const char sales[] = "得意先,年月,金額\nAlpha,2026-08,1000\nBeta,2026-09,2000\n";
    arena_empty(world->arena);
    home_empty(&world->home);
    put(world->home.store, world->bytes, world->size);
    put(inside(world, "older.db"), world->bytes, world->size);
    if (world->log_size > 0 && !world->row->words[0])
        put(inside(world, "a.db-wal"), world->log, world->log_size);
    put(inside(world, "list.csv"), list, strlen(list));
    put(inside(world, "day.txt"), "{date}", strlen("{date}"));
    put(inside(world, "sales.csv"), sales, strlen(sales));
    put_towns(world);
}

/// As the next key would; where a restore left no store open, as the next start.
static App *goes_on_after(const World *world, App *app)
{
    Err err = {0};
    if (app->store) {
        (void)store_reopen(app->store, NULL);
    } else {
        app_close(app);
        if (!(app = app_on(world, &err)))
            broken(world, "starting again: %s", err.text);
    }
    goes_on(world, app);
    return app;
}

/// The command on its own store, under whatever is armed. Did it say that it was done?
static bool play(const World *world, const Fault *fault, bool *ret_struck, uint64_t *ret_answer)
{
    PlayedLine line;
    Err err = {0};
    bool opens = world->row->words[0] == NULL, done;
    App *app = opens ? NULL : app_on(world, &err);
    if (app)
        line = played_line(world->row->words, world->home.folder, app, world->arena);
    else if (!opens)
        broken(world, "%s", err.text);
    fault_arm(*fault);
    if (app)
        done = played_run(&line, app, world->arena, ret_answer, &err);
    else
        done = (app = app_on(world, &err)) != NULL;
    *ret_struck = fault_disarm();
    if (!done && !*err.text)
        broken(world, "%s", "it failed without a sentence");
    if (app && *ret_struck && fault->kind < FAULT_CUT_NOTHING)
        app = goes_on_after(world, app);
    app_close(app);
    fault_after_cut();
    return done;
}

/// A note that was taken back leaves its step behind: what is compared has one as well.
static Ending expected(World *world, bool done, bool with_note)
{
    Err err = {0};
    Ending ending = {0};
    begin_loop(world);
    App *app = app_on(world, &err);
    if (!app)
        broken(world, "%s", err.text);
    if (done && world->row->work == PLAYED_REFUSED)
        is_refused(world, app);
    else if (done && world->row->words[0])
        ending.answer = does(world, app, world->row->words);
    if (with_note)
        goes_on(world, app);
    app_close(app);
    ending.store = look(world, false);
    return ending;
}

/// Returns whether the fault struck at all.
static bool loop(World *world, const Ending *before, const Ending *after)
{
    bool struck;
    uint64_t answer = 0;
    Fault fault = played_faults[world->fault].fault;
    fault.at = world->at;
    fault.seed = (uint64_t)world->at;
    bool noted = fault.kind < FAULT_CUT_NOTHING;
    begin_loop(world);
    bool done = play(world, &fault, &struck, &answer);
    if (!struck)
        return false;
    uint64_t is = look(world, true);
    if (is != after[noted].store && (done || is != before[noted].store))
        broken(world, "%s",
               done ? "it was said to be done, and is not there"
                    : "the store is neither as before nor as after");
    if (done && world->row->work != PLAYED_WRITES && answer != after[noted].answer)
        broken(world, "%s", "it answered, and something else than without the failure");
    check_folder(world);
    world->loops++;
    return true;
}

static int places_wanted(void)
{
    const char *text = getenv("MAWARI_FAULT_LOOPS");
    return text && *text ? atoi(text) : LOOPS;
}

/// How many calls of this kind the command makes, so that the places tried are spread over all.
static int count_calls(World *world)
{
    bool struck;
    Fault never = {.kind = played_faults[world->fault].fault.kind, .at = INT_MAX};
    begin_loop(world);
    (void)play(world, &never, &struck, &(uint64_t){0});
    return fault_calls();
}

/// Both kinds strike at the same calls: a number that was counted holds.
static bool strikes_as_the_last(size_t fault)
{
    FaultKind kind = played_faults[fault].fault.kind,
              last = fault > 0 ? played_faults[fault - 1].fault.kind : 0;
    return kind == last || (kind == FAULT_TORN && last == FAULT_FULL) ||
           (kind > FAULT_CUT_NOTHING && last >= FAULT_CUT_NOTHING);
}

static void play_all_places(World *world, const Ending *before, const Ending *after)
{
    int wanted = places_wanted(), calls = 0;
    for (world->fault = 0; world->fault < played_fault_count; world->fault++) {
        if (wanted > 0 && !strikes_as_the_last(world->fault))
            calls = count_calls(world);
        int slower = world->row->slower > 1 ? world->row->slower : 1;
        int step = wanted > 0 ? calls * slower / wanted + 1 : 1;
        for (world->at = 1; wanted == 0 || world->at <= calls; world->at += step)
            if (!loop(world, before, after))
                break;
    }
}

static void play_row(World *world)
{
    Ending before[2], after[2];
    world->fault = 0;
    world->at = 0;
    for (int noted = 0; noted < 2; noted++) {
        before[noted] = expected(world, false, noted);
        after[noted] = expected(world, true, noted);
    }
    if ((before->store != after->store) != (world->row->work == PLAYED_WRITES))
        fail_msg("%s: the table is wrong about whether it writes", played_name(world->row));
    play_all_places(world, before, after);
}

static void make_template(World *world)
{
    static const char *const words[][PLAYED_WORDS] = {
        {"new", "client", "name=Alpha"},
        {"new", "client", "name=Beta"},
        {"new", "office", "name=Base", "address=札幌市北一条"},
        {"new", "client", "name=Gamma"},
        {"new", "client", "name=Delta"},
        {"archive", "client", "Delta"},
        {"tag", "Beta", "south"},
        {"new", "visit", "client=Alpha", "day=2026-11-24"},
        {"new", "visit", "client=Gamma", "day=2026-11-24"},
        {"place-up", "=visit"},
        {"set", "meeting", "=meeting", "day=2026-11-24"}, // nobody is greeted before
        {"new", "commitment", "what=Quote", "direction=mine"},
        {"note", "Alpha", "gone"},
        {"undo"},
    };
    Err err = {0};
    App *app = app_on(world, &err);
    if (!app || !sample_fill(app, &err))
        fail_msg("%s", err.text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        does(world, app, words[i]);
    Arena *arena = arena_open();
    // with the store still open its last changes are in the log: that is what a kill leaves
    if (!file_read(inside(world, "a.db-wal"), 1 << 26, arena, &world->log, &world->log_size, &err))
        fail_msg("%s", err.text);
    world->log = memcpy(malloc(world->log_size), world->log, world->log_size);
    app_close(app);
    if (!file_read(world->home.store, 1 << 26, arena, &world->bytes, &world->size, &err))
        fail_msg("%s", err.text);
    world->bytes = memcpy(malloc(world->size), world->bytes, world->size);
    arena_close(arena);
}

/// MAWARI_FAULT_COMMAND=backup plays that one alone, MAWARI_FAULT_EVERY=4 each fourth.
static bool is_wanted(const Played *row)
{
    const char *only = getenv("MAWARI_FAULT_COMMAND"), *every = getenv("MAWARI_FAULT_EVERY");
    if (only)
        return strcmp(played_name(row), only) == 0;
    long nth = every ? strtol(every, NULL, 10) : 1;
    return nth < 2 || (row - played) % nth == 0;
}

static void every_command_of_the_store_is_played(void **state)
{
    size_t count;
    const Command *all = commands(&count);
    (void)state;
    for (size_t i = 0, at = 0; i < count; i++, at = 0) {
        while (at < played_count && strcmp(played_name(&played[at]), all[i].name) != 0)
            at++;
        if (at == played_count)
            fail_msg("%s is not in support/fault_commands.c", all[i].name);
    }
}

static void no_failure_of_disk_or_memory_loses_or_breaks_anything(void **state)
{
    (void)state;
    World world = {.arena = arena_open(), .row = played};
    home_make(&world.home);
    make_template(&world);
    for (; world.row < played + played_count; world.row++)
        if (is_wanted(world.row))
            play_row(&world);
    print_message("%zu loops\n", world.loops);
    home_remove(&world.home);
    free(world.bytes);
    free(world.log);
    arena_close(world.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_command_of_the_store_is_played),
        cmocka_unit_test(no_failure_of_disk_or_memory_loses_or_breaks_anything),
    };
    setenv("MAWARI_SEED", "1", 1);
    if (!lang_start("", "en"))
        return 1;
    fault_install();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
