// SPDX-License-Identifier: GPL-3.0-or-later
// All commands and lists by their names: those of the language that is shown, those of the other
// one, and the romaji of the Japanese ones, so that the input method may be off. What stands behind
// a command's whole name is what it is to work on: "import clients list.csv".
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "all_lists.h"
#include "mawari/base/romaji.h"
#include "mawari/base/text.h"
#include "palette_readings.h"
#include "shell.h"

/// How well a command answers to what was typed.
typedef enum Fit {
    FIT_NONE,
    FIT_INSIDE,  // of a word of either language
    FIT_READING, // the Japanese name begins so when it is spoken
    FIT_OTHER,   // a word of the other language begins so
    FIT_SHOWN,   // a word of the language that is shown begins so
    FIT_EXACT,
} Fit;

typedef struct Typed {
    const char *folded;
    char **readings; // what it may stand for as romaji
    size_t reading_count;
} Typed;

static bool is_ascii(const char *word)
{
    while (*word && (unsigned char)*word < 0x80)
        word++;
    return !*word;
}

static Fit word_fit(const char *word, const Typed *typed)
{
    const char *at = strstr(word, typed->folded);
    if (!at)
        return FIT_NONE;
    bool shown = is_ascii(word) == (strcmp(lang_now(), "ja") != 0);
    return at != word ? FIT_INSIDE : shown ? FIT_SHOWN : FIT_OTHER;
}

static Fit better(Fit a, Fit b)
{
    return a > b ? a : b;
}

/// The best of the words of `text`, and of what begins at each of them; its blanks need not be typed.
static Fit title_fit(const char *text, const Typed *typed, Arena *arena)
{
    char *folded = text_fold(text, arena);
    Fit best = strcmp(folded, typed->folded) == 0 ? FIT_EXACT : FIT_NONE;
    for (char *word = folded; *word; word += strspn(word, " -")) {
        best = better(best, word_fit(word, typed));
        word += strcspn(word, " -");
    }
    Fit whole = word_fit(text_without_blanks(folded, arena), typed); // 得意先×案内
    return whole == FIT_INSIDE ? best : better(best, whole);
}

/// A name that was spoken whole fits as well as one that was begun.
static Fit spoken_fit(const char *reading, const char *typed)
{
    size_t size = strlen(typed);
    return strncmp(reading, typed, size) != 0 ? FIT_NONE : reading[size] ? FIT_READING : FIT_SHOWN;
}

static Fit reading_fit(const char *name, const Typed *typed)
{
    Fit best = FIT_NONE;
    const char *reading;
    for (size_t which = 0; (reading = palette_reading(name, which)) != NULL; which++) {
        best = better(best, spoken_fit(reading, typed->folded)); // as kana, before it was converted
        for (size_t i = 0; i < typed->reading_count; i++)
            best = better(best, spoken_fit(reading, typed->readings[i]));
    }
    return best;
}

/// `words` are many: none of them alone is the name.
static Fit words_fit(const Command *command, const Typed *typed, Arena *arena)
{
    Fit best = command->words ? title_fit(command->words, typed, arena) : FIT_NONE;
    return best == FIT_EXACT ? FIT_SHOWN : best;
}

static Fit command_fit(const Command *command, const Typed *typed, Arena *arena)
{
    if (!*typed->folded)
        return FIT_INSIDE;
    Fit best = title_fit(lang_text(command->title), typed, arena);
    best = better(best, title_fit(command->title, typed, arena));
    best = better(best, title_fit(command->name, typed, arena));
    best = better(best, words_fit(command, typed, arena));
    return better(best, reading_fit(command->name, typed));
}

static Fit list_fit(const Entity *kind, const Typed *typed, Arena *arena)
{
    if (!*typed->folded)
        return FIT_INSIDE;
    Fit best = title_fit(lang_text(kind->titles), typed, arena);
    best = better(best, title_fit(kind->titles, typed, arena));
    best = better(best, title_fit(kind->plural, typed, arena));
    return better(best, reading_fit(kind->plural, typed));
}

/// A command of the store that a screen command of the same name stands for is shown once.
static bool is_twin(const Command *command)
{
    size_t count;
    const ScreenCommand *own = screen_commands(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(own[i].row.title, command->title) == 0)
            return true;
    return false;
}

static size_t every_command(Arena *arena, const Command ***ret)
{
    size_t own_count, count, found = 0;
    const ScreenCommand *own = screen_commands(&own_count);
    const Command *all = commands(&count);
    *ret = arena_array(arena, const Command *, own_count + count);
    for (size_t i = 0; i < own_count; i++)
        (*ret)[found++] = &own[i].row;
    for (size_t i = 0; i < count; i++)
        if (!is_twin(&all[i]))
            (*ret)[found++] = &all[i];
    return found;
}

