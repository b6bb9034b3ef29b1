// SPDX-License-Identifier: GPL-3.0-or-later
// A person at a terminal: the program, the hands, and patience.
#include "home.h"
#include "tty_inside.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#if __has_include(<pty.h>)
#include <pty.h>
#else
#include <util.h>
#endif

#include <cmocka.h>

enum { QUIET = 8, ESCAPE_QUIET = 40 }; // ms

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/// Takes what the program sends within `ms`. False when nothing came, or nothing ever will.
static bool take(Tty *tty, int ms)
{
    char bytes[4096];
    struct pollfd ready = {.fd = tty->fd, .events = POLLIN};
    if (tty->fd < 0 || poll(&ready, 1, ms < 0 ? 0 : ms) <= 0)
        return false;
    ssize_t size = read(tty->fd, bytes, sizeof bytes);
    if (size <= 0) {
        close(tty->fd);
        tty->fd = -1;
        return false;
    }
    buffer_add_bytes(&tty->raw, bytes, (size_t)size);
    vterm_input_write(tty->terminal, bytes, (size_t)size);
    return true;
}

// The program

/// Every run has its own empty home, so that no test sees another one's data.
static void point_home(const char *folder)
{
    static const struct {
        const char *name, *below;
    } homes[] = {
        {"HOME", ""},
        {"XDG_DATA_HOME", "/data"},
        {"XDG_CONFIG_HOME", "/config"},
        {"XDG_STATE_HOME", "/state"},
        {"XDG_CACHE_HOME", "/cache"},
    };
    for (size_t i = 0; i < sizeof homes / sizeof *homes; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s%s", folder, homes[i].below);
        mkdir(path, 0700);
        setenv(homes[i].name, path, 1);
    }
}

static void set_environment(const TtyStart *start, const char *folder)
{
    static const char *const gone[] = {"LANG",    "LANGUAGE", "NO_COLOR",   "COLORFGBG",
                                       "COLUMNS", "LINES",    "MAWARI_NOW", "TMUX"};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        unsetenv(gone[i]);
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("TZ", "Asia/Tokyo", 1);
    setenv("MAWARI_SEED", "1", 1);
    setenv("TMPDIR", folder, 1); // the demo's copy of one that is killed goes with it
    point_home(folder);
    for (const char *const *next = start->environment; next && *next; next++) {
        const char *equals = strchr(*next, '=');
        char name[64] = "";
        if (equals && (size_t)(equals - *next) < sizeof name) {
            memcpy(name, *next, (size_t)(equals - *next));
            setenv(name, equals + 1, 1);
        } else {
            unsetenv(*next);
        }
    }
}

static void become_program(const TtyStart *start, const char *folder)
{
    static const int signals[] = {SIGPIPE, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCHLD};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        signal(signals[i], SIG_DFL);
    set_environment(start, folder);
    execvp(start->argv[0], start->argv);
    printf("%s cannot be run: %s\r\n", start->argv[0], strerror(errno));
    fflush(stdout);
    _exit(127);
}

static const char *fresh_folder(Arena *arena)
{
    char *folder = arena_take(arena, FOLDER_SIZE);
    folder_make("tty", folder);
    return folder;
}

Tty *tty_start_with(TtyStart start)
{
    Arena *arena = arena_open();
    Tty *tty = arena_new(arena, Tty);
    *tty = (Tty){.arena = arena, .shown = arena_open(), .wide = start.wide};
    tty->raw.arena = arena;
    tty->own_folder = !start.folder;
    tty->folder = start.folder ? arena_copy(arena, start.folder) : fresh_folder(arena);
    tty_open_eye(tty, start.rows, start.columns);

    struct winsize size = {.ws_row = (unsigned short)start.rows,
                           .ws_col = (unsigned short)start.columns};
    tty->process = forkpty(&tty->fd, NULL, NULL, &size);
    if (tty->process == 0)
        become_program(&start, tty->folder);
    if (tty->process < 0)
        fail_msg("no pseudo-terminal: %s", strerror(errno));
    return tty;
}

char *tty_mawari(void)
{
    char *path = getenv("MAWARI");
    if (!path)
        fail_msg("MAWARI is not set: run this through ctest");
    return path;
}

Tty *tty_start(int rows, int columns, char *const argv[])
{
    return tty_start_with((TtyStart){.rows = rows, .columns = columns, .argv = argv});
}

const char *tty_folder(const Tty *tty)
{
    return tty->folder;
}

pid_t tty_process(const Tty *tty)
{
    return tty->process;
}

// The hands

void tty_send(Tty *tty, const char *bytes, size_t size)
{
    while (size > 0 && tty->fd >= 0) {
        ssize_t sent = write(tty->fd, bytes, size);
        if (sent < 0 && errno != EINTR && errno != EAGAIN)
            return;
        bytes += sent > 0 ? sent : 0;
        size -= sent > 0 ? (size_t)sent : 0;
    }
}

/// Bytes up to and with the first Escape that begins no sequence, or all.
static size_t up_to_lone_escape(const char *keys)
{
    for (size_t at = 0; keys[at]; at++)
        if (keys[at] == '\033' && !(keys[at + 1] && strchr("[O]P\033", keys[at + 1])))
            return at + 1;
    return strlen(keys);
}

void tty_type(Tty *tty, const char *keys)
{
    while (*keys) {
        size_t size = up_to_lone_escape(keys);
        tty_settle(tty);
        tty_send(tty, keys, size);
        tty->escaped = keys[size - 1] == '\033';
        keys += size;
    }
}

