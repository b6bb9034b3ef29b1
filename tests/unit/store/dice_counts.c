// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of people, evenings, the year, reactions, rounds and who slips, held against a walk
// over all records that stand.
#include "dice_standing.h"

#include "mawari/store/queries.h"
#include "mawari/store/queries_price.h"
#include "mawari/store/queries_renewal.h"
#include "mawari/store/queries_round.h"

// --- people and evenings

static void topics_are_right(Dice *dice, Id contact)
{
    World *world = dice->world;
    Standing all = standing(dice, &entity_topic_told);
    const TopicTold *told = all.rows;
    Expected *unheard = nothing(dice);
    TopicRow *rows;
    size_t count;
    for (size_t topic = 0; topic < TOPICS; topic++) {
        bool heard = false;
        for (size_t i = 0; i < all.count; i++)
            heard = heard || (told[i].topic == dice->topics[topic] && told[i].contact == contact);
        if (!heard)
            expect(unheard, -dice->topics[topic], dice->topics[topic]);
    }
    must(dice, query_topics_for(world->store, contact, TODAY, 9, world->arena, &rows, &count,
                                &world->err));
    Id ids[TOPICS] = {0};
    for (size_t i = 0; i < count && i < TOPICS; i++)
        ids[i] = rows[i].id;
    are_these(dice, "topics", unheard, ids, count);
}

static void tempers_are_right(Dice *dice, Id contact)
{
    World *world = dice->world;
    Standing all = standing(dice, &entity_temper);
    const Temper *tempers = all.rows;
    Expected *how = nothing(dice);
    Id *ids;
    size_t count;
    for (size_t i = 0; i < all.count; i++)
        if (tempers[i].contact == contact)
            expect(how, newest(tempers[i].day, all.ids[i]), all.ids[i]);
    must(dice, query_tempers(world->store, contact, MOST, world->arena, &ids, &count, &world->err));
    are_these(dice, "tempers", how, ids, count);
}

static void evenings_are_right(Dice *dice, Id client)
{
    World *world = dice->world;
    Standing all = standing(dice, &entity_entertainment);
    const Entertainment *evenings = all.rows;
    const Day from = TODAY - 100;
    Expected *there = nothing(dice);
    int32_t lately = 0, times;
    Id last;
    for (size_t i = 0; i < all.count; i++) {
        if (evenings[i].client != client)
            continue;
        expect(there, newest(evenings[i].day, all.ids[i]), all.ids[i]);
        lately += evenings[i].day >= from;
    }
    must(dice,
         query_entertained_there(world->store, client, TODAY, from, &last, &times, &world->err));
    assert_int_equal(last, there->count ? there->ids[0] : 0);
    assert_int_equal(last ? times : 0, lately);
}

// --- the year and who slips

/// Visits by outcome, talks, promises kept, all of the last half year.
static void the_year_is_right(Dice *dice, Id client)
{
    World *world = dice->world;
    const Day from = TODAY - 180;
    Standing all = standing(dice, &entity_visit);
    const Visit *visits = all.rows;
    ClientYear year;
    TalkedWith talked;
    int32_t outcomes[OUTCOMES] = {0}, talks = 0;
    for (size_t i = 0; i < all.count; i++) {
        const Visit *visit = &visits[i];
        if (visit->client != client || visit->day < from || visit->outcome == NONE)
            continue;
        outcomes[visit->outcome]++;
        talks += visit->contact &&
                 (visit->outcome == OUTCOME_MET || visit->outcome == OUTCOME_SHORT_WORD ||
                  visit->outcome == OUTCOME_BY_PHONE || visit->outcome == OUTCOME_VIDEO);
    }
    must(dice,
         query_client_year(world->store, client, from, TODAY, world->arena, &year, &world->err) &&
             query_talked_with(world->store, client, from, TODAY, &talked, &world->err));
    for (size_t i = 0; i < OUTCOMES; i++)
        assert_int_equal(year.outcomes[i], outcomes[i]);
    assert_int_equal(talked.talks, talks);
}

static void kept_promises_are_right(Dice *dice, Id client)
{
    World *world = dice->world;
    const Day from = TODAY - 180;
    Standing all = standing(dice, &entity_commitment);
    const Commitment *promises = all.rows;
    KeptOf mine = {0};
    ClientYear year;
    for (size_t i = 0; i < all.count; i++) {
        const Commitment *promise = &promises[i];
        Day due = promise->first_due != NONE ? promise->first_due : promise->due;
        if (promise->client != client || promise->direction != DIRECTION_MINE ||
            promise->kept == NONE || promise->kept < from || promise->kept > TODAY)
            continue;
        mine.done++;
        mine.dated += due != NONE;
        mine.in_time += due != NONE && promise->kept <= due;
    }
    must(dice,
         query_client_year(world->store, client, from, TODAY, world->arena, &year, &world->err));
    assert_int_equal(year.mine.done, mine.done);
    assert_int_equal(year.mine.dated, mine.dated);
    assert_int_equal(year.mine.in_time, mine.in_time);
}

