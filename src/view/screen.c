// SPDX-License-Identifier: GPL-3.0-or-later
// The screen: which pane is seen, which mode a key meets, what commands leave behind.
#include "mawari/view/screen.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/app/import.h"
#include "mawari/base/file.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"
#include "shell.h"
#include "special.h"

Pane *screen_pane(const Screen *screen)
{
    return screen->sheet_count ? screen->sheets[screen->sheet_count - 1]
                               : screen->tabs[screen->tab];
}

int screen_body_rows(const Screen *screen)
{
    int rows = screen->rows < 6 ? screen->rows : screen->rows - 5;
    return rows < 1 ? 1 : rows;
}

void screen_say(Screen *screen, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(screen->message, sizeof screen->message, format, args);
    va_end(args);
    screen->message_bad = false;
}

void screen_fail(Screen *screen, const Err *err)
{
    snprintf(screen->message, sizeof screen->message, "! %s",
             *err->text ? err->text : _("that did not work"));
    screen->message_bad = true;
}

void screen_stale(Screen *screen)
{
    for (size_t i = 0; i < PANE_COUNT; i++)
        screen->tabs[i]->stale = true;
    for (size_t i = 0; i < screen->sheet_count; i++)
        screen->sheets[i]->stale = true;
    if (screen->side)
        screen->side->stale = true;
    screen->counts_stale = true;
    screen->changed = true;
}

void screen_push(Screen *screen, Pane *pane)
{
    if (screen->sheet_count == SHEETS) { // the oldest goes: nobody walks back that far
        pane_close(screen->sheets[0]);
        memmove(screen->sheets, screen->sheets + 1, (SHEETS - 1) * sizeof *screen->sheets);
        screen->sheet_count--;
    }
    screen->sheets[screen->sheet_count++] = pane;
}

void screen_open_sheet(Screen *screen, const Entity *kind, Id id)
{
    screen_push(screen, pane_open(&pane_sheet, kind, id));
}

void screen_drop_sheet(Screen *screen)
{
    if (screen->sheet_count)
        pane_close(screen->sheets[--screen->sheet_count]);
}

static void close_sheets(Screen *screen)
{
    while (screen->sheet_count)
        screen_drop_sheet(screen);
}

void screen_tab(Screen *screen, PaneId tab)
{
    close_sheets(screen);
    if (screen->tab == tab && screen->tabs[tab]->what->text)
        screen->tabs[tab]->stale |= screen->tabs[tab]->what->text(screen->tabs[tab], "day", "");
    screen->tab = tab;
}

void screen_back(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    Err err = {0};
    if (!screen->quit_named)
        *screen->message = '\0';
    if (pane->mark_count) {
        pane->mark_count = 0;
    } else if (pane->what == &pane_list && *list_filter(pane)) {
        (void)list_set_filter(pane, screen->app, "", &err);
    } else if (screen->sheet_count) {
        screen_drop_sheet(screen);
    } else if (screen->quit_named) {
        screen->wish = WISH_QUIT;
    } else {
        screen_say(screen, _("q again leaves. Everything is saved."));
        screen->quit_named = true;
    }
}

// --- commands

static void see(Screen *screen, const Effect *effect)
{
    const Pane *pane = screen_pane(screen);
    if (pane->what == &pane_sheet && pane->subject == effect->id)
        return;
    if (!pane_find(screen_pane(screen), effect->id))
        screen_open_sheet(screen, effect->kind, effect->id);
}

void screen_effect(Screen *screen, const Effect *effect)
{
    if (effect->changed)
        screen_stale(screen);
    if (effect->status)
        screen_say(screen, "%s", effect_sentence(effect, screen->frame));
    else if (effect->printed)
        screen_say(screen, "%.*s", (int)strcspn(effect->printed, "\n"), effect->printed);
    if (effect->next == NEXT_SHOW && effect->kind && effect->id)
        see(screen, effect);
    if (effect->next == NEXT_FORM && effect->kind)
        screen_form(screen, effect->kind, effect->id, effect->fields, effect->field_count);
}

