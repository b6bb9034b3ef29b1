// SPDX-License-Identifier: GPL-3.0-or-later
// Names and addresses made comparable: one width, one way of writing numbers, nothing optional.
#include "likeness_plain.h"

#include <stdbool.h>
#include <string.h>

#include "mawari/base/text.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static Letters letters_of(const char *text, Arena *arena)
{
    size_t left = strlen(text);
    Letters letters = {.codes = arena_array(arena, uint32_t, left + 1)};
    while (left > 0) {
        size_t used = text_next(text, left, &letters.codes[letters.count]);
        letters.count += letters.codes[letters.count] != ' ';
        text += used;
        left -= used;
    }
    return letters;
}

static bool starts(const Letters *letters, size_t at, const uint32_t *word, size_t *ret_size)
{
    size_t size = 0;
    for (; word[size] != 0; size++)
        if (at + size >= letters->count || letters->codes[at + size] != word[size])
            return false;
    *ret_size = size;
    return true;
}

/// The size of the first of `words` that stands at `at`; 0: none does.
static size_t any_at(const Letters *letters, size_t at, const uint32_t *const *words, size_t count)
{
    size_t size = 0;
    for (size_t i = 0; i < count && size == 0; i++)
        (void)starts(letters, at, words[i], &size);
    return size;
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/// Old small kana of place names: 松ヶ枝 is 松ケ枝.
static uint32_t same_sound(uint32_t code)
{
    return code == U'ゖ' ? U'け' : code;
}

Letters plain_name(const char *name, Arena *arena)
{
    static const uint32_t signs[] = {U'・', U',', U'.', U'-', U'、', U'\'', U'/', U'(', U')'};
    if (name == NULL)
        return (Letters){0};
    Letters letters = letters_of(text_company(name, arena), arena);
    size_t count = 0;
    for (size_t i = 0; i < letters.count; i++) {
        bool sign = false;
        for (size_t k = 0; k < COUNT(signs); k++)
            sign = sign || letters.codes[i] == signs[k];
        if (!sign)
            letters.codes[count++] = same_sound(letters.codes[i]);
    }
    letters.count = count;
    return letters;
}

/// 一 … 九; 0: it is none.
static uint32_t kanji_digit(uint32_t code)
{
    static const uint32_t digits[] = U"一二三四五六七八九";
    for (uint32_t i = 0; digits[i] != 0; i++)
        if (digits[i] == code)
            return i + 1;
    return 0;
}

/// 十一, 二十, 三: a number of one to ninety-nine in kanji. How many letters it takes, 0: none.
static size_t kanji_number(const Letters *letters, size_t at, uint32_t *ret)
{
    size_t size = 0;
    uint32_t tens = kanji_digit(letters->codes[at]), ones = 0;
    bool has_ten = false;
    if (tens > 0)
        size++;
    if (at + size < letters->count && letters->codes[at + size] == U'十') {
        has_ten = true;
        size++;
        if (at + size < letters->count && (ones = kanji_digit(letters->codes[at + size])) > 0)
            size++;
    }
    *ret = has_ten ? (tens > 0 ? tens : 1) * 10 + ones : tens;
    return size;
}

/// What divides the numbers of an address.
static const uint32_t *const dividers[] = {U"丁目", U"番地", U"番", U"号", U"条", U"線"};

/// Kanji numbers are numbers only beside a divider: 三条 and 番地三 are, 三笠 is not.
static size_t number_in_kanji(const Letters *letters, size_t at, bool behind_divider, uint32_t *ret)
{
    size_t size = kanji_number(letters, at, ret);
    bool before_divider = size > 0 && any_at(letters, at + size, dividers, COUNT(dividers)) > 0;
    return behind_divider || before_divider ? size : 0;
}

/// "丁目", "-", "の" and the like behind a number.
static size_t divider_at(const Letters *letters, size_t at)
{
    static const uint32_t *const lines[] = {U"-", U"ー", U"の", U"ノ", U"之"};
    size_t size = any_at(letters, at, dividers, COUNT(dividers));
    return size > 0 ? size : any_at(letters, at, lines, COUNT(lines));
}

static size_t prefecture_size(const Letters *letters)
{
    static const uint32_t *const whole[] = {U"北海道", U"東京都", U"大阪府", U"京都府"};
    size_t size = any_at(letters, 0, whole, COUNT(whole));
    for (size_t i = 2; size == 0 && i < 4 && i < letters->count; i++)
        if (letters->codes[i] == U'県')
            size = i + 1;
    return size;
}

static void put_number(Letters *out, uint32_t number)
{
    if (number >= 10)
        out->codes[out->count++] = '0' + number / 10;
    out->codes[out->count++] = '0' + number % 10;
}

/// Copies the letter, number or divider at `at` and returns where the next one stands.
static size_t copy_next(const Letters *letters, size_t at, Letters *out)
{
    static const uint32_t *const optional[] = {U"大字", U"字", U",", U"、"};
    uint32_t last = out->count > 0 ? out->codes[out->count - 1] : 0, number;
    size_t size = is_digit(last) || last == '-' ? divider_at(letters, at) : 0;
    if (size > 0) {
        if (last != '-')
            out->codes[out->count++] = '-';
        return at + size;
    }
    if ((size = any_at(letters, at, optional, COUNT(optional))) > 0)
        return at + size;
    if ((size = number_in_kanji(letters, at, last == '-', &number)) > 0) {
        put_number(out, number);
        return at + size;
    }
    out->codes[out->count++] = same_sound(letters->codes[at]);
    return at + 1;
}

static bool ends_in(const char *text, size_t size, const char *end)
{
    size_t length = strlen(end);
    return size >= length && memcmp(text + size - length, end, length) == 0;
}

/// A floor behind the block's number says where in the house: "…3番4号 2階", "…3-4 2F".
static void cut_floor(char *text)
{
    static const char *const floors[] = {"階", "f"}, *const before[] = {" ", "号", "番", "番地"};
    size_t size = strlen(text), end = size;
    for (size_t i = 0; i < COUNT(floors) && end == size; i++)
        if (ends_in(text, size, floors[i]))
            end = size - strlen(floors[i]);
    size_t digits = end;
    while (digits > 0 && is_digit((unsigned char)text[digits - 1]))
        digits--;
    for (size_t i = 0; i < COUNT(before) && end < size && digits < end; i++)
        if (ends_in(text, digits, before[i]))
            text[digits] = '\0';
}

Letters plain_address(const char *address, Arena *arena)
{
    if (address == NULL)
        return (Letters){0};
    char *folded = text_fold(address, arena);
    cut_floor(folded);
    Letters letters = letters_of(folded, arena);
    Letters out = {.codes = arena_array(arena, uint32_t, 2 * letters.count + 1)};
    for (size_t at = prefecture_size(&letters); at < letters.count;)
        at = copy_next(&letters, at, &out);
    if (out.count > 0 && out.codes[out.count - 1] == '-')
        out.count--;
    return out;
}
