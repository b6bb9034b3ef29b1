// SPDX-License-Identifier: GPL-3.0-or-later
// iCalendar out: components made with libical's constructors, what it gets wrong mended around it.
#include "mawari/calendar/ics.h"

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "safe.h"
#include "vtimezone.h"

enum { APPLE_RADIUS_M = 100, DAYS_MOST = 2932897 }; // the year 9999 ends there

typedef struct Writer {
    const Calendar *calendar;
    const char *tzid; // NULL: times in UTC
    Arena *arena;
} Writer;

static void add(icalcomponent *to, icalproperty *property)
{
    icalcomponent_add_property(to, property);
}

static bool known(int64_t whole)
{
    return whole != NO_MOMENT;
}

static struct icaltimetype civil(Day day)
{
    struct icaltimetype date = {.is_date = 1};
    day_to(day, &date.year, &date.month, &date.day);
    return date;
}

static struct icaltimetype utc(Moment moment)
{
    return icaltime_from_timet_with_zone((time_t)moment, 0, icaltimezone_get_utc_timezone());
}

typedef icalproperty *NewTime(struct icaltimetype);

/// A time of the wall clock with TZID, which libical leaves out (calendar.md B1.5).
static void add_wall(const Writer *writer, icalcomponent *to, NewTime *new_time, int64_t day,
                     int64_t minute)
{
    Day on = (Day)(day + minute / DAY_MINUTES);
    Minute at = (Minute)(minute % DAY_MINUTES);
    if (!writer->tzid) {
        add(to, new_time(utc(zone_moment(writer->calendar->zone, on, at))));
        return;
    }
    struct icaltimetype wall = civil(on);
    wall.is_date = 0;
    wall.hour = at / 60;
    wall.minute = at % 60;
    icalproperty *property = new_time(wall);
    icalproperty_add_parameter(property, icalparameter_new_tzid(writer->tzid));
    add(to, property);
}

typedef icalproperty *NewText(const char *);

static void add_text(const Writer *writer, icalcomponent *to, NewText *new_text, const char *text,
                     bool lines)
{
    const char *safe = safe_text(text, lines, writer->arena);
    if (*safe)
        add(to, new_text(safe));
}

static void add_x_parameter(icalproperty *property, const char *name, const char *value)
{
    icalparameter *parameter = icalparameter_new_x(value);
    icalparameter_set_xname(parameter, name);
    icalproperty_add_parameter(property, parameter);
}

/// X- values must not need escaping: libical does not escape them (calendar.md B1.8).
static icalproperty *add_x(icalcomponent *to, const char *name, icalparameter_value type,
                           const char *value)
{
    icalproperty *property = icalproperty_new_x(value);
    icalproperty_set_x_name(property, name);
    if (type != ICAL_VALUE_NONE)
        icalproperty_add_parameter(property, icalparameter_new_value(type));
    add(to, property);
    return property;
}

/// A second uid of the same record, as stable as the first: one group of its digits is turned round
/// (0 becomes F). Groups 0 and 1 are of alarms, 4 of the all-day stand-in of a todo.
static const char *second_uid(const char *uid, int group, Arena *arena)
{
    static const char digits[] = "0123456789ABCDEF";
    char *second = arena_copy(arena, uid);
    for (char *at = second; *at; at++) {
        const char *digit = strchr(digits, *at);
        if (*at == '-')
            group--;
        else if (group == 0 && digit)
            *at = digits[15 - (digit - digits)];
    }
    return second;
}

static void add_head(const Writer *writer, icalcomponent *to, const CalendarEvent *event)
{
    const char *uid = event->stand_in == 1 ? second_uid(event->uid, 4, writer->arena) : event->uid;
    add(to, icalproperty_new_uid(uid));
    add(to, icalproperty_new_dtstamp(utc(event->changed)));
    if (known(event->created))
        add(to, icalproperty_new_created(utc(event->created)));
    add(to, icalproperty_new_lastmodified(utc(event->changed)));
    add(to, icalproperty_new_sequence(known(event->sequence) ? (int)event->sequence : 0));
}

