// SPDX-License-Identifier: GPL-3.0-or-later
// Which file is ours, and how an older one becomes today's: each migration and its number commit
// together or not at all.
#include <stdio.h>
#include <string.h>

#include "derive.h"
#include "embedded.h"
#include "mawari/base/lang.h"
#include "mawari/store/backup.h"
#include "sql.h"

/// schema_hash() of each version, so that a schema changed by other hands (a trigger, say) is
/// noticed. A unit test recomputes the last one.
static const uint64_t hashes[] = {
    0xCBF29CE484222325, 0x8D031257893260D9, 0x2D53692FD85E0B7C, 0xFB7A5C2ACE9A174F,
    0x4DDDE8A2435BD771, 0x227A0350084D1D46, 0xBFCDFAD644881F9C, 0x7D9DBABB137C2990,
    0xEF514B0BA4A9A2E4, 0xDCAFD63A40CC57B1, 0xCCBCD2CBF9AB711B, 0x4F36C9F5B2B8E305,
    0x68406F991993EC13, 0x1EBCD70A08235E26, 0x6743220FF69B1D10, 0x9C788A52CADD48C3,
    0x9C788A52CADD48C3, 0x47BA0BE87BD30BD5, 0x1DB4CEF3F40644C4, 0xA6CB7E297F63A032,
    0x7C13EF247FA739A5, 0x8ECC08B89413716D, 0x92D3918FE3CAF6A8, 0x5DDAC54C35F2AE63,
    0x223039B1614A91A9, 0xEEE52BEDA5471BD5, 0xEEE52BEDA5471BD5, 0x890B3E0F55F84E68,
    0x23E1DF1E26A4925D, 0x6A335C3151618E37, 0x22FB6CB9A1471FD8, 0xDB94BE4F2808D39C,
    0x47401E21049D3AE4, 0x2979C50694D670A7, 0xCCE55E537FEE9DFF, 0xC7614131E9CF5459,
    0xC7614131E9CF5459, 0xA87411AB47AE13C7, 0xFBECC530F9B447E8, 0xDF14D4922839FD18,
    0xAF0CD9032FA4AECC, 0xAF0CD9032FA4AECC, 0x49FF5C26206DAB33, 0xACB859915450FE71,
    0xACB859915450FE71, 0xEA983D7C0D52C425, 0x99C7C08E75F7EC70, 0x70CE247545BBF04,
    0x2440428536240CB9, 0x6C7A3A9AE6221DE,  0x893393EB74A162ED, 0x95255D5053022067,
    0x95255D5053022067, 0x25011FE1C2AF889F, 0x8C42D550C874B811, 0xD0E0D24DD9C4028B,
    0xD0E0D24DD9C4028B};

int store_schema_version(void)
{
    return (int)mawari_schema_count;
}

uint64_t schema_expected(int version)
{
    return (size_t)version < sizeof hashes / sizeof *hashes ? hashes[version] : 0; // not yet said
}

static bool ask(Store *store, const char *sql, int64_t *ret, Err *err)
{
    sqlite3_stmt *question = NULL;
    sql_kept(store, &question, sql);
    bool good = sql_number(store, question, 0, ret, store->path, err);
    sqlite3_finalize(question);
    return good;
}

int schema_version(Store *store)
{
    int64_t version = -1;
    return ask(store, "PRAGMA user_version", &version, NULL) ? (int)version : -1;
}

bool schema_is_ours(Store *store, Err *err)
{
    int64_t version = 0;
    if (!ask(store, "PRAGMA user_version", &version, err))
        return false;
    store->newer = version > store_schema_version();
    return !store->newer ||
           err_set(err, ERR_STORE,
                   _("a newer mawari has changed %s; close this one and use the newer"),
                   store->path);
}

static uint64_t hash_text(uint64_t hash, const unsigned char *text)
{
    for (; text != NULL && *text != '\0'; text++)
        hash = (hash ^ *text) * 0x100000001B3;
    return (hash ^ 0xFF) * 0x100000001B3; // where one text ends
}

bool schema_hash(Store *store, uint64_t *ret, Err *err)
{
    // FTS5 makes its own tables, in the words of its version.
    sqlite3_stmt *all = NULL;
    sql_kept(store, &all,
             "SELECT type, name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*' AND name "
             "NOT GLOB 'search_[^t]*' ORDER BY name");
    uint64_t hash = hashes[0];
    while (sqlite3_step(all) == SQLITE_ROW)
        for (int i = 0; i < 3; i++)
            hash = hash_text(hash, sqlite3_column_text(all, i));
    bool good = sql_end(store, all, store->path, err);
    sqlite3_finalize(all);
    if (good)
        *ret = hash;
    return good;
}

