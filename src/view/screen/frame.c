// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of the screen: tabs with what waits behind them, the clock, rules, message, keys.
#include <string.h>

#include "mawari/base/text.h"
#include "mawari/store/queries.h"
#include "shell.h"

static const struct {
    const char *title; // N_()
    char digit;
} tabs[] = {
#define TAB(name, title_, digit_, what, kind) {title_, digit_},
    PANES(TAB)
#undef TAB
};
enum { TABS = sizeof tabs / sizeof *tabs };

static const char *tab_count(const Screen *screen, PaneId tab, Arena *arena)
{
    const OpenCounts *counts = &screen->counts;
    int32_t waiting = counts->due_today + counts->late;
    if (tab == PANE_commitments && waiting)
        return arena_print(arena, "(%d)", waiting);
    if (tab == PANE_tickets && counts->silent_troubles)
        return arena_print(arena, "(!%d)", counts->silent_troubles);
    return "";
}

static const char *tab_text(const Screen *screen, PaneId tab)
{
    bool here = tab == screen->tab;
    return arena_print(screen->frame, "%s%c %s%s%s", here ? "[" : "", tabs[tab].digit,
                       lang_text(tabs[tab].title), tab_count(screen, tab, screen->frame),
                       here ? "]" : "");
}

/// Returns how wide they are with two blanks behind each.
static int read_tabs(const Screen *screen, const char *ret[TABS])
{
    int width = 1;
    for (size_t i = 0; i < TABS; i++) {
        ret[i] = tab_text(screen, (PaneId)i);
        width += text_width(ret[i]) + 2;
    }
    return width;
}

/// Where the tabs want its place the clock's day goes without its month.
static const char *clock_text(const Screen *screen, int room)
{
    const App *app = screen->app;
    const char *minute = minute_text(app->minute, screen->frame);
    const char *whole = arena_print(screen->frame, "%s %s",
                                    day_text_full(app->today, app->today, screen->frame), minute);
    return text_width(whole) <= room
               ? whole
               : arena_print(screen->frame, "%s %s",
                             day_text(app->today, app->today, screen->frame), minute);
}

static void draw_tabs(Screen *screen, Canvas *canvas)
{
    const char *texts[TABS];
    int columns = canvas->columns - 1, width = read_tabs(screen, texts);
    const char *clock = clock_text(screen, columns - width);
    int clock_at = columns - text_width(clock);
    int gap = width < clock_at ? 2 : 1;
    int column = gap - 1;
    for (size_t i = 0; i < TABS; i++) {
        if (column + text_width(texts[i]) >= clock_at)
            break;
        screen->tab_at[i] = column;
        column += canvas_text(canvas, 0, column, clock_at - column,
                              (PaneId)i == screen->tab ? ROLE_KEY : ROLE_PLAIN, texts[i]) +
                  gap;
        screen->tab_end[i] = column - (gap - 1);
    }
    canvas_text(canvas, 0, clock_at, columns - clock_at, ROLE_DIM, clock);
}

/// Which keys the last line teaches: commands by name, for what the cursor is on.
static const struct {
    const Entity *kind; // NULL: anything
    const char *commands;
} bars[] = {
    {&entity_visit, "open|outcome|arrive|move|late|gap|note|export calendar"},
    {&entity_client, "open|brief|outcome|note|find|new-here|edit|filter"},
    {&entity_commitment, "open|tick|ball|wait|move|edit|filter"},
    {&entity_ticket, "open|told|note|ball|stage|hours"},
    {&entity_contact, "open|brief|outcome|edit|note"},
    {&entity_demand, "open|floor|wait|edit|filter"},
    {&entity_price, "open|floor|edit|new-here|filter"},
    {&entity_round, "open|new-here|edit|tick|filter"},
    {&entity_meeting, "open|outcome|report-here|edit|new-here|filter"},
    {&entity_entertainment, "open|report-here|edit|new-here|filter"},
    {&entity_contract, "open|tick|why|edit|new-here|note|filter"},
    {NULL, "open|tick|stage|outcome|new-here|edit|day-before|day-after|filter|find"},
};

/// What a command's own title does not say of such a record.
static const struct {
    const Entity *kind;
    const char *command, *title; // N_()
} own_titles[] = {
    {&entity_topic, "tick", N_("Heard")},
    {&entity_loan, "tick", N_("Is back")},
    {&entity_order_memo, "tick", N_("Office has it")},
    {&entity_contract, "tick", N_("Step taken")},
    {&entity_concession, "tick", N_("Came back")},
    {&entity_round, "tick", N_("Round over")},
    {&entity_meeting, "outcome", N_("Greet")},
    {&entity_meeting, "report-here", N_("Roster sheet")},
    {&entity_entertainment, "report-here", N_("Accounting line")},
};

static const char *title_on(const Command *command, const Entity *kind)
{
    for (size_t i = 0; i < sizeof own_titles / sizeof *own_titles; i++)
        if (own_titles[i].kind == kind && strcmp(own_titles[i].command, command->name) == 0)
            return lang_text(own_titles[i].title);
    return lang_text(command->title);
}

static const Entity *kind_here(const Pane *pane)
{
    return pane->at ? pane->at_kind : pane->subject ? pane->kind : NULL;
}

const char *screen_bar(const Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    const Entity *kind = kind_here(pane);
    if (screen_is_empty(screen)) // the welcome stands where a list may still have had a row
        return "new-here|find";
    if (pane->what == &pane_brief)
        return "outcome|arrive|dial|note|tick|open|move|copy";
    if (pane->what->reads && !pane->what->copy)
        return "back";
    if (pane->what->bare || pane->what->reads)
        return "back|copy";
    for (size_t i = 0;; i++)
        if (!bars[i].kind || bars[i].kind == kind)
            return bars[i].commands;
}

