// SPDX-License-Identifier: GPL-3.0-or-later
// Reading CSV (RFC 4180) as it is found: commas, tabs or semicolons, any line end, quoted line
// breaks. What is beyond the limits is refused with its line and column.
#ifndef MAWARI_EXCHANGE_CSV_H
#define MAWARI_EXCHANGE_CSV_H

#include "mawari/base/arena.h"
#include "mawari/base/err.h"

/// The limits of one file.
enum {
    CSV_FILE_BYTES = 64 << 20,
    CSV_LINE_BYTES = 1 << 20, // a record with its quoted line breaks
    CSV_CELL_BYTES = 64 << 10,
    CSV_ROWS = 200000,
    CSV_COLUMNS = 512,
};

/// Bytes of any character set whose signs of CSV are those of ASCII (UTF-8, CP932).
typedef struct CsvCell {
    const char *bytes; // without its quotation marks, not ended by '\0'
    size_t size;
} CsvCell;

typedef struct CsvRecord {
    size_t line; // where it begins, from 1
    const CsvCell *cells;
    size_t count;
    size_t stray; // the cell (from 1) with text behind its closing quotation mark; 0: none
} CsvRecord;

typedef struct CsvReader {
    const char *at, *end;
    size_t line;
    size_t rows;
    char delimiter;
} CsvReader;

/// `bytes` must outlive the records. The delimiter is the one that the first line has most of.
CsvReader csv_reader(const char *bytes, size_t size);

/// The next record; blank lines are skipped. `*ret_end` is true when there is none. A limit that
/// is passed, or a quotation mark that is never closed, is ERR_INPUT and ends the reading.
bool csv_next(CsvReader *reader, Arena *arena, CsvRecord *ret, bool *ret_end, Err *err);

#endif
