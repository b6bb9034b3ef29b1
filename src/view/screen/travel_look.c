// SPDX-License-Identifier: GPL-3.0-or-later
// The question for travel times as the screen shows it: a message that counts, where the line is
// free, and Esc.
#include "travel_look.h"

#include <string.h>

#include "day/today.h"
#include "mawari/app/travel_times.h"

static const char *sentence(Screen *screen, int percent)
{
    return arena_print(screen->frame, _("Asking for travel times … %d %%   Esc stops it"), percent);
}

static bool is_told(Screen *screen)
{
    return screen->travel_percent >= 0 &&
           strcmp(screen->message, sentence(screen, screen->travel_percent)) == 0;
}

void travel_look(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    if (screen->mode == MODE_LIST && pane->what == &pane_today && !screen_is_empty(screen))
        travel_times_seek(screen->app, today_day(pane, screen->app));
}

bool travel_is_news(const Screen *screen)
{
    return travel_times_progress(screen->app) != screen->travel_percent;
}

void travel_go_on(Screen *screen)
{
    int percent = travel_times_progress(screen->app);
    bool free = screen->mode == MODE_LIST && (!*screen->message || is_told(screen));
    if (!travel_is_news(screen))
        return;
    screen->travel_percent = percent;
    if (!free)
        return;
    screen_say(screen, "%s", percent >= 0 ? sentence(screen, percent) : "");
    screen->changed = true;
}

bool travel_stop(Screen *screen)
{
    return is_told(screen) && travel_times_cancel(screen->app);
}
