// SPDX-License-Identifier: GPL-3.0-or-later
// What a day is made of besides visits: its frame, blocks, private time, legs, holidays, load.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

static void read_day(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(Day *)item = sqlite3_column_int(row, 0);
}

bool query_holidays(Store *store, Day from, Day to, Arena *arena, Day **ret, size_t *ret_count,
                    Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_holidays);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    if (!query_rows(store, ask, read_day, sizeof(Day), arena, &rows, err))
        return false;
    *ret = rows.items;
    *ret_count = rows.count;
    return true;
}

bool query_holiday_name(Store *store, Day day, Arena *arena, const char **ret, Err *err)
{
    const char *name = NULL;
    sqlite3_stmt *ask = sql_query(store, Q_holiday_name);
    sqlite3_bind_int(ask, 1, day);
    if (sqlite3_step(ask) == SQLITE_ROW)
        name = sql_copy(ask, 0, arena);
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret = name;
    return true;
}

bool query_day_loads(Store *store, Day from, Day to, Arena *arena, DayLoad **ret, Err *err)
{
    DayLoad *loads = arena_array(arena, DayLoad, (size_t)(to - from) + 1);
    int32_t *closings = arena_array(arena, int32_t, (size_t)(to - from) + 1);
    sqlite3_stmt *ask = sql_query(store, Q_day_loads);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        DayLoad *load = &loads[sqlite3_column_int(ask, 0) - from];
        load->promises_due += sqlite3_column_int(ask, 1);
        load->cycle_due += sqlite3_column_int(ask, 2);
        if (sqlite3_column_type(ask, 3) != SQLITE_NULL)
            load->holiday = sql_copy(ask, 3, arena);
    }
    if (!sql_end(store, ask, _("reading"), err) ||
        !query_closings_counted(store, from, to, closings, err))
        return false;
    for (Day day = from; day <= to; day++)
        loads[day - from].closings = closings[day - from];
    *ret = loads;
    return true;
}

static void bind_mode(sqlite3_stmt *ask, int at, int32_t mode)
{
    const Word *word = words_by_value(&words_mode, mode);
    sql_bind_text(ask, at, word != NULL ? word->code : NULL);
}

static void read_leg(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(TypedLeg *)item = (TypedLeg){.from = sqlite3_column_int64(row, 0),
                                   .to = sqlite3_column_int64(row, 1),
                                   .minutes = sqlite3_column_int(row, 2),
                                   .both_ways = sqlite3_column_int(row, 3),
                                   .line = sql_copy(row, 4, arena),
                                   .departure = sql_whole(row, 5),
                                   .arrival = sql_whole(row, 6),
                                   .fare = sql_whole(row, 7)};
}

static bool read_legs(Store *store, sqlite3_stmt *ask, Arena *arena, TypedLegs *ret, Err *err)
{
    Rows rows = {0};
    if (!query_rows(store, ask, read_leg, sizeof(TypedLeg), arena, &rows, err))
        return false;
    *ret = (TypedLegs){.rows = rows.items, .count = rows.count};
    return true;
}

bool query_day_legs(Store *store, Day day, Id from, Id to, int32_t mode, Arena *arena,
                    TypedLegs *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_day_legs);
    sqlite3_bind_int(ask, 1, day);
    sqlite3_bind_int64(ask, 2, from);
    sqlite3_bind_int64(ask, 3, to);
    bind_mode(ask, 4, mode);
    return read_legs(store, ask, arena, ret, err);
}

bool query_typed_legs(Store *store, int32_t mode, Arena *arena, TypedLegs *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_typed_legs);
    bind_mode(ask, 1, mode);
    return read_legs(store, ask, arena, ret, err);
}

const TypedLeg *legs_between(const TypedLegs *legs, Id from, Id to)
{
    const TypedLeg *back = NULL;
    for (size_t i = 0; i < legs->count; i++) {
        const TypedLeg *leg = &legs->rows[i];
        if (leg->from == from && leg->to == to)
            return leg;
        if (!back && leg->both_ways && leg->from == to && leg->to == from)
            back = leg;
    }
    return back;
}

static void read_trip(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(TripMade *)item = (TripMade){sqlite3_column_int64(row, 0), sqlite3_column_int(row, 1),
                                   sqlite3_column_int64(row, 2)};
}

bool query_trips(Store *store, Id to, int32_t mode, int32_t usual, Arena *arena, TripMade **ret,
                 size_t *ret_count, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_trips);
    sqlite3_bind_int64(ask, 1, to);
    bind_mode(ask, 2, mode);
    bind_mode(ask, 3, usual);
    if (!query_rows(store, ask, read_trip, sizeof(TripMade), arena, &rows, err))
        return false;
    *ret = rows.items;
    *ret_count = rows.count;
    return true;
}

bool query_day_holds(Store *store, Day day, DayHolds *ret, Err *err)
{
    DayHolds found = {0};
    bool *const parts[] = {&found.private_times, &found.blocks, &found.events, &found.riders,
                           &found.holiday};
    sqlite3_stmt *ask = sql_query(store, Q_day_holds);
    sqlite3_bind_int(ask, 1, day);
    while (sqlite3_step(ask) == SQLITE_ROW)
        *parts[sqlite3_column_int(ask, 0)] = true;
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret = found;
    return true;
}

bool query_day_plan(Store *store, Day day, Arena *arena, Id *ret_id, DayPlan *ret, Err *err)
{
    Id id = 0;
    sqlite3_stmt *ask = sql_query(store, Q_day_plan);
    sqlite3_bind_int(ask, 1, day);
    if (!sql_number(store, ask, 0, &id, _("reading"), err) ||
        (id != 0 && !record_get(store, &entity_day_plan, id, arena, ret, err)))
        return false;
    *ret_id = id;
    return true;
}

bool query_blocks(Store *store, Day day, Arena *arena, Blocks *ret, Err *err)
{
    Blocks found = {0};
    sqlite3_stmt *ask = sql_query(store, Q_blocks);
    sqlite3_bind_int(ask, 1, day);
    if (!query_ids(store, ask, arena, &found.ids, &found.count, err))
        return false;
    found.rows = arena_array(arena, Block, found.count);
    if (!query_records(store, &entity_block, found.ids, found.count, arena, found.rows, err))
        return false;
    *ret = found;
    return true;
}

bool query_private_times(Store *store, Day day, Arena *arena, PrivateTimes *ret, Err *err)
{
    PrivateTimes found = {0};
    sqlite3_stmt *ask = sql_query(store, Q_private_times);
    sqlite3_bind_int(ask, 1, day);
    sqlite3_bind_int(ask, 2, 1 << day_weekday(day));
    if (!query_ids(store, ask, arena, &found.ids, &found.count, err))
        return false;
    found.rows = arena_array(arena, PrivateTime, found.count);
    if (!query_records(store, &entity_private_time, found.ids, found.count, arena, found.rows, err))
        return false;
    *ret = found;
    return true;
}
