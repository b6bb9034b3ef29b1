// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings with their rosters, entertaining for accounting, gifts that may not be given.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/brief.h"
#include "mawari/app/day.h"
#include "mawari/app/evening.h"
#include "mawari/app/meetings.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "mawari/store/queries_renewal.h"
#include "mawari/store/record.h"

#define in_app(test) cmocka_unit_test_setup_teardown(test, open_people, close_app)

static int open_people(void **state)
{
    if (open_app(state))
        return 1;
    App *app = *state;
    add(app, "client name=霧の店");
    add(app, "contact name=中村 key_person=yes");
    add(app, "post contact=中村 party=霧の店 title=課長");
    add(app, "contact name=高橋 key_person=yes");
    add(app, "post contact=高橋 party=霧の店");
    return 0;
}

static Id a_meeting(App *app)
{
    Id meeting = add(app, "meeting title=協力会 day=2026-11-30 start=18:00 place=ホテル");
    add(app, "rival name=B社");
    add(app, "attendee meeting=協力会 who=高橋 seat=2");
    add(app, "attendee meeting=協力会 who=中村 seat=1");
    add(app, "attendee meeting=協力会 who=B社 seat=9");
    return meeting;
}

static void holds(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("“%s” does not stand in:\n%s", part, text);
}

static void the_sheet_says_who_comes_with_what_is_open(void **state)
{
    App *app = *state;
    (void)a_meeting(app);
    add(app, "commitment what=見積 client=霧の店 contact=中村 due=2026-11-27");
    add(app, "visit client=霧の店 contact=中村 day=2026-11-10 outcome=met text=高い");
    assert_string_equal(does(app, "report", "協力会").printed,
                        "協力会\n"
                        "Day     Mon 30 Nov 18:00\n"
                        "Place   ホテル\n"
                        "Rivals  B社 (seat 9)\n"
                        "\n"
                        "Who comes\n"
                        "seat, who  company  I promised  last words\n"
                        "1 中村     霧の店   見積        10 Nov 高い\n"
                        "2 高橋     霧の店\n");
}

/// Of what is long nothing is cut, and no row is wider than the screen.
static void long_names_go_on_below_themselves(void **state)
{
    App *app = *state;
    static const char name[] = "国際総合流通開発機構北海道支社";
    Buffer whole = {.arena = app->kept};
    (void)a_meeting(app);
    add(app, arena_print(app->kept, "supplier name=%s", name));
    add(app, arena_print(app->kept, "contact name=%s", "長曽我部藤右衛門之介清信"));
    add(app, arena_print(app->kept, "post contact=長曽我部藤右衛門之介清信 party=%s", name));
    add(app, "attendee meeting=協力会 who=長曽我部藤右衛門之介清信 seat=3");
    add(app,
        "commitment what=冷蔵ショーケース入替の概算見積と工程表 contact=長曽我部藤右衛門之介清信");
    const char *sheet = does(app, "report", "協力会").printed;
    for (const char *row = sheet; *row; row += strcspn(row, "\n") + 1) {
        const char *line = arena_copy_bytes(app->kept, row, strcspn(row, "\n"));
        assert_true(text_width(line) <= 78);
        assert_null(strstr(line, "…"));
        buffer_add(&whole, line);
    }
    holds(buffer_text(&whole), "長曽我部");
}

static void the_sheet_is_a_document_too(void **state)
{
    App *app = *state;
    Id meeting = a_meeting(app);
    add(app, "commitment what=見積 client=霧の店 contact=中村 due=2026-11-27");
    const char *json = does(app, "report", "協力会").json;
    holds(json, arena_print(app->kept, "{\"id\":%lld,\"title\":\"協力会\",\"day\":\"2026-11-30\"",
                            (long long)meeting));
    holds(json, "\"seat\":\"1\",\"company\":\"霧の店\",\"promise\":\"見積\",\"words\":null");
    holds(json, "\"rivals\":[{\"who\":\"B社\"");
}

static Id a_meeting_of_today(App *app)
{
    Id meeting = a_meeting(app);
    does(app, "set", arena_print(app->kept, "meeting %lld day=today", (long long)meeting));
    return meeting;
}

