// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a day of the week: how it begins, all of its load, and the promises due by name.
#include <limits.h>
#include <string.h>

#include "ground/signs.h"
#include "mawari/base/text.h"
#include "today.h"

enum { LOAD_PARTS = 16 };

typedef struct DayView {
    Day day;
} DayView;

typedef struct DayData {
    const WeekDay *day;
    const char *first; // "leave by 08:42 for 北海道庁 農政部", ""
    const char **load;
    size_t load_count;
    Promises due; // on that day alone
} DayData;

/// A part of the load in each line: they stand two blanks apart.
static void split_load(DayData *data, const char *load, Arena *arena)
{
    data->load = arena_array(arena, const char *, LOAD_PARTS);
    while (*load && data->load_count < LOAD_PARTS) {
        const char *end = strstr(load, "  ");
        size_t size = end ? (size_t)(end - load) : strlen(load);
        data->load[data->load_count++] = arena_copy_bytes(arena, load, size);
        load += size + strspn(load + size, " ");
    }
}

/// When to set out, and for whom.
static bool read_first(App *app, WeekDay *day, Arena *arena, const char **ret, Err *err)
{
    DaySheet *sheet = &day->sheet;
    size_t at = 0;
    while (at < sheet->count && (sheet->rows[at].kind != ROW_VISIT || sheet->rows[at].past))
        at++;
    *ret = "";
    if (at == sheet->count || sheet->rows[at].leave_by == NONE)
        return true;
    if (!day_name_rows(app, arena, sheet, at, at + 1, err))
        return false;
    *ret = arena_print(arena, _("leave by %s for %s"), minute_text(sheet->rows[at].leave_by, arena),
                       sheet->rows[at].name);
    return true;
}

static bool load(Pane *pane, App *app, Err *err)
{
    DayData *data = pane->data;
    const Day day = ((const DayView *)pane->view)->day;
    WeekDay *read;
    if (!week_sheet(app, day, 1, pane->arena, &read, err) ||
        !week_read_day(app, read, pane->arena, err) ||
        !read_first(app, read, pane->arena, &data->first, err) ||
        !query_promises_on(app->store, day, (size_t)pane->rows, pane->arena, &data->due, err))
        return false;
    data->day = read;
    split_load(data, week_load_text(read, INT_MAX, pane->arena), pane->arena);
    return true;
}

static void draw_promise(const Promise *row, Region at, int line, Arena *arena)
{
    const Commitment *what = &row->commitment;
    const char *arrow = sign_before(at.canvas->plain,
                                    what->direction == DIRECTION_MINE ? "↑" : "↓");
    const char *hour = what->due_at == NONE ? "" : minute_text(what->due_at, arena);
    canvas_text(at.canvas, line, at.column + 1, at.columns - 2, ROLE_PLAIN,
                arena_print(arena, "%s %s%s%s  %s", arrow, hour, *hour ? " " : "",
                            what->what ? what->what : "",
                            row->client_name ? row->client_name : ""));
}

static void draw(const Pane *pane, const App *app, Region at)
{
    const DayData *data = pane->data;
    Arena *arena = arena_open();
    int line = at.row, last = at.row + at.rows;
    canvas_text(at.canvas, line, at.column + 1, at.columns - 2, ROLE_STRONG,
                day_text_full(data->day->day, app->today, arena));
    line += 2;
    if (*data->first && line < last)
        canvas_text(at.canvas, line++, at.column + 1, at.columns - 2, ROLE_PLAIN, data->first);
    for (size_t i = 0; i < data->load_count && line < last; i++)
        canvas_text(at.canvas, line++, at.column + 1, at.columns - 2, ROLE_PLAIN, data->load[i]);
    line++;
    if (data->due.count && line < last)
        canvas_text(at.canvas, line++, at.column + 1, at.columns - 2, ROLE_DIM, _("promises due"));
    for (size_t i = 0; i < data->due.count && line < last; i++)
        draw_promise(&data->due.rows[i], at, line++, arena);
    arena_close(arena);
}

static const PaneKind pane_week_day = {
    .view_bytes = sizeof(DayView), .data_bytes = sizeof(DayData), .load = load, .draw = draw};

Pane *week_day_open(Day day)
{
    Pane *pane = pane_open(&pane_week_day, NULL, 0);
    ((DayView *)pane->view)->day = day;
    return pane;
}

Day week_day_shown(const Pane *pane)
{
    return pane->what == &pane_week_day ? ((const DayView *)pane->view)->day : NONE;
}
