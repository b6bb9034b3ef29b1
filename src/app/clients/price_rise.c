// SPDX-License-Identifier: GPL-3.0-or-later
// 価格改定: what a price rise says at a door, and what its answer means for the give and take.
#include "core/act.h"
#include "mawari/app/prices.h"
#include "mawari/app/rounds.h"
#include "mawari/base/buffer.h"

static void add(Buffer *out, const char *between, const char *text)
{
    buffer_print(out, "%s%s", out->size ? between : "", text);
}

const char *price_rise_text(const PriceRise *rise, Day today, Arena *arena)
{
    Buffer out = {.arena = arena};
    if (rise->old_price != NONE)
        buffer_add(&out, yen_text(rise->old_price, arena));
    if (rise->new_price != NONE)
        add(&out, " → ", yen_text(rise->new_price, arena));
    const Word *tax = words_by_value(&words_price_tax, rise->tax);
    if (out.size && tax)
        buffer_print(&out, " %s", lang_text(tax->title));
    if (rise->effective != NONE)
        add(&out, " ", arena_print(arena, _("from %s"), day_text(rise->effective, today, arena)));
    if (rise->last_order != NONE)
        add(&out, _(", "),
            arena_print(arena, _("old price for orders by %s"),
                        day_text(rise->last_order, today, arena)));
    return buffer_text(&out);
}

PriceRise round_price_rise(const Round *round)
{
    return (PriceRise){round->old_price, round->new_price, round->effective, round->last_order,
                       round->tax};
}

/// What the difference to what the client pays, `was`, comes to in a year by the volume on its card (NULL:
/// there is none); NONE: not known.
static Yen yen_a_year(const Round *round, const Price *card, Yen was)
{
    if (!card || card->volume == NONE || was == NONE || round->new_price == NONE)
        return NONE;
    int64_t yen = ((int64_t)round->new_price - was) * card->volume;
    return yen >= 0 && yen <= INT32_MAX ? (Yen)yen : NONE;
}

/// N_(): what stands in the ledger for an answer, NULL: nothing. Who does not agree has the old price
/// from us meanwhile.
static const char *ledger_entry(int32_t state)
{
    switch (state) {
    case DOOR_AGREED:
        return N_("%s: agreed");
    case DOOR_HELD:
        return N_("%s: on hold, the old price goes on");
    case DOOR_AGAINST:
        return N_("%s: refused, the old price goes on");
    default:
        return NULL;
    }
}

/// What keeps a card from following its client's yes, as a sentence; NULL: nothing.
static const char *card_stays(const Round *round, const Price *card, Arena *arena)
{
    if (round->new_price == NONE)
        return _("The floor card stays: the round names no new price");
    if (round->effective == NONE)
        return _("The floor card stays: the round does not say from when the new price holds");
    if (card->tax == round->tax)
        return NULL;
    return arena_print(arena, _("The floor card stays: it is %s, the round's price %s"),
                       lang_text(words_by_value(&words_price_tax, card->tax)->title),
                       lang_text(words_by_value(&words_price_tax, round->tax)->title));
}

static void agree_price(const Round *round, const RoundClient *door, const Price *card,
                        Concession *entry, Arena *arena)
{
    bool agreed = door->state == DOOR_AGREED && card && !card_stays(round, card, arena);
    entry->price = agreed ? round->new_price : NONE;
    entry->effective = agreed ? round->effective : NONE;
    if (!agreed)
        entry->was = NONE;
}

static bool write_entry(App *app, Step *step, const Round *round, const RoundClient *door, Id id,
                        Err *err)
{
    Concession entry;
    Price card;
    Id card_id;
    record_blank(&entity_concession, &entry, app->today, app->scratch);
    if ((id && !record_get(app->store, &entity_concession, id, app->scratch, &entry, err)) ||
        !price_card(app, door->client, round->product, app->scratch, &card, &card_id, err))
        return false;
    entry.what = arena_print(app->scratch, lang_text(ledger_entry(door->state)), round->title);
    entry.side = (int32_t)(door->state == DOOR_AGREED ? LEDGER_GOT : LEDGER_GAVE);
    entry.client = door->client;
    entry.contact = door->contact;
    entry.day = door->day != NONE ? door->day : app->today;
    entry.product = round->product;
    entry.round = door->round;
    if (entry.was == NONE)
        entry.was = card_id && card.now != NONE ? card.now : round->old_price;
    entry.yen = yen_a_year(round, card_id ? &card : NULL, entry.was);
    agree_price(round, door, card_id ? &card : NULL, &entry, app->scratch);
    return act_put(app, step, &entity_concession, id, &entry, NULL, err);
}

static bool door_entry(App *app, const RoundClient *door, Round *round, Id *ret, Err *err)
{
    *ret = 0;
    return record_get(app->store, &entity_round, door->round, app->scratch, round, err) &&
           (round->matter != MATTER_PRICE_RISE ||
            query_ledger_of_round(app->store, door->round, door->client, ret, err));
}

bool price_rise_put(App *app, Step *step, const RoundClient *door, Err *err)
{
    Round round;
    Id id;
    if (!door_entry(app, door, &round, &id, err))
        return false;
    if (round.matter != MATTER_PRICE_RISE)
        return true;
    if (!ledger_entry(door->state))
        return !id || ledger_drop(app, step, id, err);
    return write_entry(app, step, &round, door, id, err);
}

bool price_rise_changed(App *app, Step *step, Id round, const Round *before, const Round *after,
                        Err *err)
{
    Id *ids;
    size_t count;
    bool same = before->new_price == after->new_price && before->effective == after->effective &&
                before->product == after->product && before->tax == after->tax;
    if (same || after->matter != MATTER_PRICE_RISE)
        return true;
    if (!record_ids_by(app->store, &entity_round_client,
                       entity_own_field(&entity_round_client, "round"), round, app->scratch, &ids,
                       &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        RoundClient door;
        if (!record_get(app->store, &entity_round_client, ids[i], app->scratch, &door, err) ||
            (door.state == DOOR_AGREED && !price_rise_put(app, step, &door, err)))
            return false;
    }
    return true;
}

bool price_rise_said(App *app, const RoundClient *door, Arena *arena, const char **ret, Err *err)
{
    Round round;
    Concession entry;
    Price card;
    Id id, card_id;
    *ret = "";
    if (!door_entry(app, door, &round, &id, err))
        return false;
    if (id == 0 || door->state != DOOR_AGREED)
        return true;
    if (!record_get(app->store, &entity_concession, id, arena, &entry, err) ||
        !price_card(app, door->client, round.product, arena, &card, &card_id, err))
        return false;
    const char *stays = card_id && entry.price == NONE ? card_stays(&round, &card, arena) : NULL;
    *ret = stays ? stays : ledger_price_said(app, &entry, arena);
    return true;
}
