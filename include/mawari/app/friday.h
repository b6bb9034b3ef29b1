// SPDX-License-Identifier: GPL-3.0-or-later
// The look back on Friday, in four parts: who is slipping and why, contracts inside their notice, who
// has not been seen, next week's proposal (week_plan.h).
#ifndef MAWARI_APP_FRIDAY_H
#define MAWARI_APP_FRIDAY_H

#include "mawari/app/app.h"
#include "mawari/store/queries.h"

typedef enum FridayPart {
    FRIDAY_SLIPPING,
    FRIDAY_CONTRACTS,
    FRIDAY_UNSEEN,
    FRIDAY_WEEK, // has no rows of its own
} FridayPart;
enum { FRIDAY_PARTS = 4 };

typedef struct FridayRow {
    const Entity *kind; // NULL: a sentence below the row above
    Id id, client;      // client: whom it is about
    const char *name;   // "青葉商店"; of a sentence its day
    const char *text;   // "since 17 Nov", "quote by Wed 25"
    const char *more;   // what clears it, the notice …; "": nothing
    Day until;          // of a client that slips: with `id` its place among them
} FridayRow;

typedef struct FridaySheet {
    FridayPart part;
    FridayRow *rows;
    size_t count;
    const char *title; // "Who is slipping: 3"
    const char *about; // the rule, or what is not known
} FridaySheet;

/// A part as a whole, but of those who slip at most FRIDAY_SLIPPING_MOST, which it then says.
enum { FRIDAY_SLIPPING_MOST = 50 };
bool friday_sheet(App *app, FridayPart part, Arena *arena, FridaySheet *ret, Err *err);

/// A window of those who slip: `most` of them behind `after` (NULL: from the first). The title says
/// how many they are in all. `*ret_clients`: so many are in the window.
bool friday_slipping(App *app, const SlippingClient *after, size_t most, Arena *arena,
                     FridaySheet *ret, size_t *ret_clients, Err *err);

#endif
