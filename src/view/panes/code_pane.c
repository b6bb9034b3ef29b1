// SPDX-License-Identifier: GPL-3.0-or-later
// A code with what it is about beside it: the telephone's camera is held before the screen.
#include "code_pane.h"

#include "day/brief.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"

typedef struct CodeView {
    Arena *arena;
    CodePage page;
} CodeView;

typedef struct CodeData {
    Code code;
    const char *failed; // why there is no code; NULL: there is one
} CodeData;

enum { GAP = 3, BESIDE = 20 }; // columns between code and text, and the least for the text

/// Without a code the number alone is still worth a screen.
static bool load(Pane *pane, App *app, Err *err)
{
    (void)app, (void)err;
    CodeData *data = pane->data;
    Err why = {0};
    if (!code_make(((const CodeView *)pane->view)->page.link, pane->arena, &data->code, &why))
        data->failed = arena_copy(pane->arena, why.text);
    return true;
}

static size_t count(const Pane *pane)
{
    (void)pane;
    return 0;
}

static PaneRow row(const Pane *pane, size_t index)
{
    (void)pane, (void)index;
    return (PaneRow){0};
}

static bool fits(const Code *code, Region at)
{
    bool letters = at.canvas->letters;
    return code_rows(code, letters) <= at.rows &&
           code_columns(code, letters) + 1 + GAP + BESIDE <= at.columns;
}

/// Why there is none on the screen, in a sentence; NULL: it is there.
static const char *missing(const CodeData *data, Region at, Arena *arena)
{
    bool letters = at.canvas->letters;
    if (data->failed)
        return arena_print(arena, _("There is no code: %s"), data->failed);
    if (at.canvas->plain)
        return "";
    if (fits(&data->code, at))
        return NULL;
    return arena_print(arena, _("The code needs a terminal of %d rows and %d columns."),
                       code_rows(&data->code, letters) + 2,
                       code_columns(&data->code, letters) + GAP + BESIDE + 2);
}

static int draw_wrapped(Region at, int line, Role role, const char *text, Arena *arena)
{
    char **rows;
    size_t count_ = text ? text_wrap(text, at.columns, arena, &rows) : 0;
    for (size_t i = 0; i < count_ && line < at.row + at.rows; i++)
        canvas_text(at.canvas, line++, at.column, at.columns, role, rows[i]);
    return line;
}

/// Whose it is, the number large and as it is written, and what to do.
static void draw_text(const CodePage *page, const char *without, Region at, Arena *arena)
{
    int line = draw_wrapped(at, at.row + 1, ROLE_STRONG, page->name, arena);
    line = draw_wrapped(at, line, ROLE_PLAIN, page->reading, arena);
    line = draw_wrapped(at, line, ROLE_PLAIN, page->post, arena) + 1;
    if (page->number) {
        int room = at.row + at.rows - line - 4;
        line += digits_draw(page->number, at.canvas, line, at.column, room, at.columns);
        canvas_text(at.canvas, line++, at.column, at.columns, ROLE_STRONG, page->number);
        line = draw_wrapped(at, line, ROLE_DIM, page->label, arena) + 1;
    }
    line = draw_wrapped(at, line, ROLE_PLAIN, page->text, arena) + (page->text != NULL);
    line = draw_wrapped(at, line, ROLE_DIM, without ? without : page->advice, arena);
    if (without)
        (void)draw_wrapped(at, line, ROLE_DIM, page->link, arena);
}

static void draw(const Pane *pane, const App *app, Region at)
{
    (void)app;
    const CodeData *data = pane->data;
    Arena *arena = arena_open();
    const char *without = missing(data, at, arena);
    Region beside = {at.canvas, at.row, at.column + 1, at.rows, at.columns - 2};
    if (!without) {
        int columns = code_columns(&data->code, at.canvas->letters);
        code_draw(&data->code, at.canvas, at.row, at.column + 1);
        beside.column += columns + GAP;
        beside.columns -= columns + GAP;
    }
    draw_text(&((const CodeView *)pane->view)->page, without, beside, arena);
    canvas_cursor(at.canvas, at.row + 1, beside.column);
    arena_close(arena);
}

