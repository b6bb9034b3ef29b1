// SPDX-License-Identifier: GPL-3.0-or-later
// The whole frame: the pane, what stands beside it, and what the mode lays over it.
#include <assert.h>

#include "day/brief.h"
#include "day/route_pane.h"
#include "day/today.h"
#include "ground/hints.h"
#include "mawari/store/record.h"
#include "panes/special.h"
#include "travel_look.h"

static Id side_subject(Screen *screen, const Entity **ret_kind)
{
    const Pane *pane = screen_pane(screen);
    *ret_kind = pane->at_kind;
    if (pane->at_kind != &entity_visit)
        return pane->at;
    Visit visit;
    if (!record_get(screen->app->store, &entity_visit, pane->at, screen->frame, &visit, NULL))
        return 0;
    *ret_kind = &entity_client;
    return visit.client;
}

static bool side_by_side(const Screen *screen)
{
    const PaneKind *what = screen_pane(screen)->what;
    return screen->columns >= SIDE_BY_SIDE && !screen->no_side && !screen->style.plain &&
           !what->alone && !what->bare;
}

/// Where the pane stands, without what stands beside it.
static Region pane_region(const Screen *screen, Canvas *canvas)
{
    int columns = screen->columns - (screen->columns > 1);
    return (Region){canvas, screen->rows < 6 || screen_is_bare(screen) ? 0 : 2, 0,
                    screen_body_rows(screen),
                    side_by_side(screen) ? screen->columns * 6 / 10 : columns};
}

/// Beside what is walked from door to door, Today and the doors of a round, the brief of the row,
/// where one stands behind it.
static bool side_brief(Screen *screen, BriefOf *ret)
{
    const Pane *pane = screen_pane(screen);
    bool walked = pane->what == &pane_today || pane->at_kind == &entity_round_client;
    return walked && pane->at &&
           brief_of(screen->app, pane->at_kind, pane->at, screen->frame, ret, NULL);
}

static bool same_brief(const Pane *side, BriefOf of)
{
    BriefOf shown = side->what == &pane_brief ? brief_subject(side) : (BriefOf){0};
    return shown.client == of.client && shown.site == of.site && shown.visit == of.visit &&
           shown.contact == of.contact;
}

/// The pane beside the list, opened anew where it is about something else. NULL: nothing.
static Pane *side_pane(Screen *screen)
{
    const Entity *kind;
    BriefOf of;
    Pane *side = screen->side;
    Day day = week_day_here(screen_pane(screen));
    if (day != NONE) {
        if (side && week_day_shown(side) == day)
            return side;
        pane_close(side);
        return screen->side = week_day_open(day);
    }
    if (side_brief(screen, &of)) {
        if (side && same_brief(side, of))
            return side;
        pane_close(side);
        return screen->side = brief_open(of, BRIEF_ASIDE);
    }
    Id subject = side_subject(screen, &kind);
    if (!subject || !kind)
        return NULL;
    if (side && side->what == &pane_sheet && side->subject == subject && side->kind == kind)
        return side;
    pane_close(side);
    return screen->side = pane_open(&pane_sheet, kind, subject);
}

static void draw_side(Screen *screen, Canvas *canvas, int column)
{
    Region at = {canvas, 2, column, screen_body_rows(screen), screen->columns - 1 - column};
    Pane *side = side_pane(screen);
    Err err = {0};
    if (!side)
        return;
    if (pane_ready(side, screen->app, at.rows, at.columns, &err)) {
        side->index = (size_t)-1; // no cursor there
        side->what->draw(side, screen->app, at);
    }
    canvas_divider(canvas, column - 1, 2, at.rows);
}

static void draw_body(Screen *screen, Canvas *canvas)
{
    Pane *pane = screen_pane(screen);
    Region at = pane_region(screen, canvas);
    Err err = {0};
    screen->side_at = side_by_side(screen) ? at.columns + 1 : 0;
    pane->beside = screen->side_at > 0;
    if (screen_is_empty(screen)) {
        welcome_draw(screen, canvas);
        return;
    }
    if (!pane_ready(pane, screen->app, at.rows, at.columns, &err)) {
        screen_fail(screen, &err);
        return;
    }
    if (side_by_side(screen)) // first, so that the cursor stands in the pane
        draw_side(screen, canvas, at.columns + 1);
    pane->what->draw(pane, screen->app, at);
}

/// The first client of a store that was empty begins the hints.
static void notice_first_client(Screen *screen)
{
    bool empty = screen->counts.clients == 0;
    if (screen->was_empty && !empty)
        hints_begin(screen);
    screen->was_empty = empty;
}

static void count_again(Screen *screen)
{
    Err err = {0};
    if (!screen->counts_stale)
        return;
    screen->counts_stale = false;
    if (!query_open_counts(screen->app->store, screen->app->today, screen->frame, &screen->counts,
                           &err))
        screen_fail(screen, &err);
    else
        notice_first_client(screen);
}

/// Typed ahead of a frame, a key still finds the cursor where that frame will show it.
void screen_ready(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    Err err = {0};
    count_again(screen);
    if (!pane->stale || screen_is_empty(screen))
        return;
    Region at = pane_region(screen, NULL);
    if (!pane_ready(pane, screen->app, at.rows, at.columns, &err))
        screen_fail(screen, &err);
}

/// A form, or what follows the door: they take the whole body.
static void draw_whole(Screen *screen, Canvas *canvas)
{
    Region at = {canvas, screen->rows < 6 ? 0 : 2, 0, screen_body_rows(screen),
                 screen->columns - (screen->columns > 1)};
    if (screen->mode == MODE_PHONE)
        phone_draw(screen, at);
    else if (screen->mode == MODE_DOOR)
        door_draw(screen, canvas, at);
    else
        form_draw(screen->form, screen->app, canvas, at);
}

static void draw_all(Screen *screen, Canvas *canvas)
{
    if (screen->mode == MODE_PRIVATE) {
        private_draw(screen, canvas);
        return;
    }
    screen->hint_rows = hints_rows(screen);
    if (screen->mode == MODE_FORM || screen->mode == MODE_DOOR || screen->mode == MODE_PHONE)
        draw_whole(screen, canvas);
    else
        draw_body(screen, canvas);
    hints_draw(screen, canvas);
    frame_draw(screen, canvas);
    if (screen->mode == MODE_PROMPT)
        prompt_draw(screen, canvas);
    if (screen->mode == MODE_MENU || screen->mode == MODE_QUESTION)
        menu_draw(screen, canvas);
}

bool screen_draw(Screen *screen, Canvas *canvas)
{
    if (!screen->changed)
        return false;
    screen->changed = false;
    arena_empty(screen->frame);
    if (canvas->rows != screen->rows || canvas->columns != screen->columns)
        canvas_resize(canvas, screen->rows, screen->columns);
    canvas->plain = screen->style.plain;
    canvas->letters = screen->style.letters;
    canvas_clear(canvas);
    if (screen->mode != MODE_PRIVATE)
        count_again(screen); // it may begin the hints, which is writing
    bool begun = store_read_begin(screen->app->store);
    draw_all(screen, canvas);
    store_read_end(screen->app->store, begun);
    // what is left open would hold an old view of the file, in which no write is taken
    assert(!begun || store_is_at_rest(screen->app->store));
    return true;
}

void screen_look_ahead(Screen *screen)
{
    if (screen->mode == MODE_LIST && !screen_is_empty(screen))
        pane_look_ahead(screen_pane(screen), screen->app);
    route_look(screen);
    travel_look(screen);
}
