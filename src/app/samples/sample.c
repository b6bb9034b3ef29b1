// SPDX-License-Identifier: GPL-3.0-or-later
// The sample: its tables become records, as one step.
#include "mawari/app/sample.h"

#include <string.h>

#include "mawari/model/value.h"
#include "sample_fill.h"

bool sample_keep(Filling *filling, const Entity *kind, const void *record, Id *ret)
{
    return record_put(filling->step, kind, 0, record, ret, filling->err);
}

void *sample_blank(Filling *filling, const Entity *kind)
{
    void *record = arena_take(filling->arena, kind->size);
    record_blank(kind, record, filling->app->today, filling->arena);
    return record;
}

static const Named *named(const Named *rows, size_t count, const char *name)
{
    static const Named nobody = {0};
    for (size_t i = 0; name && i < count; i++)
        if (strcmp(rows[i].name, name) == 0)
            return &rows[i];
    return &nobody;
}

const Named *sample_client(const Filling *filling, const char *name)
{
    return named(filling->clients, filling->client_count, name);
}

Id sample_person(const Filling *filling, const char *name)
{
    return named(filling->people, filling->person_count, name)->id;
}

/// The person who stands in the row of a client.
static Id main_person(const Filling *filling, const char *client)
{
    for (size_t i = 0; i < sample_client_count; i++)
        if (strcmp(sample_clients[i].name, client) == 0)
            return sample_person(filling, sample_clients[i].person);
    return 0;
}

/// Numbers that nobody has: neither 011-000 nor 090-0000 is given out.
static const char *telephone(Filling *filling, const char *beginning)
{
    return arena_print(filling->arena, "%s-%04zu", beginning, 1181 + filling->telephones++);
}

// --- who and where

static bool fill_office(Filling *filling)
{
    Office *office = sample_blank(filling, &entity_office);
    office->name = "札幌営業所";
    office->reading = "さっぽろえいぎょうしょ";
    office->telephone = "011-000-1100";
    office->postal_code = "060-0806";
    office->address = "札幌市北区北7条西4丁目";
    office->latitude = 43070200;
    office->longitude = 141350500;
    office->home = 1;
    return sample_keep(filling, &entity_office, office, &filling->office);
}

static bool fill_person(Filling *filling, const char *name, const char *reading, bool key_person,
                        const char *avoid, Id *ret)
{
    Contact *contact = sample_blank(filling, &entity_contact);
    contact->name = name;
    contact->reading = reading;
    contact->mobile = telephone(filling, "090-0000");
    contact->key_person = key_person ? 1 : NONE;
    contact->avoid = avoid;
    if (!sample_keep(filling, &entity_contact, contact, ret))
        return false;
    filling->people[filling->person_count++] = (Named){.name = name, .id = *ret};
    return true;
}

static bool fill_post(Filling *filling, Id contact, Id party, Id site, const char *department,
                      const char *title)
{
    Post *post = sample_blank(filling, &entity_post);
    post->contact = contact;
    post->party = party;
    post->site = site;
    post->department = department;
    post->title = title;
    post->since = filling->app->today - 800;
    return sample_keep(filling, &entity_post, post, NULL);
}

static bool fill_site(Filling *filling, const SampleClient *row, Id client, Id *ret)
{
    Site *site = sample_blank(filling, &entity_site);
    site->client = client;
    site->name = row->site ? row->site : row->name;
    site->postal_code = row->postal_code;
    site->address = row->address;
    site->telephone = telephone(filling, "011-000");
    site->latitude = row->latitude;
    site->longitude = row->longitude;
    site->position_level = POSITION_TYPED;
    for (size_t i = 0; i < sample_place_count; i++) {
        const SamplePlace *place = &sample_places[i];
        if (strcmp(place->client, row->name) != 0)
            continue;
        site->parking = place->parking;
        site->entrance = place->entrance;
        site->reception = place->reception;
        site->stairs = place->stairs;
        site->door_minutes = place->door_minutes;
    }
    return sample_keep(filling, &entity_site, site, ret);
}

static int32_t day_of_month(Day day)
{
    int year, month, of_month;
    day_to(day, &year, &month, &of_month);
    return of_month;
}

static void fill_books(const Filling *filling, const SampleClient *row, Client *client)
{
    Day today = filling->app->today;
    for (size_t i = 0; i < sample_books_count; i++) {
        const SampleBooks *books = &sample_books[i];
        if (strcmp(books->client, row->name) != 0)
            continue;
        client->closing_day = day_of_month(today + books->closing);
        if (books->payment != NONE)
            client->payment_day = day_of_month(today + books->payment);
    }
}

