// SPDX-License-Identifier: GPL-3.0-or-later
// The hours of a way to travel, counted: 0 is the time before the first of its bands.
#ifndef MAWARI_PLAN_BAND_H
#define MAWARI_PLAN_BAND_H

#include "mawari/plan/route.h"

static inline const RouteTime *band_legs(const RouteMode *mode, size_t band)
{
    return band == 0 ? mode->legs : mode->bands[band - 1].legs;
}

/// From this moment on one sets out in it; no moment of a day is before 0.
static inline RouteTime band_opens(const RouteMode *mode, size_t band)
{
    return band == 0 ? 0 : mode->bands[band - 1].from;
}

/// From this moment on one sets out in the next.
static inline RouteTime band_ends(const RouteMode *mode, size_t band)
{
    return band == mode->band_count ? ROUTE_NEVER : mode->bands[band].from;
}

#endif
