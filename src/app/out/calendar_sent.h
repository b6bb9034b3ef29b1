// SPDX-License-Identifier: GPL-3.0-or-later
// What the phone was sent: it decides SEQUENCE and DTSTAMP of the next sending. It is no part of
// the rep's data and not undone with it: the phone cannot be undone either.
#ifndef APP_CALENDAR_SENT_H
#define APP_CALENDAR_SENT_H

#include "mawari/app/app.h"
#include "mawari/store/queries.h"

/// One event as it was sent last.
typedef struct Sent {
    const char *uid;
    Day day; // NONE: undated
    int32_t sequence;
    Moment stamp;
    uint64_t core;  // a hash of hour, length, place and state
    uint64_t whole; // a hash of everything
} Sent;

typedef struct SentList {
    Sent *rows; // by uid
    size_t count;
} SentList;

bool sent_read(App *app, Arena *arena, SentList *ret, Err *err);
const Sent *sent_find(const SentList *list, const char *uid);

/// What a day was when it was sent.
typedef struct SentDay {
    Day day;
    uint64_t hash;
} SentDay;

/// Of a day's visits, in their order; they are named.
uint64_t sent_hash(const DayVisits *visits);
/// A sending: its events in any order, and of the days [from, to] those that had visits, in order.
typedef struct SentNow {
    Sent *rows;
    size_t count;
    Day from, to;
    const SentDay *days;
    size_t day_count;
} SentNow;

/// Keeps what was sent now beside what was sent before and is not long over. Days more than a year
/// ahead are not kept. Sorts `now->rows`.
bool sent_write(App *app, const SentList *before, const SentNow *now, Arena *arena, Err *err);

/// FNV-1a over a text and its end; begin with HASH_START.
#define HASH_START 0xCBF29CE484222325u
uint64_t hash_text(uint64_t hash, const char *text);

#endif
