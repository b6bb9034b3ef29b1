// SPDX-License-Identifier: GPL-3.0-or-later
// Today: the one decision at the top (where next, leave when, bring what, call whom, say what),
// the bar of the day, the stops.
#include "today.h"

#include <stdlib.h>
#include <string.h>

#include "columns.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

typedef struct TodayView {
    int32_t offset; // days from today, so that the pane rolls over midnight by itself
    bool opened;    // the cursor began at the next stop
} TodayView;

typedef struct TodayData {
    DaySheet sheet;
} TodayData;

enum { HEAD_ROWS = 5, BAR_ROWS = 2, TABLE_HEAD = 1 };

static Day shown_day(const Pane *pane, const App *app)
{
    return app->today + ((const TodayView *)pane->view)->offset;
}

static bool load(Pane *pane, App *app, Err *err)
{
    TodayData *data = pane->data;
    TodayView *view = pane->view;
    if (!day_sheet_hours(app, shown_day(pane, app), pane->arena, &data->sheet, err))
        return false;
    if (!view->opened)
        pane->index = data->sheet.next;
    view->opened = true;
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
                 {ROW_PROMISE, &entity_commitment}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].kind == at->kind)
            return (PaneRow){.id = at->id, .kind = kinds[i].entity};
    return (PaneRow){.stop = at->kind == ROW_LUNCH || at->kind == ROW_GAP};
}

/// The bar is the first to go when rows run out.
static bool has_bar(const Pane *pane)
{
    return pane->rows >= HEAD_ROWS + BAR_ROWS + TABLE_HEAD + (int)count(pane);
}

static int first_row(const Pane *pane)
{
    return HEAD_ROWS + (has_bar(pane) ? BAR_ROWS : 0) + TABLE_HEAD;
}

static bool set_day(Pane *pane, const char *option, const char *value)
{
    TodayView *view = pane->view;
    if (strcmp(option, "day") != 0)
        return false;
    view->offset = *value ? view->offset + (int32_t)strtol(value, NULL, 10) : 0;
    return true;
}

// --- the decision at the top

typedef struct Spot {
    Canvas *canvas;
    int row, column, columns;
} Spot;

/// A label and what it says; returns the columns used.
static int say(Spot spot, const char *label, Role role, const char *text)
{
    int used = canvas_text(spot.canvas, spot.row, spot.column, spot.columns, ROLE_DIM, label);
    int gap = text_width(_("drive")) > 6 ? text_width(_("drive")) + 1 : 6;
    gap = used + 1 > gap ? used + 1 : gap;
    return gap +
           canvas_text(spot.canvas, spot.row, spot.column + gap, spot.columns - gap, role, text);
}

static const char *leave_text(const DayRow *stop, const App *app, bool today, Arena *arena)
{
    const char *name = stop->name;
    if (stop->leave_by == NONE || !today)
        return arena_print(arena, _("NEXT  %s"), name);
    if (app->minute >= stop->leave_by)
        return arena_print(arena, _("LEAVE now for %s (by %s)"), name,
                           minute_text(stop->leave_by, arena));
    return arena_print(arena, _("LEAVE by %s, in %s, for %s"), minute_text(stop->leave_by, arena),
                       minutes_words(stop->leave_by - app->minute, arena), name);
}

static const char *agreed_text(const DayRow *stop, Arena *arena)
{
    const DayVisit *visit = stop->visit;
    const char *who = visit && visit->contact_name
                          ? arena_print(arena, _(" with %s%s%s %s"), visit->contact_name,
                                        visit->contact_title ? " " : "",
                                        visit->contact_title ? visit->contact_title : "",
                                        visit->contact_reading ? visit->contact_reading : "")
                          : "";
    if (!visit || visit->visit.start == NONE)
        return arena_print(arena, _("no hour agreed%s"), who);
    const char *late = stop->late_by > 0 ? arena_print(arena, _("  ! %s late"),
                                                       minutes_words(stop->late_by, arena))
                                         : "";
    return arena_print(arena, _("%s agreed%s%s"), minute_text(visit->visit.start, arena), who,
                       late);
}

static const char *drive_text(const DayRow *stop, Arena *arena)
{
    if (stop->leg_minutes == NONE)
        return _("unknown: type it (l) or give the site a position");
    return stop->leg_source ? arena_print(arena, "%s (%s)", minutes_words(stop->leg_minutes, arena),
                                          stop->leg_source)
                            : minutes_words(stop->leg_minutes, arena);
}

