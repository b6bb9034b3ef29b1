// SPDX-License-Identifier: GPL-3.0-or-later
// A client's fixed days for the phone: one series where a calendar's rule can say it, else a day
// each. On days for which a visit is planned that visit alone is shown.
#include <inttypes.h>
#include <string.h>

#include "calendar_maker.h"
#include "day/day_parts.h"
#include "mawari/base/buffer.h"
#include "mawari/model/rules.h"
#include "mawari/model/value.h"
#include "mawari/store/record.h"

enum { AHEAD = 366, LAST_DIGITS = 8 };

typedef struct Series {
    Recurrence rule;
    RecordHead head, client;
    Day first;    // that the rule names
    Day *planned; // days of this client's visits
    size_t planned_count;
} Series;

/// The uid of one day of a series, as stable as the series' own: the day is folded into its last
/// digits. Of such a uid and the same day it gives back the series' own.
static const char *uid_of_day(const char *uid, Day day, Arena *arena)
{
    static const char digits[] = "0123456789ABCDEF";
    char *own = arena_copy(arena, uid);
    size_t size = strlen(own);
    for (size_t i = 0; i < LAST_DIGITS && i < size; i++) {
        char *at = &own[size - 1 - i];
        const char *digit = strchr(digits, *at);
        if (digit && *digit)
            *at = digits[(size_t)(digit - digits) ^ ((uint32_t)day >> 4 * i & 0xF)];
    }
    return own;
}

static bool is_planned(const Series *series, Day day)
{
    for (size_t i = 0; i < series->planned_count; i++)
        if (series->planned[i] == day)
            return true;
    return false;
}

static bool read_planned(Maker *maker, Series *series, Err *err)
{
    Id *ids;
    size_t count;
    Store *store = maker->app->store;
    if (!record_ids_by(store, &entity_visit, entity_field(&entity_visit, "client"), series->rule.on,
                       maker->scratch, &ids, &count, err))
        return false;
    series->planned = arena_array(maker->scratch, Day, count);
    for (size_t i = 0; i < count; i++) {
        Visit visit;
        if (!record_get(store, &entity_visit, ids[i], maker->scratch, &visit, err))
            return false;
        if (visit_is_stop(&visit))
            series->planned[series->planned_count++] = visit.day;
    }
    return true;
}

/// False without an error: it is none that is sent.
static bool read_series(Maker *maker, Id id, const Recurrence *rule, Series *ret, bool *ret_sent,
                        Err *err)
{
    Store *store = maker->app->store;
    *ret = (Series){.rule = *rule, .first = NONE};
    *ret_sent = false;
    if (!record_head(store, id, maker->scratch, &ret->head, err) ||
        !record_head(store, rule->on, maker->scratch, &ret->client, err))
        return false;
    if (ret->head.archived || ret->client.archived || ret->client.kind != &entity_client)
        return true;
    Day since = rule->since;
    if (since == NONE)
        zone_wall(maker->app->zone, ret->head.created, &since, &(Minute){0});
    ret->rule.since = since;
    *ret_sent = recurrence_next(rule->rule, since, since - 1, &maker->app->work, &ret->first);
    return read_planned(maker, ret, err);
}

static OutEvent *add_event(Maker *maker, const Series *series, const char *uid, Day day, int state)
{
    const ValueContext context = app_context(maker->app);
    OutEvent *event = event_new(maker, uid, day, ALL_DAY, state);
    event->changed = series->head.changed;
    event->sequence = NONE;
    event_put_whole(maker, event, "created", series->head.created, false);
    event_put(maker, event, "summary",
              arena_print(maker->scratch,
                          state == CANCELLED ? _("[cancelled] Fixed day: %s") : _("Fixed day: %s"),
                          series->client.name),
              false);
    event_put(maker, event, "description",
              value_shown(entity_field(&entity_recurrence, "rule"), value_text(series->rule.rule),
                          &context, maker->scratch),
              false);
    event_put(maker, event, "category", _("Fixed day"), false);
    event_put_whole(maker, event, "free", 1, false);
    return event;
}

