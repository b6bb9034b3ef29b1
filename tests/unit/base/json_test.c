// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the JSON writer.
#include "fixture.h"

#include "mawari/base/day.h"
#include "mawari/base/json.h"

static void values_are_parted_by_commas(void **state)
{
    Json json;
    json_start(&json, *state);
    json_open(&json, NULL, '{');
    json_text(&json, "name", "青葉商店");
    json_whole(&json, "n", INT64_MIN);
    json_open(&json, "list", '[');
    json_open(&json, NULL, '{');
    json_close(&json, '}');
    json_open(&json, NULL, '[');
    json_close(&json, ']');
    json_bool(&json, NULL, true);
    json_null(&json, NULL);
    json_raw(&json, NULL, "1.5");
    json_close(&json, ']');
    json_text(&json, "none", NULL);
    json_bool(&json, "no", false);
    json_close(&json, '}');
    assert_string_equal(buffer_text(&json.out),
                        "{\"name\":\"青葉商店\",\"n\":-9223372036854775808,"
                        "\"list\":[{},[],true,null,1.5],\"none\":null,\"no\":false}");
}

static void texts_are_quoted(void **state)
{
    static const struct {
        const char *text, *written;
    } rows[] = {
        {"", "\"\""},
        {"a\"b\\c/", "\"a\\\"b\\\\c/\""},
        {"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
        {"\x01\x1b[2J\x7f", "\"\\u0001\\u001b[2J\\u007f\""},
        {"\xc2\x9b", "\"\\u009b\""}, // C1 would reach the terminal
        {"a\xe2\x80\xae"
         "b",
         "\"a\\u202eb\""},                          // so would an override
        {"\xf3\xa0\x81\x81", "\"\\udb40\\udc41\""}, // a tag, as a surrogate pair
        {"\xff"
         "a\xe9\x9d",
         "\"\xef\xbf\xbd"
         "a\xef\xbf\xbd\""}, // one for each bad part
        {"\xf0\xa0\xae\xb7", "\"\xf0\xa0\xae\xb7\""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        Json json;
        json_start(&json, *state);
        json_text(&json, NULL, rows[i].text);
        assert_string_equal(buffer_text(&json.out), rows[i].written);
    }
}

static void degrees_have_six_digits(void **state)
{
    static const struct {
        int32_t degrees;
        const char *written;
    } rows[] = {
        {43068661, "43.068661"},   {-1, "-0.000001"},           {0, "0.000000"},
        {141000000, "141.000000"}, {-180000000, "-180.000000"}, {NONE, "null"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        Json json;
        json_start(&json, *state);
        json_degrees(&json, NULL, rows[i].degrees);
        assert_string_equal(buffer_text(&json.out), rows[i].written);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(values_are_parted_by_commas),
        with_arena(texts_are_quoted),
        with_arena(degrees_have_six_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
