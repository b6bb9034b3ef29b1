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

bool capture_meets(int32_t outcome, int32_t spoke)
{
    if (outcome == OUTCOME_DELIVERY_ONLY)
        return spoke == 1;
    return outcome != NONE && outcome != OUTCOME_PUT_OFF;
}

/// A line that begins with its outcome says by that whether anybody is met; beside another one the
/// visit does, when it is saved.
static bool says_nobody(const Capture *line, bool outcome)
{
    int32_t said = NONE;
    for (size_t i = 0; i < line->count; i++) {
        if (line->parts[i].kind == CAPTURE_PERSON)
            return true; // somebody else
        if (line->parts[i].kind == CAPTURE_OUTCOME)
            said = line->parts[i].number;
    }
    return outcome && !capture_meets(said, NONE);
}

bool capture_presume(Hearing *hearing, bool outcome, Err *err)
{
    Heard *heard = hearing->heard;
    Crowd crowd;
    Id found = 0;
    size_t here = 0;
    if (!heard->place.visit || heard->place.about || heard->place.contact ||
        says_nobody(&heard->capture, outcome))
        return true;
    if (!capture_crowd(hearing, NULL, &crowd, err))
        return false;
    for (size_t i = 0; i < crowd.count; i++)
        if (crowd.rows[i].ring == 0 || !crowd.rows[i].site_name) {
            found = crowd.rows[i].id;
            here++;
        }
    if (here == 1)
        heard->presumed = heard->place.contact = found;
    return true;
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

/// Somebody whom nobody knew here is at the client where it is said.
static bool hear_new(HeardPart *row, Id client)
{
    row->client = client;
    if (!client)
        row->doubt = _("no client is named where the new person is");
    else if (!row->part->text)
        row->doubt = _("nobody is called so");
    else
        row->new_person = row->part->text;
    return true;
}

/// The person and the post there, department and title as they were typed.
static bool make_person(App *app, Step *step, const Heard *heard, const HeardPart *row, Id *ret,
                        Err *err)
{
    Contact person;
    Post post;
    record_blank(&entity_contact, &person, app->today, app->scratch);
    record_blank(&entity_post, &post, app->today, app->scratch);
    person.name = row->new_person;
    post.party = row->client;
    post.site = heard->place.site;
    post.department = row->part->hint;
    post.title = row->part->title;
    if (!act_put(app, step, &entity_contact, 0, &person, ret, err))
        return false;
    post.contact = *ret;
    return act_put(app, step, &entity_post, 0, &post, NULL, err);
}

static bool contradicts(const char *one, const char *other)
{
    return one && other && strcmp(one, other) != 0;
}

/// Named again in the same line, with or without what told more the first time.
static bool is_the_same(const HeardPart *one, const HeardPart *other, Arena *arena)
{
    return other->part->kind == CAPTURE_PERSON && other->new_person &&
           person_same(one->new_person, other->new_person, arena) &&
           !contradicts(one->part->title, other->part->title) &&
           !contradicts(one->part->hint, other->part->hint);
}

bool capture_meet(App *app, Step *step, const Heard *said, Heard *ret, Err *err)
{
    size_t count = said->capture.count;
    *ret = *said;
    ret->rows = arena_array(app->scratch, HeardPart, count);
    for (size_t i = 0; i < count; i++) {
        HeardPart *row = &ret->rows[i];
        int of = heard_person_of(said, &said->rows[i]);
        *row = said->rows[i];
        if (row->part->kind != CAPTURE_PERSON && row->new_person && !row->contact)
            row->contact = ret->rows[of].contact;
        if (row->part->kind != CAPTURE_PERSON || !row->new_person)
            continue;
        for (size_t j = 0; j < i && !row->id; j++)
            if (is_the_same(row, &ret->rows[j], app->scratch))
                row->id = ret->rows[j].id;
        if (!row->id && !make_person(app, step, said, row, &row->id, err))
            return false;
        row->contact = row->id;
    }
    return true;
}

/// Whom the word meant when the line was saved before; 0: it is new there.
static Id named_before(const Hearing *hearing, const HeardPart *row)
{
    const Heard *heard = hearing->heard;
    const char *word = heard_word(heard, row, hearing->arena);
    for (size_t i = 0; i < heard->said_count; i++)
        if (heard->said[i].reads == LINE_NAMED && strcmp(heard->said[i].text, word) == 0)
            return heard->said[i].made;
    return 0;
}

static bool mean(Hearing *hearing, HeardPart *row, Id person, Id party)
{
    const Entity *kind;
    row->id = row->contact = person;
    if (party && act_kind(hearing->app, party, &kind, NULL) && kind == &entity_client)
        row->client = party;
    return true;
}

bool capture_hear_person(Hearing *hearing, HeardPart *row, Err *err)
{
    Crowd crowd;
    size_t *places;
    Person known;
    const CapturePart *typed = row->part;
    Id before = named_before(hearing, row);
    row->contact = 0;
    row->new_person = NULL;
    if (before)
        return query_person(hearing->app->store, before, hearing->arena, &known, err) &&
               mean(hearing, row, before, known.party);
    if (!capture_crowd(hearing, typed->is_new ? NULL : typed->text, &crowd, err))
        return false;
    size_t count = person_pick(crowd.rows, crowd.count, typed, hearing->arena, &places);
    if (count == 0 && typed->is_new)
        return hear_new(row, hearing->heard->place.client);
    if (count != 1) {
        row->doubt = count                          ? several(hearing, &crowd, places, count)
                     : hearing->heard->place.client ? _("nobody is called so; @+ is somebody new")
                                                    : _("nobody is called so");
        return true;
    }
    const PersonSeen *person = &crowd.rows[places[0]];
    return mean(hearing, row, person->id, person->client);
}
