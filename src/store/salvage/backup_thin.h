// SPDX-License-Identifier: GPL-3.0-or-later
// Which backups are kept.
#ifndef MAWARI_STORE_BACKUP_THIN_H
#define MAWARI_STORE_BACKUP_THIN_H

#include "mawari/base/arena.h"
#include "mawari/base/day.h"

/// Of those with a date in their name: the newest of each of 7 days, 5 weeks, 12 months. The newest
/// of all stays. What a killed backup left behind goes after a day.
void backups_thin_out(const char *folder, Moment now, Arena *arena);

#endif
