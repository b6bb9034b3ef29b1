// SPDX-License-Identifier: GPL-3.0-or-later
// Twins: by hand, and 200 real hospitals written in other ways against 3,000 pairs of others.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hospitals.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/model/likeness.h"

enum { PAIRS = 200, NEIGHBOURS = 5 };

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

static void twins_are_the_same_doubtful_or_others(void **state)
{
    static const struct {
        Looks a, b;
        Likeness expected;
    } rows[] = {
        {{.name = "㈱青葉商店", .address = "札幌市北区北1条西2丁目3-4"},
         {.name = "株式会社 青葉商店", .address = "北海道札幌市北区北一条西２丁目３番４号"},
         LIKENESS_SAME},
        {{.name = "青葉商店", .telephone = "011-231-4567"},
         {.name = "(株)青葉商店", .telephone = "０１１（２３１）４５６７"},
         LIKENESS_SAME},
        {{.name = "青葉商店", .telephone = "011-231-4567"},
         {.name = "青葉商店", .telephone = "+81 11 231 4567"},
         LIKENESS_SAME},
        {{.name = "髙澤醫院", .address = "小樽市花園2-11-5"},
         {.name = "高沢医院", .address = "花園2丁目11番5号"},
         LIKENESS_SAME},
        {{.name = "アオバ", .telephone = "0112314567 内線12"},
         {.name = "ｱｵﾊﾞ", .telephone = "011-231-4567"},
         LIKENESS_SAME},
        {{.name = "青葉商店", .address = "札幌市北区北十一条西二十三丁目十番"},
         {.name = "青葉商店", .address = "札幌市北区北11条西23丁目10"},
         LIKENESS_SAME},
        {{.name = "青葉商店", .address = "神奈川県横浜市西区みなとみらい2-3"},
         {.name = "青葉商店", .address = "横浜市西区みなとみらい2丁目3番"},
         LIKENESS_SAME},
        {{.name = "青葉商店", .address = "三笠市幸町1-1"}, // 三笠 is a name
         {.name = "青葉商店", .address = "三笠市幸町一丁目1"},
         LIKENESS_SAME},
        {{.name = "青葉商店", .telephone = "011-231-4567"},
         {.name = "北都金属", .telephone = "011-231-4567"},
         LIKENESS_DOUBTFUL},
        {{.name = "青葉商店", .address = "札幌市北区北1条西2丁目3-4"},
         {.name = "青葉商店札幌支店", .address = "札幌市北区北1条西2丁目3-4"},
         LIKENESS_DOUBTFUL},
        {{.name = "青葉商店", .address = "札幌市北区北1条西2丁目3-4"},
         {.name = "青菜商店", .address = "札幌市北区北1条西2丁目3-4"},
         LIKENESS_DOUBTFUL},
        {{.name = "青葉商店"}, {.name = "㈲青葉商店"}, LIKENESS_DOUBTFUL},
        {{.name = "青葉商店"}, {.name = "青葉商会"}, LIKENESS_OTHER},
        {{.name = "青葉商店", .address = "札幌市北区北1条西2丁目3-4", .telephone = "011-231-4567"},
         {.name = "青葉商店", .address = "函館市川原町18-16", .telephone = "0138-51-6281"},
         LIKENESS_OTHER}, // branches
        {{.name = "青葉商店", .address = "札幌市北区北1条西2丁目3-4"},
         {.name = "北都金属", .address = "札幌市北区北1条西2丁目3-4"},
         LIKENESS_OTHER}, // in one building
        {{.name = NULL}, {.name = NULL}, LIKENESS_OTHER},
        {{.name = "", .address = ""}, {.name = "", .address = ""}, LIKENESS_OTHER},
        {{.name = "青葉商店", .telephone = "119"},
         {.name = "北都", .telephone = "119"},
         LIKENESS_OTHER},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Likeness forward = likeness(&rows[i].a, &rows[i].b, *state);
        if (forward != rows[i].expected)
            fail_msg("row %zu: %d", i, forward);
        assert_int_equal(likeness(&rows[i].b, &rows[i].a, *state), forward);
    }
}

static const char *widened(const char *text, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (; *text != '\0'; text++) {
        bool wide = *text > ' ' && *text <= '~';
        char utf8[4];
        size_t size = wide ? text_put((uint32_t)*text - '!' + 0xFF01, utf8) : 0;
        buffer_add_bytes(&out, wide ? utf8 : text, wide ? size : 1);
    }
    return buffer_text(&out);
}

/// One letter in the middle becomes another.
static const char *mistyped(const char *text, uint32_t random, Arena *arena)
{
    Buffer out = {.arena = arena};
    size_t left = strlen(text), letters = 0, at = 0;
    uint32_t code;
    for (size_t i = 0; i < left; i++)
        letters += (text[i] & 0xC0) != 0x80;
    size_t wrong = random % letters;
    for (; left > 0; at++) {
        size_t used = text_next(text, left, &code);
        if (at == wrong)
            buffer_add(&out, "誤");
        else
            buffer_add_bytes(&out, text, used);
        text += used;
        left -= used;
    }
    return buffer_text(&out);
}

static const char *without_city(const char *address)
{
    static const char *const ends[] = {"市", "郡", "町"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const char *end = strstr(address, ends[i]);
        if (end != NULL && strlen(end) > 18) // enough is left to know it by
            return end + strlen(ends[i]);
    }
    return address;
}

enum { WAYS = 11 };

