// SPDX-License-Identifier: GPL-3.0-or-later
// A store in a folder of its own.
#include "fixture.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "home.h"
#include "mawari/model/value.h"
#include "store/connection.h"
#include "store/embedded.h"
#include "store/sql.h"

int world_open(void **state)
{
    World *world = calloc(1, sizeof *world);
    folder_make("store", world->folder);
    snprintf(world->path, sizeof world->path, "%s/a.db", world->folder);
    world->arena = arena_open();
    *state = world;
    if (!store_open(world->path, STORE_WORKING, NOW, &world->store, &world->err)) {
        print_error("%s\n", world->err.text);
        return -1;
    }
    return 0;
}

int world_close(void **state)
{
    World *world = *state;
    store_close(world->store);
    arena_close(world->arena);
    folder_remove(world->folder);
    free(world);
    return 0;
}

void world_reopen(World *world)
{
    store_close(world->store);
    world->store = NULL;
    if (!store_open(world->path, STORE_WORKING, NOW, &world->store, &world->err))
        fail_msg("%s", world->err.text);
}

Id world_put(World *world, const Entity *kind, Id id, const void *record)
{
    Step *step = NULL;
    Id ret = 0;
    if (!step_begin(world->store, "test", NOW, &step, &world->err))
        fail_msg("%s", world->err.text);
    if (!record_put(step, kind, id, record, &ret, &world->err))
        fail_msg("%s", world->err.text);
    step_about(step, ret);
    if (!step_end(step, NULL, &world->err))
        fail_msg("%s", world->err.text);
    return ret;
}

Client a_client(World *world, const char *name)
{
    Client client;
    record_blank(&entity_client, &client, TODAY, world->arena);
    client.name = name;
    return client;
}

Commitment a_promise(World *world, const char *what, Day due)
{
    Commitment promise;
    record_blank(&entity_commitment, &promise, TODAY, world->arena);
    promise.what = what;
    promise.due = due;
    return promise;
}

void world_sql(World *world, const char *sql)
{
    sqlite3 *db = NULL;
    char *why = NULL;
    assert_int_equal(sqlite3_open(world->path, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
        fail_msg("%s", why);
    sqlite3_close(db);
}

int version_before(const char *name)
{
    for (size_t i = 0; i < mawari_schema_count; i++)
        if (strstr(mawari_schema[i].name, name))
            return (int)i;
    fail_msg("there is no step %s", name);
    return 0;
}

void old_store(World *world, const char *path, int version, const char *more)
{
    static const char rows[] =
        "INSERT INTO replica(id, counter) VALUES ('R', 1);"
        "INSERT INTO record(id, kind, uid, name, created, changed)"
        " VALUES (1, 'contact', 'U1', 'Me', 1, 1), (2, 'client', 'U2', 'Aoba', 1, 1);"
        "INSERT INTO contact(id, name, me) VALUES (1, 'Me', 1);"
        "INSERT INTO client(id, name) VALUES (2, 'Aoba');"
        "INSERT INTO step(id, replica, counter, command, about, at, changes)"
        " VALUES (1, 'R', 1, 'new', 2, 1, 1);"
        "INSERT INTO change(step, place, record) VALUES (1, 1, 2)";
    Store store = {.path = (char *)path, .fold = world->arena};
    assert_int_equal(sqlite3_open(path, &store.db), SQLITE_OK);
    assert_true(grams_register(store.db) && texts_register(&store) && uid_register(&store));
    for (int i = 0; i < version; i++)
        if (!sql_exec(&store, (const char *)mawari_schema[i].text, path, &world->err))
            fail_msg("%s", world->err.text);
    if (!sql_exec(&store, rows, path, &world->err) || !sql_exec(&store, more, path, &world->err) ||
        !sql_exec(&store,
                  arena_print(world->arena, "PRAGMA application_id = %d; PRAGMA user_version = %d",
                              STORE_APPLICATION_ID, version),
                  path, &world->err))
        fail_msg("%s: %s", world->err.text, sqlite3_errmsg(store.db));
    sqlite3_close(store.db);
}

void world_step(World *world, const char *name, const char *from)
{
    const char *sql = (const char *)mawari_schema[version_before(name)].text;
    if (from)
        sql = strstr(sql, from);
    assert_non_null(sql);
    if (!sql_exec(world->store, sql, "", &world->err))
        fail_msg("%s", world->err.text);
}

KeptWord a_kept_word(World *world, int32_t about, const char *text, Id client)
{
    KeptWord word;
    record_blank(&entity_kept_word, &word, TODAY, world->arena);
    word.about = about;
    word.text = text;
    word.client = client;
    return word;
}

const Entity *world_kind(World *world, Id id)
{
    RecordHead head;
    assert_true(record_head(world->store, id, world->arena, &head, &world->err));
    return head.kind;
}
