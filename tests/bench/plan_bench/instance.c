// SPDX-License-Identifier: GPL-3.0-or-later
// The formats: a matrix with windows (tsptw, days), the same with service, prizes and lunch
// (overfull), the tables of coordinates of KU Leuven (toptw), and our own text (route).
#include "instance.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/file.h"
#include "support/problem_text.h"

enum { TEXT_MOST = 1 << 24 };

typedef struct Numbers {
    double *items;
    size_t count, room;
    bool decimals;
    bool opened;
} Numbers;

static void add_number(Numbers *numbers, double number, Arena *arena)
{
    numbers->items = arena_more(arena, numbers->items, numbers->count, &numbers->room,
                                sizeof *numbers->items);
    numbers->items[numbers->count++] = number;
    if (number != floor(number))
        numbers->decimals = true;
}

/// Every number of the file, comments left out.
static Numbers read_numbers(const char *path, Arena *arena)
{
    Numbers numbers = {0};
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    numbers.opened = file != NULL;
    while (file && getline(&line, &room, file) >= 0) {
        line[strcspn(line, "#")] = '\0';
        for (char *at = line, *end = NULL;; at = end) {
            double number = strtod(at, &end);
            if (end == at)
                break;
            add_number(&numbers, number, arena);
        }
    }
    free(line);
    if (file)
        fclose(file);
    return numbers;
}

static RouteTime scaled(double number, int64_t unit)
{
    return (RouteTime)llround(number * (double)unit);
}

/// Legs between `nodes` places, the first being start and end.
static RouteTime *legs_of(size_t nodes, RouteTime (*leg)(const void *of, size_t from, size_t to),
                          const void *of, Arena *arena)
{
    size_t size = nodes + 1;
    RouteTime *legs = arena_array(arena, RouteTime, size * size);
    for (size_t from = 0; from < size; from++)
        for (size_t to = 0; to < size; to++)
            legs[from * size + to] = from == to ? 0 : leg(of, from % nodes, to % nodes);
    return legs;
}

typedef struct Matrix {
    const double *items;
    size_t nodes;
    int64_t unit;
} Matrix;

static RouteTime leg_of_matrix(const void *of, size_t from, size_t to)
{
    const Matrix *matrix = of;
    return scaled(matrix->items[from * matrix->nodes + to], matrix->unit);
}

static void set_window(RouteStop *stop, double open, double close, int64_t unit, Arena *arena)
{
    RouteWindow *window = arena_new(arena, RouteWindow);
    *window = (RouteWindow){scaled(open, unit), scaled(close, unit)};
    stop->windows = window;
    stop->window_count = 1;
}

static void set_mode(Instance *instance, const RouteTime *legs, RouteCost price, Arena *arena)
{
    RouteMode *mode = arena_new(arena, RouteMode);
    *mode = (RouteMode){.legs = legs, .price = price, .at_wheel = true};
    instance->problem.modes = mode;
    instance->problem.mode_count = 1;
}

static bool read_tsptw(const Numbers *numbers, Instance *instance, Arena *arena)
{
    size_t nodes = numbers->count ? (size_t)numbers->items[0] : 0;
    if (nodes < 1 || nodes > ROUTE_MOST_STOPS || numbers->count < 1 + nodes * nodes + 2 * nodes)
        return false;
    const double *windows = numbers->items + 1 + nodes * nodes;
    instance->unit = numbers->decimals ? 10000 : 1;
    RouteStop *stops = arena_array(arena, RouteStop, nodes);
    for (size_t i = 1; i < nodes; i++) {
        stops[i - 1] = (RouteStop){.wish = ROUTE_NEVER, .price = ROUTE_MUST};
        set_window(&stops[i - 1], windows[2 * i], windows[2 * i + 1], instance->unit, arena);
    }
    bool makespan = instance->kind == KIND_MAKESPAN;
    Matrix matrix = {numbers->items + 1, nodes, instance->unit};
    instance->problem = (RouteProblem){.stops = stops,
                                       .count = nodes - 1,
                                       .start = scaled(windows[0], instance->unit),
                                       .end = scaled(windows[1], instance->unit),
                                       .finish_price = makespan};
    set_mode(instance, legs_of(nodes, leg_of_matrix, &matrix, arena), makespan ? 0 : 1, arena);
    return true;
}

