// SPDX-License-Identifier: GPL-3.0-or-later
// A kind of record is a table of fields. Form, list, sheet, CSV, JSON, journal, search and import
// all follow from these rows; a kind is written once.
#ifndef MAWARI_MODEL_ENTITY_H
#define MAWARI_MODEL_ENTITY_H

#include <stddef.h>
#include <stdint.h>

#include "mawari/base/arena.h"
#include "mawari/base/day.h"
#include "mawari/base/lang.h"

typedef int64_t Id; // a record's row; 0 is "none"

/// What a field is. In structs: texts are `const char *` (NULL unknown), references `Id`
/// (0 unknown), moments `Moment`, all else `int32_t` (NONE unknown).
typedef enum FieldType {
    T_TEXT,    // one line
    T_LONG,    // lines
    T_READING, // kana; fills itself from a kana name
    T_RULE,    // a fixed recurrence: typed "2tue", shown "the second Tue of the month"
    T_PHONE,   // a telephone number; found by any digits in a row
    T_WHOLE,   // 0 and up, or what the Range of `of` allows
    T_DAY,
    T_MINUTE,  // a time of day
    T_MINUTES, // a length
    T_YEN,
    T_DEGREE,   // microdegrees, within the Range of `of`
    T_WORD,     // one of `of`'s words; stored by its code
    T_YES,      // 1, 0 or NONE
    T_WEEKDAYS, // bits, Monday is 1, public holidays are WEEKDAYS_HOLIDAYS
    T_MOMENT,
    T_REF, // a record of the kind `of`
    T_ANY, // a record of one of the kinds of `of` (KindSet), or of any kind when NULL
} FieldType;

enum FieldFlags {
    NEEDED = 1 << 0,   // a record without it cannot be saved
    SEARCHED = 1 << 1, // its text is found by search
    LISTED = 1 << 2,   // a column of the kind's list
    MASKED = 1 << 3,   // shown only on request (--reveal)
    FROZEN = 1 << 4,   // never edited once written
    NAMES = 1 << 5,    // what the record is called in references, hits and steps
    OWNER = 1 << 6,    // this record is a part of the one referred to; archived with it
    KEY = 1 << 7,      // the office's own code: unique among records that are not archived
    HIDDEN = 1 << 8,   // not in the form: kept by commands
    DISCREET = 1 << 9, // shown in the form and the brief alone; a yes is so of its whole record
    MONTH = 1 << 10,   // a day that may be written as its month: 2026-10 is the 1st of October
    SAME = 1 << 11,    // to an import, records that agree in all such fields are one
};

struct Entity;

typedef struct Field {
    const char *name;  // column = JSON key = CSV header = word of `set`
    const char *title; // N_(): form label, column head, sheet, import preview
    FieldType type;
    size_t at;           // where in the struct
    unsigned flags;      // FieldFlags
    unsigned width;      // columns wanted in a list
    unsigned least;      // the smallest it may shrink to
    unsigned priority;   // 0 goes last when it is narrow
    const void *of;      // T_WORD: Words; T_REF: Entity; T_ANY: KindSet or NULL;
                         // T_WHOLE, T_YEN, T_DEGREE: Range or NULL; T_DAY with MONTH: the name
                         // of the T_YES that says that only the month was, or NULL
    const char *start;   // what a new record begins with, as typed; "today" for days
    const char *headers; // what else it is called, separated by |, folded and without blanks: by
                         // importers, filters and `set`
} Field;

typedef struct Word {
    int32_t value;     // of the enum
    const char *code;  // as stored, in CSV, JSON and `set`
    const char *title; // N_()
    const char *also;  // what else is read as it, in any language, separated by |; may be NULL
} Word;

typedef struct Words {
    const Word *rows;
    size_t count;
} Words;

typedef struct KindSet {
    const struct Entity *const *kinds;
    size_t count;
} KindSet;

/// Which numbers are right, both ends included.
typedef struct Range {
    int32_t least, most;
    const char *most_title; // N_(): what `most` is called ("month's end" for 31), NULL: nothing
    const char *most_also;  // what else is read as `most`, separated by |
    const char *(*said)(int32_t number, Arena *arena); // how it is shown, NULL: bare
    bool days; // a span of them: weeks and months are read as well (2週, 隔週, 毎月)
} Range;

enum { WEEKDAYS_ALL = 0x7F, WEEKDAYS_HOLIDAYS = 0x80 };

typedef struct Entity {
    const char *name;   // table, `show KIND`: "commitment"
    const char *plural; // `list KIND`: "commitments"
    const char *title;  // N_()
    const char *titles; // N_(), the list's heading
    const Field *fields;
    size_t count;
    const Field *derived; // read-only columns of the table `<name>_state`; kept by store/derive
    size_t derived_count;
    size_t size;       // of the struct
    const char *order; // the list's first order, a field's name, "-" before it: descending
} Entity;

