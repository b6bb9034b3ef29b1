// SPDX-License-Identifier: GPL-3.0-or-later
// Difficult people one cannot afford to lose: how it was each time, and what was said.
#ifndef MAWARI_MODEL_DEFENCE_H
#define MAWARI_MODEL_DEFENCE_H

#include "mawari/model/entity.h"

extern const Range range_degree; // 1 icy – 5 warm

/// How somebody was at a visit, what set it off, and what calmed it.
#define TEMPER(X)                                                                                  \
    X(T_REF, contact, N_("Contact"), NEEDED | OWNER | LISTED, 16, &entity_contact, NULL, "担当者") \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", "日付")                           \
    X(T_WHOLE, degree, N_("Temperature"), NEEDED | LISTED, 5, &range_degree, NULL, "温度")         \
    X(T_TEXT, set_off, N_("Set it off"), NAMES | SEARCHED | LISTED, 24, NULL, NULL,                \
      "きっかけ|引き金")                                                                           \
    X(T_TEXT, calmed, N_("Calmed it"), SEARCHED | LISTED, 24, NULL, NULL, "収まった理由")          \
    X(T_REF, visit, N_("At the visit"), HIDDEN, 20, &entity_visit, NULL, NULL)
ENTITY_STRUCT(Temper, TEMPER);

/// 言動記録: words said, entered once. Nothing of it is ever edited, archived or undone; `strikes`
/// names an earlier entry that was a mistake.
#define INCIDENT(X)                                                                                \
    X(T_LONG, words, N_("What was said"), NEEDED | NAMES | FROZEN | SEARCHED | LISTED, 32, NULL,   \
      NULL, "発言|言動")                                                                           \
    X(T_REF, contact, N_("By whom"), NEEDED | FROZEN | LISTED, 14, &entity_contact, NULL,          \
      "発言者|担当者")                                                                             \
    X(T_DAY, day, N_("Day"), NEEDED | FROZEN | LISTED, 10, NULL, "today", "日付")                  \
    X(T_MINUTE, at, N_("Hour"), FROZEN | LISTED, 6, NULL, NULL, "時刻")                            \
    X(T_LONG, answer, N_("Our answer"), FROZEN | SEARCHED, 30, NULL, NULL, "当方の返答|返答")      \
    X(T_TEXT, witness, N_("Witness"), FROZEN | SEARCHED | LISTED, 14, NULL, NULL, "立会人|同席者") \
    X(T_REF, strikes, N_("Strikes out"), FROZEN, 20, &entity_incident, NULL, "取消対象")           \
    X(T_REF, client, N_("Client"), FROZEN | HIDDEN, 20, &entity_client, NULL, "得意先")            \
    X(T_REF, visit, N_("Said at"), FROZEN | HIDDEN, 20, &entity_visit, NULL, NULL)
ENTITY_STRUCT(Incident, INCIDENT);

#endif
