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

/// What the difference comes to in a year, by the volume on the client's card; NONE: not known.
static bool yen_a_year(App *app, const Round *round, Id client, Yen *ret, Err *err)
{
    Price card;
    Id id;
    *ret = NONE;
    if (!price_card(app, client, round->product, app->scratch, &card, &id, err))
        return false;
    Yen old_price = round->old_price != NONE ? round->old_price : id ? card.now : NONE;
    if (!id || card.volume == NONE || old_price == NONE || round->new_price == NONE)
        return true;
    int64_t yen = ((int64_t)round->new_price - old_price) * card.volume;
    if (yen >= 0 && yen <= INT32_MAX)
        *ret = (Yen)yen;
    return true;
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

bool price_rise_put(App *app, Step *step, const RoundClient *door, Err *err)
{
    Concession entry;
    Round round;
    Id id;
    const char *what = ledger_entry(door->state);
    if (!record_get(app->store, &entity_round, door->round, app->scratch, &round, err))
        return false;
    if (round.matter != MATTER_PRICE_RISE)
        return true;
    if (!query_ledger_of_round(app->store, door->round, door->client, &id, err))
        return false;
    if (!what)
        return !id || record_archive(step, id, err);
    record_blank(&entity_concession, &entry, app->today, app->scratch);
    if (id && !record_get(app->store, &entity_concession, id, app->scratch, &entry, err))
        return false;
    entry.what = arena_print(app->scratch, lang_text(what), round.title);
    entry.side = (int32_t)(door->state == DOOR_AGREED ? LEDGER_GOT : LEDGER_GAVE);
    entry.client = door->client;
    entry.contact = door->contact;
    entry.day = door->day != NONE ? door->day : app->today;
    entry.product = round.product;
    entry.round = door->round;
    return yen_a_year(app, &round, door->client, &entry.yen, err) &&
           act_put(app, step, &entity_concession, id, &entry, NULL, err);
}
