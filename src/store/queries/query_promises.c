// SPDX-License-Identifier: GPL-3.0-or-later
// Promises and troubles with what their rows show, and how many there are.
#include <stdlib.h>

#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

static bool read_promise(Store *store, Id id, Arena *arena, Promise *ret, Err *err)
{
    *ret = (Promise){.id = id};
    sqlite3_stmt *row = sql_query(store, Q_promise_row);
    sqlite3_bind_int64(row, 1, id);
    if (sqlite3_step(row) == SQLITE_ROW)
        *ret = (Promise){
            .id = id,
            .uid = sql_copy(row, 0, arena),
            .client_name = sql_copy(row, 1, arena),
            .contact_name = sql_copy(row, 2, arena),
            .ball_name = sql_copy(row, 3, arena),
            .ball = sqlite3_column_int64(row, 4),
            .ball_since = sql_whole(row, 5),
            .latest = sql_whole(row, 6),
            .delays = sqlite3_column_int(row, 7),
            .created = sqlite3_column_int64(row, 8),
            .changed = sqlite3_column_int64(row, 9),
        };
    return sql_end(store, row, _("reading"), err) &&
           record_get(store, &entity_commitment, id, arena, &ret->commitment, err);
}

static bool read_promises(Store *store, sqlite3_stmt *ask, Arena *arena, Promises *ret, Err *err)
{
    Id *ids = NULL;
    size_t count = 0;
    if (!query_ids(store, ask, arena, &ids, &count, err))
        return false;
    Promises found = {.rows = arena_array(arena, Promise, count), .count = count};
    for (size_t i = 0; i < count; i++)
        if (!read_promise(store, ids[i], arena, &found.rows[i], err))
            return false;
    *ret = found;
    return true;
}

bool query_promises_due(Store *store, Day day, Arena *arena, Promises *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_promises_due);
    sqlite3_bind_int(ask, 1, day);
    return read_promises(store, ask, arena, ret, err);
}

bool query_promises_on(Store *store, Day day, size_t most, Arena *arena, Promises *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_promises_on);
    sqlite3_bind_int(ask, 1, day);
    sqlite3_bind_int64(ask, 2, (sqlite3_int64)most);
    return read_promises(store, ask, arena, ret, err);
}

static void read_task(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(Task *)item = (Task){.id = sqlite3_column_int64(row, 0),
                           .way = sql_word(row, 1, &words_way),
                           .minutes = sql_whole(row, 2),
                           .due = sql_whole(row, 3),
                           .due_at = sql_whole(row, 4),
                           .contact = sqlite3_column_int64(row, 5),
                           .planned = sql_whole(row, 6),
                           .planned_at = sql_whole(row, 7)};
}

static int soonest_first(const void *a, const void *b)
{
    const Task *left = a, *right = b;
    if (left->due != right->due)
        return left->due < right->due ? -1 : 1;
    if (left->due_at == right->due_at)
        return left->id < right->id ? -1 : left->id > right->id;
    return right->due_at == NONE || (left->due_at != NONE && left->due_at < right->due_at) ? -1 : 1;
}

/// Three questions, put in order here: as one it takes half as long again to prepare, at every start.
bool query_tasks(Store *store, Day from, Day to, size_t most, Arena *arena, Tasks *ret, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *last[] = {sql_query(store, Q_tasks_due), sql_query(store, Q_tasks_waking)};
    for (size_t i = 0; i < sizeof last / sizeof *last; i++) {
        sqlite3_bind_int(last[i], 1, from);
        sqlite3_bind_int(last[i], 2, to);
        sqlite3_bind_int64(last[i], 3, (int64_t)most);
        if (!query_rows(store, last[i], read_task, sizeof(Task), arena, &rows, err))
            return false;
    }
    if (!query_rows_of(store, Q_tasks_planned, to, read_task, sizeof(Task), arena, &rows, err))
        return false;
    if (rows.count > 0)
        qsort(rows.items, rows.count, sizeof(Task), soonest_first);
    *ret = (Tasks){.rows = rows.items, .count = rows.count};
    return true;
}

bool query_promises_of_client(Store *store, Id client, Arena *arena, Promises *ret, Err *err)
{
    return query_promises_there(store, client, 0, arena, ret, err);
}

bool query_promises_there(Store *store, Id client, Id site, Arena *arena, Promises *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_promises_there);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, site);
    return read_promises(store, ask, arena, ret, err);
}

bool query_promises_open(Store *store, Arena *arena, Promises *ret, Err *err)
{
    return read_promises(store, sql_query(store, Q_promises_open), arena, ret, err);
}

bool query_promises_by_way(Store *store, int32_t way, Day today, size_t most, Arena *arena,
                           Promises *ret, Err *err)
{
    const Word *word = words_by_value(&words_way, way);
    sqlite3_stmt *ask = sql_query(store, Q_promises_by_way);
    sql_bind_text(ask, 1, word != NULL ? word->code : NULL);
    sqlite3_bind_int(ask, 2, today);
    sqlite3_bind_int64(ask, 3, (int64_t)most);
    return read_promises(store, ask, arena, ret, err);
}

