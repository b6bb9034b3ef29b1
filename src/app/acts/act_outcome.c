// SPDX-License-Identifier: GPL-3.0-or-later
// What came of a visit: the digit, the promises that were kept there, and the line behind them.
#include <stdlib.h>
#include <string.h>

#include "act_temper.h"
#include "core/act.h"
#include "mawari/app/capture.h"
#include "mawari/app/day.h"
#include "mawari/app/next_visit.h"
#include "mawari/app/thanks.h"
#include "mawari/store/queries_price.h"

enum { STILL_THERE = 30 * 60 }; // seconds behind its planned end: it may just be over

/// When a visit of today was to begin: its hour, else as the day computes it; NONE: unknown.
static Minute planned_begin(App *app, Id id, const Visit *visit)
{
    DaySheet sheet;
    if (visit->start != NONE)
        return visit->start;
    if (!day_sheet_hours(app, visit->day, app->scratch, &sheet, NULL))
        return NONE;
    for (size_t i = 0; i < sheet.count; i++)
        if (sheet.rows[i].kind == ROW_VISIT && sheet.rows[i].id == id)
            return sheet.rows[i].arrive;
    return NONE;
}

void act_stamp(App *app, Id id, Visit *visit)
{
    if (visit->outcome == OUTCOME_PUT_OFF || visit->day != app->today ||
        visit->departed != NO_MOMENT)
        return;
    Minute length = visit->minutes == NONE ? app_setting_whole(app, "visit_minutes")
                                           : visit->minutes;
    bool stamped = visit->arrived != NO_MOMENT;
    Moment begin = visit->arrived;
    Minute planned = stamped ? NONE : planned_begin(app, id, visit);
    if (planned != NONE)
        begin = zone_moment(app->zone, visit->day, planned);
    // written long after it, the visit ended when it was to end
    bool late = begin != NO_MOMENT && begin + (Moment)length * 60 + STILL_THERE < app->now;
    visit->departed = late ? begin + (Moment)length * 60 : app->now;
    if (!stamped) // who was turned away left early, and did not come early
        visit->arrived = begin != NO_MOMENT && begin < visit->departed
                             ? begin
                             : visit->departed - (Moment)length * 60;
    if (!stamped)
        visit->about = 1;
    else if (late)
        visit->end_about = 1;
}

/// The field `kept` names promises by number: those that were ticked on the screen.
static const Id *ticked_ids(App *app, const Args *args, size_t *ret_count)
{
    const char *at = args_field(args, "kept");
    Id *ids = arena_array(app->scratch, Id, at ? strlen(at) / 2 + 1 : 0);
    *ret_count = 0;
    for (char *end; at && *at; at = end) {
        Id id = strtoll(at, &end, 10);
        if (end == at)
            break;
        ids[(*ret_count)++] = id;
    }
    return ids;
}

/// What stands beside the line: the fields `kept` and `next` of the screen, and the options.
static Report report_of(App *app, const Args *args, const char *line)
{
    Report report = {.line = line, .next = NONE, .over = args_option(args, "over") != NULL};
    const char *next = args_field(args, "next");
    report.ticked = ticked_ids(app, args, &report.ticked_count);
    report.loaded = args_field(args, "kept") == NULL;
    report.next_none = next && strcmp(next, "none") == 0;
    if (next && !report.next_none && !day_parse(next, app->today, LOOK_FORWARD, &report.next))
        report.next = NONE;
    return report;
}

/// Behind the digit stands a line in the capture grammar, said at this visit. It is heard before
/// anything is written: what was ticked is still open then, as it was when it was read back.
/// `*ret_whom`: whose temperatures are asked.
static bool keep_line(App *app, Step *step, const Args *args, Id id, const Visit *visit,
                      CarefulPeople *ret_whom, Err *err)
{
    const char *line = args->text ? args->text : "";
    CapturePlace place = {
        .client = visit->client, .site = visit->site, .contact = visit->contact, .visit = id};
    Report report = report_of(
        app, args, arena_print(app->scratch, "%d%s%s", visit->outcome, *line ? " " : "", line));
    Heard heard;
    Id about;
    if (args_option(args, "instead") && !capture_place_again(app, id, &place, err))
        return false;
    return capture_hear(app, line, &place, false, app->scratch, &heard, err) &&
           heard_careful(app, &heard, app->scratch, ret_whom, err) &&
           capture_keep(app, step, &heard, &report, &about, err);
}

/// Who put it off counts at outcome 0 only, whether somebody was spoken to at 8.
static bool take_circumstances(App *app, const Args *args, Visit *visit, Err *err)
{
    const char *by = args_option(args, "by");
    const Word *word = by ? words_read(&words_put_off_by, by, app->scratch) : NULL;
    if (by && !word)
        return err_set(err, ERR_USAGE, _("--by: “%s” is not them or me"), by);
    if (word)
        visit->put_off_by = word->value;
    if (visit->outcome != OUTCOME_PUT_OFF)
        visit->put_off_by = NONE;
    if (args_option(args, "spoken"))
        visit->spoke = 1;
    if (visit->outcome != OUTCOME_DELIVERY_ONLY)
        visit->spoke = NONE;
    return true;
}

static bool outcome_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Visit visit;
    CarefulPeople careful;
    const Word *word = words_read(&words_outcome, args_field(args, "digit"), app->scratch);
    if (!word)
        return err_set(err, ERR_USAGE, _("“%s” is no outcome: 1 met … 9 video, 0 put off"),
                       args_field(args, "digit"));
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err))
        return false;
    visit.outcome = word->value;
    visit.proposed = NONE;
    act_stamp(app, id, &visit);
    return take_circumstances(app, args, &visit, err) && act_stand(app, step, id, &visit, err) &&
           act_put(app, step, &entity_visit, id, &visit, NULL, err) &&
           keep_line(app, step, args, id, &visit, &careful, err) &&
           act_temper(app, step, args, id, &careful, err);
}

bool act_outcome(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "outcome", args, args->id_count, outcome_one, ret, err))
        return false;
    const Word *word = words_read(&words_outcome, args_field(args, "digit"), app->scratch);
    act_say(app, ret, _("Saved: %s, %s%s"), act_names(app, args->ids, args->id_count),
            _(word->title), args->id_count == 1 ? next_visit_said(app, args->ids[0]) : "");
    return true;
}

bool act_thanks(App *app, const Args *args, Effect *ret, Err *err)
{
    const char *text;
    if (!act_needs(args, 1, err) || !thanks_of_visit(app, args->ids[0], app->scratch, &text, err))
        return false;
    ret->printed = ret->copied = text;
    return true;
}
