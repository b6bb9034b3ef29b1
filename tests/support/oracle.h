// SPDX-License-Identifier: GPL-3.0-or-later
// The judge of calendars that nobody here wrote: four independent readers.
#ifndef MAWARI_TESTS_ORACLE_H
#define MAWARI_TESTS_ORACLE_H

#include <stddef.h>

/// Fails the test when ics_oracle.py --strict finds anything in `text`; skips it, and says so, where
/// the tools beside the tree are absent.
void oracle_passes(const char *text, size_t size);

#endif
