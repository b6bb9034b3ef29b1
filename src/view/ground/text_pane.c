// SPDX-License-Identifier: GPL-3.0-or-later
// What a command of the shell prints, on the screen: a sheet of wrapped lines to page through.
#include <string.h>

#include "mawari/base/text.h"
#include "shell.h"

typedef struct TextView {
    Arena *arena;
    const char *title, *text;
    const char *report; // the line behind it; NULL: it is none
    Id client;          // of whom it is; 0: nobody's
} TextView;

typedef struct TextData {
    char **lines;
    size_t count;
} TextData;

enum { HEAD_ROWS = 2 };

/// How many bytes of a line stand before its last column: two blanks or more are between columns.
static size_t before_last_column(const char *line)
{
    size_t last = 0;
    for (size_t i = 0; line[i]; i++)
        if (i >= 2 && line[i] != ' ' && line[i - 1] == ' ' && line[i - 2] == ' ')
            last = i;
    return last;
}

/// What does not fit goes on in the same column, where that leaves room enough.
static void add_line(TextData *data, size_t *room, const char *line, int columns, Arena *arena)
{
    size_t before = text_width(line) > columns ? before_last_column(line) : 0;
    char *head = arena_copy_bytes(arena, line, before);
    int hang = text_width(head);
    if (hang > columns * 2 / 3) {
        before = 0;
        hang = 0;
    }
    char **parts;
    size_t count = text_wrap(*line ? line + before : " ", columns - hang, arena, &parts);
    for (size_t i = 0; i < count; i++) {
        data->lines = arena_more(arena, data->lines, data->count, room, sizeof *data->lines);
        data->lines[data->count++] = !before ? parts[i]
                                             : arena_print(arena, "%*s%s", i ? hang : 0,
                                                           i ? "" : head, parts[i]);
    }
}

static bool load(Pane *pane, App *app, Err *err)
{
    (void)app, (void)err;
    const TextView *view = pane->view;
    TextData *data = pane->data;
    size_t room = 0;
    *data = (TextData){0};
    for (const char *line = view->text; *line;) {
        size_t size = strcspn(line, "\n");
        add_line(data, &room, arena_copy_bytes(pane->arena, line, size), pane->columns - 1,
                 pane->arena);
        line += size + (line[size] == '\n');
    }
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const TextData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    (void)pane, (void)index;
    return (PaneRow){.stop = true};
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return HEAD_ROWS;
}

static void draw(const Pane *pane, const App *app, Region at)
{
    (void)app;
    const TextView *view = pane->view;
    const TextData *data = pane->data;
    canvas_text(at.canvas, at.row, at.column + 1, at.columns - 1, ROLE_STRONG, view->title);
    int line = at.row + HEAD_ROWS;
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        canvas_text(at.canvas, line, at.column + 1, at.columns - 1, ROLE_PLAIN, data->lines[i]);
        if (i == pane->index)
            canvas_cursor(at.canvas, line, at.column + 1);
    }
}

static bool nothing_to_open(Screen *screen)
{
    screen_say(screen, _("There is nothing to open here"));
    return true;
}

static const char *copy(Pane *pane, App *app, Arena *arena)
{
    (void)app, (void)arena;
    return ((TextView *)pane->view)->text;
}

static void release(Pane *pane)
{
    arena_close(((TextView *)pane->view)->arena);
}

static const PaneKind pane_text = {.alone = true,
                                   .reads = true,
                                   .note = pane_hidden_rows,
                                   .view_bytes = sizeof(TextView),
                                   .data_bytes = sizeof(TextData),
                                   .load = load,
                                   .draw = draw,
                                   .count = count,
                                   .row = row,
                                   .first_row = first_row,
                                   .enter = nothing_to_open,
                                   .copy = copy,
                                   .release = release};

void text_pane_open(Screen *screen, const char *title, const char *text)
{
    Pane *pane = pane_open(&pane_text, NULL, 0);
    TextView *view = pane->view;
    view->arena = arena_open();
    view->title = arena_copy(view->arena, title);
    view->text = arena_copy(view->arena, text);
    screen_push(screen, pane);
}

void text_pane_reports(Screen *screen, Id client, const char *line)
{
    TextView *view = screen_pane(screen)->view;
    view->report = arena_copy(view->arena, line);
    view->client = client;
}

bool text_pane_is(const Pane *pane)
{
    return pane->what == &pane_text;
}

const char *text_pane_report(const Pane *pane, Id *ret_client)
{
    const TextView *view = pane->view;
    if (pane->what != &pane_text)
        return NULL;
    *ret_client = view->client;
    return view->report;
}
