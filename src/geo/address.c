// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese addresses as they are compared: one spelling for the many that people type.
#include "mawari/geo/address.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

enum { POSTAL_DIGITS = 7, LARGEST_NUMBER = 1000000, CHARACTER_BYTES = 4 };

/// What is left to read, and what was made of the rest.
typedef struct Reading {
    const char *rest;
    Buffer out;
} Reading;

static bool starts_with(const char *s, const char *start)
{
    return strncmp(s, start, strlen(start)) == 0;
}

/// The character at `s` and its bytes, 0 at the end. Not the whole rest is measured for it: a list of
/// strangers may hold a text of a megabyte.
static size_t character_at(const char *s, uint32_t *ret)
{
    size_t left = strnlen(s, CHARACTER_BYTES);
    return left ? text_next(s, left, ret) : 0;
}

/// The value of a kanji numeral, -1: it is none. The powers of ten are negative: -10, -100, -1000.
static int numeral(uint32_t code)
{
    static const uint32_t digits[] = {U'〇', U'一', U'二', U'三', U'四',
                                      U'五', U'六', U'七', U'八', U'九'};
    for (int i = 0; i < 10; i++)
        if (digits[i] == code)
            return i;
    switch (code) {
    case U'零':
        return 0;
    case U'十':
        return -10;
    case U'百':
        return -100;
    case U'千':
        return -1000;
    default:
        return -1;
    }
}

/// A run of kanji numerals, 二十四 or 二四, as digits. False: none stands here.
static bool take_numerals(Reading *reading)
{
    int64_t sum = 0, digits = 0;
    bool any = false, pending = false;
    for (;;) {
        uint32_t code;
        size_t used = character_at(reading->rest, &code);
        int value = used ? numeral(code) : -1;
        if (value == -1)
            break;
        any = true;
        if (value >= 0) {
            digits = digits < LARGEST_NUMBER ? digits * 10 + value : digits;
            pending = true;
        } else {
            sum += (pending ? digits : 1) * -value;
            digits = 0;
            pending = false;
        }
        reading->rest += used;
    }
    if (any)
        buffer_print(&reading->out, "%" PRId64, sum + digits);
    return any;
}

static bool ends_in_digit(const Buffer *out)
{
    return out->size > 0 && isdigit((unsigned char)out->text[out->size - 1]);
}

/// Spellings of one thing; `behind_number` only there.
typedef struct Spelling {
    const char *typed, *key;
    bool behind_number;
} Spelling;

static const Spelling spellings[] = {
    {" ", "", false},
    {"大字", "", false},
    {"字", "", false},
    {"丁目", "丁", true},
    {"番地の", "番", true},
    {"番地", "番", true},
    {"ヶ", "け", false},
    {"が", "け", false},
    {"の", "", false},
    {"之", "", false},
    {"乃", "", false},
    {"っ", "つ", false},
    {"ー", "-", false},
    {"‐", "-", false},
    {"丁", "丁", true},
    // what only names of places write in two ways
    {"薮", "藪", false},
    {"籔", "藪", false},
    {"龍", "竜", false},
    {"篭", "籠", false},
    {"壷", "壺", false},
    {"祗", "祇", false},
    {"諌", "諫", false},
    {"梼", "檮", false},
    {"當", "当", false},
    {"圖", "図", false},
    {"箇", "け", false},
};

static bool take_spelling(Reading *reading)
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        const Spelling *spelling = &spellings[i];
        if (!starts_with(reading->rest, spelling->typed) ||
            (spelling->behind_number && !ends_in_digit(&reading->out)))
            continue;
        buffer_add(&reading->out, spelling->key);
        reading->rest += strlen(spelling->typed);
        return true;
    }
    return false;
}

static void take_character(Reading *reading)
{
    uint32_t code;
    size_t used = character_at(reading->rest, &code);
    buffer_add_bytes(&reading->out, reading->rest, used);
    reading->rest += used;
}

/// Behind "〒060-0001", "0600001", where an address follows.
static const char *behind_postal_code(const char *s)
{
    const char *at = s + (starts_with(s, "〒") ? strlen("〒") : 0);
    size_t digits = 0;
    while (digits < POSTAL_DIGITS && (isdigit((unsigned char)*at) || (digits == 3 && *at == '-')))
        digits += isdigit((unsigned char)*at++) != 0;
    return digits == POSTAL_DIGITS && !isdigit((unsigned char)*at) ? at : s;
}

/// The length of a direction of the compass at `s`, 0: there is none.
static size_t direction(const char *s)
{
    static const char *const names[] = {"北", "南", "東", "西"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (starts_with(s, names[i]))
            return strlen(names[i]);
    return 0;
}

/// The length of a direction and its number at `s`: 北1; 0: there is none.
static size_t line_of_grid(const char *s)
{
    size_t name = direction(s), digits = name ? strspn(s + name, "0123456789") : 0;
    return digits ? name + digits : 0;
}

/// In 北1西3 two words are left out that the full form has.
static char *fill_grid(const char *key, Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_add(&out, "");
    while (*key) {
        size_t first = line_of_grid(key);
        size_t word = first && starts_with(key + first, "条") ? strlen("条") : 0;
        size_t second = first ? line_of_grid(key + first + word) : 0;
        size_t used = second ? first + word + second : first ? first : 1;
        if (second) {
            buffer_print(&out, "%.*s条%.*s", (int)first, key, (int)second, key + first + word);
            bool bare = *(key + used) == '\0' || *(key + used) == '-';
            buffer_add(&out, bare ? "丁" : "");
        } else {
            buffer_add_bytes(&out, key, used);
        }
        key += used;
    }
    return out.text;
}

char *address_key(const char *address, Arena *arena)
{
    Reading reading = {.out = {.arena = arena}};
    buffer_add(&reading.out, "");
    reading.rest = behind_postal_code(text_fold(address, arena));
    while (*reading.rest)
        if (!take_numerals(&reading) && !take_spelling(&reading))
            take_character(&reading);
    return fill_grid(reading.out.text, arena);
}
