// SPDX-License-Identifier: GPL-3.0-or-later
// One event in the making.
#ifndef APP_CALENDAR_MAKER_H
#define APP_CALENDAR_MAKER_H

#include "calendar_events.h"

/// The values of EventKind and EventState in mawari/calendar/event.h, which only children include.
enum { TIMED, ALL_DAY, TODO };
enum { CONFIRMED, TENTATIVE, CANCELLED, OPEN, DONE };

/// What is needed to make the events.
typedef struct Maker {
    App *app;
    Arena *arena;   // of what is sent
    Arena *scratch; // of one day
    Day from, to;
    ClientPromises open;
    int task; // TODO, ALL_DAY, or NONE: promises and troubles stay at home
    OutEvents out;
} Maker;

OutEvent *event_new(Maker *maker, const char *uid, Day day, int kind, int state);
/// `core`: a change of it must be heard of (SEQUENCE). Unknown values are left out.
void event_put(const Maker *maker, OutEvent *event, const char *name, const char *value, bool core);
void event_put_whole(const Maker *maker, OutEvent *event, const char *name, int64_t value,
                     bool core);

#endif
