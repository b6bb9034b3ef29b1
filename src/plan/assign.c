// SPDX-License-Identifier: GPL-3.0-or-later
// The assignment problem by shortest augmenting paths (Kuhn 1955; Jonker, Volgenant 1987). Row i is
// the way out of node i, column j the way into node j; a stop that may be left out may be assigned
// to itself at its price. Where the day is too full, the time that is used has a price too, and the
// day's time is worth as much (Lagrangian relaxation of a knapsack: Fisher 1981).
#include "assign.h"

#define FORBIDDEN   ((RouteCost)1 << 54)
// Scaled; beyond them the sums could not be told from what is forbidden.
#define HOURS_WORTH ((RouteCost)1 << 46) // a whole day's time
#define PRICES_MOST ((RouteCost)1 << 52) // of all stops together

enum { PRICES_TRIED = 10 };

typedef struct Assignment {
    const Model *model;
    RouteCost hour_price;
    RouteCost scale; // without a price whole units of cost will do
    size_t count; // rows 0 … count − 1; columns 1 … count; column 0 is the row being placed
    RouteCost *row, *column; // duals
    size_t *row_of;          // of a column; count: none
    size_t *came_from;       // column before on the path
    RouteCost *least;        // slack of a column
    bool *seen;
} Assignment;

static bool may_be_left_out(const Model *model, size_t node)
{
    return !(model->must[node] && model->strict);
}

/// The time of the way from one to the other and of the visit there.
static RouteTime time_of(const Model *model, size_t from, size_t to)
{
    return model->leg[from * model->size + to] + model->service[to];
}

static RouteCost entry(const Assignment *a, size_t from, size_t to)
{
    const Model *model = a->model;
    if (from == to)
        return may_be_left_out(model, from) ? model->price[from] * a->scale : FORBIDDEN;
    RouteCost arc = model_arc(model, from, to);
    return arc >= DEAR ? FORBIDDEN : arc * a->scale + a->hour_price * time_of(model, from, to);
}

/// Scans the row of `column` and returns the nearest column not seen, the duals moved.
static size_t next_column(Assignment *a, size_t column)
{
    size_t row = a->row_of[column], nearest = 0;
    RouteCost step = INT64_MAX;
    for (size_t j = 1; j <= a->count; j++) {
        if (a->seen[j])
            continue;
        RouteCost slack = entry(a, row, j) - a->row[row] - a->column[j];
        if (slack < a->least[j]) {
            a->least[j] = slack;
            a->came_from[j] = column;
        }
        if (a->least[j] < step) {
            step = a->least[j];
            nearest = j;
        }
    }
    for (size_t j = 0; j <= a->count; j++)
        if (a->seen[j]) {
            a->row[a->row_of[j]] += step;
            a->column[j] -= step;
        } else {
            a->least[j] -= step;
        }
    return nearest;
}

static void place_row(Assignment *a, size_t row)
{
    for (size_t j = 0; j <= a->count; j++) {
        a->least[j] = INT64_MAX;
        a->seen[j] = false;
    }
    size_t column = 0;
    a->row_of[0] = row;
    do {
        a->seen[column] = true;
        column = next_column(a, column);
    } while (a->row_of[column] != a->count);
    while (column != 0) {
        size_t before = a->came_from[column];
        a->row_of[column] = a->row_of[before];
        column = before;
    }
}

static Assignment make(const Model *model, RouteCost hour_price, Arena *arena)
{
    size_t count = model->count + 1;
    Assignment a = {.model = model,
                    .hour_price = hour_price,
                    .scale = hour_price > 0 ? SCALE : 1,
                    .count = count,
                    .row = arena_array(arena, RouteCost, count),
                    .column = arena_array(arena, RouteCost, count + 1),
                    .row_of = arena_array(arena, size_t, count + 1),
                    .came_from = arena_array(arena, size_t, count + 1),
                    .least = arena_array(arena, RouteCost, count + 1),
                    .seen = arena_array(arena, bool, count + 1)};
    for (size_t j = 0; j <= count; j++)
        a.row_of[j] = count;
    for (size_t row = 0; row < count; row++)
        place_row(&a, row);
    return a;
}

