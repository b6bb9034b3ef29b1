// SPDX-License-Identifier: GPL-3.0-or-later
// Visits: being there, planned or done; who rides along.
#ifndef MAWARI_MODEL_VISIT_H
#define MAWARI_MODEL_VISIT_H

#include "mawari/model/entity.h"

/// The digits of PRODUCT.md: 1 met … 9 video, 0 put off.
typedef enum Outcome {
    OUTCOME_PUT_OFF,
    OUTCOME_MET,
    OUTCOME_SHORT_WORD,
    OUTCOME_CARD_LEFT,
    OUTCOME_ABSENT,
    OUTCOME_RECEPTION,
    OUTCOME_REFUSED,
    OUTCOME_BY_PHONE,
    OUTCOME_DELIVERY_ONLY,
    OUTCOME_VIDEO,
} Outcome;
extern const Words words_outcome;

typedef enum Appointment {
    APPOINTMENT_ASKED,
    APPOINTMENT_TENTATIVE,
    APPOINTMENT_CONFIRMED,
    APPOINTMENT_CANCELLED,
} Appointment;
extern const Words words_appointment; // NONE: a floating visit, no hour agreed

/// Who put a visit off, at outcome 0.
typedef enum PutOffBy { PUT_OFF_BY_THEM, PUT_OFF_BY_ME } PutOffBy;
extern const Words words_put_off_by;

/// `site`: where one goes, to a site of the client or to its end customer.
/// A visit with a `start` has an agreed hour; without one it floats at its `place` in the day.
/// `earliest`: it was planned then, or put into a gap that begins then.
/// `spoke`: at outcome 8 somebody was spoken to, so the cycle is reset. `line`: the report as it was
/// typed, digit first; its days are counted from `line_day`. What it made are its line parts.
#define VISIT(X)                                                                                   \
    X(T_REF, client, N_("Client"), NEEDED | LISTED, 24, &entity_client, NULL, NULL)                \
    X(T_ANY, site, N_("Site"), LISTED, 22, &kinds_visited, NULL, NULL)                             \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", "日付|訪問日|年月日|date|day")    \
    X(T_MINUTE, start, N_("Agreed hour"), LISTED, 6, NULL, NULL, "時刻|時間|開始|start|time")      \
    X(T_MINUTES, minutes, N_("Length"), 0, 6, NULL, "30", NULL)                                    \
    X(T_WORD, appointment, N_("Appointment"), LISTED, 10, &words_appointment, NULL, NULL)          \
    X(T_TEXT, purpose, N_("Purpose"), NAMES | SEARCHED | LISTED, 24, NULL, NULL,                   \
      "目的|訪問目的|用件|件名|purpose|subject")                                                   \
    X(T_REF, contact, N_("With"), LISTED, 14, &entity_contact, NULL, NULL)                         \
    X(T_WORD, outcome, N_("Outcome"), LISTED, 12, &words_outcome, NULL,                            \
      "結果|訪問結果|result|outcome")                                                              \
    X(T_YES, spoke, N_("Spoken to"), 0, 5, NULL, NULL, NULL)                                       \
    X(T_LONG, text, N_("Report"), SEARCHED, 40, NULL, NULL,                                        \
      "内容|報告|日報|商談内容|訪問内容|備考|本文|text|report|notes")                              \
    X(T_MOMENT, arrived, N_("Arrived"), 0, 16, NULL, NULL, NULL)                                   \
    X(T_MOMENT, departed, N_("Departed"), 0, 16, NULL, NULL, NULL)                                 \
    X(T_YES, about, N_("Times are about"), HIDDEN, 5, NULL, NULL, NULL)                            \
    X(T_WHOLE, place, N_("Place in the day"), HIDDEN, 6, NULL, NULL, NULL)                         \
    X(T_YES, proposed, N_("Proposed by the cycle"), HIDDEN, 5, NULL, NULL, NULL)                   \
    X(T_WHOLE, sequence, N_("Calendar sequence"), HIDDEN, 5, NULL, "0", NULL)                      \
    X(T_MINUTE, earliest, N_("Not before"), HIDDEN, 6, NULL, NULL, NULL)                           \
    X(T_WORD, put_off_by, N_("Put off by"), 0, 8, &words_put_off_by, NULL, NULL)                   \
    X(T_LONG, line, N_("Line"), HIDDEN, 40, NULL, NULL, NULL)                                      \
    X(T_DAY, line_day, N_("Line written on"), HIDDEN, 10, NULL, NULL, NULL)                        \
    X(T_YES, nailed, N_("Nailed"), 0, 5, NULL, NULL, NULL)                                         \
    X(T_MINUTE, nailed_at, N_("Nailed at"), 0, 6, NULL, NULL, NULL)                                \
    X(T_YES, end_about, N_("The end is about"), HIDDEN, 5, NULL, NULL, NULL)
ENTITY_STRUCT(Visit, VISIT);
extern const KindSet kinds_visited; // site, end customer

#define COMPANION(X)                                                                               \
    X(T_REF, visit, N_("Visit"), NEEDED | OWNER | LISTED, 20, &entity_visit, NULL, NULL)           \
    X(T_REF, contact, N_("Who"), LISTED, 16, &entity_contact, NULL, NULL)                          \
    X(T_TEXT, pick_up, N_("Pick up at"), NAMES | SEARCHED | LISTED, 20, NULL, NULL, NULL)          \
    X(T_MINUTE, pick_up_at, N_("Pick up, hour"), LISTED, 6, NULL, NULL, NULL)                      \
    X(T_ANY, place, N_("Pick-up place"), 0, 20, &kinds_place, NULL, NULL)
ENTITY_STRUCT(Companion, COMPANION);

/// It is still to come: not cancelled, not reported, nobody arrived.
bool visit_is_ahead(const Visit *visit);
/// Does this outcome reset the visit cycle? 1, 2, 7, 9 do; 8 only if somebody was spoken to.
bool visit_resets_cycle(const Visit *visit);

#endif
