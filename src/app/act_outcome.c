// SPDX-License-Identifier: GPL-3.0-or-later
// What came of a visit: the digit, the promises that were kept there, and the line behind them.
#include <stdlib.h>
#include <string.h>

#include "act.h"
#include "mawari/app/capture.h"

void act_stamp(const App *app, Visit *visit)
{
    if (visit->outcome == OUTCOME_PUT_OFF || visit->day != app->today)
        return;
    if (visit->departed == NO_MOMENT)
        visit->departed = app->now;
    if (visit->arrived != NO_MOMENT)
        return;
    Minute length = visit->minutes == NONE ? 30 : visit->minutes;
    visit->arrived = visit->departed - (Moment)length * 60;
    visit->about = 1;
}

/// Behind the digit stands a line in the capture grammar, said at this visit.
static bool keep_line(App *app, Step *step, const Args *args, Id id, const Visit *visit, Err *err)
{
    CapturePlace place = {
        .client = visit->client, .site = visit->site, .contact = visit->contact, .visit = id};
    Heard heard;
    Id about;
    return !args->text ||
           (capture_hear(app, args->text, &place, false, app->scratch, &heard, err) &&
            capture_keep(app, step, &heard, &about, err));
}

/// The field `kept` names promises by number: those that were ticked on the screen.
static bool keep_ticked(App *app, Step *step, const Args *args, Err *err)
{
    const char *at = args_field(args, "kept");
    for (char *end; at && *at; at = end) {
        Commitment promise;
        Id id = strtoll(at, &end, 10);
        if (end == at)
            return true;
        if (!record_get(app->store, &entity_commitment, id, app->scratch, &promise, err))
            return false;
        promise.kept = app->today;
        if (!act_put(app, step, &entity_commitment, id, &promise, NULL, err))
            return false;
    }
    return true;
}

static bool outcome_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Visit visit;
    const Word *word = words_read(&words_outcome, args_field(args, "digit"), app->scratch);
    if (!word)
        return err_set(err, ERR_USAGE, _("“%s” is no outcome: 1 met … 9 video, 0 put off"),
                       args_field(args, "digit"));
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err))
        return false;
    visit.outcome = word->value;
    visit.proposed = NONE;
    act_stamp(app, &visit);
    return act_put(app, step, &entity_visit, id, &visit, NULL, err) &&
           keep_ticked(app, step, args, err) && keep_line(app, step, args, id, &visit, err);
}

bool act_outcome(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "outcome", args, args->id_count, outcome_one, ret, err))
        return false;
    const Word *word = words_read(&words_outcome, args_field(args, "digit"), app->scratch);
    act_say(app, ret, _("Saved: %s, %s"), act_names(app, args->ids, args->id_count),
            _(word->title));
    return true;
}
