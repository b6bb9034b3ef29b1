// SPDX-License-Identifier: GPL-3.0-or-later
// Who may be meant by a typed person: those here, at this client, and everywhere.
#include <string.h>

#include "capture_inside.h"
#include "mawari/app/find.h"
#include "mawari/store/queries.h"
#include "mawari/store/search.h"

enum { ELSEWHERE = 50 }; // people looked at beyond this client

static void add_person(Crowd *crowd, const Person *person, int ring, Arena *arena)
{
    for (size_t i = 0; i < crowd->count; i++)
        if (crowd->rows[i].id == person->id)
            return;
    crowd->rows = arena_more(arena, crowd->rows, crowd->count, &crowd->room, sizeof *crowd->rows);
    crowd->rows[crowd->count++] = (PersonSeen){
        .id = person->id,
        .client = person->party,
        .name = person->contact.name,
        .reading = person->contact.reading,
        .title = person->title,
        .department = person->department,
        .site_name = person->site_name,
        .ring = ring,
    };
}

static bool add_near(Hearing *hearing, Crowd *crowd, Err *err)
{
    const CapturePlace *place = &hearing->heard->place;
    Arena *arena = hearing->arena;
    People people;
    if (place->client == 0)
        return true;
    if (!query_people(hearing->app->store, place->client, hearing->app->today, arena, &people, err))
        return false;
    const char *here = place->site ? app_name(hearing->app, place->site, arena) : NULL;
    for (size_t i = 0; i < people.count; i++) {
        const char *site = people.rows[i].site_name;
        bool is_here = !here || (site && strcmp(site, here) == 0);
        add_person(crowd, &people.rows[i], is_here ? 0 : 1, arena);
    }
    return true;
}

static bool add_elsewhere(Hearing *hearing, Crowd *crowd, const char *name, Err *err)
{
    static const Entity *const kinds[] = {&entity_contact};
    Store *store = hearing->app->store;
    Hit *hits;
    size_t count;
    if (!search(store, name, kinds, 1, ELSEWHERE, hearing->arena, &hits, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        Person person;
        if (!query_person(store, hits[i].id, hearing->arena, &person, err))
            return false;
        bool gone = person.contact.left != NONE && person.contact.left <= hearing->app->today;
        if (!gone && person.contact.me != 1)
            add_person(crowd, &person, 2, hearing->arena);
    }
    return true;
}

bool capture_crowd(Hearing *hearing, const char *name, Crowd *ret, Err *err)
{
    *ret = (Crowd){0};
    return add_near(hearing, ret, err) &&
           (!name || !*name || add_elsewhere(hearing, ret, name, err));
}

static const char *several(Hearing *hearing, const Crowd *crowd, const size_t *places, size_t count)
{
    Buffer names = {.arena = hearing->arena};
    for (size_t i = 0; i < count && i < CAPTURE_NAMED; i++) {
        const PersonSeen *person = &crowd->rows[places[i]];
        const char *where = app_name(hearing->app, person->client, hearing->arena);
        buffer_print(&names, "%s%s%s%s", i ? _(", ") : "", person->name, *where ? " / " : "",
                     where);
    }
    return arena_print(hearing->arena, _("may be several: %s%s"), buffer_text(&names),
                       count > CAPTURE_NAMED ? " …" : "");
}

bool capture_hear_person(Hearing *hearing, HeardPart *row, Err *err)
{
    Crowd crowd;
    size_t *places;
    const CapturePart *typed = row->part;
    if (!capture_crowd(hearing, typed->text, &crowd, err))
        return false;
    size_t count = person_pick(crowd.rows, crowd.count, typed, hearing->arena, &places);
    row->contact = 0;
    if (count != 1) {
        row->doubt = count ? several(hearing, &crowd, places, count) : _("nobody is called so");
        return true;
    }
    const PersonSeen *person = &crowd.rows[places[0]];
    row->id = row->contact = person->id;
    const Entity *kind;
    if (person->client && act_kind(hearing->app, person->client, &kind, NULL) &&
        kind == &entity_client)
        row->client = person->client;
    return true;
}
