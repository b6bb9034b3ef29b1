// SPDX-License-Identifier: GPL-3.0-or-later
// The suggestions of the line at the foot: they stand right above it, whatever the line is for.
#include <stdio.h>
#include <string.h>

#include "shell.h"

/// What is taken is remembered: a name alone may be that of several.
static void taken(Screen *screen, const Suggestion *one, size_t at)
{
    Prompt *prompt = &screen->prompt;
    const char *word = one->fill ? one->fill : one->text;
    bool fits = strlen(word) < sizeof prompt->taken_word;
    prompt->taken = fits ? one->id : 0;
    prompt->taken_at = at;
    snprintf(prompt->taken_word, sizeof prompt->taken_word, "%s", fits ? word : "");
    prompt_changed(screen);
}

bool prompt_suggest_key(Screen *screen, const Key *key)
{
    Prompt *prompt = &screen->prompt;
    size_t from = prompt->suggestions.from;
    Suggestion one;
    SuggestKey did = suggest_key(&prompt->suggestions, key, &prompt->line, &one);
    if (did == SUGGEST_TAKEN)
        taken(screen, &one, from);
    return did != SUGGEST_NOT_MINE;
}

static int first_row(const Prompt *prompt, int rows)
{
    return rows - 2 - (int)prompt->suggestions.count;
}

bool prompt_suggest_click(Screen *screen, int row)
{
    Prompt *prompt = &screen->prompt;
    int index = row - first_row(prompt, screen->rows);
    size_t from = prompt->suggestions.from;
    Suggestion one;
    if (index < 0 || (size_t)index >= prompt->suggestions.count)
        return false;
    suggest_take(&prompt->suggestions, (size_t)index, &prompt->line, &one);
    taken(screen, &one, from);
    return true;
}

int prompt_suggest_rows(const Prompt *prompt)
{
    return prompt->suggestions.count ? (int)prompt->suggestions.count + 1 : 0;
}

void prompt_suggest_draw(const Prompt *prompt, Canvas *canvas)
{
    int row = first_row(prompt, canvas->rows), columns = canvas->columns - 1;
    if (prompt->suggestions.count == 0 || row < 3)
        return;
    canvas_rule(canvas, row - 1, 0, columns);
    suggest_draw(&prompt->suggestions, canvas, row, 0, columns);
}
