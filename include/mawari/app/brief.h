// SPDX-License-Identifier: GPL-3.0-or-later
// The brief before the door: why I come, what to give, say, ask and avoid, who is there, what else
// is open in that building, what was said last, and the place. Gathered from the store.
#ifndef MAWARI_APP_BRIEF_H
#define MAWARI_APP_BRIEF_H

#include "mawari/app/offers.h"
#include "mawari/app/reasons.h"
#include "mawari/store/queries_round.h"

/// Whom a brief is about.
typedef struct BriefOf {
    Id client;  // never 0
    Id site;    // the building; 0: the client has none, or several and none is meant
    Id visit;   // the one that is meant, else the next one planned; 0: none
    Id contact; // the person that is meant, 0: nobody in particular
} BriefOf;

typedef struct Brief {
    BriefOf of;
    const char *name;      // "青葉商店 本店"
    Client client;         // rank, cycle
    Site site;             // blank when unknown
    Department department; // of who stands first; blank when unknown
    DayVisit visit;        // id 0: none is planned
    Day day;               // of the visit, else today: what is due by then is to be given or asked
    const char *why;       // the purpose as typed, else proposed from what is open; never NULL
    bool proposed;         // nobody typed it
    Reasons quotes;    // windows to ask for a quote, where `why` was typed and does not say them
    Riders riders;     // who comes along
    Promises give;     // mine: due by then, or carried and undated
    DoorsHere doors;   // of rounds, to be given or told as well
    OrdersHere orders; // to be delivered then, or still open
    NextOffer offer;
    Troubles say;    // open there, gravest first
    Promises ask;    // theirs, due by then
    LoansHere loans; // that come back by then
    const char
        *money; // invoice, collection to promise; closes soon with something open; "": nothing
    const char *
        *renewals; // of contracts inside their notice: step, notice, what is not clear; that
                   // everything hangs on one person …
    Id *contracts; // … and of which
    size_t renewal_count;
    Landmines avoid;  // of people, of the place
    NoGifts no_gifts; // who may not accept any
    People people;    // the person that is meant first, then key persons
    Promises also;    // open in that building, both ways, and in neither list above
    DayVisits talks;  // the last ones, newest first, at most TALKS_SHOWN
    TopicRow *topics; // that brief_person() has not heard, at most TOPICS_SHOWN
    size_t topic_count;
} Brief;

enum { TALKS_SHOWN = 3, TOPICS_SHOWN = 3 };

/// Whom record `id` of `kind` leads to: itself, or what it belongs to. ERR_NOT_FOUND when that is no
/// client of ours (a supplier, private time).
bool brief_of(App *app, const Entity *kind, Id id, Arena *arena, BriefOf *ret, Err *err);

bool brief_read(App *app, BriefOf of, Arena *arena, Brief *ret, Err *err);

/// The person whom a call from there is meant for: who is meant, who is visited, else the first one.
/// NULL: nobody is known.
const Person *brief_person(const Brief *brief);

/// "倉庫 主任": department and title, as far as they are known; NULL: neither is.
const char *person_post(const Person *person, Arena *arena);

/// The brief for who rides along, as text to send: where and when, whom one meets, why, what is in
/// trouble. Nothing of what to avoid, and no telephone.
const char *brief_for_companion(App *app, const Brief *brief, Arena *arena);

#endif
