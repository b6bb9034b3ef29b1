// SPDX-License-Identifier: GPL-3.0-or-later
// What a word may become while it is typed: at most five rows by the line, ↑ ↓ choose, Tab takes the
// first, Enter takes one only after ↑ ↓. One list for every line: prompts, captures, after the door.
#ifndef MAWARI_VIEW_SUGGEST_H
#define MAWARI_VIEW_SUGGEST_H

#include "line.h"
#include "mawari/model/entity.h"

enum { SUGGESTIONS = 5 };

typedef struct Suggestion {
    const char *text;  // the row: a name
    const char *right; // dim, at its end: whose it is; NULL: nothing
    const char *fill;  // what goes into the line, with the blank behind it; NULL: `text`
    Id id;             // the record that is meant; 0: none
} Suggestion;

/// Texts live in the arena of whoever fills it, which does so anew after each key of the line.
typedef struct Suggestions {
    Suggestion rows[SUGGESTIONS];
    size_t count, chosen;
    bool moved;      // ↑ ↓ chose: Enter takes it
    size_t from, to; // the bytes of the line that the taken one replaces
} Suggestions;

/// Empties the list; what is added next stands for the bytes `from` to `to` of the line.
void suggest_begin(Suggestions *all, size_t from, size_t to);
/// False when there is no room for more, which is no failure. A record that is there stays once.
bool suggest_add(Suggestions *all, Suggestion one);

typedef enum SuggestKey {
    SUGGEST_NOT_MINE, // the line's, or whoever's it is
    SUGGEST_CHOSEN,   // another row is under the cursor
    SUGGEST_TAKEN,    // the line has it; fill the list anew
    SUGGEST_CLOSED,   // Esc after ↑ ↓: the list is empty until the line changes
} SuggestKey;

/// What a key does while the list is shown. `*ret` is the row that was taken, else left alone.
SuggestKey suggest_key(Suggestions *all, const Key *key, Line *line, Suggestion *ret);
/// Takes the row at `index`, as a click does.
void suggest_take(Suggestions *all, size_t index, Line *line, Suggestion *ret);

/// One suggestion a row from `row` down, a word's column before them. Leaves the cursor alone.
void suggest_draw(const Suggestions *all, Canvas *canvas, int row, int column, int columns);
/// For the key bar, while there are any.
const char *suggest_keys(void);

#endif
