// SPDX-License-Identifier: GPL-3.0-or-later
// Renewals from the store: the notice follows the contract and the holidays, steps are ticked, lights
// clear, one person is said to be all there is.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/brief.h"
#include "mawari/app/renewal.h"
#include "mawari/model/kinds.h"
#include "mawari/store/store.h"

// The clock stands at Tue 24 Nov 2026.

static Id client_of(App *app)
{
    return add(app, "client name=青葉 closing_day=10");
}

static Id contract_of(App *app, const char *fields)
{
    return add(app, arena_print(app->kept, "contract what=保守 client=青葉 %s", fields));
}

static Renewal only(App *app, Day day)
{
    RenewalSheet sheet;
    assert_true(renewal_sheet(app, day, app->kept, &sheet, NULL));
    assert_int_equal(sheet.count, 1);
    return sheet.rows[0];
}

static size_t inside(App *app, Day day)
{
    RenewalSheet sheet;
    assert_true(renewal_sheet(app, day, app->kept, &sheet, NULL));
    return sheet.count;
}

static void the_notice_follows_contract_holidays_and_undo(void **state)
{
    App *app = *state;
    client_of(app);
    Id id = contract_of(app, "start=2026-03-01 end=2027-02-28 notice_months=1");
    assert_string_equal(field(app, &entity_contract, id, "notice"), "2027-01-28");
    add(app, "holiday day=2027-01-28 name=臨時");
    assert_string_equal(field(app, &entity_contract, id, "notice"), "2027-01-27");
    does(app, "undo", "");
    assert_string_equal(field(app, &entity_contract, id, "notice"), "2027-01-28");
    does(app, "set", arena_print(app->kept, "contract %lld state=renewed", (long long)id));
    assert_string_equal(field(app, &entity_contract, id, "notice"), "");
    does(app, "undo", "");
    assert_string_equal(field(app, &entity_contract, id, "notice"), "2027-01-28");
    refuses(app, ERR_INPUT, "set",
            arena_print(app->kept, "contract %lld end=2026-02-28", (long long)id));
}

static void steps_are_ticked_one_by_one_and_undone(void **state)
{
    App *app = *state;
    client_of(app);
    const char *id = arena_print(
        app->kept, "%lld",
        (long long)contract_of(app, "start=2026-03-01 end=2027-02-28 notice_months=1"));
    Day notice = only(app, app->today).of->notice;
    assert_int_equal(inside(app, notice - 130), 0); // before the first step
    assert_string_equal(only(app, notice - 60).step, "quote");
    assert_string_equal(only(app, app->today).step, "see the key person"); // usage is behind it
    does(app, "tick", id);
    assert_string_equal(only(app, app->today).step, "quote");
    does(app, "tick", id);
    does(app, "tick", id);
    assert_string_equal(only(app, app->today).step, "ask before the notice");
    does(app, "tick", id);
    assert_null(only(app, app->today).step);
    refuses(app, ERR_INPUT, "tick", id);
    does(app, "undo", "");
    assert_string_equal(only(app, app->today).step, "ask before the notice");
    does(app, "renew", id);
    assert_int_equal(inside(app, app->today), 0);
    assert_int_equal(inside(app, notice + 365 - 20), 1);
    refuses(app, ERR_INPUT, "renew", arena_print(app->kept, "%s 2026-12-01", id));
}

static void the_table_of_steps_is_the_reps_own(void **state)
{
    App *app = *state;
    client_of(app);
    contract_of(app, "end=2027-01-29 notice_days=10");
    does(app, "setting", "renewal_steps 工場見学 60");
    Renewal renewal = only(app, app->today);
    assert_string_equal(renewal.step, "工場見学");
    assert_true(renewal.due);
    refuses(app, ERR_INPUT, "setting", "renewal_steps nonsense");
}

static void lights_say_their_rule_and_what_clears_them(void **state)
{
    App *app = *state;
    LightSaid lights[RENEWAL_LIGHTS];
    client_of(app);
    Id id = contract_of(app, "end=2027-01-29 notice_days=10");
    add(app, "contact name=中村 key_person=1");
    add(app, "post contact=中村 party=青葉");
    add(app, "commitment what=見積 client=青葉 due=2026-11-20 promised=2026-11-10");
    add(app, "ticket what=扉 client=青葉");
    const RunningContract *of = only(app, app->today).of;
    assert_true(renewal_lights(app, of, app->kept, lights, NULL));
    for (int i = 0; i < RENEWAL_LIGHTS; i++)
        assert_false(lights[i].clear);
    assert_string_equal(lights[LIGHT_KEY_PERSON].text,
                        "key person never spoken to; a talk with one within 60 days clears it");
    assert_string_equal(lights[LIGHT_PROMISES].text,
                        "promises of mine late: 1; keeping them clears it");
    does(app, "tick", "見積");
    does(app, "tick", "扉");
    add(app, "visit client=青葉 contact=中村 day=2026-11-20 outcome=met");
    add(app, "rival name=B社");
    add(app, "sighting rival=B社 what=名刺 client=青葉");
    does(app, "set", arena_print(app->kept, "contract %lld agreed=2026-11-20", (long long)id));
    assert_true(renewal_lights(app, only(app, app->today).of, app->kept, lights, NULL));
    for (int i = 0; i < RENEWAL_LIGHTS; i++)
        assert_true(lights[i].clear);
}

