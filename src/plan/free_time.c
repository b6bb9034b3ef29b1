// SPDX-License-Identifier: GPL-3.0-or-later
// How long one is really free: what has no hour is pushed against what has one.
#include "mawari/plan/free_time.h"

typedef struct FreeAsk {
    const Timetable *table;
    const PlanStop *stops;
    const PlanFloating *floating;
    Minute at, least;
} FreeAsk;

static bool is_fixed(const FreeAsk *ask, const Slot *slot)
{
    switch (slot->kind) {
    case SLOT_STOP:
        return ask->stops[slot->index].hour != NONE || slot->train == TRAIN_TAKEN ||
               ask->stops[slot->index].earliest == slot->begin;
    case SLOT_FLOATING:
        return ask->floating[slot->index].fixed;
    case SLOT_GAP:
        return false;
    case SLOT_END:
        break;
    }
    return true;
}

static bool is_stamped(const FreeAsk *ask, const Slot *slot)
{
    const PlanStop *stop = slot->kind == SLOT_STOP ? &ask->stops[slot->index] : NULL;
    return stop && (stop->arrived != NONE || stop->left != NONE);
}

/// Over, or one is there.
static bool is_begun(const FreeAsk *ask, const Slot *slot)
{
    if (slot->kind == SLOT_END)
        return false;
    if (is_stamped(ask, slot) || is_fixed(ask, slot))
        return slot->begin <= ask->at;
    return slot->leave <= ask->at;
}

/// What a slot takes of the day, without waiting.
static Minute takes(const FreeAsk *ask, const Slot *slot)
{
    if (slot->kind != SLOT_STOP)
        return slot->kind == SLOT_FLOATING ? ask->floating[slot->index].length : 0;
    const PlanStop *stop = &ask->stops[slot->index];
    return (stop->leg == NONE ? 0 : stop->leg) + stop->door + stop->length;
}

static Minute latest(const FreeAsk *ask, const Slot *slot)
{
    Minute own = slot->kind == SLOT_FLOATING ? ask->floating[slot->index].latest : NONE;
    return own == NONE ? INT32_MAX : own;
}

/// The hour at which one must be on the way to a fixed thing.
static Minute set_out(const Slot *slot)
{
    return slot->kind == SLOT_FLOATING ? slot->begin : slot->set_out;
}

static bool is_ahead(const FreeAsk *ask, const Slot *slot)
{
    return slot->kind != SLOT_GAP && !is_begun(ask, slot);
}

/// Away from where one is: what has begun may go on.
static Minute free_from(const FreeAsk *ask)
{
    Minute from = ask->at;
    for (size_t i = 0; i < ask->table->count; i++) {
        const Slot *slot = &ask->table->slots[i];
        if (slot->kind != SLOT_GAP && is_begun(ask, slot) && slot->leave > from)
            from = slot->leave;
    }
    return from;
}

/// What stands before the next fixed thing begins as late as it can.
static FreeTime at_once(const FreeAsk *ask)
{
    const Slot *slots = ask->table->slots;
    FreeTime out = {.from = free_from(ask)};
    for (; !(is_ahead(ask, &slots[out.fixed]) && is_fixed(ask, &slots[out.fixed])); out.fixed++)
        if (is_ahead(ask, &slots[out.fixed]) && out.waits++ < FREE_NAMED)
            out.waiting[out.waits - 1] = out.fixed;
    out.until = set_out(&slots[out.fixed]);
    for (size_t i = out.fixed; i-- > 0;) {
        if (!is_ahead(ask, &slots[i]))
            continue;
        Minute over = latest(ask, &slots[i]);
        out.until = (over < out.until ? over : out.until) - takes(ask, &slots[i]);
        out.needed += takes(ask, &slots[i]);
    }
    return out;
}

static bool as_it_stands(const FreeAsk *ask, FreeTime *ret)
{
    const Timetable *table = ask->table;
    for (size_t i = 0; i + 1 < table->count; i++) {
        const Slot *slot = &table->slots[i];
        Minute from = slot->begin > ask->at ? slot->begin : ask->at;
        if (slot->kind != SLOT_GAP || slot->leave - from < ask->least)
            continue;
        *ret = (FreeTime){.from = from, .until = slot->leave, .fixed = i + 1};
        return true;
    }
    return false;
}

bool free_time(const Timetable *table, const PlanStop *stops, const PlanFloating *floating,
               Minute at, Minute least, FreeTime *ret)
{
    const FreeAsk ask = {table, stops, floating, at, least};
    FreeTime found = at_once(&ask);
    if (found.until - found.from < least)
        return as_it_stands(&ask, ret);
    *ret = found;
    return true;
}
