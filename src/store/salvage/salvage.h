// SPDX-License-Identifier: GPL-3.0-or-later
// A store that is saved from a damaged one: first copied, then mended.
#ifndef MAWARI_STORE_SALVAGE_H
#define MAWARI_STORE_SALVAGE_H

#include "mawari/store/backup.h"
#include "sql.h"

/// A table of the old store that was recognised, or a part of one.
typedef struct Piece {
    const char *table, *from; // what it is, and what it is called
} Piece;

typedef struct Salvage {
    Store *store; // the new one
    Arena *arena;
    Piece *pieces; // where the old list of tables could not be read
    size_t piece_count;
    Moment now;
    Id *unread; // records whose row of the table `record` could not be read
    size_t unread_count, room;
    SalvageInfo info;
} Salvage;

/// Writes to `copy` the pages of the store at `path` under a list of tables made anew, and says in
/// `pieces` what they are. Rows that nothing recognises are named as lost.
bool salvage_rebuild(Salvage *salvage, const char *path, const char *copy, Err *err);
void salvage_name_lost(Salvage *salvage, const char *what);
/// Makes records, references, journal, search and derived rows agree again; names what is lost.
bool salvage_mend(Salvage *salvage, Err *err);

#endif
