// SPDX-License-Identifier: GPL-3.0-or-later
// The hand-written queries of panes and commands; the SQL is in assets/sql.
#ifndef MAWARI_STORE_QUERIES_H
#define MAWARI_STORE_QUERIES_H

#include "mawari/model/rules.h"
#include "mawari/store/store.h"

/// A visit of a day with the names that its row shows.
typedef struct DayVisit {
    Id id;
    const char *uid;
    Visit visit;
    const char *client_name, *client_reading, *site_name, *contact_name, *contact_title,
        *contact_reading;
    const char *contact_phone;                // mobile, else direct line
    Site site;                                // blank when unknown
    int32_t mine_open, mine_today, mine_late; // promises at this client by `today`
    int32_t theirs_open, theirs_late;
    int32_t ticket_number; // the gravest open trouble there, NONE
    Moment created, changed;
    bool named; // names, telephone and what waits there are read
} DayVisit;
typedef struct DayVisits {
    DayVisit *rows;
    size_t count;
} DayVisits;
/// Agreed ones by hour, floating ones by their place, merged as the day's order (`place`).
bool query_day_visits(Store *store, Day day, Day today, Arena *arena, DayVisits *ret, Err *err);
/// The same, but for what query_visit_names() reads: names, telephone, what waits there.
bool query_stops_between(Store *store, Day from, Day to, Arena *arena, DayVisits *ret, Err *err);
bool query_visit_names(Store *store, Day today, Arena *arena, DayVisit *visit, Err *err);
/// Of the visits of some days their order alone: id, day and hour.
bool query_visits_order(Store *store, Day from, Day to, Arena *arena, DayVisits *ret, Err *err);
/// Between two days, both included, in day order.
bool query_visits_between(Store *store, Day from, Day to, Day today, Arena *arena, DayVisits *ret,
                          Err *err);
/// The client's talks, newest first: done visits with outcome.
bool query_last_talks(Store *store, Id client, Day before, size_t limit, Arena *arena,
                      DayVisits *ret, Err *err);

/// The same at one of its sites, with those at none; 0: at all of them.
bool query_last_talks_there(Store *store, Id client, Id site, Day before, size_t limit,
                            Arena *arena, DayVisits *ret, Err *err);
/// The first visit from `from` on that is still to be made there; id 0: none is planned.
bool query_next_visit(Store *store, Id client, Id site, Day from, Arena *arena, DayVisit *ret,
                      Err *err);
/// One visit with its names.
bool query_visit(Store *store, Id visit, Day today, Arena *arena, DayVisit *ret, Err *err);

/// When the place and the person of a visit can be found on its day.
bool query_openness(Store *store, const Visit *visit, Arena *arena, Openness *ret, Err *err);

/// A promise as lists and briefs show it.
typedef struct Promise {
    Id id;
    const char *uid;
    Commitment commitment;
    const char *client_name, *contact_name, *ball_name;
    Id ball;
    Day ball_since, latest;
    int32_t delays;
    Moment created, changed;
} Promise;
typedef struct Promises {
    Promise *rows;
    size_t count;
} Promises;
/// Open promises due on or before `day`, soonest first.
bool query_promises_due(Store *store, Day day, Arena *arena, Promises *ret, Err *err);
/// My open promises that take time of their own (a call, the desk) and do not wait on `to`; of those
/// due between both days the last `most`, soonest first.
bool query_promises_to_do(Store *store, Day from, Day to, size_t most, Arena *arena, Promises *ret,
                          Err *err);
/// Everything open with this client (and with anyone at its sites), mine first, soonest first.
bool query_promises_of_client(Store *store, Id client, Arena *arena, Promises *ret, Err *err);
/// The same at one of its sites, with what names none; 0: at all of them.
bool query_promises_there(Store *store, Id client, Id site, Arena *arena, Promises *ret, Err *err);
bool query_promises_open(Store *store, Arena *arena, Promises *ret, Err *err); // for the calendar

/// A promise with all that wait for it and all that it waits for, the last of the chain first; at
/// most 100. `edges` are places among the steps.
typedef struct Chain {
    Promise *steps;
    size_t count;
    ChainEdge *edges;
    size_t edge_count;
} Chain;
bool query_chain(Store *store, Id commitment, Arena *arena, Chain *ret, Err *err);

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
    Id id, client;
    int32_t number;
    const char *what, *client_name, *ball_name;
    Day tell_by, report_due, ask_again;
} TroubleNow;
typedef struct TroublesNow {
    TroubleNow *rows;
    size_t count;
} TroublesNow;
bool query_troubles_now(Store *store, Day day, Id me, Arena *arena, TroublesNow *ret, Err *err);

/// The trouble that was made last; 0: there is none.
bool query_last_ticket(Store *store, Id *ret, Err *err);

