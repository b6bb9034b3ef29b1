// SPDX-License-Identifier: GPL-3.0-or-later
// Which theme it is: the one that was asked for, the rep's own, or what goes with the background.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "embedded.h"
#include "mawari/base/arena.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/base/log.h"
#include "theme.h"

enum { THEME_BYTES = 64 << 10 };

static bool read_file(const char *path, Theme *ret, Err *err)
{
    Arena *arena = arena_open();
    char *text;
    size_t size;
    bool done = file_read(path, THEME_BYTES, arena, &text, &size, err) &&
                theme_read(text, path, ret, err);
    arena_close(arena);
    return done;
}

static bool read_embedded(const char *name, Theme *ret, Err *err)
{
    for (size_t i = 0; i < mawari_themes_count; i++)
        if (strcmp(mawari_themes[i].name, name) == 0)
            return theme_read((const char *)mawari_themes[i].text, name, ret, err);
    return err_set(err, ERR_NOT_FOUND, _("there is no theme \"%s\""), name);
}

/// COLORFGBG is "letters;background" in the terminal's 16 colours, sometimes with a word between.
static const char *suiting(const char *background)
{
    const char *last = background ? strrchr(background, ';') : NULL;
    int colour = last ? atoi(last + 1) : 0;
    return colour == 7 || colour == 15 ? "light" : "dark";
}

/// The rep's own file. One that cannot be read does not keep a rep from the screen: it is logged.
static bool read_own(Theme *ret)
{
    Err err = {0};
    char *folder;
    Arena *arena = arena_open();
    bool done = file_xdg("XDG_CONFIG_HOME", ".config", arena, &folder, &err);
    const char *path = done ? arena_print(arena, "%s/theme", folder) : NULL;
    done = path && access(path, F_OK) == 0;
    if (done && !(done = read_file(path, ret, &err)))
        log_error("theme: %s", err.text);
    arena_close(arena);
    return done;
}

static bool choose(const char *wanted, ThemePlace place, Theme *ret, Err *err)
{
    if (!place.colours || (wanted && strcmp(wanted, "none") == 0)) {
        *ret = theme_without_colour();
        return true;
    }
    if (wanted)
        return strchr(wanted, '/') ? read_file(wanted, ret, err) : read_embedded(wanted, ret, err);
    return read_own(ret) || read_embedded(suiting(place.background), ret, err);
}

/// Without colours of its own a code is dark on light only where the background is known for it.
static void settle_code(Look *code, ThemePlace place)
{
    if (code->ground == COLOUR_DEFAULT)
        code->reverse = strcmp(suiting(place.background), "dark") == 0;
}

bool theme_choose(const char *wanted, ThemePlace place, Theme *ret, Err *err)
{
    if (!choose(wanted, place, ret, err))
        return false;
    settle_code(&ret->looks[ROLE_CODE], place);
    return true;
}
