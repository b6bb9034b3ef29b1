// SPDX-License-Identifier: GPL-3.0-or-later
// A store that is saved from a damaged one: first copied, then mended.
#ifndef MAWARI_STORE_SALVAGE_H
#define MAWARI_STORE_SALVAGE_H

#include "mawari/store/backup.h"
#include "sql.h"

typedef struct Salvage {
    Store *store; // the new one
    Arena *arena;
    Moment now;
    Id *unread; // records whose row of the table `record` could not be read
    size_t unread_count, room;
    SalvageInfo info;
} Salvage;

/// Makes records, references, journal, search and derived rows agree again; names what is lost.
bool salvage_mend(Salvage *salvage, Err *err);

#endif