static void the_roster_is_asked_about_in_its_order_and_without_rivals(void **state)
{
    App *app = *state;
    RosterRow next;
    Id meeting = a_meeting_of_today(app);
    static const char *const answers[] = {"yes", "新店の話"};
    static const char *const names[] = {"中村", "高橋"};
    for (size_t i = 0; i < 2; i++) {
        assert_true(meeting_next(app, meeting, app->kept, &next, NULL));
        assert_string_equal(next.name, names[i]);
        does(app, "greet", arena_print(app->kept, "%lld %s", (long long)next.id, answers[i]));
    }
    assert_string_equal(field(app, &entity_attendee, next.id, "greeted"), "yes");
    assert_string_equal(field(app, &entity_attendee, next.id, "word"), "新店の話");
    assert_true(meeting_next(app, meeting, app->kept, &next, NULL));
    assert_int_equal(next.id, 0);
    does(app, "undo", "");
    assert_true(meeting_next(app, meeting, app->kept, &next, NULL));
    assert_string_equal(next.name, "高橋");
}

static Day key_person_seen(App *app)
{
    RenewalFacts facts;
    Id client = 0;
    Err err = {0};
    static const Entity *const kinds[] = {&entity_client};
    if (!record_find(app->store, kinds, 1, "霧の店", &client, &err) ||
        !query_renewal_facts(app->store, client, app->today + 30, &facts, &err))
        fail_msg("%s", err.text);
    return facts.key_seen;
}

static void a_greeting_is_seeing_the_person_and_no_visit(void **state)
{
    App *app = *state;
    RosterRow next;
    Id meeting = a_meeting_of_today(app);
    assert_int_equal(key_person_seen(app), NONE);
    assert_true(meeting_next(app, meeting, app->kept, &next, NULL));
    does(app, "greet", arena_print(app->kept, "%lld yes", (long long)next.id));
    assert_int_equal(key_person_seen(app), app->today);
}

static void nobody_is_greeted_before_the_meeting(void **state)
{
    App *app = *state;
    RosterRow next;
    assert_true(meeting_next(app, a_meeting(app), app->kept, &next, NULL));
    refuses(app, ERR_INPUT, "greet", arena_print(app->kept, "%lld yes", (long long)next.id));
    assert_int_equal(key_person_seen(app), NONE);
}

static void a_meeting_takes_its_hours_of_the_day(void **state)
{
    App *app = *state;
    DaySheet sheet;
    Id meeting = a_meeting(app);
    Err err = {0};
    add(app, "entertainment shop=料亭 day=2026-11-30 start=20:30 minutes=90");
    assert_true(day_sheet(app, app->today + 6, app->kept, &sheet, &err));
    size_t found = 0;
    for (size_t i = 0; i < sheet.count; i++) {
        const DayRow *row = &sheet.rows[i];
        if (row->kind != ROW_BLOCK)
            continue;
        found++;
        bool is_meeting = row->event == &entity_meeting;
        assert_int_equal(row->begin, is_meeting ? 18 * 60 : 20 * 60 + 30);
        assert_true(!is_meeting || row->id == meeting);
    }
    assert_int_equal(found, 2);
}

static void accounting_gets_its_line_with_what_is_missing(void **state)
{
    App *app = *state;
    add(app, "entertainment shop=料亭 day=2026-11-20 client=霧の店 heads=3 amount=30001");
    add(app, "guest entertainment=料亭 contact=中村");
    add(app, "guest entertainment=料亭 name=田中 company=設計室 relation=設計");
    Effect line = does(app, "report", "料亭");
    assert_string_equal(line.printed,
                        "2026-11-20 / 料亭 / address missing / 霧の店 / 中村 (霧の店, 課長), 田中 "
                        "(設計室, 設計) / ¥30,001 for 3, ¥10,001 a head, over ¥10,000\n");
    assert_string_equal(line.copied, line.printed);
    add(app, "entertainment shop=旧店 day=2024-03-31 heads=2 amount=10000 address=北1条");
    assert_string_equal(
        does(app, "report", "旧店").printed,
        "2024-03-31 / 旧店 / 北1条 / guests missing / ¥10,000 for 2, ¥5,000 a head, within "
        "¥5,000\n");
    holds(does(app, "report", "entertaining 2026-11").printed, "料亭");
}

