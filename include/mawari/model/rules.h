// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the rep's trade: cycles, recurrences, chains, the told-clock. Pure functions.
#ifndef MAWARI_MODEL_RULES_H
#define MAWARI_MODEL_RULES_H

#include "mawari/model/kinds.h"
#include "mawari/model/workday.h"

/// When a client is to be seen next by its cycle. Counts from the last real visit and never piles
/// up: one date, however long ago. `stretch_percent` (100 = as typed) lengthens all cycles in
/// proportion when there are more clients than hours. NONE without cycle or visit.
Day cycle_due(const Client *client, Day last_real_visit, int stretch_percent);
/// The earliest and latest day of the window around `due`.
void cycle_window(const Client *client, Day due, Day *ret_from, Day *ret_to);
/// How much cycles must be stretched so that `clients_per_day` visits a working day suffice; 100
/// when they do already. `cycles[i]` in days.
int cycle_stretch(const int32_t *cycles, size_t count, int clients_per_day);

/// The first day after `after` that a fixed recurrence names: "2tue" second Tuesday, "lasttue",
/// "eom" month's end, "20" the 20th, "eom-1wd" the working day before, "14d" every 14 days from
/// `since`, "mon,thu" weekly. False: `rule` is none of these.
bool recurrence_next(const char *rule, Day since, Day after, const WorkCalendar *calendar, Day *ret);

/// Working days that are left until a promise must be done: from `today` to `latest`. NONE if
/// undated.
int32_t commitment_slack(Day latest, Day today, const WorkCalendar *calendar);
typedef struct ChainStep {
    Day due;             // NONE: as late as the chain allows
    int32_t waits_for;   // index into the steps, -1: nothing
    int32_t working_days;// between that one's end and this one
} ChainStep;
/// Backwards over working days: by when each step must be done so that all that wait for it keep
/// theirs. `ret[i]`; cycles in the chain are cut. NONE where nothing is dated.
void chain_latest(const ChainStep *steps, size_t count, const WorkCalendar *calendar, Day *ret);

typedef enum CommitmentState { COMMITMENT_OPEN, COMMITMENT_WAITING, COMMITMENT_TODAY, COMMITMENT_LATE, COMMITMENT_KEPT } CommitmentState;
CommitmentState commitment_state(const Commitment *commitment, Day today);

/// Working days since the client was last told something (or since it was opened); never pauses.
int32_t ticket_silence(const Ticket *ticket, Day told_on, Day today, const WorkCalendar *calendar);
/// The day on which the silence passes the limit.
Day ticket_tell_by(const Ticket *ticket, Day told_on, const WorkCalendar *calendar);
/// Minutes of a stretch of work that fall into the night (22–5 o'clock) and on a day off.
void hours_split(const TicketHours *hours, const WorkCalendar *calendar, Minute *ret_night, Minute *ret_off);

/// May these be saved together? One sentence on the first contradiction ("ends before it starts").
bool record_consistent(const Entity *kind, const void *record, Err *err);

#endif
