// SPDX-License-Identifier: GPL-3.0-or-later
// The year for one client on one sheet: what was done for it, to hand over or to read out when the
// contract is to be renewed.
#ifndef MAWARI_REPORT_YEAR_H
#define MAWARI_REPORT_YEAR_H

#include "mawari/model/price.h"
#include "mawari/model/ticket.h"
#include "mawari/report/page.h"

/// A count with what is counted: "met" 12, "中村 恵" 9.
typedef struct YearCount {
    const char *what;
    int32_t count;
} YearCount;

/// Promises kept; of those with a day how many in time.
typedef struct YearKept {
    int32_t done, dated, in_time;
} YearKept;

typedef struct YearTrouble {
    Ticket ticket;
    Minute worked, at_night, on_days_off;
} YearTrouble;

typedef struct YearContract {
    const char *what, *state;
    Day end, notice; // notice NONE: it does not run
    Yen yen_a_year;  // NONE
} YearContract;

typedef struct Year {
    const char *client, *rep; // rep NULL: no name is known
    Day from, to, today;
    const YearCount *outcomes; // of visits
    size_t outcome_count;
    const YearCount *people; // met, the most often first
    size_t people_count;
    YearKept mine, theirs;
    const YearTrouble *troubles;
    size_t trouble_count;
    const YearContract *contracts;
    size_t contract_count;
    const Concession *ledger; // of these days, the oldest first
    size_t ledger_count;
} Year;

void year_page(const Year *year, Page *page);

#endif
