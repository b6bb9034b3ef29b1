// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the week's proposal share: its pane and how that is drawn.
#ifndef VIEW_WEEK_PLAN_PANE_H
#define VIEW_WEEK_PLAN_PANE_H

#include "mawari/app/week_plan.h"
#include "shell.h"

typedef struct PlanView {
    Day of;
    bool friday; // it is the last part of Friday
    Id *without; // clients that the rep left out
    size_t without_count, without_room;
    Arena *arena;
} PlanView;

typedef enum PlanShows {
    SHOWS_DAY,
    SHOWS_ADDED,
    SHOWS_LEFT_HEAD,
    SHOWS_LEFT,
    SHOWS_NOTE
} PlanShows;

typedef struct PlanLine {
    PlanShows is;
    size_t index; // of the days, the added, those left out, the notes
} PlanLine;

typedef struct PlanData {
    const WeekProposal *proposal; // NULL: still looked for
    bool better;                  // another one waits
    PlanLine *lines;
    size_t count;
} PlanData;

enum { PLAN_FIRST_ROW = 3 }; // below its title and what is said of it

/// Where the client stands among those that the rep left out; `without_count`: it is taken.
size_t week_plan_without(const PlanView *view, Id client);

// week_plan_draw.c
void week_plan_draw(const Pane *pane, const App *app, Region at);

#endif
