// SPDX-License-Identifier: GPL-3.0-or-later
// The store's records in memory, under the keys by which rows of a list find them.
#include <stdio.h>
#include <string.h>

#include "import_plan.h"
#include "mawari/base/text.h"

const char *key_code(Plan *plan, const Entity *kind, const char *code)
{
    return arena_print(plan->scratch, "code %s %s", kind->name, text_fold(code, plan->scratch));
}

const char *key_company(Plan *plan, const char *name)
{
    return arena_print(plan->scratch, "company %s", text_company(name, plan->scratch));
}

const char *key_under(Plan *plan, const char *sort, const Target *owner, const char *name)
{
    char *folded = text_without_blanks(text_fold(name ? name : "", plan->scratch), plan->scratch);
    return arena_print(plan->scratch, "%s %zu %s", sort, owner ? owner->number : 0, folded);
}

const char *key_number(Plan *plan, const char *sort, int64_t number)
{
    return arena_print(plan->scratch, "%s %lld", sort, (long long)number);
}

Target *plan_target(Plan *plan, const Entity *kind, Id id, const void *record)
{
    Target *target = arena_new(plan->arena, Target);
    *target = (Target){.kind = kind, .id = id, .number = ++plan->targets};
    target->record = arena_take(plan->arena, kind->size);
    if (!record) {
        record_blank(kind, target->record, plan->app->today, plan->arena);
        return target;
    }
    for (size_t i = 0; i < kind->count; i++)
        value_put(&kind->fields[i], target->record, value_of(&kind->fields[i], record),
                  plan->arena);
    map_put(&plan->keys, key_number(plan, "id", id), target);
    return target;
}

void plan_index_client(Plan *plan, Target *client)
{
    const Client *record = client->record;
    if (record->code)
        map_put(&plan->keys, key_code(plan, client->kind, record->code), client);
    if (record->name)
        map_put(&plan->keys, key_company(plan, record->name), client);
    if (record->reading)
        map_put(&plan->keys, key_under(plan, "reading", NULL, record->reading), client);
}

static void add_likeness_keys(Plan *plan, Target *site)
{
    const Site *record = site->record;
    Looks looks = {record->name, record->address, record->telephone, record->postal_code};
    char **keys;
    size_t count = likeness_keys(&looks, plan->scratch, &keys);
    for (size_t i = 0; i < count; i++)
        map_put(&plan->keys, arena_print(plan->scratch, "like %s", keys[i]), site);
}

void plan_index_site(Plan *plan, Target *site)
{
    const Site *record = site->record;
    if (record->code)
        map_put(&plan->keys, key_code(plan, site->kind, record->code), site);
    if (record->name) {
        map_put(&plan->keys, key_under(plan, "site", site->client, record->name), site);
        map_put(&plan->keys, key_under(plan, "site", NULL, record->name), site);
    }
    if (record->reading && site->client)
        map_put(&plan->keys, key_under(plan, "site reading", NULL, record->reading), site);
    if (site->client)
        map_put(&plan->keys, key_number(plan, "sites", (int64_t)site->client->number), site);
    if (site->id != 0)
        add_likeness_keys(plan, site);
}

void plan_index_contact(Plan *plan, Target *contact, const Target *client)
{
    const Contact *record = contact->record;
    map_put(&plan->keys, key_under(plan, "person", client, record->name), contact);
    if (client)
        map_put(&plan->keys, key_number(plan, "people", (int64_t)client->number), contact);
}

Target *plan_known(const Plan *plan, Id id)
{
    char key[32];
    (void)snprintf(key, sizeof key, "id %lld", (long long)id);
    const MapEntry *entry = id ? map_get(&plan->keys, key) : NULL;
    return entry ? entry->value : NULL;
}

static bool add_client(void *context, Id id, const void *record, Err *err)
{
    (void)err;
    Plan *plan = context;
    arena_empty(plan->scratch);
    plan_index_client(plan, plan_target(plan, &entity_client, id, record));
    return true;
}

static bool add_site(void *context, Id id, const void *record, Err *err)
{
    (void)err;
    Plan *plan = context;
    arena_empty(plan->scratch);
    Target *site = plan_target(plan, &entity_site, id, record);
    site->client = plan_known(plan, ((const Site *)record)->client);
    plan_index_site(plan, site);
    return true;
}

static void index_reach(Plan *plan, Target *contact)
{
    const Contact *record = contact->record;
    const char *mobile = record->mobile ? text_digits(record->mobile, plan->scratch) : "";
    if (*mobile)
        map_put(&plan->keys, key_under(plan, "mobile", NULL, mobile), contact);
    if (record->mail)
        map_put(&plan->keys, key_under(plan, "mail", NULL, record->mail), contact);
}

static bool add_contact(void *context, Id id, const void *record, Err *err)
{
    (void)err;
    Plan *plan = context;
    arena_empty(plan->scratch);
    const Contact *contact = record;
    if (contact->me == 1)
        return true;
    Target *target = plan_target(plan, &entity_contact, id, record);
    plan_index_contact(plan, target, NULL);
    index_reach(plan, target);
    return true;
}

/// A post makes its person one of the client's.
static bool add_post(void *context, Id id, const void *record, Err *err)
{
    (void)err;
    Plan *plan = context;
    arena_empty(plan->scratch);
    const Post *post = record;
    Target *contact = plan_known(plan, post->contact), *client = plan_known(plan, post->party);
    if (!contact || !client || post->until != NONE)
        return true;
    Target *target = plan_target(plan, &entity_post, id, record);
    plan_index_contact(plan, contact, client);
    map_put(&plan->keys,
            arena_print(plan->scratch, "post %zu %zu", contact->number, client->number), target);
    return true;
}

static bool add_visit(void *context, Id id, const void *record, Err *err)
{
    (void)err;
    Plan *plan = context;
    arena_empty(plan->scratch);
    const Visit *visit = record;
    Target *client = plan_known(plan, visit->client);
    if (!client)
        return true;
    Target *target = plan_target(plan, &entity_visit, id, record);
    map_put(&plan->keys, arena_print(plan->scratch, "day %zu %d", client->number, (int)visit->day),
            target);
    return true;
}

static bool speaks_of(const Plan *plan, const Entity *kind)
{
    for (size_t i = 0; i < plan->preview->column_count; i++)
        if (plan->preview->columns[i].kind == kind)
            return true;
    return false;
}

bool plan_index(Plan *plan, Err *err)
{
    Store *store = plan->app->store;
    if (plan->preview->recipe == IMPORT_RECORDS)
        return import_bases(store, plan->arena, &plan->bases, err) && plan_index_records(plan, err);
    bool people = speaks_of(plan, &entity_contact);
    bool visits = plan->preview->recipe == IMPORT_VISITS;
    return import_bases(store, plan->arena, &plan->bases, err) &&
           record_each(store, &entity_client, false, add_client, plan, err) &&
           record_each(store, &entity_site, false, add_site, plan, err) &&
           (!people || (record_each(store, &entity_contact, false, add_contact, plan, err) &&
                        record_each(store, &entity_post, false, add_post, plan, err))) &&
           (!visits || record_each(store, &entity_visit, false, add_visit, plan, err));
}
