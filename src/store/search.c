// SPDX-License-Identifier: GPL-3.0-or-later
// Search: readings from their start, names, the ends of telephones, then all that was written.
#include "mawari/store/search.h"

#include <stdlib.h>
#include <string.h>

#include "grams.h"
#include "mawari/base/lang.h"
#include "mawari/base/romaji.h"
#include "mawari/base/text.h"
#include "record_sql.h"
#include "search_later.h"

enum { DIGITS = 3, LOOKED_AT = 2000, SNIPPET = 24 };

typedef struct Search {
    Store *store;
    const char *folded;
    const char *dialled; // where it may be of a telephone: its digits
    const Entity *const *kinds;
    size_t kind_count;
    bool apart; // names are looked for whose blanks were not typed
    Arena *arena;
    Hit *hits;
    size_t count, limit;
} Search;

static bool wanted(const Search *search, const Entity *kind)
{
    for (size_t i = 0; i < search->kind_count; i++)
        if (search->kinds[i] == kind)
            return true;
    return search->kinds == NULL && kind != NULL;
}

static bool is_there(const Search *search, Id id)
{
    for (size_t i = 0; i < search->count; i++)
        if (search->hits[i].id == id)
            return true;
    return false;
}

static bool holds(const Search *search, const char *text, const char *words)
{
    return search->apart ? grams_held_apart(text, words, search->arena)
                         : grams_held(text, words, search->arena);
}

/// Rows of id, kind, name and, where the index of grams answers, the folded text, which holds all
/// `words`.
static bool collect(Search *search, sqlite3_stmt *ask, const char *words, HitBy by, Err *err)
{
    while (search->count < search->limit && sqlite3_step(ask) == SQLITE_ROW) {
        Id id = sqlite3_column_int64(ask, 0);
        const Entity *kind = kind_called((const char *)sqlite3_column_text(ask, 1));
        const char *text = (const char *)sqlite3_column_text(ask, 3);
        if (!wanted(search, kind) || is_there(search, id) ||
            (text != NULL && !holds(search, text, words)))
            continue;
        search->hits[search->count++] = (Hit){
            .id = id, .kind = kind, .name = sql_copy(ask, 2, search->arena), .by = by};
    }
    return sql_end(search->store, ask, _("searching"), err);
}

static bool by_beginning(Search *search, QueryId query, const char *beginning, HitBy by, Err *err)
{
    sqlite3_stmt *ask = sql_query(search->store, query);
    sql_bind_text(ask, 1, beginning);
    sql_bind_text(ask, 2, arena_print(search->arena, "%s\xF4\x8F\xBF\xBF", beginning));
    return collect(search, ask, NULL, by, err);
}

static bool by_reading(Search *search, const char *typed, Err *err)
{
    if (!by_beginning(search, Q_search_readings, search->folded, HIT_READING, err))
        return false;
    char **readings = NULL;
    size_t count = romaji_readings(typed, search->arena, &readings);
    for (size_t i = 0; i < count; i++)
        if (!by_beginning(search, Q_search_readings, readings[i], HIT_READING, err))
            return false;
    return true;
}

static bool by_grams(Search *search, QueryId query, const char *folded, HitBy by, Err *err)
{
    sqlite3_stmt *ask = sql_query(search->store, query);
    sql_bind_text(ask, 1, grams_match(folded, search->arena));
    sqlite3_bind_int(ask, 2, LOOKED_AT);
    return collect(search, ask, folded, by, err);
}

static bool by_name_apart(Search *search, const char *folded, HitBy by, Err *err)
{
    const char *match = search->count == 0 ? grams_match_apart(folded, search->arena) : NULL;
    if (match == NULL)
        return true;
    sqlite3_stmt *ask = sql_query(search->store, Q_search_names);
    sql_bind_text(ask, 1, match);
    sqlite3_bind_int(ask, 2, LOOKED_AT);
    search->apart = true;
    bool good = collect(search, ask, folded, by, err);
    search->apart = false;
    return good;
}

