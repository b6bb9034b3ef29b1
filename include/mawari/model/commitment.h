// SPDX-License-Identifier: GPL-3.0-or-later
// Promises, mine and theirs; whose turn it is; chains of them.
#ifndef MAWARI_MODEL_COMMITMENT_H
#define MAWARI_MODEL_COMMITMENT_H

#include "mawari/model/entity.h"

typedef enum Direction { DIRECTION_MINE, DIRECTION_THEIRS } Direction;
extern const Words words_direction;
typedef enum Way { WAY_CALL, WAY_MAIL, WAY_DESK, WAY_BRING, WAY_DELIVER } Way;
extern const Words words_way;
/// 請求書持参, 集金.
typedef enum Money { MONEY_INVOICE, MONEY_COLLECT } Money;
extern const Words words_money;

/// `money`, `money_day`: it was proposed for this closing or payment day, and never is again.
#define COMMITMENT(X)                                                                              \
    X(T_WORD, direction, N_("Direction"), NEEDED | LISTED, 6, &words_direction, "mine", "区別")    \
    X(T_TEXT, what, N_("What"), NEEDED | NAMES | SEARCHED | LISTED, 28, NULL, NULL, "内容|約束")   \
    X(T_REF, client, N_("Client"), LISTED, 20, &entity_client, NULL, "得意先")                     \
    X(T_REF, site, N_("Site"), 0, 20, &entity_site, NULL, "事業所|施設")                           \
    X(T_REF, contact, N_("To, from"), LISTED, 14, &entity_contact, NULL, "相手|担当者|who")        \
    X(T_REF, end_customer, N_("End customer"), 0, 16, &entity_end_customer, NULL,                  \
      "エンドユーザー|施主")                                                                       \
    X(T_DAY, due, N_("Due"), LISTED, 10, NULL, NULL, "期日|期限")                                  \
    X(T_MINUTE, due_at, N_("Due, hour"), LISTED, 6, NULL, NULL, "時刻")                            \
    X(T_WORD, way, N_("Way"), LISTED, 7, &words_way, NULL, "方法")                                 \
    X(T_MINUTES, minutes, N_("Takes minutes"), 0, 6, NULL, NULL, "所要時間")                       \
    X(T_DAY, promised, N_("Promised on"), 0, 10, NULL, "today", "約束日")                          \
    X(T_DAY, first_due, N_("First due"), HIDDEN, 10, NULL, NULL, NULL)                             \
    X(T_DAY, wake, N_("Waiting until"), 0, 10, NULL, NULL, "待つ日")                               \
    X(T_TEXT, waits_for, N_("Waiting for"), SEARCHED, 20, NULL, NULL, "待ち")                      \
    X(T_DAY, kept, N_("Kept on"), LISTED, 10, NULL, NULL, "完了日|果たした日")                     \
    X(T_REF, visit, N_("Made at"), 0, 20, &entity_visit, NULL, NULL)                               \
    X(T_WHOLE, sequence, N_("Calendar sequence"), HIDDEN, 5, NULL, "0", NULL)                      \
    X(T_DAY, planned, N_("Planned on"), 0, 10, NULL, NULL, "予定日")                               \
    X(T_MINUTE, planned_at, N_("Planned at"), 0, 6, NULL, NULL, "予定時刻")                        \
    X(T_YES, heavy, N_("Heavy"), 0, 5, NULL, NULL, "重い")                                         \
    X(T_WORD, money, N_("Money"), HIDDEN, 8, &words_money, NULL, NULL)                             \
    X(T_DAY, money_day, N_("Of the closing, payment day"), HIDDEN, 10, NULL, NULL, NULL)
ENTITY_STRUCT(Commitment, COMMITMENT);

/// Derived. `ball`: of the last throw, else me for mine and `contact` for theirs. `latest`: the day
/// by which the chain needs it, the due day without a chain; slack is shown from it.
#define COMMITMENT_DERIVED(X)                                                                      \
    X(T_REF, ball, N_("Ball"), LISTED, 14, &entity_contact, NULL, "ボール")                        \
    X(T_DAY, ball_since, N_("Ball since"), LISTED, 10, NULL, NULL, "since|ボールの日")             \
    X(T_DAY, latest, N_("At the latest"), 0, 10, NULL, NULL, "slack|余裕|最終期限")                \
    X(T_WHOLE, delays, N_("Times put off"), 0, 4, NULL, NULL, "延期回数")
ENTITY_STRUCT(CommitmentDerived, COMMITMENT_DERIVED);

/// `commitment` can only be done when `waits_for` is, and needs `working_days` after it.
#define CHAIN_LINK(X)                                                                              \
    X(T_REF, commitment, N_("Promise"), NEEDED | OWNER | LISTED, 24, &entity_commitment, NULL,     \
      NULL)                                                                                        \
    X(T_REF, waits_for, N_("Waits for"), NEEDED | LISTED, 24, &entity_commitment, NULL, NULL)      \
    X(T_WHOLE, working_days, N_("Working days"), LISTED, 6, NULL, "1", NULL)                       \
    X(T_TEXT, label, N_("Label"), NAMES, 12, NULL, NULL, NULL)
ENTITY_STRUCT(ChainLink, CHAIN_LINK);

/// One throw of the ball: from this day it is `holder`'s turn.
#define BALL(X)                                                                                    \
    X(T_ANY, of, N_("Of"), NEEDED | OWNER | LISTED, 24, &kinds_with_ball, NULL, NULL)              \
    X(T_REF, holder, N_("Holder"), NEEDED | LISTED, 16, &entity_contact, NULL, NULL)               \
    X(T_DAY, since, N_("Since"), NEEDED | LISTED, 10, NULL, "today", NULL)                         \
    X(T_TEXT, note, N_("Note"), NAMES | SEARCHED | LISTED, 24, NULL, NULL, NULL)                   \
    X(T_DAY, nag, N_("Ask again on"), 0, 10, NULL, NULL, NULL)
ENTITY_STRUCT(Ball, BALL);

#endif
