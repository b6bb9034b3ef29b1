// SPDX-License-Identifier: GPL-3.0-or-later
// The screen: opened and closed, which pane is seen, the clock.
#include "mawari/view/screen.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "day/route_pane.h"
#include "forms/drafts.h"
#include "ground/layout.h"
#include "ground/reveal.h"
#include "ground/waiting.h"
#include "mawari/app/places.h"
#include "mawari/base/file.h"
#include "travel_look.h"

Pane *screen_pane(const Screen *screen)
{
    return screen->sheet_count ? screen->sheets[screen->sheet_count - 1]
                               : screen->tabs[screen->tab];
}

int screen_body_rows(const Screen *screen)
{
    if (screen_is_bare(screen) && screen->rows >= 6)
        return screen->rows - 2;
    int rows = screen->rows < 6 ? screen->rows : screen->rows - 5 - screen->hint_rows;
    return rows < 1 ? 1 : rows;
}

bool screen_is_bare(const Screen *screen)
{
    return screen_pane(screen)->what->bare && screen->mode != MODE_FORM &&
           screen->mode != MODE_DOOR && screen->mode != MODE_PRIVATE;
}

bool screen_is_empty(const Screen *screen)
{
    return screen->counts.clients == 0 && screen->counts.promises == 0 &&
           screen->tab == PANE_today && !screen->sheet_count;
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
    if (kind == &entity_round)
        round_pane_open(screen, id);
    else
        screen_push(screen, pane_open(&pane_sheet, kind, id));
}

