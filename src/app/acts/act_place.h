// SPDX-License-Identifier: GPL-3.0-or-later
// Room for a visit in the order of a day.
#ifndef APP_ACT_PLACE_H
#define APP_ACT_PLACE_H

#include "core/act.h"

typedef struct Spot {
    Day day;
    Minute hour;   // behind what begins before it …
    bool by_visit; // … or in front of `before`, 0: behind all of them
    Id before;
} Spot;

/// Numbers the other visits of the day so that `visit` (0: one that is still to be made) has the place
/// that is returned. `visit` itself is not written.
bool act_make_room(App *app, Step *step, Id visit, const Spot *spot, int32_t *ret, Err *err);

/// Gives a visit with an hour the place that its hour makes: behind what is over or agreed for no
/// later one, and behind what floats there and still leaves time to come. `id` 0: it is still to be
/// made. The visit itself is not written.
bool act_place_by_hour(App *app, Step *step, Id id, Visit *visit, Err *err);
/// Gives a visit whose hour goes the place where it stands by that hour.
bool act_keep_place(App *app, Step *step, Id id, Visit *visit, Err *err);

#endif
