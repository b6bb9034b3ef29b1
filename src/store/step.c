// SPDX-License-Identifier: GPL-3.0-or-later
// A step: one named, undoable change, in one transaction with its journal.
#include "step.h"

#include <assert.h>

#include "derive.h"
#include "mawari/base/lang.h"
#include "mawari/store/settings.h"
#include "search_later.h"

bool step_lock(Store *store, Err *err)
{
    if (store->sick || store->db == NULL)
        (void)store_reopen(store, NULL);
    search_never(store);
    if (store->keeps < CONNECTION_KEEPS) // a save in less would go to the disk piece by piece
        store_read_usual(store);
    if (!sql_run(store, sql_query(store, Q_begin), N_("saving"), err))
        return false;
    if (schema_is_ours(store, err))
        return true;
    step_unlock(store);
    return false;
}

void step_unlock(Store *store)
{
    search_never(store);
    if (store->db != NULL && !sqlite3_get_autocommit(store->db))
        (void)sql_exec(store, "ROLLBACK", "", NULL);
    if (store->sick)
        (void)store_reopen(store, NULL);
}

bool step_begin(Store *store, const char *command, Moment now, Step **ret, Err *err)
{
    assert(store->step == NULL);
    if (!step_lock(store, err))
        return false;
    Arena *arena = arena_open();
    Step *step = arena_new(arena, Step);
    *step = (Step){
        .store = store, .arena = arena, .command = arena_copy(arena, command), .now = now};
    store->step = step;
    *ret = step;
    return true;
}

void step_is_large(Step *step)
{
    step->large = true;
    connection_keep(step->store, 64 << 10);
}

void step_is_made_up(Step *step)
{
    step->made_up = true;
}

void step_about(Step *step, Id record)
{
    step->about = record;
}

void step_others(Step *step, size_t count)
{
    step->others = count;
}

void step_called(Step *step, const char *name)
{
    step->called = arena_copy(step->arena, name);
}

Store *step_store(Step *step)
{
    return step->store;
}

bool step_break(Step *step)
{
    step->broken = true;
    return false;
}

bool step_is_whole(const Step *step, Err *err)
{
    return !step->broken ||
           err_set(err, ERR_STORE, _("saving: nothing was changed, because a part of it failed"));
}

/// A new step drops what was undone: it can no longer be done again.
static bool begin_journal(Step *step, Err *err)
{
    Store *store = step->store;
    int64_t undone = 0;
    if (!sql_number(store, sql_query(store, Q_redo_any), 0, &undone, N_("saving"), err) ||
        (undone && (!sql_run(store, sql_query(store, Q_redo_drop_changes), N_("saving"), err) ||
                    !sql_run(store, sql_query(store, Q_redo_drop_steps), N_("saving"), err))))
        return false;
    sqlite3_stmt *add = sql_query(store, Q_step_add);
    sql_bind_text(add, 1, step->command);
    sqlite3_bind_int64(add, 2, step->now);
    if (!sql_run(store, sql_query(store, Q_replica_count), N_("saving"), err) ||
        !sql_run(store, add, N_("saving"), err))
        return false;
    step->number = sqlite3_last_insert_rowid(store->db);
    return true;
}

/// References travel as uids.
bool step_journal(Step *step, Id record, const char *field, Value before, Value after, Err *err)
{
    Store *store = step->store;
    if (step->number == 0 && !begin_journal(step, err))
        return step_break(step);
    sqlite3_stmt *add = sql_query(store, Q_change_add);
    sqlite3_bind_int64(add, 1, step->number);
    sqlite3_bind_int64(add, 2, ++step->place);
    sqlite3_bind_int64(add, 3, record);
    sql_bind_text(add, 4, field);
    sql_bind_value(add, 5, before);
    sql_bind_value(add, 6, after);
    return sql_run(store, add, N_("saving"), err) || step_break(step);
}

static bool drop_draft(Store *store, Err *err)
{
    return store->draft == NULL || draft_drop(store, store->draft, err);
}

/// Nothing but what no undo takes back: there is no step to remember.
static bool settle_lasting(Store *store, Err *err)
{
    return search_now(store, err) && drop_draft(store, err) &&
           sql_run(store, sql_query(store, Q_commit), N_("saving"), err);
}

static bool settle(Step *step, Err *err)
{
    Store *store = step->store;
    sqlite3_stmt *end = sql_query(store, Q_step_settle);
    sqlite3_bind_int64(end, 1, step->number);
    sql_bind_id(end, 2, step->about);
    sql_bind_text(end, 3, step->called);
    sqlite3_bind_int64(end, 4, (int64_t)step->others);
    return search_now(store, err) && drop_draft(store, err) && derive_begin(store, err) &&
           derive_touch(store, step->number, err) && derive_touched(store, err) &&
           sql_run(store, end, N_("saving"), err) &&
           sql_run(store, sql_query(store, Q_commit), N_("saving"), err);
}

static void end(Step *step)
{
    if (step->large)
        connection_keep(step->store, CONNECTION_KEEPS);
    step->store->step = NULL;
    arena_close(step->arena);
}

bool step_end(Step *step, int64_t *ret, Err *err)
{
    Store *store = step->store;
    int64_t number = step->number;
    // made of half a reading, or half of it was not written
    bool broken = store_missed(store, err) || !step_is_whole(step, err);
    bool lasting = number == 0 && step->lasting;
    bool good = !broken && (lasting       ? settle_lasting(store, err)
                            : number == 0 ? true
                                          : settle(step, err));
    if (good && number == 0 && !lasting)
        (void)sql_exec(store, "ROLLBACK", "", NULL);
    if (!good)
        step_unlock(store);
    end(step);
    if (!good)
        return false;
    store->revision += number != 0 || lasting ? 1 : 0;
    if (ret != NULL)
        *ret = lasting ? STEP_LASTING : number;
    return true;
}

void step_drop(Step *step)
{
    if (step == NULL)
        return;
    step_unlock(step->store);
    end(step);
}
