// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons to come out of what is open: promises both ways, troubles, orders, loans, money days, an
// agreed hour, the visit cycle.
#include "mawari/app/money.h"
#include "mawari/app/reasons.h"
#include "mawari/app/renewal.h"
#include "mawari/base/lang.h"
#include "mawari/store/record.h"

typedef bool (*PromiseRule)(const Commitment *commitment, Day day);

static bool is_neither(const Commitment *commitment, Day day)
{
    return !commitment_to_give(commitment, day) && !commitment_to_ask(commitment, day);
}

/// `format` NULL: the promise's own words.
static bool add_promises(const ReasonsAsk *ask, PromiseRule rule, const char *format, Reasons *out)
{
    for (size_t i = 0; i < ask->open.count; i++) {
        const Promise *promise = &ask->open.rows[i];
        const char *what = promise->commitment.what;
        if (rule(&promise->commitment, ask->day))
            reasons_add(out, (Reason){.kind = &entity_commitment,
                                      .id = promise->id,
                                      .text = format ? arena_print(ask->arena, format, what) : what,
                                      .by = promise->commitment.due});
    }
    return true;
}

bool reasons_give(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    (void)err;
    return add_promises(ask, commitment_to_give, NULL, out);
}

bool reasons_ask(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    (void)err;
    return add_promises(ask, commitment_to_ask, _("ask for: %s"), out);
}

bool reasons_open(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    (void)err;
    return add_promises(ask, is_neither, NULL, out);
}

/// A trouble is told about by the limit of its silence, or by the day of the next report.
bool reasons_tell(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    (void)err;
    for (size_t i = 0; i < ask->troubles.count; i++) {
        const Trouble *trouble = &ask->troubles.rows[i];
        Day report = trouble->ticket.reported == NONE ? trouble->ticket.report_due : NONE;
        Day by = trouble->tell_by;
        if (report != NONE && (by == NONE || report < by))
            by = report;
        reasons_add(out, (Reason){.kind = &entity_ticket,
                                  .id = trouble->id,
                                  .text = arena_print(ask->arena, "T%d", trouble->ticket.number),
                                  .more = trouble->ticket.what,
                                  .by = by});
    }
    return true;
}

static bool add_order(const ReasonsAsk *ask, Id id, Reasons *out, Err *err)
{
    OrderMemo order;
    if (!record_get(ask->app->store, &entity_order_memo, id, ask->arena, &order, err))
        return false;
    reasons_add(out, (Reason){.kind = &entity_order_memo,
                              .id = id,
                              .text = arena_print(ask->arena, _("deliver: %s"), order.what),
                              .by = order.wanted});
    return true;
}

