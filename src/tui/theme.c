// SPDX-License-Identifier: GPL-3.0-or-later
// How each role looks: one line a role in a text file.
#include "theme.h"

#include <string.h>

#include "mawari/base/arena.h"
#include "mawari/base/lang.h"

enum { BRIGHT = 8 };

Theme theme_without_colour(void)
{
    Theme theme;
    for (int role = 0; role < ROLE_COUNT; role++)
        theme.looks[role] = (Look){.colour = COLOUR_DEFAULT, .ground = COLOUR_DEFAULT};
    theme.looks[ROLE_DIM].dim = true;
    theme.looks[ROLE_STRONG].bold = true;
    theme.looks[ROLE_BAD].bold = true;
    theme.looks[ROLE_CURSOR].reverse = true;
    theme.looks[ROLE_ENTRY].underline = true;
    theme.looks[ROLE_KEY].bold = true;
    theme.looks[ROLE_CODE].reverse = true; // on a dark background this is dark on light
    return theme;
}

static bool role_named(const char *name, Role *ret)
{
    static const char *const names[] = {
#define X(role, name, letter) name,
        ROLES(X)
#undef X
    };
    for (int role = 0; role < ROLE_COUNT; role++) {
        if (strcmp(names[role], name) == 0) {
            *ret = (Role)role;
            return true;
        }
    }
    return false;
}

/// 0–15, or COLOUR_DEFAULT for a word that is none.
static int colour_named(const char *word)
{
    static const char *const colours[BRIGHT] = {"black", "red",     "green", "yellow",
                                                "blue",  "magenta", "cyan",  "white"};
    static const char bright[] = "bright-";
    bool is_bright = strncmp(word, bright, sizeof bright - 1) == 0;
    const char *plain = is_bright ? word + sizeof bright - 1 : word;
    for (int i = 0; i < BRIGHT; i++)
        if (strcmp(colours[i], plain) == 0)
            return i + (is_bright ? BRIGHT : 0);
    return COLOUR_DEFAULT;
}

static bool add_colour(const char *word, Look *look)
{
    bool behind = strncmp(word, "on-", 3) == 0;
    int colour = colour_named(behind ? word + 3 : word);
    if (colour == COLOUR_DEFAULT)
        return false;
    *(behind ? &look->ground : &look->colour) = colour;
    return true;
}

static bool add_word(const char *word, Look *look)
{
    if (strcmp(word, "bold") == 0)
        look->bold = true;
    else if (strcmp(word, "dim") == 0)
        look->dim = true;
    else if (strcmp(word, "reverse") == 0)
        look->reverse = true;
    else if (strcmp(word, "underline") == 0)
        look->underline = true;
    else
        return add_colour(word, look);
    return true;
}

static bool read_line(char *line, Theme *theme, Err *err)
{
    static const char blanks[] = " \t\r";
    char *rest;
    line[strcspn(line, "#")] = '\0';
    char *name = strtok_r(line, blanks, &rest);
    if (!name)
        return true;
    Role role;
    if (!role_named(name, &role))
        return err_set(err, ERR_INPUT, _("there is no role \"%s\""), name);
    char *equals = strtok_r(NULL, blanks, &rest);
    if (!equals || strcmp(equals, "=") != 0)
        return err_set(err, ERR_INPUT, _("a line is: role = words"));

    Look look = {.colour = COLOUR_DEFAULT, .ground = COLOUR_DEFAULT};
    for (char *word; (word = strtok_r(NULL, blanks, &rest));)
        if (!add_word(word, &look))
            return err_set(err, ERR_INPUT, _("there is no colour or style \"%s\""), word);
    theme->looks[role] = look;
    return true;
}

static bool read_lines(char *text, const char *name, Theme *ret, Err *err)
{
    Theme theme = theme_without_colour();
    int number = 1;
    for (char *line = text, *end; line; line = end, number++) {
        end = strchr(line, '\n');
        if (end)
            *end++ = '\0';
        if (!read_line(line, &theme, err))
            return err_while(err, _("%s, line %d"), name, number);
    }
    *ret = theme;
    return true;
}

bool theme_read(const char *text, const char *name, Theme *ret, Err *err)
{
    Arena *arena = arena_open();
    bool done = read_lines(arena_copy(arena, text), name, ret, err);
    arena_close(arena);
    return done;
}
