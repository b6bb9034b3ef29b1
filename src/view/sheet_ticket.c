// SPDX-License-Identifier: GPL-3.0-or-later
// The trouble's sheet: whom to tell by when, whose ball it is, the stages, the hours, and the two
// faces side by side: what is known inside, what the client was told.
#include <stdlib.h>
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/model/rules.h"
#include "mawari/store/queries.h"
#include "mawari/store/record.h"
#include "sheet.h"
#include "signs.h"

static const Trouble *this_one(const Troubles *troubles, Id id)
{
    for (size_t i = 0; i < troubles->count; i++)
        if (troubles->rows[i].id == id)
            return &troubles->rows[i];
    return NULL;
}

static void add_tell(Sheet *sheet, const App *app, const Trouble *trouble)
{
    Arena *arena = sheet->arena;
    Day told = trouble->told_on == NONE ? trouble->ticket.opened : trouble->told_on;
    int silent = ticket_silence(&trouble->ticket, trouble->told_on, app->today, &app->work);
    bool must = trouble->tell_by != NONE && trouble->tell_by <= app->today;
    const char *who = trouble->contact_name ? trouble->contact_name : _("the client");
    const char *phone = trouble->contact_phone ? arena_print(arena, " (%s)", trouble->contact_phone)
                                               : "";
    const char *text = must ? arena_print(arena,
                                          _("! Tell %s%s today: silent %d working days, limit %d"),
                                          who, phone, silent, trouble->ticket.told_limit)
                            : arena_print(arena, _("Told on %s; tell %s%s again by %s"),
                                          day_text(told, app->today, arena), who, phone,
                                          day_text(trouble->tell_by, app->today, arena));
    sheet_row(sheet, (SheetRow){.text = text, .role = must ? ROLE_BAD : ROLE_PLAIN});
}

static void add_ball(Sheet *sheet, const App *app, const Trouble *trouble)
{
    Arena *arena = sheet->arena;
    bool mine = trouble->ball == app->me;
    if (!trouble->ball)
        return;
    const char *since = trouble->ball_since == NONE
                            ? ""
                            : arena_print(arena, _(" since %s"),
                                          day_text(trouble->ball_since, app->today, arena));
    sheet_row(sheet, (SheetRow){.label = _("ball"),
                                .text = arena_print(arena, "%s %s%s",
                                                    sign_word(app->plain, mine ? "○" : "●"),
                                                    mine ? _("me") : trouble->ball_name, since)});
}

static bool add_hours(Sheet *sheet, App *app, Id id, Err *err)
{
    Arena *arena = sheet->arena;
    Id *ids;
    size_t count;
    Minute all = 0, night = 0, off = 0;
    if (!record_ids_by(app->store, &entity_ticket_hours,
                       entity_field(&entity_ticket_hours, "ticket"), id, arena, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        TicketHours hours;
        Minute at_night, on_day_off;
        if (!record_get(app->store, &entity_ticket_hours, ids[i], arena, &hours, err))
            return false;
        hours_split(&hours, &app->work, &at_night, &on_day_off);
        all += hours.minutes;
        night += at_night;
        off += on_day_off;
    }
    if (all)
        sheet_row(sheet, (SheetRow){.label = _("hours"),
                                    .text = arena_print(arena, _("%s, at night %s, on days off %s"),
                                                        minutes_text(all, arena),
                                                        minutes_text(night, arena),
                                                        minutes_text(off, arena))});
    return true;
}

typedef struct Line {
    Id id;
    TicketLine line;
} Line;

static int newest_first(const void *a, const void *b)
{
    const TicketLine *x = &((const Line *)a)->line, *y = &((const Line *)b)->line;
    if (x->day != y->day)
        return x->day < y->day ? 1 : -1;
    return x->at == y->at ? 0 : x->at < y->at ? 1 : -1;
}

enum { WHEN = 13, INSIDE = 32 };

static bool add_lines(Sheet *sheet, App *app, Id id, Err *err)
{
    Arena *arena = sheet->arena;
    Id *ids;
    size_t count;
    if (!record_ids_by(app->store, &entity_ticket_line, entity_field(&entity_ticket_line, "ticket"),
                       id, arena, &ids, &count, err))
        return false;
    Line *lines = arena_array(arena, Line, count);
    for (size_t i = 0; i < count; i++) {
        lines[i].id = ids[i];
        if (!record_get(app->store, &entity_ticket_line, ids[i], arena, &lines[i].line, err))
            return false;
    }
    if (count)
        qsort(lines, count, sizeof *lines, newest_first);
    sheet_heading(sheet,
                  arena_print(arena, "%s  %s  %s", text_pad(_("when"), WHEN, arena),
                              text_pad(_("inside"), INSIDE, arena), _("told to the client")),
                  NULL);
    for (size_t i = 0; i < count; i++) {
        const TicketLine *line = &lines[i].line;
        bool told = line->side == SIDE_TOLD;
        const char *when = arena_print(arena, "%s %s", day_text(line->day, app->today, arena),
                                       minute_text(line->at, arena));
        sheet_row(sheet, (SheetRow){.text = arena_print(
                                        arena, "%s%s  %s", text_pad(when, WHEN, arena),
                                        told ? text_pad("", INSIDE + 2, arena) : "", line->text),
                                    .id = lines[i].id,
                                    .kind = &entity_ticket_line});
    }
    return true;
}

bool sheet_ticket(Sheet *sheet, App *app, Id id, Err *err)
{
    Troubles troubles;
    if (!query_troubles(app->store, 0, sheet->arena, &troubles, err))
        return false;
    const Trouble *trouble = this_one(&troubles, id); // NULL: closed
    if (trouble) {
        add_tell(sheet, app, trouble);
        add_ball(sheet, app, trouble);
    }
    return add_hours(sheet, app, id, err) && add_lines(sheet, app, id, err);
}
