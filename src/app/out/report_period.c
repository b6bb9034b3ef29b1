// SPDX-License-Identifier: GPL-3.0-or-later
// Daily, weekly and monthly reports: a template, filled with what these days hold.
#include "report_period.h"

#include "mawari/app/evening.h"
#include "mawari/app/find.h"
#include "report_writing.h"

static const char *const names[] = {
#define X(name) [AT_##name] = #name,
    PLACEHOLDERS(X)
#undef X
};

void writing_set(Writing *writing, PlaceholderId id, const char *text)
{
    writing->at[id].text = text;
}

void writing_count(Writing *writing, PlaceholderId id, size_t count)
{
    writing_set(writing, id, count ? arena_print(writing->arena, "%zu", count) : "");
}

static const char *day_words(Day day, Arena *arena)
{
    return arena_print(arena, "%s (%s)", day_iso(day, arena), weekday_text(day_weekday(day)));
}

static bool write_frame(Writing *writing, Err *err)
{
    App *app = writing->app;
    Arena *arena = writing->arena;
    const char *from = day_words(writing->from, arena), *tomorrow = "";
    Day next = workday_add(&app->work, writing->to, 1);
    writing_set(writing, AT_date,
                writing->from == writing->to
                    ? from
                    : arena_print(arena, "%s – %s", from, day_words(writing->to, arena)));
    writing_set(writing, AT_name, app_name(app, app->me, arena));
    if (writing->from == writing->to && !whiteboard_line(app, next, arena, &tomorrow, err))
        return false;
    writing_set(writing, AT_tomorrow, tomorrow);
    return true;
}

static void name_all(Writing *writing)
{
    for (int i = 0; i < AT_COUNT; i++)
        writing->at[i] = (Placeholder){.name = names[i], .text = ""};
}

static bool write_all(Writing *writing, Err *err)
{
    return write_frame(writing, err) && write_visits(writing, err) && write_records(writing, err);
}

static void period_of(ReportPeriod period, Day day, Day *ret_from, Day *ret_to)
{
    *ret_from = *ret_to = day;
    if (period == REPORT_WEEK) {
        *ret_from = day - (Day)day_weekday(day);
        *ret_to = *ret_from + 6;
    } else if (period == REPORT_MONTH) {
        *ret_from = day_month_first(day);
        *ret_to = day_month_last(day);
    }
}

static const struct {
    const char *setting, *shipped;
} templates[] = {
    [REPORT_DAY] = {"report_day", N_("Daily report, {date}  {name}\n"
                                     "Visits: {visit_count}  {outcomes}\n"
                                     "Not written yet: {unreported}\n"
                                     "\n"
                                     "{visits}\n"
                                     "\n"
                                     "Promised: {made_count}\n"
                                     "  {made}\n"
                                     "Kept: {kept_count}\n"
                                     "  {kept}\n"
                                     "Orders: {order_count}\n"
                                     "  {orders}\n"
                                     "Troubles: {trouble_count}\n"
                                     "  {troubles}\n"
                                     "\n"
                                     "Driven: {km} km  {odometer}\n"
                                     "Alcohol check: {alcohol}\n"
                                     "Expenses: ¥{expense_sum}  {expenses}\n"
                                     "Next: {tomorrow}\n")},
    [REPORT_WEEK] = {"report_week", N_("Weekly report, {date}  {name}\n"
                                       "Visits: {visit_count}  {outcomes}\n"
                                       "Not written yet: {unreported}\n"
                                       "  {days}\n"
                                       "\n"
                                       "{visits}\n"
                                       "\n"
                                       "Promised: {made_count}\n"
                                       "Kept: {kept_count}\n"
                                       "  {kept}\n"
                                       "Orders: {order_count}\n"
                                       "  {orders}\n"
                                       "Troubles: {trouble_count}\n"
                                       "  {troubles}\n"
                                       "\n"
                                       "Driven: {km} km\n"
                                       "Expenses: ¥{expense_sum}\n")},
    [REPORT_MONTH] = {"report_month", N_("Monthly report, {date}  {name}\n"
                                         "Visits: {visit_count}  {outcomes}\n"
                                         "Not written yet: {unreported}\n"
                                         "  {days}\n"
                                         "\n"
                                         "Promised: {made_count}\n"
                                         "Kept: {kept_count}\n"
                                         "Orders: {order_count}\n"
                                         "Troubles: {trouble_count}\n"
                                         "  {troubles}\n"
                                         "\n"
                                         "Driven: {km} km\n"
                                         "Expenses: ¥{expense_sum}\n"
                                         "  {expenses}\n")},
};

char *report_template_lines(const char *setting, Arena *arena)
{
    char *lines = arena_copy(arena, setting);
    for (char *at = lines; *at; at++)
        if (*at == '|')
            *at = '\n';
    return lines;
}

const char *report_template(App *app, ReportPeriod period, Arena *arena)
{
    const char *own = app_setting(app, templates[period].setting);
    return *own ? report_template_lines(own, arena) : _(templates[period].shipped);
}

bool report_template_check(const char *text, Arena *arena, Err *err)
{
    Writing writing = {0};
    char *filled;
    name_all(&writing);
    return template_fill(text, writing.at, AT_COUNT, arena, &filled, err);
}

bool report_period(App *app, ReportPeriod period, Day day, Arena *arena, char **ret, Err *err)
{
    Writing writing = {.app = app, .arena = arena};
    period_of(period, day, &writing.from, &writing.to);
    name_all(&writing);
    bool begun = store_read_begin(app->store);
    bool good = write_all(&writing, err);
    store_read_end(app->store, begun);
    return good && template_fill(report_template(app, period, arena), writing.at, AT_COUNT, arena,
                                 ret, err);
}

bool report_expenses(App *app, Day month, Arena *arena, char **ret, Err *err)
{
    static const char page[] = N_("Expenses, {date}  {name}\n"
                                  "\n"
                                  "{expenses}\n"
                                  "Together: ¥{expense_sum}\n"
                                  "Driven: {km} km\n");
    Writing writing = {.app = app, .arena = arena};
    period_of(REPORT_MONTH, month, &writing.from, &writing.to);
    name_all(&writing);
    if (!write_frame(&writing, err) || !write_drive(&writing, err) ||
        !write_expenses(&writing, err))
        return false;
    if (!*writing.at[AT_expenses].text)
        writing.at[AT_expenses].text = _("nothing");
    return template_fill(_(page), writing.at, AT_COUNT, arena, ret, err);
}
