// SPDX-License-Identifier: GPL-3.0-or-later
// Reads CSV. Quotation marks count only at the beginning of a cell, as every sheet program writes
// them; elsewhere they are letters.
#include "mawari/exchange/csv.h"

#include <string.h>

#include "mawari/base/lang.h"

/// The record that is being read.
typedef struct Reading {
    CsvReader *reader;
    Arena *arena;
    CsvCell *cells;
    size_t count, room;
    size_t line;
    const char *start;
    size_t stray;
} Reading;

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static char likely_delimiter(const char *bytes, size_t size)
{
    static const char signs[] = ",\t;";
    size_t counts[sizeof signs - 1] = {0}, best = 0;
    bool quoted = false;
    for (size_t i = 0; i < size && (quoted || !is_line_end(bytes[i])); i++) {
        const char *sign = bytes[i] ? strchr(signs, bytes[i]) : NULL;
        quoted ^= bytes[i] == '"';
        if (sign && !quoted)
            counts[sign - signs]++;
    }
    for (size_t i = 1; i < sizeof counts / sizeof *counts; i++)
        best = counts[i] > counts[best] ? i : best;
    return signs[best];
}

CsvReader csv_reader(const char *bytes, size_t size)
{
    return (CsvReader){
        .at = bytes, .end = bytes + size, .line = 1, .delimiter = likely_delimiter(bytes, size)};
}

static bool refuse(const Reading *reading, Err *err, const char *why, int limit)
{
    err_set(err, ERR_INPUT, why, limit);
    return err_while(err, _("line %zu, column %zu"), reading->line, reading->count + 1);
}

/// Takes a line end of any kind and counts it.
static void take_line_end(CsvReader *reader)
{
    bool paired = *reader->at == '\r' && reader->end - reader->at > 1 && reader->at[1] == '\n';
    reader->at += paired ? 2 : 1;
    reader->line++;
}

static bool is_cell_end(const CsvReader *reader)
{
    return reader->at == reader->end || *reader->at == reader->delimiter ||
           is_line_end(*reader->at);
}

static CsvCell take_bare(CsvReader *reader)
{
    const char *start = reader->at;
    while (!is_cell_end(reader))
        reader->at++;
    return (CsvCell){start, (size_t)(reader->at - start)};
}

/// Where the quotation mark that closes stands; NULL: nowhere.
static const char *closing_mark(const char *at, const char *end, bool *ret_doubled)
{
    *ret_doubled = false;
    while ((at = memchr(at, '"', (size_t)(end - at)))) {
        if (at + 1 == end || at[1] != '"')
            return at;
        *ret_doubled = true;
        at += 2;
    }
    return NULL;
}

static CsvCell without_doubles(const char *start, const char *end, Arena *arena)
{
    char *text = arena_take(arena, (size_t)(end - start)), *to = text;
    for (const char *at = start; at < end; at++) {
        *to++ = *at;
        at += *at == '"';
    }
    return (CsvCell){text, (size_t)(to - text)};
}

static size_t count_lines(const char *at, const char *end)
{
    size_t lines = 0;
    for (; at < end; at++)
        lines += *at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n'));
    return lines;
}

static bool take_quoted(Reading *reading, CsvCell *ret, Err *err)
{
    CsvReader *reader = reading->reader;
    const char *start = reader->at + 1;
    bool doubled;
    const char *close = closing_mark(start, reader->end, &doubled);
    if (!close)
        return refuse(reading, err, _("a quotation mark is opened and never closed"), 0);
    *ret = doubled ? without_doubles(start, close, reading->arena)
                   : (CsvCell){start, (size_t)(close - start)};
    reader->line += count_lines(start, close);
    reader->at = close + 1;
    if (!is_cell_end(reader) && reading->stray == 0)
        reading->stray = reading->count + 1;
    while (!is_cell_end(reader))
        reader->at++;
    return true;
}

static bool take_cell(Reading *reading, Err *err)
{
    CsvReader *reader = reading->reader;
    CsvCell cell;
    if (reading->count == CSV_COLUMNS)
        return refuse(reading, err, _("there are more than %d columns"), CSV_COLUMNS);
    if (reader->at < reader->end && *reader->at == '"') {
        if (!take_quoted(reading, &cell, err))
            return false;
    } else {
        cell = take_bare(reader);
    }
    if (cell.size > CSV_CELL_BYTES)
        return refuse(reading, err, _("a field is larger than %d KiB"), CSV_CELL_BYTES >> 10);
    if (reader->at - reading->start > CSV_LINE_BYTES)
        return refuse(reading, err, _("a row is larger than %d KiB"), CSV_LINE_BYTES >> 10);
    reading->cells = arena_more(reading->arena, reading->cells, reading->count, &reading->room,
                                sizeof *reading->cells);
    reading->cells[reading->count++] = cell;
    return true;
}

static void skip_blank_lines(CsvReader *reader)
{
    while (reader->at < reader->end && is_line_end(*reader->at))
        take_line_end(reader);
    if (reader->end - reader->at == 1 && *reader->at == '\x1A') // how DOS ended a file
        reader->at = reader->end;
}

bool csv_next(CsvReader *reader, Arena *arena, CsvRecord *ret, bool *ret_end, Err *err)
{
    skip_blank_lines(reader);
    *ret_end = reader->at == reader->end;
    if (*ret_end)
        return true;
    Reading reading = {.reader = reader, .arena = arena, .line = reader->line, .start = reader->at};
    if (reader->rows++ > CSV_ROWS) // the header is none
        return refuse(&reading, err, _("there are more than %d rows"), CSV_ROWS);
    for (;;) {
        if (!take_cell(&reading, err))
            return false;
        if (reader->at == reader->end || *reader->at != reader->delimiter)
            break;
        reader->at++;
    }
    if (reader->at < reader->end)
        take_line_end(reader);
    *ret = (CsvRecord){reading.line, reading.cells, reading.count, reading.stray};
    return true;
}
