// SPDX-License-Identifier: GPL-3.0-or-later
// What a store holds as one number (FNV-1a over all its rows).
#include "store_hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/entity.h"
#include "store/sql.h"

uint64_t hash_onto(const char *text, uint64_t hash)
{
    for (; text && *text; text++)
        hash = (hash ^ (unsigned char)*text) * 0x100000001B3;
    return (hash ^ 0xFF) * 0x100000001B3;
}

static uint64_t hash_rows(Store *store, const char *sql, uint64_t hash)
{
    sqlite3_stmt *rows = NULL;
    sql_kept(store, &rows, sql);
    assert_non_null(rows);
    while (sqlite3_step(rows) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(rows); i++) {
            const unsigned char *text = sqlite3_column_text(rows, i);
            hash = hash_onto((const char *)text, hash);
        }
    sqlite3_finalize(rows);
    return hash;
}

uint64_t hash_store(Store *store, Arena *arena)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    uint64_t hash = 0xCBF29CE484222325;
    for (size_t i = 0; i < count; i++)
        hash = hash_rows(store, arena_print(arena, "SELECT * FROM %s ORDER BY id", kinds[i]->name),
                         hash);
    hash = hash_rows(store, "SELECT id, kind, name, archived FROM record ORDER BY id", hash);
    hash = hash_rows(store, "SELECT command, changes, undone FROM step ORDER BY id", hash);
    return hash_rows(store, "SELECT name, value FROM setting ORDER BY name", hash);
}
