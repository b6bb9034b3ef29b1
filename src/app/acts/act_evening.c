// SPDX-License-Identifier: GPL-3.0-or-later
// The evening's commands: "can I stop?", the driving log, and what a trouble wants asked and when.
#include <stdlib.h>
#include <string.h>

#include "core/act.h"
#include "mawari/app/evening.h"
#include "mawari/base/buffer.h"
#include "mawari/base/json.h"
#include "mawari/base/text.h"
#include "mawari/model/intake.h"
#include "mawari/report/page.h"
#include "mawari/store/queries.h"

enum { PAGE_COLUMNS = 78 };

// --- stop

static const char *stop_text(App *app, const StopSheet *sheet)
{
    Arena *arena = app->scratch;
    Page page = {.arena = arena};
    page_line(&page, stop_answer(sheet, arena));
    for (size_t i = 0; i < sheet->count; i++) {
        const StopRow *row = &sheet->rows[i];
        page_row(&page, stop_sort_title(row->sort), minutes_text(row->minutes, arena),
                 row->who ? row->who : "", row->text);
    }
    if (sheet->more)
        page_line(&page, _("and more of them"));
    page_line(&page, stop_tomorrow(app, sheet, arena));
    return page_text(&page, PAGE_COLUMNS, arena);
}

static const char *const sort_codes[] = {
    [STOP_VISIT_AHEAD] = "ahead",   [STOP_UNREPORTED] = "unreported", [STOP_GREET] = "greet",
    [STOP_ORDER] = "order",         [STOP_CARGO] = "cargo",           [STOP_PROMISE] = "promise",
    [STOP_TELL] = "tell",           [STOP_REPORT] = "report",         [STOP_ASK] = "ask",
    [STOP_UNSETTLED] = "unsettled", [STOP_DRIVE] = "drive",
};

static void row_json(Json *json, const StopRow *row)
{
    json_open(json, NULL, '{');
    json_text(json, "what", sort_codes[row->sort]);
    json_text(json, "kind", row->kind ? row->kind->name : NULL);
    if (row->id)
        json_whole(json, "id", row->id);
    else
        json_null(json, "id");
    json_text(json, "text", row->text);
    json_text(json, "who", row->who);
    json_whole(json, "minutes", row->minutes);
    json_close(json, '}');
}

static const char *stop_json(App *app, const StopSheet *sheet)
{
    Json json;
    json_start(&json, app->scratch);
    json_open(&json, NULL, '{');
    json_bool(&json, "can_stop", sheet->count == 0);
    json_whole(&json, "minutes", sheet->minutes);
    json_open(&json, "left", '[');
    for (size_t i = 0; i < sheet->count; i++)
        row_json(&json, &sheet->rows[i]);
    json_close(&json, ']');
    json_text(&json, "next_day", day_iso(sheet->next_day, app->scratch));
    json_text(&json, "leave_by",
              sheet->leave_by == NONE ? NULL : minute_text(sheet->leave_by, app->scratch));
    json_text(&json, "for", sheet->next_name);
    json_close(&json, '}');
    return buffer_text(&json.out);
}

bool act_stop(App *app, const Args *args, Effect *ret, Err *err)
{
    StopSheet sheet;
    (void)args;
    if (!stop_sheet(app, app->scratch, &sheet, err) ||
        !stop_name_rows(app, app->scratch, &sheet, 0, sheet.count, err))
        return false;
    ret->printed = stop_text(app, &sheet);
    ret->json = stop_json(app, &sheet);
    return true;
}

// --- the driving log

typedef struct Drive {
    int32_t km, alcohol; // NONE: not said
} Drive;

static bool is_nothing(const char *typed)
{
    return !typed || strcmp(typed, "-") == 0;
}

static bool read_drive(App *app, const Args *args, Drive *ret, Err *err)
{
    const char *km = args_field(args, "km"), *alcohol = args_field(args, "alcohol");
    ValueContext context = app_context(app);
    Value value;
    *ret = (Drive){NONE, NONE};
    if (!is_nothing(km)) {
        const Field *field = entity_field(&entity_day_plan, "odometer_start");
        if (!value_read(field, km, &context, app->scratch, &value, err))
            return false;
        ret->km = value.kind == V_WHOLE ? (int32_t)value.whole : NONE;
    }
    if (is_nothing(alcohol))
        return true;
    const Word *word = words_read(&words_alcohol, text_narrow(alcohol, app->scratch), app->scratch);
    if (!word)
        return err_set(err, ERR_USAGE, _("“%s” is no alcohol check: none or found"), alcohol);
    ret->alcohol = word->value;
    return true;
}

/// The first of a day is its start, any later one its end.
static bool is_start(const DayPlan *plan)
{
    return plan->odometer_start == NONE && plan->alcohol_start == NONE;
}

static void put_drive(const App *app, const Drive *drive, DayPlan *plan)
{
    bool start = is_start(plan);
    if (drive->km != NONE)
        *(start ? &plan->odometer_start : &plan->odometer_end) = drive->km;
    if (drive->alcohol == NONE)
        return;
    *(start ? &plan->alcohol_start : &plan->alcohol_end) = drive->alcohol;
    *(start ? &plan->alcohol_start_at : &plan->alcohol_end_at) = app->minute;
}

