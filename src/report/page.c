// SPDX-License-Identifier: GPL-3.0-or-later
// Pages: blocks are collected, then drawn as text with aligned columns.
#include "mawari/report/page.h"

#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

enum { LEAST_COLUMNS = 40, GAP = 2, LEAST_LAST = 16, LEAST_CELL = 8 };

static void add(Page *page, PageBlock block)
{
    page->blocks = arena_more(page->arena, page->blocks, page->count, &page->room, sizeof block);
    page->blocks[page->count++] = block;
}

void page_title(Page *page, const char *text)
{
    add(page, (PageBlock){.kind = PAGE_TITLE, .cells = {text}});
}

void page_heading(Page *page, const char *text)
{
    add(page, (PageBlock){.kind = PAGE_HEADING, .cells = {text}});
}

void page_field(Page *page, const char *label, const char *text)
{
    if (text && *text)
        add(page, (PageBlock){.kind = PAGE_FIELD, .cells = {label, text}});
}

void page_line(Page *page, const char *text)
{
    add(page, (PageBlock){.kind = PAGE_LINE, .cells = {text}});
}

void page_row(Page *page, const char *a, const char *b, const char *c, const char *d)
{
    PageBlock row = {.kind = PAGE_ROW, .cells = {a, b, c, d}};
    // behind the last there is none, before it an empty one
    for (int i = PAGE_CELLS - 1; i > 0; i--)
        if (row.cells[i] && !row.cells[i - 1])
            row.cells[i - 1] = "";
    add(page, row);
}

static bool is_last(const PageBlock *block, int cell)
{
    for (int c = cell + 1; c < PAGE_CELLS; c++)
        if (block->cells[c] && *block->cells[c])
            return false;
    return true;
}

/// Long cells give room to those behind them: the widest is narrowed until all fit.
static void narrow(int widths[PAGE_CELLS], int columns)
{
    for (;;) {
        int all = LEAST_LAST, widest = 0;
        for (int c = 0; c < PAGE_CELLS; c++) {
            all += widths[c] ? widths[c] + GAP : 0;
            widest = widths[c] > widths[widest] ? c : widest;
        }
        if (all <= columns || widths[widest] <= LEAST_CELL)
            return;
        widths[widest]--;
    }
}

/// The widths of the columns of the blocks from `at` that are aligned together: they are of one
/// kind. What is last in its row goes on to the end of the line. Returns how many they are.
static size_t measure(const Page *page, size_t at, int columns, int widths[PAGE_CELLS])
{
    size_t count = 0;
    for (int c = 0; c < PAGE_CELLS; c++)
        widths[c] = 0;
    while (at + count < page->count && page->blocks[at + count].kind == page->blocks[at].kind) {
        const PageBlock *block = &page->blocks[at + count++];
        for (int c = 0; c < PAGE_CELLS && block->cells[c] && !is_last(block, c); c++) {
            int width = text_width(block->cells[c]);
            widths[c] = width > widths[c] ? width : widths[c];
        }
    }
    narrow(widths, columns);
    return count;
}

static void add_blanks(Buffer *out, int count)
{
    buffer_print(out, "%*s", count, "");
}

/// `text` from column `at` on, as many lines as it takes.
static void add_wrapped(Buffer *out, const char *text, int at, int columns)
{
    char **lines;
    int room = columns - at < LEAST_LAST ? LEAST_LAST : columns - at;
    size_t count = text_wrap(text, room, out->arena, &lines);
    for (size_t i = 0; i < count; i++) {
        if (i)
            add_blanks(out, at);
        buffer_print(out, "%s\n", lines[i]);
    }
    if (count == 0)
        buffer_add(out, "\n");
}

/// A cell as lines, and where it stands.
typedef struct Cell {
    char **lines;
    size_t count;
    int at;
} Cell;

static int wrap_cells(const PageBlock *block, const int *widths, int columns, Arena *arena,
                      Cell *ret, size_t *ret_lines)
{
    int count = 0, at = 0;
    *ret_lines = 1;
    for (; count < PAGE_CELLS && block->cells[count]; count++) {
        bool last = is_last(block, count);
        int room = !last ? widths[count] : columns - at < LEAST_LAST ? LEAST_LAST : columns - at;
        ret[count].at = at;
        ret[count].count = text_wrap(block->cells[count], room, arena, &ret[count].lines);
        *ret_lines = ret[count].count > *ret_lines ? ret[count].count : *ret_lines;
        if (last)
            return count + 1;
        at += widths[count] ? widths[count] + GAP : 0;
    }
    return count;
}

static void add_cells(Buffer *out, const PageBlock *block, const int *widths, int columns)
{
    Cell cells[PAGE_CELLS];
    size_t lines;
    int count = wrap_cells(block, widths, columns, out->arena, cells, &lines);
    for (size_t line = 0; line < lines; line++) {
        int at = 0;
        for (int c = 0; c < count; c++) {
            if (line >= cells[c].count || !*cells[c].lines[line])
                continue;
            add_blanks(out, cells[c].at - at);
            buffer_add(out, cells[c].lines[line]);
            at = cells[c].at + text_width(cells[c].lines[line]);
        }
        buffer_add(out, "\n");
    }
}

static size_t add_aligned(Buffer *out, const Page *page, size_t at, int columns)
{
    int widths[PAGE_CELLS];
    size_t count = measure(page, at, columns, widths);
    for (size_t i = 0; i < count; i++)
        add_cells(out, &page->blocks[at + i], widths, columns);
    return count;
}

char *page_text(const Page *page, int columns, Arena *arena)
{
    Buffer out = {.arena = arena};
    columns = columns < LEAST_COLUMNS ? LEAST_COLUMNS : columns;
    for (size_t i = 0; i < page->count;) {
        const PageBlock *block = &page->blocks[i];
        if (block->kind == PAGE_FIELD || block->kind == PAGE_ROW) {
            i += add_aligned(&out, page, i, columns);
            continue;
        }
        if (block->kind == PAGE_HEADING && i)
            buffer_add(&out, "\n");
        add_wrapped(&out, block->cells[0], 0, columns);
        i++;
    }
    return arena_copy(arena, buffer_text(&out));
}
