// SPDX-License-Identifier: GPL-3.0-or-later
// After a meeting: who was greeted. Whom one entertained.
#include "core/act.h"
#include "mawari/app/meetings.h"

/// Yes, no, or a word that was exchanged, which is a greeting too.
static bool greet_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Attendee one;
    const Word *answer = words_read(&words_greeted, args->text, app->scratch);
    if (!record_get(app->store, &entity_attendee, id, app->scratch, &one, err))
        return false;
    one.greeted = answer ? answer->value : GREETED_YES;
    one.word = answer ? one.word : args->text;
    return act_put(app, step, &entity_attendee, id, &one, NULL, err);
}

bool act_greet(App *app, const Args *args, Effect *ret, Err *err)
{
    Attendee one;
    if (!act_needs(args, 1, err) || !act_each(app, "greet", args, 1, greet_one, ret, err) ||
        !record_get(app->store, &entity_attendee, args->ids[0], app->scratch, &one, err))
        return false;
    const char *name = app_name(app, one.who, app->scratch);
    if (!words_read(&words_greeted, args->text, app->scratch))
        act_say(app, ret, _("%s: %s"), name, one.word);
    else
        act_say(app, ret, one.greeted == GREETED_YES ? _("%s: greeted") : _("%s: not greeted"),
                name);
    return true;
}

bool act_entertained(App *app, const Args *args, Effect *ret, Err *err)
{
    (void)args;
    return entertaining_balance(app, app->scratch, &ret->printed, err);
}
