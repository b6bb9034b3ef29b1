// SPDX-License-Identifier: GPL-3.0-or-later
// Lists: windows by key in every direction, filters, orders.
#include "fixture.h"

#include <string.h>

#include "mawari/model/value.h"
#include "mawari/store/list.h"

enum { ROWS = 9 };

/// Promises "a" … "i"; the third of each three is undated.
static int promises_open(void **state)
{
    if (world_open(state) != 0)
        return -1;
    static const char *const what[ROWS] = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
    World *world = *state;
    for (int i = 0; i < ROWS; i++) {
        Commitment promise = a_promise(world, what[i], i % 3 == 2 ? NONE : TODAY + 10 - i);
        promise.direction = i % 2 == 0 ? DIRECTION_MINE : DIRECTION_THEIRS;
        promise.kept = i == 4 ? TODAY : NONE;
        world_put(world, &entity_commitment, 0, &promise);
    }
    return 0;
}

static const char *names(const Table *table, Arena *arena)
{
    char *text = arena_take(arena, table->rows + 1);
    for (size_t i = 0; i < table->rows; i++)
        text[i] = *table->cells[i * table->column_count].value.text;
    return text;
}

static ListQuery a_query(World *world, const char *filter)
{
    static const Field *columns[1];
    columns[0] = entity_name_field(&entity_commitment);
    ListQuery query = {
        .kind = &entity_commitment, .columns = columns, .column_count = 1, .today = TODAY};
    if (!filter_parse(&entity_commitment, filter, TODAY, world->arena, &query.filter, &world->err))
        fail_msg("%s", world->err.text);
    return query;
}

static Table read_rows(World *world, const char *filter, ListFrom from, Id at, size_t rows)
{
    ListQuery query = a_query(world, filter);
    Table table;
    if (!list_read(world->store, &query, from, at, rows, world->arena, &table, &world->err))
        fail_msg("%s", world->err.text);
    return table;
}

static const struct {
    const char *filter, *rows;
} filters[] = {
    {"", "hgedbacfi"}, // by due, the undated last
    {"sort:-due", "abdeghcfi"},
    {"sort:what", "abcdefghi"},
    {"sort:-what", "ihgfedcba"},
    {"sort:direction", "acegibdfh"},
    {"sort:slack", "hgedbacfi"},
    {"is:mine", "geaci"},
    {"-is:done", "hgdbacfi"},
    {"is:done", "e"},
    {"due:none", "cfi"},
    {"due:any", "hgedba"},
    {"-due:none", "hgedba"},
    {"what:a,c", "ac"},
    {"-what:a,c", "hgedbfi"},
    {"b", "b"},
    {"direction:theirs", "hdbf"},
    {"ball:me", "geaci"},
    {"ball:none", "hdbf"},
};

static void filters_and_orders(void **state)
{
    World *world = *state;
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        Table table = read_rows(world, filters[i].filter, LIST_FIRST, 0, 100);
        if (strcmp(names(&table, world->arena), filters[i].rows) != 0)
            fail_msg("“%s” gives %s instead of %s", filters[i].filter, names(&table, world->arena),
                     filters[i].rows);
        size_t count = 0;
        ListQuery query = a_query(world, filters[i].filter);
        assert_true(list_count(world->store, &query, &count, &world->err));
        assert_int_equal(count, table.rows);
    }
}

