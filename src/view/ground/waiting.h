// SPDX-License-Identifier: GPL-3.0-or-later
// A change that met another mawari's lock: it is kept, said, and tried again until it is done.
#ifndef MAWARI_VIEW_WAITING_H
#define MAWARI_VIEW_WAITING_H

#include "shell.h"

/// Runs a command. Where another mawari holds the store it is kept and tried again with every
/// tick: then false with ERR_NONE, and the screen has said so. A draft that goes with the step
/// (draft_goes_with_step()) is kept as long.
bool waiting_run(Screen *screen, const Command *command, const Args *args, Effect *ret, Err *err);
/// Tries what is kept, if anything is; not while the screen is private, for it may open a sheet.
void waiting_try(Screen *screen);
/// A last try, then it is given up.
void waiting_close(Screen *screen);

#endif
