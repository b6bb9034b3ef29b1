// SPDX-License-Identifier: GPL-3.0-or-later
// Which product to offer next, and the line that goes with it.
#ifndef MAWARI_APP_OFFERS_H
#define MAWARI_APP_OFFERS_H

#include "mawari/app/app.h"
#include "mawari/store/queries.h"
#include "mawari/store/queries_round.h"

/// One product that was not offered here yet, with what to say to whoever will be there.
typedef struct NextOffer {
    Id product;                     // 0: there is none
    const char *name, *to;          // `to`: NULL when nobody is known
    const char *line;               // for the role of `to`; NULL: nothing is to be said
    Id talk;                        // of the line
    int32_t good, asked;            // of the line: reactions, and how many of them were good
    const char *objection, *answer; // the first that has an answer for this role; NULL
} NextOffer;
/// `person` NULL: nobody is known there.
bool offer_next(App *app, Id client, const Person *person, Arena *arena, NextOffer *ret, Err *err);
/// The line that the brief has for this product and person; 0: it has none.
bool offer_talk(App *app, Id product, Id contact, Id *ret, Err *err);
/// The line for somebody of `role` (NONE: unknown): first those for this role, then those for
/// anybody; of those with ten reactions and more the best stands first.
const TalkLine *talk_for(const TalkLines *lines, int32_t role);
/// Those with ten reactions and more first, by the share of good ones; the others as they were
/// written.
void talks_rank(TalkLines *lines);
enum { TALK_RANKED_FROM = 10 };

#endif
