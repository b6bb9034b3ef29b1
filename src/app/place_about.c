// SPDX-License-Identifier: GPL-3.0-or-later
// A place that is known only about: what stands beside it wherever its minutes are shown.
#include "mawari/app/day.h"

enum { EXACT_ENOUGH_M = 300, METRES_A_KM = 1000 };

const char *place_about(const Site *site, Arena *arena)
{
    int32_t error = site->position_error_m, level = site->position_level;
    bool derived = level == POSITION_TOWN || level == POSITION_MUNICIPALITY;
    if (site->latitude == NONE || site->longitude == NONE ||
        (error == NONE ? !derived : error < EXACT_ENOUGH_M))
        return NULL;
    const Word *word = words_by_value(&words_position_level, level);
    if (error == NONE)
        return arena_print(arena, "±? (%s)", lang_text(word->title));
    return error < METRES_A_KM
               ? arena_print(arena, "±%d m", error)
               : arena_print(arena, "±%d.%d km", error / METRES_A_KM, error % METRES_A_KM / 100);
}
