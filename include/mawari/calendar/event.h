// SPDX-License-Identifier: GPL-3.0-or-later
// What a phone's calendar shows: one visit, promise or trouble, before it becomes iCalendar.
#ifndef MAWARI_CALENDAR_EVENT_H
#define MAWARI_CALENDAR_EVENT_H

#include "mawari/base/day.h"
#include "mawari/base/wire.h"

typedef enum EventKind {
    EVENT_TIMED,
    EVENT_ALL_DAY,
    EVENT_TASK,
} EventKind;

typedef enum EventState {
    STATE_CONFIRMED,
    STATE_TENTATIVE,
    STATE_CANCELLED,
    STATE_OPEN, // of todos
    STATE_DONE,
} EventState;

/// Wholes are NO_MOMENT and texts NULL where they are unknown. Needed: uid, kind, state, summary,
/// changed, and day and start (day alone for EVENT_ALL_DAY; a todo may have neither).
#define CALENDAR_EVENT(TEXT, WHOLE)                                                                \
    TEXT(uid)       /* upper-case UUID, never reused */                                            \
    WHOLE(kind)     /* EventKind */                                                                \
    WHOLE(state)    /* EventState */                                                               \
    WHOLE(created)  /* Moment */                                                                   \
    WHOLE(changed)  /* Moment: DTSTAMP and LAST-MODIFIED, so that the same is written twice */     \
    WHOLE(sequence) /* rises when hour, length, place or state change */                           \
    WHOLE(day)      /* Day of the wall clock; of todos: due */                                     \
    WHOLE(start)    /* Minute of that day */                                                       \
    WHOLE(minutes)  /* how long */                                                                 \
    TEXT(summary)                                                                                  \
    TEXT(place) /* the name over the address */                                                    \
    TEXT(address)                                                                                  \
    TEXT(description) /* lines */                                                                  \
    WHOLE(latitude)   /* microdegrees */                                                           \
    WHOLE(longitude)                                                                               \
    TEXT(category)                                                                                 \
    WHOLE(travel)      /* minutes of the leg */                                                    \
    WHOLE(alarm)       /* minutes before the start */                                              \
    WHOLE(leave_alarm) /* minutes behind the start: it is time to go */                            \
    TEXT(leave_line)   /* what to say then */                                                      \
    WHOLE(priority)    /* 1 high, 5, 9 low */                                                      \
    WHOLE(free)        /* 1: does not make its owner busy */                                       \
    WHOLE(stand_in)    /* 1: shown in place of a todo, under a uid of its own */                   \
    TEXT(rule)         /* RRULE of a series of whole days that begins with `day` */                \
    TEXT(without)      /* its days that are not, as numbers with blanks between: "20795 20830" */  \
    TEXT(related)      /* uid of what it belongs to */

#define EVENT_TEXT(name)  const char *name;
#define EVENT_WHOLE(name) int64_t name;
typedef struct CalendarEvent {
    CALENDAR_EVENT(EVENT_TEXT, EVENT_WHOLE)
} CalendarEvent;

/// Everything unknown.
CalendarEvent event_blank(void);

/// Reads {"event", name, value, name, value …}: names as above, wholes in decimal. ERR_INPUT names
/// what is unknown, missing or no number.
bool event_read(Message message, CalendarEvent *ret, Err *err);

#endif
