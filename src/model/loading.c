// SPDX-License-Identifier: GPL-3.0-or-later
// 積込み・持参: what goes into the car for the visits of a day, and what comes back from them.
#include "mawari/model/capture.h"
#include "mawari/model/rules.h"

bool outcome_hands_over(int32_t outcome)
{
    return outcome == OUTCOME_MET || outcome == OUTCOME_SHORT_WORD ||
           outcome == OUTCOME_RECEPTION || outcome == OUTCOME_DELIVERY_ONLY;
}

/// What is not said is told by its words.
static int32_t way_of(const Commitment *commitment, const char *words, Arena *arena)
{
    int32_t way = commitment->way;
    Minute minutes;
    if (way == NONE)
        promise_guess(words, commitment->what, arena, &way, &minutes);
    return way;
}

bool promise_to_load(const Commitment *commitment, const char *words, Day day, Arena *arena)
{
    if (!commitment_to_give(commitment, day) || commitment->money == MONEY_COLLECT)
        return false;
    int32_t way = way_of(commitment, words, arena);
    return way != WAY_CALL && way != WAY_MAIL;
}

bool promise_comes_back(const Commitment *commitment, const char *words, Day day, Arena *arena)
{
    if (commitment->direction != DIRECTION_THEIRS || commitment->kept != NONE ||
        (commitment->due != NONE && !commitment_to_ask(commitment, day)))
        return false;
    int32_t way = way_of(commitment, words, arena);
    return way == WAY_BRING || way == WAY_DELIVER;
}

bool loan_to_load(const Loan *loan, Day day)
{
    return loan->returned == NONE && loan->lent == day && loan->back != day;
}

bool loan_comes_back(const Loan *loan, bool closed, Day day)
{
    return loan->returned == NONE && (loan->back != NONE ? loan->back <= day : closed);
}
