// SPDX-License-Identifier: GPL-3.0-or-later
// Fixed recurrences as tables of days.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/model/rules.h"
#include "mawari/model/value.h"

static Arena *arena_of(void **state)
{
    return *state;
}

static int open_arena(void **state)
{
    *state = arena_open();
    return 0;
}

static int close_arena(void **state)
{
    arena_close(*state);
    return 0;
}

static Day day(const char *iso)
{
    Day ret = NONE;
    if (iso != NULL)
        assert_true(day_parse(iso, 20781, LOOK_BACK, &ret));
    return ret;
}

static void a_rule_names_its_next_day(void **state)
{
    static const struct {
        const char *rule, *since, *after, *next;
    } rows[] = {
        {"2tue", NULL, "2026-11-24", "2026-12-08"},
        {"2tue", NULL, "2026-12-07", "2026-12-08"},
        {"2tue", NULL, "2026-12-08", "2027-01-12"},
        {"第2火曜", NULL, "2026-11-24", "2026-12-08"},
        {"第２火曜日", NULL, "2026-11-24", "2026-12-08"},
        {"1mon,3mon", NULL, "2026-11-24", "2026-12-07"},
        {"1mon,3mon", NULL, "2026-12-07", "2026-12-21"},
        {"5fri", NULL, "2026-11-24", "2027-01-29"}, // December has four Fridays
        {"lasttue", NULL, "2026-11-23", "2026-11-24"},
        {"lasttue", NULL, "2026-11-24", "2026-12-29"},
        {"最終金曜", NULL, "2026-11-24", "2026-11-27"},
        {"eom", NULL, "2026-11-24", "2026-11-30"},
        {"eom", NULL, "2026-11-30", "2026-12-31"},
        {"月末", NULL, "2027-02-01", "2027-02-28"},
        {"20", NULL, "2026-11-24", "2026-12-20"},
        {"毎月20日", NULL, "2026-11-19", "2026-11-20"},
        {"31", NULL, "2026-11-24", "2026-12-31"},      // November is skipped
        {"eom-1wd", NULL, "2026-11-24", "2026-11-27"}, // before Monday the 30th
        {"20-1wd", NULL, "2026-11-24", "2026-12-18"},
        {"20前営業日", NULL, "2026-11-24", "2026-12-18"},
        {"1+1wd", NULL, "2026-11-24", "2026-12-02"},
        {"eom+2wd", NULL, "2026-11-30", "2026-12-02"},
        {"14d", "2026-11-03", "2026-11-24", "2026-12-01"},
        {"14d", "2026-11-03", "2026-11-16", "2026-11-17"},
        {"2w", "2026-11-03", "2026-11-24", "2026-12-01"},
        {"14日ごと", "2026-11-03", "2026-11-24", "2026-12-01"},
        {"隔週", "2026-11-03", "2026-11-24", "2026-12-01"},
        {"14d", "2026-12-25", "2026-11-24", "2026-12-25"},
        {"14d", NULL, "2026-11-24", "2026-12-08"},
        {"mon,thu", NULL, "2026-11-24", "2026-11-26"},
        {"mon,thu", NULL, "2026-11-26", "2026-11-30"},
        {"月・木", NULL, "2026-11-24", "2026-11-26"},
        {"毎週月木", NULL, "2026-11-24", "2026-11-26"},
        {"ＭＯＮ", NULL, "2026-11-24", "2026-11-30"},
        {"mon", "2026-12-10", "2026-11-24", "2026-12-14"}, // not before it begins
        {"mon", "2026-12-14", "2026-11-24", "2026-12-14"},
        {"gotobi", NULL, "2026-11-24", "2026-11-25"},
        {"五十日", NULL, "2026-11-25", "2026-11-30"},
        {"29", NULL, "2027-01-29", "2027-03-29"},
        {"second Tuesday of the month", NULL, "2026-11-24", "2026-12-08"},
        {"2nd tue", NULL, "2026-11-24", "2026-12-08"},
        {"毎月3水", NULL, "2026-11-24", "2026-12-16"},
        {"2日曜", NULL, "2026-11-24", "2026-12-13"},
        {"2日", NULL, "2026-11-24", "2026-12-02"},
        {"2thu", NULL, "2026-11-24", "2026-12-10"},
        {"the 20th", NULL, "2026-11-24", "2026-12-20"},
        {"every other week", "2026-11-03", "2026-11-24", "2026-12-01"},
        {"every week", "2026-11-03", "2026-11-24", "2026-12-01"},
        {"毎週", "2026-11-03", "2026-11-24", "2026-12-01"},
        {"end of month", NULL, "2026-11-24", "2026-11-30"},
        {"3 working days before the last day of the month", NULL, "2026-11-24", "2026-11-25"},
        {"月末の3営業日前", NULL, "2026-11-24", "2026-11-25"},
        {"20日の翌営業日", NULL, "2026-11-24", "2026-12-21"},
    };
    (void)arena_of(state);
    const WorkCalendar calendar = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Day next = NONE;
        if (!recurrence_next(rows[i].rule, day(rows[i].since), day(rows[i].after), &calendar,
                             &next) ||
            next != day(rows[i].next))
            fail_msg("%s after %s: %s", rows[i].rule, rows[i].after,
                     next == NONE ? "none" : day_iso(next, arena_of(state)));
        assert_true(recurrence_known(rows[i].rule));
    }
}

