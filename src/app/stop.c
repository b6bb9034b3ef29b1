// SPDX-License-Identifier: GPL-3.0-or-later
// "Can I stop?": what is left tonight, with about how long it takes, and how tomorrow begins.
#include "mawari/app/day.h"
#include "mawari/app/evening.h"
#include "mawari/app/find.h"
#include "mawari/app/loading.h"
#include "mawari/base/buffer.h"
#include "mawari/model/filter.h"
#include "mawari/store/list.h"
#include "mawari/store/queries_day.h"
#include "mawari/store/record.h"

enum { SHOWN_OF_A_SORT = 40, UNREPORTED_DAYS = 14, UNREPORTED_MOST = 1000 };

/// How long each usually takes, in minutes; NONE: it says so itself.
static const struct {
    const char *title;
    Minute minutes;
} sorts[] = {
    [STOP_VISIT_AHEAD] = {N_("still to visit"), NONE},
    [STOP_UNREPORTED] = {N_("to write"), 2},
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

static const char *name_of(const Looking *looking, Id id)
{
    return id ? app_name(looking->app, id, looking->arena) : NULL;
}

// --- visits

static bool is_over(App *app, const DayRow *row)
{
    return row->past || app->minute >= app_setting_whole(app, "day_end") ||
           row->visit->visit.arrived != NO_MOMENT;
}

static bool wants_report(const Visit *visit)
{
    return visit->outcome == NONE && visit->appointment != APPOINTMENT_CANCELLED &&
           (visit->proposed != 1 || visit->arrived != NO_MOMENT);
}

static void add_visit(Looking *looking, Id id, const Visit *visit, const char *who, bool over)
{
    Arena *arena = looking->arena;
    Day today = looking->app->today;
    const char *hour = minute_text(visit->start, arena);
    const char *day = visit->day == today ? "" : day_text(visit->day, today, arena);
    const char *purpose = visit->purpose ? visit->purpose : "";
    const char *text = arena_print(arena, "%s%s%s%s%s", day, *day ? " " : "", hour,
                                   *hour && *purpose ? "  " : "", purpose);
    Minute length = visit->minutes != NONE ? visit->minutes
                                           : app_setting_whole(looking->app, "visit_minutes");
    add(looking, (StopRow){.sort = over ? STOP_UNREPORTED : STOP_VISIT_AHEAD,
                           .kind = &entity_visit,
                           .id = id,
                           .text = text,
                           .who = who,
                           .minutes = over ? NONE : length});
}

static bool look_at_today(Looking *looking, Err *err)
{
    DaySheet sheet;
    VisitLines lines;
    App *app = looking->app;
    if (!day_sheet_hours(app, app->today, looking->arena, &sheet, err) ||
        !query_visit_lines(app->store, app->today, looking->arena, &lines, err))
        return false;
    for (size_t i = 0; i < sheet.count; i++) {
        const DayRow *row = &sheet.rows[i];
        if (row->kind != ROW_VISIT || !wants_report(&row->visit->visit))
            continue;
        Visit visit = row->visit->visit;
        const VisitLine *line = visit_line(&lines, row->id);
        visit.purpose = line ? line->purpose : NULL;
        add_visit(looking, row->id, &visit, line ? line->where : NULL, is_over(app, row));
    }
    return true;
}

static bool look_at_days_before(Looking *looking, Err *err)
{
    DayVisits before;
    Day today = looking->app->today;
    if (!query_visits_unreported(looking->app->store, today - UNREPORTED_DAYS, today - 1,
                                 UNREPORTED_MOST, looking->arena, &before, err))
        return false;
    for (size_t i = before.count; i-- > 0;) { // the oldest first
        const Visit *visit = &before.rows[i].visit;
        if (wants_report(visit))
            add_visit(looking, before.rows[i].id, visit,
                      name_of(looking, visit->site ? visit->site : visit->client), true);
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
                           .who = name_of(looking, order.client),
                           .minutes = NONE});
    return true;
}

/// What nobody took comes back: out of the car, or a new day for it.
static bool look_at_cargo(Looking *looking, Err *err)
{
    LoadSheet sheet;
    if (!load_sheet(looking->app, looking->app->today, looking->arena, &sheet, err))
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
                           .who = name_of(looking, word.client),
                           .minutes = NONE});
    return true;
}

/// Due before the next day opens: on its own day only with an hour before that.
static bool is_due(const Looking *looking, const Commitment *promise)
{
    App *app = looking->app;
    Day next = looking->out->next_day;
    if (commitment_state(promise, app->today) == COMMITMENT_WAITING)
        return false;
    return promise->due < next ||
           (promise->due_at != NONE && promise->due_at <= app_setting_whole(app, "day_start"));
}

