// SPDX-License-Identifier: GPL-3.0-or-later
// "Can I stop?": the answer, what is left with its minutes, and how tomorrow begins. Enter opens
// what a row names; it can be done from there, and is gone when one comes back.
#include "mawari/app/evening.h"
#include "mawari/base/text.h"
#include "shell.h"

typedef struct StopData {
    StopSheet sheet;
    const char *answer, *tomorrow;
} StopData;

enum { HEAD_ROWS = 3, SORT_COLUMNS = 16, MINUTE_COLUMNS = 8, WHO_COLUMNS = 22 };

static bool load(Pane *pane, App *app, Err *err)
{
    StopData *data = pane->data;
    if (!stop_sheet(app, pane->arena, &data->sheet, err))
        return false;
    data->answer = stop_answer(&data->sheet, pane->arena);
    data->tomorrow = stop_tomorrow(app, &data->sheet, pane->arena);
    return true;
}

static bool look(Pane *pane, App *app, size_t from, size_t to, Err *err)
{
    return stop_name_rows(app, pane->arena, &((StopData *)pane->data)->sheet, from, to, err);
}

static size_t count(const Pane *pane)
{
    return ((const StopData *)pane->data)->sheet.count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    const StopRow *at = &((const StopData *)pane->data)->sheet.rows[index];
    return (PaneRow){.stop = true, .id = at->id, .kind = at->kind};
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return HEAD_ROWS;
}

static void draw_row(const StopRow *row, Region at, int line, Arena *arena)
{
    int column = at.column + 1, end = at.column + at.columns - 1;
    int minutes_at = end - MINUTE_COLUMNS;
    canvas_text(at.canvas, line, column, SORT_COLUMNS - 1, ROLE_DIM, stop_sort_title(row->sort));
    column += SORT_COLUMNS;
    canvas_text(at.canvas, line, column, WHO_COLUMNS - 1, ROLE_PLAIN, row->who ? row->who : "");
    column += WHO_COLUMNS;
    if (minutes_at > column)
        canvas_text(at.canvas, line, column, minutes_at - column - 1, ROLE_PLAIN, row->text);
    canvas_field_right(at.canvas, line, minutes_at, MINUTE_COLUMNS, ROLE_DIM,
                       minutes_text(row->minutes, arena));
}

static void draw(const Pane *pane, const App *app, Region at)
{
    (void)app;
    const StopData *data = pane->data;
    const StopSheet *sheet = &data->sheet;
    canvas_text(at.canvas, at.row, at.column + 1, at.columns - 2, ROLE_STRONG, data->answer);
    canvas_text(at.canvas, at.row + 1, at.column + 1, at.columns - 2, ROLE_PLAIN, data->tomorrow);
    int line = at.row + HEAD_ROWS;
    for (size_t i = pane->top; i < sheet->count && line < at.row + at.rows; i++, line++) {
        draw_row(&sheet->rows[i], at, line, pane->arena);
        if (i == pane->index) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + 1);
        }
    }
    if (sheet->count == 0)
        canvas_cursor(at.canvas, at.row, at.column + 1);
    if (sheet->more && line < at.row + at.rows)
        canvas_text(at.canvas, line, at.column + 1, at.columns - 2, ROLE_DIM,
                    _("and more of them: as these are done, those are shown"));
}

/// The driving log is asked for on the spot; everything else opens.
static bool enter(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    const StopSheet *sheet = &((const StopData *)pane->data)->sheet;
    if (sheet->count == 0) {
        screen_say(screen, _("There is nothing to open here"));
        return true;
    }
    if (sheet->rows[pane->index].sort != STOP_DRIVE)
        return false;
    screen_ask(screen, command_named("drive"), "");
    return true;
}

static const PaneKind pane_stop = {.data_bytes = sizeof(StopData),
                                   .load = load,
                                   .look = look,
                                   .draw = draw,
                                   .count = count,
                                   .row = row,
                                   .first_row = first_row,
                                   .enter = enter};

void stop_pane_open(Screen *screen)
{
    if (screen_pane(screen)->what != &pane_stop)
        screen_push(screen, pane_open(&pane_stop, NULL, 0));
}
