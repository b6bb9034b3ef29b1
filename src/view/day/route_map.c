// SPDX-License-Identifier: GPL-3.0-or-later
// A day's route drawn in dots, its stops by number, and its hours as a bar.
#include "route_map.h"

#include <math.h>
#include <string.h>

#include "mawari/base/lang.h"

enum { DOTS_ACROSS = 2, DOTS_DOWN = 4, BRAILLE = 0x2800, POINTS_MOST = 64 };

/// Dots and what they show: a byte of dots for each cell.
typedef struct Sheet {
    unsigned char *cells;
    int columns, rows;
    double west, north, dots_a_degree, narrow; // narrow: how much shorter a degree of longitude is
} Sheet;

typedef struct Dot {
    int x, y;
} Dot;

/// The places of the way in their order: begin, stops, end.
typedef struct Track {
    Position points[POINTS_MOST];
    int numbers[POINTS_MOST]; // 0: begin or end
    size_t count;
} Track;

static void add_point(Track *track, Position position, int number)
{
    if (!position_known(position) || track->count == POINTS_MOST)
        return;
    track->points[track->count] = position;
    track->numbers[track->count++] = number;
}

static Track way_of(const DayRoute *route)
{
    Track track = {.count = 0};
    int number = 0;
    add_point(&track, route->from, 0);
    for (size_t i = 0; i < route->count; i++)
        if (route->rows[i].kind == ROW_VISIT)
            add_point(&track, route->rows[i].position, ++number);
    add_point(&track, route->to, 0);
    return track;
}

/// As large as it can be with both axes to the same scale, in the middle.
static Sheet fit(const Track *track, int columns, int rows, Arena *arena)
{
    double west = track->points[0].longitude, east = west;
    double south = track->points[0].latitude, north = south;
    for (size_t i = 1; i < track->count; i++) {
        west = fmin(west, track->points[i].longitude);
        east = fmax(east, track->points[i].longitude);
        south = fmin(south, track->points[i].latitude);
        north = fmax(north, track->points[i].latitude);
    }
    double narrow = cos((south + north) / 2 / 1e6 * 3.14159265358979323846 / 180);
    double across = DOTS_ACROSS * columns - 1, down = DOTS_DOWN * rows - 1;
    double width = fmax((east - west) * narrow, 1), height = fmax(north - south, 1);
    double scale = fmin(across / width, down / height);
    return (Sheet){.cells = arena_array(arena, unsigned char, (size_t)(columns * rows)),
                   .columns = columns,
                   .rows = rows,
                   .west = west - (across / scale - width) / 2 / narrow,
                   .north = north + (down / scale - height) / 2,
                   .dots_a_degree = scale,
                   .narrow = narrow};
}

static Dot dot_of(const Sheet *sheet, Position at)
{
    return (Dot){(int)lround((at.longitude - sheet->west) * sheet->narrow * sheet->dots_a_degree),
                 (int)lround((sheet->north - at.latitude) * sheet->dots_a_degree)};
}

