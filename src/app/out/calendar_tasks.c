// SPDX-License-Identifier: GPL-3.0-or-later
// Promises and troubles for the phone: as tasks, or as whole days where it knows no tasks.
#include "calendar_maker.h"
#include "mawari/app/find.h"

enum { HIGH = 1, MIDDLE = 5, LOW = 9 };

static const char *both(const Maker *maker, const char *first, const char *second)
{
    if (!first || !second)
        return first ? first : second;
    return arena_print(maker->scratch, "%s\n%s", first, second);
}

static OutEvent *add_task(Maker *maker, const char *uid, Day day, int state, const char *summary)
{
    OutEvent *event = event_new(maker, uid, day, maker->task,
                                maker->task == ALL_DAY && state == DONE ? CANCELLED : state);
    event_put(maker, event, "summary", summary, false);
    event_put_whole(maker, event, "free", 1, false);
    event_put_whole(maker, event, "stand_in", maker->task == ALL_DAY, false);
    return event;
}

/// A list of tasks shows nothing else: with whom it is about.
static const char *about(const Maker *maker, const char *summary, const char *client)
{
    return client && *client ? arena_print(maker->scratch, _("%s (%s)"), summary, client) : summary;
}

static const char *promise_summary(const Maker *maker, const Commitment *commitment)
{
    return arena_print(maker->scratch,
                       commitment->direction == DIRECTION_MINE ? _("Promise: %s") : _("Owed: %s"),
                       commitment->what);
}

static OutEvent *add_promise(Maker *maker, const char *uid, const Commitment *commitment,
                             const char *client, int state)
{
    bool mine = commitment->direction == DIRECTION_MINE;
    OutEvent *event = add_task(maker, uid, commitment->due, state,
                               about(maker, promise_summary(maker, commitment), client));
    event->sequence = commitment->sequence;
    event_put(maker, event, "category", mine ? _("Promise") : _("Owed"), false);
    if (maker->task == TASK && commitment->due != NONE)
        event_put_whole(maker, event, "start", commitment->due_at, true);
    if (maker->task == TASK)
        event_put_whole(maker, event, "priority", mine ? MIDDLE : LOW, false);
    return event;
}

/// The number to call; NULL: nobody, or none is known.
static const char *number_of(const Maker *maker, Id contact)
{
    Contact who;
    if (!contact ||
        !record_get(maker->app->store, &entity_contact, contact, maker->scratch, &who, NULL))
        return NULL;
    return who.mobile ? who.mobile : who.telephone;
}

static bool add_promises(Maker *maker, Err *err)
{
    Promises open;
    if (!query_promises_open(maker->app->store, maker->scratch, &open, err))
        return false;
    for (size_t i = 0; i < open.count; i++) {
        const Promise *promise = &open.rows[i];
        if (!event_belongs(maker, promise->commitment.due))
            continue;
        OutEvent *event = add_promise(maker, promise->uid, &promise->commitment,
                                      promise->client_name, OPEN);
        const char *whom = both(maker, promise->contact_name,
                                number_of(maker, promise->commitment.contact));
        event->changed = promise->changed;
        event_put_whole(maker, event, "created", promise->created, false);
        event_put(maker, event, "description", both(maker, promise->client_name, whom), false);
    }
    return true;
}

static OutEvent *add_trouble(Maker *maker, const char *uid, Day tell_by, const Ticket *ticket,
                             const char *client, int state)
{
    const char *summary = arena_print(maker->scratch, _("Trouble T%d: %s"), ticket->number,
                                      ticket->what);
    OutEvent *event = add_task(maker, uid, tell_by, state, about(maker, summary, client));
    event->sequence = ticket->sequence;
    event_put(maker, event, "category", _("Trouble"), false);
    if (maker->task == TASK)
        event_put_whole(maker, event, "priority", HIGH, false);
    return event;
}

static bool add_troubles(Maker *maker, Err *err)
{
    Troubles open;
    if (!query_troubles(maker->app->store, 0, maker->scratch, &open, err))
        return false;
    for (size_t i = 0; i < open.count; i++) {
        const Trouble *trouble = &open.rows[i];
        if (!event_belongs(maker, trouble->tell_by))
            continue;
        OutEvent *event = add_trouble(maker, trouble->uid, trouble->tell_by, &trouble->ticket,
                                      trouble->client_name, OPEN);
        const char *whom = both(maker, trouble->contact_name, trouble->contact_phone);
        event->changed = trouble->changed;
        event_put_whole(maker, event, "created", trouble->created, false);
        event_put(maker, event, "description", both(maker, trouble->client_name, whom), false);
    }
    return true;
}

bool tasks_add(Maker *maker, Err *err)
{
    return maker->task == NONE ||
           (add_promises(maker, err) && add_troubles(maker, err) && events_hand_over(maker, err));
}

bool task_add_gone(Maker *maker, const RecordHead *head, Err *err)
{
    Arena *arena = maker->scratch;
    Store *store = maker->app->store;
    Commitment commitment;
    Ticket ticket;
    int state = head->archived ? CANCELLED : DONE;
    OutEvent *event = NULL;
    if (maker->task == NONE)
        return true;
    if (head->kind == &entity_commitment) {
        if (!record_get(store, head->kind, head->id, arena, &commitment, err))
            return false;
        if (head->archived || commitment.kept != NONE)
            event = add_promise(maker, head->uid, &commitment,
                                app_name(maker->app, commitment.client, arena), state);
    } else if (head->kind == &entity_ticket) {
        if (!record_get(store, head->kind, head->id, arena, &ticket, err))
            return false;
        if (head->archived || ticket.closed != NONE)
            event = add_trouble(maker, head->uid, ticket.closed, &ticket,
                                app_name(maker->app, ticket.client, arena), state);
    }
    if (event)
        event->changed = head->changed;
    return true;
}