static bool drive_once(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Drive drive;
    DayPlan plan;
    if (!read_drive(app, args, &drive, err) ||
        !query_day_plan(app->store, app->today, app->scratch, &id, &plan, err))
        return false;
    if (!id)
        record_blank(&entity_day_plan, &plan, app->today, app->scratch);
    put_drive(app, &drive, &plan);
    return act_put(app, step, &entity_day_plan, id, &plan, NULL, err);
}

bool act_drive(App *app, const Args *args, Effect *ret, Err *err)
{
    DayPlan plan;
    Id id;
    if (!act_once(app, "drive", args, drive_once, ret, err) ||
        !query_day_plan(app->store, app->today, app->scratch, &id, &plan, err))
        return false;
    if (plan.odometer_start != NONE && plan.odometer_end != NONE)
        act_say(app, ret, _("Noted: %d km today"), plan.odometer_end - plan.odometer_start);
    else
        act_say(app, ret, _("Noted in the driving log"));
    return true;
}

bool act_asks_drive(App *app)
{
    DayPlan plan;
    Id id = 0;
    bool meter = app_setting_whole(app, "odometer") == 1;
    bool breath = app_setting_whole(app, "alcohol") == 1;
    if ((!meter && !breath) ||
        !query_day_plan(app->store, app->today, app->scratch, &id, &plan, NULL))
        return false;
    return !id || (meter && plan.odometer_start == NONE) || (breath && plan.alcohol_start == NONE);
}

// --- troubles

static bool report_due_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Ticket ticket;
    if (!record_get(app->store, &entity_ticket, id, app->scratch, &ticket, err))
        return false;
    if (args->text) {
        ticket.reported = app->today; // "none": there is nothing to be waited for any more
    } else {
        ticket.report_due = args->day == NONE ? ticket.report_due : args->day;
        ticket.reported = NONE;
    }
    return act_put(app, step, &entity_ticket, id, &ticket, NULL, err);
}

bool act_report_due(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "report-due", args, args->id_count, report_due_one, ret, err))
        return false;
    const char *names = act_names(app, args->ids, args->id_count);
    if (args->text)
        act_say(app, ret, _("%s: reported"), names);
    else
        act_say(app, ret, _("%s: report due on %s"), names,
                day_text_full(args->day, app->today, app->scratch));
    return true;
}

/// The last throw of a trouble's ball; 0: it was never thrown.
static bool last_throw(App *app, Id ticket, Id *ret, Ball *ret_ball, Err *err)
{
    Id *ids;
    size_t count;
    *ret = 0;
    if (!record_ids_by(app->store, &entity_ball, entity_field(&entity_ball, "of"), ticket,
                       app->scratch, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        Ball ball;
        if (!record_get(app->store, &entity_ball, ids[i], app->scratch, &ball, err))
            return false;
        if (*ret && ball.since < ret_ball->since)
            continue;
        *ret = ids[i];
        *ret_ball = ball;
    }
    return true;
}

static bool ask_again_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Ball ball;
    Id last;
    if (!last_throw(app, id, &last, &ball, err))
        return false;
    if (!last || ball.holder == app->me)
        return err_set(err, ERR_INPUT, _("%s: the ball is yours, there is nobody to ask"),
                       act_name(app, id));
    ball.nag = args->day;
    return act_put(app, step, &entity_ball, last, &ball, NULL, err);
}

bool act_ask_again(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "ask-again", args, args->id_count, ask_again_one, ret, err))
        return false;
    act_say(app, ret, _("%s: to be asked again on %s"), act_names(app, args->ids, args->id_count),
            day_text_full(args->day, app->today, app->scratch));
    return true;
}

// --- intake

size_t app_intake(App *app, const char *what, Arena *arena, const char ***ret)
{
    const char *own = app_setting(app, "intake");
    const char *shipped = _(
        "door,leak,stop,break,broken=Since when?;Which machine, which number?;What is lost or "
        "stands still?|late,missing,wrong,delivery=What was ordered, and when?;What came?;By when "
        "is it needed?|*=Since when?;What harm does it do?;Who knows of it already?");
    return intake_questions(*own ? own : shipped, what, arena, ret);
}

bool act_intake(App *app, const Args *args, Effect *ret, Err *err)
{
    Ticket ticket;
    const char **questions;
    Buffer out = {.arena = app->scratch};
    if (!act_needs(args, 1, err) ||
        !record_get(app->store, &entity_ticket, args->ids[0], app->scratch, &ticket, err))
        return false;
    size_t count = app_intake(app, ticket.what, app->scratch, &questions);
    for (size_t i = 0; i < count; i++)
        buffer_print(&out, "%s\n", questions[i]);
    ret->printed = buffer_text(&out);
    ret->next = NEXT_INTAKE;
    ret->troubles = args->ids;
    ret->trouble_count = args->id_count;
    return true;
}
