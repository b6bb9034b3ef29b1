// SPDX-License-Identifier: GPL-3.0-or-later
// Templates of reports: text with {placeholders}, written by the rep.
#ifndef MAWARI_REPORT_TEMPLATE_H
#define MAWARI_REPORT_TEMPLATE_H

#include <stddef.h>

#include "mawari/base/arena.h"
#include "mawari/base/err.h"

/// What a placeholder is called and what stands in its place; lines of it are set in as far as the
/// placeholder itself stands.
typedef struct Placeholder {
    const char *name, *text;
} Placeholder;

/// Writes `text` with every {name} replaced. "{{" is a bracket. A line on which every placeholder
/// turned out empty is left out, and so is a blank line behind another. False where a placeholder is
/// not among `known` or is not closed: the sentence has its line.
bool template_fill(const char *text, const Placeholder *known, size_t count, Arena *arena,
                   char **ret, Err *err);

#endif
