// SPDX-License-Identifier: GPL-3.0-or-later
// A store whose list of tables is damaged: a copy gets a list made anew, for which every tree of
// pages is recognised by the form of its rows and by the kind of record that their numbers have.
#include <stdio.h>
#include <string.h>

#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "salvage.h"
#include "salvage_pages.h"

enum { LEAST_OF_A_KIND = 3 };

/// What is copied beside the kinds' own tables; all else is made anew.
static const char *const wanted[] = {"record", "step", "change", "import_base", "setting", "draft"};

typedef struct Column {
    const char *name, *start; // what old rows have in a column that was added later; NULL: nothing
    unsigned may;             // HOLDS_
} Column;

typedef struct Known {
    const char *name;
    bool keyed, is_kind, is_wanted;
    Column *columns;
    size_t count;
} Known;

typedef struct Rebuild {
    Salvage *salvage;
    Arena *arena;
    sqlite3 *db; // the copy
    Known *known;
    size_t known_count;
    Tree *trees;
    size_t tree_count;
    size_t piece_room;
} Rebuild;

// What this program's tables look like

static bool is_kind(const char *name)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(kinds[i]->name, name) == 0)
            return true;
    return false;
}

static bool is_wanted(const char *name)
{
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (strcmp(wanted[i], name) == 0)
            return true;
    return false;
}

static unsigned may_hold(const char *type)
{
    static const struct {
        const char *type;
        unsigned may;
    } types[] = {{"INTEGER", HOLDS_WHOLE},
                 {"REAL", HOLDS_REAL | HOLDS_WHOLE},
                 {"TEXT", HOLDS_TEXT},
                 {"BLOB", HOLDS_BLOB}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].type, type) == 0)
            return types[i].may;
    return HOLDS_NULL | HOLDS_WHOLE | HOLDS_REAL | HOLDS_BLOB | HOLDS_TEXT;
}

/// A row of pragma_table_info. The number of a row stands outside it, where its column has NULL.
static Column read_column(sqlite3_stmt *row, bool keyed, Arena *arena)
{
    Column column = {.name = sql_copy(row, 0, arena), .start = sql_copy(row, 3, arena)};
    bool is_key = sqlite3_column_int(row, 4) > 0, needed = sqlite3_column_int(row, 2) != 0;
    const char *type = sql_copy(row, 1, arena);
    if (!keyed && is_key && strcmp(type, "INTEGER") == 0)
        column.may = HOLDS_NULL;
    else
        column.may = may_hold(type) | (needed || (keyed && is_key) ? 0 : HOLDS_NULL);
    return column;
}

static void read_columns(Rebuild *rebuild, Known *known)
{
    size_t room = 0;
    sqlite3_stmt *rows = NULL;
    sql_kept(rebuild->salvage->store, &rows,
             arena_print(rebuild->arena,
                         "SELECT name, type, \"notnull\", dflt_value, pk FROM "
                         "pragma_table_info('%s', 'main') ORDER BY cid",
                         known->name));
    while (sqlite3_step(rows) == SQLITE_ROW) {
        known->columns = arena_more(rebuild->arena, known->columns, known->count, &room,
                                    sizeof *known->columns);
        known->columns[known->count++] = read_column(rows, known->keyed, rebuild->arena);
    }
    sqlite3_finalize(rows);
}

static bool read_known(Rebuild *rebuild, Err *err)
{
    size_t room = 0;
    sqlite3_stmt *tables = NULL;
    sql_kept(rebuild->salvage->store, &tables,
             "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type <> 'virtual'");
    while (sqlite3_step(tables) == SQLITE_ROW) {
        Known known = {.name = sql_copy(tables, 0, rebuild->arena),
                       .keyed = sqlite3_column_int(tables, 1) != 0};
        known.is_kind = is_kind(known.name);
        known.is_wanted = known.is_kind || is_wanted(known.name);
        read_columns(rebuild, &known);
        rebuild->known = arena_more(rebuild->arena, rebuild->known, rebuild->known_count, &room,
                                    sizeof known);
        rebuild->known[rebuild->known_count++] = known;
    }
    bool good = sql_end(rebuild->salvage->store, tables, _("saving"), err);
    sqlite3_finalize(tables);
    return good;
}

