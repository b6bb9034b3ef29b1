// SPDX-License-Identifier: GPL-3.0-or-later
// Imports: a child reads the file, the parent matches, previews and stores one undoable step.
#ifndef MAWARI_APP_IMPORT_H
#define MAWARI_APP_IMPORT_H

#include "mawari/app/app.h"
#include "mawari/app/command.h"

/// IMPORT_RECORDS: what `export csv` wrote, or any list of records of one kind.
typedef enum ImportRecipe {
    IMPORT_CLIENTS,
    IMPORT_CONTACTS,
    IMPORT_VISITS,
    IMPORT_RECORDS
} ImportRecipe;

typedef enum RowFate {
    FATE_NEW,
    FATE_CHANGED,
    FATE_UNCHANGED,
    FATE_DOUBTFUL,
    FATE_REFUSED,
    FATE_COUNT
} RowFate;

/// What a column tells: a field; the uid of the record, or of what the field refers to; the
/// record's version when it was exported.
typedef enum ColumnTells { TELLS_VALUE, TELLS_UID, TELLS_VERSION } ColumnTells;

/// What became of one column of the file.
typedef struct ImportColumn {
    const char *header; // as in the file
    const Entity *kind; // NULL: nobody knows it
    const Field *field; // NULL where it tells of the record itself
    ColumnTells tells;
    bool into_notes;    // unknown, and the rep said: keep as note
    const char *sample; // the first value
} ImportColumn;

/// Nobody knows it and it becomes no note: the rep is to hear of it. What import_rejects() added is
/// never meant.
bool import_leaves_out(const ImportColumn *column);

typedef struct ImportRow {
    size_t line; // of the file, from 1
    RowFate fate;
    const char *why;   // of doubtful and refused: names the field; of changed: what changes; NULL
    const char *title; // what it would be called
    const char *place; // why its position is doubtful, or that it has none; NULL: nothing to say
    Id twin;           // of changed, unchanged, doubtful
    bool same_as_twin; // the rep's answer to a doubtful one: the file is right
    bool not_twin;     // the other answer: a new record, or what is here is right
    bool unread;       // refused before it was matched: broken bytes, a wrong count of fields
    const char *const *cells; // one a column; an unread row may have more
    size_t cell_count;
} ImportRow;

/// Told how much is done, in percent, a few times a second; false stops with ERR_CANCELLED.
typedef bool (*ImportGoOn)(void *context, int percent);

typedef struct ImportPreview {
    ImportRecipe recipe;
    const Entity *kind; // what the list is of
    const char *file, *charset;
    ImportColumn *columns;
    size_t column_count;
    ImportRow *rows;
    size_t row_count;
    size_t fates[FATE_COUNT];
    size_t places_doubtful; // rows that say something in `place`
    const char **gone; // places that stand here from this list and are not in it any more: names
    size_t gone_count;
    Arena *arena;        // the one that was passed to import_preview
    const char *mapping; // what is remembered for this header: FIELD=COLUMN a line; NULL: nothing
    const char *mapping_name;   // the setting that remembers it
    struct Plan *plan;          // what was found out, while it holds; NULL: find out anew
    int64_t revision;           // of the store that it was made from
    bool asks;                  // a list without `missing` is no failure: the rep is asked for it
    const Entity *missing_kind; // of what no column tells who the rows are about; NULL: one does
    const Field *missing;       // its field; no row was matched
    ImportGoOn go_on;           // NULL: it runs to its end
    void *go_on_context;
} ImportPreview;

/// Runs the child over `file` and matches every row with the store; writes nothing. `map`:
/// FIELD=COLUMN pairs that win over recognised headers and what was remembered for this header.
/// Of `*ret` only `asks`, `go_on` and its context are read.
bool import_preview(App *app, const char *what, const char *file, const FieldArg *map,
                    size_t map_count, bool notes, Arena *arena, ImportPreview *ret, Err *err);
/// Stores new and changed rows as one step and remembers the mapping; doubtful ones only where
/// `same_as_twin` is set. Idempotent; fields that the rep has typed since are left alone.
bool import_store(App *app, ImportPreview *preview, Err *err);
/// Writes refused and unanswered doubtful rows with their reason to a CSV that can be corrected
/// and imported again.
bool import_rejects(App *app, const ImportPreview *preview, const char *file, Err *err);

/// One field of a doubtful row and of the record that it may be, both as they are shown.
typedef struct ImportBeside {
    const Field *field;
    const char *file, *here;
} ImportBeside;

/// What stands on both sides; 0 for rows that are not doubtful.
size_t import_beside(App *app, const ImportPreview *preview, const ImportRow *row, Arena *arena,
                     ImportBeside **ret);

/// "2 no longer in the list: 青葉商店, …", of as many as `columns` hold; "": all are.
const char *import_gone(const ImportPreview *preview, int columns, Arena *arena);

/// Act of the command `import`.
bool act_import(App *app, const Args *args, Effect *ret, Err *err);

#endif
