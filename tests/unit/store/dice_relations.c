// SPDX-License-Identifier: GPL-3.0-or-later
// Records of dice of what stands between a client and us: rivals, prices, loans, offers, topics,
// difficult people, evenings.
#include "dice.h"

uint32_t roll(Dice *dice, uint32_t sides)
{
    dice->state = dice->state * 1664525 + 1013904223;
    return (dice->state >> 8) % sides;
}

Day some_day(Dice *dice)
{
    return TODAY - (Day)roll(dice, 400);
}

static const char *const lines[] = {"複写機", "照明", "ＬＥＤ"};

static Id any_client(Dice *dice)
{
    return dice->clients[roll(dice, CLIENTS)];
}

static Day day_or_none(Dice *dice)
{
    return roll(dice, 2) ? some_day(dice) : NONE;
}

static void fill_share(Dice *dice, void *record)
{
    Share *share = record;
    share->client = any_client(dice);
    share->line = lines[roll(dice, 3)];
    share->rival = roll(dice, 2) ? dice->rival : 0;
    share->until = day_or_none(dice);
}

static void fill_deal(Dice *dice, void *record)
{
    Deal *deal = record;
    deal->name = "複写機の入替";
    deal->client = any_client(dice);
    deal->opened = some_day(dice);
    deal->closed = roll(dice, 2) ? deal->opened + (Day)roll(dice, 40) : NONE;
    deal->next = roll(dice, 3) || deal->closed == NONE ? NONE : deal->closed + 90;
}

static void fill_loan(Dice *dice, void *record)
{
    Loan *loan = record;
    loan->what = "カタログ";
    loan->client = any_client(dice);
    loan->lent = some_day(dice);
    loan->back = roll(dice, 3) ? loan->lent + (Day)roll(dice, 40) : NONE;
    loan->returned = roll(dice, 2) ? loan->lent + (Day)roll(dice, 40) : NONE;
}

static void fill_demand(Dice *dice, void *record)
{
    Demand *demand = record;
    demand->asked = "-5%";
    demand->client = any_client(dice);
    demand->day = some_day(dice);
    demand->state = (int32_t)roll(dice, DEMAND_DROPPED + 1);
}

static void fill_concession(Dice *dice, void *record)
{
    Concession *concession = record;
    concession->what = "送料";
    concession->client = any_client(dice);
    concession->side = roll(dice, 3) ? LEDGER_GAVE : LEDGER_GOT;
    concession->day = some_day(dice);
    concession->back_on = roll(dice, 3) ? NONE : concession->day + 3;
}

static void fill_offer(Dice *dice, void *record)
{
    ProductOffer *offer = record;
    size_t which = roll(dice, PRODUCTS);
    offer->product = dice->products[which];
    offer->client = any_client(dice);
    offer->contact = dice->people[roll(dice, PEOPLE)];
    offer->day = some_day(dice);
    offer->talk = roll(dice, 3) ? dice->talks[which] : 0;
    offer->reaction = roll(dice, 4) ? 1 + (int32_t)roll(dice, REACTION_REFUSES) : NONE;
}

static void fill_told(Dice *dice, void *record)
{
    TopicTold *told = record;
    told->topic = dice->topics[roll(dice, TOPICS)];
    told->contact = dice->people[roll(dice, PEOPLE)];
}

static void fill_temper(Dice *dice, void *record)
{
    Temper *temper = record;
    temper->contact = dice->people[roll(dice, PEOPLE)];
    temper->day = some_day(dice);
    temper->degree = 1 + (int32_t)roll(dice, 5);
}

static void fill_evening(Dice *dice, void *record)
{
    Entertainment *evening = record;
    evening->shop = "料亭";
    evening->client = any_client(dice);
    evening->day = some_day(dice);
}

const Maker relation_makers[] = {{&entity_share, fill_share},
                                 {&entity_deal, fill_deal},
                                 {&entity_loan, fill_loan},
                                 {&entity_demand, fill_demand},
                                 {&entity_concession, fill_concession},
                                 {&entity_offer, fill_offer},
                                 {&entity_topic_told, fill_told},
                                 {&entity_temper, fill_temper},
                                 {&entity_entertainment, fill_evening}};
const size_t relation_maker_count = sizeof relation_makers / sizeof *relation_makers;

void relations_set_up(Dice *dice)
{
    World *world = dice->world;
    for (size_t i = 0; i < PRODUCTS; i++) {
        Product product;
        ProductTalk talk;
        Topic topic;
        record_blank(&entity_product, &product, TODAY, world->arena);
        product.name = arena_print(world->arena, "商品%zu", i);
        dice->products[i] = world_put(world, &entity_product, 0, &product);
        record_blank(&entity_product_talk, &talk, TODAY, world->arena);
        talk.product = dice->products[i];
        talk.text = "廃棄が減ります";
        dice->talks[i] = world_put(world, &entity_product_talk, 0, &talk);
        record_blank(&entity_topic, &topic, TODAY, world->arena);
        topic.text = arena_print(world->arena, "話題%zu", i);
        dice->topics[i] = world_put(world, &entity_topic, 0, &topic);
    }
}
