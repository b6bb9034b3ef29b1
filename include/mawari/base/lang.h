// SPDX-License-Identifier: GPL-3.0-or-later
// Languages: which strings are translated, and how the language is chosen.
#ifndef MAWARI_BASE_LANG_H
#define MAWARI_BASE_LANG_H

#include <libintl.h>
#include <stdbool.h>

#define _(text)  gettext(text)
#define N_(text) text // marks a string of a table; it is translated where it is shown

/// gettext(), but "" stays "" (gettext("") is the catalogue's header) and NULL stays NULL.
const char *lang_text(const char *text);

/// Sets the locale (falls back to C.UTF-8 where the environment's is not UTF-8), opens the
/// catalogue in `folder` and, when `lang` is "en" or "ja", shows that language.
/// False when no UTF-8 locale can be had.
bool lang_start(const char *folder, const char *lang);

/// "ja" or "en": the language that is shown now.
const char *lang_now(void);

#endif
