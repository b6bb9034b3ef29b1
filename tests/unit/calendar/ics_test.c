// SPDX-License-Identifier: GPL-3.0-or-later
// Calendars as phones must be able to read them: by the letter, by libical, and by the oracle.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "calendar/safe.h"
#include "mawari/base/text.h"
#include "mawari/calendar/ics.h"
#include "oracle.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { TUE_24_NOV = 20781 }; // 2026-11-24

typedef struct Fixture {
    Arena *arena;
    Zone *tokyo, *new_york;
} Fixture;

static int set_up(void **state)
{
    static Fixture fixture;
    Err err = {0};
    fixture = (Fixture){.arena = arena_open()};
    assert_true(zone_open("Asia/Tokyo", &fixture.tokyo, &err));
    assert_true(zone_open("America/New_York", &fixture.new_york, &err));
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *fixture = *state;
    zone_close(fixture->tokyo);
    zone_close(fixture->new_york);
    arena_close(fixture->arena);
    icaltimezone_free_builtin_timezones();
    return 0;
}

static CalendarEvent a_visit(const char *uid, int64_t day, int64_t start)
{
    CalendarEvent event = event_blank();
    event.uid = uid;
    event.kind = EVENT_TIMED;
    event.state = STATE_CONFIRMED;
    event.created = 1795000000;
    event.changed = 1795000600;
    event.sequence = 2;
    event.day = day;
    event.start = start;
    event.minutes = 30;
    event.summary = "青葉商店 本店";
    event.place = "青葉商店 本店";
    event.address = "札幌市中央区北1条西2丁目";
    event.description = "中村 恵 なかむら めぐみ\n電話 090-0000-1182";
    event.latitude = 43062000;
    event.longitude = 141354000;
    event.category = "訪問";
    event.travel = 8;
    event.alarm = 18;
    return event;
}

static const char *text_of(Fixture *fixture, const Zone *zone, const CalendarEvent *events,
                           size_t count)
{
    Calendar calendar = {.name = "回り", .zone = zone, .events = events, .count = count};
    return calendar_text(&calendar, fixture->arena);
}

static const char uid_a[] = "0A1B2C3D-4E5F-4071-8293-A4B5C6D7E8F9";
static const char uid_b[] = "FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF";
static const char uid_c[] = "00000000-0000-4000-8000-000000000001";

static void an_appointment_is_written_to_the_letter(void **state)
{
    Fixture *fixture = *state;
    CalendarEvent event = a_visit(uid_a, TUE_24_NOV, 620);
    const char *text = text_of(fixture, fixture->tokyo, &event, 1);
    assert_string_equal(
        text, "BEGIN:VCALENDAR\r\n"
              "VERSION:2.0\r\n"
              "PRODID:-//mawari//mawari " MAWARI_VERSION "//EN\r\n"
              "CALSCALE:GREGORIAN\r\n"
              "NAME:回り\r\n"
              "X-WR-CALNAME:回り\r\n"
              "X-WR-TIMEZONE:Asia/Tokyo\r\n"
              "BEGIN:VTIMEZONE\r\n"
              "TZID:Asia/Tokyo\r\n"
              "BEGIN:STANDARD\r\n"
              "DTSTART:19700101T000000\r\n"
              "TZOFFSETFROM:+0900\r\n"
              "TZOFFSETTO:+0900\r\n"
              "TZNAME:JST\r\n"
              "END:STANDARD\r\n"
              "END:VTIMEZONE\r\n"
              "BEGIN:VEVENT\r\n"
              "UID:0A1B2C3D-4E5F-4071-8293-A4B5C6D7E8F9\r\n"
              "DTSTAMP:20261118T111640Z\r\n"
              "CREATED:20261118T110640Z\r\n"
              "LAST-MODIFIED:20261118T111640Z\r\n"
              "SEQUENCE:2\r\n"
              "DTSTART;TZID=Asia/Tokyo:20261124T102000\r\n"
              "DTEND;TZID=Asia/Tokyo:20261124T105000\r\n"
              "SUMMARY:青葉商店 本店\r\n"
              "LOCATION:青葉商店 本店\\n札幌市中央区北1条西2丁目\r\n"
              "DESCRIPTION:中村 恵 なかむら めぐみ\\n電話 090-0000-1182\\nhttps:\r\n"
              " //www.google.com/maps/dir/?api=1&destination=43.062000%2C141.354000&travel\r\n"
              " mode=driving\r\n"
              "GEO:43.062000;141.354000\r\n"
              "URL:https://www.google.com/maps/dir/?api=1&destination=43.062000%2C141.3540\r\n"
              " 00&travelmode=driving\r\n"
              "CATEGORIES:訪問\r\n"
              "STATUS:CONFIRMED\r\n"
              "TRANSP:OPAQUE\r\n"
              "CLASS:PRIVATE\r\n"
              "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS=札幌市中央区北1条\r\n"
              " 西2丁目;X-APPLE-RADIUS=100;X-TITLE=青葉商店 本店:geo:43.062000,14\r\n"
              " 1.354000\r\n"
              "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT8M\r\n"
              "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC\r\n"
              "BEGIN:VALARM\r\n"
              "UID:F5E4D3C2-4E5F-4071-8293-A4B5C6D7E8F9\r\n"
              "ACTION:DISPLAY\r\n"
              "DESCRIPTION:青葉商店 本店\r\n"
              "TRIGGER:-PT18M\r\n"
              "END:VALARM\r\n"
              "END:VEVENT\r\n"
              "END:VCALENDAR\r\n");
    oracle_passes(text, strlen(text));
}

