// SPDX-License-Identifier: GPL-3.0-or-later
// What a code says: whom to call, which way to go.
#include <ctype.h>
#include <string.h>

#include "mawari/app/brief.h"
#include "mawari/app/code.h"
#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"

enum { NUMBERS = 8 }; // more than anybody has

// --- numbers

static bool is_known(const Numbers *numbers, const char *link, Arena *arena)
{
    for (size_t i = 0; i < numbers->count; i++)
        if (strcmp(number_link(numbers->rows[i].number, arena), link) == 0)
            return true;
    return false;
}

static void add_number(Numbers *numbers, Number number, Arena *arena)
{
    const char *link = number.number ? number_link(number.number, arena) : NULL;
    if (link && numbers->count < NUMBERS && !is_known(numbers, link, arena))
        numbers->rows[numbers->count++] = number;
}

static void add_person(Numbers *numbers, const Person *person, Arena *arena)
{
    Number number = {.name = person->contact.name,
                     .reading = person->contact.reading,
                     .post = person_post(person, arena)};
    number.label = _("mobile");
    number.number = person->contact.mobile;
    add_number(numbers, number, arena);
    number.label = _("direct line");
    number.number = person->contact.telephone;
    add_number(numbers, number, arena);
}

/// Suppliers and offices, and their people: who is no client's.
static bool add_party(App *app, Numbers *numbers, Id id, Arena *arena, Err *err)
{
    RecordHead head;
    if (!id)
        return true;
    if (!record_head(app->store, id, arena, &head, err))
        return false;
    const Field *telephone = entity_field(head.kind, "telephone");
    const Field *reading = entity_field(head.kind, "reading");
    void *record = arena_take(arena, head.kind->size);
    if (!telephone || !record_get(app->store, head.kind, id, arena, record, err))
        return telephone == NULL;
    Number number = {.label = lang_text(head.kind->title), .name = head.name};
    number.number = value_of(telephone, record).text;
    number.reading = reading ? value_of(reading, record).text : NULL;
    add_number(numbers, number, arena);
    return true;
}

static bool of_somebody_else(App *app, const Entity *kind, Id id, Arena *arena, Numbers *numbers,
                             Err *err)
{
    Person person;
    if (kind != &entity_contact)
        return add_party(app, numbers, id, arena, err);
    if (!query_person(app->store, id, arena, &person, err))
        return false;
    add_person(numbers, &person, arena);
    return add_party(app, numbers, person.party, arena, err);
}

/// A client or a site that is meant itself is called before its people.
static bool of_brief(App *app, const Entity *kind, BriefOf of, Arena *arena, Numbers *numbers,
                     Err *err)
{
    Brief brief;
    if (!brief_read(app, of, arena, &brief, err))
        return false;
    bool place_first = kind == &entity_client || kind == &entity_site ||
                       kind == &entity_end_customer;
    const Person *person = brief_person(&brief);
    if (person && !place_first)
        add_person(numbers, person, arena);
    add_number(numbers,
               (Number){.label = lang_text(entity_site.title),
                        .number = brief.site.telephone,
                        .name = brief.name,
                        .reading = brief.site.reading},
               arena);
    if (!add_party(app, numbers, brief.of.client, arena, err))
        return false;
    if (person && place_first)
        add_person(numbers, person, arena);
    return true;
}

bool numbers_of(App *app, const Entity *kind, Id id, Arena *arena, Numbers *ret, Err *err)
{
    BriefOf of;
    Companion rider;
    Numbers numbers = {.rows = arena_array(arena, Number, NUMBERS)};
    if (kind == &entity_companion) { // is meant, not whom one rides to
        if (!record_get(app->store, kind, id, arena, &rider, err))
            return false;
        kind = rider.contact ? &entity_contact : kind;
        id = rider.contact ? rider.contact : 0;
    }
    bool good = id && brief_of(app, kind, id, arena, &of, NULL)
                    ? of_brief(app, kind, of, arena, &numbers, err)
                    : of_somebody_else(app, kind, id, arena, &numbers, err);
    if (good)
        *ret = numbers;
    return good;
}

const char *number_link(const char *number, Arena *arena)
{
    const char *narrow = text_trim(text_narrow(number, arena), arena);
    size_t size = strspn(narrow, "+0123456789 -().");
    const char *dialled = arena_copy_bytes(arena, narrow, size);
    const char *digits = text_digits(dialled, arena);
    bool abroad = *dialled == '+' && *digits != '0';
    return *digits ? arena_print(arena, "tel:%s%s", abroad ? "+" : "", digits) : NULL;
}

// --- the way

/// RFC 3986, 2.1: all but the unreserved is written as its bytes.
static void add_escaped(Buffer *out, const char *text)
{
    for (const unsigned char *at = (const unsigned char *)text; *at; at++)
        if ((*at < 0x80 && isalnum(*at)) || strchr("-._~", *at))
            buffer_print(out, "%c", *at);
        else
            buffer_print(out, "%%%02X", *at);
}

/// Microdegrees in as few letters as they need: a smaller code is read from further away.
static const char *degrees(int32_t microdegrees, Arena *arena)
{
    int64_t size = microdegrees < 0 ? -(int64_t)microdegrees : microdegrees;
    return arena_print(arena, "%s%lld.%05lld", microdegrees < 0 ? "-" : "",
                       (long long)(size / 1000000), (long long)(size % 1000000 / 10));
}

const char *way_link(const Site *site, Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_add(&out, "https://www.google.com/maps/dir/?api=1&destination=");
    if (site->latitude != NONE && site->longitude != NONE)
        buffer_print(&out, "%s%%2C%s", degrees(site->latitude, arena),
                     degrees(site->longitude, arena));
    else if (site->address && *site->address)
        add_escaped(&out, text_trim(site->address, arena));
    else
        return NULL;
    return out.text;
}
