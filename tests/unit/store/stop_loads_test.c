// SPDX-License-Identifier: GPL-3.0-or-later
// Which stops of a day are asked what is to be loaded: all that have something, and not all.
#include "fixture.h"

#include "mawari/model/value.h"
#include "mawari/store/queries_day.h"
#include "mawari/store/queries_due.h"

enum { CLIENTS = 40, SITES = 2 * CLIENTS, STOPS = 60, THINGS = 30 };

typedef struct Town {
    World *world;
    Id clients[CLIENTS], sites[SITES], people[CLIENTS], tickets[CLIENTS];
    uint32_t seed;
} Town;

static uint32_t chance(Town *town, uint32_t of)
{
    town->seed = town->seed * 1664525 + 1013904223;
    return (town->seed >> 8) % of;
}

static Day some_day(Town *town)
{
    return chance(town, 4) == 0 ? NONE : TODAY + (Day)chance(town, 12) - 8;
}

static Id some_client(Town *town)
{
    return chance(town, 4) == 0 ? 0 : town->clients[chance(town, CLIENTS)];
}

static Id some_site(Town *town)
{
    return chance(town, 2) == 0 ? 0 : town->sites[chance(town, SITES)];
}

static Id some_person(Town *town)
{
    return chance(town, 2) == 0 ? 0 : town->people[chance(town, CLIENTS)];
}

static void put_person(Town *town, size_t at)
{
    World *world = town->world;
    Contact person;
    Post post;
    record_blank(&entity_contact, &person, TODAY, world->arena);
    record_blank(&entity_post, &post, TODAY, world->arena);
    person.name = "中村 恵";
    post.contact = town->people[at] = world_put(world, &entity_contact, 0, &person);
    post.party = town->clients[at];
    post.site = chance(town, 2) ? town->sites[at] : 0;
    (void)world_put(world, &entity_post, 0, &post);
}

static void put_town(Town *town)
{
    World *world = town->world;
    for (size_t i = 0; i < CLIENTS; i++) {
        Client client = a_client(world, "青葉商店");
        town->clients[i] = world_put(world, &entity_client, 0, &client);
    }
    for (size_t i = 0; i < SITES; i++) {
        Site site;
        record_blank(&entity_site, &site, TODAY, world->arena);
        site.name = "本店";
        site.client = town->clients[i % CLIENTS];
        town->sites[i] = world_put(world, &entity_site, 0, &site);
    }
    for (size_t i = 0; i < CLIENTS; i++) {
        Ticket ticket;
        put_person(town, i);
        record_blank(&entity_ticket, &ticket, TODAY, world->arena);
        ticket.what = "扉が閉まらない";
        ticket.number = (int32_t)i + 1;
        ticket.client = town->clients[i];
        ticket.site = chance(town, 2) ? town->sites[i] : 0;
        ticket.opened = TODAY;
        town->tickets[i] = world_put(world, &entity_ticket, 0, &ticket);
    }
}

static void put_visit(Town *town, Day day)
{
    Visit visit;
    record_blank(&entity_visit, &visit, TODAY, town->world->arena);
    size_t site = chance(town, SITES);
    visit.client = town->clients[site % CLIENTS];
    visit.site = chance(town, 3) == 0 ? 0 : town->sites[site];
    visit.day = day;
    visit.outcome = day < TODAY || chance(town, 5) == 0 ? OUTCOME_MET : NONE;
    visit.appointment = chance(town, 5) == 0 ? APPOINTMENT_CANCELLED : NONE;
    (void)world_put(town->world, &entity_visit, 0, &visit);
}

static void put_promise(Town *town)
{
    Commitment promise = a_promise(town->world, "見積", some_day(town));
    promise.direction = chance(town, 2) ? DIRECTION_MINE : DIRECTION_THEIRS;
    promise.client = some_client(town);
    promise.site = some_site(town);
    promise.contact = some_person(town);
    promise.kept = chance(town, 5) == 0 ? TODAY : NONE;
    (void)world_put(town->world, &entity_commitment, 0, &promise);
}

static void put_order(Town *town)
{
    OrderMemo order;
    record_blank(&entity_order_memo, &order, TODAY, town->world->arena);
    order.what = "豆腐10";
    order.client = some_client(town);
    order.site = some_site(town);
    order.wanted = some_day(town);
    order.taken = TODAY - (Day)chance(town, 12);
    (void)world_put(town->world, &entity_order_memo, 0, &order);
}

static void put_loan(Town *town)
{
    Loan loan;
    record_blank(&entity_loan, &loan, TODAY, town->world->arena);
    loan.what = "代替機";
    size_t whose = chance(town, CLIENTS); // the others stand without a trouble
    loan.ticket = chance(town, 2) ? town->tickets[whose] : 0;
    loan.client = town->clients[whose];
    loan.site = chance(town, 3) == 0 ? some_site(town) : 0;
    loan.lent = TODAY - (Day)chance(town, 2);
    loan.back = some_day(town);
    loan.lent = loan.back != NONE && loan.back < loan.lent ? loan.back : loan.lent;
    (void)world_put(town->world, &entity_loan, 0, &loan);
}

/// A round that brings something, or only tells something, to one client.
static void put_round(Town *town)
{
    World *world = town->world;
    Round round;
    RoundClient door;
    record_blank(&entity_round, &round, TODAY, world->arena);
    record_blank(&entity_round_client, &door, TODAY, world->arena);
    round.title = "冬の案内";
    round.matter = chance(town, 3)   ? MATTER_MATERIAL
                   : chance(town, 2) ? MATTER_RECALL
                                     : MATTER_NOTICE;
    round.a_door = 1;
    round.since = TODAY;
    door.round = world_put(world, &entity_round, 0, &round);
    door.client = town->clients[chance(town, CLIENTS)];
    door.state = DOOR_OPEN;
    (void)world_put(world, &entity_round_client, 0, &door);
}

/// How many things there are.
static size_t count_of(World *world, const DayVisit *stop)
{
    Id *ids;
    size_t count;
    assert_true(query_load_there(world->store, stop->visit.client, stop->visit.site, TODAY,
                                 world->arena, &ids, &count, &world->err));
    return count;
}

static void no_stop_that_has_something_is_left_out(void **state)
{
    Town town = {.world = *state, .seed = 7};
    World *world = town.world;
    put_town(&town);
    for (int i = 0; i < STOPS; i++)
        put_visit(&town, TODAY - (Day)(i % 3 == 0 ? chance(&town, 9) : 0));
    for (int i = 0; i < THINGS; i++) {
        put_promise(&town);
        if (i % 3 == 0)
            put_order(&town);
        if (i % 6 == 0)
            put_loan(&town);
        if (i % 5 == 0)
            put_round(&town);
    }
    DayVisits stops;
    bool asked[STOPS];
    size_t with = 0, without = 0;
    assert_true(query_stops_between(world->store, TODAY, TODAY, world->arena, &stops, &world->err));
    assert_true(stops.count <= STOPS);
    assert_true(query_stops_to_load(world->store, TODAY, &stops, world->arena, asked, &world->err));
    for (size_t i = 0; i < stops.count; i++) {
        const Visit *visit = &stops.rows[i].visit;
        if (visit->outcome != NONE || visit->appointment == APPOINTMENT_CANCELLED)
            continue;
        size_t things = count_of(world, &stops.rows[i]);
        if (things > 0 && !asked[i])
            fail_msg("stop %zu is not asked for its %zu things", i, things);
        with += things > 0;
        without += !asked[i];
    }
    assert_true(with > 0 && without > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(no_stop_that_has_something_is_left_out, world_open,
                                        world_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
