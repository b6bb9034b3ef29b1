// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about this terminal before and beside curses: from terminfo and the environment.
#include "terminfo.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mawari/base/lang.h"

#define NCURSES_NOMACROS
#include <curses.h>
#include <term.h> // last: it makes macros of common words

/// What follows the dot of the first locale variable that is set, or NULL.
static const char *named_charset(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) {
            const char *dot = strchr(value, '.');
            return dot ? dot + 1 : NULL;
        }
    }
    return NULL;
}

/// "C" and locales that name no character set say nothing about the terminal.
static bool speaks_utf8(void)
{
    static const char *const spellings[] = {"UTF-8", "utf8", "utf-8", "UTF8"};
    const char *charset = named_charset();
    bool found = !charset;
    for (size_t i = 0; !found && i < sizeof spellings / sizeof *spellings; i++)
        found = strncmp(charset, spellings[i], strlen(spellings[i])) == 0;
    return found;
}

bool terminfo_refuse(Err *err)
{
    const char *kind = getenv("TERM");
    return err_set(err, ERR_USAGE,
                   _("a terminal of the kind \"%s\" cannot show the screen: set TERM, "
                     "as in `TERM=xterm-256color mawari`, or use `mawari today`"),
                   kind ? kind : "");
}

static const char *capability(const char *name)
{
    const char *found = tigetstr(name);
    return found == (const char *)-1 ? NULL : found;
}

/// newterm() leaks where it fails, so terminfo is asked first.
static bool moves_its_cursor(bool *ret_ecma)
{
    int status;
    if (setupterm(NULL, STDOUT_FILENO, &status) == ERR)
        return false;
    const char *move = capability("cup");
    *ret_ecma = move && strncmp(move, "\033[", 2) == 0;
    bool able = move && capability("clear");
    del_curterm(cur_term);
    return able;
}

bool terminfo_usable(bool *ret_ecma, Err *err)
{
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return err_set(err, ERR_USAGE, _("the screen needs a terminal: use `mawari today`"));
    if (!speaks_utf8())
        return err_set(err, ERR_USAGE,
                       _("the screen needs a terminal that speaks UTF-8: set it to UTF-8, "
                         "and LANG to ja_JP.UTF-8"));
    return moves_its_cursor(ret_ecma) || terminfo_refuse(err);
}

void terminfo_restore(bool ecma, char ret[CRASH_RESTORE])
{
    const char *const parts[] = {
        ecma ? PASTE_OFF MOUSE_OFF : NULL,
        capability("sgr0"),
        capability("clear"),
        capability("cnorm"),
        capability("rmcup"),
    };
    ret[0] = '\0';
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i] && !strstr(parts[i], "$<") && // what must be slowed down needs curses
            strlen(ret) + strlen(parts[i]) < CRASH_RESTORE)
            strcat(ret, parts[i]);
}

void terminfo_teach(Input *input)
{
    static const struct {
        const char *name;
        KeyCode code;
    } keys[] = {
        {"kcuu1", KEY_IS_UP},      {"kcud1", KEY_IS_DOWN},    {"kcub1", KEY_IS_LEFT},
        {"kcuf1", KEY_IS_RIGHT},   {"khome", KEY_IS_HOME},    {"kend", KEY_IS_END},
        {"kpp", KEY_IS_PAGE_UP},   {"knp", KEY_IS_PAGE_DOWN}, {"kdch1", KEY_IS_DELETE},
        {"kcbt", KEY_IS_BACK_TAB}, {"kbs", KEY_IS_BACKSPACE}, {"kent", KEY_IS_ENTER},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *sequence = capability(keys[i].name);
        if (sequence)
            input_learn(input, sequence, keys[i].code);
    }
}
