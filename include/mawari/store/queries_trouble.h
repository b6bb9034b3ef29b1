// SPDX-License-Identifier: GPL-3.0-or-later
// Queries on troubles and their stages. A part of queries.h, which includes it.
#ifndef MAWARI_STORE_QUERIES_TROUBLE_H
#define MAWARI_STORE_QUERIES_TROUBLE_H

#include "mawari/model/kinds.h"
#include "mawari/store/store.h"

/// An open trouble with what its rows show.
typedef struct Trouble {
    Id id;
    const char *uid;
    Ticket ticket;
    const char *client_name, *contact_name, *contact_phone, *stage_name, *ball_name;
    Id ball;
    Day ball_since, told_on, inside_on, tell_by, ask_again;
    const char *last_told, *last_inside; // texts
    Moment created, changed;
} Trouble;
typedef struct Troubles {
    Trouble *rows;
    size_t count;
} Troubles;
/// Open troubles, of one client or (0) all: gravest first.
bool query_troubles(Store *store, Id client, Arena *arena, Troubles *ret, Err *err);
/// Of the open ones those that must be told, reported on or asked about by `day`, and those that
/// `me` is to act on. `report_due` is NONE when it was reported.
typedef struct TroubleNow {
    Id id, client, ball;
    int32_t number;
    const char *what;
    Day tell_by, report_due, ask_again;
} TroubleNow;
typedef struct TroublesNow {
    TroubleNow *rows;
    size_t count;
} TroublesNow;
bool query_troubles_now(Store *store, Day day, Id me, Arena *arena, TroublesNow *ret, Err *err);

/// A stage in the rep's own order. `reached`: when the rep set the trouble to it the last time, as the
/// journal remembers; NO_MOMENT where it began there or never came there.
typedef struct StageReached {
    Id id;
    const char *name;
    bool passed, now;
    Moment reached;
} StageReached;
bool query_ticket_stages(Store *store, Id ticket, Arena *arena, StageReached **ret,
                         size_t *ret_count, Err *err);

/// The trouble that was made last; 0: there is none.
bool query_last_ticket(Store *store, Id *ret, Err *err);
/// Those that were made after trouble `after`, in this order.
bool query_tickets_after(Store *store, Id after, Arena *arena, Id **ret, size_t *ret_count,
                         Err *err);

#endif