static bool fill_client(Filling *filling, const SampleClient *row)
{
    Client *client = sample_blank(filling, &entity_client);
    Id id = 0, site = 0, person = 0;
    client->name = row->name;
    client->reading = row->reading;
    client->rank = (int32_t)row->rank;
    client->cycle = row->cycle;
    fill_books(filling, row, client);
    if (!sample_keep(filling, &entity_client, client, &id) || !fill_site(filling, row, id, &site) ||
        !fill_person(filling, row->person, row->person_reading, row->rank <= RANK_A, NULL,
                     &person) ||
        !fill_post(filling, person, id, site, NULL, row->title))
        return false;
    filling->clients[filling->client_count++] = (Named){row->name, id, site};
    return true;
}

static bool fill_clients(Filling *filling)
{
    for (size_t i = 0; i < sample_client_count; i++)
        if (!fill_client(filling, &sample_clients[i]))
            return false;
    return true;
}

static bool fill_people(Filling *filling)
{
    for (size_t i = 0; i < sample_person_count; i++) {
        const SamplePerson *row = &sample_people[i];
        const Named *client = sample_client(filling, row->client);
        Id person = 0, party = row->client ? client->id : filling->office;
        if (!fill_person(filling, row->name, row->reading, false, row->avoid, &person) ||
            !fill_post(filling, person, party, client->site, row->department, row->title))
            return false;
    }
    return true;
}

// --- visits

static Visit *blank_visit(Filling *filling, const char *client, Day day)
{
    Visit *visit = sample_blank(filling, &entity_visit);
    visit->client = sample_client(filling, client)->id;
    visit->site = sample_client(filling, client)->site;
    visit->contact = main_person(filling, client);
    visit->day = day;
    return visit;
}

static void stamp(const Filling *filling, Visit *visit, Minute start, Minute minutes)
{
    const Zone *zone = filling->app->zone;
    visit->arrived = zone_moment(zone, visit->day, start);
    visit->departed = zone_moment(zone, visit->day, start + minutes);
}

/// The agreed visits of this morning that are over were reported: one, so that something is left
/// to write.
static bool is_reported(const Filling *filling, const SampleVisit *row)
{
    return row == sample_visits && filling->app->minute >= row->start + row->minutes;
}

static bool fill_riders(Filling *filling, const SampleVisit *visit, Id id)
{
    for (size_t i = 0; i < sample_rider_count; i++) {
        const SampleRider *row = &sample_riders[i];
        if (row->ahead != visit->ahead || strcmp(row->client, visit->client) != 0)
            continue;
        Companion *companion = sample_blank(filling, &entity_companion);
        companion->visit = id;
        companion->contact = sample_person(filling, row->person);
        companion->pick_up_at = row->pick_up_at;
        companion->pick_up = row->pick_up;
        if (!sample_keep(filling, &entity_companion, companion, NULL))
            return false;
    }
    return true;
}

static bool fill_visits(Filling *filling)
{
    for (size_t i = 0; i < sample_visit_count; i++) {
        const SampleVisit *row = &sample_visits[i];
        Visit *visit = blank_visit(filling, row->client, filling->app->today + row->ahead);
        visit->start = row->start;
        visit->minutes = row->minutes;
        visit->appointment = row->appointment;
        visit->purpose = row->purpose;
        visit->place = (int32_t)i + 1;
        if (is_reported(filling, row)) {
            visit->outcome = OUTCOME_MET;
            visit->text = "仕様は来月の説明会の後に決まる";
            stamp(filling, visit, row->start, row->minutes);
        }
        Id id = 0;
        if (!sample_keep(filling, &entity_visit, visit, &id) || !fill_riders(filling, row, id))
            return false;
        if (is_reported(filling, row))
            filling->reported = id;
    }
    return true;
}

static bool fill_talk(Filling *filling, const SampleTalk *row)
{
    Visit *visit = blank_visit(filling, row->client, filling->app->today - row->ago);
    visit->start = row->start;
    visit->minutes = row->minutes;
    visit->outcome = (int32_t)row->outcome;
    visit->text = row->text;
    stamp(filling, visit, row->start, row->minutes);
    return sample_keep(filling, &entity_visit, visit, NULL);
}

