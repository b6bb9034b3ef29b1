// SPDX-License-Identifier: GPL-3.0-or-later
// A problem of the planner as text, for benches, fuzzing and tests.
//
// Words and whole numbers between blanks and line ends; `#` begins a comment. In this order:
//
//   day 540 1080             from when, until when (0 0)
//   finish 1                 price of a unit of time until the end is reached (0)
//   lunch 690 780 60         begins from, to; length (none)
//   wheel 120 15             longest time at it, rest (no limit)
//   stop 30 …                service; then as much of this as the stop has:
//     window 600 720           it begins in any of its windows (at any time)
//     wish 615 late 2          beginning after it costs so much a unit of time
//     price 900                of leaving it out (it must be served)
//     stays                    it has no place
//     times 40                 so many stops of this kind
//   order 1 2                stop 1, counted from 1, before stop 2
//   before 3 1 2             the order that there was
//   mode 1 driven            a way to travel: price of a unit of time; counts at the wheel
//   legs 0 12 25 …           a row for the start, each stop, the end; as many columns. `-`: no way;
//                            `rest 10`: all that follow are 10
//   band 960 legs …          of the last mode: its legs for who sets out from then on
//
// Numbers may be negative, hours may contradict each other: what the planner makes of a problem that
// is none is the planner's affair. What cannot be put into a problem at all is refused here, and
// more than 501 stops, 8 modes, 8 bands of a mode.
#ifndef MAWARI_TESTS_SUPPORT_PROBLEM_TEXT_H
#define MAWARI_TESTS_SUPPORT_PROBLEM_TEXT_H

#include <stdio.h>

#include "mawari/base/err.h"
#include "mawari/plan/route.h"

typedef struct ProblemText {
    RouteProblem problem;
    size_t *before; // the order that there was, stops from 0
    size_t before_count;
} ProblemText;

/// Reads `size` bytes; all that `*ret` points to is in `arena`. False: `err` names the line.
bool problem_text_read(const char *text, size_t size, Arena *arena, ProblemText *ret, Err *err);

/// Writes what problem_text_read() gives back.
void problem_text_write(const ProblemText *of, FILE *file);

#endif
