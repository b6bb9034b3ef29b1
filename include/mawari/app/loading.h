// SPDX-License-Identifier: GPL-3.0-or-later
// 積込み・持参: what goes into the car for the visits of a day, and what comes back.
#ifndef MAWARI_APP_LOADING_H
#define MAWARI_APP_LOADING_H

#include "mawari/app/app.h"
#include "mawari/model/visit.h"
#include "mawari/store/queries.h"

typedef enum LoadPart {
    LOAD_TAKE, // promised, ordered or lent
    LOAD_BACK, // theirs, a loan, or what was in the car and nobody took
} LoadPart;

typedef struct LoadRow {
    LoadPart part;
    const Entity *kind; // promise, order memo, loan
    Id id;
    Id visit;               // 0: no visit of the day wants it
    size_t stop;            // which of the day's visits it is for, from 1; 0: none
    const char *place;      // where that is
    Minute hour;            // agreed for the visit; NONE
    const char *what, *who; // who: the person, NULL
    bool heavy;
    Id loading;     // its record of this day; 0: it is not in the car
    bool left_over; // it was in the car and nobody took it
} LoadRow;

typedef struct LoadSheet {
    Day day;
    LoadRow *rows; // to take along: the last stop first, heavy things first; then what comes back
    size_t count;
    size_t things, heavy, back; // to take along, how many of them are heavy; what comes back
    size_t loaded;              // of `things`
    size_t heavy_left;          // heavy and not loaded yet
} LoadSheet;

/// Gathers it from the visits of `day` that are still to be made, and from what is in the car.
/// Everything is in `arena`.
bool load_sheet(App *app, Day day, Arena *arena, LoadSheet *ret, Err *err);
/// The same for who only counts: by the day's `visits`, in their order, which were read already, and
/// without the names of places and people (on a full day they are half of the work).
bool load_counts(App *app, Day day, const DayVisits *visits, Arena *arena, LoadSheet *ret,
                 Err *err);

/// The orders that are in the car for this visit: not delivered yet, or on its day. In `arena`.
bool load_orders_for(App *app, const Visit *visit, Arena *arena, Id **ret, size_t *ret_count,
                     Err *err);

/// Does `row` begin what goes to one stop, or comes back from it? `before`: the row above, NULL.
bool load_begins_stop(const LoadRow *row, const LoadRow *before);

/// "3 things, 1 heavy, 2 come back": what is still to be loaded, and what comes back; "" when
/// nothing is to be loaded any more.
const char *load_line(const LoadSheet *sheet, Arena *arena);

#endif
