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

/// Where a client stands in the list of its part; a window of the list goes on behind it.
typedef struct FridayPlace {
    Id client;
    Day day;      // until when it slips; since when it is due
    int32_t rank; // its rank's place among the ranks, where the list goes by rank
} FridayPlace;
typedef struct FridayPlaces {
    FridayPlace *rows;
    size_t count;
} FridayPlaces;

typedef struct FridayRow {
    const Entity *kind; // NULL: a sentence below the row above
    Id id, client;      // client: whom it is about
    const char *name;   // "青葉商店"; of a sentence its day
    const char *text;   // "since 17 Nov", "quote by Wed 25"
    const char *more;   // what clears it, the notice …; "": nothing
    FridayPlace place;  // of a client of a part that is long
} FridayRow;

typedef struct FridaySheet {
    FridayPart part;
    FridayRow *rows;
    size_t count;
    const char *title; // "Who is slipping: 3"
    const char *about; // the rule, or what is not known
} FridaySheet;

/// A part as a whole, but of one that is long at most FRIDAY_MOST clients, which it then says.
enum { FRIDAY_MOST = 50 };
bool friday_sheet(App *app, FridayPart part, Arena *arena, FridaySheet *ret, Err *err);

/// Are there perhaps thousands in it? Then a window of them is read.
bool friday_is_long(FridayPart part);
/// A window of a part that is long: `most` clients behind `after` (NULL: from the first). The title
/// says how many they are in all. `*ret_clients`: so many are in the window.
bool friday_window(App *app, FridayPart part, const FridayPlace *after, size_t most, Arena *arena,
                   FridaySheet *ret, size_t *ret_clients, Err *err);
/// The places of at most `most` clients in such a part, from the first on; `back`: before `before`
/// (NULL: from the last), the nearest first.
bool friday_places(App *app, FridayPart part, bool back, const FridayPlace *before, size_t most,
                   Arena *arena, FridayPlaces *ret, Err *err);

#endif
