// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of order memos, expenses and kept words.
#include "mawari/model/kinds.h"

const Words words_kept_sort = WORDS(
    {KEPT_RIVAL, "rival", N_("Rival"), "他社"}, {KEPT_PRICE, "price", N_("Price demand"), "指値"},
    {KEPT_OFFER, "offer", N_("Offer"), "商品"}, {KEPT_EXPENSE, "expense", N_("Expense"), "経費"},
    {KEPT_UNSETTLED, "unsettled", N_("Unsettled"), "未確定"});

#define RECORD OrderMemo
const Entity entity_order_memo = ENTITY("order_memo", "order_memos", N_("Order memo"),
                                        N_("Order memos"), ORDER_MEMO, "-taken");
#undef RECORD

const KindSet kinds_loaded = KINDS(&entity_commitment, &entity_order_memo, &entity_loan,
                                   &entity_round_client);

#define RECORD Loading
const Entity entity_loading = ENTITY("loading", "loadings", N_("Loading"), N_("Loadings"), LOADING,
                                     "-day");
#undef RECORD

#define RECORD Expense
const Entity entity_expense = ENTITY("expense", "expenses", N_("Expense"), N_("Expenses"), EXPENSE,
                                     "-day");
#undef RECORD

#define RECORD KeptWord
const Entity entity_kept_word = ENTITY("kept_word", "kept_words", N_("Kept word"), N_("Kept words"),
                                       KEPT_WORD, "-day");
#undef RECORD

const Words words_line_reads = WORDS(
    {LINE_NOTE, "note", N_("note"), NULL}, {LINE_PERSON, "person", N_("with"), NULL},
    {LINE_NAMED, "named", N_("named"), NULL}, {LINE_MINE, "mine", N_("I promise"), NULL},
    {LINE_THEIRS, "theirs", N_("they promise"), NULL}, {LINE_KEPT, "kept", N_("kept"), NULL},
    {LINE_ORDER, "order", N_("order"), NULL}, {LINE_LENT, "lent", N_("lent"), NULL},
    {LINE_TROUBLE, "trouble", N_("trouble"), NULL}, {LINE_INSIDE, "inside", N_("inside"), NULL},
    {LINE_RIVAL, "rival", N_("rival"), NULL}, {LINE_WORD, "word", N_("kept word"), NULL},
    {LINE_GIVEN, "given", N_("given"), NULL}, {LINE_OFFER, "offer", N_("offered"), NULL},
    {LINE_DEMAND, "demand", N_("price demand"), NULL},
    {LINE_EXPENSE, "expense", N_("expense"), NULL}, {LINE_NEXT, "next", N_("next visit"), NULL},
    {LINE_DELIVERED, "delivered", N_("delivered"), NULL},
    {LINE_RETURNED, "returned", N_("came back"), NULL});

#define RECORD LinePart
const Entity entity_line_part = ENTITY("line_part", "line_parts", N_("Part of a line"),
                                       N_("Parts of a line"), LINE_PART, "visit");
#undef RECORD
