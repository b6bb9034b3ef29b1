// SPDX-License-Identifier: GPL-3.0-or-later
// Records are written, refused, read, archived and restored.
#include "fixture.h"

#include <stdio.h>
#include <string.h>

#include "mawari/model/value.h"

static Step *a_step(World *world)
{
    Step *step = NULL;
    assert_true(step_begin(world->store, "test", NOW + 60, &step, &world->err));
    return step;
}

static void what_was_put_is_read_back(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店"), back;
    client.reading = "アオバショウテン";
    client.rank = RANK_S;
    client.cycle = 14;
    Id id = world_put(world, &entity_client, 0, &client);
    assert_true(record_get(world->store, &entity_client, id, world->arena, &back, &world->err));
    assert_string_equal(back.name, "青葉商店");
    assert_string_equal(back.reading, "アオバショウテン");
    assert_int_equal(back.rank, RANK_S);
    assert_int_equal(back.cycle, 14);
    assert_int_equal(back.closing_day, NONE);
    assert_null(back.code);
}

static void a_record_has_a_head(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Id id = world_put(world, &entity_client, 0, &client), same = 0;
    RecordHead head;
    assert_true(record_head(world->store, id, world->arena, &head, &world->err));
    assert_ptr_equal(head.kind, &entity_client);
    assert_string_equal(head.name, "青葉商店");
    assert_int_equal(strlen(head.uid), 36);
    assert_int_equal(head.created, NOW);
    assert_false(head.archived);
    assert_true(record_by_uid(world->store, head.uid, &same, &world->err));
    assert_int_equal(same, id);
}

static void an_edit_keeps_what_it_does_not_name(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店"), back;
    client.code = "A-1";
    Id id = world_put(world, &entity_client, 0, &client);
    Step *step = a_step(world);
    const Field *name = entity_name_field(&entity_client);
    assert_true(record_set(step, &entity_client, id, name, value_text("緑屋"), &world->err));
    assert_true(step_end(step, NULL, &world->err));
    assert_true(record_get(world->store, &entity_client, id, world->arena, &back, &world->err));
    assert_string_equal(back.name, "緑屋");
    assert_string_equal(back.code, "A-1");
}

static void a_step_that_changes_nothing_leaves_nothing(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Id id = world_put(world, &entity_client, 0, &client);
    int64_t number = -1, revision = store_revision(world->store);
    Step *step = a_step(world);
    assert_true(record_put(step, &entity_client, id, &client, NULL, &world->err));
    assert_true(step_end(step, &number, &world->err));
    assert_int_equal(number, 0);
    assert_int_equal(store_revision(world->store), revision);
}

static void a_dropped_step_leaves_nothing(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Id id = 0;
    Step *step = a_step(world);
    assert_true(record_put(step, &entity_client, 0, &client, &id, &world->err));
    step_drop(step);
    assert_false(record_get(world->store, &entity_client, id, world->arena, &client, &world->err));
    assert_int_equal(world->err.kind, ERR_NOT_FOUND);
}

static void refused(World *world, const Entity *kind, const void *record, ErrKind kind_of_err,
                    const char *sentence)
{
    Step *step = a_step(world);
    assert_false(record_put(step, kind, 0, record, NULL, &world->err));
    assert_string_equal(world->err.text, sentence);
    assert_int_equal(world->err.kind, kind_of_err);
    int64_t number = -1;
    assert_true(step_end(step, &number, &world->err)); // a refusal does not spoil the step
    assert_int_equal(number, 0);
}

static void a_record_without_what_it_needs_is_refused(void **state)
{
    Client client = a_client(*state, NULL);
    refused(*state, &entity_client, &client, ERR_INPUT, "Client: Name is missing");
    client.name = "";
    refused(*state, &entity_client, &client, ERR_INPUT, "Client: Name is missing");
}

static void a_missing_client_is_refused_with_a_reason(void **state)
{
    Commitment lost = a_promise(*state, "Nothing", TODAY);
    lost.contact = 9999;
    refused(*state, &entity_commitment, &lost, ERR_NOT_FOUND, "Promise: there is no Contact 9999");
}

static void a_reference_to_the_wrong_kind_is_refused(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Commitment lost = a_promise(*state, "Nothing", TODAY);
    lost.contact = world_put(world, &entity_client, 0, &client);
    refused(*state, &entity_commitment, &lost, ERR_INPUT,
            "Promise: To, from: Client is none of Contact");
}

