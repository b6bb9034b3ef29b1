// SPDX-License-Identifier: GPL-3.0-or-later
// What a day of the week has on it, in one row: whole where it fits, else with short hours and without
// what says least.
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "today.h"

typedef enum Part {
    VISITS,
    DUE,
    TO_SEE,
    HOLIDAY,
    RENEWAL,
    CLOSING,
    GOTOBI,
    LATE_LUNCH,
    FREE,
    WHEEL,
    LUNCH,
    PARTS
} Part;

/// Who goes first where not even short hours have room: a lunch at its usual hour, then what is known
/// without the week.
static const Part leaves[] = {LUNCH, GOTOBI, RENEWAL, HOLIDAY, CLOSING, TO_SEE, FREE};

enum { VISITS_COLUMNS = 9, HOUR = 60 };

static const char *counted(const char *format, int count, Arena *arena)
{
    return count ? arena_print(arena, format, count) : "";
}

static const char *timed(const char *format, Minute length, bool brief, Arena *arena)
{
    if (length <= 0)
        return "";
    const char *text = brief && length >= HOUR
                           ? arena_print(arena, _("%dh%02d"), length / HOUR, length % HOUR)
                           : minutes_text(length, arena);
    return arena_print(arena, format, text);
}

static void read_parts(const WeekDay *day, bool brief, Arena *arena, const char *parts[PARTS])
{
    const DayLoad *load = &day->load;
    const char *visits = day->stands == 1 ? _("1 visit")
                                          : arena_print(arena, _("%d visits"), day->stands);
    bool lunch = day->stands && day->lunch_at != NONE;
    const char *hour = minute_text(day->lunch_at, arena);
    parts[VISITS] = text_pad(visits, VISITS_COLUMNS, arena);
    parts[DUE] = counted(_("%d due"), load->promises_due, arena);
    parts[TO_SEE] = counted(_("%d to see"), load->cycle_due, arena);
    parts[HOLIDAY] = load->holiday ? load->holiday : "";
    parts[RENEWAL] = counted(_("renewal %d"), day->renewal_steps, arena);
    parts[CLOSING] = counted(_("closing %d"), load->closings, arena);
    parts[GOTOBI] = day->gotobi ? _("gotōbi") : "";
    parts[FREE] = timed(_("free %s"), day->stands ? day->free_minutes : 0, brief, arena);
    parts[WHEEL] = timed(_("wheel %s"), day->stands ? day->sheet.wheel_minutes : 0, brief, arena);
    parts[LATE_LUNCH] = parts[LUNCH] = "";
    if (lunch)
        parts[day->lunch_late ? LATE_LUNCH : LUNCH] = arena_print(
            arena, _("%slunch %s"), day->lunch_late ? "! " : "", hour);
}

static const char *joined(const char *const parts[PARTS], Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < PARTS; i++)
        if (*parts[i])
            buffer_print(&out, "%s%s", i ? "  " : "", parts[i]);
    return buffer_text(&out);
}

const char *week_load_text(const WeekDay *day, int columns, Arena *arena)
{
    const char *parts[PARTS];
    read_parts(day, false, arena, parts);
    const char *whole = joined(parts, arena);
    if (text_width(whole) <= columns)
        return whole;
    read_parts(day, true, arena, parts);
    const char *brief = joined(parts, arena);
    for (size_t i = 0; i < sizeof leaves / sizeof *leaves && text_width(brief) > columns; i++) {
        parts[leaves[i]] = "";
        brief = joined(parts, arena);
    }
    return brief;
}