static void a_cancelled_visit_frees_its_hour_and_rings_no_more(void **state)
{
    Fixture *fixture = *state;
    CalendarEvent event = a_visit(uid_a, TUE_24_NOV, 620);
    event.state = STATE_CANCELLED;
    const char *text = text_of(fixture, fixture->tokyo, &event, 1);
    assert_non_null(strstr(text, "\r\nSTATUS:CANCELLED\r\n"));
    assert_non_null(strstr(text, "\r\nTRANSP:TRANSPARENT\r\n"));
    assert_null(strstr(text, "VALARM"));
    assert_non_null(strstr(text, uid_a));
    oracle_passes(text, strlen(text));
}

static CalendarEvent a_promise(const char *uid, EventKind kind)
{
    CalendarEvent event = event_blank();
    event.uid = uid;
    event.kind = kind;
    event.state = STATE_OPEN;
    event.changed = 1795000600;
    event.day = TUE_24_NOV;
    event.summary = "約束: 見積、冬の棚; 5%";
    event.category = "約束";
    event.free = 1;
    event.stand_in = kind == EVENT_ALL_DAY;
    return event;
}

static void a_promise_is_a_todo_or_a_free_day_of_another_uid(void **state)
{
    Fixture *fixture = *state;
    CalendarEvent promises[] = {a_promise(uid_a, EVENT_TASK), a_promise(uid_b, EVENT_ALL_DAY),
                                a_promise(uid_c, EVENT_TASK)};
    promises[2].start = 1020;
    promises[2].state = STATE_DONE;
    promises[2].priority = 1;
    promises[2].related = uid_b;
    const char *text = text_of(fixture, fixture->tokyo, promises, COUNT(promises));
    assert_non_null(strstr(text, "\r\nDUE;VALUE=DATE:20261124\r\n"));
    assert_non_null(strstr(text, "\r\nDUE;TZID=Asia/Tokyo:20261124T170000\r\n"));
    assert_non_null(strstr(text, "\r\nUID:FFFFFFFF-FFFF-4FFF-BFFF-000000000000\r\n"));
    assert_non_null(
        strstr(text, "\r\nDTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261125\r\n"));
    assert_non_null(strstr(text, "\r\nTRANSP:TRANSPARENT\r\n"));
    assert_non_null(strstr(text, "\r\nSTATUS:COMPLETED\r\n"));
    oracle_passes(text, strlen(text));
}

static void objects_stand_in_the_order_of_their_start(void **state)
{
    Fixture *fixture = *state;
    CalendarEvent events[] = {a_visit(uid_a, TUE_24_NOV + 1, 500), a_visit(uid_b, TUE_24_NOV, 620),
                              a_visit(uid_c, TUE_24_NOV, 620)};
    const char *text = text_of(fixture, fixture->tokyo, events, COUNT(events));
    assert_true(strstr(text, uid_c) < strstr(text, uid_b));
    assert_true(strstr(text, uid_b) < strstr(text, uid_a));

    CalendarEvent shuffled[] = {events[2], events[0], events[1]};
    assert_string_equal(text_of(fixture, fixture->tokyo, shuffled, COUNT(shuffled)), text);
}