/// The records that a command works on: the marks, else the cursor's, else the sheet's own.
static size_t chosen_ids(Screen *screen, const Entity **ret_kind, const Id **ret_ids)
{
    Pane *pane = screen_pane(screen);
    bool at = pane->at != 0;
    *ret_kind = at ? pane->at_kind : pane->kind;
    *ret_ids = pane->mark_count ? pane->marks : at ? &pane->at : &pane->subject;
    return pane->mark_count ? pane->mark_count : at || pane->subject ? 1 : 0;
}

void screen_run_line(Screen *screen, const Command *command, const char *line)
{
    Args args;
    Effect effect = {0};
    Err err = {0};
    const Entity *kind;
    const Id *ids;
    size_t count = chosen_ids(screen, &kind, &ids);
    if (!args_from_line(screen->app, command, kind, ids, count, line, screen->frame, &args, &err)) {
        screen_fail(screen, &err);
        return;
    }
    if (command->act == act_import) { // the screen shows the preview before anything is written
        import_pane_open(screen, &args);
        return;
    }
    if (!command_run(screen->app, command, &args, &effect, &err)) {
        screen_fail(screen, &err);
        return;
    }
    screen_pane(screen)->mark_count = 0;
    screen_effect(screen, &effect);
}

static void ask_or_run(Screen *screen, const Command *command)
{
    if (!usage_asks(command)) {
        screen_run_line(screen, command, "");
        return;
    }
    const Entity *kind;
    const Id *ids;
    size_t count = chosen_ids(screen, &kind, &ids);
    screen->prompt.command = command;
    if (strcmp(command->name, "outcome") == 0 && door_open(screen, ids, count))
        return;
    if (prompt_line_is_for(command))
        prompt_line_open(screen, command, count ? *ids : 0);
    else
        screen_prompt(screen, &prompt_argument, "");
}

static void marks_answered(Screen *screen, const Offer *offer)
{
    if (offer->command)
        ask_or_run(screen, offer->command);
}

/// A verb on several records asks once and names the first three.
static void ask_marks(Screen *screen, const Command *command)
{
    const Pane *pane = screen_pane(screen);
    Buffer names = {.arena = screen->frame};
    RecordHead head;
    for (size_t i = 0; i < pane->mark_count && i < 3; i++)
        if (record_head(screen->app->store, pane->marks[i], screen->frame, &head, NULL))
            buffer_print(&names, "%s%s", i ? ", " : "", head.name);
    screen_menu(screen, MODE_QUESTION,
                arena_print(screen->frame, _("%s: %zu records (%s%s)?"), lang_text(command->title),
                            pane->mark_count, buffer_text(&names),
                            pane->mark_count > 3 ? " …" : ""),
                marks_answered);
    menu_offer(screen, '1', _("yes, all of them"))->command = command;
    menu_offer(screen, '2', _("no"));
    screen->menu.chosen = 1;
}

static void act_own(Screen *screen, const Command *command)
{
    size_t count;
    const ScreenCommand *own = screen_commands(&count);
    for (size_t i = 0; i < count; i++)
        if (&own[i].row == command)
            own[i].act(screen);
}

void screen_run(Screen *screen, const Command *command)
{
    if (!command)
        return;
    if (!command->act)
        act_own(screen, command);
    else if (screen_pane(screen)->mark_count > 1)
        ask_marks(screen, command);
    else
        ask_or_run(screen, command);
}

void screen_form(Screen *screen, const Entity *kind, Id id, const FieldArg *fields, size_t count)
{
    Err err = {0};
    Form *form;
    if (!form_open(screen->app, kind, id, fields, count, &form, &err)) {
        screen_fail(screen, &err);
        return;
    }
    form_close(screen->form);
    screen->form = form;
    screen->mode = MODE_FORM;
    *screen->message = '\0';
    if (form->resumed)
        screen_say(screen, _("Going on with the draft"));
}

