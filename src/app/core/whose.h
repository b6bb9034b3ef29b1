// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a place and a person are: what they say of a new record that names them.
#ifndef APP_WHOSE_H
#define APP_WHOSE_H

#include "act.h"

/// Where a person works now: the posts without an end. `*ret` is the one that was read last, blank when
/// there is none; `*ret_single` says that no other party or site is among them. `ret_single` may be NULL.
bool whose_post(App *app, Id contact, Post *ret, bool *ret_single, Err *err);

/// A new record that names a site, an end customer or a person, and no client, is about theirs; of a
/// person with several posts nothing is taken. A new visit goes to the only site that its client has.
bool whose_client(App *app, const Entity *kind, void *record, Err *err);

/// Refuses (ERR_INPUT) a site, an end customer or a trouble that is another client's than the record is,
/// as far as the rep has just said so: what stood in `before` (NULL: a new record) may stay, for a
/// building can change hands.
bool whose_agrees(App *app, const Entity *kind, const void *before, const void *record, Err *err);

#endif
