// SPDX-License-Identifier: GPL-3.0-or-later
// The assignment problem by shortest augmenting paths (Kuhn 1955; Jonker, Volgenant 1987). Row i is
// the way out of node i, column j the way into node j; a stop that may be left out may be assigned
// to itself at its price.
#include "assign.h"

#define FORBIDDEN ((RouteCost)1 << 54)

typedef struct Assignment {
    const Model *model;
    size_t count; // rows 0 … count − 1; columns 1 … count; column 0 is the row being placed
    RouteCost *row, *column; // duals
    size_t *row_of;          // of a column; count: none
    size_t *came_from;       // column before on the path
    RouteCost *least;        // slack of a column
    bool *seen;
} Assignment;

static RouteCost entry(const Model *model, size_t from, size_t to)
{
    if (from == to)
        return model->must[from] && model->strict ? FORBIDDEN : model->price[from];
    RouteCost arc = model_arc(model, from, to);
    return arc >= DEAR ? FORBIDDEN : arc;
}

/// Scans the row of `column` and returns the nearest column not seen, the duals moved.
static size_t next_column(Assignment *a, size_t column)
{
    size_t row = a->row_of[column], nearest = 0;
    RouteCost step = INT64_MAX;
    for (size_t j = 1; j <= a->count; j++) {
        if (a->seen[j])
            continue;
        RouteCost slack = entry(a->model, row, j) - a->row[row] - a->column[j];
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

bool assign_duals(const Model *model, RouteCost *share, RouteCost *tail, Arena *arena)
{
    size_t count = model->count + 1;
    Assignment a = {.model = model,
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
    bool possible = true;
    for (size_t j = 1; j <= count; j++)
        if (entry(model, a.row_of[j], j) >= FORBIDDEN)
            possible = false;
    for (size_t node = 0; node < count; node++) {
        share[node] = node > 0 ? a.row[node] + a.column[node] : 0;
        tail[node] = a.row[node] + a.column[model->end];
    }
    return possible;
}
