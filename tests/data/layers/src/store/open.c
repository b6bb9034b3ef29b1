// SPDX-License-Identifier: GPL-3.0-or-later
// The store is the home of SQLite.
#include <sqlite3.h>
#include <unistd.h>
#include "mawari/model/client.h"
#include "mawari/store/store.h"
#include "own.h"
#include "model/rules.h" // BREACH
#include "../model/rules.h" // BREACH
