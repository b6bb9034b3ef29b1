// SPDX-License-Identifier: GPL-3.0-or-later
// Chance: bytes that nobody can foretell, for uids and for the salt of a PIN.
#ifndef MAWARI_BASE_LOTS_H
#define MAWARI_BASE_LOTS_H

#include <stdbool.h>
#include <stddef.h>

/// Fills `size` bytes (at most 256: getentropy(3) gives no more at once). False: the system has none.
bool lots_draw(void *bytes, size_t size);

#endif
