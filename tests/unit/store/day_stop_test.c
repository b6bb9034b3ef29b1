// SPDX-License-Identifier: GPL-3.0-or-later
// What the hours of a day ask of its visits is kept beside them: it must be what the records say,
// whatever was written, archived, taken back and done again.
#include "fixture.h"

#include "mawari/model/value.h"
#include "mawari/store/backup.h"
#include "mawari/store/journal.h"
#include "mawari/store/queries_day.h"

enum { DAYS = 3, SITES = 4, VISITS = 6, TURNS = 400 };

typedef struct Town {
    World *world;
    Id client, sites[SITES], visits[VISITS];
    uint32_t seed;
} Town;

static uint32_t chance(Town *town, uint32_t of)
{
    town->seed = town->seed * 1664525 + 1013904223;
    return (town->seed >> 8) % of;
}

static int32_t whole_or_none(Town *town)
{
    return chance(town, 3) == 0 ? NONE : (int32_t)chance(town, 1000);
}

static void put_visit(Town *town, size_t at)
{
    World *world = town->world;
    Visit visit;
    if (town->visits[at] == 0)
        record_blank(&entity_visit, &visit, TODAY, world->arena);
    else if (!record_get(world->store, &entity_visit, town->visits[at], world->arena, &visit,
                         &world->err))
        fail_msg("%s", world->err.text);
    visit.client = town->client;
    visit.site = chance(town, 4) == 0 ? 0 : town->sites[chance(town, SITES)];
    visit.day = TODAY + (Day)chance(town, DAYS);
    visit.start = whole_or_none(town);
    visit.place = whole_or_none(town);
    visit.minutes = whole_or_none(town);
    visit.earliest = whole_or_none(town);
    visit.nailed = chance(town, 2) ? 1 : NONE;
    visit.nailed_at = whole_or_none(town);
    visit.proposed = chance(town, 2) ? 1 : NONE;
    visit.appointment = chance(town, 2) ? APPOINTMENT_CANCELLED : NONE;
    visit.outcome = chance(town, 2) ? OUTCOME_MET : NONE;
    visit.arrived = chance(town, 2) ? NOW + chance(town, 1000) : NO_MOMENT;
    visit.departed = chance(town, 2) ? NOW + 1000 : NO_MOMENT;
    town->visits[at] = world_put(world, &entity_visit, town->visits[at], &visit);
}

/// The last place is an end customer's.
static void put_end_customer(Town *town, size_t at)
{
    World *world = town->world;
    EndCustomer customer;
    record_blank(&entity_end_customer, &customer, TODAY, world->arena);
    customer.client = town->client;
    customer.name = "佐藤邸";
    customer.latitude = whole_or_none(town);
    customer.longitude = whole_or_none(town);
    town->sites[at] = world_put(world, &entity_end_customer, town->sites[at], &customer);
}

static void put_site(Town *town, size_t at)
{
    World *world = town->world;
    Site site;
    if (at == SITES - 1) {
        put_end_customer(town, at);
        return;
    }
    record_blank(&entity_site, &site, TODAY, world->arena);
    site.client = town->client;
    site.name = "本店";
    site.latitude = whole_or_none(town);
    site.longitude = whole_or_none(town);
    site.door_minutes = whole_or_none(town);
    town->sites[at] = world_put(world, &entity_site, town->sites[at], &site);
}

static void archive_visit(Town *town, size_t at)
{
    World *world = town->world;
    Step *step = NULL;
    assert_true(step_begin(world->store, "archive", NOW, &step, &world->err));
    assert_true(record_archive(step, town->visits[at], &world->err));
    assert_true(step_end(step, NULL, &world->err));
    town->visits[at] = 0; // another one is made in its stead
}

static void same_place(const DayVisit *stop, const Site *site)
{
    assert_int_equal(stop->site.latitude, site->latitude);
    assert_int_equal(stop->site.longitude, site->longitude);
    assert_int_equal(stop->site.door_minutes, site->door_minutes);
}

