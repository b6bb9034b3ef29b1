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

/// Whoever has heard it hears it no second time.
static bool is_news(App *app, Id topic, Id contact, Err *err)
{
    Id *ids;
    size_t count;
    if (!record_ids_by(app->store, &entity_topic_told, entity_field(&entity_topic_told, "topic"),
                       topic, app->scratch, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        TopicTold told;
        if (!record_get(app->store, &entity_topic_told, ids[i], app->scratch, &told, err))
            return false;
        if (told.contact == contact)
            return err_set(err, ERR_INPUT, _("%s heard it on %s"), act_name(app, contact),
                           day_text(told.day, app->today, app->scratch));
    }
    return true;
}

bool act_heard(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 2, err) || !is_news(app, args->ids[0], args->ids[1], err) ||
        !act_once(app, "heard", args, heard_one, ret, err))
        return false;
    act_say(app, ret, _("%s has heard: %s"), act_name(app, args->ids[1]),
            act_name(app, args->ids[0]));
    return true;
}
