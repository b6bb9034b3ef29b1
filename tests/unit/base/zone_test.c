// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of time zones: known instants, the C library as a second opinion, broken files.
#include "fixture.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/tzif.h"
#include "home.h"
#include "mawari/base/file.h"
#include "mawari/base/zone.h"

static Zone *a_zone(const char *name)
{
    Zone *zone = NULL;
    Err err = {0};
    if (!zone_open(name, &zone, &err))
        fail_msg("%s", err.text);
    return zone;
}

static void the_wall_clock_and_the_moment_agree(void **state)
{
    static const struct {
        const char *zone;
        int year, month, day;
        Minute minute;
        const char *utc;
    } rows[] = {
        {"Asia/Tokyo", 2026, 11, 24, 570, "2026-11-24T00:30:00+00:00"},
        {"Asia/Tokyo", 1948, 7, 1, 720, "1948-07-01T02:00:00+00:00"}, // Japan had summer time
        {"America/New_York", 2027, 3, 14, 150, "2027-03-14T07:30:00+00:00"}, // a gap
        {"America/New_York", 2026, 11, 1, 90, "2026-11-01T05:30:00+00:00"},  // twice: the first
        {"America/New_York", 2026, 11, 1, 120, "2026-11-01T07:00:00+00:00"},
        {"America/New_York", 2027, 3, 14, 119, "2027-03-14T06:59:00+00:00"},
        {"America/New_York", 2027, 3, 14, 180, "2027-03-14T07:00:00+00:00"},
        {"America/New_York", 2060, 7, 4, 720, "2060-07-04T16:00:00+00:00"}, // by the rule
        {"America/New_York", 2060, 3, 14, 150, "2060-03-14T07:30:00+00:00"},
        {"Europe/London", 2026, 3, 29, 90, "2026-03-29T01:30:00+00:00"},
        {"Europe/London", 2026, 10, 25, 90, "2026-10-25T00:30:00+00:00"},
        {"Europe/London", 1970, 1, 1, 0, "1969-12-31T23:00:00+00:00"}, // British Standard Time
        {"Australia/Lord_Howe", 2026, 10, 4, 135, "2026-10-03T15:45:00+00:00"}, // half an hour
        {"Australia/Lord_Howe", 2026, 4, 5, 105, "2026-04-04T14:45:00+00:00"},
        {"Pacific/Apia", 2011, 12, 30, 720, "2011-12-30T22:00:00+00:00"}, // a day that was not
        {"UTC", 1970, 1, 1, 0, "1970-01-01T00:00:00+00:00"},
    };
    Zone *utc = a_zone("UTC");
    for (size_t i = 0; i < COUNT(rows); i++) {
        Zone *zone = a_zone(rows[i].zone);
        Day day = NONE;
        assert_true(day_from(rows[i].year, rows[i].month, rows[i].day, &day));
        Moment moment = zone_moment(zone, day, rows[i].minute);
        assert_string_equal(zone_iso(utc, moment, *state), rows[i].utc);
        zone_close(zone);
    }
    zone_close(utc);
    zone_close(NULL);
}

/// The machine's own conversion, for the same TZ.
static void assert_as_the_c_library(const Zone *zone, time_t moment)
{
    struct tm wall;
    assert_non_null(localtime_r(&moment, &wall));
    Day day, same = NONE;
    Minute minute;
    zone_wall(zone, moment, &day, &minute);
    assert_true(day_from(wall.tm_year + 1900, wall.tm_mon + 1, wall.tm_mday, &same));
    if (zone_offset(zone, moment) != wall.tm_gmtoff || day != same ||
        minute != wall.tm_hour * 60 + wall.tm_min)
        fail_msg("%s at %lld: %d seconds east, not %ld", zone_name(zone), (long long)moment,
                 zone_offset(zone, moment), wall.tm_gmtoff);
}

static void the_c_library_says_the_same(void **state)
{
    (void)state;
    static const char *const names[] = {
        "Asia/Tokyo",        "America/New_York", "Europe/London",  "Australia/Lord_Howe",
        "Africa/Casablanca", "Asia/Kathmandu",   "Europe/Dublin",  "America/Sao_Paulo",
        "Pacific/Apia",      "Antarctica/Troll", "America/Nuuk",   "Asia/Gaza",
        "EST5EDT",           "Asia/Tehran",      "Pacific/Easter", "UTC",
    };
    uint64_t random = 20261124;
    for (size_t i = 0; i < COUNT(names); i++) {
        Zone *zone = a_zone(names[i]);
        setenv("TZ", names[i], 1);
        tzset();
        for (int n = 0; n < 5000; n++) {
            random = random * 6364136223846793005U + 1442695040888963407U;
            assert_as_the_c_library(zone, (time_t)(random >> 16) % 8000000000 - 2000000000);
        }
        zone_close(zone);
    }
}

