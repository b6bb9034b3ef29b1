// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a problem: a table of statements, each reads its own numbers.
#include "problem_text.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { STOPS_MOST = ROUTE_MOST_STOPS + 1, MODES_MOST = 8, BANDS_MOST = 8, WORD_MOST = 31 };

typedef struct Reader {
    const char *at, *end;
    size_t line;
    char word[WORD_MOST + 1]; // the one in hand; empty: there is none left
    Arena *arena;
    ProblemText made;
    RouteStop *stops;
    RouteMode *modes;
    RouteOrder *orders;
    size_t stop_room, mode_room, order_room, before_room;
    Err *err;
} Reader;

static bool refuse(Reader *reader, const char *why)
{
    return err_set(reader->err, ERR_INPUT, "line %zu: %s: \"%s\"", reader->line, why, reader->word);
}

static void skip_blanks(Reader *reader)
{
    bool comment = false;
    for (; reader->at < reader->end; reader->at++) {
        if (*reader->at == '\n') {
            reader->line++;
            comment = false;
        } else if (*reader->at == '#') {
            comment = true;
        } else if (!comment && !isspace((unsigned char)*reader->at)) {
            return;
        }
    }
}

/// The next word; one that is too long is cut, and then means nothing.
static void advance(Reader *reader)
{
    size_t length = 0;
    skip_blanks(reader);
    while (reader->at < reader->end && !isspace((unsigned char)*reader->at) && *reader->at != '#') {
        if (length < WORD_MOST)
            reader->word[length++] = *reader->at;
        reader->at++;
    }
    reader->word[length] = '\0';
}

static bool takes(Reader *reader, const char *word)
{
    if (strcmp(reader->word, word) != 0)
        return false;
    advance(reader);
    return true;
}

static bool read_number(Reader *reader, int64_t least, int64_t most, int64_t *ret)
{
    char *end;
    long long number = strtoll(reader->word, &end, 10);
    if (end == reader->word || *end)
        return refuse(reader, "a whole number is needed");
    if (number < least || number > most)
        return refuse(reader, "out of range");
    advance(reader);
    *ret = number;
    return true;
}

static bool read_time(Reader *reader, RouteTime *ret)
{
    int64_t number;
    if (!read_number(reader, INT32_MIN, INT32_MAX, &number))
        return false;
    *ret = (RouteTime)number;
    return true;
}

static bool read_price(Reader *reader, RouteCost *ret)
{
    return read_number(reader, INT64_MIN, INT64_MAX, ret);
}

static bool read_day(Reader *reader)
{
    RouteProblem *problem = &reader->made.problem;
    return read_time(reader, &problem->start) && read_time(reader, &problem->end);
}

static bool read_finish(Reader *reader)
{
    return read_price(reader, &reader->made.problem.finish_price);
}

static bool read_lunch(Reader *reader)
{
    RouteLunch *lunch = &reader->made.problem.lunch;
    return read_time(reader, &lunch->from) && read_time(reader, &lunch->to) &&
           read_time(reader, &lunch->length);
}

static bool read_wheel(Reader *reader)
{
    RouteWheel *wheel = &reader->made.problem.wheel;
    return read_time(reader, &wheel->longest) && read_time(reader, &wheel->rest);
}

/// Adds a window to those of the stop in hand, which lie in an array of `*room`.
static bool read_window(Reader *reader, RouteStop *stop, size_t *room)
{
    RouteWindow window;
    if (!read_time(reader, &window.open) || !read_time(reader, &window.close))
        return false;
    RouteWindow *windows = arena_more(reader->arena, (void *)stop->windows, stop->window_count,
                                      room, sizeof *windows);
    windows[stop->window_count++] = window;
    stop->windows = windows;
    return true;
}