/// 佐藤花子, or satouhanako, is 佐藤 花子 where nobody is written as it was typed.
static bool by_names_apart(Search *search, const char *typed, Err *err)
{
    char **readings = NULL;
    size_t count = search->count == 0 ? romaji_readings(typed, search->arena, &readings) : 0;
    bool good = by_name_apart(search, search->folded, HIT_NAME, err);
    for (size_t i = 0; good && i < count; i++)
        good = by_name_apart(search, readings[i], HIT_READING, err);
    return good;
}

/// The digits of what is nothing but a number, of which some telephone may have a run; else NULL.
static const char *dialled(const char *typed, Arena *arena)
{
    const char *narrow = text_narrow(typed, arena), *digits = text_digits(typed, arena);
    bool number = narrow[strspn(narrow, "0123456789-+() ")] == '\0';
    return number && strlen(digits) >= DIGITS ? digits : NULL;
}

static bool by_telephone_end(Search *search, const char *digits, Err *err)
{
    size_t size = strlen(digits);
    char *backwards = arena_take(search->arena, size + 1);
    for (size_t i = 0; i < size; i++)
        backwards[i] = digits[size - 1 - i];
    return by_beginning(search, Q_search_telephones, backwards, HIT_PHONE, err);
}

/// From the first digit on, as a caller's number is read off: a number is its own digits too.
static bool by_telephone(Search *search, const char *digits, Err *err)
{
    return digits == NULL || (by_telephone_end(search, digits, err) &&
                              (strcmp(digits, search->folded) == 0 ||
                               by_grams(search, Q_search_texts, digits, HIT_TEXT, err)));
}

/// "T12": a trouble is called by its number everywhere.
static bool by_number(Search *search, Err *err)
{
    enum { MOST_DIGITS = 9 };
    const char *number = search->folded + 1;
    size_t digits = strspn(number, "0123456789");
    if (*search->folded != 't' || digits == 0 || digits > MOST_DIGITS || number[digits] != '\0')
        return true;
    sqlite3_stmt *ask = sql_query(search->store, Q_search_tickets);
    sqlite3_bind_int64(ask, 1, strtol(number, NULL, 10));
    return collect(search, ask, NULL, HIT_NAME, err);
}

/// Does `text` fold to what begins with `folded`? One character (with what may be joined to it)
/// tells most others apart.
static bool folds_to(const char *text, const char *folded, Arena *arena)
{
    uint32_t code = 0;
    size_t size = strlen(folded), left = strlen(text), bytes = text_next(text, left, &code);
    if (bytes < left)
        bytes += text_next(text + bytes, left - bytes, &code);
    const char *first = text_fold(arena_copy_bytes(arena, text, bytes), arena);
    size_t known = text_next(first, strlen(first), &code);
    if (*first != '\0' && strncmp(first, folded, known) != 0)
        return false;
    const char *here = arena_copy_bytes(arena, text, strnlen(text, size * 3 + 12));
    return strncmp(text_fold(here, arena), folded, size) == 0;
}

/// A little of `text` from where it begins to fold to `folded`.
static const char *around(const char *text, const char *folded, Arena *arena)
{
    size_t from = 0;
    for (const char *at = text; *at != '\0' && at - text < LOOKED_AT;) {
        uint32_t code = 0;
        if (folds_to(at, folded, arena)) {
            from = (size_t)(at - text);
            break;
        }
        at += text_next(at, strlen(at), &code);
    }
    size_t begin = 0; // a few characters before it
    for (size_t at = 0; at + SNIPPET < from;) {
        uint32_t code = 0;
        at += text_next(text + at, strlen(text + at), &code);
        begin = at;
    }
    return begin == 0 ? text : arena_print(arena, "…%s", text + begin);
}

/// May a hit by `by` have been found in the field?
static bool fits(const Field *field, HitBy by)
{
    switch (by) {
    case HIT_READING:
        return field->type == T_READING;
    case HIT_NAME:
        return field->flags & NAMES;
    case HIT_PHONE:
        return field->type == T_PHONE;
    default:
        return field->flags & SEARCHED;
    }
}

