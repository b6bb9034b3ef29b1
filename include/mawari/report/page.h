// SPDX-License-Identifier: GPL-3.0-or-later
// A page of a report: blocks of text and tables, drawn as plain text that can be pasted anywhere.
#ifndef MAWARI_REPORT_PAGE_H
#define MAWARI_REPORT_PAGE_H

#include <stddef.h>

#include "mawari/base/arena.h"
#include "mawari/base/wire.h"

typedef enum PageBlockKind {
    PAGE_TITLE,
    PAGE_HEADING, // with a blank line before it
    PAGE_FIELD,   // a label and what stands beside it
    PAGE_LINE,
    PAGE_ROW, // cells of a table: rows that follow each other are aligned together
} PageBlockKind;

enum { PAGE_CELLS = 4 };

typedef struct PageBlock {
    PageBlockKind kind;
    const char *cells[PAGE_CELLS]; // of a field the label and the text; NULL behind the last
} PageBlock;

typedef struct Page {
    Arena *arena; // blocks are kept in it; texts are kept, not copied
    PageBlock *blocks;
    size_t count, room;
} Page;

void page_title(Page *page, const char *text);
void page_heading(Page *page, const char *text);
/// Nothing where `text` is NULL or empty: a page does not speak of what is not known.
void page_field(Page *page, const char *label, const char *text);
void page_line(Page *page, const char *text);
/// NULL: no cell; one before another is an empty one.
void page_row(Page *page, const char *a, const char *b, const char *c, const char *d);

/// The page as lines of at most `columns` (at least 40). What a field or the last cell of a row has
/// to say goes on below itself.
char *page_text(const Page *page, int columns, Arena *arena);
/// A block as it is handed to the child that prints, and back: {"title", text}, {"row", a, b, …}.
/// `ret` has room for PAGE_CELLS + 1 texts. ERR_CHILD where a message is none.
Message page_block_message(const PageBlock *block, const char *ret[PAGE_CELLS + 1]);
bool page_block_read(Message message, PageBlock *ret, Err *err);

#endif
