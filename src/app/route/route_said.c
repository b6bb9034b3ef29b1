// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a proposed day: its badge, its offer, and why a stop is left out.
#include "mawari/plan/route_explain.h"
#include "route_ask.h"

enum { THOUSANDTHS = 1000, METRES_A_KM = 1000 };

const char *route_badge(const DayRoute *route, Arena *arena)
{
    if (route->optimal)
        return _("best possible");
    int64_t percent = (route->gap + THOUSANDTHS - 1) / THOUSANDTHS;
    if (percent >= 100)
        return _("best known");
    return arena_print(arena, _("within %lld %%"), (long long)(percent > 0 ? percent : 1));
}

/// What an order brings that saves no way.
static const char *hours_offer(const DayRoute *route, Arena *arena)
{
    if (route->left_count)
        return _("another order keeps the hours");
    if (route->end_now != NONE && route->end_now > route->end)
        return arena_print(arena, _("a better order: the day ends %s earlier"),
                           minutes_words(route->end_now - route->end, arena));
    return _("another order keeps the hours better");
}

static const char *way_offer(const DayRoute *route, Minute saved, Arena *arena)
{
    int32_t km = (route->metres_now - route->metres + METRES_A_KM / 2) / METRES_A_KM;
    if (km <= 0)
        return arena_print(arena, _("a better order: −%s on the way"), minutes_words(saved, arena));
    return arena_print(arena, _("a better order: −%s, about −%d km"), minutes_words(saved, arena),
                       km);
}

const char *route_offer(const DayRoute *route, Arena *arena)
{
    if (!route->better)
        return NULL;
    Minute saved = route->travel_now - route->travel;
    const char *offer = saved > 0 ? way_offer(route, saved, arena) : hours_offer(route, arena);
    return route->left_count ? arena_print(arena, _("%s; %zu left out"), offer, route->left_count)
                             : offer;
}

const char *route_improvement(const DayRoute *shown, const DayRoute *offered, Arena *arena)
{
    Minute saved = shown->travel - offered->travel;
    if (offered->left_count < shown->left_count)
        return arena_print(arena,
                           ngettext("%zu more visit has a place", "%zu more visits have a place",
                                    (unsigned long)(shown->left_count - offered->left_count)),
                           shown->left_count - offered->left_count);
    if (saved > 0)
        return arena_print(arena, _("%s better"), minutes_words(saved, arena));
    if (offered->end < shown->end)
        return arena_print(arena, _("the day ends %s earlier"),
                           minutes_words(shown->end - offered->end, arena));
    return _("the hours are kept better");
}

static const char *alone(const RouteAsk *ask, const AskStop *stop, const RouteWhy *why,
                         Arena *arena)
{
    if (why->short_by == 0)
        return _("no way there is known: type the leg");
    if (stop->opens != NONE && stop->opens >= ask->problem.end)
        return arena_print(arena, _("can be met from %s only, when the day is over"),
                           minute_text(stop->opens, arena));
    if (stop->closes != NONE)
        return arena_print(arena, _("%s short of its closing at %s, even alone"),
                           minutes_words(why->short_by, arena), minute_text(stop->closes, arena));
    return arena_print(arena, _("%s too long for its hours, even alone"),
                       minutes_words(why->short_by, arena));
}

static const char *window(const AskStop *stop, const RouteWhy *why, Arena *arena)
{
    const char *by = minutes_words(why->short_by, arena);
    if (stop->closes != NONE)
        return arena_print(arena, _("closes at %s: %s short"), minute_text(stop->closes, arena),
                           by);
    if (stop->row.hour != NONE)
        return arena_print(arena, _("%s too late for %s"), by, minute_text(stop->row.hour, arena));
    return arena_print(arena, _("%s too late for its hours"), by);
}

const char *route_left_why(const RouteAsk *ask, const RouteProblem *problem, const RoutePlan *plan,
                           size_t stop, Arena *arena)
{
    RouteWhy why = route_why_not(problem, plan, stop);
    const AskStop *left = &ask->stops[stop];
    const char *by = minutes_words(why.short_by, arena);
    switch (why.reason) {
    case ROUTE_WHY_NO_HOUR:
        return _("nobody can be reached on this day");
    case ROUTE_WHY_ALONE:
        return alone(ask, left, &why, arena);
    case ROUTE_WHY_WINDOW:
        return window(left, &why, arena);
    case ROUTE_WHY_PUSHES:
        return why.pushed < ask->count ? arena_print(arena, _("would push %s past its hour by %s"),
                                                     ask->stops[why.pushed].row.name, by)
                                       : _("would push another past its hour");
    case ROUTE_WHY_DAY:
        return arena_print(arena, _("the day would end %s too late"), by);
    case ROUTE_WHY_LUNCH:
        return _("lunch would have no place");
    case ROUTE_WHY_ORDER:
        return _("there is no room before what must come after it");
    case ROUTE_WHY_DEARER:
        return _("the way there is longer than its rank is worth");
    case ROUTE_WHY_DISPLACED:
        break;
    }
    return _("fits nowhere beside what counts more");
}
