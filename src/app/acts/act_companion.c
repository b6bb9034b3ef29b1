// SPDX-License-Identifier: GPL-3.0-or-later
// `companion`: who rides along on a visit, and when and where to pick them up.
#include <string.h>

#include "core/act.h"
#include "mawari/base/text.h"
#include "mawari/store/queries.h"

/// The one who rides along already is changed, not doubled.
static bool find_companion(App *app, Id visit, Id contact, Id *ret, Companion *companion, Err *err)
{
    Riders riders;
    *ret = 0;
    record_blank(&entity_companion, companion, app->today, app->scratch);
    if (!query_riders(app->store, visit, app->scratch, &riders, err))
        return false;
    for (size_t i = 0; i < riders.count; i++)
        if (riders.rows[i].contact == contact)
            *ret = riders.rows[i].id;
    return *ret == 0 ||
           record_get(app->store, &entity_companion, *ret, app->scratch, companion, err);
}

/// "8:40 駅北口": an hour first, if there is one, and the place.
static void read_pick_up(const char *text, Companion *companion, Arena *arena)
{
    const char *narrow = text_trim(text_narrow(text, arena), arena);
    size_t first = strcspn(narrow, " ");
    bool hour = minute_parse(arena_copy_bytes(arena, narrow, first), &companion->pick_up_at);
    const char *place = text_trim(hour ? narrow + first : text_trim(text, arena), arena);
    companion->pick_up = *place ? place : NULL;
}

/// The place that has just that name, so that the way there is known.
static Id place_named(App *app, const char *name)
{
    Id id = 0;
    if (!name || !record_find(app->store, kinds_place.kinds, kinds_place.count, name, &id, NULL))
        return 0;
    return strcmp(act_name(app, id), name) == 0 ? id : 0;
}

static bool ride_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Companion companion;
    Id there, who = args->ids[args->id_count - 1];
    if (!find_companion(app, id, who, &there, &companion, err))
        return false;
    companion.visit = id;
    companion.contact = who;
    if (args->text)
        read_pick_up(args->text, &companion, app->scratch);
    if (args->text)
        companion.place = place_named(app, companion.pick_up);
    return record_put(step, &entity_companion, there, &companion, NULL, err);
}

bool act_companion(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 2, err) ||
        !act_each(app, "companion", args, args->id_count - 1, ride_one, ret, err))
        return false;
    act_say(app, ret, _("%s rides along to %s"), act_name(app, args->ids[args->id_count - 1]),
            act_names(app, args->ids, args->id_count - 1));
    return true;
}
