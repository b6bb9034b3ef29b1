// SPDX-License-Identifier: GPL-3.0-or-later
// The table of intake questions: which row is meant, and its questions one by one.
#include "mawari/model/intake.h"

#include <string.h>

#include "mawari/base/lang.h"
#include "mawari/base/text.h"

static const char rows_end[] = "|\n";

/// The next part of `*at` up to one of `ends`, without the blanks around it; NULL: no more.
static char *next_part(const char **at, const char *end, const char *ends, Arena *arena)
{
    if (*at >= end)
        return NULL;
    size_t size = strcspn(*at, ends);
    if (*at + size > end)
        size = (size_t)(end - *at);
    char *part = text_trim(arena_copy_bytes(arena, *at, size), arena);
    *at += size + 1;
    return part;
}

/// Is one of the words of the row in the folded `what`?
static bool is_meant(const char *row, const char *equals, const char *what, bool *ret_any,
                     Arena *arena)
{
    const char *at = row;
    *ret_any = false;
    for (char *word; (word = next_part(&at, equals, ",", arena));) {
        *ret_any = *ret_any || strcmp(word, "*") == 0;
        if (*word && strstr(what, text_fold(word, arena)))
            return true;
    }
    return false;
}

static size_t split(const char *at, const char *end, Arena *arena, const char ***ret)
{
    size_t count = 0, room = 0;
    *ret = NULL;
    for (char *question; (question = next_part(&at, end, ";", arena));) {
        if (!*question)
            continue;
        *ret = arena_more(arena, *ret, count, &room, sizeof **ret);
        (*ret)[count++] = question;
    }
    return count;
}

size_t intake_questions(const char *table, const char *what, Arena *arena, const char ***ret)
{
    const char *folded = text_fold(what, arena);
    const char *any = NULL, *any_end = NULL;
    for (const char *row = table; *row;) {
        const char *end = row + strcspn(row, rows_end);
        const char *equals = memchr(row, '=', (size_t)(end - row));
        bool is_any = false;
        if (equals && is_meant(row, equals, folded, &is_any, arena))
            return split(equals + 1, end, arena, ret);
        if (is_any && !any)
            any = equals + 1, any_end = end;
        row = *end ? end + 1 : end;
    }
    *ret = NULL;
    return any ? split(any, any_end, arena, ret) : 0;
}

bool intake_check(const char *table, Arena *arena, Err *err)
{
    size_t number = 0;
    for (const char *row = table; *row;) {
        const char *end = row + strcspn(row, rows_end);
        const char *text = text_trim(arena_copy_bytes(arena, row, (size_t)(end - row)), arena);
        number++;
        if (*text && (!strchr(text, '=') || *text == '='))
            return err_set(err, ERR_INPUT, _("row %zu: “%s” is not WORD,WORD=question;question"),
                           number, text);
        row = *end ? end + 1 : end;
    }
    return true;
}
