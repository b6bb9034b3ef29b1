// SPDX-License-Identifier: GPL-3.0-or-later
// What the files about text share.
#ifndef MAWARI_SRC_BASE_PLAIN_H
#define MAWARI_SRC_BASE_PLAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "mawari/base/buffer.h"

bool is_ascii(const char *s);
bool is_blank(uint32_t code); // blanks of either width, tabs, line ends

void buffer_add_code(Buffer *buffer, uint32_t code);

/// `s` through utf8proc_map with these options.
char *text_mapped(const char *s, int options, Arena *arena);

#endif
