// SPDX-License-Identifier: GPL-3.0-or-later
// What a record that was just put asks for next, by the fields that were given with it.
#ifndef MAWARI_APP_ASKS_H
#define MAWARI_APP_ASKS_H

#include "mawari/app/command.h"

/// Who is transferred or leaves (異動) by what was saved of record `id`, so that what is open with them
/// is handed over: a last day of a contact; a post that ends, that is elsewhere now, or that is one more
/// and elsewhere. 0: nobody, or it cannot be read.
Id asks_hand_over(App *app, const Args *saved, Id id);

/// Is record `id` a deal that was just saved as lost, of which nothing says yet what decided?
bool asks_why_lost(App *app, const Args *saved, Id id);

/// Is record `id` a visit whose outcome was just set, with somebody who is handled with care? Then how
/// they were is asked as after the door.
bool asks_temper(App *app, const Args *saved, Id id);

#endif
