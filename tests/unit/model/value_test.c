// SPDX-License-Identifier: GPL-3.0-or-later
// What may be typed into each type of field, and what comes out of it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/model/kinds.h"
#include "mawari/model/value.h"

static const ValueContext context = {.today = 20781, .look = LOOK_FORWARD}; // Tue 24 Nov 2026

/// `plain` NULL: it is refused, and `text` stands in the sentence.
static const struct {
    const Entity *kind;
    const char *field, *typed, *plain, *shown;
} rows[] = {
    // texts
    {&entity_client, "name", " 青葉商店　", "青葉商店", "青葉商店"},
    {&entity_client, "name", "", "", ""},
    {&entity_client, "name", " None ", "", ""},
    {&entity_client, "name", "なし", "なし", "なし"}, // a text may say so
    {&entity_client, "name", "か\xe3\x82\x99", "が", "が"},
    {&entity_client, "name", "a\tb", NULL, "control character"},
    {&entity_client, "name", "a\nb", NULL, "a line break"},
    {&entity_client, "name", "a\x1b[31mb", NULL, "control character"},
    {&entity_client, "name",
     "a\x7f"
     "b",
     NULL, "control character"},
    {&entity_client, "name",
     "a\xc2\x9b"
     "31mb",
     NULL, "control character"},
    {&entity_client, "name", "a\xff", NULL, "UTF-8"},
    {&entity_client, "name", "a\u202eb", "a\u202eb", "a\u202eb"}, // bidi signs stay
    {&entity_client, "name", "a\u200bb", "a\u200bb", "a\u200bb"}, // so does what is zero wide
    {&entity_client, "remark", "a\r\nb\rc\td\n", "a\nb\nc\td", "a\nb\nc\td"},
    {&entity_client, "remark", "a\x01", NULL, "control character"},
    {&entity_client, "reading", "ｱｵﾊﾞ", "アオバ", "アオバ"},
    {&entity_client, "telephone", "０１１－２３１ー４５６７", "011-231-4567", "011-231-4567"},
    {&entity_client, "telephone", "(011)231-4567 内線12", "(011)231-4567 内線12",
     "(011)231-4567 内線12"},
    {&entity_client, "telephone", "不通", NULL, "011-231-4567"},
    // words
    {&entity_client, "rank", "Ａ", "A", "A"},
    {&entity_client, "rank", "s", "S", "S"},
    {&entity_client, "rank", "D", NULL, "right is S, A, B, C"},
    {&entity_client, "rank", "－", "", ""},
    {&entity_visit, "outcome", "面談", "met", "Met"},
    {&entity_visit, "outcome", "５", "reception", "Reception"},
    {&entity_visit, "outcome", "名刺置き", "card_left", "Card left"},
    {&entity_visit, "outcome", "ＷＥＢ面談", "video", "Video"},
    {&entity_visit, "outcome", "put off", "put_off", "Put off"},
    {&entity_commitment, "way", "メール", "mail", "Mail"},
    {&entity_ticket_line, "side", "Told", "told", "Client told"},
    // yes and no
    {&entity_contact, "key_person", "○", "yes", "yes"},
    {&entity_contact, "key_person", "◯", "yes", "yes"},
    {&entity_contact, "key_person", "有", "yes", "yes"},
    {&entity_contact, "key_person", "はい", "yes", "yes"},
    {&entity_contact, "key_person", "ＹＥＳ", "yes", "yes"},
    {&entity_contact, "key_person", "1", "yes", "yes"},
    {&entity_contact, "key_person", "×", "no", "no"},
    {&entity_contact, "key_person", "無", "no", "no"},
    {&entity_contact, "key_person", "なし", "no", "no"},
    {&entity_contact, "key_person", "いいえ", "no", "no"},
    {&entity_contact, "key_person", "none", "", ""},
    {&entity_contact, "key_person", "maybe", NULL, "yes or no"},
    // numbers
    {&entity_client, "cycle", "１４", "14", "every 14 days"},
    {&entity_client, "cycle", "14日", "14", "every 14 days"},
    {&entity_client, "cycle", "1", "1", "every day"},
    {&entity_client, "cycle", "2", "2", "every 2 days"},
    {&entity_client, "cycle", "730", "730", "every 730 days"},
    {&entity_client, "cycle", "0", NULL, "1 to 730"},
    {&entity_client, "cycle", "731", NULL, "1 to 730"},
    {&entity_client, "cycle", "-3", NULL, "1 to 730"},
    {&entity_client, "cycle", "２週", "14", "every 14 days"},
    {&entity_client, "cycle", "3週間ごと", "21", "every 21 days"},
    {&entity_client, "cycle", "2w", "14", "every 14 days"},
    {&entity_client, "cycle", "隔週", "14", "every 14 days"},
    {&entity_client, "cycle", "毎月", "30", "every 30 days"},
    {&entity_client, "cycle", "２ヶ月", "60", "every 60 days"},
    {&entity_client, "cycle", "105週", NULL, "1 to 730"},
    {&entity_client, "cycle", "2週x", NULL, "days, weeks or months: 14, 2w, 隔週"},
    {&entity_client, "cycle", "14x", NULL, "days, weeks or months: 14, 2w, 隔週"},
    {&entity_client, "cycle", "99999999999", NULL, "days, weeks or months: 14, 2w, 隔週"},
    {&entity_client, "cycle_window", "2週", NULL, "a number"},
    {&entity_client, "closing_day", "20日", "20", "20"},
    {&entity_client, "closing_day", "末日", "31", "month's end"},
    {&entity_client, "closing_day", "月末", "31", "month's end"},
    {&entity_client, "closing_day", "32", NULL, "1 to 31"},
    {&entity_client, "closing_day", "0", NULL, "1 to 31"},
    {&entity_stage, "place", "-1", NULL, "0 or more"},
    {&entity_leg, "fare", "¥1,200", "1200", "¥1,200"},
    {&entity_leg, "fare", "￥１，２００", "1200", "¥1,200"},
    {&entity_leg, "fare", "\\600", "600", "¥600"},
    {&entity_leg, "fare", "1200円", "1200", "¥1,200"},
    {&entity_leg, "fare", "1万", "10000", "¥10,000"},
    {&entity_leg, "fare", "１．５万円", "15000", "¥15,000"},
    {&entity_leg, "fare", "1万2千", "12000", "¥12,000"},
    {&entity_leg, "fare", "1億2345万6789", "123456789", "¥123,456,789"},
    {&entity_leg, "fare", "金1,200円也", "1200", "¥1,200"},
    {&entity_leg, "fare", "0", "0", "¥0"},
    {&entity_leg, "fare", "1.5", NULL, "an amount"},
    {&entity_leg, "fare", "2千1万", NULL, "an amount"},
    {&entity_leg, "fare", "30億", NULL, "an amount"},
    {&entity_leg, "fare", "1,20", NULL, "an amount"},
    {&entity_leg, "fare", "about 5", NULL, "an amount"},
    {&entity_leg, "fare", "1,200-", "1200", "¥1,200"},
    {&entity_leg, "fare", "-5", NULL, "an amount"},
    // what came back
    {&entity_sale, "yen", "-1,200", "-1200", "¥-1,200"},
    {&entity_sale, "yen", "－１２００円", "-1200", "¥-1,200"},
    {&entity_sale, "yen", "▲1200", "-1200", "¥-1,200"},
    {&entity_sale, "yen", "△¥1,200", "-1200", "¥-1,200"},
    {&entity_sale, "yen", "¥-1200", "-1200", "¥-1,200"},
    {&entity_sale, "yen", "(1,200)", "-1200", "¥-1,200"},
    {&entity_sale, "yen", "（1.5万）", "-15000", "¥-15,000"},
    {&entity_sale, "yen", "-2147483647", "-2147483647", "¥-2,147,483,647"},
    {&entity_sale, "yen", "-2147483648", NULL, "came back"},
    {&entity_sale, "yen", "(1200", NULL, "came back"},
    {&entity_sale, "yen", "1200)", NULL, "came back"},
    {&entity_sale, "yen", "--1200", NULL, "came back"},
    {&entity_sale, "yen", "(-1200)", NULL, "came back"},
    {&entity_sale, "yen", "1200-", NULL, "came back"}, // a minus to some, to others the end
    // positions
    {&entity_site, "latitude", "43.0686606", "43.068661", "43.068661"},
    {&entity_site, "latitude", "43°04′07″", "43.068611", "43.068611"},
    {&entity_site, "latitude", "４３度４分７秒", "43.068611", "43.068611"},
    {&entity_site, "latitude", "北緯43度04分07.2秒", "43.068667", "43.068667"},
    {&entity_site, "latitude", "43 04 07", "43.068611", "43.068611"},
    {&entity_site, "latitude", "43.5N", "43.500000", "43.500000"},
    {&entity_site, "latitude", "33.5 S", "-33.500000", "-33.500000"},
    {&entity_site, "latitude", "-33.5", "-33.500000", "-33.500000"},
    {&entity_site, "latitude", "90", "90.000000", "90.000000"},
    {&entity_site, "latitude", "90.000001", NULL, "-90 to 90"},
    {&entity_site, "latitude", "141.3508", NULL, "-90 to 90"},
    {&entity_site, "latitude", "43°61′", NULL, "degrees like"},
    {&entity_site, "latitude", "N43S", NULL, "degrees like"},
    {&entity_site, "latitude", "Sapporo", NULL, "degrees like"},
    {&entity_site, "longitude", "東経141.3508", "141.350800", "141.350800"},
    {&entity_site, "longitude", "-180", "-180.000000", "-180.000000"},
    {&entity_site, "longitude", "180.1", NULL, "-180 to 180"},
    // days and hours
    {&entity_commitment, "due", "fri", "2026-11-27", "Fri 27"},
    {&entity_commitment, "due", "金", "2026-11-27", "Fri 27"},
    {&entity_commitment, "due", "１２／４", "2026-12-04", "Fri 4 Dec"},
    {&entity_commitment, "due", "tomorrow", "2026-11-25", "Wed 25"},
    {&entity_commitment, "due", "月末", "2026-11-30", "Mon 30"},
    {&entity_commitment, "due", "30", "2026-11-30", "Mon 30"},
    {&entity_commitment, "due", "なし", "", ""},
    {&entity_commitment, "due", "13/1", NULL, "a day like 11/24"},
    {&entity_commitment, "due", "someday", NULL, "a day like 11/24"},
    {&entity_commitment, "due_at", "９時半", "09:30", "09:30"},
    {&entity_commitment, "due_at", "930", "09:30", "09:30"},
    {&entity_commitment, "due_at", "25:00", NULL, "an hour like"},
    {&entity_commitment, "minutes", "1h30", "90", "1h30"},
    {&entity_commitment, "minutes", "４５分", "45", "45m"},
    {&entity_commitment, "minutes", "25:00", NULL, "up to 24 hours"},
    {&entity_visit, "arrived", "2026-11-24 09:30", "2026-11-24T09:30:00Z", "Tue 24 09:30"},
    {&entity_visit, "arrived", "2026-11-24T09:30:15Z", "2026-11-24T09:30:15Z", "Tue 24 09:30"},
    {&entity_visit, "arrived", "10:05", "2026-11-24T10:05:00Z", "Tue 24 10:05"},
    {&entity_visit, "arrived", "yesterday", NULL, "a moment like"},
    // weekdays
    {&entity_client, "closed_days", "月火", "mon,tue", "Mon Tue"},
    {&entity_client, "closed_days", "月・火", "mon,tue", "Mon Tue"},
    {&entity_client, "closed_days", "月曜日、水曜", "mon,wed", "Mon Wed"},
    {&entity_client, "closed_days", "土日", "sat,sun", "Sat Sun"},
    {&entity_client, "closed_days", "日曜・祝日", "sun,hol", "Sun hol"},
    {&entity_client, "closed_days", "土日祝", "sat,sun,hol", "Sat Sun hol"},
    {&entity_client, "closed_days", "日", "sun", "Sun"},
    {&entity_client, "closed_days", "日曜日", "sun", "Sun"},
    {&entity_client, "closed_days", "毎週水曜日定休", "wed", "Wed"},
    {&entity_client, "closed_days", "月〜金", "mon,tue,wed,thu,fri", "Mon Tue Wed Thu Fri"},
    {&entity_client, "closed_days", "ＭＯＮ－ＷＥＤ", "mon,tue,wed", "Mon Tue Wed"},
    {&entity_client, "closed_days", "fri-mon", "mon,fri,sat,sun", "Mon Fri Sat Sun"},
    {&entity_client, "closed_days", "Mon, Thu", "mon,thu", "Mon Thu"},
    {&entity_client, "closed_days", "平日", "mon,tue,wed,thu,fri", "Mon Tue Wed Thu Fri"},
    {&entity_client, "closed_days", "無休", "never", "on no day"},
    {&entity_client, "closed_days", "なし", "", ""},
    {&entity_client, "closed_days", "第2水曜", NULL, "weekdays like"},
    {&entity_client, "closed_days", "月-", NULL, "weekdays like"},
    {&entity_client, "closed_days", "不定休", NULL, "weekdays like"},
    // references are found by name elsewhere
    {&entity_site, "client", "青葉", NULL, "name of a record"},
};

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