// --- keys

static bool is_empty(const Screen *screen)
{
    return screen->counts.clients == 0 && screen->tab == PANE_today && !screen->sheet_count;
}

static void nothing_there(Screen *screen, const Key *key)
{
    KeyName name = key_name(key);
    if (*name.text)
        screen_say(screen, _("`%s` does nothing here. ? shows the keys."), name.text);
    else if (key->code == KEY_IS_TEXT)
        screen_prompt(screen, &prompt_search, key->text);
}

/// A paste never runs commands: it becomes something to search for.
static void pasted(Screen *screen, const Key *key)
{
    char *text = arena_copy(screen->frame, key->text);
    for (char *c = text; *c; c++)
        if ((unsigned char)*c < ' ')
            *c = ' ';
    screen_prompt(screen, &prompt_search, text_trim(text, screen->frame));
}

static void list_key(Screen *screen, const Key *key)
{
    if (key->code == KEY_IS_PASTE) {
        pasted(screen, key);
        return;
    }
    KeyName name = key_name(key);
    const Command *command = keymap_command(&screen->keymap, name, IN_LIST);
    if (is_empty(screen) && welcome_key(screen, name))
        return;
    if (!command || strcmp(command->name, "take-back") != 0)
        screen->undo_named = false;
    if (!command || strcmp(command->name, "back") != 0)
        screen->quit_named = false;
    if (command)
        screen_run(screen, command);
    else
        nothing_there(screen, key);
}

static void click_tabs(Screen *screen, int column)
{
    for (size_t i = 0; i < PANE_COUNT; i++)
        if (column >= screen->tab_at[i] && column < screen->tab_end[i])
            screen_tab(screen, (PaneId)i);
}

static void click_keys(Screen *screen, int column)
{
    for (size_t i = 0; i < screen->key_count; i++)
        if (column >= screen->keys[i].column && column < screen->keys[i].end) {
            screen_run(screen, screen->keys[i].command);
            return;
        }
}

static void click(Screen *screen, const Key *key)
{
    Err err = {0};
    if (screen->mode != MODE_LIST || screen->rows < 6)
        return;
    if (key->row == 0)
        click_tabs(screen, key->column);
    else if (key->row == screen->rows - 1)
        click_keys(screen, key->column);
    else if (pane_click(screen_pane(screen), screen->app, key->row - 2, &err) &&
             key->code == KEY_IS_DOUBLE_CLICK)
        screen_run(screen, any_command_named("open"));
}

static bool is_mouse(const Key *key)
{
    return key->code >= KEY_IS_CLICK;
}

static void mouse(Screen *screen, const Key *key)
{
    bool wheel = key->code == KEY_IS_WHEEL_UP || key->code == KEY_IS_WHEEL_DOWN;
    if (wheel && screen->mode == MODE_LIST)
        screen_run(screen, any_command_named(key->code == KEY_IS_WHEEL_UP ? "up" : "down"));
    else
        click(screen, key);
}

/// Commands that work from everywhere, text included.
static bool everywhere(Screen *screen, const Key *key)
{
    if (key->code != KEY_IS_CTRL || screen->mode == MODE_LIST || screen->mode == MODE_PRIVATE)
        return false;
    const Command *command = keymap_command(&screen->keymap, key_name(key), IN_TEXT);
    if (!command || command->act)
        return false;
    screen_run(screen, command);
    return true;
}

