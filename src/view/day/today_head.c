// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a day: the one decision (where next, leave when, bring what, call whom, say what)
// and the bar of its hours.
#include <string.h>

#include "lists/columns.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "today.h"

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

/// "for the 10:20 train", behind the hour by which to leave.
static const char *train_words(const DayRow *stop, Arena *arena)
{
    return stop->train == NONE
               ? ""
               : arena_print(arena, _(" for the %s train"), minute_text(stop->train, arena));
}

static const char *leave_text(const DayRow *stop, const App *app, bool today, Arena *arena)
{
    const char *name = stop->name;
    if (stop->leave_by == NONE)
        return arena_print(arena, today ? _("NEXT  %s") : _("FIRST  %s"), name);
    if (!today)
        return arena_print(arena, _("FIRST  %s, leave by %s%s"), name,
                           minute_text(stop->leave_by, arena), train_words(stop, arena));
    if (app->minute >= stop->leave_by)
        return arena_print(arena, _("LEAVE now for %s (by %s%s)"), name,
                           minute_text(stop->leave_by, arena), train_words(stop, arena));
    return arena_print(arena, _("LEAVE by %s%s, in %s, for %s"), minute_text(stop->leave_by, arena),
                       train_words(stop, arena), minutes_words(stop->leave_by - app->minute, arena),
                       name);
}

/// What was said of being late: when one is there instead.
static const char *late_text(const DaySheet *sheet, const DayRow *stop, Arena *arena)
{
    return arena_print(arena, _("LATE by %d min: %s at %s"), sheet->late, stop->name,
                       minute_text(stop->begin, arena));
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
    const char *train = stop->no_train ? arena_print(arena, "  ! %s", stop->no_train) : "";
    const char *late = stop->late_by > 0 ? arena_print(arena, _("  ! %s late"),
                                                       minutes_words(stop->late_by, arena))
                                         : "";
    if (visit && visit->visit.start == NONE && visit->visit.nailed_at != NONE)
        return arena_print(arena, _("nailed to %s%s%s%s"),
                           minute_text(visit->visit.nailed_at, arena), who, late, train);
    if (!visit || visit->visit.start == NONE)
        return arena_print(arena, _("no hour agreed%s%s"), who, train);
    const char *hindrance = stop->hindrance ? arena_print(arena, "  ! %s", stop->hindrance) : "";
    return arena_print(arena, _("%s agreed%s%s%s%s"), minute_text(visit->visit.start, arena), who,
                       late, train, hindrance);
}

static const char *drive_text(const DayRow *stop, Arena *arena)
{
    if (stop->leg_minutes == NONE)
        return _("unknown: . g types it");
    const char *minutes = minutes_words(stop->leg_minutes - stop->weather_minutes, arena);
    if (stop->leg_source)
        minutes = arena_print(arena, "%s (%s)", minutes, stop->leg_source);
    if (stop->about)
        minutes = arena_print(arena, _("%s, place %s"), minutes, stop->about);
    return stop->weather
               ? arena_print(arena, _("%s, %s +%d"), minutes, stop->weather, stop->weather_minutes)
               : minutes;
}

static void add_word(Buffer *out, const char *word)
{
    if (!word || !*word)
        return;
    if (out->size)
        buffer_add(out, _(", "));
    buffer_add(out, word);
}

/// The person's own number, else the place's.
static const char *telephone(const DayVisit *visit)
{
    const char *number = visit->contact_phone;
    if (!number && visit->visit.site)
        number = visit->site.telephone;
    return number ? number : "–";
}

/// What nobody typed is counted as usual, and said to be.
static const char *door_text(const DayRow *stop, Minute usual, Arena *arena)
{
    const Site *site = &stop->visit->site;
    Buffer out = {.arena = arena};
    if (stop->visit->visit.site && site->door_minutes != NONE)
        add_word(&out, minutes_words(site->door_minutes, arena));
    else
        add_word(&out, arena_print(arena, _("%s (usual)"), minutes_words(usual, arena)));
    add_word(&out, site->parking);
    add_word(&out, site->entrance);
    add_word(&out, site->reception);
    add_word(&out, department_place(&stop->visit->department, arena));
    return buffer_text(&out);
}

static const char *promises_text(const Promises *promises, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < promises->count; i++)
        add_word(&out, promises->rows[i].commitment.what);
    return out.size ? out.text : "–";
}

const char *today_silence(const Trouble *trouble, const App *app, Arena *arena)
{
    if (!trouble || trouble->tell_by == NONE || trouble->tell_by > app->today)
        return "";
    if (trouble->told_on == NONE)
        return arena_print(arena, "! %s", _("never told"));
    return arena_print(arena, "! %s",
                       arena_print(arena, _("nothing told since %s"),
                                   day_text(trouble->told_on, app->today, arena)));
}

static const char *trouble_text(const DaySheet *sheet, Arena *arena)
{
    const Trouble *trouble = sheet->trouble;
    if (!trouble)
        return sheet->ask.count
                   ? arena_print(arena, _("ask for: %s"), promises_text(&sheet->ask, arena))
                   : "–";
    return arena_print(arena, "T%d: %s", trouble->ticket.number,
                       trouble->last_inside ? trouble->last_inside : trouble->ticket.what);
}

