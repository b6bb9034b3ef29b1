// SPDX-License-Identifier: GPL-3.0-or-later
// Makes year-end days for plan_bench: many doors of five minutes with loose hours, one calendar each.
#include <stdio.h>
#include <stdlib.h>

#include "bench/chance.h"

static const char usage[] =
    "usage: bench_year_end FOLDER [DAYS SEED AGREED]\n"
    "Writes DAYS (50) files year_end_NN.txt of the format of `plan_bench --kind days` into "
    "FOLDER:\n"
    "25 to 30 doors in a town, 5 minutes at each, open from 9 or 10 until 17 or 18. AGREED (0) of\n"
    "them, 2 at most, have an agreed half-hour; then also one in eight is there only in the "
    "morning\n"
    "and one in eight only in the afternoon. The same numbers, the same days.\n";

enum {
    DOORS_LEAST = 25,
    DOORS_MOST = 30,
    TOWN_METRES = 9000, // across
    CLUSTERS = 5,       // where doors stand close together
    CLUSTER_METRES = 900,
    METRES_A_MINUTE = 330, // 20 km/h, as in town
    DETOUR_PERCENT = 130,
    DOOR_MINUTES = 5,
    DAY_MINUTES_LONG = 540, // 9:00 to 18:00
};

typedef struct Door {
    long x, y;
    long open, close;
} Door;

static long whole_root(long square)
{
    long root = 0;
    while ((root + 1) * (root + 1) <= square)
        root++;
    return root;
}

static long minutes_between(const Door *one, const Door *other)
{
    long dx = (one->x - other->x) / 10, dy = (one->y - other->y) / 10;
    long metres = whole_root(dx * dx + dy * dy) * 10 * DETOUR_PERCENT / 100;
    return 1 + metres / METRES_A_MINUTE;
}

static void place(uint64_t *chance, const Door *centres, Door *door)
{
    const Door *centre = &centres[below(chance, CLUSTERS)];
    door->x = below(chance, TOWN_METRES);
    door->y = below(chance, TOWN_METRES);
    if (below(chance, 3) > 0) {
        door->x = centre->x + below(chance, 2 * CLUSTER_METRES) - CLUSTER_METRES;
        door->y = centre->y + below(chance, 2 * CLUSTER_METRES) - CLUSTER_METRES;
    }
}

/// `agreed` 1: an agreed half-hour in the morning, 2: in the afternoon.
static void set_hours(uint64_t *chance, Door *door, long agreed)
{
    door->open = 60 * below(chance, 2);
    door->close = 480 + 60 * below(chance, 2) - DOOR_MINUTES;
    if (agreed > 0) {
        door->open = 240 * agreed - 180 + 30 * below(chance, 5);
        door->close = door->open + 30;
    }
}

static void set_half_day(uint64_t *chance, Door *door)
{
    if (below(chance, 8) == 0)
        door->close = 180; // mornings only
    else if (below(chance, 8) == 0)
        door->open = 240; // afternoons only
}

static void write_day(FILE *file, const Door *doors, int count)
{
    fprintf(file, "%d\n", count);
    for (int from = 0; from < count; from++)
        for (int to = 0; to < count; to++) {
            long leg = from == to
                           ? 0
                           : minutes_between(&doors[from], &doors[to]) + (from ? DOOR_MINUTES : 0);
            fprintf(file, "%ld%c", leg, to + 1 < count ? ' ' : '\n');
        }
    for (int i = 0; i < count; i++)
        fprintf(file, "%ld %ld\n", doors[i].open, doors[i].close);
}

static void make_day(uint64_t seed, int agreed, FILE *file)
{
    uint64_t chance = seed;
    Door centres[CLUSTERS], doors[DOORS_MOST + 1];
    int count = 1 + DOORS_LEAST + (int)below(&chance, DOORS_MOST - DOORS_LEAST + 1);
    for (int i = 0; i < CLUSTERS; i++)
        centres[i] = (Door){below(&chance, TOWN_METRES), below(&chance, TOWN_METRES), 0, 0};
    for (int i = 0; i < count; i++) {
        place(&chance, centres, &doors[i]);
        set_hours(&chance, &doors[i], i <= agreed ? i : 0);
        if (agreed > 0 && i > agreed)
            set_half_day(&chance, &doors[i]);
    }
    doors[0].open = 0;
    doors[0].close = DAY_MINUTES_LONG;
    write_day(file, doors, count);
}

int main(int argc, char **argv)
{
    if (argc != 2 && argc != 5) {
        fputs(usage, stderr);
        return 2;
    }
    long days = argc == 5 ? strtol(argv[2], NULL, 10) : 50;
    uint64_t seed = argc == 5 ? strtoull(argv[3], NULL, 10) : 1;
    long agreed = argc == 5 ? strtol(argv[4], NULL, 10) : 0;
    if (agreed < 0 || agreed > 2) {
        fputs(usage, stderr);
        return 2;
    }
    for (long i = 0; i < days; i++) {
        char path[4096];
        (void)snprintf(path, sizeof path, "%s/year_end_%02ld.txt", argv[1], i + 1);
        FILE *file = fopen(path, "w");
        if (!file) {
            perror(path);
            return 1;
        }
        make_day(seed * 1000 + (uint64_t)i, (int)agreed, file);
        if (fclose(file) != 0) {
            perror(path);
            return 1;
        }
    }
    return 0;
}
