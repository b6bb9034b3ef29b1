// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the sample share while it is filled.
#ifndef APP_SAMPLE_FILL_H
#define APP_SAMPLE_FILL_H

#include "mawari/app/app.h"
#include "mawari/store/record.h"
#include "sample_data.h"

enum { MANY = 64 };

/// A name of the tables and the record that it became.
typedef struct Named {
    const char *name;
    Id id, site; // of clients: their site; of people: where they work
} Named;

typedef struct Filling {
    App *app;
    Step *step;
    Arena *arena;
    Err *err;
    Named clients[MANY], people[MANY], products[MANY];
    size_t client_count, person_count, product_count, telephones;
    Id office, reported, promises[MANY], troubles[MANY];
} Filling;

/// A blank record of a kind, and keeping it. `ret` may be NULL.
void *sample_blank(Filling *filling, const Entity *kind);
bool sample_keep(Filling *filling, const Entity *kind, const void *record, Id *ret);

/// The client or person that became of a name of the tables; zeros when there is none.
const Named *sample_client(const Filling *filling, const char *name);
Id sample_person(const Filling *filling, const char *name);

/// Promises with their balls and chains, troubles with their lines (sample_open.c).
bool sample_fill_open(Filling *filling);
bool sample_fill_rounds(Filling *filling); // rounds and products (sample_rounds.c)
bool sample_fill_contracts(Filling *filling);
bool sample_fill_rivals(Filling *filling);   // rivals, meetings, entertaining (sample_rivals.c)
bool sample_fill_slipping(Filling *filling); // who steps back, sales (sample_slipping.c)
bool sample_fill_prices(Filling *filling);   // floor cards, demands, the ledger (sample_prices.c)
bool sample_fill_places(Filling *filling);   // end customers and departments (sample_places.c)
bool sample_fill_words(Filling *filling);    // lines as they were typed, and words kept of them

#endif
