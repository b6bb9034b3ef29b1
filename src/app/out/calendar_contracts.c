// SPDX-License-Identifier: GPL-3.0-or-later
// The last day on which notice of a contract can be given, for the phone: a whole day, unless
// promises and troubles stay at home too.
#include "calendar_maker.h"
#include "mawari/store/queries_renewal.h"
#include "mawari/store/record.h"

enum { CONTRACTS_MOST = 5000 };

static OutEvent *add_event(Maker *maker, const RecordHead *head, Day day, int state)
{
    OutEvent *event = event_new(maker, head->uid, day, ALL_DAY, state);
    event->changed = head->changed;
    event->sequence = NONE;
    event_put_whole(maker, event, "created", head->created, false);
    event_put(maker, event, "summary",
              arena_print(maker->scratch,
                          state == CANCELLED ? _("[cancelled] Last day for notice: %s")
                                             : _("Last day for notice: %s"),
                          head->name),
              false);
    event_put(maker, event, "category", _("Contract"), false);
    event_put_whole(maker, event, "free", 1, false);
    return event;
}

static bool add_notice(Maker *maker, const RunningContract *of, Err *err)
{
    RecordHead head;
    if (!record_head(maker->app->store, of->id, maker->scratch, &head, err))
        return false;
    OutEvent *event = add_event(maker, &head, of->notice, CONFIRMED);
    event_put(maker, event, "description", of->client_name, false);
    return true;
}

bool contracts_add(Maker *maker, Err *err)
{
    RunningContracts found;
    if (maker->task == NONE)
        return true;
    if (!query_contracts_between(maker->app->store, maker->from, maker->to, CONTRACTS_MOST,
                                 maker->scratch, &found, err))
        return false;
    for (size_t i = 0; i < found.count; i++)
        if (!add_notice(maker, &found.rows[i], err))
            return false;
    return true;
}

bool contract_add_gone(Maker *maker, const RecordHead *head, const Sent *old, Err *err)
{
    Contract contract;
    if (maker->task == NONE)
        return true;
    if (!record_get(maker->app->store, &entity_contract, head->id, maker->scratch, &contract, err))
        return false;
    bool runs = contract.state == CONTRACT_RUNNING || contract.state == NONE;
    if (head->archived || !runs)
        (void)add_event(maker, head, old->day, CANCELLED);
    return true;
}
