// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of typed days, hours and lengths.
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/base/day.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"

static Day today(void) // a Tuesday
{
    Day day = NONE;
    assert_true(day_from(2026, 11, 24, &day));
    return day;
}

/// What a field and a word of the capture line read; NULL: no day.
typedef struct DayRow {
    const char *text, *forward, *back, *word;
} DayRow;

static const DayRow rows[] = {
    {"today", "2026-11-24", "2026-11-24", "2026-11-24"},
    {"今日", "2026-11-24", "2026-11-24", "2026-11-24"},
    {"Tomorrow", "2026-11-25", "2026-11-25", "2026-11-25"},
    {"明朝", "2026-11-25", "2026-11-25", "2026-11-25"},
    {"明後日", "2026-11-26", "2026-11-26", "2026-11-26"},
    {"昨日", "2026-11-23", "2026-11-23", NULL},
    {"eom", "2026-11-30", "2026-11-30", "2026-11-30"},
    {"月末", "2026-11-30", "2026-11-30", "2026-11-30"},
    // distances
    {"+3d", "2026-11-27", "2026-11-27", "2026-11-27"},
    {"＋３ｄ", "2026-11-27", "2026-11-27", "2026-11-27"},
    {"+1w", "2026-12-01", "2026-12-01", "2026-12-01"},
    {"+4wd", "2026-11-30", "2026-11-30", "2026-11-30"},
    {"3日後", "2026-11-27", "2026-11-27", "2026-11-27"},
    {"2週間後", "2026-12-08", "2026-12-08", "2026-12-08"},
    {"５営業日後", "2026-12-01", "2026-12-01", "2026-12-01"},
    {"-60d", "2026-09-25", "2026-09-25", NULL},
    {"ー60d", "2026-09-25", "2026-09-25", NULL},
    {"-2wd", "2026-11-20", "2026-11-20", NULL},
    {"3日前", "2026-11-21", "2026-11-21", NULL},
    {"+3", "2026-11-27", "2026-11-27", NULL},
    {"3d", NULL, NULL, NULL},
    {"+3日", NULL, NULL, NULL},
    {"+5度", NULL, NULL, NULL},
    {"+d", NULL, NULL, NULL},
    {"+99999d", NULL, NULL, NULL},
    // weekdays
    {"金", "2026-11-27", "2026-11-20", "2026-11-27"},
    {"金曜", "2026-11-27", "2026-11-20", "2026-11-27"},
    {"金曜日", "2026-11-27", "2026-11-20", "2026-11-27"},
    {"日", "2026-11-29", "2026-11-22", "2026-11-29"},
    {"fri", "2026-11-27", "2026-11-20", "2026-11-27"},
    {"Friday", "2026-11-27", "2026-11-20", "2026-11-27"},
    {"火", "2026-12-01", "2026-11-24", "2026-12-01"}, // the next after today
    {"月", "2026-11-30", "2026-11-23", "2026-11-30"},
    {"今週月", "2026-11-23", "2026-11-23", "2026-11-23"},
    {"今週金", "2026-11-27", "2026-11-27", "2026-11-27"},
    {"来週火", "2026-12-01", "2026-12-01", "2026-12-01"},
    {"再来週月曜", "2026-12-07", "2026-12-07", "2026-12-07"},
    {"next tue", "2026-12-01", "2026-12-01", "2026-12-01"},
    {"先週金", "2026-11-20", "2026-11-20", NULL},
    {"来週", NULL, NULL, NULL},
    {"金曜会", NULL, NULL, NULL},
    // days of the month and of the year
    {"20日", "2026-12-20", "2026-11-20", "2026-12-20"},
    {"24日", "2026-11-24", "2026-11-24", "2026-11-24"},
    {"31日", "2026-12-31", "2026-10-31", "2026-12-31"},
    {"２５日", "2026-11-25", "2026-10-25", "2026-11-25"},
    {"25th", "2026-11-25", "2026-10-25", "2026-11-25"},
    {"25", "2026-11-25", "2026-10-25", NULL},
    {"32", NULL, NULL, NULL},
    {"0日", NULL, NULL, NULL},
    {"11/24", "2026-11-24", "2026-11-24", "2026-11-24"},
    {"11/20", "2027-11-20", "2026-11-20", "2027-11-20"},
    {"12/4", "2026-12-04", "2025-12-04", "2026-12-04"},
    {"１２月４日", "2026-12-04", "2025-12-04", "2026-12-04"},
    {"2/29", "2028-02-29", "2024-02-29", "2028-02-29"},
    {"2/30", NULL, NULL, NULL},
    {"13/1", NULL, NULL, NULL},
    // whole dates
    {"2026-11-24", "2026-11-24", "2026-11-24", "2026-11-24"},
    {"2025/1/5", "2025-01-05", "2025-01-05", "2025-01-05"},
    {"2025年1月5日", "2025-01-05", "2025-01-05", "2025-01-05"},
    {"20261124", "2026-11-24", "2026-11-24", NULL},
    {"2026-02-29", NULL, NULL, NULL},
    {"20261324", NULL, NULL, NULL},
    {"2026112", NULL, NULL, NULL},
    // eras
    {"S22.4.1", "1947-04-01", "1947-04-01", NULL},
    {"平16.7.22", "2004-07-22", "2004-07-22", NULL},
    {"昭和59年4月21日", "1984-04-21", "1984-04-21", NULL},
    {"平元.7.12", "1989-07-12", "1989-07-12", NULL},
    {"R6.4.1", "2024-04-01", "2024-04-01", NULL},
    {"令和元年5月1日", "2019-05-01", "2019-05-01", NULL},
    {"大10.11.1", "1921-11-01", "1921-11-01", NULL},
    {"㍻２６．４．１", "2014-04-01", "2014-04-01", NULL},
    {"㋿6.4.1", "2024-04-01", "2024-04-01", NULL},
    {"平\n16.8.23", "2004-08-23", "2004-08-23", NULL},
    {"平14. 7.30", "2002-07-30", "2002-07-30", NULL},
    {"平15,7,1", "2003-07-01", "2003-07-01", NULL},
    {"平H27.8.1", "2015-08-01", "2015-08-01", NULL},
    {"昭5.10　　", NULL, NULL, NULL}, // a month is no day
    {"平0.1.1", NULL, NULL, NULL},
    // the first and the last day of each era, and the days beside them
    {"R1.5.1", "2019-05-01", "2019-05-01", NULL},
    {"R1.4.30", NULL, NULL, NULL},
    {"H31.4.30", "2019-04-30", "2019-04-30", NULL},
    {"平31.5.1", NULL, NULL, NULL},
    {"平成35年3月31日", NULL, NULL, NULL},
    {"H1.1.8", "1989-01-08", "1989-01-08", NULL},
    {"平元.1.7", NULL, NULL, NULL},
    {"S64.1.7", "1989-01-07", "1989-01-07", NULL},
    {"昭64.1.8", NULL, NULL, NULL},
    {"S99.1.1", NULL, NULL, NULL},
    {"昭元.12.25", "1926-12-25", "1926-12-25", NULL},
    {"S1.12.24", NULL, NULL, NULL},
    {"T15.12.25", "1926-12-25", "1926-12-25", NULL}, // the day had both
    {"大15.12.26", NULL, NULL, NULL},
    {"T1.7.30", "1912-07-30", "1912-07-30", NULL},
    {"大元.7.29", NULL, NULL, NULL},
    {"M45.7.30", "1912-07-30", "1912-07-30", NULL},
    {"明45.7.31", NULL, NULL, NULL},
    {"M46.1.1", NULL, NULL, NULL},
    {"明元.1.25", "1868-01-25", "1868-01-25", NULL},
    {"M1.1.24", NULL, NULL, NULL},
    // what is shown can be typed
    {"Fri 27", "2026-11-27", "2026-10-27", NULL},
    {"tues", NULL, NULL, NULL},
    {"4 December", "2026-12-04", "2025-12-04", NULL},
    {"4 Dec 2025", "2025-12-04", "2025-12-04", NULL},
    {"Tue 8 Dec", "2026-12-08", "2025-12-08", NULL},
    {"12/8(火)", "2026-12-08", "2025-12-08", NULL},
    {"27(金)", "2026-11-27", "2026-10-27", NULL},
    // none of them
    {"", NULL, NULL, NULL},
    {"　", NULL, NULL, NULL},
    {"資料", NULL, NULL, NULL},
    {"A-7", NULL, NULL, NULL},
    {"11/24x", NULL, NULL, NULL},
    {"99999999999999999999", NULL, NULL, NULL},
    {"\xff", NULL, NULL, NULL},
    {"2026-11-24 2026-11-24 2026-11-24 2026-11-24 2026-11-24 2026-11-24 2026-11-24 2026-11-24 "
     "2026-11-24 2026-11-24 2026-11-24",
     NULL, NULL, NULL},
};

