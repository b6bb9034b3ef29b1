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
#include "loop.h"
#include "mawari/app/jobs.h"
#include "mawari/tui/tui.h"
#include "mawari/view/canvas.h"
#include "signals.h"
#include "watch.h"

enum { LOOK_MS = 1000, LOOK_FIRST_MS = 50, LOOK_LAST_MS = 400 };
enum { ON_KEYS, ON_SIGNALS, ON_CLOCK, ON_FOLDER, ON_JOBS, JOBS_MAX = 32 };

int64_t loop_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// The clock and the world outside

static void tick(Loop *loop)
{
    loop->ticked = loop_milliseconds();
    app_tick(loop->app);
    screen_clock(loop->screen, loop_milliseconds());
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
    screen_slept(loop->screen); // whoever had the shell may type fg
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
    while (!loop->done && input_next(loop->input, loop_milliseconds(), &key)) {
        if (outside(loop, &key))
            continue;
        screen_clock(loop->screen, loop_milliseconds());
        screen_key(loop->screen, &key);
        hand_over_copy(loop);
        obey_wish(loop);
        loop_obey_settings(loop);
    }
}

static void read_terminal(Loop *loop)
{
    char bytes[INPUT_READ];
    ssize_t size = read(STDIN_FILENO, bytes, sizeof bytes);
    if (size > 0)
        input_feed(loop->input, bytes, (size_t)size, loop_milliseconds());
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

/// A key that is there already goes first.
static void look_ahead(Loop *loop)
{
    struct pollfd keys = {.fd = STDIN_FILENO, .events = POLLIN};
    if (poll(&keys, 1, 0) == 0)
        screen_look_ahead(loop->screen);
}

static void draw(Loop *loop)
{
    bool changed = screen_draw(loop->screen, loop->canvas);
    if (changed || !terminal_known(loop->terminal))
        terminal_draw(loop->terminal, loop->canvas);
    if (changed)
        look_ahead(loop);
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
    bool unseen = loop->folder < 0 &&
                  loop_milliseconds() - loop->ticked >= LOOK_MS; // keys never rest
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
    screen_clock(loop->screen, loop_milliseconds());
    int keys = input_wait(loop->input, loop_milliseconds()), others = next_tick(loop);
    int count = poll(ready, (nfds_t)(ON_JOBS + jobs), sooner(keys, others));
    notice_sleep(loop);
    if (count > 0)
        serve(loop, ready, jobs);
    else if (count == 0 && others >= 0 && sooner(keys, others) == others)
        look_again(loop);
    hand_over_copy(loop); // of a command that waited
    obey_wish(loop);      // the clock and the store have some as well
    take_keys(loop);      // an Escape becomes one by waiting, too
    loop_take_report(loop);
}

/// Nothing that can wait stands before the first frame.
static void run(Loop *loop)
{
    loop->slept = watch_slept();
    loop_obey_theme(loop);
    screen_clock(loop->screen, loop_milliseconds());
    draw(loop);
    store_read_usual(loop->app->store);
    loop->asked = -1;
    loop_obey_letters(loop);
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
