// SPDX-License-Identifier: GPL-3.0-or-later
// Clients × rounds on one screen: who stands where. Only the clients in view are asked for; [ and ]
// go to other rounds where there are more than columns.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/app/rounds.h"
#include "mawari/base/text.h"
#include "mawari/store/queries_round.h"
#include "shell.h"

enum {
    HEAD_ROWS = 3,
    NAME_AT = 1,
    NAME = 22,
    CELL = 11,
    CELL_MOST = 24,
    ROUNDS_MOST = 200,
    CLIENTS_MOST = 10000
};

typedef struct GridView {
    int32_t first; // round shown in the first column
} GridView;

/// What stands in a client's line; read when it first comes into view.
typedef struct GridRow {
    const char *name;   // NULL: not read yet
    const char **cells; // of the columns shown; NULL: not in that round
} GridRow;

typedef struct GridData {
    OpenRounds rounds;
    Id *clients;
    GridRow *rows; // of all clients
    size_t count;
    size_t first, shown; // of the rounds, the columns that were read
} GridData;

static bool load(Pane *pane, App *app, Err *err)
{
    GridData *data = pane->data;
    if (!query_rounds_open(app->store, ROUNDS_MOST, pane->arena, &data->rounds, err) ||
        !query_clients_in_rounds(app->store, CLIENTS_MOST, pane->arena, &data->clients,
                                 &data->count, err))
        return false;
    data->rows = arena_array(pane->arena, GridRow, data->count + 1);
    return true;
}

static int room_of(int columns)
{
    return columns - NAME_AT - NAME - 1;
}

static size_t columns_of(int columns)
{
    return room_of(columns) < CELL ? 1 : (size_t)(room_of(columns) / CELL);
}

/// Few rounds share the screen, so that their names are whole.
static int cell_columns(int columns, size_t rounds)
{
    int wide = rounds ? room_of(columns) / (int)rounds : CELL;
    return wide < CELL ? CELL : wide > CELL_MOST ? CELL_MOST : wide;
}

/// The last rounds fill the screen: beyond them there is nothing to go to.
static size_t first_column(const Pane *pane, size_t shown)
{
    const GridData *data = pane->data;
    size_t first = (size_t)((const GridView *)pane->view)->first, all = data->rounds.count;
    size_t most = all > shown ? all - shown : 0;
    return first < most ? first : most;
}

static bool read_row(GridData *data, App *app, size_t index, Arena *arena, Err *err)
{
    GridRow row = {.cells = arena_array(arena, const char *, data->shown + 1)};
    for (size_t i = 0; i < data->shown; i++) {
        StandsIn stands;
        const OpenRound *round = &data->rounds.rows[data->first + i];
        if (!query_stands_in(app->store, data->clients[index], round, &stands, err))
            return false;
        row.cells[i] = stands.state == NONE
                           ? NULL
                           : door_stands(round->matter, stands.state, stands.reaction);
    }
    if (!query_name(app->store, data->clients[index], arena, &row.name, err))
        return false;
    data->rows[index] = row;
    return true;
}

/// Other columns: what was read of those before is of no use.
static void forget_rows(Pane *pane, size_t first, size_t shown)
{
    GridData *data = pane->data;
    arena_empty(pane->spare);
    memset(data->rows, 0, data->count * sizeof *data->rows);
    data->first = first;
    data->shown = shown;
}

static bool look(Pane *pane, App *app, size_t from, size_t to, Err *err)
{
    GridData *data = pane->data;
    size_t shown = columns_of(pane->columns), first = first_column(pane, shown);
    shown = shown < data->rounds.count ? shown : data->rounds.count;
    if (data->first != first || data->shown != shown)
        forget_rows(pane, first, shown);
    for (size_t i = from; i < to && i < data->count; i++)
        if (!data->rows[i].name && !read_row(data, app, i, pane->spare, err))
            return false;
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const GridData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    const GridData *data = pane->data;
    return (PaneRow){.id = data->clients[index], .kind = &entity_client};
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return HEAD_ROWS;
}

/// "day" is what [ and ] step: here by a screenful less one.
static bool other_rounds(Pane *pane, const char *option, const char *value)
{
    GridView *view = pane->view;
    int32_t by = (int32_t)columns_of(pane->columns) - 1;
    if (strcmp(option, "day") != 0)
        return false;
    size_t at = first_column(pane, columns_of(pane->columns));
    view->first = (int32_t)at + (*value ? (int32_t)strtol(value, NULL, 10) * (by < 1 ? 1 : by) : 0);
    view->first = view->first < 0 ? 0 : view->first;
    return true;
}

