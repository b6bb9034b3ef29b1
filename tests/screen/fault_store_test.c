// SPDX-License-Identifier: GPL-3.0-or-later
// Every command with every kind of failure at its first, second, … call of the disk or the memory,
// until the command passes. Afterwards the store is as it was before or as the command leaves it,
// whole, and the same program goes on. MAWARI_FAULT_LOOPS says how many places are tried for each
// pair at most; 0: every one.
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
#include "mawari/app/usage.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/store/backup.h"
#include "mawari/store/journal.h"
#include "store/sql.h"
#include "support/fault_vfs.h"
#include "support/home.h"

enum { LOOPS = 16, WORDS = 4, NOW = 1795000000 };

/// What is played; no words: opening the store, with a log left behind by a kill.
static const struct {
    const char *words[WORDS];
    int slower; // one place in so many: the command starts a child, or works long
} commands_played[] = {
    {{NULL}, 1},
    {{"new", "client", "name=Nova"}, 1},
    {{"set", "client", "Alpha", "remark=loud"}, 1},
    {{"tick", "Quote"}, 1},
    {{"note", "Alpha", "behind the house"}, 1},
    {{"avoid", "Alpha", "the old price"}, 1},
    {{"drive", "48210", "none"}, 1},
    {{"loaded", "Quote"}, 2},
    {{"heavy", "Quote"}, 2},
    {{"money", "--take"}, 2},
    {{"renew", "工具リース"}, 1},
    {{"lost", "厨房機器の入替え", "person", "price"}, 1},
    {{"heard", "環状通りの工事は年明けまで", "中村 恵"}, 1},
    {{"archive", "client", "Alpha"}, 1},
    {{"merge", "Alpha", "Beta"}, 1},
    {{"phoned", "Alpha", "the pallets"}, 2},
    {{"book", "Alpha", "11:00"}, 2},
    {{"weather", "fs"}, 2},
    {{"undo"}, 1},
    {{"redo"}, 1},
    {{"setting", "lunch_minutes", "50"}, 1},
    {{"import", "clients", "@/list.csv"}, 4},
    {{"import gazetteer", "@/towns"}, 8},
    {{"backup", "@/copy.db"}, 4},
};
enum { PLAYED = sizeof commands_played / sizeof *commands_played };

static const struct {
    const char *name;
    Fault fault;
} faults[] = {
    {"an I/O error", {.kind = FAULT_ERROR}},
    {"I/O errors from there on", {.kind = FAULT_ERROR, .lasting = true}},
    {"a full disk, once", {.kind = FAULT_FULL}},
    {"a full disk", {.kind = FAULT_FULL, .lasting = true}},
    {"a torn write", {.kind = FAULT_TORN, .lasting = true}},
    {"no memory, once", {.kind = FAULT_MEMORY}},
    {"no memory from there on", {.kind = FAULT_MEMORY, .lasting = true}},
    {"a power cut, nothing kept", {.kind = FAULT_CUT_NOTHING}},
    {"a power cut, all kept", {.kind = FAULT_CUT_ALL}},
    {"a power cut, some sectors kept", {.kind = FAULT_CUT_SOME}},
};
enum { FAULTS = sizeof faults / sizeof *faults };

typedef struct World {
    Home home;
    Arena *arena;      // of a loop
    char *bytes, *log; // the store that every loop begins with, and its log
    size_t size, log_size;
    size_t loops;
    size_t played; // the command
    size_t fault;
    int at;
} World;

static const char *inside(const World *world, const char *name)
{
    return arena_print(world->arena, "%s/%s", world->home.folder, name);
}

#define broken(world, format, ...)                                                                 \
    fail_msg("%s, %s at call %d: " format,                                                         \
             commands_played[(world)->played].words[0] ? commands_played[(world)->played].words[0] \
                                                       : "opening",                                \
             faults[(world)->fault].name, (world)->at, __VA_ARGS__)

// One command

static App *app_on(const World *world, Err *err)
{
    App *app = NULL;
    AppOptions options = {
        .store = world->home.store, .now = "2026-11-24T09:30+09:00", .use = STORE_WORKING};
    return app_open(&options, &app, err) ? app : NULL;
}

static bool run(const World *world, App *app, const char *const *words, Err *err)
{
    char *rest[WORDS] = {NULL};
    size_t count = 0;
    Args args;
    Effect effect;
    for (size_t i = 1; i < WORDS && words[i]; i++)
        rest[count++] = words[i][0] == '@' ? arena_copy(world->arena, inside(world, words[i] + 2))
                                           : arena_copy(world->arena, words[i]);
    const Command *command = command_named(words[0]);
    assert_non_null(command);
    return args_from_words(app, command, rest, count, world->arena, &args, err) &&
           command_run(app, command, &args, &effect, err);
}

static void does(const World *world, App *app, const char *const *words)
{
    Err err = {0};
    if (!run(world, app, words, &err))
        broken(world, "%s: %s", words[0], err.text);
}

// What the store holds, as one number

static uint64_t hash_rows(Store *store, const char *sql, uint64_t hash)
{
    sqlite3_stmt *rows = NULL;
    sql_kept(store, &rows, sql);
    assert_non_null(rows);
    while (sqlite3_step(rows) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(rows); i++) {
            const unsigned char *text = sqlite3_column_text(rows, i);
            for (; text && *text; text++)
                hash = (hash ^ *text) * 0x100000001B3;
            hash = (hash ^ 0xFF) * 0x100000001B3;
        }
    sqlite3_finalize(rows);
    return hash;
}