static int draw_key(Screen *screen, Canvas *canvas, int column, int room, const Command *command)
{
    const char *key = keymap_key(&screen->keymap, command);
    const char *title = title_on(command, kind_here(screen_pane(screen)));
    int wanted = text_width(key) + 1 + text_width(title);
    if (!(command->scope & IN_LIST) || !*key || wanted > room || screen->key_count == KEYS_SHOWN)
        return 0;
    int row = canvas->rows - 1;
    screen->keys[screen->key_count].column = column;
    screen->keys[screen->key_count].end = column + wanted;
    screen->keys[screen->key_count++].command = command;
    canvas_text(canvas, row, column, text_width(key), ROLE_KEY, key);
    canvas_text(canvas, row, column + text_width(key) + 1, text_width(title), ROLE_DIM, title);
    return wanted + 2;
}

/// "Enter next field   ^S save": what begins with a key is one to the mouse, too.
static void draw_sentence(Screen *screen, Canvas *canvas, const char *text)
{
    static const char between[] = "   ";
    int row = canvas->rows - 1, columns = canvas->columns - 2, column = 1;
    canvas_text(canvas, row, column, columns, ROLE_DIM, text);
    while (*text && screen->key_count < KEYS_SHOWN) {
        const char *next = strstr(text, between);
        size_t size = next ? (size_t)(next - text) : strlen(text);
        int width = text_width(arena_copy_bytes(screen->frame, text, size));
        if (key_called(text, strcspn(text, " :"), &screen->keys[screen->key_count].key)) {
            screen->keys[screen->key_count].column = column;
            screen->keys[screen->key_count].end = column + width;
            screen->keys[screen->key_count++].command = NULL;
        }
        text += size + (next ? strlen(between) : 0);
        column += width + (int)strlen(between);
    }
}

static void draw_keys(Screen *screen, Canvas *canvas)
{
    const Pane *pane = screen_pane(screen);
    const Command *more = any_command_named("more"), *help = any_command_named("help");
    int last = text_width(lang_text(more->title)) + text_width(lang_text(help->title)) + 8;
    int column = 1, end = canvas->columns - 1;
    const char *keys = pane->what->keys_now ? pane->what->keys_now(pane) : pane->what->keys;
    if (keys) {
        draw_sentence(screen, canvas, lang_text(keys));
        return;
    }
    for (const char *name = screen_bar(screen); *name;) {
        size_t size = strcspn(name, "|");
        const Command *command = any_command_named(arena_copy_bytes(screen->frame, name, size));
        if (command && !command_blocked(screen, command, screen->frame)) // it teaches what works
            column += draw_key(screen, canvas, column, end - last - column, command);
        name += size + strspn(name + size, "|");
    }
    column += draw_key(screen, canvas, column, end - column, more);
    draw_key(screen, canvas, column, end - column, help);
}

/// While nothing is typed there is room for an example.
static const char *prompt_keys(const Screen *screen)
{
    const Prompt *prompt = &screen->prompt;
    const char *keys = lang_text(prompt->what->keys);
    const char *example = prompt->line.size || prompt->what != &prompt_argument
                              ? NULL
                              : prompt_example(prompt->command);
    return example ? arena_print(screen->frame, "%s   %s", keys, example) : keys;
}

static const char *mode_keys(const Screen *screen)
{
    switch (screen->mode) {
    case MODE_PROMPT:
        if (screen->prompt.suggestions.count)
            return suggest_keys();
        return prompt_keys(screen);
    case MODE_FORM:
        return _("Enter next field   Tab takes an offer   ^S save   Esc keep as draft");
    case MODE_DOOR:
        return door_keys(screen);
    case MODE_PHONE:
        return phone_keys(screen);
    case MODE_MENU:
    case MODE_QUESTION:
        if (screen->menu.step)
            return _("a digit answers and goes on   ↑↓ another door   Esc ends");
        return _("type the digit or letter, or ↑↓ and Enter   Esc no");
    case MODE_LIST:
    case MODE_PRIVATE:
        break;
    }
    return "";
}

/// What the pane has to say where no message stands.
static const char *note_of(const Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    bool shown = screen->mode == MODE_LIST && pane->what->note && pane->data && !pane->stale;
    const char *note = shown ? pane->what->note(pane, screen->frame) : NULL;
    return note ? note : "";
}

/// Message and keys.
static void draw_foot(Screen *screen, Canvas *canvas)
{
    int rows = canvas->rows, columns = canvas->columns - 1;
    const char *said = *screen->message ? screen->message : note_of(screen);
    canvas_text(canvas, rows - 2, 1, columns - 1, screen->message_bad ? ROLE_BAD : ROLE_PLAIN,
                said);
    screen->key_count = 0;
    if (screen->mode == MODE_LIST)
        draw_keys(screen, canvas);
    else
        draw_sentence(screen, canvas, mode_keys(screen));
}

void frame_draw(Screen *screen, Canvas *canvas)
{
    int rows = canvas->rows, columns = canvas->columns - 1;
    if (rows < 6)
        return;
    const Pane *pane = screen_pane(screen);
    memset(screen->tab_end, 0, sizeof screen->tab_end); // those that are not drawn are nowhere
    if (screen_is_bare(screen)) {
        draw_foot(screen, canvas);
        return;
    }
    if (pane->what->head && !pane->stale && screen->mode != MODE_FORM && screen->mode != MODE_DOOR)
        pane->what->head(pane, screen->app, canvas);
    else
        draw_tabs(screen, canvas);
    canvas_rule(canvas, 1, 0, columns);
    canvas_rule(canvas, rows - 3, 0, columns);
    draw_foot(screen, canvas);
}
