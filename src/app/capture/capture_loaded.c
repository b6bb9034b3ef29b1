// SPDX-License-Identifier: GPL-3.0-or-later
// A report without a screen to tick on: what was in the car for the visit is delivered where somebody
// could take it.
#include "capture_inside.h"
#include "mawari/app/loading.h"

static int32_t outcome_of(const Heard *heard, const Visit *visit)
{
    for (size_t i = 0; i < heard->capture.count; i++)
        if (heard->rows[i].part->kind == CAPTURE_OUTCOME)
            return heard->rows[i].part->number;
    return visit->outcome;
}

bool report_with_loaded(App *app, const Heard *heard, const Report *report, Report *ret, Err *err)
{
    Visit visit;
    Id *orders;
    size_t count;
    *ret = report ? *report : (Report){.next = NONE};
    if (!ret->loaded || !heard->place.visit)
        return true;
    if (!record_get(app->store, &entity_visit, heard->place.visit, app->scratch, &visit, err))
        return false;
    if (!outcome_hands_over(outcome_of(heard, &visit)))
        return true;
    if (!load_orders_for(app, &visit, app->scratch, &orders, &count, err))
        return false;
    Id *ticked = arena_array(app->scratch, Id, ret->ticked_count + count);
    for (size_t i = 0; i < ret->ticked_count; i++)
        ticked[i] = ret->ticked[i];
    for (size_t i = 0; i < count; i++)
        ticked[ret->ticked_count++] = orders[i];
    ret->ticked = ticked;
    return true;
}
