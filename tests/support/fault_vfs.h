// SPDX-License-Identifier: GPL-3.0-or-later
// A disk and a memory that fail on order: SQLite's default file system and allocator, wrapped.
#ifndef MAWARI_TESTS_FAULT_VFS_H
#define MAWARI_TESTS_FAULT_VFS_H

#include <stdbool.h>
#include <stdint.h>

typedef enum FaultKind {
    FAULT_NONE,
    FAULT_ERROR,       // a call answers with an I/O error
    FAULT_FULL,        // a write finds no room
    FAULT_TORN,        // a write stops half way, with an error
    FAULT_MEMORY,      // an allocation gets nothing
    FAULT_CUT_NOTHING, // the power goes: of what was not synced nothing was on the disk,
    FAULT_CUT_ALL,     // all of it,
    FAULT_CUT_SOME,    // or a random choice of its sectors
} FaultKind;

typedef struct Fault {
    FaultKind kind;
    int at;        // strikes at the so-many-th call of its kind, from 1
    bool lasting;  // and at every one behind it; a power cut always is
    uint64_t seed; // of FAULT_CUT_SOME
} Fault;

/// Once in a program, before SQLite is used.
void fault_install(void);
void fault_arm(Fault fault);
/// No more faults, except that a cut disk stays dead until fault_after_cut(). Did it strike?
bool fault_disarm(void);
/// How many calls there were, while it was armed, that it could have struck.
int fault_calls(void);
/// When all connections are closed: the files become what the cut left of them.
void fault_after_cut(void);

#endif
