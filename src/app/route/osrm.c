// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation with an OSRM server through the child mawari-dav.
#include "osrm.h"

#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/app/child.h"
#include "mawari/base/lang.h"

enum {
    START_SECONDS = 15, // to find the server and to shut the door
    SECONDS_MOST = 7 * 24 * 3600,
    METRES_MOST = 40000000,
};

struct Osrm {
    Arena *arena;
    Child *child;
    int seconds;  // for an answer
    int deadline; // seconds since the child began, until the answer of the last question is due
};

bool osrm_open(const char *server, int seconds, bool (*go_on)(void *context), void *context,
               Osrm **ret, Err *err)
{
    Arena *arena = arena_open();
    Osrm *osrm = arena_new(arena, Osrm);
    char *const arguments[] = {"osrm", arena_copy(arena, server), arena_print(arena, "%d", seconds),
                               NULL};
    *osrm = (Osrm){.arena = arena, .seconds = seconds, .deadline = START_SECONDS};
    if (!child_start("mawari-dav", arguments, &osrm->child, err)) {
        osrm_close(osrm);
        return false;
    }
    child_watch(osrm->child, go_on, context);
    *ret = osrm;
    return true;
}

void osrm_close(Osrm *osrm)
{
    if (!osrm)
        return;
    child_kill(osrm->child);
    arena_close(osrm->arena);
}

static bool lies(Err *err)
{
    return err_set(err, ERR_CHILD, _("mawari-dav sent what makes no sense"));
}

static const char *number(int32_t value, Arena *arena)
{
    return arena_print(arena, "%" PRId32, value);
}

static void add_places(const char **texts, size_t *at, const Position *places, size_t count,
                       Arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        texts[(*at)++] = number(places[i].latitude, arena);
        texts[(*at)++] = number(places[i].longitude, arena);
    }
}

/// A child that could not begin has said why: that is read next.
static void send(Osrm *osrm, const OsrmQuestion *question, Arena *arena)
{
    size_t places = question->source_count + question->destination_count, count = 2;
    const char **texts = arena_array(arena, const char *, 2 + 2 * places);
    texts[0] = "table";
    texts[1] = arena_print(arena, "%zu", question->source_count);
    add_places(texts, &count, question->sources, question->source_count, arena);
    add_places(texts, &count, question->destinations, question->destination_count, arena);
    (void)child_send(osrm->child, (Message){texts, count}, NULL);
}

/// A whole number from 0 to `most`; a text that is missing is NONE. False: it is neither.
static bool read_whole(const char *text, int32_t most, int32_t *ret)
{
    char *end;
    *ret = NONE;
    if (!text)
        return true;
    long value = strtol(text, &end, 10);
    if (end == text || *end || value < 0 || value > most)
        return false;
    *ret = (int32_t)value;
    return true;
}

static bool read_row(Message message, size_t count, OsrmWay *ways)
{
    if (message.count != 1 + 2 * count || !message.texts[0] || strcmp(message.texts[0], "row") != 0)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!read_whole(message.texts[1 + 2 * i], SECONDS_MOST, &ways[i].seconds) ||
            !read_whole(message.texts[2 + 2 * i], METRES_MOST, &ways[i].metres))
            return false;
    return true;
}

static bool is_failure(Message message)
{
    return message.count == 2 && message.texts[0] && message.texts[1] &&
           strcmp(message.texts[0], "failed") == 0;
}

static bool receive(Osrm *osrm, Arena *arena, Message *ret, Err *err)
{
    bool end = false;
    if (!child_receive(osrm->child, osrm->deadline, arena, ret, &end, err))
        return false;
    if (end) {
        Child *child = osrm->child;
        osrm->child = NULL;
        return child_end(child, err) && lies(err); // its own words, if it has any
    }
    if (is_failure(*ret))
        return err_set(err, ERR_INPUT, _("OSRM: %s"), ret->texts[1]);
    return true;
}

bool osrm_ask(Osrm *osrm, const OsrmQuestion *question, Arena *arena, OsrmWay **ret, Err *err)
{
    size_t columns = question->destination_count;
    OsrmWay *ways = arena_array(arena, OsrmWay, question->source_count * columns);
    Message message;
    osrm->deadline += osrm->seconds + 1;
    send(osrm, question, arena);
    for (size_t i = 0; i < question->source_count; i++)
        if (!receive(osrm, arena, &message, err) ||
            (!read_row(message, columns, &ways[i * columns]) && !lies(err)))
            return false;
    if (!receive(osrm, arena, &message, err))
        return false;
    if (message.count != 1 || !message.texts[0] || strcmp(message.texts[0], "done") != 0)
        return lies(err);
    *ret = ways;
    return true;
}
