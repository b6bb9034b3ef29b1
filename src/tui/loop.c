// SPDX-License-Identifier: GPL-3.0-or-later
// The loop: one poll over the terminal, signals, the clock, the store's folder and the jobs.
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "clipboard.h"
#include "crash.h"
#include "mawari/app/jobs.h"
#include "mawari/tui/input.h"
#include "mawari/tui/tui.h"
#include "mawari/view/canvas.h"
#include "mawari/view/screen.h"
#include "signals.h"
#include "terminal.h"
#include "watch.h"

enum { ANSWER_MS = 1000 }; // in which a terminal says how wide its signs are
enum { LOOK_MS = 1000, LOOK_FIRST_MS = 50, LOOK_LAST_MS = 400 };
enum { ON_KEYS, ON_SIGNALS, ON_CLOCK, ON_FOLDER, ON_JOBS, JOBS_MAX = 32 };

typedef struct Loop {
    App *app;
    Terminal *terminal;
    Input *input;
    Screen *screen;
    Canvas *canvas;
    ScreenStyle style;
    int signals, clock, folder; // descriptors; -1 where the system has none
    int64_t slept, ticked;      // milliseconds, as of the last round and the last tick
    int64_t asked; // when the terminal was asked about its width; -1: nothing is awaited
    bool automatic, measured_wide, unanswered; // the setting "letters", and what came of it
    int look;        // milliseconds until the store is looked at again, 0: nothing happened there
    char theme[512]; // the setting as it was obeyed
    bool done;
} Loop;

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// The clock and the world outside

static void tick(Loop *loop)
{
    loop->ticked = milliseconds();
    app_tick(loop->app);
    screen_clock(loop->screen, milliseconds());
    app_care(loop->app); // first: what it has to say is said with this tick
    screen_tick(loop->screen);
    if (loop->clock >= 0)
        watch_until(loop->clock, app_next_minute(loop->app));
}

enum { SLEEP_MS = 2000 };

/// A closed lid shows in the clocks alone; what was on the screen is days old, perhaps.
static void notice_sleep(Loop *loop)
{
    int64_t now = watch_slept();
    if (now - loop->slept > SLEEP_MS) {
        tick(loop);
        screen_slept(loop->screen);
    }
    loop->slept = now;
}

static void fit(Loop *loop)
{
    int rows, columns;
    if (!terminal_fit(loop->terminal, &rows, &columns))
        return;
    canvas_resize(loop->canvas, rows, columns);
    screen_resize(loop->screen, rows, columns);
}

/// After Ctrl-Z, or a stop that nobody asked us about: a shell has had the terminal meanwhile.
static void go_on(Loop *loop)
{
    terminal_leave(loop->terminal);
    terminal_return(loop->terminal);
    fit(loop);
    tick(loop);
}

static void suspend(Loop *loop)
{
    screen_tick(loop->screen); // drafts first: nobody knows for how long
    terminal_leave(loop->terminal);
    signals_suspend();
    go_on(loop);
}

static void obey_signals(Loop *loop)
{
    for (int number; (number = signals_next()) != 0;) {
        if (number == SIGWINCH)
            fit(loop);
        else if (number == SIGTSTP)
            suspend(loop);
        else if (number == SIGCONT)
            go_on(loop);
        else
            loop->done = true;
    }
}

// Keys

static void obey_wish(Loop *loop)
{
    switch (screen_wish(loop->screen)) {
    case WISH_NOTHING:
        break;
    case WISH_QUIT:
        loop->done = true;
        break;
    case WISH_SUSPEND:
        suspend(loop);
        break;
    case WISH_REDRAW:
        terminal_forget(loop->terminal);
        break;
    }
}

static bool outside(const Loop *loop, const Key *key)
{
    return key->row >= loop->canvas->rows || key->column >= loop->canvas->columns;
}

/// Asks anew how wide the ambiguous characters are; the answer comes with the keys.
static void ask_width(Loop *loop)
{
    loop->asked = milliseconds();
    loop->measured_wide = false;
    input_expect_report(loop->input);
    terminal_ask_width(loop->terminal);
}

static void use_style(Loop *loop, ScreenStyle style)
{
    if (style.letters != loop->style.letters)
        terminal_forget(loop->terminal); // all that stands there may be displaced
    loop->style = style;
    loop->canvas->letters = style.letters;
    screen_style(loop->screen, style);
}

