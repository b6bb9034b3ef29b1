// SPDX-License-Identifier: GPL-3.0-or-later
// People who are to be handled with care, in sentences.
#include "mawari/app/handling.h"

#include "mawari/base/buffer.h"
#include "mawari/store/queries_price.h"
#include "mawari/store/record.h"

bool careful_people(App *app, Arena *arena, CarefulPeople *ret, Err *err)
{
    CarefulPeople people = {0};
    if (!query_careful(app->store, arena, &people.ids, &people.count, err))
        return false;
    people.alone_at = arena_array(arena, Id, people.count + 1);
    for (size_t i = 0; i < people.count; i++)
        if (!query_alone_at(app->store, people.ids[i], app->today, &people.alone_at[i], err))
            return false;
    *ret = people;
    return true;
}

bool is_careful(const CarefulPeople *people, Id contact)
{
    for (size_t i = 0; i < people->count; i++)
        if (people->ids[i] == contact)
            return true;
    return false;
}

Id careful_at(const CarefulPeople *people, const Visit *visit)
{
    if (visit->contact)
        return is_careful(people, visit->contact) ? visit->contact : 0;
    for (size_t i = 0; people->alone_at && visit->client && i < people->count; i++)
        if (people->alone_at[i] == visit->client)
            return people->ids[i];
    return 0;
}

bool outcome_asks_temper(int32_t outcome)
{
    return outcome != NONE && outcome != OUTCOME_PUT_OFF && outcome != OUTCOME_DELIVERY_ONLY;
}

bool handling_of(App *app, Id contact, Arena *arena, Handling *ret, bool *ret_is, Err *err)
{
    Handling handling = {.id = contact};
    Id *ids;
    *ret_is = false;
    if (!contact)
        return true;
    if (!record_get(app->store, &entity_contact, contact, arena, &handling.contact, err))
        return false;
    if (handling.contact.handle != HANDLE_WITH_CARE)
        return true;
    if (!query_tempers(app->store, contact, TEMPERS_SEEN, arena, &ids, &handling.count, err))
        return false;
    for (size_t i = 0; i < handling.count; i++)
        if (!record_get(app->store, &entity_temper, ids[i], arena, &handling.tempers[i], err))
            return false;
    *ret = handling;
    *ret_is = true;
    return true;
}

static size_t bad_running(const Handling *handling)
{
    size_t bad = 0;
    while (bad < handling->count && handling->tempers[bad].degree <= TEMPER_BAD)
        bad++;
    return bad;
}

bool handling_wants_boss(const Handling *handling)
{
    return bad_running(handling) >= TEMPERS_BAD;
}

const char *handling_boss(const Handling *handling, Arena *arena)
{
    size_t bad = bad_running(handling);
    if (bad < TEMPERS_BAD)
        return "";
    if (bad == TEMPERS_SEEN) // perhaps they are more
        return arena_print(arena, _("%zu bad visits running or more: bring the boss"), bad);
    return arena_print(arena, _("%zu bad visits running: bring the boss"), bad);
}

/// The newest that was noted of `field`; NULL: none.
static const char *newest(const Handling *handling, bool calmed)
{
    for (size_t i = 0; i < handling->count; i++) {
        const Temper *temper = &handling->tempers[i];
        const char *text = calmed ? temper->calmed : temper->set_off;
        if (text && *text)
            return text;
    }
    return NULL;
}

const char *handling_line(const Handling *handling, Arena *arena)
{
    Buffer out = {.arena = arena};
    const char *set_off = newest(handling, false), *calmed = newest(handling, true);
    for (size_t i = 0; i < handling->count; i++)
        buffer_print(&out, i ? " ← %d" : _("temperature %d"), handling->tempers[i].degree);
    if (set_off)
        buffer_print(&out, _(", set off by %s"), set_off);
    if (calmed)
        buffer_print(&out, _(", calmed by %s"), calmed);
    if (!out.size)
        buffer_add(&out, _("with care; no temperature yet"));
    return buffer_text(&out);
}

const char *handling_exit(const Handling *handling, Arena *arena)
{
    Buffer out = {.arena = arena};
    const Contact *who = &handling->contact;
    if (who->longest != NONE)
        buffer_print(&out, _("at most %s"), minutes_text(who->longest, arena));
    if (who->exit_line && *who->exit_line)
        buffer_print(&out, "%s%s", out.size ? _("; then: ") : _("to leave: "), who->exit_line);
    return buffer_text(&out);
}

const char *words_said(const App *app, Id incident, const char *words, Arena *arena)
{
    Id by = 0;
    bool struck = query_incident_struck(app->store, incident, &by, NULL) && by;
    return struck ? arena_print(arena, _("(struck out) %s"), words) : words;
}
