// SPDX-License-Identifier: GPL-3.0-or-later
// How a file becomes a preview that is not matched yet: its rows, and what its columns are.
#ifndef APP_IMPORT_COLUMNS_H
#define APP_IMPORT_COLUMNS_H

#include "mawari/app/import.h"

/// Runs the child over `preview->file` and fills charset, columns (as the child knows them) and
/// rows.
bool import_read(ImportPreview *preview, Err *err);

/// How far reading, matching and writing are when each is done.
enum { READ_PERCENT = 30, WRITTEN_PERCENT = 80, MATCHED_ROWS = 1024 };

/// Tells how far it is; ERR_CANCELLED when it shall not go on.
bool import_goes_on(const ImportPreview *preview, int percent, Err *err);

/// Settles what each column is: as recognised, as remembered for this header, as `map` says. Takes
/// the answers out of a file of rejects. ERR_INPUT when no column tells who the rows are
/// about and nobody is to be asked.
bool import_columns(App *app, ImportPreview *preview, const FieldArg *map, size_t map_count,
                    bool notes, Err *err);

/// The columns that import_rejects() adds, and the words of an answer.
extern const char import_line_header[], import_why_header[], import_answer_header[];
/// Is the file what was left of another one?
bool import_is_of_rejects(const ImportPreview *preview);

#endif
