// SPDX-License-Identifier: GPL-3.0-or-later
// The order of a day's visits: agreed ones by hour, floating ones by their place, merged.
#include "visit_order.h"

#include <stdlib.h>
#include <string.h>

static int compare(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

/// What is unknown comes last.
static int compare_known(int32_t a, int32_t b)
{
    return compare(a == NONE ? INT64_MAX : a, b == NONE ? INT64_MAX : b);
}

static int by_place(const void *a, const void *b)
{
    const PlacedVisit *left = a, *right = b;
    int order = compare_known(left->place, right->place);
    order = order ? order : compare_known(left->start, right->start);
    return order ? order : compare(left->id, right->id);
}

static int by_hour(const void *a, const void *b)
{
    const PlacedVisit *left = a, *right = b;
    int order = compare(left->start, right->start);
    return order ? order : compare(left->id, right->id);
}

/// Moves the visits that have an hour and no place to `ret`, in the order of their hours; how many
/// they are.
static size_t take_unplaced(PlacedVisits *day, PlacedVisit *ret)
{
    size_t taken = 0, kept = 0;
    for (size_t i = 0; i < day->count; i++) {
        const PlacedVisit *visit = &day->rows[i];
        if (visit->start != NONE && visit->place == NONE)
            ret[taken++] = *visit;
        else
            day->rows[kept++] = *visit;
    }
    day->count = kept;
    return taken;
}

/// What has begun stands where it was put, whatever hour was agreed.
static bool is_by_hour(const PlacedVisit *visit)
{
    return visit->start != NONE && !visit->over;
}

/// Those with an hour keep the places that they hold among all, but take them in the order of their
/// hours.
static void order_agreed(PlacedVisits *day, PlacedVisit *agreed)
{
    size_t count = 0, next = 0;
    for (size_t i = 0; i < day->count; i++)
        if (is_by_hour(&day->rows[i]))
            agreed[count++] = day->rows[i];
    qsort(agreed, count, sizeof *agreed, by_hour);
    for (size_t i = 0; i < day->count; i++)
        if (is_by_hour(&day->rows[i]))
            day->rows[i] = agreed[next++];
}

/// Behind all that is over or agreed for an earlier hour: what floats must not make it late.
static void insert_by_hour(PlacedVisits *day, const PlacedVisit *visit)
{
    size_t at = day->count;
    for (; at > 0; at--) {
        const PlacedVisit *before = &day->rows[at - 1];
        if (before->over || (before->start != NONE && before->start <= visit->start))
            break;
    }
    memmove(&day->rows[at + 1], &day->rows[at], (day->count - at) * sizeof *day->rows);
    day->rows[at] = *visit;
    day->count++;
}

static void order_day(PlacedVisits day, PlacedVisit *agreed, PlacedVisit *unplaced)
{
    qsort(day.rows, day.count, sizeof *day.rows, by_place);
    size_t count = take_unplaced(&day, unplaced);
    order_agreed(&day, agreed);
    for (size_t i = 0; i < count; i++)
        insert_by_hour(&day, &unplaced[i]);
}

void visits_in_order(PlacedVisits *visits, Arena *arena)
{
    PlacedVisit *agreed = arena_array(arena, PlacedVisit, visits->count);
    PlacedVisit *unplaced = arena_array(arena, PlacedVisit, visits->count);
    for (size_t begin = 0, end = 0; begin < visits->count; begin = end) {
        while (end < visits->count && visits->rows[end].day == visits->rows[begin].day)
            end++;
        order_day((PlacedVisits){.rows = visits->rows + begin, .count = end - begin}, agreed,
                  unplaced);
    }
}

/// Each row to where `order` has it, along the rings in which they push each other on.
static void put_in_order(DayVisit *rows, PlacedVisit *order, size_t count)
{
    for (size_t first = 0; first < count; first++) {
        DayVisit pushed = rows[first];
        size_t at = first;
        while (order[at].read != first) {
            size_t from = order[at].read;
            rows[at] = rows[from];
            order[at].read = at;
            at = from;
        }
        rows[at] = pushed;
        order[at].read = at;
    }
}

void stops_in_order(DayVisits *stops, Arena *arena)
{
    PlacedVisits order = {.rows = arena_array(arena, PlacedVisit, stops->count),
                          .count = stops->count};
    for (size_t i = 0; i < stops->count; i++) {
        const Visit *visit = &stops->rows[i].visit;
        order.rows[i] = (PlacedVisit){.id = stops->rows[i].id,
                                      .day = visit->day,
                                      .start = visit->start,
                                      .place = visit->place,
                                      .over = visit->outcome != NONE || visit->arrived != NO_MOMENT,
                                      .cancelled = visit->appointment == APPOINTMENT_CANCELLED,
                                      .read = i};
    }
    visits_in_order(&order, arena);
    put_in_order(stops->rows, order.rows, stops->count);
}
