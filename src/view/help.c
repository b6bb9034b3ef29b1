// SPDX-License-Identifier: GPL-3.0-or-later
// The help: signs, and every key with its command, out of the tables.
#include "mawari/base/text.h"
#include "pane.h"
#include "shell.h"

typedef struct HelpRow {
    const char *key, *text;
    bool heading;
} HelpRow;

enum { HELP_ROWS = 200 };

typedef struct HelpData {
    HelpRow rows[HELP_ROWS];
    size_t count;
} HelpData;

static const struct {
    const char *sign, *meaning; // N_()
} signs[] = {
    {"✓", N_("done")},
    {"=", N_("agreed hour")},
    {"~", N_("floating: no hour agreed")},
    {"?", N_("asked or tentative")},
    {"▶", N_("next")},
    {"!", N_("overdue, late, or silent too long")},
    {"↑ ↓", N_("promise: mine, theirs")},
    {"○ ●", N_("the ball: with me, with somebody else")},
    {"+", N_("marked")},
};

static const char *const words[] = {
    N_("The Japanese input method may stay on: ｊ is j, あいうえお are a i u e o."),
    N_("While it composes, keys reach mawari only when the word is committed."),
    N_("Kana or kanji typed in a list open the search with them."),
    N_("A message stays until the next one or Esc. Every change can be undone."),
    N_("Keys can be changed in the file `keys`, one line each: COMMAND KEY."),
};

static void add(HelpData *data, const char *key, const char *text, bool heading)
{
    if (data->count < HELP_ROWS)
        data->rows[data->count++] = (HelpRow){key, text, heading};
}

static void add_command(HelpData *data, const Command *command, Arena *arena)
{
    if (!command->keys || !*command->keys || !(command->scope & (IN_LIST | IN_TEXT)))
        return;
    add(data, command->keys,
        arena_print(arena, "%s  %s", text_pad(lang_text(command->title), 18, arena),
                    lang_text(command->help)),
        false);
}

static bool load(Pane *pane, App *app, Err *err)
{
    (void)app, (void)err;
    HelpData *data = pane->data;
    size_t count;
    add(data, "", _("Keys"), true);
    const ScreenCommand *own = screen_commands(&count);
    for (size_t i = 0; i < count; i++)
        add_command(data, &own[i].row, pane->arena);
    add(data, "", _("On the record under the cursor, or on all that are marked"), true);
    const Command *all = commands(&count);
    for (size_t i = 0; i < count; i++)
        add_command(data, &all[i], pane->arena);
    add(data, "", _("Signs"), true);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        add(data, signs[i].sign, lang_text(signs[i].meaning), false);
    add(data, "", _("Good to know"), true);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        add(data, "", lang_text(words[i]), false);
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const HelpData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    bool heading = ((const HelpData *)pane->data)->rows[index].heading;
    return (PaneRow){.stop = !heading, .heading = heading};
}

static void draw(const Pane *pane, const App *app, Region at)
{
    (void)app;
    const HelpData *data = pane->data;
    int line = at.row;
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        const HelpRow *shown = &data->rows[i];
        canvas_text(at.canvas, line, at.column + 2, 11, ROLE_KEY, shown->key);
        canvas_text(at.canvas, line, at.column + (shown->heading ? 1 : 14), at.columns - 15,
                    shown->heading ? ROLE_STRONG : ROLE_PLAIN, shown->text);
        if (i == pane->index)
            canvas_cursor(at.canvas, line, at.column + 2);
    }
}

const PaneKind pane_help = {
    .data_bytes = sizeof(HelpData), .load = load, .draw = draw, .count = count, .row = row};