static bool open_copy(Rebuild *rebuild, const char *copy, Err *err)
{
    if (sqlite3_open_v2(copy, &rebuild->db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
        sqlite3_exec(rebuild->db, "PRAGMA journal_mode = OFF; PRAGMA writable_schema = 1", NULL,
                     NULL, NULL) == SQLITE_OK)
        return true;
    return err_set(err, ERR_STORE, "%s: %s", copy, sqlite3_errmsg(rebuild->db));
}

/// A table of plain columns, in which anything may stand.
static const char *table_sql(const Known *known, const char *name, Arena *arena)
{
    const char *sql = arena_print(arena, "CREATE TABLE \"%s\"(", name);
    for (size_t i = 0; i < known->count; i++) {
        const Column *column = &known->columns[i];
        const char *type = !known->keyed && column->may == HOLDS_NULL ? " INTEGER PRIMARY KEY" : "";
        sql = arena_print(arena, "%s%s\"%s\"%s%s%s", sql, i ? "," : "", column->name, type,
                          column->start ? " DEFAULT " : "", column->start ? column->start : "");
    }
    // What the key is does not matter to who only reads from one end to the other.
    return known->keyed ? arena_print(arena, "%s, PRIMARY KEY(\"%s\",\"%s\")) WITHOUT ROWID", sql,
                                      known->columns[0].name, known->columns[1].name)
                        : arena_print(arena, "%s)", sql);
}

static bool change_list(Rebuild *rebuild, const char *sql)
{
    return sql && sqlite3_exec(rebuild->db, sql, NULL, NULL, NULL) == SQLITE_OK &&
           sqlite3_exec(rebuild->db, "PRAGMA writable_schema = RESET; PRAGMA writable_schema = 1",
                        NULL, NULL, NULL) == SQLITE_OK;
}

/// The largest tree of a table has its name, the others are pieces of it.
static const char *name_for(const Rebuild *rebuild, const Known *known, const Tree *tree)
{
    const Salvage *salvage = rebuild->salvage;
    for (size_t i = 0; i < salvage->piece_count; i++)
        if (strcmp(salvage->pieces[i].table, known->name) == 0)
            return arena_print(rebuild->arena, "%s~%u", known->name, (unsigned)tree->root);
    return known->name;
}

static bool enter(Rebuild *rebuild, const Known *known, const Tree *tree)
{
    Salvage *salvage = rebuild->salvage;
    const char *name = name_for(rebuild, known, tree);
    char *sql = sqlite3_mprintf("INSERT INTO sqlite_schema(type, name, tbl_name, rootpage, sql) "
                                "VALUES('table', %Q, %Q, %u, %Q)",
                                name, name, (unsigned)tree->root,
                                table_sql(known, name, rebuild->arena));
    bool good = change_list(rebuild, sql);
    sqlite3_free(sql);
    if (!good)
        return false;
    salvage->pieces = arena_more(salvage->arena, salvage->pieces, salvage->piece_count,
                                 &rebuild->piece_room, sizeof *salvage->pieces);
    salvage->pieces[salvage->piece_count++] = (Piece){
        .table = arena_copy(salvage->arena, known->name), .from = arena_copy(salvage->arena, name)};
    return true;
}

static void take_back(Rebuild *rebuild)
{
    Salvage *salvage = rebuild->salvage;
    char *sql = sqlite3_mprintf("DELETE FROM sqlite_schema WHERE name = %Q",
                                salvage->pieces[--salvage->piece_count].from);
    (void)change_list(rebuild, sql);
    sqlite3_free(sql);
}

// Recognising

static bool fits(const Known *known, const Tree *tree)
{
    if (known->keyed != tree->keyed || tree->most > known->count ||
        (known->keyed && tree->least != known->count) ||
        (known->is_kind && tree->least < LEAST_OF_A_KIND))
        return false;
    for (size_t i = 0; i < tree->most; i++)
        if (tree->seen[i] & ~known->columns[i].may)
            return false;
    for (size_t i = tree->least; i < known->count; i++)
        if (!(known->columns[i].may & HOLDS_NULL) && !known->columns[i].start)
            return false;
    return true;
}

static const char *kind_of(Rebuild *rebuild, Id id)
{
    const Salvage *salvage = rebuild->salvage;
    const char *kind = NULL;
    for (size_t i = 0; i < salvage->piece_count && !kind; i++) {
        sqlite3_stmt *ask = NULL;
        if (strcmp(salvage->pieces[i].table, "record") != 0)
            continue;
        const char *sql = arena_print(rebuild->arena, "SELECT kind FROM \"%s\" WHERE id = %lld",
                                      salvage->pieces[i].from, (long long)id);
        if (sqlite3_prepare_v2(rebuild->db, sql, -1, &ask, NULL) == SQLITE_OK &&
            sqlite3_step(ask) == SQLITE_ROW)
            kind = sql_copy(ask, 0, rebuild->arena);
        sqlite3_finalize(ask);
    }
    return kind;
}

/// The kind of record that most of the rows' numbers have; NULL: none of them is known.
static const char *vote(Rebuild *rebuild, const Tree *tree)
{
    const char *kinds[TREE_SAMPLE], *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < tree->id_count; i++) {
        size_t votes = 0;
        kinds[i] = kind_of(rebuild, tree->ids[i]);
        for (size_t j = 0; kinds[i] && j <= i; j++)
            votes += kinds[j] && strcmp(kinds[i], kinds[j]) == 0;
        if (votes > most)
            most = votes, best = kinds[i];
    }
    return best;
}

