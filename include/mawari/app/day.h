// SPDX-License-Identifier: GPL-3.0-or-later
// One day as Today, Week, the command line and the calendar show it: stops with legs, arrivals,
// slack, gaps, and the one decision at the top. Gathered from the store, computed by plan.
#ifndef MAWARI_APP_DAY_H
#define MAWARI_APP_DAY_H

#include "mawari/app/app.h"
#include "mawari/store/queries.h"

typedef enum DayRowKind {
    ROW_START, // leaving the office, home, a hotel
    ROW_VISIT,
    ROW_LUNCH, // there by itself and floats
    ROW_BLOCK,
    ROW_PRIVATE,
    ROW_PROMISE, // desk time or a call, before its hour
    ROW_GAP,     // free time of 20 minutes and more
    ROW_END,
} DayRowKind;

typedef enum DaySign {
    SIGN_NONE,
    SIGN_DONE,
    SIGN_AGREED,
    SIGN_FLOATING,
    SIGN_ASKED,
    SIGN_TENTATIVE,
    SIGN_CANCELLED
} DaySign;

typedef struct DayRow {
    DayRowKind kind;
    DaySign sign;
    Id id;                 // visit, block, private time, commitment; 0: lunch, gap, start, end
    const char *name;      // where, or what
    const char *with;      // person and title, NULL
    const DayVisit *visit; // of ROW_VISIT
    Minute arrive, begin, leave; // planned or real; NONE: unknown (no position, no number)
    Minute leave_by;             // when to set out for it from the stop before; NONE
    Minute leg_minutes;          // NONE: unknown
    const char *leg_source;      // "estimated", "typed", "learnt, 7 trips"; NULL: unknown
    Minute slack;                // minutes to spare before the agreed hour; NONE for floating ones
    Minute late_by;              // 0: in time
    const char *hindrance;       // "closed on Tue": against a visit ahead; NULL
    bool next;                   // ▶: the stop that comes now
    bool past;                   // its time is over or it is reported
} DayRow;

typedef struct DaySheet {
    Day day;
    const char *holiday; // name, NULL
    int32_t weather;     // Weather, NONE
    DayRow *rows;
    size_t count;
    size_t next;          // index of the next stop, `count` when there is none
    Minute wheel_minutes; // planned at the wheel; unknown legs are left out …
    size_t legs_unknown;  // … and counted here
    size_t to_write;      // visits that are over and unreported
    bool phone_is_older;  // the phone's copy is older than the plan
    OpenCounts counts;
    // the decision at the top, about the next stop
    const Trouble *trouble; // open there, gravest; NULL
    Promises bring;         // to hand over or do there today
    Promises ask;           // theirs, late or due, there
} DaySheet;

bool day_sheet(App *app, Day day, Arena *arena, DaySheet *ret, Err *err);

/// What stands against a visit that is still ahead, in words; NULL: nothing that is known.
bool day_hindrance(App *app, const Visit *visit, Arena *arena, const char **ret, Err *err);

/// Days of a week as the Week pane shows them.
typedef struct WeekDay {
    DayLoad load;
    bool gotobi;
    DaySheet sheet;
    Minute free_minutes; // of its gaps
    Minute lunch_at;     // NONE: the day has none
    bool lunch_late;     // it begins after the hour by which it should
} WeekDay;
bool week_sheet(App *app, Day first, size_t days, Arena *arena, WeekDay **ret, Err *err);

#endif
