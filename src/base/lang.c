// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the locale and the catalogue.
#include "mawari/base/lang.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static const char *now = "en"; // gettext itself is one for the whole process

static const char *const utf8_locales[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"};

const char *lang_text(const char *text)
{
    return text && *text ? gettext(text) : text;
}

static bool is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static bool set_any_utf8(int category)
{
    for (size_t i = 0; i < sizeof utf8_locales / sizeof *utf8_locales; i++)
        if (setlocale(category, utf8_locales[i]))
            return true;
    return false;
}

/// The language of the environment, also when the locale that it names is not installed.
static const char *from_environment(void)
{
    static const char *const names[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strncmp(value, "ja", 2) == 0 ? "ja" : "en";
    }
    return "en";
}

/// gettext reads LANGUAGE first, but only where LC_MESSAGES is not "C".
static void show(const char *lang)
{
    now = strcmp(lang, "ja") == 0 ? "ja" : "en";
    setenv("LANGUAGE", now, 1);
    if (strcmp(now, "ja") == 0)
        (void)set_any_utf8(LC_MESSAGES);
    else
        setlocale(LC_MESSAGES, "C");
}

bool lang_start(const char *folder, const char *lang)
{
    setlocale(LC_CTYPE, "");
    if (!is_utf8() && !(set_any_utf8(LC_CTYPE) && is_utf8()))
        return false;
    bool chosen = lang && (strcmp(lang, "ja") == 0 || strcmp(lang, "en") == 0);
    show(chosen ? lang : from_environment());
    if (folder)
        bindtextdomain("mawari", folder);
    bind_textdomain_codeset("mawari", "UTF-8");
    textdomain("mawari");
    return true;
}

const char *lang_now(void)
{
    return now;
}
