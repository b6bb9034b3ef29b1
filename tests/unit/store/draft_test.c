// SPDX-License-Identifier: GPL-3.0-or-later
// A draft is there until what was typed is stored, and not a moment longer.
#include "fixture.h"
#include "mawari/store/settings.h"

static const char place[] = "new/client";

static void put_draft(World *world)
{
    if (!draft_put(world->store, place, "name=Aoba", NOW, &world->err))
        fail_msg("%s", world->err.text);
}

static const char *draft(World *world)
{
    const char *state = NULL;
    if (!draft_get(world->store, place, world->arena, &state, &world->err))
        fail_msg("%s", world->err.text);
    return state;
}

static void it_goes_with_the_step_that_stores_it(void **state)
{
    World *world = *state;
    put_draft(world);
    Client client = a_client(world, "Aoba");
    draft_goes_with_step(world->store, place);
    world_put(world, &entity_client, 0, &client);
    draft_goes_with_step(world->store, NULL);
    assert_null(draft(world));
}

static void it_stays_when_that_step_is_dropped(void **state)
{
    World *world = *state;
    Step *step = NULL;
    put_draft(world);
    Client client = a_client(world, "Aoba");
    draft_goes_with_step(world->store, place);
    assert_true(step_begin(world->store, "new", NOW, &step, &world->err));
    assert_true(record_put(step, &entity_client, 0, &client, NULL, &world->err));
    step_drop(step);
    draft_goes_with_step(world->store, NULL);
    assert_string_equal(draft(world), "name=Aoba");
}

static void another_step_leaves_it_alone(void **state)
{
    World *world = *state;
    put_draft(world);
    Client client = a_client(world, "Minato");
    world_put(world, &entity_client, 0, &client);
    assert_string_equal(draft(world), "name=Aoba");
}

#define on_a_store(test) cmocka_unit_test_setup_teardown(test, world_open, world_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_a_store(it_goes_with_the_step_that_stores_it),
        on_a_store(it_stays_when_that_step_is_dropped),
        on_a_store(another_step_leaves_it_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
