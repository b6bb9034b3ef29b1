// SPDX-License-Identifier: GPL-3.0-or-later
// Reports, printed and ready to paste: of a day, a week, a month, a trouble, a month's expenses; the
// day in one line; the templates.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/act.h"
#include "mawari/app/capture.h"
#include "mawari/app/evening.h"
#include "mawari/app/meetings.h"
#include "mawari/app/print.h"
#include "mawari/base/file.h"
#include "mawari/base/text.h"
#include "mawari/report/incidents.h"
#include "mawari/store/queries_price.h"
#include "out/report_period.h"
#include "out/ticket_history.h"

enum { PAGE_COLUMNS = 78, TEMPLATE_BYTES = 1 << 16 };

static const KindSet of_reported = KINDS(&entity_ticket, &entity_meeting, &entity_entertainment);
static const KindSet of_person = KINDS(&entity_contact);

bool act_hand_out(App *app, const Args *args, const char *what, const Page *page, const char *text,
                  Effect *ret, Err *err)
{
    const char *file = args_option(args, "--pdf");
    int pages = 0;
    if (!file) {
        ret->printed = ret->copied = text;
        ret->status = arena_copy(app->scratch, what);
        return true;
    }
    Page lines = {0};
    if (!page)
        lines = page_of_text(text, app->scratch);
    if (!print_pdf(page ? page : &lines, file_at_home(file, app->scratch), &pages, err))
        return false;
    ret->status = arena_print(app->scratch, _("%s: %s, pages: %d"), what, file, pages);
    return true;
}

static const struct {
    const char *word, *also, *title, *setting;
    ReportPeriod period;
} periods[] = {
    {"day", "日", N_("Daily report"), "report_day", REPORT_DAY},
    {"week", "週", N_("Weekly report"), "report_week", REPORT_WEEK},
    {"month", "月", N_("Monthly report"), "report_month", REPORT_MONTH},
};
enum { PERIODS = sizeof periods / sizeof *periods };

/// The place of a period's word, PERIODS when it is none.
static size_t period_named(const char *word)
{
    size_t i = 0;
    while (i < PERIODS && strcmp(word, periods[i].word) != 0 && strcmp(word, periods[i].also) != 0)
        i++;
    return i;
}

/// A month or a day of it; today's month where nothing is said.
static bool read_at(App *app, const char *typed, Day *ret, Err *err)
{
    *ret = app->today;
    if (!typed)
        return true;
    const char *narrow = text_narrow(typed, app->scratch);
    return month_parse(narrow, app->today, LOOK_BACK, ret) ||
           day_parse(narrow, app->today, LOOK_BACK, ret) ||
           err_set(err, ERR_USAGE, _("“%s” is no day and no month: 11/24, yesterday, 2026-11, Oct"),
                   typed);
}

static bool write_period(App *app, const Args *args, size_t period, const char *at, Effect *ret,
                         Err *err)
{
    Day day;
    char *text;
    if (!read_at(app, at, &day, err) ||
        !report_period(app, periods[period].period, day, app->scratch, &text, err))
        return false;
    return act_hand_out(app, args, _(periods[period].title), NULL, text, ret, err);
}

static bool write_expenses(App *app, const Args *args, const char *at, Effect *ret, Err *err)
{
    Day day;
    char *text;
    if (!read_at(app, at, &day, err) || !report_expenses(app, day, app->scratch, &text, err))
        return false;
    return act_hand_out(app, args, _("Expenses"), NULL, text, ret, err);
}

static bool write_history(App *app, const Args *args, Id ticket, Effect *ret, Err *err)
{
    bool told_only = args_option(args, "--told") != NULL;
    History history;
    Page page = {.arena = app->scratch};
    if (!ticket_history(app, ticket, app->scratch, &history, err))
        return false;
    history_page(&history, told_only, &page);
    return act_hand_out(app, args, _("History"), &page,
                        page_text(&page, PAGE_COLUMNS, app->scratch), ret, err);
}

