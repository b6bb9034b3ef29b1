// SPDX-License-Identifier: GPL-3.0-or-later
// A change that met another mawari's lock: it is kept, said, and tried again until it is done.
#include "waiting.h"

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

static void keep(Screen *screen, const Command *command, const Args *args)
{
    Arena *arena = arena_open();
    forget(&screen->waiting);
    screen->waiting = (Waiting){arena, command, copy_args(args, arena)};
    screen_say(screen,
               _("Another mawari is writing: this is kept, and saved as soon as it is done"));
}

void waiting_try(Screen *screen)
{
    Waiting *waiting = &screen->waiting;
    Effect effect = {0};
    Err err = {0};
    if (!waiting->command || screen->mode == MODE_PRIVATE)
        return;
    bool done = command_run(screen->app, waiting->command, &waiting->args, &effect, &err);
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
