// SPDX-License-Identifier: GPL-3.0-or-later
// The capture line: what one typed line says, part by part. No store, no clock.
#ifndef MAWARI_MODEL_CAPTURE_H
#define MAWARI_MODEL_CAPTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "mawari/base/err.h"
#include "mawari/model/product.h"
#include "mawari/model/workday.h"

typedef enum CaptureKind {
    CAPTURE_NOTE,    // whatever no mark claims
    CAPTURE_OUTCOME, // the first digit of `o` and `out`
    CAPTURE_PERSON,  // @
    CAPTURE_MINE,    // + what I promise
    CAPTURE_THEIRS,  // - what they promise
    CAPTURE_DONE,    // * an open promise, kept
    CAPTURE_ORDER,   // $
    CAPTURE_LOAN,    // < what is lent and picked up again
    CAPTURE_TROUBLE, // !
    CAPTURE_RIVAL,   // vs
    CAPTURE_PRICE,   // ¥
    CAPTURE_OFFER,   // #
    CAPTURE_EXPENSE, // 駐600
    CAPTURE_NEXT,    // >
} CaptureKind;

/// What was typed where a number, a day or an hour belongs, and can be none.
typedef enum CaptureWrong {
    CAPTURE_RIGHT,
    CAPTURE_NO_PRICE,
    CAPTURE_NO_AMOUNT,
    CAPTURE_NO_TICKET,
    CAPTURE_NO_DAY,
    CAPTURE_NO_HOUR,
} CaptureWrong;

enum { NO_PART = -1, CAPTURE_FAR_DAYS = 300 }; // a day farther off is asked about

/// One part of the line. Members that its kind does not use are NULL, NONE, false or NO_PART.
typedef struct CapturePart {
    CaptureKind kind;
    size_t from, to; // its bytes in the line: every byte belongs to exactly one part
    const char
        *text; // promise, order, loan, trouble, rival, product, kind of expense, note; of a person
               // the name without title, NULL when only title or hint were typed
    const char *title, *hint; // of a person: 課長 of 中村課長, 購買 of 山田/購買
    bool is_new;              // of a person: @+山田, whom nobody knows here yet
    Day day; // of a promise, an order, the next visit; on which a loan is picked up
    Minute minute;
    bool none;          // `>none`: no next visit
    int32_t number;     // outcome, ticket, yen, hundredths of a percent
    bool percent;       // of a price
    Reaction reaction;  // of an offer
    int of;             // the person that holds here; of a price the offer it belongs to
    CaptureWrong wrong; // what it would be of stays NONE
    const char *wrong_word;
} CapturePart;

typedef struct Capture {
    const char *line;
    const CapturePart *parts; // in the order of the line
    size_t count;
} Capture;

/// What the reader must know. `outcome`: the first word may be the outcome's digit.
typedef struct CaptureContext {
    Day today;
    const WorkCalendar *work;
    bool outcome;
} CaptureContext;

/// Reads `line` (INTERACTION §3). It never fails: what no mark claims is note. A line of blanks has
/// no parts.
Capture capture_read(const char *line, const CaptureContext *context, Arena *arena);

/// The part as it was typed, without the blanks around it and the sign that ended it.
char *capture_typed(const Capture *capture, size_t part, Arena *arena);

/// How a promise called `what` is likely kept and how long that takes, from the rep's own table
/// ("見積=desk 40|折返し=電話 10分"): the first word that is in it counts. Else NONE. Rows that cannot
/// be read tell nothing.
void promise_guess(const char *table, const char *what, Arena *arena, int32_t *ret_way,
                   Minute *ret_minutes);
/// Can every row of the table be read? Else one sentence with the row that cannot.
bool promise_words_known(const char *table, Arena *arena, Err *err);

#endif