void screen_key(Screen *screen, const Key *key)
{
    screen->changed = true;
    arena_empty(screen->frame);
    if (screen->mode == MODE_PRIVATE) {
        private_key(screen, key);
        return;
    }
    if (is_mouse(key)) {
        mouse(screen, key);
        return;
    }
    if (everywhere(screen, key))
        return;
    switch (screen->mode) {
    case MODE_LIST:
        list_key(screen, key);
        break;
    case MODE_PROMPT:
        prompt_key(screen, key);
        break;
    case MODE_FORM:
        form_key(screen, key);
        break;
    case MODE_DOOR:
        door_key(screen, key);
        break;
    case MODE_MENU:
    case MODE_QUESTION:
        menu_key(screen, key);
        break;
    case MODE_PRIVATE:
        break;
    }
}

// --- opening, closing, the clock

static void read_keys_file(Screen *screen)
{
    char *folder, *text;
    size_t size;
    Err err = {0};
    if (!file_xdg("XDG_CONFIG_HOME", ".config", screen->frame, &folder, &err))
        return;
    const char *path = arena_print(screen->frame, "%s/keys", folder);
    if (!file_read(path, 1 << 16, screen->frame, &text, &size, &err))
        return; // there is none: the defaults hold
    if (!keymap_read(&screen->keymap, path, text, any_command_named, &err))
        screen_fail(screen, &err);
}

static void bind_keys(Screen *screen)
{
    size_t count;
    const Command *all = commands(&count);
    for (size_t i = 0; i < count; i++)
        keymap_add(&screen->keymap, &all[i]);
    const ScreenCommand *own = screen_commands(&count);
    for (size_t i = 0; i < count; i++)
        keymap_add(&screen->keymap, &own[i].row);
    read_keys_file(screen);
}

Screen *screen_open(App *app, int rows, int columns, ScreenStyle style)
{
    Screen *screen = calloc(1, sizeof *screen);
    if (!screen)
        abort();
    screen->app = app;
    screen->style = style;
    screen->offers = arena_open();
    screen->frame = arena_open();
#define OPEN(name, title, digit, what, kind) screen->tabs[PANE_##name] = pane_open(&what, kind, 0);
    PANES(OPEN)
#undef OPEN
    screen_resize(screen, rows, columns);
    bind_keys(screen);
    screen_stale(screen);
    return screen;
}

void screen_close(Screen *screen)
{
    if (!screen)
        return;
    if (screen->form)
        form_keep(screen->app, screen->form);
    prompt_line_keep(screen);
    door_close(screen);
    form_close(screen->form);
    close_sheets(screen);
    pane_close(screen->side);
    for (size_t i = 0; i < PANE_COUNT; i++)
        pane_close(screen->tabs[i]);
    arena_close(screen->offers);
    arena_close(screen->frame);
    free(screen);
}

void screen_resize(Screen *screen, int rows, int columns)
{
    screen->rows = rows < 1 ? 1 : rows;
    screen->columns = columns < 1 ? 1 : columns;
    screen->changed = true;
}

void screen_style(Screen *screen, ScreenStyle style)
{
    screen->style = style;
    screen->changed = true;
}

void screen_tick(Screen *screen)
{
    bool outside = false;
    Err err = {0};
    if (screen->form)
        form_keep(screen->app, screen->form);
    prompt_line_keep(screen);
    door_keep(screen);
    if (!store_changed_outside(screen->app->store, &outside, &err)) {
        screen_fail(screen, &err);
        screen->changed = true;
    }
    bool minute = screen->shown_minute != screen->app->now / 60;
    screen->shown_minute = screen->app->now / 60;
    if (outside || minute)
        screen_stale(screen);
}

ScreenWish screen_wish(Screen *screen)
{
    ScreenWish wish = screen->wish;
    screen->wish = WISH_NOTHING;
    return wish;
}

enum { DRAFT_QUIET_MS = 300 };

int screen_wait(const Screen *screen)
{
    bool line = screen->mode == MODE_PROMPT && screen->prompt.unsaved;
    return line || door_is_unsaved(screen) || (screen->form && screen->form->unsaved)
               ? DRAFT_QUIET_MS
               : -1;
}

// --- drawing

