// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of lists: character set, cells, conversion; every cell that comes out is UTF-8.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/text.h"
#include "mawari/exchange/charset.h"
#include "mawari/exchange/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_all(const char *bytes, size_t size, Converter *converter, Arena *arena)
{
    CsvReader reader = csv_reader(bytes, size);
    CsvRecord record;
    bool end = false;
    while (csv_next(&reader, arena, &record, &end, NULL) && !end)
        for (size_t i = 0; i < record.count; i++) {
            char *text;
            (void)converter_text(converter, record.cells[i].bytes, record.cells[i].size, arena,
                                 &text);
            if (!text_valid(text, strlen(text)))
                abort();
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_open();
    char *bytes = arena_copy_bytes(arena, (const char *)data, size);
    Charset charset;
    size_t mark;
    if (charset_guess(bytes, size, &charset, &mark, NULL)) {
        Converter *converter;
        bool big = charset == CHARSET_UTF16BE;
        bytes += mark, size -= mark;
        if (big || charset == CHARSET_UTF16LE)
            bytes = charset_from_utf16(bytes, size, big, arena, &size);
        if (converter_open(charset == CHARSET_CP932 ? charset : CHARSET_UTF8, &converter, NULL)) {
            read_all(bytes, size, converter, arena);
            converter_close(converter);
        }
    }
    arena_close(arena);
    return 0;
}
