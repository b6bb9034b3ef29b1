// SPDX-License-Identifier: GPL-3.0-or-later
// The hours of a day whose order is given. A day is walked from start to end with a clock; what
// floats is tried at every place, and the place that costs least is kept.
#include "mawari/plan/timetable.h"

#include "timetable_cost.h"
#include "timetable_gaps.h"
#include "timetable_slot.h"

/// Where a walk through the day is.
typedef struct Clock {
    Minute at, happened; // now, and the latest that is known to have happened
    Cost cost;           // so far
} Clock;

/// What a delay comes to: who reaches a turn at `clock` comes to `agreed`, the next thing from there
/// on that was agreed and is still ahead, at the later of `clock` + `shift` and `least`.
typedef struct Run {
    const PlanStop *agreed; // NULL: nothing, or something stamped, held up or by train is before it
    Minute shift, least;
} Run;

typedef struct DayOrder {
    const DayFrame *frame;
    Turn *turns;
    size_t count;
    Clock *clocks;    // before each turn and after the last, as the last walk left them
    Run *runs;        // from each turn on, and from the end
    size_t walked;    // up to this turn the clocks still hold
    size_t shiftable; // from this turn on nothing waits for an hour: a delay is only passed on
} DayOrder;

static Slot end_of_day(const DayFrame *frame, Minute clock)
{
    Minute leg = known(frame->end_leg);
    const PlanTrain *home = &frame->end_train;
    TrainUse train = train_use(home, leg, 0, NONE, frame->end, clock);
    bool taken = train == TRAIN_TAKEN;
    Minute last = train_set_out(home, leg), free = frame->end - leg - clock;
    Minute set_out = taken                ? later(clock, last - frame->reserve)
                     : free >= frame->gap ? clock + free
                                          : clock;
    Minute arrive = taken ? home->departs + home->ride : set_out + leg;
    return (Slot){.kind = SLOT_END,
                  .train = train,
                  .set_out = set_out,
                  .arrive = arrive,
                  .begin = arrive,
                  .leave = arrive,
                  .leave_by = taken ? last - frame->reserve : NONE,
                  .slack = taken ? last - clock : NONE,
                  .late_by = later(arrive - frame->end, 0),
                  .leg_unknown = frame->end_leg == NONE};
}

/// What really happened sets the clock, the latest of it counting, whatever order it came in; an
/// overlap counts where something floating stands before it.
static Slot pass(Clock *clock, const Turn *turn, bool follows, const DayFrame *frame)
{
    Slot slot = turn_slot(turn, clock->at, frame);
    clock->cost.late += slot.late_by;
    clock->cost.tight += slot.leave_by != NONE ? later(slot.set_out - slot.leave_by, 0) : 0;
    if (turn->stop && real(turn->stop)) {
        clock->cost.late += follows ? later(clock->at - slot.arrive, 0) : 0;
        clock->happened = later(clock->happened, slot.leave);
        clock->at = clock->happened;
    } else {
        clock->at = slot.leave;
    }
    return slot;
}

/// The same for what stands in the order already: an hour that was given is kept as an agreed one is.
static Slot pass_again(Clock *clock, const Turn *turn, bool follows, const DayFrame *frame)
{
    Slot slot = pass(clock, turn, follows, frame);
    if (turn->floating && turn->floating->fixed)
        clock->cost.late += later(slot.begin - turn->floating->earliest, 0);
    return slot;
}

/// Does the turn begin as soon as the one before it is over, however late that is?
static bool only_follows(const DayOrder *order, size_t at, const Slot *slots)
{
    const PlanStop *stop = order->turns[at].stop;
    if (order->turns[at].floating && order->turns[at].floating->fixed)
        return false;
    return !has_own_hour(stop) && !keeps_earliest(stop, &slots[at]) &&
           slots[at].set_out == order->clocks[at].at;
}

/// Walks the day from where it has changed; `slots` has room for all turns and the end.
static void walk(DayOrder *order, Slot *slots)
{
    Clock clock = order->clocks[order->walked];
    for (size_t i = order->walked; i < order->count; i++) {
        order->clocks[i] = clock;
        slots[i] = pass_again(&clock, &order->turns[i], i > 0 && order->turns[i - 1].floating,
                              order->frame);
    }
    slots[order->count] = end_of_day(order->frame, clock.at);
    order->walked = order->count;
    order->clocks[order->count] = clock;
    order->clocks[order->count].cost.home = slots[order->count].late_by;
    order->shiftable = order->count;
    while (order->shiftable > 0 && only_follows(order, order->shiftable - 1, slots))
        order->shiftable--;
}

