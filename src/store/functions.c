// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of ours that SQL may call.

#include "connection.h"
#include "mawari/base/text.h"

typedef char *MakeText(const char *text, Arena *arena);

static void answer(sqlite3_context *context, sqlite3_value *value, MakeText *make)
{
    Store *store = sqlite3_user_data(context);
    const char *text = (const char *)sqlite3_value_text(value);
    if (text == NULL)
        return;
    sqlite3_result_text(context, make(text, store->fold), -1, SQLITE_TRANSIENT);
    arena_empty(store->fold);
}

static void fold(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    answer(context, values[0], text_fold);
}

static void digits(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    answer(context, values[0], text_digits);
}

bool texts_register(Store *store)
{
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    return sqlite3_create_function_v2(store->db, "fold", 1, flags, store, fold, NULL, NULL, NULL) ==
               SQLITE_OK &&
           sqlite3_create_function_v2(store->db, "digits", 1, flags, store, digits, NULL, NULL,
                                      NULL) == SQLITE_OK;
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
