// SPDX-License-Identifier: GPL-3.0-or-later
// Reports, printed and ready to paste: of a day, a week, a month, a trouble, a month's expenses; the
// day in one line; the templates.
#include <stdio.h>
#include <string.h>

#include "act.h"
#include "mawari/app/evening.h"
#include "mawari/app/meetings.h"
#include "mawari/base/file.h"
#include "mawari/base/text.h"
#include "report_period.h"
#include "ticket_history.h"

enum { PAGE_COLUMNS = 78, TEMPLATE_BYTES = 1 << 16 };

static const KindSet of_reported = KINDS(&entity_ticket, &entity_meeting, &entity_entertainment);

static void hand_out(App *app, const char *what, const char *text, Effect *ret)
{
    ret->printed = ret->copied = text;
    ret->status = arena_copy(app->scratch, what);
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

/// "2026-11" or a day of it; today's month where nothing is said.
static bool read_at(App *app, const char *typed, Day *ret, Err *err)
{
    int year, month;
    char left;
    *ret = app->today;
    if (!typed)
        return true;
    const char *narrow = text_narrow(typed, app->scratch);
    if (sscanf(narrow, "%4d-%2d%c", &year, &month, &left) == 2 && day_from(year, month, 1, ret))
        return true;
    return day_parse(narrow, app->today, LOOK_BACK, ret) ||
           err_set(err, ERR_USAGE, _("“%s” is no day and no month: 11/24, yesterday, 2026-11"),
                   typed);
}

static bool write_period(App *app, size_t period, const char *at, Effect *ret, Err *err)
{
    Day day;
    char *text;
    if (!read_at(app, at, &day, err) ||
        !report_period(app, periods[period].period, day, app->scratch, &text, err))
        return false;
    hand_out(app, _(periods[period].title), text, ret);
    return true;
}

static bool write_expenses(App *app, const char *at, Effect *ret, Err *err)
{
    Day day;
    char *text;
    if (!read_at(app, at, &day, err) || !report_expenses(app, day, app->scratch, &text, err))
        return false;
    hand_out(app, _("Expenses"), text, ret);
    return true;
}

static bool write_history(App *app, Id ticket, bool told_only, Effect *ret, Err *err)
{
    History history;
    Page page = {.arena = app->scratch};
    if (!ticket_history(app, ticket, app->scratch, &history, err))
        return false;
    history_page(&history, told_only, &page);
    hand_out(app, _("History"), page_text(&page, PAGE_COLUMNS, app->scratch), ret);
    return true;
}

static bool is_expenses(const char *what)
{
    return strcmp(what, "expenses") == 0 || strcmp(what, "経費") == 0;
}

static bool is_entertaining(const char *what)
{
    return strcmp(what, "entertaining") == 0 || strcmp(what, "接待") == 0;
}

static bool write_entertaining(App *app, const char *at, Effect *ret, Err *err)
{
    Day day;
    const char *text;
    if (!read_at(app, at, &day, err) || !entertaining_month(app, day, app->scratch, &text, err))
        return false;
    hand_out(app, _("Entertaining"), *text ? text : _("Nobody was entertained in that month\n"),
             ret);
    return true;
}

/// A trouble's history, the sheet of a meeting, the line of an evening with guests.
static bool write_record(App *app, Id id, bool told_only, Effect *ret, Err *err)
{
    const Entity *kind;
    const char *text;
    if (!act_kind(app, id, &kind, err))
        return false;
    if (kind == &entity_ticket)
        return write_history(app, id, told_only, ret, err);
    bool meeting = kind == &entity_meeting;
    if (meeting ? !meeting_sheet(app, id, app->scratch, &text, err)
                : !entertaining_line(app, id, app->scratch, &text, err))
        return false;
    hand_out(app, lang_text(kind->title), meeting ? text : arena_print(app->scratch, "%s\n", text),
             ret);
    return true;
}

/// WHAT is a period, expenses, entertaining, a trouble (T12), a meeting, an evening with guests, or a
/// day.
bool act_report(App *app, const Args *args, Effect *ret, Err *err)
{
    const char *what = args_field(args, "what"), *at = args_field(args, "at");
    bool told_only = args_option(args, "--told") != NULL;
    Id id = 0;
    Day day;
    if (!what)
        return write_period(app, 0, NULL, ret, err);
    size_t period = period_named(what);
    if (period < PERIODS)
        return write_period(app, period, at, ret, err);
    if (is_expenses(what))
        return write_expenses(app, at, ret, err);
    if (is_entertaining(what))
        return write_entertaining(app, at, ret, err);
    if (day_parse(text_narrow(what, app->scratch), app->today, LOOK_BACK, &day))
        return write_period(app, 0, what, ret, err);
    return app_find(app, &of_reported, what, &id, err) &&
           write_record(app, id, told_only, ret, err);
}

bool act_first_report(App *app, const Args *args, Effect *ret, Err *err)
{
    History history;
    Page page = {.arena = app->scratch};
    if (!act_needs(args, 1, err) || !ticket_history(app, args->ids[0], app->scratch, &history, err))
        return false;
    first_report_page(&history, &page);
    hand_out(app, _("First report"), page_text(&page, PAGE_COLUMNS, app->scratch), ret);
    return true;
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
