// SPDX-License-Identifier: GPL-3.0-or-later
// A proposed day is taken: its order and its rests, as one step.
#include "core/act.h"
#include "core/act_plan.h"
#include "mawari/store/queries.h"

bool visit_put_place(App *app, Step *step, Id id, int32_t place, Err *err)
{
    Visit visit;
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err))
        return false;
    visit.place = place;
    return act_put(app, step, &entity_visit, id, &visit, NULL, err);
}

/// A rest that is over, or going on, is none of this plan.
static bool is_behind(const App *app, const Block *block)
{
    return block->day < app->today ||
           (block->day == app->today && block->start != NONE && block->start <= app->minute);
}

static bool drop_rests(App *app, Step *step, Day day, Err *err)
{
    Blocks blocks;
    if (!query_blocks(app->store, day, app->scratch, &blocks, err))
        return false;
    for (size_t i = 0; i < blocks.count; i++)
        if (blocks.rows[i].rest == 1 && !is_behind(app, &blocks.rows[i]) &&
            !record_archive(step, blocks.ids[i], err))
            return false;
    return true;
}

bool route_put_rests(App *app, Step *step, const DayRoute *route, Err *err)
{
    if (!drop_rests(app, step, route->day, err))
        return false;
    for (size_t i = 0; i < route->count; i++) {
        const RouteRow *row = &route->rows[i];
        Block block;
        if (row->kind != ROW_REST || row->begin >= DAY_MINUTES)
            continue;
        record_blank(&entity_block, &block, app->today, app->scratch);
        block.day = route->day;
        block.what = row->name;
        block.start = row->begin;
        block.minutes = row->leave - row->begin;
        block.rest = 1;
        if (!act_put(app, step, &entity_block, 0, &block, NULL, err))
            return false;
    }
    return true;
}

/// What is left out stays in the day, behind all that is planned.
static bool take_order(App *app, Step *step, const DayRoute *route, Err *err)
{
    int32_t place = 0;
    for (size_t i = 0; i < route->count; i++)
        if (route->rows[i].kind == ROW_VISIT &&
            !visit_put_place(app, step, route->rows[i].id, ++place, err))
            return false;
    for (size_t i = 0; i < route->left_count; i++)
        if (route->left[i].kind == ROW_VISIT &&
            !visit_put_place(app, step, route->left[i].id, ++place, err))
            return false;
    return route_put_rests(app, step, route, err);
}

bool route_take(App *app, const DayRoute *route, Effect *ret, Err *err)
{
    Step *step;
    if (!step_begin(app->store, "plan", app->now, &step, err))
        return false;
    if (route->count)
        step_about(step, route->rows[0].id);
    if (!act_end(step, take_order(app, step, route, err), ret, err))
        return false;
    act_say(app, ret, _("The order of %s is taken: %s"),
            day_text_full(route->day, app->today, app->scratch), route_badge(route, app->scratch));
    return true;
}
