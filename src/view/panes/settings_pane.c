// SPDX-License-Identifier: GPL-3.0-or-later
// The settings, one a row: what it is for, its value, its name on the command line; Enter changes the one under the cursor.
#include <stdio.h>
#include <string.h>

#include "mawari/base/text.h"
#include "special.h"

enum { HEAD_ROWS = 3, VALUE_AT = 46, NAME_AT = 62, COLUMNS_LEAST = 79 };

typedef struct SettingsData {
    const char **values;
} SettingsData;

static bool load(Pane *pane, App *app, Err *err)
{
    (void)err;
    size_t total;
    const SettingRow *rows = app_settings(&total);
    SettingsData *data = pane->data;
    data->values = arena_array(pane->arena, const char *, total);
    for (size_t i = 0; i < total; i++)
        data->values[i] = arena_copy(pane->arena, app_setting_shown(app, rows[i].name));
    return true;
}

static size_t count(const Pane *pane)
{
    size_t count;
    (void)pane;
    (void)app_settings(&count);
    return count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    (void)pane, (void)index;
    return (PaneRow){.stop = true};
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return HEAD_ROWS;
}

/// A wider screen gives more than half of it to what a setting is for, and the rest to both others alike.
static int wider(Region at, int of_ten)
{
    return at.columns > COLUMNS_LEAST ? (at.columns - COLUMNS_LEAST) * of_ten / 10 : 0;
}

static void draw_row(const SettingRow *setting, const char *value, Region at, int line)
{
    bool changed = strcmp(value, setting->start) != 0;
    int value_at = VALUE_AT + wider(at, 6), name_at = NAME_AT + wider(at, 8);
    canvas_text(at.canvas, line, at.column + 1, value_at - 2, ROLE_PLAIN, lang_text(setting->help));
    canvas_text(at.canvas, line, at.column + value_at, name_at - value_at - 1,
                changed ? ROLE_STRONG : ROLE_PLAIN, value);
    canvas_text(at.canvas, line, at.column + name_at, at.columns - name_at - 1, ROLE_DIM,
                setting->name);
}

static void draw(const Pane *pane, const App *app, Region at)
{
    size_t total;
    (void)app;
    const SettingRow *rows = app_settings(&total);
    const SettingsData *data = pane->data;
    canvas_text(at.canvas, at.row, at.column + 1, at.columns - 2, ROLE_STRONG,
                _("Settings: Enter changes one; left empty, the usual value comes back"));
    if (pane->index < total) // all of it, for the chosen one
        canvas_text(at.canvas, at.row + 1, at.column + 1, at.columns - 2, ROLE_DIM,
                    lang_text(rows[pane->index].help));
    int line = at.row + HEAD_ROWS;
    for (size_t i = pane->top; i < total && line < at.row + at.rows; i++, line++) {
        draw_row(&rows[i], data->values[i], at, line);
        if (i == pane->index) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + 1);
        }
    }
}

static void setting_accept(Screen *screen, Prompt *prompt)
{
    Err err = {0};
    const char *value = text_trim(prompt->line.text, screen->frame);
    screen->mode = MODE_LIST;
    if (app_set_setting(screen->app, prompt->about, *value ? value : NULL, &err))
        screen_say(screen, "%s: %s", prompt->about, app_setting_shown(screen->app, prompt->about));
    else
        screen_fail(screen, &err);
    if (strcmp(prompt->about, "lang") == 0)
        screen_language(screen);
    screen_stale(screen);
}

static void setting_said(Screen *screen, Prompt *prompt)
{
    (void)screen;
    size_t total;
    const SettingRow *rows = app_settings(&total);
    for (size_t i = 0; i < total; i++)
        if (strcmp(rows[i].name, prompt->about) == 0)
            snprintf(prompt->said, sizeof prompt->said, "%s", lang_text(rows[i].help));
}

static const PromptKind prompt_setting = {.label = N_("New value"),
                                          .keys = N_("Enter changes it   Esc back"),
                                          .changed = setting_said,
                                          .accept = setting_accept};

static bool enter(Screen *screen)
{
    size_t total;
    const SettingRow *setting = &app_settings(&total)[screen_pane(screen)->index];
    bool secret = strcmp(setting->name, "pin") == 0;
    screen->prompt.about = setting->name;
    screen_prompt(screen, &prompt_setting, secret ? "" : app_setting(screen->app, setting->name));
    return true;
}

static const PaneKind pane_settings = {
    .keys = N_("Enter changes it, empty: as it was at first   / Search   Esc back"),
    .alone = true,
    .data_bytes = sizeof(SettingsData),
    .load = load,
    .draw = draw,
    .count = count,
    .row = row,
    .first_row = first_row,
    .enter = enter};

void settings_pane_open(Screen *screen)
{
    screen_push(screen, pane_open(&pane_settings, NULL, 0));
}
