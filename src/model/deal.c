// SPDX-License-Identifier: GPL-3.0-or-later
// The table of deals, their stages, and when the next door opens.
#include "mawari/model/kinds.h"

const Words words_deal_stage = WORDS(
    {DEAL_TALK, "talk", N_("talk"), "1|相談"}, {DEAL_QUOTING, "quoting", N_("quoting"), "2|見積中"},
    {DEAL_QUOTED, "quoted", N_("quoted"), "3|見積済"}, {DEAL_WON, "won", N_("won"), "4|受注"},
    {DEAL_LOST, "lost", N_("lost"), "5|失注"},
    {DEAL_DROPPED, "dropped", N_("dropped"), "6|見送り"});

const Range range_amount = {.least = 0, .most = 2000000000};

const Words words_decider = WORDS(
    {DECIDER_PERSON, "person", N_("the person we see"), "1|担当者"},
    {DECIDER_PURCHASING, "purchasing", N_("purchasing"), "2|購買"},
    {DECIDER_SHOP_FLOOR, "shop_floor", N_("the shop floor"), "3|現場"},
    {DECIDER_MANAGEMENT, "management", N_("management"), "4|経営|役員"},
    {DECIDER_HEAD_OFFICE, "head_office", N_("the head office"), "5|本社"},
    {DECIDER_UNKNOWN, "unknown", N_("not known"), "0|不明"});

const Words words_deciding = WORDS(
    {DECIDING_PRICE, "price", N_("the price"), "1|価格"},
    {DECIDING_DELIVERY, "delivery", N_("the delivery"), "2|納期"},
    {DECIDING_QUALITY, "quality", N_("quality or specification"), "3|品質|仕様"},
    {DECIDING_RELATION, "relation", N_("the relation"), "4|関係"},
    {DECIDING_HABIT, "habit", N_("habit"), "5|前例|慣れ"},
    {DECIDING_LATE, "late", N_("we were late"), "6|遅れ"},
    {DECIDING_UNKNOWN, "unknown", N_("not known"), "0|不明"});

const Words words_next_door = WORDS({NEXT_THREE_MONTHS, "3m", N_("in three months"), "1|3か月後"},
                                    {NEXT_SIX_MONTHS, "6m", N_("in half a year"), "2|半年後"},
                                    {NEXT_YEAR, "1y", N_("in a year"), "3|1年後"},
                                    {NEXT_TWO_YEARS, "2y", N_("in two years"), "4|2年後"},
                                    {NEXT_NEVER, "never", N_("none in sight"), "0|なし"});

#define RECORD Deal
const Entity entity_deal = ENTITY("deal", "deals", N_("Deal"), N_("Deals"), DEAL, "-opened");
#undef RECORD

bool deal_is_over(int32_t stage)
{
    return stage == DEAL_WON || stage == DEAL_LOST || stage == DEAL_DROPPED;
}

int32_t deal_next_stage(int32_t stage)
{
    return deal_is_over(stage) ? NONE : stage + 1;
}

Day next_door_month(int32_t door, Day lost)
{
    static const int months[] = {
        [NEXT_THREE_MONTHS] = 3, [NEXT_SIX_MONTHS] = 6, [NEXT_YEAR] = 12, [NEXT_TWO_YEARS] = 24};
    if (door < 0 || door >= NEXT_NEVER)
        return NONE;
    return day_month_first(day_add_months(lost, months[door]));
}
