// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 (FIPS 180-4): proves a backup's bytes, keeps the PIN. No library of the screen has it.
#ifndef MAWARI_BASE_SHA256_H
#define MAWARI_BASE_SHA256_H

#include <stdbool.h>
#include <stddef.h>

#include "mawari/base/err.h"

/// The hash of a whole file in small hexadecimal letters.
bool sha256_file(const char *path, char ret[65], Err *err);

/// The same of bytes in memory.
void sha256_bytes(const void *bytes, size_t size, char ret[65]);

#endif
