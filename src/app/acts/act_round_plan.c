// SPDX-License-Identifier: GPL-3.0-or-later
// round plan: what is left of a round as short doors on the next working days before its deadline.
#include <stdlib.h>

#include "core/act.h"
#include "core/act_plan.h"
#include "mawari/app/rounds.h"
#include "mawari/app/week_plan.h"

enum { DOORS_A_DAY = 30, DOORS_A_DAY_MOST = 100 };

static bool doors_a_day(const Args *args, int32_t *ret, Err *err)
{
    const char *said = args_option(args, "a-day");
    char *end = NULL;
    long most = said ? strtol(said, &end, 10) : DOORS_A_DAY;
    if ((end && (*end || end == said)) || most < 1 || most > DOORS_A_DAY_MOST)
        return err_set(err, ERR_USAGE, _("--a-day: “%s” is not from 1 to %d"), said,
                       (int)DOORS_A_DAY_MOST);
    *ret = (int32_t)most;
    return true;
}

/// The next working days, none behind the deadline.
static bool days_until(const App *app, Day from, Day deadline, Day *days, size_t *ret_count,
                       Err *err)
{
    if (!week_plan_days(app, from, days, ret_count, err))
        return false;
    while (*ret_count && deadline != NONE && days[*ret_count - 1] > deadline)
        --*ret_count;
    return *ret_count > 0 ||
           err_set(err, ERR_INPUT, _("no working day is left before the deadline, %s"),
                   day_text(deadline, app->today, app->scratch));
}

bool act_round_plan(App *app, const Args *args, Effect *ret, Err *err)
{
    WeekAsk *ask;
    RouteEffort effort;
    RoundSheet sheet;
    Day days[WEEK_PLAN_DAYS];
    size_t count;
    int32_t a_day;
    if (!act_needs(args, 1, err) || !act_effort(args, &effort, err) ||
        !doors_a_day(args, &a_day, err) ||
        !round_read(app, args->ids[0], app->scratch, &sheet, err) ||
        !days_until(app, args->day, sheet.round.deadline, days, &count, err) ||
        !week_ask_round(app, days, count, args->ids[0], a_day, app->scratch, &ask, err))
        return false;
    return act_week_answer(app, args, ask, &effort, ret, err);
}