/// The run that begins with `turn`, from the one behind it.
static Run run_from(const Turn *turn, const Run *behind)
{
    const PlanStop *stop = turn->stop;
    if (has_own_hour(stop))
        return (Run){.agreed = real(stop) || stop->held > 0 || stop->hour == NONE ? NULL : stop,
                     .least = NONE};
    Minute length = stop ? stop->length : turn->floating->length;
    Minute way = stop ? known(stop->leg) + stop->door : 0;
    Minute earliest = stop ? stop->earliest : turn->earliest;
    Run run = {behind->agreed, way + length + behind->shift, behind->least};
    if (earliest != NONE)
        run.least = later(run.least, earliest + length + behind->shift);
    return run;
}

static void insert(DayOrder *order, size_t at, Turn turn)
{
    order->runs[order->count + 1] = order->runs[order->count];
    for (size_t i = order->count++; i > at; i--) {
        order->turns[i] = order->turns[i - 1];
        order->runs[i] = order->runs[i - 1];
    }
    order->turns[at] = turn;
    order->walked = at < order->walked ? at : order->walked;
    for (size_t i = at + 1; i-- > 0;) {
        order->runs[i] = run_from(&order->turns[i], &order->runs[i + 1]);
        if (has_own_hour(order->turns[i].stop))
            return; // what is before it does not look beyond
    }
}

/// By how much the turn begins later for who comes to it at `clock`, if it begins at its earliest.
static Minute moved_by(const DayOrder *order, size_t at, Minute clock)
{
    const Turn *turn = &order->turns[at];
    if (!turn->stop || turn->stop->earliest == NONE || turn->stop->hour != NONE)
        return 0;
    Slot was = turn_slot(turn, order->clocks[at].at, order->frame);
    return keeps_earliest(turn->stop, &was) ? turn_slot(turn, clock, order->frame).begin - was.begin
                                            : 0;
}

/// What the day costs with `turn` before the one at `at`, from what the last walk knows. Something
/// more never makes the rest less late, so that it is given up once it is later than `most`; and
/// where the clock is as it was without it, the rest is as it was.
static Cost cost_at(const DayOrder *order, size_t at, const Turn *turn, Minute most)
{
    const PlanFloating *thing = turn->floating;
    const Clock *last = &order->clocks[order->count];
    Clock clock = order->clocks[at];
    Slot slot = pass(&clock, turn, false, order->frame);
    clock.cost.over = thing->latest != NONE ? later(slot.leave - thing->latest, 0) : 0;
    clock.cost.early = thing->wanted != NONE ? later(thing->wanted - slot.begin, 0) : 0;
    for (size_t i = at; i < order->shiftable; i++) {
        clock.cost.moved += moved_by(order, i, clock.at);
        pass_again(&clock, &order->turns[i], i == at || order->turns[i - 1].floating, order->frame);
        const Clock *was = &order->clocks[i + 1];
        Minute late = clock.cost.late + last->cost.late - was->cost.late;
        if (late > most || clock.at == was->at) {
            clock.cost.late = late;
            clock.cost.tight += last->cost.tight - was->cost.tight;
            clock.cost.home = last->cost.home;
            return clock.cost;
        }
    }
    const Clock *was = &order->clocks[at > order->shiftable ? at : order->shiftable];
    clock.cost.late += last->cost.late - was->cost.late;
    clock.cost.tight += last->cost.tight - was->cost.tight;
    clock.cost.home = end_of_day(order->frame, last->at + clock.at - was->at).late_by;
    return clock.cost;
}

static Minute late_at(const Run *run, Minute clock)
{
    if (!run->agreed)
        return 0;
    Minute way = known(run->agreed->leg) + run->agreed->door;
    return later(later(clock + run->shift, run->least) + way - run->agreed->hour, 0);
}

/// How late the day is at least with `turn` before the one at `at`: what was agreed next tells.
static Minute late_at_least(const DayOrder *order, size_t at, const Turn *turn)
{
    Minute clock = order->clocks[at].at, over = later(clock, turn->earliest);
    return order->clocks[order->count].cost.late +
           late_at(&order->runs[at], over + turn->floating->length) -
           late_at(&order->runs[at], clock);
}

