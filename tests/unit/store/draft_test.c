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

static void behind_a_lock_that_lasts_it_is_refused_and_kept_once_that_is_gone(void **state)
{
    World *world = *state;
    Store *screen;
    Step *step;
    assert_true(store_open(world->path, STORE_DRAWING, NOW, &screen, &world->err));
    assert_true(step_begin(world->store, "a job", NOW, &step, &world->err));
    for (int key = 0; key < 3; key++) {
        assert_false(draft_put(screen, place, "name=Aoba", NOW, &world->err));
        assert_int_equal(world->err.kind, ERR_BUSY);
        assert_true(store_is_at_rest(screen)); // so that the next try sees the file as it is
    }
    step_drop(step);
    assert_true(draft_put(screen, place, "name=Aoba", NOW, &world->err));
    store_close(screen);
    assert_string_equal(draft(world), "name=Aoba");
}

static void a_store_that_is_being_read_or_changed_is_not_at_rest(void **state)
{
    World *world = *state;
    Step *step;
    assert_true(store_is_at_rest(world->store));
    bool begun = store_read_begin(world->store);
    assert_false(store_is_at_rest(world->store));
    store_read_end(world->store, begun);
    assert_true(store_is_at_rest(world->store));
    assert_true(step_begin(world->store, "test", NOW, &step, &world->err));
    assert_false(store_is_at_rest(world->store));
    step_drop(step);
    assert_true(store_is_at_rest(world->store));
}

#define on_a_store(test) cmocka_unit_test_setup_teardown(test, world_open, world_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_a_store(it_goes_with_the_step_that_stores_it),
        on_a_store(it_stays_when_that_step_is_dropped),
        on_a_store(another_step_leaves_it_alone),
        on_a_store(behind_a_lock_that_lasts_it_is_refused_and_kept_once_that_is_gone),
        on_a_store(a_store_that_is_being_read_or_changed_is_not_at_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
