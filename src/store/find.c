// SPDX-License-Identifier: GPL-3.0-or-later
// The record that a person means, by number, uid, code, name or reading: the first way that knows
// exactly one.
#include <stdlib.h>
#include <string.h>

#include "grams.h"
#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/romaji.h"
#include "mawari/base/text.h"
#include "mawari/store/queries.h"
#include "record_sql.h"
#include "search_later.h"

enum { CANDIDATES = 6, LOOKED_AT = 2000, UID_LETTERS = 4, QUOTED_COLUMNS = 60 };

typedef struct Finding {
    Store *store;
    const Entity *const *kinds;
    size_t kind_count;
    const char *written, *folded;
    Arena *arena;
    Id ids[CANDIDATES];
    const char *names[CANDIDATES];
    size_t count;
} Finding;

static bool wanted(const Finding *finding, const Entity *kind)
{
    for (size_t i = 0; i < finding->kind_count; i++)
        if (finding->kinds[i] == kind)
            return true;
    return false;
}

static void add(Finding *finding, Id id, const Entity *kind, const char *name)
{
    for (size_t i = 0; i < finding->count; i++)
        if (finding->ids[i] == id)
            return;
    if (!wanted(finding, kind) || finding->count == CANDIDATES)
        return;
    finding->names[finding->count] = arena_copy(finding->arena, name != NULL ? name : "");
    finding->ids[finding->count++] = id;
}

typedef bool (*Fits)(const Finding *finding, const char *name);

/// Rows of id, kind and name, as many as can be candidates.
static bool collect(Finding *finding, sqlite3_stmt *ask, Fits fits, Err *err)
{
    while (finding->count < CANDIDATES && sqlite3_step(ask) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(ask, 2);
        if (fits == NULL || (name != NULL && fits(finding, name)))
            add(finding, sqlite3_column_int64(ask, 0),
                kind_called((const char *)sqlite3_column_text(ask, 1)), name);
    }
    return sql_end(finding->store, ask, _("looking"), err);
}

static bool by_number(Finding *finding, Err *err)
{
    const char *digits = finding->written;
    bool ticket = (*digits == 'T' || *digits == 't') && wanted(finding, &entity_ticket);
    digits += ticket ? 1 : 0;
    if (*digits == '\0' || digits[strspn(digits, "0123456789")] != '\0' || strlen(digits) > 18)
        return true;
    sqlite3_stmt *ask = sql_query(finding->store, ticket ? Q_find_ticket : Q_find_number);
    sqlite3_bind_int64(ask, 1, strtoll(digits, NULL, 10));
    return collect(finding, ask, NULL, err);
}

static bool by_uid(Finding *finding, Err *err)
{
    size_t size = strlen(finding->written);
    Id id = 0;
    if (size < UID_LETTERS ||
        finding->written[strspn(finding->written, "0123456789abcdefABCDEF-")] != '\0' ||
        !record_by_uid(finding->store, finding->written, &id, NULL))
        return true;
    sqlite3_stmt *ask = sql_query(finding->store, Q_find_number);
    sqlite3_bind_int64(ask, 1, id);
    return collect(finding, ask, NULL, err);
}

static bool by_key(Finding *finding, Err *err)
{
    for (size_t k = 0; k < finding->kind_count; k++) {
        const Entity *kind = finding->kinds[k];
        for (size_t i = 0; i < kind->count; i++) {
            if (!(kind->fields[i].flags & KEY))
                continue;
            sqlite3_stmt *ask = kind_by(finding->store, kind, i);
            sql_bind_text(ask, 1, finding->written);
            while (sqlite3_step(ask) == SQLITE_ROW)
                if (sqlite3_column_int64(ask, 1) == 0)
                    add(finding, sqlite3_column_int64(ask, 0), kind, finding->written);
            if (!sql_end(finding->store, ask, _("looking"), err))
                return false;
        }
    }
    return true;
}

static bool by_me(Finding *finding, Err *err)
{
    Id me = 0;
    if (strcmp(finding->folded, "me") != 0 && strcmp(finding->folded, "自分") != 0)
        return true;
    if (!query_me(finding->store, &me, err))
        return false;
    if (me != 0)
        add(finding, me, &entity_contact, finding->written);
    return true;
}

static bool by_name(Finding *finding, Err *err)
{
    sqlite3_stmt *ask = sql_query(finding->store, Q_find_name);
    sql_bind_text(ask, 1, finding->written);
    return collect(finding, ask, NULL, err);
}

static bool by_range(Finding *finding, const char *from, const char *to, Err *err)
{
    sqlite3_stmt *ask = sql_query(finding->store, Q_search_readings);
    sql_bind_text(ask, 1, from);
    sql_bind_text(ask, 2, to);
    return collect(finding, ask, NULL, err);
}

