// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds: their doors, their counts, and what is open of them at a client.
#include "mawari/base/lang.h"
#include "mawari/store/queries_round.h"
#include "query_rows.h"

static int32_t state_of(sqlite3_stmt *row, int column, Arena *arena)
{
    const Word *word = words_by_code(&words_door_state, sql_copy(row, column, arena));
    return word ? word->value : NONE;
}

static void read_door(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(RoundDoor *)item = (RoundDoor){
        .id = sqlite3_column_int64(row, 0),
        .client = sqlite3_column_int64(row, 1),
        .visit = sqlite3_column_int64(row, 2),
        .client_name = sql_copy(row, 3, arena),
        .address = sql_copy(row, 4, arena),
        .contact_name = sql_copy(row, 5, arena),
        .note = sql_copy(row, 6, arena),
        .state = state_of(row, 7, arena),
        .day = sql_whole(row, 8),
        .pieces = sql_whole(row, 9),
        .planned = sql_whole(row, 10),
    };
}

bool query_round_doors(Store *store, Id round, size_t most, Arena *arena, RoundDoors *ret, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_round_doors);
    sqlite3_bind_int64(ask, 1, round);
    sqlite3_bind_int64(ask, 2, (int64_t)most);
    bool good = query_rows(store, ask, read_door, sizeof(RoundDoor), arena, &rows, err);
    *ret = (RoundDoors){rows.items, rows.count};
    return good;
}

bool query_round_counts(Store *store, Id round, RoundDerived *ret, Err *err)
{
    RoundDerived counts = {NONE, NONE, NONE, NONE, NONE, NONE};
    sqlite3_stmt *ask = sql_query(store, Q_round_counts);
    sqlite3_bind_int64(ask, 1, round);
    if (sqlite3_step(ask) == SQLITE_ROW)
        counts = (RoundDerived){.doors = sql_whole(ask, 0),
                                .left = sql_whole(ask, 1),
                                .held = sql_whole(ask, 2),
                                .against = sql_whole(ask, 3),
                                .handed = sql_whole(ask, 4),
                                .in_stock = sql_whole(ask, 5)};
    *ret = counts;
    return sql_end(store, ask, _("reading"), err);
}

bool query_round_door(Store *store, Id round, Id client, Id *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_round_door);
    sqlite3_bind_int64(ask, 1, round);
    sqlite3_bind_int64(ask, 2, client);
    return sql_number(store, ask, 0, ret, _("reading"), err);
}

static void read_here(sqlite3_stmt *row, Arena *arena, void *item)
{
    const Word *matter = words_by_code(&words_matter, sql_copy(row, 5, arena));
    *(DoorHere *)item = (DoorHere){.id = sqlite3_column_int64(row, 0),
                                   .round = sqlite3_column_int64(row, 1),
                                   .product = sqlite3_column_int64(row, 2),
                                   .title = sql_copy(row, 3, arena),
                                   .say = sql_copy(row, 4, arena),
                                   .matter = matter ? matter->value : NONE,
                                   .state = state_of(row, 6, arena),
                                   .a_door = sql_whole(row, 7),
                                   .in_stock = sql_whole(row, 8),
                                   .deadline = sql_whole(row, 9)};
}

bool query_doors_here(Store *store, Id client, Day day, Arena *arena, DoorsHere *ret, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_doors_here);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int(ask, 2, day);
    bool good = query_rows(store, ask, read_here, sizeof(DoorHere), arena, &rows, err);
    *ret = (DoorsHere){rows.items, rows.count};
    return good;
}

bool query_doors_here_count(Store *store, Id client, Day day, int32_t *ret, Err *err)
{
    int64_t count = 0;
    sqlite3_stmt *ask = sql_query(store, Q_doors_here_count);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int(ask, 2, day);
    if (!sql_number(store, ask, 0, &count, _("reading"), err))
        return false;
    *ret = (int32_t)count;
    return true;
}
