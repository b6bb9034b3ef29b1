// SPDX-License-Identifier: GPL-3.0-or-later
// What the files that hear a line share.
#ifndef APP_CAPTURE_INSIDE_H
#define APP_CAPTURE_INSIDE_H

#include "act.h"
#include "mawari/app/capture.h"
#include "mawari/base/buffer.h"
#include "mawari/store/queries.h"

enum { CAPTURE_NAMED = 4 }; // of several that may be meant

typedef struct Hearing {
    App *app;
    Arena *arena;
    Heard *heard;
    const OpenPromise *promises; // all; read when the first is asked for
    size_t promise_count;
    bool promises_read;
} Hearing;

bool capture_hear_person(Hearing *hearing, HeardPart *row, Err *err);
/// `*text`: which open promise was kept.
bool capture_hear_done(Hearing *hearing, HeardPart *row, Err *err);
/// `-text`: the open one of theirs whose day moves; `id` stays 0 where it is a new one.
bool capture_hear_theirs(Hearing *hearing, HeardPart *row, Err *err);
bool capture_hear_trouble(Hearing *hearing, HeardPart *row, Err *err);

#endif
