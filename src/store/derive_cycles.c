// SPDX-License-Identifier: GPL-3.0-or-later
// When clients are to be seen: cycles stretched to what the days can hold, and fixed recurrences.
#include <stdlib.h>

#include "derive.h"
#include "mawari/base/lang.h"
#include "mawari/model/rules.h"
#include "mawari/store/queries.h"
#include "mawari/store/settings.h"

static const char stretch_setting[] = "cycle_stretch"; // derived, and kept beside the settings

static bool read_whole(Store *store, const char *name, const char *otherwise, int *ret, Err *err)
{
    Arena *arena = arena_open();
    const char *text = NULL;
    bool good = setting_get(store, name, arena, &text, err);
    if (good)
        *ret = (int)strtol(text ? text : otherwise, NULL, 10);
    arena_close(arena);
    return good;
}

bool query_cycle_stretch(Store *store, int *ret, Err *err)
{
    return read_whole(store, stretch_setting, "100", ret, err);
}

static bool read_cycles(Store *store, Arena *arena, int32_t **ret, size_t *ret_count, Err *err)
{
    int32_t *cycles = NULL;
    size_t count = 0, room = 0;
    sqlite3_stmt *ask = sql_query(store, Q_cycles);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        cycles = arena_more(arena, cycles, count, &room, sizeof *cycles);
        cycles[count++] = sql_whole(ask, 0);
    }
    *ret = cycles;
    *ret_count = count;
    return sql_end(store, ask, _("saving"), err);
}

static bool stretch_of_all(Store *store, Arena *arena, int *ret, Err *err)
{
    int32_t *cycles;
    size_t count;
    int a_day;
    if (!read_whole(store, "visits_a_day", CYCLE_VISITS_A_DAY, &a_day, err) ||
        !read_cycles(store, arena, &cycles, &count, err))
        return false;
    *ret = cycle_stretch(cycles, count, a_day);
    return true;
}

static bool keep_stretch(Store *store, int stretch, Arena *arena, Err *err)
{
    return setting_put(store, stretch_setting, arena_print(arena, "%d", stretch), err) &&
           sql_run(store, sql_query(store, Q_touch_cycles), _("saving"), err);
}

bool derive_cycles(Store *store, Err *err)
{
    Arena *arena = arena_open();
    int was, is;
    bool good = query_cycle_stretch(store, &was, err) && stretch_of_all(store, arena, &is, err) &&
                (is == was || keep_stretch(store, is, arena, err));
    arena_close(arena);
    return good;
}

typedef struct ClientRecurrence {
    Id recurrence, client;
    Day last_visit;
} ClientRecurrence;

static bool read_recurrences(Store *store, Arena *arena, ClientRecurrence **ret, size_t *ret_count,
                             Err *err)
{
    ClientRecurrence *found = NULL;
    size_t count = 0, room = 0;
    sqlite3_stmt *ask = sql_query(store, Q_client_recurrences);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found = arena_more(arena, found, count, &room, sizeof *found);
        found[count++] = (ClientRecurrence){.recurrence = sqlite3_column_int64(ask, 0),
                                            .client = sqlite3_column_int64(ask, 1),
                                            .last_visit = sql_whole(ask, 2)};
    }
    *ret = found;
    *ret_count = count;
    return sql_end(store, ask, _("saving"), err);
}

/// The day that comes next after the last visit; before the first visit, the rule's own first day.
static bool next_day(const Recurrence *recurrence, Day last_visit, const WorkCalendar *calendar,
                     Day *ret)
{
    Day since = recurrence->since;
    if (since == NONE && last_visit == NONE)
        return false;
    Day from = since == NONE ? last_visit : since, after = from - 1;
    if (last_visit != NONE && last_visit > after)
        after = last_visit;
    return recurrence_next(recurrence->rule, from, after, calendar, ret) &&
           (recurrence->until == NONE || *ret <= recurrence->until);
}

static bool derive_one(Store *store, const ClientRecurrence *one, const WorkCalendar *calendar,
                       Arena *arena, Err *err)
{
    Recurrence recurrence;
    Day due;
    if (!record_get(store, &entity_recurrence, one->recurrence, arena, &recurrence, err))
        return false;
    if (!next_day(&recurrence, one->last_visit, calendar, &due))
        return true;
    sqlite3_stmt *set = sql_query(store, Q_client_due);
    sqlite3_bind_int64(set, 1, one->client);
    sqlite3_bind_int(set, 2, due);
    return sql_run(store, set, _("saving"), err);
}

bool derive_recurrences(Store *store, Err *err)
{
    Arena *arena = arena_open();
    ClientRecurrence *rows = NULL;
    size_t count = 0;
    Day *holidays = NULL;
    WorkCalendar calendar = {0};
    bool good = read_recurrences(store, arena, &rows, &count, err);
    if (good && count > 0)
        good = query_holidays(store, NONE + 1, INT32_MAX, arena, &holidays, &calendar.count, err);
    calendar.holidays = holidays;
    for (size_t i = 0; good && i < count; i++)
        good = derive_one(store, &rows[i], &calendar, arena, err);
    arena_close(arena);
    return good;
}
