// SPDX-License-Identifier: GPL-3.0-or-later
// Menus and questions: lettered answers above the keys.
#include <string.h>

#include "mawari/base/text.h"
#include "shell.h"

void screen_menu(Screen *screen, Mode mode, const char *title,
                 void (*answer)(Screen *screen, const Offer *offer))
{
    arena_empty(screen->offers);
    screen->mode = mode;
    screen->menu = (Menu){.mode = mode, .answer = answer};
    screen->menu.title = arena_copy(screen->offers, title);
}

Offer *menu_offer(Screen *screen, char letter, const char *text)
{
    Menu *menu = &screen->menu;
    if (menu->count == ANSWERS)
        return &menu->offers[ANSWERS - 1];
    Offer *offer = &menu->offers[menu->count++];
    *offer = (Offer){.letter = letter, .text = arena_copy(screen->offers, text)};
    return offer;
}

char menu_letter(size_t index)
{
    static const char letters[] = "123456789abcdefghijklmnoprstuvwxyz";
    return index < sizeof letters - 1 ? letters[index] : ' ';
}

static void answer(Screen *screen, size_t index)
{
    Offer offer = screen->menu.offers[index];
    screen->mode = MODE_LIST;
    screen->menu.answer(screen, &offer);
}

static void step(Screen *screen, int by)
{
    Menu *menu = &screen->menu;
    if (menu->step)
        menu->step(screen, by);
    else if (menu->count)
        menu->chosen = (menu->chosen + menu->count + (size_t)(by + (int)menu->count)) % menu->count;
}

enum { WORDS_WIDE = 30, WORDS_COLUMNS = 3 };

/// How many answers stand side by side: words, where they do not fit one below the other.
static int columns_of(const Screen *screen)
{
    const Menu *menu = &screen->menu;
    int room = screen->rows - 4, fit = screen->columns / WORDS_WIDE;
    int wanted = room < 1 ? 1 : ((int)menu->count + room - 1) / room;
    int most = !menu->words || fit < 1 ? 1 : fit < WORDS_COLUMNS ? fit : WORDS_COLUMNS;
    return wanted < 1 ? 1 : wanted < most ? wanted : most;
}

/// How long the longest column is.
static int lines_of(const Screen *screen)
{
    int columns = columns_of(screen);
    return ((int)screen->menu.count + columns - 1) / columns;
}

/// The row of the first answer.
static int first_row(const Screen *screen)
{
    int top = screen->rows - 3 - lines_of(screen);
    return top < 1 ? 1 : top;
}

/// How many lines of answers are shown, and the first of them: a long menu follows the chosen one.
static int shown_rows(const Screen *screen)
{
    int room = screen->rows - 2 - first_row(screen), lines = lines_of(screen);
    return room < 1 ? 1 : room < lines ? room : lines;
}

static int first_shown(const Screen *screen)
{
    int lines = lines_of(screen), rows = shown_rows(screen);
    int chosen = lines ? (int)screen->menu.chosen % lines : 0;
    return chosen < rows ? 0 : chosen - rows + 1;
}

static int column_width(const Screen *screen)
{
    return (screen->columns - 1) / columns_of(screen);
}

/// The answer at this place of the lines that are shown; the menu's count: none.
static size_t answer_at(const Screen *screen, int line, int column)
{
    size_t at = (size_t)column * (size_t)lines_of(screen) + (size_t)(first_shown(screen) + line);
    bool is_there = line >= 0 && line < shown_rows(screen) && column < columns_of(screen);
    return is_there && at < screen->menu.count ? at : screen->menu.count;
}

void menu_click(Screen *screen, int row, int column)
{
    size_t at = answer_at(screen, row - first_row(screen), column / column_width(screen));
    if (!screen->menu.step && at < screen->menu.count)
        answer(screen, at);
}

static void step_aside(Screen *screen, int by)
{
    Menu *menu = &screen->menu;
    int to = (int)menu->chosen + by * lines_of(screen);
    if (!menu->step && to >= 0 && to < (int)menu->count)
        menu->chosen = (size_t)to;
}

