// SPDX-License-Identifier: GPL-3.0-or-later
// The sample: a rep in Sapporo, whose day looks well whenever it is opened.
#ifndef MAWARI_APP_SAMPLE_H
#define MAWARI_APP_SAMPLE_H

#include "mawari/app/app.h"

/// Fills an empty store with the sample data, dates relative to app->today, as one step.
bool sample_fill(App *app, Err *err);

#endif
