// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet before a meeting: who comes, the open promise to each, the last words.
#include "mawari/app/meetings.h"

#include "mawari/app/find.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"

enum { SEAT = 4, NAME = 12, COMPANY = 14, PROMISE = 18 };

static const char *pad(const char *text, int columns, Arena *arena)
{
    return text_pad(text ? text : "", columns, arena);
}

static void add_row(Buffer *out, const char *const cells[5])
{
    static const int columns[] = {SEAT, NAME, COMPANY, PROMISE};
    Buffer row = {.arena = out->arena};
    for (int i = 0; i < 4; i++)
        buffer_print(&row, "%s  ", pad(cells[i], columns[i], out->arena));
    buffer_add(&row, cells[4] ? cells[4] : "");
    buffer_print(out, "%s\n", text_fit(buffer_text(&row), SHEET_COLUMNS, out->arena));
}

/// "10 Nov 高い": when and what was last said.
static bool last_words(App *app, Id contact, Arena *arena, const char **ret, Err *err)
{
    Day day;
    const char *text;
    if (!query_last_words(app->store, contact, app->today, arena, &day, &text, err))
        return false;
    *ret = text ? arena_print(arena, "%s %s", day_text(day, app->today, arena), text) : "";
    return true;
}

static bool add_person(App *app, const RosterRow *row, Buffer *out, Err *err)
{
    Person person;
    const char *promise, *words;
    Arena *arena = out->arena;
    if (!query_person(app->store, row->who, arena, &person, err) ||
        !query_promise_to(app->store, row->who, arena, &promise, err) ||
        !last_words(app, row->who, arena, &words, err))
        return false;
    const char *company = person.party ? app_name(app, person.party, arena) : "";
    add_row(out, (const char *const[]){row->seat, row->name, company, promise, words});
    return true;
}

static bool add_people(App *app, const RosterRow *rows, size_t count, Buffer *out, Err *err)
{
    add_row(out, (const char *const[]){_("seat"), _("who"), _("company"), _("I promised"),
                                       _("last words")});
    for (size_t i = 0; i < count; i++)
        if (!rows[i].rival && !add_person(app, &rows[i], out, err))
            return false;
    return true;
}

static void add_rivals(const RosterRow *rows, size_t count, Buffer *out)
{
    Buffer names = {.arena = out->arena};
    for (size_t i = 0; i < count; i++)
        if (rows[i].rival)
            buffer_print(&names, "%s%s%s%s", names.size ? _(", ") : "", rows[i].name,
                         rows[i].seat ? " " : "", rows[i].seat ? rows[i].seat : "");
    if (names.size)
        buffer_print(out, _("rivals there: %s\n"), names.text);
}

bool meeting_sheet(App *app, Id id, Arena *arena, const char **ret, Err *err)
{
    Meeting meeting;
    RosterRow *rows;
    size_t count;
    if (!record_get(app->store, &entity_meeting, id, arena, &meeting, err) ||
        !query_roster(app->store, id, arena, &rows, &count, err))
        return false;
    Buffer out = {.arena = arena};
    buffer_print(&out, "%s  %s%s%s%s%s\n\n", meeting.title,
                 day_text_full(meeting.day, app->today, arena), meeting.start == NONE ? "" : " ",
                 meeting.start == NONE ? "" : minute_text(meeting.start, arena),
                 meeting.place ? "  " : "", meeting.place ? meeting.place : "");
    if (count && !add_people(app, rows, count, &out, err))
        return false;
    add_rivals(rows, count, &out);
    if (!count)
        buffer_print(&out, "%s\n", _("nobody is on the roster yet"));
    *ret = buffer_text(&out);
    return true;
}

bool meeting_next(App *app, Id meeting, Arena *arena, RosterRow *ret, Err *err)
{
    RosterRow *rows;
    size_t count;
    *ret = (RosterRow){0};
    if (!query_roster(app->store, meeting, arena, &rows, &count, err))
        return false;
    for (size_t i = 0; i < count && !ret->id; i++)
        if (!rows[i].rival && rows[i].greeted == NONE)
            *ret = rows[i];
    return true;
}
