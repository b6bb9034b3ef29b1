// SPDX-License-Identifier: GPL-3.0-or-later
// Today: below its head (today_head.c) the stops of the day, one row each.
#include "today.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/app/evening.h"
#include "mawari/base/text.h"

typedef struct TodayView {
    int32_t offset; // days from today, so that the pane rolls over midnight by itself
    Day today;      // as of the last load: another day that is looked at stays what it is
    bool opened;    // the cursor began at the next stop
    bool idle;      // there was none: it goes to the first one that comes
    bool folded;    // what is past is hidden
} TodayView;

typedef struct TodayData {
    DaySheet sheet;
    TodayNotes notes, tight; // tight: where rows are few
    size_t hidden;           // past rows
} TodayData;

enum { DECISION_ROWS = 4, BAR_ROWS = 2, TABLE_HEAD = 1 };

static Day shown_day(const Pane *pane, const App *app)
{
    return app->today + ((const TodayView *)pane->view)->offset;
}

/// Leaves what is still to come, and where the day began.
static void hide_past(TodayData *data)
{
    DaySheet *sheet = &data->sheet;
    size_t kept = 0, next = sheet->next;
    for (size_t i = 0; i < sheet->count; i++) {
        if (sheet->rows[i].past)
            data->hidden++;
        else
            sheet->rows[kept++] = sheet->rows[i];
        if (i == next)
            sheet->next = kept ? kept - 1 : 0;
    }
    if (next >= sheet->count)
        sheet->next = kept;
    sheet->count = kept;
}

static bool load(Pane *pane, App *app, Err *err)
{
    TodayData *data = pane->data;
    TodayView *view = pane->view;
    if (view->today && view->offset)
        view->offset -= app->today - view->today;
    view->today = app->today;
    if (!day_sheet_hours(app, shown_day(pane, app), pane->arena, &data->sheet, err))
        return false;
    if (!today_notes(app, &data->sheet, pane->columns - TODAY_NOTE_EDGES, pane->arena, &data->notes,
                     &data->tight, err))
        return false;
    if (view->folded)
        hide_past(data);
    bool has_next = data->sheet.next < data->sheet.count;
    if (!view->opened || (view->idle && !pane->at && has_next)) {
        pane->index = data->sheet.next; // what is over folds away above, but for the last of it
        pane->top = data->sheet.next > 0 ? data->sheet.next - 1 : 0;
    }
    view->opened = true;
    view->idle = !has_next;
    return true;
}

static bool look(Pane *pane, App *app, size_t from, size_t to, Err *err)
{
    TodayData *data = pane->data;
    return day_name_rows(app, pane->arena, &data->sheet, from, to, err);
}

static size_t count(const Pane *pane)
{
    return ((const TodayData *)pane->data)->sheet.count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    const DayRow *at = &((const TodayData *)pane->data)->sheet.rows[index];
    static const struct {
        DayRowKind kind;
        const Entity *entity;
    } kinds[] = {{ROW_VISIT, &entity_visit},
                 {ROW_BLOCK, &entity_block},
                 {ROW_PRIVATE, &entity_private_time},
                 {ROW_PROMISE, &entity_commitment},
                 {ROW_PICK_UP, &entity_companion},
                 {ROW_TROUBLE, &entity_ticket},
                 {ROW_REST, &entity_block}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].kind == at->kind && at->id)
            return (PaneRow){.id = at->id, .kind = at->event ? at->event : kinds[i].entity};
    bool to_write = at->kind == ROW_END && ((const TodayData *)pane->data)->sheet.to_write > 0;
    bool breather = at->kind == ROW_REST && at->id == 0;
    return (PaneRow){.stop = at->kind == ROW_LUNCH || at->kind == ROW_GAP || breather || to_write};
}

/// All of them where the stops from the top on fit below.
static const TodayNotes *notes_of(const Pane *pane)
{
    const TodayData *data = pane->data;
    int stops = (int)(data->sheet.count - pane->top);
    bool fits = pane->rows >= DECISION_ROWS + (int)data->notes.count + TABLE_HEAD + stops;
    return fits ? &data->notes : &data->tight;
}

/// The decision, and the notes below it or a blank.
static int head_rows(const Pane *pane)
{
    size_t notes = notes_of(pane)->count;
    return DECISION_ROWS + (notes ? (int)notes : 1);
}

/// The bar is the first to go when rows run out, then the blank above the stops.
static bool has_bar(const Pane *pane)
{
    return pane->rows >= head_rows(pane) + BAR_ROWS + TABLE_HEAD + (int)count(pane);
}

static int first_row(const Pane *pane)
{
    int head = head_rows(pane);
    bool roomy = pane->rows >= head + TABLE_HEAD + (int)count(pane);
    bool blank = notes_of(pane)->count == 0;
    return head - (blank && !roomy) + (has_bar(pane) ? BAR_ROWS : 0) + TABLE_HEAD;
}

