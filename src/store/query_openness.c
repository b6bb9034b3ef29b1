// SPDX-License-Identifier: GPL-3.0-or-later
// When the place and the person of a visit can be found: closed days, absences, hours.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

static bool read_closed_days(Store *store, const Visit *visit, int32_t *ret, Err *err)
{
    int64_t days = NONE;
    sqlite3_stmt *ask = sql_query(store, Q_closed_days);
    sqlite3_bind_int64(ask, 1, visit->client);
    sqlite3_bind_int64(ask, 2, visit->site);
    if (!sql_number(store, ask, NONE, &days, _("reading"), err))
        return false;
    *ret = (int32_t)days;
    return true;
}

static bool read_absence(Store *store, const Visit *visit, Arena *arena, const Absence **ret,
                         Err *err)
{
    Id *ids;
    size_t count;
    sqlite3_stmt *ask = sql_query(store, Q_absence_around);
    const Id parties[] = {visit->client, visit->site, visit->contact};
    for (int i = 0; i < 3; i++)
        sqlite3_bind_int64(ask, i + 1, parties[i]);
    sqlite3_bind_int(ask, 4, visit->day);
    if (!query_ids(store, ask, arena, &ids, &count, err))
        return false;
    Absence *absence = arena_array(arena, Absence, count);
    *ret = count ? absence : NULL;
    return query_records(store, &entity_absence, ids, count, arena, absence, err);
}

static bool read_hours(Store *store, Id party, Arena *arena, Openness *ret, Err *err)
{
    Id *ids;
    sqlite3_stmt *ask = sql_query(store, Q_hours_of);
    sqlite3_bind_int64(ask, 1, party);
    if (!query_ids(store, ask, arena, &ids, &ret->hour_count, err))
        return false;
    Hours *hours = arena_array(arena, Hours, ret->hour_count);
    ret->hours = hours;
    return query_records(store, &entity_hours, ids, ret->hour_count, arena, hours, err);
}

bool query_openness(Store *store, const Visit *visit, Arena *arena, Openness *ret, Err *err)
{
    const char *holiday;
    Openness found = {.closed_days = NONE};
    if (!query_holiday_name(store, visit->day, arena, &holiday, err) ||
        !read_closed_days(store, visit, &found.closed_days, err) ||
        !read_absence(store, visit, arena, &found.absence, err) ||
        !read_hours(store, visit->contact, arena, &found, err) ||
        (found.hour_count == 0 && !read_hours(store, visit->site, arena, &found, err)))
        return false;
    found.holiday = holiday != NULL;
    *ret = found;
    return true;
}
