// SPDX-License-Identifier: GPL-3.0-or-later
// Topics: who has heard what, so that nobody hears it twice.
#include "core/act.h"

static bool heard_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    TopicTold told;
    (void)id;
    record_blank(&entity_topic_told, &told, app->today, app->scratch);
    told.topic = args->ids[0];
    told.contact = args->ids[1];
    return act_put(app, step, &entity_topic_told, 0, &told, NULL, err);
}

bool act_heard(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 2, err) || !act_once(app, "heard", args, heard_one, ret, err))
        return false;
    act_say(app, ret, _("%s has heard: %s"), act_name(app, args->ids[1]),
            act_name(app, args->ids[0]));
    return true;
}