static void same_visit(World *world, const DayVisit *stop)
{
    Visit visit;
    Site site;
    assert_true(
        record_get(world->store, &entity_visit, stop->id, world->arena, &visit, &world->err));
    assert_true(query_visited_place(world->store, visit.site, world->arena, &site, &world->err));
    assert_int_equal(stop->visit.day, visit.day);
    assert_int_equal(stop->visit.client, visit.client);
    assert_int_equal(stop->visit.site, visit.site);
    assert_int_equal(stop->visit.start, visit.start);
    assert_int_equal(stop->visit.place, visit.place);
    assert_int_equal(stop->visit.minutes, visit.minutes);
    assert_int_equal(stop->visit.earliest, visit.earliest);
    assert_int_equal(stop->visit.nailed, visit.nailed);
    assert_int_equal(stop->visit.nailed_at, visit.nailed_at);
    assert_int_equal(stop->visit.proposed, visit.proposed);
    assert_int_equal(stop->visit.appointment, visit.appointment);
    assert_int_equal(stop->visit.outcome, visit.outcome);
    assert_int_equal(stop->visit.arrived, visit.arrived);
    assert_int_equal(stop->visit.departed, visit.departed);
    same_place(stop, &site);
}

/// Counts the visits that are not archived.
static bool count_one(void *count, Id id, const void *record, Err *err)
{
    (void)id, (void)record, (void)err;
    ++*(size_t *)count;
    return true;
}

static void compare(World *world)
{
    DayVisits stops;
    size_t alive = 0;
    CheckFinding *findings;
    size_t found;
    assert_true(
        query_stops_between(world->store, TODAY, TODAY + DAYS, world->arena, &stops, &world->err));
    assert_true(record_each(world->store, &entity_visit, false, count_one, &alive, &world->err));
    assert_int_equal(stops.count, alive);
    for (size_t i = 0; i < stops.count; i++)
        same_visit(world, &stops.rows[i]);
    assert_true(store_check(world->store, world->arena, &findings, &found, &world->err));
    if (found)
        fail_msg("%s", findings[0].what);
}

static void turn(Town *town)
{
    StepInfo info;
    World *world = town->world;
    size_t visit = chance(town, VISITS);
    switch (chance(town, 6)) {
    case 0:
        put_site(town, chance(town, SITES));
        break;
    case 1:
        (void)journal_undo(world->store, NOW, world->arena, &info, &world->err);
        break;
    case 2:
        (void)journal_redo(world->store, NOW, world->arena, &info, &world->err);
        break;
    case 3:
        if (town->visits[visit] != 0)
            archive_visit(town, visit);
        break;
    default:
        put_visit(town, visit);
    }
}

/// What was taken back is not there to be edited.
static void forget_gone(Town *town)
{
    World *world = town->world;
    for (size_t i = 0; i < VISITS; i++) {
        RecordHead head;
        if (town->visits[i] != 0 &&
            (!record_head(world->store, town->visits[i], world->arena, &head, NULL) ||
             head.archived))
            town->visits[i] = 0;
    }
}

static void a_day_is_what_its_records_say(void **state)
{
    Town town = {.world = *state, .seed = 20261124};
    Client client = a_client(town.world, "青葉商店");
    town.client = world_put(town.world, &entity_client, 0, &client);
    for (size_t i = 0; i < SITES; i++)
        put_site(&town, i);
    Id kept = town.sites[SITES - 1]; // made last, so taken back first
    for (int i = 0; i < TURNS; i++) {
        turn(&town);
        forget_gone(&town);
        RecordHead head;
        if (!record_head(town.world->store, kept, town.world->arena, &head, NULL))
            break; // all was taken back
        if (i % 8 == 0)
            compare(town.world);
        arena_empty(town.world->arena);
    }
    compare(town.world);
}

static void a_line_says_what_a_visit_is_for_and_where(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Visit visit;
    VisitLine line;
    record_blank(&entity_visit, &visit, TODAY, world->arena);
    visit.client = world_put(world, &entity_client, 0, &client);
    visit.purpose = "冬の棚";
    Id id = world_put(world, &entity_visit, 0, &visit);
    assert_true(query_visit_line(world->store, id, world->arena, &line, &world->err));
    assert_string_equal(line.purpose, "冬の棚");
    assert_string_equal(line.where, "青葉商店");
    assert_true(query_visit_line(world->store, id + 1, world->arena, &line, &world->err));
    assert_null(line.where);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_day_is_what_its_records_say, world_open, world_close),
        cmocka_unit_test_setup_teardown(a_line_says_what_a_visit_is_for_and_where, world_open,
                                        world_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
