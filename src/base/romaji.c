// SPDX-License-Identifier: GPL-3.0-or-later
// Romaji, however it is spelt, as the hiragana it may stand for.
#include "mawari/base/romaji.h"

#include <stdbool.h>
#include <string.h>

#include "mawari/base/text.h"

enum { READINGS = 32, LETTERS = 48, STEPS = 4000, KANA_BYTES = LETTERS * 3 + 16, OPTIONS = 16 };

static const char vowels[] = "aiueo";

/// What a beginning gives with each vowel. Where it says two things, it stands twice.
typedef struct Row {
    const char *letters, *kana[5];
} Row;

static const Row rows[] = {
    {"", {"あ", "い", "う", "え", "お"}},           {"k", {"か", "き", "く", "け", "こ"}},
    {"s", {"さ", "し", "す", "せ", "そ"}},          {"t", {"た", "ち", "つ", "て", "と"}},
    {"n", {"な", "に", "ぬ", "ね", "の"}},          {"h", {"は", "ひ", "ふ", "へ", "ほ"}},
    {"m", {"ま", "み", "む", "め", "も"}},          {"y", {"や", NULL, "ゆ", "いぇ", "よ"}},
    {"r", {"ら", "り", "る", "れ", "ろ"}},          {"w", {"わ", "うぃ", NULL, "うぇ", "を"}},
    {"g", {"が", "ぎ", "ぐ", "げ", "ご"}},          {"z", {"ざ", "じ", "ず", "ぜ", "ぞ"}},
    {"z", {NULL, "ぢ", "づ", NULL, NULL}},          {"d", {"だ", "ぢ", "づ", "で", "ど"}},
    {"b", {"ば", "び", "ぶ", "べ", "ぼ"}},          {"p", {"ぱ", "ぴ", "ぷ", "ぺ", "ぽ"}},
    {"c", {"か", "し", "く", "せ", "こ"}},          {"c", {NULL, "ち", NULL, NULL, NULL}},
    {"f", {"ふぁ", "ふぃ", "ふ", "ふぇ", "ふぉ"}},  {"j", {"じゃ", "じ", "じゅ", "じぇ", "じょ"}},
    {"j", {"ぢゃ", "ぢ", "ぢゅ", NULL, "ぢょ"}},    {"v", {"ゔぁ", "ゔぃ", "ゔ", "ゔぇ", "ゔぉ"}},
    {"sh", {"しゃ", "し", "しゅ", "しぇ", "しょ"}}, {"ch", {"ちゃ", "ち", "ちゅ", "ちぇ", "ちょ"}},
    {"ts", {"つぁ", "つぃ", "つ", "つぇ", "つぉ"}}, {"dz", {NULL, NULL, "づ", NULL, NULL}},
    {"ky", {"きゃ", NULL, "きゅ", NULL, "きょ"}},   {"sy", {"しゃ", NULL, "しゅ", "しぇ", "しょ"}},
    {"ty", {"ちゃ", NULL, "ちゅ", "ちぇ", "ちょ"}}, {"cy", {"ちゃ", NULL, "ちゅ", "ちぇ", "ちょ"}},
    {"ny", {"にゃ", NULL, "にゅ", NULL, "にょ"}},   {"hy", {"ひゃ", NULL, "ひゅ", NULL, "ひょ"}},
    {"my", {"みゃ", NULL, "みゅ", NULL, "みょ"}},   {"ry", {"りゃ", NULL, "りゅ", NULL, "りょ"}},
    {"gy", {"ぎゃ", NULL, "ぎゅ", NULL, "ぎょ"}},   {"zy", {"じゃ", NULL, "じゅ", "じぇ", "じょ"}},
    {"jy", {"じゃ", NULL, "じゅ", "じぇ", "じょ"}}, {"dy", {"ぢゃ", NULL, "ぢゅ", NULL, "ぢょ"}},
    {"by", {"びゃ", NULL, "びゅ", NULL, "びょ"}},   {"py", {"ぴゃ", NULL, "ぴゅ", NULL, "ぴょ"}},
    {"th", {NULL, "てぃ", NULL, NULL, NULL}},       {"dh", {NULL, "でぃ", "でゅ", NULL, NULL}},
};

/// One way to go on: the kana of the next `used` letters.
typedef struct Option {
    const char *kana;
    size_t used;
} Option;

typedef struct Options {
    Option items[OPTIONS];
    size_t count;
} Options;

typedef struct Speller {
    Arena *arena;
    char **readings;
    size_t count, steps;
} Speller;

static void offer(Options *options, size_t used, const char *kana)
{
    if (options->count < OPTIONS)
        options->items[options->count++] = (Option){kana, used};
}

static bool is_vowel(char c)
{
    return c && strchr(vowels, c);
}

/// Whether a consonant may stand before it within one syllable.
static bool goes_on(char c)
{
    return is_vowel(c) || c == 'y';
}

/// A beginning finds longer readings too: しゃ need not be offered beside し.
static bool is_covered(const Row *row, size_t vowel)
{
    for (size_t i = 0; i < 5; i++)
        if (i != vowel && row->kana[i] && strlen(row->kana[i]) < strlen(row->kana[vowel]) &&
            strncmp(row->kana[vowel], row->kana[i], strlen(row->kana[i])) == 0)
            return true;
    return false;
}

