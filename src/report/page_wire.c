// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of a page as messages to the child that prints them.
#include <string.h>

#include "mawari/base/lang.h"
#include "mawari/report/page.h"

static const char *const tags[] = {
    [PAGE_TITLE] = "title", [PAGE_HEADING] = "heading", [PAGE_FIELD] = "field",
    [PAGE_LINE] = "line",   [PAGE_ROW] = "row",
};
enum { TAGS = sizeof tags / sizeof *tags };

Message page_block_message(const PageBlock *block, const char *ret[PAGE_CELLS + 1])
{
    size_t count = 0;
    ret[count++] = tags[block->kind];
    for (size_t i = 0; i < PAGE_CELLS && block->cells[i]; i++)
        ret[count++] = block->cells[i];
    return (Message){.texts = ret, .count = count};
}

bool page_block_read(Message message, PageBlock *ret, Err *err)
{
    size_t kind = 0;
    const char *tag = message.count ? message.texts[0] : NULL;
    while (kind < TAGS && !(tag && strcmp(tag, tags[kind]) == 0))
        kind++;
    bool good = kind < TAGS && message.count >= 2 && message.count <= PAGE_CELLS + 1;
    PageBlock block = {.kind = (PageBlockKind)kind};
    for (size_t i = 1; good && i < message.count; i++) {
        block.cells[i - 1] = message.texts[i];
        good = message.texts[i] != NULL;
    }
    if (!good || (kind == PAGE_FIELD && message.count != 3))
        return err_set(err, ERR_CHILD, _("what was to be printed is no page"));
    *ret = block;
    return true;
}
