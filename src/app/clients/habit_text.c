// SPDX-License-Identifier: GPL-3.0-or-later
// How often a person was met, in words.
#include "mawari/app/habit_text.h"

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"

/// One half in a few characters.
static const char *half_short(const Habit *habit, Half half, Arena *arena)
{
    const MetCount *count = &habit->halves[half];
    return arena_print(arena, half == HALF_MORNING ? _("am %d/%d") : _("pm %d/%d"), count->met,
                       count->tries);
}

static const char *halves_short(const Habit *habit, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (Half half = HALF_MORNING; half <= HALF_AFTERNOON; half++)
        if (habit->halves[half].tries)
            buffer_print(&out, "%s%s", out.size ? " " : "", half_short(habit, half, arena));
    return buffer_text(&out);
}

static void add_half(Buffer *out, const char *format, MetCount count)
{
    if (!count.tries)
        return;
    buffer_add(out, out->size ? _(", ") : "");
    buffer_add(out, arena_print(out->arena, format, count.met, count.tries));
}

static void add_halves(Buffer *out, const Habit *habit)
{
    add_half(out, _("mornings %d of %d"), habit->halves[HALF_MORNING]);
    add_half(out, _("afternoons %d of %d"), habit->halves[HALF_AFTERNOON]);
}

static const char *halves_of(const Habit *habit, Arena *arena)
{
    Buffer out = {.arena = arena};
    add_halves(&out, habit);
    return buffer_text(&out);
}

const char *habit_sentence(const Habit *habit, Arena *arena)
{
    Buffer out = {.arena = arena};
    add_halves(&out, habit);
    if (habit->on_best.tries)
        buffer_print(&out, "%s%s", out.size ? _(", ") : "",
                     arena_print(arena, _("best on %s, %d of %d"), weekday_text(habit->best),
                                 habit->on_best.met, habit->on_best.tries));
    return buffer_text(&out);
}

const char *habit_within(const Habit *habit, int columns, Arena *arena)
{
    Half half = habit_said_half(habit);
    if (half == HALF_UNKNOWN)
        return "";
    const char *said[] = {habit_sentence(habit, arena), halves_of(habit, arena),
                          halves_short(habit, arena), half_short(habit, half, arena)};
    size_t last = sizeof said / sizeof *said - 1, i = 0;
    while (i < last && text_width(said[i]) > columns)
        i++;
    return said[i];
}