static const Known *known_named(const Rebuild *rebuild, const char *name)
{
    for (size_t i = 0; name && i < rebuild->known_count; i++)
        if (strcmp(rebuild->known[i].name, name) == 0)
            return &rebuild->known[i];
    return NULL;
}

/// What files said last and what the search knows are both a number and a text.
static bool is_said(Rebuild *rebuild, const Tree *tree)
{
    bool is = false;
    sqlite3_stmt *ask = NULL;
    if (!enter(rebuild, known_named(rebuild, "import_base"), tree))
        return false;
    const Salvage *salvage = rebuild->salvage;
    const char *sql = arena_print(
        rebuild->arena,
        "SELECT count(*) = 0 FROM (SELECT said FROM \"%s\" LIMIT %d) WHERE said NOT "
        "GLOB '[a-z]* [int]*;'",
        salvage->pieces[salvage->piece_count - 1].from, TREE_SAMPLE);
    if (sqlite3_prepare_v2(rebuild->db, sql, -1, &ask, NULL) == SQLITE_OK &&
        sqlite3_step(ask) == SQLITE_ROW)
        is = sqlite3_column_int(ask, 0) != 0;
    sqlite3_finalize(ask);
    take_back(rebuild);
    return is;
}

static const Known *other_that_fits(Rebuild *rebuild, const Tree *tree)
{
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        const Known *known = known_named(rebuild, wanted[i]);
        if (known && fits(known, tree) &&
            (strcmp(wanted[i], "import_base") != 0 || is_said(rebuild, tree)))
            return known;
    }
    return NULL;
}

/// `*ret_any`: some table has rows like these.
static const Known *only_one_that_fits(const Rebuild *rebuild, const Tree *tree, bool *ret_any)
{
    const Known *only = NULL;
    size_t count = 0;
    for (size_t i = 0; i < rebuild->known_count; i++)
        if (fits(&rebuild->known[i], tree))
            only = &rebuild->known[i], count++;
    *ret_any = count > 0;
    return count == 1 && only->is_kind ? only : NULL;
}

static void name_unknown(Rebuild *rebuild, const Tree *tree)
{
    salvage_name_lost(
        rebuild->salvage,
        arena_print(rebuild->salvage->arena,
                    ngettext("%zu row from page %u on, of a table that cannot be told",
                             "%zu rows from page %u on, of a table that cannot be told",
                             (unsigned long)tree->rows),
                    tree->rows, (unsigned)tree->root));
}

static void recognise(Rebuild *rebuild, const Tree *tree)
{
    bool any = false;
    const char *kind = tree->keyed ? NULL : vote(rebuild, tree);
    const Known *known = known_named(rebuild, kind);
    if (!known || !fits(known, tree))
        known = other_that_fits(rebuild, tree);
    if (!known)
        known = only_one_that_fits(rebuild, tree, &any);
    if ((known && !enter(rebuild, known, tree)) || (!known && !any && !tree->keyed))
        name_unknown(rebuild, tree);
}

static bool recognise_all(Rebuild *rebuild, const char *path, Err *err)
{
    const Known *record = known_named(rebuild, "record");
    for (size_t i = 0; i < rebuild->tree_count; i++)
        if (fits(record, &rebuild->trees[i]))
            (void)enter(rebuild, record, &rebuild->trees[i]);
    if (rebuild->salvage->piece_count == 0)
        return err_set(err, ERR_STORE, _("no table of mawari is in %s"), path);
    for (size_t i = 0; i < rebuild->tree_count; i++)
        if (!fits(record, &rebuild->trees[i]))
            recognise(rebuild, &rebuild->trees[i]);
    return true;
}

bool salvage_rebuild(Salvage *salvage, const char *path, const char *copy, Err *err)
{
    Rebuild rebuild = {.salvage = salvage, .arena = arena_open()};
    char *bytes;
    size_t size;
    bool good = read_known(&rebuild, err) &&
                salvage_copy(path, copy, rebuild.arena, &bytes, &size, err) &&
                open_copy(&rebuild, copy, err);
    if (good) {
        size_t page_size = salvage_page_size((unsigned char *)bytes, size);
        rebuild.trees = salvage_trees((unsigned char *)bytes, size, page_size, rebuild.arena,
                                      &rebuild.tree_count);
        good = recognise_all(&rebuild, path, err);
    }
    sqlite3_close(rebuild.db);
    arena_close(rebuild.arena);
    salvage->info.blind = true;
    return good;
}
