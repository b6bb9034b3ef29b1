// SPDX-License-Identifier: GPL-3.0-or-later
// Marks: a sign or a word at the start of a word, with something behind it.
#include "capture_inside.h"

static const struct {
    CaptureKind kind;
    uint32_t sign;
    const char *words[2]; // in its place, followed by a blank or a colon
} marks[] = {
    {CAPTURE_PERSON, '@', {NULL}},        {CAPTURE_MINE, '+', {"約束"}},
    {CAPTURE_THEIRS, '-', {"先方"}},      {CAPTURE_DONE, '*', {"済"}},
    {CAPTURE_ORDER, '$', {"受注"}},       {CAPTURE_LOAN, '<', {"貸出", "lend"}},
    {CAPTURE_TROUBLE, '!', {"トラブル"}}, {CAPTURE_RIVAL, 0, {"他社", "vs"}},
    {CAPTURE_PRICE, YEN_SIGN, {"指値"}},  {CAPTURE_OFFER, '#', {"商品"}},
    {CAPTURE_NEXT, '>', {"次回"}},
};
enum { MARKS = sizeof marks / sizeof *marks, WORDS = sizeof marks->words / sizeof *marks->words };

/// The sign that the letter counts as: the long vowel mark is the hyphen of kana keyboards.
static uint32_t sign_of(uint32_t code)
{
    return code == U'ー' || code == 0xFF70 || code == 0x2212 ? '-' : code; // ｰ −
}

static size_t row_of_sign(uint32_t code)
{
    size_t row = 0;
    while (row < MARKS && (code == 0 || marks[row].sign != sign_of(code)))
        row++;
    return row;
}

bool capture_doubled(const CaptureLine *line, size_t at)
{
    uint32_t code = line->letters[at].code;
    return row_of_sign(code) < MARKS && sign_of(line->letters[at + 1].code) == sign_of(code);
}

static bool is_something(const CaptureLine *line, size_t at)
{
    return !capture_is_blank(line->letters[at].code) && !capture_is_end(line->letters[at].code);
}

/// ＜至急＞ is a word in brackets.
static bool is_bracket(const CaptureLine *line, size_t at)
{
    for (size_t end = capture_word_end(line, at); at < end; at++)
        if (line->letters[at].code == '>')
            return true;
    return false;
}

static CaptureMark mark_of(CaptureKind kind, size_t body)
{
    return (CaptureMark){.kind = kind, .body = body, .part = capture_blank(kind)};
}

static bool has_sign(const CaptureLine *line, size_t at, CaptureMark *ret)
{
    size_t row = row_of_sign(line->letters[at].code);
    if (row == MARKS || capture_doubled(line, at) || !is_something(line, at + 1) ||
        (marks[row].kind == CAPTURE_LOAN && is_bracket(line, at)))
        return false;
    *ret = mark_of(marks[row].kind, at + 1);
    ret->glued = true;
    return true;
}

/// What stands behind a word in place of a sign: not another mark.
static bool has_content(const CaptureLine *line, size_t at)
{
    CaptureMark other;
    return is_something(line, at) && !has_sign(line, at, &other);
}

static bool is_word(const CaptureLine *line, size_t at, CaptureKind kind, const char *word,
                    CaptureMark *ret)
{
    size_t past;
    if (!word || !capture_has(line, at, word, &past))
        return false;
    size_t body = past + (line->letters[past].code == ':');
    body = capture_past_blanks(line, body);
    // A price below nothing begins with the sign of their promises.
    bool content = kind == CAPTURE_PRICE ? is_something(line, body) : has_content(line, body);
    if (body == past || !content)
        return false;
    *ret = mark_of(kind, body);
    return true;
}

static bool has_word(const CaptureLine *line, size_t at, CaptureMark *ret)
{
    for (size_t row = 0; row < MARKS; row++)
        for (size_t i = 0; i < WORDS; i++)
            if (is_word(line, at, marks[row].kind, marks[row].words[i], ret))
                return true;
    return false;
}

/// Marks whose content has one form only are marks only with it.
static bool is_whole(const CaptureLine *line, CaptureMark *mark)
{
    bool whole = mark->kind == CAPTURE_PRICE || mark->kind == CAPTURE_NEXT;
    if (!whole)
        return true;
    return mark->kind == CAPTURE_PRICE ? capture_price(line, mark->body, &mark->part, &mark->past)
                                       : capture_next(line, mark->body, &mark->part, &mark->past);
}

bool capture_mark(const CaptureLine *line, size_t at, CaptureMark *ret)
{
    CaptureMark mark = mark_of(CAPTURE_EXPENSE, at);
    bool found = has_sign(line, at, &mark) || has_word(line, at, &mark);
    found = found ? is_whole(line, &mark) : capture_expense(line, at, &mark.part, &mark.past);
    if (found)
        *ret = mark;
    return found;
}
