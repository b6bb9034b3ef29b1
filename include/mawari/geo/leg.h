// SPDX-License-Identifier: GPL-3.0-or-later
// How long a leg takes when nobody has typed it: great circle, detour, speed by mode.
#ifndef MAWARI_GEO_LEG_H
#define MAWARI_GEO_LEG_H

#include "mawari/base/day.h"

typedef enum Travel { TRAVEL_CAR, TRAVEL_TRAIN, TRAVEL_WALK, TRAVEL_BICYCLE } Travel;

/// A position in microdegrees; unknown when either is NONE.
typedef struct Position {
    int32_t latitude, longitude;
} Position;

bool position_known(Position position);

/// Metres along the great circle. Both positions must be known.
int32_t great_circle(Position from, Position to);

/// Metres on the road: the great circle with the detours by which leg_estimate() counts. 0 without
/// both positions, and by train: rails go their own ways.
int32_t leg_road_metres(Position from, Position to, Travel mode);

/// Minutes from door to door, rounded up; always an estimate and to be shown as one. NONE without
/// both positions, and always for trains: their timetable is not a matter of distance.
Minute leg_estimate(Position from, Position to, Travel mode);

#endif
