// SPDX-License-Identifier: GPL-3.0-or-later
// Travel times from an OSRM server, where the setting osrm_server names one: asked for a day's
// places, kept in the store, used where the rep neither typed nor learnt a leg. Only coordinates are
// sent.
#ifndef MAWARI_APP_TRAVEL_TIMES_H
#define MAWARI_APP_TRAVEL_TIMES_H

#include "mawari/app/command.h"

/// Asks in a thread for the ways between the places of `day` that no server told yet, once for each
/// change of the store. Says nothing but what went wrong, and then asks no more by itself today.
/// Without a server, or on a day that is not travelled by car, it does nothing.
void travel_times_seek(App *app, Day day);

/// How much of the question is answered, in percent; -1: none is asked.
int travel_times_progress(const App *app);
/// Esc: what was answered until now is kept. False: nothing was asked.
bool travel_times_cancel(App *app);

#endif
