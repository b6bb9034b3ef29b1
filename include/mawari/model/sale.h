// SPDX-License-Identifier: GPL-3.0-or-later
// Sales as the office's system counts them: what a client bought in a month, of a product line.
#ifndef MAWARI_MODEL_SALE_H
#define MAWARI_MODEL_SALE_H

#include "mawari/model/entity.h"

extern const Range range_sales; // yen; below nothing where more came back than was bought

/// `month`: a day of it, as a rule its first. `line`: the product line as the office calls it;
/// unknown: all together. `yen`: returns and credit notes are taken off, so it may be below nothing.
#define SALE(X)                                                                                    \
    X(T_REF, client, N_("Client"), NEEDED | LISTED | SAME, 24, &entity_client, NULL,               \
      "得意先|得意先名|得意先コード|コード|顧客|顧客コード|client|customer|code")                  \
    X(T_DAY, month, N_("Month"), NEEDED | LISTED | MONTH | SAME, 10, NULL, NULL,                   \
      "年月|月|売上月|計上月|month")                                                               \
    X(T_YEN, yen, N_("Yen"), NEEDED | LISTED, 12, &range_sales, NULL,                              \
      "金額|売上|売上金額|売上高|amount|sales|yen")                                                \
    X(T_TEXT, line, N_("Product line"), NAMES | SEARCHED | LISTED | SAME, 18, NULL, NULL,          \
      "商品群|品群|分類|商品分類|部門|line|category")                                              \
    X(T_TEXT, note, N_("Note"), SEARCHED, 20, NULL, NULL, "備考|摘要")
ENTITY_STRUCT(Sale, SALE);

#endif