/// Neither a table nor an index was changed since they were last found to be ours: SQLite counts such
/// changes in the file, whoever makes them.
static bool is_as_seen(Store *store)
{
    Err unsaid;
    int64_t changes = 0, seen = -1;
    return ask(store, "PRAGMA schema_version", &changes, &unsaid) &&
           ask(store, "SELECT value FROM setting WHERE name = 'schema.seen'", &seen, &unsaid) &&
           changes == seen;
}

bool schema_remember(Store *store, Err *err)
{
    return is_as_seen(store) ||
           sql_exec(store,
                    "INSERT OR REPLACE INTO setting "
                    "SELECT 'schema.seen', schema_version FROM pragma_schema_version",
                    store->path, err);
}

bool schema_check(Store *store, Err *err)
{
    int64_t application = 0, version = 0, objects = 0;
    if (!ask(store, "PRAGMA application_id", &application, err) ||
        !ask(store, "PRAGMA user_version", &version, err) ||
        !ask(store, "SELECT count(*) FROM sqlite_schema", &objects, err))
        return false;
    bool empty = application == 0 && version == 0 && objects == 0;
    if (!empty && (application != STORE_APPLICATION_ID || version < 1))
        return err_set(err, ERR_STORE, _("%s is not a file of mawari"), store->path);
    if (version > store_schema_version())
        return err_set(err, ERR_STORE,
                       _("%s was written by a newer mawari (schema %d, this one knows %d)"),
                       store->path, (int)version, store_schema_version());
    uint64_t hash = 0;
    if (!empty && is_as_seen(store))
        return true;
    if (!schema_hash(store, &hash, err))
        return false;
    if (hash != schema_expected((int)version))
        return err_set(err, ERR_STORE,
                       _("%s was changed by another program: its tables are not mawari's"),
                       store->path);
    return true;
}

/// What a store begins with is written when its schema is whole, for records are written by it: to
/// a new one, and to one whose making was cut off.
static bool seed_once(Store *store, Moment now, Err *err)
{
    int64_t there = 0;
    return ask(store, "SELECT EXISTS (SELECT 1 FROM contact WHERE me = 1)", &there, err) &&
           (there || seed(store, now, err));
}

/// The program's own derivations know the newest tables alone.
static bool settle_at_last(Store *store, Moment now, Err *err)
{
    return seed_once(store, now, err) && derive_what_is_left(store, err);
}

/// An older file goes a step; a new one is whole at once, for the steps would read the schema anew a
/// hundred times.
static bool migrate(Store *store, int version, Moment now, Err *err)
{
    const struct MawariSql *sql = version == 0 ? &mawari_whole[0] : &mawari_schema[version];
    int next = version == 0 ? store_schema_version() : version + 1;
    char bump[96];
    sqlite3_snprintf(sizeof bump, bump, "PRAGMA application_id = %d; PRAGMA user_version = %d",
                     STORE_APPLICATION_ID, next);
    return sql_exec(store, (const char *)sql->text, store->path, err) &&
           (next < store_schema_version() || settle_at_last(store, now, err)) &&
           sql_exec(store, bump, store->path, err);
}

static bool backup_old(Store *store, int version, Err *err)
{
    char what[32];
    snprintf(what, sizeof what, "schema-%d", version + 1);
    return backup_before(store, what, err);
}

bool schema_settle(Store *store, Moment now, Err *err)
{
    int found = schema_version(store); // 0: it is being made
    if (found > 0 && found < store_schema_version() && !backup_old(store, found, err))
        return false;
    for (;;) {
        int version = schema_version(store);
        if (version >= store_schema_version())
            return true;
        if (!sql_exec(store, "BEGIN IMMEDIATE", store->path, err))
            return false;
        version = schema_version(store); // another mawari may have been first
        if (version >= 0 && version < store_schema_version() &&
            !migrate(store, version, now, err)) {
            (void)sql_exec(store, "ROLLBACK", store->path, NULL);
            return false;
        }
        if (!sql_exec(store, "COMMIT", store->path, err))
            return false;
    }
}
