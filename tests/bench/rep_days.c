// SPDX-License-Identifier: GPL-3.0-or-later
// Makes days of a rep for plan_bench: some hours agreed, some half-days, the rest loose; and days
// that hold more than fits.
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/chance.h"

static const char usage[] =
    "usage: bench_rep_days FOLDER days|overfull STOPS DAYS SEED\n"
    "Writes DAYS files KINDSTOPS_NN.txt of the format of `plan_bench --kind KIND` into FOLDER. In\n"
    "`days` all stops fit: a quarter has an agreed half-hour, a quarter is there only in the\n"
    "morning or from late morning on; up to 20 stops the day has 600 minutes, else 1,100. In\n"
    "`overfull` stops have a weight of 1, 3 or 10, half-hours that nobody fitted to each other, "
    "and\n"
    "there is lunch. The same numbers, the same days.\n";

enum {
    STOPS_MOST = 100,
    TOWN = 600, // across, tenths of a minute
    SHORT_DAY = 600,
    LONG_DAY = 1100,
    FEW_STOPS = 20, // of a short day
    MORNING = 240,  // ends
    LATE = 180,     // who is there from late morning on
    WORK_DAY = 540, // overfull
    HALF_HOUR = 30,
    CHOICES = 3, // the tour on which hours are agreed goes to the nearest of so many
};

typedef struct Stop {
    long x, y, open, close, service, weight;
} Stop;

typedef struct Made {
    uint64_t chance;
    Stop stops[STOPS_MOST + 1]; // the first: where the day begins and ends
    int count;                  // with it
    long length;
} Made;

static long way(const Stop *one, const Stop *other)
{
    double x = (double)(one->x - other->x), y = (double)(one->y - other->y);
    return lround(sqrt(x * x + y * y) / 10);
}

/// The nearest of a few that were not visited yet.
static int choose(Made *made, const bool *visited, int at)
{
    int best = 0;
    for (int i = 0; i < CHOICES; i++) {
        int next = 1 + (int)below(&made->chance, made->count - 1);
        while (visited[next])
            next = next + 1 < made->count ? next + 1 : 1;
        if (best == 0 ||
            way(&made->stops[at], &made->stops[next]) < way(&made->stops[at], &made->stops[best]))
            best = next;
    }
    return best;
}

/// What is agreed can be kept: it lies around the hour `begin` of a tour that exists.
static void set_hours(Made *made, Stop *stop, long begin)
{
    long kind = below(&made->chance, 8);
    stop->open = 0;
    stop->close = made->length;
    if (kind < 2 && begin + HALF_HOUR < made->length) {
        stop->open = begin - below(&made->chance, HALF_HOUR + 1);
        stop->open = stop->open > 0 ? stop->open : 0;
        stop->close = stop->open + HALF_HOUR;
    } else if (kind == 2 && begin <= MORNING) {
        stop->close = MORNING;
    } else if (kind == 3 && begin >= LATE) {
        stop->open = LATE;
    }
}

/// A tour that begins too late for the end of the day is none: false.
static bool agree_hours(Made *made)
{
    bool visited[STOPS_MOST + 1] = {true};
    long now = 0;
    int at = 0;
    for (int i = 1; i < made->count; i++) {
        int next = choose(made, visited, at);
        now += made->stops[at].service + way(&made->stops[at], &made->stops[next]);
        visited[next] = true;
        at = next;
        set_hours(made, &made->stops[at], now);
        now = now > made->stops[at].open ? now : made->stops[at].open;
    }
    return now + made->stops[at].service + way(&made->stops[at], &made->stops[0]) <= made->length;
}

static void place(Made *made)
{
    static const long quick[] = {5, 10, 10, 15}, slow[] = {10, 15, 20, 30};
    made->stops[0] = (Stop){.x = TOWN / 2, .y = TOWN / 2, .close = made->length};
    for (int i = 1; i < made->count; i++)
        made->stops[i] = (Stop){
            .x = below(&made->chance, TOWN),
            .y = below(&made->chance, TOWN),
            .service = (made->count > 16 ? quick : slow)[below(&made->chance, 4)],
        };
}

static void make_day(Made *made)
{
    made->length = made->count - 1 <= FEW_STOPS ? SHORT_DAY : LONG_DAY;
    do
        place(made);
    while (!agree_hours(made));
}

static void make_overfull(Made *made)
{
    static const long services[] = {15, 20, 30, 45};
    static const long weights[] = {1, 1, 1, 1, 3, 3, 3, 10};
    made->length = WORK_DAY;
    place(made);
    for (int i = 1; i < made->count; i++) {
        Stop *stop = &made->stops[i];
        stop->service = services[below(&made->chance, 4)];
        stop->weight = weights[below(&made->chance, 8)];
        long kind = below(&made->chance, 8);
        stop->open = kind < 2 ? HALF_HOUR * below(&made->chance, 17) : kind == 3 ? 240 : 0;
        stop->close = kind < 2 ? stop->open + HALF_HOUR : kind == 2 ? LATE : WORK_DAY;
    }
}

static void write_day(const Made *made, bool overfull, FILE *file)
{
    fprintf(file, "%d\n", made->count);
    for (int from = 0; from < made->count; from++)
        for (int to = 0; to < made->count; to++) {
            long leg = way(&made->stops[from], &made->stops[to]);
            if (!overfull && from != to)
                leg += made->stops[from].service;
            fprintf(file, "%ld%c", leg, to + 1 < made->count ? ' ' : '\n');
        }
    for (int i = 0; i < made->count; i++) {
        const Stop *stop = &made->stops[i];
        fprintf(file, "%ld %ld", stop->open, stop->close);
        if (overfull)
            fprintf(file, " %ld %ld", stop->service, stop->weight);
        fprintf(file, "\n");
    }
    if (overfull)
        fprintf(file, "150 270 45\n");
}

static bool write_file(const Made *made, const char *folder, const char *kind, long number)
{
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/%s%02d_%02ld.txt", folder, kind, made->count - 1, number);
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        return false;
    }
    write_day(made, !strcmp(kind, "overfull"), file);
    if (fclose(file) == 0)
        return true;
    perror(path);
    return false;
}

int main(int argc, char **argv)
{
    bool overfull = argc == 6 && !strcmp(argv[2], "overfull");
    long stops = argc == 6 ? strtol(argv[3], NULL, 10) : 0;
    if ((!overfull && (argc != 6 || strcmp(argv[2], "days") != 0)) || stops < 1 ||
        stops > STOPS_MOST) {
        fputs(usage, stderr);
        return 2;
    }
    long days = strtol(argv[4], NULL, 10);
    uint64_t seed = strtoull(argv[5], NULL, 10);
    for (long i = 0; i < days; i++) {
        Made made = {.chance = seed * 1000 + (uint64_t)i, .count = (int)stops + 1};
        if (overfull)
            make_overfull(&made);
        else
            make_day(&made);
        if (!write_file(&made, argv[1], argv[2], i + 1))
            return 1;
    }
    return 0;
}