static void what_is_typed_is_understood_or_refused_with_what_is_right(void **state)
{
    Arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Field *field = entity_field(rows[i].kind, rows[i].field);
        Value value = value_whole(-77);
        Err err = {0};
        bool read = value_read(field, rows[i].typed, &context, arena, &value, &err);
        if (read != (rows[i].plain != NULL))
            fail_msg("%s “%s”: %s", rows[i].field, rows[i].typed, err.text);
        if (!read) {
            assert_int_equal(value.whole, -77);
            assert_int_equal(err.kind, ERR_INPUT);
            if (strstr(err.text, rows[i].shown) == NULL)
                fail_msg("“%s” lacks “%s”", err.text, rows[i].shown);
            continue;
        }
        const char *plain = value_plain(field, value, &context, arena);
        const char *shown = value_shown(field, value, &context, arena);
        if (strcmp(plain, rows[i].plain) != 0 || strcmp(shown, rows[i].shown) != 0)
            fail_msg("%s “%s”: %s, %s", rows[i].field, rows[i].typed, plain, shown);
    }
}

static void what_is_written_plainly_reads_back_as_the_same(void **state)
{
    Arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].plain == NULL)
            continue;
        const Field *field = entity_field(rows[i].kind, rows[i].field);
        Value first, second;
        assert_true(value_read(field, rows[i].typed, &context, arena, &first, NULL));
        const char *plain = value_plain(field, first, &context, arena);
        assert_true(value_read(field, plain, &context, arena, &second, NULL));
        assert_true(value_same(first, second));
    }
}

