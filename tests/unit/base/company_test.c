// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of companies' names.
#include "fixture.h"

#include "mawari/base/text.h"

static void the_legal_form_is_left_out(void **state)
{
    static const struct {
        const char *name, *compared;
    } rows[] = {
        {"㈱みなと物産", "みなと物産"},
        {"株式会社 みなと物産", "みなと物産"},
        {"みなと物産（株）", "みなと物産"},
        {"みなと物産　株式會社", "みなと物産"},
        {"㍿ミナト物産", "みなと物産"},
        {"(有)渡邉商店", "渡辺商店"},
        {"医療法人社団 青葉会 北総合病院", "青葉会北総合病院"},
        {"社会医療法人　青葉会", "青葉会"},
        {"独立行政法人国立病院機構函館病院", "国立病院機構函館病院"},
        {"カフェ・ミモザ", "かふぇみもざ"},
        {"Minato Co., Ltd.", "minato"},
        {"MINATO CO.,LTD", "minato"},
        {"Minato Trading Inc.", "minatotrading"},
        {"Minato K.K.", "minato"},
        {"ミナトInc.", "みなと"},
        {"Disco", "disco"}, // "co" is no word here
        {"Inc.", "inc"},
        {"株式会社", "株式会社"}, // nothing else is there
        {"", ""},
        {"　", ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_string_equal(text_company(rows[i].name, *state), rows[i].compared);
}

static void in_a_narrow_column_a_legal_form_is_its_sign(void **state)
{
    static const struct {
        const char *name;
        int columns;
        const char *shown;
    } rows[] = {
        {"医療法人社団　朋仁会", 19, "医療法人社団　朋仁会"}, // it fits
        {"医療法人社団　朋仁会", 18, "(医)朋仁会"},
        {"社会医療法人社団カレスサッポロ", 20, "(医)カレスサッポロ"},
        {"社会福祉法人北海道社会事業協会", 20, "(福)北海道社会事業協会"}, // still too wide
        {"独立行政法人国立病院機構", 20, "(独)国立病院機構"},
        {"株式会社みなと物産", 12, "㈱みなと物産"},
        {"みなと物産株式会社", 12, "みなと物産㈱"},
        {"㈱みなと物産札幌支店", 12, "㈱みなと物産札幌支店"},
        {"市立函館病院附属看護学校", 12, "市立函館病院附属看護学校"}, // it has none
        {"医療法人社団", 4, "医療法人社団"},                          // nothing would be left
        {"Aoba Trading Co., Ltd.", 12, "Aoba Trading Co., Ltd."},
        {"", 0, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(text_company_fit(rows[i].name, rows[i].columns, *state), rows[i].shown);
}

static void a_branch_is_told_by_what_its_company_is_not(void **state)
{
    (void)state;
    static const struct {
        const char *branch, *company, *told;
    } rows[] = {
        {"医療法人杏医会　札幌呼吸器科病院", "医療法人杏医会", "札幌呼吸器科病院"},
        {"医療法人杏医会札幌呼吸器科病院", "医療法人杏医会", "札幌呼吸器科病院"},
        {"青葉商店 本店", "青葉商店", "本店"},
        {"青葉商店", "青葉商店", "青葉商店"},
        {"医療法人杏医会　", "医療法人杏医会", "医療法人杏医会　"},
        {"札幌市立病院", "札幌市", "札幌市立病院"},
        {"本店", "青葉商店", "本店"},
        {"本店", "", "本店"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(text_company_branch(rows[i].branch, rows[i].company), rows[i].told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(the_legal_form_is_left_out),
        with_arena(in_a_narrow_column_a_legal_form_is_its_sign),
        with_arena(a_branch_is_told_by_what_its_company_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
