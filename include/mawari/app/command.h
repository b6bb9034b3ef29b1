// SPDX-License-Identifier: GPL-3.0-or-later
// A command is one row: keys, usage, words, help and what it does. Command line, palette, help,
// key bar, man page and completions come from these rows.
#ifndef MAWARI_APP_COMMAND_H
#define MAWARI_APP_COMMAND_H

#include "mawari/app/app.h"
#include "mawari/store/journal.h"

enum Scope {
    IN_LIST = 1 << 0, // every pane and sheet
    IN_TEXT = 1 << 1, // forms and lines too
    IN_QUESTION = 1 << 2,
    IN_MENU = 1 << 3,
    IN_SHELL = 1 << 4, // on the command line
    IN_TODAY = 1 << 5, // narrowed to a pane …
};

typedef struct FieldArg {
    const char *name, *value; // as typed
} FieldArg;

/// What `usage` names, filled from the command line or from the cursor and the marks. Unused
/// members are NULL, 0 or NONE.
typedef struct Args {
    const Entity *kind; // KIND (of `ids` when they came from a list)
    const Id *ids;      // ID, WHO: one, or all that are marked
    size_t id_count;
    const FieldArg *fields; // FIELD=VALUE…
    size_t field_count;
    Day day;                 // DATE
    Minute minute;           // HOUR or MINUTES
    const char *text;        // LINE, WORDS, FILTER: the rest, joined with blanks
    const char *file;        // FILE
    const FieldArg *options; // --map, --preview …: value NULL for a flag
    size_t option_count;
} Args;

typedef enum EffectNext {
    NEXT_STAY,
    NEXT_SHOW,   // go to the record `id`
    NEXT_ASK,    // ask for what `ask` needs
    NEXT_INTAKE, // put the intake questions of the `troubles`
    NEXT_FORM,   // open the form of `kind`, of record `id` (0: a new one) filled from `fields`
} EffectNext;

typedef struct Effect {
    bool changed;        // the store: panes read again
    bool undoable;       // a step was made that undo takes back
    bool redoable;       // a step was taken back that redo makes again
    const char *status;  // one sentence, in app->scratch; NULL: keep silent
    const char *printed; // on the command line: standard output
    const char *json;    // the same with --json; NULL: made of `status` and of `printed` as text
    const char
        *copied; // on the screen: goes to the terminal's clipboard, which is said; NULL: none
    EffectNext next;
    const Entity *kind;
    Id id;
    const FieldArg *fields;
    size_t field_count;
    const struct Command *ask; // of NEXT_ASK
    const Id *troubles;        // of NEXT_INTAKE, in app->scratch
    size_t trouble_count;
    const char *const *names; // of the records that it may name, in app->scratch
    size_t name_count;
} Effect;

typedef struct Command {
    const char *name;  // "tick"
    unsigned scope;    // enum Scope
    const char *keys;  // "d", "^R", "" for none; several separated by blanks
    const char *usage; // "ID", "ID WHEN", "KIND [FILTER]": parsed (usage.c)
    const char *words; // what the palette finds it by, in both languages
    const char *title; // N_(): key bar and palette: "Tick off"
    const char *help;  // N_(): one sentence
    bool (*act)(App *app, const Args *args, Effect *ret, Err *err); // NULL: the view's or cli's own
} Command;

/// The store's commands, from COMMANDS(X) in app/commands.h.
const Command *commands(size_t *ret_count);
const Command *command_named(const char *name);

/// Empties app->scratch, runs `act`. All or nothing: a failure leaves the store as it was.
bool command_run(App *app, const Command *command, const Args *args, Effect *ret, Err *err);

/// The status as the screen says it in so many columns: with "u u takes it back" behind it where
/// that is so and there is room for it, be it by shortening the names of the records.
char *effect_sentence(const Effect *effect, int columns, Arena *arena);
/// A sentence that is too long loses the ends of the `names` in it, the longest first, if that is
/// enough.
char *sentence_fit(const char *sentence, const char *const *names, size_t count, int columns,
                   Arena *arena);

/// "Taken back: moved 青葉商店": a step's name in the language of the screen.
char *step_sentence(const StepInfo *step, Arena *arena);

/// Fills Args on the screen: `ids` (of `kind`) come from the cursor or the marks and stand for the
/// usage's first ID (or KIND ID, WHO, or the like); `line` is what was typed after a prompt and is
/// split and read by the rest of the usage as the shell's words would be (quotes group; LINE,
/// WORDS, TEXT take all that is left). A missing or wrong word is ERR_USAGE.
bool args_from_line(App *app, const Command *command, const Entity *kind, const Id *ids,
                    size_t id_count, const char *line, Arena *arena, Args *ret, Err *err);
/// True when `usage` needs more than the ids: the screen then asks for a line first.
bool usage_asks(const Command *command);

/// The value of `--name`: "" for a flag, NULL: not given. With or without the dashes.
const char *args_option(const Args *args, const char *name);

#endif
