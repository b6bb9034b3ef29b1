// SPDX-License-Identifier: GPL-3.0-or-later
// 接待・贈答: whom one entertained, what it cost a head, and what was given to whom.
#ifndef MAWARI_MODEL_ENTERTAINING_H
#define MAWARI_MODEL_ENTERTAINING_H

#include "mawari/model/deal.h"
#include "mawari/model/meeting.h"

extern const Range range_heads; // 1–1000

/// What the tax office asks to be kept: day, guests with company and relation (its parts), heads,
/// amount, shop and address. `heads`: ours and theirs.
#define ENTERTAINMENT(X)                                                                           \
    X(T_TEXT, shop, N_("Shop"), NEEDED | NAMES | SEARCHED | LISTED, 20, NULL, NULL, "店名|店")     \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", "日付")                           \
    X(T_REF, client, N_("Client"), LISTED, 20, &entity_client, NULL, "得意先")                     \
    X(T_WHOLE, heads, N_("Heads"), LISTED, 5, &range_heads, NULL, "人数|参加人数")                 \
    X(T_YEN, amount, N_("Amount"), LISTED, 10, &range_amount, NULL, "金額")                        \
    X(T_TEXT, address, N_("Address"), SEARCHED, 30, NULL, NULL, "住所|所在地")                     \
    X(T_MINUTE, start, N_("From"), 0, 6, NULL, NULL, "開始")                                       \
    X(T_MINUTES, minutes, N_("Length"), NEEDED, 6, &range_event_minutes, "120", "時間")            \
    X(T_TEXT, outcome, N_("Came of it"), SEARCHED | LISTED, 24, NULL, NULL, "結果|成果")           \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL, "備考|メモ")
ENTITY_STRUCT(Entertainment, ENTERTAINMENT);

/// A guest. Name and company stand for a person who is not in the store.
#define GUEST(X)                                                                                   \
    X(T_REF, entertainment, N_("Entertaining"), NEEDED | OWNER | LISTED, 20,                       \
      &entity_entertainment, NULL, "接待")                                                         \
    X(T_REF, contact, N_("Contact"), LISTED, 16, &entity_contact, NULL, "担当者")                  \
    X(T_TEXT, name, N_("Name"), NAMES | SEARCHED | LISTED, 14, NULL, NULL, "氏名")                 \
    X(T_TEXT, company, N_("Company"), SEARCHED | LISTED, 18, NULL, NULL, "会社名|所属")            \
    X(T_TEXT, relation, N_("Relation"), SEARCHED | LISTED, 12, NULL, NULL, "関係")
ENTITY_STRUCT(Guest, GUEST);

typedef enum GiftSort {
    GIFT_MIDSUMMER, // 中元
    GIFT_YEAR_END,  // 歳暮
    GIFT_BROUGHT,   // 手土産
    GIFT_OCCASION,  // 慶弔
} GiftSort;
extern const Words words_gift_sort;

#define GIFT(X)                                                                                    \
    X(T_TEXT, what, N_("Gift"), NEEDED | NAMES | SEARCHED | LISTED, 20, NULL, NULL, "品名|品物")   \
    X(T_WORD, sort, N_("Kind"), NEEDED | LISTED, 8, &words_gift_sort, "brought", "種類")           \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", "日付")                           \
    X(T_REF, client, N_("Client"), NEEDED | LISTED, 20, &entity_client, NULL, "得意先")            \
    X(T_REF, contact, N_("To"), LISTED, 14, &entity_contact, NULL, "担当者|宛先")                  \
    X(T_YEN, yen, N_("Yen"), LISTED, 8, &range_amount, NULL, "金額")                               \
    X(T_TEXT, note, N_("Note"), SEARCHED, 20, NULL, NULL, "メモ|備考")
ENTITY_STRUCT(Gift, GIFT);

/// Who may not accept gifts: a person, or all of a client.
#define NO_GIFT(X)                                                                                 \
    X(T_ANY, party, N_("Of"), NEEDED | OWNER | LISTED, 26, &kinds_gifted, NULL, "相手")            \
    X(T_TEXT, why, N_("Why"), NEEDED | NAMES | SEARCHED | LISTED, 30, NULL, NULL, "理由")
ENTITY_STRUCT(NoGift, NO_GIFT);
extern const KindSet kinds_gifted; // client, contact

/// Yen per head, rounded up; NONE where heads or amount are not known.
Yen yen_a_head(Yen amount, int32_t heads);
/// The most that a head may cost on a day, from a table as the setting entertaining_limit holds it:
/// "5000|2024-04-01=10000", the later row from its day on. NONE where it says nothing.
/// Source: tax treatment of 交際費 (租税特別措置法 61 の 4, from 1 April 2024 10,000 yen).
Yen head_limit(const char *table, Day day, Arena *arena);

#endif