static void who_was_never_entertained_stands_first(void **state)
{
    App *app = *state;
    add(app, "entertainment shop=料亭 day=2026-11-20");
    add(app, "guest entertainment=料亭 contact=中村");
    const char *balance = does(app, "entertained", "").printed;
    assert_true(strstr(balance, "高橋") && strstr(balance, "高橋") < strstr(balance, "中村"));
    holds(balance, "never");
    holds(balance, "20 Nov");
}

static void a_guest_taken_off_the_list_was_not_entertained(void **state)
{
    App *app = *state;
    add(app, "contact name=野田");
    add(app, "post contact=野田 party=霧の店");
    add(app, "entertainment shop=料亭 day=2026-11-20");
    Id guest = add(app, "guest entertainment=料亭 contact=野田");
    holds(does(app, "entertained", "").printed, "野田");
    does(app, "archive", arena_print(app->kept, "%lld", (long long)guest));
    assert_null(strstr(does(app, "entertained", "").printed, "野田"));
}

static void the_last_evening_of_a_client_stands_with_yen_a_head_against_the_limit(void **state)
{
    App *app = *state;
    const char *text;
    Id client = 0;
    const Entity *kind = &entity_client;
    assert_true(record_find(app->store, &kind, 1, "霧の店", &client, NULL));
    assert_true(entertaining_of_client(app, client, app->kept, &text, NULL));
    assert_string_equal(text, "");
    add(app, "entertainment shop=旧店 day=2026-05-20 client=霧の店 heads=2 amount=10000");
    add(app, "entertainment shop=料亭 day=2026-11-20 client=霧の店 heads=3 amount=30001");
    add(app, "entertainment shop=予約 day=2026-12-20 client=霧の店"); // that is still to come
    assert_true(entertaining_of_client(app, client, app->kept, &text, NULL));
    assert_string_equal(text, "20 Nov 料亭: ¥30,001 for 3, ¥10,001 a head, over ¥10,000 "
                              "· 2 times in a year");
}

static void nothing_is_given_to_who_may_not_accept_it(void **state)
{
    App *app = *state;
    Id before = add(app, "gift what=煎餅 client=霧の店 contact=中村");
    add(app, "client name=朝の店");
    Id other = add(app, "gift what=羊羹 client=朝の店");
    add(app, "no_gift party=霧の店 why=社内規程");
    refuses(app, ERR_INPUT, "new", "gift what=煎餅 client=霧の店");
    refuses(app, ERR_INPUT, "new", "gift what=煎餅 client=霧の店 contact=高橋");
    // neither does an edit give it to them; what they got before stays, and can be put right
    refuses(app, ERR_INPUT, "set",
            arena_print(app->kept, "gift %lld client=霧の店", (long long)other));
    does(app, "set", arena_print(app->kept, "gift %lld yen=1500", (long long)before));
    refuses(app, ERR_INPUT, "set",
            arena_print(app->kept, "gift %lld contact=高橋", (long long)before));
}

