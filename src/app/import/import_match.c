// SPDX-License-Identifier: GPL-3.0-or-later
// Which records a row speaks of: by the office's own code, by name, by likeness; else new
// ones.
#include <string.h>

#include "import_plan.h"
#include "mawari/base/text.h"

static const Field *field_of(const Entity *kind, const char *name)
{
    return entity_field(kind, name);
}

static Target *really(Target *target)
{
    return target->instead ? target->instead : target;
}

static Target *by_code(Plan *plan, const Entity *kind, const char *code)
{
    const MapEntry *found = code ? map_get(&plan->keys, key_code(plan, kind, code)) : NULL;
    return found ? really(found->value) : NULL;
}

/// Two codes that differ say that these are two, whatever they are called.
static bool codes_differ(const char *a, const char *b)
{
    return a && b && strcmp(a, b) != 0;
}

static const char *code_of(const Target *target)
{
    if (target->kind == &entity_client)
        return ((const Client *)target->record)->code;
    return ((const Site *)target->record)->code;
}

/// 医療法人北翔会 and 社会福祉法人北翔会 are two bodies; a name without a form, or with a form in
/// brackets (㈱), may stand for either way of writing it.
static bool is_same_body(Plan *plan, const char *a, const char *b)
{
    const char *full_a = key_under(plan, "body", NULL, a);
    const char *full_b = key_under(plan, "body", NULL, b);
    const char *bare = key_under(plan, "body", NULL, text_company(a, plan->scratch));
    return strcmp(full_a, full_b) == 0 || strcmp(full_a, bare) == 0 || strcmp(full_b, bare) == 0 ||
           strchr(full_a, '(') || strchr(full_b, '(');
}

static Target *by_company(Plan *plan, const char *name, const char *code)
{
    const MapEntry *entry = name ? map_get(&plan->keys, key_company(plan, name)) : NULL;
    for (; entry; entry = entry->next) {
        Target *client = entry->value;
        if (!codes_differ(code, code_of(client)) &&
            is_same_body(plan, name, ((const Client *)client->record)->name))
            return really(client);
    }
    return NULL;
}

/// What later rows must find of a new record stands in it at once.
static void put_text(Target *target, const char *field, const char *text, Arena *arena)
{
    if (text)
        value_put(field_of(target->kind, field), target->record, value_text(text), arena);
}

static Target *new_client(Plan *plan, PlanRow *row, const char *name, const char *code)
{
    Target *client = plan_target(plan, &entity_client, 0, NULL);
    put_text(client, "name", name, plan->arena);
    put_text(client, "code", code, plan->arena);
    plan_index_client(plan, client);
    (void)say(plan, row, client, field_of(&entity_client, "name"), value_text(name));
    return client;
}

bool match_client(Plan *plan, PlanRow *row)
{
    const char *own = row_text(plan, row, &entity_client, "name");
    const char *code = row_text(plan, row, &entity_client, "code");
    const char *name = own ? own : row_text(plan, row, &entity_site, "name");
    Target *sure = by_code(plan, &entity_client, code);
    row->client = sure ? sure : by_company(plan, name, code);
    if (!row->client && !name)
        return row_refuse(plan, row, _("%s is missing"), lang_text(entity_client.title));
    if (!row->client)
        row->client = new_client(plan, row, name, code);
    return say_columns(plan, row, row->client, sure ? NULL : "name");
}

static bool has_site(const Plan *plan, const PlanRow *row)
{
    for (size_t i = 0; i < plan->preview->column_count; i++)
        if (plan->preview->columns[i].kind == &entity_site && row->values[i].kind != V_NONE)
            return true;
    return false;
}

static Looks looks_of_row(const Plan *plan, const PlanRow *row, const char *name)
{
    return (Looks){name, row_text(plan, row, &entity_site, "address"),
                   row_text(plan, row, &entity_site, "telephone"),
                   row_text(plan, row, &entity_site, "postal_code")};
}

typedef struct Twin {
    Target *site;
    Likeness likeness;
} Twin;

/// The likest of the store's sites; between equals the first.
static Twin likest_site(Plan *plan, const Looks *looks, const char *code)
{
    Twin best = {NULL, LIKENESS_OTHER};
    Arena *scratch = arena_open();
    char **keys;
    size_t count = likeness_keys(looks, scratch, &keys);
    for (size_t i = 0; i < count && best.likeness != LIKENESS_SAME; i++) {
        const MapEntry *entry = map_get(&plan->keys, arena_print(scratch, "like %s", keys[i]));
        for (; entry && best.likeness != LIKENESS_SAME; entry = entry->next) {
            const Site *site = ((Target *)entry->value)->record;
            if (codes_differ(code, site->code))
                continue;
            Looks other = {site->name, site->address, site->telephone, site->postal_code};
            Likeness found = likeness(looks, &other, scratch);
            if (found > best.likeness)
                best = (Twin){entry->value, found};
        }
    }
    arena_close(scratch);
    return best;
}

