// SPDX-License-Identifier: GPL-3.0-or-later
// How a statement is fetched, bound, run and how it fails.
#include "sql.h"

#include "embedded.h"
#include "mawari/base/lang.h"
#include "mawari/base/log.h"
#include "step.h"

static const char *const query_names[] = {
#define X(name) #name,
    QUERIES(X)
#undef X
};

sqlite3_stmt *sql_query(Store *store, QueryId id)
{
    sqlite3_stmt **kept = &store->queries[id];
    if (*kept == NULL && store->db != NULL) {
        const struct MawariQuery *query = &mawari_query_texts[id];
        if (query->text != NULL)
            sqlite3_prepare_v3(store->db, (const char *)query->text, (int)query->size,
                               SQLITE_PREPARE_PERSISTENT, kept, NULL);
        if (*kept == NULL)
            log_error("query %s: %s", query_names[id], sqlite3_errmsg(store->db));
    }
    return sql_kept(store, kept, NULL);
}

sqlite3_stmt *sql_kept(Store *store, sqlite3_stmt **kept, const char *text)
{
    if (*kept == NULL && text != NULL && store->db != NULL &&
        sqlite3_prepare_v3(store->db, text, -1, SQLITE_PREPARE_PERSISTENT, kept, NULL) != SQLITE_OK)
        log_error("%s: %s", text, sqlite3_errmsg(store->db));
    if (*kept != NULL) {
        sqlite3_reset(*kept);
        sqlite3_clear_bindings(*kept);
    }
    return *kept;
}

void sql_bind_whole(sqlite3_stmt *statement, int at, int64_t whole)
{
    if (whole != NONE)
        sqlite3_bind_int64(statement, at, whole);
}

void sql_bind_id(sqlite3_stmt *statement, int at, Id id)
{
    if (id != 0)
        sqlite3_bind_int64(statement, at, id);
}

void sql_bind_text(sqlite3_stmt *statement, int at, const char *text)
{
    sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
}

void sql_bind_value(sqlite3_stmt *statement, int at, Value value)
{
    if (value.kind == V_WHOLE)
        sqlite3_bind_int64(statement, at, value.whole);
    else if (value.kind == V_TEXT)
        sql_bind_text(statement, at, value.text);
}

int32_t sql_whole(sqlite3_stmt *row, int at)
{
    return sqlite3_column_type(row, at) == SQLITE_NULL ? NONE : sqlite3_column_int(row, at);
}

int32_t sql_word(sqlite3_stmt *row, int at, const Words *words)
{
    const Word *word = words_by_code(words, (const char *)sqlite3_column_text(row, at));
    return word != NULL ? word->value : NONE;
}

const char *sql_copy(sqlite3_stmt *row, int at, Arena *arena)
{
    return arena_copy(arena, (const char *)sqlite3_column_text(row, at));
}

Value sql_value(sqlite3_stmt *row, int at)
{
    switch (sqlite3_column_type(row, at)) {
    case SQLITE_INTEGER:
        return value_whole(sqlite3_column_int64(row, at));
    case SQLITE_TEXT:
        return value_text((const char *)sqlite3_column_text(row, at));
    default:
        return value_none();
    }
}

bool sql_run(Store *store, sqlite3_stmt *statement, const char *doing, Err *err)
{
    while (sqlite3_step(statement) == SQLITE_ROW)
        ;
    return sql_end(store, statement, doing, err);
}

bool sql_end(Store *store, sqlite3_stmt *statement, const char *doing, Err *err)
{
    // sqlite3_reset() repeats the code of the last step.
    return (statement != NULL && sqlite3_reset(statement) == SQLITE_OK) ||
           sql_fail(store, err, doing);
}

bool sql_first(Store *store, sqlite3_stmt *statement, bool *ret, const char *doing, Err *err)
{
    int rc = sqlite3_step(statement);
    if (rc != SQLITE_ROW && rc != SQLITE_DONE)
        return sql_end(store, statement, doing, err) || sql_fail(store, err, doing);
    *ret = rc == SQLITE_ROW;
    return true;
}

bool sql_number(Store *store, sqlite3_stmt *statement, int64_t otherwise, int64_t *ret,
                const char *doing, Err *err)
{
    int64_t found = sqlite3_step(statement) == SQLITE_ROW &&
                            sqlite3_column_type(statement, 0) != SQLITE_NULL
                        ? sqlite3_column_int64(statement, 0)
                        : otherwise;
    if (!sql_end(store, statement, doing, err))
        return false;
    *ret = found;
    return true;
}

bool sql_exec(Store *store, const char *sql, const char *doing, Err *err)
{
    return (store->db != NULL && sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK) ||
           sql_fail(store, err, doing);
}

static const struct {
    int code;
    ErrKind kind;
    bool sick; // reliability: reopen the connection before going on
    const char *words;
} reasons[] = {
    {SQLITE_BUSY, ERR_BUSY, false, N_("another mawari is writing just now; try again")},
    {SQLITE_LOCKED, ERR_BUSY, false, N_("another mawari is writing just now; try again")},
    {SQLITE_FULL, ERR_STORE, true, N_("the disk is full; nothing was changed")},
    {SQLITE_READONLY, ERR_STORE, false, N_("the file may not be written")},
    {SQLITE_CANTOPEN, ERR_STORE, false, N_("the file cannot be opened")},
    {SQLITE_IOERR, ERR_STORE, true, N_("the disk did not answer as it should")},
    {SQLITE_NOMEM, ERR_STORE, true, N_("the memory is used up")},
    {SQLITE_CORRUPT, ERR_STORE, true,
     N_("the file is damaged; `mawari restore` brings a backup back, `mawari check --salvage NEW` "
        "saves what it can")},
    {SQLITE_NOTADB, ERR_STORE, false,
     N_("this is not a file of mawari; of a damaged one `mawari check --salvage NEW` saves what it "
        "can")},
};

bool sql_fail(Store *store, Err *err, const char *doing)
{
    int code = store->db != NULL ? sqlite3_extended_errcode(store->db) : SQLITE_IOERR;
    if (code == SQLITE_IOERR_SHMSIZE) // no room for the index of the log
        code = SQLITE_FULL;
    log_error("store: code %d: %s", store->db != NULL ? sqlite3_extended_errcode(store->db) : code,
              store->db != NULL ? sqlite3_errmsg(store->db) : "no connection");
    if ((code & 0xFF) == SQLITE_FULL)
        store->released |= place_release(store->path);
    if (err == NULL && *store->unheard.text == '\0')
        err = &store->unheard;
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        if (reasons[i].code != (code & 0xFF))
            continue;
        store->sick |= reasons[i].sick;
        if (reasons[i].sick && store->step != NULL)
            (void)step_break(store->step);
        return err_set(err, reasons[i].kind, "%s: %s", lang_text(doing), _(reasons[i].words));
    }
    return err_set(err, ERR_STORE, "%s: %s", lang_text(doing),
                   _("the store refused; the log says why"));
}

bool store_missed(Store *store, Err *err)
{
    if (!store || *store->unheard.text == '\0')
        return false;
    (void)err_set(err, store->unheard.kind, "%s", store->unheard.text);
    store->unheard = (Err){0};
    return true;
}
