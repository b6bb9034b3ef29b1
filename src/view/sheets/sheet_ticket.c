// SPDX-License-Identifier: GPL-3.0-or-later
// The trouble's sheet: whom to tell by when, whose ball it is, the stages, the hours, and the two
// faces side by side: what is known inside, what the client was told.
#include <stdlib.h>
#include <string.h>

#include "ground/signs.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/model/rules.h"
#include "mawari/store/queries.h"
#include "mawari/store/record.h"
#include "sheet.h"

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
    int silent = ticket_silence(&trouble->ticket, trouble->told_on, app->today, &app->work);
    bool must = trouble->tell_by != NONE && trouble->tell_by <= app->today;
    const char *who = trouble->contact_name ? trouble->contact_name : _("the client");
    const char *phone = trouble->contact_phone ? arena_print(arena, " (%s)", trouble->contact_phone)
                                               : "";
    const char *by = trouble->tell_by == NONE ? "" : day_text(trouble->tell_by, app->today, arena);
    const char *text;
    if (must)
        text = arena_print(arena,
                           ngettext("! Tell %s%s today: silent %d working day, limit %d",
                                    "! Tell %s%s today: silent %d working days, limit %d",
                                    (unsigned long)silent),
                           who, phone, silent, trouble->ticket.told_limit);
    else if (trouble->told_on == NONE)
        text = arena_print(arena, _("Nothing told yet; tell %s%s by %s"), who, phone, by);
    else
        text = arena_print(arena, _("Told on %s; tell %s%s again by %s"),
                           day_text(trouble->told_on, app->today, arena), who, phone, by);
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

