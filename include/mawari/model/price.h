// SPDX-License-Identifier: GPL-3.0-or-later
// Prices: the floor card of a client and a product, what is demanded below it, and the ledger of
// give and take. Money is integer yen.
#ifndef MAWARI_MODEL_PRICE_H
#define MAWARI_MODEL_PRICE_H

#include "mawari/base/err.h"
#include "mawari/model/entity.h"

typedef enum PriceTax { TAX_EXCLUDED, TAX_INCLUDED } PriceTax;
extern const Words words_price_tax;
extern const Range range_volume; // 0 up

/// 底値カード: what one piece costs this client. `floor`: nobody goes below it; `mine`, `boss`: the
/// lowest that I, that the boss may agree to. `volume`: pieces a year. All of a card's prices are
/// with or without tax, as `tax` says. `coming`: agreed, and holds from the day `coming_from` on:
/// then it is the price now, whether or not the record was written since (price_turn).
#define PRICE(X)                                                                                   \
    X(T_REF, client, N_("Client"), NEEDED | LISTED, 20, &entity_client, NULL, "得意先")            \
    X(T_REF, product, N_("Product"), NEEDED | LISTED, 16, &entity_product, NULL, "商品|製品")      \
    X(T_YEN, list_price, N_("List price"), 0, 9, NULL, NULL, "定価|標準価格")                      \
    X(T_YEN, now, N_("Price now"), LISTED, 10, NULL, NULL, "現行単価|現在価格|単価")               \
    X(T_YEN, mine, N_("My limit"), MASKED, 9, NULL, NULL, "自分の権限|担当権限")                   \
    X(T_YEN, boss, N_("Boss's limit"), MASKED, 9, NULL, NULL, "上司の権限|上長権限")               \
    X(T_YEN, floor, N_("Floor price"), MASKED, 9, NULL, NULL, "底値|下限価格")                     \
    X(T_WHOLE, volume, N_("Pieces a year"), LISTED, 13, &range_volume, NULL, "年間数量|年間")      \
    X(T_TEXT, unit, N_("Unit"), 0, 6, NULL, NULL, "単位")                                          \
    X(T_WORD, tax, N_("Tax"), NEEDED, 9, &words_price_tax, "excluded", "税区分|税")                \
    X(T_DAY, since, N_("Price since"), 0, 10, NULL, NULL, "適用日")                                \
    X(T_TEXT, note, N_("Note"), NAMES | SEARCHED | LISTED, 16, NULL, NULL, "メモ|備考")            \
    X(T_YEN, coming, N_("Coming price"), LISTED, 12, NULL, NULL, "改定後単価|新単価")              \
    X(T_DAY, coming_from, N_("Holds from"), LISTED, 10, NULL, NULL, "改定日")
ENTITY_STRUCT(Price, PRICE);

/// Makes of a card what it is today: a coming price whose day is there is the price now.
void price_turn(Price *card, Day today);
/// The same of a record of any kind; only cards change by themselves.
void record_turn(const Entity *kind, void *record, Day today);

/// How far a price demand is. Taken back (持ち帰り): an answer is promised.
typedef enum DemandState {
    DEMAND_OPEN,
    DEMAND_TAKEN_BACK,
    DEMAND_AGREED,
    DEMAND_MET_HALFWAY,
    DEMAND_REFUSED,
    DEMAND_DROPPED, // by them
} DemandState;
extern const Words words_demand_state;

/// 値下げ要請. `asked` is what was typed, as money is written (price_asked_kept); `yen` what it comes to
/// for one piece, as far as that was known on the day.
#define DEMAND(X)                                                                                  \
    X(T_TEXT, asked, N_("Demand"), NEEDED | NAMES | SEARCHED | LISTED, 10, NULL, NULL,             \
      "要求|要請|指値")                                                                            \
    X(T_REF, client, N_("Client"), NEEDED | LISTED, 20, &entity_client, NULL, "得意先")            \
    X(T_REF, product, N_("Product"), LISTED, 16, &entity_product, NULL, "商品|製品")               \
    X(T_REF, contact, N_("By whom"), LISTED, 14, &entity_contact, NULL, "担当者|要求者")           \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", "日付|要請日")                    \
    X(T_YEN, yen, N_("Asked price"), 0, 9, NULL, NULL, "要求価格")                                 \
    X(T_DAY, due, N_("Answer by"), LISTED, 10, NULL, NULL, "回答期限")                             \
    X(T_WORD, state, N_("State"), NEEDED | LISTED, 8, &words_demand_state, "open", "状態")         \
    X(T_YEN, answer, N_("Price answered"), 0, 9, NULL, NULL, "回答価格")                           \
    X(T_TEXT, said, N_("Our answer"), SEARCHED, 30, NULL, NULL, "回答")                            \
    X(T_DAY, answered, N_("Answered on"), 0, 10, NULL, NULL, "回答日")                             \
    X(T_REF, promise, N_("Promise"), 0, 20, &entity_commitment, NULL, "約束")                      \
    X(T_REF, visit, N_("Said at"), 0, 20, &entity_visit, NULL, NULL)
ENTITY_STRUCT(Demand, DEMAND);

