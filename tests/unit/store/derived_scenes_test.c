// SPDX-License-Identifier: GPL-3.0-or-later
// Two scenes of what is derived: who slips until an undo, and for whom a visit counts.
#include <stdlib.h>
#include <string.h>

#include "fixture.h"

#include "mawari/base/buffer.h"
#include "mawari/store/journal.h"
#include "mawari/store/queries.h"

static Id a_rival(World *world)
{
    Rival rival;
    record_blank(&entity_rival, &rival, TODAY, world->arena);
    rival.name = "B社";
    return world_put(world, &entity_rival, 0, &rival);
}

static Id a_visit(World *world, Id client, Id contact, Day day, int32_t outcome)
{
    Visit visit;
    record_blank(&entity_visit, &visit, TODAY, world->arena);
    visit.client = client;
    visit.contact = contact;
    visit.day = day;
    visit.outcome = outcome;
    visit.start = 10 * 60;
    return world_put(world, &entity_visit, 0, &visit);
}

static void what_was_refused_and_seen_there_slips_until_an_undo(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Id id = world_put(world, &entity_client, 0, &client);
    Sighting seen;
    record_blank(&entity_sighting, &seen, TODAY, world->arena);
    seen.rival = a_rival(world);
    seen.what = "名刺";
    seen.day = TODAY - 20;
    seen.client = id;
    world_put(world, &entity_sighting, 0, &seen);
    a_visit(world, id, 0, TODAY - 10, OUTCOME_REFUSED);
    SlippingClients slipping;
    assert_true(
        query_slipping(world->store, TODAY, NULL, 10, world->arena, &slipping, &world->err));
    assert_int_equal(slipping.count, 0);
    a_visit(world, id, 0, TODAY - 3, OUTCOME_REFUSED);
    assert_true(
        query_slipping(world->store, TODAY, NULL, 10, world->arena, &slipping, &world->err));
    assert_int_equal(slipping.count, 1);
    assert_int_equal(slipping.rows[0].since, TODAY - 3);
    assert_int_equal(slipping.rows[0].until, TODAY - 20 + RETREAT_DAYS);
    Signals signals;
    assert_true(query_signals(world->store, id, TODAY - RETREAT_DAYS, TODAY, world->arena, &signals,
                              &world->err));
    assert_int_equal(signals.count, 2);
    assert_int_equal(signals.rows[0].rule, RETREAT_REFUSED);
    assert_int_equal(signals.rows[1].rule, RETREAT_RIVAL);
    assert_int_equal(signals.rows[1].who, seen.rival);
    StepInfo info;
    assert_true(journal_undo(world->store, NOW, world->arena, &info, &world->err));
    assert_true(
        query_slipping(world->store, TODAY, NULL, 10, world->arena, &slipping, &world->err));
    assert_int_equal(slipping.count, 0);
}

static void who_was_met_is_counted_for_the_person_of_the_visit(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Id at = world_put(world, &entity_client, 0, &client);
    Contact contact;
    record_blank(&entity_contact, &contact, TODAY, world->arena);
    contact.name = "中村";
    Id nakamura = world_put(world, &entity_contact, 0, &contact);
    contact.name = "山本";
    Id yamamoto = world_put(world, &entity_contact, 0, &contact);
    static const int32_t outcomes[] = {OUTCOME_MET,    OUTCOME_SHORT_WORD, OUTCOME_ABSENT,
                                       OUTCOME_VIDEO,  OUTCOME_BY_PHONE,   OUTCOME_DELIVERY_ONLY,
                                       OUTCOME_PUT_OFF};
    Id last = 0;
    for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++)
        last = a_visit(world, at, nakamura, TODAY - 10, outcomes[i]);
    Habit habit;
    assert_true(query_habit(world->store, nakamura, world->arena, &habit, &world->err));
    assert_int_equal(habit.halves[HALF_MORNING].met, 3);
    assert_int_equal(habit.halves[HALF_MORNING].tries, 4); // phone, goods, put off: no tries
    Visit visit;
    assert_true(record_get(world->store, &entity_visit, last, world->arena, &visit, &world->err));
    visit.outcome = OUTCOME_REFUSED;
    visit.contact = yamamoto;
    world_put(world, &entity_visit, last, &visit);
    assert_true(query_habit(world->store, nakamura, world->arena, &habit, &world->err));
    assert_int_equal(habit.halves[HALF_MORNING].tries, 4);
    assert_true(query_habit(world->store, yamamoto, world->arena, &habit, &world->err));
    assert_int_equal(habit.halves[HALF_MORNING].met, 0);
    assert_int_equal(habit.halves[HALF_MORNING].tries, 1);
}