static bool read_overfull(const Numbers *numbers, Instance *instance, Arena *arena)
{
    size_t nodes = numbers->count ? (size_t)numbers->items[0] : 0;
    if (nodes < 1 || nodes > ROUTE_MOST_STOPS || numbers->count < 1 + nodes * nodes + 4 * nodes + 3)
        return false;
    const double *rows = numbers->items + 1 + nodes * nodes, *lunch = rows + 4 * nodes;
    RouteStop *stops = arena_array(arena, RouteStop, nodes);
    instance->unit = 1;
    instance->prizes = arena_array(arena, int64_t, nodes);
    for (size_t i = 1; i < nodes; i++) {
        const double *row = rows + 4 * i;
        instance->prizes[i - 1] = (int64_t)row[3];
        instance->prizes_all += instance->prizes[i - 1];
        stops[i - 1] = (RouteStop){.service = (RouteTime)row[2],
                                   .wish = ROUTE_NEVER,
                                   .price = instance->prizes[i - 1] * PRIZE_WEIGHT};
        set_window(&stops[i - 1], row[0], row[1], 1, arena);
    }
    Matrix matrix = {numbers->items + 1, nodes, 1};
    instance->problem = (RouteProblem){
        .stops = stops,
        .count = nodes - 1,
        .start = (RouteTime)rows[0],
        .end = (RouteTime)rows[1],
        .lunch = {(RouteTime)lunch[0], (RouteTime)lunch[1], (RouteTime)lunch[2]}};
    set_mode(instance, legs_of(nodes, leg_of_matrix, &matrix, arena), 1, arena);
    return true;
}

enum { TOPTW_HEAD = 6 }; // "v m N t", "D Q", and the customers begin

typedef struct Places {
    const double **rows; // number, x, y, service, profit, …, open, close
    size_t nodes;
} Places;

/// Euclidean, truncated to one decimal; units of a tenth.
static RouteTime leg_of_places(const void *of, size_t from, size_t to)
{
    const Places *places = of;
    double dx = places->rows[from][1] - places->rows[to][1];
    double dy = places->rows[from][2] - places->rows[to][2];
    return (RouteTime)floor(sqrt(dx * dx + dy * dy) * 10 + 1e-9);
}

/// A customer's row: its fifth-last numbers differ in count, its last two are the window.
static bool find_rows(const Numbers *numbers, Places *places, size_t *lengths, Arena *arena)
{
    places->nodes = (size_t)numbers->items[2] + 1;
    places->rows = arena_array(arena, const double *, places->nodes + 1);
    size_t at = TOPTW_HEAD;
    for (size_t i = 0; i < places->nodes; i++) {
        if (at + 7 >= numbers->count || numbers->items[at] != (double)i)
            return false;
        places->rows[i] = numbers->items + at;
        // number x y duration profit f a list of a numbers, open, close
        lengths[i] = 7 + (size_t)numbers->items[at + 6] + 2;
        at += lengths[i];
    }
    return at <= numbers->count;
}

static bool read_toptw(const Numbers *numbers, Instance *instance, Arena *arena)
{
    Places places;
    size_t lengths[ROUTE_MOST_STOPS + 1];
    if (numbers->count < TOPTW_HEAD || numbers->items[2] < 1 ||
        numbers->items[2] > ROUTE_MOST_STOPS || !find_rows(numbers, &places, lengths, arena))
        return false;
    RouteStop *stops = arena_array(arena, RouteStop, places.nodes);
    instance->unit = 1;
    instance->prizes = arena_array(arena, int64_t, places.nodes);
    for (size_t i = 1; i < places.nodes; i++) {
        const double *row = places.rows[i];
        instance->prizes[i - 1] = (int64_t)row[4];
        instance->prizes_all += instance->prizes[i - 1];
        stops[i - 1] = (RouteStop){
            .service = scaled(row[3], 10), .wish = ROUTE_NEVER, .price = instance->prizes[i - 1]};
        set_window(&stops[i - 1], row[lengths[i] - 2], row[lengths[i] - 1], 10, arena);
    }
    instance->problem = (RouteProblem){.stops = stops,
                                       .count = places.nodes - 1,
                                       .start = scaled(places.rows[0][lengths[0] - 2], 10),
                                       .end = scaled(places.rows[0][lengths[0] - 1], 10)};
    set_mode(instance, legs_of(places.nodes, leg_of_places, &places, arena), 0, arena);
    return true;
}

static void set_name(Instance *instance, const char *path)
{
    const char *slash = strrchr(path, '/');
    (void)snprintf(instance->name, sizeof instance->name, "%s", slash ? slash + 1 : path);
    char *dot = strrchr(instance->name, '.');
    if (instance->kind == KIND_TOPTW && dot)
        *dot = '\0';
}

