// SPDX-License-Identifier: GPL-3.0-or-later
// Days of a week that were solved already, by their stops: a table in which the newer one stays.
#include <string.h>

#include "part.h"
#include "week_inside.h"

enum { SOLVED = 1024 };

struct SolvedDays {
    Arena *arena;
    Solved rows[SOLVED];
};

SolvedDays *solved_open(Arena *arena)
{
    SolvedDays *solved = arena_new(arena, SolvedDays);
    solved->arena = arena;
    return solved;
}

/// The same for every order of the same stops.
static uint64_t sum_of(size_t day, const size_t *stops, size_t count)
{
    uint64_t sum = day;
    for (size_t i = 0; i < count; i++) {
        uint64_t mixed = (stops[i] + 1) * UINT64_C(0x9E3779B97F4A7C15);
        sum += (mixed ^ (mixed >> 29)) * UINT64_C(0xBF58476D1CE4E5B9);
    }
    return sum;
}

static Solved *row_of(const Week *week, uint64_t sum)
{
    return &week->solved->rows[(sum ^ (sum >> 32)) % SOLVED];
}

static bool has_same_stops(const Solved *row, const size_t *stops, size_t count)
{
    for (size_t i = 0; i < row->count; i++)
        if (part_place(stops, count, row->stops[i]) == count)
            return false;
    return row->count == count;
}

const Solved *solved_find(Week *week, size_t day, const size_t *stops, size_t count, int64_t nodes)
{
    uint64_t sum = sum_of(day, stops, count);
    const Solved *row = row_of(week, sum);
    bool found = row->sum == sum && row->day == day && row->nodes >= nodes &&
                 has_same_stops(row, stops, count);
    if (found)
        week_spend(week, row->spent);
    return found ? row : NULL;
}

void solved_keep(Week *week, const Solved *solved)
{
    uint64_t sum = sum_of(solved->day, solved->stops, solved->count);
    Solved *row = row_of(week, sum);
    size_t *stops = row->stops, room = row->room;
    if (room < solved->count) {
        room = 2 * solved->count;
        stops = arena_array(week->solved->arena, size_t, room);
    }
    memcpy(stops, solved->stops, solved->count * sizeof *stops);
    *row = *solved;
    row->sum = sum;
    row->stops = stops;
    row->room = room;
}