static void a_value_put_into_a_record_comes_out_again(void **state)
{
    Arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Field *field = entity_field(rows[i].kind, rows[i].field);
        void *record = arena_take(arena, rows[i].kind->size);
        Value value;
        if (!value_read(field, rows[i].typed, &context, arena, &value, NULL))
            continue;
        record_blank(rows[i].kind, record, context.today, arena);
        value_put(field, record, value, arena);
        assert_true(value_same(value_of(field, record), value));
    }
}

static void an_unknown_code_of_a_word_becomes_unknown(void **state)
{
    Client client = {.rank = RANK_A};
    const Field *rank = entity_field(&entity_client, "rank");
    value_put(rank, &client, value_text("Z"), arena_of(state));
    assert_int_equal(client.rank, NONE);
    client.rank = 99;
    assert_int_equal(value_of(rank, &client).kind, V_NONE);
}

static void texts_of_a_record_are_copies(void **state)
{
    char name[] = "青葉";
    Client client = {0};
    const Field *field = entity_field(&entity_client, "name");
    value_put(field, &client, value_text(name), arena_of(state));
    name[0] = '\0';
    assert_string_equal(client.name, "青葉");
}

static void none_is_last(void **state)
{
    (void)state;
    static const struct {
        Value a, b;
        int order;
    } pairs[] = {
        {{V_NONE, 0, NULL}, {V_NONE, 0, NULL}, 0},   {{V_NONE, 0, NULL}, {V_WHOLE, 5, NULL}, 1},
        {{V_TEXT, 0, "あ"}, {V_NONE, 0, NULL}, -1},  {{V_WHOLE, 4, NULL}, {V_WHOLE, 5, NULL}, -1},
        {{V_WHOLE, 5, NULL}, {V_WHOLE, 5, NULL}, 0}, {{V_TEXT, 0, "い"}, {V_TEXT, 0, "あ"}, 1},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        int order = value_compare(pairs[i].a, pairs[i].b);
        assert_int_equal((order > 0) - (order < 0), pairs[i].order);
        assert_int_equal(value_same(pairs[i].a, pairs[i].b), pairs[i].order == 0);
    }
}