static void expect_day(const char *text, bool parsed, Day day, const char *iso, Arena *arena)
{
    const char *read = parsed ? day_iso(day, arena) : "no day";
    if (strcmp(read, iso ? iso : "no day") != 0)
        fail_msg("%s is read as %s, not %s", text, read, iso ? iso : "no day");
}

/// What is said of a day that its era had not; NULL: nothing of eras.
static const struct {
    const char *text, *right;
} eras[] = {
    {"S99.1.1", "a day of 昭和, 1926-12-25 to 1989-01-07"},
    {"昭和６４年２月１日", "a day of 昭和, 1926-12-25 to 1989-01-07"},
    {"平35.3.31", "a day of 平成, 1989-01-08 to 2019-04-30"},
    {"平35.3", "a day of 平成, 1989-01-08 to 2019-04-30"},
    {"大15.12.26", "a day of 大正, 1912-07-30 to 1926-12-25"},
    {"M45.8.1", "a day of 明治, 1868-01-25 to 1912-07-30"},
    {"R1.4.30", "a day of 令和, from 2019-05-01 on"},
    {"S30.2.30", NULL},
    {"平31.4", NULL},
    {"R8.10", NULL},
    {"2026-11-24", NULL},
    {"S99", NULL},
    {"", NULL},
};

