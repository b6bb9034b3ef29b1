// SPDX-License-Identifier: GPL-3.0-or-later
// When the program crashes or exits in the middle: the terminal is put back all the same. What a
// handler calls is async-signal-safe.
#include "crash.h"

#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef MAWARI_BACKTRACE
#include <execinfo.h>
#endif

#include "mawari/base/log.h"

enum { FRAMES = 64, STACK_BYTES = 64 << 10 };

static const int deadly[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
enum { DEADLY = sizeof deadly / sizeof *deadly };

// A signal handler has no other way to know which terminal is ours.
static struct {
    volatile sig_atomic_t armed;
    bool at_exit; // put_back() is registered
    int fd;
    char restore[CRASH_RESTORE];
    size_t size;
    struct termios modes;
    struct sigaction before[DEADLY];
    char stack[STACK_BYTES]; // a handler's own: the crash may be a full stack
} the_terminal;

static void put_back(void)
{
    if (!the_terminal.armed)
        return;
    the_terminal.armed = 0;
    (void)!write(the_terminal.fd, the_terminal.restore, the_terminal.size);
    tcsetattr(the_terminal.fd, TCSANOW, &the_terminal.modes);
}

#ifdef MAWARI_BACKTRACE
static void write_backtrace(void)
{
    static const char title[] = "crash:\n";
    void *frames[FRAMES];
    int log = log_descriptor();
    if (log < 0)
        return;
    (void)!write(log, title, sizeof title - 1);
    backtrace_symbols_fd(frames, backtrace(frames, FRAMES), log);
}

void crash_prepare(void)
{
    void *frame;
    (void)backtrace(&frame, 1);
}
#else
static void write_backtrace(void)
{
}

void crash_prepare(void)
{
}
#endif

/// Whoever handled it before has the last word: the system, or a sanitizer. A fault comes again
/// when the handler returns, a signal that was sent is sent again.
static void crash(int number, siginfo_t *info, void *context)
{
    (void)context;
    put_back();
    for (size_t i = 0; i < DEADLY; i++)
        sigaction(deadly[i], &the_terminal.before[i], NULL);
    write_backtrace();
    if (info->si_code <= 0)
        raise(number);
}

void crash_watch(int fd, const char *restore, const struct termios *modes)
{
    the_terminal.fd = fd;
    the_terminal.modes = *modes;
    the_terminal.size = strnlen(restore, CRASH_RESTORE);
    memcpy(the_terminal.restore, restore, the_terminal.size);
    the_terminal.armed = 1;
    if (!the_terminal.at_exit)
        the_terminal.at_exit = atexit(put_back) == 0;

    stack_t stack = {.ss_sp = the_terminal.stack, .ss_size = STACK_BYTES};
    sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_sigaction = crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < DEADLY; i++)
        sigaction(deadly[i], &action, &the_terminal.before[i]);
}

void crash_forget(void)
{
    if (!the_terminal.armed)
        return;
    the_terminal.armed = 0;
    for (size_t i = 0; i < DEADLY; i++)
        sigaction(deadly[i], &the_terminal.before[i], NULL);
}
