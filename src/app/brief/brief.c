// SPDX-License-Identifier: GPL-3.0-or-later
// The brief, gathered: one query a section.
#include "mawari/app/brief.h"

#include "mawari/app/handling.h"

#include "mawari/app/day.h"
#include "mawari/app/find.h"
#include "mawari/app/money.h"
#include "mawari/app/reasons.h"
#include "mawari/app/renewal.h"
#include "mawari/store/record.h"

enum { FURTHEST = 4 }; // references from a record to its client: a ball, its promise, its contact

// --- whom it is about

static bool of_visit(App *app, Id id, Arena *arena, BriefOf *of, Err *err)
{
    Visit visit;
    if (!record_get(app->store, &entity_visit, id, arena, &visit, err))
        return false;
    *of = (BriefOf){
        .client = visit.client, .site = visit.site, .visit = id, .contact = visit.contact};
    return true;
}

static bool of_site(App *app, Id id, Arena *arena, BriefOf *of, Err *err)
{
    Site site;
    if (!record_get(app->store, &entity_site, id, arena, &site, err))
        return false;
    *of = (BriefOf){.client = site.client, .site = id};
    return true;
}

static bool of_end_customer(App *app, Id id, Arena *arena, BriefOf *of, Err *err)
{
    EndCustomer customer;
    if (!record_get(app->store, &entity_end_customer, id, arena, &customer, err))
        return false;
    *of = (BriefOf){.client = customer.client, .site = id};
    return true;
}

static bool of_contact(App *app, Id id, Arena *arena, BriefOf *of, Err *err)
{
    Person person;
    RecordHead party;
    if (!query_person(app->store, id, arena, &person, err))
        return false;
    bool at_client = person.party && record_head(app->store, person.party, arena, &party, NULL) &&
                     party.kind == &entity_client;
    *of = (BriefOf){.client = at_client ? person.party : 0, .site = person.site, .contact = id};
    return true;
}

/// A part leads to what it is a part of; any other record names its client, or who is there.
static bool of_other(App *app, const Entity *kind, Id id, Arena *arena, Id *ret, Err *err)
{
    const Field *owner = entity_owner_field(kind);
    const char *const names[] = {"client", owner ? owner->name : "", "contact", "site", "party",
                                 "on"};
    void *record = arena_take(arena, kind->size);
    *ret = 0;
    if (!record_get(app->store, kind, id, arena, record, err))
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names && !*ret; i++)
        *ret = reference_of(kind, names[i], record);
    return true;
}

/// The place and the person that a promise or a trouble names hold for the brief too.
static bool narrow(App *app, const Entity *kind, Id id, Arena *arena, BriefOf *of, Err *err)
{
    Commitment promise;
    Ticket ticket;
    if (kind == &entity_commitment) {
        if (!record_get(app->store, kind, id, arena, &promise, err))
            return false;
        of->site = promise.site ? promise.site : of->site;
        of->contact = promise.contact ? promise.contact : of->contact;
    } else if (kind == &entity_ticket) {
        if (!record_get(app->store, kind, id, arena, &ticket, err))
            return false;
        of->site = ticket.site ? ticket.site : of->site;
        of->contact = ticket.contact ? ticket.contact : of->contact;
    }
    return true;
}

static bool follow(App *app, const Entity *kind, Id id, int left, Arena *arena, BriefOf *of,
                   Err *err)
{
    RecordHead next;
    Id to;
    if (kind == &entity_client) {
        *of = (BriefOf){.client = id};
        return true;
    }
    if (kind == &entity_visit)
        return of_visit(app, id, arena, of, err);
    if (kind == &entity_site)
        return of_site(app, id, arena, of, err);
    if (kind == &entity_end_customer)
        return of_end_customer(app, id, arena, of, err);
    if (kind == &entity_contact)
        return of_contact(app, id, arena, of, err);
    if (!of_other(app, kind, id, arena, &to, err))
        return false;
    *of = (BriefOf){0};
    if (!to || left == 0)
        return true;
    return record_head(app->store, to, arena, &next, err) &&
           follow(app, next.kind, next.id, left - 1, arena, of, err) &&
           narrow(app, kind, id, arena, of, err);
}

bool brief_of(App *app, const Entity *kind, Id id, Arena *arena, BriefOf *ret, Err *err)
{
    BriefOf of;
    if (!follow(app, kind, id, FURTHEST, arena, &of, err))
        return false;
    if (!of.client)
        return err_set(err, ERR_NOT_FOUND, _("no client stands behind \"%s\""),
                       app_name(app, id, arena));
    *ret = of;
    return true;
}

// --- what it says

/// The building: the one that is meant, the visit's, else the client's only one.
static bool find_site(App *app, Brief *brief, Arena *arena, Err *err)
{
    Id *ids;
    size_t count;
    if (!brief->of.site)
        brief->of.site = brief->visit.visit.site;
    if (!brief->of.site) {
        if (!record_ids_by(app->store, &entity_site, entity_field(&entity_site, "client"),
                           brief->of.client, arena, &ids, &count, err))
            return false;
        brief->of.site = count == 1 ? ids[0] : 0;
    }
    return query_visited_place(app->store, brief->of.site, arena, &brief->site, err);
}

