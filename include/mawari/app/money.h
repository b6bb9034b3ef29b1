// SPDX-License-Identifier: GPL-3.0-or-later
// 請求書持参, 集金 and 締め日: what the closing and payment days of the clients ask for. Nothing is
// promised unasked: these are proposals until `money --take`.
#ifndef MAWARI_APP_MONEY_H
#define MAWARI_APP_MONEY_H

#include "mawari/app/app.h"
#include "mawari/store/queries.h"

/// An invoice to bring, money to collect, that nobody promised yet.
typedef struct MoneyRow {
    Money money;
    Id client;
    const char *name; // of the client
    Day of;           // the closing or payment day itself
    Day due;          // the working day on which one goes there
} MoneyRow;

/// A client whose month closes within three working days while something is open there.
typedef struct ClosingRow {
    Id client;
    const char *name;
    Day closing;
    int32_t open; // promises, troubles, orders that the office does not have
} ClosingRow;

typedef struct MoneySheet {
    Day until;
    MoneyRow *rows; // soonest first
    size_t count;
    ClosingRow *closings; // soonest first
    size_t closing_count;
    bool more; // than MONEY_MOST of one sort in a month: the rest follow when these are done
} MoneySheet;
enum { MONEY_MOST = 100 };

/// The last day that is looked at: the setting money_days from today on. False: proposals are off.
bool money_until(App *app, Day *ret);

/// Proposals due from today to `until` (NONE: none), and the closings that are near today. Everything
/// is in `arena`.
bool money_sheet(App *app, Day until, Arena *arena, MoneySheet *ret, Err *err);

/// "invoice Fri 27", "collect Mon 30".
const char *money_row_text(const App *app, const MoneyRow *row, Arena *arena);

/// What a named visit brings of it: "invoice, collect, closes Thu 26" where it is promised by its
/// day, and where its client closes within three working days of it with something open; NULL.
const char *money_at_visit(const App *app, const DayVisit *visit, Arena *arena);

/// What of it is so for one client: "invoice Fri 27, closes Thu 26, 4 open"; "" when nothing is.
bool money_of_client(App *app, Id id, const Client *client, Arena *arena, const char **ret,
                     Err *err);

#endif
