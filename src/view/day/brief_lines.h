// SPDX-License-Identifier: GPL-3.0-or-later
// The brief in lines: what each section has to say, in as many columns as there are.
#ifndef MAWARI_VIEW_BRIEF_LINES_H
#define MAWARI_VIEW_BRIEF_LINES_H

#include "brief_fit.h"
#include "mawari/app/brief.h"
#include "mawari/view/canvas.h"

/// A stretch of a line; `columns` is the most that it takes.
typedef struct BriefSpan {
    int at, columns;
    Role role;
    const char *text;
} BriefSpan;

enum { BRIEF_SPANS = 7 };

typedef struct BriefLine {
    BriefSpan spans[BRIEF_SPANS];
    size_t count;
    Id id; // the record that verbs work on, 0: none
    const Entity *kind;
} BriefLine;

typedef struct BriefLines {
    const char *label; // translated
    BriefLine *rows;
    size_t count, room;
} BriefLines;

typedef struct BriefPage {
    const Brief *brief;
    const App *app;
    Arena *arena;
    int columns;
    bool roomy;   // long texts go on in a second line instead of being cut
    bool answers; // … and the answer to what is said against the offer stands below it
    bool joined;  // the topics share a row
    BriefLines sections[BRIEF_SECTIONS];
} BriefPage;

/// All lines of all sections. What to avoid is left out where somebody looks on: `aside`.
void brief_lines(BriefPage *page, bool aside);
/// Where one row is left for the topics: all of them in it, each as far as it goes. It is the row of the
/// first one.
void brief_join_topics(BriefPage *page);

#endif