static void rules_are_followed_as_the_c_library_does(void **state)
{
    (void)state;
    static const char *const rules[] = {
        "JST-9",
        "<+0545>-5:45",
        "EST5EDT,M3.2.0,M11.1.0",
        "NZST-12NZDT,M9.5.0,M4.1.0/3",
        "IST-1GMT0,M10.5.0,M3.5.0/1",
        "AAA3BBB,J60/0,J300/1:30",
        "AAA3BBB,59,300/1:30:15",
        "AAA-3BBB-4:30,J59,J365/23",
        "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
    };
    uint64_t random = 1;
    for (size_t i = 0; i < COUNT(rules); i++) {
        setenv("TZ", rules[i], 1);
        tzset();
        Zone *zone = a_zone(NULL);
        assert_string_equal(zone_footer(zone), rules[i]);
        assert_string_equal(zone_name(zone), rules[i]);
        for (int n = 0; n < 3000; n++) {
            random = random * 6364136223846793005U + 1442695040888963407U;
            assert_as_the_c_library(zone, (time_t)(random >> 16) % 4000000000);
        }
        zone_close(zone);
    }
}

static void what_is_no_rule_is_refused(void **state)
{
    (void)state;
    static const char *const rules[] = {
        "",
        "J",
        "JST",
        "JS9",
        "JST-25",
        "JST-9:60",
        "JST-9x",
        "<+09-9",
        "<>-9",
        "AAA3BBB,M3.2.0",
        "AAA3BBB,M13.2.0,M11.1.0",
        "AAA3BBB,M3.6.0,M11.1.0",
        "AAA3BBB,M3.2.7,M11.1.0",
        "AAA3BBB,J0,J3",
        "AAA3BBB,366,3",
        "AAA3BBB,M3.2.0/168,M11.1.0",
        "AAA3BBB,M3.2.0,M11.1.0,",
        "AAA9999",
    };
    for (size_t i = 0; i < COUNT(rules); i++) {
        ZoneRule rule;
        if (zone_rule_read(rules[i], &rule))
            fail_msg("%s is taken for a rule", rules[i]);
    }
}

static void no_name_leads_out_of_the_folder(void **state)
{
    (void)state;
    static const char *const names[] = {
        "",
        "../passwd",
        "Asia/../../../../etc/passwd",
        "/etc/localtime",
        "Asia/Nowhere",
        "tzdata.zi",
        "Asia",
        "Asia/Tokyo\n",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    };
    for (size_t i = 0; i < COUNT(names); i++) {
        Zone *zone;
        Err err = {0};
        assert_false(zone_open(names[i], &zone, &err));
        assert_int_equal(err.kind, ERR_INPUT);
    }
}

