// SPDX-License-Identifier: GPL-3.0-or-later
// The schema, the tables of the kinds and the queries must say the same.
#include "fixture.h"

#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "mawari/base/buffer.h"
#include "store/derive.h"
#include "store/embedded.h"
#include "store/sql.h"

static const char *sql_type(const Field *field)
{
    switch (field->type) {
    case T_TEXT:
    case T_LONG:
    case T_READING:
    case T_RULE:
    case T_PHONE:
    case T_WORD:
        return "TEXT";
    default:
        return "INTEGER";
    }
}

static void columns_equal(World *world, const char *table, const Field *fields, size_t count)
{
    char sql[128];
    sqlite3_stmt *ask = NULL;
    snprintf(sql, sizeof sql, "SELECT name, type FROM pragma_table_info('%s') WHERE pk = 0", table);
    assert_int_equal(sqlite3_prepare_v2(world->store->db, sql, -1, &ask, NULL), SQLITE_OK);
    for (size_t i = 0; i < count; i++) {
        if (sqlite3_step(ask) != SQLITE_ROW)
            fail_msg("%s has no column %s", table, fields[i].name);
        assert_string_equal(sqlite3_column_text(ask, 0), fields[i].name);
        if (strcmp((const char *)sqlite3_column_text(ask, 1), sql_type(&fields[i])) != 0)
            fail_msg("%s.%s is not %s", table, fields[i].name, sql_type(&fields[i]));
    }
    assert_int_equal(sqlite3_step(ask), SQLITE_DONE);
    sqlite3_finalize(ask);
}

static void every_kind_has_its_columns_in_order(void **state)
{
    size_t count = 0;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        columns_equal(*state, kinds[i]->name, kinds[i]->fields, kinds[i]->count);
}

/// Derived fields are read by name; a table may hold more, for queries of their own.
static void column_is_there(World *world, const char *table, const Field *field)
{
    sqlite3_stmt *ask = NULL;
    assert_int_equal(sqlite3_prepare_v2(world->store->db,
                                        "SELECT type FROM pragma_table_info(?1) WHERE name = ?2",
                                        -1, &ask, NULL),
                     SQLITE_OK);
    sqlite3_bind_text(ask, 1, table, -1, SQLITE_STATIC);
    sqlite3_bind_text(ask, 2, field->name, -1, SQLITE_STATIC);
    if (sqlite3_step(ask) != SQLITE_ROW)
        fail_msg("%s has no column %s", table, field->name);
    assert_string_equal(sqlite3_column_text(ask, 0), sql_type(field));
    sqlite3_finalize(ask);
}

static void every_derived_field_has_its_column(void **state)
{
    size_t count = 0;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++) {
        char table[64];
        snprintf(table, sizeof table, "%s_state", kinds[i]->name);
        for (size_t j = 0; j < kinds[i]->derived_count; j++)
            column_is_there(*state, table, &kinds[i]->derived[j]);
    }
}

static void every_query_can_be_prepared(void **state)
{
    World *world = *state;
    assert_true(derive_begin(world->store, NULL)); // makes the table of what was touched
    for (int i = 0; i < Q_COUNT; i++)
        if (sql_query(world->store, (QueryId)i) == NULL)
            fail_msg("query %d of query_names.h cannot be prepared: %s", i,
                     sqlite3_errmsg(world->store->db));
}

static void every_query_in_the_files_is_named(void **state)
{
    (void)state;
    size_t found = 0;
    for (size_t i = 0; i < mawari_queries_count; i++)
        for (const char *at = (const char *)mawari_queries[i].text;
             (at = strstr(at, "\n-- name: ")) != NULL; at++)
            found++;
    assert_int_equal(found, Q_COUNT);
}

static Store bare_store(void)
{
    Store store = {.path = (char *)":memory:", .fold = arena_open()};
    assert_int_equal(sqlite3_open(":memory:", &store.db), SQLITE_OK);
    assert_true(grams_register(store.db) && texts_register(&store) && uid_register(&store));
    return store;
}

static void close_bare(Store *store)
{
    sqlite3_close(store->db);
    arena_close(store->fold);
}

static void run(Store *store, const unsigned char *sql)
{
    Err err = {0};
    if (!sql_exec(store, (const char *)sql, "", &err))
        fail_msg("%s", err.text);
}

