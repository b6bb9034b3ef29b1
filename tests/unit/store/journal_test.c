// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo over every kind, across restarts, and against other hands.
#include "fixture.h"

#include <stdio.h>
#include <string.h>

#include "mawari/model/value.h"
#include "mawari/store/journal.h"
#include "mawari/store/search.h"
#include "store/sql.h"

static StepInfo undo(World *world)
{
    StepInfo info = {0};
    if (!journal_undo(world->store, NOW + 9, world->arena, &info, &world->err))
        fail_msg("undo: %s", world->err.text);
    return info;
}

static StepInfo redo(World *world)
{
    StepInfo info = {0};
    if (!journal_redo(world->store, NOW + 9, world->arena, &info, &world->err))
        fail_msg("redo: %s", world->err.text);
    return info;
}

/// All that the rep can see, as one number: every table but the journal's and moments of change.
static uint64_t picture(World *world)
{
    uint64_t hash = 0xCBF29CE484222325;
    sqlite3_stmt *tables = NULL, *rows = NULL;
    sqlite3_prepare_v2(world->store->db,
                       "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN "
                       "('step', 'change', 'replica') AND name NOT GLOB 'search_[^t]*' AND name "
                       "<> 'search' ORDER BY name",
                       -1, &tables, NULL);
    while (sqlite3_step(tables) == SQLITE_ROW) {
        char sql[128];
        const char *name = (const char *)sqlite3_column_text(tables, 0);
        snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1, 2", name);
        sqlite3_prepare_v2(world->store->db, sql, -1, &rows, NULL);
        while (sqlite3_step(rows) == SQLITE_ROW)
            for (int i = 0; i < sqlite3_column_count(rows); i++) {
                if (strcmp(sqlite3_column_name(rows, i), "changed") == 0)
                    continue;
                const char *text = (const char *)sqlite3_column_text(rows, i);
                for (; text != NULL && *text != '\0'; text++)
                    hash = (hash ^ (unsigned char)*text) * 0x100000001B3;
                hash = (hash ^ 0xFF) * 0x100000001B3;
            }
        sqlite3_finalize(rows);
    }
    sqlite3_finalize(tables);
    return hash;
}

static void check_search(World *world)
{
    if (sqlite3_exec(world->store->db,
                     "INSERT INTO search(search, rank) VALUES('integrity-check', 1)", NULL, NULL,
                     NULL) != SQLITE_OK)
        fail_msg("the search index is not what the texts are: %s",
                 sqlite3_errmsg(world->store->db));
}

