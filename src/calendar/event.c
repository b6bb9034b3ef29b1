// SPDX-License-Identifier: GPL-3.0-or-later
// Events out of the messages that the calendar child is sent.
#include "mawari/calendar/event.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/lang.h"

typedef struct EventField {
    const char *name;
    bool whole;
    size_t at;
} EventField;

#define TEXT_FIELD(name_)  {#name_, false, offsetof(CalendarEvent, name_)},
#define WHOLE_FIELD(name_) {#name_, true, offsetof(CalendarEvent, name_)},
static const EventField fields[] = {CALENDAR_EVENT(TEXT_FIELD, WHOLE_FIELD)};
enum { FIELDS = sizeof fields / sizeof *fields, UID_MOST = 64 };

CalendarEvent event_blank(void)
{
#define NO_TEXT(name_)  .name_ = NULL,
#define NO_WHOLE(name_) .name_ = NO_MOMENT,
    return (CalendarEvent){CALENDAR_EVENT(NO_TEXT, NO_WHOLE)};
}

static const EventField *field_named(const char *name)
{
    for (size_t i = 0; i < FIELDS; i++)
        if (name && strcmp(fields[i].name, name) == 0)
            return &fields[i];
    return NULL;
}

static bool whole(const char *text, int64_t *ret)
{
    char *end = NULL;
    errno = 0;
    long long number = strtoll(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0')
        return false;
    *ret = number;
    return true;
}

static bool read_field(CalendarEvent *event, const char *name, const char *value, Err *err)
{
    const EventField *field = field_named(name);
    if (!field)
        return err_set(err, ERR_INPUT, _("an event has no %s"), name ? name : "?");
    char *at = (char *)event + field->at;
    if (!value)
        return true;
    if (!field->whole)
        memcpy(at, &value, sizeof value);
    else if (!whole(value, (int64_t *)(void *)at))
        return err_set(err, ERR_INPUT, _("%s of an event is no number"), name);
    return true;
}

/// The years 1970 to 9999, and lengths that fit into a few days: libical counts in int.
static const struct Limit {
    const char *name;
    int64_t least, most;
} limits[] = {
    {"kind", 0, EVENT_TASK},           {"state", 0, STATE_DONE},
    {"created", 0, 253402300799},      {"changed", 0, 253402300799},
    {"sequence", 0, INT32_MAX},        {"day", 0, 2932896},
    {"start", 0, DAY_MINUTES * 2},     {"minutes", 1, DAY_MINUTES * 7},
    {"latitude", -90000000, 90000000}, {"longitude", -180000000, 180000000},
    {"travel", 0, DAY_MINUTES},        {"alarm", 0, DAY_MINUTES},
    {"leave_alarm", 1, DAY_MINUTES},   {"priority", 0, 9},
};

static bool sensible(const CalendarEvent *event, Err *err)
{
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        const char *at = (const char *)event + field_named(limits[i].name)->at;
        int64_t value = *(const int64_t *)(const void *)at;
        if (value != NO_MOMENT && (value < limits[i].least || value > limits[i].most))
            return err_set(err, ERR_INPUT, _("%s of an event is beyond all limits"),
                           limits[i].name);
    }
    return true;
}

/// A uid is written as it is: letters, digits and hyphens.
static bool is_uid(const char *uid)
{
    static const char letters[] = "0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    size_t size = strlen(uid);
    return size > 0 && size <= UID_MOST && strspn(uid, letters) == size;
}

/// What can stand in an RRULE and in a list of days, and nothing more.
static bool is_series(const CalendarEvent *event)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=;,-+";
    return (!event->rule || strspn(event->rule, letters) == strlen(event->rule)) &&
           (!event->without || strspn(event->without, "0123456789 ") == strlen(event->without));
}

static bool complete(const CalendarEvent *event)
{
    if (!is_series(event))
        return false;
    if (!event->uid || !is_uid(event->uid) || (event->related && !is_uid(event->related)) ||
        !event->summary || event->kind == NO_MOMENT || event->state == NO_MOMENT ||
        event->changed == NO_MOMENT)
        return false;
    if (event->kind == EVENT_TASK)
        return true;
    return event->day != NO_MOMENT && (event->kind == EVENT_ALL_DAY ||
                                       (event->start != NO_MOMENT && event->minutes != NO_MOMENT));
}

bool event_read(Message message, CalendarEvent *ret, Err *err)
{
    CalendarEvent event = event_blank();
    for (size_t i = 1; i + 1 < message.count; i += 2)
        if (!read_field(&event, message.texts[i], message.texts[i + 1], err))
            return false;
    if (!complete(&event))
        return err_set(err, ERR_INPUT, _("an event is incomplete"));
    if (!sensible(&event, err))
        return false;
    *ret = event;
    return true;
}
