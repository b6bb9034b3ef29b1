// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above may look down.
#include "day/today.h"
#include "mawari/view/canvas.h"
