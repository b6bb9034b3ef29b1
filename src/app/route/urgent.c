// SPDX-License-Identifier: GPL-3.0-or-later
// An urgent visit tried at every place among the day's visits: what has no place finds the best one
// around them, agreed hours may slip, and it is said which and by how much.
#include "mawari/app/urgent.h"

#include "core/act.h"
#include "mawari/plan/route_solve.h"
#include "route_ask.h"

enum { NODES = 20000 }; // of each place: what stands in order leaves little to search

typedef struct Try {
    RouteAsk *ask;
    Arena *arena;
    size_t stop;    // the urgent one
    size_t *visits; // the others, in the order that stands
    size_t visit_count;
    Minute travel; // of the day as it stands
    UrgentWay *ways;
    Minute *late; // of each way, in all
    size_t count;
} Try;

/// Agreed hours, the hours of desk work and the day's end may slip here, nothing is left out: that
/// is the question. Private hours stay.
static void soften(RouteAsk *ask)
{
    for (size_t i = 0; i < ask->count; i++) {
        AskStop *stop = &ask->stops[i];
        RouteStop *asked = &ask->problem_stops[i];
        bool agreed = stop->row.hour != NONE && stop->row.kind == ROW_VISIT;
        asked->price = ROUTE_MUST;
        if (agreed) {
            stop->windows->close = 2 * DAY_MINUTES;
            asked->wish = stop->row.hour;
            asked->late_price = PRICE_LATE;
        } else if (stop->row.hour == NONE && stop->stays && stop->window_count > 0) {
            asked->wish = stop->windows->close;
            asked->late_price = PRICE_SOFT;
            stop->windows->close = 2 * DAY_MINUTES;
        }
    }
    ask->problem.end += DAY_MINUTES;
}

static UrgentSlip slip_of(const AskStop *stop, Minute late)
{
    const DayVisit *visit = stop->visit;
    const char *phone = visit ? visit->contact_phone : NULL;
    if (visit && !phone && visit->visit.site)
        phone = visit->site.telephone;
    return (UrgentSlip){.visit = stop->row.id,
                        .name = stop->row.name,
                        .who = visit ? visit->contact_name : NULL,
                        .phone = phone,
                        .hour = stop->row.hour,
                        .late = late};
}

static void add_slips(const Try *try, const RoutePlan *plan, UrgentWay *way, Minute *late)
{
    way->slips = arena_array(try->arena, UrgentSlip, plan->count);
    for (size_t i = 0; i + 1 < plan->count; i++) {
        const RouteStep *step = &plan->steps[i];
        const AskStop *stop = &try->ask->stops[step->stop];
        if (step->late <= 0 || stop->row.kind != ROW_VISIT || stop->row.hour == NONE)
            continue;
        way->slips[way->slip_count++] = slip_of(stop, step->late);
        *late += step->late;
    }
}

static void keep_order(const Try *try, size_t at)
{
    RouteProblem *problem = &try->ask->problem;
    RouteOrder *orders = arena_array(try->arena, RouteOrder, try->visit_count + 1);
    size_t before = try->stop;
    for (size_t i = 0; i <= try->visit_count; i++) {
        size_t stop = i < at ? try->visits[i] : i == at ? try->stop : try->visits[i - 1];
        if (i > 0)
            orders[i - 1] = (RouteOrder){before, stop};
        before = stop;
    }
    problem->orders = orders;
    problem->order_count = try->visit_count;
}

/// The order that stands, with the urgent one in it: nothing is left out to begin with.
static size_t *start_order(const Try *try, size_t at)
{
    const RouteAsk *ask = try->ask;
    size_t *order = arena_array(try->arena, size_t, ask->present_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < ask->present_count; i++) {
        if (at < try->visit_count && ask->present[i] == try->visits[at])
            order[count++] = try->stop;
        order[count++] = ask->present[i];
    }
    if (count == ask->present_count)
        order[count] = try->stop;
    return order;
}

static bool is_late(const RoutePlan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->steps[i].late > 0)
            return true;
    return false;
}

static bool is_whole(const RouteResult *result)
{
    return result->status != ROUTE_IMPOSSIBLE && !result->short_of_musts;
}

/// The visits in their order, the urgent one before the one at `at`; what has no place goes where
/// it does least harm. Lunch rather leaves its hours than makes somebody wait.
static bool solve_at(const Try *try, size_t at, RouteResult *ret)
{
    RouteProblem *problem = &try->ask->problem;
    const RouteLimits limits = {
        .nodes = NODES, .start = start_order(try, at), .start_count = try->ask->present_count + 1};
    keep_order(try, at);
    *ret = route_solve(problem, &limits, try->arena);
    if (!is_whole(ret) || is_late(&ret->plan)) {
        RouteLunch lunch = problem->lunch;
        problem->lunch.to = problem->end;
        RouteResult other = route_solve(problem, &limits, try->arena);
        problem->lunch = lunch;
        if (is_whole(&other) && (!is_whole(ret) || other.plan.cost < ret->plan.cost))
            *ret = other;
    }
    return is_whole(ret);
}

