// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views of lists: those that every store begins with, those that the rep saved, and sorting.
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/model/kinds.h"
#include "mawari/store/settings.h"
#include "shell.h"

/// The views that every store begins with.
static const struct {
    const Entity *kind;
    const char *title;  // N_()
    const char *filter; // N_(): in the words of the language that is shown
} shipped[] = {
    {&entity_commitment, N_("today"), N_("-is:done is:today")},
    {&entity_commitment, N_("late"), N_("is:late sort:due")},
    {&entity_commitment, N_("theirs"), N_("-is:done is:theirs sort:due")},
    {&entity_commitment, N_("this week"), N_("-is:done due:..sun sort:due")},
    {&entity_commitment, N_("undated"), N_("-is:done due:none")},
    {&entity_commitment, N_("not done, by due"), N_("-is:done sort:due")},
    {&entity_ticket, N_("open"), N_("-is:done")},
    {&entity_round, N_("open, by deadline"), N_("closed:none sort:deadline")},
    {&entity_order_memo, N_("not handed over"), N_("-is:done sort:wanted")},
    {&entity_contract, N_("by notice"), N_("state:running sort:notice")},
    {&entity_client, N_("by next visit"), N_("sort:due")},
    {&entity_client, N_("slipping"), N_("is:slipping")},
    {&entity_kept_word, N_("unsettled"), N_("about:unsettled")},
    {&entity_kept_word, N_("rivals"), N_("about:rival")},
    {&entity_kept_word, N_("prices and offers"), N_("about:price,offer")},
};

const char *view_named(const Entity *kind, const char *filter)
{
    for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++)
        if (shipped[i].kind == kind && strcmp(lang_text(shipped[i].filter), filter) == 0)
            return lang_text(shipped[i].title);
    return NULL;
}

// --- sorting

/// The filter without what it says about the order; `*ret_sort` is that, "" for nothing.
static const char *unsorted(const char *filter, Arena *arena, const char **ret_sort)
{
    Buffer rest = {.arena = arena};
    *ret_sort = "";
    for (const char *at = filter + strspn(filter, " "); *at; at += strspn(at, " ")) {
        size_t size = strcspn(at, " ");
        if (strncmp(at, "sort:", 5) == 0)
            *ret_sort = arena_copy_bytes(arena, at + 5, size - 5);
        else
            buffer_print(&rest, "%.*s ", (int)size, at);
        at += size;
    }
    return buffer_text(&rest);
}

/// The same column once more turns the order round.
static void sort_by(Screen *screen, const Offer *offer)
{
    Err err = {0};
    const char *sort;
    Pane *pane = screen_pane(screen);
    const char *rest = unsorted(list_filter(pane), screen->frame, &sort);
    bool again = strcmp(sort, offer->value) == 0;
    const char *filter = arena_print(screen->frame, "%ssort:%s%s", rest, again ? "-" : "",
                                     offer->value);
    if (!list_set_filter(pane, screen->app, filter, &err))
        screen_fail(screen, &err);
}

/// What the rep would type: the title of one word, else the field's name.
static const char *typed_name(const Field *field)
{
    const char *title = lang_text(field->title);
    bool typed = strcmp(title, field->title) != 0 && !strpbrk(title, " :,");
    return typed ? title : field->name;
}

static void offer_columns(Screen *screen, const Field *fields, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (fields[i].flags & LISTED)
            menu_offer(screen, menu_letter(screen->menu.count), lang_text(fields[i].title))
                ->value = typed_name(&fields[i]);
}

static void menu_sort(Screen *screen)
{
    const Entity *kind = screen_pane(screen)->kind;
    screen_menu(screen, MODE_MENU, _("Sort by (once more: the other way round)"), sort_by);
    offer_columns(screen, kind->fields, kind->count);
    offer_columns(screen, kind->derived, kind->derived_count);
}

// --- showing

static void show_view(Screen *screen, const Offer *offer)
{
    Err err = {0};
    if (strcmp(offer->value, "\1save") == 0)
        screen_prompt(screen, &prompt_save_view, "");
    else if (strcmp(offer->value, "\1sort") == 0)
        menu_sort(screen);
    else if (!list_set_filter(screen_pane(screen), screen->app, offer->value, &err))
        screen_fail(screen, &err);
}

static void offer_saved(Screen *screen, const Pane *pane)
{
    char **names;
    size_t count;
    const char *prefix = arena_print(screen->offers, "view.%s.", pane->kind->name);
    if (!setting_names(screen->app->store, prefix, screen->offers, &names, &count, NULL))
        return;
    for (size_t i = 0; i < count; i++) {
        const char *filter = NULL;
        if (!setting_get(screen->app->store, names[i], screen->offers, &filter, NULL) || !filter)
            continue;
        Offer *offer = menu_offer(screen, menu_letter(screen->menu.count),
                                  names[i] + strlen(prefix));
        offer->value = offer->right = filter;
    }
}

void menu_views(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    if (pane->what != &pane_list) {
        screen_say(screen, _("Only lists have views"));
        return;
    }
    screen_menu(screen, MODE_MENU, _("Views"), show_view);
    menu_offer(screen, '0', _("all"))->value = "";
    for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++)
        if (shipped[i].kind == pane->kind) {
            Offer *offer = menu_offer(screen, menu_letter(screen->menu.count - 1),
                                      lang_text(shipped[i].title));
            offer->value = offer->right = lang_text(shipped[i].filter);
        }
    offer_saved(screen, pane);
    menu_offer(screen, 'w', _("save this one"))->value = "\1save";
    menu_offer(screen, 's', _("sort by …"))->value = "\1sort";
}
