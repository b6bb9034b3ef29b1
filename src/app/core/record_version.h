// SPDX-License-Identifier: GPL-3.0-or-later
// What a record held when it was exported, as one word beside its uid.
#ifndef APP_RECORD_VERSION_H
#define APP_RECORD_VERSION_H

#include "mawari/app/app.h"

/// The same for the same content in every store; letters only, for a sheet program would read
/// digits with an "e" between them as a number.
/// Without `secrets` what is masked or discreet counts for nothing: who tries every price would find
/// the one that the word was made of.
char *record_version(App *app, const Entity *kind, const void *record, bool secrets, Arena *arena);

#endif
