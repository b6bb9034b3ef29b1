// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the store without a screen: search, saving beside fdatasync, import and its parts.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "mawari/app/import.h"
#include "mawari/store/record.h"
#include "mawari/store/search.h"
#include "times.h"

static const char usage[] =
    "usage: bench_store search STORE      ms of a search, by text\n"
    "       bench_store save STORE        1,000 promises saved one by one; STORE grows by them\n"
    "       bench_store import STORE CSV  a list of clients, from the preview's Enter to saved\n";

enum { TODAY = 20781, SAVES = 1000, ROUNDS = 30, HITS = 19 };

static const Moment now = (Moment)TODAY * 86400 + 1800;

static double milliseconds(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

static bool bench_search(App *app, const char *csv, Err *err)
{
    (void)csv;
    static const char *const texts[] = {"白",
                                        "あ",
                                        "s",
                                        "0",
                                        "在",
                                        "白石",
                                        "さっ",
                                        "sa",
                                        "01",
                                        "在庫",
                                        "白石商",
                                        "あおば",
                                        "sap",
                                        "011",
                                        "在庫確",
                                        "函館病院",
                                        "白石商店",
                                        "見積の件",
                                        "011-2",
                                        "sapporo",
                                        "白石商店電機",
                                        "さっぽろ",
                                        "見積の件在庫",
                                        "部品確認納品",
                                        "病院中央函館",
                                        "1234",
                                        "01230123",
                                        "0123012301230123",
                                        "01101101101101100110110110110"};
    static Times times;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t count = 0;
        for (size_t round = 0; round < ROUNDS; round++) {
            Hit *hits;
            double begun = milliseconds();
            arena_empty(app->scratch);
            if (!search(app->store, texts[i], NULL, 0, HITS, app->scratch, &hits, &count, err))
                return false;
            times_add(&times, milliseconds() - begun);
        }
        char what[80];
        snprintf(what, sizeof what, "search %s, %zu hits", texts[i], count);
        times_print(what, &times);
    }
    return true;
}

static bool save_one(App *app, Id client, size_t number, Err *err)
{
    Step *step;
    Commitment promise;
    record_blank(&entity_commitment, &promise, TODAY, app->scratch);
    promise.direction = DIRECTION_MINE;
    promise.what = arena_print(app->scratch, "見積 %zu を持参", number);
    promise.client = client;
    promise.due = TODAY + (Day)(number % 30);
    if (!step_begin(app->store, "new", now, &step, err))
        return false;
    if (record_put(step, &entity_commitment, 0, &promise, NULL, err))
        return step_end(step, NULL, err);
    step_drop(step);
    return false;
}

/// The clients that the promises are made to, in turn: nobody has a thousand at one door.
typedef struct Clients {
    Id ids[SAVES];
    size_t count;
} Clients;

static bool note_client(void *context, Id id, const void *record, Err *err)
{
    (void)record, (void)err;
    Clients *clients = context;
    clients->ids[clients->count++] = id;
    return clients->count < SAVES;
}

/// A write in place of as many bytes as a save writes, and fdatasync: what the disk takes.
static double sync_one(int file)
{
    static const char page[4120];
    double begun = milliseconds();
    if (pwrite(file, page, sizeof page, 0) != (ssize_t)sizeof page || fdatasync(file) != 0)
        return 0;
    return milliseconds() - begun;
}

static bool bench_save(App *app, const char *csv, Err *err)
{
    (void)csv;
    static Times saved, synced;
    static Clients clients;
    const char *path = arena_print(app->scratch, "%s.sync", store_path(app->store));
    int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    (void)record_each(app->store, &entity_client, false, note_client, &clients, NULL);
    for (size_t i = 0; i < SAVES; i++) {
        arena_empty(app->scratch);
        double begun = milliseconds();
        if (!save_one(app, clients.ids[i % clients.count], i, err))
            return false;
        times_add(&saved, milliseconds() - begun);
        times_add(&synced, sync_one(file));
        if (i % 50 == 49 && !store_tidy(app->store, err)) // as the job after saves does
            return false;
    }
    close(file);
    unlink(arena_print(app->scratch, "%s.sync", store_path(app->store)));
    times_print("a promise saved, journal and search", &saved);
    times_print("fdatasync beside it", &synced);
    return true;
}

static bool bench_import(App *app, const char *csv, Err *err)
{
    ImportPreview preview = {0};
    Arena *arena = arena_open();
    double begun = milliseconds();
    bool good = import_preview(app, "clients", csv, NULL, 0, false, arena, &preview, err);
    double seen = milliseconds();
    good = good && import_store(app, &preview, err);
    if (good)
        printf("%zu rows: %.0f ms until the preview, %.0f ms from its Enter to saved\n",
               preview.row_count, seen - begun, milliseconds() - seen);
    arena_close(arena);
    return good;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        bool (*run)(App *app, const char *csv, Err *err);
        int words;
    } benches[] = {
        {"search", bench_search, 3}, {"save", bench_save, 3}, {"import", bench_import, 4}};
    for (size_t i = 0; i < sizeof benches / sizeof *benches; i++) {
        if (argc != benches[i].words || strcmp(argv[1], benches[i].name) != 0)
            continue;
        AppOptions options = {.store = argv[2], .now = "2026-11-24T09:30+09:00"};
        App *app = NULL;
        Err err = {0};
        bool good = app_open(&options, &app, &err) &&
                    benches[i].run(app, argc > 3 ? argv[3] : NULL, &err);
        if (!good)
            fprintf(stderr, "bench_store: %s\n", err.text);
        app_close(app);
        return good ? 0 : 1;
    }
    fputs(usage, stderr);
    return 2;
}