/// Bytes that were typed and not yet read by the program. What was written is on its way for a
/// while, where only a poll pushes it on: on a loaded machine it is nowhere to be counted.
static int unread(const Tty *tty)
{
    const char *path = ptsname(tty->fd);
    int count = 0, other_side = -1;
    if (path)
        other_side = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (other_side < 0)
        return 0;
    (void)poll(&(struct pollfd){.fd = other_side, .events = POLLIN}, 1, 0);
    if (ioctl(other_side, FIONREAD, &count) != 0)
        count = 0;
    close(other_side);
    return count;
}

bool tty_send_slowly(Tty *tty, const char *bytes, int apart)
{
    bool in_time = true;
    for (int64_t last = milliseconds(), now; *bytes; bytes++, last = now) {
        tty_send(tty, bytes, 1);
        now = milliseconds();
        in_time = in_time && now - last <= 2 * apart;
        tty_listen(tty, apart);
        in_time = in_time && unread(tty) == 0;
    }
    return in_time;
}

void tty_resize(Tty *tty, int rows, int columns)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    tty_resize_eye(tty, rows, columns);
    ioctl(tty->fd, TIOCSWINSZ, &size);
}

void tty_kill(Tty *tty, int number)
{
    kill(tty->process, number);
}

void tty_kill_foreground(Tty *tty, int number)
{
    pid_t group = tcgetpgrp(tty->fd);
    if (group > 1)
        kill(-group, number);
}

void tty_hang_up(Tty *tty)
{
    close(tty->fd);
    tty->fd = -1;
}

// The end

static void put_away(Tty *tty)
{
    if (tty->fd >= 0)
        close(tty->fd);
    if (tty->own_folder)
        folder_remove(tty->folder);
    vterm_free(tty->terminal);
    arena_close(tty->shown);
    arena_close(tty->arena);
}

/// What a sanitizer said scrolled off the small screen.
static void print_report(const Tty *tty)
{
    static const char *const starts[] = {"ERROR: AddressSanitizer", "runtime error:"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        const char *found = strstr(buffer_text(&tty->raw), starts[i]);
        if (found)
            print_error("%.4000s\n", found);
    }
}

void tty_give_up(Tty *tty, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vprint_error(format, args);
    va_end(args);
    fprintf(stderr, "\n%s", tty_text(tty)); // cmocka would cut it
    print_report(tty);
    if (!tty->ended) {
        kill(tty->process, SIGKILL);
        waitpid(tty->process, NULL, 0);
    }
    put_away(tty);
    fail();
}

// Patience

void tty_listen(Tty *tty, int ms)
{
    int64_t until = milliseconds() + ms;
    for (int64_t left = ms; left > 0; left = until - milliseconds())
        if (!take(tty, (int)left) && tty->fd < 0)
            break;
}

/// Where the system cannot say it, silence alone must do.
static bool sleeps(const Tty *tty)
{
    char path[64], state = 'S';
    snprintf(path, sizeof path, "/proc/%ld/stat", (long)tty->process);
    FILE *file = fopen(path, "r");
    if (!file)
        return true;
    bool known = fscanf(file, "%*d (%*[^)]) %c", &state) == 1;
    fclose(file);
    return !known || !strchr("RD", state);
}

/// A loaded machine keeps a program silent that has not even begun to answer.
static bool at_rest(const Tty *tty)
{
    return tty->fd < 0 || (unread(tty) == 0 && sleeps(tty));
}

/// At rest for a whole period: an Escape that was read at its beginning has become one by its end.
void tty_settle(Tty *tty)
{
    int64_t until = milliseconds() + TTY_PATIENCE;
    int quiet = tty->escaped ? ESCAPE_QUIET : QUIET;
    for (bool rested = false; milliseconds() < until;) {
        bool silent = !take(tty, quiet), before = rested;
        rested = silent && at_rest(tty);
        if (rested && before)
            break;
    }
    tty->escaped = false;
}

bool tty_sees(Tty *tty, const char *text, int ms)
{
    int64_t until = milliseconds() + ms;
    while (strstr(tty_text(tty), text) == NULL) {
        int64_t left = until - milliseconds();
        if (left <= 0 || tty->fd < 0)
            return false;
        take(tty, (int)left);
    }
    return true;
}

static void wait_for(Tty *tty, const char *text, bool there)
{
    int64_t until = milliseconds() + TTY_PATIENCE;
    while ((strstr(tty_text(tty), text) != NULL) != there) {
        int64_t left = until - milliseconds();
        if (left > 0 && tty->fd >= 0) {
            take(tty, (int)left);
            continue;
        }
        tty_give_up(tty, "\"%s\" %s on the screen%s", text, there ? "never stood" : "still stands",
                    tty->fd < 0 ? " of the program, which has ended" : "");
    }
}

void tty_wait(Tty *tty, const char *text)
{
    wait_for(tty, text, true);
}

void tty_wait_gone(Tty *tty, const char *text)
{
    wait_for(tty, text, false);
}

static bool has_ended(Tty *tty)
{
    if (!tty->ended && waitpid(tty->process, &tty->status, WNOHANG) == tty->process)
        tty->ended = true;
    return tty->ended;
}

void tty_wait_end(Tty *tty)
{
    int64_t until = milliseconds() + TTY_PATIENCE;
    while (!has_ended(tty)) {
        if (milliseconds() > until)
            tty_give_up(tty, "the program did not end");
        if (tty->fd >= 0)
            take(tty, 5);
        else
            poll(NULL, 0, 5);
    }
    while (take(tty, 0))
        ;
}

int tty_stop(Tty *tty)
{
    tty_wait_end(tty);
    int status = tty->status;
    put_away(tty);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
