// SPDX-License-Identifier: GPL-3.0-or-later
// `vs name` in a line: which rival is meant, and the new ones.
#include <string.h>

#include "capture_inside.h"
#include "mawari/base/text.h"

enum { RIVALS_LOOKED_AT = 2000 };

/// One name stands for another that differs by its legal form alone; so does a reading.
static bool is_called(const RivalNamed *rival, const char *name, Arena *arena)
{
    const char *typed = text_company(name, arena);
    return strcmp(text_company(rival->name, arena), typed) == 0 ||
           (rival->reading && text_same_folded(rival->reading, name, arena));
}

/// 0: nobody is called so.
static bool rival_called(App *app, Id client, const char *name, Arena *arena, Id *ret, Err *err)
{
    RivalNamed *rivals;
    size_t count;
    *ret = 0;
    if (!query_rivals(app->store, client, RIVALS_LOOKED_AT, arena, &rivals, &count, err))
        return false;
    for (size_t i = 0; i < count && !*ret; i++)
        if (is_called(&rivals[i], name, arena))
            *ret = rivals[i].id;
    return true;
}

bool capture_hear_rival(Hearing *hearing, HeardPart *row, Err *err)
{
    if (!row->client)
        row->doubt = _("no client is named where it was seen");
    return rival_called(hearing->app, row->client, row->part->text, hearing->arena, &row->id, err);
}

bool capture_make_rival(App *app, Step *step, const char *name, Id *ret, Err *err)
{
    Rival rival;
    if (!rival_called(app, 0, name, app->scratch, ret, err))
        return false;
    if (*ret)
        return true;
    record_blank(&entity_rival, &rival, app->today, app->scratch);
    rival.name = name;
    return act_put(app, step, &entity_rival, 0, &rival, ret, err);
}

/// Does a record that is not archived speak of it?
static bool is_spoken_of(App *app, Id rival, bool *ret, Err *err)
{
    size_t kinds;
    const Entity *const *all = entities(&kinds);
    *ret = false;
    for (size_t i = 0; i < kinds && !*ret; i++)
        for (size_t j = 0; j < all[i]->count && !*ret; j++) {
            Id *ids;
            size_t count;
            const Field *field = &all[i]->fields[j];
            if (field->type != T_REF || field->of != &entity_rival)
                continue;
            if (!record_ids_by(app->store, all[i], field, rival, app->scratch, &ids, &count, err))
                return false;
            *ret = count > 0;
        }
    return true;
}

bool capture_forget_rival(App *app, Step *step, Id sighting, Err *err)
{
    Sighting seen;
    Rival rival;
    bool spoken_of;
    if (!record_get(app->store, &entity_sighting, sighting, app->scratch, &seen, err) ||
        !record_get(app->store, &entity_rival, seen.rival, app->scratch, &rival, err) ||
        !is_spoken_of(app, seen.rival, &spoken_of, err))
        return false;
    bool bare = !rival.strength && !rival.weakness && !rival.remark;
    return spoken_of || !bare || record_archive(step, seen.rival, err);
}
