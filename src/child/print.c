// SPDX-License-Identifier: GPL-3.0-or-later
// mawari-print: blocks of a page in, a PDF out, its fonts embedded.
//   mawari-print pdf   {"title", text}, {"row", a, b, …} … as page.h has them;
//                      answered by {"bytes", hex}… and {"done", pages}
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "limits.h"
#include "mawari/base/lang.h"
#include "mawari/print/pdf.h"

enum { CPU_SECONDS = 20, MEMORY_MIB = 768, BLOCKS_MOST = 20000, PIECE = 256 << 10 };

#ifdef MAWARI_SANITIZED
/// What fontconfig and GLib keep until the process ends is theirs.
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\nleak:libglib\nleak:libpango\nleak:libgobject\n";
}
#endif

/// As hex, for messages hold texts.
static bool send_piece(const unsigned char *bytes, size_t count, Err *err)
{
    static const char digits[] = "0123456789abcdef";
    Arena *arena = arena_open();
    char *hex = arena_take(arena, 2 * count + 1);
    for (size_t i = 0; i < count; i++) {
        hex[2 * i] = digits[bytes[i] >> 4];
        hex[2 * i + 1] = digits[bytes[i] & 0xF];
    }
    hex[2 * count] = '\0';
    const char *texts[] = {"bytes", hex};
    bool sent = wire_write(STDOUT_FILENO, (Message){texts, 2}, err);
    arena_close(arena);
    return sent;
}

static bool send_bytes(void *context, const unsigned char *bytes, size_t count, Err *err)
{
    (void)context;
    for (size_t at = 0, size; at < count; at += size) {
        size = count - at < PIECE ? count - at : PIECE;
        if (!send_piece(bytes + at, size, err))
            return false;
    }
    return true;
}

static bool read_page(Page *page, Err *err)
{
    for (;;) {
        Message message;
        bool end = false;
        PageBlock block;
        if (!wire_read(STDIN_FILENO, page->arena, &message, &end, err))
            return false;
        if (end)
            return true;
        if (page->count == BLOCKS_MOST)
            return err_set(err, ERR_INPUT, _("more than %d lines"), BLOCKS_MOST);
        if (!page_block_read(message, &block, err))
            return false;
        page->blocks = arena_more(page->arena, page->blocks, page->count, &page->room,
                                  sizeof block);
        page->blocks[page->count++] = block;
    }
}

static bool print(PdfFonts *fonts, Err *err)
{
    Arena *arena = arena_open();
    Page page = {.arena = arena};
    char number[16];
    int pages = 0;
    bool good = child_greet(err) && pdf_fonts_japanese(fonts, err) && read_page(&page, err) &&
                pdf_draw(fonts, &page, send_bytes, NULL, &pages, err);
    (void)snprintf(number, sizeof number, "%d", pages);
    const char *done[] = {"done", number};
    good = good && wire_write(STDOUT_FILENO, (Message){done, 2}, err);
    arena_close(arena);
    return good;
}

int main(int argc, char *argv[])
{
    Err err = {0};
    child_limit_with_threads(CPU_SECONDS, MEMORY_MIB); // pango looks for fonts in them
    PdfFonts *fonts = pdf_fonts_open();
    child_speak(argv[0]);
    child_shut_in_with("/usr/share"); // faces are read when they are drawn
    bool good = argc == 2 && strcmp(argv[1], "pdf") == 0
                    ? print(fonts, &err)
                    : err_set(&err, ERR_USAGE, _("mawari-print is started by mawari"));
    pdf_fonts_close(fonts);
    return good ? 0 : child_fail(&err);
}
