// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a problem is one: what is refused, so that no sum overflows and no loop has no end.
#include "band.h"
#include "price.h"

static bool bad_time(RouteTime time)
{
    return time < 0 || time > ROUTE_LONGEST;
}

static RouteFlaw flaw_of_windows(const RouteStop *stop)
{
    for (size_t i = 0; i < stop->window_count; i++) {
        const RouteWindow *window = &stop->windows[i];
        if (bad_time(window->open) || bad_time(window->close))
            return ROUTE_BAD_TIME;
    }
    return ROUTE_SOUND;
}

static bool bad_price(RouteCost price)
{
    return price < 0 || price > ROUTE_DEAREST;
}

static RouteFlaw flaw_of_stop(const RouteStop *stop)
{
    if (bad_time(stop->service) || (stop->wish != ROUTE_NEVER && bad_time(stop->wish)))
        return ROUTE_BAD_TIME;
    if (bad_price(stop->late_price) || (stop->price != ROUTE_MUST && bad_price(stop->price)))
        return ROUTE_BAD_PRICE;
    return flaw_of_windows(stop);
}

/// `factor` times `price`, kept from overflowing.
static RouteCost times(RouteCost price, RouteTime factor)
{
    if (factor <= 0)
        return 0;
    return price > ROUTE_DEAREST / factor ? ROUTE_DEAREST + 1 : price * factor;
}

/// The dearest way to `to`: a longer leg is never cheaper, so each mode is priced once.
static RouteCost longest_toll(const RouteProblem *problem, size_t to)
{
    RouteCost most = 0;
    size_t size = problem->count + 2;
    for (size_t i = 0; i < problem->mode_count; i++) {
        const RouteMode *mode = &problem->modes[i];
        RouteTime longest = 0;
        for (size_t band = 0; band <= mode->band_count; band++) {
            const RouteTime *legs = band_legs(mode, band) + to;
            for (size_t from = 0; from < size; from++)
                longest = legs[from * size] > longest ? legs[from * size] : longest;
        }
        RouteCost toll = times(mode->price, longest);
        most = toll > most ? toll : most;
    }
    return most;
}

static RouteCost capped(RouteCost sum)
{
    return sum > ROUTE_DEAREST ? ROUTE_DEAREST + 1 : sum;
}

/// The dearest plan that there could be, or more than ROUTE_DEAREST.
static RouteCost worst(const RouteProblem *problem)
{
    RouteTime day = problem->end > problem->start ? problem->end - problem->start : 0;
    RouteCost sum = times(problem->finish_price, day);
    for (size_t i = 0; i < problem->count; i++) {
        const RouteStop *stop = &problem->stops[i];
        RouteTime late = stop->wish < problem->end ? problem->end - stop->wish : 0;
        sum = capped(sum + times(stop->late_price, late));
        sum = capped(sum + (stop->price == ROUTE_MUST ? 0 : stop->price));
        sum = capped(sum + longest_toll(problem, i + 1));
    }
    return capped(sum + longest_toll(problem, problem->count + 1));
}

RouteCost route_must_price(const RouteProblem *problem)
{
    return worst(problem) + 1;
}

static RouteFlaw flaw_of_bands(const RouteMode *mode, size_t entries)
{
    for (size_t band = 0; band <= mode->band_count; band++) {
        if (bad_time(band_opens(mode, band)))
            return ROUTE_BAD_TIME;
        if (band_ends(mode, band) <= band_opens(mode, band))
            return ROUTE_BAD_BAND;
        for (size_t i = 0; i < entries; i++)
            if (band_legs(mode, band)[i] > ROUTE_LONGEST)
                return ROUTE_BAD_TIME;
    }
    return ROUTE_SOUND;
}

static RouteFlaw flaw_of_modes(const RouteProblem *problem)
{
    size_t entries = (problem->count + 2) * (problem->count + 2);
    if (problem->mode_count == 0)
        return ROUTE_NO_MODES;
    RouteFlaw flaw = ROUTE_SOUND;
    for (size_t mode = 0; mode < problem->mode_count && flaw == ROUTE_SOUND; mode++)
        flaw = bad_price(problem->modes[mode].price)
                   ? ROUTE_BAD_PRICE
                   : flaw_of_bands(&problem->modes[mode], entries);
    return flaw;
}

/// More rests than one can go through one by one.
static bool bad_wheel(const RouteProblem *problem)
{
    RouteTime longest = problem->wheel.longest;
    return bad_time(longest) || bad_time(problem->wheel.rest) ||
           (longest > 0 && (problem->end - problem->start) / longest > ROUTE_MOST_RESTS);
}

static RouteFlaw flaw_of_day(const RouteProblem *problem)
{
    if (problem->count > ROUTE_MOST_STOPS)
        return ROUTE_TOO_MANY_STOPS;
    const RouteLunch *lunch = &problem->lunch;
    if (bad_time(problem->start) || bad_time(problem->end) || bad_time(lunch->from) ||
        bad_time(lunch->to) || bad_time(lunch->length) || bad_wheel(problem))
        return ROUTE_BAD_TIME;
    if (bad_price(problem->finish_price))
        return ROUTE_BAD_PRICE;
    for (size_t i = 0; i < problem->order_count; i++) {
        const RouteOrder *order = &problem->orders[i];
        if (order->first >= problem->count || order->second >= problem->count ||
            order->first == order->second)
            return ROUTE_BAD_ORDER;
    }
    return flaw_of_modes(problem);
}

RouteFlaw route_flaw(const RouteProblem *problem, size_t *ret_stop)
{
    *ret_stop = problem->count;
    RouteFlaw flaw = flaw_of_day(problem);
    if (flaw != ROUTE_SOUND)
        return flaw;
    for (size_t i = 0; i < problem->count; i++) {
        flaw = flaw_of_stop(&problem->stops[i]);
        if (flaw != ROUTE_SOUND) {
            *ret_stop = i;
            return flaw;
        }
    }
    return worst(problem) > ROUTE_DEAREST ? ROUTE_BAD_PRICE : ROUTE_SOUND;
}
