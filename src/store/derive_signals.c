// SPDX-License-Identifier: GPL-3.0-or-later
// Their retreat, derived: of each client that was touched the records that the rules ask for are read,
// and what follows from them is written.
#include "derive.h"
#include "mawari/base/lang.h"
#include "mawari/model/kinds.h"
#include "mawari/model/retreat.h"
#include "queries/query_rows.h"

/// The newest of each sort are enough: what is older says nothing of now.
enum { VISITS = 40, EVENTS = 10, SALES = 1000 };

/// Reads rows of one client, the newest first, to `rows` the other way round.
static bool read_back(Store *store, QueryId query, Id client, size_t most, size_t size,
                      ReadRow *read, Arena *arena, void **ret, size_t *ret_count, Err *err)
{
    char *rows = arena_take(arena, most * size);
    size_t count = 0;
    sqlite3_stmt *ask = sql_query(store, query);
    sqlite3_bind_int64(ask, 1, client);
    while (count < most && sqlite3_step(ask) == SQLITE_ROW)
        read(ask, arena, rows + (most - ++count) * size);
    *ret = rows + (most - count) * size;
    *ret_count = count;
    return sql_end(store, ask, _("saving"), err);
}

static void read_visit(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(RetreatVisit *)item = (RetreatVisit){.day = sqlite3_column_int(row, 0),
                                           .outcome = sql_word(row, 1, &words_outcome),
                                           .minutes = sql_whole(row, 2),
                                           .contact = sqlite3_column_int64(row, 3),
                                           .key = sqlite3_column_int(row, 4) == 1};
}

static void read_answer(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(RetreatAnswer *)item = (RetreatAnswer){.asked = sqlite3_column_int(row, 0),
                                             .came = sqlite3_column_int(row, 1)};
}

static void read_day(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(Day *)item = sqlite3_column_int(row, 0);
}

typedef struct Complaint {
    Day opened;
    bool open;
} Complaint;

static void read_complaint(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(Complaint *)item = (Complaint){.opened = sqlite3_column_int(row, 0),
                                     .open = sqlite3_column_int(row, 1) != 0};
}

typedef struct Seen {
    Day day;
    Id who;
} Seen;

static void read_seen(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(Seen *)item = (Seen){.day = sqlite3_column_int(row, 0), .who = sqlite3_column_int64(row, 1)};
}

static void read_month(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(RetreatMonth *)item = (RetreatMonth){.month = sqlite3_column_int(row, 0),
                                           .yen = sqlite3_column_int64(row, 1),
                                           .line = sql_copy(row, 2, arena)};
}

/// Few clients have many product lines: room is taken as they come.
static bool read_sales(Store *store, Id client, Arena *arena, RetreatRecords *ret, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_retreat_sales);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, SALES);
    if (!query_rows(store, ask, read_month, sizeof(RetreatMonth), arena, &rows, err))
        return false;
    ret->sales = rows.items;
    ret->sale_count = rows.count;
    return true;
}

static bool read_complaints(Store *store, Id client, Arena *arena, RetreatRecords *ret, Err *err)
{
    void *rows;
    if (!read_back(store, Q_retreat_complaints, client, EVENTS, sizeof(Complaint), read_complaint,
                   arena, &rows, &ret->complaint_count, err))
        return false;
    Day *days = arena_array(arena, Day, EVENTS);
    const Complaint *complaints = rows;
    for (size_t i = 0; i < ret->complaint_count; i++) {
        days[i] = complaints[i].opened;
        ret->in_trouble = ret->in_trouble || complaints[i].open;
    }
    ret->complaints = days;
    return true;
}

static bool read_rival(Store *store, Id client, Arena *arena, RetreatRecords *ret, Err *err)
{
    void *rows;
    size_t count;
    if (!read_back(store, Q_retreat_rival, client, 1, sizeof(Seen), read_seen, arena, &rows, &count,
                   err))
        return false;
    const Seen *seen = rows;
    ret->rival_seen = count ? seen->day : NONE;
    ret->rival = count ? seen->who : 0;
    return true;
}

