// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of base share: an arena a test, a UTF-8 locale, a folder of their own.
#ifndef MAWARI_TESTS_BASE_FIXTURE_H
#define MAWARI_TESTS_BASE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/base/arena.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/// A test whose `*state` is an empty arena.
#define with_arena(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int open_arena(void **state);
int close_arena(void **state);

int start_english(void **state); // a group's setup: UTF-8 and English

/// A new empty folder; folder_remove() takes it away.
char *make_folder(Arena *arena);

#endif
