// SPDX-License-Identifier: GPL-3.0-or-later
// The judge of calendars that nobody here wrote: four independent readers.
#ifndef MAWARI_TESTS_ORACLE_H
#define MAWARI_TESTS_ORACLE_H

#include <stddef.h>

/// Fails the test when ics_oracle.py --strict finds anything in `text`. Where the tools beside the
/// tree are absent it says so and judges nothing: what the test itself asserts still stands.
void oracle_passes(const char *text, size_t size);
void oracle_passes_file(const char *file);

#endif
