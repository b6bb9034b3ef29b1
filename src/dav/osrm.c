// SPDX-License-Identifier: GPL-3.0-or-later
// OSRM's table service: the question as a path, the answer out of JSON.
#include "mawari/dav/osrm.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/day.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"

static void add_degrees(Buffer *path, int32_t microdegrees)
{
    int32_t whole = abs(microdegrees) / 1000000, rest = abs(microdegrees) % 1000000;
    buffer_print(path, "%s%d.%06d", microdegrees < 0 ? "-" : "", (int)whole, (int)rest);
}

static void add_numbers(Buffer *path, const char *name, size_t from, size_t to)
{
    buffer_add(path, name);
    for (size_t i = from; i < to; i++)
        buffer_print(path, "%s%zu", i > from ? ";" : "", i);
}

char *osrm_path(const OsrmPlace *places, size_t sources, size_t count, Arena *arena)
{
    Buffer path = {.arena = arena};
    buffer_add(&path, "/table/v1/driving/");
    for (size_t i = 0; i < count; i++) {
        buffer_add(&path, i > 0 ? ";" : "");
        add_degrees(&path, places[i].longitude);
        buffer_add(&path, ",");
        add_degrees(&path, places[i].latitude);
    }
    add_numbers(&path, "?annotations=duration,distance&sources=", 0, sources);
    add_numbers(&path, "&destinations=", sources, count);
    return path.text;
}

static bool senseless(Err *err)
{
    return err_set(err, ERR_INPUT, _("the answer makes no sense"));
}

/// A number of the table. False: it is none that can be true.
static bool read_number(const json_t *cell, double most, int32_t *ret)
{
    *ret = NONE;
    if (json_is_null(cell))
        return true;
    double number = json_is_number(cell) ? json_number_value(cell) : -1;
    if (!(number >= 0 && number <= most)) // so that what is not a number fails, too
        return false;
    *ret = (int32_t)lround(number);
    return true;
}

static bool read_matrix(const json_t *rows, size_t sources, size_t destinations, double most,
                        int32_t *cells)
{
    if (!json_is_array(rows) || json_array_size(rows) != sources)
        return false;
    for (size_t i = 0; i < sources; i++) {
        const json_t *row = json_array_get(rows, i);
        if (!json_is_array(row) || json_array_size(row) != destinations)
            return false;
        for (size_t j = 0; j < destinations; j++)
            if (!read_number(json_array_get(row, j), most, &cells[i * destinations + j]))
                return false;
    }
    return true;
}

/// Whether place `at` of "sources" or "destinations" was moved to a road that is nowhere near.
static bool is_astray(const json_t *root, const char *list, size_t at)
{
    const json_t *off = json_object_get(json_array_get(json_object_get(root, list), at),
                                        "distance");
    return json_is_number(off) && !(json_number_value(off) <= OSRM_ASTRAY_M);
}

static void forget_strays(const json_t *root, const OsrmTable *table, int32_t *seconds,
                          int32_t *metres)
{
    for (size_t i = 0; i < table->sources; i++)
        for (size_t j = 0; j < table->destinations; j++)
            if (is_astray(root, "sources", i) || is_astray(root, "destinations", j))
                seconds[i * table->destinations + j] = metres[i * table->destinations + j] = NONE;
}

static bool read_table(const json_t *root, size_t sources, size_t destinations, Arena *arena,
                       OsrmTable *ret, Err *err)
{
    int32_t *seconds = arena_array(arena, int32_t, sources * destinations);
    int32_t *metres = arena_array(arena, int32_t, sources * destinations);
    const json_t *distances = json_object_get(root, "distances");
    for (size_t i = 0; i < sources * destinations; i++)
        metres[i] = NONE;
    if (!read_matrix(json_object_get(root, "durations"), sources, destinations, OSRM_SECONDS_MOST,
                     seconds) ||
        (distances && !read_matrix(distances, sources, destinations, OSRM_METRES_MOST, metres)))
        return senseless(err);
    *ret = (OsrmTable){sources, destinations, seconds, metres};
    forget_strays(root, ret, seconds, metres);
    return true;
}

static const char *text_of(const json_t *root, const char *member, Arena *arena)
{
    const char *text = json_string_value(json_object_get(root, member));
    return text ? text_fit(text_clean(text, false, arena), 120, arena) : NULL;
}

/// "InvalidQuery: …" in the server's words, else what HTTP says.
static bool refused(const json_t *root, long status, Arena *arena, Err *err)
{
    const char *code = text_of(root, "code", arena), *why = text_of(root, "message", arena);
    if (code && why)
        return err_set(err, ERR_INPUT, _("the server refuses: %s (%s)"), why, code);
    if (code || why)
        return err_set(err, ERR_INPUT, _("the server refuses: %s"), code ? code : why);
    if (status != 200)
        return err_set(err, ERR_INPUT, _("the server answers with error %ld"), status);
    return err_set(err, ERR_INPUT, _("this is no answer of an OSRM server"));
}

bool osrm_read(const HttpAnswer *answer, size_t sources, size_t destinations, Arena *arena,
               OsrmTable *ret, Err *err)
{
    json_t *root = json_loadb(answer->text, answer->size, JSON_REJECT_DUPLICATES, NULL);
    const char *code = json_string_value(json_object_get(root, "code"));
    bool good = answer->status == 200 && code && strcmp(code, "Ok") == 0
                    ? read_table(root, sources, destinations, arena, ret, err)
                    : refused(root, answer->status, arena, err);
    json_decref(root);
    return good;
}
