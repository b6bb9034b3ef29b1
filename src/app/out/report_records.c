// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a report: promises made and kept, orders, troubles, kilometres, expenses.
#include <string.h>

#include "mawari/app/find.h"
#include "mawari/base/buffer.h"
#include "mawari/model/filter.h"
#include "mawari/store/list.h"
#include "mawari/store/queries.h"
#include "mawari/store/record.h"
#include "report_writing.h"

enum { MOST = 2000 }; // of a kind in a report

static bool ids_between(Writing *writing, const Entity *kind, const char *field, const char *more,
                        Table *ret, Err *err)
{
    App *app = writing->app;
    ListQuery query = {.kind = kind, .today = app->today};
    const char *filter = arena_print(
        writing->arena, "%s:%s..%s sort:%s%s%s", field, day_iso(writing->from, writing->arena),
        day_iso(writing->to, writing->arena), field, *more ? " " : "", more);
    return filter_parse(kind, filter, app->today, writing->arena, &query.filter, err) &&
           list_read(app->store, &query, LIST_FIRST, 0, MOST, writing->arena, ret, err);
}

static void add_about(Writing *writing, Buffer *out, const char *text, Id whom)
{
    const char *name = app_name(writing->app, whom, writing->arena);
    buffer_print(out, "%s· %s%s%s", out->size ? "\n" : "", text, *name ? "  " : "", name);
}

static bool write_promises(Writing *writing, const char *field, PlaceholderId count,
                           PlaceholderId list, Err *err)
{
    Table found;
    Buffer out = {.arena = writing->arena};
    if (!ids_between(writing, &entity_commitment, field, "direction:mine", &found, err))
        return false;
    for (size_t i = 0; i < found.rows; i++) {
        Commitment promise;
        if (!record_get(writing->app->store, &entity_commitment, found.ids[i], writing->arena,
                        &promise, err))
            return false;
        const char *due = day_text(promise.due, writing->app->today, writing->arena);
        const char *text = list == AT_made && *due
                               ? arena_print(writing->arena, "%s  %s", promise.what, due)
                               : promise.what;
        add_about(writing, &out, text, promise.client);
    }
    writing_count(writing, count, found.rows);
    writing_set(writing, list, buffer_text(&out));
    return true;
}

static bool write_orders(Writing *writing, Err *err)
{
    Table found;
    Buffer out = {.arena = writing->arena};
    if (!ids_between(writing, &entity_order_memo, "taken", "", &found, err))
        return false;
    for (size_t i = 0; i < found.rows; i++) {
        OrderMemo order;
        if (!record_get(writing->app->store, &entity_order_memo, found.ids[i], writing->arena,
                        &order, err))
            return false;
        add_about(writing, &out, order.what, order.client);
    }
    writing_count(writing, AT_order_count, found.rows);
    writing_set(writing, AT_orders, buffer_text(&out));
    return true;
}

static bool write_troubles(Writing *writing, Err *err)
{
    Table found;
    Buffer out = {.arena = writing->arena};
    if (!ids_between(writing, &entity_ticket, "opened", "", &found, err))
        return false;
    for (size_t i = 0; i < found.rows; i++) {
        Ticket ticket;
        if (!record_get(writing->app->store, &entity_ticket, found.ids[i], writing->arena, &ticket,
                        err))
            return false;
        add_about(writing, &out, arena_print(writing->arena, "T%d %s", ticket.number, ticket.what),
                  ticket.client);
    }
    writing_count(writing, AT_trouble_count, found.rows);
    writing_set(writing, AT_troubles, buffer_text(&out));
    return true;
}

// --- the driving log and expenses

static const char *alcohol_text(const DayPlan *plan, Arena *arena)
{
    const Word *before = words_by_value(&words_alcohol, plan->alcohol_start);
    const Word *after = words_by_value(&words_alcohol, plan->alcohol_end);
    if (!before && !after)
        return "";
    return arena_print(arena, _("%s before, %s after"), before ? _(before->title) : "–",
                       after ? _(after->title) : "–");
}

