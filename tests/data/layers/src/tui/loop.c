// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal's home.
#include <curses.h>
#include <term.h>
#include "mawari/view/pane.h"
#include "mawari/model/client.h" // BREACH
