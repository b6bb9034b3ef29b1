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
    const char *texts[50]; // a name and a value for each of its fields
    size_t count;
} OutEvent;

typedef struct OutEvents {
    OutEvent *rows;
    size_t count, room;
} OutEvents;

/// Is handed the events of one day after the other, then the rest. They live until it returns.
typedef bool TakeEvents(void *context, const OutEvents *events, Err *err);

/// What was handed over.
typedef struct MadeEvents {
    Sent *rows; // in their order
    size_t count, room;
    size_t todos;
    SentDay *days; // those that have visits, in order
    size_t day_count;
} MadeEvents;

/// Everything of [from, to]; what was sent earlier and is gone by now comes as cancelled or done.
/// SEQUENCE and stamp follow from `sent`.
bool calendar_events(App *app, Day from, Day to, const SentList *sent, TakeEvents *take,
                     void *context, Arena *arena, MadeEvents *ret, Err *err);

/// What is open, by client.
typedef struct ClientPromises {
    const OpenPromise **rows;
    size_t count;
} ClientPromises;

/// All that is open, and the orders that are to be delivered, read once: to ask anew for each visit
/// took longer than everything else.
bool client_promises(Store *store, Arena *arena, ClientPromises *ret, Err *err);
/// Those of one client among them.
ClientPromises client_promises_of(ClientPromises all, Id client);

/// Six lines for the phone: who with reading, telephone, what to hand over, promises, parking, last
/// talk. Never what to avoid, floors, rivals or other clients. `open` are the promises there.
bool calendar_brief(App *app, const DayVisit *visit, ClientPromises open, Arena *arena,
                    const char **ret, Err *err);

#endif
