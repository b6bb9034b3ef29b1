// SPDX-License-Identifier: GPL-3.0-or-later
// Hints for the first ten minutes: what to do next, one line each, gone when it was done. They
// begin with the first client of an empty store; the sample needs none. A setting, never a step.
#include "hints.h"

#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/model/kinds.h"
#include "mawari/store/list.h"

static const struct {
    const char *name;
    const char *command; // that does it
    const Entity *kind;  // or a form of this kind that was saved
    const char *text;    // N_(), with the command's key
} hints[] = {
    {"visit", "visit", &entity_visit,
     N_("Plan a visit: on the client `. %s`, then day and hour, as in fri 10:30")},
    {"site", "part", &entity_site,
     N_("Where it is: on the client `. %s`, then Site, with its address")},
    {"outcome", "outcome", NULL,
     N_("After the door: on the visit `%s`, then a digit for the result")},
    {"calendar", "export calendar", NULL, N_("To the phone: `%s` writes the calendar file")},
};
enum { HINTS = sizeof hints / sizeof *hints };

static bool is_open(Screen *screen, size_t hint)
{
    const char *open = app_setting(screen->app, "hints"), *name = hints[hint].name;
    for (const char *at = open; (at = strstr(at, name)); at++)
        if ((at == open || at[-1] == ' ') && strchr(" ", at[strlen(name)]))
            return true;
    return false;
}

static void keep_all_but(Screen *screen, size_t done)
{
    Buffer open = {.arena = screen->frame};
    for (size_t i = 0; i < HINTS; i++)
        if (i != done && is_open(screen, i))
            buffer_print(&open, "%s%s", open.size ? " " : "", hints[i].name);
    (void)app_set_setting(screen->app, "hints", open.size ? open.text : NULL, NULL);
}

void hints_done(Screen *screen, const char *command, const Entity *saved)
{
    for (size_t i = 0; i < HINTS; i++) {
        bool does = command && strcmp(command, hints[i].command) == 0;
        if ((does || (saved && saved == hints[i].kind)) && is_open(screen, i))
            keep_all_but(screen, i);
    }
}

/// A list that was brought in has places.
void hints_begin(Screen *screen)
{
    size_t sites = 0;
    const ListQuery query = {.kind = &entity_site, .today = screen->app->today};
    bool known = list_count(screen->app->store, &query, &sites, NULL) && sites > 0;
    (void)app_set_setting(screen->app, "hints",
                          known ? "visit outcome calendar" : "visit site outcome calendar", NULL);
}

int hints_rows(Screen *screen)
{
    int rows = 0;
    if (screen->rows < 12 || screen_is_empty(screen) || screen->mode == MODE_PRIVATE ||
        screen_is_bare(screen))
        return 0;
    for (size_t i = 0; i < HINTS; i++)
        rows += is_open(screen, i);
    return rows;
}

void hints_draw(Screen *screen, Canvas *canvas)
{
    int row = screen->rows - 3 - hints_rows(screen);
    for (size_t i = 0; i < HINTS && row < screen->rows - 3; i++) {
        if (!is_open(screen, i))
            continue;
        const Command *command = any_command_named(hints[i].command);
        canvas_field(canvas, row++, 1, screen->columns - 2, ROLE_STRONG,
                     arena_print(screen->frame, lang_text(hints[i].text),
                                 keymap_key(&screen->keymap, command)));
    }
}
