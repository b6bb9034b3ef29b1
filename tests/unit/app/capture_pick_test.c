// SPDX-License-Identifier: GPL-3.0-or-later
// Which person and which promise a typed word means, out of candidates in rings.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/app/capture.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const PersonSeen people[] = {
    {.id = 1, .name = "中村 恵", .reading = "なかむら めぐみ", .title = "仕入課長", .ring = 0},
    {.id = 2, .name = "中村橋 修", .reading = "なかむらばし おさむ", .ring = 0},
    {.id = 3, .name = "佐藤 一", .reading = "さとう はじめ", .title = "係長", .ring = 0},
    {.id = 4, .name = "佐藤 二", .reading = "さとう じろう", .department = "購買", .ring = 0},
    {.id = 5, .name = "中村 次郎", .reading = "なかむら じろう", .ring = 1},
    {.id = 6, .name = "髙橋 進", .reading = "タカハシ ススム", .title = "部長", .ring = 2},
    {.id = 7, .name = "田中", .title = "社長", .ring = 1},
};

static void a_person_is_taken_from_the_nearest_ring(void **state)
{
    (void)state;
    static const struct {
        CapturePart typed;
        const char *ids;
    } picks[] = {
        {{.text = "中村"}, "1"}, // not 中村橋, and not the one of another site
        {{.text = "中村橋"}, "2"},
        {{.text = "なかむら"}, "1"},
        {{.text = "nakamura"}, "1"},
        {{.text = "ナカムラバシ"}, "2"},
        {{.text = "中村 恵"}, "1"},
        {{.text = "中村恵"}, "1"},
        {{.text = "次郎"}, ""},
        {{.text = "中村", .hint = "次郎"}, "5"},
        {{.text = "佐藤"}, "34"},
        {{.text = "佐藤", .title = "係長"}, "3"},
        {{.text = "佐藤", .title = "課長"}, "34"}, // promoted since: still both
        {{.text = "佐藤", .hint = "購買"}, "4"},
        {{.text = "佐藤", .hint = "営業"}, ""},
        {{.text = "高橋"}, "6"},
        {{.text = "takah"}, "6"},
        {{.title = "課長"}, "1"},
        {{.title = "社長"}, "7"},
        {{.title = "部長"}, ""}, // a title alone means nobody far away
        {{.hint = "購買"}, "4"},
        {{.text = "鈴木"}, ""},
    };
    Arena *arena = arena_open();
    for (size_t i = 0; i < COUNT(picks); i++) {
        char ids[16] = "";
        size_t *places, count = person_pick(people, COUNT(people), &picks[i].typed, arena, &places);
        for (size_t at = 0; at < count; at++)
            ids[at] = (char)('0' + people[places[at]].id);
        if (strcmp(ids, picks[i].ids) != 0)
            fail_msg("row %zu: %s, not %s", i, ids, picks[i].ids);
    }
    arena_close(arena);
}

static void a_promise_is_taken_by_its_words(void **state)
{
    (void)state;
    static const PromiseSeen promises[] = {
        {.id = 1, .what = "冬の棚 見積", .contact = 8},
        {.id = 2, .what = "鍵 2本", .contact = 8},
        {.id = 3, .what = "鍵", .contact = 9, .ring = 1},
        {.id = 4, .what = "図面 A", .contact = 8, .ring = 1},
        {.id = 5, .what = "図面 B", .contact = 9, .ring = 1},
        {.id = 6, .what = "Quote", .ring = 2},
    };
    static const struct {
        const char *typed;
        bool whole;
        Id contact;
        const char *ids;
    } picks[] = {
        {"見積", false, 0, "1"},  {"見積", true, 0, ""},    {"冬の棚見積", true, 0, "1"},
        {"鍵", false, 0, "2"},    {"図面", false, 0, "45"}, {"図面", false, 9, "5"},
        {"図面", false, 7, "45"}, {"ｑｕｏ", true, 0, "6"}, {"納品", false, 0, ""},
    };
    Arena *arena = arena_open();
    for (size_t i = 0; i < COUNT(picks); i++) {
        char ids[16] = "";
        size_t *places, count = promise_pick(promises, COUNT(promises), picks[i].typed,
                                             picks[i].whole, picks[i].contact, arena, &places);
        for (size_t at = 0; at < count; at++)
            ids[at] = (char)('0' + promises[places[at]].id);
        if (strcmp(ids, picks[i].ids) != 0)
            fail_msg("%s: %s, not %s", picks[i].typed, ids, picks[i].ids);
    }
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_person_is_taken_from_the_nearest_ring),
        cmocka_unit_test(a_promise_is_taken_by_its_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
