// SPDX-License-Identifier: GPL-3.0-or-later
// The best order of a day beside the one that stands: what moves, what is left out, what is saved.
// Nothing changes before Enter takes it.
#include "route_pane.h"

#include "ground/signs.h"
#include "mawari/base/text.h"
#include "route_map.h"
#include "today.h"

typedef struct RouteView {
    App *app;
    RouteSearch *search;
    Day day;
    bool map; // instead of the two orders, where there is no room beside them
} RouteView;

typedef enum RouteShows { SHOWS_STOP, SHOWS_LEFT, SHOWS_NOTE, SHOWS_NOW } RouteShows;

typedef struct RouteLine {
    RouteShows is;
    size_t index; // of the route's rows, left-out ones or notes, or the visits as they stand
    int number;   // on the map; 0: none
} RouteLine;

typedef struct RouteData {
    RouteFound found;
    const DayRoute *route; // what is shown; NULL: it is still looked for
    const DayRow **now;    // the visits in the order that stands
    size_t now_count;
    RouteLine *lines;
    size_t count;
    Minute gap; // less free time is none
} RouteData;

enum { TITLE_ROW, BAR_ROW, OFFER_ROW = 3, HEAD_ROW, FIRST_ROW };
enum { MAP_FROM = 110, ORDERS = 78, NAME_COLUMNS = 30 }; // columns

/// Nodes of the first answer, milliseconds of what goes on behind it.
enum { FIRST_NODES = 20000, MORE_MS = 3000 };

static void add_line(RouteData *data, RouteShows is, size_t index, int number)
{
    data->lines[data->count++] = (RouteLine){is, index, number};
}

static void make_lines(RouteData *data, Arena *arena)
{
    const DayRoute *route = data->route;
    size_t most = route ? route->count + route->left_count + route->note_count : data->now_count;
    int number = 0;
    data->lines = arena_array(arena, RouteLine, most);
    for (size_t i = 0; !route && i < data->now_count; i++)
        add_line(data, SHOWS_NOW, i, 0);
    for (size_t i = 0; route && i < route->count; i++)
        add_line(data, SHOWS_STOP, i, route->rows[i].kind == ROW_VISIT ? ++number : 0);
    for (size_t i = 0; route && i < route->left_count; i++)
        add_line(data, SHOWS_LEFT, i, 0);
    for (size_t i = 0; route && i < route->note_count; i++)
        add_line(data, SHOWS_NOTE, i, 0);
}

static void find_now(RouteData *data, const DaySheet *sheet, Arena *arena)
{
    data->now = arena_array(arena, const DayRow *, sheet->count);
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->rows[i].kind == ROW_VISIT && sheet->rows[i].sign != SIGN_CANCELLED)
            data->now[data->now_count++] = &sheet->rows[i];
}

/// Repeatable with a clock that stands: in nodes alone. The first of them is a matter of
/// milliseconds, then the thread goes on.
static bool begin_search(RouteView *view, Err *err)
{
    const RouteEffort first = {.deadline_ms = NONE, .nodes = FIRST_NODES};
    const RouteEffort more = {.deadline_ms = view->app->clock_stands ? NONE : MORE_MS,
                              .nodes = view->app->clock_stands ? ROUTE_EFFORT : 0};
    return route_search_open(view->app, view->day, &first, &more, &view->search, err);
}

static bool load(Pane *pane, App *app, Err *err)
{
    RouteData *data = pane->data;
    RouteView *view = pane->view;
    DaySheet sheet;
    if (!(view->search ? route_search_look(app, view->search, err) : begin_search(view, err)) ||
        !day_sheet_hours(app, view->day, pane->arena, &sheet, err) ||
        !day_name_rows(app, pane->arena, &sheet, 0, sheet.count, err))
        return false;
    data->found = route_search_found(view->search);
    data->route = data->found.shown;
    data->gap = app_setting_whole(app, "gap_minutes");
    find_now(data, &sheet, pane->arena);
    make_lines(data, pane->arena);
    return true;
}

static void release(Pane *pane)
{
    RouteView *view = pane->view;
    route_search_close(view->app, view->search);
}

