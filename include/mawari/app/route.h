// SPDX-License-Identifier: GPL-3.0-or-later
// A day's best order, as a proposal: what one would go to, when, what is left out and why. Gathered
// from the store, found by plan; nothing is stored before it is taken.
#ifndef MAWARI_APP_ROUTE_H
#define MAWARI_APP_ROUTE_H

#include "mawari/app/command.h"
#include "mawari/app/day.h"
#include "mawari/geo/leg.h"

typedef struct RouteAsk RouteAsk; // a day as the planner is asked for it; holds nothing of the App

/// One thing of the proposed day, in its order. Minutes may pass midnight.
typedef struct RouteRow {
    DayRowKind kind; // ROW_VISIT, ROW_LUNCH, ROW_BLOCK, ROW_PRIVATE, ROW_PROMISE
    Id id;           // 0: lunch, or a visit that is proposed and not there yet
    Id client;       // of that one; 0
    const char *name;
    Position position;           // of a visit, where it is known …
    const char *about;           // … and by how much it may lie elsewhere (place_about()); NULL
    Minute hour;                 // agreed or nailed to; NONE
    Minute arrive, begin, leave; // at the parking; with the person; away again
    Minute leg_minutes;          // NONE: unknown, or nothing to drive
    const char *leg_source;      // NULL: unknown
    Minute late;                 // after the agreed hour; 0
    bool done;                   // has been there already, or is there now: not planned any more
    bool as_planned;             // done, but nobody said so: its hour has come
    bool unsure;                 // the hour is only asked for, or tentative
    bool nailed, moved;          // moved: not where it stands today
} RouteRow;

/// What is not in the proposed day, and why, in a sentence.
typedef struct RouteLeft {
    DayRowKind kind;
    Id id;
    const char *name, *why;
} RouteLeft;

typedef struct DayRoute {
    Day day;
    bool optimal; // proved; else the best known, at most `gap` above the best there is
    int64_t gap;  // thousandths of a percent
    RouteRow *rows;
    size_t count;
    RouteLeft *left;
    size_t left_count;
    const char **notes; // sentences on what could not be kept or is not known
    size_t note_count;
    size_t ends_at, ends;         // so many of them are about where the day begins and ends
    Position from, to;            // where the day begins and ends
    Minute start, end;            // leaving, and being at the day's end
    Minute end_now;               // as the day stands; NONE: that order keeps no hours
    Minute end_leg;               // to the day's end; NONE: unknown
    const char *end_source;       // NULL: unknown
    Minute travel, travel_now;    // minutes on the way, proposed and as the day stands
    int32_t metres, metres_now;   // on the road between known positions, estimated as the minutes
    bool metres_known;            // of the whole day as proposed: every position is known
    bool better;                  // than the order that stands, which is another
    int64_t cost;                 // as plan counts it, to compare answers for one day; INT64_MAX
    int32_t in_hand_us, proof_us; // when the best was found and when it was proved; NONE: not
} DayRoute;

/// How long and how hard to look. The same nodes give the same answer, whatever the clock.
typedef struct RouteEffort {
    int32_t deadline_ms;            // NONE: no deadline; 0: what is found at once
    int64_t nodes;                  // 0: no limit
    bool (*cancelled)(void *taker); // or NULL
    void *taker;
} RouteEffort;

/// Reads what the planner needs to know of a day. Everything is in `arena`.
bool route_ask(App *app, Day day, Arena *arena, RouteAsk **ret, Err *err);
/// Finds the best day. Touches neither App nor store: may run in a job. Lives in `arena` and in the
/// arena of `ask`.
void route_answer(RouteAsk *ask, const RouteEffort *effort, Arena *arena, DayRoute *ret);
/// Looks for a better order of `day` in a thread and says it as news, once for each change of the
/// store; a search for another day is given up. With a stopped clock nothing happens by itself.
void route_propose(App *app, Day day);
enum { ROUTE_EFFORT = 250000 }; // nodes of what the screen proposes

/// A search whose answers come from a thread: a first one, and behind it a better one if there is
/// any. With efforts in nodes alone it finds the same whatever the clock.
typedef struct RouteSearch RouteSearch;
typedef struct RouteFound {
    const DayRoute *shown;   // the first answer; NULL: not yet. Lives as long as the search looks
    const DayRoute *offered; // costs less than that; NULL: nothing does, as far as is known
    bool looks;              // goes on
} RouteFound;
/// `more` is spent behind a first answer that is not proved. `*ret` is to be closed also after a
/// failure, unless it is NULL.
bool route_search_open(App *app, Day day, const RouteEffort *first, const RouteEffort *more,
                       RouteSearch **ret, Err *err);
/// Begins anew where the store has changed; what was found before is gone then.
bool route_search_look(App *app, RouteSearch *search, Err *err);
RouteFound route_search_found(const RouteSearch *search);
/// What is offered is what is shown from now on; false: nothing is offered.
bool route_search_show(RouteSearch *search);
/// Has anything been found since this was asked last?
bool route_search_is_new(RouteSearch *search);
void route_search_close(App *app, RouteSearch *search); // cancels; NULL is fine

/// Stores the proposed order as one step; the status says so.
bool route_take(App *app, const DayRoute *route, Effect *ret, Err *err);

typedef struct RouteWhyHere {
    const char *said; // in sentences
    bool stands;      // false: it is left out
} RouteWhyHere;

/// Why a visit, a promise, a block or a private hour stands where it stands in the day's order, or in
/// the one `proposed` (NULL: the one that there is): its hours, how much later it may begin, what it
/// costs, what one place earlier or later would do; or why it is left out.
bool route_why(App *app, Day day, Id id, const DayRoute *proposed, Arena *arena, RouteWhyHere *ret,
               Err *err);

/// The same of lunch, a rest from the wheel or the call with the orders in a proposed order. `*ret`
/// NULL: that row is none of them.
bool route_pause_why(App *app, const DayRoute *route, size_t row, Arena *arena, const char **ret,
                     Err *err);

/// "best possible", "within 2 %".
const char *route_badge(const DayRoute *route, Arena *arena);
/// "a better order: −18 min, about −6 km"; NULL: the order that stands is as good.
const char *route_offer(const DayRoute *route, Arena *arena);
/// "2 min better was found": of what is offered against what is shown.
const char *route_improvement(const DayRoute *shown, const DayRoute *offered, Arena *arena);

#endif
