// SPDX-License-Identifier: GPL-3.0-or-later
// Menus and questions: lettered answers above the keys.
#include <string.h>

#include "layout.h"
#include "mawari/base/text.h"

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
    static const char letters[] = "123456789abcdefghilmnoprstuvwxyz";
    return index < sizeof letters - 1 ? letters[index] : ' ';
}

static void answer(Screen *screen, size_t index)
{
    Offer offer = screen->menu.offers[index];
    screen->mode = MODE_LIST;
    screen->menu.answer(screen, &offer);
}

static void step(Menu *menu, int by)
{
    if (menu->count)
        menu->chosen = (menu->chosen + menu->count + (size_t)(by + (int)menu->count)) % menu->count;
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
    else if (key->code == KEY_IS_ENTER && menu->count)
        answer(screen, menu->chosen);
    else if (key->code == KEY_IS_DOWN)
        step(menu, 1);
    else if (key->code == KEY_IS_UP)
        step(menu, -1);
}

/// The row of the first answer.
static int first_row(const Screen *screen)
{
    int top = screen->rows - 3 - (int)screen->menu.count;
    return top < 1 ? 1 : top;
}

void menu_click(Screen *screen, int row)
{
    int index = row - first_row(screen);
    if (index >= 0 && index < (int)screen->menu.count && row < screen->rows - 2)
        answer(screen, (size_t)index);
}

void menu_draw(Screen *screen, Canvas *canvas)
{
    const Menu *menu = &screen->menu;
    int columns = canvas->columns - 1, rows = (int)menu->count, top = first_row(screen);
    canvas_field(canvas, top - 1, 0, columns, ROLE_STRONG, "");
    canvas_text(canvas, top - 1, 1, columns - 1, ROLE_STRONG, menu->title);
    if (menu->count && menu->offers[menu->chosen].help) // all of it, where a message would be
        canvas_field(canvas, canvas->rows - 2, 1, columns - 1, ROLE_DIM,
                     menu->offers[menu->chosen].help);
    for (int i = 0; i < rows && top + i < canvas->rows - 2; i++) {
        const Offer *offer = &menu->offers[i];
        const char letter[2] = {offer->letter, '\0'};
        canvas_field(canvas, top + i, 0, columns, ROLE_PLAIN, "");
        canvas_text(canvas, top + i, 2, 1, ROLE_KEY, letter);
        canvas_text(canvas, top + i, 5, columns - 6, offer->dim ? ROLE_DIM : ROLE_PLAIN,
                    offer->text);
        if (offer->right)
            canvas_text(canvas, top + i, columns - 1 - text_width(offer->right), 20, ROLE_DIM,
                        offer->right);
        if ((size_t)i == menu->chosen) {
            canvas_tint(canvas, top + i, 0, columns, ROLE_CURSOR);
            canvas_cursor(canvas, top + i, 2);
        }
    }
}

// --- . more

static void run_offer(Screen *screen, const Offer *offer)
{
    screen_run(screen, offer->command);
}

void menu_more(Screen *screen)
{
    size_t count, unnamed = 0;
    const Command *all = commands(&count);
    screen_menu(screen, MODE_MENU, _("More"), run_offer);
    for (size_t i = 0; i < count; i++)
        if ((all[i].scope & IN_MENU) && screen->menu.count < ANSWERS) {
            char letter = *all[i].keys ? *all[i].keys : menu_letter(unnamed++);
            const char *why = command_blocked(screen, &all[i], screen->offers);
            const char *title = text_pad(lang_text(all[i].title), 23, screen->offers);
            Offer *offer = menu_offer(
                screen, letter,
                arena_print(screen->offers, "%s  %s", title, why ? why : lang_text(all[i].help)));
            offer->command = &all[i];
            offer->dim = why != NULL;
            offer->help = lang_text(all[i].help);
        }
}

// --- 0 all lists

static void open_list(Screen *screen, const Offer *offer)
{
    Pane *pane = pane_open(&pane_list, offer->kind, 0);
    layout_recall_pane(screen, pane);
    screen_push(screen, pane);
}

void menu_panes(Screen *screen)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    screen_menu(screen, MODE_MENU, _("Lists"), open_list);
    for (size_t i = 0; i < count; i++)
        if (!entity_owner_field(kinds[i]) || kinds[i] == &entity_site || kinds[i] == &entity_note ||
            kinds[i] == &entity_department || kinds[i] == &entity_end_customer)
            menu_offer(screen, menu_letter(screen->menu.count), lang_text(kinds[i]->titles))
                ->kind = kinds[i];
}
