// SPDX-License-Identifier: GPL-3.0-or-later
// The FTS5 tokenizer "grams": of folded text every character, every pair of neighbours and every
// three digits in a row. So one and two Japanese characters are one term each, which a trigram index
// cannot answer, and a telephone number, of whose pairs there are but a hundred, is soon told apart.
#include "grams.h"

#include <string.h>

#include "connection.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

typedef int (*TakeToken)(void *context, int flags, const char *token, int size, int from, int to);

static int create(void *context, const char **args, int count, Fts5Tokenizer **ret)
{
    (void)args, (void)count;
    *ret = context; // nothing to keep, but FTS5 wants something
    return SQLITE_OK;
}

static void discard(Fts5Tokenizer *tokenizer)
{
    (void)tokenizer;
}

static bool parts(uint32_t code)
{
    return code == ' ' || code == '\n';
}

enum { DIGIT_GRAM = 3 };

/// `run` digits stand before this character: how many are there with it?
static size_t run_of_digits(size_t run, uint32_t code)
{
    return code >= '0' && code <= '9' ? run + 1 : 0;
}

static int tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int size,
                    TakeToken take)
{
    (void)tokenizer;
    if (flags & FTS5_TOKENIZE_QUERY) // a question names its grams itself, each in quotes
        return take(context, 0, text, size, 0, size);
    size_t digits = 0;
    int before = -1; // where the character before begins, -1: a word begins here
    for (int at = 0; at < size;) {
        uint32_t code = 0;
        int bytes = (int)text_next(text + at, (size_t)(size - at), &code), rc = SQLITE_OK;
        if (!parts(code)) {
            rc = take(context, 0, text + at, bytes, at, at + bytes);
            if (rc == SQLITE_OK && before >= 0)
                rc = take(context, 0, text + before, at + bytes - before, before, at + bytes);
        }
        digits = run_of_digits(digits, code);
        if (rc == SQLITE_OK && digits >= DIGIT_GRAM)
            rc = take(context, 0, text + at + 1 - DIGIT_GRAM, DIGIT_GRAM, at + 1 - DIGIT_GRAM,
                      at + 1);
        if (rc != SQLITE_OK)
            return rc;
        before = parts(code) ? -1 : at;
        at += bytes;
    }
    return SQLITE_OK;
}

bool grams_register(sqlite3 *db)
{
    fts5_api *api = NULL;
    sqlite3_stmt *ask = NULL;
    if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &ask, NULL) != SQLITE_OK)
        return false;
    sqlite3_bind_pointer(ask, 1, (void *)&api, "fts5_api_ptr", NULL);
    sqlite3_step(ask);
    sqlite3_finalize(ask);
    fts5_tokenizer grams = {.xCreate = create, .xDelete = discard, .xTokenize = tokenize};
    return api != NULL && api->xCreateTokenizer(api, "grams", db, &grams, NULL) == SQLITE_OK;
}

enum { MATCH_BYTES = 320 }; // some two dozen pairs: what they leave is looked through

static const char *quoted(const char *from, size_t size, Arena *arena)
{
    Buffer text = {.arena = arena};
    buffer_add(&text, "\"");
    for (size_t i = 0; i < size; i++)
        buffer_add_bytes(&text, from[i] == '"' ? "\"\"" : from + i, from[i] == '"' ? 2 : 1);
    buffer_add(&text, "\"");
    return buffer_text(&text);
}

/// Each once: FTS5 reads the rows of a gram as often as it is named, and digits have few grams.
static void add_gram(Buffer *match, const char *from, size_t size)
{
    const char *gram = quoted(from, size, match->arena);
    if (match->size >= MATCH_BYTES || (match->size > 0 && strstr(buffer_text(match), gram) != NULL))
        return;
    buffer_add(match, match->size > 0 ? " AND " : "");
    buffer_add(match, gram);
}

/// Every pair of neighbours, for each leaves fewer texts to be read and looked through by instr();
/// of three digits and more their threes, which hold the pairs.
static void add_word(Buffer *match, const char *word, size_t size)
{
    size_t before = 0; // where the character before begins
    size_t digits = 0;
    for (size_t at = 0; at < size;) {
        uint32_t code = 0, next = 0;
        size_t bytes = text_next(word + at, size - at, &code), end = at + bytes;
        if (end < size)
            text_next(word + end, size - end, &next);
        digits = run_of_digits(digits, code);
        if (digits >= DIGIT_GRAM)
            add_gram(match, word + end - DIGIT_GRAM, DIGIT_GRAM);
        else if (at > 0 && !(digits == 2 && run_of_digits(digits, next) == DIGIT_GRAM))
            add_gram(match, word + before, end - before);
        else if (bytes == size)
            add_gram(match, word, size);
        before = at;
        at = end;
    }
}

const char *grams_match(const char *folded, Arena *arena)
{
    Buffer match = {.arena = arena};
    while (*(folded += strspn(folded, " \n")) != '\0') {
        size_t size = strcspn(folded, " \n");
        add_word(&match, folded, size);
        folded += size;
    }
    return match.size > 0 ? buffer_text(&match) : NULL;
}

enum { LETTERS_MOST = 16 }; // of a name

/// The question for a word with a blank behind its first `before` bytes.
static const char *match_split(const char *word, size_t before, Arena *arena)
{
    Buffer match = {.arena = arena};
    add_word(&match, word, before);
    add_word(&match, word + before, strlen(word) - before);
    return buffer_text(&match);
}

/// What is all digits, dots and strokes is a number: nobody looks for a blank in it.
static bool may_be_a_name(const char *word)
{
    return word[strcspn(word, " \n")] == '\0' && word[strspn(word, "0123456789-+().")] != '\0';
}

const char *grams_match_apart(const char *folded, Arena *arena)
{
    Buffer match = {.arena = arena};
    size_t size = strlen(folded), letters = 0;
    if (!may_be_a_name(folded))
        return NULL;
    for (size_t at = 0; at < size; letters++) {
        uint32_t code = 0;
        at += text_next(folded + at, size - at, &code);
        if (letters == LETTERS_MOST)
            return NULL;
        if (at < size)
            buffer_print(&match, "%s(%s)", match.size > 0 ? " OR " : "",
                         match_split(folded, at, arena));
    }
    return match.size > 0 ? buffer_text(&match) : NULL;
}

bool grams_held_apart(const char *text, const char *word, Arena *arena)
{
    return strstr(text_without_blanks(text, arena), word) != NULL;
}

bool grams_held(const char *text, const char *folded, Arena *arena)
{
    char *words = arena_copy(arena, folded), *rest = NULL;
    for (char *word = strtok_r(words, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest))
        if (strstr(text, word) == NULL)
            return false;
    return true;
}
