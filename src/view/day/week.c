// SPDX-License-Identifier: GPL-3.0-or-later
// The week: load, gaps, promises due, 五十日 and holidays of each day, and the visits themselves.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ground/signs.h"
#include "mawari/app/day.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "today.h"

enum { WEEK_DAYS = 7, HEAD = 2 };
static const size_t HEADING = SIZE_MAX;

typedef struct WeekView {
    int32_t offset; // weeks from this one
    Day monday;     // of this week, as of the last load: another week that is looked at stays
    bool opened;    // the cursor began at today
    bool folded[WEEK_DAYS]; // Monday first: only the day's own row is shown
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

Day week_first(const Pane *pane, const App *app)
{
    return app->today - (Day)day_weekday(app->today) +
           ((const WeekView *)pane->view)->offset * WEEK_DAYS;
}

static bool is_folded(const Pane *pane, size_t day)
{
    return ((const WeekView *)pane->view)->folded[day];
}

static void add_day(WeekData *data, WeekDay *day, bool folded)
{
    data->rows[data->count++] = (WeekRow){day, HEADING};
    for (size_t i = 0; i < day->visits.count && !folded; i++)
        data->rows[data->count++] = (WeekRow){day, i};
}

static bool load(Pane *pane, App *app, Err *err)
{
    WeekData *data = pane->data;
    WeekView *view = pane->view;
    Day monday = app->today - (Day)day_weekday(app->today);
    if (view->monday && view->offset)
        view->offset -= (monday - view->monday) / WEEK_DAYS;
    view->monday = monday;
    if (!week_sheet(app, week_first(pane, app), WEEK_DAYS, pane->arena, &data->days, err))
        return false;
    size_t count = WEEK_DAYS;
    for (size_t i = 0; i < WEEK_DAYS; i++)
        count += data->days[i].visits.count;
    data->rows = arena_array(pane->arena, WeekRow, count);
    for (size_t i = 0; i < WEEK_DAYS; i++) {
        if (data->days[i].day == app->today && !view->opened)
            pane->index = data->count;
        add_day(data, &data->days[i], is_folded(pane, i));
    }
    view->opened = true;
    return true;
}

/// The row of the day's sheet that is this visit; NULL before the day was read.
static DayRow *stop_of(const WeekRow *row)
{
    Id id = row->day->visits.rows[row->visit].id;
    for (size_t i = 0; i < row->day->sheet.count; i++) {
        DayRow *stop = &row->day->sheet.rows[i];
        if (stop->kind == ROW_VISIT && stop->id == id)
            return stop;
    }
    return NULL;
}

/// A full week is a thousand rows: only the days in view are read.
static bool look(Pane *pane, App *app, size_t from, size_t to, Err *err)
{
    WeekData *data = pane->data;
    for (size_t i = from; i < to && i < data->count; i++) {
        const WeekRow *row = &data->rows[i];
        if (!week_read_day(app, row->day, pane->arena, err))
            return false;
        const DayRow *stop = row->visit == HEADING ? NULL : stop_of(row);
        size_t at = stop ? (size_t)(stop - row->day->sheet.rows) : 0;
        if (stop && !day_name_rows(app, pane->arena, &row->day->sheet, at, at + 1, err))
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

/// The day under the cursor, itself or by one of its visits.
static bool fold(Pane *pane, bool on)
{
    const WeekData *data = pane->data;
    size_t heading = pane->index;
    while (heading > 0 && !data->rows[heading].day)
        heading--;
    if (heading >= data->count)
        return false;
    pane->index = heading; // the visit may be gone from view
    pane->at = 0;
    ((WeekView *)pane->view)->folded[data->rows[heading].day - data->days] = on;
    return true;
}

static bool set_week(Pane *pane, const char *option, const char *value)
{
    WeekView *view = pane->view;
    if (strcmp(option, "fold") == 0)
        return fold(pane, *value == '1');
    if (strcmp(option, "day") != 0)
        return false;
    view->offset = *value ? view->offset + (int32_t)strtol(value, NULL, 10) : 0;
    return true;
}

static void draw_day(const WeekDay *day, bool folded, const App *app, Region at, int line,
                     Arena *arena)
{
    Day on = day->day;
    bool off = !workday_is(&app->work, on);
    Role role = on == app->today ? ROLE_TODAY : off ? ROLE_DIM : ROLE_STRONG;
    canvas_text(at.canvas, line, at.column + 1, 12, role, day_text_full(on, app->today, arena));
    if (folded && day->stands)
        canvas_text(at.canvas, line, at.column, 1, ROLE_DIM, "+");
    canvas_text(at.canvas, line, at.column + 14, at.columns - 15, off ? ROLE_DIM : ROLE_PLAIN,
                week_load_text(day, at.columns - 15, arena));
}

/// What it is about, and before that what is promised there of money and when they close.
static const char *purpose_text(const DayRow *stop, Arena *arena)
{
    const char *purpose = stop->visit->visit.purpose;
    if (!stop->money)
        return purpose;
    return purpose && *purpose ? arena_print(arena, "%s · %s", stop->money, purpose) : stop->money;
}

enum { HOUR = 5, NAME_AT = 11, NAME = 32, BESIDE_AT = 45 };

/// What speaks against the visit, else what it is about. True: it does.
static bool said_beside(const DayRow *stop, bool over, const char **ret, Arena *arena)
{
    const char *late = stop->late_by > 0 && !over
                           ? arena_print(arena, _("%s late"), minutes_words(stop->late_by, arena))
                           : NULL;
    const char *wrong = stop->hindrance ? stop->hindrance : late;
    *ret = wrong ? arena_print(arena, "! %s", wrong) : purpose_text(stop, arena);
    return wrong != NULL;
}

static void draw_visit(const DayRow *stop, Region at, int line, Arena *arena)
{
    const Visit *what = &stop->visit->visit;
    bool over = what->outcome != NONE;
    Role role = over ? ROLE_DIM : ROLE_PLAIN;
    Minute shown = stop->begin != NONE ? stop->begin : what->start;
    const char *hour = minute_text(shown, arena);
    int over_99 = text_width(hour) > HOUR ? text_width(hour) - HOUR : 0;
    canvas_text(at.canvas, line, at.column + 5, HOUR + over_99, role, hour);
    const char *beside;
    bool wrong = said_beside(stop, over, &beside, arena);
    int room = (beside && *beside ? NAME : at.columns - NAME_AT - 1) - over_99;
    canvas_text(at.canvas, line, at.column + NAME_AT + over_99, room, role,
                today_name(stop, room, at.canvas->plain, arena));
    canvas_text(at.canvas, line, at.column + BESIDE_AT, at.columns - BESIDE_AT - 1,
                wrong ? ROLE_BAD : ROLE_DIM, beside);
}

static void draw(const Pane *pane, const App *app, Region at)
{
    const WeekData *data = pane->data;
    Arena *arena = arena_open();
    Day first = week_first(pane, app);
    canvas_text(at.canvas, at.row, at.column + 1, at.columns - 2, ROLE_DIM,
                arena_print(arena, _("%s – %s"), day_text_full(first, app->today, arena),
                            day_text_full(first + WEEK_DAYS - 1, app->today, arena)));
    int line = at.row + HEAD;
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        const WeekRow *row = &data->rows[i];
        if (row->visit == HEADING)
            draw_day(row->day, is_folded(pane, (size_t)(row->day - data->days)), app, at, line,
                     arena);
        else if (stop_of(row))
            draw_visit(stop_of(row), at, line, arena);
        if (i == pane->index) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + 1);
        }
    }
    arena_close(arena);
}

