// SPDX-License-Identifier: GPL-3.0-or-later
// The list by a line: which row is chosen, what taking it does to the line, and how it looks.
#include "suggest.h"

#include <string.h>

#include "mawari/base/lang.h"
#include "mawari/base/text.h"

void suggest_begin(Suggestions *all, size_t from, size_t to)
{
    *all = (Suggestions){.from = from, .to = to};
}

bool suggest_add(Suggestions *all, Suggestion one)
{
    for (size_t i = 0; i < all->count; i++)
        if (one.id && all->rows[i].id == one.id)
            return true;
    if (all->count == SUGGESTIONS)
        return false;
    all->rows[all->count++] = one;
    return true;
}

/// The first ↓ stands on the first row, the first ↑ on the last.
static void choose(Suggestions *all, int by)
{
    size_t last = all->count - 1;
    if (by < 0)
        all->chosen = all->moved && all->chosen > 0 ? all->chosen - 1 : last;
    else
        all->chosen = all->moved && all->chosen < last ? all->chosen + 1 : 0;
    all->moved = true;
}

void suggest_take(Suggestions *all, size_t index, Line *line, Suggestion *ret)
{
    Suggestion taken = all->rows[index];
    const char *fill = taken.fill ? taken.fill : taken.text;
    line_replace(line, all->from, all->to, fill);
    suggest_begin(all, line->at, line->at);
    *ret = taken;
}

SuggestKey suggest_key(Suggestions *all, const Key *key, Line *line, Suggestion *ret)
{
    if (all->count == 0)
        return SUGGEST_NOT_MINE;
    switch (key->code) {
    case KEY_IS_UP:
    case KEY_IS_DOWN:
        choose(all, key->code == KEY_IS_DOWN ? 1 : -1);
        return SUGGEST_CHOSEN;
    case KEY_IS_TAB:
        suggest_take(all, all->chosen, line, ret);
        return SUGGEST_TAKEN;
    case KEY_IS_ENTER:
        if (!all->moved)
            return SUGGEST_NOT_MINE;
        suggest_take(all, all->chosen, line, ret);
        return SUGGEST_TAKEN;
    case KEY_IS_ESCAPE:
        if (!all->moved)
            return SUGGEST_NOT_MINE;
        suggest_begin(all, line->at, line->at);
        return SUGGEST_CLOSED;
    default:
        return SUGGEST_NOT_MINE;
    }
}

void suggest_draw(const Suggestions *all, Canvas *canvas, int row, int column, int columns)
{
    for (size_t i = 0; i < all->count; i++, row++) {
        const Suggestion *one = &all->rows[i];
        int right = one->right ? text_width(one->right) : 0;
        if (right > columns / 2)
            right = columns / 2;
        canvas_field(canvas, row, column, columns, ROLE_PLAIN, "");
        canvas_text(canvas, row, column + 2, columns - right - 4, ROLE_PLAIN, one->text);
        if (right)
            canvas_text(canvas, row, column + columns - right - 1, right, ROLE_DIM, one->right);
        if (all->moved && i == all->chosen)
            canvas_tint(canvas, row, column, columns, ROLE_CURSOR);
    }
}

const char *suggest_keys(void)
{
    return _("↑↓ choose   Tab takes the first   Enter does it   Esc back");
}
