// SPDX-License-Identifier: GPL-3.0-or-later
// What every command that puts a record of some kind keeps to.
#ifndef APP_PUT_RULES_H
#define APP_PUT_RULES_H

#include "mawari/app/app.h"
#include "mawari/store/record.h"

/// Before `record` is written: fills in what follows from what was typed and refuses what may not be
/// (ERR_INPUT). `before` is the record as it was, NULL for a new one.
bool put_rules(App *app, const Entity *kind, const void *before, void *record, Err *err);

/// Refuses (ERR_INPUT) what cannot be known before its day: put_rules() does so, and an import, which
/// takes the rest as it is.
bool put_happened(App *app, const Entity *kind, const void *before, const void *record, Err *err);

/// After it was written as record `id`: what follows of it in other records, in the same step.
bool put_follows(App *app, Step *step, const Entity *kind, Id id, const void *before,
                 const void *record, Err *err);

#endif
