// SPDX-License-Identifier: GPL-3.0-or-later
// A floor knows nothing of those above it, neither their private headers nor their doors.
#include "mawari/view/canvas.h"
#include "shell.h"
#include "day/today.h" // BREACH
#include "mawari/view/today.h" // BREACH