static void of_a_day_that_its_era_had_not_the_days_of_the_era_are_said(void **state)
{
    for (size_t i = 0; i < COUNT(eras); i++) {
        const char *said = era_missed(eras[i].text, *state);
        if (!said != !eras[i].right || (said && strcmp(said, eras[i].right) != 0))
            fail_msg("%s: %s", eras[i].text, said ? said : "nothing");
    }
}

static void days_are_read(void **state)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        const DayRow *row = &rows[i];
        Day day = NONE;
        bool parsed = day_parse(row->text, today(), LOOK_FORWARD, &day);
        expect_day(row->text, parsed, day, row->forward, *state);
        parsed = day_parse(row->text, today(), LOOK_BACK, &day);
        expect_day(row->text, parsed, day, row->back, *state);
        parsed = day_parse_word(row->text, today(), &day);
        expect_day(row->text, parsed, day, row->word, *state);
    }
    assert_false(day_parse(NULL, today(), LOOK_BACK, NULL));
}

static void what_is_shown_is_read_back(void **state)
{
    static const char *const langs[] = {"en", "ja"};
    for (Day day = today() - 400; day <= today() + 400; day++)
        for (size_t i = 0; i < COUNT(langs); i++) {
            assert_true(lang_start(NULL, langs[i]));
            Day read = NONE;
            DayLook look = day >= today() ? LOOK_FORWARD : LOOK_BACK;
            assert_true(day_parse(day_text(day, today(), *state), today(), look, &read));
            assert_int_equal(read, day);
            assert_true(day_parse(day_text_full(day, today(), *state), today(), look, &read));
            assert_int_equal(read, day);
        }
}

