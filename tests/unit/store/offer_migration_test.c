// SPDX-License-Identifier: GPL-3.0-or-later
// The step of the offers: what lines had left as words of a product becomes offers, the same records.
#include "fixture.h"

static Id a_word(World *world, const char *text, Id client, Day settled)
{
    KeptWord word = a_kept_word(world, KEPT_OFFER, text, client);
    word.settled = settled;
    return world_put(world, &entity_kept_word, 0, &word);
}

static void words_that_stand_become_offers_of_one_product_with_their_reaction(void **state)
{
    static const struct {
        const char *typed;
        int32_t reaction;
    } rows[] = {
        {"#LF-2 o", REACTION_LIKES},       {"＃ＬＦ-2　◎", REACTION_WANTS}, {"商品：LF-2", NONE},
        {"#「LF-2」 ×", REACTION_REFUSES}, {"#LF-2 ~", REACTION_UNSURE},
    };
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Id at = world_put(world, &entity_client, 0, &client), words[5], product = 0;
    for (size_t i = 0; i < 5; i++)
        words[i] = a_word(world, rows[i].typed, at, NONE);
    world_step(world, "offers_of_lines", NULL);
    for (size_t i = 0; i < 5; i++) {
        ProductOffer offer;
        assert_ptr_equal(world_kind(world, words[i]), &entity_offer);
        assert_true(
            record_get(world->store, &entity_offer, words[i], world->arena, &offer, &world->err));
        assert_int_equal(offer.reaction, rows[i].reaction);
        assert_int_equal(offer.client, at);
        product = product ? product : offer.product;
        assert_int_equal(offer.product, product);
    }
}

static void a_product_that_is_known_by_its_code_is_no_new_one(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Product known;
    ProductOffer offer;
    record_blank(&entity_product, &known, TODAY, world->arena);
    known.name = "保冷ボックス";
    known.code = "LF-2";
    Id at = world_put(world, &entity_client, 0, &client);
    Id product = world_put(world, &entity_product, 0, &known);
    Id word = a_word(world, "#lf-2 o", at, NONE);
    world_step(world, "offers_of_lines", NULL);
    assert_true(record_get(world->store, &entity_offer, word, world->arena, &offer, &world->err));
    assert_int_equal(offer.product, product);
}

static void what_is_settled_or_of_no_client_stays_a_word(void **state)
{
    World *world = *state;
    Client client = a_client(world, "北海酒販");
    Id at = world_put(world, &entity_client, 0, &client);
    Id words[] = {a_word(world, "#C", at, TODAY), a_word(world, "#C", 0, NONE),
                  a_word(world, "#", at, NONE)};
    world_step(world, "offers_of_lines", NULL);
    for (size_t i = 0; i < 3; i++)
        assert_ptr_equal(world_kind(world, words[i]), &entity_kept_word);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            words_that_stand_become_offers_of_one_product_with_their_reaction, world_open,
            world_close),
        cmocka_unit_test_setup_teardown(a_product_that_is_known_by_its_code_is_no_new_one,
                                        world_open, world_close),
        cmocka_unit_test_setup_teardown(what_is_settled_or_of_no_client_stays_a_word, world_open,
                                        world_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