/// What is over cannot be changed any more: behind us nothing is put earlier than it is wanted, nor
/// where it makes something late.
static Cost cost_there(const DayOrder *order, size_t at, const Turn *turn, Minute most)
{
    Minute now = order->frame->now;
    Cost cost = cost_at(order, at, turn, most);
    bool today = now != NONE && now < DAY_MINUTES && !turn->floating->fixed;
    if (!today || turn_slot(turn, order->clocks[at].at, order->frame).begin >= now)
        return cost;
    if (cost.early > 0 || cost.late > order->clocks[order->count].cost.late)
        cost.late = INT32_MAX;
    return cost;
}

/// The best place so far.
typedef struct Best {
    Cost cost;
    size_t at;
    Turn turn;
} Best;

/// The last place that is worth trying from `first` on. Where a delay is only passed on, something
/// that begins at once wherever it stands and is not to be over by an hour costs everywhere the same.
static size_t last_place(const DayOrder *order, size_t first, const Turn *turn)
{
    size_t shiftable = first > order->shiftable ? first : order->shiftable;
    bool anywhere = turn->floating->wanted == NONE && turn->floating->latest == NONE &&
                    !turn->floating->fixed && order->clocks[shiftable].at >= turn->earliest;
    return anywhere ? shiftable : order->count;
}

/// The first of the cheapest places from `first` on. They are tried from the end of the day, where
/// there is least to make late: so most others are given up soon.
static void try_from(const DayOrder *order, size_t first, Turn turn, Best *best)
{
    Best own = {.cost = {.late = INT32_MAX}};
    for (size_t at = last_place(order, first, &turn) + 1; at-- > first;) {
        Minute most = own.cost.late < best->cost.late ? own.cost.late : best->cost.late;
        if (late_at_least(order, at, &turn) > most)
            continue;
        Cost cost = cost_there(order, at, &turn, most);
        if (!cheaper(own.cost, cost))
            own = (Best){.cost = cost, .at = at, .turn = turn};
    }
    if (cheaper(own.cost, best->cost))
        *best = own;
}

/// The last of the cheapest places before `first`.
static void try_before(const DayOrder *order, size_t first, Turn turn, Best *best)
{
    for (size_t at = first; at-- > 0;) {
        if (late_at_least(order, at, &turn) > best->cost.late)
            continue;
        Cost cost = cost_at(order, at, &turn, best->cost.late);
        if (cheaper(cost, best->cost))
            *best = (Best){.cost = cost, .at = at, .turn = turn};
    }
}

/// Puts `thing` where it costs least, the first such place. It never goes before what one has set
/// out for already at the hour from which it is tried; a fixed one does, as late as possible, when
/// it would not begin in time otherwise.
static void settle(DayOrder *order, const PlanFloating *thing, size_t index, Slot *slots)
{
    const Minute from[] = {thing->wanted != NONE ? thing->wanted : thing->earliest,
                           thing->earliest};
    Turn turn = {.floating = thing, .index = index};
    Best best = {.cost = {.late = INT32_MAX}, .at = order->count, .turn = turn};
    walk(order, slots);
    for (size_t t = 0; t < 2 && (t == 0 || from[1] != from[0]); t++) {
        turn.earliest = from[t];
        size_t first = 0;
        while (first < order->count && slots[first].set_out < from[t])
            first++;
        try_from(order, first, turn, &best);
        if (thing->fixed)
            try_before(order, first, turn, &best);
    }
    insert(order, best.at, best.turn);
}

Timetable timetable_make(const DayFrame *frame, const PlanStop *stops, size_t count,
                         const PlanFloating *floating, size_t floating_count, Arena *arena)
{
    size_t all = count + floating_count;
    DayOrder order = {.frame = frame,
                      .turns = arena_array(arena, Turn, all),
                      .clocks = arena_array(arena, Clock, all + 1),
                      .runs = arena_array(arena, Run, all + 1)};
    Slot *slots = arena_array(arena, Slot, all + 1);
    order.clocks[0] = (Clock){.at = frame->start, .happened = NONE};
    for (size_t i = 0; i < count; i++)
        order.turns[order.count++] = (Turn){.stop = &stops[i], .index = i};
    for (size_t i = count; i-- > 0;)
        order.runs[i] = run_from(&order.turns[i], &order.runs[i + 1]);
    for (size_t i = 0; i < floating_count; i++)
        settle(&order, &floating[i], i, slots);
    walk(&order, slots);
    Timetable table = timetable_with_gaps(frame, slots, all + 1, arena);
    for (size_t i = 0; i < count; i++) {
        table.travel_minutes += stops[i].travels ? known(stops[i].leg) : 0;
        table.legs_unknown += stops[i].travels && stops[i].leg == NONE;
    }
    table.travel_minutes += known(frame->end_leg);
    table.legs_unknown += frame->end_leg == NONE;
    return table;
}
