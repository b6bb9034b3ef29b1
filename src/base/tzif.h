// SPDX-License-Identifier: GPL-3.0-or-later
// What a zone is made of: transitions from a TZif file, and a rule for what comes after them.
#ifndef MAWARI_SRC_BASE_TZIF_H
#define MAWARI_SRC_BASE_TZIF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mawari/base/arena.h"
#include "mawari/base/day.h"

enum { DAY_SECONDS = 86400, HOUR_SECONDS = 3600 };

// The years 1 to 9999, which days can be written for.
#define FIRST_MOMENT ((Moment)-62135596800)
#define LAST_MOMENT  ((Moment)253402300799)

/// One change of a year: POSIX.1 8.3 "Mm.w.d", "Jn" or "n", and the local time of it.
typedef struct ZoneChange {
    char kind; // 'M', 'J', or '0' for a day counted from 0
    int month, week, day;
    int seconds; // after midnight, also negative or beyond a day (RFC 8536 3.3.1)
} ZoneChange;

typedef struct ZoneRule {
    int standard, summer; // seconds east of UTC
    bool has_summer;
    ZoneChange begins, ends; // summer time
} ZoneRule;

/// Reads a POSIX TZ string; the whole text must be one.
bool zone_rule_read(const char *text, ZoneRule *ret);
int zone_rule_offset(const ZoneRule *rule, Moment moment);

typedef struct Transitions {
    size_t count;
    int64_t *at;      // strictly rising
    int32_t *offsets; // after each
    int32_t before;   // before the first
    char *footer;     // "" where the file has none
} Transitions;

/// Reads a TZif file of version 1 or later; false when it is none or broken.
bool tzif_read(const char *bytes, size_t size, Arena *arena, Transitions *ret);

#endif