/// Counts for the tabs and the heading of Commitments.
typedef struct OpenCounts {
    int32_t due_today, late, late_theirs, no_slack; // promises
    int32_t open_promises, open_troubles, silent_troubles;
    int32_t clients; // counted up to one: are there any?
} OpenCounts;
bool query_open_counts(Store *store, Day today, Arena *arena, OpenCounts *ret, Err *err);

/// What is needed to tell which open promise somebody means, of all of them in due order. `client`
/// is the contact's when the promise names none.
typedef struct OpenPromise {
    Id id, client, site, contact;
    const char *what;
    int32_t direction;
    Day due;
} OpenPromise;
bool query_open_promises(Store *store, Arena *arena, OpenPromise **ret, size_t *ret_count,
                         Err *err);

/// Words that lines named of one sort (KeptSort), newest first.
typedef struct KeptNamed {
    const char *text;
    Id client;
} KeptNamed;
bool query_kept_words(Store *store, int32_t sort, size_t most, Arena *arena, KeptNamed **ret,
                      size_t *ret_count, Err *err);

/// A client's people now, key persons first: present posts on `day`.
typedef struct Person {
    Id id;
    Contact contact;
    const char *title, *department, *site_name;
    Id party; // where the present post is, 0: unknown
    Id site;  // and at which of its sites
    int32_t met_mornings, mornings, met_afternoons, afternoons;
} Person;
typedef struct People {
    Person *rows;
    size_t count;
} People;
bool query_people(Store *store, Id client, Day day, Arena *arena, People *ret, Err *err);
/// One of them with the present post; how often they were met is left at 0.
bool query_person(Store *store, Id contact, Arena *arena, Person *ret, Err *err);

/// What to avoid there: notes marked so on the client, the site and their people. Shown by the
/// brief alone.
typedef struct Landmine {
    Id id; // the note
    Id on;
    const char *who; // a person's name; NULL: it is about the place
    const char *text;
} Landmine;
typedef struct Landmines {
    Landmine *rows;
    size_t count;
} Landmines;
bool query_landmines(Store *store, Id client, Id site, Arena *arena, Landmines *ret, Err *err);

/// Who rides along on a visit.
typedef struct Rider {
    Id id; // the companion
    Id contact;
    const char *name, *title, *telephone; // mobile first; NULL: unknown
    const char *pick_up;                  // where; NULL: unknown
    Minute pick_up_at;                    // NONE: no hour agreed
} Rider;
typedef struct Riders {
    Rider *rows;
    size_t count;
} Riders;
bool query_riders(Store *store, Id visit, Arena *arena, Riders *ret, Err *err);

/// Per day in [from, to]: visits, agreed ones, promises due. `ret` holds to − from + 1 rows.
typedef struct DayLoad {
    int32_t visits, agreed, promises_due, cycle_due;
    const char *holiday;
} DayLoad;
bool query_day_loads(Store *store, Day from, Day to, Arena *arena, DayLoad **ret, Err *err);

/// Sorted public holidays in [from, to], for WorkCalendar.
bool query_holidays(Store *store, Day from, Day to, Arena *arena, Day **ret, size_t *ret_count,
                    Err *err);
bool query_holiday_name(Store *store, Day day, Arena *arena, const char **ret,
                        Err *err); // NULL: none

/// How far cycles are stretched, in percent of what was typed: 100 while the days can hold them.
bool query_cycle_stretch(Store *store, int *ret, Err *err);
/// Does it anew, with all that follows: what a day can hold has changed (setting visits_a_day).
bool store_stretch_cycles(Store *store, Err *err);

/// A typed leg between two places for a mode, 0 rows: none.
bool query_typed_leg(Store *store, Id from, Id to, int32_t mode, Arena *arena, Leg *ret,
                     bool *ret_found, Err *err);
/// All that are typed for a mode, the older first.
typedef struct TypedLeg {
    Id from, to;
    Minute minutes;
    bool both_ways;
} TypedLeg;
bool query_typed_legs(Store *store, int32_t mode, Arena *arena, TypedLeg **ret, size_t *ret_count,
                      Err *err);
bool query_day_plan(Store *store, Day day, Arena *arena, Id *ret_id, DayPlan *ret,
                    Err *err); // id 0: none
typedef struct Blocks {
    Id *ids;
    Block *rows;
    size_t count;
} Blocks;
bool query_blocks(Store *store, Day day, Arena *arena, Blocks *ret, Err *err);
typedef struct PrivateTimes {
    Id *ids;
    PrivateTime *rows;
    size_t count;
} PrivateTimes;
bool query_private_times(Store *store, Day day, Arena *arena, PrivateTimes *ret, Err *err);

/// Contacts whose telephone ends in these digits, clients' too; see search() for the rest.
bool query_me(Store *store, Id *ret_contact, Err *err);         // made at creation
bool query_home_office(Store *store, Id *ret_office, Err *err); // the first office, 0: none

#endif
