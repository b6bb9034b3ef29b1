// SPDX-License-Identifier: GPL-3.0-or-later
// The sample: a rep in Sapporo, for --demo, the first look round, and tests.
#ifndef MAWARI_APP_SAMPLE_H
#define MAWARI_APP_SAMPLE_H

#include "mawari/app/app.h"

/// Fills an empty store with 40 clients, 12 promises, 3 troubles and a day of nine stops around
/// `app->today`, as one step. Public buildings' addresses, invented people, telephones that nobody
/// has.
bool sample_fill(App *app, Err *err);

#endif