/// The time that its ways and visits take, less what the day has.
static RouteCost too_long(const Assignment *a)
{
    RouteCost sum = -assign_left(a->model, 1, a->model->problem->start, false);
    for (size_t j = 1; j <= a->count; j++)
        if (a->row_of[j] != j)
            sum += time_of(a->model, a->row_of[j], j);
    return sum;
}

static void take_duals(const Assignment *a, AssignBound *ret)
{
    RouteCost more = SCALE / a->scale;
    ret->hour_price = a->hour_price;
    for (size_t node = 0; node < a->count; node++) {
        ret->share[node] = node > 0 ? (a->row[node] + a->column[node]) * more : 0;
        ret->tail[node] = (a->row[node] + a->column[a->model->end]) * more;
    }
}

static AssignBound blank(const Model *model, Arena *arena)
{
    return (AssignBound){.share = arena_array(arena, RouteCost, model->size),
                         .tail = arena_array(arena, RouteCost, model->size)};
}

bool assign_duals(const Model *model, RouteCost hour_price, AssignBound *ret, Arena *arena)
{
    Assignment a = make(model, hour_price, arena);
    for (size_t j = 1; j <= a.count; j++)
        if (entry(&a, a.row_of[j], j) >= FORBIDDEN)
            return false;
    *ret = blank(model, arena);
    take_duals(&a, ret);
    return true;
}

RouteCost assign_root(const Model *model, const AssignBound *bound)
{
    RouteCost root = bound->tail[0] - assign_left(model, bound->hour_price, model->problem->start,
                                                  model->problem->lunch.length == 0);
    for (size_t node = 1; node <= model->count; node++)
        root += bound->share[node];
    return root;
}

/// At this price no time is worth spending on what may be left out.
static RouteCost highest_price(const Model *model)
{
    RouteCost most = 0;
    for (size_t node = 1; node <= model->count; node++) {
        RouteTime least = FAR;
        for (size_t from = 0; may_be_left_out(model, node) && from <= model->count; from++)
            if (from != node && time_of(model, from, node) < least)
                least = time_of(model, from, node);
        if (least < FAR && model->price[node] * SCALE / (least > 0 ? least : 1) > most)
            most = model->price[node] * SCALE / (least > 0 ? least : 1);
    }
    RouteCost day = (RouteCost)model->problem->end - model->problem->start + 1;
    return most < HOURS_WORTH / day ? most : HOURS_WORTH / day;
}

/// A price of time, what it says of the whole day, and how that changes with the price.
typedef struct Tried {
    RouteCost price, root, slope;
} Tried;

static Tried try_price(const Model *model, RouteCost price, AssignBound *best, RouteCost *ret_root,
                       Arena *arena)
{
    Assignment a = make(model, price, arena);
    AssignBound bound = blank(model, arena);
    take_duals(&a, &bound);
    Tried tried = {price, assign_root(model, &bound), too_long(&a)};
    if (tried.root > *ret_root) {
        *ret_root = tried.root;
        *best = bound;
    }
    return tried;
}

/// What is known of the whole day is concave in the price: the next one is where the lines through
/// the two around the best meet (Kelley 1960).
bool assign_hours(const Model *model, AssignBound *ret, RouteCost *ret_root, Arena *arena)
{
    RouteCost before = *ret_root, stops = (RouteCost)model->count + 1;
    if (model->count > HOURS_STOPS_MOST || model->must_price > PRICES_MOST / SCALE / stops)
        return false;
    Tried low = try_price(model, 0, ret, ret_root, arena);
    if (low.slope <= 0)
        return false;
    Tried high = try_price(model, highest_price(model), ret, ret_root, arena);
    for (int i = 0; i < PRICES_TRIED && high.slope < 0; i++) {
        RouteCost run = low.slope - high.slope;
        RouteCost price = low.price +
                          (high.root - low.root + high.slope * (low.price - high.price)) / run;
        if (price <= low.price || price >= high.price)
            break;
        Tried next = try_price(model, price, ret, ret_root, arena);
        *(next.slope > 0 ? &low : &high) = next;
    }
    return *ret_root > before;
}
