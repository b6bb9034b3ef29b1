// SPDX-License-Identifier: GPL-3.0-or-later
// Legs that are others at other hours, as the bounds see them: of all modes together, hour by hour.
#include "band.h"
#include "model.h"

/// Keeps `moment` among the hours, by time and once.
static void add_moment(Model *model, RouteTime moment)
{
    size_t at = model->band_count;
    while (at > 0 && model->band_opens[at - 1] > moment)
        at--;
    if (at > 0 && model->band_opens[at - 1] == moment)
        return;
    for (size_t i = model->band_count++; i > at; i--)
        model->band_opens[i] = model->band_opens[i - 1];
    model->band_opens[at] = moment;
}

static void list_moments(Model *model, Arena *arena)
{
    const RouteProblem *problem = model->problem;
    size_t most = 1;
    for (size_t i = 0; i < problem->mode_count; i++)
        most += problem->modes[i].band_count;
    model->band_opens = arena_array(arena, RouteTime, most);
    model->band_opens[0] = problem->start;
    model->band_count = 1;
    for (size_t i = 0; i < problem->mode_count; i++)
        for (size_t band = 0; band < problem->modes[i].band_count; band++) {
            RouteTime from = problem->modes[i].bands[band].from;
            if (from > problem->start && from <= problem->end)
                add_moment(model, from);
        }
}

static const RouteTime *legs_at(const RouteMode *mode, RouteTime moment)
{
    size_t band = mode->band_count;
    while (band_opens(mode, band) > moment)
        band--;
    return band_legs(mode, band);
}

/// What the modes say for an hour, between rows that have a place.
static void add_hour(Model *model, size_t band, RouteTime moment)
{
    const RouteProblem *problem = model->problem;
    for (size_t i = 0; i < problem->mode_count; i++) {
        const RouteTime *legs = legs_at(&problem->modes[i], moment);
        for (size_t from = 0; from < model->size; from++)
            for (size_t to = 0; to < model->size; to++) {
                RouteTime leg = legs[model->row[from] * model->size + model->row[to]];
                RouteCost toll = leg * problem->modes[i].price;
                size_t at = from * model->size + to;
                if (leg >= 0 && leg < model->band_leg[band][at])
                    model->band_leg[band][at] = leg;
                if (leg >= 0 && toll < model->band_toll[band][at])
                    model->band_toll[band][at] = toll;
            }
    }
}

static void fill_hour(Model *model, size_t band, Arena *arena)
{
    size_t cells = model->size * model->size;
    model->band_leg[band] = arena_array(arena, RouteTime, cells);
    model->band_toll[band] = arena_array(arena, RouteCost, cells);
    for (size_t i = 0; i < cells; i++) {
        bool nothing = i % model->size > 0 && model_stays(model, i % model->size);
        model->band_leg[band][i] = nothing ? 0 : FAR;
        model->band_toll[band][i] = nothing ? 0 : DEAR;
    }
    add_hour(model, band, model->band_opens[band]);
    for (size_t i = 0; band + 1 < model->band_count && i < cells; i++)
        if (model->band_toll[band + 1][i] < model->band_toll[band][i])
            model->band_toll[band][i] = model->band_toll[band + 1][i];
}

void model_hours(Model *model, Arena *arena)
{
    list_moments(model, arena);
    if (model->band_count == 1)
        return;
    model->band_leg = arena_array(arena, RouteTime *, model->band_count);
    model->band_toll = arena_array(arena, RouteCost *, model->band_count);
    for (size_t band = model->band_count; band-- > 0;)
        fill_hour(model, band, arena);
}

RouteTime model_way_by_hour(const Model *model, size_t from, size_t to, RouteTime leave)
{
    size_t at = from * model->size + to;
    RouteTime least = FAR;
    for (size_t band = model_band(model, leave); band < model->band_count; band++) {
        RouteTime wait = model->band_opens[band] > leave ? model->band_opens[band] - leave : 0;
        RouteTime way = model->band_leg[band][at];
        if (way < FAR && wait + way < least)
            least = wait + way;
    }
    return least;
}