void menu_key(Screen *screen, const Key *key)
{
    Menu *menu = &screen->menu;
    KeyName name = key_name(key);
    bool no = key->code == KEY_IS_ESCAPE || (key->code == KEY_IS_CTRL && key->letter == 'C') ||
              strcmp(name.text, "q") == 0;
    for (size_t i = 0; i < menu->count; i++)
        if (name.text[0] && !name.text[1] && menu->offers[i].letter == name.text[0]) {
            answer(screen, i);
            return;
        }
    if (no)
        screen->mode = MODE_LIST;
    else if (key->code == KEY_IS_ENTER && menu->count && !menu->step)
        answer(screen, menu->chosen);
    else if (key->code == KEY_IS_DOWN || (menu->step && strcmp(name.text, "j") == 0))
        step(screen, 1);
    else if (key->code == KEY_IS_UP || (menu->step && strcmp(name.text, "k") == 0))
        step(screen, -1);
    else if (key->code == KEY_IS_LEFT || key->code == KEY_IS_RIGHT)
        step_aside(screen, key->code == KEY_IS_LEFT ? -1 : 1);
}

/// At the right edge, behind what is said on the left.
static void draw_right(Canvas *canvas, int row, int from, const char *text)
{
    int edge = canvas->columns - 2, at = edge - text_width(text);
    at = at < from ? from : at;
    canvas_text(canvas, row, at, edge - at, ROLE_DIM, text);
}

static void draw_answer(const Offer *offer, Region at, bool chosen)
{
    Canvas *canvas = at.canvas;
    const char letter[2] = {offer->letter, '\0'};
    canvas_text(canvas, at.row, at.column + 2, 1, ROLE_KEY, letter);
    canvas_text(canvas, at.row, at.column + 5, at.columns - 6, offer->dim ? ROLE_DIM : ROLE_PLAIN,
                offer->text);
    if (offer->right)
        draw_right(canvas, at.row, text_width(offer->text) + 7, offer->right);
    if (!chosen)
        return;
    canvas_tint(canvas, at.row, at.column, at.columns, ROLE_CURSOR);
    canvas_cursor(canvas, at.row, at.column + 2);
}

/// "会社名 is:", and how many answers stand above and below what is shown.
static void draw_title(const Screen *screen, Canvas *canvas, int row)
{
    const Menu *menu = &screen->menu;
    int columns = canvas->columns - 1;
    size_t aside = (size_t)columns_of(screen), above = (size_t)first_shown(screen) * aside;
    size_t shown = above + (size_t)shown_rows(screen) * aside;
    size_t below = menu->count > shown ? menu->count - shown : 0;
    canvas_field(canvas, row, 0, columns, ROLE_STRONG, "");
    int used = canvas_text(canvas, row, 1, columns - 1, ROLE_STRONG, menu->title);
    if (lines_of(screen) > shown_rows(screen))
        canvas_text(canvas, row, used + 3, columns - used - 3, ROLE_DIM,
                    hidden_words(above, below, screen->frame));
}

/// "青葉商店  1 given  2 explained": above the keys, so that the rows stay in sight.
static void draw_row(const Menu *menu, Canvas *canvas)
{
    int row = canvas->rows - 2, end = canvas->columns - 1, column = 1;
    canvas_field(canvas, row, 0, end, ROLE_STRONG, "");
    column += canvas_text(canvas, row, column, end / 3, ROLE_STRONG, menu->title) + 2;
    for (size_t i = 0; i < menu->count && column < end - 3; i++) {
        const char letter[2] = {menu->offers[i].letter, '\0'};
        canvas_text(canvas, row, column, 1, ROLE_KEY, letter);
        column += 2 +
                  canvas_text(canvas, row, column + 2, end - column - 2, ROLE_PLAIN,
                              menu->offers[i].text) +
                  2;
    }
}

