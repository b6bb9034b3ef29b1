// SPDX-License-Identifier: GPL-3.0-or-later
// The temporary folder in which the sample data stands in for the store.
#ifndef MAWARI_APP_DEMO_H
#define MAWARI_APP_DEMO_H

#include "mawari/app/app.h"

/// A folder of its own in $TMPDIR, held as long as this process lives; `app->path` is in it. Those
/// that killed ones left there are removed.
bool demo_make(App *app, Err *err);
/// Removes it with all that is in it.
void demo_remove(App *app);

#endif