static bool find_visit(App *app, Brief *brief, Arena *arena, Err *err)
{
    BriefOf *of = &brief->of;
    bool good = of->visit
                    ? query_visit(app->store, of->visit, app->today, arena, &brief->visit, err)
                    : query_next_visit(app->store, of->client, of->site, app->today, arena,
                                       &brief->visit, err);
    of->visit = brief->visit.id;
    bool ahead = brief->visit.id && brief->visit.visit.day > app->today;
    brief->day = ahead ? brief->visit.visit.day : app->today;
    return good;
}

static bool is_else(const Promises *taken, Id id)
{
    for (size_t i = 0; i < taken->count; i++)
        if (taken->rows[i].id == id)
            return false;
    return true;
}

static bool read_promises(App *app, Brief *brief, ReasonsAsk *reasons, Err *err)
{
    Arena *arena = reasons->arena;
    Promises open;
    if (!query_promises_there(app->store, brief->of.client, brief->of.site, arena, &open, err))
        return false;
    brief->give = promises_those(&open, commitment_to_give, brief->day, arena);
    brief->ask = promises_those(&open, commitment_to_ask, brief->day, arena);
    brief->also.rows = arena_array(arena, Promise, open.count);
    for (size_t i = 0; i < open.count; i++)
        if (is_else(&brief->give, open.rows[i].id) && is_else(&brief->ask, open.rows[i].id))
            brief->also.rows[brief->also.count++] = open.rows[i];
    reasons->open = open;
    return true;
}

static bool read_troubles(App *app, Brief *brief, Arena *arena, Err *err)
{
    Troubles open;
    if (!query_troubles(app->store, brief->of.client, arena, &open, err))
        return false;
    brief->say = troubles_there(&open, brief->of.site, arena);
    return true;
}

/// "年間保守: quote, Wed 25 · notice by 26 Feb, in 94 days · not clear: price".
static const char *renewal_said(App *app, const Renewal *renewal, const LightSaid *lights,
                                Arena *arena)
{
    const char *step = renewal_step_text(app, renewal, arena);
    return arena_print(arena, "%s%s%s · %s · %s", renewal->of->contract.what, *step ? _(": ") : "",
                       step, renewal_notice_text(app, renewal, arena),
                       renewal_lights_text(lights, arena));
}

static bool read_renewals(App *app, Brief *brief, Arena *arena, RenewalSheet *ret, Err *err)
{
    if (!renewals_of_client(app, brief->of.client, brief->day, arena, ret, err))
        return false;
    const char *one = NULL;
    brief->renewals = arena_array(arena, const char *, ret->count + 1);
    brief->contracts = arena_array(arena, Id, ret->count + 1);
    for (size_t i = 0; i < ret->count; i++) {
        LightSaid lights[RENEWAL_LIGHTS];
        const Renewal *renewal = &ret->rows[i];
        if (!renewal->inside)
            continue;
        if (!renewal_lights(app, renewal->of, arena, lights, err))
            return false;
        brief->contracts[brief->renewal_count] = renewal->of->id;
        brief->renewals[brief->renewal_count++] = renewal_said(app, renewal, lights, arena);
    }
    if (brief->renewal_count && !hangs_on_one(app, brief->of.client, arena, &one, err))
        return false;
    if (one) {
        brief->contracts[brief->renewal_count] = brief->contracts[brief->renewal_count - 1];
        brief->renewals[brief->renewal_count++] = one;
    }
    return true;
}

/// Who is meant, or visited, comes first.
static void put_first(People *people, Id contact)
{
    for (size_t i = 1; contact && i < people->count; i++) {
        if (people->rows[i].id != contact)
            continue;
        Person person = people->rows[i];
        for (; i > 0; i--)
            people->rows[i] = people->rows[i - 1];
        people->rows[0] = person;
        return;
    }
}

static bool read_people(App *app, Brief *brief, Arena *arena, Err *err)
{
    People all;
    if (!query_people(app->store, brief->of.client, app->today, arena, &all, err))
        return false;
    for (size_t i = 0; i < all.count; i++) {
        Id site = all.rows[i].site;
        bool meant = all.rows[i].id == brief->of.contact;
        if (meant || !brief->of.site || !site || site == brief->of.site)
            all.rows[brief->people.count++] = all.rows[i];
    }
    brief->people.rows = all.rows;
    put_first(&brief->people, brief->of.contact ? brief->of.contact : brief->visit.visit.contact);
    return true;
}

enum { HANDLING_ROWS = 3 };

static void add_landmine(Brief *brief, const Person *person, Landmine *rows, const char *text)
{
    if (*text)
        rows[brief->avoid.count++] = (Landmine){
            .on = person->id, .who = person->contact.name, .text = text, .handling = true};
}

