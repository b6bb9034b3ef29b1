// SPDX-License-Identifier: GPL-3.0-or-later
// How somebody who is handled with care was at a visit: what the reports of the screen and the shell
// share.
#ifndef MAWARI_APP_ACT_TEMPER_H
#define MAWARI_APP_ACT_TEMPER_H

#include "core/act.h"
#include "mawari/app/handling.h"

/// What `--temper`, `--set-off` and `--calmed` say of each of `careful` (none: of whom the visit is
/// to): of a visit each has one temperature, which is written anew with the report.
bool act_temper(App *app, Step *step, const Args *args, Id visit, const CarefulPeople *careful,
                Err *err);

#endif
