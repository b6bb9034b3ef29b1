// SPDX-License-Identifier: GPL-3.0-or-later
// Are these two the same company or place? For imports and for finding duplicates.
#ifndef MAWARI_MODEL_LIKENESS_H
#define MAWARI_MODEL_LIKENESS_H

#include "mawari/base/arena.h"

typedef struct Looks {
    const char *name, *address, *telephone, *postal_code; // NULL: unknown
} Looks;

typedef enum Likeness { LIKENESS_OTHER, LIKENESS_DOUBTFUL, LIKENESS_SAME } Likeness;

/// SAME: name and address or telephone agree when folded. DOUBTFUL: the same telephone, or nearly
/// the same name and address (edit distance over folded text, company forms left out, 丁目/番/号
/// and hyphens alike). On 200 perturbed pairs of the hospitals: precision ≥ 0.98, recall
/// ≥ 0.95 (tests/unit/model/twins_test.c).
Likeness likeness(const Looks *a, const Looks *b, Arena *arena);

/// Keys under which likely twins meet, so that not every pair is compared: the digits of the
/// telephone, the plain name, the postal code with the name's first letter, the numbers of the
/// address. `*ret` in `arena`; what is unknown gives none.
size_t likeness_keys(const Looks *looks, Arena *arena, char ***ret);

#endif
