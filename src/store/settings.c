// SPDX-License-Identifier: GPL-3.0-or-later
// Settings and drafts: small texts under a name, written at once and never journalled.
#include "mawari/store/settings.h"

#include "draft_file.h"
#include "mawari/base/lang.h"
#include "sql.h"
#include "step.h"

static sqlite3_stmt *about(Store *store, QueryId query, const char *name)
{
    sqlite3_stmt *ready = sql_query(store, query);
    sql_bind_text(ready, 1, name);
    return ready;
}

static bool read_one(Store *store, sqlite3_stmt *ask, Arena *arena, const char **ret, Err *err)
{
    const char *text = NULL;
    if (sqlite3_step(ask) == SQLITE_ROW)
        text = sql_copy(ask, 0, arena);
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret = text;
    return true;
}

static bool read_all(Store *store, sqlite3_stmt *ask, Arena *arena, char ***ret, size_t *ret_count,
                     Err *err)
{
    char **texts = NULL;
    size_t count = 0, room = 0;
    while (sqlite3_step(ask) == SQLITE_ROW) {
        texts = arena_more(arena, texts, count, &room, sizeof *texts);
        texts[count++] = arena_copy(arena, (const char *)sqlite3_column_text(ask, 0));
    }
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret = texts;
    *ret_count = count;
    return true;
}

/// One change of a setting or draft.
typedef struct Change {
    QueryId query;
    const char *name, *text;
    Moment now; // of a draft
} Change;

static bool make_change(Store *store, const Change *of, Err *err)
{
    sqlite3_stmt *change = about(store, of->query, of->name);
    if (of->text != NULL)
        sql_bind_text(change, 2, of->text);
    if (of->query == Q_draft_put)
        sqlite3_bind_int64(change, 3, of->now);
    return sql_run(store, change, _("saving"), err);
}

/// Inside a step they belong to it; else they are a transaction of their own.
static bool write(Store *store, const Change *changes, size_t count, Err *err)
{
    bool own = store->step == NULL, good = true;
    if (own && !step_lock(store, err))
        return false;
    for (size_t i = 0; i < count && good; i++)
        good = make_change(store, &changes[i], err);
    if (!own)
        return good;
    good = good && sql_run(store, sql_query(store, Q_commit), _("saving"), err);
    if (!good)
        step_unlock(store);
    return good;
}

static Change put(const char *name, const char *value)
{
    return (Change){.query = value ? Q_setting_put : Q_setting_forget, .name = name, .text = value};
}

bool setting_get(Store *store, const char *name, Arena *arena, const char **ret, Err *err)
{
    return read_one(store, about(store, Q_setting_get, name), arena, ret, err);
}

bool settings_each(Store *store, void (*take)(void *context, const char *name, const char *value),
                   void *context, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_settings_plain);
    while (sqlite3_step(ask) == SQLITE_ROW)
        take(context, (const char *)sqlite3_column_text(ask, 0),
             (const char *)sqlite3_column_text(ask, 1));
    return sql_end(store, ask, _("reading"), err);
}

bool setting_put(Store *store, const char *name, const char *value, Err *err)
{
    Change one = put(name, value);
    return write(store, &one, 1, err);
}

bool setting_put_two(Store *store, const char *const names[2], const char *const values[2],
                     Err *err)
{
    const Change both[] = {put(names[0], values[0]), put(names[1], values[1])};
    return write(store, both, 2, err);
}

bool setting_names(Store *store, const char *prefix, Arena *arena, char ***ret, size_t *ret_count,
                   Err *err)
{
    sqlite3_stmt *ask = about(store, Q_setting_names, prefix);
    sql_bind_text(ask, 2, arena_print(arena, "%s\xF4\x8F\xBF\xBF", prefix));
    return read_all(store, ask, arena, ret, ret_count, err);
}

enum { BLINK_MS = 25 }; // several commits of a job, and less than a typist notices

/// What is seen should be kept: a job's commit takes some milliseconds, in which a burst of keys
/// comes and goes. A lock that lasts longer is waited for once; behind it nothing waits until a
/// draft could be written again. In a file of a newer mawari it has no place: it waits beside it.
bool draft_put(Store *store, const char *place, const char *state, Moment now, Err *err)
{
    bool waits = store->db != NULL && store->use == STORE_DRAWING && !store->hindered &&
                 !store->patient;
    if (waits)
        sqlite3_busy_timeout(store->db, BLINK_MS);
    const Change keep = {.query = Q_draft_put, .name = place, .text = state, .now = now};
    bool good = write(store, &keep, 1, err);
    if (waits && store->db != NULL)
        sqlite3_busy_timeout(store->db, 0);
    store->hindered = !good;
    return good || (store->newer && draft_file_put(store, place, state, err));
}

bool draft_get(Store *store, const char *place, Arena *arena, const char **ret, Err *err)
{
    return read_one(store, about(store, Q_draft_get, place), arena, ret, err);
}

bool draft_drop(Store *store, const char *place, Err *err)
{
    const Change drop = {.query = Q_draft_forget, .name = place};
    return write(store, &drop, 1, err);
}

void draft_goes_with_step(Store *store, const char *place)
{
    store->draft = place;
}

const char *draft_of_step(const Store *store)
{
    return store->draft;
}

bool draft_list(Store *store, Arena *arena, char ***ret_places, size_t *ret_count, Err *err)
{
    return read_all(store, sql_query(store, Q_draft_places), arena, ret_places, ret_count, err);
}
