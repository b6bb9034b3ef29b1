// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of a day: its order, legs, lunch, weather.
#include <stdlib.h>
#include <string.h>

#include "core/act.h"
#include "day/day_things.h"
#include "mawari/app/day.h"
#include "mawari/base/text.h"
#include "mawari/store/queries.h"

static bool find_in_day(App *app, Id id, DayVisits *ret, size_t *ret_at, Err *err)
{
    Visit visit;
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err) ||
        !query_day_visits(app->store, visit.day, app->today, app->scratch, ret, err))
        return false;
    for (*ret_at = 0; *ret_at < ret->count; ++*ret_at)
        if (ret->rows[*ret_at].id == id)
            return true;
    return err_set(err, ERR_NOT_FOUND, _("%s is not in this day"), act_name(app, id));
}

/// Numbers the day's stops as they stand, with two of them exchanged; writes those that differ.
static bool number_places(App *app, Step *step, DayVisits *day, size_t a, size_t b, Err *err)
{
    for (size_t i = 0; i < day->count; i++) {
        size_t from = i == a ? b : i == b ? a : i;
        DayVisit *row = &day->rows[from];
        if (row->visit.place == (int32_t)i + 1)
            continue;
        Visit visit;
        if (!record_get(app->store, &entity_visit, row->id, app->scratch, &visit, err))
            return false;
        visit.place = (int32_t)i + 1;
        if (!act_put(app, step, &entity_visit, row->id, &visit, NULL, err))
            return false;
    }
    return true;
}

static bool swap(App *app, Step *step, Id id, bool up, Err *err)
{
    DayVisits day;
    size_t at;
    if (!find_in_day(app, id, &day, &at, err))
        return false;
    if (up ? at == 0 : at + 1 >= day.count)
        return err_set(err, ERR_INPUT,
                       up ? _("%s is the first of its day") : _("%s is the last of its day"),
                       act_name(app, id));
    size_t other = up ? at - 1 : at + 1;
    if (day.rows[at].visit.start != NONE && day.rows[other].visit.start != NONE)
        return err_set(err, ERR_INPUT, _("both have agreed hours: m moves one of them"));
    return number_places(app, step, &day, at, other, err);
}

static bool swap_times(App *app, Step *step, const Args *args, Id id, bool up, Err *err)
{
    const char *said = args_field(args, "times");
    long times = said ? strtol(said, NULL, 10) : 1;
    if (times < 1)
        return err_set(err, ERR_USAGE, _("“%s” is no number of places"), said);
    bool good = true;
    for (long i = 0; good && i < times; i++)
        good = swap(app, step, id, up, err);
    return good;
}

static bool up_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    return swap_times(app, step, args, id, true, err);
}

static bool down_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    return swap_times(app, step, args, id, false, err);
}

bool act_place_up(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) || !act_each(app, "place-up", args, 1, up_one, ret, err))
        return false;
    ret->id = args->ids[0];
    act_say(app, ret, _("Moved %s up"), act_name(app, args->ids[0]));
    return true;
}

bool act_place_down(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) || !act_each(app, "place-down", args, 1, down_one, ret, err))
        return false;
    ret->id = args->ids[0];
    act_say(app, ret, _("Moved %s down"), act_name(app, args->ids[0]));
    return true;
}

/// A client stands for its first site.
static bool as_place(App *app, Id id, Id *ret, Err *err)
{
    const Entity *kind;
    Id *sites;
    size_t count;
    *ret = id;
    if (!act_kind(app, id, &kind, err))
        return false;
    if (kind != &entity_client)
        return true;
    if (!record_ids_by(app->store, &entity_site, entity_field(&entity_site, "client"), id,
                       app->scratch, &sites, &count, err))
        return false;
    if (count == 0)
        return err_set(err, ERR_INPUT, _("%s has no site yet"), act_name(app, id));
    *ret = sites[0];
    return true;
}

static bool read_mode(App *app, const Args *args, int32_t *ret, Err *err)
{
    const char *typed = args_field(args, "mode");
    const Word *mode = words_read(&words_mode, typed ? typed : "car", app->scratch);
    if (!mode)
        return err_set(err, ERR_USAGE, _("“%s” is no way to travel: car, train, walk, bicycle"),
                       typed);
    *ret = mode->value;
    return true;
}