/// How somebody was who is to be handled with care, when to go, and whether the boss comes along.
static bool add_handling(App *app, Brief *brief, const Person *person, Landmine *rows, Arena *arena,
                         Err *err)
{
    Handling handling;
    bool is;
    if (!handling_of(app, person->id, arena, &handling, &is, err))
        return false;
    if (!is)
        return true;
    add_landmine(brief, person, rows, handling_line(&handling, arena));
    add_landmine(brief, person, rows, handling_exit(&handling, arena));
    add_landmine(brief, person, rows, handling_boss(&handling, arena));
    return true;
}

/// Where in the building one goes: to whoever stands first.
static bool read_department(App *app, Brief *brief, Arena *arena, Err *err)
{
    const Person *person = brief_person(brief);
    if (!query_department(app->store, brief->of.site, person ? person->department : NULL, arena,
                          &brief->department, err))
        return false;
    if (brief->department.door_minutes != NONE)
        brief->site.door_minutes = brief->department.door_minutes;
    return true;
}

/// What stands in a person's own field, before the notes.
static bool read_landmines(App *app, Brief *brief, Arena *arena, Err *err)
{
    Landmines notes;
    if (!query_landmines(app->store, brief->of.client, brief->of.site, arena, &notes, err))
        return false;
    Landmine *rows = arena_array(arena, Landmine,
                                 (1 + HANDLING_ROWS) * brief->people.count + notes.count);
    for (size_t i = 0; i < brief->people.count; i++) {
        const Person *person = &brief->people.rows[i];
        if (person->contact.avoid && *person->contact.avoid)
            rows[brief->avoid.count++] = (Landmine){
                .on = person->id, .who = person->contact.name, .text = person->contact.avoid};
        if (person->contact.handle == HANDLE_WITH_CARE &&
            !add_handling(app, brief, person, rows, arena, err))
            return false;
    }
    for (size_t i = 0; i < notes.count; i++)
        rows[brief->avoid.count++] = notes.rows[i];
    brief->avoid.rows = rows;
    return true;
}

/// As typed, else proposed from every reason to come that day.
static bool find_why(Brief *brief, ReasonsAsk *ask, Err *err)
{
    const char *typed = brief->visit.id ? brief->visit.visit.purpose : NULL;
    Reasons reasons;
    brief->proposed = !typed || !*typed;
    brief->why = typed;
    if (!brief->proposed)
        return reasons_quotes_at(ask->app, brief->of.client, brief->day, ask->arena, &brief->quotes,
                                 err);
    ask->client = brief->of.client;
    ask->site = brief->of.site;
    ask->day = brief->day;
    ask->who = &brief->client;
    ask->client_money = brief->money;
    ask->troubles = brief->say;
    if (!reasons_gather(ask, &reasons, err))
        return false;
    brief->why = reasons_purpose(&reasons, ask->arena);
    return true;
}

static bool read_topics(App *app, Brief *brief, Arena *arena, Err *err)
{
    const Person *who = brief_person(brief);
    return !who || query_topics_for(app->store, who->id, app->today, TOPICS_SHOWN, arena,
                                    &brief->topics, &brief->topic_count, err);
}

bool brief_read(App *app, BriefOf of, Arena *arena, Brief *ret, Err *err)
{
    Brief brief = {.of = of};
    ReasonsAsk reasons = {.app = app, .arena = arena};
    RenewalSheet renewals;
    if (!record_get(app->store, &entity_client, of.client, arena, &brief.client, err) ||
        !find_visit(app, &brief, arena, err) || !find_site(app, &brief, arena, err) ||
        !read_promises(app, &brief, &reasons, err) || !read_troubles(app, &brief, arena, err) ||
        !money_of_client(app, of.client, &brief.client, arena, &brief.money, err) ||
        !read_renewals(app, &brief, arena, &renewals, err) ||
        !read_people(app, &brief, arena, err) || !read_department(app, &brief, arena, err) ||
        !read_landmines(app, &brief, arena, err) ||
        !query_no_gifts_at(app->store, of.client, arena, &brief.no_gifts, err) ||
        !query_last_talks_there(app->store, of.client, brief.of.site, app->today + 1, TALKS_SHOWN,
                                arena, &brief.talks, err) ||
        !query_riders(app->store, brief.of.visit, arena, &brief.riders, err) ||
        !query_doors_here(app->store, of.client, brief.day, arena, &brief.doors, err) ||
        !orders_here(app, of.client, brief.of.site, brief.day, arena, &brief.orders, err) ||
        !query_loans_there(app->store, of.client, brief.of.site, brief.day, arena, &brief.loans,
                           err) ||
        !offer_next(app, of.client, brief_person(&brief), arena, &brief.offer, err) ||
        !read_topics(app, &brief, arena, err) || !find_why(&brief, &reasons, err))
        return false;
    brief.name = place_name(brief.client.name, brief.of.site ? brief.site.name : NULL, arena);
    *ret = brief;
    return true;
}

const Person *brief_person(const Brief *brief)
{
    return brief->people.count ? &brief->people.rows[0] : NULL;
}

const char *person_post(const Person *person, Arena *arena)
{
    const char *department = person->department, *title = person->title;
    if (!department || !*department || !title || !*title)
        return title && *title ? title : department;
    return arena_print(arena, "%s %s", department, title);
}
