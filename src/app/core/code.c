// SPDX-License-Identifier: GPL-3.0-or-later
// Codes from the calendar child, read as hostile.
#include "mawari/app/code.h"

#include <string.h>

#include "mawari/app/child.h"
#include "mawari/base/lang.h"

enum { CHILD_SECONDS = 2 };

static bool is_row(const char *row, size_t size)
{
    return row && strspn(row, "01") == size && row[size] == '\0';
}

/// {"code", row, …}: a square of a size that there is.
static bool read_code(Message message, Code *ret, Err *err)
{
    size_t size = message.count ? message.count - 1 : 0;
    bool good = size >= CODE_LEAST && size <= CODE_MOST && (size - CODE_LEAST) % 4 == 0 &&
                message.texts[0] && strcmp(message.texts[0], "code") == 0;
    for (size_t i = 1; good && i <= size; i++)
        good = is_row(message.texts[i], size);
    if (!good)
        return err_set(err, ERR_CHILD, _("the code was not finished"));
    *ret = (Code){.rows = message.texts + 1, .size = (int)size};
    return true;
}

/// Says what is wanted and takes what comes back; `*ret_end`: nothing did.
static bool ask(Child *child, const char *text, Arena *arena, Message *ret, bool *ret_end, Err *err)
{
    const char *texts[] = {"code", text};
    if (!child_send(child, (Message){.texts = texts, .count = 2}, err))
        return false;
    child_sent_all(child);
    return child_receive(child, CHILD_SECONDS, arena, ret, ret_end, err);
}

bool code_make(const char *text, Arena *arena, Code *ret, Err *err)
{
    char what[] = "code";
    char *const arguments[] = {what, NULL};
    Child *child = NULL;
    Message message = {0};
    bool end = false;
    if (!child_start("mawari-calendar", arguments, &child, err))
        return false;
    bool good = ask(child, text, arena, &message, &end, err);
    if (good && end && !child_end(child, err)) // its own words
        return false;
    if (!end)
        child_kill(child);
    return good && read_code(message, ret, err);
}