/// Another way of writing the same place.
static Looks written_otherwise(Looks looks, size_t way, uint32_t random, Arena *arena)
{
    switch (way) {
    case 0:
        looks.name = widened(looks.name, arena);
        looks.address = widened(looks.address, arena);
        looks.telephone = widened(looks.telephone, arena);
        break;
    case 1:
        looks.name = replaced(looks.name, "医療法人社団", "（医）", arena);
        looks.name = replaced(looks.name, "医療法人", "", arena);
        break;
    case 2:
        looks.name = arena_print(arena, "㈱%s", looks.name);
        break;
    case 3:
        looks.name = replaced(looks.name, "病院", "　病院 ", arena);
        looks.address = replaced(looks.address, "市", "市 ", arena);
        break;
    case 4:
        looks.address = replaced(looks.address, "丁目", "ー", arena);
        looks.address = replaced(looks.address, "番", "－", arena);
        looks.address = replaced(looks.address, "号", "", arena);
        break;
    case 5:
        looks.address = replaced(looks.address, "丁目", "-", arena);
        looks.address = replaced(looks.address, "番地", "-", arena);
        break;
    case 6:
        looks.name = replaced(looks.name, "沢", "澤", arena);
        looks.name = replaced(looks.name, "医", "醫", arena);
        looks.address = replaced(looks.address, "広", "廣", arena);
        break;
    case 7:
        looks.name = mistyped(looks.name, random, arena);
        break;
    case 8:
        looks.address = mistyped(looks.address, random, arena);
        break;
    case 9:
        looks.address = without_city(looks.address);
        break;
    default:
        looks.address = arena_print(arena, "北海道%s", looks.address);
        looks.telephone = replaced(looks.telephone, "-", "", arena);
        break;
    }
    return looks;
}

/// Two ways at once, at most one of them a typing error; every third has no telephone.
static Looks twin_of(const Looks *looks, size_t number, uint32_t *random, Arena *arena)
{
    size_t first = number % WAYS, second = next_random(random) % 7;
    Looks twin = written_otherwise(*looks, first, next_random(random), arena);
    twin = written_otherwise(twin, second, 0, arena);
    if (number % 3 == 0)
        twin.telephone = NULL;
    else if (number % 3 == 1)
        twin.telephone = arena_print(arena, "(%s)", replaced(twin.telephone, "-", ")", arena));
    if (number % 2 == 0)
        twin.postal_code = NULL;
    return twin;
}

static void hospitals_written_otherwise_are_known_and_others_are_not_taken_for_them(void **state)
{
    static Looks all[HOSPITALS_MOST];
    size_t count = hospitals(*state, all);
    if (count == 0)
        skip();
    uint32_t random = 574;
    size_t known = 0, mistaken = 0;
    for (size_t i = 0; i < PAIRS; i++) {
        const Looks *looks = &all[i * count / PAIRS];
        const Looks twin = twin_of(looks, i, &random, *state);
        bool is_known = likeness(looks, &twin, *state) != LIKENESS_OTHER;
        known += is_known;
        if (!is_known)
            print_message("missed: %s, %s / %s, %s\n", looks->name, looks->address, twin.name,
                          twin.address);
    }
    for (size_t i = 0; i + NEIGHBOURS < count; i++)
        for (size_t k = 1; k <= NEIGHBOURS; k++)
            mistaken += likeness(&all[i], &all[i + k], *state) != LIKENESS_OTHER;
    print_message("%zu of %d known, %zu mistaken\n", known, PAIRS, mistaken);
    assert_true(known * 100 >= 95 * PAIRS);
    assert_true(known * 100 >= 98 * (known + mistaken));
}

typedef struct Keys {
    char **texts;
    size_t count;
} Keys;

static Keys keys_of(const Looks *looks, Arena *arena)
{
    Keys keys;
    keys.count = likeness_keys(looks, arena, &keys.texts);
    return keys;
}

static bool share_a_key(const Keys *a, const Keys *b)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            if (strcmp(a->texts[i], b->texts[k]) == 0)
                return true;
    return false;
}

static void twins_meet_under_a_key(void **state)
{
    static Looks all[HOSPITALS_MOST];
    size_t count = hospitals(*state, all);
    if (count == 0)
        skip();
    uint32_t random = 574;
    size_t met = 0;
    for (size_t i = 0; i < PAIRS; i++) {
        const Looks *looks = &all[i * count / PAIRS];
        const Looks twin = twin_of(looks, i, &random, *state);
        const Keys keys = keys_of(looks, *state), twins = keys_of(&twin, *state);
        met += share_a_key(&keys, &twins);
    }
    assert_true(met * 100 >= 99 * PAIRS);
}

static void few_others_meet_under_a_key(void **state)
{
    static Looks all[HOSPITALS_MOST];
    static Keys keys[HOSPITALS_MOST];
    size_t count = hospitals(*state, all), met = 0;
    if (count == 0)
        skip();
    for (size_t i = 0; i < count; i++) {
        keys[i] = keys_of(&all[i], *state);
        for (size_t k = 0; k < i; k++)
            met += share_a_key(&keys[i], &keys[k]);
    }
    print_message("%zu pairs of %zu\n", met, count);
    assert_true(met * 10 < count);
}

static void what_is_unknown_has_no_keys(void **state)
{
    const Looks nothing = {0}, empty = {"", "", "", ""};
    char **keys;
    assert_int_equal(likeness_keys(&nothing, *state, &keys), 0);
    assert_int_equal(likeness_keys(&empty, *state, &keys), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twins_are_the_same_doubtful_or_others),
        cmocka_unit_test(hospitals_written_otherwise_are_known_and_others_are_not_taken_for_them),
        cmocka_unit_test(twins_meet_under_a_key),
        cmocka_unit_test(few_others_meet_under_a_key),
        cmocka_unit_test(what_is_unknown_has_no_keys),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
