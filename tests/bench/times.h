// SPDX-License-Identifier: GPL-3.0-or-later
// Times that were measured, and what is said of them.
#ifndef MAWARI_BENCH_TIMES_H
#define MAWARI_BENCH_TIMES_H

#include <stdio.h>
#include <stdlib.h>

enum { TIMES_MOST = 20000 };

typedef struct Times {
    double ms[TIMES_MOST];
    size_t count;
} Times;

static inline void times_add(Times *times, double ms)
{
    if (times->count < TIMES_MOST)
        times->ms[times->count++] = ms;
}

static inline int times_compare(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

/// Nearest rank; `share` in percent.
static inline double times_at(Times *times, size_t share)
{
    if (times->count == 0)
        return 0;
    qsort(times->ms, times->count, sizeof *times->ms, times_compare);
    size_t rank = (times->count * share + 99) / 100;
    return times->ms[rank > 0 ? rank - 1 : 0];
}

static inline void times_print(const char *what, Times *times)
{
    printf("%-44s p50 %7.2f  p99 %7.2f  max %7.2f ms  (%zu)\n", what, times_at(times, 50),
           times_at(times, 99), times_at(times, 100), times->count);
    fflush(stdout);
    times->count = 0;
}

#endif