static bool read_route(const char *path, Arena *arena, Instance *instance)
{
    char *bytes;
    size_t size;
    ProblemText made;
    Err err = {0};
    if (!file_read(path, TEXT_MOST, arena, &bytes, &size, &err) ||
        !problem_text_read(bytes, size, arena, &made, &err)) {
        fprintf(stderr, "plan_bench: %s: %s\n", path, err.text);
        return false;
    }
    instance->unit = 1;
    instance->problem = made.problem;
    instance->before = made.before;
    instance->before_count = made.before_count;
    return true;
}

static bool read_figures(const char *path, Arena *arena, Instance *instance)
{
    static bool (*const readers[KINDS])(const Numbers *, Instance *, Arena *) = {
        [KIND_TSPTW] = read_tsptw,       [KIND_MAKESPAN] = read_tsptw, [KIND_DAYS] = read_tsptw,
        [KIND_OVERFULL] = read_overfull, [KIND_TOPTW] = read_toptw,
    };
    Numbers numbers = read_numbers(path, arena);
    if (numbers.opened && readers[instance->kind](&numbers, instance, arena))
        return true;
    fprintf(stderr, "plan_bench: %s: %s\n", path,
            numbers.opened ? "not of this kind" : "cannot be read");
    return false;
}

bool instance_read(const char *path, Kind kind, Arena *arena, Instance *ret)
{
    Instance instance = {.kind = kind};
    set_name(&instance, path);
    bool read = kind == KIND_ROUTE ? read_route(path, arena, &instance)
                                   : read_figures(path, arena, &instance);
    if (read)
        *ret = instance;
    return read;
}

int64_t instance_value(const Instance *instance, const RoutePlan *plan)
{
    if (instance->kind == KIND_MAKESPAN)
        return plan->steps[plan->count - 1].leave;
    if (instance->kind != KIND_TOPTW)
        return plan->cost;
    int64_t profit = 0;
    for (size_t i = 0; i + 1 < plan->count; i++)
        profit += instance->prizes[plan->steps[i].stop];
    return profit;
}

/// The field of a row of CSV (without quotes) as a string of its own.
static bool field(const char *row, int index, char *ret, size_t room)
{
    for (; index > 0; index--) {
        row = strchr(row, ',');
        if (!row)
            return false;
        row++;
    }
    (void)snprintf(ret, room, "%.*s", (int)strcspn(row, ",\r\n"), row);
    return true;
}

static int column(const char *head, const char *name)
{
    char found[64];
    for (int i = 0; field(head, i, found, sizeof found); i++)
        if (!strcmp(found, name))
            return i;
    return -1;
}

typedef struct Columns {
    int set, instance, best;
} Columns;

static Columns columns_of(const Instance *instance, const char *head)
{
    static const char *const names[KINDS] = {
        [KIND_TSPTW] = "best_travel", [KIND_MAKESPAN] = "best_makespan",
        [KIND_DAYS] = "best_travel",  [KIND_OVERFULL] = "best_price",
        [KIND_TOPTW] = "best_profit", [KIND_ROUTE] = "best_price",
    };
    return (Columns){column(head, "set"), column(head, "instance"),
                     column(head, names[instance->kind])};
}

/// The value of a row about this instance, or −1. A set that is named must be in the path.
static int64_t best_of_row(const Instance *instance, const char *path, Columns columns,
                           const char *row)
{
    char name[128] = "", set[64] = "", best[64] = "";
    if (columns.instance < 0 || columns.best < 0 ||
        !field(row, columns.instance, name, sizeof name) ||
        !field(row, columns.best, best, sizeof best) || strcmp(name, instance->name) != 0 || !*best)
        return -1;
    if (columns.set >= 0 && field(row, columns.set, set, sizeof set) && !strstr(path, set))
        return -1;
    return llround(strtod(best, NULL) * (double)instance->unit);
}

int64_t instance_best(const Instance *instance, const char *best, const char *path)
{
    FILE *file = best ? fopen(best, "r") : NULL;
    if (!file)
        return -1;
    char *line = NULL;
    size_t room = 0;
    int64_t found = -1;
    Columns columns = {-1, -1, -1};
    for (bool head = true; found < 0 && getline(&line, &room, file) >= 0; head = false) {
        line[strcspn(line, "\r\n")] = '\0';
        if (head)
            columns = columns_of(instance, line);
        else
            found = best_of_row(instance, path, columns, line);
    }
    free(line);
    fclose(file);
    return found;
}