/// When whoever has the ball is asked, and when the written report is due.
static void add_dates(Sheet *sheet, const App *app, const Trouble *trouble)
{
    Arena *arena = sheet->arena;
    Day ask_again = trouble->ask_again;
    const Ticket *ticket = &trouble->ticket;
    bool asks = ask_again != NONE && trouble->ball_name;
    if (asks)
        sheet_row(sheet, (SheetRow){.label = _("ask again"),
                                    .role = ask_again <= app->today ? ROLE_BAD : ROLE_PLAIN,
                                    .text = arena_print(arena, _("%s%s on %s"),
                                                        ask_again <= app->today ? "! " : "",
                                                        trouble->ball_name,
                                                        day_text(ask_again, app->today, arena))});
    if (ticket->report_due == NONE || ticket->reported != NONE)
        return;
    bool due = ticket->report_due <= app->today;
    sheet_row(sheet,
              (SheetRow){.label = _("report"),
                         .role = due ? ROLE_BAD : ROLE_PLAIN,
                         .text = arena_print(arena,
                                             due ? _("! due on %s: r writes it")
                                                 : _("due on %s: r writes it"),
                                             day_text(ticket->report_due, app->today, arena))});
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

/// "応急 ✓ 11/14" of a stage that is passed, "▶ 原因 11/20" of the present one, the bare name ahead.
static const char *stage_text(const App *app, const StageReached *stage, Arena *arena)
{
    Buffer out = {.arena = arena};
    if (stage->now)
        buffer_print(&out, "%s ", app->plain ? _("now") : "▶");
    buffer_print(&out, "%s", stage->name);
    if (stage->passed)
        buffer_print(&out, " %s", sign_word(app->plain, "✓"));
    if ((stage->passed || stage->now) && stage->reached != NO_MOMENT) {
        Day day;
        Minute minute;
        zone_wall(app->zone, stage->reached, &day, &minute);
        buffer_print(&out, " %s", day_text(day, app->today, arena));
    }
    return buffer_text(&out);
}

enum { STAGES_WIDE = 62 };

/// All stages in the rep's order, a stage never cut in two; nothing of a trouble without a stage.
static bool add_stages(Sheet *sheet, App *app, Id id, Err *err)
{
    Arena *arena = sheet->arena;
    StageReached *stages;
    size_t count;
    const char *label = _("stages"), *row = "";
    int wide = sheet_text_columns(sheet, STAGES_WIDE);
    bool any = false;
    if (!query_ticket_stages(app->store, id, arena, &stages, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        any |= stages[i].now;
    for (size_t i = 0; any && i < count; i++) {
        const char *next = stage_text(app, &stages[i], arena);
        if (*row && text_width(row) + 2 + text_width(next) > wide) {
            sheet_row(sheet, (SheetRow){.label = label, .text = row});
            label = row = "";
        }
        row = *row ? arena_print(arena, "%s  %s", row, next) : next;
    }
    if (*row)
        sheet_row(sheet, (SheetRow){.label = label, .text = row});
    return true;
}

typedef struct Line {
    Id id;
    TicketLine line;
} Line;

typedef struct Lines {
    Line *rows;
    size_t count;
} Lines;

static int newest_first(const void *a, const void *b)
{
    const Line *one = a, *two = b;
    const TicketLine *x = &one->line, *y = &two->line;
    if (x->day != y->day)
        return x->day < y->day ? 1 : -1;
    if (x->at != y->at)
        return x->at < y->at ? 1 : -1;
    return one->id < two->id ? 1 : -1;
}

static bool read_lines(Sheet *sheet, App *app, Id id, Lines *ret, Err *err)
{
    Arena *arena = sheet->arena;
    Id *ids;
    Lines lines = {0};
    if (!record_ids_by(app->store, &entity_ticket_line, entity_field(&entity_ticket_line, "ticket"),
                       id, arena, &ids, &lines.count, err))
        return false;
    lines.rows = arena_array(arena, Line, lines.count);
    for (size_t i = 0; i < lines.count; i++) {
        lines.rows[i].id = ids[i];
        if (!record_get(app->store, &entity_ticket_line, ids[i], arena, &lines.rows[i].line, err))
            return false;
    }
    if (lines.count)
        qsort(lines.rows, lines.count, sizeof *lines.rows, newest_first);
    *ret = lines;
    return true;
}

/// What is known inside since the client was last told something: the newest of it.
static size_t untold_lines(const Lines *lines)
{
    size_t untold = 0;
    while (untold < lines->count && lines->rows[untold].line.side == SIDE_INSIDE)
        untold++;
    return untold;
}

static void add_untold(Sheet *sheet, const Lines *lines)
{
    size_t untold = untold_lines(lines);
    if (untold == 0)
        return;
    const char *text = lines->rows[0].line.text;
    sheet_row(sheet,
              (SheetRow){.label = _("not told"),
                         .role = ROLE_STRONG,
                         .text = untold == 1 ? text
                                             : arena_print(sheet->arena, _("%s (and %zu more)"),
                                                           text, untold - 1)});
}

enum { SAID = 60, SAID_ROWS = 3 };

/// The sentence for the telephone: what was last said, what is known since, when the next word
/// comes. Where nothing is known, that is the news.
static const char *say_text(const App *app, const Trouble *trouble, const Lines *lines,
                            size_t untold, Arena *arena)
{
    Buffer news = {.arena = arena};
    for (size_t i = untold; i-- > 0;)
        buffer_print(&news, "%s%s", news.size ? _("; ") : "", lines->rows[i].line.text);
    const char *next = trouble->ticket.report_due == NONE || trouble->ticket.reported != NONE
                           ? ""
                           : arena_print(
                                 arena, _(" The report comes by %s."),
                                 day_text_full(trouble->ticket.report_due, app->today, arena));
    if (untold)
        return arena_print(arena, _("Since we last spoke: %s.%s"), buffer_text(&news), next);
    const char *who = trouble->ball_name && trouble->ball != app->me ? trouble->ball_name : NULL;
    return who ? arena_print(arena, _("No news yet, %s is on it.%s"), who, next)
               : arena_print(arena, _("No news yet, I am on it.%s"), next);
}

/// What to say stands there when something is to be said.
static void add_say(Sheet *sheet, const App *app, const Trouble *trouble, const Lines *lines)
{
    char **rows;
    int wide = sheet_text_columns(sheet, SAID);
    size_t untold = untold_lines(lines), most = (size_t)(SAID_ROWS * SAID / wide);
    bool must = trouble->tell_by != NONE && trouble->tell_by <= app->today;
    if (!must && untold == 0)
        return;
    size_t count = text_wrap(say_text(app, trouble, lines, untold, sheet->arena), wide,
                             sheet->arena, &rows);
    for (size_t i = 0; i < count && i < most; i++)
        sheet_row(sheet, (SheetRow){.label = i ? "" : _("say"), .text = rows[i]});
}

enum { WHEN = 13, INSIDE = 32, FACES = 72 };

static const char *faces_head(const Sheet *sheet)
{
    Arena *arena = sheet->arena;
    return sheet->columns < FACES
               ? arena_print(arena, "%s%s%s", _("inside"), _(", "), _("told"))
               : arena_print(arena, "%s  %s", text_pad(_("inside"), INSIDE, arena),
                             _("told to the client"));
}

/// The two faces side by side; beside a list they have no room, and a word tells one from the other.
static void add_face(Sheet *sheet, const Line *line, const char *when)
{
    Arena *arena = sheet->arena;
    bool told = line->line.side == SIDE_TOLD, narrow = sheet->columns < FACES;
    const char *text = told && narrow ? arena_print(arena, "%s: %s", _("told"), line->line.text)
                                      : line->line.text;
    int at = WHEN + 2 + (told && !narrow ? INSIDE + 2 : 0);
    char **rows;
    size_t count = text_wrap(text, sheet->columns - SHEET_PLAIN - at, arena, &rows);
    for (size_t i = 0; i < count; i++)
        sheet_row(sheet, (SheetRow){.text = arena_print(
                                        arena, "%s%s", text_pad(i ? "" : when, at, arena), rows[i]),
                                    .id = line->id,
                                    .kind = &entity_ticket_line});
}

static void add_lines(Sheet *sheet, const App *app, const Lines *lines)
{
    Arena *arena = sheet->arena;
    sheet_heading(sheet,
                  arena_print(arena, "%s  %s", text_pad(_("when"), WHEN, arena), faces_head(sheet)),
                  NULL);
    for (size_t i = 0; i < lines->count; i++) {
        const TicketLine *line = &lines->rows[i].line;
        add_face(sheet, &lines->rows[i],
                 arena_print(arena, "%s %s", day_text(line->day, app->today, arena),
                             minute_text(line->at, arena)));
    }
}

/// "T12  freezer door …  青葉商店" and "B, 原因, open 12 days".
static void add_title(Sheet *sheet, const App *app, const Trouble *trouble)
{
    Arena *arena = sheet->arena;
    const Word *severity = words_by_value(&words_severity, trouble->ticket.severity);
    const char *stage = trouble->stage_name ? trouble->stage_name : "";
    sheet->title = arena_print(arena, "T%d  %s  %s", trouble->ticket.number, trouble->ticket.what,
                               trouble->client_name ? trouble->client_name : "");
    sheet->beside = arena_print(arena,
                                ngettext("%s%s%s, open %d day", "%s%s%s, open %d days",
                                         (unsigned long)(app->today - trouble->ticket.opened)),
                                severity ? lang_text(severity->title) : "", *stage ? _(", ") : "",
                                stage, app->today - trouble->ticket.opened);
}

bool sheet_ticket(Sheet *sheet, App *app, Id id, Err *err)
{
    Troubles troubles;
    Lines lines;
    if (!query_troubles(app->store, 0, sheet->arena, &troubles, err) ||
        !read_lines(sheet, app, id, &lines, err))
        return false;
    const Trouble *trouble = this_one(&troubles, id); // NULL: closed
    if (trouble) {
        add_title(sheet, app, trouble);
        add_tell(sheet, app, trouble);
        add_untold(sheet, &lines);
        add_say(sheet, app, trouble, &lines);
        add_ball(sheet, app, trouble);
        add_dates(sheet, app, trouble);
    }
    if (!add_stages(sheet, app, id, err) || !add_hours(sheet, app, id, err))
        return false;
    add_lines(sheet, app, &lines);
    return true;
}
