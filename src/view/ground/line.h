// SPDX-License-Identifier: GPL-3.0-or-later
// A line that takes writing: search, filter, palette, prompts and the fields of forms.
#ifndef MAWARI_VIEW_LINE_H
#define MAWARI_VIEW_LINE_H

#include "mawari/view/canvas.h"
#include "mawari/view/key.h"

enum { LINE_BYTES = 4096 };

typedef struct Line {
    char text[LINE_BYTES]; // UTF-8, NUL-terminated
    size_t size;
    size_t at; // the insertion point, a byte offset on a character
} Line;

void line_set(Line *line, const char *text); // the insertion point goes to the end
/// Puts `text` where the bytes `from` to `to` are; the insertion point goes behind it.
void line_replace(Line *line, size_t from, size_t to, const char *text);
/// Takes a key that edits; false when the key is not the line's (Enter, arrows up and down …).
/// Newlines of a paste become blanks unless `lines`.
bool line_key(Line *line, const Key *key, bool lines);
/// Draws the line in `columns`, scrolled so that the insertion point is seen, and puts the cursor
/// there.
void line_draw(const Line *line, Canvas *canvas, int row, int column, int columns);

#endif
