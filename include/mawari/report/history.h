// SPDX-License-Identifier: GPL-3.0-or-later
// A trouble on one page: the first report for the boss, and the history (経緯書).
#ifndef MAWARI_REPORT_HISTORY_H
#define MAWARI_REPORT_HISTORY_H

#include "mawari/model/ticket.h"
#include "mawari/report/page.h"

typedef struct HistoryLine {
    const TicketLine *line;
    const char *who; // NULL: nobody is named
} HistoryLine;

/// A throw of the ball, the oldest first.
typedef struct HistoryThrow {
    Day since;
    const char *holder, *note;
    bool mine;
} HistoryThrow;

/// All that the page says; texts that are not known are NULL.
typedef struct History {
    Ticket ticket;
    const char *client, *site, *reporter, *stage, *ball;
    const HistoryLine *lines; // the oldest first
    size_t line_count;
    const HistoryThrow *throws;
    size_t throw_count;
    Minute worked, at_night, on_days_off;
    const char *loans;
    const char *stages; // those that the rep set, each with its day
    Day today, tell_by;
} History;

/// Days that the ball was with others and with me, from the first throw to the day it was closed or
/// today; before that it was mine, from the opening on.
void history_ball_days(const History *history, int32_t *ret_theirs, int32_t *ret_mine);

/// 経緯書: what it is, when, how the ball went, what was known and told. `told_only`: for the client,
/// without a word that stayed inside.
void history_page(const History *history, bool told_only, Page *page);

/// 速報: what is known in the first hour, for the boss.
void first_report_page(const History *history, Page *page);

#endif