Decision today_decision(const DaySheet *sheet, const App *app, Arena *arena)
{
    const DayRow *stop = &sheet->rows[sheet->next];
    bool today = sheet->day == app->today;
    return (Decision){
        .leave = sheet->late != NONE ? late_text(sheet, stop, arena)
                                     : leave_text(stop, app, today, arena),
        .agreed = agreed_text(stop, arena),
        .way_label = sheet->mode == MODE_CAR ? _("drive") : _("trip"),
        .way = drive_text(stop, arena),
        .door = stop->visit ? door_text(stop, sheet->door, arena) : NULL,
        .bring = promises_text(&sheet->bring, arena),
        .telephone = stop->visit ? telephone(stop->visit) : NULL,
        .say = trouble_text(sheet, arena),
        .silence = today_silence(sheet->trouble, app, arena),
    };
}

/// The silence is never cut: what there is to say gives way.
static void draw_trouble(const Decision *decision, Spot at)
{
    int width = text_width(decision->silence);
    Spot left = at;
    left.columns -= width ? width + 2 : 0;
    int used = say(left, _("say"), ROLE_PLAIN, decision->say);
    canvas_text(at.canvas, at.row, at.column + used + 2, width, ROLE_BAD, decision->silence);
}

/// Another day than today is named before anything is said of it. Returns the columns used.
static int draw_other_day(const DaySheet *sheet, const App *app, Region at, Arena *arena)
{
    if (sheet->day == app->today)
        return 0;
    return 2 + canvas_text(at.canvas, at.row, at.column + 1, at.columns - 2, ROLE_KEY,
                           day_text_full(sheet->day, app->today, arena));
}

void today_draw_decision(const DaySheet *sheet, const App *app, Region at, Arena *arena)
{
    const DayRow *stop = &sheet->rows[sheet->next];
    Decision decision = today_decision(sheet, app, arena);
    int half = (at.columns - 2) * 3 / 5;
    int used = draw_other_day(sheet, app, at, arena);
    used += canvas_text(at.canvas, at.row, at.column + 1 + used, at.columns - used - 2, ROLE_STRONG,
                        decision.leave);
    canvas_text(at.canvas, at.row, at.column + 1 + used + 2, at.columns - used - 4,
                stop->late_by > 0 ? ROLE_BAD : ROLE_PLAIN, decision.agreed);
    Spot left = {at.canvas, at.row + 1, at.column + 2, half - 2};
    Spot right = {at.canvas, at.row + 1, at.column + half + 1, at.columns - half - 2};
    say(left, decision.way_label, ROLE_PLAIN, decision.way);
    if (decision.door)
        say(right, _("door"), ROLE_PLAIN, decision.door);
    left.row = right.row = at.row + 2;
    say(left, _("bring"), ROLE_PLAIN, decision.bring);
    if (decision.telephone)
        say(right, _("tel"), ROLE_PLAIN, decision.telephone);
    draw_trouble(&decision, (Spot){at.canvas, at.row + 3, at.column + 2, at.columns - 4});
}

const char *today_no_stop(const DaySheet *sheet, Arena *arena)
{
    const char *text = _("No visit is planned. n plans one.");
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->rows[i].kind == ROW_VISIT)
            text = sheet->to_write
                       ? arena_print(arena, _("The round is done. To write: %zu"), sheet->to_write)
                       : _("The round is done.");
    return text;
}

void today_draw_no_stop(const DaySheet *sheet, const App *app, Region at, Arena *arena)
{
    int used = draw_other_day(sheet, app, at, arena);
    canvas_text(at.canvas, at.row, at.column + 1 + used, at.columns - used - 2, ROLE_STRONG,
                today_no_stop(sheet, arena));
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

void today_draw_bar(const DaySheet *sheet, const App *app, Region at, Arena *arena)
{
    enum { CELLS = (BAR_TO - BAR_FROM) / BAR_STEP };
    char bar[CELLS + 1];
    memset(bar, ' ', CELLS);
    bar[CELLS] = '\0';
    for (size_t i = 0; i < sheet->count; i++) {
        const DayRow *stop = &sheet->rows[i];
        char sign = stop->kind == ROW_VISIT   ? '#'
                    : stop->kind == ROW_GAP   ? '.'
                    : stop->kind == ROW_LUNCH ? ':'
                                              : '=';
        if (stop->leg_minutes != NONE && stop->arrive != NONE)
            bar_fill(bar, stop->arrive - stop->leg_minutes, stop->arrive, '-');
        if (stop->kind != ROW_START && stop->kind != ROW_END)
            bar_fill(bar, stop->arrive, stop->leave, sign);
    }
    bool has_now = sheet->day == app->today && app->minute >= BAR_FROM && app->minute < BAR_TO;
    int now = has_now ? (app->minute - BAR_FROM) / BAR_STEP : -1;
    for (int hour = BAR_FROM / 60; hour < BAR_TO / 60; hour++) {
        int cell = (hour * 60 - BAR_FROM) / BAR_STEP;
        if (now != cell && now != cell + 1) // half an hour's number would be another one
            canvas_text(at.canvas, at.row, at.column + 2 + cell, 2, ROLE_DIM,
                        arena_print(arena, "%02d", hour));
    }
    canvas_text(at.canvas, at.row + 1, at.column + 2, CELLS, ROLE_DIM, bar);
    if (has_now)
        canvas_text(at.canvas, at.row, at.column + 2 + now, 1, ROLE_STRONG, "v");
}
