// SPDX-License-Identifier: GPL-3.0-or-later
// A trouble for its pages: names for references, lines and throws the oldest first.
#include "ticket_history.h"

#include <stdlib.h>

#include "mawari/app/find.h"
#include "mawari/base/buffer.h"
#include "mawari/model/kinds.h"
#include "mawari/model/rules.h"
#include "mawari/store/queries.h"
#include "mawari/store/record.h"

typedef struct Gathering {
    App *app;
    Id ticket;
    Arena *arena;
    History *out;
} Gathering;

static const char *name_of(const Gathering *gathering, Id id)
{
    return id ? app_name(gathering->app, id, gathering->arena) : NULL;
}

/// The parts of a kind that refer to the ticket by `field`, each in `*ret`, in the order made.
static bool read_parts(const Gathering *gathering, const Entity *kind, const char *field,
                       void **ret, size_t *ret_count, Err *err)
{
    Id *ids;
    Store *store = gathering->app->store;
    if (!record_ids_by(store, kind, entity_field(kind, field), gathering->ticket, gathering->arena,
                       &ids, ret_count, err))
        return false;
    char *records = arena_take_array(gathering->arena, *ret_count, kind->size);
    for (size_t i = 0; i < *ret_count; i++)
        if (!record_get(store, kind, ids[i], gathering->arena, records + i * kind->size, err))
            return false;
    *ret = records;
    return true;
}

static int oldest_line_first(const void *a, const void *b)
{
    const TicketLine *x = ((const HistoryLine *)a)->line, *y = ((const HistoryLine *)b)->line;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return x < y ? -1 : x > y; // as they were made
}

static bool read_lines(const Gathering *gathering, Err *err)
{
    void *lines;
    History *out = gathering->out;
    if (!read_parts(gathering, &entity_ticket_line, "ticket", &lines, &out->line_count, err))
        return false;
    HistoryLine *rows = arena_array(gathering->arena, HistoryLine, out->line_count);
    for (size_t i = 0; i < out->line_count; i++) {
        const TicketLine *line = (const TicketLine *)lines + i;
        rows[i] = (HistoryLine){line, name_of(gathering, line->contact)};
    }
    if (out->line_count)
        qsort(rows, out->line_count, sizeof *rows, oldest_line_first);
    out->lines = rows;
    return true;
}

static int oldest_throw_first(const void *a, const void *b)
{
    const HistoryThrow *x = a, *y = b;
    return x->since < y->since ? -1 : x->since > y->since;
}

static bool read_throws(const Gathering *gathering, Err *err)
{
    void *balls;
    History *out = gathering->out;
    if (!read_parts(gathering, &entity_ball, "of", &balls, &out->throw_count, err))
        return false;
    HistoryThrow *rows = arena_array(gathering->arena, HistoryThrow, out->throw_count);
    for (size_t i = 0; i < out->throw_count; i++) {
        const Ball *ball = (const Ball *)balls + i;
        rows[i] = (HistoryThrow){.since = ball->since,
                                 .holder = name_of(gathering, ball->holder),
                                 .note = ball->note,
                                 .mine = ball->holder == gathering->app->me};
    }
    if (out->throw_count)
        qsort(rows, out->throw_count, sizeof *rows, oldest_throw_first);
    out->throws = rows;
    if (out->throw_count)
        out->ball = out->throws[out->throw_count - 1].holder;
    return true;
}

static bool read_hours(const Gathering *gathering, Err *err)
{
    void *hours;
    size_t count;
    History *out = gathering->out;
    if (!read_parts(gathering, &entity_ticket_hours, "ticket", &hours, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const TicketHours *one = (const TicketHours *)hours + i;
        Minute night, off;
        hours_split(one, &gathering->app->work, &night, &off);
        out->worked += one->minutes;
        out->at_night += night;
        out->on_days_off += off;
    }
    return true;
}

static bool read_loans(const Gathering *gathering, Err *err)
{
    void *loans;
    size_t count;
    Buffer out = {.arena = gathering->arena};
    if (!read_parts(gathering, &entity_loan, "ticket", &loans, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const Loan *loan = (const Loan *)loans + i;
        buffer_print(&out, "%s%s", i ? _(", ") : "", loan->what);
        if (loan->returned != NONE)
            buffer_print(&out, _(" (back on %s)"), day_iso(loan->returned, gathering->arena));
    }
    gathering->out->loans = buffer_text(&out);
    return true;
}

static bool read_stages(const Gathering *gathering, Err *err)
{
    const App *app = gathering->app;
    StageReached *stages;
    size_t count;
    Buffer out = {.arena = gathering->arena};
    if (!query_ticket_stages(app->store, gathering->ticket, gathering->arena, &stages, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        Day day;
        Minute minute;
        if (stages[i].reached == NO_MOMENT || (!stages[i].passed && !stages[i].now))
            continue;
        zone_wall(app->zone, stages[i].reached, &day, &minute);
        buffer_print(&out, "%s%s %s", out.size ? _(", ") : "", stages[i].name,
                     day_iso(day, gathering->arena));
    }
    if (out.size)
        gathering->out->stages = buffer_text(&out);
    return true;
}

static Day last_told(const History *history)
{
    Day told = NONE;
    for (size_t i = 0; i < history->line_count; i++)
        if (history->lines[i].line->side == SIDE_TOLD)
            told = history->lines[i].line->day;
    return told;
}

bool ticket_history(App *app, Id ticket, Arena *arena, History *ret, Err *err)
{
    History out = {.today = app->today};
    Gathering gathering = {app, ticket, arena, &out};
    if (!record_get(app->store, &entity_ticket, ticket, arena, &out.ticket, err) ||
        !read_lines(&gathering, err) || !read_throws(&gathering, err) ||
        !read_hours(&gathering, err) || !read_loans(&gathering, err) ||
        !read_stages(&gathering, err))
        return false;
    out.client = name_of(&gathering, out.ticket.client);
    out.site = name_of(&gathering, out.ticket.site);
    out.reporter = name_of(&gathering, out.ticket.contact);
    out.stage = name_of(&gathering, out.ticket.stage);
    out.tell_by = ticket_tell_by(&out.ticket, last_told(&out), &app->work);
    *ret = out;
    return true;
}
