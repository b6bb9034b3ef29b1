// SPDX-License-Identifier: GPL-3.0-or-later
// Signals as bytes in a pipe, so that one poll waits for everything.
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "mawari/base/lang.h"

static const int heard[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGTSTP};
enum { HEARD = sizeof heard / sizeof *heard };

// A handler is not told where to write; there is one terminal, so there is one pipe.
static struct {
    int ends[2];
    struct sigaction before[HEARD];
} the_pipe = {.ends = {-1, -1}};

/// A full pipe loses nothing: whoever empties it looks at everything anyway.
static void hear(int number)
{
    int saved = errno;
    char byte = (char)number;
    (void)!write(the_pipe.ends[1], &byte, 1);
    errno = saved;
}

static void listen_to(int number, struct sigaction *ret_before)
{
    struct sigaction action = {.sa_handler = hear, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, ret_before);
}

bool signals_start(int *ret_fd, Err *err)
{
    if (pipe(the_pipe.ends) != 0)
        return err_set(err, ERR_FILE, _("no pipe for signals: %s"), strerror(errno));
    for (int i = 0; i < 2; i++) {
        fcntl(the_pipe.ends[i], F_SETFD, FD_CLOEXEC);
        fcntl(the_pipe.ends[i], F_SETFL, O_NONBLOCK);
    }
    for (size_t i = 0; i < HEARD; i++)
        listen_to(heard[i], &the_pipe.before[i]);
    *ret_fd = the_pipe.ends[0];
    return true;
}

void signals_stop(void)
{
    for (size_t i = 0; i < HEARD; i++)
        sigaction(heard[i], &the_pipe.before[i], NULL);
    close(the_pipe.ends[0]);
    close(the_pipe.ends[1]);
}

int signals_next(void)
{
    char byte;
    return read(the_pipe.ends[0], &byte, 1) == 1 ? byte : 0;
}

/// Where no shell could wake us again the system ignores SIGTSTP, and we just go on. The whole
/// group stops, so that a wrapper around us stops too.
void signals_suspend(void)
{
    static const int plain[] = {SIGTSTP, SIGCONT};
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigemptyset(&usual.sa_mask);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        sigaction(plain[i], &usual, NULL);
    kill(0, SIGTSTP);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        listen_to(plain[i], NULL);
}
