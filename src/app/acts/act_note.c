// SPDX-License-Identifier: GPL-3.0-or-later
// `note`, `avoid`: a line on a record. On clients, sites, people and visits it is read as `add` reads it.
#include "core/act.h"
#include "mawari/app/capture.h"

static bool put_note(App *app, Step *step, const Args *args, Id id, bool avoid, Err *err)
{
    Note note;
    record_blank(&entity_note, &note, app->today, app->scratch);
    note.on = id;
    note.text = args->text;
    note.avoid = avoid ? 1 : NONE;
    return record_put(step, &entity_note, 0, &note, NULL, err);
}

static bool note_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    CapturePlace place;
    Heard heard;
    Id about;
    if (!capture_place_of(app, id, &place, err))
        return false;
    if (!capture_is_said(&place))
        return put_note(app, step, args, id, false, err);
    return capture_hear(app, args->text, &place, false, app->scratch, &heard, err) &&
           capture_keep(app, step, &heard, NULL, &about, err);
}

/// What was understood beside the note, as it was read before the step.
static const char *read_back(App *app, const Args *args)
{
    CapturePlace place;
    Heard heard;
    if (!capture_place_of(app, args->ids[0], &place, NULL) || !capture_is_said(&place) ||
        !capture_hear(app, args->text, &place, false, app->scratch, &heard, NULL))
        return "";
    return heard_sentence(app, &heard, app->scratch);
}

bool act_note(App *app, const Args *args, Effect *ret, Err *err)
{
    const Entity *kind;
    if (!act_needs(args, 1, err) || !act_kind(app, args->ids[0], &kind, err))
        return false;
    if (kind == &entity_ticket)
        return act_inside(app, args, ret, err);
    const char *read = read_back(app, args);
    if (!act_each(app, "note", args, args->id_count, note_one, ret, err))
        return false;
    const char *names = act_names(app, args->ids, args->id_count);
    if (*read)
        act_say(app, ret, _("Saved on %s: %s"), names, read);
    else
        act_say(app, ret, _("Noted on %s"), names);
    return true;
}

static bool avoid_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    return put_note(app, step, args, id, true, err);
}

/// Said without the words: somebody may look on.
bool act_avoid(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "avoid", args, args->id_count, avoid_one, ret, err))
        return false;
    act_say(app, ret, _("Noted; only the brief of %s shows it"),
            act_names(app, args->ids, args->id_count));
    return true;
}
