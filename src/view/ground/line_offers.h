// SPDX-License-Identifier: GPL-3.0-or-later
// What a capture line is offered while it is typed, wherever it is typed.
#ifndef MAWARI_VIEW_LINE_OFFERS_H
#define MAWARI_VIEW_LINE_OFFERS_H

#include "mawari/app/capture.h"
#include "shell.h"

/// Fills the list for the word at the insertion point; texts in `arena`.
void line_offers(App *app, const Line *line, const CapturePlace *place, bool outcome, Arena *arena,
                 Suggestions *ret);
/// The insertion point goes behind the first word in doubt, with its list open. False: there is
/// none.
bool line_go_to_doubt(App *app, Line *line, const Heard *heard, bool outcome, Arena *arena,
                      Suggestions *ret);

#endif
