// SPDX-License-Identifier: GPL-3.0-or-later
// How long a leg takes when nobody has typed it: great circle, detour, speed by mode.
#include "mawari/geo/leg.h"

#include <math.h>
#include <stddef.h>

/// One stretch of a leg: as far as `until_m` metres from its beginning (as the crow flies) the road
/// is longer by `detour` and is travelled at `metres_a_minute`.
typedef struct Stretch {
    Travel mode;
    double until_m, detour, metres_a_minute;
} Stretch;

/// These numbers are our own assumption, not a measurement: a Japanese town with its lights, then
/// the road between towns, then the open road. 80 metres a minute on foot is what Japanese estate
/// agents must count. Rows of a mode stand in the order of `until_m`.
static const Stretch stretches[] = {
    {TRAVEL_CAR, 5000, 1.4, 22000 / 60.0},         {TRAVEL_CAR, 30000, 1.3, 45000 / 60.0},
    {TRAVEL_CAR, INFINITY, 1.3, 60000 / 60.0},     {TRAVEL_WALK, INFINITY, 1.3, 80},
    {TRAVEL_BICYCLE, INFINITY, 1.3, 14000 / 60.0},
};

enum { EARTH_RADIUS_M = 6371009 }; // mean radius, IUGG

bool position_known(Position position)
{
    return position.latitude != NONE && position.longitude != NONE;
}

static double radians(double microdegrees)
{
    return microdegrees / 1e6 * 3.14159265358979323846 / 180;
}

int32_t great_circle(Position from, Position to)
{
    double south = radians(from.latitude), north = radians(to.latitude);
    double up = sin((north - south) / 2);
    double across = sin(radians((double)to.longitude - from.longitude) / 2);
    double haversine = up * up + cos(south) * cos(north) * across * across;
    return (int32_t)lround(2 * EARTH_RADIUS_M * asin(sqrt(fmin(1, haversine))));
}

/// The road and the minutes of a leg, before they are rounded.
typedef struct Road {
    double metres, minutes;
} Road;

static Road road_between(Position from, Position to, Travel mode)
{
    double distance = great_circle(from, to), begun = 0;
    Road road = {0, 0};
    for (size_t i = 0; i < sizeof stretches / sizeof *stretches; i++) {
        const Stretch *stretch = &stretches[i];
        if (stretch->mode != mode || begun >= distance)
            continue;
        double end = fmin(distance, stretch->until_m), metres = (end - begun) * stretch->detour;
        road.metres += metres;
        road.minutes += metres / stretch->metres_a_minute;
        begun = end;
    }
    return road;
}

static bool can_estimate(Position from, Position to, Travel mode)
{
    return mode != TRAVEL_TRAIN && position_known(from) && position_known(to);
}

int32_t leg_road_metres(Position from, Position to, Travel mode)
{
    return can_estimate(from, to, mode) ? (int32_t)lround(road_between(from, to, mode).metres) : 0;
}

Minute leg_estimate(Position from, Position to, Travel mode)
{
    return can_estimate(from, to, mode) ? (Minute)ceil(road_between(from, to, mode).minutes) : NONE;
}
