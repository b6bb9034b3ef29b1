// SPDX-License-Identifier: GPL-3.0-or-later
// The step of the rivals: what lines had left as words becomes sightings, the same records.
#include "fixture.h"

#include "mawari/store/queries.h"
#include "mawari/store/search.h"

static Id a_word(World *world, const char *text, Id client, Day settled)
{
    KeptWord word = a_kept_word(world, KEPT_RIVAL, text, client);
    word.settled = settled;
    return world_put(world, &entity_kept_word, 0, &word);
}

static void words_that_stand_become_sightings_of_one_rival(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Id at = world_put(world, &entity_client, 0, &client);
    static const char *const typed[] = {"vs B社", "ｖｓ　Ｂ社", "他社：B社", "VS 「B社」"};
    Id words[sizeof typed / sizeof *typed];
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
        words[i] = a_word(world, typed[i], at, NONE);
    world_step(world, "rivals_of_lines", NULL);
    RivalNamed *rivals;
    size_t count;
    assert_true(query_rivals(world->store, at, 10, world->arena, &rivals, &count, &world->err));
    assert_int_equal(count, 1);
    assert_true(rivals[0].here);
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        Sighting seen;
        assert_ptr_equal(world_kind(world, words[i]), &entity_sighting);
        assert_true(
            record_get(world->store, &entity_sighting, words[i], world->arena, &seen, &world->err));
        assert_int_equal(seen.rival, rivals[0].id);
        assert_int_equal(seen.client, at);
    }
}

static void what_is_settled_or_of_no_client_stays_a_word(void **state)
{
    World *world = *state;
    Client client = a_client(world, "北海酒販");
    Id at = world_put(world, &entity_client, 0, &client);
    Id settled = a_word(world, "vs C社", at, TODAY), nowhere = a_word(world, "vs C社", 0, NONE);
    Id empty = a_word(world, "vs", at, NONE);
    world_step(world, "rivals_of_lines", NULL);
    assert_ptr_equal(world_kind(world, settled), &entity_kept_word);
    assert_ptr_equal(world_kind(world, nowhere), &entity_kept_word);
    assert_ptr_equal(world_kind(world, empty), &entity_kept_word);
}

static void search_finds_the_new_rival_and_forgets_the_old_words(void **state)
{
    World *world = *state;
    Client client = a_client(world, "みなと物産");
    Id at = world_put(world, &entity_client, 0, &client);
    (void)a_word(world, "vs 丸山商事", at, NONE);
    world_step(world, "rivals_of_lines", NULL);
    Hit *hits;
    size_t count;
    assert_true(
        search(world->store, "丸山商事", NULL, 0, 10, world->arena, &hits, &count, &world->err));
    assert_int_equal(count, 2); // the rival and the sighting
    assert_true(search(world->store, "vs", NULL, 0, 10, world->arena, &hits, &count, &world->err));
    assert_int_equal(count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_that_stand_become_sightings_of_one_rival, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(what_is_settled_or_of_no_client_stays_a_word, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(search_finds_the_new_rival_and_forgets_the_old_words,
                                        world_open, world_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
