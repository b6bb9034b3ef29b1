// SPDX-License-Identifier: GPL-3.0-or-later
// What the files share that gather what a report's placeholders stand for.
#ifndef APP_REPORT_WRITING_H
#define APP_REPORT_WRITING_H

#include "mawari/app/app.h"
#include "mawari/report/template.h"

enum { MANY_OUTCOMES = 10 };

/// X(name): what there is, in the order in which it is explained.
#define PLACEHOLDERS(X)                                                                            \
    X(date)                                                                                        \
    X(name)                                                                                        \
    X(visit_count)                                                                                 \
    X(outcomes)                                                                                    \
    X(visits)                                                                                      \
    X(days)                                                                                        \
    X(unreported)                                                                                  \
    X(made_count)                                                                                  \
    X(made)                                                                                        \
    X(kept_count)                                                                                  \
    X(kept)                                                                                        \
    X(order_count)                                                                                 \
    X(orders)                                                                                      \
    X(trouble_count)                                                                               \
    X(troubles)                                                                                    \
    X(km)                                                                                          \
    X(odometer)                                                                                    \
    X(alcohol)                                                                                     \
    X(expense_sum)                                                                                 \
    X(expenses)                                                                                    \
    X(tomorrow)

typedef enum PlaceholderId {
#define X(name) AT_##name,
    PLACEHOLDERS(X)
#undef X
        AT_COUNT
} PlaceholderId;

typedef struct Writing {
    App *app;
    Arena *arena;
    Day from, to;
    Placeholder at[AT_COUNT];
    int32_t outcomes[MANY_OUTCOMES]; // how many visits had each
    int32_t done, unreported;
} Writing;

void writing_set(Writing *writing, PlaceholderId id, const char *text);
/// Nothing where there is none: its line is left out then.
void writing_count(Writing *writing, PlaceholderId id, size_t count);

/// The visits of the report, what came of them, and a line a day (report_visits.c).
bool write_visits(Writing *writing, Err *err);
/// Promises, orders, troubles, the driving log, expenses (report_records.c).
bool write_records(Writing *writing, Err *err);
/// The driving log and expenses alone.
bool write_drive(Writing *writing, Err *err);
bool write_expenses(Writing *writing, Err *err);

#endif