/// Seen so many days ago, due after seven.
static Id a_ranked(World *world, const char *name, int32_t rank, int ago)
{
    Client client = a_client(world, name);
    client.rank = rank;
    client.cycle = 7;
    Id id = world_put(world, &entity_client, 0, &client);
    a_visit(world, id, 0, TODAY - ago, OUTCOME_MET);
    return id;
}

/// All of them, `page` at a time; the names one after the other.
static const char *unseen_names(World *world, size_t page, bool back)
{
    Buffer names = {.arena = world->arena};
    UnseenClient last;
    UnseenClients found = {0};
    do {
        const UnseenClient *from = found.count ? &last : NULL;
        assert_true((back ? query_unseen_before : query_unseen)(world->store, TODAY, from, page,
                                                                world->arena, &found, &world->err));
        for (size_t i = 0; i < found.count; i++)
            buffer_add(&names, found.rows[i].name);
        if (found.count)
            last = found.rows[found.count - 1];
    } while (found.count);
    size_t all;
    assert_true(query_unseen_count(world->store, TODAY, &all, &world->err));
    assert_int_equal(all, strlen(buffer_text(&names)));
    return buffer_text(&names);
}

static void who_was_not_seen_stands_by_rank_then_by_day_whatever_the_page(void **state)
{
    World *world = *state;
    a_ranked(world, "e", RANK_C, 40);
    a_ranked(world, "d", NONE, 50); // as C
    a_ranked(world, "c", RANK_B, 9);
    a_ranked(world, "b", RANK_S, 20);
    Id first = a_ranked(world, "a", RANK_S, 30);
    a_ranked(world, "x", RANK_S, 3); // not due yet
    Id planned = a_ranked(world, "y", RANK_S, 30);
    a_visit(world, planned, 0, TODAY + 5, NONE);
    Id forgotten = a_ranked(world, "z", RANK_A, 30); // planned, but never reported
    a_visit(world, forgotten, 0, TODAY - 5, NONE);
    for (size_t page = 1; page < 8; page++) {
        assert_string_equal(unseen_names(world, page, false), "abzcde");
        assert_string_equal(unseen_names(world, page, true), "edczba");
    }
    Step *step;
    assert_true(step_begin(world->store, "archive", NOW, &step, &world->err) &&
                record_archive(step, first, &world->err) && step_end(step, NULL, &world->err));
    assert_string_equal(unseen_names(world, 3, false), "bzcde");
    StepInfo info;
    assert_true(journal_undo(world->store, NOW, world->arena, &info, &world->err));
    assert_string_equal(unseen_names(world, 3, false), "abzcde");
}

static void the_hour_of_a_stamp_is_that_of_the_zone(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Id at = world_put(world, &entity_client, 0, &client);
    Contact contact;
    record_blank(&entity_contact, &contact, TODAY, world->arena);
    contact.name = "中村";
    Id nakamura = world_put(world, &entity_contact, 0, &contact);
    Visit visit;
    record_blank(&entity_visit, &visit, TODAY, world->arena);
    visit.client = at;
    visit.contact = nakamura;
    visit.day = TODAY - 1;
    visit.outcome = OUTCOME_MET;
    visit.start = 16 * 60; // agreed for the afternoon …
    visit.arrived = (Moment)visit.day * 86400 + 6 * 3600 +
                    600; // … came at 11:55 by the clock there
    visit.departed = visit.arrived + 600;
    world_put(world, &entity_visit, 0, &visit);
    visit.about = 1; // nobody stamped it: the agreed hour counts
    world_put(world, &entity_visit, 0, &visit);
    Habit habit;
    assert_true(query_habit(world->store, nakamura, world->arena, &habit, &world->err));
    assert_int_equal(habit.halves[HALF_MORNING].tries, 1);
    assert_int_equal(habit.halves[HALF_AFTERNOON].tries, 1);
}

static int in_kathmandu(void **state)
{
    return setenv("TZ", "<+0545>-5:45", 1) == 0 ? world_open(state) : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_refused_and_seen_there_slips_until_an_undo,
                                        world_open, world_close),
        cmocka_unit_test_setup_teardown(
            who_was_not_seen_stands_by_rank_then_by_day_whatever_the_page, world_open, world_close),
        cmocka_unit_test_setup_teardown(who_was_met_is_counted_for_the_person_of_the_visit,
                                        world_open, world_close),
        cmocka_unit_test_setup_teardown(the_hour_of_a_stamp_is_that_of_the_zone, in_kathmandu,
                                        world_close),
    };
    return cmocka_run_group_tests_name("derived scenes", tests, NULL, NULL);
}
