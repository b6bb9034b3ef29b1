// SPDX-License-Identifier: GPL-3.0-or-later
// On the client's sheet: what was ordered, and whether the office has it.
#include "lists/columns.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "sheet.h"

enum { DELIVERED_SHOWN = 3, DUE = 12, WHO = 10, WHAT = 28 };

/// Of a day before today it has missed the office's hour.
static bool is_missed(const OrderMemo *order, const App *app)
{
    return order->delivered == NONE && order->handed == NONE && order->taken < app->today;
}

static const char *state_text(const OrderMemo *order, const App *app, Arena *arena)
{
    if (order->delivered != NONE)
        return arena_print(arena, _("delivered %s"), day_text(order->delivered, app->today, arena));
    if (order->handed == NONE)
        return is_missed(order, app) ? _("! not handed over") : _("not handed over");
    return arena_print(arena, _("office, %s"), day_text(order->handed, app->today, arena));
}

static void order_row(Sheet *sheet, App *app, const OrderMemo *order, Id id)
{
    Arena *arena = sheet->arena;
    bool done = order->delivered != NONE;
    Shown wanted = due_shown(order->wanted, order->wanted_at, done, app, arena);
    const char *who = sheet_name(app, order->contact, arena);
    sheet_row(sheet, (SheetRow){.text = arena_print(
                                    arena, "  %s  %s  %s  %s", text_pad(wanted.text, DUE, arena),
                                    text_pad(who, WHO, arena), text_pad(order->what, WHAT, arena),
                                    state_text(order, app, arena)),
                                .role = done                    ? ROLE_DIM
                                        : is_missed(order, app) ? ROLE_BAD
                                                                : wanted.role,
                                .id = id,
                                .kind = &entity_order_memo});
}

/// Open ones in the order in which they were taken, then the last that were delivered.
bool sheet_orders(Sheet *sheet, App *app, Id client, Err *err)
{
    Id *ids;
    size_t count, delivered = 0;
    Arena *arena = sheet->arena;
    if (!record_ids_by(app->store, &entity_order_memo, entity_field(&entity_order_memo, "client"),
                       client, arena, &ids, &count, err))
        return false;
    OrderMemo *orders = arena_array(arena, OrderMemo, count);
    for (size_t i = 0; i < count; i++)
        if (!record_get(app->store, &entity_order_memo, ids[i], arena, &orders[i], err))
            return false;
    if (count)
        sheet_heading(sheet, lang_text(entity_order_memo.titles), arena_print(arena, "%zu", count));
    for (size_t i = 0; i < count; i++)
        if (orders[i].delivered == NONE)
            order_row(sheet, app, &orders[i], ids[i]);
    for (size_t i = count; i-- > 0 && delivered < DELIVERED_SHOWN;)
        if (orders[i].delivered != NONE) {
            order_row(sheet, app, &orders[i], ids[i]);
            delivered++;
        }
    return true;
}
