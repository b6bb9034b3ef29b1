// SPDX-License-Identifier: GPL-3.0-or-later
// How long the way between two places of a day is, and who says so: the one rule for the day that
// stands and for what the planner proposes.
#ifndef APP_DAY_LEG_H
#define APP_DAY_LEG_H

#include "mawari/app/app.h"
#include "mawari/geo/learnt.h"
#include "mawari/geo/leg.h"
#include "mawari/plan/timetable.h"
#include "mawari/store/queries.h"

/// Where a day begins or ends, a visit is, or somebody is picked up.
typedef struct Place {
    Id id;            // 0: unknown
    const char *name; // NULL: not read, as of the visits of a day
    Position position;
    const char *about; // by how much it may lie elsewhere (position_about()); NULL
} Place;

typedef struct DayLeg {
    Minute minutes; // NONE: unknown
    const char *source;
    Minute weather;       // how much of the minutes the weather adds
    bool typed;           // by the rep
    PlanTrain train;      // that goes this way round, where both its hours were typed
    const char *by_train; // the source where it is taken: with its hours
} DayLeg;

/// One leg by the part of the day in which one sets out (geo/learnt.h), weather not counted.
typedef struct LegHours {
    DayLeg parts[LEARNT_PARTS];
} LegHours;

/// What makes a leg longer on a day.
typedef struct LegDay {
    int32_t mode;                // TravelMode
    int32_t weather, weather_pm; // until noon and from then on; NONE
} LegDay;
enum { LEG_NOON = 12 * 60 };

/// Where legs are known from, for all legs of a day.
typedef struct LegSources {
    int32_t mode;
    TypedLegs typed; // at least what begins at either place of each leg
    bool learns;     // the rep's own trips are looked for
    Id trips_to;     // whose trips are at hand: so all ways to a place are one question; 0
    TripMade *trips;
    size_t trip_count;
    bool served;                             // a server's answers are
    const char *said_typed, *said_estimated; // the two usual sources in words, looked up once
} LegSources;
/// All but `typed`. Answers of a server are looked for where the settings name one, of ways by car.
LegSources leg_sources(App *app, int32_t mode, bool learns);
/// What the rep typed wins; else, between sites, what the rep's own trips tell of each part of the
/// day; else what a server told; else the distance; else nobody knows. The source says which.
bool day_leg_hours(App *app, LegSources *sources, Place from, Place to, Arena *arena, LegHours *ret,
                   Err *err);
bool leg_hours_differ(const LegHours *hours);
/// The leg of who sets out at `set_out` on such a day: its hour's, and longer by the weather.
DayLeg day_leg_at(App *app, const LegDay *day, const LegHours *hours, Minute set_out, Arena *arena);
/// All of that for one leg.
bool day_leg(App *app, const LegDay *day, Place from, Place to, Minute set_out, Arena *arena,
             DayLeg *ret, Err *err);

/// Why a train that was typed is not taken, in a sentence; NULL: it is, or there is none.
const char *no_train_text(const PlanTrain *train, TrainUse use, Arena *arena);

/// How one travels on a day that says nothing else.
int32_t day_usual_mode(App *app, Arena *arena);

#endif
