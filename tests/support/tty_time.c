// SPDX-License-Identifier: GPL-3.0-or-later
// How long a program takes to answer, as a terminal sees it.
#include <poll.h>
#include <time.h>
#include <unistd.h>

#include "tty_inside.h"

double tty_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

double tty_answer(Tty *tty, double since, int wait, int quiet, size_t *ret_bytes)
{
    char bytes[65536];
    struct pollfd ready = {.fd = tty->fd, .events = POLLIN};
    double last = since;
    *ret_bytes = 0;
    while (poll(&ready, 1, *ret_bytes > 0 ? quiet : wait) > 0) {
        ssize_t size = read(tty->fd, bytes, sizeof bytes);
        if (size <= 0)
            break;
        last = tty_now(); // before the eye reads it: what that costs is in no figure
        *ret_bytes += (size_t)size;
        vterm_input_write(tty->terminal, bytes, (size_t)size);
    }
    return last - since;
}
