// SPDX-License-Identifier: GPL-3.0-or-later
// "Today as text": as the pane, but nothing is cut, for a text has as many lines as it takes.
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "today.h"

enum { PIECES = 6, LABEL = 6, NO_EDGE = 4096 };

/// A stretch of a row: `at` from the left, so wide, or to the right edge of it.
typedef struct Piece {
    int at, columns;
    bool right;
    const char *text;
} Piece;

/// All pieces side by side, over as many lines as the longest one takes.
static void add_row(Buffer *out, const Piece *pieces, size_t count)
{
    char **lines[PIECES];
    size_t high[PIECES], rows = 1;
    for (size_t i = 0; i < count; i++) {
        high[i] = text_wrap(text_clean(pieces[i].text, true, out->arena), pieces[i].columns,
                            out->arena, &lines[i]);
        rows = high[i] > rows ? high[i] : rows;
    }
    for (size_t row = 0; row < rows; row++) {
        int column = 0;
        for (size_t i = 0; i < count; i++) {
            if (row >= high[i])
                continue;
            int width = text_width(lines[i][row]);
            int at = pieces[i].at + (pieces[i].right ? pieces[i].columns - width : 0);
            buffer_print(out, "%*s%s", at - column, "", lines[i][row]);
            column = at + width;
        }
        buffer_add(out, "\n");
    }
}

static void add_line(Buffer *out, int at, int columns, const char *text)
{
    add_row(out, &(Piece){.at = at, .columns = columns - at, .text = text}, 1);
}

/// A label and what it says, twice where there is a second one.
static void add_pair(Buffer *out, int columns, const char *label, const char *text,
                     const char *label2, const char *text2)
{
    int half = text2 ? (columns - 2) * 3 / 5 : columns;
    int gap = text_width(_("drive")) > LABEL - 1 ? text_width(_("drive")) + 1 : LABEL;
    const Piece pieces[] = {{2, gap - 1, false, label},
                            {2 + gap, half - gap - 3, false, text},
                            {half + 1, gap - 1, false, label2},
                            {half + 1 + gap, columns - half - gap - 1, false, text2}};
    add_row(out, pieces, text2 ? 4 : 2);
}

static const char *both(const char *one, const char *two, Arena *arena)
{
    return two && *two ? arena_print(arena, "%s  %s", one, two) : one;
}

static void add_decision(Buffer *out, const DaySheet *sheet, const App *app, int columns)
{
    if (sheet->next == sheet->count) {
        add_line(out, 1, columns, today_no_stop(sheet, out->arena));
        if (sheet->holiday)
            add_line(out, 2, columns, sheet->holiday);
        return;
    }
    Decision decision = today_decision(sheet, app, out->arena);
    add_line(out, 1, columns, both(decision.leave, decision.agreed, out->arena));
    add_pair(out, columns, decision.way_label, decision.way, _("door"), decision.door);
    add_pair(out, columns, _("bring"), decision.bring, _("tel"), decision.telephone);
    add_pair(out, columns, _("say"), both(decision.say, decision.silence, out->arena), NULL, NULL);
}

/// A title goes into the next line whole.
static const char *with_text(const DayRow *stop, int columns, Arena *arena)
{
    char *with = arena_copy(arena, stop->with ? stop->with : "");
    char *blank = text_width(with) > columns ? strchr(with, ' ') : NULL;
    if (blank)
        *blank = '\n';
    return with;
}

/// Where there is no column for it, it stands behind the name.
static const char *name_text(const StopColumns *columns, const char *name, const char *with,
                             const char *waiting, Arena *arena)
{
    name = columns->with ? name : both(name, with, arena);
    return columns->waiting ? name : both(name, waiting, arena);
}

static void add_stop(Buffer *out, const StopColumns *columns, const DayRow *stop,
                     const DaySheet *sheet, bool plain)
{
    Arena *arena = out->arena;
    int name_at = TODAY_TIME_AT + columns->time, with_at = name_at + columns->name + 1,
        slack_at = with_at + columns->with;
    const char *with = with_text(stop, columns->with ? columns->with - 1 : NO_EDGE, arena);
    const char *waiting = today_waiting(stop, sheet, plain, arena);
    const char *name = name_text(columns, today_name(stop, NO_EDGE, plain, arena), with, waiting,
                                 arena);
    int deeper = (int)strspn(name, " "); // where names stand whose row has no sign
    int name_end = stop->with ? with_at : slack_at;
    const char *sign = arena_print(arena, " %s%s", stop->next && !plain ? "▶" : " ",
                                   today_is_nailed(stop) ? "^" : "");
    const Piece pieces[] = {
        {0, TODAY_TIME_AT, false, sign},
        {TODAY_TIME_AT, columns->time - 1, false, today_time(stop, arena)},
        {name_at + deeper, name_end - name_at - deeper - 1, false, name + deeper},
        {with_at, columns->with - 1, false, columns->with ? with : ""},
        {slack_at, columns->slack, true, today_slack(stop, arena)},
        {slack_at + columns->slack + 2, columns->waiting, false, waiting}};
    add_row(out, pieces, columns->waiting ? 6 : 3);
}

static void add_heads(Buffer *out, const StopColumns *columns)
{
    int name_at = TODAY_TIME_AT + columns->time, with_at = name_at + columns->name + 1,
        slack_at = with_at + columns->with;
    const Piece pieces[] = {
        {TODAY_TIME_AT, columns->time - 1, false, _("time")},
        {name_at + 2, columns->name - 2, false, _("stop")},
        {with_at, columns->with, false, columns->with ? _("with") : ""},
        {slack_at, columns->slack, true, _("slack")},
        {slack_at + columns->slack + 2, columns->waiting, false, _("waiting there")}};
    add_row(out, pieces, columns->waiting ? 5 : 2);
}

char *today_as_text(const Pane *pane, const App *app, Arena *arena)
{
    const DaySheet *sheet = today_sheet(pane);
    const TodayNotes *notes = today_notes_of(pane);
    StopColumns columns = today_columns(sheet, pane->columns, app->plain, arena);
    Buffer out = {.arena = arena};
    add_decision(&out, sheet, app, pane->columns);
    for (size_t i = 0; i < notes->count; i++)
        add_line(&out, 2, pane->columns, both(notes->rows[i].text, notes->rows[i].rest, arena));
    add_heads(&out, &columns);
    for (size_t i = 0; i < sheet->count; i++)
        add_stop(&out, &columns, &sheet->rows[i], sheet, app->plain);
    return out.text;
}
