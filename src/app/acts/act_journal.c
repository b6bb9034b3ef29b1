// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo, in the language of the screen.
#include "core/act.h"
#include "mawari/store/journal.h"

typedef bool (*Turn)(Store *store, Moment now, Arena *arena, StepInfo *ret, Err *err);

static bool turn(App *app, Turn by, const char *nothing, const char *done, Effect *ret, Err *err)
{
    StepInfo step;
    if (!by(app->store, app->now, app->scratch, &step, err))
        return err && err->kind == ERR_NOT_FOUND && !*err->text
                   ? err_set(err, ERR_NOT_FOUND, "%s", nothing)
                   : false;
    if (step.stays)
        return err_set(err, ERR_CHANGED,
                       _("cannot be taken back: %s. What is kept for good refers to it; the next "
                         "undo takes what was before"),
                       step_sentence(&step, app->scratch));
    ret->changed = true;
    ret->id = step.about_id;
    act_say(app, ret, done, step_sentence(&step, app->scratch));
    return true;
}

bool act_undo(App *app, const Args *args, Effect *ret, Err *err)
{
    (void)args;
    ret->redoable = turn(app, journal_undo, _("there is nothing to take back"), _("Taken back: %s"),
                         ret, err);
    return ret->redoable;
}

bool act_redo(App *app, const Args *args, Effect *ret, Err *err)
{
    (void)args;
    return turn(app, journal_redo, _("there is nothing to do again"), _("Done again: %s"), ret,
                err);
}
