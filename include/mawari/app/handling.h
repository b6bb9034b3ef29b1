// SPDX-License-Identifier: GPL-3.0-or-later
// People who are to be handled with care: how they were the last times, and what follows from it.
#ifndef MAWARI_APP_HANDLING_H
#define MAWARI_APP_HANDLING_H

#include "mawari/app/app.h"
#include "mawari/model/kinds.h"

enum { TEMPERS_SEEN = 5, TEMPER_BAD = 2, TEMPERS_BAD = 2 };

/// One such person, with the last temperatures, the newest first.
typedef struct Handling {
    Id id;
    Contact contact;
    Temper tempers[TEMPERS_SEEN];
    size_t count;
} Handling;

/// All of them, asked once for many visits.
typedef struct CarefulPeople {
    Id *ids;
    Id *alone_at; // one for each: the client where nobody else is known, 0: none; NULL: not asked
    size_t count;
} CarefulPeople;
bool careful_people(App *app, Arena *arena, CarefulPeople *ret, Err *err);
bool is_careful(const CarefulPeople *people, Id contact);
/// Who of them the visit is to; where it is to nobody in particular the only one who is known there.
/// 0: none of them.
Id careful_at(const CarefulPeople *people, const Visit *visit);

/// Somebody was spoken to, or refused to be: how was it?
bool outcome_asks_temper(int32_t outcome);

/// Is this person (0: nobody) to be handled with care? `*ret_is` false leaves `ret` alone.
bool handling_of(App *app, Id contact, Arena *arena, Handling *ret, bool *ret_is, Err *err);
/// After two bad visits running: bring the boss.
bool handling_wants_boss(const Handling *handling);
/// The same in words: "3 bad visits running: bring the boss"; "" where it is not so.
const char *handling_boss(const Handling *handling, Arena *arena);
/// "temperature 2 ← 3 ← 4, set off by …, calmed by …", for the brief.
const char *handling_line(const Handling *handling, Arena *arena);
/// "at most 20m; then: …"; "" where neither is set.
const char *handling_exit(const Handling *handling, Arena *arena);

/// Somebody's words as a list shows them: those that a later entry strikes out say so, others are
/// `words` itself.
const char *words_said(const App *app, Id incident, const char *words, Arena *arena);

#endif
