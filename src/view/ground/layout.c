// SPDX-License-Identifier: GPL-3.0-or-later
// How the rep left the screen: one setting a pane, not journalled, recalled at the next start.
#include "layout.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/store/settings.h"

static const char *const tab_names[PANE_COUNT] = {
#define X(name, title, digit, what, kind) #name,
    PANES(X)
#undef X
};

static const char *name_of(const Pane *pane)
{
    if (!pane->what->layout)
        return NULL;
    if (pane->kind)
        return pane->kind->name;
    return pane->what == &pane_week ? "week" : "today";
}

/// Writes only what differs: a start that changed nothing leaves the store alone. A store that is
/// busy just now keeps the older layout.
static void keep(Screen *screen, const char *name, const char *value)
{
    const char *before = NULL;
    const char *setting = arena_print(screen->frame, "layout.%s", name);
    if (!setting_get(screen->app->store, setting, screen->frame, &before, NULL))
        return;
    if (strcmp(before ? before : "", value) != 0)
        (void)setting_put(screen->app->store, setting, *value ? value : NULL, NULL);
}

static const char *kept(Screen *screen, const char *name)
{
    const char *value = NULL;
    const char *setting = arena_print(screen->frame, "layout.%s", name);
    if (!setting_get(screen->app->store, setting, screen->frame, &value, NULL))
        return "";
    return value ? value : "";
}

void layout_keep_pane(Screen *screen, const Pane *pane)
{
    const char *name = name_of(pane);
    if (name)
        keep(screen, name, pane->what->layout(pane, screen->frame));
}

void layout_recall_pane(Screen *screen, Pane *pane)
{
    const char *name = name_of(pane);
    if (name)
        pane->what->recall(pane, screen->app, kept(screen, name));
}

static void keep_lately(Screen *screen)
{
    Buffer names = {.arena = screen->frame};
    for (size_t i = 0; i < LATELY && screen->lately[i]; i++)
        buffer_print(&names, "%s%s", i ? "|" : "", screen->lately[i]->name);
    keep(screen, "lately", buffer_text(&names));
}

static void recall_lately(Screen *screen)
{
    const char *at = kept(screen, "lately");
    for (size_t i = 0; i < LATELY && *at;) {
        size_t size = strcspn(at, "|");
        const Command *command = any_command_named(arena_copy_bytes(screen->frame, at, size));
        if (command)
            screen->lately[i++] = command;
        at += size + (at[size] == '|');
    }
}

/// A new day begins on Today, wherever the last one ended.
static void recall_tab(Screen *screen)
{
    char name[32];
    int day, side;
    if (sscanf(kept(screen, "screen"), "%31s %d %d", name, &day, &side) != 3)
        return;
    screen->no_side = !side;
    for (size_t i = 0; i < PANE_COUNT; i++)
        if (day == screen->app->today && strcmp(tab_names[i], name) == 0)
            screen->tab = (PaneId)i;
}

void layout_keep(Screen *screen)
{
    for (size_t i = 0; i < PANE_COUNT; i++)
        layout_keep_pane(screen, screen->tabs[i]);
    for (size_t i = 0; i < screen->sheet_count; i++)
        layout_keep_pane(screen, screen->sheets[i]);
    keep_lately(screen);
    bool usual = screen->tab == PANE_today && !screen->no_side;
    keep(screen, "screen",
         usual ? ""
               : arena_print(screen->frame, "%s %d %d", tab_names[screen->tab], screen->app->today,
                             !screen->no_side));
}

void layout_recall(Screen *screen)
{
    bool begun = store_read_begin(screen->app->store);
    for (size_t i = 0; i < PANE_COUNT; i++)
        layout_recall_pane(screen, screen->tabs[i]);
    recall_lately(screen);
    recall_tab(screen);
    store_read_end(screen->app->store, begun);
}
