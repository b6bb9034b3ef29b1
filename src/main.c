// SPDX-License-Identifier: GPL-3.0-or-later
// The program: what must be true before anything is read, a start that undoes itself, the exit code.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef MAWARI_LINUX
#include <sys/prctl.h>
#endif

#include "mawari/app/app.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/base/log.h"
#include "mawari/cli/cli.h"
#include "mawari/tui/tui.h"

typedef struct Program {
    int argc;
    char **argv;
    Arena *arena;
    CliOptions options;
    App *app;
} Program;

/// A stream that was closed would lend its number to the next file that is opened, and what is
/// printed would go there: into the log, say. This one refuses it.
static bool fill_streams(Program *program, Err *err)
{
    (void)program;
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != fd)
            return err_set(err, ERR_FILE, "/dev/null: %s", strerror(errno));
    return true;
}

/// Nothing that we write is for others, and nothing of us is left in a core file.
static bool be_private(Program *program, Err *err)
{
    (void)program, (void)err;
    struct rlimit none = {0, 0};
    umask(077);
    (void)setrlimit(RLIMIT_CORE, &none);
#ifdef MAWARI_LINUX
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
    return true;
}

static bool open_memory(Program *program, Err *err)
{
    (void)err;
    file_set_program(program->argv[0]);
    program->arena = arena_open();
    return true;
}

static void close_memory(Program *program)
{
    arena_close(program->arena);
}

static bool speak(const Program *program, const char *lang)
{
    return lang_start(file_beside("share/locale", program->arena), lang);
}

/// The language comes first, so that what is wrong with the options is said in it.
static bool read_options(Program *program, Err *err)
{
    if (!speak(program, NULL))
        return err_set(err, ERR_INPUT, "no UTF-8 locale can be had: install C.UTF-8");
    if (!cli_options(program->argc, program->argv, program->arena, &program->options, err))
        return false;
    CliOptions *options = &program->options;
    if (options->lang)
        (void)speak(program, options->lang);
    options->screen_library = tui_library();
    if (!options->app.now)
        options->app.now = getenv("MAWARI_NOW");
    return true;
}

static bool open_log(Program *program, Err *err)
{
    char *folder;
    (void)err;
    if (cli_is_about(&program->options))
        return true;
    if (file_xdg("XDG_STATE_HOME", ".local/state", program->arena, &folder, NULL) &&
        file_make_folders(folder, NULL))
        log_open(arena_print(program->arena, "%s/log", folder));
    return true;
}

static void close_log(Program *program)
{
    (void)program;
    log_close();
}

static bool wants_screen(const Program *program)
{
    return program->options.count == 0 && !program->options.json && isatty(STDIN_FILENO) &&
           isatty(STDOUT_FILENO);
}

/// A store that cannot be opened must not stand in the way of what would mend it.
static bool open_app(Program *program, Err *err)
{
    AppOptions *options = &program->options.app;
    if (cli_is_about(&program->options))
        return true;
    options->use = wants_screen(program) ? STORE_DRAWING : STORE_WORKING;
    options->bare = cli_is_rescue(&program->options);
    return app_open(options, &program->app, err);
}

static void close_app(Program *program)
{
    app_close(program->app);
}

static bool choose_language(Program *program, Err *err)
{
    (void)err;
    if (!program->app || program->options.lang)
        return true;
    const char *lang = app_setting(program->app, "lang");
    if (strcmp(lang, "en") == 0 || strcmp(lang, "ja") == 0)
        (void)speak(program, lang);
    return true;
}

static bool run(Program *program, Err *err)
{
    if (cli_is_about(&program->options))
        return cli_about(&program->options, err);
    if (!wants_screen(program))
        return cli_run(program->app, &program->options, err);
    TuiOptions options = {.plain = program->options.plain};
    return tui_run(program->app, options, err);
}

/// Forwards to start, backwards to stop; the run itself is the last.
static const struct {
    bool (*start)(Program *program, Err *err);
    void (*stop)(Program *program);
} stages[] = {
    {fill_streams, NULL},  {be_private, NULL},    {open_memory, close_memory}, {read_options, NULL},
    {open_log, close_log}, {open_app, close_app}, {choose_language, NULL},     {run, NULL},
};
enum { STAGES = sizeof stages / sizeof *stages };

int main(int argc, char **argv)
{
    Program program = {.argc = argc, .argv = argv};
    Err err = {0};
    size_t started = 0;
    while (started < STAGES && stages[started].start(&program, &err))
        started++;
    int code = started == STAGES ? 0 : cli_fail(&err);
    while (started-- > 0)
        if (stages[started].stop)
            stages[started].stop(&program);
    return code;
}
