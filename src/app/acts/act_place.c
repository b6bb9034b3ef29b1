// SPDX-License-Identifier: GPL-3.0-or-later
// Room for a visit in the order of a day: the others are numbered around it.
#include "act_place.h"

#include "mawari/app/day.h"
#include "mawari/store/queries.h"

static bool put_place(App *app, Step *step, Id id, int32_t place, Err *err)
{
    Visit visit;
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err))
        return false;
    if (visit.place == place)
        return true;
    visit.place = place;
    return act_put(app, step, &entity_visit, id, &visit, NULL, err);
}

/// How many of the day's visits begin before this hour.
static bool place_by_hour(App *app, const PlacedVisits *visits, const Spot *spot, size_t *ret,
                          Err *err)
{
    DaySheet sheet;
    if (!day_sheet_hours(app, spot->day, app->scratch, &sheet, err))
        return false;
    *ret = 0;
    for (size_t i = 0; i < sheet.count; i++)
        for (size_t v = 0; v < visits->count; v++)
            if (sheet.rows[i].kind == ROW_VISIT && sheet.rows[i].id == visits->rows[v].id &&
                sheet.rows[i].begin < spot->hour && v + 1 > *ret)
                *ret = v + 1;
    return true;
}

static size_t place_before(const PlacedVisits *visits, Id before)
{
    size_t place = 0;
    while (place < visits->count && visits->rows[place].id != before)
        place++;
    return place;
}

static bool read_order_without(App *app, Day day, Id visit, PlacedVisits *ret, Err *err)
{
    if (!query_visits_order(app->store, day, day, app->scratch, ret, err))
        return false;
    size_t kept = 0;
    for (size_t i = 0; i < ret->count; i++)
        if (ret->rows[i].id != visit)
            ret->rows[kept++] = ret->rows[i];
    ret->count = kept;
    return true;
}

bool act_make_room(App *app, Step *step, Id visit, const Spot *spot, int32_t *ret, Err *err)
{
    PlacedVisits visits;
    size_t place = 0;
    if (!read_order_without(app, spot->day, visit, &visits, err))
        return false;
    if (spot->by_visit)
        place = place_before(&visits, spot->before);
    else if (!place_by_hour(app, &visits, spot, &place, err))
        return false;
    for (size_t i = 0; i < visits.count; i++)
        if (!put_place(app, step, visits.rows[i].id, (int32_t)(i < place ? i + 1 : i + 2), err))
            return false;
    *ret = (int32_t)place + 1;
    return true;
}
