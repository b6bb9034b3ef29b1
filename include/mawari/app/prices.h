// SPDX-License-Identifier: GPL-3.0-or-later
// What the floor card says: a demanded price answered in one line, the ledger, and who else will
// hear of it.
#ifndef MAWARI_APP_PRICES_H
#define MAWARI_APP_PRICES_H

#include "mawari/app/app.h"
#include "mawari/model/kinds.h"
#include "mawari/store/queries_price.h"
#include "mawari/store/record.h"

enum { PRICE_CARDS = 200, PRICE_DEMANDS = 20, PRICE_HEARERS = 12 };

/// Whose prices a record is about: the client of a visit, site, card, demand; of a demand or a card
/// the product too. 0: none. ERR_INPUT: it is about no client.
bool price_subject(App *app, Id id, Id *ret_client, Id *ret_product, Err *err);

/// The card of a client for a product as it is today, with the product's list price where it has none of its own;
/// `*ret_id` 0: there is none.
bool price_card(App *app, Id client, Id product, Arena *arena, Price *ret, Id *ret_id, Err *err);

/// One card for a client and a product, whose floor is not above the product's list price: checked
/// of what is typed. `id` 0: a new one. ERR_INPUT says what is wrong.
bool price_card_stands(App *app, Id id, const Price *card, Err *err);

/// What follows of a ledger entry that agrees a price: from when it holds, and what it was before.
bool ledger_price_follows(App *app, const Concession *before, Concession *entry, Err *err);
/// The client's floor card follows an entry that was put, and no longer what it agreed `before`
/// (NULL: it is new). Without a card nothing happens.
bool ledger_price_put(App *app, Step *step, const Concession *before, const Concession *entry,
                      Err *err);
/// Archives an entry of an answer that was none, and takes its price from the card.
bool ledger_drop(App *app, Step *step, Id id, Err *err);
/// "Floor card: ¥25,200 → ¥26,400 from Fri 1 Jan"; "" where no price was agreed.
const char *ledger_price_said(App *app, const Concession *entry, Arena *arena);

/// Fills what follows: the product called `product` (NULL: as it stands; without any, that of the
/// client's only card), and what is asked for one piece.
bool demand_complete(App *app, Demand *demand, const char *product, Arena *arena, Err *err);

/// The answer in one line (price_answer). `reveal`: with the gap to the floor.
bool demand_answer(App *app, const Demand *demand, bool reveal, Arena *arena, const char **ret,
                   Err *err);

/// "given 5, got 1, last 94 days ago. Last: …": the balance and the newest entry.
bool ledger_line(App *app, Id client, Arena *arena, const char **ret, Err *err);

/// "北店, 港店; 山本食品 (中村)": sites, and clients who share a person; "" for nobody.
typedef struct PriceHeard {
    Id client; // 0: another site of this client
    const char *text;
    Yen now; // what the product costs there; NONE: not known
} PriceHeard;
bool price_heard(App *app, Id client, Id product, Arena *arena, PriceHeard **ret, size_t *ret_count,
                 Err *err);

/// Everything that stands on a client's floor card.
typedef struct FloorCard {
    Id id;
    Price price; // with the product's list price where it has none of its own
    const char *product;
} FloorCard;
typedef struct FloorDemand {
    Id id;
    Demand demand;
    const char *product, *contact; // "" unknown
    const char *answer;            // in one line
} FloorDemand;
typedef struct FloorSheet {
    Id client, product; // product: the one that is meant; 0: none
    const char *name, *ledger;
    FloorCard *cards;
    size_t card_count;
    FloorDemand *demands; // that wait for an answer, the newest first
    size_t demand_count;
    PriceHeard *heard;
    size_t heard_count;
} FloorSheet;
/// The sheet of the client that a record is about. An answer says its gap to the floor only where
/// the product's card is revealed.
bool floor_sheet(App *app, Id about, Arena *arena, FloorSheet *ret, Err *err);
/// "now since 24 Nov; ¥26,400 from 1 Jan 2027"; "" where neither is known.
const char *floor_card_days(const App *app, const Price *card, Arena *arena);
/// As text, for the command line; masked figures as "***".
const char *floor_text(App *app, const FloorSheet *sheet, Arena *arena);
/// The same as a JSON object; masked figures are null.
const char *floor_json(App *app, const FloorSheet *sheet, Arena *arena);

/// May the masked figures of this record be seen now: --reveal, or Enter a moment ago.
bool app_reveals(const App *app, Id id);

#endif
