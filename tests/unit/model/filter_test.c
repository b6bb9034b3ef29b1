// SPDX-License-Identifier: GPL-3.0-or-later
// The language of lists: each row is a filter and what was understood, written out.
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/base/buffer.h"
#include "mawari/model/filter.h"
#include "mawari/model/kinds.h"

static const Day today = 20781; // Tue 24 Nov 2026

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

static void write_value(Buffer *out, const FilterTerm *term, Value value)
{
    const ValueContext context = {.today = today};
    if (value.kind == V_TEXT)
        buffer_add(out, value.text);
    else if (value.kind == V_WHOLE)
        buffer_add(out, value_plain(term->field, value, &context, out->arena));
}

static void write_term(Buffer *out, const FilterTerm *term)
{
    static const char *const is[] = {"late", "today", "mine",     "theirs",  "waiting",
                                     "done", "draft", "slipping", "archived"};
    buffer_print(out, "%s%s", out->size > 0 ? " " : "", term->negated ? "-" : "");
    if (term->field != NULL)
        buffer_print(out, "%s", term->field->name);
    if (term->test == FILTER_IS)
        buffer_print(out, "is %s", is[term->is]);
    if (term->test == FILTER_NONE || term->test == FILTER_ANY)
        buffer_add(out, term->test == FILTER_NONE ? " none" : " any");
    if (term->test == FILTER_WORD || term->test == FILTER_ONE)
        for (size_t i = 0; i < term->count; i++) {
            buffer_add(out, i > 0 ? "|" : "=");
            write_value(out, term, term->values[i]);
        }
    if (term->test == FILTER_RANGE) {
        buffer_add(out, "[");
        write_value(out, term, term->low);
        buffer_add(out, ",");
        write_value(out, term, term->high);
        buffer_add(out, "]");
    }
}

static const char *written(const Filter *filter, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < filter->count; i++)
        write_term(&out, &filter->terms[i]);
    if (filter->sort != NULL)
        buffer_print(&out, " by %s%s", filter->descending ? "-" : "", filter->sort->name);
    return buffer_text(&out);
}

