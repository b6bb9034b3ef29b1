// SPDX-License-Identifier: GPL-3.0-or-later
// The evening and what is said to the office: "can I stop?", the day in one line.
#ifndef MAWARI_APP_EVENING_H
#define MAWARI_APP_EVENING_H

#include "mawari/app/app.h"

typedef enum StopSort {
    STOP_VISIT_AHEAD, // still to be gone to
    STOP_UNREPORTED,
    STOP_GREET,     // a meeting's roster is to be gone over
    STOP_ORDER,     // not handed to the office
    STOP_CARGO,     // was in the car, and nobody took it
    STOP_PROMISE,   // mine, due before the next day opens
    STOP_TELL,      // a told-clock has run out
    STOP_REPORT,    // a trouble's report is due
    STOP_ASK,       // somebody else has the ball and is to be asked
    STOP_UNSETTLED, // a word of a line that was in doubt
    STOP_DRIVE,     // odometer, alcohol check
} StopSort;
/// "to write", "to hand over" …: translated.
const char *stop_sort_title(StopSort sort);

typedef struct StopRow {
    StopSort sort;
    const Entity *kind; // NULL: no record stands behind it
    Id id;
    Minute minutes;   // that it takes, about
    const char *text; // what it is; NULL: it is not named yet
    const char *who;  // whom it concerns, NULL
    Id whom;          // the same as a record; 0: nobody, or not known before it is named
    Day day;          // of a visit, of a promise; NONE
    Minute hour;      // the same
} StopRow;

/// What is left to do tonight, and how the next working day begins.
typedef struct StopSheet {
    StopRow *rows;
    size_t count;
    size_t more;    // of a sort that has too many to be shown
    Minute minutes; // of all rows
    Day next_day;
    Minute leave_by; // NONE: there is no visit, or its way is not known
    Id next_visit;   // 0: none
    const char *next_name;
} StopSheet;
/// Without names: stop_name_rows() brings what the rows from `from` up to `to` say of themselves.
bool stop_sheet(App *app, Arena *arena, StopSheet *ret, Err *err);
bool stop_name_rows(App *app, Arena *arena, StopSheet *sheet, size_t from, size_t to, Err *err);
/// "Yes: nothing is left." or "Not yet: 5 things, about 1 h 12 min", and the next day's beginning.
char *stop_answer(const StopSheet *sheet, Arena *arena);
char *stop_tomorrow(const App *app, const StopSheet *sheet, Arena *arena);

/// The day in one line for the whiteboard: "10:20 青葉商店 → 11:10 北総合病院 → 17:20 帰社". "" on a
/// day without visits.
bool whiteboard_line(App *app, Day day, Arena *arena, const char **ret, Err *err);

/// The questions for a new trouble, by the setting "intake" or as shipped.
size_t app_intake(App *app, const char *what, Arena *arena, const char ***ret);

#endif
