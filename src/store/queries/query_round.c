// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds: their doors, their counts, and what is open of them at a client.
#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/store/queries_round.h"
#include "query_rows.h"

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
        .state = sql_word(row, 7, &words_door_state),
        .day = sql_whole(row, 8),
        .pieces = sql_whole(row, 9),
        .planned = sql_whole(row, 10),
        .reaction = sql_word(row, 11, &words_reaction),
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
    *(DoorHere *)item = (DoorHere){.id = sqlite3_column_int64(row, 0),
                                   .round = sqlite3_column_int64(row, 1),
                                   .product = sqlite3_column_int64(row, 2),
                                   .title = sql_copy(row, 3, arena),
                                   .say = sql_copy(row, 4, arena),
                                   .matter = sql_word(row, 5, &words_matter),
                                   .state = sql_word(row, 6, &words_door_state),
                                   .a_door = sql_whole(row, 7),
                                   .in_stock = sql_whole(row, 8),
                                   .deadline = sql_whole(row, 9),
                                   .rise = {sql_whole(row, 10), sql_whole(row, 11),
                                            sql_whole(row, 12), sql_whole(row, 13),
                                            sql_word(row, 14, &words_price_tax)}};
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

// --- clients × rounds

static void read_open_round(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(OpenRound *)item = (OpenRound){.id = sqlite3_column_int64(row, 0),
                                     .title = sql_copy(row, 1, arena),
                                     .product = sqlite3_column_int64(row, 2),
                                     .left = sql_whole(row, 3),
                                     .matter = sql_word(row, 4, &words_matter)};
}

bool query_rounds_open(Store *store, size_t most, Arena *arena, OpenRounds *ret, Err *err)
{
    Rows rows = {0};
    bool good = query_rows_of(store, Q_rounds_open, (int64_t)most, read_open_round,
                              sizeof(OpenRound), arena, &rows, err);
    *ret = (OpenRounds){rows.items, rows.count};
    return good;
}

bool query_clients_in_rounds(Store *store, size_t most, Arena *arena, Id **ret, size_t *ret_count,
                             Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_clients_in_rounds);
    sqlite3_bind_int64(ask, 1, (int64_t)most);
    return query_ids(store, ask, arena, ret, ret_count, err);
}

bool query_stands_in(Store *store, Id client, const OpenRound *round, StandsIn *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_stands_in);
    StandsIn stands = {NONE, NONE};
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, round->id);
    sqlite3_bind_int64(ask, 3, round->product); // none has the number 0
    if (sqlite3_step(ask) == SQLITE_ROW)
        stands = (StandsIn){.state = sql_word(ask, 0, &words_door_state),
                            .reaction = sql_word(ask, 1, &words_reaction)};
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret = stands;
    return true;
}

static const char *as_array(const Id *ids, size_t count, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        buffer_print(&out, "%s%lld", i ? "," : "[", (long long)ids[i]);
    return arena_print(arena, "%s]", count ? out.text : "[");
}

bool query_doors_said(Store *store, const Id *doors, size_t count, Arena *arena, DoorSaid *ret,
                      Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_doors_said);
    sqlite3_bind_text(ask, 1, as_array(doors, count, arena), -1, SQLITE_TRANSIENT);
    for (size_t i = 0; i < count; i++)
        ret[i] = (DoorSaid){NONE, NONE};
    while (sqlite3_step(ask) == SQLITE_ROW)
        ret[sqlite3_column_int64(ask, 0)] = (DoorSaid){
            .reaction = sql_word(ask, 1, &words_reaction),
            .matter = sql_word(ask, 3, &words_matter)};
    return sql_end(store, ask, _("reading"), err);
}

static void read_due(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(DueClient *)item = (DueClient){.id = sqlite3_column_int64(row, 0),
                                     .site = sqlite3_column_int64(row, 2),
                                     .due = NONE,
                                     .last_visit = sql_whole(row, 1)};
}

bool query_doors_to_plan(Store *store, Id round, Day from, Day until, size_t most, Arena *arena,
                         DueClients *ret, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_doors_to_plan);
    sqlite3_bind_int64(ask, 1, round);
    sqlite3_bind_int(ask, 2, from);
    sqlite3_bind_int(ask, 3, until);
    sqlite3_bind_int64(ask, 4, (int64_t)most + 1);
    bool good = query_rows(store, ask, read_due, sizeof(DueClient), arena, &rows, err);
    *ret = (DueClients){rows.items, rows.count < most ? rows.count : most, rows.count > most};
    return good;
}

// --- products

bool query_product_to_offer(Store *store, Id client, Id *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_product_to_offer);
    sqlite3_bind_int64(ask, 1, client);
    return sql_number(store, ask, 0, ret, _("reading"), err);
}

static void read_named(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(ProductNamed *)item = (ProductNamed){.id = sqlite3_column_int64(row, 0),
                                           .name = sql_copy(row, 1, arena),
                                           .code = sql_copy(row, 2, arena),
                                           .reading = sql_copy(row, 3, arena),
                                           .line = sql_copy(row, 4, arena)};
}

bool query_product_names(Store *store, size_t most, Arena *arena, ProductNamed **ret,
                         size_t *ret_count, Err *err)
{
    Rows rows = {0};
    bool good = query_rows_of(store, Q_product_names, (int64_t)most, read_named,
                              sizeof(ProductNamed), arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}

bool query_product_is_used(Store *store, Id product, bool *ret, Err *err)
{
    int64_t used = 0;
    sqlite3_stmt *ask = sql_query(store, Q_product_is_used);
    sqlite3_bind_int64(ask, 1, product);
    if (!sql_number(store, ask, 0, &used, _("reading"), err))
        return false;
    *ret = used != 0;
    return true;
}

static void read_talk(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(TalkLine *)item = (TalkLine){.id = sqlite3_column_int64(row, 0),
                                   .role = sql_word(row, 1, &words_buyer_role),
                                   .text = sql_copy(row, 2, arena),
                                   .asked = sqlite3_column_int(row, 3),
                                   .good = sqlite3_column_int(row, 4)};
}

bool query_product_talks(Store *store, Id product, Arena *arena, TalkLines *ret, Err *err)
{
    Rows rows = {0};
    bool good = query_rows_of(store, Q_product_talks, product, read_talk, sizeof(TalkLine), arena,
                              &rows, err);
    *ret = (TalkLines){rows.items, rows.count};
    return good;
}

static void read_objection(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(Answered *)item = (Answered){.id = sqlite3_column_int64(row, 0),
                                   .role = sql_word(row, 1, &words_buyer_role),
                                   .text = sql_copy(row, 2, arena),
                                   .answer = sql_copy(row, 3, arena)};
}

bool query_product_objections(Store *store, Id product, Arena *arena, Answered **ret,
                              size_t *ret_count, Err *err)
{
    Rows rows = {0};
    bool good = query_rows_of(store, Q_product_objections, product, read_objection,
                              sizeof(Answered), arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}
