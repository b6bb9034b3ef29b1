// SPDX-License-Identifier: GPL-3.0-or-later
// Measures where addresses lie: how many a second, how long a form waits for one, and how far off
// the answers are from the positions that a list publishes.
#include <math.h>
#include <string.h>
#include <time.h>

#include "mawari/base/file.h"
#include "mawari/exchange/csv.h"
#include "mawari/geo/gazetteer.h"
#include "times.h"

static const char usage[] =
    "usage: bench_addresses STORE.gazetteer LIST.csv [ROUNDS]\n"
    "STORE.gazetteer is what `mawari import gazetteer` made; LIST.csv has the columns address,\n"
    "latitude, longitude (or longtitude). Exit 1: an answer is missing, or not as near as the "
    "project\n"
    "promises: not one without municipality, 98 % to the town, median error 150 m.\n";

enum { LIST_MOST = TIMES_MOST, LIST_BYTES = 64 << 20, ERROR_M = 150, TO_TOWN_PERCENT = 98 };

typedef struct Address {
    const char *text;
    Position published; // unknown where the list has none
} Address;

typedef struct List {
    Address rows[LIST_MOST];
    size_t count;
} List;

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void fail(const char *why)
{
    fprintf(stderr, "%s\n", why);
    exit(1);
}

static const char *cell(const CsvRecord *record, size_t column, Arena *arena)
{
    return column < record->count
               ? arena_copy_bytes(arena, record->cells[column].bytes, record->cells[column].size)
               : "";
}

static size_t column_of(const CsvRecord *head, const char *name, const char *other, Arena *arena)
{
    for (size_t i = 0; i < head->count; i++)
        if (strcmp(cell(head, i, arena), name) == 0 || strcmp(cell(head, i, arena), other) == 0)
            return i;
    fail(arena_print(arena, "the list has no column %s", name));
    return 0;
}

static int32_t degrees(const char *text)
{
    char *end;
    double value = strtod(text, &end);
    return end == text ? NONE : (int32_t)lround(value * 1e6);
}

static void read_list(const char *path, Arena *arena, List *ret)
{
    char *bytes;
    size_t size;
    Err err = {0};
    CsvRecord record;
    bool end = false;
    if (!file_read(path, LIST_BYTES, arena, &bytes, &size, &err))
        fail(err.text);
    CsvReader reader = csv_reader(bytes, size);
    if (!csv_next(&reader, arena, &record, &end, &err) || end)
        fail("the list is empty");
    size_t address = column_of(&record, "address", "住所", arena);
    size_t latitude = column_of(&record, "latitude", "緯度", arena);
    size_t longitude = column_of(&record, "longtitude", "longitude", arena);
    while (csv_next(&reader, arena, &record, &end, &err) && !end && ret->count < LIST_MOST) {
        const char *text = cell(&record, address, arena);
        if (*text)
            ret->rows[ret->count++] = (Address){text,
                                                {degrees(cell(&record, latitude, arena)),
                                                 degrees(cell(&record, longitude, arena))}};
    }
}

/// How near the answers are, and whether that is near enough.
static bool judge(const Gazetteer *gazetteer, const List *list, Arena *arena)
{
    static Times off; // metres
    size_t levels[3] = {0}, missing = 0, doubtful = 0, within = 0;
    for (size_t i = 0; i < list->count; i++) {
        Place place;
        if (!gazetteer_find(gazetteer, list->rows[i].text, arena, &place)) {
            missing++;
            continue;
        }
        levels[place.level]++;
        doubtful += place.ambiguous;
        if (!position_known(list->rows[i].published))
            continue;
        int32_t metres = great_circle(place.position, list->rows[i].published);
        times_add(&off, metres);
        within += metres <= place.error_m;
    }
    double median = times_at(&off, 50);
    printf("%zu addresses: block %zu, town %zu, municipality %zu, ambiguous %zu, not found %zu\n",
           list->count, levels[0], levels[1], levels[2], doubtful, missing);
    printf("error p50 %.0f m, p80 %.0f m, p95 %.0f m; within what was said of them %.0f %%\n",
           median, times_at(&off, 80), times_at(&off, 95),
           100.0 * (double)within / (double)(off.count ? off.count : 1));
    return missing == 0 && median <= ERROR_M &&
           100 * (levels[0] + levels[1]) >= TO_TOWN_PERCENT * list->count;
}

/// As a form asks: one at a time, with an arena that is emptied by each key.
static void measure(const Gazetteer *gazetteer, const List *list, long rounds, Arena *arena)
{
    static Times each;
    double all = 0;
    for (long round = 0; round < rounds; round++)
        for (size_t i = 0; i < list->count; i++) {
            Place place;
            arena_empty(arena);
            double since = milliseconds();
            (void)gazetteer_find(gazetteer, list->rows[i].text, arena, &place);
            double took = milliseconds() - since;
            times_add(&each, took);
            all += took;
        }
    printf("%.0f addresses a second\n", (double)rounds * (double)list->count * 1e3 / all);
    times_print("a look-up", &each);
}

int main(int argc, char **argv)
{
    static List list;
    if (argc < 3 || argc > 4) {
        fputs(usage, stderr);
        return 2;
    }
    Arena *kept = arena_open(), *arena = arena_open();
    Gazetteer *gazetteer;
    Place place;
    Err err = {0};
    read_list(argv[2], kept, &list);
    if (list.count == 0)
        fail("the list holds no address");
    double since = milliseconds();
    if (!gazetteer_open(argv[1], &gazetteer, &err))
        fail(err.text);
    (void)gazetteer_find(gazetteer, list.rows[0].text, arena, &place);
    printf("opened, and the first look-up: %.2f ms\n", milliseconds() - since);
    bool near = judge(gazetteer, &list, arena);
    measure(gazetteer, &list, argc == 4 ? strtol(argv[3], NULL, 10) : 20, arena);
    gazetteer_close(gazetteer);
    arena_close(arena);
    arena_close(kept);
    return near ? 0 : 1;
}
