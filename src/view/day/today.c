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

// --- the stops

enum { SLACK_SHOWN = 15 };

/// Where the columns of the stops stand; those without room have none. Person goes first, then what
/// is waiting with its slack.
typedef struct StopColumns {
    int name, with, slack, waiting, end;
} StopColumns;

enum {
    WITH = 14,
    SLACK = 6,
    WAITING = TODAY_WAITING,
    WAITING_LEAST = 17,
    WITH_FROM = 72,
    WAITING_FROM = 46
};

static StopColumns stop_columns(Region at)
{
    int right = at.column + at.columns;
    StopColumns columns = {at.column + 9, right, right, right, right};
    if (at.columns >= WAITING_FROM) {
        columns.waiting = right - (at.columns >= WITH_FROM ? WAITING : WAITING_LEAST);
        columns.slack = columns.waiting - SLACK - 2;
    }
    columns.with = at.columns >= WITH_FROM ? columns.slack - WITH : columns.slack;
    return columns;
}

/// Where hours and minutes are wider than the column it is told in minutes alone.
static const char *slack_text(const char *sign, Minute minutes, Arena *arena)
{
    const char *text = arena_print(arena, "%s%s", sign, minutes_text(minutes, arena));
    return text_width(text) <= SLACK ? text : arena_print(arena, _("%s%dm"), sign, minutes);
}

static void draw_slack(const DayRow *stop, Canvas *canvas, int line, int column, Arena *arena)
{
    if (stop->past || stop->slack == NONE || column + SLACK > canvas->columns)
        return;
    if (stop->late_by > 0)
        canvas_field_right(canvas, line, column, SLACK, ROLE_BAD,
                           slack_text("!", stop->late_by, arena));
    else if (stop->slack < SLACK_SHOWN || stop->next)
        canvas_field_right(canvas, line, column, SLACK, ROLE_PLAIN,
                           slack_text("", stop->slack, arena));
}

static void draw_row(const DayRow *stop, const DaySheet *sheet, Region at, int line, Arena *arena)
{
    StopColumns columns = stop_columns(at);
    Role role = stop->past ? ROLE_DIM : stop->next ? ROLE_STRONG : ROLE_PLAIN;
    bool plain = at.canvas->plain;
    if (stop->next && !plain)
        canvas_text(at.canvas, line, at.column + 1, 1, ROLE_STRONG, "▶");
    Minute shown = stop->begin != NONE ? stop->begin : stop->arrive;
    canvas_text(at.canvas, line, at.column + 3, 5, role, minute_text(shown, arena));
    int name_width = columns.with - columns.name - 1;
    canvas_text(at.canvas, line, columns.name, name_width, role,
                today_name(stop, name_width, plain, arena));
    if (stop->with)
        canvas_text(at.canvas, line, columns.with, columns.slack - columns.with - 1, role,
                    stop->with);
    draw_slack(stop, at.canvas, line, columns.slack, arena);
    bool bad = stop->visit && (stop->hindrance || stop->visit->mine_late > 0 ||
                               stop->visit->ticket_number != NONE);
    canvas_text(at.canvas, line, columns.waiting, columns.end - columns.waiting,
                stop->past ? ROLE_DIM
                : bad      ? ROLE_BAD
                           : ROLE_PLAIN,
                today_waiting(stop, sheet, plain, arena));
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

static void draw_heads(const Pane *pane, Region at, int line, size_t shown, Arena *arena)
{
    StopColumns columns = stop_columns(at);
    canvas_text(at.canvas, line, at.column + 3, 5, ROLE_DIM, _("time"));
    canvas_text(at.canvas, line, columns.name + 2, columns.with - columns.name - 3, ROLE_DIM,
                stop_head(pane, shown, arena));
    canvas_text(at.canvas, line, columns.with, columns.slack - columns.with - 1, ROLE_DIM,
                _("with"));
    if (columns.slack == columns.end)
        return;
    canvas_field_right(at.canvas, line, columns.slack, SLACK, ROLE_DIM, _("slack"));
    canvas_text(at.canvas, line, columns.waiting, columns.end - columns.waiting, ROLE_DIM,
                _("waiting there"));
}

static void draw_rows(const Pane *pane, const DaySheet *sheet, Region at, Arena *arena)
{
    int line = at.row + first_row(pane);
    size_t left = sheet->count - pane->top;
    size_t room = line < at.row + at.rows ? (size_t)(at.row + at.rows - line) : 0;
    size_t shown = left < room ? left : room;
    draw_heads(pane, at, line - 1, shown, arena);
    for (size_t i = pane->top; i < pane->top + shown; i++, line++) {
        draw_row(&sheet->rows[i], sheet, at, line, arena);
        const DayVisit *visit = sheet->rows[i].visit;
        if (visit && (visit->visit.nailed == 1 || visit->visit.nailed_at != NONE))
            canvas_text(at.canvas, line, at.column + 2, 1, ROLE_DIM, "^");
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
        today_draw_no_stop(sheet, at, arena);
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
