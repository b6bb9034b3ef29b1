// SPDX-License-Identifier: GPL-3.0-or-later
// "Can I stop?": what is left tonight, with about how long it takes, and how tomorrow begins.
#include "day/day_leg.h"
#include "mawari/app/day.h"
#include "mawari/app/evening.h"
#include "mawari/app/loading.h"
#include "mawari/model/filter.h"
#include "mawari/store/list.h"
#include "mawari/store/queries_day.h"
#include "mawari/store/queries_meeting.h"
#include "mawari/store/record.h"

enum { SHOWN_OF_A_SORT = 40, UNREPORTED_DAYS = 14, UNREPORTED_MOST = 1000 };

/// How long each usually takes, in minutes; NONE: it says so itself.
static const struct {
    const char *title;
    Minute minutes;
} sorts[] = {
    [STOP_VISIT_AHEAD] = {N_("still to visit"), NONE},
    [STOP_UNREPORTED] = {N_("to write"), 2},
    [STOP_GREET] = {N_("whom I greeted"), 2},
    [STOP_ORDER] = {N_("to hand over"), 3},
    [STOP_CARGO] = {N_("still in the car"), 1},
    [STOP_PROMISE] = {N_("promised"), NONE},
    [STOP_TELL] = {N_("tell the client"), 10},
    [STOP_REPORT] = {N_("report due"), 40},
    [STOP_ASK] = {N_("ask again"), 5},
    [STOP_UNSETTLED] = {N_("unsettled"), 1},
    [STOP_DRIVE] = {N_("driving log"), 1},
};

const char *stop_sort_title(StopSort sort)
{
    return _(sorts[sort].title);
}

typedef struct Looking {
    App *app;
    Arena *arena;
    StopSheet *out;
    size_t room;
} Looking;

static void add(Looking *looking, StopRow row)
{
    StopSheet *out = looking->out;
    if (row.minutes == NONE)
        row.minutes = sorts[row.sort].minutes;
    out->rows = arena_more(looking->arena, out->rows, out->count, &looking->room, sizeof row);
    out->rows[out->count++] = row;
    out->minutes += row.minutes == NONE ? 0 : row.minutes;
}

// --- visits

static bool is_over(const DayRow *row)
{
    return row->past || row->visit->visit.arrived != NO_MOMENT;
}

static bool wants_report(const Visit *visit)
{
    return visit->outcome == NONE && visit->appointment != APPOINTMENT_CANCELLED &&
           (visit->proposed != 1 || visit->arrived != NO_MOMENT);
}

static void add_visit(Looking *looking, const DayVisit *there, bool over)
{
    const Visit *visit = &there->visit;
    Minute length = visit->minutes != NONE ? visit->minutes
                                           : app_setting_whole(looking->app, "visit_minutes");
    add(looking, (StopRow){.sort = over ? STOP_UNREPORTED : STOP_VISIT_AHEAD,
                           .kind = &entity_visit,
                           .id = there->id,
                           .day = visit->day,
                           .hour = visit->start,
                           .minutes = over ? NONE : length});
}

/// When the day is over its hours are no matter any more.
static bool look_at_evening(Looking *looking, Err *err)
{
    DayVisits visits;
    Day today = looking->app->today;
    if (!query_stops_between(looking->app->store, today, today, looking->arena, &visits, err))
        return false;
    for (size_t i = 0; i < visits.count; i++)
        if (wants_report(&visits.rows[i].visit))
            add_visit(looking, &visits.rows[i], true);
    return true;
}

static bool look_at_today(Looking *looking, Err *err)
{
    DaySheet sheet;
    App *app = looking->app;
    if (app->minute >= app_setting_whole(app, "day_end"))
        return look_at_evening(looking, err);
    if (!day_sheet_rows(app, app->today, looking->arena, &sheet, err))
        return false;
    for (size_t i = 0; i < sheet.count; i++) {
        const DayRow *row = &sheet.rows[i];
        if (row->kind == ROW_VISIT && wants_report(&row->visit->visit))
            add_visit(looking, row->visit, is_over(row));
    }
    return true;
}

static bool look_at_days_before(Looking *looking, Err *err)
{
    DayVisits before;
    Day today = looking->app->today;
    if (!query_stops_unwritten(looking->app->store, today - UNREPORTED_DAYS, today - 1,
                               UNREPORTED_MOST, looking->arena, &before, err))
        return false;
    for (size_t i = 0; i < before.count; i++)
        if (wants_report(&before.rows[i].visit))
            add_visit(looking, &before.rows[i], true);
    return true;
}

// --- meetings

