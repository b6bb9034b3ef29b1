// SPDX-License-Identifier: GPL-3.0-or-later
// 他社: who else sells to a client, which product line is whose and until when, and where a rival was
// seen.
#ifndef MAWARI_MODEL_RIVAL_H
#define MAWARI_MODEL_RIVAL_H

#include "mawari/model/entity.h"

/// Another vendor.
#define RIVAL(X)                                                                                   \
    X(T_TEXT, name, N_("Name"), NEEDED | NAMES | SEARCHED | LISTED, 24, NULL, NULL,                \
      "他社名|競合|名称|名前")                                                                     \
    X(T_READING, reading, N_("Reading"), SEARCHED, 20, NULL, NULL, NULL)                           \
    X(T_TEXT, strength, N_("Their strength"), SEARCHED | LISTED, 26, NULL, NULL, "強み")           \
    X(T_TEXT, weakness, N_("Their weakness"), SEARCHED | LISTED, 26, NULL, NULL, "弱み")           \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL, "備考|メモ")
ENTITY_STRUCT(Rival, RIVAL);

/// Who has a product line.
typedef enum Holder {
    HOLDER_US,
    HOLDER_RIVAL,
    HOLDER_SEVERAL,
} Holder;
extern const Words words_holder;
extern const Range range_lead; // days, 0–730

/// A product line of a client: who has it and until when. `until_month`: only the month of `until` is
/// known. `lead`: so many days before the end one asks to be allowed to quote.
#define SHARE(X)                                                                                   \
    X(T_REF, client, N_("Client"), NEEDED | LISTED, 22, &entity_client, NULL, "得意先")            \
    X(T_TEXT, line, N_("Product line"), NEEDED | NAMES | SEARCHED | LISTED, 16, NULL, NULL,        \
      "商品群|分野|品目")                                                                          \
    X(T_WORD, holder, N_("Who has it"), NEEDED | LISTED, 10, &words_holder, "rival", "保有")       \
    X(T_REF, rival, N_("Rival"), LISTED, 16, &entity_rival, NULL, "他社|競合")                     \
    X(T_DAY, since, N_("Since"), 0, 10, NULL, NULL, "開始日")                                      \
    X(T_DAY, until, N_("Until"), LISTED | MONTH, 11, "until_month", NULL, "満了日|契約終了")       \
    X(T_YES, until_month, N_("Only the month"), 0, 5, NULL, NULL, "月のみ")                        \
    X(T_WHOLE, lead, N_("Our lead, days"), 0, 5, &range_lead, "120", "準備日数")                   \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL, "備考|メモ")
ENTITY_STRUCT(Share, SHARE);

/// A rival was seen or spoken of at a client.
#define SIGHTING(X)                                                                                \
    X(T_REF, rival, N_("Rival"), NEEDED | LISTED, 16, &entity_rival, NULL, "他社|競合")            \
    X(T_REF, client, N_("Client"), NEEDED | LISTED, 22, &entity_client, NULL, "得意先")            \
    X(T_TEXT, what, N_("What was seen"), NEEDED | NAMES | SEARCHED | LISTED, 24, NULL, NULL,       \
      "内容")                                                                                      \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", "日付")                           \
    X(T_REF, contact, N_("From whom"), LISTED, 14, &entity_contact, NULL, "担当者")                \
    X(T_REF, visit, N_("At the visit"), 0, 20, &entity_visit, NULL, NULL)
ENTITY_STRUCT(Sighting, SIGHTING);

/// The days on which one asks to be allowed to quote, both ends included.
typedef struct QuoteWindow {
    Day from, until; // NONE: there is no such window
} QuoteWindow;

/// From our lead time before a rival's end to that end. A line that is ours alone, or whose end is not
/// known, has none. Where only the month is known, the lead counts from its first day, for the end may
/// be that early, and the window stays open to its last.
QuoteWindow share_quote_window(const Share *share);
bool quote_window_open(QuoteWindow window, Day day);

#endif