static bool take_promise(Looking *looking, Id id, Err *err)
{
    App *app = looking->app;
    Arena *arena = looking->arena;
    Commitment promise;
    if (!record_get(app->store, &entity_commitment, id, arena, &promise, err))
        return false;
    if (!is_due(looking, &promise))
        return true;
    const char *hour = minute_text(promise.due_at, arena);
    const char *text = arena_print(arena, "%s  %s%s%s", promise.what,
                                   day_text(promise.due, app->today, arena), *hour ? " " : "",
                                   hour);
    add(looking,
        (StopRow){.sort = STOP_PROMISE,
                  .kind = &entity_commitment,
                  .id = id,
                  .text = text,
                  .who = name_of(looking, promise.contact ? promise.contact : promise.client),
                  .minutes = promise.minutes != NONE ? promise.minutes
                                                     : app_setting_whole(app, "promise_minutes")});
    return true;
}

static bool look_at_promises(Looking *looking, Err *err)
{
    const char *filter = arena_print(looking->arena, "kept:none direction:mine due:..%s",
                                     day_iso(looking->out->next_day, looking->arena));
    return each_that_fits(looking, &entity_commitment, filter, take_promise, err);
}

// --- troubles

static bool has_come(Day day, Day today)
{
    return day != NONE && day <= today;
}

static bool add_trouble(Looking *looking, const TroubleNow *trouble, StopSort sort, Id whom,
                        Err *err)
{
    const char *who = NULL;
    if (whom && !query_name(looking->app->store, whom, looking->arena, &who, err))
        return false;
    add(looking,
        (StopRow){.sort = sort,
                  .kind = &entity_ticket,
                  .id = trouble->id,
                  .text = arena_print(looking->arena, "T%d %s", trouble->number, trouble->what),
                  .who = who,
                  .minutes = NONE});
    return true;
}

static bool look_at_troubles(Looking *looking, Err *err)
{
    TroublesNow troubles;
    App *app = looking->app;
    if (!query_troubles_now(app->store, app->today, 0, looking->arena, &troubles, err))
        return false;
    for (size_t i = 0; i < troubles.count; i++) {
        const TroubleNow *trouble = &troubles.rows[i];
        if ((has_come(trouble->tell_by, app->today) &&
             !add_trouble(looking, trouble, STOP_TELL, trouble->client, err)) ||
            (has_come(trouble->report_due, app->today) &&
             !add_trouble(looking, trouble, STOP_REPORT, trouble->client, err)) ||
            (has_come(trouble->ask_again, app->today) &&
             !add_trouble(looking, trouble, STOP_ASK, trouble->ball, err)))
            return false;
    }
    return true;
}

// --- the driving log, and tomorrow

/// Only who wrote down how the day began, or drove at all, is asked how it ended.
static bool look_at_drive(Looking *looking, Err *err)
{
    App *app = looking->app;
    DayPlan plan;
    Id id;
    bool meter = app_setting_whole(app, "odometer") == 1;
    bool breath = app_setting_whole(app, "alcohol") == 1;
    if (!query_day_plan(app->store, app->today, looking->arena, &id, &plan, err))
        return false;
    bool open = id && ((meter && plan.odometer_start != NONE && plan.odometer_end == NONE) ||
                       (breath && plan.alcohol_start != NONE && plan.alcohol_end == NONE));
    if (open)
        add(looking, (StopRow){.sort = STOP_DRIVE,
                               .kind = &entity_day_plan,
                               .id = id,
                               .text = _("odometer and alcohol check at the end"),
                               .minutes = NONE});
    return true;
}

static Day next_working_day(const App *app)
{
    return workday_add(&app->work, app->today, 1);
}

static bool look_at_tomorrow(Looking *looking, Err *err)
{
    DaySheet sheet;
    StopSheet *out = looking->out;
    if (!day_sheet_hours(looking->app, out->next_day, looking->arena, &sheet, err))
        return false;
    if (sheet.next == sheet.count)
        return true;
    const DayRow *first = &sheet.rows[sheet.next];
    out->leave_by = first->leave_by;
    out->next_visit = first->id;
    out->next_name = first->name;
    return true;
}

bool stop_sheet(App *app, Arena *arena, StopSheet *ret, Err *err)
{
    StopSheet out = {.leave_by = NONE, .next_day = next_working_day(app)};
    Looking looking = {.app = app, .arena = arena, .out = &out};
    bool begun = store_read_begin(app->store);
    bool good = look_at_today(&looking, err) && look_at_days_before(&looking, err) &&
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

char *stop_answer(const StopSheet *sheet, Arena *arena)
{
    if (sheet->count == 0)
        return arena_copy(arena, _("Yes. Nothing is left."));
    return arena_print(
        arena,
        ngettext("Not yet: %zu thing, about %s", "Not yet: %zu things, about %s", sheet->count),
        sheet->count, minutes_words(sheet->minutes, arena));
}

char *stop_tomorrow(const App *app, const StopSheet *sheet, Arena *arena)
{
    const char *day = day_text_full(sheet->next_day, app->today, arena);
    if (!sheet->next_visit)
        return arena_print(arena, _("%s: no visit is planned"), day);
    if (sheet->leave_by == NONE)
        return arena_print(arena, _("%s begins with %s"), day, sheet->next_name);
    return arena_print(arena, _("%s: leave by %s for %s"), day, minute_text(sheet->leave_by, arena),
                       sheet->next_name);
}