static void holidays_push_a_working_day(void **state)
{
    (void)state;
    const Day holidays[] = {day("2026-11-27")};
    const WorkCalendar calendar = {.holidays = holidays, .count = 1};
    Day next;
    assert_true(recurrence_next("eom-1wd", NONE, day("2026-11-24"), &calendar, &next));
    assert_int_equal(next, day("2026-11-26"));
}

static const char *in_words(const char *rule, const char *lang, Arena *arena)
{
    const Field *field = entity_field(&entity_recurrence, "rule");
    const ValueContext context = {.today = 20781};
    assert_true(lang_start(file_beside("share/locale", arena), lang));
    return value_shown(field, value_text(rule), &context, arena);
}

static void a_rule_is_read_back_in_words_that_are_a_rule_again(void **state)
{
    static const struct {
        const char *rule, *english, *japanese;
    } rows[] = {
        {"2tue", "the second Tue of the month", "毎月第2火曜"},
        {"第2火曜", "the second Tue of the month", "毎月第2火曜"},
        {"1mon,3mon", "the first Mon of the month, the third Mon of the month",
         "毎月第1月曜, 毎月第3月曜"},
        {"lastfri", "the last Fri of the month", "毎月最終金曜"},
        {"20", "the 20th of the month", "毎月20日"},
        {"1", "the 1st of the month", "毎月1日"},
        {"12", "the 12th of the month", "毎月12日"},
        {"23", "the 23rd of the month", "毎月23日"},
        {"eom", "the last day of the month", "月末"},
        {"eom-1wd", "the working day before the last day of the month", "月末の前営業日"},
        {"20+1wd", "the working day after the 20th of the month", "毎月20日の翌営業日"},
        {"20-3wd", "3 working days before the 20th of the month", "毎月20日の3営業日前"},
        {"2tue+2wd", "2 working days after the second Tue of the month", "毎月第2火曜の2営業日後"},
        {"14d", "every 2 weeks", "2週間ごと"},
        {"10d", "every 10 days", "10日ごと"},
        {"7d", "every week", "毎週"},
        {"1d", "every day", "1日ごと"},
        {"monthu", "every Mon Thu", "毎週月・木曜"},
        {"tue", "every Tue", "毎週火曜"},
        {"gotobi", "gotobi", "五十日"},
    };
    const WorkCalendar calendar = {0};
    Arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *english = in_words(rows[i].rule, "en", arena);
        const char *japanese = in_words(rows[i].rule, "ja", arena);
        Day next = NONE, of_english = NONE, of_japanese = NONE;
        assert_string_equal(english, rows[i].english);
        assert_string_equal(japanese, rows[i].japanese);
        assert_true(recurrence_next(rows[i].rule, NONE, 20781, &calendar, &next));
        assert_true(recurrence_next(english, NONE, 20781, &calendar, &of_english));
        assert_true(recurrence_next(japanese, NONE, 20781, &calendar, &of_japanese));
        assert_int_equal(of_english, next);
        assert_int_equal(of_japanese, next);
    }
}