/// The typed leg between the two that is there already, either way round; 0: none.
static bool find_leg(App *app, Leg *leg, Id *ret, Err *err)
{
    const Field *from = entity_field(&entity_leg, "from");
    const Id ends[] = {leg->from, leg->to};
    *ret = 0;
    for (size_t e = 0; e < 2; e++) {
        Id *ids;
        size_t count;
        if (!record_ids_by(app->store, &entity_leg, from, ends[e], app->scratch, &ids, &count, err))
            return false;
        for (size_t i = 0; i < count; i++) {
            Leg there;
            if (!record_get(app->store, &entity_leg, ids[i], app->scratch, &there, err))
                return false;
            if (there.to == ends[1 - e] && there.mode == leg->mode &&
                (e == 0 || there.one_way != 1)) {
                *leg = there;
                *ret = ids[i];
                return true;
            }
        }
    }
    return true;
}

static bool leg_once(App *app, Step *step, const Args *args, Id id, Err *err)
{
    (void)id;
    Leg leg;
    Id there;
    record_blank(&entity_leg, &leg, app->today, app->scratch);
    if (!as_place(app, args->ids[0], &leg.from, err) ||
        !as_place(app, args->ids[1], &leg.to, err) || !read_mode(app, args, &leg.mode, err) ||
        !find_leg(app, &leg, &there, err))
        return false;
    if (leg.from == leg.to)
        return err_set(err, ERR_INPUT, _("a leg leads from one place to another"));
    leg.minutes = args->minute;
    step_about(step, leg.from);
    return act_put(app, step, &entity_leg, there, &leg, NULL, err);
}

bool act_leg(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 2, err) || !act_once(app, "leg", args, leg_once, ret, err))
        return false;
    act_say(app, ret, _("%s to %s: %s"), act_name(app, args->ids[0]), act_name(app, args->ids[1]),
            minutes_words(args->minute, app->scratch));
    return true;
}

/// From where one comes to that visit on its day, and where one goes; 0: nobody knows.
static bool find_way(App *app, Id visit, Leg *ret, Err *err)
{
    Visit record;
    DayThings day;
    if (!record_get(app->store, &entity_visit, visit, app->scratch, &record, err) ||
        !day_things(app, record.day, app->scratch, &day, err))
        return false;
    Id at = day.parts.from.id;
    for (size_t i = 0; i < day.stops.count; i++) {
        const Thing *thing = &day.stops.rows[i];
        if (!thing->stop.travels)
            continue;
        if (thing->row.kind == ROW_VISIT && thing->row.id == visit) {
            ret->from = at;
            ret->to = thing->place.id;
            ret->mode = day.parts.mode;
        }
        at = thing->place.id;
    }
    return true;
}

bool act_leg_here(App *app, const Args *args, Effect *ret, Err *err)
{
    Leg leg = {.mode = NONE};
    if (!act_needs(args, 1, err) || !find_way(app, args->ids[0], &leg, err))
        return false;
    if (!leg.from || !leg.to)
        return err_set(err, ERR_INPUT,
                       _("a way has two ends: give the visit a site (e), the day a start (. s)"));
    if (leg.from == leg.to)
        return err_set(err, ERR_INPUT, _("a leg leads from one place to another"));
    if (!find_leg(app, &leg, &ret->id, err))
        return false;
    const Word *mode = words_by_value(&words_mode, leg.mode);
    FieldArg *fields = arena_array(app->scratch, FieldArg, 3);
    fields[0] = (FieldArg){"from", arena_print(app->scratch, "%lld", (long long)leg.from)};
    fields[1] = (FieldArg){"to", arena_print(app->scratch, "%lld", (long long)leg.to)};
    fields[2] = (FieldArg){"mode", mode ? lang_text(mode->title) : ""};
    ret->next = NEXT_FORM;
    ret->kind = &entity_leg;
    ret->fields = fields;
    ret->field_count = ret->id ? 0 : 3;
    return true;
}

static bool read_day_plan(App *app, Day day, Id *ret_id, DayPlan *ret, Err *err)
{
    if (!query_day_plan(app->store, day, app->scratch, ret_id, ret, err))
        return false;
    if (*ret_id)
        return true;
    record_blank(&entity_day_plan, ret, app->today, app->scratch);
    ret->day = day;
    return true;
}

static Day day_of(const App *app, const Args *args)
{
    return args->day == NONE ? app->today : args->day;
}

/// Nothing says yet from where any day begins.
static bool is_homeless(App *app, const DayPlan *plan, bool *ret, Err *err)
{
    Id office;
    *ret = false;
    if (plan->from != 0 || *app_setting(app, "start_at"))
        return true;
    if (!query_home_office(app->store, &office, err))
        return false;
    *ret = office == 0;
    return true;
}

