// SPDX-License-Identifier: GPL-3.0-or-later
// One event in the making: names and values for the child, and what they amount to.
#include "calendar_maker.h"

#include <inttypes.h>

void event_put(const Maker *maker, OutEvent *event, const char *name, const char *value, bool core)
{
    if (!value || event->count + 2 > sizeof event->texts / sizeof *event->texts)
        return;
    event->texts[event->count++] = name;
    event->texts[event->count++] = arena_copy(maker->arena, value);
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
    out->rows = arena_more(maker->arena, out->rows, out->count, &out->room, sizeof(OutEvent));
    OutEvent *event = &out->rows[out->count++];
    *event = (OutEvent){.uid = arena_copy(maker->arena, uid),
                        .day = day,
                        .todo = kind == TODO,
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
