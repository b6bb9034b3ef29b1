// SPDX-License-Identifier: GPL-3.0-or-later
// Masked figures are seen for a moment: of one record, for twenty seconds, and never behind the
// private screen.
#include "reveal.h"

#include <string.h>

enum { REVEAL_MS = 20000 };

static const char shown[] = N_("Shown for 20 seconds; Ctrl-P hides all at once");

void reveal_begin(Screen *screen, Id id)
{
    screen->app->revealed = id;
    screen->reveal_until = screen->clock + REVEAL_MS;
    screen_say(screen, _(shown));
    screen_stale(screen);
}

void reveal_end(Screen *screen)
{
    if (!screen->app->revealed)
        return;
    screen->app->revealed = 0;
    if (screen->form)
        form_cover(screen->app, screen->form);
    if (strcmp(screen->message, _(shown)) == 0)
        screen->message[0] = '\0'; // it is not so any more
    screen_stale(screen);
}

int64_t reveal_left(const Screen *screen)
{
    int64_t left = screen->reveal_until - screen->clock;
    return !screen->app->revealed ? -1 : left > 0 ? left : 0;
}

void reveal_go_on(Screen *screen)
{
    if (reveal_left(screen) == 0)
        reveal_end(screen);
}
