// SPDX-License-Identifier: GPL-3.0-or-later
// Queries on meetings, entertaining and gifts. A part of queries.h, which includes it.
#ifndef MAWARI_STORE_QUERIES_MEETING_H
#define MAWARI_STORE_QUERIES_MEETING_H

#include "mawari/model/entertaining.h"
#include "mawari/store/store.h"

/// A meeting or an evening with guests: it takes time of its day.
typedef struct DayEvent {
    Id id;
    Day day;
    const char *name, *place;
    Minute start; // NONE: no hour is known
    Minute minutes;
    bool entertaining; // else a meeting
} DayEvent;
typedef struct DayEvents {
    DayEvent *rows;
    size_t count;
} DayEvents;
/// Those of [from, to], by day and hour.
bool query_events(Store *store, Day from, Day to, Arena *arena, DayEvents *ret, Err *err);

/// One of a roster.
typedef struct RosterRow {
    Id id, who;
    bool rival;
    const char *name, *seat, *word;
    int32_t greeted; // Greeted, NONE
} RosterRow;
/// People before rivals, by their seats.
bool query_roster(Store *store, Id meeting, Arena *arena, RosterRow **ret, size_t *ret_count,
                  Err *err);
/// A meeting whose roster was not gone over to its end.
typedef struct RosterOpen {
    Id id;
    const char *title;
    Day day;
    Minute start, minutes; // start NONE: no hour is known
    int32_t left;          // people; rivals are not greeted
} RosterOpen;
/// Those of [from, to].
bool query_rosters_open(Store *store, Day from, Day to, Arena *arena, RosterOpen **ret,
                        size_t *ret_count, Err *err);
/// My open promise to a person that is due first, and what was last said with it by `day`; NULL:
/// there is none.
bool query_promise_to(Store *store, Id contact, Arena *arena, const char **ret, Err *err);
bool query_last_words(Store *store, Id contact, Day day, Arena *arena, Day *ret_day,
                      const char **ret, Err *err);

/// A guest with company and relation, of a contact's own where the guest names none.
typedef struct GuestRow {
    Id id;
    const char *name, *company, *relation;
} GuestRow;
bool query_guests(Store *store, Id entertainment, Arena *arena, GuestRow **ret, size_t *ret_count,
                  Err *err);
/// The last evening with a client up to `day`, 0: never; and how many there were since `from`.
bool query_entertained_there(Store *store, Id client, Day day, Day from, Id *ret,
                             int32_t *ret_times, Err *err);
/// A person of a client that is a key person, or was a guest.
typedef struct Entertained {
    Id id;
    const char *name, *client_name;
    Day last; // NONE: never
    int32_t times;
} Entertained;
/// Those who never were first, then who was longest ago; at most `most`.
bool query_entertained(Store *store, Day day, size_t most, Arena *arena, Entertained **ret,
                       size_t *ret_count, Err *err);
/// Why this person, or the whole client, may not accept gifts, and whom that is said of; NULL: they
/// may.
bool query_no_gift(Store *store, Id client, Id contact, Arena *arena, const char **ret_why,
                   const char **ret_whom, Err *err);
/// One who may not accept gifts, and why.
typedef struct NoGiftRow {
    Id id, party;
    const char *whom; // NULL: the client that was asked for
    const char *why;
} NoGiftRow;
typedef struct NoGifts {
    NoGiftRow *rows;
    size_t count;
} NoGifts;
/// A client, then its people.
bool query_no_gifts_at(Store *store, Id client, Arena *arena, NoGifts *ret, Err *err);
/// Those who come to a meeting or to an evening with guests, and their companies.
bool query_no_gifts_among(Store *store, Id event, Arena *arena, NoGifts *ret, Err *err);

#endif
