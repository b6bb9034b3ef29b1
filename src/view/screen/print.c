// SPDX-License-Identifier: GPL-3.0-or-later
// "Today as text": the pane drawn into memory, as many rows as it takes.
#include "mawari/view/print.h"

#include <stdio.h>
#include <string.h>

#include "day/brief.h"
#include "day/today.h"
#include "shell.h"

static bool fill(Pane *pane, App *app, Day day, int columns, Err *err)
{
    char offset[16];
    snprintf(offset, sizeof offset, "%d", day - app->today);
    (void)pane->what->text(pane, "day", offset);
    if (!pane_ready(pane, app, 1, columns, err))
        return false;
    pane->top = 0;
    return pane_ready(pane, app, 8 + (int)pane->what->count(pane), columns, err);
}

static char *with_date(const App *app, Day day, const char *text, Arena *arena)
{
    return arena_print(arena, "%s\n%s", day_text_full(day, app->today, arena), text);
}

bool view_today_text(App *app, Day day, int columns, bool plain, Arena *arena, char **ret, Err *err)
{
    Pane *pane = pane_open(&pane_today, NULL, 0);
    app->plain = plain;
    bool good = fill(pane, app, day, columns < 40 ? 40 : columns, err);
    if (good)
        *ret = with_date(app, day, today_as_text(pane, app, arena), arena);
    pane_close(pane);
    return good;
}

bool view_brief_text(App *app, BriefOf of, int columns, bool plain, Arena *arena, char **ret,
                     Err *err)
{
    enum { TITLE_ROWS = 2 };
    Pane *pane = brief_open(of, BRIEF_WHOLE);
    app->plain = plain;
    bool good = pane_ready(pane, app, 1, columns < 40 ? 40 : columns, err);
    if (good) {
        int rows = TITLE_ROWS + (int)pane->what->count(pane);
        Canvas *canvas = canvas_open(rows, pane->columns + 1);
        canvas->plain = plain;
        pane->top = 0;
        pane->what->head(pane, app, canvas);
        pane->what->draw(pane, app,
                         (Region){canvas, TITLE_ROWS, 0, rows - TITLE_ROWS, pane->columns});
        *ret = canvas_as_text(canvas, arena);
        canvas_close(canvas);
    }
    pane_close(pane);
    return good;
}

bool view_sheet_text(App *app, const Entity *kind, Id id, int columns, bool plain, Arena *arena,
                     const char **ret, Err *err)
{
    Pane *pane = pane_open(&pane_sheet, kind, id);
    app->plain = plain;
    bool good = pane_ready(pane, app, 1, columns, err);
    if (good)
        *ret = pane->what->copy(pane, app, arena);
    pane_close(pane);
    return good;
}

bool view_help_text(App *app, int columns, Arena *arena, char **ret, Err *err)
{
    Pane *pane = pane_open(&pane_help, NULL, 0);
    bool good = pane_ready(pane, app, 1, columns, err);
    if (good) {
        int rows = (int)pane->what->count(pane);
        Canvas *canvas = canvas_open(rows, pane->columns + 1);
        canvas->plain = app->plain;
        pane->top = 0;
        pane->what->draw(pane, app, (Region){canvas, 0, 0, rows, pane->columns});
        *ret = canvas_as_text(canvas, arena);
        canvas_close(canvas);
    }
    pane_close(pane);
    return good;
}
