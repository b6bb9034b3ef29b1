// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet before a meeting: who comes, the open promise to each, the last words.
#include "mawari/app/meetings.h"

#include "mawari/app/find.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"

static bool read_person(App *app, const RosterRow *row, Arena *arena, MeetingPerson *ret, Err *err)
{
    Person person;
    *ret = (MeetingPerson){.of = *row, .company = "", .said = NONE};
    if (row->rival)
        return true;
    if (!query_person(app->store, row->who, arena, &person, err) ||
        !query_promise_to(app->store, row->who, arena, &ret->promise, err) ||
        !query_last_words(app->store, row->who, app->today, arena, &ret->said, &ret->words, err))
        return false;
    ret->company = person.party ? app_name(app, person.party, arena) : "";
    return true;
}

bool meeting_read(App *app, Id meeting, Arena *arena, MeetingSheet *ret, Err *err)
{
    RosterRow *rows;
    MeetingSheet sheet = {0};
    if (!record_get(app->store, &entity_meeting, meeting, arena, &sheet.meeting, err) ||
        !query_roster(app->store, meeting, arena, &rows, &sheet.count, err) ||
        !no_gifts_among(app, meeting, arena, &sheet.no_gifts, err))
        return false;
    sheet.rows = arena_array(arena, MeetingPerson, sheet.count);
    for (size_t i = 0; i < sheet.count; i++)
        if (!read_person(app, &rows[i], arena, &sheet.rows[i], err))
            return false;
    *ret = sheet;
    return true;
}

/// "10 Nov 高い": when and what was last said.
static const char *words_text(const App *app, const MeetingPerson *row, Arena *arena)
{
    return row->words
               ? arena_print(arena, "%s %s", day_text(row->said, app->today, arena), row->words)
               : "";
}

static const char *when_text(const App *app, const Meeting *meeting, Arena *arena)
{
    return arena_print(arena, "%s%s%s", day_text_full(meeting->day, app->today, arena),
                       meeting->start == NONE ? "" : " ", minute_text(meeting->start, arena));
}

/// Whether anybody but a rival has one.
static bool has_seats(const MeetingSheet *sheet)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (!sheet->rows[i].of.rival && sheet->rows[i].of.seat)
            return true;
    return false;
}

/// "B社 (seat 9), C商事"; "": none comes.
static const char *rivals_text(const MeetingSheet *sheet, Arena *arena)
{
    Buffer names = {.arena = arena};
    for (size_t i = 0; i < sheet->count; i++) {
        const RosterRow *of = &sheet->rows[i].of;
        const char *name = of->rival && of->seat && *of->seat
                               ? arena_print(arena, _("%s (seat %s)"), of->name, of->seat)
                               : of->name;
        if (of->rival)
            buffer_print(&names, "%s%s", names.size ? _(", ") : "", name);
    }
    return buffer_text(&names);
}

void meeting_page(const App *app, const MeetingSheet *sheet, Page *page)
{
    Arena *arena = page->arena;
    page_title(page, sheet->meeting.title);
    page_field(page, _("Day"), when_text(app, &sheet->meeting, arena));
    page_field(page, _("Place"), sheet->meeting.place);
    page_field(page, _("Rivals"), rivals_text(sheet, arena));
    page_field(page, _("Gifts"), sheet->no_gifts);
    page_heading(page, _("Who comes"));
    if (!sheet->count)
        page_line(page, _("nobody is on the roster yet"));
    else
        page_row(page, has_seats(sheet) ? _("seat, who") : _("who"), _("company"), _("I promised"),
                 _("last words"));
    for (size_t i = 0; i < sheet->count; i++) {
        const MeetingPerson *row = &sheet->rows[i];
        const char *seat = row->of.seat ? row->of.seat : "";
        if (!row->of.rival)
            page_row(page, arena_print(arena, "%s%s%s", seat, *seat ? " " : "", row->of.name),
                     row->company, row->promise, words_text(app, row, arena));
    }
}

static void person_json(const MeetingPerson *row, Json *json)
{
    json_open(json, NULL, '{');
    json_text(json, "who", row->of.name);
    json_whole(json, "who_id", row->of.who);
    json_text(json, "seat", row->of.seat);
    if (!row->of.rival) {
        json_text(json, "company", *row->company ? row->company : NULL);
        json_text(json, "promise", row->promise);
        json_text(json, "words", row->words);
        json_text(json, "words_day", day_iso(row->said, json->out.arena));
        const Word *greeted = words_by_value(&words_greeted, row->of.greeted);
        json_text(json, "greeted", greeted ? greeted->code : NULL);
    }
    json_close(json, '}');
}

static void roster_json(const MeetingSheet *sheet, const char *key, bool rivals, Json *json)
{
    json_open(json, key, '[');
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->rows[i].of.rival == rivals)
            person_json(&sheet->rows[i], json);
    json_close(json, ']');
}

void meeting_json(Id id, const MeetingSheet *sheet, Json *json)
{
    const Meeting *meeting = &sheet->meeting;
    Arena *arena = json->out.arena;
    json_open(json, NULL, '{');
    json_whole(json, "id", id);
    json_text(json, "title", meeting->title);
    json_text(json, "day", day_iso(meeting->day, arena));
    json_text(json, "start", meeting->start == NONE ? NULL : minute_text(meeting->start, arena));
    json_text(json, "place", meeting->place);
    roster_json(sheet, "people", false, json);
    roster_json(sheet, "rivals", true, json);
    json_close(json, '}');
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
