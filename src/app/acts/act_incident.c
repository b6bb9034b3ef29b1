// SPDX-License-Identifier: GPL-3.0-or-later
// 言動記録: words said, entered once. A mistake is struck out by a later entry.
#include "core/act.h"
#include "mawari/app/capture.h"

/// Who said it, and where.
static bool blank_from(App *app, Id about, Incident *ret, Err *err)
{
    const Entity *kind;
    Visit visit;
    Incident earlier;
    record_blank(&entity_incident, ret, app->today, app->scratch);
    if (!act_kind(app, about, &kind, err))
        return false;
    ret->contact = kind == &entity_contact ? about : 0;
    ret->at = app->minute;
    if (kind == &entity_incident) { // a later entry strikes this one out
        if (!record_get(app->store, &entity_incident, about, app->scratch, &earlier, err))
            return false;
        ret->contact = earlier.contact;
        ret->client = earlier.client;
        ret->strikes = about;
    }
    if (kind == &entity_contact) {
        CapturePlace place;
        if (!capture_place_of(app, about, &place, err))
            return false;
        ret->client = place.client;
    }
    if (kind != &entity_visit)
        return true;
    if (!record_get(app->store, &entity_visit, about, app->scratch, &visit, err))
        return false;
    ret->contact = visit.contact;
    ret->client = visit.client;
    ret->visit = about;
    return true;
}

static const char *number(App *app, Id id)
{
    return arena_print(app->scratch, "%lld", (long long)id);
}

/// Several things belong to it: the form asks for them.
static void ask_in_form(App *app, const Incident *incident, Effect *ret)
{
    enum { MOST = 3 };
    FieldArg *fields = arena_array(app->scratch, FieldArg, MOST);
    size_t count = 0;
    if (incident->contact)
        fields[count++] = (FieldArg){"contact", number(app, incident->contact)};
    if (incident->at != NONE)
        fields[count++] = (FieldArg){"at", minute_text(incident->at, app->scratch)};
    if (incident->strikes)
        fields[count++] = (FieldArg){"strikes", number(app, incident->strikes)};
    ret->next = NEXT_FORM;
    ret->kind = &entity_incident;
    ret->fields = fields;
    ret->field_count = count;
}

bool act_incident(App *app, const Args *args, Effect *ret, Err *err)
{
    Incident incident;
    Step *step;
    Id id;
    if (!act_needs(args, 1, err) || !blank_from(app, args->ids[0], &incident, err))
        return false;
    if ((!args->text || !*args->text) && app->use != STORE_DRAWING) // no form is there to ask
        return err_set(err, ERR_USAGE, _("%s is missing"), "LINE");
    if (!args->text || !*args->text) {
        ask_in_form(app, &incident, ret);
        return true;
    }
    incident.words = args->text;
    incident.answer = args_option(args, "answer");
    incident.witness = args_option(args, "witness");
    if (!step_begin(app->store, "incident", app->now, &step, err) ||
        !act_end(step, act_put(app, step, &entity_incident, 0, &incident, &id, err), ret, err))
        return false;
    ret->id = id;
    act_say(app, ret, _("Kept for good: what %s said. Nothing takes it back"),
            act_name(app, incident.contact));
    return true;
}
