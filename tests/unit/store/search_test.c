// SPDX-License-Identifier: GPL-3.0-or-later
// Search and finding: every length, width and kana; readings, telephones, codes, uids.
#include "fixture.h"

#include <string.h>

#include "mawari/model/value.h"
#include "mawari/store/search.h"
#include "store/connection.h"
#include "store/embedded.h"
#include "store/grams.h"
#include "store/search_later.h"
#include "store/sql.h"

static int people_open(void **state)
{
    if (world_open(state) != 0)
        return -1;
    World *world = *state;
    Client client = a_client(world, "株式会社青葉商店");
    client.reading = "アオバショウテン";
    client.code = "K-77";
    client.telephone = "011-234-5678";
    Id aoba = world_put(world, &entity_client, 0, &client);
    client = a_client(world, "髙橋電器");
    client.reading = "たかはしでんき";
    world_put(world, &entity_client, 0, &client);

    Contact person;
    record_blank(&entity_contact, &person, TODAY, world->arena);
    person.name = "中村 一郎";
    person.reading = "なかむら いちろう";
    person.mobile = "０９０−１１１１−２２２２";
    Id nakamura = world_put(world, &entity_contact, 0, &person);
    Post post;
    record_blank(&entity_post, &post, TODAY, world->arena);
    post.contact = nakamura;
    post.party = aoba;
    world_put(world, &entity_post, 0, &post);

    Ticket ticket;
    record_blank(&entity_ticket, &ticket, TODAY, world->arena);
    ticket.what = "扉が閉まらない";
    world_put(world, &entity_ticket, 0, &ticket);

    Note note;
    record_blank(&entity_note, &note, TODAY, world->arena);
    note.on = aoba;
    note.text = "ﾊﾞｽ停の前、冬の棚について ABC を話した。次は図面";
    world_put(world, &entity_note, 0, &note);
    return 0;
}

static const struct {
    const char *typed, *name;
    HitBy by;
} hits[] = {
    {"青葉", "株式会社青葉商店", HIT_NAME},
    {"葉", "株式会社青葉商店", HIT_NAME},
    {"葉商店", "株式会社青葉商店", HIT_NAME},
    {"青葉 商店", "株式会社青葉商店", HIT_NAME},
    {"あおば", "株式会社青葉商店", HIT_READING},
    {"アオバ", "株式会社青葉商店", HIT_READING},
    {"ｱｵﾊﾞ", "株式会社青葉商店", HIT_READING},
    {"aoba", "株式会社青葉商店", HIT_READING},
    {"nakam", "中村 一郎", HIT_READING},
    {"中村一郎", "中村 一郎", HIT_NAME},
    {"中村一", "中村 一郎", HIT_NAME},
    {"なかむらいちろう", "中村 一郎", HIT_NAME},
    {"nakamuraichi", "中村 一郎", HIT_READING},
    {"高橋", "髙橋電器", HIT_NAME},
    {"5678", "株式会社青葉商店", HIT_PHONE},
    {"２２２２", "中村 一郎", HIT_PHONE},
    {"234-5678", "株式会社青葉商店", HIT_PHONE},
    {"0112", "株式会社青葉商店", HIT_PHONE}, // as a caller's number is read off
    {"０１１２３４５", "株式会社青葉商店", HIT_PHONE},
    {"34567", "株式会社青葉商店", HIT_PHONE},
    {"011-23", "株式会社青葉商店", HIT_PHONE},
    {"0112-345", "株式会社青葉商店", HIT_PHONE},
    {"+81 11 234", "株式会社青葉商店", HIT_PHONE},
    {"(090) 1111", "中村 一郎", HIT_PHONE},
    {"T1", "扉が閉まらない", HIT_NAME}, // as a trouble is called
    {"ｔ１", "扉が閉まらない", HIT_NAME},
    {"バス停", "ﾊﾞｽ停の前、冬の棚について ABC を話した。次は図面", HIT_TEXT},
    {"ばす", "ﾊﾞｽ停の前、冬の棚について ABC を話した。次は図面", HIT_TEXT},
    {"ａｂｃ", "ﾊﾞｽ停の前、冬の棚について ABC を話した。次は図面", HIT_TEXT},
    {"冬の棚 図面", "ﾊﾞｽ停の前、冬の棚について ABC を話した。次は図面", HIT_TEXT},
};

