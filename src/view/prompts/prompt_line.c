// SPDX-License-Identifier: GPL-3.0-or-later
// The line in the capture grammar: what is understood stands above it while it is typed, what is in
// doubt is said once before it is kept as note, and a line that was left goes on when it is opened.
#include <stdio.h>
#include <string.h>

#include "ground/line_offers.h"
#include "mawari/store/settings.h"

static const char *const takers[] = {"note", "add"};

bool prompt_line_is_for(const Command *command)
{
    for (size_t i = 0; i < sizeof takers / sizeof *takers; i++)
        if (strcmp(command->name, takers[i]) == 0)
            return true;
    return false;
}

static const char *draft_place(const Prompt *prompt, Arena *arena)
{
    return arena_print(arena, "line/%s/%lld", prompt->command->name, (long long)prompt->subject);
}

void prompt_line_keep(Screen *screen)
{
    Prompt *prompt = &screen->prompt;
    if (prompt->what != &prompt_line || !prompt->unsaved)
        return;
    Arena *arena = arena_open();
    const char *place = draft_place(prompt, arena);
    bool kept = prompt->line.size ? draft_put(screen->app->store, place, prompt->line.text,
                                              screen->app->now, NULL)
                                  : draft_drop(screen->app->store, place, NULL);
    prompt->unsaved = !kept;
    arena_close(arena);
}

void prompt_line_open(Screen *screen, const Command *command, Id subject, const char *start)
{
    const char *draft = NULL;
    screen->prompt.command = command;
    screen->prompt.subject = subject;
    screen->prompt.unsaved = false;
    const char *place = draft_place(&screen->prompt, screen->frame);
    // what waits for another mawari's lock is as good as saved
    bool waits = screen->waiting.draft && strcmp(screen->waiting.draft, place) == 0;
    if (!*start && !waits && !draft_get(screen->app->store, place, screen->frame, &draft, NULL))
        draft = NULL;
    screen_prompt(screen, &prompt_line, draft ? draft : start);
    screen->prompt.unsaved = *start != '\0';
    if (draft)
        screen_say(screen, _("Going on with the draft"));
}

/// False where the line is a plain note: nothing is read in it then.
static bool hear(Screen *screen, const Prompt *prompt, Heard *ret, Err *err)
{
    CapturePlace place = {0};
    if (prompt->subject && !capture_place_of(screen->app, prompt->subject, &place, err))
        return false;
    if (prompt->subject && !capture_is_said(&place))
        return false;
    return capture_hear(screen->app, prompt->line.text, &place, false, screen->offers, ret, err);
}

static void changed(Screen *screen, Prompt *prompt)
{
    Heard heard;
    Err err = {0};
    char *rest = NULL;
    prompt->unsaved = true;
    if (!hear(screen, prompt, &heard, &err)) {
        if (*err.text)
            snprintf(prompt->said, sizeof prompt->said, "! %s", err.text);
        return;
    }
    line_offers(screen->app, &prompt->line, &heard.place, false, screen->offers,
                &prompt->suggestions);
    size_t count;
    char *rows = heard_text(screen->app, &heard, screen->offers, &count);
    prompt->offers = arena_array(screen->offers, Offer, count + 1);
    for (char *row = strtok_r(rows, "\n", &rest); row; row = strtok_r(NULL, "\n", &rest))
        prompt->offers[prompt->offer_count++] = (Offer){.text = row};
}

/// Where a word is in doubt the rep is taken there, with what it may be.
static void ask_doubt(Screen *screen, Prompt *prompt)
{
    Heard heard;
    if (hear(screen, prompt, &heard, NULL))
        (void)line_go_to_doubt(screen->app, &prompt->line, &heard, false, screen->offers,
                               &prompt->suggestions);
    prompt->warned = true;
    snprintf(prompt->said, sizeof prompt->said, "%s", _("? stays a note: Enter again keeps it"));
}

static bool is_doubt(const Offer *offer)
{
    return *offer->text == '?';
}

static bool in_doubt(const Prompt *prompt)
{
    bool doubt = false;
    for (size_t i = 0; i < prompt->offer_count; i++)
        doubt = doubt || is_doubt(&prompt->offers[i]);
    return doubt;
}

/// The draft goes with what is saved; where nothing had to be, it goes by itself.
static void run(Screen *screen, Prompt *prompt)
{
    Store *store = screen->app->store;
    Arena *arena = arena_open();
    const char *place = draft_place(prompt, arena);
    draft_goes_with_step(store, place);
    screen_run_line(screen, prompt->command, prompt->line.text);
    draft_goes_with_step(store, NULL);
    if (!screen->message_bad && !screen->waiting.command)
        (void)draft_drop(store, place, NULL);
    arena_close(arena);
}

static void accept(Screen *screen, Prompt *prompt)
{
    if (in_doubt(prompt) && !prompt->warned) {
        ask_doubt(screen, prompt);
        return;
    }
    prompt->unsaved = false;
    screen->mode = MODE_LIST;
    *screen->message = '\0';
    screen->message_bad = false;
    run(screen, prompt);
    if (screen->message_bad) { // what could not be saved is still the draft
        prompt->unsaved = true;
        screen->mode = MODE_PROMPT;
        snprintf(prompt->said, sizeof prompt->said, "%s", screen->message);
    }
}

static void cancel(Screen *screen, Prompt *prompt)
{
    prompt->unsaved = true;
    prompt_line_keep(screen);
    if (prompt->line.size)
        screen_say(screen, prompt->unsaved
                               ? _("! Another mawari is writing: what you type is not safe yet")
                               : _("Kept as a draft: opening it again goes on"));
}

const PromptKind prompt_line = {
    .keys = N_("@who +mine -theirs *kept $order <loan !trouble >next   Enter saves  Esc draft"),
    .changed = changed,
    .accept = accept,
    .cancel = cancel,
};

void prompt_line_draw(const Screen *screen, Canvas *canvas)
{
    const Prompt *prompt = &screen->prompt;
    int columns = canvas->columns - 1, rows = (int)prompt->offer_count;
    if (prompt->what != &prompt_line || rows == 0 || canvas->rows < 8)
        return;
    int end = canvas->rows - 3 - prompt_suggest_rows(prompt);
    int room = end - 3;
    if (room < 1)
        return;
    size_t from = rows > room ? prompt->offer_count - (size_t)room : 0;
    int top = end - (rows - (int)from);
    canvas_field(canvas, top - 1, 0, columns, ROLE_STRONG, "");
    canvas_text(canvas, top - 1, 1, columns - 1, ROLE_STRONG,
                from ? _("read as (the last ones)") : _("read as"));
    for (size_t i = from; i < prompt->offer_count; i++, top++) {
        Role role = is_doubt(&prompt->offers[i]) ? ROLE_BAD : ROLE_PLAIN;
        canvas_field(canvas, top, 0, columns, ROLE_PLAIN, "");
        canvas_text(canvas, top, 2, columns - 3, role, prompt->offers[i].text);
    }
}
