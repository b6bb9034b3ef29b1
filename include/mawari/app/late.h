// SPDX-License-Identifier: GPL-3.0-or-later
// Running late: which agreed hours of today break, whom to call first, and what to say.
#ifndef MAWARI_APP_LATE_H
#define MAWARI_APP_LATE_H

#include "mawari/app/day.h"

/// A visit that is ahead, with the hour that it will really begin at.
typedef struct LateStop {
    const DayRow *row;
    Minute agreed;        // NONE: it floats
    Minute becomes;       // rounded up to five minutes where an agreed hour breaks
    bool breaks;          // the agreed hour does not hold: a call is due
    const char *phone;    // of the person, else of the site; NULL
    const char *sentence; // to say on the telephone; NULL unless it breaks
} LateStop;

typedef struct LateSheet {
    DaySheet sheet;
    LateStop *stops; // those that break, soonest first; then the others in the order of the day
    size_t count, breaking;
} LateSheet;

bool late_sheet(App *app, Arena *arena, LateSheet *ret, Err *err);

#endif
