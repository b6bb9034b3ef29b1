// SPDX-License-Identifier: GPL-3.0-or-later
// The start may use every door, but no library.
#include "mawari/cli/cli.h"
#include "mawari/tui/loop.h"
#include <curses.h> // BREACH
