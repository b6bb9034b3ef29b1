// SPDX-License-Identifier: GPL-3.0-or-later
// What a command asks for before it runs, in the rep's words instead of the usage's.
#ifndef MAWARI_VIEW_ASKS_H
#define MAWARI_VIEW_ASKS_H

#include "mawari/app/usage.h"
#include "mawari/view/canvas.h"

/// A word of a usage as a person would ask for it: "outcome" for DIGIT.
const char *asks_word(const UsagePart *part);
/// The answers that are right ("1 Met  2 Short word …") where the line stands at `typed`, wrapped, on the
/// rows that end above `row`. Nothing where any text is right.
void asks_draw(const Command *command, const char *typed, Canvas *canvas, int row, Arena *arena);

#endif