static void add_word(Buffer *out, const char *word)
{
    if (!word || !*word)
        return;
    if (out->size)
        buffer_add(out, ", ");
    buffer_add(out, word);
}

static const char *door_text(const DayRow *stop, Arena *arena)
{
    const Site *site = &stop->visit->site;
    Buffer out = {.arena = arena};
    if (site->door_minutes != NONE)
        add_word(&out, minutes_words(site->door_minutes, arena));
    add_word(&out, site->parking);
    add_word(&out, site->entrance);
    add_word(&out, site->reception);
    return out.size ? out.text : "–";
}

static const char *promises_text(const Promises *promises, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < promises->count; i++)
        add_word(&out, promises->rows[i].commitment.what);
    return out.size ? out.text : "–";
}

static const char *trouble_text(const DaySheet *sheet, const App *app, Arena *arena)
{
    const Trouble *trouble = sheet->trouble;
    if (!trouble)
        return sheet->ask.count
                   ? arena_print(arena, _("ask for: %s"), promises_text(&sheet->ask, arena))
                   : "–";
    const char *what = trouble->last_inside ? trouble->last_inside : trouble->ticket.what;
    const char *silent = trouble->told_on == NONE
                             ? _("never told")
                             : arena_print(arena, _("nothing told since %s"),
                                           day_text(trouble->told_on, app->today, arena));
    bool must = trouble->tell_by != NONE && trouble->tell_by <= app->today;
    return arena_print(arena, "T%d: %s%s%s", trouble->ticket.number, what, must ? "  ! " : "",
                       must ? silent : "");
}

static void draw_decision(const DaySheet *sheet, const App *app, Region at, Arena *arena)
{
    const DayRow *stop = &sheet->rows[sheet->next];
    bool today = sheet->day == app->today;
    int half = (at.columns - 2) * 3 / 5;
    int used = canvas_text(at.canvas, at.row, at.column + 1, at.columns - 2, ROLE_STRONG,
                           leave_text(stop, app, today, arena));
    canvas_text(at.canvas, at.row, at.column + 1 + used + 2, at.columns - used - 4,
                stop->late_by > 0 ? ROLE_BAD : ROLE_PLAIN, agreed_text(stop, arena));
    Spot left = {at.canvas, at.row + 1, at.column + 2, half - 2};
    Spot right = {at.canvas, at.row + 1, at.column + half + 1, at.columns - half - 2};
    say(left, _("drive"), ROLE_PLAIN, drive_text(stop, arena));
    if (stop->visit)
        say(right, _("door"), ROLE_PLAIN, door_text(stop, arena));
    left.row = right.row = at.row + 2;
    say(left, _("bring"), ROLE_PLAIN, promises_text(&sheet->bring, arena));
    if (stop->visit)
        say(right, _("tel"), ROLE_PLAIN,
            stop->visit->contact_phone ? stop->visit->contact_phone : "–");
    Spot wide = {at.canvas, at.row + 3, at.column + 2, at.columns - 4};
    say(wide, _("say"), ROLE_PLAIN, trouble_text(sheet, app, arena));
}

static void draw_no_stop(const DaySheet *sheet, Region at, Arena *arena)
{
    const char *text = _("Nothing is planned. n plans a visit.");
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->rows[i].kind == ROW_VISIT)
            text = sheet->to_write
                       ? arena_print(arena, _("The round is done. To write: %zu"), sheet->to_write)
                       : _("The round is done.");
    canvas_text(at.canvas, at.row, at.column + 1, at.columns - 2, ROLE_STRONG, text);
    if (sheet->holiday)
        canvas_text(at.canvas, at.row + 1, at.column + 2, at.columns - 4, ROLE_DIM, sheet->holiday);
}

// --- the bar of the day: a mark for each ten minutes

enum { BAR_FROM = 8 * 60, BAR_TO = 19 * 60, BAR_STEP = 10 };

static void bar_fill(char *bar, Minute from, Minute to, char with)
{
    for (Minute minute = from; from != NONE && to != NONE && minute < to; minute += BAR_STEP)
        if (minute >= BAR_FROM && minute < BAR_TO)
            bar[(minute - BAR_FROM) / BAR_STEP] = with;
}

