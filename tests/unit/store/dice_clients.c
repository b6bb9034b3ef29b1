// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of a client's rivals, deals, prices, loans, products and rounds, held against a walk
// over all records that stand.
#include "dice_standing.h"

#include <string.h>

#include "mawari/store/queries.h"
#include "mawari/store/queries_price.h"
#include "mawari/store/queries_round.h"

// --- rivals and deals

static void shares_are_right(Dice *dice, Id client)
{
    World *world = dice->world;
    Standing all = standing(dice, &entity_share);
    const Share *shares = all.rows;
    Expected *there = nothing(dice), *lit = nothing(dice);
    ShareRow *rows;
    size_t count;
    Id of_line;
    for (size_t i = 0; i < all.count; i++) {
        Share share;
        if (shares[i].client != client)
            continue;
        expect(there, shares[i].until, all.ids[i]); // an end that nobody knows stands first
        must(dice, record_get(world->store, &entity_share, all.ids[i], world->arena, &share,
                              &world->err));
        if (strcmp(share.line, "ＬＥＤ") == 0)
            expect(lit, -all.ids[i], all.ids[i]);
    }
    must(dice, query_shares(world->store, client, world->arena, &rows, &count, &world->err));
    Id *ids = arena_array(world->arena, Id, count);
    for (size_t i = 0; i < count; i++)
        ids[i] = rows[i].id;
    are_these(dice, "shares", there, ids, count);
    must(dice, query_share_of_line(world->store, client, "led", &of_line, &world->err));
    assert_int_equal(of_line, lit->count ? lit->ids[0] : 0);
}

static void deals_are_right(Dice *dice, Id client)
{
    World *world = dice->world;
    Standing all = standing(dice, &entity_deal);
    const Deal *deals = all.rows;
    Expected *there = nothing(dice);
    DealRow *rows;
    size_t count;
    for (size_t i = 0; i < all.count; i++)
        if (deals[i].client == client && (deals[i].closed == NONE || deals[i].next != NONE))
            expect(there, -all.ids[i], all.ids[i]);
    must(dice, query_deals(world->store, client, world->arena, &rows, &count, &world->err));
    Id *ids = arena_array(world->arena, Id, count);
    for (size_t i = 0; i < count; i++)
        ids[i] = rows[i].id;
    are_these(dice, "deals", there, ids, count);
}

/// Is the rival said to be here where it was seen, or has a line?
static void rivals_are_right(Dice *dice, Id client)
{
    World *world = dice->world;
    Standing seen = standing(dice, &entity_sighting), held = standing(dice, &entity_share);
    const Sighting *sightings = seen.rows;
    const Share *shares = held.rows;
    RivalNamed *rows;
    size_t count;
    bool here = false;
    for (size_t i = 0; i < seen.count; i++)
        here = here || sightings[i].client == client;
    for (size_t i = 0; i < held.count; i++)
        here = here || (shares[i].client == client && shares[i].rival);
    must(dice, query_rivals(world->store, client, 9, world->arena, &rows, &count, &world->err));
    assert_int_equal(count, 1);
    assert_int_equal(rows[0].here, here);
}

// --- prices and loans

static void demands_are_right(Dice *dice, Id client)
{
    World *world = dice->world;
    Standing all = standing(dice, &entity_demand);
    const Demand *demands = all.rows;
    Expected *open = nothing(dice);
    Id *ids;
    size_t count;
    for (size_t i = 0; i < all.count; i++)
        if (demands[i].client == client &&
            (demands[i].state == DEMAND_OPEN || demands[i].state == DEMAND_TAKEN_BACK))
            expect(open, newest(demands[i].day, all.ids[i]), all.ids[i]);
    must(dice,
         query_demands_open(world->store, client, MOST, world->arena, &ids, &count, &world->err));
    are_these(dice, "demands", open, ids, count);
}

static void the_ledger_is_right(Dice *dice, Id client)
{
    World *world = dice->world;
    Standing all = standing(dice, &entity_concession);
    const Concession *rows = all.rows;
    LedgerBalance expected = {.last = NONE}, balance;
    Expected *order = nothing(dice);
    Id last;
    for (size_t i = 0; i < all.count; i++) {
        bool gave = rows[i].side == LEDGER_GAVE;
        if (rows[i].client != client)
            continue;
        expected.given += gave;
        expected.got += !gave || rows[i].back_on != NONE;
        if (gave && rows[i].day > expected.last)
            expected.last = rows[i].day;
        expect(order, newest(rows[i].day, all.ids[i]), all.ids[i]);
    }
    must(dice, query_ledger(world->store, client, &balance, &last, &world->err));
    assert_int_equal(balance.given, expected.given);
    assert_int_equal(balance.got, expected.got);
    assert_int_equal(balance.last, expected.last);
    assert_int_equal(last, order->count ? order->ids[0] : 0);
}

static void loans_are_right(Dice *dice, Id client, Day day)
{
    World *world = dice->world;
    Standing all = standing(dice, &entity_loan);
    const Loan *loans = all.rows;
    Expected *there = nothing(dice);
    LoansHere found;
    for (size_t i = 0; i < all.count; i++)
        if (loans[i].client == client && loans[i].returned == NONE &&
            (day == NONE || (loans[i].back != NONE && loans[i].back <= day)))
            expect(there, all.ids[i], all.ids[i]);
    must(dice, query_loans_there(world->store, client, 0, day, world->arena, &found, &world->err));
    Id *ids = arena_array(world->arena, Id, found.count);
    for (size_t i = 0; i < found.count; i++)
        ids[i] = found.rows[i].id;
    are_these(dice, "loans", there, ids, found.count);
}

// --- products and rounds

/// The newest that was not offered there; no round is about one of them.
static void the_product_to_offer_is_right(Dice *dice, Id client)
{
    World *world = dice->world;
    Standing all = standing(dice, &entity_offer);
    const ProductOffer *offers = all.rows;
    Id left = 0, found;
    for (size_t product = 0; product < PRODUCTS; product++) {
        bool offered = false;
        for (size_t i = 0; i < all.count; i++)
            offered = offered ||
                      (offers[i].client == client && offers[i].product == dice->products[product]);
        left = offered ? left : dice->products[product];
    }
    must(dice, query_product_to_offer(world->store, client, &found, &world->err));
    assert_int_equal(found, left);
}

static void open_doors_are_counted_right(Dice *dice, Id client)
{
    World *world = dice->world;
    Standing all = standing(dice, &entity_round_client);
    const RoundClient *doors = all.rows;
    int32_t open = 0, found;
    for (size_t i = 0; i < all.count; i++)
        open += doors[i].client == client &&
                (doors[i].state == DOOR_OPEN || doors[i].state == DOOR_HELD);
    must(dice, query_doors_here_count(world->store, client, TODAY, &found, &world->err));
    assert_int_equal(found, open);
}

void relations_of_client_are_right(Dice *dice, Id client)
{
    shares_are_right(dice, client);
    deals_are_right(dice, client);
    rivals_are_right(dice, client);
    demands_are_right(dice, client);
    the_ledger_is_right(dice, client);
    loans_are_right(dice, client, NONE);
    loans_are_right(dice, client, some_day(dice));
    the_product_to_offer_is_right(dice, client);
    open_doors_are_counted_right(dice, client);
}