static void obey_letters(Loop *loop)
{
    const char *letters = app_setting(loop->app, "letters");
    bool automatic = strcmp(letters, "auto") == 0;
    if (automatic && !loop->automatic)
        ask_width(loop);
    loop->automatic = automatic;
    ScreenStyle style = loop->style;
    style.letters = strcmp(letters, "yes") == 0 || (automatic && loop->measured_wide);
    style.ask = automatic && loop->unanswered;
    if (style.letters != loop->style.letters || style.ask != loop->style.ask)
        use_style(loop, style);
}

/// A theme that cannot be read is said; what was chosen before stays.
static void obey_theme(Loop *loop)
{
    Err err = {0};
    const char *theme = app_setting(loop->app, "theme");
    if (strcmp(theme, loop->theme) == 0)
        return;
    snprintf(loop->theme, sizeof loop->theme, "%s", theme);
    bool chosen = *theme && strcmp(theme, "auto") != 0;
    if (!terminal_theme(loop->terminal, chosen ? theme : NULL, &err)) {
        app_set_news(loop->app, err.text);
        screen_tick(loop->screen);
    }
}

static void obey_clipboard(Loop *loop)
{
    ScreenClipboard takes = clipboard_expected(app_setting(loop->app, "clipboard"));
    if (takes == loop->style.clipboard)
        return;
    ScreenStyle style = loop->style;
    style.clipboard = takes;
    use_style(loop, style);
}

/// Settings that the terminal must hear of; they may change at any key.
static void obey_settings(Loop *loop)
{
    terminal_mouse(loop->terminal, app_setting_whole(loop->app, "mouse") == 1);
    obey_letters(loop);
    obey_theme(loop);
    obey_clipboard(loop);
}

static void hand_over_copy(Loop *loop)
{
    const char *copy = screen_take_copy(loop->screen);
    if (!copy)
        return;
    Arena *arena = arena_open();
    terminal_send(loop->terminal, clipboard_sequence(copy, clipboard_in_tmux(), arena));
    arena_close(arena);
}

static void take_keys(Loop *loop)
{
    Key key;
    while (!loop->done && input_next(loop->input, milliseconds(), &key)) {
        if (outside(loop, &key))
            continue;
        screen_clock(loop->screen, milliseconds());
        screen_key(loop->screen, &key);
        hand_over_copy(loop);
        obey_wish(loop);
        obey_settings(loop);
    }
}

/// What the terminal said about its own signs, or that it says nothing. On a slow line the answer
/// may still come then.
static void take_report(Loop *loop)
{
    int row, column;
    bool came = input_report(loop->input, &row, &column);
    bool late = loop->asked >= 0 && milliseconds() - loop->asked >= ANSWER_MS;
    if (!came && !late)
        return;
    loop->asked = -1;
    loop->unanswered = !came;
    loop->measured_wide = came && column == TERMINAL_WIDE_COLUMN;
    obey_letters(loop);
}

static void read_terminal(Loop *loop)
{
    char bytes[INPUT_READ];
    ssize_t size = read(STDIN_FILENO, bytes, sizeof bytes);
    if (size > 0)
        input_feed(loop->input, bytes, (size_t)size, milliseconds());
    else if (size == 0 || (errno != EINTR && errno != EAGAIN))
        loop->done = true; // the terminal is closed
}

// One round