static Target *site_by_name(Plan *plan, const PlanRow *row, const char *name, const char *code)
{
    const MapEntry *entry = map_get(&plan->keys, key_under(plan, "site", row->client, name));
    for (; entry; entry = entry->next)
        if (!codes_differ(code, code_of(entry->value)))
            return entry->value;
    return NULL;
}

static Target *new_site(Plan *plan, PlanRow *row, const char *name, const char *code)
{
    Target *site = plan_target(plan, &entity_site, 0, NULL);
    site->client = row->client;
    put_text(site, "name", name, plan->arena);
    put_text(site, "code", code, plan->arena);
    plan_index_site(plan, site);
    (void)say(plan, row, site, field_of(&entity_site, "name"), value_text(name));
    return site;
}

/// A position that is given in the file counts as typed.
static bool say_position(Plan *plan, PlanRow *row)
{
    bool given = row_value(plan, row, &entity_site, "latitude").kind != V_NONE &&
                 row_value(plan, row, &entity_site, "longitude").kind != V_NONE;
    bool levelled = row_value(plan, row, &entity_site, "position_level").kind != V_NONE;
    if (!given || levelled)
        return true;
    const Field *level = field_of(&entity_site, "position_level");
    return say(plan, row, row->site, level, value_text("typed"));
}

static bool say_site(Plan *plan, PlanRow *row)
{
    bool named = row_text(plan, row, &entity_client, "name") != NULL;
    bool owned = named || row->client->id == 0 || row->site->id == 0;
    return say_columns(plan, row, row->site, NULL) && say_position(plan, row) &&
           (!owned ||
            say_reference(plan, row, row->site, field_of(&entity_site, "client"), row->client));
}

/// A list without names of sites speaks of the client's only one.
static Target *only_site(Plan *plan, const PlanRow *row)
{
    const MapEntry *all = map_get(&plan->keys,
                                  key_number(plan, "sites", (int64_t)row->client->number));
    bool named = row_text(plan, row, &entity_site, "name") != NULL;
    return !named && all && !all->next ? all->value : NULL;
}

/// The rep said that the place is the same: then its client is, too, and no second one is made.
static void adopt_client(Plan *plan, PlanRow *row)
{
    Target *owner = row->site->client;
    if (!row->row->same_as_twin || !owner || row->client->id != 0 || row->client == owner)
        return;
    row->client->instead = owner;
    row->client = owner;
    (void)say_columns(plan, row, owner, NULL);
}

bool match_site(Plan *plan, PlanRow *row)
{
    if (!has_site(plan, row))
        return true;
    const char *name = row_text(plan, row, &entity_site, "name");
    const char *code = row_text(plan, row, &entity_site, "code");
    if (!name)
        name = ((const Client *)row->client->record)->name;
    row->site = by_code(plan, &entity_site, code);
    if (!row->site)
        row->site = site_by_name(plan, row, name, code);
    if (!row->site && !code)
        row->site = only_site(plan, row);
    if (row->site)
        return say_site(plan, row);

    Looks looks = looks_of_row(plan, row, name);
    Twin twin = likest_site(plan, &looks, code);
    bool same = twin.likeness == LIKENESS_SAME || (twin.site && row->row->same_as_twin);
    if (same && !row->row->not_twin)
        row->site = twin.site;
    else
        row->site = new_site(plan, row, name, code);
    adopt_client(plan, row);
    if (twin.likeness == LIKENESS_DOUBTFUL)
        row_doubt(plan, row, twin.site->id, _("looks like %s"),
                  ((const Site *)twin.site->record)->name);
    return say_site(plan, row) && row_is_settled(row->row);
}

static Target *new_person(Plan *plan, PlanRow *row, const char *name)
{
    Target *contact = plan_target(plan, &entity_contact, 0, NULL);
    put_text(contact, "name", name, plan->arena);
    plan_index_contact(plan, contact, row->client);
    return contact;
}

/// The same mobile number or mail under another company: perhaps the person has moved.
static Target *elsewhere(Plan *plan, const PlanRow *row)
{
    const char *mobile = row_text(plan, row, &entity_contact, "mobile");
    const char *mail = row_text(plan, row, &entity_contact, "mail");
    const char *digits = mobile ? text_digits(mobile, plan->scratch) : "";
    const MapEntry *found = NULL;
    if (*digits)
        found = map_get(&plan->keys, key_under(plan, "mobile", NULL, digits));
    if (!found && mail)
        found = map_get(&plan->keys, key_under(plan, "mail", NULL, mail));
    return found ? found->value : NULL;
}

