// SPDX-License-Identifier: GPL-3.0-or-later
// Commands on rounds: clients come into one, doors get their answer.
#include "core/act.h"
#include "mawari/app/find.h"
#include "mawari/app/rounds.h"
#include "mawari/base/buffer.h"
#include "mawari/store/list.h"

// --- clients come in

enum { NAMED = 3 };

typedef struct Joining {
    Id round;
    size_t added, there; // those that were in it already
    Id first[NAMED];     // of those that were added
} Joining;

static bool join(App *app, Step *step, Joining *joining, Id client, Err *err)
{
    RoundClient door;
    Id there;
    if (!query_round_door(app->store, joining->round, client, &there, err))
        return false;
    if (there) {
        joining->there++;
        return true;
    }
    record_blank(&entity_round_client, &door, app->today, app->scratch);
    door.round = joining->round;
    door.client = client;
    if (joining->added < NAMED)
        joining->first[joining->added] = client;
    joining->added++;
    return act_put(app, step, &entity_round_client, 0, &door, NULL, err);
}

static bool join_all(App *app, Joining *joining, const Id *clients, size_t count, Effect *ret,
                     Err *err)
{
    Step *step;
    if (!step_begin(app->store, "into round", app->now, &step, err))
        return false;
    step_about(step, joining->round);
    bool good = true;
    for (size_t i = 0; good && i < count; i++)
        good = join(app, step, joining, clients[i], err);
    return act_end(step, good, ret, err);
}

/// ": 青葉商店, みなと物産, 緑屋 …"
static const char *names_joined(App *app, const Joining *joining)
{
    Buffer names = {.arena = app->scratch};
    for (size_t i = 0; i < joining->added && i < NAMED; i++)
        buffer_print(&names, "%s%s", i ? _(", ") : _(": "), act_name(app, joining->first[i]));
    buffer_add(&names, joining->added > NAMED ? " …" : "");
    return buffer_text(&names);
}

static void say_joined(App *app, const Joining *joining, Effect *ret)
{
    const char *name = act_name(app, joining->round);
    const char *there = joining->there
                            ? arena_print(app->scratch, _(" (%zu were in it)"), joining->there)
                            : "";
    if (!joining->added)
        ret->status = arena_print(app->scratch, _("All of them are in %s already"), name);
    else
        act_say(app, ret,
                ngettext("%zu client into %s%s%s", "%zu clients into %s%s%s", joining->added),
                joining->added, name, there, names_joined(app, joining));
}

/// On the screen the clients are marked; the round is named.
bool act_into_round(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 2, err))
        return false;
    Joining joining = {.round = args->ids[args->id_count - 1]};
    if (!join_all(app, &joining, args->ids, args->id_count - 1, ret, err))
        return false;
    say_joined(app, &joining, ret);
    return true;
}

static bool clients_of_filter(App *app, const char *filter, Table *ret, Err *err)
{
    const Field *columns[] = {entity_name_field(&entity_client)};
    ListQuery query = {
        .kind = &entity_client, .columns = columns, .column_count = 1, .today = app->today};
    size_t count;
    return app_filter(app, &entity_client, filter, app->scratch, &query.filter, err) &&
           list_count(app->store, &query, &count, err) &&
           list_read(app->store, &query, LIST_FIRST, 0, count, app->scratch, ret, err);
}

bool act_round_add(App *app, const Args *args, Effect *ret, Err *err)
{
    Table found;
    if (!act_needs(args, 1, err) ||
        !clients_of_filter(app, args->text ? args->text : "", &found, err))
        return false;
    if (found.rows == 0)
        return err_set(err, ERR_NOT_FOUND, _("no client fits “%s”"), args->text ? args->text : "");
    Joining joining = {.round = args->ids[0]};
    if (!join_all(app, &joining, found.ids, found.rows, ret, err))
        return false;
    say_joined(app, &joining, ret);
    return true;
}

// --- a door's answer

/// A state, or a reaction to the round's product, which is explained then.
static bool read_answer(App *app, const char *said, DoorResult *ret, Err *err)
{
    const Word *state = words_read(&words_door_state, said, app->scratch);
    const Word *reaction = words_read(&words_reaction, said, app->scratch);
    ret->state = state ? state->value : DOOR_EXPLAINED;
    ret->reaction = !state && reaction ? reaction->value : NONE;
    return state || reaction ||
           err_set(err, ERR_USAGE,
                   _("“%s” is no answer: given explained agreed held against open, or ◎ ○ △ ×"),
                   said);
}

static bool read_pieces(App *app, const Args *args, int32_t *ret, Err *err)
{
    const char *said = args_field(args, "pieces");
    Value value = value_none();
    if (said &&
        !app_read_field(app, &entity_round_client, entity_own_field(&entity_round_client, "pieces"),
                        said, app->scratch, &value, err))
        return false;
    *ret = value.kind == V_WHOLE ? (int32_t)value.whole : NONE;
    return true;
}

static bool answer_doors(App *app, const Args *args, const DoorResult *result, Effect *ret,
                         RoundClient *first, Err *err)
{
    Step *step;
    if (!record_get(app->store, &entity_round_client, args->ids[0], app->scratch, first, err) ||
        !step_begin(app->store, "door", app->now, &step, err))
        return false;
    step_about(step, first->client);
    bool good = true;
    for (size_t i = 0; good && i < args->id_count; i++)
        good = door_put(app, step, args->ids[i], result, err);
    return act_end(step, good, ret, err);
}

bool act_door(App *app, const Args *args, Effect *ret, Err *err)
{
    DoorResult result = {0};
    RoundClient first;
    RoundSheet sheet;
    const char *said = args_field(args, "answer");
    if (!act_needs(args, 1, err) || !read_answer(app, said, &result, err) ||
        !read_pieces(app, args, &result.pieces, err) ||
        !answer_doors(app, args, &result, ret, &first, err) ||
        !round_read(app, first.round, app->scratch, &sheet, err))
        return false;
    const char *name = app_name(app, first.client, app->scratch);
    if (args->id_count > 1)
        name = arena_print(app->scratch, _("%s and %zu more"), name, args->id_count - 1);
    const char *warning = round_warning(&sheet, app->today, app->scratch), *card = "";
    if (!record_get(app->store, &entity_round_client, args->ids[0], app->scratch, &first, err) ||
        (args->id_count == 1 && !price_rise_said(app, &first, app->scratch, &card, err)))
        return false;
    int32_t left = sheet.counts.left == NONE ? 0 : sheet.counts.left;
    act_say(app, ret, _("%s: %s. %s"), name,
            door_stands(sheet.round.matter, result.state, result.reaction),
            *card      ? card
            : *warning ? warning
                       : arena_print(app->scratch, _("%d left"), (int)left));
    return true;
}
