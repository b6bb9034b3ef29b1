// SPDX-License-Identifier: GPL-3.0-or-later
// What the planner is asked: a day's things as stops of a problem, with their names and legs.
#ifndef APP_ROUTE_ASK_H
#define APP_ROUTE_ASK_H

#include <time.h>

#include "day/day_things.h"
#include "mawari/app/route.h"
#include "mawari/plan/route.h"

/// What a minute is worth, so that the aims stand in their order: ranks served, then lateness, then
/// driving, then being home early.
enum {
    PRICE_TRAVEL = 10,
    PRICE_LATE = 200,
    PRICE_SOFT = 30, // after an hour that is only asked for
    PRICE_FINISH = 1,
    PRICE_EARLY = 1, // of what is only better early: walks before the rain, heavy things
    PRICE_ORDERS =
        25000000, // of a call with orders that is left out: as much as a client of rank A
};

/// One stop of the problem. `index` in the ask's rows is the stop's in the problem.
typedef struct AskStop {
    RouteRow row;
    Place place;
    Minute door;    // between the parking and the person; stands in the legs
    Minute service; // how long it lasts
    RouteWindow *windows;
    size_t window_count;
    Minute wish;
    RouteCost late_price, price;
    bool stays; // no way to it is counted
    bool shut;  // cannot be in the problem: `why` says so
    bool apart; // belongs to no day yet: stays in the problem though no way there is known
    const char *why;
    const DayVisit *visit; // behind it; NULL
    Minute opens, closes;  // of the place on this day, for sentences; NONE
    Id for_visit;          // somebody is picked up for it; 0
    Habit habit;           // of whoever is seen there
    bool mornings;         // they are met more surely before noon …
    bool afternoons;       // … or after it, and nothing asks to be done early there
    bool heavy, dry;       // heavy things are brought there; one walks there and rain comes
} AskStop;

/// The legs of the hours in which one sets out from `from` on.
typedef struct AskBand {
    Minute from;
    DayLeg *legs;      // (count + 2)², as RouteMode has them, without doors
    RouteTime *matrix; // with them
} AskBand;
enum { ASK_BANDS = LEARNT_PARTS + 1 }; // the parts of the day, and noon where the weather changes

struct RouteAsk {
    Arena *arena;
    Day day;
    RouteRow *past; // what is over or going on
    size_t past_count;
    AskStop *stops; // of the problem
    size_t count;
    RouteLeft *left; // cannot be planned at all
    size_t left_count;
    const char **notes;
    size_t note_count, note_room;
    size_t ends_at, ends; // of these: the notes on where the day begins and ends
    Place from, to;
    AskBand bands[ASK_BANDS]; // by time; the first from 0
    size_t band_count;
    int32_t travel;  // TravelMode of the day
    size_t *present; // the order that stands, of the stops
    size_t present_count;
    Minute *present_out; // when one then sets out for each stop, the last for the end
    RouteBand later[ASK_BANDS];
    const size_t *begin; // an order to begin from instead; NULL
    size_t begin_count;
    RouteMode mode;
    RouteStop *problem_stops;
    RouteOrder *orders;
    size_t order_room;
    RouteProblem problem;
    Minute lunch_wanted;                     // where nothing speaks against it
    bool hopeless;                           // the day has no hours
    bool start_unreachable, end_unreachable; // no way is known from `from`, to `to`
};

/// As route_ask(), with stops besides that are in no order yet: the last ones, in their order.
bool route_ask_with(App *app, Day day, const AskStop *extras, size_t extra_count, Arena *arena,
                    RouteAsk **ret, Err *err);
/// The same day without those of the stops apart that are not in `order`; the others must be served.
/// `order` is the one to begin from. `ask` stays as it is and must live as long.
RouteAsk *ask_part(const RouteAsk *ask, const size_t *order, size_t count, Arena *arena);

/// The clock of one answer; effort_over() is what an engine asks.
typedef struct EffortClock {
    const RouteEffort *effort;
    struct timespec begun;
    int64_t in_hand_us; // when it was told of something better
} EffortClock;
EffortClock effort_begin(const RouteEffort *effort);
int64_t effort_passed_us(const EffortClock *clock);
bool effort_over(void *clock);
/// Whoever asked does not want to know any more.
bool effort_is_cancelled(const RouteEffort *effort);

/// Makes the problem of the stops that were gathered.
void ask_settle(DayThings *day, RouteAsk *ask);
/// What nobody stamped counts as driven, as on Today; an extra with the id of a visit of the day stands
/// for it.
void ask_things(DayThings *day, const AskStop *extras, size_t extra_count);
void ask_leave_out(RouteAsk *ask, const AskStop *stop, const char *why);
/// Minutes on the way of a plan, doors included.
Minute route_travel(const RoutePlan *plan);
/// Of leaving out a visit to a client of this rank (or NONE).
RouteCost ask_rank_price(int32_t rank);
void ask_note(RouteAsk *ask, const char *sentence);

/// The legs between all places of the day at all hours, with what the weather adds.
bool ask_legs(App *app, RouteAsk *ask, const LegDay *day, Err *err);
/// Prices what is better early.
bool ask_small_prices(const DayThings *day, AskStop *stop, Err *err);
/// Today's calls with orders that the office must have; and their places in the order that stands.
bool ask_calls(const DayThings *day, RouteAsk *ask, Minute start, Err *err);
void ask_place_calls(RouteAsk *ask);

/// The last of the bands that have begun.
size_t ask_band(const RouteAsk *ask, Minute set_out);
/// Of rows of the matrix, for who sets out at that minute.
const DayLeg *ask_leg(const RouteAsk *ask, size_t from, size_t to, Minute set_out);

/// The hours of the day in which the visit may begin; none: it cannot be then.
bool ask_windows(App *app, const DayVisit *visit, AskStop *stop, Arena *arena, Err *err);

/// Why a stop is left out, in a sentence.
const char *route_left_why(const RouteAsk *ask, const RouteProblem *problem, const RoutePlan *plan,
                           size_t stop, Arena *arena);

#endif