/// How many bytes both begin with, whole characters and numbers.
static size_t alike(const char *one, const char *other)
{
    size_t size = 0;
    while (one[size] && one[size] == other[size])
        size++;
    while (size && ((one[size] & 0xC0) == 0x80 || (one[size - 1] >= '0' && one[size - 1] <= '9')))
        size--;
    return size;
}

/// Of titles that would be cut to the same what tells them apart: "…2号機のお知らせ".
static const char *head_title(const OpenRounds *rounds, size_t first, size_t end, size_t at,
                              int room, Arena *arena)
{
    const char *title = rounds->rows[at].title, *fits = text_fit(title, room, arena);
    size_t begins = SIZE_MAX;
    for (size_t i = first; i < end; i++) {
        const char *other = rounds->rows[i].title;
        if (strcmp(title, other) == 0 || strcmp(text_fit(other, room, arena), fits) != 0)
            continue;
        size_t same = alike(title, other);
        begins = same < begins ? same : begins;
    }
    bool told_apart = begins != SIZE_MAX && begins > 0 && title[begins];
    return told_apart ? arena_print(arena, "…%s", title + begins) : title;
}

static void draw_head(const Pane *pane, Region at, size_t first, size_t shown, Arena *arena)
{
    const GridData *data = pane->data;
    const char *title = _("Clients × rounds: no round is open");
    const char *format = data->count < CLIENTS_MOST
                             ? _("Clients × rounds: %zu × %zu, from round %zu on")
                             : _("Clients × rounds: the first %zu × %zu, from round %zu on");
    if (data->rounds.count)
        title = arena_print(arena, format, data->count, data->rounds.count, first + 1);
    canvas_text(at.canvas, at.row, at.column + 1, at.columns - 2, ROLE_STRONG, title);
    int cell = cell_columns(at.columns, data->rounds.count);
    size_t end = first + shown < data->rounds.count ? first + shown : data->rounds.count;
    for (size_t i = 0; first + i < end; i++) {
        const OpenRound *round = &data->rounds.rows[first + i];
        int column = at.column + NAME_AT + NAME + 1 + (int)i * cell;
        canvas_text(at.canvas, at.row + 1, column, cell - 1, ROLE_STRONG,
                    head_title(&data->rounds, first, end, first + i, cell - 1, arena));
        canvas_text(at.canvas, at.row + 2, column, cell - 1, ROLE_DIM,
                    arena_print(arena, _("%d left"), (int)(round->left == NONE ? 0 : round->left)));
    }
}

static void draw_client(const Pane *pane, Region at, int line, size_t index)
{
    const GridData *data = pane->data;
    const GridRow *shown = &data->rows[index];
    if (!shown->name)
        return;
    canvas_text(at.canvas, line, at.column + NAME_AT, NAME, ROLE_PLAIN, shown->name);
    int cell = cell_columns(at.columns, data->rounds.count);
    for (size_t i = 0; i < data->shown; i++)
        if (shown->cells[i])
            canvas_text(at.canvas, line, at.column + NAME_AT + NAME + 1 + (int)i * cell, cell - 1,
                        ROLE_PLAIN, shown->cells[i]);
}

static void draw(const Pane *pane, const App *app, Region at)
{
    const GridData *data = pane->data;
    Arena *arena = arena_open();
    size_t shown = columns_of(at.columns), first = first_column(pane, shown);
    (void)app;
    draw_head(pane, at, first, shown, arena);
    canvas_cursor(at.canvas, at.row, at.column + 1);
    int line = at.row + HEAD_ROWS;
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        draw_client(pane, at, line, i);
        if (pane_is_marked(pane, data->clients[i]))
            canvas_text(at.canvas, line, at.column, 1, ROLE_MARK, "+");
        if (i == pane->index) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + NAME_AT);
        }
    }
    arena_close(arena);
}

static const PaneKind pane_grid = {
    .view_bytes = sizeof(GridView),
    .data_bytes = sizeof(GridData),
    .load = load,
    .look = look,
    .draw = draw,
    .count = count,
    .row = row,
    .first_row = first_row,
    .text = other_rounds,
    .keys = N_("Enter the client   [ ] other rounds   Space mark   . j into a round   Esc back")};

void round_grid_open(Screen *screen)
{
    if (screen_pane(screen)->what != &pane_grid)
        screen_push(screen, pane_open(&pane_grid, NULL, 0));
}
