// SPDX-License-Identifier: GPL-3.0-or-later
// The four lanes of a gap, gathered from the store.
#ifndef APP_GAP_LANES_H
#define APP_GAP_LANES_H

#include "day_gaps.h"
#include "mawari/app/gap.h"

typedef struct GapAsk {
    App *app;
    Arena *arena;
    const DayGaps *gaps;
    const DayGap *gap;
    GapSheet *out;
    size_t room; // of its offers
} GapAsk;

bool gap_fill_lanes(GapAsk *ask, Err *err);

#endif
