// SPDX-License-Identifier: GPL-3.0-or-later
// The language of lists (INTERACTION §5), parsed against a kind's fields. The store turns it into
// a query; nothing here knows SQL.
#ifndef MAWARI_MODEL_FILTER_H
#define MAWARI_MODEL_FILTER_H

#include "mawari/model/value.h"

/// The words of `is:`. Which of them a kind knows is one table in filter.c.
typedef enum IsWord {
    IS_LATE,
    IS_TODAY,
    IS_MINE,
    IS_THEIRS,
    IS_WAITING,
    IS_DONE,
    IS_DRAFT,
    IS_SLIPPING, // two of their steps back within 60 days (retreat.h)
    IS_ARCHIVED,
} IsWord;

typedef enum FilterTest {
    FILTER_WORD,  // a bare word: somewhere in the record's searched text (folded)
    FILTER_IS,    // `is`
    FILTER_ONE,   // the field is one of `values` (texts: contains, folded; references: name
                  // contains, but "me" of a contact is the rep's own record)
    FILTER_RANGE, // low ≤ field ≤ high; an open end is V_NONE
    FILTER_NONE,  // field:none
    FILTER_ANY,   // field:any
} FilterTest;

typedef struct FilterTerm {
    bool negated;
    FilterTest test;
    IsWord is;
    const Field *field;
    const Value *values; // FILTER_ONE; FILTER_WORD: one, folded
    size_t count;
    Value low, high;
} FilterTerm;

typedef struct Filter {
    const FilterTerm *terms; // all must hold
    size_t count;
    const Field *sort; // NULL: the kind's own order
    bool descending;
} Filter;

/// Parses `text` ("" is everything). Field names work in both languages and as stored; "seen" is a
/// client's last_visit, "slack" a promise's latest. What is quoted may hold blanks and commas. Days
/// look where their field looks (field_look), but the ends of a range away from each other if they
/// would cross. ERR_USAGE: an unknown field (the known ones are named) or a bad value.
bool filter_parse(const Entity *kind, const char *text, Day today, Arena *arena, Filter *ret,
                  Err *err);

/// The first field whose values the filter tells one way or another, by naming one or by the order,
/// though they are shown on request only; NULL: none. That there is one may be asked.
const Field *filter_tells(const Filter *filter);

#endif
