// SPDX-License-Identifier: GPL-3.0-or-later
// The way and the minutes of a promise, guessed from its words by the rep's own table.
#include <string.h>

#include "mawari/base/text.h"
#include "mawari/model/capture.h"
#include "mawari/model/commitment.h"

/// "desk 40" or "机 40分" into way and minutes. `*ret_bad`: the first word that is neither, NULL.
static void read_guess(char *guess, Arena *arena, int32_t *ret_way, Minute *ret_minutes,
                       const char **ret_bad)
{
    char *rest = NULL;
    *ret_bad = NULL;
    for (char *word = strtok_r(guess, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        const Word *way = words_read(&words_way, word, arena);
        if (way)
            *ret_way = way->value;
        else if (!minutes_parse(word, ret_minutes) && !*ret_bad)
            *ret_bad = word;
    }
}

/// Cuts the next row out of the table: its word, and what it tells (NULL: there is no `=`). False at
/// the end; rows of blanks are passed over.
static bool next_row(char **rest, Arena *arena, const char **ret_word, char **ret_guess)
{
    char *row;
    do {
        size_t size = strcspn(*rest, "|");
        if (!**rest)
            return false;
        row = text_trim(arena_copy_bytes(arena, *rest, size), arena);
        *rest += size + ((*rest)[size] == '|');
    } while (!*row);
    char *sign = strchr(row, '=');
    *ret_guess = sign ? sign + 1 : NULL;
    if (sign)
        *sign = '\0';
    *ret_word = text_trim(row, arena);
    return true;
}

void promise_guess(const char *table, const char *what, Arena *arena, int32_t *ret_way,
                   Minute *ret_minutes)
{
    // in narrow letters, as the input method may have typed it wide
    char *rest = text_narrow(table, arena), *guess;
    const char *folded = text_fold(what, arena), *row, *bad;
    *ret_way = NONE;
    *ret_minutes = NONE;
    while (next_row(&rest, arena, &row, &guess)) {
        const char *word = text_fold(row, arena);
        if (guess && *word && strstr(folded, word)) {
            read_guess(guess, arena, ret_way, ret_minutes, &bad);
            return;
        }
    }
}

bool promise_words_known(const char *table, Arena *arena, Err *err)
{
    // in narrow letters, as the input method may have typed it wide
    char *rest = text_narrow(table, arena), *guess;
    const char *word, *bad;
    for (int number = 1; next_row(&rest, arena, &word, &guess); number++) {
        int32_t way = NONE;
        Minute minutes = NONE;
        if (!guess || !*word)
            return err_set(err, ERR_INPUT, _("row %d, “%s”: a row is like 見積=desk 40"), number,
                           word);
        read_guess(guess, arena, &way, &minutes, &bad);
        if (bad)
            return err_set(err, ERR_INPUT,
                           _("row %d, %s: “%s” is neither a way (call, mail, desk, bring, deliver) "
                             "nor minutes like 40"),
                           number, word, bad);
        if (way == NONE && minutes == NONE)
            return err_set(err, ERR_INPUT, _("row %d, %s: a way or minutes are missing"), number,
                           word);
    }
    return true;
}