/// What the load list knows of that day, but for promises.
bool reasons_deliver(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    Id *ids;
    size_t count;
    if (!query_load_there(ask->app->store, ask->client, ask->site, ask->day, ask->arena, &ids,
                          &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        RecordHead head;
        if (!record_head(ask->app->store, ids[i], ask->arena, &head, err) ||
            (head.kind == &entity_order_memo && !add_order(ask, ids[i], out, err)))
            return false;
    }
    return true;
}

static bool holds(const Id *ids, size_t count, Id id)
{
    for (size_t i = 0; i < count; i++)
        if (ids[i] == id)
            return true;
    return false;
}

bool orders_here(App *app, Id client, Id site, Day day, Arena *arena, OrdersHere *ret, Err *err)
{
    Id *loaded;
    size_t loaded_count, kept = 0;
    OrdersHere all;
    if (!query_load_there(app->store, client, site, day, arena, &loaded, &loaded_count, err) ||
        !query_orders_there(app->store, client, site, day, arena, &all, err))
        return false;
    for (size_t i = 0; i < all.count; i++) {
        OrderHere order = all.rows[i];
        order.now = holds(loaded, loaded_count, order.id);
        if (order.now || !order.handed || order.wanted > day)
            all.rows[kept++] = order;
    }
    all.count = kept;
    *ret = all;
    return true;
}

/// What is ordered and neither with the office nor with them: they will ask.
bool reasons_order(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    OrdersHere orders;
    if (!orders_here(ask->app, ask->client, ask->site, ask->day, ask->arena, &orders, err))
        return false;
    for (size_t i = 0; i < orders.count; i++) {
        const OrderHere *order = &orders.rows[i];
        if (!order->now) // reasons_deliver() says that
            reasons_add(out, (Reason){.kind = &entity_order_memo,
                                      .id = order->id,
                                      .text = arena_print(ask->arena, _("order: %s"), order->what),
                                      .by = order->wanted});
    }
    return true;
}

bool reasons_fetch(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    LoansHere loans;
    if (!query_loans_there(ask->app->store, ask->client, ask->site, ask->day, ask->arena, &loans,
                           err))
        return false;
    for (size_t i = 0; i < loans.count; i++)
        reasons_add(out,
                    (Reason){.kind = &entity_loan,
                             .id = loans.rows[i].id,
                             .text = arena_print(ask->arena, _("pick up: %s"), loans.rows[i].what),
                             .by = loans.rows[i].back});
    return true;
}

bool reasons_money(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    const char *text = ask->client_money;
    if (!text && !money_of_client(ask->app, ask->client, ask->who, ask->arena, &text, err))
        return false;
    if (*text)
        reasons_add(out,
                    (Reason){.kind = &entity_client, .id = ask->client, .text = text, .by = NONE});
    return true;
}

/// An hour that was agreed is kept, whatever there is to bring.
bool reasons_agreed(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    DayVisits visits;
    if (!query_stops_of_client(ask->app->store, ask->client, ask->day, ask->day, ask->arena,
                               &visits, err))
        return false;
    for (size_t i = 0; i < visits.count; i++) {
        const Visit *visit = &visits.rows[i].visit;
        bool elsewhere = ask->site && visit->site && visit->site != ask->site;
        if (visit->start == NONE || !visit_is_ahead(visit) || elsewhere)
            continue;
        reasons_add(out, (Reason){.kind = &entity_visit,
                                  .id = visits.rows[i].id,
                                  .text = arena_print(ask->arena, _("agreed for %s"),
                                                      minute_text(visit->start, ask->arena)),
                                  .by = visit->day});
    }
    return true;
}

/// Its cycle, or what comes again by a rule, says so.
bool reasons_seen(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    Day due;
    if (!query_client_due(ask->app->store, ask->client, &due, err))
        return false;
    if (due != NONE && due <= ask->day)
        reasons_add(out, (Reason){.kind = &entity_client,
                                  .id = ask->client,
                                  .text = arena_print(ask->arena, _("to be seen: due %s"),
                                                      day_text(due, ask->app->today, ask->arena)),
                                  .by = due});
    return true;
}

/// Where nobody has been yet one comes to be known, with empty hands as well; what there is to bring says
/// more than that.
bool reasons_first(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    bool visited;
    if (out->count > 0)
        return true;
    if (!query_client_visited(ask->app->store, ask->client, &visited, err))
        return false;
    if (!visited)
        reasons_add(out, (Reason){.kind = &entity_client,
                                  .id = ask->client,
                                  .text = _("it would be the first visit"),
                                  .by = NONE});
    return true;
}

/// The step of a contract that has come by that day.
bool reasons_renew(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    RenewalSheet renewals;
    if (!renewals_of_client(ask->app, ask->client, ask->day, ask->arena, &renewals, err))
        return false;
    for (size_t i = 0; i < renewals.count; i++) {
        const Renewal *renewal = &renewals.rows[i];
        if (renewal->due)
            reasons_add(out,
                        (Reason){.kind = &entity_contract,
                                 .id = renewal->of->id,
                                 .text = arena_print(ask->arena, _("renewal: %s"), renewal->step),
                                 .more = renewal->of->contract.what,
                                 .by = renewal->step_day});
    }
    return true;
}
