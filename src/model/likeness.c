// SPDX-License-Identifier: GPL-3.0-or-later
// Twins among companies and places: what must agree, and what may nearly agree.
#include "mawari/model/likeness.h"

#include <stdbool.h>
#include <string.h>

#include "likeness_plain.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

enum {
    LETTERS_MOST = 120, // what follows is not compared
    PHONE_LEAST = 6,    // digits; shorter ones are extensions
    PART_LEAST = 3,     // letters of a name that may stand for a longer one
    TAIL_LEAST = 6,     // letters of an address whose beginning is missing
    LONG_TEXT = 10,     // letters from which on two may differ
    SHORT_TEXT = 4,     // letters below which none may
};

typedef enum Agreement { UNKNOWN, DIFFERS, NEARLY, AGREES } Agreement;

/// The telephone up to an extension.
static const char *plain_phone(const char *phone, Arena *arena)
{
    static const char *const extensions[] = {"内線", "ext", "(内", "x"};
    if (phone == NULL)
        return "";
    char *folded = text_fold(phone, arena);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        char *extension = strstr(folded, extensions[i]);
        if (extension != NULL)
            *extension = '\0';
    }
    const char *digits = text_digits(folded, arena);
    return strlen(digits) < PHONE_LEAST ? "" : digits;
}

static bool ends_with(const Letters *whole, const Letters *end)
{
    return end->count <= whole->count && memcmp(whole->codes + whole->count - end->count,
                                                end->codes, end->count * sizeof *end->codes) == 0;
}

static bool is_equal(const Letters *a, const Letters *b)
{
    return a->count == b->count && ends_with(a, b);
}

static size_t least_of(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

static bool are_swapped(const Letters *a, const Letters *b, size_t i, size_t k)
{
    return i > 1 && k > 1 && a->codes[i - 1] == b->codes[k - 2] &&
           a->codes[i - 2] == b->codes[k - 1];
}

/// Letters to add, drop, change or swap with the next until both are the same (Levenshtein, with
/// Damerau's transpositions next to each other).
static size_t edit_distance(const Letters *a, const Letters *b)
{
    size_t rows[3][LETTERS_MOST + 1];
    size_t letters = a->count < LETTERS_MOST ? a->count : LETTERS_MOST;
    size_t columns = b->count < LETTERS_MOST ? b->count : LETTERS_MOST;
    for (size_t k = 0; k <= columns; k++)
        rows[0][k] = k;
    for (size_t i = 1; i <= letters; i++) {
        size_t *row = rows[i % 3], *above = rows[(i - 1) % 3], *higher = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t k = 1; k <= columns; k++) {
            size_t change = above[k - 1] + (a->codes[i - 1] != b->codes[k - 1]);
            row[k] = least_of(change, row[k - 1] + 1, above[k] + 1);
            if (are_swapped(a, b, i, k) && higher[k - 2] + 1 < row[k])
                row[k] = higher[k - 2] + 1;
        }
    }
    return rows[letters % 3][columns];
}

/// A typing error or two, by how long the shorter one is.
static bool is_mistyped(const Letters *a, const Letters *b)
{
    size_t shorter = a->count < b->count ? a->count : b->count;
    size_t longer = a->count < b->count ? b->count : a->count;
    size_t allowed = shorter < SHORT_TEXT ? 0 : shorter < LONG_TEXT ? 1 : 2;
    return longer - shorter <= allowed && edit_distance(a, b) <= allowed;
}

/// One is written with more before or behind it: 青葉商店 and 青葉商店札幌支店.
static bool is_part(const Letters *a, const Letters *b)
{
    const Letters *longer = a->count < b->count ? b : a, *shorter = longer == a ? b : a;
    return shorter->count >= PART_LEAST &&
           (ends_with(longer, shorter) ||
            memcmp(longer->codes, shorter->codes, shorter->count * sizeof *shorter->codes) == 0);
}

static Agreement names_agree(const Letters *a, const Letters *b)
{
    if (a->count == 0 || b->count == 0)
        return UNKNOWN;
    if (is_equal(a, b))
        return AGREES;
    return is_mistyped(a, b) || is_part(a, b) ? NEARLY : DIFFERS;
}

