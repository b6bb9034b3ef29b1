// SPDX-License-Identifier: GPL-3.0-or-later
// The screen's commands that only look elsewhere: another row, record or day, more or less of it.
#include "moves.h"

#include <stdio.h>

#include "day/brief.h"

void move_by(Screen *screen, Move move)
{
    Err err = {0};
    if (!pane_move(screen_pane(screen), screen->app, move, &err))
        screen_fail(screen, &err);
}

void move_down(Screen *screen)
{
    move_by(screen, MOVE_DOWN);
}

void move_up(Screen *screen)
{
    move_by(screen, MOVE_UP);
}

void move_page_down(Screen *screen)
{
    move_by(screen, MOVE_PAGE_DOWN);
}

void move_page_up(Screen *screen)
{
    move_by(screen, MOVE_PAGE_UP);
}

void move_first(Screen *screen)
{
    move_by(screen, MOVE_FIRST);
}

void move_last(Screen *screen)
{
    move_by(screen, MOVE_LAST);
}

void move_section_back(Screen *screen)
{
    if (!friday_next(screen, -1))
        move_by(screen, MOVE_SECTION_BACK);
}

static void next_record(Screen *screen, Move direction)
{
    if (screen->sheet_count == 0) {
        move_by(screen, direction);
        return;
    }
    Pane *below = screen->sheet_count > 1 ? screen->sheets[screen->sheet_count - 2]
                                          : screen->tabs[screen->tab];
    Err err = {0};
    Id was = below->at;
    if (!pane_move(below, screen->app, direction, &err)) {
        screen_fail(screen, &err);
        return;
    }
    if (below->at == 0 || below->at == was)
        return;
    bool brief = screen_pane(screen)->what == &pane_brief;
    pane_close(screen->sheets[--screen->sheet_count]);
    if (brief)
        brief_here(screen);
    else
        screen_open_sheet(screen, below->at_kind, below->at);
}

void move_next_record(Screen *screen)
{
    next_record(screen, MOVE_DOWN);
}

void move_previous_record(Screen *screen)
{
    next_record(screen, MOVE_UP);
}

static void other_day(Screen *screen, int by)
{
    Pane *pane = screen_pane(screen);
    char days[16];
    snprintf(days, sizeof days, "%d", by);
    if (!pane->what->text || !pane->what->text(pane, "day", days))
        screen_say(screen, _("This pane has no day"));
    else
        pane->stale = true;
}

void move_day_before(Screen *screen)
{
    if (!friday_next(screen, -1))
        other_day(screen, -1);
}

void move_day_after(Screen *screen)
{
    if (!friday_next(screen, 1))
        other_day(screen, 1);
}

static void set_fold(Screen *screen, const char *on)
{
    Pane *pane = screen_pane(screen);
    if (pane->what->text && pane->what->text(pane, "fold", on))
        pane->stale = true;
    else
        screen_say(screen, _("There is nothing to fold here"));
}

void move_fold(Screen *screen)
{
    set_fold(screen, "1");
}

void move_unfold(Screen *screen)
{
    set_fold(screen, "0");
}
