// SPDX-License-Identifier: GPL-3.0-or-later
// What a brief is about and what it gathers: everything open with anyone in that building, nothing
// twice, and what to avoid nowhere else.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/brief.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "mawari/store/search.h"

static Brief brief_about(App *app, const Entity *kind, Id id)
{
    BriefOf of;
    Brief brief = {0};
    Err err = {0};
    if (!brief_of(app, kind, id, app->kept, &of, &err) ||
        !brief_read(app, of, app->kept, &brief, &err))
        fail_msg("%s", err.text);
    return brief;
}

static bool holds(const Promises *promises, const char *what)
{
    for (size_t i = 0; i < promises->count; i++)
        if (strcmp(promises->rows[i].commitment.what, what) == 0)
            return true;
    return false;
}

/// Two buildings of one client, a person in each.
typedef struct Town {
    Id client, north, south, sato, kato;
} Town;

static Town two_buildings(App *app)
{
    Town town = {.client = add(app, "client name=双葉会")};
    town.north = add(app, "site name=北病院 client=双葉会");
    town.south = add(app, "site name=南病院 client=双葉会");
    town.sato = add(app, "contact name=佐藤 mobile=090-0000-0001");
    town.kato = add(app, "contact name=加藤");
    add(app, "post contact=佐藤 party=双葉会 site=北病院");
    add(app, "post contact=加藤 party=双葉会 site=南病院");
    return town;
}

static void all_that_is_open_in_the_building_is_there_once(void **state)
{
    App *app = *state;
    Town town = two_buildings(app);
    add(app, "commitment what=見積 contact=佐藤 due=today");
    add(app, "commitment what=鍵 client=双葉会 way=bring");
    add(app, "commitment what=図面 contact=加藤 due=today");
    add(app, "commitment what=実績 direction=theirs site=北病院 due=2026-11-20");
    add(app, "commitment what=計画 client=双葉会 due=2026-12-10");
    add(app, "commitment what=済み contact=佐藤 kept=today");
    Brief brief = brief_about(app, &entity_site, town.north);
    assert_int_equal(brief.give.count, 2);
    assert_true(holds(&brief.give, "見積") && holds(&brief.give, "鍵"));
    assert_int_equal(brief.ask.count, 1);
    assert_true(holds(&brief.ask, "実績"));
    assert_int_equal(brief.also.count, 1);
    assert_true(holds(&brief.also, "計画"));
    assert_int_equal(brief.people.count, 1);
    assert_string_equal(brief.people.rows[0].contact.name, "佐藤");

    Brief all = brief_about(app, &entity_client, town.client); // no building is meant: all of them
    assert_true(holds(&all.give, "図面"));
    assert_int_equal(all.people.count, 2);
}

static void what_is_due_on_the_day_of_the_visit_is_to_be_given(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店");
    add(app, "commitment what=カタログ client=霧の店 due=2026-11-27");
    assert_int_equal(brief_about(app, &entity_client, client).give.count, 0);
    Id visit = add(app, "visit client=霧の店 day=2026-11-27 start=10:00");
    Brief brief = brief_about(app, &entity_client, client); // the next visit is meant
    assert_int_equal(brief.of.visit, visit);
    assert_int_equal(brief.give.count, 1);
}

static void the_reason_to_come_is_proposed_from_what_is_open(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店");
    Brief brief = brief_about(app, &entity_client, client);
    assert_true(brief.proposed);
    assert_string_equal(brief.why, "it would be the first visit");
    add(app, "visit client=霧の店 day=2026-11-23 outcome=met");
    brief = brief_about(app, &entity_client, client);
    assert_string_equal(brief.why, "nothing to bring: do not go");
    add(app, "commitment what=見積 client=霧の店 due=today");
    add(app, "ticket what=扉 client=霧の店");
    add(app, "commitment what=実績 direction=theirs client=霧の店 due=today");
    brief = brief_about(app, &entity_client, client);
    assert_string_equal(brief.why, "見積, T1, ask for: 実績");
    add(app, "visit client=霧の店 day=today purpose=年末の挨拶");
    brief = brief_about(app, &entity_client, client);
    assert_false(brief.proposed);
    assert_string_equal(brief.why, "年末の挨拶");
}

