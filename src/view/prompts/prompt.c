// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the foot: search, all commands, filters, and the arguments of commands.
#include <stdio.h>
#include <string.h>

#include "ground/asks.h"
#include "mawari/app/find.h"
#include "mawari/app/slipping.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "mawari/store/list.h"
#include "mawari/store/record.h"
#include "mawari/store/settings.h"
#include "shell.h"

void prompt_changed(Screen *screen)
{
    Prompt *prompt = &screen->prompt;
    arena_empty(screen->offers);
    prompt->offers = NULL;
    prompt->offer_count = prompt->chosen = 0;
    prompt->warned = false;
    *prompt->said = '\0';
    suggest_begin(&prompt->suggestions, prompt->line.size, prompt->line.size);
    if (prompt->what->changed)
        prompt->what->changed(screen, prompt);
}

void screen_prompt(Screen *screen, const PromptKind *what, const char *start)
{
    screen->mode = MODE_PROMPT;
    screen->prompt.what = what;
    screen->prompt.unsaved = false;
    screen->prompt.shift = 0;
    screen->prompt.taken = screen->prompt.about_id = 0;
    *screen->prompt.title = '\0';
    line_set(&screen->prompt.line, start);
    prompt_changed(screen);
}

static void leave(Screen *screen)
{
    screen->mode = MODE_LIST;
}

static void choose(Prompt *prompt, int by)
{
    if (prompt->offer_count == 0)
        return;
    size_t last = prompt->offer_count - 1;
    if (by > 0)
        prompt->chosen = prompt->chosen < last ? prompt->chosen + 1 : 0;
    else
        prompt->chosen = prompt->chosen > 0 ? prompt->chosen - 1 : last;
}

void prompt_key(Screen *screen, const Key *key)
{
    Prompt *prompt = &screen->prompt;
    if (prompt_suggest_key(screen, key))
        return;
    bool cancels = key->code == KEY_IS_ESCAPE || (key->code == KEY_IS_CTRL && key->letter == 'C') ||
                   (key->code == KEY_IS_BACKSPACE && prompt->line.size == 0);
    if (cancels) {
        if (prompt->what->cancel)
            prompt->what->cancel(screen, prompt);
        leave(screen);
        intake_begin(screen); // of the next trouble
    } else if (key->code == KEY_IS_ENTER) {
        prompt->what->accept(screen, prompt);
    } else if (key->code == KEY_IS_UP || key->code == KEY_IS_DOWN) {
        int by = key->code == KEY_IS_DOWN ? 1 : -1;
        if (prompt->what->step)
            prompt->what->step(screen, prompt, by);
        else
            choose(prompt, by);
    } else if (line_key(&prompt->line, key, false)) {
        prompt_changed(screen);
    }
}

Offer *prompt_offers(Screen *screen, size_t count)
{
    return screen->prompt.offers = arena_array(screen->offers, Offer, count ? count : 1);
}

// --- search

/// Branches of one client are told apart by what follows its name, which stands beside them.
static const char *hit_text(const Hit *hit, Arena *arena)
{
    enum { NAME = 28 };
    const char *where = hit->where && *hit->where ? hit->where : "";
    const char *part = hit->by == HIT_NAME || !hit->part ? "" : hit->part;
    const char *name = text_company_fit(hit->name, NAME, arena);
    if (text_width(name) > NAME)
        name = text_company_fit(text_company_branch(hit->name, where), NAME, arena);
    return arena_print(arena, "%s  %s%s%s", text_pad(name, NAME, arena), where,
                       *where && *part ? "  " : "", part);
}

/// Where it is, of a client its first site: what tells two of one name apart. "": it is not known.
static const char *hit_address(App *app, const Hit *hit, Arena *arena)
{
    const Entity *kind = hit->kind;
    Id id = hit->id, *sites;
    size_t count = 0;
    if (kind == &entity_client &&
        record_ids_by(app->store, &entity_site, entity_field(&entity_site, "client"), id, arena,
                      &sites, &count, NULL) &&
        count)
        kind = &entity_site, id = sites[0];
    const Field *address = kind == &entity_client ? NULL : entity_field(kind, "address");
    void *record = arena_take(arena, kind->size);
    if (!address || !record_get(app->store, kind, id, arena, record, NULL))
        return "";
    Value value = value_of(address, record);
    return value.kind == V_TEXT ? value.text : "";
}

static const char *with_address(App *app, const char *text, const Hit *hit, Arena *arena)
{
    const char *address = hit_address(app, hit, arena);
    return *address ? arena_print(arena, "%s  %s", text, address) : text;
}