static void what_was_typed_is_found(void **state)
{
    World *world = *state;
    for (size_t i = 0; i < sizeof hits / sizeof *hits; i++) {
        Hit *found = NULL;
        size_t count = 0;
        if (!search(world->store, hits[i].typed, NULL, 0, 10, world->arena, &found, &count,
                    &world->err))
            fail_msg("%s: %s", hits[i].typed, world->err.text);
        if (count == 0)
            fail_msg("“%s” finds nothing", hits[i].typed);
        assert_string_equal(found[0].name, hits[i].name);
        assert_int_equal(found[0].by, hits[i].by);
        assert_non_null(found[0].part);
    }
}

/// His only site is called as he is and was typed after him: he stands first all the same.
static void a_client_stands_before_his_site(void **state)
{
    World *world = *state;
    Client client;
    Site site;
    record_blank(&entity_client, &client, TODAY, world->arena);
    client.name = "北海酒販";
    record_blank(&entity_site, &site, TODAY, world->arena);
    site.client = world_put(world, &entity_client, 0, &client);
    site.name = "北海酒販";
    world_put(world, &entity_site, 0, &site);
    Hit *found = NULL;
    size_t count = 0;
    assert_true(
        search(world->store, "酒販", NULL, 0, 10, world->arena, &found, &count, &world->err));
    assert_int_equal(count, 2);
    assert_ptr_equal(found[0].kind, &entity_client);
    assert_ptr_equal(found[1].kind, &entity_site);
}

static void what_was_not_written_is_not_found(void **state)
{
    World *world = *state;
    static const char *const typed[] = {"葉青", "商店青", "x",          "",    "  ",
                                        "\"",   "OR",     "村中",       "青*", "5679",
                                        "0113", "01-13",  "11-23456789"};
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        Hit *found = NULL;
        size_t count = 9;
        assert_true(
            search(world->store, typed[i], NULL, 0, 10, world->arena, &found, &count, &world->err));
        if (count != 0)
            fail_msg("“%s” finds %s", typed[i], found[0].name);
    }
}

/// A long line is asked of the index by its beginning alone; its end counts all the same.
static void a_long_line_is_found_to_its_end(void **state)
{
    World *world = *state;
    char typed[] = "0123456789 abcdefghijklmnopqrstuvwxyz 9876543210 zyxwvutsrqponmlk end";
    Client client = a_client(world, "長い");
    Note note;
    Hit *found = NULL;
    size_t count = 0;
    record_blank(&entity_note, &note, TODAY, world->arena);
    note.on = world_put(world, &entity_client, 0, &client);
    note.text = arena_copy(world->arena, typed);
    world_put(world, &entity_note, 0, &note);
    for (int i = 0; i < 2; i++) {
        assert_true(
            search(world->store, typed, NULL, 0, 10, world->arena, &found, &count, &world->err));
        assert_int_equal(count, i == 0);
        typed[strlen(typed) - 1] = 'x';
    }
}

