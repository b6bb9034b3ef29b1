// SPDX-License-Identifier: GPL-3.0-or-later
// Who is slipping away: read from the derived rows, said in the language of the screen.
#include "mawari/app/slipping.h"

#include "mawari/app/find.h"
#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"

bool signals_of_client(App *app, Id client, Arena *arena, Signals *ret, Err *err)
{
    return query_signals(app->store, client, app->today - RETREAT_DAYS, app->today, arena, ret,
                         err);
}

static bool read_rows(App *app, const SlippingClient *after, size_t most, Arena *arena,
                      SlippingSheet *ret, Err *err)
{
    SlippingClients clients;
    if (!query_slipping_count(app->store, app->today, &ret->all, err) ||
        !query_sales_any(app->store, &ret->sales, err) ||
        !query_slipping(app->store, app->today, after, most, arena, &clients, err))
        return false;
    ret->rows = arena_array(arena, SlippingRow, clients.count);
    for (size_t i = 0; i < clients.count; i++) {
        SlippingRow *row = &ret->rows[ret->count++];
        row->of = clients.rows[i];
        if (!signals_of_client(app, row->of.client, arena, &row->signals, err))
            return false;
    }
    return true;
}

bool slipping_sheet(App *app, const SlippingClient *after, size_t most, Arena *arena,
                    SlippingSheet *ret, Err *err)
{
    SlippingSheet sheet = {0};
    bool begun = store_read_begin(app->store);
    bool good = read_rows(app, after, most, arena, &sheet, err);
    store_read_end(app->store, begun);
    if (good)
        *ret = sheet;
    return good;
}

static const char *shorter_fact(const Signal *signal, Arena *arena)
{
    if (signal->b == NONE)
        return arena_print(arena, _("the last %d talks were short words, before one sat down"),
                           (int)signal->a);
    return arena_print(arena,
                       ngettext("talks of %d minute, before of %d",
                                "talks of %d minutes, before of %d", (unsigned long)signal->a),
                       (int)signal->a, (int)signal->b);
}

static const char *orders_fact(const Signal *signal, Arena *arena)
{
    enum { THOUSAND = 1000 };
    const char *of = signal->line ? arena_print(arena, _("orders of %s"), signal->line)
                                  : _("orders");
    return arena_print(arena,
                       signal->c ? _("%s %s in 3 months, a year ago %s")
                                 : _("%s %s in 3 months, before %s"),
                       of, yen_text((int64_t)signal->a * THOUSAND, arena),
                       yen_text((int64_t)signal->b * THOUSAND, arena));
}

const char *signal_fact(App *app, const Signal *signal, Arena *arena)
{
    switch ((RetreatRule)signal->rule) {
    case RETREAT_SHORTER:
        return shorter_fact(signal, arena);
    case RETREAT_JUNIOR:
        return arena_print(arena, _("%s comes instead of %s"), app_name(app, signal->who, arena),
                           app_name(app, signal->whom, arena));
    case RETREAT_REFUSED:
        return arena_print(arena, _("turned away %d times running"), (int)signal->a);
    case RETREAT_SLOWER:
        return arena_print(arena,
                           ngettext("answers take %d day, before %d",
                                    "answers take %d days, before %d", (unsigned long)signal->a),
                           (int)signal->a, (int)signal->b);
    case RETREAT_QUOTES:
        return arena_print(arena, _("no quote asked for since %s"),
                           day_text(signal->a, app->today, arena));
    case RETREAT_COMPLAINTS:
        return arena_print(arena, _("no complaint any more since %s"),
                           day_text(signal->a, app->today, arena));
    case RETREAT_RIVAL:
        return arena_print(arena, _("rival seen there: %s"), app_name(app, signal->who, arena));
    case RETREAT_ORDERS:
        return orders_fact(signal, arena);
    case RETREAT_RULE_COUNT:
        break;
    }
    return "";
}

/// "Tue 17 Nov: turned away 2 times running. Rule: turned away twice running. Cleared by: being
/// received."
static const char *signal_sentence(App *app, const Signal *signal, Arena *arena)
{
    return arena_print(arena, _("%s: %s.\n  Rule: %s.\n  Cleared by: %s."),
                       day_text_full(signal->day, app->today, arena),
                       signal_fact(app, signal, arena), lang_text(retreat_rule_text(signal->rule)),
                       lang_text(retreat_clears(signal->rule)));
}

const char *slipping_why(App *app, Id client, Arena *arena, Err *err)
{
    Signals signals;
    bool sales;
    Buffer out = {.arena = arena};
    if (!signals_of_client(app, client, arena, &signals, err) ||
        !query_sales_any(app->store, &sales, err))
        return NULL;
    buffer_print(&out, "%s\n", app_name(app, client, arena));
    for (size_t i = 0; i < signals.count; i++)
        buffer_print(&out, "%s\n", signal_sentence(app, &signals.rows[i], arena));
    if (!signals.count)
        buffer_print(&out, "%s\n", _("No step back is known of the last 60 days."));
    buffer_print(&out, "%s\n", _("Two of them within 60 days put a client on the list."));
    if (!sales)
        buffer_print(&out, "%s\n",
                     _("Whether orders shrink is unknown. No sales data: import sales FILE"));
    return buffer_text(&out);
}
