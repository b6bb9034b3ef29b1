// SPDX-License-Identifier: GPL-3.0-or-later
// 言動記録 on paper: what somebody said, dated, first to last.
#ifndef MAWARI_REPORT_INCIDENTS_H
#define MAWARI_REPORT_INCIDENTS_H

#include "mawari/model/kinds.h"
#include "mawari/report/page.h"

/// An entry with its number. `struck_by`: the later entry that strikes it out, 0: none. `under`: the
/// other name of the same person that it was entered under; NULL.
typedef struct IncidentEntry {
    Id id, struck_by;
    Incident incident;
    const char *under;
} IncidentEntry;

/// The history of one person. An entry that was struck out stands there, and says so.
void incidents_page(const char *who, const char *company, Day today, const IncidentEntry *entries,
                    size_t count, Page *page);

#endif
