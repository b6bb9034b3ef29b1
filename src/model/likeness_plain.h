// SPDX-License-Identifier: GPL-3.0-or-later
// Names and addresses in the one form in which likeness.c compares them.
#ifndef MAWARI_SRC_MODEL_LIKENESS_PLAIN_H
#define MAWARI_SRC_MODEL_LIKENESS_PLAIN_H

#include <stddef.h>
#include <stdint.h>

#include "mawari/base/arena.h"

typedef struct Letters {
    uint32_t *codes;
    size_t count; // 0: unknown
} Letters;

/// Folded, without company forms, blanks and signs. NULL gives none.
Letters plain_name(const char *name, Arena *arena);
/// Folded, without prefecture, blanks and 字; numbers in ASCII with one '-' between two of them:
/// 北海道札幌市中央区北一条西２丁目３番４号 gives 札幌市中央区北1-西2-3-4. NULL gives none.
Letters plain_address(const char *address, Arena *arena);

#endif
