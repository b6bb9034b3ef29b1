// SPDX-License-Identifier: GPL-3.0-or-later
// Words on their way into Args: what args.c and args_time.c share.
#ifndef APP_ARGS_INSIDE_H
#define APP_ARGS_INSIDE_H

#include "mawari/app/usage.h"
#include "words.h"

typedef struct Reading {
    App *app;
    Arena *arena;
    const Said *said;
    size_t count, at;
    Usage usage;
    Args args;
    Id *ids;
    FieldArg *fields, *options;
    size_t id_room, field_room, option_room;
    bool given; // the ids came from the cursor or the marks
} Reading;

/// The next word.
const char *args_word(Reading *reading);
/// What is left as single words: quotes put "today 9:00" into one.
void args_spread_words(Reading *reading);

// What takes a part of the usage.
bool args_take_day(Reading *reading, const UsagePart *part, Err *err);
bool args_take_hour(Reading *reading, const UsagePart *part, Err *err);
bool args_take_length(Reading *reading, const UsagePart *part, Err *err);
bool args_take_when(Reading *reading, const UsagePart *part, Err *err);

#endif
