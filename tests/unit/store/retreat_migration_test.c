// SPDX-License-Identifier: GPL-3.0-or-later
// What a migration leaves to the program is derived with its last step: orders by product line.
#include "fixture.h"

#include "mawari/store/queries_retreat.h"

/// A year of cold boxes, of which nobody ordered any more in the last three months; tags as ever.
static const char *sales(Arena *arena)
{
    enum { MONTHS = 15, DAYS = 30, LAST = 20761 }; // 2026-11-04
    const char *all = "";
    for (int i = 0; i < MONTHS; i++) {
        int month = LAST - i * DAYS, boxes = i < 3 ? 0 : 30000;
        all = arena_print(arena,
                          "%sINSERT INTO record(id, kind, uid, name, created, changed)"
                          " VALUES (%d, 'sale', 'S%d', '', 1, 1), (%d, 'sale', 'T%d', '', 1, 1);"
                          "INSERT INTO sale(id, client, month, yen, line) VALUES"
                          " (%d, 2, %d, %d, '保冷箱'), (%d, 2, %d, 100000, 'タグ');",
                          all, 10 + i, i, 100 + i, i, 10 + i, month, boxes, 100 + i, month);
    }
    return all;
}

static void a_store_from_before_learns_which_line_shrinks(void **state)
{
    World *world = *state;
    const char *path = arena_print(world->arena, "%s/old.db", world->folder);
    Store *store;
    Signals signals;
    old_store(world, path, version_before("orders_of_lines"), sales(world->arena));
    if (!store_open(path, STORE_WORKING, NOW, &store, &world->err))
        fail_msg("%s", world->err.text);
    assert_true(
        query_signals(store, 2, TODAY - 365, TODAY + 31, world->arena, &signals, &world->err));
    assert_int_equal(signals.count, 1);
    assert_int_equal(signals.rows[0].rule, RETREAT_ORDERS);
    assert_string_equal(signals.rows[0].line, "保冷箱");
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_store_from_before_learns_which_line_shrinks, world_open,
                                        world_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