static void json_has_types_of_its_own(void **state)
{
    static const struct {
        const Entity *kind;
        const char *field, *typed, *json;
    } members[] = {
        {&entity_client, "name", "A \"B\"", "\"name\":\"A \\\"B\\\"\""},
        {&entity_client, "name", "", "\"name\":null"},
        {&entity_client, "rank", "A", "\"rank\":\"A\""},
        {&entity_client, "cycle", "14", "\"cycle\":14"},
        {&entity_client, "closed_days", "土日", "\"closed_days\":\"sat,sun\""},
        {&entity_site, "latitude", "43.0686606", "\"latitude\":43.068661"},
        {&entity_contact, "key_person", "○", "\"key_person\":true"},
        {&entity_contact, "key_person", "×", "\"key_person\":false"},
        {&entity_commitment, "due", "11/27", "\"due\":\"2026-11-27\""},
        {&entity_commitment, "due_at", "9:30", "\"due_at\":\"09:30\""},
        {&entity_commitment, "minutes", "1:30", "\"minutes\":90"},
        {&entity_leg, "fare", "1万", "\"fare\":10000"},
    };
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        Arena *arena = arena_of(state);
        const Field *field = entity_field(members[i].kind, members[i].field);
        Value value;
        assert_true(value_read(field, members[i].typed, &context, arena, &value, NULL));
        Json json;
        json_start(&json, arena);
        json_open(&json, NULL, '{');
        value_json(&json, field, value, &context);
        json_close(&json, '}');
        const char *expected = arena_print(arena, "{%s}", members[i].json);
        assert_string_equal(buffer_text(&json.out), expected);
    }
}

