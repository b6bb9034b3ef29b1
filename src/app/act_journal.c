// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo, in the language of the screen.
#include "act.h"
#include "mawari/store/journal.h"

bool act_undo(App *app, const Args *args, Effect *ret, Err *err)
{
    (void)args;
    StepInfo step;
    if (!journal_undo(app->store, app->now, app->scratch, &step, err))
        return err && err->kind == ERR_NOT_FOUND && !*err->text
                   ? err_set(err, ERR_NOT_FOUND, _("there is nothing to take back"))
                   : false;
    ret->changed = true;
    ret->id = step.about_id;
    act_say(app, ret, _("Taken back: %s"), step_sentence(step.command, step.about, app->scratch));
    return true;
}

bool act_redo(App *app, const Args *args, Effect *ret, Err *err)
{
    (void)args;
    StepInfo step;
    if (!journal_redo(app->store, app->now, app->scratch, &step, err))
        return err && err->kind == ERR_NOT_FOUND && !*err->text
                   ? err_set(err, ERR_NOT_FOUND, _("there is nothing to do again"))
                   : false;
    ret->changed = true;
    ret->id = step.about_id;
    act_say(app, ret, _("Done again: %s"), step_sentence(step.command, step.about, app->scratch));
    return true;
}
