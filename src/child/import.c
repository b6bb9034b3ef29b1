// SPDX-License-Identifier: GPL-3.0-or-later
// mawari-import RECIPE FILE: reads a list of strangers and hands its rows over as messages:
//   header CELL…           the first row
//   known KIND.FIELD…      what each column is: NULL unknown; of our own exports also KIND.uid,
//                          KIND.version and the KIND.FIELD_uid of a reference
//   format CHARSET         how it was written
//   row LINE CELL…         one cell a column
//   refused LINE WHY CELL… a row that cannot be read; broken bytes are U+FFFD
//   done                   the end of a whole file
//   failed WHY             the end of one that cannot be read
//
// mawari-import encode: messages {"text", UTF-8} in, {"text", CP932} and {"done"} out; {"failed"}
// when a letter has no place there.
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "limits.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"
#include "mawari/base/wire.h"
#include "mawari/exchange/charset.h"
#include "mawari/exchange/csv.h"
#include "mawari/exchange/headers.h"

enum { CPU_SECONDS = 20, MEMORY_MIB = 512 };

typedef struct Import {
    const Recipe *recipe;
    const char *path;
    Arena *kept; // the file and its header
    Arena *row;  // emptied for each row
    const char *bytes;
    size_t size;
    Charset charset;
    Converter *converters[2]; // of UTF-8 and CP932
    Converter *converter;
    const char **headers;
    size_t columns;
    bool excel; // written by `export csv --for-excel`: a tab guards texts that begin like a formula
} Import;

static bool send(const char *const *texts, size_t count, Err *err)
{
    return wire_write(STDOUT_FILENO, (Message){texts, count}, err);
}

/// base names the bytes; here the limit is said as a person would.
static bool read_file(Import *import, Err *err)
{
    struct stat info;
    char *bytes;
    if (stat(import->path, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > CSV_FILE_BYTES)
        return err_set(err, ERR_INPUT, _("%s is larger than %d MiB"), import->path,
                       CSV_FILE_BYTES >> 20);
    if (!file_read(import->path, CSV_FILE_BYTES, import->kept, &bytes, &import->size, err))
        return false;
    import->bytes = bytes;
    return import->size > 0 || err_set(err, ERR_INPUT, _("%s is empty"), import->path);
}

/// What is needed from the file system: nothing can be opened behind child_shut_in().
static bool open_all(Import *import, Err *err)
{
    return read_file(import, err) && converter_open(CHARSET_UTF8, &import->converters[0], err) &&
           converter_open(CHARSET_CP932, &import->converters[1], err);
}

/// From here on the text is UTF-8 or CP932, whose signs of CSV are bytes of their own.
static bool find_charset(Import *import, Err *err)
{
    size_t mark;
    if (!charset_guess(import->bytes, import->size, &import->charset, &mark, err))
        return err_while(err, "%s", import->path);
    import->bytes += mark;
    import->size -= mark;
    bool big = import->charset == CHARSET_UTF16BE;
    if (big || import->charset == CHARSET_UTF16LE)
        import->bytes = charset_from_utf16(import->bytes, import->size, big, import->kept,
                                           &import->size);
    import->converter = import->converters[import->charset == CHARSET_CP932];
    import->excel = import->charset == CHARSET_UTF8 && mark > 0;
    return true;
}

static bool send_known(const Import *import, Err *err)
{
    Known *known = arena_array(import->kept, Known, import->columns);
    headers_recognise(import->recipe, import->headers, import->columns, known);
    const char **texts = arena_array(import->row, const char *, import->columns + 1);
    texts[0] = "known";
    for (size_t i = 0; i < import->columns; i++)
        if (known[i].kind)
            texts[i + 1] = arena_print(import->row, "%s.%s", known[i].kind->name,
                                       known[i].special ? known[i].special : known[i].field->name);
    return send(texts, import->columns + 1, err);
}

/// Why a cell is not text, as it stands in the file.
static const char *what_is_broken(const Import *import, CsvCell cell)
{
    return memchr(cell.bytes, '\0', cell.size)
               ? _("a zero byte")
               : arena_print(import->row, _("a broken byte, not %s"),
                             charset_name(import->charset));
}

static bool read_header(Import *import, CsvReader *reader, Err *err)
{
    CsvRecord record;
    bool end;
    if (!csv_next(reader, import->kept, &record, &end, err))
        return false;
    if (end)
        return err_set(err, ERR_INPUT, _("there is no header"));
    import->columns = record.count;
    const char **texts = arena_array(import->kept, const char *, record.count + 1);
    texts[0] = "header";
    import->headers = texts + 1;
    for (size_t i = 0; i < record.count; i++) {
        char *header;
        if (!converter_text(import->converter, record.cells[i].bytes, record.cells[i].size,
                            import->kept, &header))
            return err_set(err, ERR_INPUT, "%s: %s",
                           arena_print(import->row, _("line %zu, column %zu"), record.line, i + 1),
                           what_is_broken(import, record.cells[i]));
        texts[i + 1] = text_trim(header, import->kept);
    }
    import->excel = import->excel && strcmp(import->headers[0], "uid") == 0;
    return send(texts, record.count + 1, err) && send_known(import, err);
}

/// One row under way: what is sent, and why it must be refused (NULL: it need not).
typedef struct Row {
    const char **cells;
    size_t count; // of the header's columns, or more where the row is longer
    const char *why;
} Row;

static void read_cell(const Import *import, const CsvRecord *record, size_t i, Row *row)
{
    char *text;
    CsvCell cell = record->cells[i];
    if (!converter_text(import->converter, cell.bytes, cell.size, import->row, &text) && !row->why)
        row->why = arena_print(import->row, "%s: %s", i < import->columns ? import->headers[i] : "",
                               what_is_broken(import, cell));
    bool guarded = import->excel && text[0] == '\t';
    row->cells[i] = guarded ? text + 1 : text;
}

/// Empty cells at the end of a row that is too long say nothing; any others have lost their column.
static void check_length(const Import *import, const CsvRecord *record, Row *row)
{
    size_t used = row->count;
    while (used > import->columns && row->cells[used - 1][0] == '\0')
        used--;
    if (record->count < import->columns || used > import->columns)
        row->why = arena_print(import->row,
                               ngettext("%zu field, the header has %zu",
                                        "%zu fields, the header has %zu", record->count),
                               record->count, import->columns);
    else
        row->count = import->columns;
}

static Row read_row(const Import *import, const CsvRecord *record)
{
    Row row = {.count = record->count};
    row.cells = arena_array(import->row, const char *, record->count);
    for (size_t i = 0; i < record->count; i++)
        read_cell(import, record, i, &row);
    if (record->stray > 0)
        row.why = arena_print(import->row, _("%s: text behind a closing quotation mark"),
                              record->stray <= import->columns ? import->headers[record->stray - 1]
                                                               : "");
    check_length(import, record, &row);
    return row;
}

static bool is_blank(const Row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i][0] != '\0')
            return false;
    return true;
}

