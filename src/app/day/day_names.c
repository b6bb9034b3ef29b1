// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of a day say of themselves: names, what is due of the money, what stands against a
// visit. Read apart from the hours, so that a screen asks only for what it shows.
#include "day_things.h"
#include "mawari/app/money.h"
#include "mawari/app/reasons.h"
#include "mawari/app/renewal.h"

/// What a trouble wants of the rep on this day, the gravest first; NULL: that somebody acts. To
/// `ask` is what it wants of whoever has the ball.
static const char *trouble_wants(const TroubleNow *trouble, Day day, bool *ret_ask)
{
    *ret_ask = false;
    if (trouble->tell_by != NONE && trouble->tell_by <= day)
        return _("tell them today");
    if (trouble->report_due != NONE && trouble->report_due <= day)
        return trouble->report_due < day ? _("report late") : _("report today");
    *ret_ask = trouble->ask_again != NONE && trouble->ask_again <= day && trouble->ball != 0;
    return NULL;
}

/// A rival's end is near enough to ask for a quote.
static bool add_quote(App *app, const DayVisit *visit, Arena *arena, DayRow *row, Err *err)
{
    Reasons quotes;
    const char *word = _("ask to quote");
    if (!visit->may_quote)
        return true;
    if (!reasons_quotes_at(app, visit->visit.client, visit->visit.day, arena, &quotes, err))
        return false;
    if (quotes.count)
        row->money = row->money ? arena_print(arena, "%s%s%s", row->money, _(", "), word) : word;
    return true;
}

/// A step of a renewal that has come by the day of the visit.
static bool add_renewal(App *app, const DayVisit *visit, Arena *arena, DayRow *row, Err *err)
{
    const char *renewal;
    if (visit->notice == NONE || !renewal_is_near(app, visit->notice, visit->visit.day, arena))
        return true;
    if (!renewal_at_visit(app, visit->visit.client, visit->visit.day, arena, &renewal, err))
        return false;
    if (renewal)
        row->money = row->money ? arena_print(arena, "%s%s%s", row->money, _(", "), renewal)
                                : renewal;
    return true;
}

/// The orders that the head counts, at the stop where they were taken.
static bool add_orders(App *app, const DaySheet *sheet, DayRow *row, Err *err)
{
    return sheet->shut_count == 0 ||
           query_orders_open_at(app->store, row->visit->visit.client, &row->orders, err);
}

static bool name_visit(App *app, Arena *arena, DaySheet *sheet, DayRow *row, Err *err)
{
    DayVisit *visit = &sheet->visits.rows[row->visit - sheet->visits.rows];
    if (visit->named)
        return true;
    if (!query_visit_names(app->store, app->today, arena, visit, err))
        return false;
    day_name_row(row, arena);
    if (visit->visit.outcome == NONE)
        row->money = money_at_visit(app, visit, arena);
    if (visit->visit.outcome == NONE &&
        (!add_renewal(app, visit, arena, row, err) || !add_quote(app, visit, arena, row, err)))
        return false;
    if (!add_orders(app, sheet, row, err))
        return false;
    Visit judged = visit->visit; // without an agreed hour it comes when the day lets it
    if (judged.start == NONE && !row->past)
        judged.start = row->begin != NONE ? row->begin : row->arrive;
    return day_hindrance(app, &judged, &visit->site, arena, &row->hindrance, err);
}

bool day_read_task_name(App *app, Arena *arena, DayRow *row, Err *err)
{
    const char *what, *whom = NULL;
    if (*row->name)
        return true;
    if (!query_name(app->store, row->task->id, arena, &what, err) ||
        (row->task->contact && !query_name(app->store, row->task->contact, arena, &whom, err)))
        return false;
    day_name_task(row, what, whom, arena);
    return true;
}

static bool name_trouble(App *app, Arena *arena, Day day, DayRow *row, Err *err)
{
    const TroubleNow *trouble = row->trouble;
    const char *whom;
    bool ask;
    if (*row->name)
        return true;
    row->name = arena_print(arena, "T%d %s", trouble->number, trouble->what);
    row->hindrance = trouble_wants(trouble, day, &ask);
    if (trouble->client && !query_name(app->store, trouble->client, arena, &row->with, err))
        return false;
    if (!ask)
        return true;
    if (!query_name(app->store, trouble->ball, arena, &whom, err))
        return false;
    row->hindrance = arena_print(arena, _("ask %s"), whom);
    return true;
}

bool day_name_rows(App *app, Arena *arena, DaySheet *sheet, size_t from, size_t to, Err *err)
{
    for (size_t i = from; i < to && i < sheet->count; i++) {
        DayRow *row = &sheet->rows[i];
        if ((row->kind == ROW_VISIT && !name_visit(app, arena, sheet, row, err)) ||
            (row->kind == ROW_PROMISE && !day_read_task_name(app, arena, row, err)) ||
            (row->kind == ROW_TROUBLE && !name_trouble(app, arena, sheet->day, row, err)))
            return false;
    }
    return true;
}
