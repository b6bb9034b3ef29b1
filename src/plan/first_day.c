// SPDX-License-Identifier: GPL-3.0-or-later
// The day that a search begins with: the order that there was, and each stop that must be served and
// is not in it put where it costs least.
#include <string.h>

#include "schedule.h"
#include "search.h"

/// Stops that are put into a day without asking for time. The others go into the order that there was
/// while there is time; into a day that begins from nothing the local search puts them.
enum { PUT_ANYWAY = 32 };

/// The order that there was, as nodes; what is no stop or named twice is passed over.
static size_t old_order(const Search *search, const RouteProblem *problem, uint16_t *order)
{
    const RouteLimits *limits = search->limits;
    size_t count = 0;
    bool seen[ROUTE_MOST_STOPS] = {false};
    for (size_t i = 0; i < limits->start_count; i++) {
        if (limits->start[i] >= problem->count || seen[limits->start[i]])
            continue;
        seen[limits->start[i]] = true;
        order[count++] = model_node(search->model, limits->start[i]);
    }
    return count;
}

static void put_at(uint16_t *order, size_t count, size_t at, size_t node)
{
    memmove(order + at + 1, order + at, (count - at) * sizeof *order);
    order[at] = (uint16_t)node;
}

/// Puts `node` where the day is cheapest, if it can be anywhere. The new count.
static size_t put_cheapest(Search *search, uint16_t *order, size_t count, size_t node)
{
    Arena *arena = arena_open();
    RouteCost least = INT64_MAX;
    size_t best = 0;
    for (size_t at = 0; at <= count; at++) {
        uint16_t tried[ROUTE_MOST_STOPS + 1];
        RoutePlan plan;
        memcpy(tried, order, count * sizeof *order);
        put_at(tried, count, at, node);
        if (schedule_nodes(search->model, tried, count + 1, arena, &plan) && plan.cost < least) {
            least = plan.cost;
            best = at;
        }
    }
    arena_close(arena);
    if (least == INT64_MAX)
        return count;
    put_at(order, count, best, node);
    return count + 1;
}

/// Puts every stop that must be served and is not in the order where it costs least.
static size_t put_musts(Search *search, uint16_t *order, size_t count)
{
    const Model *model = search->model;
    bool in_order[ROUTE_MOST_STOPS + 1] = {false};
    for (size_t i = 0; i < count; i++)
        in_order[order[i]] = true;
    for (size_t node = 1; node <= model->count; node++) {
        if (!model->must[node] || in_order[node])
            continue;
        bool over = search_spend(search, (int64_t)count) || search->limits->start_count == 0;
        if (over && (model->strict || count >= PUT_ANYWAY))
            break;
        count = put_cheapest(search, order, count, node);
    }
    return count;
}

void search_begin_from(Search *search, const RouteProblem *problem)
{
    uint16_t order[ROUTE_MOST_STOPS + 1] = {0};
    size_t count = old_order(search, problem, order);
    (void)search_offer(search, order, count);
    if (count > 0 || !search->model->strict)
        count = put_musts(search, order, count);
    (void)search_offer(search, order, count);
}
