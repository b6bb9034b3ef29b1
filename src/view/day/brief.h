// SPDX-License-Identifier: GPL-3.0-or-later
// The brief before the door: one screen without scrolling, or a column beside Today.
#ifndef MAWARI_VIEW_BRIEF_H
#define MAWARI_VIEW_BRIEF_H

#include "ground/pane.h"
#include "mawari/app/brief.h"
#include "shell.h"

typedef enum BriefAs {
    BRIEF_FITTED, // as much as the screen holds, the rest a key away
    BRIEF_ASIDE,  // fitted beside Today, with a title of its own and without what to avoid
    BRIEF_WHOLE,  // nothing is cut, and it scrolls
} BriefAs;
Pane *brief_open(BriefOf of, BriefAs as);
/// Whom the brief was opened for.
BriefOf brief_subject(const Pane *pane);

/// The record that the cursor, else the pane is on; on Today, where that is none, the next stop.
bool brief_meant(const Screen *screen, const Entity **ret_kind, Id *ret);
/// The screen's command: on what the cursor is on.
void brief_here(Screen *screen);

#endif
