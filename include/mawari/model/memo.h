// SPDX-License-Identifier: GPL-3.0-or-later
// What a line says beside promises and troubles: orders for the office, what was
// spent, and words kept for later.
#ifndef MAWARI_MODEL_MEMO_H
#define MAWARI_MODEL_MEMO_H

#include "mawari/model/entity.h"

/// An order taken on the way, open until it was handed to the office. `delivered`: the day on which
/// the rep handed the goods over at the client; without it what was in the car comes back.
#define ORDER_MEMO(X)                                                                              \
    X(T_TEXT, what, N_("What"), NEEDED | NAMES | SEARCHED | LISTED, 28, NULL, NULL, "品名|内容")   \
    X(T_REF, client, N_("Client"), LISTED, 20, &entity_client, NULL, "得意先")                     \
    X(T_REF, site, N_("Site"), 0, 20, &entity_site, NULL, "事業所|施設")                           \
    X(T_REF, contact, N_("Ordered by"), LISTED, 14, &entity_contact, NULL, "発注者|担当者")        \
    X(T_DAY, wanted, N_("Wanted on"), LISTED, 10, NULL, NULL, "納期|希望日")                       \
    X(T_MINUTE, wanted_at, N_("Wanted, hour"), 0, 6, NULL, NULL, NULL)                             \
    X(T_DAY, taken, N_("Taken on"), NEEDED | LISTED, 10, NULL, "today", "受注日")                  \
    X(T_DAY, handed, N_("Handed over"), LISTED, 10, NULL, NULL, "引渡し日")                        \
    X(T_REF, visit, N_("Taken at"), 0, 20, &entity_visit, NULL, NULL)                              \
    X(T_REF, supplier, N_("Supplied by"), LISTED, 16, &entity_supplier, NULL, "仕入先|メーカー")   \
    X(T_YES, heavy, N_("Heavy"), 0, 5, NULL, NULL, "重い")                                         \
    X(T_DAY, delivered, N_("Delivered"), LISTED, 10, NULL, NULL, "納品日|配達日")
ENTITY_STRUCT(OrderMemo, ORDER_MEMO);

/// It was put into the car for this day: what was promised, ordered, or lent and is to come back.
#define LOADING(X)                                                                                 \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", NULL)                             \
    X(T_ANY, of, N_("Loaded"), NEEDED | OWNER | LISTED, 28, &kinds_loaded, NULL, NULL)             \
    X(T_TEXT, note, N_("Note"), NAMES | SEARCHED | LISTED, 24, NULL, NULL, NULL)
ENTITY_STRUCT(Loading, LOADING);
extern const KindSet kinds_loaded; // commitment, order memo, loan, door of a round

/// What was spent on the way, integer yen: at a visit, or on a day.
#define EXPENSE(X)                                                                                 \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", "日付")                           \
    X(T_TEXT, what, N_("What"), NEEDED | NAMES | SEARCHED | LISTED, 14, NULL, NULL, "内容|費目")   \
    X(T_YEN, yen, N_("Yen"), NEEDED | LISTED, 9, NULL, NULL, "金額|円")                            \
    X(T_REF, client, N_("Client"), LISTED, 20, &entity_client, NULL, "得意先")                     \
    X(T_REF, visit, N_("At the visit"), 0, 20, &entity_visit, NULL, NULL)                          \
    X(T_TEXT, note, N_("Note"), SEARCHED | LISTED, 20, NULL, NULL, "備考|摘要")
ENTITY_STRUCT(Expense, EXPENSE);

/// What a kept word is about; UNSETTLED: it was doubtful and stands in the note with a `?`.
typedef enum KeptSort {
    KEPT_RIVAL,
    KEPT_PRICE,
    KEPT_OFFER,
    KEPT_EXPENSE,
    KEPT_UNSETTLED,
} KeptSort;
extern const Words words_kept_sort;

/// A word of a line whose own kind of record there is not yet, as it was typed.
#define KEPT_WORD(X)                                                                               \
    X(T_WORD, about, N_("About"), NEEDED | LISTED, 10, &words_kept_sort, NULL, "種類")             \
    X(T_TEXT, text, N_("Text"), NEEDED | NAMES | SEARCHED | LISTED, 28, NULL, NULL, "内容")        \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", "日付")                           \
    X(T_REF, client, N_("Client"), LISTED, 20, &entity_client, NULL, "得意先")                     \
    X(T_REF, contact, N_("Who"), LISTED, 14, &entity_contact, NULL, "担当者")                      \
    X(T_REF, visit, N_("Said at"), 0, 20, &entity_visit, NULL, NULL)                               \
    X(T_DAY, settled, N_("Settled on"), LISTED, 10, NULL, NULL, "確定日")
ENTITY_STRUCT(KeptWord, KEPT_WORD);

/// What a part of a report's line was read as.
typedef enum LineReads {
    LINE_NOTE,
    LINE_PERSON, // who became the visit's person by it
    LINE_NAMED,  // whom a name of the line means
    LINE_MINE,
    LINE_THEIRS,
    LINE_KEPT,
    LINE_GIVEN, // a door of a round
    LINE_ORDER,
    LINE_LENT,
    LINE_TROUBLE,
    LINE_INSIDE,
    LINE_RIVAL,
    LINE_WORD,
    LINE_OFFER,
    LINE_EXPENSE,
    LINE_DEMAND, // a price that was asked for
    LINE_NEXT,
    LINE_DELIVERED, // an order that was in the car
    LINE_RETURNED,  // what was lent came back
} LineReads;
extern const Words words_line_reads;

/// A part of the line of a visit's report, and what became of it: so the line can be opened and
/// saved again without making anything twice. `made`: the record it made (`is_new`) or changed;
/// `day`, `minute`: what it set there, `day_was`, `minute_was`: what stood there before. `ticked`:
/// it was ticked beside the line, not typed in it.
#define LINE_PART(X)                                                                               \
    X(T_REF, visit, N_("Visit"), NEEDED | OWNER, 20, &entity_visit, NULL, NULL)                    \
    X(T_WORD, reads, N_("Read as"), NEEDED | LISTED, 10, &words_line_reads, NULL, NULL)            \
    X(T_LONG, text, N_("Text"), NAMES | LISTED, 28, NULL, NULL, NULL)                              \
    X(T_REF, contact, N_("To, from"), HIDDEN | LISTED, 14, &entity_contact, NULL, NULL)            \
    X(T_DAY, day, N_("Day"), LISTED, 10, NULL, NULL, NULL)                                         \
    X(T_MINUTE, minute, N_("Hour"), LISTED, 6, NULL, NULL, NULL)                                   \
    X(T_ANY, made, N_("Record"), HIDDEN, 20, NULL, NULL, NULL)                                     \
    X(T_YES, is_new, N_("Made by the line"), HIDDEN, 5, NULL, NULL, NULL)                          \
    X(T_DAY, day_was, N_("Day before"), HIDDEN, 10, NULL, NULL, NULL)                              \
    X(T_MINUTE, minute_was, N_("Hour before"), HIDDEN, 6, NULL, NULL, NULL)                        \
    X(T_YES, ticked, N_("Ticked"), HIDDEN, 5, NULL, NULL, NULL)
ENTITY_STRUCT(LinePart, LINE_PART);

#endif
