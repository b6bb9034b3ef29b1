// SPDX-License-Identifier: GPL-3.0-or-later
// Of the large store: rounds, rivals, contracts, sales, prices, orders, offers and notes.
#include "maker.h"

#include "mawari/base/day.h"
#include "mawari/model/kinds.h"

#define BLANK(maker, kind, record) record_blank(&entity_##kind, &(record), TODAY, (maker)->arena)

enum { LINES = 12, YEAR = 365, MONTHS = 12 };

/// Product lines are nouns of the corpus.
static const char *line(size_t at)
{
    return maker_noun(at % LINES);
}

/// Some day up to `days` ago.
static Day before(Maker *maker, size_t days)
{
    return TODAY - (Day)maker_any(maker, days);
}

bool make_product(Maker *maker, size_t at, Err *err)
{
    Product product;
    BLANK(maker, product, product);
    product.name = arena_print(maker->arena, "%s A-%zu", line(at), at);
    product.code = arena_print(maker->arena, "A-%zu", at);
    product.line = line(at);
    product.list_price = 1000 + (Yen)at * 100;
    if (!maker_put(maker, &entity_product, &product, &maker->product_ids[at], err))
        return false;
    for (int32_t role = BUYER_FLOOR; role <= BUYER_MANAGEMENT; role++) {
        ProductTalk talk;
        BLANK(maker, product_talk, talk);
        talk.product = maker->product_ids[at];
        talk.role = role;
        talk.text = maker_note(maker, 10);
        if (!maker_put(maker, &entity_product_talk, &talk, NULL, err))
            return false;
    }
    return true;
}

bool make_rival(Maker *maker, size_t at, Err *err)
{
    Rival rival;
    BLANK(maker, rival, rival);
    rival.name = arena_print(maker->arena, "%zu社", at + 1);
    return maker_put(maker, &entity_rival, &rival, &maker->rival_ids[at], err);
}

/// Begun two a month, all of them still open; some are of a product.
bool make_round(Maker *maker, size_t at, Err *err)
{
    enum { APART = 15 };
    Round round;
    BLANK(maker, round, round);
    round.title = arena_print(maker->arena, "%sのご案内 %zu", line(at), at + 1);
    round.since = TODAY - (Day)(ROUNDS - 1 - at) * APART;
    round.deadline = TODAY + 1 + (Day)at;
    round.stock = (int32_t)(maker->clients / DOOR_EVERY + at);
    if (at % 3 == 0) {
        round.matter = MATTER_NEW_PRODUCT;
        round.product = maker->product_ids[at % PRODUCTS];
    }
    return maker_put(maker, &entity_round, &round, &maker->round_ids[at], err);
}

/// Every round goes to the same clients; most doors that are left are of the last ones.
bool make_door(Maker *maker, size_t at, Err *err)
{
    enum { LAST = 5 };
    size_t doors = maker->clients / DOOR_EVERY, round = at / doors;
    RoundClient door;
    BLANK(maker, round_client, door);
    door.round = maker->round_ids[round];
    door.client = maker->client_ids[at % doors * DOOR_EVERY];
    bool open = round >= ROUNDS - LAST ? maker_any(maker, 2) == 0 : maker_any(maker, 20) == 0;
    if (!open) {
        door.state = (int32_t)(DOOR_OPEN + 1 + maker_any(maker, DOOR_AGAINST - DOOR_OPEN));
        door.day = before(maker, 10) - (Day)(ROUNDS - 1 - round) * 15;
        door.pieces = 1;
    }
    return maker_put(maker, &entity_round_client, &door, NULL, err);
}

bool make_share(Maker *maker, size_t at, Err *err)
{
    Share share;
    BLANK(maker, share, share);
    share.client = maker->client_ids[at % maker->clients];
    share.line = line(maker_any(maker, LINES));
    share.holder = maker_any(maker, 2) == 0 ? HOLDER_US : HOLDER_RIVAL;
    share.until = TODAY - YEAR + (Day)maker_any(maker, 3 * YEAR);
    share.since = share.until - YEAR;
    if (share.holder == HOLDER_RIVAL)
        share.rival = maker->rival_ids[maker_any(maker, RIVALS)];
    return maker_put(maker, &entity_share, &share, NULL, err);
}

bool make_contract(Maker *maker, size_t at, Err *err)
{
    size_t client = at * DEALT_WITH_EVERY;
    Contract contract;
    BLANK(maker, contract, contract);
    contract.what = arena_print(maker->arena, "%s 年間契約", line(at));
    contract.client = maker->client_ids[client];
    contract.site = maker->site_ids[client];
    contract.line = line(at);
    contract.end = TODAY + 30 + (Day)maker_any(maker, 3 * YEAR);
    contract.start = contract.end - YEAR + 1;
    contract.notice_months = 1 + (int32_t)maker_any(maker, 3);
    contract.yen_a_year = 10000 * (1 + (Yen)maker_any(maker, 500));
    return maker_put(maker, &entity_contract, &contract, NULL, err);
}

