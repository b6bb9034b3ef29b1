// SPDX-License-Identifier: GPL-3.0-or-later
// What a child is told of our environment.
#ifndef APP_SHORT_ENVIRONMENT_H
#define APP_SHORT_ENVIRONMENT_H

#include "mawari/base/arena.h"

/// Language, zone, certificates and where programs are; ends with NULL.
char **short_environment(Arena *arena);

#endif
