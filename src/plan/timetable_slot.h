// SPDX-License-Identifier: GPL-3.0-or-later
// The hours of one thing of a day, for who comes to it at a given minute.
#ifndef MAWARI_PLAN_TIMETABLE_SLOT_H
#define MAWARI_PLAN_TIMETABLE_SLOT_H

#include "mawari/plan/timetable.h"

/// One thing of the day in its turn.
typedef struct Turn {
    const PlanStop *stop;         // or
    const PlanFloating *floating; // …
    size_t index;
    Minute earliest; // of what floats, as it is tried now
} Turn;

static inline Minute known(Minute minute)
{
    return minute == NONE ? 0 : minute;
}

static inline Minute later(Minute a, Minute b)
{
    return a > b ? a : b;
}

/// The last minute at which one reaches the train of a leg.
static inline Minute train_set_out(const PlanTrain *train, Minute leg)
{
    return train->departs - later(known(leg) - train->ride, 0);
}

/// Stamped by somebody.
static inline bool real(const PlanStop *stop)
{
    return stop->arrived != NONE || stop->left != NONE;
}

/// A stop that waits for something but its turn, so that a delay is not only passed on.
static inline bool has_own_hour(const PlanStop *stop)
{
    return stop && (real(stop) || stop->hour != NONE || stop->held > 0 || stop->train.ride > 0);
}

/// A stop without an hour that begins at its earliest minute: where one comes to it, or waits for it.
static inline bool keeps_earliest(const PlanStop *stop, const Slot *slot)
{
    return stop && !real(stop) && stop->hour == NONE && stop->earliest != NONE &&
           slot->begin == stop->earliest;
}

Slot turn_slot(const Turn *turn, Minute clock, const DayFrame *frame);

#endif
