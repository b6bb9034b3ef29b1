// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of Today's stops: so wide as what stands in them needs, and who gives way.
#include <string.h>

#include "mawari/base/text.h"
#include "today.h"

enum {
    TIME = 6, // a day that goes on beyond 99 hours needs more
    SLACK_SHOWN = 15,
    SLACK = 6,
    NAME = 24,       // wanted for the longest name before the person gives way …
    NAME_LEAST = 12, // … and what is left of it in any case
    WITH = 14,
    WITH_LEAST = 9,
    WAITING_LEAST = 17,
    WAITING_WORDS = 36, // where signs are words
    WITH_FROM = 72,
    WAITING_FROM = 46
};

static int clamp(int value, int least, int most)
{
    return value > most ? most : value < least ? least : value;
}

static void need(int *widest, const char *text)
{
    int width = text ? text_width(text) : 0;
    *widest = width > *widest ? width : *widest;
}

/// Where hours and minutes are wider than the column it is told in minutes alone.
static const char *minutes_fit(const char *sign, Minute minutes, Arena *arena)
{
    const char *text = arena_print(arena, "%s%s", sign, minutes_text(minutes, arena));
    return text_width(text) <= SLACK ? text : arena_print(arena, _("%s%dm"), sign, minutes);
}

const char *today_slack(const DayRow *stop, Arena *arena)
{
    if (stop->past || stop->slack == NONE)
        return "";
    if (stop->late_by > 0)
        return minutes_fit("!", stop->late_by, arena);
    return stop->slack < SLACK_SHOWN || stop->next ? minutes_fit("", stop->slack, arena) : "";
}

const char *today_time(const DayRow *stop, Arena *arena)
{
    return minute_text(stop->begin != NONE ? stop->begin : stop->arrive, arena);
}

/// What the columns need: of the names those that one goes to, for a promise may be long.
static StopColumns needs_of(const DaySheet *sheet, bool plain, Arena *arena)
{
    enum { NO_EDGE = 4096 };
    StopColumns needs = {.time = TIME};
    need(&needs.slack, _("slack"));
    need(&needs.waiting, _("waiting there"));
    for (size_t i = 0; i < sheet->count; i++) {
        const DayRow *stop = &sheet->rows[i];
        need(&needs.time, arena_print(arena, "%s ", today_time(stop, arena)));
        if (stop->kind == ROW_VISIT && stop->name)
            need(&needs.name, today_name(stop, NO_EDGE, plain, arena));
        need(&needs.with, stop->with);
        need(&needs.slack, today_slack(stop, arena));
        need(&needs.waiting, today_waiting(stop, sheet, plain, arena));
    }
    return needs;
}

/// The person gives way first, then what is waiting with its slack.
StopColumns today_columns(const DaySheet *sheet, int columns, bool plain, Arena *arena)
{
    StopColumns needs = needs_of(sheet, plain, arena), ret = {.time = needs.time};
    ret.name = columns - TODAY_TIME_AT - ret.time - 1;
    if (columns < WAITING_FROM)
        return ret;
    int room = ret.name - needs.slack - 2;
    int most = clamp(plain ? WAITING_WORDS : TODAY_WAITING, WAITING_LEAST, room - NAME_LEAST);
    ret.slack = needs.slack;
    ret.waiting = clamp(needs.waiting, WAITING_LEAST, most);
    room -= ret.waiting;
    if (columns >= WITH_FROM)
        ret.with = clamp(room - clamp(needs.name, NAME_LEAST, NAME), WITH_LEAST,
                         clamp(needs.with + 1, WITH_LEAST, WITH));
    ret.name = room - ret.with;
    return ret;
}

/// Where the columns stand; those without room at the right edge.
typedef struct StopPlaces {
    int name, with, slack, waiting, end;
} StopPlaces;

static StopPlaces places(const StopColumns *columns, Region at)
{
    StopPlaces ret = {.name = at.column + TODAY_TIME_AT + columns->time,
                      .end = at.column + at.columns};
    ret.waiting = ret.end - columns->waiting;
    ret.slack = columns->waiting ? ret.waiting - columns->slack - 2 : ret.end;
    ret.with = ret.slack - columns->with;
    return ret;
}

/// A person's surname where the title has no room.
static const char *with_fit(const DayRow *stop, int columns, Arena *arena)
{
    const char *blank = stop->with ? strchr(stop->with, ' ') : NULL;
    if (!blank || text_width(stop->with) <= columns)
        return stop->with ? stop->with : "";
    return arena_copy_bytes(arena, stop->with, (size_t)(blank - stop->with));
}

static Role waiting_role(const DayRow *stop)
{
    bool bad = stop->visit && (stop->hindrance || stop->visit->mine_late > 0 ||
                               stop->visit->ticket_number != NONE);
    return stop->past ? ROLE_DIM : bad ? ROLE_BAD : ROLE_PLAIN;
}

bool today_is_nailed(const DayRow *stop)
{
    return stop->visit && (stop->visit->visit.nailed == 1 || stop->visit->visit.nailed_at != NONE);
}

void today_draw_row(const StopColumns *columns, const DayRow *stop, const DaySheet *sheet,
                    Region at, int line, Arena *arena)
{
    StopPlaces place = places(columns, at);
    Role role = stop->past ? ROLE_DIM : stop->next ? ROLE_STRONG : ROLE_PLAIN;
    bool plain = at.canvas->plain;
    if (stop->next && !plain)
        canvas_text(at.canvas, line, at.column + 1, 1, ROLE_STRONG, "▶");
    if (today_is_nailed(stop))
        canvas_text(at.canvas, line, at.column + 2, 1, ROLE_DIM, "^");
    canvas_text(at.canvas, line, at.column + TODAY_TIME_AT, columns->time - 1, role,
                today_time(stop, arena));
    int name = (stop->with ? place.with : place.slack) - place.name - 1;
    canvas_text(at.canvas, line, place.name, name, role, today_name(stop, name, plain, arena));
    int with = place.slack - place.with - 1;
    if (with > 0)
        canvas_text(at.canvas, line, place.with, with, role, with_fit(stop, with, arena));
    if (!columns->waiting)
        return;
    canvas_field_right(at.canvas, line, place.slack, columns->slack,
                       stop->late_by > 0 ? ROLE_BAD : ROLE_PLAIN, today_slack(stop, arena));
    canvas_text(at.canvas, line, place.waiting, columns->waiting, waiting_role(stop),
                today_waiting(stop, sheet, plain, arena));
}

void today_draw_heads(const StopColumns *columns, Region at, int line, const char *stop)
{
    StopPlaces place = places(columns, at);
    canvas_text(at.canvas, line, at.column + TODAY_TIME_AT, columns->time - 1, ROLE_DIM, _("time"));
    canvas_text(at.canvas, line, place.name + 2, place.with - place.name - 3, ROLE_DIM, stop);
    if (columns->with)
        canvas_text(at.canvas, line, place.with, columns->with - 1, ROLE_DIM, _("with"));
    if (!columns->waiting)
        return;
    canvas_field_right(at.canvas, line, place.slack, columns->slack, ROLE_DIM, _("slack"));
    canvas_text(at.canvas, line, place.waiting, columns->waiting, ROLE_DIM, _("waiting there"));
}