static uint64_t hash_of(Store *store)
{
    Err err = {0};
    uint64_t hash = 0;
    assert_true(schema_hash(store, &hash, &err));
    return hash;
}

static void every_version_has_the_hash_that_opening_expects(void **state)
{
    (void)state;
    Store store = bare_store();
    for (int version = 0; version <= store_schema_version(); version++) {
        uint64_t hash = hash_of(&store);
        if (hash != schema_expected(version))
            fail_msg("schema.c should say 0x%llX for version %d", (unsigned long long)hash,
                     version);
        if (version < store_schema_version())
            run(&store, mawari_schema[version].text);
    }
    close_bare(&store);
}

/// The answers of a question of one column, each with `end` behind it.
static void add_answers(Store *store, const char *sql, const char *end, Buffer *ret)
{
    sqlite3_stmt *ask = NULL;
    assert_int_equal(sqlite3_prepare_v2(store->db, sql, -1, &ask, NULL), SQLITE_OK);
    while (sqlite3_step(ask) == SQLITE_ROW)
        buffer_print(ret, "%s%s", (const char *)sqlite3_column_text(ask, 0), end);
    assert_int_equal(sqlite3_finalize(ask), SQLITE_OK);
}

/// What makes the same tables in an empty file. FTS5 makes its own and keeps its settings there.
static const char *whole_of(Store *store)
{
    Buffer sql = {.arena = store->fold};
    buffer_print(&sql, "-- SPDX-License-Identifier: GPL-3.0-or-later\n"
                       "-- What all of ../schema come to, for a new file. Not written by hand:\n"
                       "-- MAWARI_GOLDEN=write ctest -R store_schema_test\n\n");
    add_answers(store,
                "SELECT sql FROM sqlite_schema WHERE sql NOT NULL AND name NOT IN "
                "(SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid",
                ";\n", &sql);
    add_answers(store,
                "SELECT format('INSERT INTO search(search, rank) VALUES (%Q, %d)', k, v) "
                "FROM search_config WHERE k <> 'version' ORDER BY k",
                ";\n", &sql);
    return buffer_text(&sql);
}

static void has_no_rows(Store *store)
{
    Buffer counts = {.arena = store->fold};
    add_answers(store,
                "SELECT format('SELECT 1 FROM %Q', name) FROM pragma_table_list "
                "WHERE type = 'table' AND name NOT GLOB 'sqlite_*'",
                " UNION ALL ", &counts);
    buffer_print(&counts, "SELECT 2");
    Buffer found = {.arena = store->fold};
    add_answers(store, buffer_text(&counts), "", &found);
    assert_string_equal(buffer_text(&found), "2");
}

static void a_new_file_is_what_all_steps_come_to(void **state)
{
    (void)state;
    Store stepped = bare_store(), fresh = bare_store();
    for (size_t i = 0; i < mawari_schema_count; i++)
        run(&stepped, mawari_schema[i].text);
    has_no_rows(&stepped); // a step that adds some must add them to a new file, too
    const char *whole = whole_of(&stepped);
    if (!golden_same("../../assets/sql/whole/whole.sql", whole, NULL))
        fail_msg("a new file would not be what all steps come to: "
                 "MAWARI_GOLDEN=write ctest -R store_schema_test writes it anew");
    run(&fresh, mawari_whole[0].text);
    assert_true(hash_of(&fresh) == schema_expected(store_schema_version()));
    assert_string_equal(whole_of(&fresh), whole);
    close_bare(&stepped);
    close_bare(&fresh);
}

int main(void)
{
    const struct CMUnitTest steps[] = {
        cmocka_unit_test(every_version_has_the_hash_that_opening_expects),
        cmocka_unit_test(a_new_file_is_what_all_steps_come_to),
    };
    const struct CMUnitTest tables[] = {
        cmocka_unit_test(every_kind_has_its_columns_in_order),
        cmocka_unit_test(every_derived_field_has_its_column),
        cmocka_unit_test(every_query_can_be_prepared),
        cmocka_unit_test(every_query_in_the_files_is_named),
    };
    int failed = cmocka_run_group_tests(steps, NULL, NULL); // without them no file can be made
    return failed + cmocka_run_group_tests(tables, world_open, world_close);
}
