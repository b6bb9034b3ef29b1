// SPDX-License-Identifier: GPL-3.0-or-later
// One event in the making: names and values for the child, and what they amount to.
#include "calendar_maker.h"

#include <inttypes.h>

void event_put(const Maker *maker, OutEvent *event, const char *name, const char *value, bool core)
{
    if (!value || event->count + 2 > sizeof event->texts / sizeof *event->texts)
        return;
    event->texts[event->count++] = name;
    event->texts[event->count++] = arena_copy(maker->scratch, value);
    event->whole = hash_text(hash_text(event->whole, name), value);
    if (core)
        event->core = hash_text(hash_text(event->core, name), value);
}

void event_put_whole(const Maker *maker, OutEvent *event, const char *name, int64_t value,
                     bool core)
{
    if (value != NONE && value != NO_MOMENT)
        event_put(maker, event, name, arena_print(maker->scratch, "%" PRId64, value), core);
}

OutEvent *event_new(Maker *maker, const char *uid, Day day, int kind, int state)
{
    OutEvents *out = &maker->out;
    out->rows = arena_more(maker->scratch, out->rows, out->count, &out->room, sizeof(OutEvent));
    OutEvent *event = &out->rows[out->count++];
    *event = (OutEvent){.uid = arena_copy(maker->arena, uid),
                        .day = day,
                        .todo = kind == TASK,
                        .core = HASH_START,
                        .whole = HASH_START,
                        .texts = {"event"},
                        .count = 1};
    event_put(maker, event, "uid", uid, true);
    event_put_whole(maker, event, "kind", kind, true);
    event_put_whole(maker, event, "state", state, true);
    event_put_whole(maker, event, "day", day, true);
    return event;
}

// --- SEQUENCE and stamp

/// The same as was sent keeps its stamp, so that the same bytes are written again; a change of hour,
/// length, place or state is a new SEQUENCE (RFC 5545 3.8.7.4).
static void settle(const Maker *maker, OutEvent *event)
{
    const Sent *old = sent_find(maker->sent, event->uid);
    if (event->sequence == NONE)
        event->sequence = 0;
    if (old) {
        event->sequence = old->sequence + (old->core != event->core);
        event->changed = old->whole == event->whole ? old->stamp : maker->app->now;
    }
    uint64_t core = event->core, whole = event->whole;
    event_put_whole(maker, event, "sequence", event->sequence, false);
    event_put_whole(maker, event, "changed", event->changed, false);
    event->core = core;
    event->whole = whole;
}

bool events_hand_over(Maker *maker, Err *err)
{
    MadeEvents *made = &maker->made;
    for (size_t i = 0; i < maker->out.count; i++) {
        OutEvent *event = &maker->out.rows[i];
        settle(maker, event);
        made->rows = arena_more(maker->arena, made->rows, made->count, &made->room, sizeof(Sent));
        made->rows[made->count++] = (Sent){event->uid,     event->day,  event->sequence,
                                           event->changed, event->core, event->whole};
        made->todos += event->todo;
    }
    if (maker->out.count > 0 && !maker->take(maker->context, &maker->out, err))
        return false;
    maker->out = (OutEvents){0};
    arena_empty(maker->scratch);
    return true;
}

bool event_belongs(const Maker *maker, Day due)
{
    bool with_today = maker->from <= maker->app->today;
    if (due == NONE)
        return with_today && maker->task == TASK;
    return due <= maker->to && (due >= maker->from || with_today);
}
