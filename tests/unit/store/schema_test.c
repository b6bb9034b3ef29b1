// SPDX-License-Identifier: GPL-3.0-or-later
// The schema, the tables of the kinds and the queries must say the same.
#include "fixture.h"

#include <stdio.h>
#include <string.h>

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

static void every_version_has_the_hash_that_opening_expects(void **state)
{
    (void)state;
    Store store = {.path = (char *)":memory:", .fold = arena_open()};
    assert_int_equal(sqlite3_open(":memory:", &store.db), SQLITE_OK);
    assert_true(grams_register(store.db) && texts_register(&store) && uid_register(&store));
    for (int version = 0; version <= store_schema_version(); version++) {
        uint64_t hash = 0;
        Err err = {0};
        assert_true(schema_hash(&store, &hash, &err));
        if (hash != schema_expected(version))
            fail_msg("schema.c should say 0x%llX for version %d", (unsigned long long)hash,
                     version);
        if (version < store_schema_version())
            assert_true(sql_exec(&store, (const char *)mawari_schema[version].text, "", &err));
    }
    sqlite3_close(store.db);
    arena_close(store.fold);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_its_columns_in_order),
        cmocka_unit_test(every_derived_field_has_its_column),
        cmocka_unit_test(every_query_can_be_prepared),
        cmocka_unit_test(every_query_in_the_files_is_named),
        cmocka_unit_test(every_version_has_the_hash_that_opening_expects),
    };
    return cmocka_run_group_tests(tests, world_open, world_close);
}
