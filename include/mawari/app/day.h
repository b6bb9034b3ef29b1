// SPDX-License-Identifier: GPL-3.0-or-later
// One day as Today, Week, the command line and the calendar show it: stops with legs, arrivals,
// slack, gaps, and the one decision at the top. Gathered from the store, computed by plan.
#ifndef MAWARI_APP_DAY_H
#define MAWARI_APP_DAY_H

#include "mawari/app/app.h"
#include "mawari/geo/leg.h"
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
    ROW_PICK_UP, // who rides along gets in: at its hour, else before the visit
    ROW_TROUBLE, // my turn or to be told today, at no client of the day: it has no hour
    ROW_ORDERS,  // a call to the office with the orders that it must have by an hour
    ROW_REST,    // from the wheel
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
    Id id; // visit, block, private time, commitment, companion, ticket; 0: lunch, gap, start, end
    const Entity *event; // of ROW_BLOCK: the meeting or the evening with guests that it is; NULL
    const char *name;    // where, or what
    const char *with;    // person and title, NULL
    const char *about; // by how much it may lie elsewhere (position_about()); NULL. Of visits named
    const DayVisit *visit;       // of ROW_VISIT
    const Task *task;            // of ROW_PROMISE
    const TroubleNow *trouble;   // of ROW_TROUBLE
    Minute arrive, begin, leave; // planned or real; NONE: unknown (no position, no number)
    Minute leave_by;             // when to set out for it from the stop before; NONE
    Minute leg_minutes;          // NONE: unknown
    const char *leg_source;      // "estimated", "typed", "learnt, 7 trips"; NULL: unknown
    Minute train;                // when the train departs that one takes there; NONE
    const char *no_train;        // why the one that was typed is not taken, in a sentence; NULL
    Minute weather_minutes;      // how much of the leg the weather adds …
    const char *weather;         // … and which: "snow"; NULL: none
    Minute slack;   // to spare before the agreed hour or the train; NONE without either; 0 too
                    // where a nailed hour is missed
    Minute late_by; // 0: in time
    const char *hindrance; // "closed on Tue": against a visit ahead; NULL
    int32_t orders;        // of a named visit's client, that the office does not have; today alone
    const char *money;     // "invoice, closes Thu 26, renewal": of a named visit ahead; NULL
    bool next;             // ▶: the stop that comes now
    bool past;             // its time is over or it is reported
} DayRow;

typedef struct DaySheet {
    Day day;
    const char *holiday;         // name, NULL
    int32_t weather, weather_pm; // Weather of both halves, NONE
    Minute late, late_from;      // said and still true: by how much, since when; NONE
    DayRow *rows;
    size_t count;
    size_t next;          // index of the next stop, `count` when there is none
    int32_t mode;         // TravelMode
    Minute door;          // from parking to a door of which nothing else is known
    Minute wheel_minutes; // planned at the wheel; unknown legs are left out …
    size_t legs_unknown;  // … and counted here
    size_t to_write;      // visits that are over and unreported
    bool phone_is_older;  // the phone's copy is older than the plan
    DayVisits visits;     // behind the rows
    // the decision at the top, about the next stop
    const Trouble *trouble; // open there, gravest; NULL
    Promises bring;         // to hand over or do there today
    Promises ask;           // theirs, late or due, there
    OrdersShut *shut;       // today's orders that the office does not have, by hour
    size_t shut_count;
} DaySheet;

bool day_sheet(App *app, Day day, Arena *arena, DaySheet *ret, Err *err);
/// With the name, the person and what waits of the next stop alone. day_name_rows() brings those of
/// other rows, and whom a promise or a trouble is about: a screen names what it shows.
bool day_sheet_hours(App *app, Day day, Arena *arena, DaySheet *ret, Err *err);
bool day_name_rows(App *app, Arena *arena, DaySheet *sheet, size_t from, size_t to, Err *err);
/// Rows with their hours and nothing else: of visits, rests and what takes time, without names.
bool day_sheet_rows(App *app, Day day, Arena *arena, DaySheet *ret, Err *err);

/// Why lunch, a rest from the wheel or a breather behind somebody difficult stands where it stands,
/// in sentences. `*ret` NULL: that row is none of them. Names the sheet's rows.
bool pause_why(App *app, DaySheet *sheet, size_t row, Arena *arena, const char **ret, Err *err);

/// What takes its time and is no stop: lunch, a rest from the wheel, the call with the orders.
typedef struct Pause {
    DayRowKind kind;
    const char *name; // of the call
    Day day;
    Minute begin, leave;
    const char *before, *behind; // the visits beside it; NULL: there is none
    bool proposed;               // not in the day yet
} Pause;

/// The same of one in a proposed order. `*ret` NULL: it is none of them.
bool proposed_pause_why(App *app, const Pause *pause, Arena *arena, const char **ret, Err *err);

/// How a day that is still ahead begins.
typedef struct DayBegin {
    Id visit; // the first that is still to be made; 0: there is none
    const char *name;
    Minute
        leave_by; // as the day's sheet says; NONE: neither it nor a train to it has an hour, or its
                  // way is not known
} DayBegin;
bool day_begins(App *app, Day day, Arena *arena, DayBegin *ret, Err *err);

/// Those that `fits` on `day`, in their order.
Promises promises_those(const Promises *promises, bool (*fits)(const Commitment *, Day), Day day,
                        Arena *arena);

/// "±1.2 km": by how much a place may lie elsewhere, where that is more than its minutes bear (300
/// metres are a minute or two of driving in a town), from its PositionLevel and its likely error in
/// metres, either of which may be NONE. NULL: it is known exactly enough, or not at all.
const char *position_about(Position position, int32_t level, int32_t error, Arena *arena);
const char *place_about(const Site *site, Arena *arena); // of a site
/// "購買 3階": where a department is in its building; NULL: nothing is known of it.
const char *department_place(const Department *department, Arena *arena);
/// A sentence on what `about` makes of the ways to a place of that name.
const char *rough_ways_text(const char *name, const char *about, Arena *arena);

/// What stands against a visit that is still ahead, in words; NULL: nothing that is known. `site` is
/// read only where the visit has one.
bool day_hindrance(App *app, const Visit *visit, const Site *site, Arena *arena, const char **ret,
                   Err *err);
/// The same where the site is still to be read.
bool day_hindrance_there(App *app, const Visit *visit, Arena *arena, const char **ret, Err *err);
/// The same by the visit's record, which is handed over as well.
bool visit_hindrance_text(App *app, Id id, Arena *arena, Visit *ret_visit, const char **ret,
                          Err *err);

/// Days of a week as the Week pane shows them.
typedef struct WeekDay {
    Day day;
    DayLoad load;
    bool gotobi;
    PlacedVisits visits;    // in their order
    int32_t stands, agreed; // how many of them are not cancelled, and have an hour
    DaySheet sheet;         // once the day was read
    Minute free_minutes;    // of its gaps
    Minute lunch_at;        // NONE: the day has none
    bool lunch_late;        // it begins after the hour by which it should
    int32_t renewal_steps;  // that fall on it
    bool read;
} WeekDay;
bool week_sheet(App *app, Day first, size_t days, Arena *arena, WeekDay **ret, Err *err);
/// Reads a day's sheet, without names, if that is still to be done.
bool week_read_day(App *app, WeekDay *day, Arena *arena, Err *err);

#endif