static const char *const hostile[] = {
    "\x1b[2J\x1b]0;owned\x07 商店",
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:EVIL\r\n",
    "\xe2\x80\xae\xe7\x9c\xaa\xe3\x82\x8a\xe2\x80\xac 商店\xe2\x81\xa6", // overrides, isolates
    "\xff\xfe\x80 bad \xc3( utf",
    "back\\slash C:\\new\\, \\; \\N \\\\n and a last one\\",
    "semi;colon,comma:colon \"quoted\" 'and' ^n ^' ^^",
    "א‎חנות הספרים الشركة العربية المحدودة ١٢٣", // right to left
    "👨‍👩‍👧‍👦👩🏽‍🚒🇯🇵❤️ emoji 🈁",
    "が\xe3\x82\x99\xe3\x82\x9a e\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x85\xcc\x86\xcc\x87\xcc\x88 "
    "marks",
    "\xe2\x80\xa8line\xe2\x80\xa9paragraph\xc2\x85next\x0b\x0c\x1c\x1d\x1e",
    "  　 blanks at both ends \t　 ",
    "\x01\x02\x03",
    "",
    "医療法人社団北海道中央記念会附属札幌市立総合医療福祉センター附属看護専門学校第二校舎別館地下一"
    "階倉"
    "庫棟南側入口横の守衛室気付総務部購買課資材調達係長代理補佐心得殿",
    "=HYPERLINK(\"http://x\") @SUM(1) +81-90 -1",
    "\xf3\xa0\x81\xa7\xf3\xa0\x81\xa2 tags \xef\xbb\xbf bom \xef\xbf\xbe non",
};

static void the_nastiest_names_stay_names(void **state)
{
    Fixture *fixture = *state;
    CalendarEvent events[COUNT(hostile)];
    char uids[COUNT(hostile)][40];
    for (size_t i = 0; i < COUNT(hostile); i++) {
        (void)snprintf(uids[i], sizeof uids[i], "00000000-0000-4000-8000-%012zX", i);
        events[i] = a_visit(uids[i], TUE_24_NOV + (Day)i, 600);
        events[i].summary = events[i].place = events[i].address = hostile[i];
        events[i].description = arena_print(fixture->arena, "%s\n%s", hostile[i], hostile[i]);
    }
    const char *text = text_of(fixture, fixture->tokyo, events, COUNT(events));
    assert_null(strstr(text, "\r\nUID:EVIL"));
    assert_null(strchr(text, '\x1b'));
    assert_true(text_valid(text, strlen(text)));
    oracle_passes(text, strlen(text));
}

static void what_libical_reads_back_is_what_was_meant(void **state)
{
    Fixture *fixture = *state;
    for (size_t i = 0; i < COUNT(hostile); i++) {
        CalendarEvent event = a_visit(uid_a, TUE_24_NOV, 600);
        event.summary = event.place = hostile[i];
        const char *meant = safe_text(hostile[i], false, fixture->arena);
        icalcomponent *read = icalparser_parse_string(text_of(fixture, fixture->tokyo, &event, 1));
        assert_non_null(read);
        icalcomponent *first = icalcomponent_get_first_component(read, ICAL_VEVENT_COMPONENT);
        const char *summary = icalcomponent_get_summary(first);
        assert_string_equal(summary ? summary : "", meant);
        assert_int_equal(icalcomponent_count_errors(read), 0);
        icalcomponent_free(read);
    }
}

/// Summer time: the hour that is not there, the hour that is there twice, both halves of a year.
static void summer_time_is_what_the_zone_says(void **state)
{
    static const struct {
        const char *zone;
        size_t least; // observances of the zone
    } zones[] = {{"America/New_York", 2}, {"Europe/Berlin", 2},     {"Australia/Sydney", 2},
                 {"Asia/Jerusalem", 2},   {"Africa/Casablanca", 2}, {"Asia/Kolkata", 1},
                 {"America/Nuuk", 2},     {"Europe/Dublin", 2},     {"Pacific/Apia", 1}};
    Fixture *fixture = *state;
    for (size_t z = 0; z < COUNT(zones); z++) {
        Zone *zone;
        Err err = {0};
        assert_true(zone_open(zones[z].zone, &zone, &err));
        CalendarEvent events[26];
        char uids[COUNT(events)][40];
        for (size_t i = 0; i < COUNT(events); i++) {
            (void)snprintf(uids[i], sizeof uids[i], "00000000-0000-4000-8000-%012zX", i);
            events[i] = a_visit(uids[i], TUE_24_NOV + 14 * (Day)i, 600);
        }
        const char *text = text_of(fixture, zone, events, COUNT(events));
        size_t observances = 0;
        for (const char *at = text; (at = strstr(at, "TZOFFSETTO:")) != NULL; at++)
            observances++;
        assert_in_range(observances, zones[z].least, 12);
        oracle_passes(text, strlen(text));
        zone_close(zone);
    }
}

