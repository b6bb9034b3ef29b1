// SPDX-License-Identifier: GPL-3.0-or-later
// What is near a position: asked cell by cell from the middle outwards, so that what lies far away
// is never read.
#include "mawari/store/queries.h"
#include "query_rows.h"

enum { CELL = 20000 }; // microdegrees, as the indices of schema 0013 divide

typedef struct Search {
    Store *store;
    QueryId query;
    int32_t row, column; // the cell in the middle
    Day today;
    Arena *arena;
    Rows found; // NearPlace
} Search;

static void read_place(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(NearPlace *)item = (NearPlace){
        .id = sqlite3_column_int64(row, 0),
        .client = sqlite3_column_int64(row, 1),
        .due = sql_whole(row, 2),
        .name = sql_copy(row, 3, arena),
        .client_name = sql_copy(row, 4, arena),
        .latitude = sqlite3_column_int(row, 5),
        .longitude = sqlite3_column_int(row, 6),
        .door_minutes = sql_whole(row, 7),
        .position_level = sql_word(row, 8, &words_position_level),
        .position_error_m = sql_whole(row, 9),
    };
}

static bool read_cells(Search *search, int32_t row, int32_t from, int32_t to, Err *err)
{
    sqlite3_stmt *ask = sql_query(search->store, search->query);
    sqlite3_bind_int(ask, 1, row);
    sqlite3_bind_int(ask, 2, from);
    sqlite3_bind_int(ask, 3, to);
    for (int i = 4; i <= sqlite3_bind_parameter_count(ask); i++)
        sqlite3_bind_int(ask, i, search->today);
    return query_rows(search->store, ask, read_place, sizeof(NearPlace), search->arena,
                      &search->found, err);
}

/// The cells at this distance: a whole row above and below, the two ends of those between.
static bool read_ring(Search *search, int ring, Err *err)
{
    int32_t west = search->column - ring, east = search->column + ring;
    for (int by = -ring; by <= ring; by++) {
        int32_t row = search->row + by;
        bool edge = by == -ring || by == ring;
        if (edge ? !read_cells(search, row, west, east, err)
                 : !read_cells(search, row, west, west, err) ||
                       !read_cells(search, row, east, east, err))
            return false;
    }
    return true;
}

static bool read_rings(Search *search, int rings, size_t enough, NearPlaces *ret, Err *err)
{
    for (int ring = 0; ring <= rings && search->found.count < enough; ring++)
        if (!read_ring(search, ring, err))
            return false;
    *ret = (NearPlaces){.rows = search->found.items, .count = search->found.count};
    return true;
}

bool query_near_due(Store *store, int32_t latitude, int32_t longitude, int rings, size_t enough,
                    Day today, Arena *arena, NearPlaces *ret, Err *err)
{
    Search search = {.store = store,
                     .query = Q_near_due,
                     .row = latitude / CELL,
                     .column = longitude / CELL,
                     .today = today,
                     .arena = arena};
    return read_rings(&search, rings, enough, ret, err);
}

bool query_near_rest(Store *store, int32_t latitude, int32_t longitude, int rings, size_t enough,
                     Arena *arena, NearPlaces *ret, Err *err)
{
    Search search = {.store = store,
                     .query = Q_near_rest,
                     .row = latitude / CELL,
                     .column = longitude / CELL,
                     .arena = arena};
    return read_rings(&search, rings, enough, ret, err);
}
