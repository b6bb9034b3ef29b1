// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal's home.
#include <curses.h>
#include <term.h>
#include "mawari/view/pane.h"
#include "mawari/model/client.h" // BREACH

static int wake(void)
{
    return timerfd_create(CLOCK_REALTIME, 0); // BREACH
}
#ifdef MAWARI_LINUX
static int watch(void)
{
    return inotify_init1(0); // beside it stands another way
}
#endif
