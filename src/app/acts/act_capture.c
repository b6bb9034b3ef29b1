// SPDX-License-Identifier: GPL-3.0-or-later
// `add` and `out`: lines in the capture grammar, each read, told, and stored as one step.
#include <string.h>

#include "act_temper.h"
#include "core/act.h"
#include "mawari/app/capture.h"
#include "mawari/app/next_visit.h"
#include "mawari/base/text.h"
#include "mawari/store/queries.h"

enum { UNREPORTED_DAYS = 14 }; // a report is looked for that far back

/// What is said of all lines together.
typedef struct Telling {
    Buffer text;
    Json json;
    size_t doubts, lines;
} Telling;

static void begin_telling(App *app, Telling *telling)
{
    *telling = (Telling){.text = {.arena = app->scratch}};
    json_start(&telling->json, app->scratch);
    json_open(&telling->json, NULL, '[');
}

static void tell_line(App *app, Telling *telling, const Heard *heard)
{
    buffer_add(&telling->text, telling->lines++ ? "\n" : "");
    size_t rows;
    buffer_add(&telling->text, heard_text(app, heard, app->scratch, &rows));
    heard_json(app, heard, &telling->json);
    telling->doubts += heard_doubts(heard);
}

static void end_telling(App *app, Telling *telling, Effect *ret)
{
    json_close(&telling->json, ']');
    ret->json = buffer_text(&telling->json.out);
    if (telling->doubts)
        ret->status = arena_print(app->scratch, _("%s; %zu kept as note, with a ?"), ret->status,
                                  telling->doubts);
    ret->printed = arena_print(app->scratch, "%s%s\n", buffer_text(&telling->text), ret->status);
}

/// `report`: the line is one, so a first digit is the outcome; NULL: it is none.
static bool hear_and_keep(App *app, Step *step, const char *line, const CapturePlace *place,
                          const Report *report, Telling *telling, Id *ret_about,
                          CarefulPeople *ret_careful, Err *err)
{
    Heard heard;
    const char *fault = text_fault(line, false);
    if (fault)
        return err_set(err, ERR_INPUT, "%s", lang_text(fault));
    if (!capture_hear(app, line, place, report != NULL, app->scratch, &heard, err))
        return false;
    tell_line(app, telling, &heard); // before the step changes what "moved" moves from
    return (!ret_careful || heard_careful(app, &heard, app->scratch, ret_careful, err)) &&
           capture_keep(app, step, &heard, report, ret_about, err);
}

/// Every line by itself; what cannot be stored is said with its number, and nothing is.
static bool add_lines(App *app, Step *step, const char *text, Telling *telling, Err *err)
{
    static const CapturePlace nowhere;
    char *rest = NULL, *lines = arena_copy(app->scratch, text);
    Id first = 0;
    size_t number = 0;
    for (char *line = strtok_r(lines, "\r\n", &rest); line; line = strtok_r(NULL, "\r\n", &rest)) {
        Id about = 0;
        number++;
        if (*text_trim(line, app->scratch) == '\0')
            continue;
        if (!hear_and_keep(app, step, line, &nowhere, NULL, telling, &about, NULL, err))
            return err_while(err, _("line %zu"), number);
        first = first ? first : about;
    }
    if (telling->lines == 0)
        return err_set(err, ERR_USAGE, _("%s is missing"), "LINE");
    if (first)
        step_about(step, first);
    return true;
}

bool act_add(App *app, const Args *args, Effect *ret, Err *err)
{
    Step *step;
    Telling telling;
    begin_telling(app, &telling);
    if (!step_begin(app->store, "add", app->now, &step, err) ||
        !act_end(step, add_lines(app, step, args->text, &telling, err), ret, err))
        return false;
    act_say(app, ret, _("Saved"));
    end_telling(app, &telling, ret);
    return true;
}

// After the door

/// How much rather a visit is the one that is reported than another: today's open one, today's
/// written one, then the latest that nobody has written.
static int report_rank(const App *app, const Visit *plan, const DayVisit *row)
{
    if (row->visit.client != plan->client || (plan->site && row->visit.site != plan->site))
        return 0;
    bool open = row->visit.outcome == NONE;
    if (row->visit.appointment == APPOINTMENT_CANCELLED)
        return 0;
    if (row->visit.day == app->today)
        return open ? 3 : 2;
    return open && row->visit.proposed != 1;
}