static bool read_records(Store *store, Id client, Arena *arena, RetreatRecords *ret, Err *err)
{
    void *visits, *answers, *quotes;
    *ret = (RetreatRecords){.rival_seen = NONE};
    if (!read_back(store, Q_retreat_visits, client, VISITS, sizeof(RetreatVisit), read_visit, arena,
                   &visits, &ret->visit_count, err) ||
        !read_back(store, Q_retreat_answers, client, EVENTS, sizeof(RetreatAnswer), read_answer,
                   arena, &answers, &ret->answer_count, err) ||
        !read_back(store, Q_retreat_quotes, client, EVENTS, sizeof(Day), read_day, arena, &quotes,
                   &ret->quote_count, err) ||
        !read_sales(store, client, arena, ret, err) ||
        !read_complaints(store, client, arena, ret, err) ||
        !read_rival(store, client, arena, ret, err))
        return false;
    ret->visits = visits;
    ret->answers = answers;
    ret->quotes = quotes;
    return true;
}

static bool write_signal(Store *store, Id client, const Signal *signal, Err *err)
{
    sqlite3_stmt *add = sql_query(store, Q_signal_add);
    sqlite3_bind_int64(add, 1, client);
    sql_bind_text(add, 2, words_by_value(&words_retreat, signal->rule)->code);
    sqlite3_bind_int(add, 3, signal->day);
    sql_bind_whole(add, 4, signal->a);
    sql_bind_whole(add, 5, signal->b);
    sql_bind_whole(add, 6, signal->c);
    sql_bind_id(add, 7, signal->who);
    sql_bind_id(add, 8, signal->whom);
    sql_bind_text(add, 9, signal->line);
    return sql_run(store, add, _("saving"), err);
}

static bool write_slip(Store *store, Id client, const Slip *slip, Err *err)
{
    sqlite3_stmt *add = sql_query(store, Q_slip_add);
    sqlite3_bind_int64(add, 1, client);
    sqlite3_bind_int(add, 2, slip->since);
    sqlite3_bind_int(add, 3, slip->until);
    return sql_run(store, add, _("saving"), err);
}

static bool derive_one(Store *store, Id client, Arena *arena, Err *err)
{
    RetreatRecords records;
    Signal signals[RETREAT_RULE_COUNT];
    Slip slips[RETREAT_RULE_COUNT];
    if (!read_records(store, client, arena, &records, err))
        return false;
    size_t count = retreat_signals(&records, signals);
    size_t slip_count = retreat_slips(signals, count, slips);
    for (size_t i = 0; i < count; i++)
        if (!write_signal(store, client, &signals[i], err))
            return false;
    for (size_t i = 0; i < slip_count; i++)
        if (!write_slip(store, client, &slips[i], err))
            return false;
    return true;
}

bool derive_signals(Store *store, Err *err)
{
    Arena *arena = arena_open(), *one = arena_open();
    Id *clients;
    size_t count = 0;
    bool good = sql_run(store, sql_query(store, Q_signals_forget), _("saving"), err) &&
                sql_run(store, sql_query(store, Q_slips_forget), _("saving"), err) &&
                query_ids(store, sql_query(store, Q_touched_clients), arena, &clients, &count, err);
    for (size_t i = 0; good && i < count; i++) {
        arena_empty(one);
        good = derive_one(store, clients[i], one, err);
    }
    arena_close(one);
    arena_close(arena);
    return good;
}

bool derive_what_is_left(Store *store, Err *err)
{
    int64_t any = 0;
    if (!sql_number(store, sql_query(store, Q_derive_left_any), 0, &any, _("saving"), err))
        return false;
    return !any || (derive_begin(store, err) &&
                    sql_run(store, sql_query(store, Q_touch_left), _("saving"), err) &&
                    derive_signals(store, err) &&
                    sql_run(store, sql_query(store, Q_derive_left_forget), _("saving"), err));
}
