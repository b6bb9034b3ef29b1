// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the rep's trade: cycles, recurrences, chains, the told-clock. Pure functions.
#ifndef MAWARI_MODEL_RULES_H
#define MAWARI_MODEL_RULES_H

#include "mawari/base/err.h"
#include "mawari/model/kinds.h"
#include "mawari/model/workday.h"

/// When a client is to be seen next by its cycle. Counts from the last real visit and never piles
/// up: one date, however long ago. `stretch_percent` (100 = as typed) lengthens all cycles in
/// proportion when there are more clients than hours. NONE without cycle or visit.
Day cycle_due(const Client *client, Day last_real_visit, int stretch_percent);
/// The earliest and latest day of the window around `due`; unless typed, a seventh of the cycle.
void cycle_window(const Client *client, Day due, Day *ret_from, Day *ret_to);
/// "every 14 days", "every day".
const char *cycle_text(int32_t days, Arena *arena);
/// How much cycles must be stretched so that `clients_per_day` visits a working day suffice (five
/// of them a week); 100 when they do already. `cycles[i]` in days, NONE has none.
int cycle_stretch(const int32_t *cycles, size_t count, int clients_per_day);
/// What a working day can hold where nobody said otherwise, as the setting visits_a_day begins.
#define CYCLE_VISITS_A_DAY "10"

/// The first day after `after` that a fixed recurrence names: "2tue" second Tuesday, "lasttue",
/// "eom" month's end, "20" the 20th (31 skips short months), "eom-1wd" the working day before,
/// "14d" and "2w" every so many days from `since`, "mon,thu" weekly, "gotobi" 五十日; also 第2火曜,
/// 最終金曜, 月末, 20日, 14日ごと, 隔週, 月木. With commas: whichever comes first. Never before
/// `since`. False: `rule` is none of these.
bool recurrence_next(const char *rule, Day since, Day after, const WorkCalendar *calendar,
                     Day *ret);
/// Is `rule` one that recurrence_next() knows?
bool recurrence_known(const char *rule);

/// What recurrence_next() counts, as an RRULE up to `until` (or NONE): "FREQ=MONTHLY;BYDAY=2TU".
/// NULL: RFC 5545 has no words for it, as for working days.
const char *recurrence_rrule(const char *rule, Day until, Arena *arena);

/// The day of the next one once this one, due on `due` (or NONE), was done on `done`: periods ("14d")
/// count from the last time done, days of the month and week from whichever is later, so that what
/// was done early does not come twice. False: `rule` is none.
bool recurrence_after_done(const char *rule, Day due, Day done, const WorkCalendar *calendar,
                           Day *ret);

/// When a place or a person can be found: what the store knows about one visit's day.
typedef struct Openness {
    bool holiday;           // the day is a public one
    int32_t closed_days;    // weekdays of the site, else of the client; NONE
    const Absence *absence; // of the client, the site or the person, around the day; NULL
    const Hours *hours;     // of the person, where there are none of the site
    size_t hour_count;
} Openness;

/// What stands against a visit on its day, the gravest first.
typedef enum Hindrance {
    HINDRANCE_NONE,
    HINDRANCE_CLOSED, // on this weekday
    HINDRANCE_ABSENT,
    HINDRANCE_HOURS, // nobody can be reached then, or on this day at all
} Hindrance;
/// Whether they are hours of this day at all, by its weekday.
bool hours_hold_on(const Hours *hours, Day day, bool holiday);
/// A visit without an agreed hour fits any of the day's hours.
Hindrance visit_hindrance(const Visit *visit, const Openness *openness);

/// Working days that are left until a promise must be done: from `today` to `latest`. NONE if
/// undated.
int32_t commitment_slack(Day latest, Day today, const WorkCalendar *calendar);
typedef struct ChainStep {
    Day due;              // NONE: as late as the chain allows
    int32_t waits_for;    // index into the steps, -1: nothing
    int32_t working_days; // between that one's end and this one
} ChainStep;
/// Backwards over working days: by when each step must be done so that all that wait for it keep
/// theirs. `ret[i]`; cycles in the chain are cut. NONE where nothing is dated.
void chain_latest(const ChainStep *steps, size_t count, const WorkCalendar *calendar, Day *ret);
/// The same for steps that wait for several: `dues[i]` is the step's own day or NONE.
typedef struct ChainEdge {
    size_t step, waits_for;
    int32_t working_days;
} ChainEdge;
void chain_latest_of(const Day *dues, size_t count, const ChainEdge *edges, size_t edge_count,
                     const WorkCalendar *calendar, Day *ret);

/// Working days that a chain can still slip: the least of what lies between a step's own day and the
/// day by which another needs it; negative when the days typed cannot all be kept. NONE when no two
/// steps are dated.
int32_t chain_slack(const Day *dues, size_t count, const ChainEdge *edges, size_t edge_count,
                    const WorkCalendar *calendar);

