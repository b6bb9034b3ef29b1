// SPDX-License-Identifier: GPL-3.0-or-later
// mawari-dav: what talks to a network, away from screen and store. libcurl lives here.
//   mawari-dav osrm SERVER SECONDS   asks an OSRM server for travel times. Each message
//     {"table", SOURCES, latitude, longitude, …} in microdegrees, the first SOURCES places being the
//     sources, is answered by {"row", seconds, metres, …} for each source, a text that is missing
//     where there is no way, and {"done"}; or by {"failed", WHY}, which is the end.
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "limits.h"
#include "mawari/base/day.h"
#include "mawari/base/lang.h"
#include "mawari/base/wire.h"
#include "mawari/dav/osrm.h"

enum { CPU_SECONDS = 10, MEMORY_MIB = 256, WAIT_MOST = 60 };

typedef struct Question {
    OsrmPlace places[2 * OSRM_SIDE];
    size_t sources, count;
} Question;

static bool say(const char *const *texts, size_t count, Err *err)
{
    return wire_write(STDOUT_FILENO, (Message){texts, count}, err);
}

/// Our own parent asks: what it sends is not checked for more than room.
static bool read_question(Message message, Question *ret, Err *err)
{
    size_t numbers = message.count - 2;
    if (message.count < 4 || strcmp(message.texts[0], "table") != 0 || numbers % 2 != 0 ||
        numbers / 2 > 2 * (size_t)OSRM_SIDE)
        return err_set(err, ERR_CHILD, _("this is no question"));
    ret->count = numbers / 2;
    ret->sources = (size_t)strtoul(message.texts[1], NULL, 10);
    if (ret->sources == 0 || ret->sources >= ret->count)
        return err_set(err, ERR_CHILD, _("this is no question"));
    for (size_t i = 0; i < ret->count; i++)
        ret->places[i] = (OsrmPlace){(int32_t)strtol(message.texts[2 + 2 * i], NULL, 10),
                                     (int32_t)strtol(message.texts[3 + 2 * i], NULL, 10)};
    return true;
}

static const char *number(int32_t value, Arena *arena)
{
    return value == NONE ? NULL : arena_print(arena, "%" PRId32, value);
}

static bool send_row(const OsrmTable *table, size_t row, Arena *arena, Err *err)
{
    const char *texts[1 + 2 * OSRM_SIDE + 1] = {"row"};
    size_t count = 1;
    for (size_t j = 0; j < table->destinations; j++) {
        texts[count++] = number(table->seconds[row * table->destinations + j], arena);
        texts[count++] = number(table->metres[row * table->destinations + j], arena);
    }
    return say(texts, count, err);
}

static bool answer(Http *http, Message message, Arena *arena, Err *err)
{
    Question question;
    HttpAnswer said;
    OsrmTable table;
    if (!read_question(message, &question, err) ||
        !http_get(http, osrm_path(question.places, question.sources, question.count, arena), arena,
                  &said, err) ||
        !osrm_read(&said, question.sources, question.count - question.sources, arena, &table, err))
        return false;
    for (size_t i = 0; i < table.sources; i++)
        if (!send_row(&table, i, arena, err))
            return false;
    return say((const char *const[]){"done"}, 1, err);
}

static bool answer_all(Http *http, Err *err)
{
    Arena *arena = arena_open();
    bool good = true, end = false;
    while (good && !end) {
        Message message;
        arena_empty(arena);
        good = wire_read(STDIN_FILENO, arena, &message, &end, err) &&
               (end || answer(http, message, arena, err));
    }
    arena_close(arena);
    return good;
}

int main(int argc, char **argv)
{
    child_limit(CPU_SECONDS, MEMORY_MIB);
    child_speak(argv[0]);
    long seconds = argc == 4 ? strtol(argv[3], NULL, 10) : 0;
    if (argc != 4 || strcmp(argv[1], "osrm") != 0 || seconds < 1 || seconds > WAIT_MOST) {
        (void)fputs("mawari-dav osrm SERVER SECONDS\n", stderr);
        return 2;
    }
    Err err = {0};
    Http *http = NULL;
    if (!child_greet(&err))
        return child_fail(&err);
    bool good = http_open(argv[2], (int)seconds, &http, &err);
    child_shut_in();
    good = good && answer_all(http, &err);
    http_close(http);
    return good || say((const char *const[]){"failed", err.text}, 2, NULL) ? 0 : 1;
}
