// SPDX-License-Identifier: GPL-3.0-or-later
// A price that was agreed stands in the ledger, and the floor card follows it: in the same step, so
// that one undo takes both back.
#include "core/act.h"
#include "mawari/app/prices.h"

static bool same_card(const Concession *one, const Concession *other)
{
    return one->client == other->client && one->product == other->product;
}

/// The card as it is today, to be written again: without the list price that price_card() looks up.
/// `*ret_id` 0: there is none.
static bool card_today(App *app, const Concession *entry, Price *ret, Id *ret_id, Err *err)
{
    *ret_id = 0;
    if (entry->product && !query_price_card(app->store, entry->client, entry->product, ret_id, err))
        return false;
    if (*ret_id == 0)
        return true;
    if (!record_get(app->store, &entity_price, *ret_id, app->scratch, ret, err))
        return false;
    price_turn(ret, app->today);
    return true;
}

bool ledger_price_follows(App *app, const Concession *before, Concession *entry, Err *err)
{
    Price card;
    Id id;
    if (entry->price == NONE)
        return true;
    if (entry->effective == NONE)
        entry->effective = entry->day;
    if (entry->was != NONE || (before && before->price != NONE && same_card(before, entry)))
        return true;
    if (!card_today(app, entry, &card, &id, err))
        return false;
    entry->was = id ? card.now : NONE;
    return true;
}

typedef void (*CardChange)(Price *card, const Concession *entry, Day today);

static bool change_card(App *app, Step *step, const Concession *entry, CardChange change, Err *err)
{
    Price card;
    Id id;
    if (entry->price == NONE)
        return true;
    if (!card_today(app, entry, &card, &id, err))
        return false;
    if (id == 0)
        return true;
    change(&card, entry, app->today);
    return act_put(app, step, &entity_price, id, &card, NULL, err);
}

bool ledger_price_put(App *app, Step *step, const Concession *before, const Concession *entry,
                      Err *err)
{
    bool same = before && same_card(before, entry) && before->price == entry->price &&
                before->effective == entry->effective;
    return same || ((!before || change_card(app, step, before, price_agree_not, err)) &&
                    change_card(app, step, entry, price_agree, err));
}

bool ledger_drop(App *app, Step *step, Id id, Err *err)
{
    Concession entry;
    return record_get(app->store, &entity_concession, id, app->scratch, &entry, err) &&
           change_card(app, step, &entry, price_agree_not, err) && record_archive(step, id, err);
}

const char *ledger_price_said(App *app, const Concession *entry, Arena *arena)
{
    Price card;
    Id id;
    if (entry->price == NONE || !card_today(app, entry, &card, &id, NULL))
        return "";
    const char *text = price_agreed_text(entry, app->today, arena);
    if (id == 0)
        return arena_print(arena, _("%s; there is no floor card to say so"), text);
    bool there = entry->effective > app->today
                     ? card.coming == entry->price && card.coming_from == entry->effective
                     : card.now == entry->price;
    return there ? arena_print(arena, _("Floor card: %s"), text)
                 : arena_print(arena, _("%s; the floor card has a later price"), text);
}
