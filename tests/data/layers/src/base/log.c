// SPDX-License-Identifier: GPL-3.0-or-later
// The lowest room may look at nothing above it.
#include <stdio.h>
#include <utf8proc.h>
#include "mawari/base/log.h"
#include "mawari/model/client.h" // BREACH
