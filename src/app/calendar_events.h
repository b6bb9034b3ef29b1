// SPDX-License-Identifier: GPL-3.0-or-later
// What the phone shall show: visits, promises and troubles as the calendar child reads them.
#ifndef APP_CALENDAR_EVENTS_H
#define APP_CALENDAR_EVENTS_H

#include "calendar_sent.h"
#include "mawari/base/wire.h"

/// A message in the making: {"event", name, value …}, with names as mawari/calendar/event.h has
/// them.
typedef struct OutEvent {
    const char *uid;
    Day day;
    bool todo;
    Moment changed; // of the record
    int32_t sequence;
    uint64_t core, whole;
    const char *texts[46]; // a name and a value for each of its fields
    size_t count;
} OutEvent;

typedef struct OutEvents {
    OutEvent *rows;
    size_t count, room;
    SentDay *days; // those that have visits, in order
    size_t day_count;
} OutEvents;

/// What is open, by client.
typedef struct ClientPromises {
    const OpenPromise *rows;
    size_t count;
} ClientPromises;

/// Everything of [from, to]; what was sent earlier and is gone by now comes as cancelled or done.
/// SEQUENCE and stamp follow from `sent`.
bool calendar_events(App *app, Day from, Day to, const SentList *sent, Arena *arena, OutEvents *ret,
                     Err *err);

/// Six lines for the phone: who with reading, telephone, what to hand over, promises, parking, last
/// talk. Never what to avoid, floors, rivals or other clients. `open` are the promises there.
bool calendar_brief(App *app, const DayVisit *visit, ClientPromises open, Arena *arena,
                    const char **ret, Err *err);

#endif