/// What is said of a stop behind its service. `*times` is how many there are of it.
static bool read_stop_part(Reader *reader, RouteStop *stop, size_t *room, int64_t *times, bool *ret)
{
    *ret = true;
    if (takes(reader, "window"))
        return read_window(reader, stop, room);
    if (takes(reader, "wish"))
        return read_time(reader, &stop->wish);
    if (takes(reader, "late"))
        return read_price(reader, &stop->late_price);
    if (takes(reader, "price"))
        return read_price(reader, &stop->price);
    if (takes(reader, "times"))
        return read_number(reader, 1, STOPS_MOST, times);
    *ret = takes(reader, "stays");
    stop->stays = stop->stays || *ret;
    return true;
}

static bool read_stop(Reader *reader)
{
    RouteProblem *problem = &reader->made.problem;
    RouteStop stop = {.wish = ROUTE_NEVER, .price = ROUTE_MUST};
    size_t room = 0;
    int64_t times = 1;
    if (problem->mode_count > 0)
        return refuse(reader, "stops come before the modes");
    if (!read_time(reader, &stop.service))
        return false;
    for (bool more = true; more;)
        if (!read_stop_part(reader, &stop, &room, &times, &more))
            return false;
    for (; times > 0; times--) {
        if (problem->count == STOPS_MOST)
            return refuse(reader, "too many stops");
        reader->stops = arena_more(reader->arena, reader->stops, problem->count, &reader->stop_room,
                                   sizeof *reader->stops);
        reader->stops[problem->count++] = stop;
    }
    return true;
}

static bool read_order(Reader *reader)
{
    RouteProblem *problem = &reader->made.problem;
    int64_t first, second;
    if (!read_number(reader, 1, STOPS_MOST, &first) || !read_number(reader, 1, STOPS_MOST, &second))
        return false;
    reader->orders = arena_more(reader->arena, reader->orders, problem->order_count,
                                &reader->order_room, sizeof *reader->orders);
    reader->orders[problem->order_count++] = (RouteOrder){(size_t)first - 1, (size_t)second - 1};
    return true;
}

static bool read_before(Reader *reader)
{
    ProblemText *made = &reader->made;
    while (isdigit((unsigned char)*reader->word)) {
        int64_t stop;
        if (!read_number(reader, 1, STOPS_MOST, &stop))
            return false;
        made->before = arena_more(reader->arena, made->before, made->before_count,
                                  &reader->before_room, sizeof *made->before);
        made->before[made->before_count++] = (size_t)stop - 1;
    }
    return true;
}

/// One cell of a matrix.
static bool read_leg(Reader *reader, RouteTime *ret)
{
    *ret = ROUTE_NO_WAY;
    return takes(reader, "-") || read_time(reader, ret);
}

static bool read_legs(Reader *reader, const RouteTime **ret)
{
    size_t size = reader->made.problem.count + 2;
    RouteTime *legs = arena_array(reader->arena, RouteTime, size * size);
    if (!takes(reader, "legs"))
        return refuse(reader, "legs are needed");
    for (size_t i = 0; i < size * size; i++) {
        bool rest = takes(reader, "rest");
        if (!read_leg(reader, &legs[i]))
            return false;
        for (; rest && i + 1 < size * size; i++)
            legs[i + 1] = legs[i];
    }
    *ret = legs;
    return true;
}

static bool read_mode(Reader *reader)
{
    RouteProblem *problem = &reader->made.problem;
    RouteMode mode = {0};
    if (problem->mode_count == MODES_MOST)
        return refuse(reader, "too many modes");
    if (!read_price(reader, &mode.price))
        return false;
    mode.at_wheel = takes(reader, "driven");
    if (!read_legs(reader, &mode.legs))
        return false;
    reader->modes = arena_more(reader->arena, reader->modes, problem->mode_count,
                               &reader->mode_room, sizeof *reader->modes);
    reader->modes[problem->mode_count++] = mode;
    return true;
}

static bool read_band(Reader *reader)
{
    RouteProblem *problem = &reader->made.problem;
    RouteBand band;
    RouteMode *mode = problem->mode_count ? &reader->modes[problem->mode_count - 1] : NULL;
    if (!mode || mode->band_count == BANDS_MOST)
        return refuse(reader, mode ? "too many bands" : "a band is of a mode");
    if (!read_time(reader, &band.from) || !read_legs(reader, &band.legs))
        return false;
    RouteBand *bands = arena_array(reader->arena, RouteBand, mode->band_count + 1);
    if (mode->band_count)
        memcpy(bands, mode->bands, mode->band_count * sizeof *bands);
    bands[mode->band_count++] = band;
    mode->bands = bands;
    return true;
}

