// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that are left, as a file like the one that they came from, with the reason behind each.
#include <string.h>

#include "import_columns.h"
#include "import_plan.h"
#include "mawari/app/child.h"
#include "mawari/base/buffer.h"
#include "mawari/base/file.h"

enum { PIECE = 1 << 20, WALL_SECONDS = 60 };

static void add_cell(Buffer *out, const char *text, bool first)
{
    if (!first)
        buffer_add(out, ",");
    if (!strpbrk(text, "\",\r\n")) {
        buffer_add(out, text);
        return;
    }
    buffer_add(out, "\"");
    for (const char *at = text; *at; at++)
        buffer_add_bytes(out, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    buffer_add(out, "\"");
}

static bool is_added(const char *header)
{
    return strcmp(header, import_line_header) == 0 || strcmp(header, import_why_header) == 0 ||
           strcmp(header, import_answer_header) == 0;
}

/// As it was read; a file of rejects does not grow by what was added to it before.
static void add_row(Buffer *out, const ImportPreview *preview, const ImportRow *row)
{
    bool first = true;
    size_t count = row->cell_count > preview->column_count ? row->cell_count
                                                           : preview->column_count;
    for (size_t i = 0; i < count; i++) {
        if (i < preview->column_count && is_added(preview->columns[i].header))
            continue;
        add_cell(out, i < row->cell_count ? row->cells[i] : "", first);
        first = false;
    }
    buffer_print(out, ",%zu", row->line);
    add_cell(out, row->why ? row->why : "", false);
    buffer_add(out, ",\r\n");
}

static void add_header(Buffer *out, const ImportPreview *preview)
{
    const char *const added[] = {import_line_header, import_why_header, import_answer_header};
    bool first = true;
    for (size_t i = 0; i < preview->column_count; i++) {
        if (is_added(preview->columns[i].header))
            continue;
        add_cell(out, preview->columns[i].header, first);
        first = false;
    }
    for (size_t i = 0; i < sizeof added / sizeof *added; i++)
        add_cell(out, added[i], false);
    buffer_add(out, "\r\n");
}

/// Cut behind line ends, so that no letter is.
static bool hand_over(Child *child, const char *text, Arena *arena, Err *err)
{
    while (*text) {
        size_t size = 0, line;
        while (text[size] && (line = strcspn(text + size, "\n") + 1) + size <= PIECE)
            size += text[size + line - 1] ? line : line - 1;
        if (size == 0)
            size = strcspn(text, "\n");
        const char *const texts[] = {"text", arena_copy_bytes(arena, text, size)};
        if (!child_send(child, (Message){texts, 2}, err))
            return false;
        text += size;
    }
    child_sent_all(child);
    return true;
}

static bool take_back(Child *child, Buffer *out, bool *ret_done, Err *err)
{
    for (;;) {
        Message message;
        bool end;
        if (!child_receive(child, WALL_SECONDS, out->arena, &message, &end, err))
            return false;
        *ret_done = !end && strcmp(message.texts[0], "done") == 0;
        if (end || message.count != 2 || !message.texts[1])
            return true;
        buffer_add(out, message.texts[1]);
    }
}

/// As CP932, if every letter has a place there.
static bool encode(const Buffer *text, Buffer *ret, bool *ret_done, Err *err)
{
    Child *child;
    char word[] = "encode";
    char *const arguments[] = {word, NULL};
    if (!child_start("mawari-import", arguments, &child, err))
        return false;
    if (!hand_over(child, text->text, text->arena, err) || !take_back(child, ret, ret_done, err)) {
        child_kill(child);
        return false;
    }
    return child_end(child, err);
}

/// In the character set of the file; where that cannot be, UTF-8 with its mark, which sheet programs
/// read.
static bool as_it_came(const ImportPreview *preview, const Buffer *text, Buffer *ret, Err *err)
{
    bool done = strcmp(preview->charset, "UTF-8") == 0;
    if (done)
        *ret = *text;
    else if (strcmp(preview->charset, "CP932") == 0 && !encode(text, ret, &done, err))
        return false;
    if (!done) {
        *ret = (Buffer){.arena = text->arena};
        buffer_print(ret, "\xEF\xBB\xBF%s", text->text);
    }
    return true;
}

bool import_rejects(App *app, const ImportPreview *preview, const char *file, Err *err)
{
    (void)app;
    Arena *arena = arena_open();
    Buffer text = {.arena = arena}, out = {.arena = arena};
    add_header(&text, preview);
    for (size_t i = 0; i < preview->row_count; i++)
        if (!row_is_settled(&preview->rows[i]))
            add_row(&text, preview, &preview->rows[i]);
    bool written = as_it_came(preview, &text, &out, err) &&
                   file_write(file, out.text, out.size, 0600, err);
    arena_close(arena);
    return written;
}
