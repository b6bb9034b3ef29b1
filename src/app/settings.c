// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: rows of one table, kept in memory, stored as text.
#include "settings.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/pin.h"
#include "mawari/base/text.h"
#include "mawari/model/capture.h"
#include "mawari/model/contract.h"
#include "mawari/model/intake.h"
#include "mawari/store/queries.h"
#include "mawari/store/served_leg.h"
#include "mawari/store/settings.h"
#include "out/report_period.h"

static const SettingRow rows[] = {
#define X(name, type, start, help) {name, start, help},
    SETTINGS(X)
#undef X
};

static const SettingType types[] = {
#define X(name, type, start, help) type,
    SETTINGS(X)
#undef X
};

enum { COUNT = sizeof rows / sizeof *rows };

struct Settings {
    Arena *arena;
    const char *values[COUNT];
    int64_t revision; // of the store when they were read
    bool read;
};

bool settings_open(Settings **ret)
{
    *ret = calloc(1, sizeof **ret);
    if (!*ret)
        return false;
    (*ret)->arena = arena_open();
    return true;
}

void settings_close(Settings *settings)
{
    if (!settings)
        return;
    arena_close(settings->arena);
    free(settings);
}

const SettingRow *app_settings(size_t *ret_count)
{
    *ret_count = COUNT;
    return rows;
}

/// The row called `name`, COUNT when there is none.
static size_t row_of(const char *name)
{
    size_t i = 0;
    while (i < COUNT && strcmp(rows[i].name, name) != 0)
        i++;
    return i;
}

bool app_is_setting(const char *name)
{
    return row_of(name) < COUNT;
}

/// A value that did not change keeps its place in memory: others may point to it.
static void set_value(Settings *settings, size_t row, const char *value)
{
    const char *old = settings->values[row];
    if (!old || strcmp(old, value) != 0)
        settings->values[row] = arena_copy(settings->arena, value);
}

/// What the store says about each row; NULL: nothing.
typedef struct Stored {
    Arena *arena;
    const char *values[COUNT];
} Stored;

static void take_stored(void *stored_, const char *name, const char *value)
{
    Stored *stored = stored_;
    size_t row = row_of(name);
    if (row < COUNT)
        stored->values[row] = arena_copy(stored->arena, value);
}

static void read_all(App *app)
{
    Stored stored = {.arena = arena_open()};
    if (app->store)
        (void)settings_each(app->store, take_stored, &stored, NULL);
    for (size_t i = 0; i < COUNT; i++)
        set_value(app->settings, i, stored.values[i] ? stored.values[i] : rows[i].start);
    arena_close(stored.arena);
    app->settings->revision = app->store ? store_revision(app->store) : 0;
    app->settings->read = true;
}

const char *app_setting(App *app, const char *setting)
{
    size_t row = row_of(setting);
    assert(row < COUNT);
    bool stale = app->store && app->settings->revision != store_revision(app->store);
    if (!app->settings->read || stale)
        read_all(app);
    return app->settings->values[row];
}

static bool is_yes(const char *value)
{
    static const char *const words[] = {"yes", "1", "on", "true", "はい"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(value, words[i]) == 0)
            return true;
    return false;
}

static bool is_no(const char *value)
{
    static const char *const words[] = {"no", "0", "off", "false", "いいえ"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(value, words[i]) == 0)
            return true;
    return false;
}

static bool read_whole(const char *value, int32_t *ret)
{
    char *end;
    long whole = strtol(value, &end, 10);
    if (end == value || *end || whole < 0 || whole > 1000000)
        return false;
    *ret = (int32_t)whole;
    return true;
}

/// The value as a number by its type; false when it does not fit.
static bool value_as_whole(SettingType type, const char *value, int32_t *ret)
{
    switch (type) {
    case SET_WHOLE:
        return read_whole(value, ret);
    case SET_YES:
        *ret = is_yes(value);
        return is_yes(value) || is_no(value);
    case SET_HOUR:
        return minute_parse(value, ret);
    case SET_LENGTH:
        return minutes_parse(value, ret);
    case SET_PATIENCE:
        return read_whole(value, ret) && *ret >= 1 && *ret <= 10;
    case SET_TEXT:
    case SET_PROMISES:
    case SET_SECRET:
    case SET_TEMPLATE:
    case SET_INTAKE:
    case SET_STEPS:
    case SET_SERVER:
        break;
    }
    return false;
}

int32_t app_setting_whole(App *app, const char *setting)
{
    size_t row = row_of(setting);
    int32_t whole;
    assert(row < COUNT);
    if (value_as_whole(types[row], app_setting(app, setting), &whole))
        return whole;
    return value_as_whole(types[row], rows[row].start, &whole) ? whole : NONE;
}

