// SPDX-License-Identifier: GPL-3.0-or-later
// What `plan DATE` and `plan week` share: their options, a planned day as JSON and as text.
#ifndef APP_ACT_PLAN_H
#define APP_ACT_PLAN_H

#include "act.h"
#include "mawari/app/route.h"
#include "mawari/app/week_plan.h"
#include "mawari/base/buffer.h"
#include "mawari/base/json.h"

/// --deadline and --nodes.
bool act_effort(const Args *args, RouteEffort *ret, Err *err);
void route_json(App *app, Json *json, const char *key, const DayRoute *route);
/// A line of a planned day.
void route_row_print(Buffer *out, const RouteRow *row);

/// Finds the proposal, takes it with --take, and says it.
bool act_week_answer(App *app, const Args *args, const WeekAsk *ask, const RouteEffort *effort,
                     Effect *ret, Err *err);

/// Puts a visit at its place in the order of its day.
bool visit_put_place(App *app, Step *step, Id id, int32_t place, Err *err);

/// The rests of a plan stand in their day's table instead of those of an older plan.
bool route_put_rests(App *app, Step *step, const DayRoute *route, Err *err);

#endif
