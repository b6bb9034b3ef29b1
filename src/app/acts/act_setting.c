// SPDX-License-Identifier: GPL-3.0-or-later
// Settings from the command line and the palette.
#include "core/act.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

enum { NAME_COLUMNS = 18, VALUE_COLUMNS = 14 };

/// A value that is wider than its column stands below.
static const char *all_settings(App *app)
{
    Buffer out = {.arena = app->scratch};
    size_t count;
    const SettingRow *rows = app_settings(&count);
    for (size_t i = 0; i < count; i++) {
        const char *value = app_setting_shown(app, rows[i].name);
        bool fits = text_width(value) <= VALUE_COLUMNS;
        buffer_print(&out, "%s %s %s\n", text_pad(rows[i].name, NAME_COLUMNS, app->scratch),
                     text_pad(fits ? value : "", VALUE_COLUMNS, app->scratch), _(rows[i].help));
        if (!fits)
            buffer_print(&out, "%*s%s\n", NAME_COLUMNS + 1, "", value);
    }
    return buffer_text(&out);
}

bool act_setting(App *app, const Args *args, Effect *ret, Err *err)
{
    const char *name = args_field(args, "name");
    if (!name) {
        ret->printed = all_settings(app);
        return true;
    }
    if (!app_is_setting(name))
        return err_set(err, ERR_USAGE, _("there is no setting “%s”; `setting` lists them"), name);
    if (args->text) {
        if (!app_set_setting(app, name, args->text, err))
            return false;
        ret->changed = true;
    }
    ret->status = arena_print(app->scratch, "%s: %s", name, app_setting_shown(app, name));
    return true;
}
