// SPDX-License-Identifier: GPL-3.0-or-later
// Every act on a real store: what it changes, what it says, what it refuses.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/act.h"
#include "fixture.h"
#include "mawari/app/usage.h"
#include "mawari/store/queries.h"
#include "mawari/store/record.h"

#define assert_field(app, kind, id, name, value)                                                   \
    assert_string_equal(field(app, &entity_##kind, id, name), value)

static void a_record_is_added_by_words_and_names(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=青葉商店 rank=a cycle=14");
    Id contact = add(app, "contact name=中村恵 reading=なかむらめぐみ");
    Id promise = add(app,
                     "commitment what=\"冬の棚 見積\" client=青葉商店 contact=なかむら due=金");
    (void)contact;
    assert_field(app, client, client, "rank", "A");
    assert_field(app, commitment, promise, "client", "青葉商店");
    assert_field(app, commitment, promise, "contact", "中村恵");
    assert_field(app, commitment, promise, "due", "2026-11-27");
    assert_field(app, commitment, promise, "first_due", "2026-11-27");
    assert_field(app, commitment, promise, "ball", "Me");
}

/// Panes empty the scratch between commands.
static void a_name_that_is_asked_for_behind_a_command_is_none_that_it_said(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=北海");
    arena_empty(app->scratch);
    assert_string_equal(act_name(app, client), "北海");
}

static void what_is_wrong_is_refused_and_leaves_nothing(void **state)
{
    App *app = *state;
    add(app, "client name=北海");
    add(app, "client name=北海");
    refuses(app, ERR_INPUT, "new", "client rank=A");
    refuses(app, ERR_INPUT, "new", "client name=x rank=Z");
    refuses(app, ERR_INPUT, "new", "commitment what=x client=北海");
    refuses(app, ERR_NOT_FOUND, "new", "commitment what=x client=nobody");
    refuses(app, ERR_USAGE, "new", "client name=x open_mine=3");
    OpenCounts counts;
    assert_true(query_open_counts(app->store, app->today, app->kept, &counts, NULL));
    assert_int_equal(counts.clients, 1); // there are some
    Promises open;
    assert_true(query_promises_open(app->store, app->kept, &open, NULL));
    assert_int_equal(open.count, 0);
}

static void set_changes_only_what_is_named(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=青葉商店 rank=A");
    Effect effect = does(app, "set", "client 青葉商店 cycle=30");
    assert_true(effect.changed && effect.undoable);
    assert_field(app, client, client, "rank", "A");
    assert_field(app, client, client, "cycle", "30");
    effect = does(app, "set", "client 青葉商店 cycle=30");
    assert_false(effect.changed);
    assert_string_equal(effect.status, "Nothing changed");
    does(app, "set", "client 青葉商店 rank=none");
    assert_field(app, client, client, "rank", "");
}

static void a_position_by_hand_is_typed(void **state)
{
    App *app = *state;
    add(app, "client name=青葉");
    Id site = add(app, "site name=本店 client=青葉 latitude=43.06 longitude=141.35");
    assert_field(app, site, site, "position_level", "typed");
}

static void undo_and_redo_say_what_they_did(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=青葉商店");
    does(app, "set", "client 青葉商店 rank=S");
    assert_string_equal(does(app, "undo", "").status, "Taken back: changed 青葉商店");
    assert_field(app, client, client, "rank", "");
    assert_string_equal(does(app, "redo", "").status, "Done again: changed 青葉商店");
    assert_field(app, client, client, "rank", "S");
    refuses(app, ERR_NOT_FOUND, "redo", "");
}

static void archiving_takes_out_and_puts_back(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=青葉商店");
    char id[24];
    snprintf(id, sizeof id, "%lld", (long long)client);
    const char *const said[] = {id, "アオバ商店", "client アオバ商店", "clients ｱｵﾊﾞ商店"};
    does(app, "set", "client 青葉商店 name=アオバ商店");
    does(app, "new", "visit client=アオバ商店"); // is called like its client, and goes with it
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        assert_string_equal(does(app, "archive", "clients アオバ商店").status,
                            "Archived アオバ商店");
        refuses(app, ERR_NOT_FOUND, "set", "client アオバ商店 rank=A");
        assert_string_equal(does(app, "unarchive", said[i]).status,
                            "Back from the archive: アオバ商店");
        does(app, "set", "client アオバ商店 rank=A");
    }
    refuses(app, ERR_NOT_FOUND, "unarchive", "アオバ商店"); // it is in the lists
}

static void ticking_keeps_closes_and_opens_again(void **state)
{
    App *app = *state;
    Id promise = add(app, "commitment what=見積"), other = add(app, "commitment what=鍵");
    Id ticket = add(app, "ticket what=扉");
    Id loan = add(app, "loan ticket=扉 what=冷凍庫LF-2");
    does(app, "tick", "見積");
    does(app, "tick", "T1 冷凍庫LF-2");
    assert_field(app, commitment, promise, "kept", "2026-11-24");
    assert_field(app, ticket, ticket, "closed", "2026-11-24");
    assert_field(app, loan, loan, "returned", "2026-11-24");

    does(app, "tick", "見積 鍵"); // one is open: both are kept afterwards
    assert_field(app, commitment, promise, "kept", "2026-11-24");
    assert_field(app, commitment, other, "kept", "2026-11-24");
    does(app, "tick", "見積 鍵");
    assert_field(app, commitment, promise, "kept", "");
    assert_field(app, commitment, other, "kept", "");
    does(app, "undo", "");
    assert_field(app, commitment, other, "kept", "2026-11-24");
}

static void the_ball_goes_to_whom_it_is_thrown(void **state)
{
    App *app = *state;
    add(app, "contact name=木村");
    Id promise = add(app, "commitment what=図面 ball=木村");
    assert_field(app, commitment, promise, "ball", "木村");
    assert_string_equal(does(app, "ball", "図面 me 戻った").status, "図面: the ball is with Me");
    assert_field(app, commitment, promise, "ball", "Me");
}

static void a_promise_waits_until_a_day(void **state)
{
    App *app = *state;
    Id promise = add(app, "commitment what=図面");
    does(app, "wait", "図面 12/1 設計の返事");
    assert_field(app, commitment, promise, "wake", "2026-12-01");
    assert_field(app, commitment, promise, "waits_for", "設計の返事");
}

static void a_trouble_is_known_inside_and_told_outside(void **state)
{
    App *app = *state;
    Id ticket = add(app, "ticket what=扉");
    does(app, "inside", "T1 部品は木曜着");
    assert_field(app, ticket, ticket, "told_on", "");
    assert_field(app, ticket, ticket, "inside_on", "2026-11-24");
    does(app, "told", "T1 木曜に伺います");
    assert_field(app, ticket, ticket, "told_on", "2026-11-24");
    does(app, "hours", "T1 1h30 調査");
    does(app, "note", "T1 電話あり"); // on a trouble a line is one inside
    size_t count;
    Id *ids;
    assert_true(record_ids_by(app->store, &entity_ticket_line,
                              entity_field(&entity_ticket_line, "ticket"), ticket, app->kept, &ids,
                              &count, NULL));
    assert_int_equal(count, 3);
}

static void stages_follow_their_order_and_the_last_one_closes(void **state)
{
    App *app = *state;
    Id ticket = add(app, "ticket what=扉");
    char before[64] = "";
    for (int i = 0; i < 6; i++) {
        does(app, "stage", "T1");
        assert_string_not_equal(field(app, &entity_ticket, ticket, "stage"), before);
        snprintf(before, sizeof before, "%s", field(app, &entity_ticket, ticket, "stage"));
    }
    assert_field(app, ticket, ticket, "closed", "2026-11-24");
    refuses(app, ERR_INPUT, "stage", "T1");
}

/// Stages that the rep set to have a day; what was taken back has none.
static void the_journal_says_when_a_stage_was_reached(void **state)
{
    App *app = *state;
    StageReached *stages;
    size_t count;
    Id ticket = add(app, "ticket what=扉");
    does(app, "stage", "T1");
    does(app, "stage", "T1");
    does(app, "stage", "T1");
    does(app, "undo", "");
    assert_true(query_ticket_stages(app->store, ticket, app->kept, &stages, &count, NULL));
    assert_int_equal(count, 6);
    assert_true(stages[0].passed && stages[1].now && !stages[2].passed && !stages[2].now);
    assert_true(stages[0].reached == app->now && stages[1].reached == app->now);
    assert_true(stages[2].reached == NO_MOMENT);
}

static Id a_client_with_a_visit(App *app)
{
    add(app, "client name=青葉商店");
    add(app, "site name=本店 client=青葉商店");
    return does(app, "visit", "青葉商店 11/25").id;
}

static void a_visit_is_planned_moved_and_agreed(void **state)
{
    App *app = *state;
    char line[64];
    Id visit = a_client_with_a_visit(app);
    assert_field(app, visit, visit, "day", "2026-11-25");
    assert_field(app, visit, visit, "site", "本店");
    assert_field(app, visit, visit, "appointment", "");

    snprintf(line, sizeof line, "%lld 14:00", (long long)visit);
    assert_string_equal(does(app, "move", line).status, "Moved 青葉商店 本店 to 14:00");
    assert_field(app, visit, visit, "start", "14:00");
    assert_field(app, visit, visit, "appointment", "confirmed");
    assert_field(app, visit, visit, "sequence", "1");

    snprintf(line, sizeof line, "%lld 金 9時半", (long long)visit);
    does(app, "move", line);
    assert_field(app, visit, visit, "day", "2026-11-27");
    assert_field(app, visit, visit, "start", "09:30");

    snprintf(line, sizeof line, "%lld 15", (long long)visit); // alone, digits are an hour here
    does(app, "move", line);
    assert_field(app, visit, visit, "start", "15:00");
    snprintf(line, sizeof line, "%lld none", (long long)visit);
    does(app, "move", line);
    assert_field(app, visit, visit, "start", "");

    snprintf(line, sizeof line, "%lld cancelled", (long long)visit);
    does(app, "appointment", line);
    assert_field(app, visit, visit, "appointment", "cancelled");
    assert_field(app, visit, visit, "sequence", "5");
}

static void a_promise_moves_to_a_day_and_an_hour(void **state)
{
    App *app = *state;
    Id promise = add(app, "commitment what=見積 due=11/25");
    does(app, "move", "見積 27 17:00"); // alone, digits are a day here
    assert_field(app, commitment, promise, "due", "2026-11-27");
    assert_field(app, commitment, promise, "due_at", "17:00");
    assert_field(app, commitment, promise, "first_due", "2026-11-25");
}

static void the_next_visit_removes_what_the_cycle_proposed_before_it(void **state)
{
    App *app = *state;
    add(app, "client name=青葉商店");
    add(app, "client name=北海");
    add(app, "visit client=青葉商店 day=11/26 proposed=yes");
    add(app, "visit client=北海 day=11/26 proposed=yes");
    add(app, "visit client=青葉商店 day=12/10 proposed=yes");
    does(app, "visit", "青葉商店 12/1");
    DayVisits left;
    assert_true(query_visits_between(app->store, app->today, app->today + 30, app->today, app->kept,
                                     &left, NULL));
    assert_int_equal(left.count, 3);
    assert_string_equal(left.rows[0].client_name, "北海");
}

static void an_outcome_stamps_about_when_nobody_did(void **state)
{
    App *app = *state;
    char line[64];
    add(app, "client name=青葉商店 cycle=14");
    Id visit = does(app, "visit", "青葉商店").id;
    snprintf(line, sizeof line, "%lld ２ 棚替えは1月", (long long)visit);
    assert_string_equal(does(app, "outcome", line).status, "Saved: 青葉商店, Short word");
    assert_field(app, visit, visit, "outcome", "short_word");
    assert_field(app, visit, visit, "text", "棚替えは1月");
    assert_field(app, visit, visit, "about", "yes");
    snprintf(line, sizeof line, "%lld seven", (long long)visit);
    refuses(app, ERR_USAGE, "outcome", line);
}

/// A visit whose arrival was stamped, and whose report was written so many hours later.
static Id arrived_and_reported(App *app, int hours)
{
    char line[64];
    add(app, "client name=青葉商店");
    Id visit = does(app, "visit", "青葉商店").id;
    snprintf(line, sizeof line, "%lld", (long long)visit);
    does(app, "arrive", line);
    app->now += hours * 3600;
    snprintf(line, sizeof line, "%lld 1", (long long)visit);
    does(app, "outcome", line);
    return visit;
}

static void an_arrival_that_was_stamped_is_not_about(void **state)
{
    Id visit = arrived_and_reported(*state, 0);
    assert_field(*state, visit, visit, "about", "");
    assert_field(*state, visit, visit, "end_about", "");
}

static void of_a_report_written_hours_later_only_the_end_is_about(void **state)
{
    Id visit = arrived_and_reported(*state, 5);
    assert_field(*state, visit, visit, "about", "");
    assert_field(*state, visit, visit, "end_about", "yes");
}

static void neighbours_in_the_day_change_places(void **state)
{
    App *app = *state;
    char line[24];
    DayVisits day;
    add(app, "client name=A社");
    add(app, "client name=B社");
    add(app, "client name=C社");
    does(app, "visit", "A社");
    does(app, "visit", "B社");
    snprintf(line, sizeof line, "%lld", (long long)does(app, "visit", "C社").id);
    does(app, "place-up", line);
    assert_true(query_day_visits(app->store, app->today, app->today, app->kept, &day, NULL));
    assert_string_equal(day.rows[1].client_name, "C社");
    does(app, "place-up", line);
    refuses(app, ERR_INPUT, "place-up", line);
    does(app, "place-down", line);
    does(app, "place-down", line);
    refuses(app, ERR_INPUT, "place-down", line);
}

static void assert_order(App *app, const char *const *names, size_t count)
{
    DayVisits day;
    assert_true(query_day_visits(app->store, app->today, app->today, app->kept, &day, NULL));
    assert_int_equal(day.count, count);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(day.rows[i].client_name, names[i]);
}

static void an_agreed_hour_goes_between_the_earlier_and_the_later(void **state)
{
    App *app = *state;
    char line[32];
    static const char *const names[] = {"A社", "B社", "C社", "D社"};
    for (size_t i = 0; i < 4; i++) {
        snprintf(line, sizeof line, "client name=%s", names[i]);
        add(app, line);
    }
    does(app, "visit", "A社 today 10:00");
    does(app, "visit", "B社");
    does(app, "visit", "C社 today 15:00");
    assert_order(app, (const char *[]){"A社", "B社", "C社"}, 3);
    snprintf(line, sizeof line, "%lld", (long long)does(app, "visit", "D社 today 13:00").id);
    assert_order(app, (const char *[]){"A社", "B社", "D社", "C社"}, 4);
    strcat(line, " 16:00");
    does(app, "move", line);
    assert_order(app, (const char *[]){"A社", "B社", "C社", "D社"}, 4);
}

static void what_stands_against_a_visit_is_said(void **state)
{
    App *app = *state;
    add(app, "client name=A社 closed_days=tue");
    Id boss = add(app, "contact name=社長");
    add(app, "client name=B社");
    char line[96];
    snprintf(line, sizeof line, "absence party=%lld since=tue until=12/10 why=出張",
             (long long)boss);
    add(app, line);
    assert_non_null(strstr(does(app, "visit", "A社 12/1").status, "! closed on Tue"));
    assert_null(strstr(does(app, "visit", "A社 12/2").status, "!"));
    snprintf(line, sizeof line, "visit client=B社 contact=%lld day=tue", (long long)boss);
    snprintf(line, sizeof line, "%lld 12/3", (long long)add(app, line));
    assert_non_null(strstr(does(app, "move", line).status, "! away until 10 Dec, 出張"));
}

static void what_is_over_stays_before_a_new_hour(void **state)
{
    App *app = *state;
    char line[32];
    add(app, "client name=A社");
    add(app, "client name=B社");
    snprintf(line, sizeof line, "%lld 1", (long long)does(app, "visit", "A社").id);
    does(app, "outcome", line);
    does(app, "visit", "B社 today 11:00");
    assert_order(app, (const char *[]){"A社", "B社"}, 2);
}

static void a_leg_that_was_typed_is_typed_over(void **state)
{
    App *app = *state;
    TypedLegs legs;
    add(app, "client name=A社");
    Id a = add(app, "site name=A本店 client=A社"), b = add(app, "site name=B本店 client=A社");
    does(app, "leg", "A本店 B本店 25");
    does(app, "leg", "B本店 A本店 30");
    assert_true(query_day_legs(app->store, app->today, a, b, MODE_CAR, app->kept, &legs, NULL));
    assert_int_equal(legs_between(&legs, a, b)->minutes, 30);
    assert_int_equal(legs_between(&legs, b, a)->minutes, 30);
    refuses(app, ERR_USAGE, "leg", "A本店 B本店 25 rocket");
    refuses(app, ERR_INPUT, "leg", "A本店 A本店 25");
}

static void lunch_and_weather_are_of_a_day(void **state)
{
    App *app = *state;
    DayPlan plan;
    Id id;
    does(app, "lunch", "12:15");
    does(app, "weather", "s");
    assert_true(query_day_plan(app->store, app->today, app->kept, &id, &plan, NULL));
    assert_int_equal(plan.lunch_at, 12 * 60 + 15);
    assert_int_equal(plan.weather, WEATHER_SNOW);
}

static void tags_notes_and_links_hang_on_anything(void **state)
{
    App *app = *state;
    add(app, "client name=A社");
    add(app, "client name=B社");
    does(app, "tag", "A社 重点");
    assert_false(does(app, "tag", "A社 重点").changed);
    does(app, "untag", "A社 重点");
    refuses(app, ERR_NOT_FOUND, "untag", "A社 重点");
    does(app, "note", "A社 電話は午前");
    does(app, "link", "A社 B社");
    refuses(app, ERR_INPUT, "link", "A社 A社");
}

static void merging_moves_all_that_referred_to_the_second(void **state)
{
    App *app = *state;
    Id first = add(app, "client name=青葉商店 rank=A");
    Id second = add(app, "client name=青葉商店㈱ telephone=011-000-1182 rank=B");
    Id site = add(app, "site name=本店 client=青葉商店㈱");
    Id promise = add(app, "commitment what=見積 client=青葉商店㈱");
    char line[64];
    snprintf(line, sizeof line, "%lld %lld", (long long)first, (long long)second);
    does(app, "merge", line);
    assert_field(app, site, site, "client", "青葉商店");
    assert_field(app, commitment, promise, "client", "青葉商店");
    assert_field(app, client, first, "telephone", "011-000-1182");
    assert_field(app, client, first, "rank", "A");
    RecordHead head;
    assert_true(record_head(app->store, second, app->kept, &head, NULL));
    assert_true(head.archived);
    does(app, "undo", "");
    assert_field(app, site, site, "client", "青葉商店㈱");
}

static void words_said_are_found_from_the_person_who_stays_and_are_never_changed(void **state)
{
    App *app = *state;
    Id first = add(app, "contact name=大野");
    Id second = add(app, "contact name=大野氏子"), third = add(app, "contact name=大野木");
    add(app, "incident contact=大野氏子 words=二度と来るな");
    add(app, "incident contact=大野木 words=言っていない");
    Id own = add(app, "incident contact=大野 words=待っていた");
    char line[64];
    snprintf(line, sizeof line, "%lld %lld", (long long)second, (long long)third);
    does(app, "merge", line);
    snprintf(line, sizeof line, "%lld %lld", (long long)first, (long long)second);
    does(app, "merge", line);
    const char *history = does(app, "report", "incidents 大野").printed;
    assert_non_null(strstr(history, "二度と来るな"));
    assert_non_null(strstr(history, "言っていない"));
    assert_non_null(strstr(history, "entered as 大野氏子: the same person"));
    Id *ids;
    size_t count;
    Err err = {0};
    const Field *by = entity_own_field(&entity_incident, "contact");
    assert_true(
        record_ids_by(app->store, &entity_incident, by, first, app->kept, &ids, &count, &err));
    assert_int_equal(count, 3);
    assert_field(app, incident, own, "contact", "大野");
    assert_field(app, incident, ids[0], "contact", "大野氏子"); // as it was entered
    does(app, "undo", "");
    assert_null(strstr(does(app, "report", "incidents 大野").printed, "二度と来るな"));
}

static void twins_are_listed(void **state)
{
    App *app = *state;
    add(app, "client name=青葉商店 telephone=011-000-1182");
    add(app, "client name=㈱青葉商店 telephone=０１１−０００−１１８２");
    add(app, "client name=北海 telephone=011-000-2222");
    const char *printed = does(app, "duplicates", "clients").printed;
    assert_non_null(strstr(printed, "㈱青葉商店"));
    assert_null(strstr(printed, "北海"));
}

static void a_setting_is_checked_by_its_type(void **state)
{
    App *app = *state;
    does(app, "setting", "lunch_minutes 1h");
    assert_int_equal(app_setting_whole(app, "lunch_minutes"), 60);
    refuses(app, ERR_INPUT, "setting", "lunch_minutes soon");
    refuses(app, ERR_USAGE, "setting", "colour red");
    assert_int_equal(app_setting_whole(app, "day_start"), 8 * 60 + 30);
    assert_non_null(does(app, "setting", "").printed);
}

static void exports_hold_what_was_written(void **state)
{
    App *app = *state;
    add(app, "client name=\"A, \"");
    add(app, "client name=+81");
    assert_non_null(strstr(does(app, "export csv", "clients").printed, ",+81,"));
    assert_non_null(strstr(does(app, "export json", "").printed, "\"name\":\"+81\""));
}

static void the_daily_report_says_who_was_seen(void **state)
{
    App *app = *state;
    char line[64];
    add(app, "client name=青葉商店");
    snprintf(line, sizeof line, "%lld 1 棚替えは1月", (long long)does(app, "visit", "青葉商店").id);
    does(app, "outcome", line);
    const char *report = does(app, "report", "").printed;
    assert_non_null(strstr(report, "青葉商店"));
    assert_non_null(strstr(report, "棚替えは1月"));
}

#define ACT_TEST(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)

/// A day's form takes only places that are known: with none the office is asked for first.
static void where_days_begin_is_asked_for_before_a_day_is(void **state)
{
    App *app = *state;
    Effect effect = does(app, "frame", "");
    assert_int_equal(effect.next, NEXT_FORM);
    assert_ptr_equal(effect.kind, &entity_office);
    assert_non_null(effect.status);
    Id office = does(app, "new", "office name=営業所 latitude=43.06 longitude=141.35").id;
    assert_ptr_equal(does(app, "frame", "").kind, &entity_day_plan);
    does(app, "archive", arena_print(app->kept, "%lld", (long long)office));
    does(app, "new", "resting_place name=宿");
    does(app, "setting", "start_at 宿");
    assert_ptr_equal(does(app, "frame", "").kind, &entity_day_plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ACT_TEST(a_record_is_added_by_words_and_names),
        ACT_TEST(a_name_that_is_asked_for_behind_a_command_is_none_that_it_said),
        ACT_TEST(what_is_wrong_is_refused_and_leaves_nothing),
        ACT_TEST(set_changes_only_what_is_named),
        ACT_TEST(a_position_by_hand_is_typed),
        ACT_TEST(undo_and_redo_say_what_they_did),
        ACT_TEST(archiving_takes_out_and_puts_back),
        ACT_TEST(ticking_keeps_closes_and_opens_again),
        ACT_TEST(the_ball_goes_to_whom_it_is_thrown),
        ACT_TEST(a_promise_waits_until_a_day),
        ACT_TEST(a_trouble_is_known_inside_and_told_outside),
        ACT_TEST(stages_follow_their_order_and_the_last_one_closes),
        ACT_TEST(the_journal_says_when_a_stage_was_reached),
        ACT_TEST(a_visit_is_planned_moved_and_agreed),
        ACT_TEST(a_promise_moves_to_a_day_and_an_hour),
        ACT_TEST(the_next_visit_removes_what_the_cycle_proposed_before_it),
        ACT_TEST(an_outcome_stamps_about_when_nobody_did),
        ACT_TEST(an_arrival_that_was_stamped_is_not_about),
        ACT_TEST(of_a_report_written_hours_later_only_the_end_is_about),
        ACT_TEST(neighbours_in_the_day_change_places),
        ACT_TEST(an_agreed_hour_goes_between_the_earlier_and_the_later),
        ACT_TEST(what_stands_against_a_visit_is_said),
        ACT_TEST(what_is_over_stays_before_a_new_hour),
        ACT_TEST(a_leg_that_was_typed_is_typed_over),
        ACT_TEST(lunch_and_weather_are_of_a_day),
        ACT_TEST(tags_notes_and_links_hang_on_anything),
        ACT_TEST(merging_moves_all_that_referred_to_the_second),
        ACT_TEST(words_said_are_found_from_the_person_who_stays_and_are_never_changed),
        ACT_TEST(twins_are_listed),
        ACT_TEST(a_setting_is_checked_by_its_type),
        ACT_TEST(exports_hold_what_was_written),
        ACT_TEST(the_daily_report_says_who_was_seen),
        cmocka_unit_test_setup_teardown(where_days_begin_is_asked_for_before_a_day_is, open_app,
                                        close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