/// The shorter of two waits in milliseconds, where -1 is for ever.
static int sooner(int a, int b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

/// Milliseconds until something is to be looked at although nothing arrived, or -1.
static int next_tick(const Loop *loop)
{
    int wait = screen_wait(loop->screen);
    if (loop->asked >= 0)
        wait = sooner(wait, ANSWER_MS);
    if (loop->folder < 0)
        wait = sooner(wait, LOOK_MS);
    if (loop->look > 0)
        wait = sooner(wait, loop->look);
    if (loop->clock < 0 && app_next_minute(loop->app) >= 0)
        wait = sooner(wait, app_next_minute(loop->app) * 1000);
    return wait;
}

/// Another mawari's commit is seen in its log before it counts, which nothing tells: so it is
/// looked for again, ever more rarely, for less than a second.
static void look_again(Loop *loop)
{
    loop->look = loop->look < LOOK_LAST_MS ? loop->look * 2 : 0;
    tick(loop);
}

static void draw(Loop *loop)
{
    bool changed = screen_draw(loop->screen, loop->canvas);
    if (changed || !terminal_known(loop->terminal))
        terminal_draw(loop->terminal, loop->canvas);
}

static void serve(Loop *loop, const struct pollfd *ready, size_t jobs)
{
    if (ready[ON_KEYS].revents)
        read_terminal(loop);
    if (ready[ON_SIGNALS].revents)
        obey_signals(loop);
    if (ready[ON_CLOCK].revents)
        watch_drain(loop->clock);
    bool stirred = ready[ON_FOLDER].revents &&
                   watch_saw(loop->folder, store_path(loop->app->store));
    if (stirred)
        loop->look = LOOK_FIRST_MS;
    bool unseen = loop->folder < 0 && milliseconds() - loop->ticked >= LOOK_MS; // keys never rest
    bool worked = jobs > 0 && app_jobs_ready(loop->app, ready + ON_JOBS, jobs);
    if (ready[ON_CLOCK].revents || stirred || worked || unseen)
        tick(loop);
}

static void wait_and_serve(Loop *loop)
{
    struct pollfd ready[ON_JOBS + JOBS_MAX] = {
        [ON_KEYS] = {.fd = STDIN_FILENO, .events = POLLIN},
        [ON_SIGNALS] = {.fd = loop->signals, .events = POLLIN},
        [ON_CLOCK] = {.fd = loop->clock, .events = POLLIN},
        [ON_FOLDER] = {.fd = loop->folder, .events = POLLIN},
    };
    size_t jobs = app_jobs_fds(loop->app, ready + ON_JOBS, JOBS_MAX);
    screen_clock(loop->screen, milliseconds());
    int keys = input_wait(loop->input, milliseconds()), others = next_tick(loop);
    int count = poll(ready, (nfds_t)(ON_JOBS + jobs), sooner(keys, others));
    notice_sleep(loop);
    if (count > 0)
        serve(loop, ready, jobs);
    else if (count == 0 && others >= 0 && sooner(keys, others) == others)
        look_again(loop);
    hand_over_copy(loop); // of a command that waited
    obey_wish(loop);      // the clock and the store have some as well
    take_keys(loop);      // an Escape becomes one by waiting, too
    take_report(loop);
}

/// Nothing that can wait stands before the first frame.
static void run(Loop *loop)
{
    loop->slept = watch_slept();
    obey_theme(loop);
    screen_clock(loop->screen, milliseconds());
    draw(loop);
    loop->asked = -1;
    obey_letters(loop);
    crash_prepare();
    loop->look = LOOK_LAST_MS; // when the keys rest, a store that was left is looked at
    if (loop->clock >= 0)
        watch_until(loop->clock, app_next_minute(loop->app));
    while (!loop->done) {
        wait_and_serve(loop);
        if (!loop->done)
            draw(loop);
    }
    store_be_patient(loop->app->store);
    screen_tick(loop->screen); // drafts
}

// Open and close

static void begin(Loop *loop)
{
    int rows, columns;
    terminal_size(loop->terminal, &rows, &columns);
    loop->input = input_open(app_setting_whole(loop->app, "escape_ms"));
    terminal_teach(loop->terminal, loop->input);
    loop->canvas = canvas_open(rows, columns);
    loop->canvas->plain = loop->style.plain;
    loop->canvas->letters = loop->style.letters;
    loop->screen = screen_open(loop->app, rows, columns, loop->style);
    loop->clock = watch_clock();
    loop->folder = watch_folder_of(store_path(loop->app->store));
}

static void end(Loop *loop)
{
    screen_close(loop->screen);
    canvas_close(loop->canvas);
    input_close(loop->input);
    if (loop->clock >= 0)
        close(loop->clock);
    if (loop->folder >= 0)
        close(loop->folder);
}

bool tui_run(App *app, TuiOptions options, Err *err)
{
    Loop loop = {.app = app, .style = {.plain = options.plain}};
    loop.style.letters = strcmp(app_setting(app, "letters"), "yes") == 0;
    loop.style.clipboard = clipboard_expected(app_setting(app, "clipboard"));
    TerminalOptions wanted = {.mouse = app_setting_whole(app, "mouse") == 1};
    if (!signals_start(&loop.signals, err))
        return false;
    bool opened = terminal_open(wanted, &loop.terminal, err);
    if (opened) {
        begin(&loop);
        run(&loop);
        end(&loop);
        terminal_close(loop.terminal);
    }
    signals_stop();
    return opened && app_care_at_end(app, err);
}
