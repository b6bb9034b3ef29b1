// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese eras: how their years are written, and which days they had.
#ifndef MAWARI_SRC_BASE_ERA_H
#define MAWARI_SRC_BASE_ERA_H

#include "scan.h"

typedef struct Era Era;

/// A year of an era, 1 to 99 or 元: 平16, 令和8, S22, 平H27 (which says it twice). `*ret_year`: as
/// the rest of the world counts it, though the era may have been over by then.
bool scan_era_year(Scan *scan, const Era **ret, int *ret_year);
/// Whether the era had this month, and in it this day; 0: any day.
bool era_had(const Era *era, int year, int month, int day);

#endif
