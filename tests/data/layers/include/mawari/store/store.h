// SPDX-License-Identifier: GPL-3.0-or-later
// A door shows nothing private.
#include <stdint.h>
#include "mawari/model/client.h"
#include "own.h" // BREACH
#include <sqlite3.h> // BREACH
