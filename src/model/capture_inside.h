// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the capture line share: the line as letters, and its smaller pieces.
#ifndef MODEL_CAPTURE_INSIDE_H
#define MODEL_CAPTURE_INSIDE_H

#include <stdint.h>

#include "mawari/model/capture.h"

/// A character of the line. The last of a line is an end of code 0.
typedef struct Letter {
    uint32_t code; // narrow, small; a yen sign for every sign that Japanese keyboards send for it
    size_t at;     // its first byte
    size_t past;   // where a quotation that begins here has ended; 0: none begins
} Letter;

typedef struct CaptureLine {
    const CaptureContext *context;
    Arena *arena;
    const char *text;
    Letter *letters;
    size_t count;
} CaptureLine;

enum { YEN_SIGN = 0xA5 };

static inline CapturePart capture_blank(CaptureKind kind)
{
    return (CapturePart){.kind = kind, .day = NONE, .minute = NONE, .number = NONE, .of = NO_PART};
}

static inline bool capture_is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

void capture_letters(CaptureLine *line);
bool capture_is_blank(uint32_t code);
bool capture_is_end(uint32_t code); // ; 。 or the end of the line
size_t capture_past_blanks(const CaptureLine *line, size_t at);
size_t capture_word_end(const CaptureLine *line, size_t at); // `at` where no word begins
bool capture_has(const CaptureLine *line, size_t at, const char *word, size_t *ret_past);
/// The bytes between two letters.
char *capture_copy(const CaptureLine *line, size_t from, size_t to);
/// Words from `from` to `to` as they are meant: doubled marks once, whole quotations bare (but as
/// they stand where nothing is in them). The first word is glued to a sign when `glued`.
char *capture_words(const CaptureLine *line, size_t from, size_t to, bool glued);
/// As a note is kept: doubled marks once, the rest as typed.
char *capture_prose(const CaptureLine *line, size_t from, size_t to);

/// What a mark at the start of a word announces, and where its content begins. `past` is where it
/// ends where its content has one form (price, expense, next visit: `part` is filled then).
typedef struct CaptureMark {
    CaptureKind kind;
    size_t body;
    bool glued; // a sign, not a word, stands before the content
    size_t past;
    CapturePart part;
} CaptureMark;

bool capture_mark(const CaptureLine *line, size_t at, CaptureMark *ret);
bool capture_doubled(const CaptureLine *line, size_t at); // ++, ＠@

/// A day with the hour behind it into `part`, `*ret_past` after them; or what looks like them and can
/// be none.
bool capture_day_hour(const CaptureLine *line, size_t at, CapturePart *part, size_t *ret_past);
/// 金曜までに: the day before the content of a promise.
bool capture_until(const CaptureLine *line, size_t at, CapturePart *part, size_t *ret_past);
bool capture_price(const CaptureLine *line, size_t at, CapturePart *part, size_t *ret_past);
bool capture_expense(const CaptureLine *line, size_t at, CapturePart *part, size_t *ret_past);
bool capture_next(const CaptureLine *line, size_t at, CapturePart *part, size_t *ret_past);
bool capture_reaction(const CaptureLine *line, size_t at, Reaction *ret, size_t *ret_past);
bool capture_ticket(const CaptureLine *line, size_t at, CapturePart *part, size_t *ret_past);

// capture_wrong.c

/// Does what stands between two letters have the form of a day, an hour?
bool capture_like_day(const CaptureLine *line, size_t from, size_t to);
bool capture_like_day_of_month(const CaptureLine *line, size_t from, size_t to); // 45日, 45th
bool capture_like_hour(const CaptureLine *line, size_t from, size_t to);
/// Marks the part: what stands between the letters can be none.
void capture_wrong(const CaptureLine *line, CapturePart *part, CaptureWrong wrong, size_t from,
                   size_t to);

/// 中村課長/仕入 into name, title and hint.
void capture_person(const CaptureLine *line, size_t at, CapturePart *part);

#endif
