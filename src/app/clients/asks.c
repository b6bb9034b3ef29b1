// SPDX-License-Identifier: GPL-3.0-or-later
// What a saved record asks for: a hand-over, why a deal was lost, how somebody was.
#include "mawari/app/asks.h"

#include "mawari/app/handling.h"
#include "mawari/app/usage.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"

/// Whether somebody has a post elsewhere that nobody ended.
static bool has_other_post(App *app, Id contact, Id party)
{
    Id *ids;
    size_t count;
    Post post;
    if (!record_ids_by(app->store, &entity_post, entity_own_field(&entity_post, "contact"), contact,
                       app->scratch, &ids, &count, NULL))
        return false;
    for (size_t i = 0; i < count; i++)
        if (record_get(app->store, &entity_post, ids[i], app->scratch, &post, NULL) &&
            post.party != party && post.until == NONE)
            return true;
    return false;
}

static Id leaves_post(App *app, const Args *saved, Id id)
{
    Post post;
    const char *until = args_field(saved, "until");
    if (!record_get(app->store, &entity_post, id, app->scratch, &post, NULL))
        return 0;
    bool ends = until && *until, elsewhere = args_field(saved, "party") != NULL;
    bool moved = elsewhere && (saved->id_count || has_other_post(app, post.contact, post.party));
    return ends || moved ? post.contact : 0;
}

Id asks_hand_over(App *app, const Args *saved, Id id)
{
    if (saved->kind == &entity_post)
        return leaves_post(app, saved, id);
    const char *left = saved->kind == &entity_contact ? args_field(saved, "left") : NULL;
    return left && *left ? id : 0;
}

bool asks_why_lost(App *app, const Args *saved, Id id)
{
    Deal deal;
    return saved->kind == &entity_deal && args_field(saved, "stage") &&
           record_get(app->store, &entity_deal, id, app->scratch, &deal, NULL) &&
           deal.stage == DEAL_LOST && deal.deciding == NONE;
}

bool asks_temper(App *app, const Args *saved, Id id)
{
    Visit visit;
    CarefulPeople people;
    return saved->kind == &entity_visit && args_field(saved, "outcome") &&
           record_get(app->store, &entity_visit, id, app->scratch, &visit, NULL) &&
           outcome_asks_temper(visit.outcome) && careful_people(app, app->scratch, &people, NULL) &&
           careful_at(&people, &visit) != 0;
}
