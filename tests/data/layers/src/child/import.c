// SPDX-License-Identifier: GPL-3.0-or-later
// A child opens its one room.
#include "mawari/exchange/csv.h"
#include "mawari/calendar/ics.h" // BREACH
#include "mawari/store/store.h" // BREACH
