// SPDX-License-Identifier: GPL-3.0-or-later
// Chains of promises, backwards: by when each must be kept so that all that wait for it can be.
#include "mawari/base/arena.h"
#include "mawari/model/rules.h"

static Day sooner(Day a, Day b)
{
    if (a == NONE || b == NONE)
        return a == NONE ? b : a;
    return a < b ? a : b;
}

/// How many steps that are not settled yet wait for each step.
static size_t *count_waiting(size_t count, const ChainEdge *edges, size_t edge_count, Arena *arena)
{
    size_t *waiting = arena_array(arena, size_t, count);
    for (size_t i = 0; i < edge_count; i++)
        waiting[edges[i].waits_for]++;
    return waiting;
}

/// A step for which nobody waits any more. In a circle nobody is: then the first that is left, as
/// if the link that closes the circle were not there.
static size_t next_settled(const size_t *waiting, const bool *settled, size_t count)
{
    size_t first = count;
    for (size_t i = 0; i < count; i++) {
        if (settled[i])
            continue;
        if (waiting[i] == 0)
            return i;
        if (first == count)
            first = i;
    }
    return first;
}

static Day needed_by(const ChainEdge *edge, Day latest, const WorkCalendar *calendar)
{
    return edge->working_days > 0 ? workday_add(calendar, latest, -edge->working_days) : latest;
}

void chain_latest_of(const Day *dues, size_t count, const ChainEdge *edges, size_t edge_count,
                     const WorkCalendar *calendar, Day *ret)
{
    Arena *arena = arena_open();
    size_t *waiting = count_waiting(count, edges, edge_count, arena);
    bool *settled = arena_array(arena, bool, count);
    for (size_t i = 0; i < count; i++)
        ret[i] = dues[i];
    for (size_t left = count; left > 0; left--) {
        size_t step = next_settled(waiting, settled, count);
        settled[step] = true;
        for (size_t i = 0; i < edge_count; i++) {
            const ChainEdge *edge = &edges[i];
            if (edge->step != step || settled[edge->waits_for])
                continue;
            waiting[edge->waits_for]--;
            if (ret[step] == NONE)
                continue;
            ret[edge->waits_for] = sooner(ret[edge->waits_for],
                                          needed_by(edge, ret[step], calendar));
        }
    }
    arena_close(arena);
}

int32_t chain_slack(const Day *dues, size_t count, const ChainEdge *edges, size_t edge_count,
                    const WorkCalendar *calendar)
{
    Arena *arena = arena_open();
    Day *latest = arena_array(arena, Day, count);
    int32_t least = NONE;
    chain_latest_of(dues, count, edges, edge_count, calendar, latest);
    for (size_t i = 0; i < edge_count; i++) {
        const ChainEdge *edge = &edges[i];
        if (latest[edge->step] == NONE || dues[edge->waits_for] == NONE)
            continue;
        int32_t slack = workday_between(calendar, dues[edge->waits_for],
                                        needed_by(edge, latest[edge->step], calendar));
        least = least == NONE || slack < least ? slack : least;
    }
    arena_close(arena);
    return least;
}

void chain_latest(const ChainStep *steps, size_t count, const WorkCalendar *calendar, Day *ret)
{
    Arena *arena = arena_open();
    Day *dues = arena_array(arena, Day, count);
    ChainEdge *edges = arena_array(arena, ChainEdge, count);
    size_t edge_count = 0;
    for (size_t i = 0; i < count; i++) {
        dues[i] = steps[i].due;
        if (steps[i].waits_for >= 0 && (size_t)steps[i].waits_for < count)
            edges[edge_count++] = (ChainEdge){i, (size_t)steps[i].waits_for, steps[i].working_days};
    }
    chain_latest_of(dues, count, edges, edge_count, calendar, ret);
    arena_close(arena);
}

size_t chain_waiting(size_t count, const ChainEdge *edges, size_t edge_count, size_t slips,
                     size_t *ret)
{
    Arena *arena = arena_open();
    bool *seen = arena_array(arena, bool, count);
    size_t *queue = arena_array(arena, size_t, count + 1);
    size_t found = 1;
    queue[0] = slips;
    seen[slips] = true;
    for (size_t at = 0; at < found; at++)
        for (size_t i = 0; i < edge_count; i++) {
            size_t step = edges[i].step;
            if (edges[i].waits_for != queue[at] || seen[step])
                continue;
            seen[step] = true;
            queue[found++] = step;
        }
    for (size_t i = 1; i < found; i++)
        ret[i - 1] = queue[i];
    arena_close(arena);
    return found - 1;
}