static bool same_folded(const Finding *finding, const char *name)
{
    return strcmp(text_fold(name, finding->arena), finding->folded) == 0;
}

static bool begins(const char *text, const char *with)
{
    return *with != '\0' && strncmp(text, with, strlen(with)) == 0;
}

static bool begins_folded(const Finding *finding, const char *name)
{
    return begins(text_fold(name, finding->arena), finding->folded) ||
           begins(text_company(name, finding->arena),
                  text_company(finding->written, finding->arena));
}

/// Whose names and whose texts the index knows, sifted by `fits`.
static bool by_match(Finding *finding, const char *match, Fits fits, Err *err)
{
    static const QueryId queries[] = {Q_search_names, Q_search_texts};
    for (size_t i = 0; match != NULL && i < sizeof queries / sizeof *queries; i++) {
        sqlite3_stmt *ask = sql_query(finding->store, queries[i]);
        sql_bind_text(ask, 1, match);
        sqlite3_bind_int(ask, 2, LOOKED_AT);
        if (!collect(finding, ask, fits, err))
            return false;
    }
    return true;
}

static bool by_grams(Finding *finding, Fits fits, Err *err)
{
    return by_match(finding, grams_match(finding->folded, finding->arena), fits, err);
}

static bool same_but_blanks(const Finding *finding, const char *name)
{
    const char *folded = text_fold(name, finding->arena);
    return strcmp(text_without_blanks(folded, finding->arena), finding->folded) == 0;
}

/// 佐藤花子 for 佐藤 花子.
static bool by_name_apart(Finding *finding, Err *err)
{
    return by_match(finding, grams_match_apart(finding->folded, finding->arena), same_but_blanks,
                    err);
}

static bool by_folded(Finding *finding, Err *err)
{
    // A text and the smallest one behind it: just this text.
    return by_range(finding, finding->folded,
                    arena_print(finding->arena, "%s\x01", finding->folded), err) &&
           by_grams(finding, same_folded, err);
}

static bool by_beginning(Finding *finding, Err *err)
{
    char **readings = NULL;
    size_t count = romaji_readings(finding->written, finding->arena, &readings);
    for (size_t i = 0; i <= count; i++) {
        const char *from = i < count ? readings[i] : finding->folded;
        if (*from != '\0' &&
            !by_range(finding, from, arena_print(finding->arena, "%s\xF4\x8F\xBF\xBF", from), err))
            return false;
    }
    return by_grams(finding, begins_folded, err);
}

/// A number, or the beginning of a uid, means one record and no other whose name holds it.
static bool is_label(const Finding *finding)
{
    const char *written = finding->folded + (*finding->folded == 't' ? 1 : 0);
    return *written == '\0' || written[strspn(written, "0123456789-")] == '\0';
}

/// Rows of id, kind and name whose `column` holds every word that was typed.
static bool collect_holding(Finding *finding, QueryId query, const char *match, int column,
                            Err *err)
{
    sqlite3_stmt *ask = sql_query(finding->store, query);
    sql_bind_text(ask, 1, match);
    sqlite3_bind_int(ask, 2, -1); // no limit: what is taken as the only one must be
    while (finding->count < CANDIDATES && sqlite3_step(ask) == SQLITE_ROW) {
        const Entity *kind = kind_called((const char *)sqlite3_column_text(ask, 1));
        const char *names = (const char *)sqlite3_column_text(ask, column);
        if (wanted(finding, kind) && names != NULL &&
            grams_held(text_fold(names, finding->arena), finding->folded, finding->arena))
            add(finding, sqlite3_column_int64(ask, 0), kind,
                (const char *)sqlite3_column_text(ask, 2));
    }
    return sql_end(finding->store, ask, _("looking"), err);
}

/// Any part of a name or its reading. Of kinds without readings the index knows names only as texts.
static bool by_part(Finding *finding, Err *err)
{
    enum { NAME = 2, TEXT = 3 };
    const char *match = is_label(finding) ? NULL : grams_match(finding->folded, finding->arena);
    return match == NULL || (collect_holding(finding, Q_search_names, match, TEXT, err) &&
                             collect_holding(finding, Q_search_texts, match, NAME, err));
}

static bool is_found(const Finding *finding, Id id)
{
    for (size_t i = 0; i < finding->count; i++)
        if (finding->ids[i] == id)
            return true;
    return false;
}

/// Whose part a record is; 0: it stands for itself.
static bool owner_of(Finding *finding, Id id, Id *ret, Err *err)
{
    RecordHead head;
    *ret = 0;
    if (!record_head(finding->store, id, finding->arena, &head, err))
        return false;
    const Field *owner = entity_owner_field(head.kind);
    void *record = arena_take(finding->arena, head.kind->size);
    if (!owner)
        return true;
    if (!record_get(finding->store, head.kind, id, finding->arena, record, err))
        return false;
    *ret = value_of(owner, record).whole;
    return true;
}

