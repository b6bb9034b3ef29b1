// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of ours that SQL may call.
#include <stdlib.h>
#include <string.h>

#include "connection.h"
#include "mawari/base/lots.h"
#include "mawari/base/text.h"

static void fold(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    Store *store = sqlite3_user_data(context);
    const char *text = (const char *)sqlite3_value_text(values[0]);
    if (text == NULL)
        return;
    sqlite3_result_text(context, text_fold(text, store->fold), -1, SQLITE_TRANSIENT);
    arena_empty(store->fold);
}

bool fold_register(Store *store)
{
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    return sqlite3_create_function_v2(store->db, "fold", 1, flags, store, fold, NULL, NULL, NULL) ==
           SQLITE_OK;
}

static void wall_minute(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    Store *store = sqlite3_user_data(context);
    Err err = {0};
    Day day;
    Minute minute;
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    if (store->zone == NULL && !zone_open(NULL, &store->zone, &err)) {
        sqlite3_result_error(context, err.text, -1);
        return;
    }
    zone_wall(store->zone, sqlite3_value_int64(values[0]), &day, &minute);
    sqlite3_result_int(context, minute);
}

bool wall_minute_register(Store *store)
{
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    return sqlite3_create_function_v2(store->db, "wall_minute", 1, flags, store, wall_minute, NULL,
                                      NULL, NULL) == SQLITE_OK;
}

static uint64_t stir(uint64_t *state)
{
    // SplitMix64 (Steele, Lea, Flood 2014): only behind MAWARI_SEED, where a run must repeat.
    uint64_t z = *state += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

/// Numbers that a test can foretell.
typedef struct Seeded {
    uint64_t state;
    bool begun;
} Seeded;

/// They must not repeat what the file holds already: the last record tells how many there may be.
static bool begin_seeded(Seeded *seeded, sqlite3 *db)
{
    sqlite3_stmt *last = NULL;
    sqlite3_prepare_v2(db, "SELECT max(id) FROM record", -1, &last, NULL);
    seeded->begun = sqlite3_step(last) == SQLITE_ROW;
    if (seeded->begun)
        seeded->state += (uint64_t)sqlite3_column_int64(last, 0) * 0xD1B54A32D192ED03;
    sqlite3_finalize(last);
    return seeded->begun;
}

static void make_uid(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count, (void)values;
    Seeded *seeded = sqlite3_user_data(context);
    uint64_t random[2];
    if (seeded != NULL) {
        sqlite3 *db = sqlite3_context_db_handle(context);
        if (!seeded->begun && !begin_seeded(seeded, db)) {
            sqlite3_result_error_code(context, sqlite3_errcode(db));
            return;
        }
        random[0] = stir(&seeded->state);
        random[1] = stir(&seeded->state);
    } else if (!lots_draw(random, sizeof random)) {
        sqlite3_result_error(context, "no random numbers", -1);
        return;
    }
    unsigned char bytes[16];
    memcpy(bytes, random, sizeof bytes);
    bytes[6] = (unsigned char)((bytes[6] & 0x0F) | 0x40); // version 4
    bytes[8] = (unsigned char)((bytes[8] & 0x3F) | 0x80); // the variant of RFC 9562
    char text[37], *end = text;
    for (int i = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *end++ = '-';
        *end++ = "0123456789ABCDEF"[bytes[i] >> 4];
        *end++ = "0123456789ABCDEF"[bytes[i] & 15];
    }
    sqlite3_result_text(context, text, 36, SQLITE_TRANSIENT);
}

/// Random where `seed` is NULL.
static bool register_uid(Store *store, const char *seed)
{
    Seeded *seeded = NULL;
    if (seed != NULL) {
        seeded = calloc(1, sizeof *seeded);
        if (seeded == NULL)
            abort();
        seeded->state = strtoull(seed, NULL, 10);
    }
    return sqlite3_create_function_v2(store->db, "new_uid", 0, SQLITE_UTF8, seeded, make_uid, NULL,
                                      NULL, free) == SQLITE_OK;
}

bool uid_register(Store *store)
{
    return register_uid(store, getenv("MAWARI_SEED"));
}

void store_uids(Store *store, const char *seed)
{
    if (store->db != NULL)
        (void)(seed != NULL ? register_uid(store, seed) : uid_register(store));
}
