// SPDX-License-Identifier: GPL-3.0-or-later
// The public holidays of Japan, by their law; they seed the table of holidays, which the rep edits.
#ifndef MAWARI_MODEL_JAPAN_HOLIDAYS_H
#define MAWARI_MODEL_JAPAN_HOLIDAYS_H

#include "mawari/base/arena.h"
#include "mawari/base/day.h"

typedef struct JapanHoliday {
    Day day;
    const char *name; // as the law calls it; 振替休日 and 国民の休日 as people do
} JapanHoliday;

/// The holidays of a year in order, by articles 2 and 3 of 国民の祝日に関する法律 (昭和23年法律
/// 第178号) as it stood in 2026. Before 2020 it was another, and an equinox is law only when it is
/// announced, in the February before: years other than 2020–2035 give 0. `*ret` in `arena`.
size_t japan_holidays(int year, Arena *arena, JapanHoliday **ret);

#endif