/// Rows of a kind: X(type, name, title, flags, width, of, start, headers). Struct and table are
/// made out of the same rows:
///     ENTITY_STRUCT(Post, POST);                       in the header
///     #define RECORD Post                              in the .c
///     const Entity entity_post = ENTITY("post", "posts", N_("Post"), N_("Posts"), POST, "title");
#define FIELD_C_T_TEXT                   const char *
#define FIELD_C_T_LONG                   const char *
#define FIELD_C_T_READING                const char *
#define FIELD_C_T_RULE                   const char *
#define FIELD_C_T_PHONE                  const char *
#define FIELD_C_T_WHOLE                  int32_t
#define FIELD_C_T_DAY                    Day
#define FIELD_C_T_MINUTE                 Minute
#define FIELD_C_T_MINUTES                Minute
#define FIELD_C_T_YEN                    Yen
#define FIELD_C_T_DEGREE                 int32_t
#define FIELD_C_T_WORD                   int32_t
#define FIELD_C_T_YES                    int32_t
#define FIELD_C_T_WEEKDAYS               int32_t
#define FIELD_C_T_MOMENT                 Moment
#define FIELD_C_T_REF                    Id
#define FIELD_C_T_ANY                    Id
#define FIELD_IN_STRUCT(type, name, ...) FIELD_C_##type name;
#define ENTITY_STRUCT(Type, ROWS)                                                                  \
    typedef struct Type {                                                                          \
        ROWS(FIELD_IN_STRUCT)                                                                      \
    } Type

#define FIELD_ROW(type_, name_, title_, flags_, width_, of_, start_, headers_)                     \
    {.name = #name_,                                                                               \
     .title = (title_),                                                                            \
     .type = (type_),                                                                              \
     .at = offsetof(RECORD, name_),                                                                \
     .flags = (flags_),                                                                            \
     .width = (width_),                                                                            \
     .least = ((flags_)&NAMES) ? 12 : (width_) / 2 + 1,                                            \
     .priority = ((flags_)&NAMES) ? 0 : 1,                                                         \
     .of = (of_),                                                                                  \
     .start = (start_),                                                                            \
     .headers = (headers_)},
#define ENTITY_OF(name_, plural_, title_, titles_, ROWS, order_)                                   \
    .name = (name_), .plural = (plural_), .title = (title_), .titles = (titles_),                  \
    .fields = (const Field[]){ROWS(FIELD_ROW)},                                                    \
    .count = sizeof((const Field[]){ROWS(FIELD_ROW)}) / sizeof(Field), .size = sizeof(RECORD),     \
    .order = (order_)
#define ENTITY(...)                                                                                \
    {                                                                                              \
        ENTITY_OF(__VA_ARGS__)                                                                     \
    }
/// `derived_`: an array made of the rows of the derived struct (ClientDerived …).
#define ENTITY_AND_DERIVED(derived_, ...)                                                          \
    {                                                                                              \
        ENTITY_OF(__VA_ARGS__), .derived = (derived_),                                             \
                                .derived_count = sizeof(derived_) / sizeof(Field)                  \
    }

#define WORDS(...)                                                                                 \
    {                                                                                              \
        .rows = (const Word[]){__VA_ARGS__},                                                       \
        .count = sizeof((const Word[]){__VA_ARGS__}) / sizeof(Word)                                \
    }
#define KINDS(...)                                                                                 \
    {                                                                                              \
        .kinds = (const Entity *const[]){__VA_ARGS__},                                             \
        .count = sizeof((const Entity *const[]){__VA_ARGS__}) / sizeof(const Entity *)             \
    }

/// The kind called `name` (either number, or its title in either language), NULL: there is none.
const Entity *entity_named(const char *name);
/// The field called `name` or titled so in either language; derived ones too. NULL: none.
const Field *entity_field(const Entity *kind, const char *name);
/// The field whose own name this is: what code asks for. NULL: the kind has none, which costs nothing.
const Field *entity_own_field(const Entity *kind, const char *name);
/// Where only the month of a day may be known: the field that says so (MONTH with `of`); else NULL.
const Field *field_only_month(const Entity *kind, const Field *field);
/// The field flagged NAMES (every kind has one).
const Field *entity_name_field(const Entity *kind);
/// The OWNER field, NULL when the kind stands for itself.
const Field *entity_owner_field(const Entity *kind);
/// Is `kind` one of `kinds`?
bool kinds_hold(const KindSet *kinds, const Entity *kind);
/// Does it name another record?
bool field_is_reference(const Field *field);
/// May `field` refer to a record of `kind`?
bool field_refers_to(const Field *field, const Entity *kind);
/// Is it one of the derived fields of `kind`?
bool field_is_derived(const Entity *kind, const Field *field);
/// Is a record of this kind entered once and for all: never edited, archived or undone? Its name is
/// FROZEN.
bool entity_is_lasting(const Entity *kind);
/// The T_YES field that makes a whole record discreet (in no list, sheet or search), NULL: none.
const Field *entity_discreet_field(const Entity *kind);
/// All kinds, in the order of ENTITIES(X).
const Entity *const *entities(size_t *ret_count);

const Word *words_by_code(const Words *words, const char *code);
const Word *words_by_value(const Words *words, int32_t value);
/// The word that was typed: its code, its title in either language, or what else is read as it,
/// compared folded. NULL: none.
const Word *words_read(const Words *words, const char *typed, Arena *arena);
/// Is `typed` one of the forms of `list`, which are separated by |? Compared folded; NULL: no.
bool forms_hold(const char *list, const char *typed, Arena *arena);

#endif
