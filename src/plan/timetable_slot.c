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
    if (turn->floating) {
        PlanStop as_stop = {.length = turn->floating->length, .earliest = turn->earliest};
        slot = in_turn(&as_stop, clock);
        slot.kind = SLOT_FLOATING;
    } else if (real(turn->stop)) {
        slot = stamped(turn->stop, frame->now);
    } else {
        slot = held_up(turn->stop->hour != NONE ? agreed(turn->stop, clock, frame->reserve)
                                                : in_turn(turn->stop, clock),
                       turn->stop);
    }
    slot.index = turn->index;
    slot.leg_unknown = turn->stop && turn->stop->travels && turn->stop->leg == NONE;
    return slot;
}
