// SPDX-License-Identifier: GPL-3.0-or-later
// Where a line on a record is said, and what a line said there before.
#include "capture_inside.h"

static bool place_of_visit(App *app, Id id, CapturePlace *ret, Err *err)
{
    Visit visit;
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err))
        return false;
    ret->client = visit.client;
    ret->site = visit.site;
    ret->contact = visit.contact;
    ret->visit = id;
    return true;
}

bool capture_place_of(App *app, Id id, CapturePlace *ret, Err *err)
{
    const Entity *kind;
    *ret = (CapturePlace){.about = id};
    if (!act_kind(app, id, &kind, err))
        return false;
    if (kind == &entity_visit)
        return place_of_visit(app, id, ret, err);
    if (kind != &entity_client && kind != &entity_site && kind != &entity_contact &&
        kind != &entity_end_customer)
        return true;
    Visit visit = {0};
    bool person = kind == &entity_contact;
    if (!act_to_whom(app, &visit, id, person ? NULL : err)) { // a supplier's person has no client
        ret->contact = id;
        return person;
    }
    ret->client = visit.client;
    ret->site = kind == &entity_client ? 0 : visit.site;
    ret->contact = visit.contact;
    return true;
}

bool capture_place_again(App *app, Id id, CapturePlace *ret, Err *err)
{
    Visit visit;
    Id *parts;
    size_t count;
    *ret = (CapturePlace){.again = true};
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err) ||
        !place_of_visit(app, id, ret, err) ||
        !record_ids_by(app->store, &entity_line_part, entity_field(&entity_line_part, "visit"), id,
                       app->scratch, &parts, &count, err))
        return false;
    ret->on = visit.line_day == NONE ? 0 : visit.line_day;
    for (size_t i = 0; i < count; i++) {
        LinePart part;
        if (!record_get(app->store, &entity_line_part, parts[i], app->scratch, &part, err))
            return false;
        if (part.reads == LINE_PERSON && part.made == visit.contact)
            ret->contact = 0;
    }
    return true;
}

bool capture_is_said(const CapturePlace *place)
{
    return place->client || place->contact;
}

// --- what was said there before

bool capture_hear_said(Hearing *hearing, Err *err)
{
    Heard *heard = hearing->heard;
    Id *ids;
    Store *store = hearing->app->store;
    if (!heard->place.again)
        return true;
    if (!record_ids_by(store, &entity_line_part, entity_field(&entity_line_part, "visit"),
                       heard->place.visit, hearing->arena, &ids, &heard->said_count, err))
        return false;
    LinePart *said = arena_array(hearing->arena, LinePart, heard->said_count);
    for (size_t i = 0; i < heard->said_count; i++)
        if (!record_get(store, &entity_line_part, ids[i], hearing->arena, &said[i], err))
            return false;
    heard->said = said;
    heard->said_ids = ids;
    return true;
}

const LinePart *heard_said(const Heard *heard, Id made, bool is_new)
{
    for (size_t i = 0; i < heard->said_count; i++)
        if (heard->said[i].made == made && (heard->said[i].is_new == 1) == is_new)
            return &heard->said[i];
    return NULL;
}

bool heard_made(const Heard *heard, Id id)
{
    return heard_said(heard, id, true) != NULL;
}