/// From every row, in every direction, any number of rows: what the whole list has there.
static void windows_are_cut_from_the_list(void **state)
{
    World *world = *state;
    for (size_t f = 0; f < sizeof filters / sizeof *filters; f++) {
        const char *filter = filters[f].filter;
        Table all = read_rows(world, filter, LIST_FIRST, 0, 100);
        for (size_t i = 0; i < all.rows; i++) {
            for (size_t rows = 1; rows < 5; rows++) {
                Table after = read_rows(world, filter, LIST_AFTER, all.ids[i], rows);
                Table at = read_rows(world, filter, LIST_AT, all.ids[i], rows);
                Table before = read_rows(world, filter, LIST_BEFORE, all.ids[i], rows);
                Table last = read_rows(world, filter, LIST_LAST, 0, rows);
                for (size_t k = 0; k < after.rows; k++)
                    assert_int_equal(after.ids[k], all.ids[i + 1 + k]);
                for (size_t k = 0; k < at.rows; k++)
                    assert_int_equal(at.ids[k], all.ids[i + k]);
                for (size_t k = 0; k < before.rows; k++)
                    assert_int_equal(before.ids[k], all.ids[i - before.rows + k]);
                for (size_t k = 0; k < last.rows; k++)
                    assert_int_equal(last.ids[k], all.ids[all.rows - last.rows + k]);
                assert_int_equal(after.rows, rows < all.rows - 1 - i ? rows : all.rows - 1 - i);
                assert_int_equal(before.rows, rows < i ? rows : i);
            }
        }
    }
}

static void of_one_day_what_is_due_first_stands_first(void **state)
{
    World *world = *state;
    static const struct {
        const char *what;
        Minute at;
    } rows[] = {{"x", 17 * 60}, {"y", 14 * 60 + 30}, {"z", NONE}, {"w", 14 * 60 + 30}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Commitment promise = a_promise(world, rows[i].what, TODAY + 20);
        promise.due_at = rows[i].at;
        world_put(world, &entity_commitment, 0, &promise);
    }
    Table all = read_rows(world, "due:any", LIST_FIRST, 0, 100);
    assert_string_equal(names(&all, world->arena), "hgedbaywxz");
    for (size_t i = 0; i + 1 < all.rows; i++) {
        Table after = read_rows(world, "due:any", LIST_AFTER, all.ids[i], 1);
        Table before = read_rows(world, "due:any", LIST_BEFORE, all.ids[i + 1], 1);
        assert_int_equal(after.ids[0], all.ids[i + 1]);
        assert_int_equal(before.ids[0], all.ids[i]);
    }
    Table last = read_rows(world, "sort:-due due:any", LIST_FIRST, 0, 4);
    assert_string_equal(names(&last, world->arena), "zxwy");
}

static void references_come_as_names(void **state)
{
    World *world = *state;
    Client client = a_client(world, "青葉商店");
    Commitment promise = a_promise(world, "z", TODAY - 100);
    promise.client = world_put(world, &entity_client, 0, &client);
    world_put(world, &entity_commitment, 0, &promise);
    const Field *column = entity_field(&entity_commitment, "client");
    ListQuery query = a_query(world, "client:青葉");
    query.columns = &column;
    Table table;
    assert_true(
        list_read(world->store, &query, LIST_FIRST, 0, 5, world->arena, &table, &world->err));
    assert_int_equal(table.rows, 1);
    assert_string_equal(table.cells[0].value.text, "青葉商店");
    assert_int_equal(table.cells[0].ref, promise.client);
}

static void every_kind_can_be_listed_by_every_field(void **state)
{
    World *world = *state;
    size_t count = 0;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++) {
        size_t fields = kinds[i]->count + kinds[i]->derived_count;
        for (size_t f = 0; f < fields; f++) {
            const Field *field = f < kinds[i]->count ? &kinds[i]->fields[f]
                                                     : &kinds[i]->derived[f - kinds[i]->count];
            FilterTerm any = {.test = FILTER_ANY, .field = field};
            ListQuery query = {.kind = kinds[i],
                               .filter = {.terms = &any, .count = 1, .sort = field},
                               .today = TODAY};
            Table table;
            if (!list_read(world->store, &query, LIST_FIRST, 0, 3, world->arena, &table,
                           &world->err))
                fail_msg("%s by %s: %s", kinds[i]->name, field->name, world->err.text);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filters_and_orders),
        cmocka_unit_test(windows_are_cut_from_the_list),
        cmocka_unit_test(of_one_day_what_is_due_first_stands_first),
        cmocka_unit_test(references_come_as_names),
        cmocka_unit_test(every_kind_can_be_listed_by_every_field),
    };
    return cmocka_run_group_tests(tests, promises_open, world_close);
}