static void set_dot(Sheet *sheet, int x, int y)
{
    // the dots of a Braille cell by column and row (Unicode 16.0, chapter 21.1)
    static const unsigned char bits[DOTS_DOWN][DOTS_ACROSS] = {
        {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
    int column = x / DOTS_ACROSS, row = y / DOTS_DOWN;
    if (x >= 0 && y >= 0 && column < sheet->columns && row < sheet->rows)
        sheet->cells[row * sheet->columns + column] |= bits[y % DOTS_DOWN][x % DOTS_ACROSS];
}

static void draw_line(Sheet *sheet, Dot from, Dot to)
{
    int wide = to.x - from.x, high = to.y - from.y;
    int steps = (int)fmax(fmax(fabs((double)wide), fabs((double)high)), 1);
    for (int i = 0; i <= steps; i++)
        set_dot(sheet, from.x + wide * i / steps, from.y + high * i / steps);
}

static const char *cell_text(unsigned char dots, bool letters, Arena *arena)
{
    int code = BRAILLE + dots;
    if (letters)
        return ".";
    return arena_print(arena, "%c%c%c", 0xE0 | code >> 12, 0x80 | (code >> 6 & 0x3F),
                       0x80 | (code & 0x3F));
}

static void draw_dots(const Sheet *sheet, Region at, Arena *arena)
{
    for (int i = 0; i < sheet->columns * sheet->rows; i++)
        if (sheet->cells[i])
            canvas_text(at.canvas, at.row + i / sheet->columns, at.column + i % sheet->columns, 1,
                        ROLE_DIM, cell_text(sheet->cells[i], at.canvas->letters, arena));
}

/// Is the number's place free? Where two are near, the later one moves aside, or stays away; 3
/// beside 5 would be read as 35.
static bool is_free(const bool *taken, const Sheet *sheet, int row, int column, int width)
{
    if (column < 0 || column + width > sheet->columns || row < 0 || row >= sheet->rows)
        return false;
    int first = column > 0 ? column - 1 : 0;
    int last = column + width < sheet->columns ? column + width : sheet->columns - 1;
    for (int i = first; i <= last; i++)
        if (taken[row * sheet->columns + i])
            return false;
    return true;
}

static void draw_number(const Sheet *sheet, bool *taken, Dot dot, int number, Region at,
                        Arena *arena)
{
    static const struct {
        int row, column;
    } beside[] = {{0, 0}, {-1, 0},  {1, 0},  {0, 2}, {0, -2}, {-1, 2}, {1, -2},
                  {1, 2}, {-1, -2}, {-2, 0}, {2, 0}, {0, 3},  {0, -3}};
    const char *text = number ? arena_print(arena, "%d", number) : "@";
    int width = (int)strlen(text);
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        int row = dot.y / DOTS_DOWN + beside[i].row;
        int column = dot.x / DOTS_ACROSS + beside[i].column;
        column = column + width > sheet->columns ? sheet->columns - width : column;
        if (!is_free(taken, sheet, row, column, width))
            continue;
        memset(&taken[row * sheet->columns + column], true, (size_t)width);
        canvas_text(at.canvas, at.row + row, at.column + column, width,
                    number ? ROLE_STRONG : ROLE_PLAIN, text);
        return;
    }
}

void route_map_draw(const DayRoute *route, Region at, Arena *arena)
{
    Track track = way_of(route);
    if (track.count < 2 || at.rows < 2 || at.columns < 4) {
        canvas_text(at.canvas, at.row, at.column, at.columns, ROLE_DIM,
                    _("No map: positions are not known"));
        return;
    }
    Sheet sheet = fit(&track, at.columns, at.rows, arena);
    bool *taken = arena_array(arena, bool, (size_t)(sheet.columns * sheet.rows));
    for (size_t i = 1; i < track.count; i++)
        draw_line(&sheet, dot_of(&sheet, track.points[i - 1]), dot_of(&sheet, track.points[i]));
    draw_dots(&sheet, at, arena);
    for (size_t i = 0; i < track.count; i++)
        if (i == 0 || i + 1 < track.count || track.numbers[i])
            draw_number(&sheet, taken, dot_of(&sheet, track.points[i]), track.numbers[i], at,
                        arena);
}

// --- the bar

enum {
    BAR_FROM = 8 * 60,
    BAR_TO = 20 * 60,
    BAR_STEP = 10,
    WAIT_MOST = 20,
    BAR_CELLS = (BAR_TO - BAR_FROM) / BAR_STEP
};

static void fill(char *bar, Minute from, Minute to, char with)
{
    for (Minute minute = from - from % BAR_STEP; minute < to; minute += BAR_STEP)
        if (minute >= BAR_FROM && minute < BAR_TO)
            bar[(minute - BAR_FROM) / BAR_STEP] = with;
}

static char sign_of(DayRowKind kind)
{
    return kind == ROW_VISIT ? '#' : kind == ROW_LUNCH ? ':' : '=';
}

/// What is driven lies right before what is arrived at; between arriving and beginning one waits,
/// and nobody waits for long: one sets out later, and is free before.
static void fill_row(char *bar, const RouteRow *row)
{
    Minute wait = row->begin - row->arrive;
    Minute there = wait > WAIT_MOST ? row->begin - BAR_STEP : row->arrive;
    if (row->leg_minutes != NONE && row->leg_minutes > 0)
        fill(bar, there - row->leg_minutes, there, '-');
    if (row->kind == ROW_VISIT && wait >= BAR_STEP)
        fill(bar, there, row->begin, '_');
    fill(bar, row->begin, row->leave, sign_of(row->kind));
}

/// Free time that is too short to be a gap is what may be lost on the way.
static void tell_slack(char *bar, Minute gap)
{
    for (int from = 0, to; from < BAR_CELLS; from = to + 1) {
        for (to = from; to < BAR_CELLS && bar[to] == '.'; to++)
            ;
        if ((to - from) * BAR_STEP < gap)
            memset(bar + from, ',', (size_t)(to - from));
    }
}

void route_bar_draw(const DayRoute *route, Minute gap, Region at, Arena *arena)
{
    char bar[BAR_CELLS + 1];
    memset(bar, ' ', BAR_CELLS);
    bar[BAR_CELLS] = '\0';
    fill(bar, route->start, route->end, '.');
    for (size_t i = 0; i < route->count; i++)
        if (route->rows[i].begin != NONE && route->rows[i].leave != NONE)
            fill_row(bar, &route->rows[i]);
    if (route->end_leg != NONE)
        fill(bar, route->end - route->end_leg, route->end, '-');
    tell_slack(bar, gap);
    for (int hour = BAR_FROM / 60; hour < BAR_TO / 60; hour++)
        canvas_text(at.canvas, at.row, at.column + (hour * 60 - BAR_FROM) / BAR_STEP, 2, ROLE_DIM,
                    arena_print(arena, "%02d", hour));
    canvas_text(at.canvas, at.row + 1, at.column, BAR_CELLS, ROLE_PLAIN, bar);
}
