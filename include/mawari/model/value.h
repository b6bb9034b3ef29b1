// SPDX-License-Identifier: GPL-3.0-or-later
// What a type of field means: its place in the struct, how it is typed, shown, compared, stored.
// One row a type in value.c.
#ifndef MAWARI_MODEL_VALUE_H
#define MAWARI_MODEL_VALUE_H

#include "mawari/base/arena.h"
#include "mawari/base/err.h"
#include "mawari/base/json.h"
#include "mawari/base/zone.h"
#include "mawari/model/entity.h"

typedef enum ValueKind { V_NONE, V_WHOLE, V_TEXT } ValueKind;

/// A field outside its struct, as the store binds it. Words are V_TEXT (their code).
typedef struct Value {
    ValueKind kind;
    int64_t whole;
    const char *text;
} Value;

Value value_none(void);
Value value_whole(int64_t whole);
Value value_text(const char *text); // NULL gives none

Value value_of(const Field *field, const void *record); // texts point into the record's
/// What the field of this own name refers to in `record`. 0: nothing, or records of `kind` have no
/// such field of their own.
Id reference_of(const Entity *kind, const char *name, const void *record);
/// Texts are copied into `arena`. An unknown code of a word becomes NONE.
void value_put(const Field *field, void *record, Value value, Arena *arena);
bool value_same(Value a, Value b);
/// Order within one field; none is last.
int value_compare(Value a, Value b);

/// Days of what is still to come (due, next_visit, until …) look forward, all others back.
DayLook field_look(const Field *field);

/// Every field unknown, then its `start`. No record begins from {0}.
void record_blank(const Entity *kind, void *record, Day today, Arena *arena);

/// The reading that a kana name has by itself, in katakana and without its company form: ㈱アオバ
/// gives アオバ. NULL when anything else than kana is in it: nothing is guessed.
char *reading_of_name(const char *name, Arena *arena);

typedef struct ValueContext {
    Day today;
    DayLook look;
    const Zone *zone; // for moments; may be NULL: UTC
} ValueContext;

/// Reads what was typed (`new`, `set`, forms, CSV) in either width and language. "" and "none" are
/// unknown. References are not read here: app finds them by name. The error names what would be
/// right ("a day like 11/24, Fri, tomorrow").
bool value_read(const Field *field, const char *typed, const ValueContext *context, Arena *arena,
                Value *ret, Err *err);
/// "¥24,000", as fields of yen are shown.
char *yen_text(int64_t amount, Arena *arena);
/// For the screen: words translated, days as day_text(), yen with ¥ and commas. None gives "".
char *value_shown(const Field *field, Value value, const ValueContext *context, Arena *arena);
/// For CSV and for reading back exactly: ISO days, codes, decimal degrees. None gives "".
char *value_plain(const Field *field, Value value, const ValueContext *context, Arena *arena);
/// For JSON; references are written by the caller (name and id).
void value_json(Json *json, const Field *field, Value value, const ValueContext *context);

#endif
