// SPDX-License-Identifier: GPL-3.0-or-later
// What a report says of rounds and products: `#product ○` offers it, a ticked door is given.
#include "capture_inside.h"
#include "mawari/app/brief.h"
#include "mawari/app/rounds.h"

static const KindSet products = KINDS(&entity_product);

bool capture_hear_product(Hearing *hearing, HeardPart *row, Err *err)
{
    Err why = {0};
    if (!row->client) {
        row->doubt = _("no client is named");
        return true;
    }
    if (app_find_known(hearing->app, &products, row->part->text, &row->id, &why) ||
        why.kind == ERR_NOT_FOUND)
        return true;
    if (why.kind != ERR_INPUT)
        return err_set(err, why.kind, "%s", why.text);
    row->doubt = arena_copy(hearing->arena, why.text); // several may be meant
    return true;
}

/// A product that nobody knows yet is new.
static bool product_of(App *app, Step *step, const HeardPart *row, Id *ret, Err *err)
{
    Product product;
    Err why = {0};
    *ret = row->id;
    // an earlier part may have made it
    if (row->id || app_find_known(app, &products, row->part->text, ret, &why))
        return true;
    record_blank(&entity_product, &product, app->today, app->scratch);
    product.name = row->part->text;
    return act_put(app, step, &entity_product, 0, &product, ret, err);
}

/// The doors of this product's rounds at the client are explained with it.
static bool explain_doors(App *app, Step *step, Id product, const HeardPart *row, Id visit,
                          Err *err)
{
    DoorsHere doors;
    DoorResult result = {.state = DOOR_EXPLAINED,
                         .reaction = NONE,
                         .pieces = NONE,
                         .contact = row->contact,
                         .visit = visit};
    if (!query_doors_here(app->store, row->client, app->today, app->scratch, &doors, err))
        return false;
    for (size_t i = 0; i < doors.count; i++)
        if (doors.rows[i].product == product &&
            !door_put(app, step, doors.rows[i].id, &result, err))
            return false;
    return true;
}

bool capture_keep_offer(App *app, Step *step, const HeardPart *row, const Heard *heard, Id *ret,
                        Err *err)
{
    Id visit = heard->place.visit;
    ProductOffer offer;
    record_blank(&entity_offer, &offer, app->today, app->scratch);
    if (!product_of(app, step, row, &offer.product, err))
        return false;
    offer.client = row->client;
    offer.contact = row->contact;
    offer.visit = visit;
    offer.reaction = row->part->reaction == REACTION_NONE ? NONE : (int32_t)row->part->reaction;
    offer.note = *heard->note ? heard->note : app_name(app, offer.product, app->scratch);
    return offer_talk(app, offer.product, offer.contact, &offer.talk, err) &&
           act_put(app, step, &entity_offer, 0, &offer, ret, err) &&
           explain_doors(app, step, offer.product, row, visit, err);
}

bool capture_take_offer(App *app, Step *step, Id id, Err *err)
{
    ProductOffer offer;
    bool used;
    return record_get(app->store, &entity_offer, id, app->scratch, &offer, err) &&
           record_archive(step, id, err) &&
           query_product_is_used(app->store, offer.product, &used, err) &&
           (used || record_archive(step, offer.product, err));
}

// --- doors that are ticked

void capture_at_door(App *app, const Heard *heard, LinePart *part, Arena *arena)
{
    RoundClient door;
    const LinePart *said = heard_said(heard, part->made, false);
    if (!record_get(app->store, &entity_round_client, part->made, arena, &door, NULL))
        return;
    part->text = app_name(app, door.round, arena);
    part->day_was = said ? said->day_was : door.day;
}

bool capture_set_door(App *app, Step *step, const LinePart *part, bool back, Id visit, Err *err)
{
    RoundClient door;
    Round round;
    DoorResult result = {
        .reaction = NONE, .pieces = NONE, .contact = part->contact, .visit = visit};
    if (!record_get(app->store, &entity_round_client, part->made, app->scratch, &door, err) ||
        !record_get(app->store, &entity_round, door.round, app->scratch, &round, err))
        return false;
    bool things = round.matter == MATTER_MATERIAL || round_collects(round.matter);
    result.state = things ? DOOR_GIVEN : DOOR_EXPLAINED;
    if (back) // it was open, or held since a day
        result.state = part->day_was == NONE ? DOOR_OPEN : DOOR_HELD;
    return door_put(app, step, part->made, &result, err);
}