/// LOCATION must be X-TITLE, a line end and X-ADDRESS to the letter, or iOS shows no map.
static void add_place(const Writer *writer, icalcomponent *to, const CalendarEvent *event)
{
    Arena *arena = writer->arena;
    const char *place = safe_text(event->place, false, arena);
    const char *address = safe_text(event->address, false, arena);
    if (*place || *address)
        add(to, icalproperty_new_location(
                    arena_print(arena, "%s%s%s", place, *place && *address ? "\n" : "", address)));
}

static bool has_position(const CalendarEvent *event)
{
    return known(event->latitude) && known(event->longitude);
}

static char *degrees(int64_t microdegrees, Arena *arena)
{
    int64_t size = microdegrees < 0 ? -microdegrees : microdegrees;
    return arena_print(arena, "%s%d.%06d", microdegrees < 0 ? "-" : "", (int)(size / 1000000),
                       (int)(size % 1000000));
}

/// Google drops GEO's map and Android shows links in the description, so both carry the way.
static const char *map_url(const CalendarEvent *event, Arena *arena)
{
    return arena_print(arena,
                       "https://www.google.com/maps/dir/?api=1&destination=%s%%2C%s"
                       "&travelmode=driving",
                       degrees(event->latitude, arena), degrees(event->longitude, arena));
}

static void add_description(const Writer *writer, icalcomponent *to, const CalendarEvent *event)
{
    const char *text = event->description ? event->description : "";
    if (has_position(event))
        text = arena_print(writer->arena, "%s\n%s", text, map_url(event, writer->arena));
    add_text(writer, to, icalproperty_new_description, text, true);
}

static void add_position(const Writer *writer, icalcomponent *to, const CalendarEvent *event)
{
    if (!has_position(event))
        return;
    add(to, icalproperty_new_geo((struct icalgeotype){.lat = (double)event->latitude / 1e6,
                                                      .lon = (double)event->longitude / 1e6}));
    add(to, icalproperty_new_url(map_url(event, writer->arena)));
}

static void add_for_apple(const Writer *writer, icalcomponent *to, const CalendarEvent *event)
{
    Arena *arena = writer->arena;
    const char *place = safe_text(event->place, false, arena);
    if (has_position(event) && *place) {
        icalproperty *where = add_x(to, "X-APPLE-STRUCTURED-LOCATION", ICAL_VALUE_URI,
                                    arena_print(arena, "geo:%s,%s", degrees(event->latitude, arena),
                                                degrees(event->longitude, arena)));
        const char *address = safe_text(event->address, false, arena);
        if (*address)
            add_x_parameter(where, "X-ADDRESS", address);
        add_x_parameter(where, "X-APPLE-RADIUS", arena_print(arena, "%d", APPLE_RADIUS_M));
        add_x_parameter(where, "X-TITLE", place);
    }
    if (known(event->travel) && event->travel > 0) {
        add_x(to, "X-APPLE-TRAVEL-DURATION", ICAL_VALUE_DURATION,
              arena_print(arena, "PT%dM", (int)event->travel));
        add_x(to, "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR", ICAL_VALUE_NONE, "AUTOMATIC");
    }
}

/// `group`: which alarm of the event; `seconds` from its start.
static void add_alarm_at(const Writer *writer, icalcomponent *to, const CalendarEvent *event,
                         int group, int seconds, const char *says)
{
    icalcomponent *alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
    add(alarm, icalproperty_new_uid(second_uid(event->uid, group, writer->arena)));
    add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    const char *what = safe_text(says, false, writer->arena);
    add(alarm, icalproperty_new_description(*what ? what : "mawari")); // RFC 5545 3.6.6 wants one
    add(alarm, icalproperty_new_trigger(
                   (struct icaltriggertype){.duration = icaldurationtype_from_int(seconds)}));
    icalcomponent_add_component(to, alarm);
}