static void draw_bar(const DaySheet *sheet, const App *app, Region at, Arena *arena)
{
    enum { CELLS = (BAR_TO - BAR_FROM) / BAR_STEP };
    char bar[CELLS + 1];
    memset(bar, ' ', CELLS);
    bar[CELLS] = '\0';
    for (size_t i = 0; i < sheet->count; i++) {
        const DayRow *stop = &sheet->rows[i];
        char sign = stop->kind == ROW_VISIT ? '#' : stop->kind == ROW_GAP ? '.' : '=';
        if (stop->leg_minutes != NONE && stop->arrive != NONE)
            bar_fill(bar, stop->arrive - stop->leg_minutes, stop->arrive, '-');
        if (stop->kind != ROW_START && stop->kind != ROW_END)
            bar_fill(bar, stop->arrive, stop->leave, sign);
    }
    for (int hour = BAR_FROM / 60; hour < BAR_TO / 60; hour++)
        canvas_text(at.canvas, at.row, at.column + 2 + (hour * 60 - BAR_FROM) / BAR_STEP, 2,
                    ROLE_DIM, arena_print(arena, "%02d", hour));
    canvas_text(at.canvas, at.row + 1, at.column + 2, CELLS, ROLE_DIM, bar);
    if (sheet->day == app->today && app->minute >= BAR_FROM && app->minute < BAR_TO)
        canvas_text(at.canvas, at.row, at.column + 2 + (app->minute - BAR_FROM) / BAR_STEP, 1,
                    ROLE_STRONG, "v");
    canvas_text(at.canvas, at.row + 1, at.column + 4 + CELLS, at.columns - CELLS - 6, ROLE_DIM,
                sheet->wheel_minutes
                    ? arena_print(arena, _("wheel %s"), minutes_text(sheet->wheel_minutes, arena))
                    : "");
}

// --- the stops

static const char *sign_text(const DayRow *stop)
{
    switch (stop->sign) {
    case SIGN_DONE:
        return "✓";
    case SIGN_AGREED:
        return "=";
    case SIGN_FLOATING:
        return "~";
    case SIGN_ASKED:
    case SIGN_TENTATIVE:
        return "?";
    case SIGN_CANCELLED:
        return "x";
    case SIGN_NONE:
        break;
    }
    return " ";
}

static const char *name_text(const DayRow *stop, Arena *arena)
{
    switch (stop->kind) {
    case ROW_LUNCH:
        return arena_print(arena, "  %s", _("lunch"));
    case ROW_GAP:
        return arena_print(arena, _("  (free %s)"),
                           minutes_text(stop->leave - stop->arrive, arena));
    case ROW_START:
    case ROW_END:
    case ROW_BLOCK:
    case ROW_PRIVATE:
    case ROW_PROMISE:
        return arena_print(arena, "  %s", stop->name ? stop->name : "");
    case ROW_VISIT:
        break;
    }
    return arena_print(arena, "%s %s", sign_text(stop), stop->name);
}

static const char *promise_words(const char *arrow, int32_t today, int32_t late, int32_t open,
                                 Arena *arena)
{
    if (late > 0)
        return arena_print(arena, _("%s%d late"), arrow, late);
    if (today > 0)
        return arena_print(arena, _("%s%d today"), arrow, today);
    return open > 0 ? arena_print(arena, "%s%d", arrow, open) : "";
}

static const char *outcome_text(const DayVisit *visit)
{
    const Word *word = words_by_value(&words_outcome, visit->visit.outcome);
    return word ? lang_text(word->title) : "";
}

static const char *waiting_text(const DayRow *stop, const DaySheet *sheet, Arena *arena)
{
    const DayVisit *visit = stop->visit;
    if (stop->kind == ROW_END && sheet->to_write)
        return arena_print(arena, _("%zu to write"), sheet->to_write);
    if (!visit)
        return "";
    if (visit->visit.outcome != NONE)
        return outcome_text(visit);
    const char *mine = promise_words("↑", visit->mine_today, visit->mine_late, visit->mine_open,
                                     arena);
    const char *theirs = promise_words("↓", 0, visit->theirs_late, visit->theirs_open, arena);
    const char *ticket = visit->ticket_number != NONE
                             ? arena_print(arena, "! T%d", visit->ticket_number)
                             : "";
    return arena_print(arena, "%s%s%s%s%s", mine, *mine && *theirs ? " " : "", theirs,
                       (*mine || *theirs) && *ticket ? "  " : "", ticket);
}