static bool set_day(Pane *pane, const char *option, const char *value)
{
    TodayView *view = pane->view;
    if (strcmp(option, "fold") == 0) {
        view->folded = *value == '1';
        return true;
    }
    if (strcmp(option, "day") != 0)
        return false;
    view->offset = *value ? view->offset + (int32_t)strtol(value, NULL, 10) : 0;
    return true;
}

/// "stop", and how many of them are not in view.
static const char *stop_head(const Pane *pane, size_t shown, Arena *arena)
{
    size_t above = pane->top + ((const TodayData *)pane->data)->hidden;
    size_t below = count(pane) - pane->top - shown;
    if (above && below)
        return arena_print(arena, _("stop · %zu above %zu below"), above, below);
    if (below)
        return arena_print(arena, _("stop · %zu below"), below);
    return above ? arena_print(arena, _("stop · %zu above"), above) : _("stop");
}

static void draw_rows(const Pane *pane, const DaySheet *sheet, Region at, Arena *arena)
{
    int line = at.row + first_row(pane);
    size_t left = sheet->count - pane->top;
    size_t room = line < at.row + at.rows ? (size_t)(at.row + at.rows - line) : 0;
    size_t shown = left < room ? left : room;
    StopColumns columns = today_columns(sheet, at.columns, at.canvas->plain, arena);
    today_draw_heads(&columns, at, line - 1, stop_head(pane, shown, arena));
    for (size_t i = pane->top; i < pane->top + shown; i++, line++) {
        today_draw_row(&columns, &sheet->rows[i], sheet, at, line, arena);
        if (pane_is_marked(pane, sheet->rows[i].id))
            canvas_text(at.canvas, line, at.column, 1, ROLE_MARK, "+");
        if (i == pane->index) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + 3);
        }
    }
}

static void draw(const Pane *pane, const App *app, Region at)
{
    const DaySheet *sheet = &((const TodayData *)pane->data)->sheet;
    Arena *arena = arena_open();
    if (sheet->next < sheet->count)
        today_draw_decision(sheet, app, at, arena);
    else
        today_draw_no_stop(sheet, app, at, arena);
    today_draw_notes(notes_of(pane), at, DECISION_ROWS);
    if (has_bar(pane)) {
        Region bar = at;
        bar.row += head_rows(pane);
        today_draw_bar(sheet, app, bar, arena);
    }
    draw_rows(pane, sheet, at, arena);
    arena_close(arena);
}

const DaySheet *today_sheet(const Pane *pane)
{
    return &((const TodayData *)pane->data)->sheet;
}

static bool is_to_write(const DayRow *row)
{
    return row->kind == ROW_VISIT && row->past && row->sign != SIGN_DONE &&
           row->sign != SIGN_CANCELLED;
}

size_t today_to_write(const Pane *pane, Arena *arena, Id **ids)
{
    size_t found = 0;
    if (pane->what != &pane_today || pane->mark_count)
        return 0;
    const DaySheet *sheet = today_sheet(pane);
    if (pane->index >= sheet->count || sheet->rows[pane->index].kind != ROW_END)
        return 0;
    *ids = arena_array(arena, Id, sheet->count);
    for (size_t i = 0; i < sheet->count; i++)
        if (is_to_write(&sheet->rows[i]))
            (*ids)[found++] = sheet->rows[i].id;
    return found;
}

const TodayNotes *today_notes_of(const Pane *pane)
{
    return &((const TodayData *)pane->data)->notes;
}

Day today_day(const Pane *pane, const App *app)
{
    return shown_day(pane, app);
}

Minute today_gap_at(const Pane *pane)
{
    const DaySheet *sheet = today_sheet(pane);
    bool gap = pane->index < sheet->count && sheet->rows[pane->index].kind == ROW_GAP;
    return gap ? sheet->rows[pane->index].arrive : NONE;
}

static const char *layout(const Pane *pane, Arena *arena)
{
    (void)arena;
    return ((const TodayView *)pane->view)->folded ? "folded" : "";
}

static void recall(Pane *pane, const App *app, const char *layout_kept)
{
    (void)app;
    ((TodayView *)pane->view)->folded = *layout_kept != '\0';
}

static const char *note(const Pane *pane, Arena *arena)
{
    (void)arena;
    return ((const TodayData *)pane->data)->sheet.phone_is_older
               ? _("The phone's copy is older than the plan: x makes a new one")
               : NULL;
}

/// The day in one line for the office's whiteboard.
static const char *copy(Pane *pane, App *app, Arena *arena)
{
    const char *line = NULL;
    return whiteboard_line(app, shown_day(pane, app), arena, &line, NULL) ? line : "";
}

const PaneKind pane_today = {.view_bytes = sizeof(TodayView),
                             .data_bytes = sizeof(TodayData),
                             .load = load,
                             .look = look,
                             .draw = draw,
                             .count = count,
                             .row = row,
                             .first_row = first_row,
                             .text = set_day,
                             .note = note,
                             .copy = copy,
                             .layout = layout,
                             .recall = recall};
