// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a place and a person are: a rep names the door or the face, and the client is known by it.
#include "whose.h"

#include <string.h>

bool whose_post(App *app, Id contact, Post *ret, bool *ret_single, Err *err)
{
    Id *ids;
    size_t count;
    bool single = true;
    *ret = (Post){0};
    if (!record_ids_by(app->store, &entity_post, entity_field(&entity_post, "contact"), contact,
                       app->scratch, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        Post post;
        if (!record_get(app->store, &entity_post, ids[i], app->scratch, &post, err))
            return false;
        if (post.until != NONE && post.until < app->today)
            continue;
        single = single && (!ret->party || (post.party == ret->party && post.site == ret->site));
        *ret = post;
    }
    if (ret_single)
        *ret_single = single && ret->party;
    return true;
}

/// The field of a record that is written and refers to another. NULL: none is called so.
static const Field *reference_field(const Entity *kind, const char *name)
{
    const Field *field = entity_own_field(kind, name);
    bool refers = field && field_is_reference(field);
    return refers && !field_is_derived(kind, field) ? field : NULL;
}

static void refer(App *app, const Entity *kind, const char *name, Id id, void *record)
{
    const Field *field = reference_field(kind, name);
    if (field && id && !reference_of(kind, name, record))
        value_put(field, record, value_whole(id), app->scratch);
}

static bool client_there(App *app, Id place, Id *ret, Err *err)
{
    const Entity *kind;
    return act_kind(app, place, &kind, err) &&
           record_reference(app->store, kind, place, "client", ret, err);
}

/// Of a person at a supplier nothing follows: only clients are visited.
static bool from_person(App *app, const Entity *kind, Id contact, void *record, Err *err)
{
    Post post;
    bool single;
    const Entity *party;
    if (!whose_post(app, contact, &post, &single, err))
        return false;
    if (!single)
        return true;
    if (!act_kind(app, post.party, &party, err))
        return false;
    if (party != &entity_client)
        return true;
    refer(app, kind, "client", post.party, record);
    refer(app, kind, "site", post.site, record);
    return true;
}

/// The fields that name where a record belongs: a site, the client's own customer, the visit that it is of.
static const char *const places[] = {"site", "end_customer", "visit"};

static bool from_place(App *app, const Entity *kind, void *record, Err *err)
{
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        Id place = reference_of(kind, places[i], record), client = 0;
        if (place && !client_there(app, place, &client, err))
            return false;
        refer(app, kind, kind == &entity_post ? "party" : "client", client, record);
    }
    return true;
}

/// What belongs to one client and is named beside one. People are not among them, nor visits: one
/// meets people at others' places, and is promised there what concerns somebody else.
static const char *const belongs[] = {"site", "end_customer", "ticket"};

/// Whose the record is, 0: nobody's. Who works for a supplier or an office may do so at a client's site.
static bool client_named(App *app, const Entity *kind, const void *record, Id *ret, Err *err)
{
    const Entity *party;
    *ret = reference_of(kind, kind == &entity_post ? "party" : "client", record);
    if (*ret == 0 || kind != &entity_post)
        return true;
    if (!act_kind(app, *ret, &party, err))
        return false;
    *ret = party == &entity_client ? *ret : 0;
    return true;
}

static bool belongs_to(App *app, Id client, const Entity *kind, const char *name,
                       const void *record, Err *err)
{
    Id of, thing = reference_of(kind, name, record);
    if (!thing)
        return true;
    if (!client_there(app, thing, &of, err))
        return false;
    if (!of || of == client)
        return true;
    const char *title = lang_text(reference_field(kind, name)->title);
    const char *named = app_name(app, thing, app->scratch);
    const char *whose = app_name(app, of, app->scratch);
    const char *not_whose = app_name(app, client, app->scratch);
    if (strcmp(named, whose) == 0) // the client's only building is often called as the client is
        return err_set(err, ERR_INPUT, _("%s: %s does not belong to %s"), title, named, not_whose);
    return err_set(err, ERR_INPUT, _("%s: %s belongs to %s, not to %s"), title, named, whose,
                   not_whose);
}

bool whose_agrees(App *app, const Entity *kind, const void *before, const void *record, Err *err)
{
    Id client, was = 0;
    if (!client_named(app, kind, record, &client, err) ||
        (before && !client_named(app, kind, before, &was, err)))
        return false;
    for (size_t i = 0; client && i < sizeof belongs / sizeof belongs[0]; i++) {
        bool same = before && client == was &&
                    reference_of(kind, belongs[i], before) ==
                        reference_of(kind, belongs[i], record);
        if (!same && !belongs_to(app, client, kind, belongs[i], record, err))
            return false;
    }
    return true;
}

/// A visit without a place has no way there.
static bool to_only_site(App *app, Visit *visit, Err *err)
{
    return !visit->client || visit->site || act_only_site(app, visit->client, &visit->site, err);
}

bool whose_client(App *app, const Entity *kind, void *record, Err *err)
{
    Id contact = reference_of(kind, "contact", record);
    if (!from_place(app, kind, record, err))
        return false;
    if (reference_field(kind, "client") && !reference_of(kind, "client", record) && contact &&
        !from_person(app, kind, contact, record, err))
        return false;
    return kind != &entity_visit || to_only_site(app, record, err);
}