static void a_rule_is_told_as_a_calendar_knows_it_or_not_at_all(void **state)
{
    static const struct {
        const char *rule, *until, *rrule;
    } rows[] = {
        {"2tue", NULL, "FREQ=MONTHLY;BYDAY=2TU"},
        {"2tuethu", NULL, "FREQ=MONTHLY;BYDAY=2TU,2TH"},
        {"1mon,3mon", "2027-06-30", "FREQ=MONTHLY;BYDAY=1MO,3MO;UNTIL=20270630"},
        {"lastfri,1fri", NULL, "FREQ=MONTHLY;BYDAY=-1FR,1FR"},
        {"20", NULL, "FREQ=MONTHLY;BYMONTHDAY=20"},
        {"10,eom", NULL, "FREQ=MONTHLY;BYMONTHDAY=10,-1"},
        {"gotobi", NULL, "FREQ=MONTHLY;BYMONTHDAY=5,10,15,20,25,-1"},
        {"mon,thu", NULL, "FREQ=WEEKLY;BYDAY=MO,TH"},
        {"毎週月・木曜", NULL, "FREQ=WEEKLY;BYDAY=MO,TH"},
        {"2w", NULL, "FREQ=DAILY;INTERVAL=14"},
        {"eom-1wd", NULL, NULL}, // no calendar knows what a working day is
        {"10,eom-1wd", NULL, NULL},
        {"2tue,20", NULL, NULL}, // both of them would have to hold
        {"mon,20", NULL, NULL},
        {"14d,mon", NULL, NULL},
        {"7d,7d", NULL, NULL},
        {"sometimes", NULL, NULL},
        {"", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *rrule = recurrence_rrule(rows[i].rule, day(rows[i].until), arena_of(state));
        if (rows[i].rrule == NULL)
            assert_null(rrule);
        else
            assert_string_equal(rrule, rows[i].rrule);
    }
}

static void what_is_no_rule_is_refused(void **state)
{
    (void)state;
    static const char *const rules[] = {"",
                                        "tuesdayish",
                                        "0tue",
                                        "6tue",
                                        "32",
                                        "0",
                                        "0d",
                                        "last",
                                        "eom-wd",
                                        "eom-0wd",
                                        ",",
                                        "mon,,",
                                        "2",
                                        "99999d",
                                        "mon-1wd",
                                        "eom-1wdx",
                                        "14",
                                        "working day before mon",
                                        "the working day before eom-1wd",
                                        "the",
                                        "毎月"};
    const WorkCalendar calendar = {0};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        bool of_month = rules[i][0] == '2' || rules[i][0] == '1'; // "2", "14": days of the month
        Day next = 7;
        assert_int_equal(recurrence_known(rules[i]), of_month);
        assert_int_equal(recurrence_next(rules[i], NONE, 20781, &calendar, &next), of_month);
        assert_true(of_month || next == 7);
    }
}

/// Whatever the rule: the next day is later, and nothing lies between.
static void asking_again_never_goes_back_nor_skips(void **state)
{
    (void)state;
    static const char *const rules[] = {"2tue",   "eom-1wd", "20",   "14d",       "mon,thu",
                                        "gotobi", "1+1wd",   "5fri", "lastwed,10"};
    const WorkCalendar calendar = {0};
    Day since = day("2026-01-01");
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        Day expected = NONE;
        for (Day after = day("2026-12-31"); after >= since; after--) {
            Day next;
            assert_true(recurrence_next(rules[i], since, after, &calendar, &next));
            assert_true(next > after);
            assert_true(next == after + 1 || expected == NONE || next == expected);
            expected = next;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_names_its_next_day),
        cmocka_unit_test(holidays_push_a_working_day),
        cmocka_unit_test(a_rule_is_read_back_in_words_that_are_a_rule_again),
        cmocka_unit_test(a_rule_is_told_as_a_calendar_knows_it_or_not_at_all),
        cmocka_unit_test(what_is_no_rule_is_refused),
        cmocka_unit_test(asking_again_never_goes_back_nor_skips),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
