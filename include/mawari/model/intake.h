// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked when a trouble begins, by the words of what it is.
#ifndef MAWARI_MODEL_INTAKE_H
#define MAWARI_MODEL_INTAKE_H

#include <stddef.h>

#include "mawari/base/arena.h"
#include "mawari/base/err.h"

/// The questions of `table` for a trouble called `what`: rows "WORD,WORD=question;question"
/// separated by | or line ends; the first row of which a word is in `what` counts (compared folded),
/// the row of the word * for all others. Returns how many; `*ret` in `arena`.
size_t intake_questions(const char *table, const char *what, Arena *arena, const char ***ret);

/// False with a sentence that names the row where a table cannot be read.
bool intake_check(const char *table, Arena *arena, Err *err);

#endif