bool query_promises_owed(Store *store, Day today, size_t most, Arena *arena, Promises *ret,
                         Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_promises_owed);
    sqlite3_bind_int(ask, 1, today);
    sqlite3_bind_int64(ask, 2, (int64_t)most);
    return read_promises(store, ask, arena, ret, err);
}

static void read_open(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(OpenPromise *)item = (OpenPromise){
        .id = sqlite3_column_int64(row, 0),
        .client = sqlite3_column_int64(row, 1),
        .site = sqlite3_column_int64(row, 2),
        .contact = sqlite3_column_int64(row, 3),
        .what = sql_copy(row, 4, arena),
        .direction = sqlite3_column_int(row, 5) ? DIRECTION_THEIRS : DIRECTION_MINE,
        .due = sql_whole(row, 6),
        .way = sql_word(row, 7, &words_way),
    };
}

bool query_open_promises(Store *store, Id client, Arena *arena, OpenPromise **ret,
                         size_t *ret_count, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, client ? Q_open_promises_at : Q_open_promises);
    if (client)
        sqlite3_bind_int64(ask, 1, client);
    bool good = query_rows(store, ask, read_open, sizeof(OpenPromise), arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}

static size_t place_of(const Chain *chain, Id id)
{
    size_t i = 0;
    while (i < chain->count && chain->steps[i].id != id)
        i++;
    return i;
}

/// What one step waits for. A link to what is archived, or beyond the limit, is left out.
static bool read_edges(Store *store, size_t step, Arena *arena, Chain *chain, size_t *room,
                       Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_chain_edges_of);
    sqlite3_bind_int64(ask, 1, chain->steps[step].id);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        size_t waits_for = place_of(chain, sqlite3_column_int64(ask, 0));
        int32_t days = sql_whole(ask, 1);
        if (waits_for == chain->count)
            continue;
        chain->edges = arena_more(arena, chain->edges, chain->edge_count, room,
                                  sizeof *chain->edges);
        chain->edges[chain->edge_count++] = (ChainEdge){step, waits_for, days == NONE ? 0 : days};
    }
    return sql_end(store, ask, _("reading"), err);
}

bool query_chain(Store *store, Id commitment, Arena *arena, Chain *ret, Err *err)
{
    Promises steps;
    size_t room = 0;
    int64_t linked = 0;
    sqlite3_stmt *ask = sql_query(store, Q_is_linked);
    sqlite3_bind_int64(ask, 1, commitment);
    if (!sql_number(store, ask, 0, &linked, _("reading"), err))
        return false;
    ask = sql_query(store, linked ? Q_chain_of : Q_chain_of_one);
    sqlite3_bind_int64(ask, 1, commitment);
    if (!read_promises(store, ask, arena, &steps, err))
        return false;
    Chain found = {.steps = steps.rows, .count = steps.count};
    for (size_t i = 0; i < found.count; i++)
        if (!read_edges(store, i, arena, &found, &room, err))
            return false;
    *ret = found;
    return true;
}

static bool read_trouble(Store *store, Id id, Arena *arena, Trouble *ret, Err *err)
{
    *ret = (Trouble){.id = id};
    sqlite3_stmt *row = sql_query(store, Q_trouble_row);
    sqlite3_bind_int64(row, 1, id);
    if (sqlite3_step(row) == SQLITE_ROW)
        *ret = (Trouble){
            .id = id,
            .uid = sql_copy(row, 0, arena),
            .client_name = sql_copy(row, 1, arena),
            .contact_name = sql_copy(row, 2, arena),
            .contact_phone = sql_copy(row, 3, arena),
            .stage_name = sql_copy(row, 4, arena),
            .ball_name = sql_copy(row, 5, arena),
            .ball = sqlite3_column_int64(row, 6),
            .ball_since = sql_whole(row, 7),
            .told_on = sql_whole(row, 8),
            .inside_on = sql_whole(row, 9),
            .tell_by = sql_whole(row, 10),
            .last_told = sql_copy(row, 11, arena),
            .last_inside = sql_copy(row, 12, arena),
            .created = sqlite3_column_int64(row, 13),
            .changed = sqlite3_column_int64(row, 14),
            .ask_again = sql_whole(row, 15),
        };
    return sql_end(store, row, _("reading"), err) &&
           record_get(store, &entity_ticket, id, arena, &ret->ticket, err);
}

bool query_troubles(Store *store, Id client, Arena *arena, Troubles *ret, Err *err)
{
    Id *ids = NULL;
    size_t count = 0;
    sqlite3_stmt *ask = sql_query(store, Q_troubles_open);
    sqlite3_bind_int64(ask, 1, client);
    if (!query_ids(store, ask, arena, &ids, &count, err))
        return false;
    Troubles found = {.rows = arena_array(arena, Trouble, count), .count = count};
    for (size_t i = 0; i < count; i++)
        if (!read_trouble(store, ids[i], arena, &found.rows[i], err))
            return false;
    *ret = found;
    return true;
}

