// SPDX-License-Identifier: GPL-3.0-or-later
// A draft is there until what was typed is stored, and not a moment longer.
#include "fixture.h"
#include <sys/stat.h>
#include <unistd.h>

#include "mawari/base/file.h"
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

/// A newer mawari migrates the file under this one: nothing goes into it any more.
static void what_a_newer_file_refuses_waits_beside_it_until_the_next_start(void **state)
{
    World *world = *state;
    Store *again;
    const char *found, *other = "door/7";
    struct stat info;
    const char *beside = arena_print(world->arena, "%s.drafts.%ld", world->path, (long)getpid());
    world_sql(world, "PRAGMA user_version = 99");
    put_draft(world);
    assert_true(draft_put(world->store, other, "1 2\n12:34 met", NOW, &world->err));
    assert_true(draft_put(world->store, place, "name=Minato", NOW, &world->err));
    assert_int_equal(stat(beside, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    world_sql(world, arena_print(world->arena, "PRAGMA user_version = %d", store_schema_version()));
    assert_true(store_open(world->path, STORE_DRAWING, NOW, &again, &world->err));
    assert_true(draft_get(again, place, world->arena, &found, &world->err));
    assert_string_equal(found, "name=Minato");
    assert_true(draft_get(again, other, world->arena, &found, &world->err));
    assert_string_equal(found, "1 2\n12:34 met");
    store_close(again);
    assert_int_not_equal(stat(beside, &info), 0);
}

/// It is no file of ours: what can be read of it is taken, and it stays.
static void a_broken_file_of_drafts_is_left_where_it_is(void **state)
{
    World *world = *state;
    Store *again;
    const char *broken = arena_print(world->arena, "%s.drafts.1", world->path);
    assert_true(file_write(broken, "3:abc99:x", 9, 0600, &world->err));
    assert_true(store_open(world->path, STORE_DRAWING, NOW, &again, &world->err));
    store_close(again);
    assert_int_equal(unlink(broken), 0);
}

#define on_a_store(test) cmocka_unit_test_setup_teardown(test, world_open, world_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_a_store(it_goes_with_the_step_that_stores_it),
        on_a_store(it_stays_when_that_step_is_dropped),
        on_a_store(another_step_leaves_it_alone),
        on_a_store(behind_a_lock_that_lasts_it_is_refused_and_kept_once_that_is_gone),
        on_a_store(what_a_newer_file_refuses_waits_beside_it_until_the_next_start),
        on_a_store(a_broken_file_of_drafts_is_left_where_it_is),
        on_a_store(a_store_that_is_being_read_or_changed_is_not_at_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
