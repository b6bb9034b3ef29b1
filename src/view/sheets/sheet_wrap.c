// SPDX-License-Identifier: GPL-3.0-or-later
// What is longer than a sheet is wide goes on in the next row: beside a list a sheet is narrow.
#include <string.h>

#include "mawari/base/text.h"
#include "sheet.h"

enum { LEAST = 12, READABLE = 24, HANGS = 2 }; // below the least wrapping helps nobody

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

static void add_lines(Sheet *sheet, SheetRow row, const char *text, int columns, int indent,
                      const char *before)
{
    char **lines;
    size_t count = text_wrap(text, columns < LEAST ? LEAST : columns, sheet->arena, &lines);
    for (size_t i = 0; i < count; i++)
        if (i == 0 && *before)
            add_piece(sheet, row, 0, arena_print(sheet->arena, "%s%s", before, lines[i]));
        else
            add_piece(sheet, row, indent, lines[i]);
}

/// The last cell, where it has room beside the others to be read: it goes on under itself.
static bool add_last_cell(Sheet *sheet, SheetRow row, const char *cells, const char *last,
                          int columns, int indent)
{
    const char *before = arena_print(sheet->arena, "%*s%s", indent, "",
                                     arena_copy_bytes(sheet->arena, cells, (size_t)(last - cells)));
    int at = text_width(before);
    if (!*last || strstr(last, "  ") || columns - at < READABLE)
        return false;
    add_lines(sheet, row, last, columns - at, at, before);
    return true;
}

/// No cell is parted that has room in the next row; what hangs there stands two blanks in.
static void add_cells(Sheet *sheet, SheetRow row, int columns)
{
    const char *begin = row.text + strspn(row.text, " "), *text = begin;
    while (*text) {
        int indent = (int)(begin - row.text) + (text == begin ? 0 : HANGS);
        size_t end = cells_that_fit(text, columns - indent, sheet->arena);
        const char *next = text + end + strspn(text + end, " ");
        if (add_last_cell(sheet, row, text, next, columns, indent))
            return;
        add_lines(sheet, row, arena_copy_bytes(sheet->arena, text, end), columns - indent, indent,
                  "");
        text = next;
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
        if (row.text && !row.heading && !row.summary && text_width(row.text) > room)
            (row.label ? add_field : add_cells)(sheet, row, room);
        else
            sheet_row(sheet, row);
    }
}
