// SPDX-License-Identifier: GPL-3.0-or-later
// The way to the phone, through the real child: what is written, what stays at home, what is told
// of changes.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/calendar_out.h"
#include "mawari/app/day.h"
#include "mawari/app/sample.h"
#include "mawari/base/file.h"
#include "mawari/store/record.h"
#include "oracle.h"

enum { LIMIT = 16 << 20 };

static int open_sample(void **state)
{
    Err err = {0};
    if (open_app(state) != 0)
        return -1;
    if (!sample_fill(*state, &err))
        print_error("%s\n", err.text);
    return err.kind == ERR_NONE ? 0 : -1;
}

static const char *beside(App *app, const char *name)
{
    const char *slash = strrchr(app->path, '/');
    return arena_print(app->kept, "%.*s/%s", (int)(slash - app->path), app->path, name);
}

static int close_sample(void **state)
{
    (void)unlink(beside(*state, "mawari.ics"));
    return close_app(state);
}

static const char *read_text(App *app, const char *path)
{
    char *text = NULL;
    size_t size = 0;
    Err err = {0};
    if (!file_read(path, LIMIT, app->kept, &text, &size, &err))
        fail_msg("%s", err.text);
    return text;
}

/// Sends everything ahead; the text of the file.
static const char *sent(App *app)
{
    CalendarOut out;
    Err err = {0};
    if (!calendar_out(app, NONE, NONE, NULL, false, app->kept, &out, &err))
        fail_msg("%s", err.text);
    return read_text(app, out.file);
}

static const char *uid_of(App *app, Id id)
{
    RecordHead head;
    Err err = {0};
    assert_true(record_head(app->store, id, app->kept, &head, &err));
    return head.uid;
}

/// The object with this uid, unfolded, up to its END.
static const char *object(App *app, const char *text, const char *uid)
{
    const char *at = strstr(text, arena_print(app->kept, "\r\nUID:%s\r\n", uid));
    if (!at)
        fail_msg("nothing with the uid %s", uid);
    size_t size = (size_t)(strstr(at, "\r\nEND:VEVENT") - at);
    char *plain = arena_copy_bytes(app->kept, at, size);
    for (char *fold; (fold = strstr(plain, "\r\n ")) != NULL;)
        memmove(fold, fold + 3, strlen(fold + 3) + 1);
    return plain;
}

static DayVisit visit_at(App *app, const char *client)
{
    DayVisits visits;
    assert_true(query_day_visits(app->store, app->today, app->today, app->kept, &visits, NULL));
    for (size_t i = 0; i < visits.count; i++)
        if (strcmp(visits.rows[i].client_name, client) == 0)
            return visits.rows[i];
    fail_msg("no visit at %s", client);
    return visits.rows[0];
}

