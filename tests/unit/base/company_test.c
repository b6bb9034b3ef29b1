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

int main(void)
{
    const struct CMUnitTest tests[] = {with_arena(the_legal_form_is_left_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
