// SPDX-License-Identifier: GPL-3.0-or-later
// The hours of a day whose order is given: when to arrive, begin, leave and set out, what is late
// and by how much, where lunch and desk time stand, what is free. Pure; all in minutes.
#ifndef MAWARI_PLAN_TIMETABLE_H
#define MAWARI_PLAN_TIMETABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "mawari/base/arena.h"
#include "mawari/base/day.h"

/// A train at a known hour, part of a leg: what the leg is longer than the ride, one is on the way to
/// it before. It fits where it brings one there within TRAIN_NEAR of when one would be there anyway,
/// and in time; else another is meant, which takes as long.
typedef struct PlanTrain {
    Minute departs;
    Minute ride; // until one is at the stop; 0: no train is known
} PlanTrain;
enum { TRAIN_NEAR = 60 };

typedef enum TrainUse {
    TRAIN_NONE,
    TRAIN_TAKEN,
    TRAIN_MISSED,  // it would fit, but one cannot be there when it departs
    TRAIN_TOO_LATE // it arrives after the agreed hour
} TrainUse;

/// Something with a place in the day's order.
typedef struct PlanStop {
    Minute hour;          // agreed; NONE: it begins when its turn comes
    Minute length;        // how long it lasts
    Minute door;          // from the parked car to the person
    Minute leg;           // from the stop before; NONE: unknown, counts as 0 and is flagged
    PlanTrain train;      // that is known by its hour; it is taken where it fits
    bool travels;         // one sets out for it; false: it is done where one is
    Minute earliest;      // without `hour`: not before; NONE
    Minute arrived, left; // really; NONE
    Minute held; // late: it begins no earlier, or (of one that was arrived at) ends no earlier; 0
} PlanStop;

/// Something without a place: lunch, desk time, a call. It is put where it makes nothing late and
/// fits best: begins at `wanted` or soon after, is over by `latest`; at `earliest` if it must.
typedef struct PlanFloating {
    Minute length;
    Minute wanted, earliest, latest; // NONE: any
    bool fixed; // it must begin at its hour: what is in its way waits (a private hour)
} PlanFloating;

typedef struct DayFrame {
    Minute start, end;
    Minute end_leg; // from the last stop; NONE: unknown
    PlanTrain end_train;
    Minute now;     // NONE: a day ahead; DAY_MINUTES: a day that is over
    Minute reserve; // set out so much earlier than an agreed hour asks for
    Minute gap;     // less free time than this is no gap
} DayFrame;

typedef enum SlotKind { SLOT_STOP, SLOT_FLOATING, SLOT_GAP, SLOT_END } SlotKind;

typedef struct Slot {
    SlotKind kind;
    size_t index;   // of the stop or floating thing
    Minute set_out; // from the stop before
    Minute arrive;  // at the parking, really if it is known
    Minute begin, leave;
    Minute
        leave_by; // of stops with an hour that one travels to: hour − leg − door − reserve; where
                  // a train is taken: its departure − way to it − reserve; else NONE
    Minute slack;   // minutes to spare before the hour, or before the train; NONE without either
    Minute late_by; // after the hour (the end); 0: in time
    TrainUse train;
    bool leg_unknown;
} Slot;

typedef struct Timetable {
    Slot *slots; // in the order of the day; the last is SLOT_END
    size_t count;
    Minute travel_minutes; // of the known legs
    size_t legs_unknown;
} Timetable;

/// How the train of a way of `leg` minutes goes with who could set out at `clock` and, `door` minutes
/// after arriving, wants to begin at `hour` (NONE: as soon as may be, but not before `earliest`).
TrainUse train_use(const PlanTrain *train, Minute leg, Minute door, Minute hour, Minute earliest,
                   Minute clock);

/// Lays the stops out in their order and finds places for what floats. What nobody stamped is taken
/// to have gone as planned; where one is known to be still (arrived, not left), the clock waits
/// there. Slots are in `arena`.
Timetable timetable_make(const DayFrame *frame, const PlanStop *stops, size_t count,
                         const PlanFloating *floating, size_t floating_count, Arena *arena);

#endif
