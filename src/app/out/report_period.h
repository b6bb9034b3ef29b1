// SPDX-License-Identifier: GPL-3.0-or-later
// Daily, weekly and monthly reports: what a template's placeholders stand for on these days.
#ifndef APP_REPORT_PERIOD_H
#define APP_REPORT_PERIOD_H

#include "mawari/app/app.h"

typedef enum ReportPeriod { REPORT_DAY, REPORT_WEEK, REPORT_MONTH } ReportPeriod;

/// The report of the day, week or month in which `day` lies, by the rep's template (the settings
/// report_day, report_week, report_month), else by ours.
bool report_period(App *app, ReportPeriod period, Day day, Arena *arena, char **ret, Err *err);

/// The template in force: lines end with '\n'.
const char *report_template(App *app, ReportPeriod period, Arena *arena);
/// False with a sentence that names the line where `text` has a placeholder that there is not.
bool report_template_check(const char *text, Arena *arena, Err *err);
/// A setting holds one line: | stands for the end of a line.
char *report_template_lines(const char *setting, Arena *arena);

/// What was spent in a month, day by day, with sums by what it was for.
bool report_expenses(App *app, Day month, Arena *arena, char **ret, Err *err);

#endif
