// SPDX-License-Identifier: GPL-3.0-or-later
// A store in which lines mean something, and lines made of dice.
#ifndef TESTS_APP_AOBA_H
#define TESTS_APP_AOBA_H

#include "fixture.h"

/// 青葉商店 (本店: 中村, 山本), 北総合病院 (two called 山田), what both owe, a visit today.
int open_aoba(void **state);
/// The named columns of all records of a kind, newest last, a line each.
const char *rows(App *app, const Entity *kind, const char *columns);
/// A line of one to nine tokens of either width, sound or not.
const char *any_line(uint32_t *seed, Arena *arena);

#endif
