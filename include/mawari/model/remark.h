// SPDX-License-Identifier: GPL-3.0-or-later
// What may hang on any record: notes with a date, tags, links, recurrences.
#ifndef MAWARI_MODEL_REMARK_H
#define MAWARI_MODEL_REMARK_H

#include "mawari/model/entity.h"

#define NOTE(X)                                                                                    \
    X(T_ANY, on, N_("On"), OWNER | LISTED, 24, NULL, NULL, NULL)                                   \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", NULL)                             \
    X(T_LONG, text, N_("Text"), NEEDED | NAMES | SEARCHED | LISTED, 40, NULL, NULL, NULL)          \
    X(T_YES, avoid, N_("To avoid"), DISCREET, 5, NULL, NULL, "避ける|避けること|地雷")
ENTITY_STRUCT(Note, NOTE);

#define TAG(X)                                                                                     \
    X(T_ANY, on, N_("On"), NEEDED | OWNER | LISTED, 24, NULL, NULL, NULL)                          \
    X(T_TEXT, word, N_("Tag"), NEEDED | NAMES | SEARCHED | LISTED, 14, NULL, NULL, NULL)
ENTITY_STRUCT(Tag, TAG);

#define LINK(X)                                                                                    \
    X(T_ANY, on, N_("Of"), NEEDED | OWNER | LISTED, 24, NULL, NULL, NULL)                          \
    X(T_ANY, to, N_("Linked to"), NEEDED | LISTED, 24, NULL, NULL, NULL)                           \
    X(T_TEXT, why, N_("Why"), NAMES | SEARCHED | LISTED, 16, NULL, NULL, NULL)
ENTITY_STRUCT(Link, LINK);

/// A fixed recurrence of a client's visit or of a promise: "2tue", "eom", "eom-1wd", "20", "14d".
#define RECURRENCE(X)                                                                              \
    X(T_ANY, on, N_("Of"), NEEDED | OWNER | LISTED, 24, &kinds_recurring, NULL, NULL)              \
    X(T_RULE, rule, N_("Rule"), NEEDED | NAMES | LISTED, 28, NULL, NULL, NULL)                     \
    X(T_DAY, since, N_("From"), LISTED, 10, NULL, "today", NULL)                                   \
    X(T_DAY, until, N_("Until"), LISTED, 10, NULL, NULL, NULL)
ENTITY_STRUCT(Recurrence, RECURRENCE);
extern const KindSet kinds_recurring; // client, commitment: nothing else comes again by itself

#endif
