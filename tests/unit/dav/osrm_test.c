// SPDX-License-Identifier: GPL-3.0-or-later
// OSRM's table service: the question as it goes out, answers as they may come in.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/base/day.h"
#include "mawari/dav/osrm.h"

static void a_question_names_places_by_longitude_first(void **state)
{
    (void)state;
    static const OsrmPlace places[] = {{43060000, 141350000}, {-500000, -1}, {0, 179999999}};
    Arena *arena = arena_open();
    assert_string_equal(osrm_path(places, 1, 3, arena),
                        "/table/v1/driving/141.350000,43.060000;-0.000001,-0.500000;"
                        "179.999999,0.000000?annotations=duration,distance&sources=0"
                        "&destinations=1;2");
    arena_close(arena);
}

static bool read_two(const char *json, long status, Arena *arena, OsrmTable *ret, Err *err)
{
    HttpAnswer answer = {status, json, strlen(json)};
    return osrm_read(&answer, 2, 2, arena, ret, err);
}

static void seconds_and_metres_are_rounded_and_null_is_no_way(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    OsrmTable table;
    Err err = {0};
    assert_true(read_two("{\"code\":\"Ok\",\"durations\":[[0,60.5],[null,1e5]],"
                         "\"distances\":[[0,812.4],[null,99999.6]]}",
                         200, arena, &table, &err));
    const int32_t seconds[] = {0, 61, NONE, 100000}, metres[] = {0, 812, NONE, 100000};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(table.seconds[i], seconds[i]);
        assert_int_equal(table.metres[i], metres[i]);
    }
    arena_close(arena);
}

static void a_place_that_is_not_on_the_server_s_map_has_no_ways(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    OsrmTable table;
    Err err = {0};
    assert_true(read_two("{\"code\":\"Ok\",\"durations\":[[1,2],[3,4]],"
                         "\"sources\":[{\"distance\":5},{\"distance\":2000.5}],"
                         "\"destinations\":[{\"distance\":1999},{\"name\":\"\"}]}",
                         200, arena, &table, &err));
    const int32_t seconds[] = {1, 2, NONE, NONE};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(table.seconds[i], seconds[i]);
        assert_int_equal(table.metres[i], NONE);
    }
    arena_close(arena);
}

static const struct {
    const char *json;
    long status;
    const char *why;
} refused[] = {
    {"", 200, "this is no answer of an OSRM server"},
    {"{", 200, "this is no answer of an OSRM server"},
    {"[1]", 200, "this is no answer of an OSRM server"},
    {"{\"code\":7}", 200, "this is no answer of an OSRM server"},
    {"{\"code\":\"Ok\",\"code\":\"Ok\"}", 200, "this is no answer of an OSRM server"},
    {"<html>", 502, "the server answers with error 502"},
    {"{\"code\":\"NoTable\"}", 400, "the server refuses: NoTable"},
    {"{\"message\":\"closed\"}", 503, "the server refuses: closed"},
    {"{\"code\":\"TooBig\",\"message\":\"Too many\"}", 400,
     "the server refuses: Too many (TooBig)"},
    {"{\"code\":\"Ok\",\"durations\":[[1,2],[3,4]]}", 500, "the server refuses: Ok"},
    {"{\"code\":\"Ok\"}", 200, "the answer makes no sense"},
    {"{\"code\":\"Ok\",\"durations\":[[1,2]]}", 200, "the answer makes no sense"},
    {"{\"code\":\"Ok\",\"durations\":[[1,2],[3]]}", 200, "the answer makes no sense"},
    {"{\"code\":\"Ok\",\"durations\":[[1,2],3]}", 200, "the answer makes no sense"},
    {"{\"code\":\"Ok\",\"durations\":{\"0\":[1,2]}}", 200, "the answer makes no sense"},
    {"{\"code\":\"Ok\",\"durations\":[[1,2],[3,-1]]}", 200, "the answer makes no sense"},
    {"{\"code\":\"Ok\",\"durations\":[[1,2],[3,\"4\"]]}", 200, "the answer makes no sense"},
    {"{\"code\":\"Ok\",\"durations\":[[1,2],[3,604801]]}", 200, "the answer makes no sense"},
    {"{\"code\":\"Ok\",\"durations\":[[1,2],[3,4]],\"distances\":[]}", 200,
     "the answer makes no sense"},
    {"{\"code\":\"Ok\",\"durations\":[[1,2],[3,4]],\"distances\":[[1,2],[3,1e8]]}", 200,
     "the answer makes no sense"},
};

static void what_is_no_table_says_why(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        OsrmTable table;
        Err err = {0};
        if (read_two(refused[i].json, refused[i].status, arena, &table, &err))
            fail_msg("believed: %s", refused[i].json);
        assert_string_equal(err.text, refused[i].why);
    }
    arena_close(arena);
}

static void a_server_s_words_are_short_and_clean(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    OsrmTable table;
    Err err = {0};
    assert_false(read_two("{\"code\":\"X\",\"message\":\"a\\u001b[31m\\n"
                          "0123456789012345678901234567890123456789012345678901234567890123456789"
                          "0123456789012345678901234567890123456789012345678901234567890123456789"
                          "\"}",
                          400, arena, &table, &err));
    assert_null(strchr(err.text, '\033'));
    assert_null(strchr(err.text, '\n'));
    assert_true(strlen(err.text) < 200);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_question_names_places_by_longitude_first),
        cmocka_unit_test(seconds_and_metres_are_rounded_and_null_is_no_way),
        cmocka_unit_test(a_place_that_is_not_on_the_server_s_map_has_no_ways),
        cmocka_unit_test(what_is_no_table_says_why),
        cmocka_unit_test(a_server_s_words_are_short_and_clean),
    };
    return cmocka_run_group_tests_name("osrm", tests, NULL, NULL);
}
