// SPDX-License-Identifier: GPL-3.0-or-later
// What of a text may stand in a calendar, and how its lines are folded.
#ifndef MAWARI_CALENDAR_SAFE_H
#define MAWARI_CALENDAR_SAFE_H

#include <stdbool.h>

#include "mawari/base/buffer.h"

/// A copy for one property: bad UTF-8 is U+FFFD; controls, direction overrides and tags are left
/// out; line ends are kept (as '\n') when `lines`, else they are blanks; no blanks at the ends. A
/// backslash becomes its wide form and a quotation mark a curved one: some readers take escapes
/// back in several passes (python-icalendar, Google), and parameters cannot hold a straight one.
char *safe_text(const char *text, bool lines, Arena *arena);

/// Appends the unfolded form of `written` (lines with CRLF, folded by somebody else) folded by
/// RFC 5545 3.1: at most 75 octets, never inside a character with its marks nor behind a backslash.
void fold_lines(const char *written, Buffer *out);

#endif
