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

static bool within(int64_t value, int64_t low, int64_t high)
{
    return value >= low && value <= high;
}

static bool known_or_within(int64_t value, int64_t low, int64_t high)
{
    return value == NO_MOMENT || within(value, low, high);
}

/// The years 1970 to 9999, and lengths that fit into a few days: libical counts in int.
static bool sensible(const CalendarEvent *event)
{
    const int64_t last_day = 2932896, last_moment = 253402300799;
    bool dated = known_or_within(event->day, 0, last_day) &&
                 known_or_within(event->start, 0, DAY_MINUTES * 2) &&
                 known_or_within(event->minutes, 1, DAY_MINUTES * 7) &&
                 known_or_within(event->created, 0, last_moment) &&
                 within(event->changed, 0, last_moment);
    bool counted = known_or_within(event->sequence, 0, INT32_MAX) &&
                   known_or_within(event->priority, 0, 9) &&
                   known_or_within(event->travel, 0, DAY_MINUTES) &&
                   known_or_within(event->alarm, 0, DAY_MINUTES) &&
                   known_or_within(event->latitude, -90000000, 90000000) &&
                   known_or_within(event->longitude, -180000000, 180000000);
    return dated && counted;
}

/// A uid is written as it is: letters, digits and hyphens.
static bool is_uid(const char *uid)
{
    static const char letters[] = "0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    size_t size = strlen(uid);
    return size > 0 && size <= UID_MOST && strspn(uid, letters) == size;
}

static bool complete(const CalendarEvent *event)
{
    if (!event->uid || !is_uid(event->uid) || (event->related && !is_uid(event->related)) ||
        !event->summary || !within(event->kind, 0, EVENT_TODO) ||
        !within(event->state, 0, STATE_DONE))
        return false;
    if (event->kind == EVENT_TODO)
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
    if (!complete(&event) || !sensible(&event))
        return err_set(err, ERR_INPUT, _("an event is incomplete or beyond all limits"));
    *ret = event;
    return true;
}