/// A part without a name of its own is called like its owner, who is meant.
static bool without_parts(Finding *finding, Err *err)
{
    size_t kept = 0;
    bool part[CANDIDATES] = {false};
    for (size_t i = 0; i < finding->count; i++) {
        Id owner;
        if (!owner_of(finding, finding->ids[i], &owner, err))
            return false;
        part[i] = owner != 0 && is_found(finding, owner);
    }
    for (size_t i = 0; i < finding->count; i++) {
        if (part[i])
            continue;
        finding->names[kept] = finding->names[i];
        finding->ids[kept++] = finding->ids[i];
    }
    finding->count = kept;
    return true;
}

/// A client and its sites of one name are one place to a person: the client is meant.
static bool is_one_place(Finding *finding, Err *err)
{
    Id client = 0;
    for (size_t i = 0; i < finding->count; i++) {
        RecordHead head;
        if (!record_head(finding->store, finding->ids[i], finding->arena, &head, err))
            return false;
        if (head.kind == &entity_client && client == 0)
            client = head.id;
        else if (head.kind != &entity_site)
            return true;
    }
    for (size_t i = 0; client && i < finding->count; i++) {
        Site site;
        if (finding->ids[i] == client)
            continue;
        if (!record_get(finding->store, &entity_site, finding->ids[i], finding->arena, &site, err))
            return false;
        if (site.client != client)
            return true;
    }
    if (client) {
        finding->ids[0] = client;
        finding->count = 1;
    }
    return true;
}

static bool several(const Finding *finding, Err *err)
{
    Buffer names = {.arena = finding->arena};
    for (size_t i = 0; i < finding->count; i++)
        buffer_print(&names, "%s%s (%lld)", i > 0 ? ", " : "", finding->names[i],
                     (long long)finding->ids[i]);
    return err_set(err, ERR_INPUT, _("%s may be several: %s"), finding->written,
                   buffer_text(&names));
}

static bool by_archived_name(Finding *finding, Err *err)
{
    sqlite3_stmt *ask = sql_query(finding->store, Q_find_archived_name);
    sql_bind_text(ask, 1, finding->written);
    return collect(finding, ask, NULL, err);
}

/// No index holds the words of what is archived: its names are gone through.
static bool by_archived_folded(Finding *finding, Err *err)
{
    for (size_t k = 0; k < finding->kind_count; k++) {
        sqlite3_stmt *ask = sql_query(finding->store, Q_find_archived);
        sql_bind_text(ask, 1, finding->kinds[k]->name);
        if (!collect(finding, ask, same_folded, err))
            return false;
    }
    return true;
}

typedef bool (*FindWay)(Finding *finding, Err *err);

static bool find(Store *store, const Entity *const *kinds, size_t count, const char *written,
                 const FindWay *ways, size_t way_count, Id *ret, Err *err)
{
    Arena *arena = arena_open();
    Finding finding = {.store = store,
                       .kinds = kinds,
                       .kind_count = count,
                       .written = text_trim(written, arena),
                       .folded = text_fold(written, arena),
                       .arena = arena};
    bool good = search_now(store, err);
    for (size_t i = 0; good && finding.count == 0 && i < way_count; i++)
        good = ways[i](&finding, err);
    if (good && finding.count == 0)
        good = err_set(err, ERR_NOT_FOUND, _("there is no %s “%s”"),
                       count == 1 ? lang_text(kinds[0]->title) : _("record"),
                       text_fit(finding.written, QUOTED_COLUMNS, arena));
    if (good && finding.count > 1)
        good = without_parts(&finding, err) && is_one_place(&finding, err);
    if (good && finding.count > 1)
        good = several(&finding, err);
    if (good)
        *ret = finding.ids[0];
    arena_close(arena);
    return good;
}

bool record_find(Store *store, const Entity *const *kinds, size_t count, const char *written,
                 Id *ret, Err *err)
{
    static const FindWay ways[] = {by_number, by_uid,    by_key,        by_me,
                                   by_name,   by_folded, by_name_apart, by_beginning};
    return find(store, kinds, count, written, ways, sizeof ways / sizeof *ways, ret, err);
}

bool record_find_part(Store *store, const Entity *const *kinds, size_t count, const char *written,
                      Id *ret, Err *err)
{
    static const FindWay ways[] = {by_number, by_uid,        by_key,       by_me,  by_name,
                                   by_folded, by_name_apart, by_beginning, by_part};
    return find(store, kinds, count, written, ways, sizeof ways / sizeof *ways, ret, err);
}

bool record_find_archived(Store *store, const Entity *const *kinds, size_t count,
                          const char *written, Id *ret, Err *err)
{
    static const FindWay ways[] = {by_number, by_uid, by_archived_name, by_archived_folded};
    return find(store, kinds, count, written, ways, sizeof ways / sizeof *ways, ret, err);
}
