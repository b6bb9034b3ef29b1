// SPDX-License-Identifier: GPL-3.0-or-later
// The way and the minutes of a promise, guessed from its words by the rep's own table.
#include <string.h>

#include "mawari/base/text.h"
#include "mawari/model/capture.h"
#include "mawari/model/commitment.h"

/// "desk 40" into way and minutes; what is neither stays unknown.
static void read_guess(char *guess, int32_t *ret_way, Minute *ret_minutes)
{
    char *rest = NULL;
    for (char *word = strtok_r(guess, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        const Word *way = words_by_code(&words_way, word);
        if (way)
            *ret_way = way->value;
        else
            (void)minutes_parse(word, ret_minutes);
    }
}

void promise_guess(const char *table, const char *what, Arena *arena, int32_t *ret_way,
                   Minute *ret_minutes)
{
    char *rest = NULL, *rows = arena_copy(arena, table);
    const char *folded = text_fold(what, arena);
    *ret_way = NONE;
    *ret_minutes = NONE;
    for (char *row = strtok_r(rows, "|", &rest); row; row = strtok_r(NULL, "|", &rest)) {
        char *sign = strchr(row, '=');
        if (!sign)
            continue;
        *sign = '\0';
        const char *word = text_fold(row, arena);
        if (*word && strstr(folded, word)) {
            read_guess(sign + 1, ret_way, ret_minutes);
            return;
        }
    }
}
