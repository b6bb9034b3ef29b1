// SPDX-License-Identifier: GPL-3.0-or-later
// The hand-written queries of panes and commands; the SQL is in assets/sql. What one answers lies in
// `arena` and is set only when it succeeds; nothing found is no failure: a count of 0, an id of 0.
#ifndef MAWARI_STORE_QUERIES_H
#define MAWARI_STORE_QUERIES_H

#include "mawari/model/habit.h"
#include "mawari/model/rules.h"
#include "mawari/store/queries_due.h"
#include "mawari/store/queries_meeting.h"
#include "mawari/store/queries_retreat.h"
#include "mawari/store/queries_rival.h"
#include "mawari/store/queries_trouble.h"
#include "mawari/store/store.h"

/// A visit of a day with the names that its row shows.
typedef struct DayVisit {
    Id id;
    Visit visit;
    const char *client_name, *client_reading, *site_name, *contact_name, *contact_title,
        *contact_reading;
    const char *contact_phone; // mobile, else direct line, else the department's
    Department department;     // where the person works at the site; blank: no record of it
    Site site; // blank when unknown; before `named` only its position and door minutes
    int32_t mine_open, mine_today, mine_late; // promises at this client by `today`
    int32_t theirs_open, theirs_late;
    int32_t ticket_number;   // the gravest open trouble there, NONE
    int32_t doors;           // of rounds, left at this client
    int32_t closing;         // the client's closing day while something is open there, NONE
    bool invoice, collect;   // promised there by the visit's day
    bool may_quote;          // the window of a share that is not ours may be open on the day
    Day notice;              // the first of a contract there that is not long over, NONE
    const char *uid;         // with the moments below: of a visit that was read whole …
    Moment created, changed; // … and not by query_visit_names()
    bool named; // names, telephone, the visit and the site whole and what waits there are read
} DayVisit;
typedef struct DayVisits {
    DayVisit *rows;
    size_t count;
} DayVisits;
/// Agreed ones by hour, floating ones by their place, merged as the day's order (`place`).
bool query_day_visits(Store *store, Day day, Day today, Arena *arena, DayVisits *ret, Err *err);
/// The same, but for what query_visit_names() reads: of a visit there is then whose and where it is,
/// its hours, place, outcome and appointment, and nothing that is written in words.
bool query_stops_between(Store *store, Day from, Day to, Arena *arena, DayVisits *ret, Err *err);
/// Those of one client, each visit whole, without what is beside it.
bool query_stops_of_client(Store *store, Id client, Day from, Day to, Arena *arena, DayVisits *ret,
                           Err *err);
bool query_visit_names(Store *store, Day today, Arena *arena, DayVisit *visit, Err *err);
/// A visit as far as the order of its day asks for it.
typedef struct PlacedVisit {
    Id id;
    Day day;
    Minute start;  // NONE: no hour
    int32_t place; // NONE: it goes by its hour
    bool over;     // it has begun, or has an outcome
    bool cancelled;
    size_t read; // which of the rows it was before they were put in order
} PlacedVisit;
typedef struct PlacedVisits {
    PlacedVisit *rows;
    size_t count;
} PlacedVisits;
/// Of the visits of some days their order alone.
bool query_visits_order(Store *store, Day from, Day to, Arena *arena, PlacedVisits *ret, Err *err);
/// Between two days, both included, in day order.
bool query_visits_between(Store *store, Day from, Day to, Day today, Arena *arena, DayVisits *ret,
                          Err *err);
/// The client's talks, newest first: done visits with outcome.
bool query_last_talks(Store *store, Id client, Day before, size_t limit, Arena *arena,
                      DayVisits *ret, Err *err);

/// The same at one of its sites, with those at none; 0: at all of them.
bool query_last_talks_there(Store *store, Id client, Id site, Day before, size_t limit,
                            Arena *arena, DayVisits *ret, Err *err);