enum { SLACK_SHOWN = 15 };

static void draw_slack(const DayRow *stop, Canvas *canvas, int line, int column, Arena *arena)
{
    if (stop->past || stop->slack == NONE)
        return;
    if (stop->late_by > 0)
        canvas_field_right(canvas, line, column, 6, ROLE_BAD,
                           arena_print(arena, "!%s", minutes_text(stop->late_by, arena)));
    else if (stop->slack < SLACK_SHOWN || stop->next)
        canvas_field_right(canvas, line, column, 6, ROLE_PLAIN, minutes_text(stop->slack, arena));
}

static void draw_row(const DayRow *stop, const DaySheet *sheet, Region at, int line, Arena *arena)
{
    bool with = at.columns >= 60, waiting = at.columns >= 46;
    int name_at = at.column + 9, right = at.column + at.columns;
    int waiting_at = waiting ? right - 17 : right, slack_at = waiting_at - 8;
    int with_at = with ? slack_at - 15 : slack_at;
    Role role = stop->past ? ROLE_DIM : stop->next ? ROLE_STRONG : ROLE_PLAIN;
    if (stop->next)
        canvas_text(at.canvas, line, at.column + 1, 1, ROLE_STRONG, "▶");
    Minute shown = stop->begin != NONE ? stop->begin : stop->arrive;
    canvas_text(at.canvas, line, at.column + 3, 5, role, minute_text(shown, arena));
    canvas_text(at.canvas, line, name_at, with_at - name_at - 1, role, name_text(stop, arena));
    if (with && stop->with)
        canvas_text(at.canvas, line, with_at, 14, role, stop->with);
    if (waiting) {
        draw_slack(stop, at.canvas, line, slack_at, arena);
        bool bad = stop->visit &&
                   (stop->visit->mine_late > 0 || stop->visit->ticket_number != NONE);
        canvas_text(at.canvas, line, waiting_at, 16,
                    stop->past ? ROLE_DIM
                    : bad      ? ROLE_BAD
                               : ROLE_PLAIN,
                    waiting_text(stop, sheet, arena));
    }
}

static void draw_heads(Region at, int line)
{
    int right = at.column + at.columns;
    canvas_text(at.canvas, line, at.column + 3, 5, ROLE_DIM, _("time"));
    canvas_text(at.canvas, line, at.column + 11, 20, ROLE_DIM, _("stop"));
    if (at.columns >= 60)
        canvas_text(at.canvas, line, right - 40, 14, ROLE_DIM, _("with"));
    if (at.columns >= 46) {
        canvas_field_right(at.canvas, line, right - 25, 6, ROLE_DIM, _("slack"));
        canvas_text(at.canvas, line, right - 17, 16, ROLE_DIM, _("waiting there"));
    }
}

static void draw_rows(const Pane *pane, const DaySheet *sheet, Region at, Arena *arena)
{
    int line = at.row + first_row(pane);
    draw_heads(at, line - 1);
    for (size_t i = pane->top; i < sheet->count && line < at.row + at.rows; i++, line++) {
        draw_row(&sheet->rows[i], sheet, at, line, arena);
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
        draw_decision(sheet, app, at, arena);
    else
        draw_no_stop(sheet, at, arena);
    if (has_bar(pane)) {
        Region bar = at;
        bar.row += HEAD_ROWS;
        draw_bar(sheet, app, bar, arena);
    }
    draw_rows(pane, sheet, at, arena);
    arena_close(arena);
}

const DaySheet *today_sheet(const Pane *pane)
{
    return &((const TodayData *)pane->data)->sheet;
}

Day today_day(const Pane *pane, const App *app)
{
    return shown_day(pane, app);
}

int today_rows(const Pane *pane)
{
    return first_row(pane) + (int)count(pane);
}

const PaneKind pane_today = {.view_bytes = sizeof(TodayView),
                             .data_bytes = sizeof(TodayData),
                             .load = load,
                             .look = look,
                             .draw = draw,
                             .count = count,
                             .row = row,
                             .first_row = first_row,
                             .text = set_day};
