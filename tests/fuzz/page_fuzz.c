// SPDX-License-Identifier: GPL-3.0-or-later
// What the print child is sent: any message is a block of a page, the same when it is sent again,
// or is refused with a sentence; and a page of any blocks is written out at any width.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/report/page.h"

enum { WIDE = 120, NARROW = 40 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
    if (!held)
        abort();
}

/// A block has a kind and its cells, none behind the first that is not there.
static void check_again(const PageBlock *block)
{
    const char *texts[PAGE_CELLS + 1];
    PageBlock again;
    must(block->kind <= PAGE_ROW && block->cells[0]);
    must(page_block_read(page_block_message(block, texts), &again, NULL));
    must(again.kind == block->kind);
    for (size_t i = 0; i < PAGE_CELLS; i++)
        must(again.cells[i] == block->cells[i]);
}

static void add(Page *page, const PageBlock *block)
{
    page->blocks = arena_more(page->arena, page->blocks, page->count, &page->room, sizeof *block);
    page->blocks[page->count++] = *block;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Page page = {.arena = arena_open()};
    const char *at = (const char *)data;
    size_t used;
    Message message;
    Err err = {0};
    while (wire_take(at, size, page.arena, &message, &used, &err) && used > 0) {
        PageBlock block;
        if (page_block_read(message, &block, &err)) {
            check_again(&block);
            add(&page, &block);
        } else {
            must(err.kind == ERR_CHILD && *err.text);
        }
        at += used;
        size -= used;
    }
    must(page_text(&page, WIDE, page.arena) != NULL);
    must(page_text(&page, NARROW, page.arena) != NULL);
    arena_close(page.arena);
    return 0;
}