static void new_york_has_two_yearly_rules(void **state)
{
    Fixture *fixture = *state;
    CalendarEvent event = a_visit(uid_a, TUE_24_NOV, 600);
    const char *text = text_of(fixture, fixture->new_york, &event, 1);
    assert_non_null(strstr(text, "BEGIN:DAYLIGHT\r\nDTSTART:20250309T020000\r\n"
                                 "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\n"
                                 "TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nTZNAME:EDT\r\n"));
    assert_non_null(strstr(text, "BEGIN:STANDARD\r\nDTSTART:20251102T020000\r\n"
                                 "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r\n"
                                 "TZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nTZNAME:EST\r\n"));
    assert_int_equal(strstr(text, "BEGIN:STANDARD") && strstr(text, "BEGIN:DAYLIGHT"), 1);
}

static void a_zone_without_a_name_is_written_in_utc(void **state)
{
    Fixture *fixture = *state;
    Zone *utc;
    Err err = {0};
    assert_true(zone_open("UTC", &utc, &err));
    CalendarEvent event = a_visit(uid_a, TUE_24_NOV, 600);
    const char *text = text_of(fixture, utc, &event, 1);
    assert_null(strstr(text, "VTIMEZONE"));
    assert_non_null(strstr(text, "\r\nDTSTART:20261124T100000Z\r\n"));
    oracle_passes(text, strlen(text));
    zone_close(utc);
}

static void a_year_of_visits_passes_the_oracle_and_is_the_same_twice(void **state)
{
    enum { VISITS = 574 * 4 };
    Fixture *fixture = *state;
    CalendarEvent *events = arena_array(fixture->arena, CalendarEvent, VISITS);
    for (size_t i = 0; i < VISITS; i++) {
        char *uid = arena_print(fixture->arena, "%08zX-0000-4000-8000-000000000000", i);
        events[i] = a_visit(uid, TUE_24_NOV + (Day)(i / 9), 540 + 55 * (Minute)(i % 9));
        events[i].summary = arena_print(fixture->arena, "医療法人社団 第%zu病院、%s", i % 574,
                                        i % 3 ? "購買; 事務" : "薬剤部, 1F");
        events[i].state = i % 11 == 0 ? STATE_TENTATIVE : STATE_CONFIRMED;
    }
    const char *once = text_of(fixture, fixture->tokyo, events, VISITS);
    assert_string_equal(once, text_of(fixture, fixture->tokyo, events, VISITS));
    oracle_passes(once, strlen(once));
}

static void events_come_out_of_messages_and_bad_ones_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *texts[16];
        size_t count;
        const char *why; // NULL: it is read
    } rows[] = {
        {{"event", "uid", "A", "kind", "0", "state", "0", "changed", "1", "day", "20000", "start",
          "600", "minutes", "30", NULL},
         15,
         "an event is incomplete"},
        {{"event", "uid", "A", "kind", "2", "state", "3", "changed", "1", "summary", "見積"},
         11,
         NULL},
        {{"event", "uid", "A", "kind", "1", "state", "3", "changed", "1", "summary", "見積"},
         11,
         "an event is incomplete"},
        {{"event", "uid", "A", "kind", "2x"}, 5, "kind of an event is no number"},
        {{"event", "colour", "red"}, 3, "an event has no colour"},
        {{"event", NULL, "red"}, 3, "an event has no ?"},
        {{"event", "uid", "A", "kind", "2", "state", "9", "changed", "1", "summary", "x"},
         11,
         "state of an event is beyond all limits"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        CalendarEvent event;
        Err err = {0};
        Message message = {.texts = rows[i].texts, .count = rows[i].count};
        assert_int_equal(event_read(message, &event, &err), rows[i].why == NULL);
        assert_string_equal(err.text, rows[i].why ? rows[i].why : "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_appointment_is_written_to_the_letter),
        cmocka_unit_test(a_cancelled_visit_frees_its_hour_and_rings_no_more),
        cmocka_unit_test(a_promise_is_a_todo_or_a_free_day_of_another_uid),
        cmocka_unit_test(objects_stand_in_the_order_of_their_start),
        cmocka_unit_test(the_nastiest_names_stay_names),
        cmocka_unit_test(what_libical_reads_back_is_what_was_meant),
        cmocka_unit_test(summer_time_is_what_the_zone_says),
        cmocka_unit_test(new_york_has_two_yearly_rules),
        cmocka_unit_test(a_zone_without_a_name_is_written_in_utc),
        cmocka_unit_test(a_year_of_visits_passes_the_oracle_and_is_the_same_twice),
        cmocka_unit_test(events_come_out_of_messages_and_bad_ones_are_named),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
