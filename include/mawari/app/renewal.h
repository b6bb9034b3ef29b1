// SPDX-License-Identifier: GPL-3.0-or-later
// Renewals: the step that each contract is at, its lights in sentences, and whether a whole relation
// hangs on one person. Gathered from the store.
#ifndef MAWARI_APP_RENEWAL_H
#define MAWARI_APP_RENEWAL_H

#include "mawari/app/app.h"
#include "mawari/store/queries_renewal.h"
#include "mawari/store/record.h"

typedef struct Renewal {
    const RunningContract *of;
    const char *step; // its title; NULL: no step is left
    Day step_day;     // when it is to be taken; NONE
    bool due;         // it has come
    bool inside;      // the first step of the table has come: the renewal is on
} Renewal;

typedef struct RenewalSheet {
    Renewal *rows; // the soonest notice first
    size_t count;
    bool more; // than RENEWAL_MOST
} RenewalSheet;
enum { RENEWAL_MOST = 100 };

/// The contracts that are inside their notice on `day`: from the first step's day until the notice
/// itself, and for a month after it while nobody said what became of it.
bool renewal_sheet(App *app, Day day, Arena *arena, RenewalSheet *ret, Err *err);
/// All running contracts of one client as they stand on `day`.
bool renewals_of_client(App *app, Id client, Day day, Arena *arena, RenewalSheet *ret, Err *err);
/// How many contracts are at a step that has come by `day`, among the RENEWAL_MOST soonest.
bool renewal_due_count(App *app, Day day, Arena *arena, size_t *ret, Err *err);
/// How many steps fall on each day from `from` on; `ret` has room for `days`.
bool renewal_steps_counted(App *app, Day from, size_t days, Arena *arena, int32_t *ret, Err *err);

/// "quote by Wed 25" or "quote since 20 Nov"; "" when nothing is left.
const char *renewal_step_text(const App *app, const Renewal *renewal, Arena *arena);
/// "notice by Fri 26 Feb, in 94 days", "the notice was to be given by 20 Nov".
const char *renewal_notice_text(const App *app, const Renewal *renewal, Arena *arena);
/// Can a step towards this notice have come by `day`?
bool renewal_is_near(App *app, Day notice, Day day, Arena *arena);
/// "renewal": a visit to `client` on `day` is to take a step that has come by then, the brief says
/// which; NULL: none has.
bool renewal_at_visit(App *app, Id client, Day day, Arena *arena, const char **ret, Err *err);

/// Ticks off the step that the contract is at. ERR_INPUT: none is left.
bool renewal_take_step(App *app, Step *step, Id contract, Err *err);

/// A light with its rule and what clears it.
typedef struct LightSaid {
    RenewalLight light;
    bool clear;
    const char *text;
} LightSaid;
bool renewal_lights(App *app, const RunningContract *of, Arena *arena,
                    LightSaid ret[RENEWAL_LIGHTS], Err *err);
/// "2 of 5 lights clear: key person, price are not".
const char *renewal_lights_text(const LightSaid lights[RENEWAL_LIGHTS], Arena *arena);

/// "Everything hangs on 中村 恵: …" where all talks of a year, three at least, were with one person;
/// NULL: they were not.
bool hangs_on_one(App *app, Id client, Arena *arena, const char **ret, Err *err);

#endif
