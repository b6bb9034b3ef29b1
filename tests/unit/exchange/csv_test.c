// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of reading lists: cells, limits, character sets, headers.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/exchange/charset.h"
#include "mawari/exchange/csv.h"
#include "mawari/exchange/headers.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void cells_are_told_apart(void **state)
{
    static const struct {
        const char *text, *second;
        size_t count;
    } rows[] = {
        {"a,b,c\r\n", "b", 3},       {"a\tb,c\td\n", "b,c", 3},   {"a;b\r", "b", 2},
        {"a,\"b\n2\",c", "b\n2", 3}, {"a,\"b\"\"2\"", "b\"2", 2}, {"a,5\" b\n", "5\" b", 2},
        {"\n\na,b\n", "b", 2},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        Arena *arena = arena_open();
        CsvReader reader = csv_reader(rows[i].text, strlen(rows[i].text));
        CsvRecord record;
        bool end;
        assert_true(csv_next(&reader, arena, &record, &end, NULL));
        assert_int_equal(record.count, rows[i].count);
        assert_int_equal(record.cells[1].size, strlen(rows[i].second));
        assert_memory_equal(record.cells[1].bytes, rows[i].second, record.cells[1].size);
        arena_close(arena);
    }
}

static void an_open_quotation_mark_is_refused_with_its_place(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    const char text[] = "a,\"b\nc\n";
    CsvReader reader = csv_reader(text, strlen(text));
    CsvRecord record;
    bool end;
    Err err = {0};
    assert_false(csv_next(&reader, arena, &record, &end, &err));
    assert_string_equal(err.text, "line 1, column 2: a quotation mark is opened and never closed");
    arena_close(arena);
}

static void character_sets_are_told_apart(void **state)
{
    static const struct {
        const char *bytes;
        Charset charset;
    } rows[] = {
        {"name,tel\n", CHARSET_UTF8},
        {"\xE9\x9D\x92\xE8\x91\x89\xE5\x95\x86\xE5\xBA\x97", CHARSET_UTF8},
        {"\x90\xC2\x97\x74\x8F\xA4\x93\x58", CHARSET_CP932},
        {"\xC3\xB1\xC3\xB1\xC3\xB1", CHARSET_CP932},
        {"\xC3\x89"
         "cole",
         CHARSET_UTF8},
        {"\xE9\x9D\x92\xE8\x91\x89\x90", CHARSET_UTF8}, // one stray byte
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        Charset charset;
        size_t mark;
        assert_true(charset_guess(rows[i].bytes, strlen(rows[i].bytes), &charset, &mark, NULL));
        assert_int_equal(charset, rows[i].charset);
    }
}

static void the_hospitals_header_is_known(void **state)
{
    static const char *const headers[] = {"id",         "hospital_name", "開設者コード",
                                          "開　設　者", "phone_number",  "longtitude"};
    static const char *const known[] = {"code", "name", NULL, "name", "telephone", "longitude"};
    Known ret[COUNT(headers)];
    (void)state;
    headers_recognise(recipe_named("clients"), headers, COUNT(headers), ret);
    for (size_t i = 0; i < COUNT(headers); i++) {
        assert_int_equal(ret[i].kind == NULL, known[i] == NULL);
        if (known[i])
            assert_string_equal(ret[i].field->name, known[i]);
    }
    assert_string_equal(ret[3].kind->name, "client");
}

