// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of promises, of the links of their chains, and of the throws of a ball.
#include "mawari/model/kinds.h"

const Words words_direction = WORDS(
    {DIRECTION_MINE, "mine", N_("Mine"), "約束|私|自分|当方|me"},
    {DIRECTION_THEIRS, "theirs", N_("Theirs"), "先方待ち|先方|相手"});

const Words words_way = WORDS({WAY_CALL, "call", N_("Call"), "電話|TEL|phone"},
                              {WAY_MAIL, "mail", N_("Mail"), "メール|email|e-mail"},
                              {WAY_DESK, "desk", N_("Desk"), "机|内勤|事務"},
                              {WAY_BRING, "bring", N_("Bring"), "持参"},
                              {WAY_DELIVER, "deliver", N_("Deliver"), "納品|配達"});

const Words words_money = WORDS({MONEY_INVOICE, "invoice", N_("Invoice"), "請求書|請求書持参"},
                                {MONEY_COLLECT, "collect", N_("Collect"), "集金"});

const KindSet kinds_with_ball = KINDS(&entity_commitment, &entity_ticket);

#define RECORD CommitmentDerived
static const Field commitment_derived[] = {COMMITMENT_DERIVED(FIELD_ROW)};
#undef RECORD

#define RECORD Commitment
const Entity entity_commitment = ENTITY_AND_DERIVED(commitment_derived, "commitment", "commitments",
                                                    N_("Promise"), N_("Promises"), COMMITMENT,
                                                    "due");
#undef RECORD

#define RECORD ChainLink
const Entity entity_chain_link = ENTITY("chain_link", "chain_links", N_("Chain link"),
                                        N_("Chain links"), CHAIN_LINK, "label");
#undef RECORD

#define RECORD Ball
const Entity entity_ball = ENTITY("ball", "balls", N_("Throw"), N_("Throws"), BALL, "-since");
#undef RECORD
