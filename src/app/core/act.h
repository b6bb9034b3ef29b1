// SPDX-License-Identifier: GPL-3.0-or-later
// What the acts share: one step for all records, names for sentences, one way to put a record.
#ifndef APP_ACT_H
#define APP_ACT_H

#include "mawari/app/commands.h"
#include "mawari/app/find.h"
#include "mawari/app/usage.h"
#include "mawari/model/kinds.h"
#include "mawari/report/page.h"
#include "mawari/store/record.h"

typedef struct CarefulPeople CarefulPeople; // of a floor above

/// What an act does with one of its records, inside the step.
typedef bool (*ActEach)(App *app, Step *step, const Args *args, Id id, Err *err);

/// Runs `each` over the first `count` ids as one step named `command`; a failure leaves nothing.
/// `ret` learns whether anything changed.
bool act_each(App *app, const char *command, const Args *args, size_t count, ActEach each,
              Effect *ret, Err *err);
/// The same for an act without records of its own: `id` is 0.
bool act_once(App *app, const char *command, const Args *args, ActEach each, Effect *ret, Err *err);

/// Ends a step of an act's own, or drops it when it was not `done`. False in the latter case too.
bool act_end(Step *step, bool done, Effect *ret, Err *err);

/// Writes a record as commands and forms do: raises its calendar sequence when what a calendar
/// shows of it changed, and keeps what is kept by commands. `*ret_id` may be NULL.
bool act_put(App *app, Step *step, const Entity *kind, Id id, void *record, Id *ret_id, Err *err);

/// The kind of a record.
bool act_kind(App *app, Id id, const Entity **ret, Err *err);
/// The name of the first record, and how many more there are.
const char *act_names(App *app, const Id *ids, size_t count);
/// The names that act_name() gave since act_names_begin(): in a sentence that is too long they give way.
void act_names_begin(App *app);
const char *const *act_names_said(App *app, size_t *ret_count);
/// Name, of a visit the client's or site's.
const char *act_name(App *app, Id id);
/// A sentence in app->scratch; "Nothing changed" instead when nothing did.
void act_say(App *app, Effect *effect, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/// Refuses a call that brought no record.
bool act_needs(const Args *args, size_t count, Err *err);

/// Archives what the cycle proposed for `client` from today up to `day`, but for `real`.
bool act_replace_proposed(App *app, Step *step, Id client, Day day, Id real, Err *err);

/// Plans a visit behind all others of its day; the cycle's proposals up to it go.
bool act_plan(App *app, Step *step, const Visit *plan, Id *ret, Err *err);
/// Writes a visit whose day or hour may have changed: it gets its place there, and the cycle's
/// proposals up to it go.
bool act_put_elsewhere(App *app, Step *step, Id id, Visit *visit, Err *err);
/// Whom a visit is to: a client, one of its sites, or a person there.
bool act_to_whom(App *app, Visit *visit, Id who, Err *err);
/// The client's only site; 0 when there are none or several.
bool act_only_site(App *app, Id client, Id *ret, Err *err);
/// What was said of being late today is over.
bool act_not_late(App *app, Step *step, Err *err);
/// Times that nobody stamped are said to be about, and teach nothing: the clock's, when the visit may
/// just be over, else those of the plan, so that three that are written together do not overlap.
void act_stamp(App *app, Id id, Visit *visit);
/// A visit of today that has begun stands where that makes it: before what is still to begin and
/// behind what began earlier, whatever hour was agreed. The visit itself is not written.
bool act_stand(App *app, Step *step, Id id, Visit *visit, Err *err);
/// `stage` of deals: the next one, or the one that is named.
bool act_deal_stage(App *app, const Args *args, Effect *ret, Err *err);
/// A page or (`page` NULL) lines of text: printed and ready to paste, or with --pdf to that file.
bool act_hand_out(App *app, const Args *args, const char *what, const Page *page, const char *text,
                  Effect *ret, Err *err);

/// The day's driving log is to be begun: its settings are on and nothing of it is written.
bool act_asks_drive(App *app);

#define X(id, scope, name, keys, usage, words, title, did, help, act)                              \
    bool act(App *app, const Args *args, Effect *ret, Err *err);
COMMANDS(X)
#undef X

#endif