static void filters_are_understood(void **state)
{
    static const struct {
        const Entity *kind;
        const char *typed, *understood;
    } rows[] = {
        // the examples of the grammar
        {&entity_commitment, "due:..fri ball:me -is:done sort:slack",
         "due[,2026-11-27] ball=me -is done by latest"},
        {&entity_client, "rank:S,A seen:..-60d", "rank=S|A last_visit[,2026-09-25]"},
        // words
        {&entity_client, "", ""},
        {&entity_client, "   ", ""},
        {&entity_client, "青葉", "=青葉"},
        {&entity_client, "ＡＢＣ　アオバ", "=abc =あおば"},
        {&entity_client, "-青葉", "-=青葉"},
        {&entity_client, "\"青葉 商店\"", "=青葉 商店"},
        {&entity_commitment, "10:30", "=10:30"},
        // is
        {&entity_commitment, "is:late", "is late"},
        {&entity_commitment, "is:today is:mine", "is today is mine"},
        {&entity_commitment, "is:theirs -is:waiting", "is theirs -is waiting"},
        {&entity_commitment, "ｉｓ：遅れ", "is late"},
        {&entity_client, "is:archived", "is archived"},
        {&entity_holiday, "is:draft", "is draft"},
        // values
        {&entity_client, "rank:Ａ", "rank=A"},
        {&entity_client, "ランク:A", "rank=A"},
        {&entity_client, "Rank:a,b", "rank=A|B"},
        {&entity_client, "-rank:C", "-rank=C"},
        {&entity_client, "name:青葉", "name=青葉"},
        {&entity_client, "name:\"青葉 商店\"", "name=青葉 商店"},
        {&entity_client, "address:札幌", "address=札幌"},
        {&entity_client, "cycle:14", "cycle=14"},
        {&entity_client, "cycle:7..14", "cycle[7,14]"},
        {&entity_client, "cycle:14..", "cycle[14,]"},
        {&entity_client, "closing_day:末日", "closing_day=31"},
        {&entity_client, "open_mine:1..", "open_mine[1,]"},
        {&entity_commitment, "client:青葉,北都", "client=青葉|北都"},
        {&entity_commitment, "ball:自分", "ball=me"},
        {&entity_commitment, "due:none", "due none"},
        {&entity_commitment, "due:なし", "due none"},
        {&entity_commitment, "-due:any", "-due any"},
        {&entity_commitment, "due:today", "due=2026-11-24"},
        {&entity_commitment, "due:11/24..12/4", "due[2026-11-24,2026-12-04]"},
        {&entity_commitment, "due:月..金", "due[2026-11-23,2026-11-27]"}, // this week
        {&entity_visit, "day:mon..fri", "day[2026-11-23,2026-11-27]"},
        {&entity_commitment, "due:金..月", "due[2026-11-27,2026-11-30]"},
        {&entity_commitment, "due:..", NULL},
        {&entity_commitment, "kept:mon..", "kept[2026-11-23,]"}, // logs look back
        {&entity_visit, "outcome:面談,立ち話", "outcome=met|short_word"},
        {&entity_visit, "start:9:30..12:00", "start[09:30,12:00]"},
        {&entity_visit, "contact:me", "contact=me"},
        {&entity_visit, "day:-7d..today", "day[2026-11-17,2026-11-24]"},
        {&entity_contact, "key_person:○", "key_person=yes"},
        {&entity_contact, "key_person:なし", "key_person=no"},
        {&entity_ticket, "told:..-3d", "told_on[,2026-11-21]"},
        {&entity_commitment, "期日:..金 ボール:私", "due[,2026-11-27] ball=me"},
        {&entity_client, "最終訪問:..-60d", "last_visit[,2026-09-25]"},
        // order
        {&entity_client, "sort:name", " by name"},
        {&entity_client, "sort:-last_visit", " by -last_visit"},
        {&entity_client, "sort:ランク rank:S", "rank=S by rank"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Filter filter;
        Err err = {0};
        bool parsed = filter_parse(rows[i].kind, rows[i].typed, today, *state, &filter, &err);
        if (parsed != (rows[i].understood != NULL))
            fail_msg("%s: %s", rows[i].typed, err.text);
        if (parsed)
            assert_string_equal(written(&filter, *state), rows[i].understood);
    }
}

static void what_is_wrong_is_refused_with_what_is_right(void **state)
{
    static const struct {
        const Entity *kind;
        const char *typed, *said;
    } rows[] = {
        {&entity_client, "rnak:A", "There is no field “rnak”; there are is, sort, name, reading"},
        {&entity_client, "rnak:A", "last_visit"}, // derived ones too
        {&entity_client, "sort:-nothing", "There is no field “nothing”"},
        {&entity_client, "rank:D", "right is S, A, B, C"},
        {&entity_client, "rank:S..B", "needs days, hours or numbers"},
        {&entity_client, "rank:", "a value is missing"},
        {&entity_client, "rank:S,,B", "a value is missing"},
        {&entity_client, "cycle:..", "neither from nor to"},
        {&entity_client, "cycle:800", "1 to 730"},
        {&entity_commitment, "due:someday", "a day like"},
        {&entity_commitment, "due:..someday", "a day like"},
        {&entity_commitment, "is:tardy", "is:tardy is not known here; right are late, today, mine"},
        {&entity_client, "is:waiting", "right are late, today, slipping, draft, archived"},
        {&entity_contact, "key_person:maybe", "yes or no"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Filter filter = {.count = 77};
        Err err = {0};
        if (filter_parse(rows[i].kind, rows[i].typed, today, *state, &filter, &err))
            fail_msg("%s is taken", rows[i].typed);
        assert_int_equal(err.kind, ERR_USAGE);
        assert_int_equal(filter.count, 77);
        if (strstr(err.text, rows[i].said) == NULL)
            fail_msg("%s: “%s” lacks “%s”", rows[i].typed, err.text, rows[i].said);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filters_are_understood),
        cmocka_unit_test(what_is_wrong_is_refused_with_what_is_right),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