/// Each naming of a pair makes the index read all that it knows of it once more.
static void a_pair_that_comes_again_is_asked_for_once(void **state)
{
    World *world = *state;
    static const struct {
        const char *folded, *match;
    } rows[] = {
        {"0123012301230123", "\"012\" AND \"123\" AND \"230\" AND \"301\""},
        {"0000 00", "\"000\" AND \"00\""},
        {"k12-345", "\"k1\" AND \"12\" AND \"2-\" AND \"-3\" AND \"345\""},
        {"青葉 青葉 葉", "\"青葉\" AND \"葉\""},
        {"a\"a\"", "\"a\"\"\" AND \"\"\"a\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(grams_match(rows[i].folded, world->arena), rows[i].match);
}

static void a_hit_says_where_it_belongs(void **state)
{
    World *world = *state;
    Hit *found = NULL;
    size_t count = 0;
    assert_true(
        search(world->store, "図面", NULL, 0, 10, world->arena, &found, &count, &world->err));
    assert_string_equal(found[0].where, "株式会社青葉商店");
    assert_string_equal(found[0].part, "…BC を話した。次は図面");
    assert_true(
        search(world->store, "中村", NULL, 0, 10, world->arena, &found, &count, &world->err));
    assert_string_equal(found[0].where, "株式会社青葉商店");
}

static void an_edit_moves_what_is_found(void **state)
{
    World *world = *state;
    Client client = a_client(world, "古い名");
    Id id = world_put(world, &entity_client, 0, &client);
    client.name = "新しい名";
    world_put(world, &entity_client, id, &client);
    Hit *found = NULL;
    size_t count = 9;
    assert_true(
        search(world->store, "古い名", NULL, 0, 10, world->arena, &found, &count, &world->err));
    assert_int_equal(count, 0);
    assert_true(
        search(world->store, "新しい", NULL, 0, 10, world->arena, &found, &count, &world->err));
    assert_int_equal(count, 1);
}

static void run(World *world, const char *sql)
{
    assert_true(sql_exec(world->store, sql, "", &world->err));
}

static const char *all_texts(World *world)
{
    sqlite3_stmt *ask = NULL;
    assert_int_equal(
        sqlite3_prepare_v2(
            world->store->db,
            "SELECT group_concat(text, '|') FROM (SELECT text FROM search_text ORDER BY id)", -1,
            &ask, NULL),
        SQLITE_OK);
    assert_int_equal(sqlite3_step(ask), SQLITE_ROW);
    const char *ret = sql_copy(ask, 0, world->arena);
    sqlite3_finalize(ask);
    return ret;
}

/// The step that gave telephones a line of digits leaves what an edit would have written.
static void an_older_store_learns_the_digits_of_its_telephones(void **state)
{
    World *world = *state;
    Hit *found = NULL;
    size_t count = 0, step = 0;
    assert_true(search_now(world->store, &world->err));
    const char *texts = all_texts(world);
    assert_non_null(strstr(texts, "011-234-5678\n0112345678"));
    run(world, "UPDATE search_text SET text = replace(replace(text, char(10) || '0112345678', ''),"
               " char(10) || '09011112222', '')");
    assert_string_not_equal(all_texts(world), texts);
    while (strcmp(mawari_schema[step].name, "0073_digits") != 0)
        assert_true(++step < mawari_schema_count);
    run(world, (const char *)mawari_schema[step].text);
    assert_string_equal(all_texts(world), texts);
    assert_true(
        search(world->store, "0901111", NULL, 0, 10, world->arena, &found, &count, &world->err));
    assert_int_equal(count, 1);
}

static const struct {
    const Entity *kind;
    const char *written, *name;
} finds[] = {
    {&entity_client, "株式会社青葉商店", "株式会社青葉商店"},
    {&entity_client, "青葉商店", "株式会社青葉商店"},
    {&entity_client, "青葉", "株式会社青葉商店"},
    {&entity_client, "K-77", "株式会社青葉商店"},
    {&entity_client, "あおばしょうてん", "株式会社青葉商店"},
    {&entity_client, "アオバ", "株式会社青葉商店"},
    {&entity_client, "takahashi", "髙橋電器"},
    {&entity_client, "高橋電器", "髙橋電器"},
    {&entity_contact, "中村　一郎", "中村 一郎"},
    {&entity_contact, "中村一郎", "中村 一郎"},
    {&entity_contact, "自分", "Me"},
    {&entity_contact, "me", "Me"},
    {&entity_stage, "Answer", "Answer"},
};

static void records_are_found_as_people_write_them(void **state)
{
    World *world = *state;
    for (size_t i = 0; i < sizeof finds / sizeof *finds; i++) {
        Id id = 0;
        if (!record_find(world->store, &finds[i].kind, 1, finds[i].written, &id, &world->err))
            fail_msg("%s: %s", finds[i].written, world->err.text);
        RecordHead head;
        assert_true(record_head(world->store, id, world->arena, &head, &world->err));
        assert_string_equal(head.name, finds[i].name);
        char uid[9];
        memcpy(uid, head.uid, 8);
        uid[8] = '\0';
        Id same = 0;
        assert_true(record_find(world->store, &finds[i].kind, 1, uid, &same, &world->err));
        assert_int_equal(same, id);
    }
}

static void what_may_be_several_is_a_question(void **state)
{
    World *world = *state;
    Client client = a_client(world, "北海堂 本店");
    world_put(world, &entity_client, 0, &client);
    client.name = "北海堂 支店";
    world_put(world, &entity_client, 0, &client);
    const Entity *kind = &entity_client;
    Id id = 0;
    assert_false(record_find(world->store, &kind, 1, "北海堂", &id, &world->err));
    assert_int_equal(world->err.kind, ERR_INPUT);
    assert_non_null(strstr(world->err.text, "北海堂 本店"));
    assert_false(record_find(world->store, &kind, 1, "どこにもない", &id, &world->err));
    assert_int_equal(world->err.kind, ERR_NOT_FOUND);
}

static bool part(World *world, const Entity *kind, const char *written, Id *ret)
{
    return record_find_part(world->store, &kind, 1, written, ret, &world->err);
}

/// A part that only one name has is enough, of kinds with a reading and without; a number is no part.
static void a_part_of_a_name_is_enough_where_only_one_has_it(void **state)
{
    World *world = *state;
    Client client = a_client(world, "渡邊工務店 北支店");
    client.reading = "わたなべこうむてん";
    Id builder = world_put(world, &entity_client, 0, &client), id = 0;
    Meeting meeting;
    record_blank(&entity_meeting, &meeting, 20000, world->arena);
    meeting.title = "渡邊工務店 協力会";
    meeting.day = 20000;
    Id association = world_put(world, &entity_meeting, 0, &meeting);
    meeting.title = "第12回 研究会";
    meeting.remark = "協力会の後で"; // a text that holds it is no name
    world_put(world, &entity_meeting, 0, &meeting);
    assert_true(part(world, &entity_meeting, "協力会", &id) && id == association);
    assert_true(part(world, &entity_meeting, "渡辺 協力", &id) && id == association);
    assert_true(part(world, &entity_client, "工務店", &id) && id == builder);
    assert_true(part(world, &entity_client, "こうむ", &id) && id == builder);
    assert_false(part(world, &entity_meeting, "12", &id));
    assert_int_equal(world->err.kind, ERR_NOT_FOUND);
    assert_false(part(world, &entity_meeting, "会", &id));
    assert_int_equal(world->err.kind, ERR_INPUT);
    assert_non_null(strstr(world->err.text, "渡邊工務店 協力会"));
    assert_non_null(strstr(world->err.text, "第12回 研究会"));
    const Entity *kind = &entity_meeting;
    assert_false(record_find(world->store, &kind, 1, "協力会", &id, &world->err));
}

enum { MANY = 2100 }; // more than a search looks at

static void the_only_one_is_found_behind_many_that_mention_it(void **state)
{
    World *world = *state;
    Meeting meeting;
    Id id = 0;
    record_blank(&entity_meeting, &meeting, 20000, world->arena);
    meeting.title = "北の展示即売会";
    meeting.day = 20000;
    Id wanted = world_put(world, &entity_meeting, 0, &meeting);
    meeting.title = "朝の会";
    meeting.remark = "展示即売会の相談";
    for (int i = 0; i < MANY; i++)
        world_put(world, &entity_meeting, 0, &meeting);
    assert_true(part(world, &entity_meeting, "展示即売会", &id));
    assert_int_equal(id, wanted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_typed_is_found),
        cmocka_unit_test(a_client_stands_before_his_site),
        cmocka_unit_test(what_was_not_written_is_not_found),
        cmocka_unit_test(a_long_line_is_found_to_its_end),
        cmocka_unit_test(a_pair_that_comes_again_is_asked_for_once),
        cmocka_unit_test(a_hit_says_where_it_belongs),
        cmocka_unit_test(an_edit_moves_what_is_found),
        cmocka_unit_test(an_older_store_learns_the_digits_of_its_telephones),
        cmocka_unit_test(records_are_found_as_people_write_them),
        cmocka_unit_test(what_may_be_several_is_a_question),
        cmocka_unit_test(a_part_of_a_name_is_enough_where_only_one_has_it),
        cmocka_unit_test(the_only_one_is_found_behind_many_that_mention_it),
    };
    return cmocka_run_group_tests(tests, people_open, world_close);
}