static void the_sample_passes_the_oracle_and_is_the_same_twice(void **state)
{
    App *app = *state;
    const char *once = sent(app);
    oracle_passes_file(beside(app, "mawari.ics"));
    assert_string_equal(sent(app), once);
    struct stat about;
    assert_int_equal(stat(beside(app, "mawari.ics"), &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
}

static void promises_and_troubles_are_days_or_nothing_by_setting(void **state)
{
    App *app = *state;
    assert_non_null(strstr(sent(app), "BEGIN:VTODO"));
    does(app, "setting", "calendar_tasks event");
    const char *events = sent(app);
    assert_null(strstr(events, "BEGIN:VTODO"));
    assert_non_null(strstr(events, "DTSTART;VALUE=DATE:"));
    oracle_passes_file(beside(app, "mawari.ics"));
    does(app, "setting", "calendar_tasks none");
    assert_null(strstr(sent(app), "DTSTART;VALUE=DATE:"));
}

static void the_brief_has_six_lines_and_keeps_what_is_private(void **state)
{
    App *app = *state;
    const char *text = sent(app);
    const char *brief = object(app, text, uid_of(app, visit_at(app, "青葉商店").id));
    assert_non_null(strstr(brief, "中村 恵 (なかむら めぐみ)"));
    assert_non_null(strstr(brief, "090-0000-"));
    assert_non_null(strstr(brief, "BEGIN:VALARM"));
    assert_null(strstr(text, "前任の時"));     // what to avoid
    assert_null(strstr(text, "高いと言われ")); // what was said
    assert_null(strstr(text, "歯医者"));       // private time
    assert_null(strstr(brief, "みなと"));      // another client
    assert_null(strstr(text, "丸山商事"));     // a rival
    assert_null(strstr(text, "28,000"));       // prices, floors least of all
    assert_null(strstr(text, "¥"));
    assert_null(strstr(text, "\\n\\n"));
    const char *lines = strstr(brief, "\r\nDESCRIPTION:") + 2;
    size_t breaks = 0;
    for (const char *at = lines; at < strstr(lines, "\r\n"); at++)
        breaks += at[0] == '\\' && at[1] == 'n';
    assert_in_range(breaks, 3, 6); // six lines, and the way there
}

/// A call is nothing to carry, an order wanted that day is; what has another day says which.
static void the_brief_says_what_to_bring_and_until_when_the_rest_is(void **state)
{
    App *app = *state;
    const char *text = sent(app);
    const char *brief = object(app, text, uid_of(app, visit_at(app, "㈱みなと物産").id));
    assert_non_null(
        strstr(brief, "\\nBring: 年末用の化粧箱 12束\\nPromised: パレットの件で折返し"));
    brief = object(app, text, uid_of(app, visit_at(app, "大通書房").id));
    assert_non_null(strstr(brief, "\\nPromised: ブックカバー 500枚 (Thu 26 Nov)\\n"));
    assert_non_null(strstr(brief, "\\nLast: Fri 30 Oct\\, Card left\\, 西田 修"));
}

/// A list of tasks shows their names alone: with whom. Below it the number to call.
static void a_task_says_with_whom_it_is(void **state)
{
    App *app = *state;
    const char *text = sent(app);
    assert_non_null(strstr(text, "\r\nSUMMARY:Promise: パレットの件で折返し (㈱みなと物産)"));
    assert_non_null(strstr(text, "\r\nDESCRIPTION:㈱みなと物産\\n高橋 誠\\n090-0000-1188"));
    assert_non_null(strstr(text, "\r\nSUMMARY:Trouble T1: 冷凍ケースの扉が閉まらない (青葉"));
}

static void the_status_says_how_far_the_hour_is_agreed(void **state)
{
    App *app = *state;
    const char *text = sent(app);
    const char *asked = object(app, text, uid_of(app, visit_at(app, "渡邊工務店").id));
    assert_non_null(strstr(asked, "\r\nSTATUS:TENTATIVE\r\n"));
    assert_non_null(strstr(asked, "SUMMARY:[tentative] 渡邊工務店"));
    const char *agreed = object(app, text, uid_of(app, visit_at(app, "青葉商店").id));
    assert_non_null(strstr(agreed, "\r\nSTATUS:CONFIRMED\r\n"));
    assert_non_null(strstr(agreed, "X-APPLE-TRAVEL-DURATION"));
    assert_non_null(strstr(agreed, "TRIGGER:-PT13M")); // 3 of driving, 5 at the door, 5 to spare
    const char *floating = object(app, text, uid_of(app, visit_at(app, "カフェ・ミモザ").id));
    assert_non_null(strstr(floating, "DTSTART;TZID=Asia/Tokyo:20261124T1431"));
    assert_null(strstr(floating, "VALARM"));                       // nobody waits
    assert_non_null(strstr(floating, "\r\nSTATUS:TENTATIVE\r\n")); // nobody agreed to that hour
    assert_non_null(strstr(floating, "SUMMARY:~ カフェ・ミモザ"));
    does(app, "set",
         arena_print(app->kept, "visit %d start=14:40 minutes=10",
                     (int)visit_at(app, "大通書房").id));
    does(app, "set",
         arena_print(app->kept, "visit %d minutes=90", (int)visit_at(app, "カフェ・ミモザ").id));
    const char *late = object(app, sent(app), uid_of(app, visit_at(app, "大通書房").id));
    assert_non_null(strstr(late, "DTSTART;TZID=Asia/Tokyo:20261124T1440")); // agreed is agreed
    does(app, "appointment",
         arena_print(app->kept, "%lld cancelled", (long long)visit_at(app, "渡邊工務店").id));
    const char *gone = object(app, sent(app), uid_of(app, visit_at(app, "渡邊工務店").id));
    assert_non_null(strstr(gone, "\r\nSTATUS:CANCELLED\r\n"));
}

static void a_move_raises_sequence_and_keeps_the_uid_and_so_does_its_undo(void **state)
{
    App *app = *state;
    DayVisit visit = visit_at(app, "青葉商店");
    const char *other = uid_of(app, visit_at(app, "㈱みなと物産").id);
    assert_non_null(strstr(object(app, sent(app), uid_of(app, visit.id)), "\r\nSEQUENCE:0\r\n"));
    does(app, "move", arena_print(app->kept, "%d 10:40", (int)visit.id));
    const char *moved = sent(app);
    assert_non_null(strstr(object(app, moved, uid_of(app, visit.id)), "\r\nSEQUENCE:1\r\n"));
    assert_non_null(strstr(object(app, moved, uid_of(app, visit.id)), "T104000"));
    assert_non_null(strstr(object(app, moved, other), "\r\nSEQUENCE:0\r\n"));
    does(app, "undo", "");
    const char *back = sent(app);
    assert_non_null(strstr(object(app, back, uid_of(app, visit.id)), "\r\nSEQUENCE:2\r\n"));
    assert_non_null(strstr(object(app, back, uid_of(app, visit.id)), "T102000"));
}

/// The event of a recurrence, given by its number.
static size_t count_of(const char *text, const char *word)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, word)) != NULL; at += strlen(word))
        count++;
    return count;
}

