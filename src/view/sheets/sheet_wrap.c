// SPDX-License-Identifier: GPL-3.0-or-later
// What is longer than a sheet is wide goes on in the next row: beside a list a sheet is narrow.
#include <string.h>

#include "mawari/base/text.h"
#include "sheet.h"

enum { LEAST = 12, HANGS = 2 }; // below the least wrapping helps nobody

int sheet_text_columns(const Sheet *sheet, int most)
{
    int room = sheet->columns - SHEET_LABELLED;
    return room > most ? most : room < LEAST ? LEAST : room;
}

static void add_piece(Sheet *sheet, SheetRow row, int indent, const char *piece)
{
    row.text = arena_print(sheet->arena, "%*s%s", indent, "", piece);
    sheet_row(sheet, row);
}

static void add_field(Sheet *sheet, SheetRow row, int columns)
{
    char **lines;
    size_t count = text_wrap(row.text, columns < LEAST ? LEAST : columns, sheet->arena, &lines);
    for (size_t i = 0; i < count; i++) {
        add_piece(sheet, row, 0, lines[i]);
        row.label = "";
    }
}

/// Where the cells that fit end, for two blanks or more stand between them; at least the first one.
static size_t cells_that_fit(const char *text, int columns, Arena *arena)
{
    size_t fits = 0;
    for (size_t end = 0; text[end];) {
        const char *gap = strstr(text + end, "  ");
        end = gap ? (size_t)(gap - text) : strlen(text);
        if (fits && text_width(arena_copy_bytes(arena, text, end)) > columns)
            break;
        fits = end;
        end += strspn(text + end, " ");
    }
    return fits;
}

/// No cell is parted that has room in the next row; what hangs there stands two blanks in.
static void add_cells(Sheet *sheet, SheetRow row, int columns)
{
    const char *begin = row.text + strspn(row.text, " "), *text = begin;
    for (; *text; text += strspn(text, " ")) {
        char **lines;
        int indent = (int)(begin - row.text) + (text == begin ? 0 : HANGS), room = columns - indent;
        size_t end = cells_that_fit(text, room, sheet->arena);
        const char *cells = arena_copy_bytes(sheet->arena, text, end);
        size_t count = text_wrap(cells, room < LEAST ? LEAST : room, sheet->arena, &lines);
        for (size_t i = 0; i < count; i++)
            add_piece(sheet, row, indent, lines[i]);
        text += end;
    }
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
            (row.label ? add_field : add_cells)(sheet, row, room);
        else
            sheet_row(sheet, row);
    }
}
