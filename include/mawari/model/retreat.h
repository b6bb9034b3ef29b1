// SPDX-License-Identifier: GPL-3.0-or-later
// 引き潮: their steps back, not our lateness. Each is one dated fact out of a client's records, with its
// rule and what clears it; never a score. Pure: what it is given decides, and no clock. Signals are
// derived, no records: they have no number and are in no journal (an undo of what they follow from takes
// them back). `/` finds their clients by what they are called, is:slipping in lists, filters and CSV;
// they go out as `export csv signals`.
#ifndef MAWARI_MODEL_RETREAT_H
#define MAWARI_MODEL_RETREAT_H

#include "mawari/base/day.h"
#include "mawari/model/entity.h"

/// X(ID, code, rule, clears): the rule and what clears it, as sentences.
#define RETREAT_RULES(X)                                                                           \
    X(SHORTER, "shorter", N_("the last three talks at most half as long as the ones before"),      \
      N_("a talk as long as before"))                                                              \
    X(JUNIOR, "junior", N_("the last two talks without a key person, the ones before with one"),   \
      N_("a talk with a key person"))                                                              \
    X(REFUSED, "refused", N_("turned away twice running"), N_("being received"))                   \
    X(SLOWER, "slower", N_("the last three answers took at least twice as long as before"),        \
      N_("an answer as quick as before"))                                                          \
    X(QUOTES, "quotes", N_("no quote asked for in twice the longest time before"),                 \
      N_("a quote asked for"))                                                                     \
    X(COMPLAINTS, "complaints", N_("no complaint in twice the longest time before"),               \
      N_("a complaint: they still care"))                                                          \
    X(RIVAL, "rival", N_("a rival's card or a rival seen there"), N_("60 days without one"))       \
    X(ORDERS, "orders",                                                                            \
      N_("three months at most seven tenths of a year ago, or of those before: in all, or in a "   \
         "product line that was a tenth of all"),                                                  \
      N_("better months"))

typedef enum RetreatRule {
#define X(id, ...) RETREAT_##id,
    RETREAT_RULES(X)
#undef X
        RETREAT_RULE_COUNT
} RetreatRule;
extern const Words words_retreat;            // code and title of each
const char *retreat_rule_text(int32_t rule); // N_()
const char *retreat_clears(int32_t rule);    // N_()

/// A visit that was made, as far as the rules ask for it.
typedef struct RetreatVisit {
    Day day;
    int32_t outcome; // Outcome
    int32_t minutes; // by two stamps of the moment, NONE
    Id contact;      // 0: nobody is named
    bool key;        // who decides
} RetreatVisit;
/// What they owed, and when it came.
typedef struct RetreatAnswer {
    Day asked, came;
} RetreatAnswer;
typedef struct RetreatMonth {
    Day month;        // its first day
    const char *line; // the product line; NULL: the office does not say it
    int64_t yen;
} RetreatMonth;

/// Of one client. All lists run from the oldest to the newest, but `sales` from the newest month to
/// the oldest, each line of a month once.
typedef struct RetreatRecords {
    const RetreatVisit *visits;
    size_t visit_count;
    const RetreatAnswer *answers;
    size_t answer_count;
    const Day *quotes; // asked for on these days
    size_t quote_count;
    const Day *complaints; // brought on these days
    size_t complaint_count;
    bool in_trouble; // one of them is open
    Day rival_seen;  // the last time, NONE
    Id rival;
    const RetreatMonth *sales;
    size_t sale_count;
} RetreatRecords;

/// One step back. What `a` and `b` are follows from the rule: SHORTER minutes now and before (NONE
/// before: short words now, talks before); SLOWER days now and before; QUOTES, COMPLAINTS the day of
/// the last one and the days since; ORDERS thousands of yen now and before, `c` 1: a year ago, `line`
/// the product line, NULL: in all.
typedef struct Signal {
    Id client;    // whose, where it was read from the store
    int32_t rule; // RetreatRule
    Day day;      // on which it came true; may lie ahead: it does then, if nothing comes
    int32_t a, b, c;
    Id who, whom; // JUNIOR: who came, and the key person of before; RIVAL: who was seen
    const char *line;
} Signal;

/// What is true now, at most one of each rule, by rule. `ret` has room for RETREAT_RULE_COUNT.
size_t retreat_signals(const RetreatRecords *records, Signal *ret);

/// Two within RETREAT_DAYS of each other make a client slip: from the second until the first is as old.
enum { RETREAT_DAYS = 60 };
typedef struct Slip {
    Day since, until;
} Slip;
/// The times in which the client slips, the earliest first, none touching another.
size_t retreat_slips(const Signal *signals, size_t count, Slip ret[RETREAT_RULE_COUNT]);

#endif