static void fixed_days_are_a_series_without_the_days_that_are_planned(void **state)
{
    App *app = *state;
    int client = (int)visit_at(app, "青葉商店").visit.client;
    Id rule = add(app, arena_print(app->kept, "recurrence on=%d rule=2tue", client));
    const char *uid = uid_of(app, rule), *series = object(app, sent(app), uid);
    assert_non_null(strstr(series, "\r\nDTSTART;VALUE=DATE:20261208\r\n"));
    assert_non_null(strstr(series, "\r\nRRULE:FREQ=MONTHLY;BYDAY=2TU\r\n"));
    assert_non_null(strstr(series, "\r\nTRANSP:TRANSPARENT\r\n"));
    assert_non_null(strstr(series, "Fixed day: 青葉商店"));
    assert_non_null(strstr(series, "\r\nSEQUENCE:0\r\n"));
    assert_null(strstr(series, "EXDATE"));
    assert_string_equal(object(app, sent(app), uid), series);
    does(app, "visit", arena_print(app->kept, "%d 2027-01-12 10:00", client));
    series = object(app, sent(app), uid);
    assert_non_null(strstr(series, "\r\nEXDATE;VALUE=DATE:20270112\r\n"));
    assert_non_null(strstr(series, "\r\nSEQUENCE:1\r\n"));
    oracle_passes_file(beside(app, "mawari.ics"));
    does(app, "set", arena_print(app->kept, "recurrence %d until=2027-06-30", (int)rule));
    assert_non_null(strstr(object(app, sent(app), uid), ";UNTIL=20270630;BYDAY=2TU\r\n"));
    does(app, "archive", arena_print(app->kept, "recurrence %d", (int)rule));
    series = object(app, sent(app), uid);
    assert_non_null(strstr(series, "\r\nSTATUS:CANCELLED\r\n"));
    assert_null(strstr(series, "RRULE"));
    oracle_passes_file(beside(app, "mawari.ics"));
}

