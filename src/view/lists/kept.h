// SPDX-License-Identifier: GPL-3.0-or-later
// How many promises were kept in time, in words.
#ifndef MAWARI_VIEW_KEPT_H
#define MAWARI_VIEW_KEPT_H

#include "mawari/store/queries.h"

/// "mine 9 of 10, theirs 5 of 8"; a side with less than five that are done is not spoken of.
const char *kept_shown(const KeptRate *rate, Arena *arena);

#endif
