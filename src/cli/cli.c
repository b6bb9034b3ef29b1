// SPDX-License-Identifier: GPL-3.0-or-later
// From words to a command, from its effect to standard output.
#include "cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "mawari/app/usage.h"
#include "mawari/base/file.h"
#include "mawari/base/text.h"
#include "mawari/view/print.h"

/// X(name, usage, words, title, help, run)
#define CLI_COMMANDS(X)                                                                            \
    X("today", "", "now 今日", N_("Today"), N_("Today as text: stops, legs, promises"), cli_today) \
    X("day", "DATE", "予定", N_("One day"), N_("A day as text"), cli_day)                          \
    X("brief", "WHO [--companion]", "before door 訪問前", N_("Brief"),                             \
      N_("Before the door as text; for a companion: what may be sent to who rides along"),         \
      cli_brief)                                                                                   \
    X("call", "WHO/VISIT/PROMISE/TICKET", "dial telephone 電話", N_("Call"),                       \
      N_("The telephone numbers that a record leads to, the nearest first"), cli_call)             \
    X("way", "WHO/VISIT/PROMISE/TICKET", "map route 地図", N_("Way there"),                        \
      N_("The way to a site, a client, a visit's place: its address and a map's link"), cli_way)   \
    X("list signals", "[CLIENT]", "slipping retreat 引き潮 一覧", N_("List of steps back"),        \
      N_("Their steps back of the last 60 days: day, rule, what clears it"), cli_signals)          \
    X("list", "KIND [FILTER]", "table 一覧", N_("List"),                                           \
      N_("Records of a kind: list commitments due:..fri is:mine sort:due"), cli_list)              \
    X("show", "KIND ID", "record 表示", N_("Show"), N_("A record and all that belongs to it"),     \
      cli_show)                                                                                    \
    X("sheet", "WHO/VISIT/PROMISE/TICKET/CONTRACT/MEETING [--pdf FILE]",                           \
      "chain tell list sentence meeting roster 詳細 連絡順 会合", N_("Sheet"),                     \
      N_("A record as its sheet stands on the screen: whom to tell and what, chain, talks"),       \
      cli_sheet)                                                                                   \
    X("search", "WORDS", "find 検索", N_("Search"), N_("Everything that was written"), cli_search) \
    X("help", "[COMMAND]", "keys signs ヘルプ", N_("Help"),                                        \
      N_("The page of ? as text: keys, signs, the line, how things work; or of a command"), NULL)  \
    X("do", "COMMAND [ARG]…", "run 実行", N_("Do"), N_("Runs any command of the table"), NULL)

static const CliCommand rows[] = {
#define X(name_, usage_, words_, title_, help_, run_)                                              \
    {.row = {.name = name_,                                                                        \
             .scope = IN_SHELL,                                                                    \
             .keys = "",                                                                           \
             .usage = usage_,                                                                      \
             .words = words_,                                                                      \
             .title = title_,                                                                      \
             .help = help_},                                                                       \
     .run = run_},
    CLI_COMMANDS(X)
#undef X
};
enum { COUNT = sizeof rows / sizeof *rows };

const Command *cli_command_at(size_t index)
{
    size_t count;
    const Command *table = commands(&count);
    if (index < COUNT)
        return &rows[index].row;
    for (size_t i = 0, at = COUNT; i < count; i++)
        if ((table[i].scope & IN_SHELL) && at++ == index)
            return &table[i];
    return NULL;
}

static bool is_named(const Command *command, char *const *words, size_t count, size_t *ret_used)
{
    const char *name = command->name;
    for (*ret_used = 0; *ret_used < count; ++*ret_used) {
        size_t size = strlen(words[*ret_used]);
        if (strncmp(name, words[*ret_used], size) != 0)
            return false;
        if (name[size] == '\0') {
            ++*ret_used;
            return true;
        }
        if (name[size] != ' ')
            return false;
        name += size + 1;
    }
    return false;
}

const Command *cli_find_command(char *const *words, size_t count, size_t *ret_used)
{
    const Command *command;
    for (size_t i = 0; (command = cli_command_at(i)); i++)
        if (is_named(command, words, count, ret_used))
            return command;
    return NULL;
}

void cli_print(Cli *cli, const char *text)
{
    Arena *arena = arena_open();
    (void)cli;
    fputs(text_clean(text, true, arena), stdout);
    arena_close(arena);
}

void cli_print_exact(Cli *cli, const char *text)
{
    if (isatty(STDOUT_FILENO))
        cli_print(cli, text);
    else
        fputs(text, stdout);
}

void cli_print_json(Cli *cli, const Json *json)
{
    cli_print_exact(cli, buffer_text(&json->out));
    fputc('\n', stdout);
}

