// SPDX-License-Identifier: GPL-3.0-or-later
// When one sets out, arrives, begins and leaves: what was stamped, what is agreed, what has its turn.
#include "timetable_slot.h"

/// A stop that somebody stamped: what is missing is taken from its length; who is still there
/// today stays until now at least.
static Slot stamped(const PlanStop *stop, Minute now)
{
    Minute arrived = stop->arrived != NONE ? stop->arrived : stop->left - stop->length;
    Minute still = now < DAY_MINUTES ? now : NONE;
    Minute left = stop->left != NONE ? stop->left
                                     : later(later(arrived + stop->length, still), stop->held);
    return (Slot){.set_out = arrived - known(stop->leg),
                  .arrive = arrived,
                  .begin = arrived,
                  .leave = left,
                  .leave_by = NONE,
                  .slack = NONE};
}

TrainUse train_use(const PlanTrain *train, Minute leg, Minute door, Minute hour, Minute earliest,
                   Minute clock)
{
    Minute there = train->departs + train->ride + door;
    Minute wanted = hour != NONE ? hour : later(clock + known(leg) + door, earliest);
    if (train->ride <= 0 || there > wanted + TRAIN_NEAR || there < wanted - TRAIN_NEAR)
        return TRAIN_NONE;
    if (hour != NONE && there > hour)
        return TRAIN_TOO_LATE;
    return clock > train_set_out(train, leg) ? TRAIN_MISSED : TRAIN_TAKEN;
}

/// One sets out for the train, and comes to the stop with it: early where an hour is agreed.
static Slot by_train(Slot slot, const PlanStop *stop, Minute clock, Minute reserve)
{
    const PlanTrain *train = &stop->train;
    Minute last = train_set_out(train, stop->leg);
    slot.leave_by = last - reserve;
    slot.slack = last - clock;
    slot.set_out = later(clock, slot.leave_by);
    slot.arrive = train->departs + train->ride;
    slot.begin = later(slot.arrive + stop->door, stop->hour != NONE ? stop->hour : stop->earliest);
    slot.leave = slot.begin + stop->length;
    slot.late_by = 0;
    return slot;
}

static Slot agreed(const PlanStop *stop, Minute clock, Minute reserve)
{
    Minute way = known(stop->leg) + stop->door;
    Minute leave_by = stop->hour - way - (stop->travels ? reserve : 0);
    Minute spare = stop->hour - way - clock;
    Minute set_out = later(clock, leave_by);
    Minute begin = later(stop->hour, set_out + way);
    return (Slot){.set_out = set_out,
                  .arrive = set_out + known(stop->leg),
                  .begin = begin,
                  .leave = begin + stop->length,
                  .leave_by = stop->travels ? leave_by : NONE,
                  .slack = later(spare, 0),
                  .late_by = later(-spare, 0)};
}

static Slot in_turn(const PlanStop *stop, Minute clock)
{
    Minute way = known(stop->leg) + stop->door;
    Minute begin = later(clock + way, stop->earliest);
    return (Slot){.set_out = begin - way,
                  .arrive = begin - stop->door,
                  .begin = begin,
                  .leave = begin + stop->length,
                  .leave_by = NONE,
                  .slack = NONE};
}

/// Somebody said to be late: one sets out as planned, and all behind that shifts.
static Slot held_up(Slot slot, const PlanStop *stop)
{
    Minute by = stop->held > 0 ? later(stop->held - slot.begin, 0) : 0;
    slot.arrive += by;
    slot.begin += by;
    slot.leave += by;
    if (stop->hour != NONE && by > 0) {
        slot.late_by = later(slot.begin - stop->hour, 0);
        slot.slack = slot.late_by > 0 ? 0 : slot.slack;
    }
    return slot;
}

Slot turn_slot(const Turn *turn, Minute clock, const DayFrame *frame)
{
    Slot slot;
    const PlanStop *stop = turn->stop;
    if (turn->floating) {
        PlanStop as_stop = {.length = turn->floating->length, .earliest = turn->earliest};
        slot = in_turn(&as_stop, clock);
        slot.kind = SLOT_FLOATING;
    } else if (real(stop)) {
        slot = stamped(stop, frame->now);
    } else {
        slot = stop->hour != NONE ? agreed(stop, clock, frame->reserve) : in_turn(stop, clock);
        slot.train = train_use(&stop->train, stop->leg, stop->door, stop->hour, stop->earliest,
                               clock);
        if (slot.train == TRAIN_TAKEN)
            slot = by_train(slot, stop, clock, frame->reserve);
        slot = held_up(slot, stop);
    }
    slot.index = turn->index;
    slot.leg_unknown = stop && stop->travels && stop->leg == NONE;
    return slot;
}
