// SPDX-License-Identifier: GPL-3.0-or-later
// What the rep sells: products, each of a product line (商品群).
#ifndef MAWARI_MODEL_PRODUCT_H
#define MAWARI_MODEL_PRODUCT_H

#include "mawari/model/entity.h"

/// `line` is the rep's own word for what belongs together; shares and deals are told by the same
/// word. The list price is without tax.
#define PRODUCT(X)                                                                                 \
    X(T_TEXT, name, N_("Name"), NEEDED | NAMES | SEARCHED | LISTED, 24, NULL, NULL,                \
      "商品名|品名|製品名|product|item")                                                           \
    X(T_READING, reading, N_("Reading"), SEARCHED, 20, NULL, NULL, NULL)                           \
    X(T_TEXT, code, N_("Code"), KEY | SEARCHED | LISTED, 10, NULL, NULL,                           \
      "商品コード|品番|型番|productcode|itemcode")                                                 \
    X(T_TEXT, line, N_("Product line"), SEARCHED | LISTED, 14, NULL, NULL,                         \
      "商品群|商品分類|品種|分類|カテゴリ|productline")                                            \
    X(T_REF, maker, N_("Maker"), LISTED, 16, &entity_supplier, NULL, "メーカー|仕入先|製造元")     \
    X(T_YEN, list_price, N_("List price"), LISTED, 10, NULL, NULL,                                 \
      "定価|標準価格|希望小売価格|listprice")                                                      \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL, "備考|メモ")
ENTITY_STRUCT(Product, PRODUCT);

/// Whom a sentence is for: who works with it, who buys it, who answers for the firm.
typedef enum BuyerRole { BUYER_FLOOR, BUYER_PURCHASING, BUYER_MANAGEMENT } BuyerRole;
extern const Words words_buyer_role;

/// The role that a title and a department speak of; NONE: they do not.
int32_t buyer_role_of(const char *title, const char *department);

/// ひと言トーク: what it does for somebody of this role. NONE: for anybody.
#define PRODUCT_TALK(X)                                                                            \
    X(T_REF, product, N_("Product"), NEEDED | OWNER | LISTED, 20, &entity_product, NULL, "商品")   \
    X(T_WORD, role, N_("For whom"), LISTED, 10, &words_buyer_role, NULL, "相手")                   \
    X(T_TEXT, text, N_("One line"), NEEDED | NAMES | SEARCHED | LISTED, 40, NULL, NULL,            \
      "ひと言トーク|ひと言")
ENTITY_STRUCT(ProductTalk, PRODUCT_TALK);

/// What was said against a product, and the answer to it.
#define OBJECTION(X)                                                                               \
    X(T_REF, product, N_("Product"), NEEDED | OWNER | LISTED, 20, &entity_product, NULL, "商品")   \
    X(T_WORD, role, N_("By whom"), LISTED, 10, &words_buyer_role, NULL, "相手")                    \
    X(T_TEXT, text, N_("Objection"), NEEDED | NAMES | SEARCHED | LISTED, 30, NULL, NULL,           \
      "反論|断り文句")                                                                             \
    X(T_TEXT, answer, N_("Answer"), SEARCHED | LISTED, 40, NULL, NULL, "答え|切り返し")
ENTITY_STRUCT(Objection, OBJECTION);

/// How an offered product was taken: ◎ ○ △ ×.
typedef enum Reaction {
    REACTION_NONE,    // of a line that names none; a record has NONE
    REACTION_WANTS,   // ◎ oo
    REACTION_LIKES,   // ○ o
    REACTION_UNSURE,  // △ ~
    REACTION_REFUSES, // × x
} Reaction;
extern const Words words_reaction;

/// A product was offered to somebody. NONE: the reaction is not known.
#define OFFER(X)                                                                                   \
    X(T_REF, product, N_("Product"), NEEDED | LISTED, 18, &entity_product, NULL, "商品")           \
    X(T_WORD, reaction, N_("Reaction"), LISTED, 8, &words_reaction, NULL, "反応")                  \
    X(T_REF, client, N_("Client"), NEEDED | LISTED, 20, &entity_client, NULL, "得意先")            \
    X(T_REF, contact, N_("Who"), LISTED, 14, &entity_contact, NULL, "担当者")                      \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", "日付")                           \
    X(T_REF, talk, N_("Line used"), 0, 24, &entity_product_talk, NULL, "ひと言トーク")             \
    X(T_REF, objection, N_("Objection"), 0, 24, &entity_objection, NULL, "反論")                   \
    X(T_REF, visit, N_("At the visit"), 0, 20, &entity_visit, NULL, NULL)                          \
    X(T_TEXT, note, N_("Note"), NAMES | SEARCHED | LISTED, 20, NULL, NULL, "メモ|備考")
ENTITY_STRUCT(ProductOffer, OFFER);

#endif