/// The office comes first: all days begin there, and a day's own form takes only places that are known.
bool act_frame(App *app, const Args *args, Effect *ret, Err *err)
{
    DayPlan plan;
    bool homeless;
    Day day = day_of(app, args);
    if (!read_day_plan(app, day, &ret->id, &plan, err) || !is_homeless(app, &plan, &homeless, err))
        return false;
    if (homeless) {
        ret->id = 0;
        ret->next = NEXT_FORM;
        ret->kind = &entity_office;
        ret->status = _(
            "Where every day begins and ends: the office, or your home. Address or position");
        return true;
    }
    FieldArg *fields = arena_new(app->scratch, FieldArg);
    *fields = (FieldArg){"day", day_iso(day, app->scratch)};
    ret->next = NEXT_FORM;
    ret->kind = &entity_day_plan;
    ret->fields = fields;
    ret->field_count = ret->id ? 0 : 1;
    return true;
}

static bool lunch_once(App *app, Step *step, const Args *args, Id id, Err *err)
{
    DayPlan plan;
    if (!read_day_plan(app, day_of(app, args), &id, &plan, err))
        return false;
    plan.lunch_at = args->minute;
    return act_put(app, step, &entity_day_plan, id, &plan, NULL, err);
}

bool act_lunch(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_once(app, "lunch", args, lunch_once, ret, err))
        return false;
    act_say(app, ret, _("Lunch on %s at %s"),
            day_text_full(day_of(app, args), app->today, app->scratch),
            minute_text(args->minute, app->scratch));
    return true;
}

/// "s" is the whole day, "fs" or "晴雪" its halves, "-s" leaves the morning as it is. False: neither.
static bool read_halves(const char *typed, int32_t halves[2], Arena *arena)
{
    const Word *whole = words_read(&words_weather, typed, arena);
    if (whole) {
        halves[0] = halves[1] = whole->value;
        return true;
    }
    for (size_t i = 0; i < 2; i++) {
        TextCell cell;
        size_t size = *typed ? text_cell(typed, strlen(typed), &cell) : 0;
        const char *letter = arena_copy_bytes(arena, typed, size);
        const Word *word = words_read(&words_weather, letter, arena);
        if (!word && strcmp(letter, "-") != 0)
            return false;
        halves[i] = word ? word->value : halves[i];
        typed += size;
        typed += *typed == '/' || *typed == ',';
    }
    return *typed == '\0';
}

static bool weather_once(App *app, Step *step, const Args *args, Id id, Err *err)
{
    DayPlan plan;
    const char *typed = text_narrow(args_field(args, "letter"), app->scratch);
    if (!read_day_plan(app, day_of(app, args), &id, &plan, err))
        return false;
    int32_t halves[] = {plan.weather, day_weather(&plan, true)};
    if (!read_halves(typed, halves, app->scratch))
        return err_set(err, ERR_USAGE, _("“%s” is no weather: f r s w h, or two of them"), typed);
    plan.weather = halves[0];
    plan.weather_pm = halves[1];
    return act_put(app, step, &entity_day_plan, id, &plan, NULL, err);
}

/// "Snow" or "Fine, then snow".
static const char *weather_words(App *app, Day day, Err *err)
{
    Id id;
    DayPlan plan;
    if (!read_day_plan(app, day, &id, &plan, err))
        return NULL;
    const Word *am = words_by_value(&words_weather, plan.weather);
    const Word *pm = words_by_value(&words_weather, day_weather(&plan, true));
    const char *morning = am ? lang_text(am->title) : "–", *later = pm ? lang_text(pm->title) : "–";
    return am == pm ? morning : arena_print(app->scratch, _("%s, after noon %s"), morning, later);
}

/// The hour at which one must set out first, when it is known.
static const char *first_leave(App *app, Day day, Err *err)
{
    DaySheet sheet;
    if (!day_sheet_hours(app, day, app->scratch, &sheet, err))
        return NULL;
    if (sheet.next == sheet.count || sheet.rows[sheet.next].leave_by == NONE)
        return "";
    return arena_print(app->scratch, _("; leave by %s"),
                       minute_text(sheet.rows[sheet.next].leave_by, app->scratch));
}

bool act_weather(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_once(app, "weather", args, weather_once, ret, err))
        return false;
    Day day = day_of(app, args);
    const char *words = weather_words(app, day, err);
    const char *leave = words ? first_leave(app, day, err) : NULL;
    if (leave)
        act_say(app, ret, "%s: %s%s", day_text_full(day, app->today, app->scratch), words, leave);
    return leave != NULL;
}
