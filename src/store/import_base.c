// SPDX-License-Identifier: GPL-3.0-or-later
// What imported files said last: read at once, looked up in memory, written inside steps.
#include "mawari/store/import_base.h"

#include <string.h>

#include "mawari/base/lang.h"
#include "sql.h"
#include "step.h"

static Value copied(Value value, Arena *arena)
{
    return value.kind == V_TEXT ? value_text(arena_copy(arena, value.text)) : value;
}

bool import_bases(Store *store, Arena *arena, ImportBases *ret, Err *err)
{
    sqlite3_stmt *all = sql_query(store, Q_import_bases);
    ImportBases found = {0};
    size_t room = 0;
    while (sqlite3_step(all) == SQLITE_ROW) {
        found.rows = arena_more(arena, found.rows, found.count, &room, sizeof *found.rows);
        found.rows[found.count++] = (ImportBase){
            .record = sqlite3_column_int64(all, 0),
            .field = sql_copy(all, 1, arena),
            .value = copied(sql_value(all, 2), arena),
        };
    }
    if (!sql_end(store, all, _("reading"), err))
        return false;
    *ret = found;
    return true;
}

static int compare(const ImportBase *base, Id record, const char *field)
{
    if (base->record != record)
        return base->record < record ? -1 : 1;
    return strcmp(base->field, field);
}

const ImportBase *import_base_of(const ImportBases *bases, Id record, const char *field)
{
    size_t from = 0, to = bases->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = compare(&bases->rows[middle], record, field);
        if (order == 0)
            return &bases->rows[middle];
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return NULL;
}

bool import_base_put(Step *step, Id record, const char *field, Value value, Err *err)
{
    Store *store = step->store;
    sqlite3_stmt *put = sql_query(store, Q_import_base_put);
    sqlite3_bind_int64(put, 1, record);
    sql_bind_text(put, 2, field);
    sql_bind_value(put, 3, value);
    return sql_run(store, put, _("saving"), err) || step_break(step);
}
