// SPDX-License-Identifier: GPL-3.0-or-later
// An App on a real store in a folder of its own, Tuesday 24 November 2026, 09:30 in Tokyo.
#ifndef TESTS_APP_FIXTURE_H
#define TESTS_APP_FIXTURE_H

#include "mawari/app/command.h"

int open_app(void **state);
int close_app(void **state);

/// Runs "move 3 14:00" as a prompt or shell would; fails the test when the command does.
Effect does(App *app, const char *command, const char *line);
/// The command must fail with this kind of error.
void refuses(App *app, ErrKind kind, const char *command, const char *line);
/// `new`, answers the record's id.
Id add(App *app, const char *line);
/// A field of a record as plain text; "" when it is unknown.
const char *field(App *app, const Entity *kind, Id id, const char *name);

#endif
