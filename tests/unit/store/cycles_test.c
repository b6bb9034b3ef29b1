// SPDX-License-Identifier: GPL-3.0-or-later
// When clients are to be seen: cycles, fixed recurrences, and cycles that ask for too much.
#include "fixture.h"

#include "mawari/model/value.h"
#include "mawari/store/backup.h"
#include "mawari/store/journal.h"
#include "mawari/store/list.h"
#include "mawari/store/queries.h"
#include "mawari/store/settings.h"

static Id client_every(World *world, int32_t cycle)
{
    Client client = a_client(world, "青葉商店");
    client.cycle = cycle;
    return world_put(world, &entity_client, 0, &client);
}

static void met_on(World *world, Id client, Day day)
{
    Visit visit;
    record_blank(&entity_visit, &visit, TODAY, world->arena);
    visit.client = client;
    visit.day = day;
    visit.outcome = OUTCOME_MET;
    world_put(world, &entity_visit, 0, &visit);
}

static Id recurs(World *world, Id client, const char *rule, Day since)
{
    Recurrence recurrence;
    record_blank(&entity_recurrence, &recurrence, TODAY, world->arena);
    recurrence.on = client;
    recurrence.rule = rule;
    recurrence.since = since;
    return world_put(world, &entity_recurrence, 0, &recurrence);
}

static Day due_of(World *world, Id client)
{
    const Field *due[] = {entity_field(&entity_client, "due")};
    ListQuery query = {.kind = &entity_client, .columns = due, .column_count = 1, .today = TODAY};
    Table table;
    assert_true(
        list_read(world->store, &query, LIST_AT, client, 1, world->arena, &table, &world->err));
    Value value = table.cells[0].value;
    return value.kind == V_WHOLE ? (Day)value.whole : NONE;
}

static int stretch_of(World *world)
{
    int percent;
    assert_true(query_cycle_stretch(world->store, &percent, &world->err));
    return percent;
}

static void visits_a_day(World *world, const char *count)
{
    assert_true(setting_put(world->store, "visits_a_day", count, &world->err));
    assert_true(store_stretch_cycles(world->store, &world->err));
}

static void assert_sound(World *world)
{
    CheckFinding *findings;
    size_t count;
    assert_true(store_check(world->store, world->arena, &findings, &count, &world->err));
    if (count)
        fail_msg("%s", findings[0].what);
}

static void a_cycle_counts_from_the_last_real_visit(void **state)
{
    World *world = *state;
    Id client = client_every(world, 14);
    assert_int_equal(due_of(world, client), NONE);
    met_on(world, client, TODAY - 20);
    met_on(world, client, TODAY - 3);
    assert_int_equal(due_of(world, client), TODAY + 11);
}

static void cycles_that_ask_for_too_much_are_stretched_for_all(void **state)
{
    World *world = *state;
    Id first = client_every(world, 7), second = client_every(world, 7);
    met_on(world, first, TODAY);
    assert_int_equal(stretch_of(world), 100);
    visits_a_day(world, "0"); // nobody sees fewer than one a day
    assert_int_equal(stretch_of(world), 100);
    Id many[8];
    for (size_t i = 0; i < 8; i++)
        many[i] = client_every(world, 7);
    assert_int_equal(stretch_of(world), 200);
    assert_int_equal(due_of(world, first), TODAY + 14);
    assert_sound(world);

    Client rarely = a_client(world, "青葉商店");
    rarely.cycle = NONE;
    for (size_t i = 0; i < 5; i++)
        world_put(world, &entity_client, many[i], &rarely);
    assert_int_equal(stretch_of(world), 100);
    assert_int_equal(due_of(world, first), TODAY + 7);
    visits_a_day(world, "10");
    assert_int_equal(due_of(world, second), NONE);
    assert_sound(world);
}

static void an_undone_client_stretches_nobody(void **state)
{
    World *world = *state;
    visits_a_day(world, "1");
    for (size_t i = 0; i < 5; i++)
        client_every(world, 7);
    assert_int_equal(stretch_of(world), 100);
    client_every(world, 7);
    assert_int_equal(stretch_of(world), 120);
    StepInfo undone;
    assert_true(journal_undo(world->store, NOW, world->arena, &undone, &world->err));
    assert_int_equal(stretch_of(world), 100);
    assert_sound(world);
}

static void a_fixed_recurrence_names_the_day(void **state)
{
    World *world = *state;
    Day today = TODAY; // Wednesday 18 November 2026
    Id client = client_every(world, NONE);
    Id rule = recurs(world, client, "2tue", today);
    assert_int_equal(due_of(world, client), today + 20); // 8 December
    met_on(world, client, today + 20);
    assert_int_equal(due_of(world, client), today + 55); // 12 January
    Client weekly = a_client(world, "青葉商店");
    weekly.cycle = 7;
    world_put(world, &entity_client, client, &weekly);
    assert_int_equal(due_of(world, client), today + 27); // whichever comes first

    Recurrence ended;
    assert_true(
        record_get(world->store, &entity_recurrence, rule, world->arena, &ended, &world->err));
    ended.until = today + 30;
    weekly.cycle = NONE;
    world_put(world, &entity_client, client, &weekly);
    world_put(world, &entity_recurrence, rule, &ended);
    assert_int_equal(due_of(world, client), NONE);
    assert_sound(world);
}

int main(void)
{
#define CYCLE_TEST(name) cmocka_unit_test_setup_teardown(name, world_open, world_close)
    const struct CMUnitTest tests[] = {
        CYCLE_TEST(a_cycle_counts_from_the_last_real_visit),
        CYCLE_TEST(cycles_that_ask_for_too_much_are_stretched_for_all),
        CYCLE_TEST(an_undone_client_stretches_nobody),
        CYCLE_TEST(a_fixed_recurrence_names_the_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
