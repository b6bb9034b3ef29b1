// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile text: only visible, valid, measured characters leave base/text.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/hidden.h"
#include "mawari/base/json.h"
#include "mawari/base/lang.h"
#include "mawari/base/romaji.h"
#include "mawari/base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
    if (!held)
        abort();
}

static void must_be_visible(const char *s)
{
    for (size_t left = strlen(s); left > 0;) {
        uint32_t code;
        size_t used = text_next(s, left, &code);
        must(!is_control(code) && !is_hidden(code) && !is_private(code));
        s += used;
        left -= used;
    }
}

static void must_be_valid(const char *s)
{
    must(text_valid(s, strlen(s)));
}

static void check_cells(const char *s)
{
    int width = text_width(s);
    for (size_t left = strlen(s); left > 0;) {
        TextCell cell;
        size_t used = text_cell(s, left, &cell);
        must(used > 0 && used <= left && (cell.width == 1 || cell.width == 2));
        must_be_valid(cell.glyph);
        must_be_visible(cell.glyph);
        width -= cell.width;
        s += used;
        left -= used;
    }
    must(width == 0);
}

static void check_lines(const char *s, int columns, Arena *arena)
{
    char **lines;
    size_t count = text_wrap(s, columns, arena, &lines);
    for (size_t i = 0; i < count; i++)
        must(text_width(lines[i]) <= (columns < 2 ? 2 : columns));
    must(text_width(text_fit(s, columns, arena)) <= columns);
    must(text_width(text_pad(s, columns, arena)) == columns);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool started;
    started = started || lang_start(NULL, "en");
    Arena *arena = arena_open();
    char *s = arena_copy_bytes(arena, (const char *)data, size), **readings;
    check_cells(s);
    check_lines(s, 1 + (int)(size ? data[0] % 40 : 0), arena);
    must_be_visible(text_clean(s, false, arena));
    must(text_width(text_clean(s, false, arena)) == text_width(s));

    must_be_valid(text_nfc(s, arena));
    must_be_valid(text_narrow(s, arena));
    must_be_valid(text_company(s, arena));
    char *folded = text_fold(s, arena);
    must_be_valid(folded);
    must(text_same_folded(s, s, arena));
    must(strspn(text_digits(s, arena), "0123456789") == strlen(text_digits(s, arena)));
    must(romaji_readings(s, arena, &readings) <= 32);
    Json json;
    json_start(&json, arena);
    json_text(&json, NULL, s);
    must_be_valid(buffer_text(&json.out));
    arena_close(arena);
    return 0;
}
