// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse: a click chooses what it points at, a second one opens it; answers are taken at once;
// the wheel moves. Nothing can be done by it alone.
#include "panes/special.h"
#include "shell.h"

enum { WHEEL_ROWS = 3 };

static bool between(int column, int from, int end)
{
    return column >= from && column < end;
}

static void click_tab(Screen *screen, int column)
{
    for (size_t i = 0; i < PANE_COUNT; i++)
        if (between(column, screen->tab_at[i], screen->tab_end[i])) {
            screen_tab(screen, (PaneId)i);
            return;
        }
}

static void click_key(Screen *screen, int column)
{
    for (size_t i = 0; i < screen->key_count; i++) {
        if (!between(column, screen->keys[i].column, screen->keys[i].end))
            continue;
        const Key key = screen->keys[i].key;
        if (screen->keys[i].command)
            screen_run(screen, screen->keys[i].command);
        else
            screen_key(screen, &key);
        return;
    }
}

static void run_named(Screen *screen, const char *name)
{
    screen_run(screen, any_command_named(name));
}

/// The second of two clicks opens only when the first one chose a row: it may have meant a menu
/// that is gone by now.
static void click_row(Screen *screen, const Key *key)
{
    bool again = key->code == KEY_IS_DOUBLE_CLICK && screen->row_clicked;
    Err err = {0};
    screen->row_clicked = pane_click(screen_pane(screen), screen->app, key->row - 2, &err);
    if (screen->row_clicked && again)
        run_named(screen, "open");
}

static void click_pane(Screen *screen, const Key *key)
{
    bool beside = screen->side_at && key->column >= screen->side_at;
    if (screen_is_empty(screen))
        welcome_click(screen, key->row);
    else if (!beside)
        click_row(screen, key);
    else if (key->code == KEY_IS_DOUBLE_CLICK)
        run_named(screen, "open"); // what stands beside is what the cursor is on
}

static void click_list(Screen *screen, const Key *key)
{
    bool was_row = screen->row_clicked;
    screen->row_clicked = false;
    if (screen->rows < 6)
        return;
    if (key->row == 0) {
        click_tab(screen, key->column);
    } else if (key->row == screen->rows - 1) {
        click_key(screen, key->column);
    } else if (key->row >= 2 && key->row < screen->rows - 3) {
        screen->row_clicked = was_row;
        click_pane(screen, key);
    }
}

static void click(Screen *screen, const Key *key)
{
    if (screen->mode == MODE_LIST) {
        click_list(screen, key);
        return;
    }
    screen->row_clicked = false;
    if (key->code == KEY_IS_DOUBLE_CLICK) // its first one was enough
        return;
    if (key->row == screen->rows - 1 && screen->rows >= 6)
        click_key(screen, key->column);
    else if (screen->mode == MODE_PROMPT)
        prompt_click(screen, key->row);
    else if (screen->mode == MODE_FORM)
        form_click(screen, key->row);
    else if (screen->mode == MODE_DOOR)
        door_click(screen, key->row, key->column);
    else if (screen->mode == MODE_PHONE)
        phone_click(screen, key->row);
    else if (screen->mode == MODE_MENU || screen->mode == MODE_QUESTION)
        menu_click(screen, key->row, key->column);
}

static void wheel(Screen *screen, const Key *key)
{
    bool down = key->code == KEY_IS_WHEEL_DOWN;
    Key arrow = {.code = down ? KEY_IS_DOWN : KEY_IS_UP};
    if (screen->mode == MODE_PROMPT && !screen->prompt.what->step)
        prompt_key(screen, &arrow);
    else if (screen->mode == MODE_FORM)
        form_wheel(screen, down ? 1 : -1);
    else if (screen->mode == MODE_DOOR)
        door_wheel(screen, &arrow);
    else if (screen->mode == MODE_PHONE)
        phone_key(screen, &arrow);
    else if (screen->mode == MODE_MENU || screen->mode == MODE_QUESTION)
        menu_key(screen, &arrow);
    for (int i = 0; screen->mode == MODE_LIST && i < WHEEL_ROWS; i++)
        run_named(screen, down ? "down" : "up");
}

void mouse_key(Screen *screen, const Key *key)
{
    if (key->code == KEY_IS_WHEEL_UP || key->code == KEY_IS_WHEEL_DOWN)
        wheel(screen, key);
    else
        click(screen, key);
}