/// How lately it was used: LATELY for the last one, 0 for long ago.
static size_t lateness(const Screen *screen, const Command *command)
{
    for (size_t i = 0; i < LATELY; i++)
        if (screen->lately[i] == command)
            return LATELY - i;
    return 0;
}

static const char *key_text(Screen *screen, const Command *command)
{
    const char *key = keymap_key(&screen->keymap, command);
    if (!*key || command->scope & (IN_LIST | IN_TEXT))
        return key;
    return arena_print(screen->offers, ". %s", key);
}

static Offer offer_of(Screen *screen, const Command *command, const char *why)
{
    const char *help = lang_text(command->help);
    return (Offer){.text = arena_print(screen->offers, "%s  %s",
                                       text_pad(lang_text(command->title), 22, screen->offers),
                                       why ? why : help),
                   .help = help,
                   .right = key_text(screen, command),
                   .command = command,
                   .value = why,
                   .dim = why != NULL};
}

static Offer list_offer(Screen *screen, const Entity *kind)
{
    const char *help = _("Opens the list");
    return (Offer){.text = arena_print(screen->offers, "%s  %s",
                                       text_pad(lang_text(kind->titles), 22, screen->offers), help),
                   .help = help,
                   .kind = kind};
}

static Typed typed_as(const char *line, Arena *arena)
{
    Typed typed = {.folded = text_fold(line, arena)};
    if (*typed.folded)
        typed.reading_count = romaji_readings(line, arena, &typed.readings);
    return typed;
}

/// A command or a list that was found.
typedef struct Found {
    const Command *command;
    const Entity *list; // where `command` is NULL
    const char *why;    // it cannot run; NULL: it can
    Fit fit;
    size_t late, at; // how lately it was used; its place in the tables
} Found;

/// What cannot run stands below what can, but for the very name that was typed: Enter says why, and
/// never runs another.
static int found_rank(const Found *found)
{
    return found->fit == FIT_EXACT ? 2 : found->why == NULL;
}

/// Then by how well they fit, then by how lately they were used, then as the tables have them.
static int by_rank(const void *a, const void *b)
{
    const Found *left = a, *right = b;
    int order = found_rank(right) - found_rank(left);
    if (order == 0)
        order = (int)right->fit - (int)left->fit;
    if (order == 0)
        order = (int)right->late - (int)left->late;
    return order ? order : (int)left->at - (int)right->at;
}

/// The line as it stands, then its words: "calendar export" finds what "export calendar" does.
static Typed *typed_of(const char *line, Arena *arena, size_t *ret_count)
{
    size_t count = 0;
    Typed *typed = arena_array(arena, Typed, strlen(line) / 2 + 2);
    typed[count++] = typed_as(line, arena);
    for (char *words = arena_copy(arena, typed[0].folded), *word;
         (word = strtok_r(NULL, " ", &words));)
        typed[count++] = typed_as(word, arena);
    *ret_count = count;
    return typed;
}

static const struct {
    const char *command;
    const Entity *kind; // of the list that it shows; NULL: another pane
} tabs[] = {
#define TAB(name, title, digit, what, kind) {"tab-" #name, kind},
    PANES(TAB)
#undef TAB
};
enum { TABS = sizeof tabs / sizeof *tabs };

/// A tab is a list already: it answers to the list's names as well.
static bool has_tab(const Entity *kind)
{
    for (size_t i = 0; i < TABS; i++)
        if (tabs[i].kind == kind)
            return true;
    return false;
}

static Fit tab_fit(const Command *command, const Typed *typed, Arena *arena)
{
    for (size_t i = 0; i < TABS; i++)
        if (tabs[i].kind && strcmp(tabs[i].command, command->name) == 0)
            return list_fit(tabs[i].kind, typed, arena);
    return FIT_NONE;
}

/// Of lists each word of the line fits nothing: their names are short.
static size_t lists_like(Screen *screen, const Typed *typed, size_t at, Found *rows)
{
    const Entity **kinds;
    size_t found = 0, count = all_lists(screen->offers, &kinds);
    for (size_t i = 0; i < count; i++) {
        Fit fit = has_tab(kinds[i]) ? FIT_NONE : list_fit(kinds[i], typed, screen->offers);
        if (fit != FIT_NONE)
            rows[found++] = (Found){.list = kinds[i], .fit = fit, .at = at + i};
    }
    return found;
}