static void write_drive_of_day(Writing *writing, const DayPlan *plan)
{
    Arena *arena = writing->arena;
    if (writing->from != writing->to)
        return;
    writing_set(writing, AT_alcohol, alcohol_text(plan, arena));
    if (plan->odometer_start != NONE && plan->odometer_end != NONE)
        writing_set(writing, AT_odometer,
                    arena_print(arena, "%d–%d", plan->odometer_start, plan->odometer_end));
}

bool write_drive(Writing *writing, Err *err)
{
    Table found;
    int64_t all = 0;
    bool known = false;
    if (!ids_between(writing, &entity_day_plan, "day", "", &found, err))
        return false;
    for (size_t i = 0; i < found.rows; i++) {
        DayPlan plan;
        if (!record_get(writing->app->store, &entity_day_plan, found.ids[i], writing->arena, &plan,
                        err))
            return false;
        bool both = plan.odometer_start != NONE && plan.odometer_end != NONE;
        all += both ? plan.odometer_end - plan.odometer_start : 0;
        known = known || both;
        write_drive_of_day(writing, &plan);
    }
    if (known)
        writing_set(writing, AT_km, arena_print(writing->arena, "%lld", (long long)all));
    return true;
}

typedef struct Spent {
    const char *what;
    int64_t yen;
} Spent;

static void add_spent(Spent *sums, size_t *count, size_t most, const Expense *expense)
{
    size_t i = 0;
    while (i < *count && strcmp(sums[i].what, expense->what) != 0)
        i++;
    if (i == most)
        return;
    if (i == *count)
        sums[(*count)++] = (Spent){.what = expense->what};
    sums[i].yen += expense->yen;
}

static const char *sums_text(const Spent *sums, size_t count, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        buffer_print(&out, "%s%s %s", i ? _(", ") : "", sums[i].what, yen_text(sums[i].yen, arena));
    return buffer_text(&out);
}

static void add_expense(Writing *writing, Buffer *out, const Expense *expense)
{
    Arena *arena = writing->arena;
    if (writing->from == writing->to)
        return;
    const char *client = app_name(writing->app, expense->client, arena);
    const char *note = expense->note ? expense->note : "";
    buffer_print(out, "%s%s  %s  %s%s%s%s%s", out->size ? "\n" : "", day_iso(expense->day, arena),
                 expense->what, yen_text(expense->yen, arena), *client ? "  " : "", client,
                 *note ? "  " : "", note);
}

enum { SORTS_OF_EXPENSES = 40 };

/// A line each for a period; what each sort came to for a day.
bool write_expenses(Writing *writing, Err *err)
{
    Table found;
    Spent sums[SORTS_OF_EXPENSES];
    size_t count = 0;
    int64_t all = 0;
    Buffer out = {.arena = writing->arena};
    if (!ids_between(writing, &entity_expense, "day", "", &found, err))
        return false;
    for (size_t i = 0; i < found.rows; i++) {
        Expense expense;
        if (!record_get(writing->app->store, &entity_expense, found.ids[i], writing->arena,
                        &expense, err))
            return false;
        all += expense.yen;
        add_spent(sums, &count, SORTS_OF_EXPENSES, &expense);
        add_expense(writing, &out, &expense);
    }
    const char *sorts = sums_text(sums, count, writing->arena);
    if (out.size)
        buffer_print(&out, "\n%s", sorts);
    writing_set(writing, AT_expenses, out.size ? buffer_text(&out) : sorts);
    if (found.rows) // the template has the sign
        writing_set(writing, AT_expense_sum, yen_text(all, writing->arena) + strlen("¥"));
    return true;
}

bool write_records(Writing *writing, Err *err)
{
    return write_promises(writing, "promised", AT_made_count, AT_made, err) &&
           write_promises(writing, "kept", AT_kept_count, AT_kept, err) &&
           write_orders(writing, err) && write_troubles(writing, err) &&
           write_drive(writing, err) && write_expenses(writing, err);
}
