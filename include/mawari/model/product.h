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
    X(T_YEN, list_price, N_("List price"), LISTED, 9, NULL, NULL,                                  \
      "定価|標準価格|希望小売価格|listprice")                                                      \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL, "備考|メモ")
ENTITY_STRUCT(Product, PRODUCT);

#endif