static const struct Statement {
    const char *name;
    bool (*read)(Reader *reader);
} statements[] = {
    {"day", read_day},       {"finish", read_finish}, {"lunch", read_lunch},
    {"wheel", read_wheel},   {"stop", read_stop},     {"order", read_order},
    {"before", read_before}, {"mode", read_mode},     {"band", read_band},
};

static bool read_statement(Reader *reader)
{
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++)
        if (takes(reader, statements[i].name))
            return statements[i].read(reader);
    return refuse(reader, "no such statement");
}

bool problem_text_read(const char *text, size_t size, Arena *arena, ProblemText *ret, Err *err)
{
    Reader reader = {.at = text, .end = text + size, .line = 1, .arena = arena, .err = err};
    advance(&reader);
    while (*reader.word)
        if (!read_statement(&reader))
            return false;
    reader.made.problem.stops = reader.stops;
    reader.made.problem.modes = reader.modes;
    reader.made.problem.orders = reader.orders;
    *ret = reader.made;
    return true;
}

static void write_stop(const RouteStop *stop, FILE *file)
{
    fprintf(file, "stop %" PRId32, stop->service);
    for (size_t i = 0; i < stop->window_count; i++)
        fprintf(file, " window %" PRId32 " %" PRId32, stop->windows[i].open,
                stop->windows[i].close);
    if (stop->wish != ROUTE_NEVER)
        fprintf(file, " wish %" PRId32, stop->wish);
    if (stop->late_price != 0)
        fprintf(file, " late %" PRId64, stop->late_price);
    if (stop->price != ROUTE_MUST)
        fprintf(file, " price %" PRId64, stop->price);
    fprintf(file, "%s\n", stop->stays ? " stays" : "");
}

static void write_legs(const RouteTime *legs, size_t size, FILE *file)
{
    fprintf(file, "legs\n");
    for (size_t i = 0; i < size * size; i++) {
        if (legs[i] == ROUTE_NO_WAY)
            fprintf(file, "-");
        else
            fprintf(file, "%" PRId32, legs[i]);
        fprintf(file, (i + 1) % size ? " " : "\n");
    }
}

static void write_mode(const RouteMode *mode, size_t size, FILE *file)
{
    fprintf(file, "mode %" PRId64 "%s ", mode->price, mode->at_wheel ? " driven" : "");
    write_legs(mode->legs, size, file);
    for (size_t i = 0; i < mode->band_count; i++) {
        fprintf(file, "band %" PRId32 " ", mode->bands[i].from);
        write_legs(mode->bands[i].legs, size, file);
    }
}

void problem_text_write(const ProblemText *of, FILE *file)
{
    const RouteProblem *problem = &of->problem;
    fprintf(file, "day %" PRId32 " %" PRId32 "\nfinish %" PRId64 "\n", problem->start, problem->end,
            problem->finish_price);
    fprintf(file, "lunch %" PRId32 " %" PRId32 " %" PRId32 "\n", problem->lunch.from,
            problem->lunch.to, problem->lunch.length);
    fprintf(file, "wheel %" PRId32 " %" PRId32 "\n", problem->wheel.longest, problem->wheel.rest);
    for (size_t i = 0; i < problem->count; i++)
        write_stop(&problem->stops[i], file);
    for (size_t i = 0; i < problem->order_count; i++)
        fprintf(file, "order %zu %zu\n", problem->orders[i].first + 1,
                problem->orders[i].second + 1);
    for (size_t i = 0; i < of->before_count; i++)
        fprintf(file, "%s%zu%s", i ? " " : "before ", of->before[i] + 1,
                i + 1 < of->before_count ? "" : "\n");
    for (size_t i = 0; i < problem->mode_count; i++)
        write_mode(&problem->modes[i], problem->count + 2, file);
}