static const char *copy(Pane *pane, App *app, Arena *arena)
{
    (void)app, (void)arena;
    const CodePage *page = &((const CodeView *)pane->view)->page;
    return page->number ? page->number : page->link;
}

static bool nothing_to_open(Screen *screen)
{
    screen_say(screen, _("There is nothing to open here"));
    return true;
}

static void release(Pane *pane)
{
    arena_close(((CodeView *)pane->view)->arena);
}

const PaneKind pane_code = {.view_bytes = sizeof(CodeView),
                            .data_bytes = sizeof(CodeData),
                            .bare = true,
                            .load = load,
                            .draw = draw,
                            .count = count,
                            .row = row,
                            .enter = nothing_to_open,
                            .copy = copy,
                            .release = release};

static const char *copied(const char *text, Arena *arena)
{
    return text && *text ? arena_copy(arena, text) : NULL;
}

static void code_pane_open(Screen *screen, const CodePage *page)
{
    Pane *pane = pane_open(&pane_code, NULL, 0);
    CodeView *view = pane->view;
    Arena *arena = view->arena = arena_open();
    view->page = (CodePage){.link = arena_copy(arena, page->link),
                            .name = copied(page->name, arena),
                            .reading = copied(page->reading, arena),
                            .post = copied(page->post, arena),
                            .label = copied(page->label, arena),
                            .number = copied(page->number, arena),
                            .text = copied(page->text, arena),
                            .advice = copied(page->advice, arena)};
    screen_push(screen, pane);
}

// --- whom to call

static void dial(Screen *screen, const Number *number)
{
    const CodePage page = {.link = number_link(number->number, screen->frame),
                           .name = number->name,
                           .reading = number->reading,
                           .post = number->post,
                           .label = number->label,
                           .number = number->number,
                           .advice = _("Hold the telephone's camera before the code: it dials.")};
    code_pane_open(screen, &page);
}

static bool numbers_here(Screen *screen, Numbers *ret)
{
    const Entity *kind;
    Id id;
    Err err = {0};
    if (!brief_meant(screen, &kind, &id))
        screen_say(screen, _("Choose somebody to call first"));
    else if (!numbers_of(screen->app, kind, id, screen->frame, ret, &err))
        screen_fail(screen, &err);
    else if (ret->count == 0)
        screen_say(screen, _("No telephone is known here"));
    else
        return true;
    return false;
}

static void number_answered(Screen *screen, const Offer *offer)
{
    Numbers numbers;
    size_t place = (size_t)(offer->letter - '1');
    if (numbers_here(screen, &numbers) && place < numbers.count)
        dial(screen, &numbers.rows[place]);
}

void dial_here(Screen *screen)
{
    Numbers numbers;
    if (!numbers_here(screen, &numbers))
        return;
    if (numbers.count == 1) {
        dial(screen, &numbers.rows[0]);
        return;
    }
    screen_menu(screen, MODE_QUESTION, _("Which number?"), number_answered);
    for (size_t i = 0; i < numbers.count; i++) {
        const Number *number = &numbers.rows[i];
        menu_offer(screen, menu_letter(i),
                   arena_print(screen->offers, "%s  %s  %s",
                               text_pad(number->number, 14, screen->offers),
                               text_pad(number->label, 12, screen->offers),
                               number->name ? number->name : ""));
    }
}

// --- which way to go

void way_here(Screen *screen)
{
    const Entity *kind;
    Id id;
    BriefOf of;
    Brief brief;
    Err err = {0};
    if (!brief_meant(screen, &kind, &id)) {
        screen_say(screen, _("Choose a client, a visit or a promise first"));
        return;
    }
    if (!brief_of(screen->app, kind, id, screen->frame, &of, &err) ||
        !brief_read(screen->app, of, screen->frame, &brief, &err)) {
        screen_fail(screen, &err);
        return;
    }
    const char *link = way_link(&brief.site, screen->frame);
    const CodePage page = {
        .link = link,
        .name = brief.name,
        .reading = brief.site.reading,
        .text = brief.site.address,
        .advice = _("Hold the telephone's camera before the code: its map opens.")};
    if (link)
        code_pane_open(screen, &page);
    else
        screen_say(screen, _("Neither position nor address of this site is known: e types them"));
}