/// In the brief, on the sheets of meeting and evening, and when the evening is planned.
static void who_may_not_accept_gifts_is_said_where_one_meets_them(void **state)
{
    App *app = *state;
    BriefOf of = {0};
    Brief brief;
    MeetingSheet sheet;
    const Entity *kind = &entity_client;
    const char *text;
    Id meeting = a_meeting(app);
    assert_true(record_find(app->store, &kind, 1, "霧の店", &of.client, NULL));
    add(app, "no_gift party=中村 why=社内規程");
    assert_true(brief_read(app, of, app->kept, &brief, NULL));
    assert_int_equal(brief.no_gifts.count, 1);
    assert_string_equal(no_gift_text(&brief.no_gifts.rows[0], app->kept),
                        "no gifts to 中村: 社内規程");
    assert_true(meeting_read(app, meeting, app->kept, &sheet, NULL));
    assert_string_equal(sheet.no_gifts, "no gifts to 中村: 社内規程");
    holds(does(app, "report", "協力会").printed, "Gifts   no gifts to 中村: 社内規程");

    const char *planned = does(app, "new", "entertainment shop=料亭 client=霧の店").status;
    assert_null(strstr(planned, "no gifts"));
    holds(does(app, "new", "guest entertainment=料亭 contact=中村").status,
          "! no gifts to 中村: 社内規程");
    Id evening = 0;
    kind = &entity_entertainment;
    assert_true(record_find(app->store, &kind, 1, "料亭", &evening, NULL));
    assert_true(no_gifts_among(app, evening, app->kept, &text, NULL));
    assert_string_equal(text, "no gifts to 中村: 社内規程");
    does(app, "undo", ""); // the guest
    assert_true(no_gifts_among(app, evening, app->kept, &text, NULL));
    assert_string_equal(text, "");

    add(app, "no_gift party=霧の店 why=公務員");
    assert_true(brief_read(app, of, app->kept, &brief, NULL));
    assert_string_equal(no_gift_text(&brief.no_gifts.rows[0], app->kept), "no gifts: 公務員");
    assert_true(no_gifts_among(app, evening, app->kept, &text, NULL));
    assert_string_equal(text, "no gifts to 霧の店: 公務員");
}

/// On its evening and on the working day behind it; before it and two days later nothing is asked.
static void a_roster_is_to_be_gone_over_before_one_stops(void **state)
{
    static const struct {
        const char *day;
        Minute minute;
        bool asked;
    } rows[] = {{"2026-11-30", 17 * 60, false},
                {"2026-11-30", 20 * 60 + 30, true},
                {"2026-12-01", 18 * 60, true},
                {"2026-12-02", 18 * 60, false}};
    App *app = *state;
    Id meeting = a_meeting(app);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        StopSheet sheet;
        assert_true(day_parse(rows[i].day, app->today, LOOK_BACK, &app->today));
        app->minute = rows[i].minute;
        assert_true(stop_sheet(app, app->kept, &sheet, NULL));
        assert_int_equal(sheet.count, rows[i].asked);
        if (!rows[i].asked)
            continue;
        assert_int_equal(sheet.rows[0].sort, STOP_GREET);
        assert_int_equal(sheet.rows[0].id, meeting);
        assert_string_equal(sheet.rows[0].who, "協力会");
        assert_string_equal(sheet.rows[0].text, "2 of the roster, with o"); // not the rival
    }
}

static void the_month_of_evenings_has_its_sum(void **state)
{
    App *app = *state;
    add(app, "entertainment shop=料亭 day=2026-11-20 client=霧の店 heads=3 amount=30001");
    assert_null(strstr(does(app, "report", "entertaining").printed, "together"));
    add(app, "entertainment shop=炉端 day=2026-11-21 client=霧の店 heads=2 amount=9999");
    add(app, "entertainment shop=予約 day=2026-11-22 client=霧の店");
    holds(does(app, "report", "entertaining").printed, "\ntogether ¥40,000\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_app(the_sheet_says_who_comes_with_what_is_open),
        in_app(long_names_go_on_below_themselves),
        in_app(the_sheet_is_a_document_too),
        in_app(the_roster_is_asked_about_in_its_order_and_without_rivals),
        in_app(a_greeting_is_seeing_the_person_and_no_visit),
        in_app(nobody_is_greeted_before_the_meeting),
        in_app(a_meeting_takes_its_hours_of_the_day),
        in_app(accounting_gets_its_line_with_what_is_missing),
        in_app(who_was_never_entertained_stands_first),
        in_app(a_guest_taken_off_the_list_was_not_entertained),
        in_app(the_last_evening_of_a_client_stands_with_yen_a_head_against_the_limit),
        in_app(nothing_is_given_to_who_may_not_accept_it),
        in_app(who_may_not_accept_gifts_is_said_where_one_meets_them),
        in_app(a_roster_is_to_be_gone_over_before_one_stops),
        in_app(the_month_of_evenings_has_its_sum),
    };
    return cmocka_run_group_tests_name("meetings", tests, NULL, NULL);
}