static void the_machine_has_a_zone(void **state)
{
    (void)state;
    static const struct {
        const char *tz, *name;
    } rows[] = {
        {"Asia/Tokyo", "Asia/Tokyo"},
        {":Asia/Tokyo", "Asia/Tokyo"},
        {"/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"},
        {"", "UTC"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        setenv("TZ", rows[i].tz, 1);
        Zone *zone = a_zone(NULL);
        assert_string_equal(zone_name(zone), rows[i].name);
        zone_close(zone);
    }
    unsetenv("TZ");
    zone_close(a_zone(NULL));
    Zone *zone;
    setenv("TZ", "no zone", 1);
    assert_false(zone_open(NULL, &zone, NULL));
}

static void moments_are_written_and_read(void **state)
{
    static const struct {
        const char *text, *written;
    } rows[] = {
        {"2026-11-24T09:30:00+09:00", "2026-11-24T09:30:00+09:00"},
        {"2026-11-24T09:30+09:00", "2026-11-24T09:30:00+09:00"},
        {"2026-11-24 09:30", "2026-11-24T09:30:00+09:00"},
        {"2026-11-24T00:30Z", "2026-11-24T09:30:00+09:00"},
        {"2026-11-23T19:30:15.5-0500", "2026-11-24T09:30:15+09:00"},
        {"2026-11-24T09:30:00+09", "2026-11-24T09:30:00+09:00"},
        {"1887-12-31T23:00:00+09:18", "1887-12-31T23:00:00+09:18"}, // local mean time
        {"2026-11-24", NULL},
        {"2026-11-24T9:30", NULL},
        {"2026-11-24T24:00", NULL},
        {"2026-11-24T09:60", NULL},
        {"2026-02-30T09:30", NULL},
        {"2026-11-24T09:30+25:00", NULL},
        {"2026-11-24T09:30Zx", NULL},
        {"2026-11-24T09:30:", NULL},
        {"2026-11-24T09:30+", NULL},
        {"", NULL},
    };
    Zone *zone = a_zone("Asia/Tokyo");
    for (size_t i = 0; i < COUNT(rows); i++) {
        Moment moment = 5;
        assert_int_equal(zone_parse_iso(zone, rows[i].text, &moment), rows[i].written != NULL);
        if (rows[i].written)
            assert_string_equal(zone_iso(zone, moment, *state), rows[i].written);
        else
            assert_int_equal(moment, 5);
    }
    assert_null(zone_iso(zone, NO_MOMENT, *state));
    assert_false(zone_parse_iso(zone, NULL, NULL));
    zone_close(zone);
}

/// A file of version 1 with one transition to +09:00 at moment 0, from offset 0.
static const unsigned char small[] = "TZif\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                                     "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\2\0\0\0\4"
                                     "\0\0\0\0\1\0\0\0\0\0\0\0\0\x7e\x90\0\0ABC";
enum { SMALL = sizeof small }; // with the '\0' behind ABC

static void a_file_of_the_first_version_is_read(void **state)
{
    Transitions read;
    assert_true(tzif_read((const char *)small, SMALL, *state, &read));
    assert_int_equal(read.count, 1);
    assert_int_equal(read.before, 0);
    assert_int_equal(read.at[0], 0);
    assert_int_equal(read.offsets[0], 32400);
    assert_string_equal(read.footer, "");
}

/// A zone from a file of ours, by way of $TZ; NULL where the file is refused.
static Zone *zone_of_file(const char *bytes, size_t size, Arena *arena)
{
    Zone *zone = NULL;
    char *folder = make_folder(arena), *path = arena_print(arena, "%s/zone", folder);
    assert_true(file_write(path, bytes, size, 0600, NULL));
    setenv("TZ", path, 1);
    (void)zone_open(NULL, &zone, NULL);
    folder_remove(folder);
    return zone;
}

static void a_file_without_a_rule_goes_on_as_it_ended(void **state)
{
    Zone *zone = zone_of_file((const char *)small, SMALL, *state);
    assert_non_null(zone);
    assert_string_equal(zone_footer(zone), "<+0900>-9:00");
    assert_string_equal(zone_name(zone), "<+0900>-9:00");
    ZoneRule rule;
    assert_true(zone_rule_read(zone_footer(zone), &rule));
    assert_int_equal(rule.standard, 32400);
    assert_int_equal(zone_offset(zone, -1), 0);
    assert_int_equal(zone_offset(zone, LAST_MOMENT), 32400);
    assert_int_equal(zone_offset(zone, INT64_MIN), 0);
    zone_close(zone);
}

static void a_later_file_cut_anywhere_is_refused(void **state)
{
    char *bytes;
    size_t size;
    Transitions read;
    assert_true(
        file_read("/usr/share/zoneinfo/Australia/Lord_Howe", 1 << 20, *state, &bytes, &size, NULL));
    assert_true(tzif_read(bytes, size, *state, &read));
    for (size_t part = 0; part < size; part++) {
        Arena *arena = arena_open();
        assert_false(tzif_read(arena_copy_bytes(arena, bytes, part), part, arena, &read));
        arena_close(arena);
    }
    assert_null(zone_of_file(bytes, size - 1, *state));
}

static void broken_files_are_refused(void **state)
{
    Transitions read;
    for (size_t size = 0; size < SMALL; size++) {
        char *part = arena_copy_bytes(*state, (const char *)small, size);
        assert_false(tzif_read(part, size, *state, &read));
    }
    static const struct {
        size_t at;
        char byte;
    } rows[] = {
        {0, 'X'}, {4, '2'}, {32, 0x7f},  {36, 0x7f},
        {39, 0},  {39, 1},  {44 + 4, 2}, {44 + 5 + 6, 0x7f},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *broken = arena_copy_bytes(*state, (const char *)small, SMALL);
        broken[rows[i].at] = rows[i].byte;
        if (tzif_read(broken, SMALL, *state, &read))
            fail_msg("taken with %d at %zu", rows[i].byte, rows[i].at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(the_wall_clock_and_the_moment_agree),
        cmocka_unit_test(the_c_library_says_the_same),
        cmocka_unit_test(rules_are_followed_as_the_c_library_does),
        cmocka_unit_test(what_is_no_rule_is_refused),
        cmocka_unit_test(no_name_leads_out_of_the_folder),
        cmocka_unit_test(the_machine_has_a_zone),
        with_arena(moments_are_written_and_read),
        with_arena(a_file_of_the_first_version_is_read),
        with_arena(a_file_without_a_rule_goes_on_as_it_ended),
        with_arena(a_later_file_cut_anywhere_is_refused),
        with_arena(broken_files_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