/// The same, or one without its city.
static Agreement addresses_agree(const Letters *a, const Letters *b)
{
    const Letters *longer = a->count < b->count ? b : a, *shorter = longer == a ? b : a;
    if (shorter->count == 0)
        return UNKNOWN;
    if (is_equal(a, b) || (shorter->count >= TAIL_LEAST && ends_with(longer, shorter)))
        return AGREES;
    const Letters tail = {longer->codes + (longer->count - shorter->count), shorter->count};
    bool near = is_mistyped(a, b) || (shorter->count >= TAIL_LEAST && is_mistyped(&tail, shorter));
    return near ? NEARLY : DIFFERS;
}

static Agreement phones_agree(const char *a, const char *b)
{
    if (*a == '\0' || *b == '\0')
        return UNKNOWN;
    return strcmp(a, b) == 0 ? AGREES : DIFFERS;
}

static Likeness judge(Agreement name, Agreement address, Agreement phone)
{
    if (name == AGREES && (address == AGREES || phone == AGREES))
        return LIKENESS_SAME;
    if (phone == AGREES || (name >= NEARLY && address >= NEARLY))
        return LIKENESS_DOUBTFUL;
    bool nothing_else = address == UNKNOWN && phone == UNKNOWN;
    return name == AGREES && nothing_else ? LIKENESS_DOUBTFUL : LIKENESS_OTHER;
}

Likeness likeness(const Looks *a, const Looks *b, Arena *arena)
{
    const Letters name_a = plain_name(a->name, arena), name_b = plain_name(b->name, arena);
    const Letters address_a = plain_address(a->address, arena);
    const Letters address_b = plain_address(b->address, arena);
    return judge(names_agree(&name_a, &name_b), addresses_agree(&address_a, &address_b),
                 phones_agree(plain_phone(a->telephone, arena), plain_phone(b->telephone, arena)));
}

typedef struct Keys {
    Arena *arena;
    char **texts;
    size_t count, room;
} Keys;

static void add_key(Keys *keys, char *key)
{
    keys->texts = arena_more(keys->arena, keys->texts, keys->count, &keys->room,
                             sizeof *keys->texts);
    keys->texts[keys->count++] = key;
}

/// `mark` and the first `count` letters.
static void add_letters(Keys *keys, const char *mark, const Letters *letters, size_t count)
{
    Buffer key = {.arena = keys->arena};
    buffer_add(&key, mark);
    for (size_t i = 0; i < count; i++) {
        char utf8[4];
        buffer_add_bytes(&key, utf8, text_put(letters->codes[i], utf8));
    }
    add_key(keys, key.text);
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/// The numbers of an address and the letter before them: what stays without its city.
static void add_numbers(Keys *keys, const Letters *address)
{
    Letters numbers = {.codes = arena_array(keys->arena, uint32_t, address->count + 1)};
    for (size_t i = 0; i < address->count; i++) {
        bool before = numbers.count == 0 && i + 1 < address->count &&
                      is_digit(address->codes[i + 1]);
        if (before || is_digit(address->codes[i]) || address->codes[i] == '-')
            numbers.codes[numbers.count++] = address->codes[i];
    }
    if (numbers.count > 0)
        add_letters(keys, "a:", &numbers, numbers.count);
}

/// One typing error spoils one key. No key is the beginning of a name: a chain's shops have it all.
size_t likeness_keys(const Looks *looks, Arena *arena, char ***ret)
{
    Keys keys = {.arena = arena};
    const char *phone = plain_phone(looks->telephone, arena);
    const char *postal = looks->postal_code == NULL ? "" : text_digits(looks->postal_code, arena);
    const Letters name = plain_name(looks->name, arena);
    const Letters address = plain_address(looks->address, arena);
    if (*phone != '\0')
        add_key(&keys, arena_print(arena, "t:%s", phone));
    if (name.count > 0)
        add_letters(&keys, "n:", &name, name.count);
    if (name.count > 0 && *postal != '\0')
        add_letters(&keys, arena_print(arena, "p:%s:", postal), &name, 1);
    add_numbers(&keys, &address);
    *ret = keys.texts;
    return keys.count;
}
