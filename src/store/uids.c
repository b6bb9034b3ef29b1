// SPDX-License-Identifier: GPL-3.0-or-later
// What new records are called: UUIDs by chance, or from a seed where a run must repeat.
#include <stdlib.h>
#include <string.h>

#include "connection.h"
#include "mawari/base/lots.h"
#include "step.h"

enum {
    BYTES = 16,
    DRAWN = 256, // bytes that the system gives at once
    FIRST_AHEAD = 1 << 10,
    MOST_AHEAD = 1 << 16 // names for a third of a large list
};

typedef unsigned char Uid[BYTES];

typedef struct Uids {
    Store *store;
    bool seeded, begun;
    uint64_t state;
    Uid *ahead; // `count` in ascending order, the last `left` of them not given yet
    size_t count, left;
} Uids;

static uint64_t stir(uint64_t *state)
{
    // SplitMix64 (Steele, Lea, Flood 2014): only behind MAWARI_SEED, where a run must repeat.
    uint64_t z = *state += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

/// They must not repeat what the file holds already: the last record tells how many there may be.
static bool begin_seeded(Uids *uids, sqlite3 *db)
{
    sqlite3_stmt *last = NULL;
    sqlite3_prepare_v2(db, "SELECT max(id) FROM record", -1, &last, NULL);
    uids->begun = sqlite3_step(last) == SQLITE_ROW;
    if (uids->begun)
        uids->state += (uint64_t)sqlite3_column_int64(last, 0) * 0xD1B54A32D192ED03;
    sqlite3_finalize(last);
    return uids->begun;
}

static bool draw_seeded(Uids *uids, sqlite3 *db, Uid ret)
{
    if (!uids->begun && !begin_seeded(uids, db))
        return false;
    uint64_t random[] = {stir(&uids->state), stir(&uids->state)};
    memcpy(ret, random, BYTES);
    return true;
}

static int by_bytes(const void *a, const void *b)
{
    return memcmp(a, b, BYTES);
}

/// Twice as many each time: a short list does not pay for sorting the names of a long one.
static bool draw_ahead(Uids *uids)
{
    size_t count = uids->count == 0           ? FIRST_AHEAD
                   : uids->count < MOST_AHEAD ? uids->count * 2
                                              : MOST_AHEAD;
    Uid *ahead = realloc(uids->ahead, count * sizeof(Uid));
    if (ahead == NULL)
        return false;
    uids->ahead = ahead;
    unsigned char *bytes = ahead[0];
    for (size_t at = 0; at < count * sizeof(Uid); at += DRAWN)
        if (!lots_draw(bytes + at, DRAWN))
            return false;
    qsort(ahead, count, sizeof(Uid), by_bytes);
    uids->count = uids->left = count;
    return true;
}

/// In a large step they come in ascending order, so that their index grows along its leaves instead of
/// here and there: an import took 6 % less processor time.
static bool draw(Uids *uids, Uid ret)
{
    const Step *step = uids->store->step;
    if (step == NULL || !step->large) {
        free(uids->ahead);
        uids->ahead = NULL;
        uids->count = uids->left = 0;
        return lots_draw(ret, BYTES);
    }
    if (uids->left == 0 && !draw_ahead(uids))
        return false;
    memcpy(ret, uids->ahead[uids->count - uids->left--], BYTES);
    return true;
}

static void make_uid(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count, (void)values;
    Uids *uids = sqlite3_user_data(context);
    sqlite3 *db = sqlite3_context_db_handle(context);
    Uid bytes;
    if (uids->seeded ? !draw_seeded(uids, db, bytes) : !draw(uids, bytes)) {
        if (uids->seeded)
            sqlite3_result_error_code(context, sqlite3_errcode(db));
        else
            sqlite3_result_error(context, "no random numbers", -1);
        return;
    }
    bytes[6] = (unsigned char)((bytes[6] & 0x0F) | 0x40); // version 4
    bytes[8] = (unsigned char)((bytes[8] & 0x3F) | 0x80); // the variant of RFC 9562
    char text[37], *end = text;
    for (int i = 0; i < BYTES; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *end++ = '-';
        *end++ = "0123456789ABCDEF"[bytes[i] >> 4];
        *end++ = "0123456789ABCDEF"[bytes[i] & 15];
    }
    sqlite3_result_text(context, text, 36, SQLITE_TRANSIENT);
}

static void forget(void *data)
{
    Uids *uids = data;
    free(uids->ahead);
    free(uids);
}

/// Random where `seed` is NULL.
static bool register_uid(Store *store, const char *seed)
{
    Uids *uids = calloc(1, sizeof *uids);
    if (uids == NULL)
        abort();
    uids->store = store;
    uids->seeded = seed != NULL;
    uids->state = seed != NULL ? strtoull(seed, NULL, 10) : 0;
    return sqlite3_create_function_v2(store->db, "new_uid", 0, SQLITE_UTF8, uids, make_uid, NULL,
                                      NULL, forget) == SQLITE_OK;
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