/// Where the line itself fits nothing, each of its words may; that stands below all else.
static Fit line_fit(const Command *command, const Typed *typed, size_t count, Arena *arena)
{
    Fit whole = better(command_fit(command, &typed[0], arena), tab_fit(command, typed, arena));
    if (whole != FIT_NONE)
        return whole;
    for (size_t i = 1; i < count; i++)
        if (command_fit(command, &typed[i], arena) == FIT_NONE)
            return FIT_NONE;
    return FIT_INSIDE;
}

static size_t rows_like(Screen *screen, const char *line, Found **ret)
{
    const Command **all;
    size_t count = every_command(screen->offers, &all), fits = 0, words, kinds;
    const Typed *typed = typed_of(line, screen->offers, &words);
    (void)entities(&kinds);
    Found *rows = arena_array(screen->offers, Found, count + kinds);
    for (size_t i = 0; i < count; i++) {
        Fit fit = line_fit(all[i], typed, words, screen->offers);
        if (fit != FIT_NONE)
            rows[fits++] = (Found){all[i],
                                   NULL,
                                   command_blocked(screen, all[i], screen->offers),
                                   fit,
                                   lateness(screen, all[i]),
                                   i};
    }
    fits += lists_like(screen, typed, count, rows + fits);
    if (fits > 0)
        qsort(rows, fits, sizeof *rows, by_rank);
    *ret = rows;
    return fits;
}

static size_t commands_like(Screen *screen, const char *line, Offer *offers)
{
    Found *rows;
    size_t fits = rows_like(screen, line, &rows), found = 0;
    for (; found < fits && found < OFFERS; found++)
        offers[found] = rows[found].command ? offer_of(screen, rows[found].command, rows[found].why)
                                            : list_offer(screen, rows[found].list);
    return found;
}

static bool takes_words(const Command *command)
{
    return command->act && *command->usage;
}

/// The command whose whole name `line` begins with, the longest one; what stands behind it in `ret_rest`.
static const Command *command_before(Screen *screen, const char *line, const char **ret_rest)
{
    const Command **all;
    size_t count = every_command(screen->offers, &all);
    for (size_t at = strlen(line); at-- > 1;) {
        if (line[at] != ' ')
            continue;
        Typed typed = typed_as(arena_copy_bytes(screen->offers, line, at), screen->offers);
        for (size_t i = 0; i < count; i++)
            if (takes_words(all[i]) && command_fit(all[i], &typed, screen->offers) == FIT_EXACT) {
                *ret_rest = line + at + strspn(line + at, " ");
                return all[i];
            }
    }
    return NULL;
}

/// "Import  clients list.csv"
static size_t with_words(Screen *screen, const char *line, Offer *offer)
{
    const char *rest, *why;
    const Command *command = command_before(screen, line, &rest);
    if (!command || !*rest)
        return 0;
    why = command_blocked(screen, command, screen->offers);
    *offer = offer_of(screen, command, why ? why : rest);
    offer->dim = why != NULL;
    return 1;
}

static void changed(Screen *screen, Prompt *prompt)
{
    Offer *offers = prompt_offers(screen, OFFERS);
    prompt->offer_count = commands_like(screen, prompt->line.text, offers);
    if (prompt->offer_count == 0)
        prompt->offer_count = with_words(screen, prompt->line.text, offers);
    if (prompt->offer_count == 0)
        snprintf(prompt->said, sizeof prompt->said, "%s", _("no such command"));
}

static void remember(Screen *screen, const Command *command)
{
    size_t i = 0;
    while (i < LATELY - 1 && screen->lately[i] && screen->lately[i] != command)
        i++;
    memmove(screen->lately + 1, screen->lately, i * sizeof *screen->lately);
    screen->lately[0] = command;
}

/// Of several marked records each command asks first, as it does from its key.
static void run(Screen *screen, const Command *command, const char *words)
{
    remember(screen, command);
    if (words && screen_pane(screen)->mark_count < 2) {
        (void)screen_run_typed(screen, command, words);
        return;
    }
    screen->mode = MODE_LIST;
    screen_run(screen, command);
}

/// With nothing found the line stays: leaving it would make commands of the next letters.
static void accept(Screen *screen, Prompt *prompt)
{
    if (prompt->offer_count == 0)
        return;
    Offer offer = prompt->offers[prompt->chosen];
    if (offer.dim) {
        snprintf(prompt->said, sizeof prompt->said, "! %s", offer.value);
        return;
    }
    if (offer.command) {
        run(screen, offer.command, offer.value);
        return;
    }
    screen->mode = MODE_LIST;
    list_open(screen, offer.kind);
}

const PromptKind prompt_palette = {
    .label = N_("Command"),
    .keys = N_("type a part of its name   ↑↓ choose   Enter does it   Esc back"),
    .changed = changed,
    .accept = accept};