/// The last of them as far as a line tells it. `day` NONE: there is none.
typedef struct LastTalk {
    Day day;
    int32_t outcome; // Outcome
    const char *contact_name;
} LastTalk;
bool query_last_talk(Store *store, Id client, Day before, Arena *arena, LastTalk *ret, Err *err);
/// The first visit from `from` on that is still to be made there; id 0: none is planned.
bool query_next_visit(Store *store, Id client, Id site, Day from, Arena *arena, DayVisit *ret,
                      Err *err);
/// One visit with its names.
bool query_visit(Store *store, Id visit, Day today, Arena *arena, DayVisit *ret, Err *err);

/// When the place and the person of a visit can be found on its day. `site_closed` are the closed
/// days of its site, NONE: the client's hold.
bool query_openness(Store *store, const Visit *visit, int32_t site_closed, Arena *arena,
                    Openness *ret, Err *err);
/// What a record is called, "" when it is not there.
bool query_name(Store *store, Id id, Arena *arena, const char **ret, Err *err);

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
/// Open promises due on or before `day`, and those that waited until then, soonest first.
bool query_promises_due(Store *store, Day day, Arena *arena, Promises *ret, Err *err);
/// Those due on that very day, at most `most`.
bool query_promises_on(Store *store, Day day, size_t most, Arena *arena, Promises *ret, Err *err);
/// A promise that takes time of its own: a call, the desk.
typedef struct Task {
    Id id, contact;
    int32_t way; // Way
    Minute minutes, due_at;
    Day due;
    Day planned; // it was given an hour of this day
    Minute planned_at;
} Task;
typedef struct Tasks {
    Task *rows;
    size_t count;
} Tasks;
/// My open ones that do not wait on `to`; of those due between both days the last `most`, and what is
/// planned on `to`; soonest first.
bool query_tasks(Store *store, Day from, Day to, size_t most, Arena *arena, Tasks *ret, Err *err);
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

/// Whose turn it is; 0: nobody's.
bool query_ball(Store *store, Id of, Id *ret, Err *err);
/// Contacts whose turn it may be next, the likeliest first; at most `most`.
bool query_likely_holders(Store *store, Id of, size_t most, Arena *arena, Id **ret,
                          size_t *ret_count, Err *err);
/// Open promises whose block clears when promise or trouble `id` is done: in a chain nothing else
/// keeps them, or they are linked to it and asleep on `today`.
bool query_released_by(Store *store, Id id, Day today, Arena *arena, Id **ret, size_t *ret_count,
                       Err *err);

/// Promises with a day that are done, and how many of them in time: by the day first promised.
typedef struct KeptRate {
    int32_t done_mine, kept_mine, done_theirs, kept_theirs;
} KeptRate;
bool query_kept_of_client(Store *store, Id client, KeptRate *ret, Err *err);
enum { KEPT_RATE_OF = 500, KEPT_RATE_FROM = 5 }; // in all: of the last ones; shown from so many on
bool query_kept_of_all(Store *store, KeptRate *ret, Err *err);

/// Order memos that the office does not have yet, by the hour until which it must: the supplier's
/// own or `usual`. `at` 0: of days before.
typedef struct OrdersShut {
    Minute at;
    int32_t open;
} OrdersShut;
bool query_orders_by_cut_off(Store *store, Day today, Minute usual, Arena *arena, OrdersShut **ret,
                             size_t *ret_count, Err *err);
typedef struct OpenOrder {
    Id id, client;
    const char *what, *client_name, *supplier_name;
    Day taken, wanted;
    Minute cut_off;
} OpenOrder;
/// The same one by one, the oldest and soonest first; at most `most`.
bool query_orders_open(Store *store, Minute usual, size_t most, Arena *arena, OpenOrder **ret,
                       size_t *ret_count, Err *err);
