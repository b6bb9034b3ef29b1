// SPDX-License-Identifier: GPL-3.0-or-later
// Screens as they were approved: tests/golden/NAME holds the rows as text and, below a line that
// says so, the role of each cell as a letter. A terminal compares the text, memory both.
#ifndef MAWARI_TESTS_GOLDEN_H
#define MAWARI_TESTS_GOLDEN_H

#include <stdbool.h>

/// False, and the rows that differ on standard error, when what is shown is not as approved.
/// `roles` may be NULL. MAWARI_GOLDEN=write in the environment writes it instead.
bool golden_same(const char *name, const char *text, const char *roles);

#endif