static void headers_of_office_lists_are_known(void **state)
{
    static const struct {
        const char *recipe, *header, *known;
    } rows[] = {
        {"clients", "会社名", "client.name"},
        {"clients", "得意先コード", "client.code"},
        {"clients", "顧客コード", "client.code"},
        {"clients", "顧客ｺｰﾄﾞ", "client.code"},
        {"clients", "施設名", "site.name"},
        {"clients", "フリガナ", "client.reading"},
        {"clients", "ﾌﾘｶﾞﾅ", "client.reading"},
        {"clients", "ふりがな", "client.reading"},
        {"clients", "担当者", "contact.name"},
        {"clients", "部署", "post.department"},
        {"clients", "役職", "post.title"},
        {"clients", "携帯", "contact.mobile"},
        {"clients", "メール", "contact.mail"},
        {"clients", "ﾒｰﾙｱﾄﾞﾚｽ", "contact.mail"},
        {"clients", "E-Mail", "contact.mail"},
        {"clients", "ランク", "client.rank"},
        {"clients", "ﾗﾝｸ", "client.rank"},
        {"clients", "締日", "client.closing_day"},
        {"clients", "締め日", "client.closing_day"},
        {"clients", "定休日", "client.closed_days"},
        {"clients", "緯度", "site.latitude"},
        {"clients", "経度", "site.longitude"},
        {"clients", "longtitude", "site.longitude"},
        {"clients", "Postal Code", "site.postal_code"},
        {"clients", "郵便番号（〒）", NULL},
        {"clients", "住 所", "site.address"},
        {"clients", "電話番号", "site.telephone"},
        {"clients", "TEL", "site.telephone"},
        {"clients", "備考", "client.remark"},
        {"clients", "部署名", "post.department"},
        {"clients", "役職名", "post.title"},
        {"clients", "肩書き", "post.title"},
        {"clients", "ご担当者様", "contact.name"},
        {"clients", "携帯電話番号", "contact.mobile"},
        {"clients", "Ｅメール", "contact.mail"},
        {"clients", "得意先ランク", "client.rank"},
        {"clients", "訪問サイクル", "client.cycle"},
        {"clients", "支払い日", "client.payment_day"},
        {"clients", "休診日", "client.closed_days"},
        {"clients", "住所１", "site.address"},
        {"clients", "備考欄", "client.remark"},
        {"clients", "血液型", NULL},
        {"contacts", "氏名", "contact.name"},
        {"contacts", "名前", "contact.name"},
        {"contacts", "カナ", "contact.reading"},
        {"contacts", "電話", "contact.telephone"},
        {"contacts", "得意先", "client.name"},
        {"visits", "訪問日", "visit.day"},
        {"visits", "日付", "visit.day"},
        {"visits", "得意先番号", "client.code"},
        {"visits", "訪問先", "client.name"},
        {"visits", "面談者", "contact.name"},
        {"visits", "商談内容", "visit.text"},
        {"visits", "報告", "visit.text"},
        {"sites", "施設名", "site.name"},
        {"sites", "client", "site.client"},
        {"holidays", "国民の祝日・休日名称", "holiday.name"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        Arena *arena = arena_open();
        Known known;
        headers_recognise(recipe_named(rows[i].recipe), &rows[i].header, 1, &known);
        const char *found = known.kind
                                ? arena_print(arena, "%s.%s", known.kind->name, known.field->name)
                                : "";
        if (strcmp(found, rows[i].known ? rows[i].known : "") != 0)
            fail_msg("%s in %s is “%s”", rows[i].header, rows[i].recipe, found);
        arena_close(arena);
    }
}

static void our_own_export_is_known_to_the_letter(void **state)
{
    static const char *const headers[] = {"uid",        "version",  "name",      "client",
                                          "client_uid", "latitude", "mawari why"};
    static const char *const special[] = {"uid", "version", NULL, NULL, "client_uid", NULL, NULL};
    Known ret[COUNT(headers)];
    (void)state;
    headers_recognise(recipe_named("sites"), headers, COUNT(headers), ret);
    for (size_t i = 0; i < COUNT(headers); i++) {
        assert_int_equal(ret[i].special != NULL, special[i] != NULL);
        if (special[i])
            assert_string_equal(ret[i].special, special[i]);
    }
    assert_string_equal(ret[4].field->name, "client");
    assert_null(ret[6].kind);
    headers_recognise(recipe_named("clients"), headers, COUNT(headers), ret);
    assert_null(ret[1].kind); // not of clients: an office's own list that has such words
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_told_apart),
        cmocka_unit_test(an_open_quotation_mark_is_refused_with_its_place),
        cmocka_unit_test(character_sets_are_told_apart),
        cmocka_unit_test(the_hospitals_header_is_known),
        cmocka_unit_test(headers_of_office_lists_are_known),
        cmocka_unit_test(our_own_export_is_known_to_the_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