/// Who gave.
typedef enum LedgerSide { LEDGER_GAVE, LEDGER_GOT } LedgerSide;
extern const Words words_ledger_side;

/// 貸し借り: what we gave and what came back for it, or what they gave first. `yen`: a year. `price`:
/// what one piece costs from the day `effective` on, where that was agreed: the floor card follows it.
/// `was`: what it cost before.
#define CONCESSION(X)                                                                              \
    X(T_TEXT, what, N_("What"), NEEDED | NAMES | SEARCHED | LISTED, 24, NULL, NULL, "内容")        \
    X(T_WORD, side, N_("Who gave"), NEEDED | LISTED, 8, &words_ledger_side, "gave", "貸借")        \
    X(T_REF, client, N_("Client"), NEEDED | LISTED, 20, &entity_client, NULL, "得意先")            \
    X(T_REF, contact, N_("Who"), 0, 14, &entity_contact, NULL, "担当者")                           \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", "日付")                           \
    X(T_YEN, yen, N_("Yen a year"), LISTED, 11, NULL, NULL, "年額|金額")                           \
    X(T_TEXT, back, N_("In return"), SEARCHED | LISTED, 18, NULL, NULL, "見返り")                  \
    X(T_DAY, back_on, N_("Came back on"), 0, 10, NULL, NULL, "見返り日")                           \
    X(T_REF, product, N_("Product"), 0, 16, &entity_product, NULL, "商品|製品")                    \
    X(T_REF, demand, N_("Price demand"), 0, 16, &entity_demand, NULL, "値下げ要請")                \
    X(T_REF, round, N_("Round"), 0, 16, &entity_round, NULL, "案内")                               \
    X(T_YEN, was, N_("Price before"), 0, 9, NULL, NULL, "従来単価")                                \
    X(T_YEN, price, N_("Agreed price"), LISTED, 10, NULL, NULL, "合意単価|新単価")                 \
    X(T_DAY, effective, N_("Holds from"), LISTED, 10, NULL, NULL, "適用日|改定日")
ENTITY_STRUCT(Concession, CONCESSION);

/// The card as it is once what `entry` agreed is on it, today: the price now, or a coming one. An
/// agreement from before the day from which the card's own price holds says nothing of it.
void price_agree(Price *card, const Concession *entry, Day today);
/// The card without what `entry` put there; what was written over it since stays.
void price_agree_not(Price *card, const Concession *entry, Day today);
/// "¥25,200 → ¥26,400 from Fri 1 Jan 2027": of an entry with a price.
const char *price_agreed_text(const Concession *entry, Day today, Arena *arena);

/// What was asked: a price for one piece, so many yen less, or hundredths of a per cent off. The
/// others are NONE.
typedef struct PriceAsked {
    Yen yen, less;
    int32_t off;
} PriceAsked;

/// Reads "1180", "¥1,180円", "0.5万", "-50", "-5%", "5％", "2.5%引き", in either width; what stands
/// behind a blank and # is passed over. ERR_INPUT with a sentence: anything else, a price of nothing,
/// more than 99 per cent off.
bool price_asked_read(const char *typed, Arena *arena, PriceAsked *ret, Err *err);
/// As it would be typed: "¥1180", "-¥50", "-5%", "-2.5%".
char *price_asked_text(PriceAsked asked, Arena *arena);
/// The same of what was typed, with the product behind it; as it is where it cannot be read.
char *price_asked_kept(const char *typed, Arena *arena);
/// What it comes to for one piece at `now`, rounded to the yen; NONE: the price now is not known,
/// nothing was asked (all of `asked` is NONE), or nothing would be left.
Yen price_asked_yen(PriceAsked asked, Yen now);

/// Who may agree to a price.
typedef enum PriceApproval {
    APPROVAL_UNKNOWN, // the card says too little
    APPROVAL_ME,
    APPROVAL_BOSS,
    APPROVAL_ABOVE, // above the boss, down to the floor
    APPROVAL_NOBODY,
} PriceApproval;

/// One demand held against a card. NONE: not known.
typedef struct PriceVerdict {
    Yen yen;        // asked for one piece
    int64_t gap;    // yen above the floor; below nothing: under it; INT64_MIN: not known
    int64_t a_year; // what it costs a year against the price now; INT64_MIN: not known
    PriceApproval approval;
    Yen paid; // now, where more than that is asked; else NONE
} PriceVerdict;

/// `card` may be NULL: there is none.
PriceVerdict price_judge(const Price *card, PriceAsked asked);

/// The answer in one line: "¥1,140: gap to the floor ¥40, ¥96,000 a year, the boss must approve.
/// Ask for: volume, term, payment day". Without `reveal` the gap is "•••". `asks`: what to ask for
/// in return, separated by /; at most three are said.
const char *price_answer(const PriceVerdict *verdict, const char *asks, bool reveal, Arena *arena);

/// 貸し借り of one client.
typedef struct LedgerBalance {
    int32_t given, got; // how often
    Day last;           // when we gave last; NONE: never
} LedgerBalance;
/// "given 5, got 1, last 94 days ago"; "nothing given, nothing got" for none.
const char *ledger_balance(LedgerBalance balance, Day today, Arena *arena);

#endif
