// SPDX-License-Identifier: GPL-3.0-or-later
// When the place and the person of a visit can be found: closed days, absences, hours.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

/// What the records of the visit's parties have to say at all.
typedef struct Facts {
    bool holiday, absence, contact_hours, site_hours;
    int32_t closed_days;
} Facts;

static bool read_facts(Store *store, const Visit *visit, Facts *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_openness);
    const Id parties[] = {visit->client, visit->site, visit->contact};
    for (int i = 0; i < 3; i++)
        sqlite3_bind_int64(ask, i + 1, parties[i]);
    sqlite3_bind_int(ask, 4, visit->day);
    if (sqlite3_step(ask) == SQLITE_ROW)
        *ret = (Facts){.holiday = sqlite3_column_int(ask, 0),
                       .closed_days = sql_whole(ask, 1),
                       .absence = sqlite3_column_int(ask, 2),
                       .contact_hours = sqlite3_column_int(ask, 3),
                       .site_hours = sqlite3_column_int(ask, 4)};
    return sql_end(store, ask, _("reading"), err);
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

bool query_openness(Store *store, const Visit *visit, int32_t site_closed, Arena *arena,
                    Openness *ret, Err *err)
{
    Facts facts = {0};
    if (!read_facts(store, visit, &facts, err))
        return false;
    Openness found = {.holiday = facts.holiday,
                      .closed_days = site_closed != NONE ? site_closed : facts.closed_days};
    if ((facts.absence && !read_absence(store, visit, arena, &found.absence, err)) ||
        (facts.contact_hours && !read_hours(store, visit->contact, arena, &found, err)) ||
        (found.hour_count == 0 && facts.site_hours &&
         !read_hours(store, visit->site, arena, &found, err)))
        return false;
    *ret = found;
    return true;
}