/// How many of them are this client's.
bool query_orders_open_at(Store *store, Id client, int32_t *ret, Err *err);
/// What this client ordered last; NULL: nothing yet.
bool query_last_order(Store *store, Id client, Arena *arena, const char **ret, Err *err);
/// What each supplier supplies, as typed; at most 500 suppliers.
typedef struct Supplies {
    Id supplier;
    const char *what;
} Supplies;
bool query_suppliers_of(Store *store, Arena *arena, Supplies **ret, size_t *ret_count, Err *err);

/// Counts for the tabs and the heading of Commitments.
typedef struct OpenCounts {
    int32_t due_today, late, late_theirs, no_slack; // promises
    int32_t open_troubles, silent_troubles;
    int32_t clients, promises; // counted up to one: are there any?
} OpenCounts;
bool query_open_counts(Store *store, Day today, Arena *arena, OpenCounts *ret, Err *err);

/// A place near another: a site of a client that is due, or a resting place.
typedef struct NearPlace {
    Id id, client;           // client 0: a resting place
    Day due;                 // by the client's cycle
    const char *name;        // of the site, the resting place
    const char *client_name; // NULL
    int32_t latitude, longitude;
    int32_t door_minutes;                     // NONE: as usual
    int32_t position_level, position_error_m; // PositionLevel and its likely error; NONE
} NearPlace;
typedef struct NearPlaces {
    NearPlace *rows;
    size_t count;
} NearPlaces;
/// Where a visit goes, as a site: a site, or an end customer with what it has of one. Blank: `id` is 0.
bool query_visited_place(Store *store, Id id, Arena *arena, Site *ret, Err *err);
/// Sites of clients that are due by `today` and not on its plan, from the cell of a position
/// outwards: at most `rings` rings of cells of about two kilometres, no more once `enough` are
/// found. In no order.
bool query_near_due(Store *store, int32_t latitude, int32_t longitude, int rings, size_t enough,
                    Day today, Arena *arena, NearPlaces *ret, Err *err);
/// The same for resting places that are not on the lot of a client.
bool query_near_rest(Store *store, int32_t latitude, int32_t longitude, int rings, size_t enough,
                     Arena *arena, NearPlaces *ret, Err *err);
/// My open promises that are done this way, do not wait and have no hour of today yet; soonest
/// first.
bool query_promises_by_way(Store *store, int32_t way, Day today, size_t most, Arena *arena,
                           Promises *ret, Err *err);
/// What persons owe by `today`, longest first.
bool query_promises_owed(Store *store, Day today, size_t most, Arena *arena, Promises *ret,
                         Err *err);
/// Visits of [from, to] that nobody reported, newest first, without names.
bool query_visits_unreported(Store *store, Day from, Day to, size_t most, Arena *arena,
                             DayVisits *ret, Err *err);

/// What is needed to tell which open promise somebody means, of those at a client or (0) of all, in
/// due order. `client` is the site's or contact's when the promise names none.
typedef struct OpenPromise {
    Id id, client, site, contact;
    const char *what;
    int32_t direction, way;
    Day due;
    bool order; // it is none: query_orders_to_deliver()
} OpenPromise;
bool query_open_promises(Store *store, Id client, Arena *arena, OpenPromise **ret,
                         size_t *ret_count, Err *err);

/// Orders that are still to be delivered, as promises to bring, due when they are wanted.
bool query_orders_to_deliver(Store *store, Arena *arena, OpenPromise **ret, size_t *ret_count,
                             Err *err);

/// A client's people now, key persons first: present posts on `day`.
typedef struct Person {
    Id id;
    Contact contact;
    const char *title, *department, *site_name;
    Id party; // where the present post is, 0: unknown
    Id site;  // and at which of its sites
    Habit habit;
} Person;
typedef struct People {
    Person *rows;
    size_t count;
} People;
bool query_people(Store *store, Id client, Day day, Arena *arena, People *ret, Err *err);
/// How often a person was met, and when.
bool query_habit(Store *store, Id contact, Arena *arena, Habit *ret, Err *err);
/// The same of all who are at a client now, together.
bool query_habit_there(Store *store, Id client, Arena *arena, Habit *ret, Err *err);
/// One of them with the present post; how often they were met is left at 0.
bool query_person(Store *store, Id contact, Arena *arena, Person *ret, Err *err);

