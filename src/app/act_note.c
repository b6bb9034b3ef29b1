// SPDX-License-Identifier: GPL-3.0-or-later
// `note`: a line on a record. On clients, sites, people and visits it is read as `add` reads it.
#include "act.h"
#include "mawari/app/capture.h"

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

/// Where a line on this record is said; nowhere for kinds whose lines are plain notes.
static bool place_of(App *app, Id id, const Entity *kind, CapturePlace *ret, Err *err)
{
    *ret = (CapturePlace){.about = id};
    if (kind == &entity_visit)
        return place_of_visit(app, id, ret, err);
    if (kind != &entity_client && kind != &entity_site && kind != &entity_contact)
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

static bool plain_note(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Note note;
    record_blank(&entity_note, &note, app->today, app->scratch);
    note.on = id;
    note.text = args->text;
    return record_put(step, &entity_note, 0, &note, NULL, err);
}

static bool note_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    const Entity *kind;
    CapturePlace place;
    Heard heard;
    Id about;
    if (!act_kind(app, id, &kind, err) || !place_of(app, id, kind, &place, err))
        return false;
    if (!place.client && !place.contact)
        return plain_note(app, step, args, id, err);
    return capture_hear(app, args->text, &place, false, app->scratch, &heard, err) &&
           capture_keep(app, step, &heard, &about, err);
}

/// What was understood beside the note, as it was read before the step.
static const char *read_back(App *app, const Args *args, const Entity *kind)
{
    CapturePlace place;
    Heard heard;
    if (!place_of(app, args->ids[0], kind, &place, NULL) || (!place.client && !place.contact) ||
        !capture_hear(app, args->text, &place, false, app->scratch, &heard, NULL))
        return "";
    return heard_sentence(app, &heard, app->scratch);
}

bool act_note(App *app, const Args *args, Effect *ret, Err *err)
{
    const Entity *kind;
    if (!act_needs(args, 1, err) || !act_kind(app, args->ids[0], &kind, err))
        return false;
    if (kind == &entity_ticket)
        return act_inside(app, args, ret, err);
    const char *read = read_back(app, args, kind);
    if (!act_each(app, "note", args, args->id_count, note_one, ret, err))
        return false;
    const char *names = act_names(app, args->ids, args->id_count);
    if (*read)
        act_say(app, ret, _("Saved on %s: %s"), names, read);
    else
        act_say(app, ret, _("Noted on %s"), names);
    return true;
}
