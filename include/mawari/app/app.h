// SPDX-License-Identifier: GPL-3.0-or-later
// The App: store, settings, clock, jobs, and what is chosen. Commands change it; panes read it.
#ifndef MAWARI_APP_APP_H
#define MAWARI_APP_APP_H

#include <poll.h>

#include "mawari/base/arena.h"
#include "mawari/base/err.h"
#include "mawari/base/zone.h"
#include "mawari/model/value.h"
#include "mawari/model/workday.h"
#include "mawari/store/store.h"

typedef struct AppOptions {
    const char *store; // NULL: $XDG_DATA_HOME/mawari/mawari.db
    bool demo;         // a temporary copy of the sample data stands in for the store
    const char *now;   // "2026-11-24T09:30+09:00" stops the clock there, with "+" behind it runs on
    bool reveal;       // masked fields are shown
    bool bare;         // no store is opened: for restore and salvage of one that cannot be
    StoreUse use;
} AppOptions;

typedef struct Jobs Jobs;
typedef struct Settings Settings;

typedef struct App {
    Store *store;     // NULL when it is bare
    const char *path; // of the store
    Arena *scratch; // of one command: emptied before the next; the status line is copied out of it
    Arena *kept;    // lives as long as the App
    Zone *zone;
    Jobs *jobs;
    Moment now; // of this tick; set by app_set_now
    Day today;
    Minute minute;     // of the wall clock
    WorkCalendar work; // holidays of two years around today
    Id me;             // the contact that is the rep (query_me), read by app_open
    bool demo, reveal;
    Id revealed; // the record whose masked fields may be seen for a moment, 0: none
    bool plain;  // signs are words: for screen readers
    StoreUse use;
    const char *demo_folder; // of the copy, removed at the end
    Settings *settings;
    struct Gazetteer *gazetteer; // opened at the first question (places.h); NULL: there is none
    bool gazetteer_sought;
    Day cared;                          // app_care() has run on this day; NONE
    Day routed_day;                     // for which a better order was looked for …
    int64_t routed_revision;            // … in the store as it was then
    struct WeekSearch *week_search;     // for the week that was asked for last (week_plan.h); NULL
    struct UrgentSearch *urgent_search; // for who was asked for last (urgent.h); NULL
    Day served_day;                     // whose travel times were asked for …
    int64_t served_revision;            // … in the store as it was then
    Day unserved;                       // the day on which a server gave no answer; NONE
    struct NamesSaid *names_said;       // since the command began (core/act.h)
    const char *news;                   // of a job that ended, in `kept`; NULL: none
    // the clock's rule, from AppOptions.now
    Moment clock_base, clock_started;
    bool clock_stands;
} App;

/// Opens the store (made where it is missing) and starts the clock. The options are read once.
bool app_open(const AppOptions *options, App **ret, Err *err);
/// Waits for the jobs that run, and frees; NULL is fine.
void app_close(App *app);
/// For a job that reads as this App does: options, in `arena`, for an App of its own, with its own
/// connection and a clock that stands at this tick. `run` opens and closes it.
AppOptions app_options(const App *app, Arena *arena);

/// Reads the clock (or the stopped one) once and passes it down as `now`, `today`, `minute`.
void app_tick(App *app);
/// Seconds until the minute of the last tick is over by the App's clock, 0 when it is; -1: it stands.
int app_next_minute(const App *app);

ValueContext app_context(const App *app); // for value_read and value_shown

/// Settings: a table {name, type, default, help} in settings.c. `setting` must stand in it.
const char *app_setting(App *app, const char *setting); // as text; never NULL
int32_t app_setting_whole(App *app, const char *setting);
/// NULL: the usual value again.
bool app_set_setting(App *app, const char *setting, const char *value, Err *err);
/// As a person may see it: a secret only says that it is set.
const char *app_setting_shown(App *app, const char *setting);
/// Whether `typed` is the PIN; without one everything is.
bool app_pin_opens(App *app, const char *typed);
typedef struct SettingRow {
    const char *name, *start, *help;
} SettingRow; // help: N_()
const SettingRow *app_settings(size_t *ret_count);
bool app_is_setting(const char *name);

/// What a job has to say at its end: one sentence, taken once; NULL: nothing new.
void app_set_news(App *app, const char *news);
const char *app_take_news(App *app);

/// Jobs for the terminal's poll: descriptors to watch, then what became ready. `done` callbacks
/// run inside app_jobs_ready, on the calling thread. True when something finished or got on.
size_t app_jobs_fds(App *app, struct pollfd *fds, size_t room);
bool app_jobs_ready(App *app, const struct pollfd *fds, size_t count);

/// Versions of program, schema and libraries, for --version.
char *app_version(const char *screen_library, Arena *arena);

#endif
