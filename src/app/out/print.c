// SPDX-License-Identifier: GPL-3.0-or-later
// Pages to the child that prints, and its bytes, read as hostile, to a file.
#include "mawari/app/print.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/app/child.h"
#include "mawari/base/buffer.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"

enum { CHILD_SECONDS = 60, FILE_LIMIT = 64 << 20, PAGES_MOST = 10000 };

static int digit_of(char letter)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = letter ? strchr(digits, letter) : NULL;
    return at ? (int)(at - digits) : -1;
}

static bool unfinished(Err *err)
{
    return err_set(err, ERR_CHILD, _("the PDF was not finished"));
}

static bool add_hex(Buffer *out, const char *hex, Err *err)
{
    for (; *hex; hex += 2) {
        int high = digit_of(hex[0]), low = high < 0 ? -1 : digit_of(hex[1]);
        if (low < 0)
            return unfinished(err);
        char byte = (char)(high << 4 | low);
        buffer_add_bytes(out, &byte, 1);
    }
    return true;
}

/// One of its messages; `*ret_pages` is set by the last.
static bool take(Message message, Buffer *out, int *ret_pages, Err *err)
{
    if (message.count != 2 || !message.texts[0] || !message.texts[1])
        return unfinished(err);
    if (strcmp(message.texts[0], "done") == 0) {
        long pages = strtol(message.texts[1], NULL, 10);
        *ret_pages = (int)pages;
        return (pages > 0 && pages <= PAGES_MOST) || unfinished(err);
    }
    if (strcmp(message.texts[0], "bytes") != 0 || out->size > FILE_LIMIT)
        return unfinished(err);
    return add_hex(out, message.texts[1], err);
}

/// `*ret_ended`: the child said no more; its own words are the better reason then.
static bool receive_all(Child *child, Buffer *out, int *ret_pages, bool *ret_ended, Err *err)
{
    Arena *piece = arena_open();
    bool good = true;
    *ret_pages = 0;
    *ret_ended = false;
    while (good && !*ret_pages && !*ret_ended) {
        Message message = {0};
        arena_empty(piece);
        good = child_receive(child, CHILD_SECONDS, piece, &message, ret_ended, err) &&
               (*ret_ended || take(message, out, ret_pages, err));
    }
    arena_close(piece);
    return good && (*ret_pages || unfinished(err));
}

static bool send_all(Child *child, const Page *page, Err *err)
{
    const char *texts[PAGE_CELLS + 1];
    for (size_t i = 0; i < page->count; i++)
        if (!child_send(child, page_block_message(&page->blocks[i], texts), err))
            return false;
    child_sent_all(child);
    return true;
}

bool print_pdf(const Page *page, const char *file, int *ret_pages, Err *err)
{
    char what[] = "pdf";
    char *const arguments[] = {what, NULL};
    Child *child = NULL;
    Err why = {0};
    int pages = 0;
    bool ended = false;
    if (!child_start("mawari-print", arguments, &child, err))
        return false;
    Buffer out = {.arena = arena_open()};
    bool sent = send_all(child, page, &why) || unfinished(&why); // it ended before it had all
    bool good = sent && receive_all(child, &out, &pages, &ended, &why);
    if (good || ended || !sent)
        good = child_end(child, err) && (good || err_set(err, why.kind, "%s", why.text));
    else {
        child_kill(child);
        (void)err_set(err, why.kind, "%s", why.text);
    }
    good = good && file_write(file, buffer_text(&out), out.size, 0600, err);
    arena_close(out.arena);
    if (good)
        *ret_pages = pages;
    return good;
}

Page page_of_text(const char *text, Arena *arena)
{
    Page page = {.arena = arena};
    for (const char *at = text; *at;) {
        size_t size = strcspn(at, "\n");
        const char *line = arena_copy_bytes(arena, at, size);
        if (page.count)
            page_line(&page, line);
        else
            page_title(&page, line);
        at += size + (at[size] == '\n');
    }
    return page;
}
