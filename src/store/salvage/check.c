// SPDX-License-Identifier: GPL-3.0-or-later
// Checking a store from end to end: pages, references, search, schema, and derived rows made anew.
#include "derive.h"
#include "mawari/base/lang.h"
#include "mawari/store/backup.h"

typedef struct Findings {
    Arena *arena;
    CheckFinding *rows;
    size_t count, room;
} Findings;

enum { FINDINGS = 100 };

static void found(Findings *findings, const char *what)
{
    if (findings->count == FINDINGS)
        return;
    findings->rows = arena_more(findings->arena, findings->rows, findings->count, &findings->room,
                                sizeof *findings->rows);
    findings->rows[findings->count++].what = what;
}

/// Every row that `sql` answers is a finding, but for the word "ok".
static bool ask_all(Store *store, const char *sql, const char *what, Findings *findings, Err *err)
{
    sqlite3_stmt *question = NULL;
    sql_kept(store, &question, sql);
    while (sqlite3_step(question) == SQLITE_ROW) {
        const char *answer = (const char *)sqlite3_column_text(question, 0);
        if (!answer || sqlite3_stricmp(answer, "ok") != 0)
            found(findings, arena_print(findings->arena, "%s: %s", what, answer ? answer : "?"));
    }
    bool good = sql_end(store, question, _("checking"), err);
    sqlite3_finalize(question);
    return good;
}

/// An index that is damaged is a finding; one that could not be looked at (no memory, say) is none.
static bool check_search(Store *store, Findings *findings, Err *err)
{
    Err said = {0};
    if (sql_exec(store, "INSERT INTO search(search, rank) VALUES('integrity-check', 1)",
                 _("checking"), &said))
        return true;
    bool damaged = (sqlite3_errcode(store->db) & 0xFF) == SQLITE_CORRUPT;
    if (damaged)
        found(findings, arena_copy(findings->arena, said.text));
    else if (err)
        *err = said;
    return damaged;
}

/// The derived rows as one number: the sum does not depend on their order.
static bool derived_hash(Store *store, Arena *arena, int64_t *ret, Err *err)
{
    static const char *const tables[] = {DERIVED_TABLES};
    uint64_t sum = 0;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        sqlite3_stmt *rows = NULL;
        sql_kept(store, &rows, arena_print(arena, "SELECT * FROM %s", tables[i]));
        while (sqlite3_step(rows) == SQLITE_ROW) {
            uint64_t hash = 0xCBF29CE484222325 + i;
            for (int column = 0; column < sqlite3_column_count(rows); column++) {
                const unsigned char *text = sqlite3_column_text(rows, column);
                for (; text && *text; text++)
                    hash = (hash ^ *text) * 0x100000001B3;
                hash = (hash ^ 0xFF) * 0x100000001B3;
            }
            sum += hash;
        }
        bool good = sql_end(store, rows, _("checking"), err);
        sqlite3_finalize(rows);
        if (!good)
            return false;
    }
    *ret = (int64_t)sum;
    return true;
}

static bool check_derived(Store *store, Findings *findings, Err *err)
{
    int64_t before, after;
    store_read_usual(store);
    if (!sql_exec(store, "BEGIN IMMEDIATE", _("checking"), err))
        return false;
    bool good = derived_hash(store, findings->arena, &before, err) &&
                derive_touch_all(store, err) && derive_touched(store, err) &&
                derived_hash(store, findings->arena, &after, err);
    (void)sql_exec(store, "ROLLBACK", _("checking"), NULL);
    if (good && before != after)
        found(findings, _("derived rows differ from what the records say"));
    return good;
}

/// Opening a store trusts SQLite's count of changes; whoever asks for a check has them read.
static bool check_schema(Store *store, Findings *findings, Err *err)
{
    uint64_t hash;
    if (!schema_hash(store, &hash, err))
        return false;
    if (hash != schema_expected(store_schema_version()))
        found(findings, _("its tables are not mawari's"));
    return true;
}

bool store_check_pages(Store *store, Err *err)
{
    Arena *arena = arena_open();
    Findings findings = {.arena = arena};
    bool good = ask_all(store, "PRAGMA quick_check(1)", _("damaged"), &findings, err);
    if (good && findings.count > 0)
        good = err_set(err, ERR_STORE,
                       _("%s is damaged; `mawari restore` brings a backup back, "
                         "`mawari check --salvage NEW` saves what it can"),
                       store_path(store));
    arena_close(arena);
    return good;
}

bool store_check(Store *store, Arena *arena, CheckFinding **ret, size_t *ret_count, Err *err)
{
    Findings findings = {.arena = arena};
    if (!ask_all(store, "PRAGMA integrity_check", _("damaged"), &findings, err) ||
        !ask_all(store, "SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check",
                 _("refers to nothing"), &findings, err) ||
        !check_schema(store, &findings, err) || !check_search(store, &findings, err) ||
        !check_derived(store, &findings, err))
        return false;
    *ret = findings.rows;
    *ret_count = findings.count;
    return true;
}
