// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of all kinds, under `0` and by their names.
#include "all_lists.h"

#include "ground/layout.h"

/// What is a part of another record is seen on its sheet; these are looked through as well.
static bool has_list(const Entity *kind)
{
    return !entity_owner_field(kind) || kind == &entity_site || kind == &entity_note ||
           kind == &entity_department || kind == &entity_end_customer || kind == &entity_contract ||
           kind == &entity_loan;
}

size_t all_lists(Arena *arena, const Entity ***ret)
{
    size_t count, found = 0;
    const Entity *const *kinds = entities(&count);
    *ret = arena_array(arena, const Entity *, count);
    for (size_t i = 0; i < count; i++)
        if (has_list(kinds[i]))
            (*ret)[found++] = kinds[i];
    return found;
}

void list_open(Screen *screen, const Entity *kind)
{
    Pane *pane = pane_open(&pane_list, kind, 0);
    layout_recall_pane(screen, pane);
    screen_push(screen, pane);
}

static void open_offer(Screen *screen, const Offer *offer)
{
    if (offer->command)
        screen_run(screen, offer->command);
    else if (offer->kind)
        list_open(screen, offer->kind);
    else
        round_grid_open(screen);
}

void menu_panes(Screen *screen)
{
    const Entity **kinds;
    screen_menu(screen, MODE_MENU, _("Lists"), open_offer);
    size_t count = all_lists(screen->offers, &kinds);
    screen->menu.words = true;
    const Command *friday = command_named("friday");
    menu_offer(screen, menu_letter(0), lang_text(friday->title))->command = friday;
    menu_offer(screen, menu_letter(1), _("Clients × rounds"));
    for (size_t i = 0; i < count; i++)
        menu_offer(screen, menu_letter(screen->menu.count), lang_text(kinds[i]->titles))
            ->kind = kinds[i];
}
