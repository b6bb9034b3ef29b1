// SPDX-License-Identifier: GPL-3.0-or-later
// Free time between two doors: what is near, what a call settles, what can be written, where to
// rest. And the hours at which somebody can be called back.
#ifndef MAWARI_APP_GAP_H
#define MAWARI_APP_GAP_H

#include "mawari/app/app.h"

typedef enum GapLane { LANE_NEAR, LANE_PHONE, LANE_DESK, LANE_REST, LANE_COUNT } GapLane;

/// One thing that fits. It is booked by `book ID HOUR MINUTES`: its `begin` and its `stay`.
typedef struct GapOffer {
    GapLane lane;
    Id id; // a site, a promise, a visit without its report, a resting place
    const Entity *kind;
    const char *name;
    const char *why;    // "due since 3 Nov", "parking, toilet"; ""
    const char *phone;  // of LANE_PHONE, NULL: none is known
    Minute begin;       // when one is with it: behind the way there and the door
    Minute minutes;     // that it takes of the gap, way and door included
    Minute stay;        // of them those that are booked: without way and door
    Minute detour;      // of what is driven to; NONE
    const char *source; // of the detour: "estimated"
    const char *about;  // by how much what is driven to may lie elsewhere (position_about()); NULL
} GapOffer;

typedef struct GapSheet {
    Day day;
    Minute from, until;      // really free: the rule stands in plan/free_time.h
    bool at_once;            // from this minute on
    const char *next;        // what cannot wait: an agreed visit, a private hour, the day's end
    Minute next_hour;        // its hour; NONE: it has none
    bool travels;            // one drives to it, and off its hour was taken
    Minute leg, door, spare; // … this; NONE: the leg is unknown
    const char *waiting;     // what stands before it and waits, by name; NULL: nothing
    Minute needed;           // by all that waits, ways and doors included
    const char *here;        // where one is before; NULL: unknown, nothing is near
    GapOffer *offers;        // lane after lane, the best first
    size_t count;
} GapSheet;

/// The free time of today at `at` (NONE: now), else the next one. ERR_NOT_FOUND: there is none.
bool gap_sheet(App *app, Minute at, Arena *arena, GapSheet *ret, Err *err);
const char *gap_lane_name(GapLane lane); // in the language of the screen
const char *gap_text(const GapSheet *gap, Arena *arena);
const char *gap_headline(const GapSheet *gap, Arena *arena); // "14:40–15:25: 45 min free"
/// What its end is made of: "then 渡邊工務店 15:40 − drive 5 − door 5 − 5 to spare".
const char *gap_formula(const GapSheet *gap, Arena *arena);
/// "can wait till 14:00: lunch, カフェ・ミモザ (71 min)"; NULL: nothing waits.
const char *gap_waiting(const GapSheet *gap, Arena *arena);
/// What stands behind an offer: "+6 min (estimated), due since 3 Nov".
const char *gap_offer_detail(const GapOffer *offer, Arena *arena);

/// A time at which one is parked or at the desk and free to telephone.
typedef struct CallSlot {
    Day day;
    Minute from, to;
    bool parked; // between two stops of a day by car
} CallSlot;
/// The next ones, soonest first: the rest of today, at its end, else tomorrow's beginning. At least
/// one, at most `most`.
bool call_slots(App *app, size_t most, Arena *arena, CallSlot **ret, size_t *ret_count, Err *err);
/// "14:20–14:30, parked", with the day where it is another.
const char *call_slot_text(const App *app, const CallSlot *slot, Arena *arena);

#endif