static bool is_over(const Series *series, Day day)
{
    return series->rule.until != NONE && day > series->rule.until;
}

/// The next day of the series behind `after`; NONE: there is none up to `last`.
static Day next_day(const Maker *maker, const Series *series, Day after, Day last)
{
    Day day;
    bool found = recurrence_next(series->rule.rule, series->rule.since, after, &maker->app->work,
                                 &day);
    return found && day <= last && !is_over(series, day) ? day : NONE;
}

static void add_rule(Maker *maker, const Series *series, const char *rrule)
{
    Buffer without = {.arena = maker->scratch};
    OutEvent *event = add_event(maker, series, series->head.uid, series->first, CONFIRMED);
    Day last = maker->app->today + AHEAD;
    event_put(maker, event, "rule", rrule, true);
    for (Day day = series->first - 1; (day = next_day(maker, series, day, last)) != NONE;)
        if (is_planned(series, day))
            buffer_print(&without, "%s%" PRId32, without.size ? " " : "", day);
    if (without.size)
        event_put(maker, event, "without", buffer_text(&without), true);
}

static void add_days(Maker *maker, const Series *series)
{
    Day today = maker->app->today, from = maker->from > today ? maker->from : today;
    Day last = maker->to < today + AHEAD ? maker->to : today + AHEAD;
    for (Day day = from - 1; (day = next_day(maker, series, day, last)) != NONE;)
        if (!is_planned(series, day))
            (void)add_event(maker, series, uid_of_day(series->head.uid, day, maker->scratch), day,
                            CONFIRMED);
}

static bool add_one(void *context, Id id, const void *record, Err *err)
{
    Maker *maker = context;
    Series series;
    bool sent;
    if (!read_series(maker, id, record, &series, &sent, err))
        return false;
    if (!sent || is_over(&series, series.first))
        return true;
    const char *rrule = recurrence_rrule(series.rule.rule, series.rule.until, maker->scratch);
    if (!rrule)
        add_days(maker, &series);
    else if (next_day(maker, &series, maker->from - 1, maker->to) != NONE)
        add_rule(maker, &series, rrule);
    return true;
}

bool series_add(Maker *maker, Err *err)
{
    return !app_setting_whole(maker->app, "calendar_series") ||
           record_each(maker->app->store, &entity_recurrence, false, add_one, maker, err);
}

Id series_of_uid(const Maker *maker, const char *uid, Day day)
{
    Id id = 0;
    RecordHead head;
    const char *own = day == NONE ? uid : uid_of_day(uid, day, maker->scratch);
    bool found = record_by_uid(maker->app->store, own, &id, NULL) &&
                 record_head(maker->app->store, id, maker->scratch, &head, NULL) &&
                 head.kind == &entity_recurrence;
    return found ? id : 0;
}

/// A series is gone when it is archived, or is told in another way since; a day of one, when the
/// rule no longer names it or a visit is planned for it.
static bool is_gone(const Maker *maker, const Series *series, bool sent, bool whole, Day day)
{
    if (!sent || !app_setting_whole(maker->app, "calendar_series"))
        return true;
    bool by_rule = recurrence_rrule(series->rule.rule, NONE, maker->scratch) != NULL;
    if (by_rule || whole)
        return by_rule != whole;
    return is_planned(series, day) || next_day(maker, series, day - 1, day) != day;
}

bool series_add_gone(Maker *maker, Id id, const Sent *old, Err *err)
{
    Recurrence rule;
    Series series;
    bool sent;
    if (!record_get(maker->app->store, &entity_recurrence, id, maker->scratch, &rule, err) ||
        !read_series(maker, id, &rule, &series, &sent, err))
        return false;
    bool whole = strcmp(series.head.uid, old->uid) == 0;
    if (is_gone(maker, &series, sent, whole, old->day))
        (void)add_event(maker, &series, old->uid, old->day, CANCELLED);
    return true;
}