/// The steps that wait for `slips`, directly or through others, the nearest first: who must hear of
/// it when it slips. `ret` has room for all steps.
size_t chain_waiting(size_t count, const ChainEdge *edges, size_t edge_count, size_t slips,
                     size_t *ret);

/// The day of the month in the month of `day`; one that the month does not have is its last.
Day in_month_of(Day day, int32_t day_of_month);
/// The next closing day from `today` on. `closing_day` 31 is the month's end, as any day that a
/// month does not have. NONE without one.
Day closing_next(int32_t closing_day, Day today);
/// When one acts on a closing or payment day: the invoice is brought on the first working day after
/// the closing day; money is collected on the payment day, or the working day before it, for who
/// comes after a holiday may find the money spent.
Day money_day_act(Money money, Day of, const WorkCalendar *calendar);
/// The next day on which that is, from `today` on; NONE without a closing, payment day.
Day invoice_day(int32_t closing_day, Day today, const WorkCalendar *calendar);
Day payment_next(int32_t payment_day, Day today, const WorkCalendar *calendar);
/// The closing or payment days that are acted upon from `today` to `until`; false: none is.
bool money_days_between(Money money, Day today, Day until, const WorkCalendar *calendar,
                        Day *ret_from, Day *ret_to);
/// The same days as days of the month, a row for each month; `most` is 31 at a month's end, for
/// whoever closes later closes then. Beyond MONTH_DAYS months they are left out.
enum { MONTH_DAYS = 4 };
typedef struct MonthDays {
    Day month; // its first
    int32_t least, most;
} MonthDays;
size_t month_days_between(Day from, Day to, MonthDays ret[MONTH_DAYS]);
/// From three working days before a closing day on, what is still open there is said.
enum { CLOSING_NEAR = 3 };
bool closing_is_near(Day closing, Day today, const WorkCalendar *calendar);
Day closing_near_until(Day today, const WorkCalendar *calendar); // the last that is near

/// Kept; else waiting until its day comes, whatever is due; else late or today, also when the day
/// has come until which it waited; else open.
typedef enum CommitmentState {
    COMMITMENT_OPEN,
    COMMITMENT_WAITING,
    COMMITMENT_TODAY,
    COMMITMENT_LATE,
    COMMITMENT_KEPT,
} CommitmentState;
CommitmentState commitment_state(const Commitment *commitment, Day today);

/// On a visit on `day`: what is to be handed over or done there, mine that is due by then or that
/// is carried and undated; and what is to be asked for, theirs that is due by then.
bool commitment_to_give(const Commitment *commitment, Day day);
bool commitment_to_ask(const Commitment *commitment, Day day);

/// Something can be handed over on a visit that ends so: met, a short word, reception, delivery only.
bool outcome_hands_over(int32_t outcome);
/// What goes into the car for a visit on `day`: what is to be given there, unless a call or a mail
/// settles it or it is money to collect. A way that is not said is guessed by `words`, the rep's own
/// table (promise_guess); `arena` is for that.
bool promise_to_load(const Commitment *commitment, const char *words, Day day, Arena *arena);
/// What comes back from it: theirs that can be carried, 返品, 受領書, due by then or undated.
bool promise_comes_back(const Commitment *commitment, const char *words, Day day, Arena *arena);
/// A loan is loaded on the day on which it is lent; it comes back on the day agreed, without one
/// when the trouble for which it was lent is `closed`.
bool loan_to_load(const Loan *loan, Day day);
bool loan_comes_back(const Loan *loan, bool closed, Day day);

/// Working days since the client was last told something (or since it was opened); never pauses
/// before it is closed. NONE when it is.
int32_t ticket_silence(const Ticket *ticket, Day told_on, Day today, const WorkCalendar *calendar);
/// The last day on which telling is within the limit. NONE without a limit and when closed.
Day ticket_tell_by(const Ticket *ticket, Day told_on, const WorkCalendar *calendar);
/// Minutes of a stretch of work that fall into the night (22–5 o'clock) and on days off. Without
/// a start the night is not known: 0.
void hours_split(const TicketHours *hours, const WorkCalendar *calendar, Minute *ret_night,
                 Minute *ret_off);

/// May these be saved together? One sentence on the first contradiction ("ends before it starts").
bool record_consistent(const Entity *kind, const void *record, Err *err);

/// May this be said already at `minute` of `today`? Sales, words, temperatures, answers … are never of
/// a day to come. What was so `before` (NULL: a new record) is not held against an edit.
bool record_happened(const Entity *kind, const void *before, const void *record, Day today,
                     Minute minute, Err *err);
/// Was there a greeting, or anything to be said of it, at `meeting` yet? `before` as above.
bool greeting_happened(const Attendee *before, const Attendee *one, const Meeting *meeting,
                       Day today, Err *err);

#endif
