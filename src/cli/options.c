// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own options, one row each.
#include <string.h>

#include "cli.h"

// clang-format off
#define OPTIONS(X)                                                                                 \
    X("store", "FILE", N_("the store; without it mawari.db in the data folder"),                   \
      options->app.store = value)                                                                  \
    X("demo", NULL, N_("a temporary copy of the sample data stands in for the store"),             \
      options->app.demo = true)                                                                    \
    X("lang", "en|ja", N_("the language"), options->lang = value)                                  \
    X("now", "TIME", N_("stops the clock there; with + behind it, it runs on"),                    \
      options->app.now = value)                                                                    \
    X("json", NULL, N_("prints one JSON document"), options->json = true)                          \
    X("plain", NULL, N_("for screen readers: no rules, signs as words"), options->plain = true)    \
    X("reveal", NULL, N_("shows what is masked"), options->app.reveal = true)                      \
    X("version", NULL, N_("says the versions of program, store and libraries"),                    \
      options->version = true)                                                                     \
    X("help", NULL, N_("says how it is used; behind a command: how that is used"),                 \
      options->help = true)                                                                        \
    X("man", NULL, N_("prints the manual page"), options->man = true)                              \
    X("completions", "bash|zsh|fish", N_("prints what the shell completes"),                       \
      options->completions = value)
// clang-format on

static const OptionRow rows[] = {
#define X(name, value, help, act) {name, value, help},
    OPTIONS(X)
#undef X
};
enum { COUNT = sizeof rows / sizeof *rows };

const OptionRow *cli_option_rows(size_t *ret_count)
{
    *ret_count = COUNT;
    return rows;
}

#define X(name_, value_, help_, act)                                                               \
    if (strcmp(name, name_) == 0) {                                                                \
        act;                                                                                       \
        return;                                                                                    \
    }
static void set_option(CliOptions *options, const char *name, const char *value)
{
    (void)value;
    OPTIONS(X)
}
#undef X

/// The row of "--name" or "--name=value"; NULL: none of ours.
static const OptionRow *row_of(const char *word, const char **ret_value)
{
    size_t size = strcspn(word + 2, "=");
    *ret_value = word[2 + size] == '=' ? word + 2 + size + 1 : NULL;
    for (size_t i = 0; i < COUNT; i++)
        if (strlen(rows[i].name) == size && strncmp(rows[i].name, word + 2, size) == 0)
            return &rows[i];
    return NULL;
}

static bool take_option(char **argv, int argc, int *at, CliOptions *ret, bool *ret_is, Err *err)
{
    const char *value;
    const OptionRow *row = row_of(argv[*at], &value);
    *ret_is = row != NULL;
    if (!row)
        return ret->count > 0 ||
               err_set(err, ERR_USAGE, _("there is no option %s; --help lists them"), argv[*at]);
    if (!row->value && value)
        return err_set(err, ERR_USAGE, _("--%s takes no value"), row->name);
    if (row->value && !value)
        value = ++*at == argc ? "" : argv[*at];
    if (row->value && *value == '\0')
        return err_set(err, ERR_USAGE, _("--%s needs %s"), row->name, row->value);
    set_option(ret, row->name, value);
    return true;
}

bool cli_options(int argc, char **argv, Arena *arena, CliOptions *ret, Err *err)
{
    CliOptions options = {.words = arena_array(arena, char *, (size_t)argc + 1)};
    bool plain = false;
    for (int i = 1; i < argc; i++) {
        bool is_ours = false;
        plain = plain || strcmp(argv[i], "--") == 0;
        if (!plain && strncmp(argv[i], "--", 2) == 0 &&
            !take_option(argv, argc, &i, &options, &is_ours, err))
            return false;
        if (!is_ours)
            options.words[options.count++] = argv[i];
    }
    if (options.lang && strcmp(options.lang, "en") != 0 && strcmp(options.lang, "ja") != 0)
        return err_set(err, ERR_USAGE, _("--lang is en or ja"));
    if (options.app.demo && options.app.store)
        return err_set(err, ERR_USAGE, _("--demo and --store: one of the two"));
    *ret = options;
    return true;
}
