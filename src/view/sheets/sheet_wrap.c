// SPDX-License-Identifier: GPL-3.0-or-later
// What is longer than a sheet is wide goes on in the next row: beside a list a sheet is narrow.
#include <string.h>

#include "mawari/base/text.h"
#include "sheet.h"

enum { LEAST = 12 }; // below it wrapping helps nobody

int sheet_text_columns(const Sheet *sheet, int most)
{
    int room = sheet->columns - SHEET_LABELLED;
    return room > most ? most : room < LEAST ? LEAST : room;
}

static int indent_of(const char *text)
{
    return (int)strspn(text, " ");
}

/// The same row with a piece of its text. What hangs on a row without a label stands two cells in.
static SheetRow piece_of(SheetRow row, const char *piece, bool first, Arena *arena)
{
    int indent = row.label ? 0 : indent_of(row.text) + (first ? 0 : 2);
    row.text = arena_print(arena, "%*s%s", indent, "", piece);
    row.label = row.label && !first ? "" : row.label;
    return row;
}

/// The first piece has two cells more than those that hang on it: these are taken for all.
static void add_wrapped(Sheet *sheet, SheetRow row, int columns)
{
    char **lines;
    int indent = indent_of(row.text), room = columns - indent - (row.label ? 0 : 2);
    size_t count = text_wrap(row.text + indent, room < LEAST ? LEAST : room, sheet->arena, &lines);
    for (size_t i = 0; i < count; i++)
        sheet_row(sheet, piece_of(row, lines[i], i == 0, sheet->arena));
}

void sheet_wrap(Sheet *sheet, int columns)
{
    Sheet all = *sheet;
    sheet->rows = NULL;
    sheet->count = sheet->room = 0;
    for (size_t i = 0; i < all.count; i++) {
        SheetRow row = all.rows[i];
        int room = columns - (row.label ? SHEET_LABELLED : SHEET_PLAIN);
        if (row.text && !row.heading && text_width(row.text) > room)
            add_wrapped(sheet, row, room);
        else
            sheet_row(sheet, row);
    }
}
