// SPDX-License-Identifier: GPL-3.0-or-later
// What others ask of the Today pane.
#ifndef MAWARI_VIEW_TODAY_H
#define MAWARI_VIEW_TODAY_H

#include "ground/pane.h"
#include "mawari/app/day.h"

const DaySheet *today_sheet(const Pane *pane);
Minute today_gap_at(const Pane *pane); // when the gap under the cursor begins; NONE: it is none
Day today_day(const Pane *pane, const App *app); // the day that is shown
/// On the row "2 to write" the visits that are; 0 elsewhere. `ids` in `arena`.
size_t today_to_write(const Pane *pane, Arena *arena, Id **ids);

// week.c
/// What there is to know of a day, the weightiest first, as much as so many columns hold; what is
/// nothing is not said.
const char *week_load_text(const WeekDay *day, int columns, Arena *arena);
Day week_day_here(const Pane *pane); // of the heading under the cursor; NONE: there is none
Day week_day_at(const Pane *pane);   // under the cursor, on a visit its day; NONE: another pane

// week_day.c: what stands beside a day of the week
Pane *week_day_open(Day day);
Day week_day_shown(const Pane *pane); // NONE: it is another pane

// today_row.c
enum { TODAY_WAITING = 23 };                // columns of what is waiting there
const char *today_sign(const DayRow *stop); // "=", "~", "✓" …
/// For a column of so many cells.
const char *today_name(const DayRow *stop, int columns, bool plain, Arena *arena);
const char *today_waiting(const DayRow *stop, const DaySheet *sheet, bool plain, Arena *arena);

// today_stops.c
enum { TODAY_TIME_AT = 3 };
/// How wide the columns are: those without room are 0. `time` and `with` have the blank behind them.
typedef struct StopColumns {
    int time, name, with, slack, waiting;
} StopColumns;
StopColumns today_columns(const DaySheet *sheet, int columns, bool plain, Arena *arena);
void today_draw_row(const StopColumns *columns, const DayRow *stop, const DaySheet *sheet,
                    Region at, int line, Arena *arena);
void today_draw_heads(const StopColumns *columns, Region at, int line, const char *stop);
const char *today_time(const DayRow *stop, Arena *arena);
const char *today_slack(const DayRow *stop, Arena *arena); // "" where it is not shown
bool today_is_nailed(const DayRow *stop);

// today_text.c
/// The whole day as lines of text: what is wider than its column goes on in the next line.
char *today_as_text(const Pane *pane, const App *app, Arena *arena);

// today_head.c
/// The one decision: where next, leave when, bring what, call whom, say what. NULL: not said.
typedef struct Decision {
    const char *leave, *agreed, *way_label, *way, *door, *bring, *telephone, *say, *silence;
} Decision;
Decision today_decision(const DaySheet *sheet, const App *app, Arena *arena);
const char *today_no_stop(const DaySheet *sheet, Arena *arena); // why there is no decision
/// "! nothing told since 18 Nov" when somebody must be told today; "" else, and of NULL.
const char *today_silence(const Trouble *trouble, const App *app, Arena *arena);
void today_draw_decision(const DaySheet *sheet, const App *app, Region at, Arena *arena);
void today_draw_no_stop(const DaySheet *sheet, const App *app, Region at, Arena *arena);
void today_draw_bar(const DaySheet *sheet, const App *app, Region at, Arena *arena);

// today_notes.c
enum { TODAY_NOTES = 4 };
typedef struct TodayNote {
    Role role;
    const char *text;
    const char *rest; // behind it, plain; NULL
} TodayNote;
/// Lines below the decision, only where there is something to say.
typedef struct TodayNotes {
    TodayNote rows[TODAY_NOTES];
    size_t count;
} TodayNotes;
/// As much as so many columns hold. `ret_tight`: the same with a line less, for where the stops would
/// not fit below them.
bool today_notes(App *app, const DaySheet *sheet, int columns, Arena *arena, TodayNotes *ret,
                 TodayNotes *ret_tight, Err *err);
const TodayNotes *today_notes_of(const Pane *pane); // today.c: all there are, whatever the room
enum { TODAY_NOTE_EDGES = 4 };                      // columns beside a note
void today_draw_notes(const TodayNotes *notes, Region at, int row);

#endif