static void add_alarms(const Writer *writer, icalcomponent *to, const CalendarEvent *event)
{
    if (event->state == STATE_CANCELLED)
        return;
    if (known(event->alarm))
        add_alarm_at(writer, to, event, 0, -(int)event->alarm * 60, event->summary);
    if (known(event->leave_alarm))
        add_alarm_at(writer, to, event, 1, (int)event->leave_alarm * 60,
                     event->leave_line ? event->leave_line : event->summary);
}

/// STATUS of a state, for events and for todos.
static icalproperty_status status_of(const CalendarEvent *event)
{
    static const icalproperty_status status[] = {
        [STATE_CONFIRMED] = ICAL_STATUS_CONFIRMED, [STATE_TENTATIVE] = ICAL_STATUS_TENTATIVE,
        [STATE_CANCELLED] = ICAL_STATUS_CANCELLED, [STATE_OPEN] = ICAL_STATUS_NEEDSACTION,
        [STATE_DONE] = ICAL_STATUS_COMPLETED,
    };
    if (event->kind != EVENT_TASK && event->state >= STATE_OPEN)
        return ICAL_STATUS_CONFIRMED;
    return status[event->state];
}

static void add_times(const Writer *writer, icalcomponent *to, const CalendarEvent *event)
{
    if (event->kind == EVENT_ALL_DAY) { // its end is the day after: RFC 5545 3.6.1
        add(to, icalproperty_new_dtstart(civil((Day)event->day)));
        add(to, icalproperty_new_dtend(civil((Day)event->day + 1)));
        return;
    }
    add_wall(writer, to, icalproperty_new_dtstart, event->day, event->start);
    add_wall(writer, to, icalproperty_new_dtend, event->day, event->start + event->minutes);
}

/// Whole days that come again, without those on which they do not (calendar.md G3). Only what
/// libical counts without end is kept from it: rules of hours (B1.16).
static void add_series(const Writer *writer, icalcomponent *to, const CalendarEvent *event)
{
    if (!event->rule || event->kind != EVENT_ALL_DAY)
        return;
    struct icalrecurrencetype rule = icalrecurrencetype_from_string(event->rule);
    if (rule.freq < ICAL_DAILY_RECURRENCE || rule.freq > ICAL_YEARLY_RECURRENCE)
        return;
    add(to, icalproperty_new_rrule(rule));
    char *end, *days = arena_copy(writer->arena, event->without ? event->without : "");
    for (long day = strtol(days, &end, 10); end != days; day = strtol(days, &end, 10)) {
        if (day >= 0 && day < DAYS_MOST) {
            icalproperty *without = icalproperty_new_exdate(civil((Day)day));
            icalproperty_set_parameter(without, icalparameter_new_value(ICAL_VALUE_DATE));
            add(to, without);
        }
        days = end;
    }
}