static void moments_are_the_wall_clock_of_their_zone(void **state)
{
    Zone *tokyo;
    if (!zone_open("Asia/Tokyo", &tokyo, NULL))
        skip();
    const ValueContext there = {.today = 20781, .zone = tokyo};
    const Field *arrived = entity_field(&entity_visit, "arrived");
    Value value;
    assert_true(value_read(arrived, "10:05", &there, *state, &value, NULL));
    assert_int_equal(value.whole, (20781 * 24 + 1) * 3600 + 5 * 60); // nine hours before in UTC
    assert_string_equal(value_shown(arrived, value, &there, *state), "Tue 24 10:05");
    const char *plain = value_plain(arrived, value, &there, *state);
    assert_string_equal(plain, "2026-11-24T10:05:00+09:00");
    Value again;
    assert_true(value_read(arrived, plain, &there, *state, &again, NULL));
    assert_true(value_same(value, again));
    zone_close(tokyo);
}

static void due_fields_look_forward_and_logs_back(void **state)
{
    (void)state;
    assert_int_equal(field_look(entity_field(&entity_commitment, "due")), LOOK_FORWARD);
    assert_int_equal(field_look(entity_field(&entity_absence, "until")), LOOK_FORWARD);
    assert_int_equal(field_look(entity_field(&entity_commitment, "kept")), LOOK_BACK);
    assert_int_equal(field_look(entity_field(&entity_client, "last_visit")), LOOK_BACK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_typed_is_understood_or_refused_with_what_is_right),
        cmocka_unit_test(what_is_written_plainly_reads_back_as_the_same),
        cmocka_unit_test(a_value_put_into_a_record_comes_out_again),
        cmocka_unit_test(an_unknown_code_of_a_word_becomes_unknown),
        cmocka_unit_test(texts_of_a_record_are_copies),
        cmocka_unit_test(none_is_last),
        cmocka_unit_test(json_has_types_of_its_own),
        cmocka_unit_test(moments_are_the_wall_clock_of_their_zone),
        cmocka_unit_test(due_fields_look_forward_and_logs_back),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
