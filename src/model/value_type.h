// SPDX-License-Identifier: GPL-3.0-or-later
// What value.c, value_read.c and their like share: how one type of field is read and shown.
#ifndef MAWARI_SRC_MODEL_VALUE_TYPE_H
#define MAWARI_SRC_MODEL_VALUE_TYPE_H

#include "mawari/model/value.h"

/// One reading: what is read, for which field, and where a refusal goes.
typedef struct Reading {
    const Field *field;
    const char *typed; // trimmed and not empty
    const ValueContext *context;
    Arena *arena;
    Err *err;
} Reading;

/// Says what would be right ("a day like 11/24, Fri, tomorrow") and returns false.
bool reading_refused(const Reading *reading, const char *right);

bool read_text(const Reading *reading, Value *ret);
bool read_long(const Reading *reading, Value *ret);
bool read_reading(const Reading *reading, Value *ret);
bool read_rule(const Reading *reading, Value *ret);
bool read_phone(const Reading *reading, Value *ret);
bool read_word(const Reading *reading, Value *ret);
bool read_yes(const Reading *reading, Value *ret);
bool read_whole(const Reading *reading, Value *ret);
bool read_yen(const Reading *reading, Value *ret);
bool read_degree(const Reading *reading, Value *ret);
bool read_day(const Reading *reading, Value *ret);
bool read_minute(const Reading *reading, Value *ret);
bool read_minutes(const Reading *reading, Value *ret);
bool read_moment(const Reading *reading, Value *ret);
bool read_weekdays(const Reading *reading, Value *ret);
bool read_nothing(const Reading *reading, Value *ret); // references: app finds them

/// One value that is not none, to be shown.
typedef struct Showing {
    const Field *field;
    Value value;
    const ValueContext *context;
    Arena *arena;
} Showing;

char *show_text(const Showing *showing);
char *show_rule(const Showing *showing);
char *show_word(const Showing *showing);
char *show_yes(const Showing *showing);
char *show_whole(const Showing *showing);
char *show_yen(const Showing *showing);
char *show_day(const Showing *showing);
char *show_minute(const Showing *showing);
char *show_minutes(const Showing *showing);
char *show_moment(const Showing *showing);
char *show_weekdays(const Showing *showing);

char *plain_whole(const Showing *showing);
char *plain_yes(const Showing *showing);
char *plain_degree(const Showing *showing);
char *plain_day(const Showing *showing);
char *plain_moment(const Showing *showing);
char *plain_weekdays(const Showing *showing);

#endif
