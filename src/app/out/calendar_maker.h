// SPDX-License-Identifier: GPL-3.0-or-later
// One event in the making.
#ifndef APP_CALENDAR_MAKER_H
#define APP_CALENDAR_MAKER_H

#include "calendar_events.h"
#include "mawari/app/handling.h"
#include "mawari/store/record.h"

/// The values of EventKind and EventState in mawari/calendar/event.h, which only children include.
enum { TIMED, ALL_DAY, TASK };
enum { CONFIRMED, TENTATIVE, CANCELLED, OPEN, DONE };

/// What is needed to make the events.
typedef struct Maker {
    App *app;
    Arena *arena;   // of what stays
    Arena *scratch; // of what is handed over together
    Day from, to;
    ClientPromises open;
    CarefulPeople careful;
    const SentList *sent;
    int task;      // TASK, ALL_DAY, or NONE: promises and troubles stay at home
    OutEvents out; // since the last were handed over
    TakeEvents *take;
    void *context;
    MadeEvents made;
} Maker;

/// The fixed days of clients, from calendar_series.c.
bool series_add(Maker *maker, Err *err);
/// The recurrence whose event, or one day of whose, has this uid; 0: it is of none.
Id series_of_uid(const Maker *maker, const char *uid, Day day);
/// Tells the phone that one of its events is no more, where that is so.
bool series_add_gone(Maker *maker, Id id, const Sent *old, Err *err);

/// Open promises and troubles, from calendar_tasks.c; handed over when it returns.
bool tasks_add(Maker *maker, Err *err);
/// Tells the phone that one was kept, closed or archived.
bool task_add_gone(Maker *maker, const RecordHead *head, Err *err);

/// The notices of running contracts as whole days, from calendar_contracts.c.
bool contracts_add(Maker *maker, Err *err);
/// Tells the phone that a notice is no more, where the contract does not run any longer.
bool contract_add_gone(Maker *maker, const RecordHead *head, const Sent *old, Err *err);

/// Meetings and entertaining, from calendar_meetings.c.
bool meetings_add(Maker *maker, Err *err);
/// Tells the phone that one is no more, where it was archived.
bool meeting_add_gone(Maker *maker, const RecordHead *head, const Sent *old, Err *err);

/// In the days that are sent; a task that is late or undated belongs to today.
bool event_belongs(const Maker *maker, Day due);

/// In maker->scratch, but for the uid.
OutEvent *event_new(Maker *maker, const char *uid, Day day, int kind, int state);
/// `core`: a change of it must be heard of (SEQUENCE). Unknown values are left out.
void event_put(const Maker *maker, OutEvent *event, const char *name, const char *value, bool core);
void event_put_whole(const Maker *maker, OutEvent *event, const char *name, int64_t value,
                     bool core);

/// Hands over what was made since the last time, with its SEQUENCE and stamp, and forgets it.
bool events_hand_over(Maker *maker, Err *err);

#endif
