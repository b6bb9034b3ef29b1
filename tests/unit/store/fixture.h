// SPDX-License-Identifier: GPL-3.0-or-later
// A store in a folder of its own, and the few lines that every test of the room needs.
#ifndef MAWARI_TESTS_STORE_FIXTURE_H
#define MAWARI_TESTS_STORE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/kinds.h"
#include "mawari/store/record.h"

enum { NOW = 1795000000, TODAY = 20775 };

typedef struct World {
    char folder[64], path[80];
    Store *store;
    Arena *arena;
    Err err;
} World;

int world_open(void **state);
int world_close(void **state);
/// Closes and opens the same file again.
void world_reopen(World *world);

/// One record in a step of its own.
Id world_put(World *world, const Entity *kind, Id id, const void *record);
Client a_client(World *world, const char *name);
Commitment a_promise(World *world, const char *what, Day due);
/// Runs SQL on a connection of its own while the store is closed.
void world_sql(World *world, const char *sql);

/// The version before the step of the schema whose file's name holds `name`.
int version_before(const char *name);
/// A file as `version` of the schema left it: a client (record 2) with its step, and what the SQL in
/// `more` adds.
void old_store(World *world, const char *path, int version, const char *more);

// Migrations of what lines had left as words
/// Runs the step of the schema whose file's name holds `name`, from its words `from` on (NULL: all of
/// it): its tables stand already.
void world_step(World *world, const char *name, const char *from);
/// `about`: KeptSort.
KeptWord a_kept_word(World *world, int32_t about, const char *text, Id client);
const Entity *world_kind(World *world, Id id);

#endif