static void what_no_rule_of_a_calendar_says_is_a_day_each_with_its_own_uid(void **state)
{
    App *app = *state;
    int client = (int)visit_at(app, "青葉商店").visit.client;
    Id rule = add(app, arena_print(app->kept, "recurrence on=%d rule=20-1wd", client));
    const char *first = sent(app);
    assert_int_equal(count_of(first, "SUMMARY:Fixed day: 青葉商店"), 12);
    assert_null(strstr(strstr(first, "BEGIN:VEVENT"), "RRULE"));
    assert_non_null(strstr(first, "\r\nDTSTART;VALUE=DATE:20261218\r\n"));
    oracle_passes_file(beside(app, "mawari.ics"));
    assert_string_equal(sent(app), first);
    does(app, "visit", arena_print(app->kept, "%d 2026-12-18 10:00", client));
    const char *planned = sent(app);
    assert_int_equal(count_of(planned, "SUMMARY:Fixed day: 青葉商店"), 11);
    assert_int_equal(count_of(planned, "SUMMARY:[cancelled] Fixed day: 青葉商店"), 1);
    does(app, "set", arena_print(app->kept, "recurrence %d rule=20", (int)rule));
    const char *series = sent(app);
    assert_int_equal(count_of(series, "SUMMARY:[cancelled] Fixed day: 青葉商店"), 12);
    assert_non_null(
        strstr(object(app, series, uid_of(app, rule)), "RRULE:FREQ=MONTHLY;BYMONTHDAY=20"));
    oracle_passes_file(beside(app, "mawari.ics"));
}

static void who_wants_no_fixed_days_has_none(void **state)
{
    App *app = *state;
    int client = (int)visit_at(app, "青葉商店").visit.client;
    const char *before = sent(app);
    does(app, "setting", "calendar_series no");
    (void)add(app, arena_print(app->kept, "recurrence on=%d rule=2tue", client));
    assert_string_equal(sent(app), before);
}

static void what_was_sent_and_is_gone_comes_as_cancelled(void **state)
{
    App *app = *state;
    DayVisit visit = visit_at(app, "大通書房");
    (void)sent(app);
    does(app, "archive", arena_print(app->kept, "visit %d", (int)visit.id));
    const char *gone = object(app, sent(app), uid_of(app, visit.id));
    assert_non_null(strstr(gone, "\r\nSTATUS:CANCELLED\r\n"));
    assert_null(strstr(gone, "VALARM"));
    oracle_passes_file(beside(app, "mawari.ics"));
}

static void today_knows_when_the_phone_is_older(void **state)
{
    App *app = *state;
    DaySheet sheet;
    Err err = {0};
    assert_true(day_sheet(app, app->today, app->kept, &sheet, &err));
    assert_false(sheet.phone_is_older); // it has none at all
    (void)sent(app);
    assert_true(day_sheet(app, app->today, app->kept, &sheet, &err));
    assert_false(sheet.phone_is_older);
    app->now += 60;
    does(app, "move", arena_print(app->kept, "%d 10:40", (int)visit_at(app, "青葉商店").id));
    assert_true(day_sheet(app, app->today, app->kept, &sheet, &err));
    assert_true(sheet.phone_is_older);
    (void)sent(app);
    assert_true(day_sheet(app, app->today, app->kept, &sheet, &err));
    assert_false(sheet.phone_is_older);
}

static void a_vdir_has_one_file_for_each_visit_and_leaves_the_same_alone(void **state)
{
    App *app = *state;
    DayVisit visit = visit_at(app, "青葉商店");
    const char *folder = beside(app, "vdir");
    const char *file = arena_print(app->kept, "%s/%s.ics", folder, uid_of(app, visit.id));
    struct stat once, twice;
    CalendarOut out;
    Err err = {0};
    for (int i = 0; i < 2; i++) {
        if (!calendar_out(app, app->today, app->today, folder, true, app->kept, &out, &err))
            fail_msg("%s", err.text);
        assert_int_equal(stat(file, i == 0 ? &once : &twice), 0);
    }
    assert_int_equal(once.st_ino, twice.st_ino);
    oracle_passes_file(file);
    assert_non_null(strstr(folder, "/mawari-app-"));
    assert_int_equal(system(arena_print(app->kept, "rm -r '%s'", folder)), 0);
}