static bool fill_talks(Filling *filling)
{
    for (size_t i = 0; i < sample_client_count; i++) {
        const SampleClient *row = &sample_clients[i];
        Minute start = 9 * 60 + 30 + 45 * (Minute)(i % 9);
        SampleTalk last = {row->name, row->last, row->outcome, start, 25, row->talk};
        if (!fill_talk(filling, &last))
            return false;
    }
    for (size_t i = 0; i < sample_talk_count; i++)
        if (!fill_talk(filling, &sample_talks[i]))
            return false;
    return true;
}

// --- the rep's own

static bool fill_own(Filling *filling)
{
    PrivateTime *private_time = sample_blank(filling, &entity_private_time);
    private_time->what = "歯医者";
    private_time->day = filling->app->today + 2;
    private_time->start = 17 * 60;
    private_time->end = 18 * 60;

    Leg *leg = sample_blank(filling, &entity_leg);
    leg->from = sample_client(filling, "青葉商店")->site;
    leg->to = sample_client(filling, "北総合病院")->site;
    leg->mode = MODE_CAR;
    leg->minutes = 17;

    Note *note = sample_blank(filling, &entity_note);
    note->on = sample_client(filling, "青葉商店")->id;
    note->day = filling->app->today - 14;
    note->text = "社長の孫が春に小学校";
    return sample_keep(filling, &entity_private_time, private_time, NULL) &&
           sample_keep(filling, &entity_leg, leg, NULL) &&
           sample_keep(filling, &entity_note, note, NULL);
}

static const struct {
    const char *name, *reading, *address;
    int32_t latitude, longitude;
    int32_t toilet, work, lunch; // 1 or NONE; each can be parked at
} resting_places[] = {
    {"大通公園の駐車場", "おおどおりこうえんのちゅうしゃじょう", "札幌市中央区大通西8丁目",
     43058900, 141346200, 1, NONE, NONE},
    {"中央図書館の閲覧席", "ちゅうおうとしょかんのえつらんせき", "札幌市中央区南22条西13丁目",
     43032200, 141343900, 1, 1, NONE},
    {"市場の食堂", "いちばのしょくどう", "札幌市中央区北11条西21丁目", 43072400, 141326800, NONE,
     NONE, 1},
};

/// Where to rest, eat and write in a gap.
static bool fill_resting_places(Filling *filling)
{
    for (size_t i = 0; i < sizeof resting_places / sizeof *resting_places; i++) {
        RestingPlace *place = sample_blank(filling, &entity_resting_place);
        place->name = resting_places[i].name;
        place->reading = resting_places[i].reading;
        place->address = resting_places[i].address;
        place->latitude = resting_places[i].latitude;
        place->longitude = resting_places[i].longitude;
        place->parking = 1;
        place->toilet = resting_places[i].toilet;
        place->work = resting_places[i].work;
        place->lunch = resting_places[i].lunch;
        if (!sample_keep(filling, &entity_resting_place, place, NULL))
            return false;
    }
    return true;
}

/// The weather as it was typed for tomorrow.
static bool fill_weather(Filling *filling)
{
    DayPlan *tomorrow = sample_blank(filling, &entity_day_plan);
    tomorrow->day = filling->app->today + 1;
    tomorrow->weather = WEATHER_FINE;
    tomorrow->weather_pm = WEATHER_SNOW;
    return sample_keep(filling, &entity_day_plan, tomorrow, NULL);
}

bool sample_fill(App *app, Err *err)
{
    Filling filling = {.app = app, .err = err, .arena = arena_open()};
    static bool (*const parts[])(Filling *) = {
        fill_office,        fill_clients,         fill_people,
        fill_visits,        fill_talks,           sample_fill_open,
        fill_own,           sample_fill_rounds,   sample_fill_contracts,
        sample_fill_rivals, sample_fill_slipping, sample_fill_prices,
        sample_fill_words,  fill_resting_places,  fill_weather,
        sample_fill_places,
    };
    store_uids(app->store, "2718"); // a phone that has the sample's visits does not double them
    bool ok = step_begin(app->store, "sample", app->now, &filling.step, err);
    if (ok)
        step_is_made_up(filling.step);
    for (size_t i = 0; ok && i < sizeof parts / sizeof *parts; i++)
        ok = parts[i](&filling);
    if (ok)
        ok = step_end(filling.step, &(int64_t){0}, err);
    else
        step_drop(filling.step);
    store_uids(app->store, NULL);
    arena_close(filling.arena);
    return ok;
}