static void tell_apart(App *app, const Hit *hits, Offer *offers, size_t count, Arena *arena)
{
    const char **told = arena_array(arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        told[i] = offers[i].text;
        for (size_t j = 0; j < count && told[i] == offers[i].text; j++)
            if (j != i && hits[j].kind == hits[i].kind &&
                strcmp(offers[j].text, offers[i].text) == 0)
                told[i] = with_address(app, offers[i].text, &hits[i], arena);
    }
    for (size_t i = 0; i < count; i++)
        offers[i].text = told[i];
}

static void search_changed(Screen *screen, Prompt *prompt)
{
    Hit *hits;
    size_t count;
    Err err = {0};
    if (prompt->line.size == 0)
        return;
    size_t limit = (size_t)screen_body_rows(screen);
    if (!search_with_signals(screen->app, prompt->line.text, limit, screen->offers, &hits, &count,
                             &err)) {
        snprintf(prompt->said, sizeof prompt->said, "! %s", err.text);
        return;
    }
    Offer *offers = prompt_offers(screen, count);
    for (size_t i = 0; i < count; i++)
        offers[i] = (Offer){.text = hit_text(&hits[i], screen->offers),
                            .right = lang_text(hits[i].kind->title),
                            .id = hits[i].id,
                            .kind = hits[i].kind};
    tell_apart(screen->app, hits, offers, count, screen->offers);
    prompt->offer_count = count;
    if (count == 0)
        snprintf(prompt->said, sizeof prompt->said, "%s", _("nothing found"));
}

/// With nothing found the line stays: leaving it would make commands of the next letters.
static void search_accept(Screen *screen, Prompt *prompt)
{
    if (prompt->offer_count == 0) {
        if (prompt->line.size == 0)
            leave(screen);
        return;
    }
    Offer offer = prompt->offers[prompt->chosen];
    leave(screen);
    screen_open_sheet(screen, offer.kind, offer.id);
}

const PromptKind prompt_search = {
    .label = N_("Search"),
    .keys = N_("type a name, reading, number   ↑↓ choose   Enter opens   Esc back"),
    .changed = search_changed,
    .accept = search_accept};

// --- filter

static void filter_changed(Screen *screen, Prompt *prompt)
{
    Err err = {0};
    ListQuery query = {.kind = screen_pane(screen)->kind, .today = screen->app->today};
    size_t hits = 0;
    if (!app_filter(screen->app, query.kind, prompt->line.text, screen->offers, &query.filter,
                    &err) ||
        !list_count(screen->app->store, &query, &hits, &err))
        snprintf(prompt->said, sizeof prompt->said, "! %s", err.text);
    else
        snprintf(prompt->said, sizeof prompt->said, _("%zu fit"), hits);
}

static void filter_accept(Screen *screen, Prompt *prompt)
{
    Err err = {0};
    if (list_set_filter(screen_pane(screen), screen->app, prompt->line.text, &err))
        leave(screen);
    else
        snprintf(prompt->said, sizeof prompt->said, "! %s", err.text);
}

const PromptKind prompt_filter = {
    .label = N_("Filter"),
    .keys = N_("rank:S,A  due:..fri  -is:done  sort:name   Enter shows   Esc back"),
    .changed = filter_changed,
    .accept = filter_accept};

// --- saving a filter as a view

static void save_view_accept(Screen *screen, Prompt *prompt)
{
    Err err = {0};
    Arena *arena = screen->offers;
    const Pane *pane = screen_pane(screen);
    const char *name = text_trim(prompt->line.text, arena);
    leave(screen);
    if (!*name)
        return;
    const char *setting = arena_print(arena, "view.%s.%s", pane->kind->name, name);
    if (setting_put(screen->app->store, setting, list_filter(pane), &err))
        screen_say(screen, _("Saved the view %s: v shows it"), name);
    else
        screen_fail(screen, &err);
}

const PromptKind prompt_save_view = {.label = N_("Name of the view"),
                                     .keys = N_("Enter saves   Esc back"),
                                     .accept = save_view_accept};

// --- what a command needs besides the record

static void argument_accept(Screen *screen, Prompt *prompt)
{
    const Command *command = prompt->command;
    if (screen_run_typed(screen, command, prompt_names_line(prompt, screen->offers)))
        prompt->about_id = 0;
}

void prompt_refuse(Screen *screen, const Err *err)
{
    Prompt *prompt = &screen->prompt;
    if (screen->mode != MODE_PROMPT) {
        screen_fail(screen, err);
        return;
    }
    bool blank = !*text_trim(prompt->line.text, screen->offers);
    if (blank && err->kind == ERR_USAGE)
        prompt_wanted(screen, prompt);
    const char *wanted = arena_copy(screen->frame, prompt->said);
    if (blank && err->kind == ERR_USAGE && *wanted)
        snprintf(prompt->said, sizeof prompt->said, _("! needed: %s"), wanted);
    else
        snprintf(prompt->said, sizeof prompt->said, "! %s", err->text);
}