static void a_full_disk_leaves_the_old_file(void **state)
{
    App *app = *state;
    const char *before = sent(app);
    struct rlimit old, none;
    CalendarOut out;
    Err err = {0};
    does(app, "set",
         arena_print(app->kept, "visit %d purpose=別の用件", (int)visit_at(app, "青葉商店").id));
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    none = old;
    none.rlim_cur = 1000;
    (void)signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
    bool done = calendar_out(app, NONE, NONE, NULL, false, app->kept, &out, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_false(done);
    assert_true(*err.text);
    assert_string_equal(read_text(app, beside(app, "mawari.ics")), before);
}

static void nothing_planned_is_said_and_writes_no_file(void **state)
{
    App *app = *state;
    CalendarOut out;
    Err err = {0};
    does(app, "setting", "calendar_tasks none");
    assert_false(
        calendar_out(app, app->today + 300, app->today + 301, NULL, false, app->kept, &out, &err));
    assert_int_equal(err.kind, ERR_NOT_FOUND);
    assert_false(calendar_out(app, app->today, app->today - 1, NULL, false, app->kept, &out, &err));
    assert_int_equal(err.kind, ERR_INPUT);
    assert_int_not_equal(access(beside(app, "mawari.ics"), F_OK), 0);
}

static void the_ways_are_those_of_the_phone(void **state)
{
    App *app = *state;
    CalendarOut out = {.file = "/home/rep/mawari.ics"};
    const char **ways;
    assert_int_equal(calendar_ways(app, &out, app->kept, &ways), 2);
    assert_non_null(strstr(ways[0], "Mail mawari.ics to"));
    does(app, "setting", "phone web");
    assert_int_equal(calendar_ways(app, &out, app->kept, &ways), 2);
    assert_non_null(strstr(ways[0], "calendar.google.com"));
    does(app, "setting", "phone pigeon");
    assert_int_equal(calendar_ways(app, &out, app->kept, &ways), 4);
}

int main(void)
{
#define SAMPLE_TEST(name) cmocka_unit_test_setup_teardown(name, open_sample, close_sample)
    const struct CMUnitTest tests[] = {
        SAMPLE_TEST(the_sample_passes_the_oracle_and_is_the_same_twice),
        SAMPLE_TEST(promises_and_troubles_are_days_or_nothing_by_setting),
        SAMPLE_TEST(the_brief_has_six_lines_and_keeps_what_is_private),
        SAMPLE_TEST(the_brief_says_what_to_bring_and_until_when_the_rest_is),
        SAMPLE_TEST(a_task_says_with_whom_it_is),
        SAMPLE_TEST(the_status_says_how_far_the_hour_is_agreed),
        SAMPLE_TEST(a_move_raises_sequence_and_keeps_the_uid_and_so_does_its_undo),
        SAMPLE_TEST(fixed_days_are_a_series_without_the_days_that_are_planned),
        SAMPLE_TEST(what_no_rule_of_a_calendar_says_is_a_day_each_with_its_own_uid),
        SAMPLE_TEST(who_wants_no_fixed_days_has_none),
        SAMPLE_TEST(what_was_sent_and_is_gone_comes_as_cancelled),
        SAMPLE_TEST(today_knows_when_the_phone_is_older),
        SAMPLE_TEST(a_vdir_has_one_file_for_each_visit_and_leaves_the_same_alone),
        SAMPLE_TEST(a_full_disk_leaves_the_old_file),
        SAMPLE_TEST(nothing_planned_is_said_and_writes_no_file),
        SAMPLE_TEST(the_ways_are_those_of_the_phone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
