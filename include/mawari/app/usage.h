// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of a command's arguments: "KIND ID FIELD=VALUE…", "[DATE] HOUR", "[--from DATE]",
// "clients|contacts FILE". The shell, prompts, --help, the man page and completions read it.
#ifndef MAWARI_APP_USAGE_H
#define MAWARI_APP_USAGE_H

#include "mawari/app/command.h"

typedef enum UsageTake {
    TAKE_KIND,   // KIND
    TAKE_ID,     // ID, WHO, VISIT, ARCHIVED …: a record
    TAKE_DAY,    // DATE
    TAKE_HOUR,   // HOUR
    TAKE_LENGTH, // MINUTES
    TAKE_WHEN,   // WHEN: a day, an hour, both, or "none"; all that is left
    TAKE_REST,   // LINE, TEXT, WORDS, FILTER, NOTE, RULE: all that is left
    TAKE_FILE,   // FILE
    TAKE_FIELDS, // FIELD=VALUE…
    TAKE_CHOICE, // one|of|these, into `text` (and `kind`, when it names one)
    TAKE_WORD,   // any other: into `fields` under its name in small letters
    TAKE_OPTION, // --name, --name VALUE, -o VALUE
} UsageTake;

typedef struct UsagePart {
    const char *name;     // "ID", "asked|tentative", "--from"
    const char *value;    // of an option: what it takes; NULL: a flag
    const KindSet *kinds; // of TAKE_ID; NULL: any
    UsageTake take;
    bool optional;
    bool many;     // "…" stands behind it
    bool archived; // of TAKE_ID: one that was archived is meant
} UsagePart;

typedef struct Usage {
    UsagePart *parts;
    size_t count;
} Usage;

/// The parts of a row's usage, in `arena`; the grammar is ours, so nothing can be wrong with it.
Usage usage_parse(const char *usage, Arena *arena);

/// Which part the last word of `line` is, on a screen where the chosen record stands for the first
/// one unless `given` is false; where the line ends with a blank, the word to come. NULL: none that
/// is one word. `*ret_from`: the byte where the word begins.
const UsagePart *usage_part_typed(const Usage *usage, bool given, const char *line, Arena *arena,
                                  size_t *ret_from);

/// Fills Args from the words of the shell. A missing, wrong or superfluous word is ERR_USAGE.
bool args_from_words(App *app, const Command *command, char *const *words, size_t count,
                     Arena *arena, Args *ret, Err *err);

/// What TAKE_WORD read under `name` ("digit"), or a FIELD's value; NULL: not given.
const char *args_field(const Args *args, const char *name);

#endif
