// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings and entertaining for the phone: at their hours, else for the whole day. Never who comes.
#include "calendar_maker.h"
#include "mawari/store/queries.h"

static OutEvent *add_event(Maker *maker, const RecordHead *head, const DayEvent *of, int state)
{
    bool timed = of->start != NONE;
    const char *format = state == CANCELLED ? _("[cancelled] %s") : "%s";
    OutEvent *event = event_new(maker, head->uid, of->day, timed ? TIMED : ALL_DAY, state);
    event->changed = head->changed;
    event->sequence = NONE;
    event_put_whole(maker, event, "created", head->created, false);
    if (timed) {
        event_put_whole(maker, event, "start", of->start, true);
        event_put_whole(maker, event, "minutes", of->minutes, true);
    }
    event_put(maker, event, "summary", arena_print(maker->scratch, format, of->name), false);
    event_put(maker, event, "place", of->place, true);
    event_put(maker, event, "category", of->entertaining ? _("Entertaining") : _("Meeting"), false);
    return event;
}

bool meetings_add(Maker *maker, Err *err)
{
    DayEvents found;
    Store *store = maker->app->store;
    if (!query_events(store, maker->from, maker->to, maker->scratch, &found, err))
        return false;
    for (size_t i = 0; i < found.count; i++) {
        RecordHead head;
        if (!record_head(store, found.rows[i].id, maker->scratch, &head, err))
            return false;
        (void)add_event(maker, &head, &found.rows[i], CONFIRMED);
    }
    return true;
}

bool meeting_add_gone(Maker *maker, const RecordHead *head, const Sent *old, Err *err)
{
    DayEvent gone = {.id = head->id,
                     .day = old->day,
                     .name = head->name,
                     .start = NONE,
                     .entertaining = head->kind == &entity_entertainment};
    (void)err;
    if (head->archived)
        (void)add_event(maker, head, &gone, CANCELLED);
    return true;
}
