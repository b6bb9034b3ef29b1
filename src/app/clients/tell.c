// SPDX-License-Identifier: GPL-3.0-or-later
// The tell list of a chain without slack.
#include "mawari/app/tell.h"

#include "mawari/store/record.h"

static bool is_kept(const Chain *chain, size_t step)
{
    return chain->steps[step].commitment.kept != NONE;
}

/// What is late already will not be there before today; what is kept holds nobody up.
static int32_t slack_left(const App *app, const Chain *chain, Arena *arena)
{
    Day *dues = arena_array(arena, Day, chain->count);
    ChainEdge *edges = arena_array(arena, ChainEdge, chain->edge_count);
    size_t count = 0;
    for (size_t i = 0; i < chain->count; i++) {
        Day due = chain->steps[i].commitment.due;
        bool late = due != NONE && due < app->today && !is_kept(chain, i);
        dues[i] = late ? app->today : due;
    }
    for (size_t i = 0; i < chain->edge_count; i++)
        if (!is_kept(chain, chain->edges[i].waits_for))
            edges[count++] = chain->edges[i];
    return chain_slack(dues, chain->count, edges, count, &app->work);
}

/// Steps stand last first: the last open one is what all others wait for.
static size_t first_open(const Chain *chain)
{
    size_t i = chain->count;
    while (i > 0 && is_kept(chain, i - 1))
        i--;
    return i ? i - 1 : chain->count;
}

static const char *sentence(const App *app, const Promise *step, const Promise *slips, Arena *arena)
{
    const char *day = day_text(step->commitment.due, app->today, arena);
    if (step == slips)
        return arena_print(arena, _("“%s” of %s may be late; you hear the new day from me"),
                           step->commitment.what, day);
    return arena_print(arena, _("“%s” of %s may be late, “%s” is missing"), step->commitment.what,
                       day, slips->commitment.what);
}

static bool is_named(const TellList *list, Id contact)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->rows[i].contact == contact)
            return true;
    return false;
}

static bool add(App *app, TellList *list, const Promise *step, Arena *arena, Err *err)
{
    Contact who;
    Id contact = step->commitment.contact;
    if (!contact || contact == app->me || step->commitment.kept != NONE || is_named(list, contact))
        return true;
    if (!record_get(app->store, &entity_contact, contact, arena, &who, err))
        return false;
    list->rows[list->count++] = (Tell){.contact = contact,
                                       .name = who.name,
                                       .telephone = who.mobile ? who.mobile : who.telephone,
                                       .say = sentence(app, step, list->slips, arena)};
    return true;
}

static bool fill(App *app, TellList *list, size_t slips, Arena *arena, Err *err)
{
    const Chain *chain = &list->chain;
    size_t *waiting = arena_array(arena, size_t, chain->count);
    size_t count = chain_waiting(chain->count, chain->edges, chain->edge_count, slips, waiting);
    list->slips = &chain->steps[slips];
    list->rows = arena_array(arena, Tell, chain->count);
    if (list->slips->commitment.direction == DIRECTION_MINE &&
        !add(app, list, list->slips, arena, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (chain->steps[waiting[i]].commitment.contact != list->slips->commitment.contact &&
            !add(app, list, &chain->steps[waiting[i]], arena, err))
            return false;
    return true;
}

bool tell_list(App *app, Id promise, Arena *arena, TellList *ret, Err *err)
{
    TellList list = {.slack = NONE};
    if (!query_chain(app->store, promise, arena, &list.chain, err))
        return false;
    list.slack = slack_left(app, &list.chain, arena);
    size_t slips = first_open(&list.chain);
    bool presses = list.slack != NONE && list.slack <= 0 && slips < list.chain.count;
    if (presses && !fill(app, &list, slips, arena, err))
        return false;
    *ret = list;
    return true;
}