/// A last lone consonant stands for its whole row.
static void offer_row(Options *options, const Row *row, size_t used)
{
    for (size_t vowel = 0; vowel < 5; vowel++)
        if (row->kana[vowel] && !is_covered(row, vowel))
            offer(options, used, row->kana[vowel]);
}

static void offer_syllables(Options *options, const char *at)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t size = strlen(rows[i].letters);
        if (strncmp(at, rows[i].letters, size) != 0)
            continue;
        char next = at[size];
        if (!next && size > 0)
            offer_row(options, &rows[i], size);
        else if (is_vowel(next) && rows[i].kana[strchr(vowels, next) - vowels])
            offer(options, size + 1, rows[i].kana[strchr(vowels, next) - vowels]);
    }
}

/// ん: nn, n', n before a consonant; also m before b, p, m (homma), and n before i and y (junichi).
/// It begins no word and follows no other ん.
static void offer_n(Options *options, const char *at, char before)
{
    if (!is_vowel(before) && before != '-')
        return;
    bool m = at[0] == 'm' && at[1] && strchr("bpm", at[1]);
    if (at[0] != 'n' && !m)
        return;
    if (at[1] == '\'')
        offer(options, 2, "ん");
    else if (!is_vowel(at[1]) || at[1] == 'i')
        offer(options, 1, "ん");
    if (at[0] == 'n' && at[1] == 'n')
        offer(options, 2, "ん");
}

/// ō is written ou, oo or oh, and read おう or おお.
static bool offer_long_o(Options *options, const char *at, char before)
{
    bool h = at[0] == 'h' && !goes_on(at[1]);
    if (before != 'o' || (at[0] != 'u' && at[0] != 'o' && !h))
        return false;
    if (h)
        offer_syllables(options, at);
    offer(options, 1, at[0] == 'o' ? "お" : "う");
    offer(options, 1, at[0] == 'o' ? "う" : "お");
    return true;
}

static void offer_all(Options *options, const char *at, char before)
{
    if (offer_long_o(options, at, before))
        return;
    if (*at == ' ' || *at == '-')
        offer(options, 1, *at == ' ' ? " " : "ー");
    bool doubled = (at[0] == at[1] && !is_vowel(*at) && !strchr("nm -'", *at)) ||
                   (at[0] == 't' && at[1] == 'c');
    if (doubled)
        offer(options, 1, "っ");
    offer_syllables(options, at);
    offer_n(options, at, before);
}

static void keep(Speller *speller, const char *kana)
{
    for (size_t i = 0; i < speller->count; i++)
        if (strcmp(speller->readings[i], kana) == 0)
            return;
    speller->readings[speller->count++] = arena_copy(speller->arena, kana);
}

/// Spells what is left at `at`; the kana so far end at `size`. The likeliest come first.
static void spell(Speller *speller, const char *at, char before, char *kana, size_t size)
{
    if (*at == '\0') {
        keep(speller, kana);
        return;
    }
    Options options = {0};
    offer_all(&options, at, before);
    for (size_t i = 0; i < options.count; i++) {
        const Option *option = &options.items[i];
        if (speller->count == READINGS || ++speller->steps > STEPS)
            return;
        strcpy(kana + size, option->kana);
        char last = at[option->used - 1];
        spell(speller, at + option->used, last, kana, size + strlen(option->kana));
    }
}

/// ā ī ū ē ō, with a bar or a hat, as letters. False when something is no romaji.
static bool plain_letters(const char *folded, char ret[LETTERS + 1])
{
    static const struct {
        uint32_t code;
        const char *letters;
    } longs[] = {
        {0x101, "aa"}, {0x12B, "ii"}, {0x16B, "uu"}, {0x113, "ei"}, {0x14D, "ou"}, {0xE2, "aa"},
        {0xEE, "ii"},  {0xFB, "uu"},  {0xEA, "ei"},  {0xF4, "ou"},  {0x30FC, "-"}, {0x2019, "'"},
    };
    size_t size = 0;
    *ret = '\0';
    for (size_t left = strlen(folded); left > 0;) {
        uint32_t code;
        size_t used = text_next(folded, left, &code), i = 0;
        char letter[2] = {(char)code};
        while (i < sizeof longs / sizeof *longs && longs[i].code != code)
            i++;
        const char *letters = i < sizeof longs / sizeof *longs ? longs[i].letters : letter;
        if ((letters == letter && code >= 0x80) || size + strlen(letters) > LETTERS)
            return false;
        size += strlen(strcpy(ret + size, letters));
        folded += used;
        left -= used;
    }
    return true;
}

size_t romaji_readings(const char *romaji, Arena *arena, char ***ret)
{
    char letters[LETTERS + 1], kana[KANA_BYTES] = "";
    if (!plain_letters(text_fold(romaji, arena), letters) || !*letters)
        return 0;
    Speller speller = {.arena = arena, .readings = arena_array(arena, char *, READINGS)};
    spell(&speller, letters, '\0', kana, 0);
    if (speller.count > 0)
        *ret = speller.readings;
    return speller.count;
}
