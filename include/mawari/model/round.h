// SPDX-License-Identifier: GPL-3.0-or-later
// 案内・配布: one thing for many clients, and what became of it at each door.
#ifndef MAWARI_MODEL_ROUND_H
#define MAWARI_MODEL_ROUND_H

#include "mawari/model/entity.h"

/// What is taken round.
typedef enum Matter {
    MATTER_MATERIAL, // a calendar, a catalogue
    MATTER_PRICE_RISE,
    MATTER_NEW_PRODUCT,
    MATTER_NOTICE,
    MATTER_RECALL,
} Matter;
extern const Words words_matter;
extern const Range range_door_minutes; // 1–240

/// `stock`: what there was to hand out in all, of a recall what lies at the doors; what is left of it
/// follows from them. `a_door`: pieces for one. `door_minutes`: how long the planner gives a door.
/// `closed`: nothing of it is left to do.
/// Of a price rise (価格改定): the old and the new price where it is of one product, from when it
/// holds, and until when orders are taken at the old one; `tax`: of both prices. What each client pays
/// is the floor card's; rows of several products are to be parts of their own with `round` as their
/// OWNER.
#define ROUND(X)                                                                                   \
    X(T_TEXT, title, N_("Subject"), NEEDED | NAMES | SEARCHED | LISTED, 24, NULL, NULL,            \
      "件名|案内名|配布物")                                                                        \
    X(T_WORD, matter, N_("Kind"), NEEDED | LISTED, 11, &words_matter, "material", "種類|区分")     \
    X(T_REF, product, N_("Product"), 0, 16, &entity_product, NULL, "商品|製品")                    \
    X(T_DAY, since, N_("From"), NEEDED, 10, NULL, "today", "開始日")                               \
    X(T_DAY, deadline, N_("Deadline"), LISTED, 10, NULL, NULL, "期限|締切")                        \
    X(T_WHOLE, stock, N_("Pieces, in all"), 0, 6, NULL, NULL, "数量|在庫|部数")                    \
    X(T_WHOLE, a_door, N_("Pieces a door"), 0, 6, NULL, "1", "1件の数")                            \
    X(T_MINUTES, door_minutes, N_("Minutes a door"), 0, 6, &range_door_minutes, "5", NULL)         \
    X(T_TEXT, say, N_("What to say"), SEARCHED, 30, NULL, NULL, "ひと言")                          \
    X(T_YEN, old_price, N_("Old price"), 0, 9, NULL, NULL, "旧価格")                               \
    X(T_YEN, new_price, N_("New price"), 0, 9, NULL, NULL, "新価格")                               \
    X(T_DAY, effective, N_("New price from"), 0, 10, NULL, NULL, "改定日|実施日")                  \
    X(T_DAY, last_order, N_("Old price to"), 0, 10, NULL, NULL, "旧価格受付")                      \
    X(T_DAY, closed, N_("Closed"), 0, 10, NULL, NULL, "完了日")                                    \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL, "備考|メモ")                         \
    X(T_WORD, tax, N_("Tax"), 0, 9, &words_price_tax, NULL, "税区分|税")
ENTITY_STRUCT(Round, ROUND);

/// What a price rise says at a door; NONE: not said.
typedef struct PriceRise {
    Yen old_price, new_price;
    Day effective, last_order;
    int32_t tax; // PriceTax
} PriceRise;

/// Derived, of the doors that are not archived. Left: those that are open or held. `in_stock` NONE:
/// it is not known how many there were; below nothing when more were handed out.
#define ROUND_DERIVED(X)                                                                           \
    X(T_WHOLE, doors, N_("Doors"), LISTED, 5, NULL, NULL, "件数")                                  \
    X(T_WHOLE, left, N_("Left"), LISTED, 5, NULL, NULL, "残り")                                    \
    X(T_WHOLE, held, N_("Held"), 0, 5, NULL, NULL, "保留")                                         \
    X(T_WHOLE, against, N_("Against"), 0, 5, NULL, NULL, "反対")                                   \
    X(T_WHOLE, handed, N_("Handed out"), 0, 5, NULL, NULL, "配布数")                               \
    X(T_WHOLE, in_stock, N_("Stock"), LISTED, 5, &range_stock, NULL, "残数")
extern const Range range_stock;
ENTITY_STRUCT(RoundDerived, ROUND_DERIVED);

/// How far it is at one door. Open and held ones are left, and come again with each visit.
typedef enum DoorState {
    DOOR_OPEN,
    DOOR_GIVEN,
    DOOR_EXPLAINED,
    DOOR_AGREED,
    DOOR_HELD,
    DOOR_AGAINST,
} DoorState;
extern const Words words_door_state;

/// A client in a round.
#define ROUND_CLIENT(X)                                                                            \
    X(T_REF, round, N_("Round"), NEEDED | OWNER | LISTED, 20, &entity_round, NULL, "案内")         \
    X(T_REF, client, N_("Client"), NEEDED | LISTED, 24, &entity_client, NULL, "得意先")            \
    X(T_WORD, state, N_("State"), NEEDED | LISTED, 8, &words_door_state, "open", "状態")           \
    X(T_DAY, day, N_("Day"), LISTED, 10, NULL, NULL, "日付")                                       \
    X(T_REF, contact, N_("Who"), LISTED, 14, &entity_contact, NULL, "担当者")                      \
    X(T_WHOLE, pieces, N_("Pieces"), LISTED, 5, NULL, NULL, "部数|数量")                           \
    X(T_REF, visit, N_("At the visit"), 0, 20, &entity_visit, NULL, NULL)                          \
    X(T_TEXT, note, N_("Note"), NAMES | SEARCHED | LISTED, 20, NULL, NULL, "メモ|備考")
ENTITY_STRUCT(RoundClient, ROUND_CLIENT);

/// Is there still something to do at a door in this state?
bool door_is_left(int32_t state);
/// Does a door in this state have its pieces?
bool door_has_pieces(int32_t state);
/// A recall (回収) goes the other way: its pieces lie at the doors and come back from them.
bool round_collects(int32_t matter);

#endif
