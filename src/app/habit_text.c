// SPDX-License-Identifier: GPL-3.0-or-later
// How often a person was met, in words.
#include "mawari/app/habit_text.h"

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"

const char *habit_short(const Habit *habit, Arena *arena)
{
    Half half = habit_said_half(habit);
    if (half == HALF_UNKNOWN)
        return "";
    const MetCount *count = &habit->halves[half];
    return arena_print(arena, half == HALF_MORNING ? _("am %d/%d") : _("pm %d/%d"), count->met,
                       count->tries);
}

const char *habit_within(const Habit *habit, int columns, Arena *arena)
{
    Half half = habit_said_half(habit);
    if (half == HALF_UNKNOWN)
        return "";
    const MetCount *count = &habit->halves[half];
    const char *full = arena_print(
        arena, half == HALF_MORNING ? _("mornings %d of %d") : _("afternoons %d of %d"), count->met,
        count->tries);
    return text_width(full) <= columns ? full : habit_short(habit, arena);
}

static void add_half(Buffer *out, const char *format, MetCount count)
{
    if (!count.tries)
        return;
    buffer_add(out, out->size ? _(", ") : "");
    buffer_add(out, arena_print(out->arena, format, count.met, count.tries));
}

const char *habit_sentence(const Habit *habit, Arena *arena)
{
    Buffer out = {.arena = arena};
    add_half(&out, _("mornings %d of %d"), habit->halves[HALF_MORNING]);
    add_half(&out, _("afternoons %d of %d"), habit->halves[HALF_AFTERNOON]);
    if (habit->on_best.tries)
        buffer_print(&out, "%s%s", out.size ? _(", ") : "",
                     arena_print(arena, _("best on %s, %d of %d"), weekday_text(habit->best),
                                 habit->on_best.met, habit->on_best.tries));
    return buffer_text(&out);
}
