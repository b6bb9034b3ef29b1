// SPDX-License-Identifier: GPL-3.0-or-later
// Prices, gathered from the store: cards, answers, the ledger, who else will hear.
#include "mawari/app/prices.h"

#include "mawari/app/capture.h"
#include "mawari/app/find.h"
#include "mawari/base/buffer.h"

bool app_reveals(const App *app, Id id)
{
    return app->reveal || (id != 0 && app->revealed == id);
}

bool price_subject(App *app, Id id, Id *ret_client, Id *ret_product, Err *err)
{
    RecordHead head;
    Arena *arena = app->scratch;
    if (!record_head(app->store, id, arena, &head, err))
        return false;
    *ret_client = *ret_product = 0;
    if (head.kind == &entity_client) {
        *ret_client = id;
        return true;
    }
    void *record = arena_take(arena, head.kind->size);
    if (!record_get(app->store, head.kind, id, arena, record, err))
        return false;
    CapturePlace place = {0};
    Id person = head.kind == &entity_contact ? id : reference_of(head.kind, "contact", record);
    *ret_client = reference_of(head.kind, "client", record);
    if (!*ret_client && person && !capture_place_of(app, person, &place, err))
        return false;
    if (!*ret_client)
        *ret_client = place.client;
    *ret_product = reference_of(head.kind, "product",
                                record); // of a card, a demand, a ledger entry
    return *ret_client != 0 || err_set(err, ERR_INPUT, _("%s belongs to no client"), head.name);
}

bool price_card(App *app, Id client, Id product, Arena *arena, Price *ret, Id *ret_id, Err *err)
{
    Product what;
    *ret_id = 0;
    if (product == 0)
        return true;
    if (!query_price_card(app->store, client, product, ret_id, err))
        return false;
    if (*ret_id == 0)
        return true;
    if (!record_get(app->store, &entity_price, *ret_id, arena, ret, err) ||
        !record_get(app->store, &entity_product, product, arena, &what, err))
        return false;
    price_turn(ret, app->today);
    if (ret->list_price == NONE)
        ret->list_price = what.list_price;
    return true;
}

/// A product that nobody knows stays a word of the demand.
static void find_product(App *app, const char *name, Id *ret)
{
    static const Entity *const products[] = {&entity_product};
    static const KindSet kinds = {.kinds = products, .count = 1};
    (void)app_find_known(app, &kinds, name, ret, NULL);
}

static bool only_card(App *app, Id client, Arena *arena, Id *ret, Err *err)
{
    Id *cards;
    size_t count;
    Price card;
    if (!query_price_cards(app->store, client, 2, arena, &cards, &count, err))
        return false;
    if (count != 1)
        return true;
    if (!record_get(app->store, &entity_price, cards[0], arena, &card, err))
        return false;
    *ret = card.product;
    return true;
}

bool demand_complete(App *app, Demand *demand, const char *product, Arena *arena, Err *err)
{
    Price card;
    Id id;
    PriceAsked asked;
    if (product)
        find_product(app, product, &demand->product);
    else if (!demand->product && !only_card(app, demand->client, arena, &demand->product, err))
        return false;
    if (!price_asked_read(demand->asked, arena, &asked, err) ||
        !price_card(app, demand->client, demand->product, arena, &card, &id, err))
        return false;
    demand->yen = price_asked_yen(asked, id ? card.now : NONE);
    return true;
}

static const char *asks(App *app)
{
    const char *own = app_setting(app, "price_asks");
    return *own ? own : _("a larger quantity / a longer term / earlier payment");
}

bool demand_answer(App *app, const Demand *demand, bool reveal, Arena *arena, const char **ret,
                   Err *err)
{
    Price card;
    Id id;
    PriceAsked asked;
    if (!price_asked_read(demand->asked, arena, &asked, err) ||
        !price_card(app, demand->client, demand->product, arena, &card, &id, err))
        return false;
    if (demand->yen != NONE) // as it was on that day
        asked = (PriceAsked){.yen = demand->yen, .less = NONE, .off = NONE};
    PriceVerdict verdict = price_judge(id ? &card : NULL, asked);
    *ret = price_answer(&verdict, asks(app), reveal, arena);
    return true;
}

/// "Last: 送料無料, 12 Aug, nothing came back".
static bool add_last(App *app, Id id, Buffer *out, Err *err)
{
    Concession last;
    if (!record_get(app->store, &entity_concession, id, out->arena, &last, err))
        return false;
    const char *format = last.side == LEDGER_GOT ? _(". Last: they gave %s, %s")
                                                 : _(". Last: we gave %s, %s");
    buffer_print(out, format, last.what, day_text(last.day, app->today, out->arena));
    if (last.side == LEDGER_GAVE)
        buffer_print(out, last.back ? _(", came back: %s") : _(", nothing came back"), last.back);
    return true;
}

bool ledger_line(App *app, Id client, Arena *arena, const char **ret, Err *err)
{
    LedgerBalance balance;
    Id last;
    Buffer out = {.arena = arena};
    if (!query_ledger(app->store, client, &balance, &last, err))
        return false;
    buffer_add(&out, ledger_balance(balance, app->today, arena));
    if (last && !add_last(app, last, &out, err))
        return false;
    *ret = buffer_text(&out);
    return true;
}

static bool heard_at(App *app, const PriceHearer *hearer, Arena *arena, PriceHeard *ret, Err *err)
{
    Price card;
    *ret = (PriceHeard){.client = hearer->client,
                        .text = arena_print(arena, "%s (%s)", hearer->name, hearer->person),
                        .now = NONE};
    if (hearer->card == 0)
        return true;
    if (!record_get(app->store, &entity_price, hearer->card, arena, &card, err))
        return false;
    price_turn(&card, app->today);
    ret->now = card.now;
    return true;
}

bool price_heard(App *app, Id client, Id product, Arena *arena, PriceHeard **ret, size_t *ret_count,
                 Err *err)
{
    PriceHearer *hearers;
    Id *sites;
    size_t count, site_count;
    if (!query_price_hearers(app->store, client, product, app->today, PRICE_HEARERS, arena,
                             &hearers, &count, err) ||
        !query_price_sites(app->store, client, PRICE_HEARERS, arena, &sites, &site_count, err))
        return false;
    PriceHeard *heard = arena_array(arena, PriceHeard, count + site_count);
    size_t used = 0;
    for (size_t i = 0; i < count; i++, used++)
        if (!heard_at(app, &hearers[i], arena, &heard[used], err))
            return false;
    for (size_t i = 0; site_count > 1 && i < site_count; i++)
        heard[used++] = (PriceHeard){.text = app_name(app, sites[i], arena), .now = NONE};
    *ret = heard;
    *ret_count = used;
    return true;
}

bool price_card_stands(App *app, Id id, const Price *card, Err *err)
{
    Id there;
    Product product;
    if (!card->client || !card->product)
        return true; // it is refused when it is put
    if (!query_price_card(app->store, card->client, card->product, &there, err))
        return false;
    if (there && there != id)
        return err_set(err, ERR_INPUT, _("there is a floor card for this product already: %lld"),
                       (long long)there);
    if (card->list_price != NONE || card->floor == NONE)
        return true;
    if (!record_get(app->store, &entity_product, card->product, app->scratch, &product, err))
        return false;
    return product.list_price == NONE || card->floor <= product.list_price ||
           err_set(err, ERR_INPUT, "%s", _("The floor is above the list price"));
}
