// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line's files share.
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "mawari/app/command.h"
#include "mawari/cli/cli.h"
#include "mawari/store/list.h"
#include "mawari/store/queries.h"

typedef struct Cli {
    App *app;
    const CliOptions *options;
    Arena *arena; // of the whole run
} Cli;

/// A command that only prints: a row of the same type as the store's, and what it does.
typedef struct CliCommand {
    Command row;
    bool (*run)(Cli *cli, const Args *args, Err *err);
} CliCommand;

bool cli_today(Cli *cli, const Args *args, Err *err);
bool cli_day(Cli *cli, const Args *args, Err *err);
bool cli_brief(Cli *cli, const Args *args, Err *err);
bool cli_call(Cli *cli, const Args *args, Err *err);
bool cli_way(Cli *cli, const Args *args, Err *err);
bool cli_signals(Cli *cli, const Args *args, Err *err);
bool cli_list(Cli *cli, const Args *args, Err *err);
bool cli_show(Cli *cli, const Args *args, Err *err);
bool cli_sheet(Cli *cli, const Args *args, Err *err);
bool cli_search(Cli *cli, const Args *args, Err *err);

/// Prints text of any origin: what must not reach a terminal becomes visible marks.
void cli_print(Cli *cli, const char *text);
/// What a store command has to say: its document, else its sentence.
void cli_print_effect(Cli *cli, const Effect *effect);
/// Documents for other programs: exact, but on a terminal.
void cli_print_exact(Cli *cli, const char *text);
void cli_print_json(Cli *cli, const Json *json);
/// Columns of the terminal, 0: it is none.
int cli_columns(void);

/// One row of a table as a JSON object: id, uid, every column.
void cli_row_json(Cli *cli, Json *json, const Table *table, size_t row);
/// A promise, a trouble as the day and the brief have it.
void cli_promise_json(Cli *cli, Json *json, const Promise *row);
void cli_trouble_json(Cli *cli, Json *json, const Trouble *row);
/// What may be unknown: null for NONE, for 0, for a value without a word.
void cli_whole_or_null(Json *json, const char *key, int32_t whole);
void cli_id_or_null(Json *json, const char *key, Id id);
void cli_word_or_null(Json *json, const char *key, const Words *words, int32_t value);
/// An hour of a day as ISO 8601 with its offset; null for NONE.
void cli_hour_json(Cli *cli, Json *json, const char *key, Day day, Minute minute);
/// Columns that text is laid out in: the terminal's, else 79.
int cli_text_columns(void);
/// A cell as people read it; masked ones only when revealed.
const char *cli_cell_shown(Cli *cli, const Table *table, size_t row, size_t column, Arena *arena);
/// All fields of a kind that may be said, derived ones too.
const Field *const *cli_all_fields(const Cli *cli, const Entity *kind, Arena *arena,
                                   size_t *ret_count);

/// The options of the program: X(name, value, help).
typedef struct OptionRow {
    const char *name, *value, *help;
} OptionRow;
const OptionRow *cli_option_rows(size_t *ret_count);

char *cli_help(Arena *arena);
/// What --help says of the command that the words begin with, and of those whose name goes on: NULL if
/// there is none.
char *cli_help_on(char *const *words, size_t count, Arena *arena);
char *cli_manual(Arena *arena);
bool cli_completions(const char *shell, Arena *arena, char **ret, Err *err);

/// The command at the start of the words ("export calendar" is two); `*ret_used` words name it.
const Command *cli_find_command(char *const *words, size_t count, size_t *ret_used);
/// The next command of the command line, the printing ones first; NULL behind the last.
const Command *cli_command_at(size_t index);

#endif
