// SPDX-License-Identifier: GPL-3.0-or-later
// What the brief cuts when rows run out: one table, which the help tells in words.
#ifndef MAWARI_VIEW_BRIEF_FIT_H
#define MAWARI_VIEW_BRIEF_FIT_H

#include <stdbool.h>
#include <stddef.h>

/// The sections, from the top.
typedef enum BriefSection {
    BRIEF_WHY,
    BRIEF_RIDERS,
    BRIEF_GIVE,
    BRIEF_SAY,
    BRIEF_ASK,
    BRIEF_MONEY,
    BRIEF_RENEWAL,
    BRIEF_AVOID,
    BRIEF_PEOPLE,
    BRIEF_ALSO,
    BRIEF_TALKS,
    BRIEF_OFFER,
    BRIEF_TOPICS,
    BRIEF_PLACE,
    BRIEF_SECTIONS,
} BriefSection;

typedef struct BriefFit {
    size_t rows[BRIEF_SECTIONS]; // that each section gets
    bool blanks;                 // a blank row stands between the groups
} BriefFit;

/// Shares `rows` among sections of so many lines. First the blanks go, then talks down to one, then
/// the place, then people, then what else is open, and so on. A section of promises, troubles,
/// people or what to avoid that got fewer rows than it has lines says in the last of them how many
/// more there are: it always keeps one.
BriefFit brief_fit(const size_t lines[BRIEF_SECTIONS], size_t rows);

/// Does a blank row stand before this section, where there is room for blanks?
bool brief_begins_group(BriefSection section);
/// Does a section that is cut say so? Talks and the place do not.
bool brief_says_more(BriefSection section);

#endif
