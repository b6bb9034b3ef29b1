// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's rounds and products: a calendar to twenty doors, two products with what to say, a sample on loan.
#include "mawari/app/offers.h"
#include "sample_fill.h"

enum { CALENDARS = 20, GIVEN = 8, HELD = 8, KEPT_BACK = 4 };

typedef struct SampleTalkLine {
    BuyerRole role;
    const char *text;
} SampleTalkLine;

typedef struct SampleProduct {
    const char *name, *reading, *code, *line;
    Yen list_price;
    SampleTalkLine talks[3];
    const char *objection, *answer;
} SampleProduct;

static const SampleProduct products[] = {
    {"保冷ボックスA-7",
     "ほれいぼっくす",
     "A-7",
     "保冷用品",
     28000,
     {{BUYER_FLOOR, "片手で開くので、品出しが一人でできます"},
      {BUYER_PURCHASING, "廃棄が月2箱減ります"},
      {BUYER_MANAGEMENT, "停電でも6時間は冷えたままです"}},
     "高い",
     "廃棄が減る分で、8か月で元が取れます"},
    {"見守りタグT-2",
     "みまもりたぐ",
     "T-2",
     "電子機器",
     4800,
     {{BUYER_FLOOR, "温度を見て回らなくて済みます"},
      {BUYER_PURCHASING, "温度計の買い替えが要りません"},
      {BUYER_MANAGEMENT, "記録がそのまま監査に出せます"}},
     "今のままで困っていない",
     "記録を付ける人の時間が、毎日15分戻ります"},
};
enum { PRODUCTS = sizeof products / sizeof *products };

static bool fill_product(Filling *filling, const SampleProduct *row, Id *ret)
{
    Product *product = sample_blank(filling, &entity_product);
    product->name = row->name;
    product->reading = row->reading;
    product->code = row->code;
    product->line = row->line;
    product->list_price = row->list_price;
    if (!sample_keep(filling, &entity_product, product, ret))
        return false;
    for (size_t i = 0; i < sizeof row->talks / sizeof *row->talks; i++) {
        ProductTalk *talk = sample_blank(filling, &entity_product_talk);
        talk->product = *ret;
        talk->role = (int32_t)row->talks[i].role;
        talk->text = row->talks[i].text;
        if (!sample_keep(filling, &entity_product_talk, talk, NULL))
            return false;
    }
    Objection *objection = sample_blank(filling, &entity_objection);
    objection->product = *ret;
    objection->text = row->objection;
    objection->answer = row->answer;
    return sample_keep(filling, &entity_objection, objection, NULL);
}

/// The clients from the end of their table on: those of the first page are seen first anyway.
static Id client_from_end(const Filling *filling, size_t i)
{
    return filling->clients[filling->client_count - 1 - i].id;
}

static bool fill_door(Filling *filling, Id round, Id client, DoorState state, int32_t ago)
{
    RoundClient *door = sample_blank(filling, &entity_round_client);
    door->round = round;
    door->client = client;
    door->state = (int32_t)state;
    if (state != DOOR_OPEN)
        door->day = filling->app->today - ago;
    if (state == DOOR_GIVEN)
        door->pieces = 1;
    return sample_keep(filling, &entity_round_client, door, NULL);
}

static bool fill_calendar(Filling *filling)
{
    Id id = 0;
    Round *round = sample_blank(filling, &entity_round);
    round->title = "年末カレンダー";
    round->since = filling->app->today - 10;
    round->deadline = filling->app->today + 21;
    round->stock = CALENDARS + 2;
    round->say = "今年もお世話になりました";
    if (!sample_keep(filling, &entity_round, round, &id))
        return false;
    for (size_t i = 0; i + KEPT_BACK < CALENDARS; i++) {
        DoorState state = i < GIVEN ? DOOR_GIVEN : i == HELD ? DOOR_HELD : DOOR_OPEN;
        if (!fill_door(filling, id, client_from_end(filling, i), state, (int32_t)(9 - i)))
            return false;
    }
    for (size_t i = 0; i < KEPT_BACK; i++)
        if (!fill_door(filling, id, filling->clients[i].id, DOOR_OPEN, 0))
            return false;
    return true;
}

/// The first product goes round to those who are seen often.
static bool fill_new_product(Filling *filling, Id product)
{
    Id id = 0;
    Round *round = sample_blank(filling, &entity_round);
    round->title = "A-7のご案内";
    round->matter = MATTER_NEW_PRODUCT;
    round->product = product;
    round->since = filling->app->today - 3;
    round->deadline = filling->app->today + 40;
    if (!sample_keep(filling, &entity_round, round, &id))
        return false;
    for (size_t i = 1; i <= KEPT_BACK; i++)
        if (!fill_door(filling, id, filling->clients[i].id, DOOR_OPEN, 0))
            return false;
    return true;
}

/// A sample of it was left with somebody and is to be picked up.
static bool fill_loan(Filling *filling, Id product)
{
    Loan *loan = sample_blank(filling, &entity_loan);
    loan->what = "A-7 見本";
    loan->client = filling->clients[KEPT_BACK].id;
    loan->product = product;
    loan->lent = filling->app->today - 5;
    loan->back = loan->lent + LOAN_DAYS;
    return sample_keep(filling, &entity_loan, loan, NULL);
}

/// Whom it was shown already, the last rows of the table, and how they took it.
static bool fill_offers(Filling *filling, Id product)
{
    static const struct {
        Reaction reaction;
        const char *note;
    } shown[] = {{REACTION_LIKES, "夏までに決めたい"},
                 {REACTION_UNSURE, "今の温度計で足りている"},
                 {REACTION_WANTS, "二十枚の見積がほしい"}};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        ProductOffer *offer = sample_blank(filling, &entity_offer);
        offer->product = product;
        offer->client = client_from_end(filling, i);
        offer->reaction = (int32_t)shown[i].reaction;
        offer->day = filling->app->today - 7 - (Day)i;
        offer->note = shown[i].note;
        if (!offer_talk(filling->app, product, 0, &offer->talk, filling->err) ||
            !sample_keep(filling, &entity_offer, offer, NULL))
            return false;
    }
    return true;
}

bool sample_fill_rounds(Filling *filling)
{
    Id ids[PRODUCTS];
    for (size_t i = 0; i < PRODUCTS; i++)
        if (!fill_product(filling, &products[i], &ids[i]))
            return false;
    for (size_t i = 0; i < PRODUCTS; i++)
        filling->products[filling->product_count++] = (Named){products[i].name, ids[i], 0};
    return fill_calendar(filling) && fill_new_product(filling, ids[0]) &&
           fill_loan(filling, ids[0]) && fill_offers(filling, ids[1]);
}
