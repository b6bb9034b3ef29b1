// SPDX-License-Identifier: GPL-3.0-or-later
// What the closing and payment days of the clients ask for, gathered.
#include "mawari/app/money.h"

#include <stdlib.h>

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/model/kinds.h"
#include "mawari/store/queries.h"
#include "mawari/store/record.h"

bool money_until(App *app, Day *ret)
{
    enum { FURTHEST = 60 };
    int32_t days = app_setting_whole(app, "money_days");
    *ret = app->today + (days < FURTHEST ? days : FURTHEST);
    return days > 0;
}

typedef struct Gathering {
    App *app;
    Arena *arena;
    size_t row_room, closing_room;
    MoneySheet *out;
} Gathering;

static void add_rows(Gathering *gathering, Money money, Day month, const MoneyClients *clients)
{
    MoneySheet *out = gathering->out;
    for (size_t i = 0; i < clients->count; i++) {
        const MoneyClient *client = &clients->rows[i];
        Day of = in_month_of(month, client->day_of_month);
        out->rows = arena_more(gathering->arena, out->rows, out->count, &gathering->row_room,
                               sizeof *out->rows);
        out->rows[out->count++] = (MoneyRow){
            .money = money,
            .client = client->client,
            .name = client->name,
            .of = of,
            .due = money_day_act(money, of, &gathering->app->work),
        };
    }
    out->more = out->more || clients->count == MONEY_MOST;
}

static bool gather_money(Gathering *gathering, Money money, Err *err)
{
    App *app = gathering->app;
    MonthDays months[MONTH_DAYS];
    Day from, to;
    if (!money_days_between(money, app->today, gathering->out->until, &app->work, &from, &to))
        return true;
    size_t count = month_days_between(from, to, months);
    for (size_t i = 0; i < count; i++) {
        MoneyClients clients;
        if (!query_money_due(app->store, money, &months[i], MONEY_MOST, gathering->arena, &clients,
                             err))
            return false;
        add_rows(gathering, money, months[i].month, &clients);
    }
    return true;
}

static void add_closings(Gathering *gathering, Day month, const MoneyClients *clients)
{
    MoneySheet *out = gathering->out;
    for (size_t i = 0; i < clients->count; i++) {
        const MoneyClient *client = &clients->rows[i];
        out->closings = arena_more(gathering->arena, out->closings, out->closing_count,
                                   &gathering->closing_room, sizeof *out->closings);
        out->closings[out->closing_count++] = (ClosingRow){
            .client = client->client,
            .name = client->name,
            .closing = in_month_of(month, client->day_of_month),
            .open = client->open,
        };
    }
    out->more = out->more || clients->count == MONEY_MOST;
}

static bool gather_closings(Gathering *gathering, Err *err)
{
    App *app = gathering->app;
    MonthDays months[MONTH_DAYS];
    size_t count = month_days_between(app->today, closing_near_until(app->today, &app->work),
                                      months);
    for (size_t i = 0; i < count; i++) {
        MoneyClients clients;
        if (!query_closings_open(app->store, &months[i], MONEY_MOST, gathering->arena, &clients,
                                 err))
            return false;
        add_closings(gathering, months[i].month, &clients);
    }
    return true;
}

static int compare(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

static int by_due(const void *a, const void *b)
{
    const MoneyRow *left = a, *right = b;
    int order = compare(left->due, right->due);
    order = order ? order : compare(left->client, right->client);
    return order ? order : compare(left->money, right->money);
}

static int by_closing(const void *a, const void *b)
{
    const ClosingRow *left = a, *right = b;
    int order = compare(left->closing, right->closing);
    return order ? order : compare(left->client, right->client);
}

static bool gather(Gathering *gathering, Err *err)
{
    bool known;
    if (!query_money_days_known(gathering->app->store, &known, err))
        return false;
    return !known ||
           ((gathering->out->until == NONE || (gather_money(gathering, MONEY_INVOICE, err) &&
                                               gather_money(gathering, MONEY_COLLECT, err))) &&
            gather_closings(gathering, err));
}

bool money_sheet(App *app, Day until, Arena *arena, MoneySheet *ret, Err *err)
{
    MoneySheet out = {.until = until};
    Gathering gathering = {.app = app, .arena = arena, .out = &out};
    bool begun = store_read_begin(app->store);
    bool good = gather(&gathering, err);
    store_read_end(app->store, begun);
    if (!good)
        return false;
    if (out.count)
        qsort(out.rows, out.count, sizeof *out.rows, by_due);
    if (out.closing_count)
        qsort(out.closings, out.closing_count, sizeof *out.closings, by_closing);
    *ret = out;
    return true;
}

const char *money_row_text(const App *app, const MoneyRow *row, Arena *arena)
{
    return arena_print(arena, row->money == MONEY_INVOICE ? _("invoice %s") : _("collect %s"),
                       day_text(row->due, app->today, arena));
}

static void add_word(Buffer *out, const char *word)
{
    buffer_print(out, "%s%s", out->size ? _(", ") : "", word);
}

const char *money_at_visit(const App *app, const DayVisit *visit, Arena *arena)
{
    Buffer out = {.arena = arena};
    Day day = visit->visit.day, closing = closing_next(visit->closing, day);
    if (visit->invoice)
        add_word(&out, _("invoice"));
    if (visit->collect)
        add_word(&out, _("collect"));
    if (closing_is_near(closing, day, &app->work))
        add_word(&out, arena_print(arena, _("closes %s"), day_text(closing, app->today, arena)));
    return out.size ? buffer_text(&out) : NULL;
}

/// The proposal of one client for its day of the month, where there is one.
static bool add_own(App *app, Id client, Money money, int32_t day_of_month, Arena *arena,
                    Buffer *out, Err *err)
{
    Day until, from, to;
    if (day_of_month == NONE || !money_until(app, &until) ||
        !money_days_between(money, app->today, until, &app->work, &from, &to))
        return true;
    MonthDays months[MONTH_DAYS];
    size_t count = month_days_between(from, to, months);
    for (size_t i = 0; i < count; i++) {
        bool promised;
        MoneyRow row = {.money = money, .of = in_month_of(months[i].month, day_of_month)};
        if (row.of < from || row.of > to)
            continue;
        if (!query_money_promised(app->store, client, money, months[i].month, &promised, err))
            return false;
        row.due = money_day_act(money, row.of, &app->work);
        if (!promised)
            add_word(out, money_row_text(app, &row, arena));
    }
    return true;
}

static bool add_closing(App *app, Id client, Day closing, Arena *arena, Buffer *out, Err *err)
{
    int64_t open = 0;
    if (!closing_is_near(closing, app->today, &app->work))
        return true;
    if (!query_open_there(app->store, client, &open, err))
        return false;
    if (open > 0)
        add_word(out, arena_print(arena, _("closes %s with %d open"),
                                  day_text(closing, app->today, arena), (int)open));
    return true;
}

bool money_of_client(App *app, Id id, const Client *client, Arena *arena, const char **ret,
                     Err *err)
{
    Buffer out = {.arena = arena};
    Day closing = closing_next(client->closing_day, app->today);
    if (!add_own(app, id, MONEY_INVOICE, client->closing_day, arena, &out, err) ||
        !add_own(app, id, MONEY_COLLECT, client->payment_day, arena, &out, err) ||
        !add_closing(app, id, closing, arena, &out, err))
        return false;
    *ret = buffer_text(&out);
    return true;
}
