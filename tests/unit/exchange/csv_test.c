// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of reading lists: cells, limits, character sets, headers.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/exchange/charset.h"
#include "mawari/exchange/csv.h"
#include "mawari/exchange/headers.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void cells_are_told_apart(void **state)
{
    static const struct {
        const char *text, *second;
        size_t count;
    } rows[] = {
        {"a,b,c\r\n", "b", 3},       {"a\tb,c\td\n", "b,c", 3},   {"a;b\r", "b", 2},
        {"a,\"b\n2\",c", "b\n2", 3}, {"a,\"b\"\"2\"", "b\"2", 2}, {"a,5\" b\n", "5\" b", 2},
        {"\n\na,b\n", "b", 2},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        Arena *arena = arena_open();
        CsvReader reader = csv_reader(rows[i].text, strlen(rows[i].text));
        CsvRecord record;
        bool end;
        assert_true(csv_next(&reader, arena, &record, &end, NULL));
        assert_int_equal(record.count, rows[i].count);
        assert_int_equal(record.cells[1].size, strlen(rows[i].second));
        assert_memory_equal(record.cells[1].bytes, rows[i].second, record.cells[1].size);
        arena_close(arena);
    }
}

static void an_open_quotation_mark_is_refused_with_its_place(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    const char text[] = "a,\"b\nc\n";
    CsvReader reader = csv_reader(text, strlen(text));
    CsvRecord record;
    bool end;
    Err err = {0};
    assert_false(csv_next(&reader, arena, &record, &end, &err));
    assert_string_equal(err.text, "line 1, column 2: a quotation mark is opened and never closed");
    arena_close(arena);
}

static void character_sets_are_told_apart(void **state)
{
    static const struct {
        const char *bytes;
        Charset charset;
    } rows[] = {
        {"name,tel\n", CHARSET_UTF8},
        {"\xE9\x9D\x92\xE8\x91\x89\xE5\x95\x86\xE5\xBA\x97", CHARSET_UTF8},
        {"\x90\xC2\x97\x74\x8F\xA4\x93\x58", CHARSET_CP932},
        {"\xC3\xB1\xC3\xB1\xC3\xB1", CHARSET_CP932},
        {"\xC3\x89"
         "cole",
         CHARSET_UTF8},
        {"\xE9\x9D\x92\xE8\x91\x89\x90", CHARSET_UTF8}, // one stray byte
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        Charset charset;
        size_t mark;
        assert_true(charset_guess(rows[i].bytes, strlen(rows[i].bytes), &charset, &mark, NULL));
        assert_int_equal(charset, rows[i].charset);
    }
}

static void the_hospitals_header_is_known(void **state)
{
    static const char *const headers[] = {"id",         "hospital_name", "開設者コード",
                                          "開　設　者", "phone_number",  "longtitude"};
    static const char *const known[] = {"code", "name", NULL, "name", "telephone", "longitude"};
    Known ret[COUNT(headers)];
    (void)state;
    headers_recognise(recipe_named("clients"), headers, COUNT(headers), ret);
    for (size_t i = 0; i < COUNT(headers); i++) {
        assert_int_equal(ret[i].kind == NULL, known[i] == NULL);
        if (known[i])
            assert_string_equal(ret[i].field->name, known[i]);
    }
    assert_string_equal(ret[3].kind->name, "client");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_told_apart),
        cmocka_unit_test(an_open_quotation_mark_is_refused_with_its_place),
        cmocka_unit_test(character_sets_are_told_apart),
        cmocka_unit_test(the_hospitals_header_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