static const char *wanted(SettingType type)
{
    switch (type) {
    case SET_WHOLE:
        return _("a number");
    case SET_YES:
        return _("yes or no");
    case SET_HOUR:
        return _("an hour like 8:30");
    case SET_LENGTH:
        return _("minutes like 45 or 1h30");
    case SET_PATIENCE:
        return _("seconds from 1 to 10");
    case SET_SERVER:
        return _("a server's address like http://localhost:5000");
    case SET_TEXT:
    case SET_PROMISES:
    case SET_SECRET:
    case SET_TEMPLATE:
    case SET_INTAKE:
    case SET_STEPS:
        break;
    }
    return _("a text");
}

const char *app_setting_shown(App *app, const char *setting)
{
    const char *value = app_setting(app, setting);
    return types[row_of(setting)] == SET_SECRET && *value ? _("set") : value;
}

bool app_pin_opens(App *app, const char *typed)
{
    const char *pin = app_setting(app, "pin");
    return !*pin || pin_opens(pin, typed);
}

static const char *promise_words(App *app, const char *name, const char *table, Err *err)
{
    Err why = {0};
    if (promise_words_known(table, app->scratch, &why))
        return table;
    err_set(err, ERR_INPUT, _("setting %s: %s"), name, why.text);
    return NULL;
}

/// Nothing that could mean more than a host, a port and a path: no password, no question.
static bool is_server(const char *value)
{
    const char *host = strncmp(value, "http://", 7) == 0    ? value + 7
                       : strncmp(value, "https://", 8) == 0 ? value + 8
                                                            : NULL;
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "-._~:/[]";
    return host && *host && *host != '/' && *host != ':' && strlen(value) <= 200 &&
           host[strspn(host, allowed)] == '\0';
}

static const char *checked_lines(App *app, size_t row, const char *value, Err *err)
{
    Arena *arena = app->scratch;
    bool good = types[row] == SET_INTAKE
                    ? intake_check(value, arena, err)
                    : report_template_check(report_template_lines(value, arena), arena, err);
    return good ? value : NULL;
}

static const char *checked_steps(App *app, const char *name, const char *value, Err *err)
{
    Err why = {0};
    RenewalStep steps[RENEWAL_STEPS];
    size_t count;
    if (renewal_steps_read(value, app->scratch, steps, &count, &why))
        return value;
    err_set(err, ERR_INPUT, _("setting %s: %s"), name, why.text);
    return NULL;
}

/// The value as it is stored, in app->scratch; NULL with a sentence when it does not fit the type.
static const char *to_store(App *app, size_t row, const char *value, Err *err)
{
    int32_t whole;
    const char *narrow = text_trim(text_narrow(value, app->scratch), app->scratch);
    if (types[row] == SET_TEXT)
        return value;
    if (types[row] == SET_PROMISES)
        return promise_words(app, rows[row].name, narrow, err);
    if (types[row] == SET_TEMPLATE || types[row] == SET_INTAKE)
        return checked_lines(app, row, value, err);
    if (types[row] == SET_STEPS)
        return checked_steps(app, rows[row].name, value, err);
    if (types[row] == SET_SECRET) {
        const char *sealed = *narrow ? pin_sealed(narrow, app->scratch) : "";
        if (!sealed)
            err_set(err, ERR_FILE, _("the system gives no random bytes"));
        return sealed;
    }
    if (types[row] == SET_SERVER && (!*narrow || is_server(narrow)))
        return narrow;
    if (value_as_whole(types[row], narrow, &whole))
        return narrow;
    err_set(err, ERR_INPUT, _("setting %s: “%s” is not %s"), rows[row].name, value,
            wanted(types[row]));
    return NULL;
}

/// What another server said is not what this one says.
static bool ask_anew(App *app, Err *err)
{
    app->unserved = app->served_day = NONE;
    return served_legs_forget(app->store, err);
}

bool app_set_setting(App *app, const char *setting, const char *value, Err *err)
{
    size_t row = row_of(setting);
    assert(row < COUNT);
    const char *stored = value ? to_store(app, row, value, err) : NULL;
    if ((value && !stored) || !setting_put(app->store, setting, stored, err))
        return false;
    if (strcmp(setting, "visits_a_day") == 0 && !store_stretch_cycles(app->store, err))
        return false;
    if (strcmp(setting, "osrm_server") == 0 && !ask_anew(app, err))
        return false;
    read_all(app);
    return true;
}