static void hours_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        Minute minute;
    } hours[] = {
        {"930", 570},     {"0930", 570},     {"9:30", 570},   {"９：３０", 570}, {"9時半", 570},
        {"9時", 540},     {"14時20分", 860}, {"9", 540},      {"17", 1020},      {"1020", 620},
        {"23:59", 1439},  {"00:00", 0},      {"0", 0},        {"9時30", 570},    {"午後2時半", 870},
        {"午前9時", 540}, {"9 : 30", 570},   {"24:00", NONE}, {"960", NONE},     {"9:60", NONE},
        {"25", NONE},     {"9:3", NONE},     {"", NONE},      {"時", NONE},      {"9時頃", NONE},
        {"12345", NONE},  {"-9", NONE},
    };
    for (size_t i = 0; i < COUNT(hours); i++) {
        Minute minute = NONE;
        if (minute_parse(hours[i].text, &minute) != (hours[i].minute != NONE) ||
            minute != hours[i].minute)
            fail_msg("%s is read as %d", hours[i].text, minute);
    }
}

static void lengths_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        Minute length;
    } lengths[] = {
        {"45", 45},      {"45m", 45},   {"45分", 45},        {"45 min", 45},   {"４５", 45},
        {"1h30", 90},    {"1h30m", 90}, {"1:30", 90},        {"2h", 120},      {"2時間41分", 161},
        {"1時間半", 90}, {"0", 0},      {"2 h 41 min", 161}, {"2h05", 125},    {"1h60", NONE},
        {"", NONE},      {"h", NONE},   {"-5", NONE},        {"999999", NONE}, {"5x", NONE},
    };
    for (size_t i = 0; i < COUNT(lengths); i++) {
        Minute length = NONE;
        if (minutes_parse(lengths[i].text, &length) != (lengths[i].length != NONE) ||
            length != lengths[i].length)
            fail_msg("%s is read as %d", lengths[i].text, length);
    }
}

/// Goes on to the next field of a CSV text, `field` taking it without its quotes.
static const char *next_field(const char *at, char *field, size_t room, bool *ret_last)
{
    size_t size = 0;
    bool quoted = *at == '"';
    for (at += quoted; *at && (quoted ? *at != '"' : !strchr(",\r\n", *at)); at++)
        if (size + 1 < room)
            field[size++] = *at;
    field[size] = '\0';
    at += quoted && *at == '"';
    *ret_last = *at != ',';
    at += strspn(at, *ret_last ? "\r\n" : "");
    return *at == ',' && !*ret_last ? at + 1 : at;
}

/// The founding days of the hospitals of Hokkaido, as 500 people typed them.
static void days_of_a_real_list_are_read(void **state)
{
    const char *shared = getenv("MAWARI_SHARED");
    if (!shared)
        skip();
    enum { FIRST = 3, LAST = 4 }; // the columns 開設許可年月日 and 開設年月日
    char *path = arena_print(*state, "%s/data/clients/hokkaido-hospitals.utf8.csv", shared);
    char *text;
    size_t size, read = 0, refused = 0;
    if (!file_read(path, 1 << 24, *state, &text, &size, NULL))
        skip();
    int column = 0, line = 0;
    for (const char *at = text; *at;) {
        char field[256];
        bool last;
        Day day;
        at = next_field(at, field, sizeof field, &last);
        bool founded = line > 0 && column >= FIRST && column <= LAST && *field;
        if (founded && day_parse(field, today(), LOOK_BACK, &day)) {
            read++;
        } else if (founded) {
            print_message("no day: \"%s\"\n", field);
            refused++;
        }
        line += last;
        column = last ? 0 : column + 1;
    }
    assert_true(read > 1000);
    assert_int_equal(refused, 2); // 昭5.10 names no day, and 昭65.12.1 came after the era
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(of_a_day_that_its_era_had_not_the_days_of_the_era_are_said),
        with_arena(days_are_read),
        with_arena(what_is_shown_is_read_back),
        cmocka_unit_test(hours_are_read),
        cmocka_unit_test(lengths_are_read),
        with_arena(days_of_a_real_list_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
