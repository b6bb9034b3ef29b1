// SPDX-License-Identifier: GPL-3.0-or-later
// Time zones, read from the system's TZif files (RFC 8536): wall clock ↔ moment.
#ifndef MAWARI_BASE_ZONE_H
#define MAWARI_BASE_ZONE_H

#include "mawari/base/day.h"
#include "mawari/base/err.h"

typedef struct Zone Zone;

/// Opens an IANA zone, or with NULL the machine's own ($TZ, then /etc/localtime).
bool zone_open(const char *name, Zone **ret, Err *err);
void zone_close(Zone *zone);
/// "Asia/Tokyo"; its footer ("JST-9") when the name cannot be told: never another zone's name.
const char *zone_name(const Zone *zone);

int zone_offset(const Zone *zone, Moment moment); // seconds east of UTC
/// The moment of a wall-clock time. A time in a gap is read with the offset before it, an
/// ambiguous one is the first (RFC 5545 3.3.5).
Moment zone_moment(const Zone *zone, Day day, Minute minute);
void zone_wall(const Zone *zone, Moment moment, Day *ret_day, Minute *ret_minute);

/// The rule in force after the last transition, as a POSIX TZ string ("JST-9"), for VTIMEZONE.
const char *zone_footer(const Zone *zone);

/// "2026-11-24T09:30:00+09:00"; NO_MOMENT gives NULL.
char *zone_iso(const Zone *zone, Moment moment, Arena *arena);
/// "2026-11-24T09:30+09:00", "2026-11-24 09:30", "2026-11-24T00:30Z"; without an offset: in `zone`.
bool zone_parse_iso(const Zone *zone, const char *text, Moment *ret);

#endif
