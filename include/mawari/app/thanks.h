// SPDX-License-Identifier: GPL-3.0-or-later
// お礼メール: a mail of thanks after a visit, drafted from what its line said.
#ifndef MAWARI_APP_THANKS_H
#define MAWARI_APP_THANKS_H

#include "mawari/app/capture.h"

/// By the rep's template (setting thanks_mail): whom to, what was talked about, what I promised and
/// what they did with their days, when I come again. Of a visit with a report; else ERR_INPUT.
bool thanks_of_visit(App *app, Id visit, Arena *arena, const char **ret, Err *err);
/// The same before it is saved.
bool thanks_of_line(App *app, const Heard *heard, const Report *report, Arena *arena,
                    const char **ret, Err *err);

#endif
