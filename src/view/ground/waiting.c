// SPDX-License-Identifier: GPL-3.0-or-later
// A change that met another mawari's lock: it is kept, said, and tried again until it is done.
#include "waiting.h"

#include <string.h>

#include "mawari/store/settings.h"

static const FieldArg *copy_fields(const FieldArg *fields, size_t count, Arena *arena)
{
    FieldArg *copy = arena_array(arena, FieldArg, count ? count : 1);
    for (size_t i = 0; i < count; i++)
        copy[i] = (FieldArg){arena_copy(arena, fields[i].name), arena_copy(arena, fields[i].value)};
    return copy;
}

static Args copy_args(const Args *args, Arena *arena)
{
    Args copy = *args;
    Id *ids = arena_array(arena, Id, args->id_count ? args->id_count : 1);
    for (size_t i = 0; i < args->id_count; i++)
        ids[i] = args->ids[i];
    copy.ids = ids;
    copy.fields = copy_fields(args->fields, args->field_count, arena);
    copy.options = copy_fields(args->options, args->option_count, arena);
    copy.text = arena_copy(arena, args->text);
    copy.file = arena_copy(arena, args->file);
    return copy;
}

static void forget(Waiting *waiting)
{
    arena_close(waiting->arena);
    *waiting = (Waiting){0};
}

static const char *draft_at(App *app, const char *place, Arena *arena)
{
    const char *text = NULL;
    return place && draft_get(app->store, place, arena, &text, NULL) ? text : NULL;
}

static void keep(Screen *screen, const Command *command, const Args *args)
{
    App *app = screen->app;
    Arena *arena = arena_open();
    const char *draft = arena_copy(arena, draft_of_step(app->store));
    forget(&screen->waiting);
    screen->waiting = (Waiting){arena, command, copy_args(args, arena), draft,
                                draft_at(app, draft, arena)};
    screen_say(screen,
               _("Another mawari is writing: this is kept, and saved as soon as it is done"));
}

/// The draft stays until what was typed is saved, and goes in the same transaction: no lock can come
/// between the two. One that was begun at the same place meanwhile stays.
static bool run_with_draft(App *app, const Waiting *waiting, Effect *ret, Err *err)
{
    const char *next = draft_of_step(app->store),
               *text = draft_at(app, waiting->draft, app->scratch);
    bool same = text && waiting->text && strcmp(text, waiting->text) == 0;
    draft_goes_with_step(app->store, same ? waiting->draft : NULL);
    bool done = command_run(app, waiting->command, &waiting->args, ret, err);
    draft_goes_with_step(app->store, next);
    return done;
}

void waiting_try(Screen *screen)
{
    Waiting *waiting = &screen->waiting;
    Effect effect = {0};
    Err err = {0};
    if (!waiting->command || screen->mode == MODE_PRIVATE)
        return;
    bool done = run_with_draft(screen->app, waiting, &effect, &err);
    if (!done && err.kind == ERR_BUSY)
        return;
    if (done)
        screen_effect(screen, &effect);
    else
        screen_fail(screen, &err);
    screen->changed = true;
    forget(waiting);
}

void waiting_close(Screen *screen)
{
    screen->mode = MODE_LIST;
    waiting_try(screen);
    forget(&screen->waiting);
}

bool waiting_run(Screen *screen, const Command *command, const Args *args, Effect *ret, Err *err)
{
    waiting_try(screen); // what was asked for first is done first
    if (command_run(screen->app, command, args, ret, err))
        return true;
    if (err->kind != ERR_BUSY || screen->waiting.command)
        return false; // one waits; a second one is refused with its sentence
    keep(screen, command, args);
    err->kind = ERR_NONE;
    return false;
}