/// The visit that is reported of those that `plan` may mean; 0: there is none.
static bool find_report(App *app, const Visit *plan, Id *ret, Err *err)
{
    DayVisits there;
    int best = 0;
    *ret = 0;
    if (!query_stops_of_client(app->store, plan->client, app->today - UNREPORTED_DAYS, app->today,
                               app->scratch, &there, err))
        return false;
    for (size_t i = 0; i < there.count; i++) {
        int rank = report_rank(app, plan, &there.rows[i]);
        bool first_today = rank == best && rank == 3;
        if (rank == 0 || rank < best || first_today)
            continue;
        best = rank;
        *ret = there.rows[i].id;
    }
    return true;
}

bool capture_visit_to_write(App *app, Id record, Id *ret, Err *err)
{
    const Entity *kind;
    Visit plan = {0};
    *ret = 0;
    if (!act_kind(app, record, &kind, err))
        return false;
    bool whom = kind == &entity_client || kind == &entity_site || kind == &entity_contact ||
                kind == &entity_end_customer;
    if (whom && !act_to_whom(app, &plan, record, NULL))
        return true;
    if (kind == &entity_client)
        plan.site = 0; // any of its sites
    if (!whom && !record_reference(app->store, kind, record, "client", &plan.client, err))
        return false;
    return plan.client == 0 || find_report(app, &plan, ret, err);
}

/// The visit to report; a new one of today when there is none, which is said.
static bool visit_to_report(App *app, Step *step, Visit *visit, Id *ret, bool *ret_new, Err *err)
{
    if (!find_report(app, visit, ret, err))
        return false;
    *ret_new = *ret == 0;
    if (*ret_new)
        return act_plan(app, step, visit, ret, err);
    Id contact = visit->contact;
    if (!record_get(app->store, &entity_visit, *ret, app->scratch, visit, err))
        return false;
    visit->contact = contact ? contact : visit->contact;
    return true;
}

static bool report(App *app, Step *step, const Args *args, Telling *telling, Id *ret_visit,
                   bool *ret_new, Err *err)
{
    Visit visit;
    record_blank(&entity_visit, &visit, app->today, app->scratch);
    Id about;
    CarefulPeople careful;
    if (!act_to_whom(app, &visit, args->ids[0], err) ||
        !visit_to_report(app, step, &visit, ret_visit, ret_new, err))
        return false;
    CapturePlace place = {
        .client = visit.client, .site = visit.site, .contact = visit.contact, .visit = *ret_visit};
    Report beside = {.next = NONE, .loaded = true, .over = args_option(args, "over") != NULL};
    if (args_option(args, "instead") && !capture_place_again(app, *ret_visit, &place, err))
        return false;
    step_about(step, *ret_visit);
    return hear_and_keep(app, step, args->text, &place, &beside, telling, &about, &careful, err) &&
           act_temper(app, step, args, *ret_visit, &careful, err);
}

/// "Saved: 青葉商店, met": the visit, its day when it is another, and what came of it.
static void say_report(App *app, Effect *ret, Id id, bool is_new)
{
    Visit visit;
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, NULL))
        return;
    const Word *outcome = words_by_value(&words_outcome, visit.outcome);
    const char *day = visit.day == app->today
                          ? ""
                          : arena_print(app->scratch, " %s",
                                        day_text_full(visit.day, app->today, app->scratch));
    act_say(app, ret,
            is_new ? _("Saved: %s%s, %s; a visit that was not planned%s") : _("Saved: %s%s, %s%s"),
            act_name(app, id), day, outcome ? _(outcome->title) : _("no outcome"),
            next_visit_said(app, id));
}

bool act_out(App *app, const Args *args, Effect *ret, Err *err)
{
    Step *step;
    Telling telling;
    Id visit = 0;
    bool is_new = false;
    begin_telling(app, &telling);
    if (!*text_trim(args->text, app->scratch)) // it would be a visit of which nothing is known
        return err_set(
            err, ERR_USAGE, "%s",
            _("LINE is empty: the outcome's digit (1 met … 0 put off), or what came of it"));
    if (!act_needs(args, 1, err) || !step_begin(app->store, "out", app->now, &step, err) ||
        !act_end(step, report(app, step, args, &telling, &visit, &is_new, err), ret, err))
        return false;
    ret->id = visit;
    say_report(app, ret, visit, is_new);
    end_telling(app, &telling, ret);
    return true;
}
