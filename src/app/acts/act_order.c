// SPDX-License-Identifier: GPL-3.0-or-later
// Order memos that the office does not have yet, as text and as JSON.
#include "core/act.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/store/queries.h"

enum { ORDERS_LISTED = 500 };

static bool is_past(const App *app, const OpenOrder *order)
{
    return order->taken < app->today || order->cut_off <= app->minute;
}

static void print_order(App *app, Buffer *out, const OpenOrder *order)
{
    Arena *arena = app->scratch;
    const char *wanted = order->wanted == NONE
                             ? ""
                             : arena_print(arena, _("  for %s"),
                                           day_text(order->wanted, app->today, arena));
    const char *since = order->taken == app->today
                            ? ""
                            : arena_print(arena, _("  since %s"),
                                          day_text(order->taken, app->today, arena));
    buffer_print(out, "%s %s  %s  %s%s%s%s%s\n", is_past(app, order) ? "!" : " ",
                 minute_text(order->cut_off, arena), text_pad(order->what, 28, arena),
                 order->client_name ? order->client_name : "", wanted,
                 order->supplier_name ? " ← " : "",
                 order->supplier_name ? order->supplier_name : "", since);
}

static void add_json(const App *app, Json *json, const OpenOrder *order, Arena *arena)
{
    json_open(json, NULL, '{');
    json_whole(json, "id", order->id);
    json_text(json, "what", order->what);
    json_text(json, "client", order->client_name);
    json_text(json, "supplier", order->supplier_name);
    json_text(json, "cut_off", minute_text(order->cut_off, arena));
    json_bool(json, "past", is_past(app, order));
    json_close(json, '}');
}

bool act_orders(App *app, const Args *args, Effect *ret, Err *err)
{
    (void)args;
    OpenOrder *orders;
    size_t count;
    if (!query_orders_open(app->store, app_setting_whole(app, "order_cutoff"), ORDERS_LISTED,
                           app->scratch, &orders, &count, err))
        return false;
    Buffer out = {.arena = app->scratch};
    Json json;
    json_start(&json, app->scratch);
    json_open(&json, NULL, '[');
    for (size_t i = 0; i < count; i++) {
        print_order(app, &out, &orders[i]);
        add_json(app, &json, &orders[i], app->scratch);
    }
    json_close(&json, ']');
    if (count == 0)
        buffer_print(&out, "%s\n", _("The office has every order"));
    ret->printed = buffer_text(&out);
    ret->json = buffer_text(&json.out);
    return true;
}
