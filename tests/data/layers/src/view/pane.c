// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen knows no terminal, no child's room and no library of other rooms.
#include "mawari/app/app.h"
#include "mawari/store/store.h"
#include "mawari/exchange/csv.h" // BREACH
#include "mawari/tui/loop.h" // BREACH
#include <ncursesw/curses.h> // BREACH
#include <sqlite3.h> // BREACH
#include <libical/ical.h> // BREACH