/// Every tenth of those that are dealt with steps back: it orders less, and a rival was seen of late.
static bool steps_back(size_t at)
{
    return at % 10 == 0;
}

/// A year of one client.
bool make_sales(Maker *maker, size_t at, Err *err)
{
    Yen usual = 1000 * (20 + (Yen)maker_any(maker, 400));
    Day month = day_month_first(day_month_first(TODAY) - 1);
    for (size_t back = 0; back < MONTHS; back++, month = day_month_first(month - 1)) {
        Sale sale;
        BLANK(maker, sale, sale);
        sale.client = maker->client_ids[at * DEALT_WITH_EVERY];
        sale.month = month;
        sale.yen = steps_back(at) && back < 3 ? usual / 2 : usual;
        sale.line = line(at);
        if (!maker_put(maker, &entity_sale, &sale, NULL, err))
            return false;
    }
    return true;
}

bool make_price(Maker *maker, size_t at, Err *err)
{
    Price price;
    BLANK(maker, price, price);
    price.client = maker->client_ids[at * 2 % maker->clients];
    price.product = maker->product_ids[maker_any(maker, PRODUCTS)];
    price.list_price = 1000 + (Yen)maker_any(maker, 4000);
    price.now = price.list_price * 9 / 10;
    price.mine = price.list_price * 85 / 100;
    price.floor = price.list_price * 8 / 10;
    price.volume = 10 + (int32_t)maker_any(maker, 1000);
    return maker_put(maker, &entity_price, &price, NULL, err);
}

bool make_demand(Maker *maker, size_t at, Err *err)
{
    size_t client = maker_any(maker, maker->clients);
    Demand demand;
    BLANK(maker, demand, demand);
    demand.asked = arena_print(maker->arena, "¥-%zu%%", 1 + at % 9);
    demand.client = maker->client_ids[client];
    demand.contact = maker->contact_ids[client];
    demand.product = maker->product_ids[at % PRODUCTS];
    demand.day = before(maker, 2 * YEAR);
    if (demand.day < TODAY - 14) {
        demand.state = DEMAND_REFUSED;
        demand.answered = demand.day + 7;
    }
    return maker_put(maker, &entity_demand, &demand, NULL, err);
}

bool make_order(Maker *maker, size_t at, Err *err)
{
    size_t client = maker_any(maker, maker->clients);
    OrderMemo order;
    BLANK(maker, order_memo, order);
    order.what = arena_print(maker->arena, "%s %zu", line(at), 1 + maker_any(maker, 20));
    order.client = maker->client_ids[client];
    order.site = maker->site_ids[client];
    order.contact = maker->contact_ids[client];
    order.taken = before(maker, YEAR);
    order.wanted = order.taken + 3;
    if (order.taken < TODAY - 1)
        order.handed = order.taken;
    if (order.wanted < TODAY)
        order.delivered = order.wanted;
    return maker_put(maker, &entity_order_memo, &order, NULL, err);
}

bool make_offer(Maker *maker, size_t at, Err *err)
{
    size_t client = maker_any(maker, maker->clients);
    ProductOffer offer;
    BLANK(maker, offer, offer);
    offer.product = maker->product_ids[at % PRODUCTS];
    offer.client = maker->client_ids[client];
    offer.contact = maker->contact_ids[client];
    offer.reaction = (int32_t)maker_any(maker, 4);
    offer.day = before(maker, 2 * YEAR);
    return maker_put(maker, &entity_offer, &offer, NULL, err);
}

/// A rival seen and a note, at every fifth client.
bool make_about(Maker *maker, size_t at, Err *err)
{
    Id client = maker->client_ids[at * DEALT_WITH_EVERY];
    Sighting sighting;
    Note note;
    BLANK(maker, sighting, sighting);
    BLANK(maker, note, note);
    sighting.rival = maker->rival_ids[maker_any(maker, RIVALS)];
    sighting.client = client;
    sighting.what = maker_note(maker, 8);
    sighting.day = before(maker, steps_back(at) ? 50 : 2 * YEAR);
    note.on = client;
    note.day = sighting.day;
    note.text = maker_note(maker, 20);
    return maker_put(maker, &entity_sighting, &sighting, NULL, err) &&
           maker_put(maker, &entity_note, &note, NULL, err);
}
