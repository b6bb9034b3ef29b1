// SPDX-License-Identifier: GPL-3.0-or-later
// The nastiest text that a store accepts, in every text of every record of every kind.
#ifndef MAWARI_TESTS_NASTY_H
#define MAWARI_TESTS_NASTY_H

#include "mawari/app/app.h"

/// Fills an empty store with the sample and a record of every kind that it lacks, then overwrites
/// every text with sequences, overrides, zero-width and tag characters, floods of marks.
void nasty_fill(App *app);

#endif
