// SPDX-License-Identifier: GPL-3.0-or-later
// The week: load, gaps, promises due, 五十日 and holidays of each day, and the visits themselves.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/app/day.h"
#include "mawari/base/text.h"
#include "pane.h"

enum { WEEK_DAYS = 7, HEAD = 2 };
static const size_t HEADING = SIZE_MAX;

typedef struct WeekView {
    int32_t offset; // weeks from this one
} WeekView;

typedef struct WeekRow {
    WeekDay *day;
    size_t visit; // of the day's; HEADING: the day itself
} WeekRow;

typedef struct WeekData {
    WeekDay *days;
    WeekRow *rows;
    size_t count;
} WeekData;

static Day first_day(const Pane *pane, const App *app)
{
    return app->today - (Day)day_weekday(app->today) +
           ((const WeekView *)pane->view)->offset * WEEK_DAYS;
}

static bool load(Pane *pane, App *app, Err *err)
{
    WeekData *data = pane->data;
    if (!week_sheet(app, first_day(pane, app), WEEK_DAYS, pane->arena, &data->days, err))
        return false;
    size_t count = WEEK_DAYS;
    for (size_t i = 0; i < WEEK_DAYS; i++)
        count += data->days[i].visits.count;
    data->rows = arena_array(pane->arena, WeekRow, count);
    for (size_t i = 0; i < WEEK_DAYS; i++) {
        WeekDay *day = &data->days[i];
        data->rows[data->count++] = (WeekRow){day, HEADING};
        for (size_t j = 0; j < day->visits.count; j++)
            data->rows[data->count++] = (WeekRow){day, j};
    }
    return true;
}

/// A full week is a thousand rows: only the days in view are read.
static bool look(Pane *pane, App *app, size_t from, size_t to, Err *err)
{
    WeekData *data = pane->data;
    for (size_t i = from; i < to && i < data->count; i++) {
        const WeekRow *row = &data->rows[i];
        if (!week_read_day(app, row->day, pane->arena, err))
            return false;
        if (row->visit == HEADING)
            continue;
        DayVisit *visit = &row->day->visits.rows[row->visit];
        if (!visit->named && !visit->site_name &&
            !query_visit_names(app->store, app->today, pane->arena, visit, err))
            return false;
    }
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const WeekData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    const WeekRow *at = &((const WeekData *)pane->data)->rows[index];
    if (at->visit == HEADING)
        return (PaneRow){.stop = true, .heading = true};
    return (PaneRow){.id = at->day->visits.rows[at->visit].id, .kind = &entity_visit};
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return HEAD;
}

static bool set_week(Pane *pane, const char *option, const char *value)
{
    WeekView *view = pane->view;
    if (strcmp(option, "day") != 0)
        return false;
    view->offset = *value ? view->offset + (int32_t)strtol(value, NULL, 10) : 0;
    return true;
}

static const char *load_text(const WeekDay *day, Arena *arena)
{
    const char *wheel = day->wheel_minutes ? minutes_text(day->wheel_minutes, arena) : "";
    const char *due = day->load.promises_due
                          ? arena_print(arena, _("%d promises due"), day->load.promises_due)
                          : "";
    return arena_print(
        arena, "%s  %s  %s  %s%s%s",
        text_pad(arena_print(arena, _("%d visits"), day->load.visits), 10, arena),
        text_pad(day->load.agreed ? arena_print(arena, _("%d agreed"), day->load.agreed) : "", 9,
                 arena),
        text_pad(wheel, 6, arena), due, day->gotobi ? _("  gotōbi") : "",
        day->load.holiday ? arena_print(arena, "  %s", day->load.holiday) : "");
}

static void draw_day(const WeekDay *day, const App *app, Region at, int line, Arena *arena)
{
    bool off = !workday_is(&app->work, day->day);
    Role role = day->day == app->today ? ROLE_TODAY : off ? ROLE_DIM : ROLE_STRONG;
    canvas_text(at.canvas, line, at.column + 1, 12, role,
                day_text_full(day->day, app->today, arena));
    canvas_text(at.canvas, line, at.column + 14, at.columns - 15, off ? ROLE_DIM : ROLE_PLAIN,
                load_text(day, arena));
}

static void draw_visit(const DayVisit *visit, Region at, int line, Arena *arena)
{
    const Visit *what = &visit->visit;
    const char *sign = what->outcome != NONE ? "✓" : what->start != NONE ? "=" : "~";
    Role role = what->outcome != NONE ? ROLE_DIM : ROLE_PLAIN;
    canvas_text(at.canvas, line, at.column + 5, 5, role, minute_text(what->start, arena));
    canvas_text(at.canvas, line, at.column + 11, 1, role, sign);
    canvas_text(at.canvas, line, at.column + 13, 30, role,
                visit->site_name ? visit->site_name : visit->client_name);
    canvas_text(at.canvas, line, at.column + 45, at.columns - 46, ROLE_DIM, what->purpose);
}

static void draw(const Pane *pane, const App *app, Region at)
{
    const WeekData *data = pane->data;
    Arena *arena = arena_open();
    Day first = first_day(pane, app);
    canvas_text(at.canvas, at.row, at.column + 1, at.columns - 2, ROLE_DIM,
                arena_print(arena, "%s – %s", day_text_full(first, app->today, arena),
                            day_text_full(first + WEEK_DAYS - 1, app->today, arena)));
    int line = at.row + HEAD;
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        const WeekRow *row = &data->rows[i];
        if (row->visit == HEADING)
            draw_day(row->day, app, at, line, arena);
        else
            draw_visit(&row->day->visits.rows[row->visit], at, line, arena);
        if (i == pane->index) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + 1);
        }
    }
    arena_close(arena);
}

const PaneKind pane_week = {.view_bytes = sizeof(WeekView),
                            .data_bytes = sizeof(WeekData),
                            .load = load,
                            .look = look,
                            .draw = draw,
                            .count = count,
                            .row = row,
                            .first_row = first_row,
                            .text = set_week};
