// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody calls and one must go today: where the visit fits, who slips, and whom to phone.
#ifndef MAWARI_APP_URGENT_H
#define MAWARI_APP_URGENT_H

#include "mawari/app/app.h"

/// An agreed visit that would begin late.
typedef struct UrgentSlip {
    Id visit;
    const char *name, *who, *phone; // NULL: unknown
    Minute hour, late;
} UrgentSlip;

typedef enum UrgentWayIs {
    URGENT_SOONEST,   // there as soon as can be
    URGENT_NOBODY,    // the least lateness at agreed hours, then the soonest
    URGENT_ON_THE_WAY // the least more driving
} UrgentWayIs;

typedef struct UrgentWay {
    UrgentWayIs is;
    const char *behind; // the stop that it follows; NULL: at once
    Id before;          // the visit of the day that it goes before; 0: behind all of them
    Minute begin, leave;
    Minute detour;  // more minutes on the way
    Minute day_end; // when the day would end
    UrgentSlip *slips;
    size_t slip_count;
} UrgentWay;

typedef struct Urgent {
    const char *name;
    Minute minutes;
    Id visit; // one that stands on the day without an hour, which is brought there; 0: a new one
    UrgentWay ways[3]; // each at another place in the day
    size_t count;      // 0: `why`
    const char *why;   // why it fits nowhere, or what was not counted; NULL
} Urgent;

/// The ways to see `who` (a client, a site, a person) on `day` for `minutes` (NONE: a visit's usual
/// length), beside the stops that stand there: what is driven stays as it was, the order of the rest as
/// it is, so that what is agreed slips and does not move. Nothing is stored. Texts are in `arena`.
bool urgent_ways(App *app, Day day, Id who, Minute minutes, Arena *arena, Urgent *ret, Err *err);

// --- on the screen: looked for in a thread, one call at a time

/// Has the ways into today looked for, a visit's usual length long, once for each change of the store.
/// False: a sentence why not, also of a search that ended with one.
bool urgent_seek(App *app, Id who, Err *err);
/// What was found for `who` in the store as it is; NULL: it is still being looked for, or nobody
/// asked. It lives until another search begins.
const Urgent *urgent_found(const App *app, Id who);
void urgent_forget(App *app);

/// "soonest: 10:02–10:32, at once".
const char *urgent_way_text(const UrgentWay *way, Arena *arena);
/// "10:20 → 10:47, 27 min late: 090-0000-1182 中村 恵, 青葉商店 本店".
const char *urgent_slip_text(const UrgentSlip *slip, Arena *arena);
/// "12 min more on the way, day ends 18:30".
const char *urgent_cost_text(const UrgentWay *way, Arena *arena);

#endif