static bool match_post(Plan *plan, PlanRow *row)
{
    if (!row->client)
        return true;
    const char *key = arena_print(plan->scratch, "post %zu %zu", row->contact->number,
                                  row->client->number);
    const MapEntry *found = map_get(&plan->keys, key);
    row->post = found ? found->value : plan_target(plan, &entity_post, 0, NULL);
    if (!found)
        map_put(&plan->keys, key, row->post);
    bool is_new = row->post->id == 0;
    return say_columns(plan, row, row->post, NULL) &&
           (!is_new ||
            (say_reference(plan, row, row->post, field_of(&entity_post, "contact"), row->contact) &&
             say_reference(plan, row, row->post, field_of(&entity_post, "party"), row->client) &&
             say_reference(plan, row, row->post, field_of(&entity_post, "site"), row->site)));
}

bool match_person(Plan *plan, PlanRow *row)
{
    const char *name = row_text(plan, row, &entity_contact, "name");
    if (!name)
        return plan->preview->recipe == IMPORT_CLIENTS ||
               row_refuse(plan, row, _("%s is missing"),
                          lang_text(entity_name_field(&entity_contact)->title));
    const MapEntry *known = map_get(&plan->keys, key_under(plan, "person", row->client, name));
    row->contact = known ? known->value : NULL;
    Target *moved = row->contact ? NULL : elsewhere(plan, row);
    if (moved && row->row->same_as_twin)
        row->contact = moved;
    if (moved)
        row_doubt(plan, row, moved->id, _("has the telephone or mail of %s"),
                  ((const Contact *)moved->record)->name);
    if (!row->contact)
        row->contact = new_person(plan, row, name);
    return say_columns(plan, row, row->contact, NULL) && match_post(plan, row) &&
           row_is_settled(row->row);
}

static const MapEntry *site_called(Plan *plan, const char *name)
{
    return name ? map_get(&plan->keys, key_under(plan, "site", NULL, name)) : NULL;
}

static Target *party_by_code(Plan *plan, PlanRow *row)
{
    const char *of_client = row_text(plan, row, &entity_client, "code");
    const char *of_site = row_text(plan, row, &entity_site, "code");
    Target *client = by_code(plan, &entity_client, of_client ? of_client : of_site);
    if (client)
        return client;
    row->site = by_code(plan, &entity_site, of_site ? of_site : of_client);
    return row->site ? row->site->client : NULL;
}

/// Of several that are called alike, the one that is written just so.
static Target *by_full_name(Plan *plan, const MapEntry *entry, const char *name)
{
    const char *full = key_under(plan, "body", NULL, name);
    for (; entry; entry = entry->next) {
        const Client *client = ((Target *)entry->value)->record;
        if (strcmp(full, key_under(plan, "body", NULL, client->name)) == 0)
            return entry->value;
    }
    return NULL;
}

static Target *site_of_key(PlanRow *row, const MapEntry *site)
{
    if (!site || site->next)
        return NULL;
    row->site = site->value;
    return row->site->client;
}

/// Who types by ear writes アオバ for 青葉.
static Target *party_by_reading(Plan *plan, PlanRow *row, const char *reading)
{
    const MapEntry *client = map_get(&plan->keys, key_under(plan, "reading", NULL, reading));
    if (client)
        return client->next ? NULL : client->value;
    return site_of_key(row, map_get(&plan->keys, key_under(plan, "site reading", NULL, reading)));
}

/// A company's name, or that of the place where one goes: reports say 中央病院, not who runs it.
static Target *party_by_name(Plan *plan, PlanRow *row, const char *name)
{
    const MapEntry *client = name ? map_get(&plan->keys, key_company(plan, name)) : NULL;
    if (client)
        return client->next ? by_full_name(plan, client, name) : client->value;
    const MapEntry *site = site_called(plan, name);
    if (site || !name)
        return site_of_key(row, site);
    return party_by_reading(plan, row, name);
}

static void find_its_site(Plan *plan, PlanRow *row, const char *name)
{
    const MapEntry *named = name ? map_get(&plan->keys, key_under(plan, "site", row->client, name))
                                 : NULL;
    const MapEntry *all = map_get(&plan->keys,
                                  key_number(plan, "sites", (int64_t)row->client->number));
    if (named)
        row->site = named->value;
    else if (!row->site && all && !all->next)
        row->site = all->value;
}

bool match_known_party(Plan *plan, PlanRow *row)
{
    const char *client = row_text(plan, row, &entity_client, "name");
    const char *site = row_text(plan, row, &entity_site, "name");
    const char *code = row_text(plan, row, &entity_client, "code");
    row->client = party_by_code(plan, row);
    if (!row->client)
        row->client = party_by_name(plan, row, client);
    if (!row->client)
        row->client = party_by_name(plan, row, site);
    if (row->client) {
        find_its_site(plan, row, site);
        return true;
    }
    const char *written = client ? client : site ? site : code;
    if (!written)
        written = row_text(plan, row, &entity_site, "code");
    if (written)
        return row_refuse(plan, row, _("%s: there is no “%s”, or there are several"),
                          lang_text(entity_client.title), written);
    return plan->preview->recipe == IMPORT_CONTACTS ||
           row_refuse(plan, row, _("%s is missing"), lang_text(entity_client.title));
}