static void argument_changed(Screen *screen, Prompt *prompt)
{
    prompt_wanted(screen, prompt);
    prompt_names(screen, prompt);
}

const PromptKind prompt_argument = {
    .keys = N_("Enter does it   Esc back"), .changed = argument_changed, .accept = argument_accept};

// --- how it looks

enum { OFFERS_FROM = 2 };

/// The palette's last row is for all of the chosen one's help.
static bool has_help(const Screen *screen)
{
    return screen->prompt.what == &prompt_palette;
}

static int offer_rows(const Screen *screen)
{
    return screen->rows - 5 - has_help(screen);
}

/// The first offer in view: the chosen one is seen.
static size_t first_offer(const Screen *screen)
{
    size_t rows = (size_t)offer_rows(screen), chosen = screen->prompt.chosen;
    return chosen >= rows ? chosen - rows + 1 : 0;
}

static void draw_offers(Screen *screen, Canvas *canvas, int from, int rows)
{
    const Prompt *prompt = &screen->prompt;
    size_t top = first_offer(screen);
    int columns = canvas->columns - 1;
    for (int i = 0; i < rows; i++) {
        canvas_field(canvas, from + i, 0, columns, ROLE_PLAIN, "");
        if (top + (size_t)i >= prompt->offer_count)
            continue;
        const Offer *offer = &prompt->offers[top + (size_t)i];
        int right = offer->right ? text_width(offer->right) : 0;
        canvas_text(canvas, from + i, 2, columns - right - 4, offer->dim ? ROLE_DIM : ROLE_PLAIN,
                    offer->text);
        canvas_text(canvas, from + i, columns - right - 1, right, ROLE_DIM, offer->right);
        if (top + (size_t)i == prompt->chosen)
            canvas_tint(canvas, from + i, 0, columns, ROLE_CURSOR);
    }
}

static void draw_help(Screen *screen, Canvas *canvas, int row)
{
    const Prompt *prompt = &screen->prompt;
    const char *help = prompt->offer_count ? prompt->offers[prompt->chosen].help : "";
    canvas_field(canvas, row, 0, canvas->columns - 1, ROLE_PLAIN, "");
    canvas_text(canvas, row, 1, canvas->columns - 2, ROLE_DIM, help);
}

static bool takes_body(const Screen *screen)
{
    const Prompt *prompt = &screen->prompt;
    return (prompt->what == &prompt_palette || prompt->what == &prompt_search) &&
           prompt->line.size + prompt->offer_count > 0 && screen->rows > 6;
}

void prompt_click(Screen *screen, int row)
{
    Prompt *prompt = &screen->prompt;
    if (prompt_suggest_click(screen, row) || !takes_body(screen) || row < OFFERS_FROM ||
        row >= OFFERS_FROM + offer_rows(screen))
        return;
    size_t index = first_offer(screen) + (size_t)(row - OFFERS_FROM);
    if (index >= prompt->offer_count)
        return;
    prompt->chosen = index;
    prompt->what->accept(screen, prompt);
}

void prompt_draw(Screen *screen, Canvas *canvas)
{
    const Prompt *prompt = &screen->prompt;
    int line = canvas->rows >= 2 ? canvas->rows - 2 : 0;
    int columns = canvas->columns - 1;
    if (takes_body(screen))
        draw_offers(screen, canvas, OFFERS_FROM, offer_rows(screen));
    if (takes_body(screen) && has_help(screen))
        draw_help(screen, canvas, OFFERS_FROM + offer_rows(screen));
    if (prompt->what == &prompt_argument)
        asks_draw(prompt->command, prompt->line.text, canvas, line - 1, screen->frame);
    prompt_line_draw(screen, canvas);
    prompt_suggest_draw(prompt, canvas);
    canvas_field(canvas, line, 0, columns, ROLE_PLAIN, "");
    const char *label = *prompt->title ? prompt->title : lang_text(prompt->what->label);
    int used = canvas_text(canvas, line, 1, columns / 2, ROLE_KEY, label) + 2;
    int said = *prompt->said ? text_width(prompt->said) + 2 : 0;
    if (said > columns / 2 && *prompt->said == '!' && canvas->rows > 5) { // whole, or it is no help
        canvas_field(canvas, line - 1, 0, columns, ROLE_PLAIN, "");
        canvas_text(canvas, line - 1, 1, columns - 1, ROLE_BAD, prompt->said);
        said = 0;
    }
    if (said > columns / 2)
        said = columns / 2;
    canvas_text(canvas, line, columns - said + 1, said, *prompt->said == '!' ? ROLE_BAD : ROLE_DIM,
                prompt->said);
    line_draw(&prompt->line, canvas, line, used, columns - used - said);
}