static uint32_t random_next(uint32_t *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

static Id some_record(World *world, const Field *field, uint32_t *state)
{
    size_t count = 0;
    const Entity *const *kinds = entities(&count);
    sqlite3_stmt *all = NULL;
    Id found = 0;
    sqlite3_prepare_v2(world->store->db, "SELECT id, kind FROM record WHERE archived = 0", -1, &all,
                       NULL);
    for (uint32_t seen = 0; sqlite3_step(all) == SQLITE_ROW;)
        for (size_t i = 0; i < count; i++)
            if (strcmp(kinds[i]->name, (const char *)sqlite3_column_text(all, 1)) == 0 &&
                field_refers_to(field, kinds[i]) && random_next(state) % ++seen == 0)
                found = sqlite3_column_int64(all, 0);
    sqlite3_finalize(all);
    return found;
}

static Value random_value(World *world, const Field *field, uint32_t *state)
{
    static const char *const texts[] = {"青葉",   "髙橋 一郎",     "ｱｵﾊﾞ",
                                        "a\"b'c", "090-1234-5678", "冬"};
    uint32_t chance = random_next(state);
    if (chance % 4 == 0 && !(field->flags & NEEDED))
        return value_none();
    switch (field->type) {
    case T_TEXT:
    case T_LONG:
    case T_READING:
    case T_RULE:
    case T_PHONE:
        return value_text(field->flags & KEY ? arena_print(world->arena, "K%u", random_next(state))
                                             : texts[chance % 6]);
    case T_WORD: {
        const Words *words = field->of;
        return value_text(words->rows[chance % words->count].code);
    }
    case T_REF:
    case T_ANY: {
        Id id = some_record(world, field, state);
        return id != 0 ? value_whole(id) : value_none();
    }
    case T_YES:
        return value_whole(chance % 2);
    case T_DAY:
        return value_whole(TODAY + chance % 20);
    default:
        return value_whole(chance % 100);
    }
}

/// Gives random fields until the record is one that may be saved.
static Id put_random(World *world, const Entity *kind, Id id, uint32_t *state)
{
    void *record = arena_take(world->arena, kind->size);
    for (int tries = 0; tries < 200; tries++) {
        record_blank(kind, record, TODAY, world->arena);
        if (id != 0 && !record_get(world->store, kind, id, world->arena, record, &world->err))
            fail_msg("%s", world->err.text);
        for (size_t i = 0; i < kind->count; i++)
            if (!(kind->fields[i].flags & FROZEN) && (id == 0 || random_next(state) % 3 == 0))
                value_put(&kind->fields[i], record, random_value(world, &kind->fields[i], state),
                          world->arena);
        Step *step = NULL;
        Id ret = 0;
        assert_true(step_begin(world->store, "test", NOW, &step, &world->err));
        if (record_put(step, kind, id, record, &ret, &world->err)) {
            step_about(step, ret);
            assert_true(step_end(step, NULL, &world->err));
            return ret;
        }
        step_drop(step);
    }
    return 0; // two of a kind are wanted, and there is one
}

static void every_kind_goes_back_and_forth(void **state)
{
    World *world = *state;
    uint32_t seed = 20261124;
    size_t count = 0;
    const Entity *const *kinds = entities(&count);
    for (int round = 0; round < 3; round++)
        for (size_t i = 0; i < count; i++) {
            uint64_t before = picture(world);
            Id id = entity_is_lasting(kinds[i]) ? 0 : put_random(world, kinds[i], 0, &seed);
            if (id == 0)
                continue;
            uint64_t made = picture(world);
            put_random(world, kinds[i], id, &seed);
            uint64_t edited = picture(world);
            size_t steps = made != edited ? 2 : 1;
            for (size_t s = 0; s < steps; s++)
                undo(world);
            if (picture(world) != before)
                fail_msg("%s: undo leaves something behind", kinds[i]->name);
            for (size_t s = 0; s < steps; s++)
                redo(world);
            if (picture(world) != edited)
                fail_msg("%s: redo leaves something out", kinds[i]->name);
            arena_empty(world->arena);
        }
    check_search(world);
}

static void undo_all_and_redo_all_across_a_restart(void **state)
{
    World *world = *state;
    uint32_t seed = 7;
    size_t count = 0, steps = 0;
    const Entity *const *kinds = entities(&count);
    uint64_t empty = picture(world);
    for (int i = 0; i < 120; i++) {
        put_random(world, kinds[(size_t)i % count], 0, &seed);
        arena_empty(world->arena);
    }
    uint64_t full = picture(world);
    world_reopen(world);
    StepInfo info;
    while (journal_undo(world->store, NOW, world->arena, &info, &world->err))
        steps++;
    assert_int_equal(world->err.kind, ERR_NOT_FOUND);
    assert_string_equal(world->err.text, "");
    assert_true(picture(world) == empty);
    world_reopen(world);
    while (journal_redo(world->store, NOW, world->arena, &info, &world->err))
        steps--;
    assert_int_equal(steps, 0);
    assert_true(picture(world) == full);
    check_search(world);
}

static void the_next_step_is_named(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Id id = world_put(world, &entity_client, 0, &client);
    StepInfo info;
    assert_true(journal_next_undo(world->store, world->arena, &info, &world->err));
    assert_string_equal(info.command, "test");
    assert_string_equal(info.about, "青葉商店");
    assert_int_equal(info.about_id, id);
    assert_int_equal(info.changes, 1);
    assert_true(info.mine);
    assert_false(journal_next_redo(world->store, world->arena, &info, &world->err));
    undo(world);
    assert_true(journal_next_redo(world->store, world->arena, &info, &world->err));
    assert_string_equal(info.about, "青葉商店");
}

static void a_new_step_drops_what_could_be_redone(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    world_put(world, &entity_client, 0, &client);
    undo(world);
    world_put(world, &entity_client, 0, &client);
    StepInfo info;
    assert_false(journal_redo(world->store, NOW, world->arena, &info, &world->err));
    assert_int_equal(world->err.kind, ERR_NOT_FOUND);
    StepInfo *steps = NULL;
    size_t count = 0;
    assert_true(journal_list(world->store, 10, world->arena, &steps, &count, &world->err));
    assert_int_equal(count, 1);
}

static void other_hands_are_noticed(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Id id = world_put(world, &entity_client, 0, &client);
    client.name = "緑屋";
    world_put(world, &entity_client, id, &client);
    store_close(world->store);
    world->store = NULL;
    world_sql(world, "UPDATE client SET name = 'x'");
    world_reopen(world);
    StepInfo info;
    assert_false(journal_undo(world->store, NOW, world->arena, &info, &world->err));
    assert_int_equal(world->err.kind, ERR_CHANGED);
    Client back;
    assert_true(record_get(world->store, &entity_client, id, world->arena, &back, &world->err));
    assert_string_equal(back.name, "x");
}

static void an_archive_is_taken_back_with_its_parts(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Site site;
    record_blank(&entity_site, &site, TODAY, world->arena);
    site.name = "本店";
    site.client = world_put(world, &entity_client, 0, &client);
    Id id = world_put(world, &entity_site, 0, &site);
    uint64_t before = picture(world);
    Step *step = NULL;
    assert_true(step_begin(world->store, "archive", NOW, &step, &world->err));
    assert_true(record_archive(step, site.client, &world->err));
    assert_true(step_end(step, NULL, &world->err));
    assert_int_equal(undo(world).changes, 2);
    assert_true(picture(world) == before);
    redo(world);
    RecordHead head;
    assert_true(record_head(world->store, id, world->arena, &head, &world->err));
    assert_true(head.archived);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_kind_goes_back_and_forth, world_open, world_close),
        cmocka_unit_test_setup_teardown(undo_all_and_redo_all_across_a_restart, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(the_next_step_is_named, world_open, world_close),
        cmocka_unit_test_setup_teardown(a_new_step_drops_what_could_be_redone, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(other_hands_are_noticed, world_open, world_close),
        cmocka_unit_test_setup_teardown(an_archive_is_taken_back_with_its_parts, world_open,
                                        world_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