static const RouteStep *step_of(const RoutePlan *plan, size_t stop)
{
    size_t i = 0;
    while (plan->steps[i].stop != stop)
        i++;
    return &plan->steps[i];
}

static void try_at(Try *try, size_t at)
{
    RouteAsk *ask = try->ask;
    RouteResult result;
    if (!solve_at(try, at, &result))
        return;
    const RoutePlan *plan = &result.plan;
    const RouteStep *urgent = step_of(plan, try->stop);
    UrgentWay *way = &try->ways[try->count];
    *way = (UrgentWay){.behind = at > 0 ? ask->stops[try->visits[at - 1]].row.name : NULL,
                       .before = at < try->visit_count ? ask->stops[try->visits[at]].row.id : 0,
                       .begin = urgent->begin,
                       .leave = urgent->leave,
                       .detour = route_travel(plan) - try->travel,
                       .day_end = plan->steps[plan->count - 1].begin};
    try->late[try->count] = 0;
    add_slips(try, plan, way, &try->late[try->count]);
    try->count++;
}

static bool comes_before(const Try *try, UrgentWayIs is, size_t a, size_t b)
{
    const UrgentWay *one = &try->ways[a], *other = &try->ways[b];
    if (is == URGENT_NOBODY && try->late[a] != try->late[b])
        return try->late[a] < try->late[b];
    if (is == URGENT_ON_THE_WAY && one->detour != other->detour)
        return one->detour < other->detour;
    return one->begin < other->begin;
}

/// Each aim takes its best among what the others left.
static void choose(const Try *try, Urgent *ret)
{
    bool *taken = arena_array(try->arena, bool, try->count);
    static const UrgentWayIs aims[] = {URGENT_SOONEST, URGENT_NOBODY, URGENT_ON_THE_WAY};
    for (size_t a = 0; a < 3; a++) {
        size_t best = try->count;
        for (size_t i = 0; i < try->count; i++)
            if (!taken[i] && (best == try->count || comes_before(try, aims[a], i, best)))
                best = i;
        if (best == try->count)
            return;
        taken[best] = true;
        ret->ways[ret->count] = try->ways[best];
        ret->ways[ret->count++].is = aims[a];
    }
}

/// The minutes to the door: of the department where the person works, else of its site.
static bool read_door(App *app, const Visit *visit, const Site *site, Arena *arena, Minute *ret,
                      Err *err)
{
    Person person = {0};
    Department department;
    if ((visit->contact && !query_person(app->store, visit->contact, arena, &person, err)) ||
        !query_department(app->store, visit->site, person.department, arena, &department, err))
        return false;
    *ret = department.door_minutes != NONE ? department.door_minutes
           : site->door_minutes != NONE    ? site->door_minutes
                                           : app_setting_whole(app, "door_minutes");
    return true;
}

static bool read_stop(App *app, Id who, Minute minutes, Arena *arena, Visit *ret_visit,
                      AskStop *ret, Err *err)
{
    Visit visit;
    Site site;
    Minute door;
    record_blank(&entity_visit, &visit, app->today, arena);
    if (!act_to_whom(app, &visit, who, err) ||
        !query_visited_place(app->store, visit.site, arena, &site, err) ||
        !read_door(app, &visit, &site, arena, &door, err))
        return false;
    *ret_visit = visit;
    Id named = visit.site ? visit.site : visit.client;
    const char *name = app_name(app, named, arena);
    *ret = (AskStop){
        .row = {.kind = ROW_VISIT, .name = name, .hour = NONE, .leg_minutes = NONE},
        .place = {.id = visit.site, .name = name, .position = {site.latitude, site.longitude}},
        .door = door,
        .service = minutes != NONE ? minutes : app_setting_whole(app, "visit_minutes"),
        .wish = ROUTE_NEVER,
        .price = ROUTE_MUST,
        .opens = NONE,
        .closes = NONE,
    };
    ret->row.position = ret->place.position;
    ret->row.about = visit.site ? place_about(&site, arena) : NULL;
    return true;
}

static void find_visits(Try *try)
{
    const RouteAsk *ask = try->ask;
    try->visits = arena_array(try->arena, size_t, ask->present_count);
    for (size_t i = 0; i < ask->present_count; i++)
        if (ask->stops[ask->present[i]].row.kind == ROW_VISIT)
            try->visits[try->visit_count++] = ask->present[i];
}

