// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the sample. Days are counted from the day on which it is made. The companies and
// people are invented, the telephones are nobody's, the addresses are those of public buildings
// with their positions to a hundred metres or so.
#ifndef APP_SAMPLE_DATA_H
#define APP_SAMPLE_DATA_H

#include "mawari/model/kinds.h"

/// A client with one site and one person. `site` NULL: it is called like the client.
typedef struct SampleClient {
    const char *name, *reading;
    Rank rank;
    int32_t cycle; // days between visits
    const char *site, *postal_code, *address;
    int32_t latitude, longitude; // microdegrees
    const char *person, *person_reading, *title;
    int32_t last;     // the last visit, days ago
    Outcome outcome;  // of it
    const char *talk; // what was said
} SampleClient;
extern const SampleClient sample_clients[];
extern const size_t sample_client_count;

/// Somebody else: of a client, or (`client` NULL) of our own office.
typedef struct SamplePerson {
    const char *client, *name, *reading, *department, *title, *avoid;
} SamplePerson;
extern const SamplePerson sample_people[];
extern const size_t sample_person_count;

/// What is true of the place.
typedef struct SamplePlace {
    const char *client, *parking, *entrance, *reception, *stairs;
    int32_t door_minutes;
} SamplePlace;
extern const SamplePlace sample_places[];
extern const size_t sample_place_count;

/// A visit planned `ahead` days from now: 0 is today. `start` NONE: it floats.
typedef struct SampleVisit {
    const char *client;
    int32_t ahead;
    Minute start, minutes;
    int32_t appointment; // NONE for floating ones
    const char *purpose;
} SampleVisit;
extern const SampleVisit sample_visits[];
extern const size_t sample_visit_count;

/// Who rides along to the visit at `client`, `ahead` days from now.
typedef struct SampleRider {
    const char *client;
    int32_t ahead;
    const char *person;
    Minute pick_up_at;
    const char *pick_up;
} SampleRider;
extern const SampleRider sample_riders[];
extern const size_t sample_rider_count;

/// Earlier talks, for the clients that are shown first.
typedef struct SampleTalk {
    const char *client;
    int32_t ago;
    Outcome outcome;
    Minute start, minutes;
    const char *text;
} SampleTalk;
extern const SampleTalk sample_talks[];
extern const size_t sample_talk_count;

typedef struct SamplePromise {
    Direction direction;
    const char *client, *person, *what;
    int32_t due; // days ahead; NONE: undated
    Minute due_at;
    Way way;
    Minute minutes;
    int32_t ago;        // promised so many days ago
    const char *holder; // who has the ball, NULL: as by itself
    int32_t waits_for;  // the row of this table that must be kept before, -1: none
} SamplePromise;
extern const SamplePromise sample_promises[];
extern const size_t sample_promise_count;

typedef struct SampleTrouble {
    const char *client, *person, *what, *harm, *stage_ja, *stage_en, *holder, *loan;
    Severity severity;
    int32_t ago;
    int32_t report, nag; // days ahead: the report is due, the holder is asked again; NONE
} SampleTrouble;
extern const SampleTrouble sample_troubles[];
extern const size_t sample_trouble_count;

/// An order, taken some days ago and delivered on the visit some days ahead.
typedef struct SampleOrder {
    const char *client, *person, *what;
    int32_t ago, ahead; // taken, wanted
    bool heavy;
    bool open; // the office does not have it yet
} SampleOrder;
extern const SampleOrder sample_orders[];
extern const size_t sample_order_count;

/// A client's closing and payment day: those of the month that fall so many days ahead; NONE.
typedef struct SampleBooks {
    const char *client;
    int32_t closing, payment;
} SampleBooks;
extern const SampleBooks sample_books[];
extern const size_t sample_books_count;

/// What was spent some days ago on the way to a client.
typedef struct SampleExpense {
    const char *client, *what;
    int32_t ago;
    Yen yen;
} SampleExpense;
extern const SampleExpense sample_expenses[];
extern const size_t sample_expense_count;

/// A day with the odometer at both ends and nothing in the driver's breath.
typedef struct SampleDrive {
    int32_t ago, start, end;
} SampleDrive;
extern const SampleDrive sample_drives[];
extern const size_t sample_drive_count;

/// A line of the trouble in that row.
typedef struct SampleLine {
    size_t trouble;
    Side side;
    int32_t ago;
    Minute at;
    const char *text;
} SampleLine;
extern const SampleLine sample_lines[];
extern const size_t sample_line_count;

#endif
