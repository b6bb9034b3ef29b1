// SPDX-License-Identifier: GPL-3.0-or-later
// What fits into a gap: four lanes, Enter books the chosen one.
#include "mawari/app/gap.h"

#include "mawari/base/text.h"
#include "shell.h"

/// One head row more where something waits. A name gives way to the details, down to its least.
enum { HEAD_ROWS = 3, MINUTES = 6, NAME_LEAST = 24 };

typedef struct GapView {
    Minute at; // from when on a gap is looked for
} GapView;

/// A row is the head of a lane or an offer.
typedef struct GapRow {
    const GapOffer *offer; // NULL: the head of
    GapLane lane;
} GapRow;

typedef struct GapData {
    GapSheet gap;
    GapRow *rows;
    size_t count;
    int minutes, name; // columns of the longest: 1h10, 1時間10分
    int details[LANE_COUNT];
    const char *none; // why there is no gap; NULL: there is one
} GapData;

static void widen(int *width, const char *text)
{
    int wanted = text_width(text);
    *width = wanted > *width ? wanted : *width;
}

static void measure(GapData *data, Arena *arena)
{
    data->minutes = MINUTES;
    for (size_t i = 0; i < data->gap.count; i++) {
        const GapOffer *offer = &data->gap.offers[i];
        widen(&data->minutes, minutes_text(offer->minutes, arena));
        widen(&data->name, offer->name);
        widen(&data->details[offer->lane], gap_offer_detail(offer, arena));
    }
}

static void take_rows(Pane *pane)
{
    GapData *data = pane->data;
    data->rows = arena_array(pane->arena, GapRow, data->gap.count + LANE_COUNT);
    measure(data, pane->arena);
    for (int lane = 0; lane < LANE_COUNT; lane++) {
        data->rows[data->count++] = (GapRow){NULL, (GapLane)lane};
        for (size_t i = 0; i < data->gap.count; i++)
            if ((int)data->gap.offers[i].lane == lane)
                data->rows[data->count++] = (GapRow){&data->gap.offers[i], (GapLane)lane};
    }
}

static bool load(Pane *pane, App *app, Err *err)
{
    GapData *data = pane->data;
    Err none = {0};
    if (gap_sheet(app, ((const GapView *)pane->view)->at, pane->arena, &data->gap, &none)) {
        take_rows(pane);
        return true;
    }
    if (none.kind != ERR_NOT_FOUND)
        return err_set(err, none.kind, "%s", none.text);
    data->none = arena_copy(pane->arena, none.text);
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const GapData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    const GapRow *at = &((const GapData *)pane->data)->rows[index];
    if (!at->offer)
        return (PaneRow){.heading = true};
    return (PaneRow){.id = at->offer->id, .kind = at->offer->kind};
}

static int first_row(const Pane *pane)
{
    return HEAD_ROWS + (((const GapData *)pane->data)->gap.waiting != NULL);
}

/// The lane, and why nothing stands in it.
static const char *lane_head(const GapData *data, size_t index, Arena *arena)
{
    const GapRow *at = &data->rows[index];
    bool empty = index + 1 == data->count || !data->rows[index + 1].offer;
    if (!empty)
        return gap_lane_name(at->lane);
    return arena_print(arena, "%s  –  %s", gap_lane_name(at->lane),
                       at->lane == LANE_NEAR && !data->gap.here ? _("where you are is not known")
                                                                : _("nothing that fits"));
}

static void draw_row(const GapData *data, size_t index, Region at, int line, Arena *arena)
{
    const GapOffer *offer = data->rows[index].offer;
    if (!offer) {
        canvas_text(at.canvas, line, at.column + 1, at.columns - 2, ROLE_DIM,
                    lane_head(data, index, arena));
        return;
    }
    canvas_field_right(at.canvas, line, at.column + 1, data->minutes, ROLE_PLAIN,
                       minutes_text(offer->minutes, arena));
    int begin = data->minutes + 3, name = data->name;
    int left = at.columns - begin - data->details[offer->lane] - 2;
    if (name > left)
        name = left > NAME_LEAST ? left : NAME_LEAST;
    int detail = begin + name + 2;
    canvas_text(at.canvas, line, at.column + begin, name, ROLE_PLAIN, offer->name);
    canvas_text(at.canvas, line, at.column + detail, at.columns - detail, ROLE_DIM,
                gap_offer_detail(offer, arena));
}

static void draw_head(const GapData *data, Region at, Arena *arena)
{
    const char *lines[] = {gap_headline(&data->gap, arena), gap_formula(&data->gap, arena),
                           gap_waiting(&data->gap, arena)};
    for (int i = 0; i < 3 && lines[i]; i++)
        canvas_text(at.canvas, at.row + i, at.column + 1, at.columns - 2,
                    i == 0 ? ROLE_STRONG : ROLE_DIM, lines[i]);
}

static void draw(const Pane *pane, const App *app, Region at)
{
    (void)app;
    const GapData *data = pane->data;
    Arena *arena = arena_open();
    if (data->none)
        canvas_text(at.canvas, at.row, at.column + 1, at.columns - 2, ROLE_STRONG, data->none);
    else
        draw_head(data, at, arena);
    int line = at.row + first_row(pane);
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        draw_row(data, i, at, line, arena);
        if (i == pane->index && data->rows[i].offer) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + MINUTES + 3);
        }
    }
    arena_close(arena);
}

static bool book(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    const GapData *data = pane->data;
    const GapOffer *offer = pane->index < data->count ? data->rows[pane->index].offer : NULL;
    if (!offer) {
        screen_say(screen, _("Nothing is chosen"));
        return true;
    }
    const char *line = arena_print(screen->frame, "%s %d", minute_text(offer->begin, screen->frame),
                                   offer->stay);
    screen_run_line(screen, command_named("book"), line);
    if (!screen->message_bad)
        screen_drop_sheet(screen);
    return true;
}

static const PaneKind pane_gap = {.view_bytes = sizeof(GapView),
                                  .data_bytes = sizeof(GapData),
                                  .load = load,
                                  .draw = draw,
                                  .count = count,
                                  .row = row,
                                  .first_row = first_row,
                                  .enter = book,
                                  .keys = N_("Enter books it   Tab next lane   Esc back")};

void gap_pane_open(Screen *screen, Minute at)
{
    Pane *pane = pane_open(&pane_gap, NULL, 0);
    ((GapView *)pane->view)->at = at;
    screen_push(screen, pane);
}
