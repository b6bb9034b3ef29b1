// SPDX-License-Identifier: GPL-3.0-or-later
// To the phone: the store's visits, promises and troubles handed to the calendar child.
#ifndef MAWARI_APP_CALENDAR_OUT_H
#define MAWARI_APP_CALENDAR_OUT_H

#include "mawari/app/app.h"
#include "mawari/app/command.h"

typedef struct CalendarOut {
    const char *file; // or folder, with `vdir`
    size_t events, todos;
    Day from, to;
} CalendarOut;

/// Writes the days [from, to] (NONE: today; everything ahead) as one .ics or as a vdir. A failure
/// leaves the old file. Marks the days as sent.
bool calendar_out(App *app, Day from, Day to, const char *file, bool vdir, Arena *arena,
                  CalendarOut *ret, Err *err);
/// The ways to hand the file over to the phone that is set (setting "phone"): sentences.
size_t calendar_ways(App *app, const CalendarOut *out, Arena *arena, const char ***ret);

/// Acts of `export calendar`.
bool act_export_calendar(App *app, const Args *args, Effect *ret, Err *err);

#endif
