// SPDX-License-Identifier: GPL-3.0-or-later
// The help: signs, and every key with its command, out of the tables.
#include "mawari/base/text.h"
#include "pane.h"
#include "shell.h"

typedef struct HelpRow {
    const char *key, *text;
    bool heading;
} HelpRow;

typedef struct HelpData {
    HelpRow *rows;
    size_t count, room;
} HelpData;

enum { TEXT_AT = 14, TITLE_WIDTH = 19 };

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
    {"^", N_("nailed: the planner leaves it there")},
    {"+", N_("marked")},
    {"x", N_("cancelled")},
    {"…", N_("there is more than fits")},
};

static const char *const mouse[] = {
    N_("A click chooses a row, a second one opens it. The wheel moves."),
    N_("A tab, a key of the last line, an answer or a field is taken at once."),
    N_("To select text with the terminal hold Shift, or turn the setting `mouse` off."),
};

static const char *const brief[] = {
    N_("The brief is one screen. Where rows run out, long texts are cut first, then talks down to "
       "one, then the place, then people, then what else is open."),
    N_("Promises, troubles, people and what to avoid are never cut without a row that says how "
       "many "
       "more there are: Enter on it opens all of them."),
    N_("What to avoid stands in the brief alone: in no list, beside none, and in no search."),
};

static const char *const words[] = {
    N_("The Japanese input method may stay on: ｊ is j, あいうえお are a i u e o."),
    N_("While a word is composed the input method keeps every key, Ctrl-P too: commit it first."),
    N_("Kana or kanji typed in a list open the search with them."),
    N_("A message stays until the next one or Esc. Every change can be undone."),
    N_("Keys can be changed in the file `keys`, one line each: COMMAND KEY."),
};

static void add(Pane *pane, const char *key, const char *text, bool heading)
{
    HelpData *data = pane->data;
    data->rows = arena_more(pane->arena, data->rows, data->count, &data->room, sizeof *data->rows);
    data->rows[data->count++] = (HelpRow){key, text, heading};
}

/// `before` (a title, or nothing) and then `text`, wrapped beside it.
static void add_wrapped(Pane *pane, const char *key, const char *before, const char *text)
{
    char **lines;
    int used = *before ? TITLE_WIDTH + 2 : 0;
    size_t count = text_wrap(text, pane->columns - TEXT_AT - used - 1, pane->arena, &lines);
    for (size_t i = 0; i < count; i++)
        add(pane, i ? "" : key,
            arena_print(pane->arena, "%s%s", text_pad(i ? "" : before, used, pane->arena),
                        lines[i]),
            false);
}

static void add_command(Pane *pane, const Command *command)
{
    if (!command->keys || !*command->keys || !(command->scope & (IN_LIST | IN_TEXT)))
        return;
    add_wrapped(pane, command->keys, lang_text(command->title), lang_text(command->help));
}

static void add_texts(Pane *pane, const char *heading, const char *const *texts, size_t count)
{
    add(pane, "", heading, true);
    for (size_t i = 0; i < count; i++)
        add_wrapped(pane, "", "", lang_text(texts[i]));
}

static bool load(Pane *pane, App *app, Err *err)
{
    (void)app, (void)err;
    size_t count;
    add(pane, "", _("Keys"), true);
    const ScreenCommand *own = screen_commands(&count);
    for (size_t i = 0; i < count; i++)
        add_command(pane, &own[i].row);
    add(pane, "", _("On the record under the cursor, or on all that are marked"), true);
    const Command *all = commands(&count);
    for (size_t i = 0; i < count; i++)
        add_command(pane, &all[i]);
    add(pane, "", _("Signs"), true);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        add_wrapped(pane, signs[i].sign, "", lang_text(signs[i].meaning));
    add_texts(pane, _("The brief before the door"), brief, sizeof brief / sizeof *brief);
    add_texts(pane, _("The mouse"), mouse, sizeof mouse / sizeof *mouse);
    add_texts(pane, _("Good to know"), words, sizeof words / sizeof *words);
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
        canvas_text(at.canvas, line, at.column + (shown->heading ? 1 : TEXT_AT),
                    at.columns - TEXT_AT - 1, shown->heading ? ROLE_STRONG : ROLE_PLAIN,
                    shown->text);
        if (i == pane->index)
            canvas_cursor(at.canvas, line, at.column + 2);
    }
}

const PaneKind pane_help = {
    .data_bytes = sizeof(HelpData), .load = load, .draw = draw, .count = count, .row = row};