/// What is driven in the order that stands, the urgent visit left out.
static Minute travel_now(RouteAsk *ask, Arena *arena)
{
    RoutePlan now;
    RouteLunch lunch = ask->problem.lunch;
    bool good = route_schedule(&ask->problem, ask->present, ask->present_count, arena, &now);
    if (!good) {
        ask->problem.lunch = (RouteLunch){0};
        good = route_schedule(&ask->problem, ask->present, ask->present_count, arena, &now);
        ask->problem.lunch = lunch;
    }
    return good ? route_travel(&now) : 0;
}

static void try_all(RouteAsk *ask, Minute travel, Arena *arena, Urgent *ret)
{
    Try try = {.ask = ask, .arena = arena, .stop = ask->count - 1, .travel = travel};
    find_visits(&try);
    try.ways = arena_array(arena, UrgentWay, try.visit_count + 1);
    try.late = arena_array(arena, Minute, try.visit_count + 1);
    for (size_t at = 0; at <= try.visit_count; at++)
        try_at(&try, at);
    choose(&try, ret);
}

/// A visit to them that stands on the day without an hour: who calls is seen once, only sooner.
static const AskStop *find_standing(const RouteAsk *ask, const Visit *visit)
{
    for (size_t i = 0; i < ask->count; i++) {
        const AskStop *stop = &ask->stops[i];
        if (stop->visit && stop->row.kind == ROW_VISIT && stop->row.hour == NONE &&
            stop->visit->visit.client == visit->client && stop->visit->visit.site == visit->site &&
            stop->visit->visit.nailed != 1)
            return stop;
    }
    return NULL;
}

static bool is_asked_for(const RouteAsk *ask, const AskStop *extra)
{
    const AskStop *last = ask->count ? &ask->stops[ask->count - 1] : NULL;
    return last && last->row.kind == ROW_VISIT && last->row.id == extra->row.id;
}

bool urgent_ways(App *app, Day day, Id who, Minute minutes, Arena *arena, Urgent *ret, Err *err)
{
    Visit visit;
    AskStop extra;
    RouteAsk *ask;
    if (!read_stop(app, who, minutes, arena, &visit, &extra, err) ||
        !route_ask_with(app, day, &extra, 1, arena, &ask, err))
        return false;
    soften(ask);
    Minute travel = travel_now(ask, arena);
    const AskStop *standing = find_standing(ask, &visit);
    if (standing) {
        extra.row.id = standing->row.id;
        extra.service = extra.service > standing->service ? extra.service : standing->service;
        if (!route_ask_with(app, day, &extra, 1, arena, &ask, err))
            return false;
        soften(ask);
    }
    *ret = (Urgent){.name = extra.row.name, .minutes = extra.service, .visit = extra.row.id};
    bool there = is_asked_for(ask, &extra);
    if (there && ask->stops[ask->count - 1].stays)
        ret->why = _("the way there is not known and not counted: type the address or the leg");
    else if (there && extra.row.about)
        ret->why = rough_ways_text(extra.row.name, extra.row.about, arena);
    if (there)
        try_all(ask, travel, arena, ret);
    if (ret->count == 0 && !ret->why)
        ret->why = _("it fits nowhere in this day");
    return true;
}

// --- in words

const char *urgent_way_text(const UrgentWay *way, Arena *arena)
{
    static const char *const aims[] = {[URGENT_SOONEST] = N_("soonest"),
                                       [URGENT_NOBODY] = N_("least late"),
                                       [URGENT_ON_THE_WAY] = N_("on the way")};
    const char *where = way->behind ? arena_print(arena, _("behind %s"), way->behind)
                                    : _("at once");
    return arena_print(arena, _("%s: %s–%s, %s"), lang_text(aims[way->is]),
                       minute_text(way->begin % DAY_MINUTES, arena),
                       minute_text(way->leave % DAY_MINUTES, arena), where);
}

const char *urgent_slip_text(const UrgentSlip *slip, Arena *arena)
{
    return arena_print(arena, _("%s → %s, %s late: %s %s%s%s"), minute_text(slip->hour, arena),
                       minute_text((slip->hour + slip->late) % DAY_MINUTES, arena),
                       minutes_words(slip->late, arena), slip->phone ? slip->phone : _("no number"),
                       slip->who ? slip->who : "", slip->who ? _(", ") : "", slip->name);
}

const char *urgent_cost_text(const UrgentWay *way, Arena *arena)
{
    return arena_print(arena, _("%s more on the way, day ends %s"),
                       minutes_words(way->detour > 0 ? way->detour : 0, arena),
                       minute_text(way->day_end % DAY_MINUTES, arena));
}