static bool is_expenses(const char *what)
{
    return strcmp(what, "expenses") == 0 || strcmp(what, "経費") == 0;
}

static bool is_entertaining(const char *what)
{
    return strcmp(what, "entertaining") == 0 || strcmp(what, "接待") == 0;
}

static bool write_entertaining(App *app, const Args *args, const char *at, Effect *ret, Err *err)
{
    Day day;
    const char *text;
    if (!read_at(app, at, &day, err) || !entertaining_month(app, day, app->scratch, &text, err))
        return false;
    return act_hand_out(app, args, _("Entertaining"), NULL,
                        *text ? text : _("Nobody was entertained in that month\n"), ret, err);
}

static bool write_meeting(App *app, const Args *args, Id id, Effect *ret, Err *err)
{
    MeetingSheet sheet;
    Page page = {.arena = app->scratch};
    Json json;
    if (!meeting_read(app, id, app->scratch, &sheet, err))
        return false;
    meeting_page(app, &sheet, &page);
    json_start(&json, app->scratch);
    meeting_json(id, &sheet, &json);
    if (!act_hand_out(app, args, lang_text(entity_meeting.title), &page,
                      page_text(&page, PAGE_COLUMNS, app->scratch), ret, err))
        return false;
    if (ret->printed)
        ret->json = buffer_text(&json.out);
    return true;
}

/// A trouble's history, the sheet of a meeting, the line of an evening with guests.
static bool write_record(App *app, const Args *args, Id id, Effect *ret, Err *err)
{
    const Entity *kind;
    const char *text;
    if (!act_kind(app, id, &kind, err))
        return false;
    if (kind == &entity_ticket)
        return write_history(app, args, id, ret, err);
    if (kind == &entity_meeting)
        return write_meeting(app, args, id, ret, err);
    return entertaining_line(app, id, app->scratch, &text, err) &&
           act_hand_out(app, args, lang_text(kind->title), NULL,
                        arena_print(app->scratch, "%s\n", text), ret, err);
}

static bool is_incidents(const char *what)
{
    return strcmp(what, "incidents") == 0 || strcmp(what, "言動") == 0;
}

/// As it was said: by day and hour, one without an hour first.
static int as_said(const void *a_, const void *b_)
{
    const IncidentEntry *a = a_, *b = b_;
    if (a->incident.day != b->incident.day)
        return a->incident.day < b->incident.day ? -1 : 1;
    if (a->incident.at != b->incident.at)
        return a->incident.at < b->incident.at ? -1 : 1;
    return a->id < b->id ? -1 : a->id > b->id;
}

/// Also of one who turned out to be the same person.
static bool read_entries(App *app, Id contact, IncidentEntry **ret, size_t *ret_count, Err *err)
{
    Id *ids;
    if (!record_ids_by(app->store, &entity_incident, entity_field(&entity_incident, "contact"),
                       contact, app->scratch, &ids, ret_count, err))
        return false;
    IncidentEntry *entries = arena_array(app->scratch, IncidentEntry, *ret_count);
    for (size_t i = 0; i < *ret_count; i++) {
        entries[i].id = ids[i];
        if (!record_get(app->store, &entity_incident, ids[i], app->scratch, &entries[i].incident,
                        err) ||
            !query_incident_struck(app->store, ids[i], &entries[i].struck_by, err))
            return false;
        if (entries[i].incident.contact != contact)
            entries[i].under = app_name(app, entries[i].incident.contact, app->scratch);
    }
    if (*ret_count > 1)
        qsort(entries, *ret_count, sizeof *entries, as_said);
    *ret = entries;
    return true;
}