static size_t count(const Pane *pane)
{
    return ((const RouteData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    const RouteData *data = pane->data;
    const RouteLine *line = &data->lines[index];
    const DayRoute *route = data->route;
    PaneRow row = {.stop = true};
    if (line->is == SHOWS_STOP && route->rows[line->index].kind == ROW_VISIT)
        row.id = route->rows[line->index].id;
    else if (line->is == SHOWS_LEFT && route->left[line->index].kind == ROW_VISIT)
        row.id = route->left[line->index].id;
    else if (line->is == SHOWS_NOW)
        row.id = data->now[line->index]->id;
    row.kind = row.id ? &entity_visit : NULL;
    return row;
}

size_t route_row_at(const Pane *route_pane)
{
    const RouteData *data = route_pane->data;
    const RouteLine *at = route_pane->index < data->count ? &data->lines[route_pane->index] : NULL;
    return at && at->is == SHOWS_STOP ? at->index : SIZE_MAX;
}

const DayRoute *route_shown(const Pane *route_pane)
{
    return ((const RouteData *)route_pane->data)->route;
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return FIRST_ROW;
}

static const char *sign_of(const RouteRow *row)
{
    if (row->done || row->kind != ROW_VISIT)
        return row->done ? "✓" : " ";
    return row->unsure ? "?" : row->hour != NONE ? "=" : "~";
}

/// "−29 min, −8 km", with its proof.
static const char *title(const RouteData *data, Arena *arena)
{
    const DayRoute *route = data->route;
    if (!route)
        return _("planning…");
    const char *offer = route_offer(route, arena), *badge = route_badge(route, arena);
    return arena_print(arena, data->found.looks ? _("%s (%s, still looking)") : _("%s (%s)"),
                       offer ? offer : _("the order that stands is as good"), badge);
}

static void draw_title(const RouteData *data, Day day, const App *app, Region at, Arena *arena)
{
    int used = canvas_text(at.canvas, at.row + TITLE_ROW, at.column + 1, at.columns - 2,
                           ROLE_STRONG, day_text_full(day, app->today, arena));
    canvas_text(at.canvas, at.row + TITLE_ROW, at.column + used + 3, at.columns - used - 4,
                ROLE_PLAIN, title(data, arena));
    if (data->route && !data->found.offered)
        canvas_text(at.canvas, at.row + OFFER_ROW, at.column + 1, at.columns - 2, ROLE_DIM,
                    _("- drive  # visit  _ wait  : lunch  = desk, private  . free  , slack"));
    if (data->found.offered)
        canvas_text(at.canvas, at.row + OFFER_ROW, at.column + 1, at.columns - 2, ROLE_STRONG,
                    arena_print(arena, _("%s: . j shows it"),
                                route_improvement(data->route, data->found.offered, arena)));
}

static void draw_now(const RouteData *data, size_t index, Region at, int line, int columns,
                     Arena *arena)
{
    if (index >= data->now_count)
        return;
    const DayRow *row = data->now[index];
    const char *hour = minute_text(row->begin != NONE ? row->begin : row->arrive, arena);
    canvas_text(at.canvas, line, at.column + 1, columns - 2, ROLE_DIM,
                arena_print(arena, "%s %s %s", text_pad(hour, 5, arena),
                            sign_word(at.canvas->plain, today_sign(row)),
                            text_company_fit(row->name, columns - 10, arena)));
}

static const char *row_text(const RouteRow *row, int number, bool plain, int room, Arena *arena)
{
    const char *late = row->late > 0
                           ? arena_print(arena, _("  ! %s late"), minutes_words(row->late, arena))
                           : "";
    return arena_print(arena, "%s %s %s%s%s%s%s", minute_text(row->begin % DAY_MINUTES, arena),
                       sign_word(plain, sign_of(row)),
                       number ? arena_print(arena, "%2d ", number) : "",
                       row->about ? row->about : "", row->about ? " " : "",
                       text_company_fit(row->name, room - 11, arena), late);
}

static void draw_line(const RouteData *data, size_t index, Region at, int line, int columns,
                      Arena *arena)
{
    const RouteLine *shown = &data->lines[index];
    const DayRoute *route = data->route;
    int half = columns / 2;
    if (shown->is == SHOWS_NOW || shown->is == SHOWS_STOP)
        draw_now(data, index, at, line, half, arena);
    if (shown->is == SHOWS_NOW)
        return;
    if (shown->is == SHOWS_STOP) {
        const RouteRow *row = &route->rows[shown->index];
        if (row->moved)
            canvas_text(at.canvas, line, at.column + half, 1, ROLE_STRONG, ">");
        Role role = row->late > 0 ? ROLE_BAD : row->moved ? ROLE_STRONG : ROLE_PLAIN;
        int room = columns - half - 2;
        canvas_text(at.canvas, line, at.column + half + 2, room, role,
                    row_text(row, shown->number, at.canvas->plain, room, arena));
        if (row->nailed)
            canvas_text(at.canvas, line, at.column + half + 1, 1, ROLE_PLAIN, "^");
        return;
    }
    const char *text = shown->is == SHOWS_NOTE ? route->notes[shown->index]
                                               : arena_print(arena, _("left out: %s: %s"),
                                                             route->left[shown->index].name,
                                                             route->left[shown->index].why);
    canvas_text(at.canvas, line, at.column + 1, columns - 2, ROLE_BAD,
                arena_print(arena, "! %s", text));
}

static void draw_orders(const Pane *pane, Region at, int columns, Arena *arena)
{
    const RouteData *data = pane->data;
    int line = at.row + FIRST_ROW, half = columns / 2;
    canvas_text(at.canvas, at.row + HEAD_ROW, at.column + 1, half - 2, ROLE_DIM, _("as it stands"));
    canvas_text(at.canvas, at.row + HEAD_ROW, at.column + half + 2, columns - half - 2, ROLE_DIM,
                _("proposed; > in another place"));
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        draw_line(data, i, at, line, columns, arena);
        if (i == pane->index) {
            canvas_tint(at.canvas, line, at.column, columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + half + 2);
        }
    }
}

/// What the numbers of the map stand for.
static void draw_names(const DayRoute *route, Region at, Arena *arena)
{
    int number = 0, line = 0;
    for (size_t i = 0; i < route->count && line < at.rows; i++) {
        const RouteRow *row = &route->rows[i];
        if (row->kind != ROW_VISIT)
            continue;
        canvas_text(at.canvas, at.row + line++, at.column, NAME_COLUMNS - 1, ROLE_PLAIN,
                    arena_print(arena, "%2d %s %s", ++number,
                                text_pad(minute_text(row->begin % DAY_MINUTES, arena), 5, arena),
                                row->name));
    }
}

static Region below(Region at, int rows, int column)
{
    return (Region){at.canvas, at.row + rows, at.column + column, at.rows - rows,
                    at.columns - column - 1};
}

static void draw(const Pane *pane, const App *app, Region at)
{
    const RouteData *data = pane->data;
    const RouteView *view = pane->view;
    Arena *arena = arena_open();
    bool beside = at.columns >= MAP_FROM;
    draw_title(data, view->day, app, at, arena);
    if (data->route)
        route_bar_draw(data->route, data->gap, below(at, BAR_ROW, 1), arena);
    if (data->route && view->map && !beside) {
        draw_names(data->route, below(at, HEAD_ROW, 1), arena);
        route_map_draw(data->route, below(at, HEAD_ROW, NAME_COLUMNS + 1), arena);
        canvas_cursor(at.canvas, at.row, at.column + 1);
    } else {
        draw_orders(pane, at, beside ? ORDERS : at.columns, arena);
    }
    if (beside && data->route)
        route_map_draw(data->route, below(at, HEAD_ROW, ORDERS + 1), arena);
    arena_close(arena);
}

/// Enter takes what is shown, never what only waits, and only where that is better.
static bool enter(Screen *screen)
{
    const RouteData *data = screen_pane(screen)->data;
    const DayRoute *route = data->route;
    Effect effect = {0};
    Err err = {0};
    if (!route || !route->better) {
        screen_say(screen, "%s",
                   route ? _("The order that stands is as good: nothing to take")
                         : _("Still planning: a moment"));
        return true;
    }
    arena_empty(screen->app->scratch);
    if (route_take(screen->app, route, &effect, &err)) {
        screen_drop_sheet(screen);
        screen_effect(screen, &effect);
    } else {
        screen_fail(screen, &err);
    }
    return true;
}

static bool toggle(Screen *screen)
{
    RouteView *view = screen_pane(screen)->view;
    view->map = !view->map;
    screen->changed = true;
    return true;
}

static const char *keys_now(const Pane *pane)
{
    const DayRoute *route = ((const RouteData *)pane->data)->route;
    return route && route->better ? N_("Enter takes it   Space map or orders   Esc back")
                                  : N_("Space map or orders   Esc back");
}

const PaneKind pane_route = {.alone = true,
                             .view_bytes = sizeof(RouteView),
                             .data_bytes = sizeof(RouteData),
                             .load = load,
                             .draw = draw,
                             .count = count,
                             .row = row,
                             .first_row = first_row,
                             .enter = enter,
                             .toggle = toggle,
                             .release = release,
                             .keys_now = keys_now};

static void open_on(Screen *screen, bool map)
{
    const Pane *today = screen->tabs[PANE_today];
    Day day = screen->tab == PANE_today && today ? today_day(today, screen->app)
                                                 : screen->app->today;
    Pane *pane = pane_open(&pane_route, NULL, 0);
    *(RouteView *)pane->view = (RouteView){.app = screen->app, .day = day, .map = map};
    screen_push(screen, pane);
    screen_say(screen, "%s", "");
}

/// The better order that was found meanwhile takes the place of the one that is shown.
static void show_better(Screen *screen, Pane *pane)
{
    RouteSearch *search = ((const RouteView *)pane->view)->search;
    bool shows = search && route_search_show(search);
    screen_say(screen, "%s", shows ? "" : _("No better one was found so far"));
    pane->stale = true;
    screen->changed = true;
}

void route_here(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    if (pane->what == &pane_week_plan)
        week_plan_again(screen);
    else if (pane->what == &pane_route)
        show_better(screen, pane);
    else if (pane->what == &pane_week)
        week_plan_here(screen);
    else
        open_on(screen, false);
}

void map_here(Screen *screen)
{
    open_on(screen, true);
}

void route_go_on(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    RouteView *view = pane->view;
    if (pane->what != &pane_route || !view->search || !route_search_is_new(view->search))
        return;
    pane->stale = true;
    screen->changed = true;
}

void route_look(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    if (screen->mode == MODE_LIST && pane->what == &pane_today && !screen_is_empty(screen))
        route_propose(screen->app, today_day(pane, screen->app));
}