int cli_columns(void)
{
    struct winsize size;
    if (!isatty(STDOUT_FILENO))
        return 0;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

/// Of an act without a document of its own: what it says, and as "text" what it would have printed.
static const char *effect_json(Cli *cli, const Effect *effect)
{
    Json json;
    json_start(&json, cli->arena);
    json_open(&json, NULL, '{');
    json_text(&json, "status", effect->status);
    json_bool(&json, "changed", effect->changed);
    if (effect->id)
        json_whole(&json, "id", effect->id);
    else
        json_null(&json, "id");
    const char *text = effect->printed ? effect->printed : effect->copied;
    if (text)
        json_text(&json, "text", text);
    json_close(&json, '}');
    return buffer_text(&json.out);
}

void cli_print_effect(Cli *cli, const Effect *effect)
{
    if (cli->options->json) {
        const char *document = effect->json ? effect->json : effect_json(cli, effect);
        size_t size = strlen(document);
        cli_print_exact(cli, document);
        cli_print(cli, size > 0 && document[size - 1] == '\n' ? "" : "\n");
        return;
    }
    if (effect->printed || effect->copied)
        cli_print_exact(cli, effect->printed ? effect->printed : effect->copied);
    else if (effect->status)
        cli_print(cli, arena_print(cli->arena, "%s\n", effect->status));
}

enum { LINES_MOST = 1 << 20 }; // bytes

/// `add -`: all of standard input is the lines. Nobody writes as many, and /dev/zero has an end so.
static bool take_input(Cli *cli, const Command *command, Args *args, Err *err)
{
    if (strcmp(command->name, "add") != 0 || strcmp(args->text, "-") != 0)
        return true;
    char *text;
    size_t size;
    if (!file_read("-", LINES_MOST, cli->arena, &text, &size, err))
        return false;
    args->text = text;
    return strlen(text) == size ||
           err_set(err, ERR_INPUT, _("standard input holds a zero byte: it is no text"));
}

static bool run_store_command(Cli *cli, const Command *command, Args *args, Err *err)
{
    Effect effect;
    if (!take_input(cli, command, args, err) || !command_run(cli->app, command, args, &effect, err))
        return false;
    cli_print_effect(cli, &effect);
    return true;
}

static const CliCommand *own_row(const Command *command)
{
    for (size_t i = 0; i < COUNT; i++)
        if (command == &rows[i].row)
            return &rows[i];
    return NULL;
}

/// "export" alone is no command, but not unknown either.
static bool unknown(char *const *words, Arena *arena, Err *err)
{
    if (cli_help_on(words, 1, arena))
        return err_set(err, ERR_USAGE, _("“%s” is not the whole command; %s --help lists them"),
                       words[0], words[0]);
    return err_set(err, ERR_USAGE, _("there is no command “%s”; --help lists them"), words[0]);
}

/// The screen's page, or what --help says of a command.
static bool help(Cli *cli, char *const *words, size_t count, Err *err)
{
    char *text;
    text = count ? cli_help_on(words, count, cli->arena) : NULL;
    if (count && !text)
        return unknown(words, cli->arena, err);
    if (!text && !view_help_text(cli->app, cli_text_columns(), cli->arena, &text, err))
        return false;
    cli_print(cli, text);
    return true;
}

static bool run_words(Cli *cli, char *const *words, size_t count, Err *err)
{
    size_t used;
    Args args;
    const Command *command = cli_find_command(words, count, &used);
    if (!command)
        return unknown(words, cli->arena, err);
    if (strcmp(command->name, "do") == 0 && count > 1)
        return run_words(cli, words + 1, count - 1, err);
    if (cli->options->help)
        return help(cli, words, count, err);
    if (strcmp(command->name, "help") == 0)
        return help(cli, words + 1, count - 1, err);
    if (!args_from_words(cli->app, command, words + used, count - used, cli->arena, &args, err))
        return false;
    const CliCommand *own = own_row(command);
    if (!own)
        return run_store_command(cli, command, &args, err);
    return own->run(cli, &args, err) && !store_missed(cli->app->store, err);
}

static bool hand_over(Err *err)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return true;
    return err_set(err, ERR_FILE, _("standard output takes no more"));
}

/// What did not keep the command from being done and has to be known: a gazetteer of an older mawari.
static void warn(Cli *cli)
{
    const char *news = app_take_news(cli->app);
    if (news && strncmp(news, "! ", 2) == 0)
        fprintf(stderr, "mawari: %s\n", text_clean(news + 2, false, cli->arena));
}

bool cli_run(App *app, const CliOptions *options, Err *err)
{
    static char today[] = "today";
    char *word = today;
    Cli cli = {.app = app, .options = options, .arena = arena_open()};
    bool done = options->count ? run_words(&cli, options->words, options->count, err)
                               : run_words(&cli, &word, 1, err);
    done = hand_over(err) && done;
    if (done)
        warn(&cli);
    arena_close(cli.arena);
    return done;
}

bool cli_is_rescue(const CliOptions *options)
{
    if (options->count && strcmp(options->words[0], "restore") == 0)
        return true;
    return options->count > 1 && strcmp(options->words[0], "check") == 0 &&
           strcmp(options->words[1], "--salvage") == 0;
}

bool cli_is_about(const CliOptions *options)
{
    return options->help || options->version || options->man || options->completions;
}

static bool about(const CliOptions *options, Arena *arena, char **ret, Err *err)
{
    if (options->completions)
        return cli_completions(options->completions, arena, ret, err);
    if (options->version) {
        *ret = arena_print(arena, "%s\n", app_version(options->screen_library, arena));
        return true;
    }
    if (options->man || options->count == 0) {
        *ret = options->man ? cli_manual(arena) : cli_help(arena);
        return true;
    }
    *ret = cli_help_on(options->words, options->count, arena);
    if (!*ret)
        return unknown(options->words, arena, err);
    return true;
}

bool cli_about(const CliOptions *options, Err *err)
{
    Arena *arena = arena_open();
    char *text = NULL;
    bool done = about(options, arena, &text, err);
    if (done)
        fputs(text, stdout);
    done = done && hand_over(err);
    arena_close(arena);
    return done;
}

int cli_fail(const Err *err)
{
    Arena *arena = arena_open();
    fprintf(stderr, "mawari: %s\n", text_clean(err->text, false, arena));
    arena_close(arena);
    return err->kind == ERR_USAGE ? 2 : 1;
}
