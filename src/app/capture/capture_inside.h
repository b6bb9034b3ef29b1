// SPDX-License-Identifier: GPL-3.0-or-later
// What the files that hear a line share.
#ifndef APP_CAPTURE_INSIDE_H
#define APP_CAPTURE_INSIDE_H

#include "core/act.h"
#include "mawari/app/capture.h"
#include "mawari/base/buffer.h"
#include "mawari/store/queries.h"

/// The report as it stands, with what was in the car for its visit ticked where it is `loaded`.
bool report_with_loaded(App *app, const Heard *heard, const Report *report, Report *ret, Err *err);

enum { CAPTURE_NAMED = 4 }; // of several that may be meant

typedef struct Hearing {
    App *app;
    Arena *arena;
    Heard *heard;
    OpenPromise *promises; // all; read when the first is asked for
    size_t promise_count;
    bool promises_read;
} Hearing;

/// Those who may be meant by a name (NULL: none was typed): here, at this client, elsewhere.
typedef struct Crowd {
    PersonSeen *rows;
    size_t count, room;
} Crowd;
bool capture_crowd(Hearing *hearing, const char *name, Crowd *ret, Err *err);
/// The open promises as a line at `client` sees them: those there (and what rounds bring there and
/// what was lent, for `*` ticks these too), of those only what they owe (for
/// elsewhere it would be another promise of the same name), or everybody's.
typedef enum PromisesSeen { PROMISES_HERE, PROMISES_ALL, PROMISES_THEIRS } PromisesSeen;
bool capture_promises_seen(Hearing *hearing, Id client, PromisesSeen whose, PromiseSeen **ret,
                           size_t *ret_count, Err *err);
bool capture_hear_person(Hearing *hearing, HeardPart *row, Err *err);
/// Where a visit is to nobody and its line names nobody: the only one who is known there is met.
bool capture_presume(Hearing *hearing, bool outcome, Err *err);
/// Somebody was there, or was asked for; at 8 where `spoke` says so.
bool capture_meets(int32_t outcome, int32_t spoke);
/// The person whom the part follows, by place in the line; NO_PART.
int heard_person_of(const Heard *heard, const HeardPart *row);
/// Makes those who are new (`@+name`); `*ret` is what was heard, about them.
bool capture_meet(App *app, Step *step, const Heard *said, Heard *ret, Err *err);
/// What became of the parts of the line that is written again.
bool capture_hear_said(Hearing *hearing, Err *err);
/// The part of it that made (`is_new`) or changed this record; NULL: none.
const LinePart *heard_said(const Heard *heard, Id made, bool is_new);
/// What a price asks for, in one way of writing: "-5%".
char *heard_asked(const HeardPart *row, Arena *arena);
/// A word as it was typed; a price as it is asked, with the product that it belongs to.
const char *heard_word(const Heard *heard, const HeardPart *row, Arena *arena);
/// `*text`: which open promise was kept, which door of a round was given, what came back.
bool capture_hear_done(Hearing *hearing, HeardPart *row, Err *err);
/// `-text`: the open one of theirs whose day moves; `id` stays 0 where it is a new one.
bool capture_hear_theirs(Hearing *hearing, HeardPart *row, Err *err);
/// `$いつもの`: what the client ordered last stands in its place.
bool capture_hear_order(Hearing *hearing, HeardPart *row, Err *err);
/// `<text`: two weeks from now where no day was said; `id` is the product that it is of.
bool capture_hear_loan(Hearing *hearing, HeardPart *row, Err *err);
/// What is lent by it at `visit` (0: none) in the building `site`.
bool capture_loan_of(App *app, const HeardPart *row, Id site, Id visit, Loan *ret, Err *err);
bool capture_hear_trouble(Hearing *hearing, HeardPart *row, Err *err);

// capture_round.c: products that are offered, and doors of rounds that are ticked

/// `#product`: which one; `id` stays 0 where it is new.
bool capture_hear_product(Hearing *hearing, HeardPart *row, Err *err);
/// Writes the offer, the product where it is new, and what is explained with it.
/// What was said in the same line stands beside the reaction.
bool capture_keep_offer(App *app, Step *step, const HeardPart *row, const Heard *heard, Id *ret,
                        Err *err);
/// The offer goes, and with it a product that is no more than the name that a line gave it.
bool capture_take_offer(App *app, Step *step, Id offer, Err *err);
/// How what stands already is ticked: a door of a round is given, an order that was in the car is
/// delivered, what was lent comes back, a promise is kept.
LineReads capture_ticked_reads(App *app, Id ticked, Arena *arena);
/// What stands at a door before it is given.
void capture_at_door(App *app, const Heard *heard, LinePart *part, Arena *arena);
/// Gives what the round brings, or (`back`) sets the door as it was before.
bool capture_set_door(App *app, Step *step, const LinePart *part, bool back, Id visit, Err *err);

// capture_rival.c: rivals that were seen

/// `vs name`: which one; `id` stays 0 where it is new.
bool capture_hear_rival(Hearing *hearing, HeardPart *row, Err *err);
/// The rival called so, made where there is none yet.
bool capture_make_rival(App *app, Step *step, const char *name, Id *ret, Err *err);
/// A rival of which nothing is known but its name goes with the last sighting of it.
bool capture_forget_rival(App *app, Step *step, Id sighting, Err *err);

// capture_again.c: a line that is written again

enum { UNCLAIMED = -1 };

/// What the line is to make or to change, and which part of its first saving was that already.
typedef struct Wish {
    LinePart part;        // `made` is 0 where a record is to be made
    const HeardPart *row; // NULL: it was ticked, or the next visit below the line
    int said;             // its place among what was said; UNCLAIMED: it is new
} Wish;

typedef struct Wishes {
    Wish *rows;
    size_t count;
    bool *claimed; // one for each part that was said
    bool no_next;  // there is to be no next visit
} Wishes;

/// All that the line and what stands beside it wish for, paired with what was said before: by
/// record or text, then in order.
Wishes capture_wishes(App *app, const Heard *heard, const Report *report, Arena *arena);
/// Has anybody changed what this part set since it was saved? `*ret_gone`: it was archived.
bool capture_is_changed(App *app, const LinePart *said, bool *ret, bool *ret_gone, Err *err);
bool line_part_same(const LinePart *a, const LinePart *b); // whether they set the same
/// Sets what `part` says in the record that it made or changed.
bool capture_set_again(App *app, Step *step, const LinePart *part, Err *err);
/// Writes the visit of a report: outcome, person, note, line. Adds what became of it to `parts`,
/// which has room for REPORT_PARTS and one more for each part of the line.
enum { REPORT_PARTS = 2 };
bool report_keep(App *app, Step *step, const Heard *heard, const Report *report, LinePart *parts,
                 size_t *count, Err *err);
/// Keeps the parts with the visit, instead of those of the first saving.
bool report_keep_parts(App *app, Step *step, const Heard *heard, const LinePart *parts,
                       size_t count, Err *err);
/// Takes away what a part made, or sets back what it changed.
bool capture_take_away(App *app, Step *step, const LinePart *said, Err *err);

#endif
