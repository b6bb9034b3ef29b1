// SPDX-License-Identifier: GPL-3.0-or-later
// A day and an hour in one word: Japanese puts no blank between them.
#ifndef MAWARI_BASE_WHEN_H
#define MAWARI_BASE_WHEN_H

#include "mawari/base/day.h"

/// 金15時, 来週火10:30, 20日14時半, 明日午後2時: a day of day_parse() looking forward, and behind it
/// an hour of minute_parse(). The day ends in no digit and the hour has its sign, so that no digit
/// can belong to either. False, and both untouched, when it is anything else.
bool day_hour_parse(const char *text, Day today, Day *ret_day, Minute *ret_minute);

#endif