/// The department of that name (NULL is none) at a site. Blank: there is no record of it.
bool query_department(Store *store, Id site, const char *name, Arena *arena, Department *ret,
                      Err *err);

/// What to avoid there: notes marked so on the client, the site and their people. Shown by the
/// brief alone.
typedef struct Landmine {
    Id id; // the note
    Id on;
    const char *who; // a person's name; NULL: it is about the place
    const char *text;
    bool handling; // how to deal with a difficult person; the others are never to be said
} Landmine;
typedef struct Landmines {
    Landmine *rows;
    size_t count;
} Landmines;
bool query_landmines(Store *store, Id client, Id site, Arena *arena, Landmines *ret, Err *err);

/// Who rides along on a visit.
typedef struct Rider {
    Id id; // the companion
    Id visit;
    Id contact;                           // 0: unknown
    const char *name, *title, *telephone; // mobile first; NULL: unknown
    const char *pick_up;                  // where; NULL: unknown
    Minute pick_up_at;                    // NONE: no hour agreed
    Id place;                             // the same as a record; 0: none
} Rider;
typedef struct Riders {
    Rider *rows;
    size_t count;
} Riders;
bool query_riders(Store *store, Id visit, Arena *arena, Riders *ret, Err *err);
/// Who is to be picked up on a day, on the way to visits that are still to be made.
bool query_pick_ups(Store *store, Day day, Arena *arena, Riders *ret, Err *err);

/// Per day in [from, to]: promises due, clients to see, the holiday. `ret` holds to − from + 1 rows;
/// of visits query_visits_order() tells.
typedef struct DayLoad {
    int32_t promises_due, cycle_due;
    int32_t closings; // clients that close on it while something is open there
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

/// What the rep typed of ways between two places.
typedef struct TypedLeg {
    Id from, to;
    Minute minutes;
    bool both_ways;
    const char *line;          // the train's; NULL
    Minute departure, arrival; // NONE
    int32_t fare;              // yen, NONE
} TypedLeg;
typedef struct TypedLegs {
    TypedLeg *rows;
    size_t count;
} TypedLegs;
/// Those of a mode that begin where the day has a visit, at `from` or at `to`, the newest first.
bool query_day_legs(Store *store, Day day, Id from, Id to, int32_t mode, Arena *arena,
                    TypedLegs *ret, Err *err);
/// The newest that is typed this way round, else the newest that goes both ways; NULL: none.
const TypedLeg *legs_between(const TypedLegs *legs, Id from, Id to);
/// All that are typed for a mode, the newest first.
bool query_typed_legs(Store *store, int32_t mode, Arena *arena, TypedLegs *ret, Err *err);
/// A trip that was really made: minutes between two stamps, and when it ended.
typedef struct TripMade {
    Id from;
    Minute minutes;
    Moment arrived;
} TripMade;
/// The last trips to a site from any other, newest first, of its last 60 arrivals: stamped at the
/// moment, with no visit between, on days on which one travelled by `mode`; `usual` is that of a day
/// that says none.
bool query_trips(Store *store, Id to, int32_t mode, int32_t usual, Arena *arena, TripMade **ret,
                 size_t *ret_count, Err *err);
bool query_day_plan(Store *store, Day day, Arena *arena, Id *ret_id, DayPlan *ret,
                    Err *err); // id 0: none

/// What a day may hold beside visits; false: there is none of it.
typedef struct DayHolds {
    bool private_times, blocks, events, riders, holiday;
} DayHolds;
bool query_day_holds(Store *store, Day day, DayHolds *ret, Err *err);
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
