// SPDX-License-Identifier: GPL-3.0-or-later
// How long one looks for an answer: its clock, its deadline, and whether anybody still waits for it.
#include "route_ask.h"

EffortClock effort_begin(const RouteEffort *effort)
{
    EffortClock clock = {.effort = effort};
    clock_gettime(CLOCK_MONOTONIC, &clock.begun);
    return clock;
}

int64_t effort_passed_us(const EffortClock *clock)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)(now.tv_sec - clock->begun.tv_sec) * 1000000 +
           (now.tv_nsec - clock->begun.tv_nsec) / 1000;
}

bool effort_is_cancelled(const RouteEffort *effort)
{
    return effort->cancelled && effort->cancelled(effort->taker);
}

bool effort_over(void *taker)
{
    const EffortClock *clock = taker;
    const RouteEffort *effort = clock->effort;
    if (effort_is_cancelled(effort))
        return true;
    return effort->deadline_ms != NONE &&
           effort_passed_us(clock) >= (int64_t)effort->deadline_ms * 1000;
}
