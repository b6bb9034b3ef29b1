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