void screen_drop_sheet(Screen *screen)
{
    if (screen->sheet_count == 0)
        return;
    layout_keep_pane(screen, screen->sheets[screen->sheet_count - 1]);
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

static bool gazetteer_stop(Screen *screen)
{
    return strcmp(screen->message, gazetteer_comes()) == 0 && gazetteer_cancel(screen->app);
}

bool screen_back(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    Err err = {0};
    if (travel_stop(screen) || gazetteer_stop(screen))
        return true;
    *screen->message = '\0';
    if (pane->mark_count)
        pane->mark_count = 0, pane->stale = true; // it counted those that were not shown
    else if (pane->what == &pane_list && *list_filter(pane))
        (void)list_set_filter(pane, screen->app, "", &err);
    else if (screen->sheet_count && pane->what == &pane_import)
        import_pane_leave(screen);
    else if (screen->sheet_count)
        screen_drop_sheet(screen);
    else
        return gazetteer_cancel(screen->app); // another message has come since
    return true;
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
    if (access(path, F_OK) != 0)
        return; // there is none: the defaults hold
    bool good = file_read(path, 1 << 16, screen->frame, &text, &size, &err);
    if (good && strlen(text) != size)
        good = err_set(&err, ERR_INPUT, _("%s holds a zero byte: it is no text"), path);
    if (!good || !keymap_read(&screen->keymap, path, text, any_command_named, &err))
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
    screen->travel_percent = -1;
    screen->style = style;
    app->plain = style.plain;
    screen->offers = arena_open();
    screen->frame = arena_open();
#define OPEN(name, title, digit, what, kind) screen->tabs[PANE_##name] = pane_open(&what, kind, 0);
    PANES(OPEN)
#undef OPEN
    screen_resize(screen, rows, columns);
    bind_keys(screen);
    layout_recall(screen);
    screen_stale(screen);
    drafts_say(screen);
    return screen;
}

void screen_close(Screen *screen)
{
    if (!screen)
        return;
    waiting_close(screen);
    if (screen->form)
        form_keep(screen->app, screen->form);
    phone_close(screen);
    prompt_line_keep(screen);
    door_close(screen);
    layout_keep(screen);
    form_close(screen->form);
    close_sheets(screen);
    pane_close(screen->side);
    for (size_t i = 0; i < PANE_COUNT; i++)
        pane_close(screen->tabs[i]);
    arena_close(screen->offers);
    arena_close(screen->frame);
    free(screen->board);
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

void screen_clock(Screen *screen, int64_t milliseconds)
{
    screen->clock = milliseconds;
    if (!screen->touched)
        screen->touched = milliseconds;
}

/// Milliseconds until the screen locks by itself; -1: it does not, or has.
static int64_t lock_in(const Screen *screen)
{
    int64_t idle = (int64_t)app_setting_whole(screen->app, "idle_minutes") * 60000;
    if (idle <= 0 || screen->mode == MODE_PRIVATE)
        return -1;
    int64_t left = screen->touched + idle - screen->clock;
    return left > 0 ? left : 0;
}

void screen_slept(Screen *screen)
{
    reveal_end(screen); // its seconds stood still, and who opens the lid may be another
    if (lock_in(screen) >= 0)
        screen_hide(screen);
}

/// What a job has to say stands on the line once, where nothing is being typed.
static void say_news(Screen *screen)
{
    if (screen->mode != MODE_LIST)
        return;
    const char *news = app_take_news(screen->app);
    if (!news)
        return;
    screen_say(screen, "%s", news);
    screen->message_bad = *news == '!';
    week_plan_news(screen);
    screen->changed = true;
}

static bool is_unsaved(const Screen *screen)
{
    return screen->prompt.unsaved || door_is_unsaved(screen) || phone_is_unsaved(screen) ||
           (screen->form && screen->form->unsaved);
}

/// Where something is typed there is no message line.
static void say_where_typed(Screen *screen, const char *text)
{
    if (screen->mode == MODE_DOOR)
        door_say(screen, text);
    else if (screen->mode == MODE_PROMPT)
        snprintf(screen->prompt.said, sizeof screen->prompt.said, "%s", text);
    else
        screen_say(screen, "%s", text);
    screen->changed = true;
}

static bool is_typing(const Screen *screen)
{
    return screen->mode == MODE_PROMPT || screen->mode == MODE_DOOR || screen->mode == MODE_PHONE ||
           screen->mode == MODE_FORM;
}

/// The drafts were just written; what was not has met a lock, and is tried again until it is. What was
/// saved meanwhile has said so itself.
static void say_unsafe(Screen *screen)
{
    bool unsafe = is_unsaved(screen);
    if (unsafe && !screen->unsafe)
        say_where_typed(screen, _("! Another mawari is writing: what you type is not safe yet"));
    else if (!unsafe && screen->unsafe && is_typing(screen))
        say_where_typed(screen, _("What you typed is safe again"));
    screen->unsafe = unsafe;
}

void screen_tick(Screen *screen)
{
    bool outside = false;
    Err err = {0};
    if (screen->form && screen->form->saving && screen->mode == MODE_FORM)
        form_save(screen);
    else if (screen->form)
        form_keep(screen->app, screen->form);
    prompt_line_keep(screen);
    phone_keep(screen);
    door_keep(screen);
    say_unsafe(screen);
    if (lock_in(screen) == 0)
        screen_hide(screen);
    reveal_go_on(screen);
    waiting_try(screen);
    import_pane_go_on(screen);
    route_go_on(screen);
    phone_go_on(screen);
    travel_go_on(screen);
    say_news(screen);
    if (!store_changed_outside(screen->app->store, &outside, &err)) {
        screen_fail(screen, &err);
        screen->changed = true;
        if (store_is_newer(screen->app->store))
            screen->wish = WISH_QUIT; // what was typed is in the drafts, which the newer one reads
    }
    bool minute = screen->shown_minute != screen->app->now / 60;
    screen->shown_minute = screen->app->now / 60;
    if (minute) {
        layout_keep(screen);                        // whatever happens to this terminal
        (void)store_tidy(screen->app->store, NULL); // where nobody waits for it
    }
    if (outside || minute)
        screen_stale(screen);
}

ScreenWish screen_wish(Screen *screen)
{
    ScreenWish wish = screen->wish;
    screen->wish = WISH_NOTHING;
    return wish;
}

enum { DRAFT_QUIET_MS = 300 }; // also between two tries of what another mawari's lock keeps waiting

int screen_wait(const Screen *screen)
{
    bool says = screen->app->news && screen->mode == MODE_LIST && !*screen->message;
    if (travel_is_news(screen) || says)
        return 0;
    int64_t lock = lock_in(screen), masked = reveal_left(screen);
    if (masked >= 0 && (lock < 0 || masked < lock))
        lock = masked;
    bool waits = screen->waiting.command || (screen->form && screen->form->saving) ||
                 is_unsaved(screen);
    if (waits && (lock < 0 || lock > DRAFT_QUIET_MS))
        return DRAFT_QUIET_MS;
    return lock > INT_MAX ? INT_MAX : (int)lock;
}
