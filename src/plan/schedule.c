// SPDX-License-Identifier: GPL-3.0-or-later
// The hours of a given order: the states after each stop, the better ones kept, the best one traced
// back.
#include "schedule.h"

#include <string.h>

typedef struct State {
    Walked walked;
    size_t parent; // in the row before
} State;

typedef struct Row {
    State *states;
    size_t count, room;
    size_t parent; // whose steps are being taken
    Arena *arena;
} Row;

/// Whether nothing can come of `other` that does not come of `one` as cheaply.
static bool no_worse(const Now *one, const Now *other)
{
    return one->time <= other->time && one->wheel <= other->wheel && one->cost <= other->cost &&
           one->lunched == other->lunched;
}

static void take_state(const Walked *walked, void *taker)
{
    Row *row = taker;
    size_t kept = 0;
    for (size_t i = 0; i < row->count; i++)
        if (no_worse(&row->states[i].walked.now, &walked->now))
            return;
    for (size_t i = 0; i < row->count; i++)
        if (!no_worse(&walked->now, &row->states[i].walked.now))
            row->states[kept++] = row->states[i];
    row->count = kept;
    row->states = arena_more(row->arena, row->states, row->count, &row->room, sizeof *row->states);
    row->states[row->count++] = (State){*walked, row->parent};
}

static bool fill_rows(const Model *model, const uint16_t *order, size_t count, Row *rows,
                      Arena *arena)
{
    rows[0] = (Row){.arena = arena};
    take_state(&(Walked){.now = walk_start(model)}, &rows[0]);
    for (size_t i = 0; i <= count; i++) {
        rows[i + 1] = (Row){.arena = arena};
        for (size_t j = 0; j < rows[i].count; j++) {
            rows[i + 1].parent = j;
            walk(model, rows[i].states[j].walked.now, i < count ? order[i] : model->end, take_state,
                 &rows[i + 1]);
        }
        if (rows[i + 1].count == 0)
            return false;
    }
    return true;
}

static size_t cheapest(const Row *row)
{
    size_t best = 0;
    for (size_t i = 1; i < row->count; i++)
        if (row->states[i].walked.now.cost < row->states[best].walked.now.cost)
            best = i;
    return best;
}

RouteCost schedule_left_out(const Model *model, const uint16_t *order, size_t count)
{
    RouteCost sum = 0;
    for (size_t node = 1; node <= model->count; node++)
        sum += model->price[node];
    for (size_t i = 0; i < count; i++)
        sum -= model->price[order[i]];
    return sum;
}

static bool keeps_orders(const Model *model, const uint16_t *order, size_t count)
{
    size_t turn[ROUTE_MOST_STOPS] = {0};
    for (size_t i = 0; i < count; i++)
        turn[model->row[order[i]] - 1] = i + 1;
    for (size_t i = 0; i < model->problem->order_count; i++) {
        const RouteOrder *rule = &model->problem->orders[i];
        if (turn[rule->first] && turn[rule->second] && turn[rule->first] > turn[rule->second])
            return false;
    }
    return true;
}

bool schedule_nodes(const Model *model, const uint16_t *order, size_t count, Arena *arena,
                    RoutePlan *ret)
{
    Row *rows = arena_array(arena, Row, count + 2);
    if (!keeps_orders(model, order, count) || !fill_rows(model, order, count, rows, arena))
        return false;
    RoutePlan plan = {.steps = arena_array(arena, RouteStep, count + 1), .count = count + 1};
    size_t at = cheapest(&rows[count + 1]);
    plan.cost = rows[count + 1].states[at].walked.now.cost + schedule_left_out(model, order, count);
    for (size_t i = count + 1; i > 0; i--) {
        const State *state = &rows[i].states[at];
        plan.steps[i - 1] = state->walked.step;
        plan.steps[i - 1].stop = i <= count ? model->row[order[i - 1]] - 1 : model->count;
        at = state->parent;
    }
    *ret = plan;
    return true;
}

static bool is_order(const RouteProblem *problem, const size_t *order, size_t count)
{
    bool seen[ROUTE_MOST_STOPS] = {false};
    for (size_t i = 0; i < count; i++) {
        if (order[i] >= problem->count || seen[order[i]])
            return false;
        seen[order[i]] = true;
    }
    return true;
}

bool route_schedule(const RouteProblem *problem, const size_t *order, size_t count, Arena *arena,
                    RoutePlan *ret)
{
    size_t flawed;
    if (route_flaw(problem, &flawed) != ROUTE_SOUND || !is_order(problem, order, count))
        return false;
    Arena *scratch = arena_open();
    Model *model = model_make(problem, false, scratch);
    uint16_t nodes[ROUTE_MOST_STOPS] = {0};
    for (size_t i = 0; i < count; i++)
        nodes[i] = model_node(model, order[i]);
    bool kept = schedule_nodes(model, nodes, count, arena, ret);
    arena_close(scratch);
    return kept;
}
