// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a long game a test plays. Under the sanitizers a round costs three to five times as
// much: there each fourth is played. All of them are in a Release build, which `.ci/run` plays as
// well: who includes this has the label `long`.
#ifndef MAWARI_TEST_ROUNDS_H
#define MAWARI_TEST_ROUNDS_H

#ifdef MAWARI_SANITIZED
enum { ROUNDS_EVERY = 4 };
#else
enum { ROUNDS_EVERY = 1 };
#endif

#endif