static bool send_row(const Import *import, size_t line, const Row *row, Err *err)
{
    size_t head = row->why ? 3 : 2;
    const char **texts = arena_array(import->row, const char *, row->count + head);
    texts[0] = row->why ? "refused" : "row";
    texts[1] = arena_print(import->row, "%zu", line);
    texts[2] = row->why;
    memcpy(texts + head, row->cells, row->count * sizeof *texts);
    return send(texts, row->count + head, err);
}

static bool read_rows(Import *import, CsvReader *reader, Err *err)
{
    for (;;) {
        CsvRecord record;
        bool end;
        arena_empty(import->row);
        if (!csv_next(reader, import->row, &record, &end, err))
            return false;
        if (end)
            return true;
        Row row = read_row(import, &record);
        if (!is_blank(&row) && !send_row(import, record.line, &row, err))
            return false;
    }
}

static bool read_list(Import *import, Err *err)
{
    CsvReader reader = csv_reader(import->bytes, import->size);
    const char *const format[] = {"format", charset_name(import->charset)};
    return (send(format, 2, err) && read_header(import, &reader, err) &&
            read_rows(import, &reader, err)) ||
           err_while(err, "%s", import->path);
}

static bool tell_end(bool read, const Err *err)
{
    const char *const done[] = {"done"};
    const char *const failed[] = {"failed", err->text};
    return read ? send(done, 1, NULL) : send(failed, 2, NULL);
}

typedef struct Texts {
    const char **rows;
    size_t count, room;
} Texts;

static bool hear_texts(Arena *arena, Texts *texts, Err *err)
{
    for (;;) {
        Message message;
        bool end = false;
        if (!wire_read(STDIN_FILENO, arena, &message, &end, err))
            return false;
        if (end)
            return true;
        if (message.count != 2 || !message.texts[1])
            return err_set(err, ERR_CHILD, "encode: what is no text");
        texts->rows = arena_more(arena, texts->rows, texts->count, &texts->room,
                                 sizeof *texts->rows);
        texts->rows[texts->count++] = message.texts[1];
    }
}

static bool tell_encoded(Encoder *encoder, const Texts *texts, Arena *arena, Err *err)
{
    for (size_t i = 0; i < texts->count; i++) {
        char *bytes;
        if (!encoder_text(encoder, texts->rows[i], arena, &bytes))
            return send((const char *const[]){"failed"}, 1, err);
        if (!send((const char *const[]){"text", bytes}, 2, err))
            return false;
    }
    return send((const char *const[]){"done"}, 1, err);
}

static int encode(void)
{
    Err err = {0};
    Arena *arena = arena_open();
    Texts texts = {0};
    Encoder *encoder = NULL;
    bool good = encoder_open(&encoder, &err);
    child_shut_in();
    good = good && child_greet(&err) && hear_texts(arena, &texts, &err) &&
           tell_encoded(encoder, &texts, arena, &err);
    encoder_close(encoder);
    arena_close(arena);
    return good ? 0 : child_fail(&err);
}

int main(int argc, char **argv)
{
    child_limit(CPU_SECONDS, MEMORY_MIB);
    child_speak(argv[0]);
    if (argc == 2 && strcmp(argv[1], "encode") == 0)
        return encode();
    Err err = {0};
    Import import = {.kept = arena_open(), .row = arena_open()};
    import.recipe = argc == 3 ? recipe_named(argv[1]) : NULL;
    if (!import.recipe) {
        (void)fputs("mawari-import RECIPE FILE\nmawari-import encode\n", stderr);
        return 2;
    }
    import.path = argv[2];
    bool ready = open_all(&import, &err);
    child_shut_in();
    Err parent = {0};
    bool greeted = child_greet(&parent);
    bool read = greeted && ready && find_charset(&import, &err) && read_list(&import, &err);
    bool told = greeted && tell_end(read, &err);
    converter_close(import.converters[0]);
    converter_close(import.converters[1]);
    arena_close(import.row);
    arena_close(import.kept);
    return !greeted ? child_fail(&parent) : told ? 0 : 1;
}