static Id side_subject(Screen *screen, const Entity **ret_kind)
{
    const Pane *pane = screen_pane(screen);
    *ret_kind = pane->at_kind;
    if (pane->at_kind != &entity_visit)
        return pane->at;
    Visit visit;
    if (!record_get(screen->app->store, &entity_visit, pane->at, screen->frame, &visit, NULL))
        return 0;
    *ret_kind = &entity_client;
    return visit.client;
}

static bool side_by_side(const Screen *screen)
{
    return screen->columns >= SIDE_BY_SIDE && !screen->style.plain &&
           screen_pane(screen)->what != &pane_sheet && screen_pane(screen)->what != &pane_help;
}

static void draw_side(Screen *screen, Canvas *canvas, int column)
{
    const Entity *kind;
    Id subject = side_subject(screen, &kind);
    Region at = {canvas, 2, column, screen_body_rows(screen), screen->columns - 1 - column};
    if (!subject || !kind)
        return;
    if (!screen->side || screen->side->subject != subject || screen->side->kind != kind) {
        pane_close(screen->side);
        screen->side = pane_open(&pane_sheet, kind, subject);
    }
    Err err = {0};
    if (pane_ready(screen->side, screen->app, at.rows, at.columns, &err)) {
        screen->side->index = (size_t)-1; // no cursor there
        pane_sheet.draw(screen->side, screen->app, at);
    }
    canvas_divider(canvas, column - 1, 2, at.rows);
}

static void draw_body(Screen *screen, Canvas *canvas)
{
    Pane *pane = screen_pane(screen);
    int columns = screen->columns - (screen->columns > 1);
    int left = side_by_side(screen) ? screen->columns * 6 / 10 : columns;
    Region at = {canvas, screen->rows < 6 ? 0 : 2, 0, screen_body_rows(screen), left};
    Err err = {0};
    if (is_empty(screen)) {
        welcome_draw(screen, canvas);
        return;
    }
    if (!pane_ready(pane, screen->app, at.rows, at.columns, &err)) {
        screen_fail(screen, &err);
        return;
    }
    if (side_by_side(screen)) // first, so that the cursor stands in the pane
        draw_side(screen, canvas, left + 1);
    pane->what->draw(pane, screen->app, at);
}

static void count_again(Screen *screen)
{
    Err err = {0};
    if (!screen->counts_stale)
        return;
    screen->counts_stale = false;
    if (!query_open_counts(screen->app->store, screen->app->today, screen->frame, &screen->counts,
                           &err))
        screen_fail(screen, &err);
}

/// A form, or what follows the door: they take the whole body.
static void draw_whole(Screen *screen, Canvas *canvas)
{
    Region at = {canvas, screen->rows < 6 ? 0 : 2, 0, screen_body_rows(screen),
                 screen->columns - (screen->columns > 1)};
    if (screen->mode == MODE_DOOR)
        door_draw(screen, canvas, at);
    else
        form_draw(screen->form, screen->app, canvas, at);
}

bool screen_draw(Screen *screen, Canvas *canvas)
{
    if (!screen->changed)
        return false;
    screen->changed = false;
    arena_empty(screen->frame);
    if (canvas->rows != screen->rows || canvas->columns != screen->columns)
        canvas_resize(canvas, screen->rows, screen->columns);
    canvas->plain = screen->style.plain;
    canvas->letters = screen->style.letters;
    canvas_clear(canvas);
    if (screen->mode == MODE_PRIVATE) {
        private_draw(screen, canvas);
        return true;
    }
    count_again(screen);
    if (screen->mode == MODE_FORM || screen->mode == MODE_DOOR)
        draw_whole(screen, canvas);
    else
        draw_body(screen, canvas);
    frame_draw(screen, canvas);
    if (screen->mode == MODE_PROMPT)
        prompt_draw(screen, canvas);
    if (screen->mode == MODE_MENU || screen->mode == MODE_QUESTION)
        menu_draw(screen, canvas);
    return true;
}