void menu_draw(Screen *screen, Canvas *canvas)
{
    const Menu *menu = &screen->menu;
    if (menu->step) {
        draw_row(menu, canvas);
        return;
    }
    int top = first_row(screen), rows = shown_rows(screen), width = column_width(screen);
    draw_title(screen, canvas, top - 1);
    if (menu->count && menu->offers[menu->chosen].help) // all of it, where a message would be
        canvas_field(canvas, canvas->rows - 2, 1, canvas->columns - 2, ROLE_DIM,
                     menu->offers[menu->chosen].help);
    for (int i = 0; i < rows; i++)
        canvas_field(canvas, top + i, 0, canvas->columns - 1, ROLE_PLAIN, "");
    for (int i = 0; i < rows * columns_of(screen); i++) {
        int line = i % rows, column = i / rows;
        size_t answer = answer_at(screen, line, column);
        Region at = {.canvas = canvas,
                     .row = top + line,
                     .column = column * width,
                     .rows = 1,
                     .columns = width};
        if (answer < menu->count)
            draw_answer(&menu->offers[answer], at, answer == menu->chosen);
    }
}

// --- . more

static void run_offer(Screen *screen, const Offer *offer)
{
    screen_run(screen, offer->command);
}

/// What cannot run here is dim and says why.
static void offer_command(Screen *screen, const Command *command, char letter)
{
    const char *why = command_blocked(screen, command, screen->offers);
    const char *title = text_pad(lang_text(command->title), 23, screen->offers);
    Offer *offer = menu_offer(
        screen, letter,
        arena_print(screen->offers, "%s  %s", title, why ? why : lang_text(command->help)));
    offer->command = command;
    offer->dim = why != NULL;
    offer->help = lang_text(command->help);
}

static bool has_letter(const Menu *menu, size_t count, char letter)
{
    for (size_t i = 0; i < count; i++)
        if (menu->offers[i].letter == letter && letter != ' ')
            return true;
    return false;
}

/// What can be done here comes first; what cannot stands below it with its reason, unless its letter
/// does something here.
static void sink_blocked(Menu *menu)
{
    Offer blocked[ANSWERS];
    size_t kept = 0, sunk = 0;
    for (size_t i = 0; i < menu->count; i++)
        if (menu->offers[i].dim)
            blocked[sunk++] = menu->offers[i];
        else
            menu->offers[kept++] = menu->offers[i];
    menu->count = kept;
    for (size_t i = 0; i < sunk; i++)
        if (!has_letter(menu, kept, blocked[i].letter))
            menu->offers[menu->count++] = blocked[i];
}

/// Of two that can be done here under one letter (another pane gave it its sense) the second takes
/// a spare one.
static void part_letters(Menu *menu)
{
    for (size_t i = 0; i < menu->count; i++) {
        size_t spare = 0;
        if (!has_letter(menu, i, menu->offers[i].letter))
            continue;
        while (has_letter(menu, menu->count, menu_letter(spare)))
            spare++;
        menu->offers[i].letter = menu_letter(spare);
    }
}

/// The letter that the tables or the rep's own keys give a command here; 0: none.
static char own_letter(const Screen *screen, const Command *command)
{
    const char *key = keymap_key(&screen->keymap, command);
    return strlen(key) == 1 ? *key : '\0';
}

void menu_more(Screen *screen)
{
    size_t count, unnamed = 0;
    const Command *all = commands(&count);
    screen_menu(screen, MODE_MENU, _("More"), run_offer);
    for (size_t i = 0; i < count; i++)
        if (all[i].scope & IN_MENU) {
            char letter = own_letter(screen, &all[i]);
            offer_command(screen, &all[i], letter ? letter : menu_letter(unnamed++));
        }
    const ScreenCommand *own = screen_commands(&count);
    for (size_t i = 0; i < count; i++)
        if (own[i].row.scope == IN_MENU) // others only work from there too
            offer_command(screen, &own[i].row, own_letter(screen, &own[i].row));
    sink_blocked(&screen->menu);
    part_letters(&screen->menu);
}
