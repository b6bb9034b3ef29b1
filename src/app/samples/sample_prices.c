// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's prices: floor cards, demands and the ledger of two clients, and one person who is to
// be handled with care.
#include <string.h>

#include "sample_fill.h"

typedef struct SampleCard {
    const char *client, *product;
    Yen now, mine, boss, floor;
    int32_t volume;
    const char *unit;
} SampleCard;
static const SampleCard cards[] = {
    {"青葉商店", "保冷ボックスA-7", 25200, 24500, 23800, 23100, 40, "個"},
    {"青葉商店", "見守りタグT-2", 4560, 4400, 4300, 4170, 120, "個"},
    {"北海酒販", "保冷ボックスA-7", 26000, 25000, 24200, 23100, 12, "個"},
};

typedef struct SampleDemand {
    const char *client, *person, *asked, *product;
    int32_t ago, due; // days; due NONE: no day was named
} SampleDemand;
static const SampleDemand demands[] = {
    {"青葉商店", "中村 恵", "-5%", "保冷ボックスA-7", 3, 4},
    {"北海酒販", NULL, "¥24,500", "保冷ボックスA-7", 1, NONE},
};

typedef struct SampleFavour {
    const char *client, *what, *back;
    LedgerSide side;
    int32_t ago, back_ago;
    Yen yen;
} SampleFavour;
static const SampleFavour favours[] = {
    {"青葉商店", "送料をこちらで持つ", NULL, LEDGER_GAVE, 94, NONE, 60000},
    {"青葉商店", "棚替えを手伝う", "棚をもう1本", LEDGER_GAVE, 160, 150, NONE},
    {"青葉商店", "端数値引き", NULL, LEDGER_GAVE, 210, NONE, 24000},
    {"北海酒販", "見本を無償で", NULL, LEDGER_GAVE, 40, NONE, NONE},
};

typedef struct SampleTemper {
    int32_t ago, degree;
    const char *set_off, *calmed;
} SampleTemper;
static const SampleTemper tempers[] = {
    {21, 2, "待たせたこと", NULL},
    {49, 3, NULL, "数字を一枚にして渡した"},
    {77, 2, "値上げの話", NULL},
};

static Id product_of(const Filling *filling, const char *name)
{
    for (size_t i = 0; i < filling->product_count; i++)
        if (strcmp(filling->products[i].name, name) == 0)
            return filling->products[i].id;
    return 0;
}

static bool fill_cards(Filling *filling)
{
    for (size_t i = 0; i < sizeof cards / sizeof *cards; i++) {
        const SampleCard *row = &cards[i];
        Price *price = sample_blank(filling, &entity_price);
        price->client = sample_client(filling, row->client)->id;
        price->product = product_of(filling, row->product);
        price->now = row->now;
        price->mine = row->mine;
        price->boss = row->boss;
        price->floor = row->floor;
        price->volume = row->volume;
        price->unit = row->unit;
        if (!sample_keep(filling, &entity_price, price, NULL))
            return false;
    }
    return true;
}

static Yen now_of(const SampleDemand *demand)
{
    for (size_t i = 0; i < sizeof cards / sizeof *cards; i++)
        if (strcmp(cards[i].client, demand->client) == 0 &&
            strcmp(cards[i].product, demand->product) == 0)
            return cards[i].now;
    return NONE;
}

static bool fill_demands(Filling *filling)
{
    Day today = filling->app->today;
    for (size_t i = 0; i < sizeof demands / sizeof *demands; i++) {
        const SampleDemand *row = &demands[i];
        PriceAsked asked;
        Demand *demand = sample_blank(filling, &entity_demand);
        demand->client = sample_client(filling, row->client)->id;
        demand->contact = sample_person(filling, row->person);
        demand->product = product_of(filling, row->product);
        demand->asked = row->asked;
        demand->day = today - row->ago;
        demand->due = row->due == NONE ? NONE : today + row->due;
        if (!price_asked_read(row->asked, filling->arena, &asked, filling->err))
            return false;
        demand->yen = price_asked_yen(asked, now_of(row));
        if (!sample_keep(filling, &entity_demand, demand, NULL))
            return false;
    }
    return true;
}

static bool fill_ledger(Filling *filling)
{
    Day today = filling->app->today;
    for (size_t i = 0; i < sizeof favours / sizeof *favours; i++) {
        const SampleFavour *row = &favours[i];
        Concession *favour = sample_blank(filling, &entity_concession);
        favour->client = sample_client(filling, row->client)->id;
        favour->what = row->what;
        favour->side = (int32_t)row->side;
        favour->day = today - row->ago;
        favour->yen = row->yen;
        favour->back = row->back;
        favour->back_on = row->back_ago == NONE ? NONE : today - row->back_ago;
        if (!sample_keep(filling, &entity_concession, favour, NULL))
            return false;
    }
    return true;
}

static bool fill_tempers(Filling *filling, Id person)
{
    for (size_t i = 0; i < sizeof tempers / sizeof *tempers; i++) {
        Temper *temper = sample_blank(filling, &entity_temper);
        temper->contact = person;
        temper->day = filling->app->today - tempers[i].ago;
        temper->degree = tempers[i].degree;
        temper->set_off = tempers[i].set_off;
        temper->calmed = tempers[i].calmed;
        if (!sample_keep(filling, &entity_temper, temper, NULL))
            return false;
    }
    return true;
}

/// The person in the row of the client that comes last in the table: nobody is there today.
static bool fill_careful(Filling *filling)
{
    const char *name = sample_clients[sample_client_count - 1].person;
    Id person = sample_person(filling, name);
    Contact *contact = sample_blank(filling, &entity_contact);
    if (!record_get(filling->app->store, &entity_contact, person, filling->arena, contact,
                    filling->err))
        return false;
    contact->handle = HANDLE_WITH_CARE;
    contact->longest = 20;
    contact->exit_line = "次の約束がありますので、本日はこれで";
    return record_put(filling->step, &entity_contact, person, contact, NULL, filling->err) &&
           fill_tempers(filling, person);
}

/// What was said to us, word for word.
static bool fill_incident(Filling *filling)
{
    Incident *said = sample_blank(filling, &entity_incident);
    said->contact = sample_person(filling, sample_clients[sample_client_count - 1].person);
    said->words = "うちを何だと思っている";
    said->day = filling->app->today - tempers[0].ago;
    said->answer = "お待たせして申し訳ありません";
    return sample_keep(filling, &entity_incident, said, NULL);
}

bool sample_fill_prices(Filling *filling)
{
    return fill_cards(filling) && fill_demands(filling) && fill_ledger(filling) &&
           fill_careful(filling) && fill_incident(filling);
}
