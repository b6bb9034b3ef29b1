// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a place: by how much it may lie elsewhere, and where in the building one goes.
#include "mawari/app/day.h"

enum { EXACT_ENOUGH_M = 300, METRES_A_KM = 1000 };

const char *position_about(Position position, int32_t level, int32_t error, Arena *arena)
{
    bool derived = level == POSITION_TOWN || level == POSITION_MUNICIPALITY;
    if (!position_known(position) || (error == NONE ? !derived : error < EXACT_ENOUGH_M))
        return NULL;
    const Word *word = words_by_value(&words_position_level, level);
    if (error == NONE)
        return arena_print(arena, "±? (%s)", lang_text(word->title));
    return error < METRES_A_KM
               ? arena_print(arena, "±%d m", error)
               : arena_print(arena, "±%d.%d km", error / METRES_A_KM, error % METRES_A_KM / 100);
}

const char *place_about(const Site *site, Arena *arena)
{
    return position_about((Position){site->latitude, site->longitude}, site->position_level,
                          site->position_error_m, arena);
}

const char *rough_ways_text(const char *name, const char *about, Arena *arena)
{
    return arena_print(arena, _("%s lies where its address says, %s: the ways there are rough"),
                       name, about);
}

const char *department_place(const Department *department, Arena *arena)
{
    if (!department->name || !department->floor || !*department->floor)
        return NULL;
    return arena_print(arena, "%s %s", department->name, department->floor);
}
