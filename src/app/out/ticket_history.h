// SPDX-License-Identifier: GPL-3.0-or-later
// A trouble with its lines and throws, gathered from the store for its pages.
#ifndef APP_TICKET_HISTORY_H
#define APP_TICKET_HISTORY_H

#include "mawari/app/app.h"
#include "mawari/report/history.h"

bool ticket_history(App *app, Id ticket, Arena *arena, History *ret, Err *err);

#endif
