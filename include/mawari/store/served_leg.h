// SPDX-License-Identifier: GPL-3.0-or-later
// What a server of travel times said, kept so that each way is asked for once. Not journalled: it is
// a copy of what can be asked again.
#ifndef MAWARI_STORE_SERVED_LEG_H
#define MAWARI_STORE_SERVED_LEG_H

#include "mawari/store/store.h"

/// A way by car between two places in microdegrees, and what was said of it on a day.
typedef struct ServedLeg {
    int32_t from_latitude, from_longitude, to_latitude, to_longitude;
    int32_t seconds, metres; // NONE: there is no way; of metres alone: it was not said
    Day asked;
} ServedLeg;

enum { SERVED_LEG_DAYS = 365 }; // roads change: older answers are dropped with the next ones

/// Fills what was said of the way that `leg` names. `*ret_known` false: nothing yet.
bool served_leg_get(Store *store, ServedLeg *leg, bool *ret_known, Err *err);
/// Keeps answers as one transaction, in the place of older ones.
bool served_legs_put(Store *store, const ServedLeg *legs, size_t count, Day today, Err *err);
/// Another server is asked from now on.
bool served_legs_forget(Store *store, Err *err);

#endif