static bool field_holds(const Search *search, const Field *field, const char *text, HitBy by)
{
    Arena *arena = search->arena;
    if (by == HIT_READING)
        return true;
    if (field->type == T_PHONE && search->dialled != NULL)
        return strstr(text_digits(text, arena), search->dialled) != NULL;
    const char *first = arena_copy_bytes(arena, search->folded, strcspn(search->folded, " "));
    return strstr(text_fold(text, arena), first) != NULL;
}

/// What of the record was found; that it was a telephone is seen only here.
static void find_part(const Search *search, Hit *hit, const void *record)
{
    hit->part = hit->name;
    for (size_t i = 0; i < hit->kind->count; i++) {
        const Field *field = &hit->kind->fields[i];
        Value value = field_value(field, record);
        if (value.kind != V_TEXT || !fits(field, hit->by) ||
            !field_holds(search, field, value.text, hit->by))
            continue;
        if (field->type == T_PHONE && search->dialled != NULL)
            hit->by = HIT_PHONE;
        hit->part = hit->by == HIT_TEXT ? around(value.text, search->folded, search->arena)
                                        : value.text;
        return;
    }
}

/// The client of a record, else its owner, else what it first refers to.
static Id belongs_to(const Entity *kind, const void *record)
{
    Id first = 0;
    for (size_t i = 0; i < kind->count; i++) {
        const Field *field = &kind->fields[i];
        Value value = field_is_reference(field) ? field_value(field, record) : value_none();
        if (value.kind == V_NONE)
            continue;
        if (field->of == &entity_client)
            return value.whole;
        if (first == 0 || (field->flags & OWNER))
            first = value.whole;
    }
    return first;
}

static bool describe(Search *search, Hit *hit, Err *err)
{
    Arena *arena = search->arena;
    void *record = arena_take(arena, hit->kind->size);
    if (!record_get(search->store, hit->kind, hit->id, arena, record, err))
        return false;
    find_part(search, hit, record);
    sqlite3_stmt *ask = sql_query(search->store, Q_search_where);
    sqlite3_bind_int64(ask, 1, belongs_to(hit->kind, record));
    sqlite3_bind_int64(ask, 2, hit->id);
    if (sqlite3_step(ask) == SQLITE_ROW)
        hit->where = sql_copy(ask, 0, arena);
    return sql_end(search->store, ask, _("searching"), err);
}

/// Of the names those of clients stand first: a client and his only site are often called the same,
/// and whoever types it wants the talks.
static void clients_first(Search *search)
{
    size_t to = 0;
    while (to < search->count && search->hits[to].by != HIT_NAME)
        to++;
    for (size_t i = to; i < search->count && search->hits[i].by == HIT_NAME; i++) {
        Hit hit = search->hits[i];
        if (hit.kind != &entity_client)
            continue;
        memmove(&search->hits[to + 1], &search->hits[to], (i - to) * sizeof hit);
        search->hits[to++] = hit;
    }
}

static bool search_all(Search *search, const char *typed, Err *err)
{
    if (!search_now(search->store, err))
        return false;
    if (*search->folded != '\0' &&
        (!by_number(search, err) || !by_reading(search, typed, err) ||
         !by_grams(search, Q_search_names, search->folded, HIT_NAME, err) ||
         !by_names_apart(search, typed, err) || !by_telephone(search, search->dialled, err) ||
         !by_grams(search, Q_search_texts, search->folded, HIT_TEXT, err)))
        return false;
    clients_first(search);
    for (size_t i = 0; i < search->count; i++)
        if (!describe(search, &search->hits[i], err))
            return false;
    return true;
}

bool search(Store *store, const char *typed, const Entity *const *kinds, size_t kind_count,
            size_t limit, Arena *arena, Hit **ret, size_t *ret_count, Err *err)
{
    Search search = {.store = store,
                     .folded = text_fold(typed, arena),
                     .dialled = dialled(typed, arena),
                     .kinds = kinds,
                     .kind_count = kind_count,
                     .arena = arena,
                     .hits = arena_array(arena, Hit, limit),
                     .limit = limit};
    bool begun = store_read_begin(store);
    bool good = search_all(&search, typed, err);
    store_read_end(store, begun);
    if (!good)
        return false;
    *ret = search.hits;
    *ret_count = search.count;
    return true;
}