static void a_code_is_held_by_one_client(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    client.code = "K-7";
    Id first = world_put(world, &entity_client, 0, &client);
    client.name = "緑屋";
    refused(world, &entity_client, &client, ERR_INPUT, "Client: the Code K-7 is taken by 青葉商店");

    Step *step = a_step(world);
    assert_true(record_archive(step, first, &world->err));
    assert_true(record_put(step, &entity_client, 0, &client, NULL, &world->err));
    assert_false(record_restore(step, first, &world->err));
    assert_string_equal(world->err.text, "Client: the Code K-7 is taken by 緑屋");
    assert_true(step_end(step, NULL, &world->err));
}

static void bytes_that_are_no_text_are_refused(void **state)
{
    Client client = a_client(*state, "\xff");
    refused(*state, &entity_client, &client, ERR_INPUT, "Client: Name is not UTF-8");
}

static void troubles_are_numbered_and_the_number_stays(void **state)
{
    World *world = *state;
    Ticket ticket;
    record_blank(&entity_ticket, &ticket, TODAY, world->arena);
    ticket.what = "扉が閉まらない";
    Id first = world_put(world, &entity_ticket, 0, &ticket);
    Id second = world_put(world, &entity_ticket, 0, &ticket);
    assert_true(
        record_get(world->store, &entity_ticket, first, world->arena, &ticket, &world->err));
    int32_t number = ticket.number;
    assert_true(
        record_get(world->store, &entity_ticket, second, world->arena, &ticket, &world->err));
    assert_int_equal(ticket.number, number + 1);
    ticket.number = 1000;
    Step *step = a_step(world);
    assert_false(record_put(step, &entity_ticket, second, &ticket, NULL, &world->err));
    assert_string_equal(world->err.text, "Trouble: Number cannot be changed any more");
    step_drop(step);
}

static bool is_archived(World *world, Id id)
{
    RecordHead head;
    assert_true(record_head(world->store, id, world->arena, &head, &world->err));
    return head.archived;
}

static void parts_are_archived_and_restored_with_their_owner(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Site site;
    record_blank(&entity_site, &site, TODAY, world->arena);
    site.name = "本店";
    site.client = world_put(world, &entity_client, 0, &client);
    Id site_id = world_put(world, &entity_site, 0, &site);
    Department department;
    record_blank(&entity_department, &department, TODAY, world->arena);
    department.name = "購買";
    department.site = site_id;
    Id department_id = world_put(world, &entity_department, 0, &department);

    Step *step = a_step(world);
    assert_true(record_archive(step, site.client, &world->err));
    assert_true(step_end(step, NULL, &world->err));
    assert_true(is_archived(world, site.client) && is_archived(world, site_id) &&
                is_archived(world, department_id));

    step = a_step(world);
    assert_true(record_restore(step, site.client, &world->err));
    assert_true(step_end(step, NULL, &world->err));
    assert_false(is_archived(world, site.client) || is_archived(world, site_id) ||
                 is_archived(world, department_id));
}

static void what_has_no_name_is_called_after_what_it_belongs_to(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Visit visit;
    record_blank(&entity_visit, &visit, TODAY, world->arena);
    visit.client = world_put(world, &entity_client, 0, &client);
    Id id = world_put(world, &entity_visit, 0, &visit);
    client.name = "緑屋";
    world_put(world, &entity_client, visit.client, &client);
    RecordHead head;
    assert_true(record_head(world->store, id, world->arena, &head, &world->err));
    assert_string_equal(head.name, "緑屋");
}

static bool count_one(void *context, Id id, const void *record, Err *err)
{
    (void)id, (void)record, (void)err;
    ++*(int *)context;
    return true;
}

static void a_new_store_knows_the_rep_and_the_stages(void **state)
{
    World *world = *state;
    int stages = 0;
    assert_true(record_each(world->store, &entity_stage, false, count_one, &stages, &world->err));
    assert_int_equal(stages, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_put_is_read_back, world_open, world_close),
        cmocka_unit_test_setup_teardown(a_record_has_a_head, world_open, world_close),
        cmocka_unit_test_setup_teardown(an_edit_keeps_what_it_does_not_name, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(a_step_that_changes_nothing_leaves_nothing, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(a_dropped_step_leaves_nothing, world_open, world_close),
        cmocka_unit_test_setup_teardown(a_record_without_what_it_needs_is_refused, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(a_missing_client_is_refused_with_a_reason, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(a_reference_to_the_wrong_kind_is_refused, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(a_code_is_held_by_one_client, world_open, world_close),
        cmocka_unit_test_setup_teardown(bytes_that_are_no_text_are_refused, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(troubles_are_numbered_and_the_number_stays, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(parts_are_archived_and_restored_with_their_owner,
                                        world_open, world_close),
        cmocka_unit_test_setup_teardown(what_has_no_name_is_called_after_what_it_belongs_to,
                                        world_open, world_close),
        cmocka_unit_test_setup_teardown(a_new_store_knows_the_rep_and_the_stages, world_open,
                                        world_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
