// SPDX-License-Identifier: GPL-3.0-or-later
// Days of any kind, holes, negatives and contradictions included: the planner refuses them or gives
// a plan that can be kept, and what it calls the best is not beaten by a longer look.
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "mawari/plan/route_solve.h"
#include "support/planner_lie.h"

enum { STOPS_MOST = 8, NODES_BRIEF = 3000, NODES_THOROUGH = 30000 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Bytes {
    const uint8_t *data;
    size_t size, at;
} Bytes;

static int next(Bytes *bytes)
{
    return bytes->at < bytes->size ? bytes->data[bytes->at++] : 0;
}

/// Mostly small; some are negative, some beyond what is allowed.
static RouteTime time_of(Bytes *bytes)
{
    int byte = next(bytes);
    return byte < 240 ? byte : byte < 248 ? ROUTE_NO_WAY : byte < 252 ? -byte : INT32_MAX - byte;
}

static RouteStop stop_of(Bytes *bytes, Arena *arena)
{
    RouteWindow *windows = arena_array(arena, RouteWindow, 3);
    size_t count = (size_t)next(bytes) % 3;
    for (size_t i = 0; i < count; i++)
        windows[i] = (RouteWindow){time_of(bytes), time_of(bytes)};
    return (RouteStop){.service = time_of(bytes),
                       .windows = windows,
                       .window_count = count,
                       .wish = time_of(bytes),
                       .late_price = time_of(bytes),
                       .price = next(bytes) % 4 == 0 ? ROUTE_MUST : time_of(bytes),
                       .stays = next(bytes) % 5 == 0};
}

/// The legs of later hours: mostly those of before, here and there another.
static RouteBand band_of(Bytes *bytes, const RouteTime *before, size_t cells, Arena *arena)
{
    RouteTime *legs = arena_array(arena, RouteTime, cells);
    for (size_t i = 0; i < cells; i++)
        legs[i] = before[i];
    RouteTime from = time_of(bytes);
    for (int changes = next(bytes) % 32; changes > 0; changes--) {
        size_t cell = (size_t)next(bytes) % cells;
        legs[cell] = time_of(bytes);
    }
    return (RouteBand){from, legs};
}

static void add_bands(Bytes *bytes, RouteMode *mode, size_t cells, Arena *arena)
{
    RouteBand *bands = arena_array(arena, RouteBand, 3);
    mode->bands = bands;
    mode->band_count = (size_t)next(bytes) % 3;
    for (size_t i = 0; i < mode->band_count; i++)
        bands[i] = band_of(bytes, i ? bands[i - 1].legs : mode->legs, cells, arena);
}

static RouteProblem problem_of(Bytes *bytes, Arena *arena)
{
    size_t count = (size_t)next(bytes) % (STOPS_MOST + 1), cells = (count + 2) * (count + 2);
    RouteStop *stops = arena_array(arena, RouteStop, count);
    RouteTime *legs = arena_array(arena, RouteTime, cells);
    RouteMode *mode = arena_new(arena, RouteMode);
    RouteOrder *order = arena_new(arena, RouteOrder);
    for (size_t i = 0; i < count; i++)
        stops[i] = stop_of(bytes, arena);
    for (size_t i = 0; i < cells; i++)
        legs[i] = time_of(bytes);
    *mode = (RouteMode){.legs = legs, .price = next(bytes), .at_wheel = true};
    *order = (RouteOrder){(size_t)next(bytes), (size_t)next(bytes)};
    RouteProblem problem = {.stops = stops,
                            .count = count,
                            .modes = mode,
                            .mode_count = 1,
                            .start = time_of(bytes),
                            .end = next(bytes) * 6 - 60,
                            .finish_price = next(bytes),
                            .lunch = {time_of(bytes), time_of(bytes), next(bytes) % 60},
                            .orders = order,
                            .order_count = (size_t)next(bytes) % 2};
    // Behind everything else, so that older seeds still say what they said.
    add_bands(bytes, mode, cells, arena);
    problem.wheel = (RouteWheel){next(bytes), next(bytes) % 64};
    return problem;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_open();
    Bytes bytes = {.data = data, .size = size};
    ProblemText of = {.problem = problem_of(&bytes, arena)};
    const char *lie = planner_lie(&of, NODES_BRIEF, NODES_THOROUGH);
    if (lie) {
        fprintf(stderr, "%s\n", lie);
        abort();
    }
    arena_close(arena);
    return 0;
}
