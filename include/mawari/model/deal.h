// SPDX-License-Identifier: GPL-3.0-or-later
// 案件: what might be sold to a client, how far it is, and what decided it when it was lost.
#ifndef MAWARI_MODEL_DEAL_H
#define MAWARI_MODEL_DEAL_H

#include "mawari/model/rival.h"

typedef enum DealStage {
    DEAL_TALK,
    DEAL_QUOTING,
    DEAL_QUOTED,
    DEAL_WON,
    DEAL_LOST,
    DEAL_DROPPED, // the client does not buy at all
} DealStage;
extern const Words words_deal_stage;
extern const Range range_amount; // yen, 0–2,000,000,000

/// Who decided about a lost deal, and what did. The digit of an answer is the first of what else is
/// read as the word.
typedef enum Decider {
    DECIDER_PERSON, // whom we talk to
    DECIDER_PURCHASING,
    DECIDER_SHOP_FLOOR,
    DECIDER_MANAGEMENT,
    DECIDER_HEAD_OFFICE,
    DECIDER_UNKNOWN,
} Decider;
extern const Words words_decider;
typedef enum Deciding {
    DECIDING_PRICE,
    DECIDING_DELIVERY,
    DECIDING_QUALITY,
    DECIDING_RELATION,
    DECIDING_HABIT, // they had always had it there
    DECIDING_LATE,  // our quote came late
    DECIDING_UNKNOWN,
} Deciding;
extern const Words words_deciding;
/// When the next door opens after a deal was lost: nobody knows more than a month.
typedef enum NextDoor {
    NEXT_THREE_MONTHS,
    NEXT_SIX_MONTHS,
    NEXT_YEAR,
    NEXT_TWO_YEARS,
    NEXT_NEVER,
} NextDoor;
extern const Words words_next_door;

#define DEAL(X)                                                                                    \
    X(T_TEXT, name, N_("Deal"), NEEDED | NAMES | SEARCHED | LISTED, 22, NULL, NULL, "案件|件名")   \
    X(T_REF, client, N_("Client"), NEEDED | LISTED, 20, &entity_client, NULL, "得意先")            \
    X(T_WORD, stage, N_("Stage"), NEEDED | LISTED, 8, &words_deal_stage, "talk", "段階|状態")      \
    X(T_YEN, amount, N_("Amount"), LISTED, 12, &range_amount, NULL, "金額")                        \
    X(T_TEXT, line, N_("Product line"), SEARCHED, 14, NULL, NULL, "商品群|分野|品目")              \
    X(T_REF, rival, N_("Rival"), LISTED, 14, &entity_rival, NULL, "他社|競合")                     \
    X(T_REF, contact, N_("Contact"), 0, 14, &entity_contact, NULL, "担当者")                       \
    X(T_DAY, opened, N_("Opened"), NEEDED, 10, NULL, "today", "開始日")                            \
    X(T_DAY, quoted, N_("Quoted on"), 0, 10, NULL, NULL, "見積日")                                 \
    X(T_DAY, answer, N_("Answer by"), LISTED, 10, NULL, NULL, "回答期限|回答予定")                 \
    X(T_DAY, closed, N_("Decided on"), 0, 10, NULL, NULL, "決定日")                                \
    X(T_WORD, decider, N_("Who decided"), 0, 10, &words_decider, NULL, "決定者")                   \
    X(T_WORD, deciding, N_("What decided"), 0, 10, &words_deciding, NULL, "決め手|敗因")           \
    X(T_DAY, next, N_("Next door"), MONTH, 10, NULL, NULL, "次の機会")                             \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL, "備考|メモ")
ENTITY_STRUCT(Deal, DEAL);

/// Is it decided, one way or the other?
bool deal_is_over(int32_t stage);
/// The stage behind this one: talk, quoting, quoted, won. NONE: there is none.
int32_t deal_next_stage(int32_t stage);
/// The month in which the next door opens, as its first day; NONE: it does not.
Day next_door_month(int32_t door, Day lost);

#endif
