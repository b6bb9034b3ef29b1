// SPDX-License-Identifier: GPL-3.0-or-later
// The table of store commands, and how one of them is run and spoken of.
#include <stdlib.h>
#include <string.h>

#include "core/act.h"
#include "mawari/app/calendar_out.h"
#include "mawari/app/commands.h"
#include "mawari/app/import.h"
#include "mawari/base/text.h"
#include "mawari/store/queries.h"

static const Command table[] = {
#define X(id, scope_, name_, keys_, usage_, words_, title_, did_, help_, act_)                     \
    [CMD_##id] = {.name = name_,                                                                   \
                  .scope = scope_,                                                                 \
                  .keys = keys_,                                                                   \
                  .usage = usage_,                                                                 \
                  .words = words_,                                                                 \
                  .title = title_,                                                                 \
                  .help = help_,                                                                   \
                  .act = act_},
    COMMANDS(X)
#undef X
};

static const char *const did[] = {
#define X(id, scope, name, keys, usage, words, title, did_, help, act) [CMD_##id] = did_,
    COMMANDS(X)
#undef X
};

const Command *commands(size_t *ret_count)
{
    *ret_count = CMD_COUNT;
    return table;
}

const Command *command_named(const char *name)
{
    for (size_t i = 0; i < CMD_COUNT; i++)
        if (strcmp(table[i].name, name) == 0)
            return &table[i];
    return NULL;
}

/// Commands by which a person makes a trouble; an import does not ask.
static bool may_begin_trouble(const Command *command)
{
    static const char *const makers[] = {"new", "add", "out", "note", "outcome"};
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
        if (strcmp(makers[i], command->name) == 0)
            return true;
    return false;
}

/// The trouble that was made last; false where nobody can tell.
static bool last_trouble(App *app, Id *ret)
{
    return app->store && query_last_ticket(app->store, ret, NULL);
}

static bool run(App *app, const Command *command, const Args *args, Effect *ret, Err *err)
{
    Effect effect = {0};
    act_names_begin(app);
    Id before = 0, *made = NULL;
    bool asks = may_begin_trouble(command) && last_trouble(app, &before);
    (void)store_missed(app->store, NULL);
    if (!command->act(app, args, &effect, err))
        return false;
    if (!effect.changed && store_missed(app->store, err))
        return false; // half an answer looks like a whole one
    asks = asks && effect.changed && effect.next == NEXT_STAY;
    if (asks &&
        query_tickets_after(app->store, before, app->scratch, &made, &effect.trouble_count, NULL) &&
        effect.trouble_count > 0) {
        effect.next = NEXT_INTAKE;
        effect.troubles = made;
    }
    if (effect.id && effect.status)
        (void)act_name(app, effect.id);
    effect.names = act_names_said(app, &effect.name_count);
    *ret = effect;
    return true;
}

bool command_run(App *app, const Command *command, const Args *args, Effect *ret, Err *err)
{
    arena_empty(app->scratch);
    bool done = run(app, command, args, ret, err);
    app->names_said = NULL; // it lies in the scratch, which others empty too
    return done;
}

/// No name in it is wider than so many columns; a longer name comes first, for it may contain another.
static char *with_names_of(const char *sentence, const char *const *names, size_t count, int most,
                           Arena *arena)
{
    char *said = arena_copy(arena, sentence);
    for (size_t i = 0; i < count; i++) {
        const char *at = *names[i] && text_width(names[i]) > most ? strstr(said, names[i]) : NULL;
        if (at)
            said = arena_print(arena, "%.*s%s%s", (int)(at - said), said,
                               text_fit(names[i], most, arena), at + strlen(names[i]));
    }
    return said;
}

static int by_length(const void *a, const void *b)
{
    size_t left = strlen(*(const char *const *)a), right = strlen(*(const char *const *)b);
    return (left < right) - (left > right);
}

char *sentence_fit(const char *sentence, const char *const *names, size_t count, int columns,
                   Arena *arena)
{
    enum { LEAST = 8 }; // of a name by which it is known again
    const char **sorted = arena_array(arena, const char *, count + 1);
    int most = 0;
    for (size_t i = 0; i < count; i++) {
        sorted[i] = names[i];
        int width = text_width(names[i]);
        most = width > most ? width : most;
    }
    qsort(sorted, count, sizeof *sorted, by_length);
    most = most < columns ? most : columns; // wider it never fits
    for (; text_width(sentence) > columns && most >= LEAST; most--) {
        char *said = with_names_of(sentence, sorted, count, most, arena);
        if (text_width(said) <= columns)
            return said;
    }
    return arena_copy(arena, sentence);
}

char *effect_sentence(const Effect *effect, int columns, Arena *arena)
{
    const char *whole = effect->undoable   ? _("%s. u u takes it back")
                        : effect->redoable ? _("%s. Ctrl-R does it again")
                                           : "%s";
    int room = columns - text_width(arena_print(arena, whole, ""));
    const char *said = sentence_fit(effect->status, effect->names, effect->name_count, room, arena);
    return arena_print(arena, text_width(said) <= room ? whole : "%s", said);
}

/// What it was about: a record by its name, an import by kind and file ("clients list.csv", as
/// import_store() called it), anything else of many records by their number.
static const char *step_about_text(const StepInfo *step, Arena *arena)
{
    bool named = step->about && *step->about;
    const char *file = named ? strchr(step->about, ' ') : NULL;
    const Entity *kind = file && strcmp(step->command, table[CMD_IMPORT].name) == 0
                             ? entity_named(arena_copy_bytes(arena, step->about,
                                                             (size_t)(file - step->about)))
                             : NULL;
    if (kind)
        return arena_print(arena, _("%s from %s (records: %zu)"), lang_text(kind->titles),
                           text_clean(file + 1, false, arena), step->changes);
    if (named && step->others)
        return arena_print(arena, _("%s and %zu more"), step->about, step->others);
    return named ? step->about
                 : arena_print(arena,
                               ngettext("%zu record", "%zu records", (unsigned long)step->changes),
                               step->changes);
}

char *step_sentence(const StepInfo *step, Arena *arena)
{
    const Command *made_by = command_named(step->command);
    if (strcmp(step->command, "sample") == 0) // no command: the first screen and --demo fill it
        return arena_copy(arena, _("the sample data"));
    const char *sentence = made_by ? did[made_by - table] : "";
    const char *about = step_about_text(step, arena);
    if (*sentence == '\0')
        return arena_print(arena, "%s: %s", made_by ? _(made_by->title) : step->command, about);
    return arena_print(arena, _(sentence), about);
}