static void read_before(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(PromiseBefore *)item = (PromiseBefore){.id = sqlite3_column_int64(row, 0),
                                             .due = sqlite3_column_int(row, 1),
                                             .due_at = sql_whole(row, 2),
                                             .minutes = sql_whole(row, 3),
                                             .whom = sqlite3_column_int64(row, 4)};
}

bool query_promises_before(Store *store, Day day, Minute hour, Day today, size_t most, Arena *arena,
                           PromiseBefore **ret, size_t *ret_count, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_promises_before);
    sqlite3_bind_int(ask, 1, day);
    sqlite3_bind_int(ask, 2, hour);
    sqlite3_bind_int(ask, 3, today);
    sqlite3_bind_int64(ask, 4, (int64_t)most);
    if (!query_rows(store, ask, read_before, sizeof(PromiseBefore), arena, &rows, err))
        return false;
    *ret = rows.items;
    *ret_count = rows.count;
    return true;
}

static void read_trouble_now(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(TroubleNow *)item = (TroubleNow){
        .id = sqlite3_column_int64(row, 0),
        .number = sql_whole(row, 1),
        .what = sql_copy(row, 2, arena),
        .client = sqlite3_column_int64(row, 3),
        .tell_by = sql_whole(row, 4),
        .report_due = sql_whole(row, 5),
        .ask_again = sql_whole(row, 6),
        .ball = sqlite3_column_int64(row, 7),
    };
}

bool query_troubles_now(Store *store, Day day, Id me, Arena *arena, TroublesNow *ret, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_troubles_now);
    sqlite3_bind_int(ask, 1, day);
    sql_bind_id(ask, 2, me);
    if (!query_rows(store, ask, read_trouble_now, sizeof(TroubleNow), arena, &rows, err))
        return false;
    *ret = (TroublesNow){.rows = rows.items, .count = rows.count};
    return true;
}

static void read_stage(sqlite3_stmt *row, Arena *arena, void *item)
{
    Value reached = sql_value(row, 4);
    *(StageReached *)item = (StageReached){.id = sqlite3_column_int64(row, 0),
                                           .name = sql_copy(row, 1, arena),
                                           .passed = sqlite3_column_int(row, 2),
                                           .now = sqlite3_column_int(row, 3),
                                           .reached = reached.kind == V_NONE ? NO_MOMENT
                                                                             : reached.whole};
}

bool query_ticket_stages(Store *store, Id ticket, Arena *arena, StageReached **ret,
                         size_t *ret_count, Err *err)
{
    Rows rows = {0};
    bool good = query_rows_of(store, Q_ticket_stages, ticket, read_stage, sizeof(StageReached),
                              arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}

bool query_last_ticket(Store *store, Id *ret, Err *err)
{
    return sql_number(store, sql_query(store, Q_last_ticket), 0, ret, _("reading"), err);
}

bool query_tickets_after(Store *store, Id after, Arena *arena, Id **ret, size_t *ret_count,
                         Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_tickets_after);
    sqlite3_bind_int64(ask, 1, after);
    return query_ids(store, ask, arena, ret, ret_count, err);
}

static bool count_promises(Store *store, Day today, OpenCounts *counts, Err *err)
{
    sqlite3_stmt *row = sql_query(store, Q_open_counts);
    sqlite3_bind_int(row, 1, today);
    if (sqlite3_step(row) == SQLITE_ROW) {
        counts->due_today = sqlite3_column_int(row, 0);
        counts->late = sqlite3_column_int(row, 1);
        counts->late_theirs = sqlite3_column_int(row, 2);
        counts->no_slack = sqlite3_column_int(row, 3);
        counts->clients = sqlite3_column_int(row, 4);
        counts->promises = sqlite3_column_int(row, 5);
    }
    return sql_end(store, row, _("counting"), err);
}

static bool count_troubles(Store *store, Day today, OpenCounts *counts, Err *err)
{
    sqlite3_stmt *row = sql_query(store, Q_trouble_counts);
    sqlite3_bind_int(row, 1, today);
    if (sqlite3_step(row) == SQLITE_ROW) {
        counts->open_troubles = sqlite3_column_int(row, 0);
        counts->silent_troubles = sqlite3_column_int(row, 1);
    }
    return sql_end(store, row, _("counting"), err);
}

bool query_open_counts(Store *store, Day today, Arena *arena, OpenCounts *ret, Err *err)
{
    (void)arena;
    OpenCounts counts = {0};
    if (!count_promises(store, today, &counts, err) || !count_troubles(store, today, &counts, err))
        return false;
    *ret = counts;
    return true;
}
