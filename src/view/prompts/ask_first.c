// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before a command runs: which of a client's sites is visited, which stage a trouble
// goes to. Numbered answers, the likeliest one bold.
#include <string.h>

#include "mawari/base/text.h"
#include "mawari/store/list.h"
#include "mawari/store/record.h"
#include "shell.h"

enum { ASKED = 20 }; // answers: more sites than that are searched for by name

static const Entity *kind_of(Screen *screen, Id id)
{
    RecordHead head;
    bool known = record_head(screen->app->store, id, screen->frame, &head, NULL);
    return known && !head.archived ? head.kind : NULL;
}

// --- which site

static void site_answered(Screen *screen, const Offer *offer)
{
    screen_ask_about(screen, command_named("visit"), &entity_site, offer->id);
}

static bool ask_site(Screen *screen, Id client)
{
    Arena *arena = screen->frame;
    Id *ids;
    size_t count, sites = 0;
    if (!record_ids_by(screen->app->store, &entity_site, entity_field(&entity_site, "client"),
                       client, arena, &ids, &count, NULL))
        return false;
    for (size_t i = 0; i < count; i++)
        if (kind_of(screen, ids[i]))
            ids[sites++] = ids[i];
    if (sites < 2 || sites > ASKED)
        return false;
    screen_menu(screen, MODE_QUESTION,
                arena_print(arena, _("%s: which site?"), screen_name_of(screen, client)),
                site_answered);
    for (size_t i = 0; i < sites; i++)
        menu_offer(screen, menu_letter(i), screen_name_of(screen, ids[i]))->id = ids[i];
    return true;
}

// --- which stage

static void stage_answered(Screen *screen, const Offer *offer)
{
    const char *number = arena_print(screen->frame, "%lld", (long long)offer->id);
    screen_run_line(screen, command_named("stage"), number);
}

static bool read_stages(Screen *screen, Table *ret)
{
    Err err = {0};
    ListQuery query = {.kind = &entity_stage, .today = screen->app->today};
    return filter_parse(&entity_stage, "sort:place", screen->app->today, screen->frame,
                        &query.filter, &err) &&
           list_read(screen->app->store, &query, LIST_FIRST, 0, ASKED, screen->frame, ret, &err);
}

/// The next one is bold; behind the last there is none, and the first is.
static bool ask_stage(Screen *screen, Id ticket)
{
    Table stages;
    Ticket now;
    if (!read_stages(screen, &stages) || stages.rows < 2 ||
        !record_get(screen->app->store, &entity_ticket, ticket, screen->frame, &now, NULL))
        return false;
    screen_menu(screen, MODE_QUESTION,
                arena_print(screen->frame, _("%s: to which stage?"), now.what), stage_answered);
    for (size_t i = 0; i < stages.rows; i++) {
        bool here = stages.ids[i] == now.stage;
        Offer *offer = menu_offer(screen, menu_letter(i), screen_name_of(screen, stages.ids[i]));
        offer->id = stages.ids[i];
        offer->right = here ? _("now") : NULL;
        if (here && i + 1 < stages.rows)
            screen->menu.chosen = i + 1;
    }
    return true;
}

bool ask_first(Screen *screen, const Command *command)
{
    const Entity *kind;
    const Id *ids;
    if (screen_chosen_for(screen, command, &kind, &ids) != 1)
        return false;
    if (command == command_named("stage"))
        return kind_of(screen, ids[0]) == &entity_ticket ? ask_stage(screen, ids[0])
                                                         : deal_ask(screen, ids[0]);
    if (command == command_named("lost")) {
        deal_ask_lost(screen, ids[0]);
        return true;
    }
    if (command == command_named("visit"))
        return kind_of(screen, ids[0]) == &entity_client && ask_site(screen, ids[0]);
    return false;
}
