// SPDX-License-Identifier: GPL-3.0-or-later
// mawari-calendar: events in, iCalendar out; text in, a QR code out. libical and libqrencode live
// here, away from screen and store.
//   mawari-calendar file NAME   {"text", piece}… are the pieces of one calendar
//   mawari-calendar vdir NAME   {"file", text}… are calendars of one event each, as they came
// Then {"done"}. NAME is what the phone calls the calendar.
//   mawari-calendar code        {"code", text} is answered by {"code", row, …}: '1' is dark
#include <string.h>
#include <unistd.h>

#include "limits.h"
#include "mawari/base/lang.h"
#include "mawari/calendar/code.h"
#include "mawari/calendar/ics.h"

enum { CPU_SECONDS = 20, MEMORY_MIB = 512, MOST_EVENTS = 50000, PIECE = 1 << 20 };

typedef struct Events {
    CalendarEvent *rows;
    size_t count, room;
} Events;

static bool read_events(Arena *arena, Events *events, Err *err)
{
    for (;;) {
        Message message;
        bool end = false;
        if (!wire_read(STDIN_FILENO, arena, &message, &end, err))
            return false;
        if (end)
            return true;
        if (events->count == MOST_EVENTS)
            return err_set(err, ERR_INPUT, _("more than %d events"), MOST_EVENTS);
        events->rows = arena_more(arena, events->rows, events->count, &events->room,
                                  sizeof(CalendarEvent));
        if (!event_read(message, &events->rows[events->count], err))
            return false;
        events->count++;
    }
}

static bool say(const char *tag, const char *text, Err *err)
{
    const char *texts[] = {tag, text};
    return wire_write(STDOUT_FILENO, (Message){.texts = texts, .count = text ? 2 : 1}, err);
}

static bool write_pieces(const char *text, Err *err)
{
    Arena *arena = arena_open();
    bool ok = true;
    for (size_t left = strlen(text); ok && left > 0;) {
        size_t size = left < PIECE ? left : PIECE;
        ok = say("text", arena_copy_bytes(arena, text, size), err);
        arena_empty(arena);
        text += size;
        left -= size;
    }
    arena_close(arena);
    return ok;
}

static bool write_files(const Calendar *calendar, Err *err)
{
    Arena *arena = arena_open();
    bool ok = true;
    for (size_t i = 0; ok && i < calendar->count; i++) {
        Calendar one = *calendar;
        one.events = &calendar->events[i];
        one.count = 1;
        ok = say("file", calendar_text(&one, arena), err);
        arena_empty(arena);
    }
    arena_close(arena);
    return ok;
}

static bool run(const char *what, const char *name, const Zone *zone, Err *err)
{
    Arena *arena = arena_open();
    Events events = {0};
    bool ok = child_greet(err) && read_events(arena, &events, err);
    Calendar calendar = {.name = name, .zone = zone, .events = events.rows, .count = events.count};
    if (ok && strcmp(what, "vdir") == 0)
        ok = write_files(&calendar, err);
    else if (ok)
        ok = write_pieces(calendar_text(&calendar, arena), err);
    ok = ok && say("done", NULL, err);
    arena_close(arena);
    return ok;
}

static bool answer_code(Arena *arena, Err *err)
{
    Message asked;
    QrCode code;
    bool end = false;
    if (!child_greet(err) || !wire_read(STDIN_FILENO, arena, &asked, &end, err))
        return false;
    if (end || asked.count != 2 || !asked.texts[1])
        return err_set(err, ERR_INPUT, _("there is nothing to make a code of"));
    if (!qr_code(asked.texts[1], arena, &code, err))
        return false;
    const char **texts = arena_array(arena, const char *, (size_t)code.size + 1);
    texts[0] = "code";
    for (int i = 0; i < code.size; i++)
        texts[i + 1] = code.rows[i];
    return wire_write(STDOUT_FILENO, (Message){.texts = texts, .count = (size_t)code.size + 1},
                      err);
}

static bool make_code(Err *err)
{
    Arena *arena = arena_open();
    child_shut_in();
    bool ok = answer_code(arena, err);
    arena_close(arena);
    return ok;
}

static bool make_calendar(const char *what, const char *name, Err *err)
{
    Zone *zone = NULL;
    if (!zone_open(NULL, &zone, err))
        return false;
    child_shut_in();
    bool ok = run(what, name, zone, err);
    zone_close(zone);
    return ok;
}

int main(int argc, char *argv[])
{
    Err err = {0};
    child_limit(CPU_SECONDS, MEMORY_MIB);
    child_speak(argv[0]); // and characters are measured where lines are folded
    bool ok = argc == 2 && strcmp(argv[1], "code") == 0 ? make_code(&err)
              : argc == 3                               ? make_calendar(argv[1], argv[2], &err)
                          : err_set(&err, ERR_USAGE, _("mawari-calendar is started by mawari"));
    return ok ? 0 : child_fail(&err);
}