static void every_record_leads_to_its_client(void **state)
{
    App *app = *state;
    Town town = two_buildings(app);
    Id promise = add(app, "commitment what=見積 contact=佐藤");
    Id ticket = add(app, "ticket what=扉 site=南病院 client=双葉会");
    Id visit = add(app, "visit client=双葉会 site=南病院 contact=加藤 day=today");
    Id ball = add(app, "ball of=見積 holder=佐藤");
    Id line = add(app, "ticket_line ticket=T1 text=手配");
    Id order = add(app, "order_memo what=豆腐 client=双葉会");
    const struct {
        const Entity *kind;
        Id id, site, contact;
    } rows[] = {
        {&entity_client, town.client, 0, 0},
        {&entity_site, town.south, town.south, 0},
        {&entity_contact, town.sato, town.north, town.sato},
        {&entity_commitment, promise, town.north, town.sato},
        {&entity_ticket, ticket, town.south, 0},
        {&entity_visit, visit, town.south, town.kato},
        {&entity_ball, ball, town.north, town.sato},
        {&entity_ticket_line, line, town.south, 0},
        {&entity_order_memo, order, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        BriefOf of;
        Err err = {0};
        if (!brief_of(app, rows[i].kind, rows[i].id, app->kept, &of, &err))
            fail_msg("%s: %s", rows[i].kind->name, err.text);
        assert_int_equal(of.client, town.client);
        assert_int_equal(of.site, rows[i].site);
        assert_int_equal(of.contact, rows[i].contact);
    }
}

static void what_is_no_clients_has_no_brief(void **state)
{
    App *app = *state;
    BriefOf of;
    Err err = {0};
    Id supplier = add(app, "supplier name=木村製作所");
    assert_false(brief_of(app, &entity_supplier, supplier, app->kept, &of, &err));
    assert_string_equal(err.text, "no client stands behind \"木村製作所\"");
}

static void who_is_meant_comes_first_then_who_decides(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店");
    add(app, "contact name=阿部 reading=あべ");
    add(app, "contact name=和田 reading=わだ key_person=yes");
    add(app, "post contact=阿部 party=霧の店");
    add(app, "post contact=和田 party=霧の店");
    Brief brief = brief_about(app, &entity_client, client);
    assert_string_equal(brief_person(&brief)->contact.name, "和田");
    Id promise = add(app, "commitment what=見積 client=霧の店 contact=阿部");
    brief = brief_about(app, &entity_commitment, promise);
    assert_string_equal(brief_person(&brief)->contact.name, "阿部");
}

static void a_landmine_is_found_by_the_brief_alone(void **state)
{
    App *app = *state;
    Hit *hits;
    size_t count;
    Err err = {0};
    Town town = two_buildings(app);
    does(app, "avoid", "佐藤 前任の話");
    does(app, "avoid", "加藤 価格の話");
    does(app, "avoid", "北病院 裏口から入らない");
    Brief brief = brief_about(app, &entity_site, town.north);
    assert_int_equal(brief.avoid.count, 2); // of the building and of its people
    assert_string_equal(brief.avoid.rows[0].text, "裏口から入らない");
    assert_null(brief.avoid.rows[0].who);
    assert_string_equal(brief.avoid.rows[1].text, "前任の話");
    assert_string_equal(brief.avoid.rows[1].who, "佐藤");
    assert_true(search(app->store, "前任", NULL, 0, 10, app->kept, &hits, &count, &err));
    assert_int_equal(count, 0);

    Id *ids;
    const Field *on = entity_field(&entity_note, "on");
    assert_true(record_ids_shown_by(app->store, &entity_note, on, town.sato, app->kept, &ids,
                                    &count, &err));
    assert_int_equal(count, 0);
    does(app, "undo", "");
    assert_int_equal(brief_about(app, &entity_site, town.north).avoid.count, 1);
    does(app, "redo", "");
    assert_int_equal(brief_about(app, &entity_site, town.north).avoid.count, 2);
}

static void a_note_that_is_unmarked_is_found_again(void **state)
{
    App *app = *state;
    Hit *hits;
    size_t count;
    Err err = {0};
    Town town = two_buildings(app);
    Id note = add(
        app, arena_print(app->kept, "note on=%lld text=前任の話 avoid=yes", (long long)town.sato));
    does(app, "set", arena_print(app->kept, "note %lld avoid=no", (long long)note));
    assert_int_equal(brief_about(app, &entity_site, town.north).avoid.count, 0);
    assert_true(search(app->store, "前任", NULL, 0, 10, app->kept, &hits, &count, &err));
    assert_int_equal(count, 1);
}

static void what_a_companion_gets_keeps_to_the_matter(void **state)
{
    App *app = *state;
    Town town = two_buildings(app);
    does(app, "avoid", "佐藤 前任の話");
    add(app, "commitment what=見積 contact=佐藤 due=today");
    add(app, "commitment what=値引の返事 client=双葉会 due=2026-12-10");
    add(app, "contact name=木村");
    Id visit = add(app, "visit client=双葉会 site=北病院 day=2026-11-27 start=10:00 purpose=点検");
    add(app,
        arena_print(app->kept, "companion visit=%lld contact=木村 pick_up=駅北口 pick_up_at=9:20",
                    (long long)visit));
    (void)town;
    Brief brief = brief_about(app, &entity_visit, visit);
    const char *text = brief_for_companion(app, &brief, app->kept);
    assert_non_null(strstr(text, "When: Fri 27 Nov 10:00"));
    assert_non_null(strstr(text, "Picked up: 木村 09:20 駅北口"));
    assert_non_null(strstr(text, "Why: 点検"));
    assert_non_null(strstr(text, "You meet: 佐藤"));
    assert_non_null(strstr(text, "To hand over: 見積"));
    assert_null(strstr(text, "前任"));
    assert_null(strstr(text, "値引"));
    assert_null(strstr(text, "090"));
}

#define BRIEF_TEST(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BRIEF_TEST(all_that_is_open_in_the_building_is_there_once),
        BRIEF_TEST(what_is_due_on_the_day_of_the_visit_is_to_be_given),
        BRIEF_TEST(the_reason_to_come_is_proposed_from_what_is_open),
        BRIEF_TEST(every_record_leads_to_its_client),
        BRIEF_TEST(what_is_no_clients_has_no_brief),
        BRIEF_TEST(who_is_meant_comes_first_then_who_decides),
        BRIEF_TEST(a_landmine_is_found_by_the_brief_alone),
        BRIEF_TEST(a_note_that_is_unmarked_is_found_again),
        BRIEF_TEST(what_a_companion_gets_keeps_to_the_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