/// 言動記録 of one person, for the boss or a lawyer.
static bool write_incidents(App *app, const Args *args, const char *who, Effect *ret, Err *err)
{
    Page page = {.arena = app->scratch};
    IncidentEntry *entries;
    size_t count;
    Id contact = 0;
    CapturePlace place;
    if (!who)
        return err_set(err, ERR_USAGE, _("whose words? report incidents PERSON"));
    if (!app_find(app, &of_person, who, &contact, err) ||
        !read_entries(app, contact, &entries, &count, err) ||
        !capture_place_of(app, contact, &place, err))
        return false;
    incidents_page(app_name(app, contact, app->scratch), app_name(app, place.client, app->scratch),
                   app->today, entries, count, &page);
    return act_hand_out(app, args, _("Words said"), &page,
                        page_text(&page, PAGE_COLUMNS, app->scratch), ret, err);
}

/// WHAT is a period, expenses, entertaining, incidents, a trouble (T12), a meeting, an evening with
/// guests, or a day.
bool act_report(App *app, const Args *args, Effect *ret, Err *err)
{
    const char *what = args_field(args, "what"), *at = args_field(args, "at");
    Id id = 0;
    Day day;
    if (!what)
        return write_period(app, args, 0, NULL, ret, err);
    size_t period = period_named(what);
    if (period < PERIODS)
        return write_period(app, args, period, at, ret, err);
    if (is_incidents(what))
        return write_incidents(app, args, at, ret, err);
    if (is_expenses(what))
        return write_expenses(app, args, at, ret, err);
    if (is_entertaining(what))
        return write_entertaining(app, args, at, ret, err);
    if (day_parse(text_narrow(what, app->scratch), app->today, LOOK_BACK, &day))
        return write_period(app, args, 0, what, ret, err);
    return app_find(app, &of_reported, what, &id, err) && write_record(app, args, id, ret, err);
}

bool act_first_report(App *app, const Args *args, Effect *ret, Err *err)
{
    History history;
    Page page = {.arena = app->scratch};
    if (!act_needs(args, 1, err) || !ticket_history(app, args->ids[0], app->scratch, &history, err))
        return false;
    first_report_page(&history, &page);
    return act_hand_out(app, args, _("First report"), &page,
                        page_text(&page, PAGE_COLUMNS, app->scratch), ret, err);
}

bool act_whiteboard(App *app, const Args *args, Effect *ret, Err *err)
{
    const char *line;
    Day day = args->day == NONE ? app->today : args->day;
    if (!whiteboard_line(app, day, app->scratch, &line, err))
        return false;
    if (!*line)
        return err_set(err, ERR_INPUT, _("%s: no visit is planned"),
                       day_text_full(day, app->today, app->scratch));
    ret->copied = line;
    ret->printed = arena_print(app->scratch, "%s\n", line);
    ret->status = line;
    return true;
}

// --- templates

/// A template of a file as a setting: one line, | at the ends of its lines.
static char *as_setting(const char *text, Arena *arena)
{
    char *line = text_trim(text, arena);
    for (char *at = line; *at; at++)
        if (*at == '\n')
            *at = '|';
    return line;
}

static bool take_template(App *app, size_t period, const char *file, Effect *ret, Err *err)
{
    char *text;
    size_t size;
    if (!file_read(file, TEMPLATE_BYTES, app->scratch, &text, &size, err))
        return false;
    const char *fault = strlen(text) < size ? _("it is no text") : text_fault(text, true);
    if (fault)
        return err_set(err, ERR_INPUT, "%s: %s", file, lang_text(fault));
    if (!app_set_setting(app, periods[period].setting, as_setting(text, app->scratch), err))
        return err_while(err, "%s", file);
    ret->changed = true;
    ret->status = arena_print(app->scratch, _("%s: the template is kept"),
                              _(periods[period].title));
    return true;
}

bool act_template(App *app, const Args *args, Effect *ret, Err *err)
{
    size_t period = period_named(args->text);
    if (args->file)
        return take_template(app, period, args->file, ret, err);
    ret->printed = report_template(app, periods[period].period, app->scratch);
    return true;
}