static void a_greeting_counts_for_the_client_of_its_day(void **state)
{
    App *app = *state;
    LightSaid lights[RENEWAL_LIGHTS];
    client_of(app);
    add(app, "client name=緑");
    (void)contract_of(app, "end=2027-01-29 notice_days=10");
    add(app, "contact name=中村 key_person=1");
    add(app, "post contact=中村 party=青葉 until=2026-10-31");
    add(app, "post contact=中村 party=緑 since=2026-11-01");
    add(app, "meeting title=例会 sort=study day=2026-11-20");
    add(app, "attendee meeting=例会 who=中村 greeted=yes");
    assert_true(renewal_lights(app, only(app, app->today).of, app->kept, lights, NULL));
    assert_false(lights[LIGHT_KEY_PERSON].clear);
    add(app, "meeting title=総会 sort=study day=2026-10-20");
    add(app, "attendee meeting=総会 who=中村 greeted=yes");
    assert_true(renewal_lights(app, only(app, app->today).of, app->kept, lights, NULL));
    assert_true(lights[LIGHT_KEY_PERSON].clear);
}

static void one_person_is_said_to_be_all_there_is(void **state)
{
    App *app = *state;
    const char *said;
    Id client = client_of(app);
    add(app, "contact name=中村");
    add(app, "contact name=山本");
    add(app, "visit client=青葉 contact=中村 day=2026-10-01 outcome=met");
    add(app, "visit client=青葉 contact=中村 day=2026-10-15 outcome=short_word");
    add(app, "visit client=青葉 contact=山本 day=2026-10-16 outcome=absent"); // not spoken to
    assert_true(hangs_on_one(app, client, app->kept, &said, NULL));
    assert_null(said);
    add(app, "visit client=青葉 contact=中村 day=2026-11-01 outcome=met");
    assert_true(hangs_on_one(app, client, app->kept, &said, NULL));
    assert_non_null(strstr(said, "everything hangs on 中村: all 3 talks of a year"));
    add(app, "visit client=青葉 contact=山本 day=2026-11-02 outcome=met");
    assert_true(hangs_on_one(app, client, app->kept, &said, NULL));
    assert_null(said);
}

static void a_brief_shows_the_renewal_inside_its_notice_only(void **state)
{
    App *app = *state;
    Brief brief;
    Id client = client_of(app);
    Id id = contract_of(app, "end=2028-01-31 notice_months=1");
    assert_true(brief_read(app, (BriefOf){.client = client}, app->kept, &brief, NULL));
    assert_int_equal(brief.renewal_count, 0);
    does(app, "set", arena_print(app->kept, "contract %lld end=2027-01-31", (long long)id));
    assert_true(brief_read(app, (BriefOf){.client = client}, app->kept, &brief, NULL));
    assert_int_equal(brief.renewal_count, 1);
    assert_non_null(strstr(brief.why, "renewal: approval inside"));
}

static void a_hand_over_tells_what_is_open_with_who_leaves(void **state)
{
    App *app = *state;
    client_of(app);
    add(app, "contact name=中村");
    add(app, "post contact=中村 party=青葉 title=課長 until=2027-03-31");
    add(app, "contact name=後藤");
    add(app, "post contact=後藤 party=青葉 title=課長");
    add(app, "commitment what=見積 client=青葉 contact=中村");
    add(app, "commitment what=鍵 client=青葉 contact=後藤");
    add(app, "ticket what=扉の異音 client=青葉 contact=中村");
    add(app, "loan what=カタログ client=青葉 contact=中村");
    add(app, "loan what=台車 client=青葉 contact=後藤");
    add(app, "visit client=青葉 contact=中村 day=2026-11-20 outcome=met text=社長と相談");
    add(app, "note on=中村 text=釣り");
    add(app, "note on=中村 text=前任の話 avoid=1");
    const char *told = does(app, "hand-over", "中村").printed;
    static const char *const has[] = {
        "until Wed 31 Mar 2027", "見積", "社長と相談", "釣り", "後藤", "T1 扉の異音", "カタログ"};
    for (size_t i = 0; i < sizeof has / sizeof *has; i++)
        assert_non_null(strstr(told, has[i]));
    assert_null(strstr(told, "鍵"));
    assert_null(strstr(told, "台車"));
    assert_null(strstr(told, "前任"));
}

static void the_days_of_steps_are_counted_for_the_week(void **state)
{
    App *app = *state;
    int32_t counted[7];
    client_of(app);
    contract_of(app, "end=2027-01-29 notice_days=10");
    Day step = only(app, app->today).step_day;
    assert_true(renewal_steps_counted(app, step - 2, 7, app->kept, counted, NULL));
    assert_int_equal(counted[2], 1);
    assert_int_equal(counted[0], 0);
}

static void the_steps_of_every_contract_are_counted_however_many_there_are(void **state)
{
    enum { MANY = RENEWAL_MOST + 20 };
    App *app = *state;
    int32_t counted[7];
    client_of(app);
    for (int i = 0; i < MANY; i++)
        contract_of(app, "end=2027-01-29 notice_days=10");
    RenewalSheet sheet;
    assert_true(renewal_sheet(app, app->today, app->kept, &sheet, NULL));
    assert_true(sheet.more);
    assert_true(renewal_steps_counted(app, sheet.rows[0].step_day, 7, app->kept, counted, NULL));
    assert_int_equal(counted[0], MANY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_notice_follows_contract_holidays_and_undo, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(steps_are_ticked_one_by_one_and_undone, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(the_table_of_steps_is_the_reps_own, open_app, close_app),
        cmocka_unit_test_setup_teardown(lights_say_their_rule_and_what_clears_them, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(a_greeting_counts_for_the_client_of_its_day, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(one_person_is_said_to_be_all_there_is, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_brief_shows_the_renewal_inside_its_notice_only, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(a_hand_over_tells_what_is_open_with_who_leaves, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(the_days_of_steps_are_counted_for_the_week, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(
            the_steps_of_every_contract_are_counted_however_many_there_are, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