/// All that the rep would miss. Uids are chance.
static uint64_t hash_store(Store *store, Arena *arena)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    uint64_t hash = 0xCBF29CE484222325;
    for (size_t i = 0; i < count; i++)
        hash = hash_rows(store, arena_print(arena, "SELECT * FROM %s ORDER BY id", kinds[i]->name),
                         hash);
    hash = hash_rows(store, "SELECT id, kind, name, archived FROM record ORDER BY id", hash);
    hash = hash_rows(store, "SELECT command, changes, undone FROM step ORDER BY id", hash);
    return hash_rows(store, "SELECT name, value FROM setting ORDER BY name", hash);
}

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
    arena_empty(world->arena);
    home_empty(&world->home);
    put(world->home.store, world->bytes, world->size);
    if (world->log_size > 0 && !commands_played[world->played].words[0])
        put(inside(world, "a.db-wal"), world->log, world->log_size);
    put(inside(world, "list.csv"), list, strlen(list));
    put_towns(world);
}

/// The command on its own store, under whatever is armed. Did it say that it was done?
static bool play(const World *world, const Fault *fault, bool *ret_struck)
{
    static const char *const after[WORDS] = {"note", "Gamma", "afterwards"};
    const char *const *words = commands_played[world->played].words;
    Err err = {0};
    App *app = NULL;
    bool done;
    if (words[0] && !(app = app_on(world, &err)))
        broken(world, "%s", err.text);
    fault_arm(*fault);
    if (app)
        done = run(world, app, words, &err);
    else
        done = (app = app_on(world, &err)) != NULL;
    *ret_struck = fault_disarm();
    if (!done && !*err.text)
        broken(world, "%s", "it failed without a sentence");
    if (app && *ret_struck && fault->kind < FAULT_CUT_NOTHING) {
        (void)store_reopen(app->store, NULL); // as the next key would
        does(world, app, after);
        does(world, app, (const char *const[WORDS]){"undo"});
    }
    app_close(app);
    fault_after_cut();
    return done;
}

/// A note that was taken back leaves its step behind: what is compared has one as well.
static uint64_t expected(World *world, bool done, bool goes_on)
{
    static const char *const after[WORDS] = {"note", "Gamma", "afterwards"};
    const char *const *words = commands_played[world->played].words;
    Err err = {0};
    begin_loop(world);
    App *app = app_on(world, &err);
    if (!app)
        broken(world, "%s", err.text);
    if (done && words[0])
        does(world, app, words);
    if (goes_on) {
        does(world, app, after);
        does(world, app, (const char *const[WORDS]){"undo"});
    }
    app_close(app);
    return look(world, false);
}

/// Returns whether the fault struck at all.
static bool loop(World *world, const uint64_t *before, const uint64_t *after)
{
    bool struck;
    Fault fault = faults[world->fault].fault;
    fault.at = world->at;
    fault.seed = (uint64_t)world->at;
    bool goes_on = fault.kind < FAULT_CUT_NOTHING;
    begin_loop(world);
    bool done = play(world, &fault, &struck);
    if (!struck)
        return false;
    uint64_t is = look(world, true);
    if (is != after[goes_on] && (done || is != before[goes_on]))
        broken(world, "%s",
               done ? "it was said to be done, and is not there"
                    : "the store is neither as before nor as after");
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
    Fault never = {.kind = faults[world->fault].fault.kind, .at = INT_MAX};
    begin_loop(world);
    (void)play(world, &never, &struck);
    return fault_calls();
}

static void play_all_places(World *world)
{
    uint64_t before[2], after[2];
    for (int goes_on = 0; goes_on < 2; goes_on++) {
        before[goes_on] = expected(world, false, goes_on);
        after[goes_on] = expected(world, true, goes_on);
    }
    int wanted = places_wanted(), step = 1;
    if (wanted > 0) {
        int calls = count_calls(world) * commands_played[world->played].slower;
        step = calls / wanted + 1;
    }
    for (world->at = 1; loop(world, before, after);)
        world->at += step;
}

static void make_template(World *world)
{
    static const char *const words[][WORDS] = {
        {"new", "client", "name=Alpha"},
        {"new", "client", "name=Beta"},
        {"new", "office", "name=Base", "address=札幌市北一条"},
        {"new", "client", "name=Gamma"},
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

/// MAWARI_FAULT_COMMAND=backup plays that one alone.
static bool is_wanted(const World *world, const char *only)
{
    const char *name = commands_played[world->played].words[0];
    return !only || strcmp(name ? name : "open", only) == 0;
}

static void no_failure_of_disk_or_memory_loses_or_breaks_anything(void **state)
{
    (void)state;
    World world = {.arena = arena_open()};
    home_make(&world.home);
    make_template(&world);
    const char *only = getenv("MAWARI_FAULT_COMMAND");
    for (world.played = 0; world.played < PLAYED; world.played++)
        for (world.fault = 0; world.fault < FAULTS && is_wanted(&world, only); world.fault++)
            play_all_places(&world);
    print_message("%zu loops\n", world.loops);
    home_remove(&world.home);
    free(world.bytes);
    free(world.log);
    arena_close(world.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_failure_of_disk_or_memory_loses_or_breaks_anything),
    };
    setenv("MAWARI_SEED", "1", 1);
    if (!lang_start("", "en"))
        return 1;
    fault_install();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
