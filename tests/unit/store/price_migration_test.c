// SPDX-License-Identifier: GPL-3.0-or-later
// The step of the prices: what lines had left as words with a ¥ becomes price demands, the same
// records, which the floor card answers.
#include "fixture.h"

#include "mawari/store/queries_price.h"
#include "mawari/store/search.h"

static Id a_word(World *world, const char *text, Id client, int32_t about)
{
    KeptWord word = a_kept_word(world, about, text, client);
    word.day = TODAY - 3;
    return world_put(world, &entity_kept_word, 0, &word);
}

/// The part of the step that moves words.
static void step(World *world)
{
    world_step(world, "0037_price", "CREATE TEMP TABLE price_words");
}

static void words_that_stand_become_open_demands_that_can_be_read(void **state)
{
    static const char *const typed[] = {"¥-5%", "￥1180", "\\-50", "¥−３％"};
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Id at = world_put(world, &entity_client, 0, &client), words[sizeof typed / sizeof *typed];
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
        words[i] = a_word(world, typed[i], at, KEPT_PRICE);
    step(world);
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        Demand demand;
        PriceAsked asked;
        assert_ptr_equal(world_kind(world, words[i]), &entity_demand);
        assert_true(
            record_get(world->store, &entity_demand, words[i], world->arena, &demand, &world->err));
        assert_int_equal(demand.client, at);
        assert_int_equal(demand.day, TODAY - 3);
        assert_int_equal(demand.state, DEMAND_OPEN);
        if (!price_asked_read(demand.asked, world->arena, &asked, &world->err))
            fail_msg("%s: %s", typed[i], world->err.text);
    }
    Id *open;
    size_t count;
    assert_true(query_demands_open(world->store, at, 10, world->arena, &open, &count, &world->err));
    assert_int_equal(count, sizeof typed / sizeof *typed);
}

static void what_is_settled_of_no_client_or_about_something_else_stays_a_word(void **state)
{
    World *world = *state;
    Client client = a_client(world, "北海酒販");
    Id at = world_put(world, &entity_client, 0, &client);
    Id nowhere = a_word(world, "¥-5%", 0, KEPT_PRICE), rival = a_word(world, "vs", at, KEPT_RIVAL);
    Id settled = a_word(world, "¥-5%", at, KEPT_PRICE);
    KeptWord word;
    assert_true(
        record_get(world->store, &entity_kept_word, settled, world->arena, &word, &world->err));
    word.settled = TODAY;
    world_put(world, &entity_kept_word, settled, &word);
    step(world);
    assert_ptr_equal(world_kind(world, nowhere), &entity_kept_word);
    assert_ptr_equal(world_kind(world, rival), &entity_kept_word);
    assert_ptr_equal(world_kind(world, settled), &entity_kept_word);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_that_stand_become_open_demands_that_can_be_read,
                                        world_open, world_close),
        cmocka_unit_test_setup_teardown(
            what_is_settled_of_no_client_or_about_something_else_stays_a_word, world_open,
            world_close),
    };
    return cmocka_run_group_tests_name("price migration", tests, NULL, NULL);
}
