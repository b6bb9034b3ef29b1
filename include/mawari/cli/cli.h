// SPDX-License-Identifier: GPL-3.0-or-later
// The command line: the same commands without a screen, and those that only print.
#ifndef MAWARI_CLI_CLI_H
#define MAWARI_CLI_CLI_H

#include "mawari/app/app.h"

typedef struct CliOptions {
    AppOptions app;
    const char *lang; // "en", "ja"; NULL: as the environment says
    bool json, plain, version, help, man;
    const char *completions; // "bash", "zsh", "fish"; NULL
    char **words;            // the command and its arguments
    size_t count;
    const char *screen_library; // what --version says of it: only the terminal's room knows
} CliOptions;

/// Sorts the program's own options out of the arguments; they may stand before or behind the
/// command, up to "--". Words point into `argv`. ERR_USAGE.
bool cli_options(int argc, char **argv, Arena *arena, CliOptions *ret, Err *err);

/// True for what needs no store: --help, --version, --man, --completions.
bool cli_is_about(const CliOptions *options);
bool cli_about(const CliOptions *options, Err *err);

/// True for commands that work on a store that cannot be opened: restore, check --salvage.
bool cli_is_rescue(const CliOptions *options);

/// Runs the command (without one: today as text) and prints what it has to say.
bool cli_run(App *app, const CliOptions *options, Err *err);

/// One line on standard error; returns the exit code of `err`: 1, or 2 for wrong usage.
int cli_fail(const Err *err);

#endif
