// SPDX-License-Identifier: GPL-3.0-or-later
// Names for the word of a prompt that wants a person, a client or any record: those of the client
// that the command is about come first, then whatever the search finds by name or reading.
#include <string.h>

#include "mawari/app/find.h"
#include "mawari/app/usage.h"
#include "mawari/base/romaji.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "mawari/store/search.h"
#include "shell.h"

enum { LOOKED_AT = 20 }; // hits of which those by text alone are left out

/// What is typed of the name, and whom it may mean.
typedef struct Naming {
    Screen *screen;
    Suggestions *all;
    const UsagePart *part;
    const char *typed;
    Id but; // the record that the command is about
} Naming;

static bool names_kind(const UsagePart *part, const Entity *kind)
{
    for (size_t i = 0; part->kinds && i < part->kinds->count; i++)
        if (part->kinds->kinds[i] == kind)
            return true;
    return part->kinds == NULL;
}

/// As it goes into the line: with its blanks it is one word, and the next one can be typed.
static const char *as_word(const char *name, Arena *arena)
{
    bool one = !strpbrk(name, " \"") && !strstr(name, "\u3000");
    return arena_print(arena, one ? "%s " : strchr(name, '"') ? "「%s」 " : "\"%s\" ", name);
}

static void offer(Naming *naming, Id id, const char *name, const char *right)
{
    Arena *arena = naming->screen->offers;
    if (id && id != naming->but)
        suggest_add(
            naming->all,
            (Suggestion){.text = name, .right = right, .fill = as_word(name, arena), .id = id});
}

static bool begins_reading(const char *reading, const char *typed, Arena *arena)
{
    char **kana;
    const char *folded = text_fold(reading, arena);
    for (size_t i = romaji_readings(typed, arena, &kana); i-- > 0;)
        if (strncmp(folded, kana[i], strlen(kana[i])) == 0)
            return true;
    return strncmp(folded, text_fold(typed, arena), strlen(text_fold(typed, arena))) == 0;
}

static bool fits(const Contact *person, const char *typed, Arena *arena)
{
    return strstr(text_fold(person->name, arena), text_fold(typed, arena)) ||
           (person->reading && begins_reading(person->reading, typed, arena));
}

static void offer_me(Naming *naming)
{
    App *app = naming->screen->app;
    Arena *arena = naming->screen->offers;
    Contact contact;
    Id me;
    if (query_me(app->store, &me, NULL) && me &&
        record_get(app->store, &entity_contact, me, arena, &contact, NULL) &&
        fits(&contact, naming->typed, arena))
        offer(naming, me, contact.name, _("me"));
}

/// The client that a record is at, or is itself; 0: none.
static Id client_of(App *app, Id id, Arena *arena)
{
    RecordHead head;
    Id client;
    if (!id || !record_head(app->store, id, arena, &head, NULL))
        return 0;
    if (head.kind == &entity_client)
        return id;
    return record_reference(app->store, head.kind, id, "client", &client, NULL) ? client : 0;
}

/// Before a letter is typed these are all there is: no list of everybody.
static void offer_near(Naming *naming)
{
    App *app = naming->screen->app;
    Arena *arena = naming->screen->offers;
    Id client = client_of(app, naming->but, arena);
    People people;
    if (!client || !query_people(app->store, client, app->today, arena, &people, NULL))
        return;
    for (size_t i = 0; i < people.count; i++) {
        const Person *person = &people.rows[i];
        if (fits(&person->contact, naming->typed, arena))
            offer(naming, person->id, person->contact.name, app_name(app, client, arena));
    }
}

static void offer_found(Naming *naming)
{
    const KindSet *kinds = naming->part->kinds;
    Arena *arena = naming->screen->offers;
    Hit *hits;
    size_t count;
    if (!*naming->typed ||
        !search(naming->screen->app->store, naming->typed, kinds ? kinds->kinds : NULL,
                kinds ? kinds->count : 0, LOOKED_AT, arena, &hits, &count, NULL))
        return;
    for (size_t i = 0; i < count; i++) {
        const char *where = hits[i].where && *hits[i].where ? hits[i].where : NULL;
        if (hits[i].by != HIT_TEXT)
            offer(naming, hits[i].id, hits[i].name, where ? where : lang_text(hits[i].kind->title));
    }
}

void prompt_names(Screen *screen, Prompt *prompt)
{
    Arena *arena = screen->offers;
    const Entity *kind;
    const Id *ids;
    size_t from, chosen = screen_chosen_for(screen, prompt->command, &kind, &ids);
    Usage usage = usage_parse(prompt->command->usage, arena);
    const UsagePart *part = usage_part_typed(&usage, chosen > 0, prompt->line.text, arena, &from);
    if (!part || part->take != TAKE_ID || prompt->line.at != prompt->line.size)
        return;
    Naming naming = {.screen = screen,
                     .all = &prompt->suggestions,
                     .part = part,
                     .typed = prompt->line.text + from,
                     .but = chosen ? ids[0] : 0};
    suggest_begin(naming.all, from, prompt->line.size);
    if (part->kinds && names_kind(part, &entity_contact)) {
        if (prompt->command == command_named("ball")) // a topic is heard by somebody else
            offer_me(&naming);
        offer_near(&naming);
    }
    offer_found(&naming);
}

const char *prompt_names_line(const Prompt *prompt, Arena *arena)
{
    const char *line = prompt->line.text, *word = prompt->taken_word;
    size_t at = prompt->taken_at, size = strlen(word);
    if (!prompt->taken || at > prompt->line.size || strncmp(line + at, word, size) != 0)
        return line;
    return arena_print(arena, "%.*s%lld %s", (int)at, line, (long long)prompt->taken,
                       line + at + size);
}