/// Once it is over, and on the working day behind it; by then one has forgotten.
static bool look_at_meetings(Looking *looking, Err *err)
{
    RosterOpen *rows;
    size_t count;
    App *app = looking->app;
    Day before = workday_add(&app->work, app->today, -1);
    if (!query_rosters_open(app->store, before, app->today, looking->arena, &rows, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const RosterOpen *meeting = &rows[i];
        Minute end = meeting->start == NONE ? NONE : meeting->start + meeting->minutes;
        if (meeting->day == app->today && end != NONE && app->minute < end)
            continue;
        add(looking, (StopRow){.sort = STOP_GREET,
                               .kind = &entity_meeting,
                               .id = meeting->id,
                               .text = arena_print(looking->arena, _("%d of the roster, with o"),
                                                   (int)meeting->left),
                               .who = meeting->title,
                               .minutes = NONE});
    }
    return true;
}

// --- records that a filter finds

/// Adds a row for a record that fits; false with an error.
typedef bool (*TakeRecord)(Looking *looking, Id id, Err *err);

static bool each_that_fits(Looking *looking, const Entity *kind, const char *filter,
                           TakeRecord take, Err *err)
{
    App *app = looking->app;
    ListQuery query = {.kind = kind, .today = app->today};
    Table found;
    if (!filter_parse(kind, filter, app->today, looking->arena, &query.filter, err) ||
        !list_read(app->store, &query, LIST_FIRST, 0, SHOWN_OF_A_SORT + 1, looking->arena, &found,
                   err))
        return false;
    for (size_t i = 0; i < found.rows && i < SHOWN_OF_A_SORT; i++)
        if (!take(looking, found.ids[i], err))
            return false;
    looking->out->more += found.rows > SHOWN_OF_A_SORT;
    return true;
}

static bool take_order(Looking *looking, Id id, Err *err)
{
    OrderMemo order;
    if (!record_get(looking->app->store, &entity_order_memo, id, looking->arena, &order, err))
        return false;
    add(looking, (StopRow){.sort = STOP_ORDER,
                           .kind = &entity_order_memo,
                           .id = id,
                           .text = order.what,
                           .whom = order.client,
                           .minutes = NONE});
    return true;
}

/// What nobody took comes back: out of the car, or a new day for it.
static bool look_at_cargo(Looking *looking, Err *err)
{
    LoadSheet sheet;
    Loaded *loaded;
    size_t count;
    App *app = looking->app;
    if (!query_loaded(app->store, app->today, looking->arena, &loaded, &count, err))
        return false;
    if (count == 0) // nothing was put into the car, so nothing is still in it
        return true;
    if (!load_sheet(app, app->today, looking->arena, &sheet, err))
        return false;
    for (size_t i = 0; i < sheet.count; i++)
        if (sheet.rows[i].left_over)
            add(looking, (StopRow){.sort = STOP_CARGO,
                                   .kind = sheet.rows[i].kind,
                                   .id = sheet.rows[i].id,
                                   .text = sheet.rows[i].what,
                                   .who = sheet.rows[i].place,
                                   .minutes = NONE});
    return true;
}

static bool take_word(Looking *looking, Id id, Err *err)
{
    KeptWord word;
    if (!record_get(looking->app->store, &entity_kept_word, id, looking->arena, &word, err))
        return false;
    add(looking, (StopRow){.sort = STOP_UNSETTLED,
                           .kind = &entity_kept_word,
                           .id = id,
                           .text = word.text,
                           .whom = word.client,
                           .minutes = NONE});
    return true;
}

/// Due before the next day opens: on its own day only with an hour before that.
static bool look_at_promises(Looking *looking, Err *err)
{
    App *app = looking->app;
    PromiseBefore *promises;
    size_t count;
    Minute opens = app_setting_whole(app, "day_start"),
           usual = app_setting_whole(app, "promise_minutes");
    if (!query_promises_before(app->store, looking->out->next_day, opens, app->today,
                               SHOWN_OF_A_SORT + 1, looking->arena, &promises, &count, err))
        return false;
    for (size_t i = 0; i < count && i < SHOWN_OF_A_SORT; i++)
        add(looking,
            (StopRow){.sort = STOP_PROMISE,
                      .kind = &entity_commitment,
                      .id = promises[i].id,
                      .whom = promises[i].whom,
                      .day = promises[i].due,
                      .hour = promises[i].due_at,
                      .minutes = promises[i].minutes != NONE ? promises[i].minutes : usual});
    looking->out->more += count > SHOWN_OF_A_SORT;
    return true;
}

// --- troubles

static bool has_come(Day day, Day today)
{
    return day != NONE && day <= today;
}

static void add_trouble(Looking *looking, const TroubleNow *trouble, StopSort sort, Id whom)
{
    add(looking,
        (StopRow){.sort = sort,
                  .kind = &entity_ticket,
                  .id = trouble->id,
                  .text = arena_print(looking->arena, "T%d %s", trouble->number, trouble->what),
                  .whom = whom,
                  .minutes = NONE});
}

static bool look_at_troubles(Looking *looking, Err *err)
{
    TroublesNow troubles;
    App *app = looking->app;
    if (!query_troubles_now(app->store, app->today, 0, looking->arena, &troubles, err))
        return false;
    for (size_t i = 0; i < troubles.count; i++) {
        const TroubleNow *trouble = &troubles.rows[i];
        if (has_come(trouble->tell_by, app->today))
            add_trouble(looking, trouble, STOP_TELL, trouble->client);
        if (has_come(trouble->report_due, app->today))
            add_trouble(looking, trouble, STOP_REPORT, trouble->client);
        if (has_come(trouble->ask_again, app->today))
            add_trouble(looking, trouble, STOP_ASK, trouble->ball);
    }
    return true;
}

// --- the driving log, and tomorrow

/// What the log still wants, by what is asked for at all.
static const struct {
    bool meter, breath;
    const char *end, *both; // N_()
} logs[] = {
    {true, true, N_("odometer, alcohol check: end"), N_("odometer, alcohol: start, end")},
    {true, false, N_("odometer: end"), N_("odometer: start and end")},
    {false, true, N_("alcohol check: end"), N_("alcohol check: start and end")},
};

static const char *log_text(bool meter, bool breath, bool begun)
{
    for (size_t i = 0; i < sizeof logs / sizeof *logs; i++)
        if (logs[i].meter == meter && logs[i].breath == breath)
            return lang_text(begun ? logs[i].end : logs[i].both);
    return "";
}

/// Was anybody visited today?
static bool was_out(Looking *looking, bool *ret, Err *err)
{
    DayVisits visits;
    Day today = looking->app->today;
    *ret = false;
    if (!query_stops_between(looking->app->store, today, today, looking->arena, &visits, err))
        return false;
    for (size_t i = 0; i < visits.count; i++)
        *ret = *ret || visits.rows[i].visit.outcome != NONE ||
               visits.rows[i].visit.arrived != NO_MOMENT;
    return true;
}

static bool is_driven(const Looking *looking, int32_t mode)
{
    return (mode != NONE ? mode : day_usual_mode(looking->app, looking->arena)) == MODE_CAR;
}

/// Only who wrote down how the day began, or was out at all, is asked how it ended.
static bool look_at_drive(Looking *looking, Err *err)
{
    App *app = looking->app;
    DayPlan plan;
    Id id;
    bool out;
    bool meter = app_setting_whole(app, "odometer") == 1;
    bool breath = app_setting_whole(app, "alcohol") == 1;
    if (!meter && !breath)
        return true;
    if (!query_day_plan(app->store, app->today, looking->arena, &id, &plan, err) ||
        !was_out(looking, &out, err))
        return false;
    bool begun = id &&
                 ((meter && plan.odometer_start != NONE) || (breath && plan.alcohol_start != NONE));
    bool ended = id && (!meter || plan.odometer_end != NONE) &&
                 (!breath || plan.alcohol_end != NONE);
    if (!ended && (begun || (out && is_driven(looking, id ? plan.mode : NONE))))
        add(looking, (StopRow){.sort = STOP_DRIVE,
                               .kind = &entity_day_plan,
                               .id = id,
                               .text = log_text(meter, breath, begun),
                               .minutes = NONE});
    return true;
}

static Day next_working_day(const App *app)
{
    return workday_add(&app->work, app->today, 1);
}

static bool look_at_tomorrow(Looking *looking, Err *err)
{
    DayBegin begin;
    StopSheet *out = looking->out;
    if (!day_begins(looking->app, out->next_day, looking->arena, &begin, err))
        return false;
    out->leave_by = begin.leave_by;
    out->next_visit = begin.visit;
    out->next_name = begin.name;
    return true;
}

bool stop_sheet(App *app, Arena *arena, StopSheet *ret, Err *err)
{
    StopSheet out = {.leave_by = NONE, .next_day = next_working_day(app)};
    Looking looking = {.app = app, .arena = arena, .out = &out};
    bool begun = store_read_begin(app->store);
    bool good = look_at_today(&looking, err) && look_at_days_before(&looking, err) &&
                look_at_meetings(&looking, err) &&
                each_that_fits(&looking, &entity_order_memo, "handed:none", take_order, err) &&
                look_at_cargo(&looking, err) && look_at_promises(&looking, err) &&
                look_at_troubles(&looking, err) &&
                each_that_fits(&looking, &entity_kept_word, "about:unsettled settled:none",
                               take_word, err) &&
                look_at_drive(&looking, err) && look_at_tomorrow(&looking, err);
    store_read_end(app->store, begun);
    if (good)
        *ret = out;
    return good;
}