/// One sees the rival there on the day of the newest sighting; two signals within sixty days, the
/// later of them come true, put the client on the list.
static void signals_are_right(Dice *dice, Id client, const SlippingClients *slipping)
{
    World *world = dice->world;
    Standing all = standing(dice, &entity_sighting);
    const Sighting *sightings = all.rows;
    Day seen = NONE, said = NONE;
    Signals signals;
    bool slips = false, listed = false;
    for (size_t i = 0; i < all.count; i++)
        if (sightings[i].client == client && sightings[i].day > seen)
            seen = sightings[i].day;
    must(dice, query_signals(world->store, client, TODAY - 1000, TODAY + 1000, world->arena,
                             &signals, &world->err));
    for (size_t i = 0; i < signals.count; i++) {
        said = signals.rows[i].rule == RETREAT_RIVAL ? signals.rows[i].day : said;
        for (size_t j = 0; j < signals.count; j++) {
            Day earlier = signals.rows[i].day, later = signals.rows[j].day;
            slips = slips || (i != j && earlier <= later && later <= TODAY &&
                              earlier + RETREAT_DAYS >= TODAY);
        }
    }
    for (size_t i = 0; i < slipping->count; i++)
        listed = listed || slipping->rows[i].client == client;
    assert_int_equal(said, seen);
    assert_int_equal(listed, slips);
}

// --- products and rounds

static void reactions_are_counted_right(Dice *dice, size_t product)
{
    World *world = dice->world;
    Standing all = standing(dice, &entity_offer);
    const ProductOffer *offers = all.rows;
    int32_t asked = 0, good = 0;
    TalkLines talks;
    for (size_t i = 0; i < all.count; i++) {
        if (offers[i].talk != dice->talks[product] || offers[i].reaction == NONE)
            continue;
        asked++;
        good += offers[i].reaction == REACTION_WANTS || offers[i].reaction == REACTION_LIKES;
    }
    must(dice, query_product_talks(world->store, dice->products[product], world->arena, &talks,
                                   &world->err));
    assert_int_equal(talks.count, 1);
    assert_int_equal(talks.rows[0].asked, asked);
    assert_int_equal(talks.rows[0].good, good);
}

static void a_round_is_counted_right(Dice *dice, Id round)
{
    World *world = dice->world;
    Standing all = standing(dice, &entity_round_client);
    const RoundClient *doors = all.rows;
    RoundDerived counts = {0}, found;
    for (size_t i = 0; i < all.count; i++) {
        bool left = doors[i].state == DOOR_OPEN || doors[i].state == DOOR_HELD;
        if (doors[i].round != round)
            continue;
        counts.doors++;
        counts.left += left;
        counts.held += doors[i].state == DOOR_HELD;
        counts.against += doors[i].state == DOOR_AGAINST;
        counts.handed += left || doors[i].pieces == NONE ? 0 : doors[i].pieces;
    }
    must(dice, query_round_counts(world->store, round, &found, &world->err));
    assert_int_equal(found.doors, counts.doors);
    assert_int_equal(found.left, counts.left);
    assert_int_equal(found.held, counts.held);
    assert_int_equal(found.against, counts.against);
    assert_int_equal(found.handed, counts.handed);
}

void relations_are_as_counted(Dice *dice)
{
    SlippingClients slipping;
    World *world = dice->world;
    must(dice,
         query_slipping(world->store, TODAY, NULL, CLIENTS, world->arena, &slipping, &world->err));
    for (size_t i = 0; i < CLIENTS; i++) {
        Id client = dice->clients[i];
        relations_of_client_are_right(dice, client);
        evenings_are_right(dice, client);
        the_year_is_right(dice, client);
        kept_promises_are_right(dice, client);
        signals_are_right(dice, client, &slipping);
    }
    for (size_t i = 0; i < PEOPLE; i++) {
        topics_are_right(dice, dice->people[i]);
        tempers_are_right(dice, dice->people[i]);
    }
    for (size_t i = 0; i < PRODUCTS; i++)
        reactions_are_counted_right(dice, i);
    for (size_t i = 0; i < ROUNDS; i++)
        a_round_is_counted_right(dice, dice->rounds[i]);
}