static icalcomponent *event_component(const Writer *writer, const CalendarEvent *event)
{
    bool free = event->free == 1 || event->state == STATE_CANCELLED;
    icalcomponent *component = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    add_head(writer, component, event);
    add_times(writer, component, event);
    add_series(writer, component, event);
    add_text(writer, component, icalproperty_new_summary, event->summary, false);
    add_place(writer, component, event);
    add_description(writer, component, event);
    add_position(writer, component, event);
    add_text(writer, component, icalproperty_new_categories, event->category, false);
    add(component, icalproperty_new_status(status_of(event)));
    add(component, icalproperty_new_transp(free ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
    add(component, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    add_for_apple(writer, component, event);
    add_alarms(writer, component, event);
    return component;
}

static icalcomponent *todo_component(const Writer *writer, const CalendarEvent *event)
{
    bool done = event->state == STATE_DONE;
    icalcomponent *component = icalcomponent_new(ICAL_VTODO_COMPONENT);
    add_head(writer, component, event);
    if (known(event->day) && known(event->start))
        add_wall(writer, component, icalproperty_new_due, event->day, event->start);
    else if (known(event->day))
        add(component, icalproperty_new_due(civil((Day)event->day)));
    add_text(writer, component, icalproperty_new_summary, event->summary, false);
    add_text(writer, component, icalproperty_new_description, event->description, true);
    add_text(writer, component, icalproperty_new_categories, event->category, false);
    if (known(event->priority))
        add(component, icalproperty_new_priority((int)event->priority));
    add(component, icalproperty_new_status(status_of(event)));
    if (done) {
        add(component, icalproperty_new_completed(utc(event->changed)));
        add(component, icalproperty_new_percentcomplete(100));
    }
    add(component, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    add_text(writer, component, icalproperty_new_relatedto, event->related, false);
    return component;
}

static int by_start(const void *a_, const void *b_)
{
    const CalendarEvent *a = a_, *b = b_;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return strcmp(a->uid, b->uid);
}

static bool on_the_clock(const CalendarEvent *event)
{
    return event->kind != EVENT_ALL_DAY && known(event->day) && known(event->start);
}

/// The zone, when a time of its wall clock is written. The name stands before it: readers guess the
/// character set from the beginning of a file (calendar.md A1.9).
static void add_calendar_head(const Writer *writer, icalcomponent *to, const CalendarEvent *events)
{
    const Calendar *calendar = writer->calendar;
    char *name = safe_text(calendar->name, false, writer->arena);
    for (char *at = name; (at = strpbrk(at, ",;")) != NULL;)
        *at = ' ';
    add(to, icalproperty_new_version("2.0"));
    add(to, icalproperty_new_prodid("-//mawari//mawari " MAWARI_VERSION "//EN"));
    add(to, icalproperty_new_calscale("GREGORIAN"));
    add(to, icalproperty_new_name(name));
    add_x(to, "X-WR-CALNAME", ICAL_VALUE_NONE, name);
    if (!writer->tzid)
        return;
    add_x(to, "X-WR-TIMEZONE", ICAL_VALUE_NONE, writer->tzid);

    Day first = NONE, last = NONE;
    for (size_t i = 0; i < calendar->count; i++) {
        if (!on_the_clock(&events[i]))
            continue;
        first = first == NONE ? (Day)events[i].day : first;
        last = (Day)events[i].day;
    }
    if (first != NONE)
        icalcomponent_add_component(to,
                                    vtimezone_new(calendar->zone, first, last + 8, writer->arena));
}

/// Taken apart at once: a tree of 10,000 events is 90 MB.
static void write_component(icalcomponent *component, Buffer *out)
{
    char *written = icalcomponent_as_ical_string_r(component);
    fold_lines(written, out);
    free(written);
    icalcomponent_free(component);
}

static void write_events(Writer *writer, const CalendarEvent *events, Buffer *out)
{
    Arena *arena = writer->arena;
    writer->arena = arena_open();
    for (size_t i = 0; i < writer->calendar->count; i++) {
        bool todo = events[i].kind == EVENT_TASK;
        write_component(
            todo ? todo_component(writer, &events[i]) : event_component(writer, &events[i]), out);
        arena_empty(writer->arena);
    }
    arena_close(writer->arena);
    writer->arena = arena;
}

char *calendar_text(const Calendar *calendar, Arena *arena)
{
    static const char end[] = "END:VCALENDAR\r\n";
    Writer writer = {.calendar = calendar, .tzid = vtimezone_id(calendar->zone), .arena = arena};
    CalendarEvent *events = arena_array(arena, CalendarEvent, calendar->count);
    if (calendar->count > 0)
        memcpy(events, calendar->events, calendar->count * sizeof *events);
    qsort(events, calendar->count, sizeof *events, by_start);

    Buffer out = {.arena = arena};
    icalcomponent *root = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    add_calendar_head(&writer, root, events);
    write_component(root, &out);
    out.size -= sizeof end - 1; // the events stand before it
    write_events(&writer, events, &out);
    buffer_add(&out, end);
    return out.text;
}
