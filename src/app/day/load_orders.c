// SPDX-License-Identifier: GPL-3.0-or-later
// The orders that are in the car for a visit: what can be ticked as delivered behind the door.
#include "mawari/app/loading.h"
#include "mawari/model/kinds.h"
#include "mawari/store/queries.h"
#include "mawari/store/record.h"

static bool is_for(const OrderMemo *order, const Visit *visit)
{
    bool here = !order->site || !visit->site || order->site == visit->site;
    bool open = order->delivered == NONE || order->delivered == visit->day;
    return order->client == visit->client && here && open;
}

bool load_orders_for(App *app, const Visit *visit, Arena *arena, Id **ret, size_t *ret_count,
                     Err *err)
{
    Loaded *loaded;
    size_t count, found = 0;
    if (!query_loaded(app->store, visit->day, arena, &loaded, &count, err))
        return false;
    Id *ids = arena_array(arena, Id, count);
    for (size_t i = 0; i < count; i++) {
        RecordHead head;
        OrderMemo order;
        if (!record_head(app->store, loaded[i].of, arena, &head, err))
            return false;
        if (head.kind != &entity_order_memo)
            continue;
        if (!record_get(app->store, head.kind, loaded[i].of, arena, &order, err))
            return false;
        if (is_for(&order, visit))
            ids[found++] = loaded[i].of;
    }
    *ret = ids;
    *ret_count = found;
    return true;
}