Day week_day_here(const Pane *pane)
{
    const WeekData *data = pane->data;
    if (pane->what != &pane_week || !data || pane->index >= data->count)
        return NONE;
    const WeekRow *row = &data->rows[pane->index];
    return row->visit == HEADING ? row->day->day : NONE;
}

Day week_day_at(const Pane *pane)
{
    const WeekData *data = pane->data;
    bool on_row = pane->what == &pane_week && data && pane->index < data->count;
    return on_row ? data->rows[pane->index].day->day : NONE;
}

/// A letter a day: f is folded.
static const char *layout(const Pane *pane, Arena *arena)
{
    char *days = arena_copy(arena, "-------");
    bool any = false;
    for (size_t i = 0; i < WEEK_DAYS; i++)
        if (is_folded(pane, i)) {
            days[i] = 'f';
            any = true;
        }
    return any ? days : "";
}

static void recall(Pane *pane, const App *app, const char *days)
{
    (void)app;
    for (size_t i = 0; i < WEEK_DAYS && days[i]; i++)
        ((WeekView *)pane->view)->folded[i] = days[i] == 'f';
}

const PaneKind pane_week = {.view_bytes = sizeof(WeekView),
                            .data_bytes = sizeof(WeekData),
                            .load = load,
                            .look = look,
                            .draw = draw,
                            .count = count,
                            .row = row,
                            .first_row = first_row,
                            .text = set_week,
                            .layout = layout,
                            .recall = recall};
