// SPDX-License-Identifier: GPL-3.0-or-later
// Our own VTIMEZONE: short, exact for the days that are written, named as IANA names the zone.
#ifndef MAWARI_CALENDAR_VTIMEZONE_H
#define MAWARI_CALENDAR_VTIMEZONE_H

#include <libical/ical.h>

#include "mawari/base/zone.h"

/// The zone's name where it is one that phones know ("Asia/Tokyo"), else NULL: times are then to be
/// written in UTC.
const char *vtimezone_id(const Zone *zone);

/// A component for events from `first` to `last`. Summer time is one yearly rule a change where such
/// a rule gives what the zone says; else every change is written by itself.
icalcomponent *vtimezone_new(const Zone *zone, Day first, Day last, Arena *arena);

#endif
