// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a zone on the machine and converts between its wall clock and moments.
#include "mawari/base/zone.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "tzif.h"

enum { FILE_LIMIT = 1 << 20, NAME_LIMIT = 64 };

static const char *const folders[] = {"/usr/share/zoneinfo", "/usr/lib/zoneinfo",
                                      "/usr/share/lib/zoneinfo", "/etc/zoneinfo"};

struct Zone {
    Arena *arena;
    const char *name, *footer;
    Transitions transitions;
    ZoneRule rule;
    bool has_rule;
};

// Opening

/// Names come from settings and from calendars of strangers: no way out of the folder.
static bool is_name(const char *name)
{
    static const char signs[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";
    size_t size = strlen(name);
    return size > 0 && size <= NAME_LIMIT && strspn(name, signs) == size && *name != '/';
}

/// A file without a footer goes on as it ended.
static const char *footer_of_last(const Transitions *t, Arena *arena)
{
    int east = t->count > 0 ? t->offsets[t->count - 1] : t->before;
    int size = abs(east) / 60;
    char sign = east < 0 ? '-' : '+';
    return arena_print(arena, "<%c%02d%02d>%c%d:%02d", sign, size / 60, size % 60,
                       east < 0 ? '+' : '-', size / 60, size % 60);
}

static bool read_file(Zone *zone, const char *path)
{
    char *bytes;
    size_t size;
    if (!file_read(path, FILE_LIMIT, zone->arena, &bytes, &size, NULL) ||
        !tzif_read(bytes, size, zone->arena, &zone->transitions))
        return false;
    zone->footer = zone->transitions.footer;
    zone->has_rule = zone_rule_read(zone->footer, &zone->rule);
    if (!zone->has_rule)
        zone->footer = footer_of_last(&zone->transitions, zone->arena);
    return true;
}

static bool read_named(Zone *zone, const char *name)
{
    if (!is_name(name))
        return false;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (read_file(zone, arena_print(zone->arena, "%s/%s", folders[i], name))) {
            zone->name = arena_copy(zone->arena, name);
            return true;
        }
    return false;
}

static bool read_rule(Zone *zone, const char *rule)
{
    if (!zone_rule_read(rule, &zone->rule))
        return false;
    zone->has_rule = true;
    zone->footer = arena_copy(zone->arena, rule);
    return true;
}

static void become_utc(Zone *zone)
{
    if (read_named(zone, "UTC"))
        return;
    (void)read_rule(zone, "UTC0");
    zone->name = "UTC";
}

/// "/usr/share/zoneinfo/Asia/Tokyo" is Asia/Tokyo.
static const char *name_in(const char *path)
{
    const char *folder = strstr(path, "zoneinfo/");
    const char *name = folder ? folder + strlen("zoneinfo/") : "";
    return is_name(name) ? name : NULL;
}

/// The name of the machine's zone: where its link points to, else what Debian keeps beside it.
static const char *name_of_machine(Arena *arena)
{
    char target[512];
    ssize_t size = readlink("/etc/localtime", target, sizeof target - 1);
    if (size > 0) {
        target[size] = '\0';
        return arena_copy(arena, name_in(target));
    }
    char *text;
    size_t read;
    if (!file_read("/etc/timezone", NAME_LIMIT + 1, arena, &text, &read, NULL))
        return NULL;
    text[strcspn(text, "\r\n")] = '\0';
    return is_name(text) ? text : NULL;
}

/// $TZ is ":name", a path or a rule (POSIX.1 8.3); without it the machine's zone is /etc/localtime.
static bool read_machine(Zone *zone, Err *err)
{
    const char *tz = getenv("TZ");
    if (tz && *tz == ':')
        tz++;
    if (!tz && read_file(zone, "/etc/localtime")) {
        zone->name = name_of_machine(zone->arena);
        return true;
    }
    if (!tz || *tz == '\0') {
        become_utc(zone);
        return true;
    }
    if (*tz == '/' && read_file(zone, tz)) {
        zone->name = arena_copy(zone->arena, name_in(tz));
        return true;
    }
    return read_named(zone, tz) || read_rule(zone, tz) ||
           err_set(err, ERR_INPUT, _("TZ: there is no time zone %s"), tz);
}

bool zone_open(const char *name, Zone **ret, Err *err)
{
    Arena *arena = arena_open();
    Zone *zone = arena_new(arena, Zone);
    zone->arena = arena;
    bool read = name ? read_named(zone, name) ||
                           err_set(err, ERR_INPUT, _("there is no time zone %s"), name)
                     : read_machine(zone, err);
    if (!read) {
        arena_close(arena);
        return false;
    }
    if (!zone->name)
        zone->name = zone->footer;
    *ret = zone;
    return true;
}

void zone_close(Zone *zone)
{
    if (zone)
        arena_close(zone->arena);
}

const char *zone_name(const Zone *zone)
{
    return zone->name;
}

const char *zone_footer(const Zone *zone)
{
    return zone->footer;
}

// Converting

static Moment bounded(Moment moment)
{
    if (moment < FIRST_MOMENT)
        return FIRST_MOMENT;
    return moment > LAST_MOMENT ? LAST_MOMENT : moment;
}

/// How many transitions are at or before `moment`.
static size_t passed(const Transitions *transitions, Moment moment)
{
    size_t low = 0, high = transitions->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (transitions->at[middle] <= moment)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int zone_offset(const Zone *zone, Moment moment)
{
    const Transitions *t = &zone->transitions;
    moment = bounded(moment);
    size_t before = passed(t, moment);
    if (before == t->count && zone->has_rule)
        return zone_rule_offset(&zone->rule, moment);
    return before > 0 ? t->offsets[before - 1] : t->before;
}

Moment zone_moment(const Zone *zone, Day day, Minute minute)
{
    Moment local = (Moment)day * DAY_SECONDS + (Moment)minute * 60;
    int before = zone_offset(zone, local - DAY_SECONDS);
    int after = zone_offset(zone, local + DAY_SECONDS);
    bool is_before = zone_offset(zone, local - before) == before;
    bool is_after = zone_offset(zone, local - after) == after;
    return local - (is_after && !is_before ? after : before);
}

void zone_wall(const Zone *zone, Moment moment, Day *ret_day, Minute *ret_minute)
{
    Moment local = bounded(moment) + zone_offset(zone, moment);
    Moment of_day = (local % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS;
    *ret_day = (Day)((local - of_day) / DAY_SECONDS);
    *ret_minute = (Minute)(of_day / 60);
}
