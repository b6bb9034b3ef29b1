// SPDX-License-Identifier: GPL-3.0-or-later
// Stores from before, opened by today's program: what stood in them stands as today's, and what a
// migration leaves to the program is derived with its last step.
#include "fixture.h"

#include "mawari/model/rules.h"
#include "mawari/store/queries.h"

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

static Store *opened_at(World *world, int version, const char *more)
{
    const char *path = arena_print(world->arena, "%s/old.db", world->folder);
    Store *store;
    old_store(world, path, version, more);
    if (!store_open(path, STORE_WORKING, NOW, &store, &world->err))
        fail_msg("%s", world->err.text);
    return store;
}

static void a_store_from_before_learns_which_line_shrinks(void **state)
{
    World *world = *state;
    Signals signals;
    Store *store = opened_at(world, version_before("orders_of_lines"), sales(world->arena));
    assert_true(
        query_signals(store, 2, TODAY - 365, TODAY + 31, world->arena, &signals, &world->err));
    assert_int_equal(signals.count, 1);
    assert_int_equal(signals.rows[0].rule, RETREAT_ORDERS);
    assert_string_equal(signals.rows[0].line, "保冷箱");
    store_close(store);
}

/// Two that bridge a trouble, one of them back; and one of a trouble that is at no client's.
static void loans_from_before_lie_where_their_trouble_is(void **state)
{
    World *world = *state;
    LoansHere there;
    Loan loan;
    Store *store = opened_at(
        world, version_before("_loan"),
        "INSERT INTO record(id, kind, uid, name, created, changed) VALUES"
        " (3, 'site', 'U3', '本店', 1, 1), (4, 'ticket', 'U4', '扉', 1, 1),"
        " (5, 'ticket', 'U5', '棚', 1, 1), (6, 'loan', 'U6', '保冷庫', 1, 1),"
        " (7, 'loan', 'U7', '台車', 1, 1), (8, 'loan', 'U8', '工具', 1, 1);"
        "INSERT INTO site(id, client, name) VALUES (3, 2, '本店');"
        "INSERT INTO ticket(id, number, what, client, site, contact, opened)"
        " VALUES (4, 1, '扉', 2, 3, 1, 20000), (5, 2, '棚', NULL, NULL, NULL, 20000);"
        "INSERT INTO loan(id, ticket, what, lent, back, returned, heavy) VALUES"
        " (6, 4, '保冷庫', 20001, 20775, NULL, 1), (7, 4, '台車', 20001, NULL, 20010, NULL),"
        " (8, 5, '工具', 20002, NULL, NULL, NULL);");
    if (!query_loans_there(store, 2, 3, TODAY, world->arena, &there, &world->err) ||
        !record_get(store, &entity_loan, 6, world->arena, &loan, &world->err))
        fail_msg("%s", world->err.text);
    assert_int_equal(there.count, 1); // the one that is still out
    assert_int_equal(there.rows[0].id, 6);
    assert_string_equal(loan.what, "保冷庫");
    assert_int_equal(loan.contact, 1);
    assert_int_equal(loan.ticket, 4);
    assert_int_equal(loan.product, 0);
    assert_int_equal(loan.lent, 20001);
    assert_int_equal(loan.back, 20775);
    assert_int_equal(loan.heavy, 1);
    assert_true(record_get(store, &entity_loan, 7, world->arena, &loan, &world->err));
    assert_int_equal(loan.client, 2);
    assert_int_equal(loan.returned, 20010);
    assert_true(record_get(store, &entity_loan, 8, world->arena, &loan, &world->err));
    assert_int_equal(loan.client, 0);
    assert_int_equal(loan.ticket, 5);
    store_close(store);
}

/// What stood in the way of every later change to its record.
static void limits_from_before_can_be_saved_again(void **state)
{
    World *world = *state;
    Contact contact;
    Demand demand;
    Err err = {0};
    Store *store = opened_at(world, version_before("blank_limits"),
                             "UPDATE contact SET longest = 0 WHERE id = 1;"
                             "INSERT INTO record(id, kind, uid, name, created, changed)"
                             " VALUES (3, 'demand', 'U3', '-5%', 1, 1);"
                             "INSERT INTO demand(id, client, asked, day, due, state)"
                             " VALUES (3, 2, '-5%', 20775, 20770, 'open');");
    assert_true(record_get(store, &entity_contact, 1, world->arena, &contact, &err));
    assert_int_equal(contact.longest, NONE);
    assert_true(record_consistent(&entity_contact, &contact, &err));
    assert_true(record_get(store, &entity_demand, 3, world->arena, &demand, &err));
    assert_int_equal(demand.due, 20775);
    assert_true(record_consistent(&entity_demand, &demand, &err));
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_store_from_before_learns_which_line_shrinks, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(loans_from_before_lie_where_their_trouble_is, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(limits_from_before_can_be_saved_again, world_open,
                                        world_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
