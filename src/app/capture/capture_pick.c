// SPDX-License-Identifier: GPL-3.0-or-later
// Which person, which promise a typed word means: pure, over candidates in rings.
#include <string.h>

#include "mawari/app/capture.h"
#include "mawari/base/romaji.h"
#include "mawari/base/text.h"

enum { RINGS = 3, FIT_NONE = 0, FIT_WITHIN, FIT_BEGINS, FIT_WHOLE };

/// Folded, without blanks.
static char *squeezed(const char *text, Arena *arena)
{
    return text_without_blanks(text_fold(text ? text : "", arena), arena);
}

bool person_same(const char *name, const char *other, Arena *arena)
{
    return strcmp(squeezed(name, arena), squeezed(other, arena)) == 0;
}

static bool begins(const char *text, const char *with)
{
    return *with && strncmp(text, with, strlen(with)) == 0;
}

static bool holds(const char *text, const char *word, Arena *arena)
{
    return text && *word && strstr(squeezed(text, arena), squeezed(word, arena));
}

/// Is it the whole name or the surname before the blank?
static bool is_called(const char *name, const char *typed, Arena *arena)
{
    const char *folded = text_fold(name ? name : "", arena);
    size_t size = strlen(typed);
    return strcmp(squeezed(name, arena), typed) == 0 ||
           (strncmp(folded, typed, size) == 0 && folded[size] == ' ');
}

static int name_fit(const PersonSeen *person, const char *typed, Arena *arena)
{
    const char *plain = squeezed(typed, arena), *reading = squeezed(person->reading, arena);
    char **kana;
    if (is_called(person->name, plain, arena) || is_called(person->reading, plain, arena))
        return FIT_WHOLE;
    if (begins(squeezed(person->name, arena), plain) || begins(reading, plain))
        return FIT_BEGINS;
    for (size_t i = romaji_readings(typed, arena, &kana); i-- > 0;) {
        if (is_called(person->reading, kana[i], arena))
            return FIT_WHOLE;
        if (begins(reading, kana[i]))
            return FIT_BEGINS;
    }
    return FIT_NONE;
}

static bool hint_fits(const PersonSeen *person, const char *hint, Arena *arena)
{
    return holds(person->name, hint, arena) || holds(person->reading, hint, arena) ||
           holds(person->title, hint, arena) || holds(person->department, hint, arena) ||
           holds(person->site_name, hint, arena);
}

/// A person without a name is meant by title or hint; that is only clear near by.
int person_fit(const PersonSeen *person, const CapturePart *typed, Arena *arena)
{
    if (typed->hint && !hint_fits(person, typed->hint, arena))
        return FIT_NONE;
    if (typed->text)
        return name_fit(person, typed->text, arena);
    bool titled = !typed->title || holds(person->title, typed->title, arena);
    return titled && person->ring < RINGS - 1 ? FIT_WHOLE : FIT_NONE;
}

/// The places of what fits best in the nearest ring where anything does.
static size_t best(const int *fits, const int *rings, size_t count, size_t *places)
{
    for (int ring = 0; ring < RINGS; ring++) {
        size_t found = 0;
        for (int fit = FIT_WHOLE; fit > FIT_NONE && found == 0; fit--)
            for (size_t i = 0; i < count; i++)
                if (rings[i] == ring && fits[i] == fit)
                    places[found++] = i;
        if (found)
            return found;
    }
    return 0;
}

/// A title narrows, but never to nobody: people are promoted.
static size_t with_title(const PersonSeen *people, const char *title, size_t *places, size_t count,
                         Arena *arena)
{
    size_t kept = 0;
    for (size_t i = 0; title && i < count; i++)
        kept += holds(people[places[i]].title, title, arena);
    if (kept == 0)
        return count;
    kept = 0;
    for (size_t i = 0; i < count; i++)
        if (holds(people[places[i]].title, title, arena))
            places[kept++] = places[i];
    return kept;
}

size_t person_pick(const PersonSeen *people, size_t count, const CapturePart *typed, Arena *arena,
                   size_t **ret)
{
    int *fits = arena_array(arena, int, count), *rings = arena_array(arena, int, count);
    *ret = arena_array(arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        fits[i] = person_fit(&people[i], typed, arena);
        rings[i] = people[i].ring;
    }
    size_t found = best(fits, rings, count, *ret);
    return with_title(people, typed->title, *ret, found, arena);
}

static int squeezed_fit(const char *what, const char *typed)
{
    if (strcmp(what, typed) == 0)
        return FIT_WHOLE;
    if (begins(what, typed))
        return FIT_BEGINS;
    return *typed && strstr(what, typed) ? FIT_WITHIN : FIT_NONE;
}

int promise_fit(const char *what, const char *typed, Arena *arena)
{
    const char *plain = squeezed(typed, arena);
    return *plain ? squeezed_fit(squeezed(what, arena), plain) : FIT_WITHIN;
}

static size_t of_contact(const PromiseSeen *promises, Id contact, size_t *places, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; contact && i < count; i++)
        kept += promises[places[i]].contact == contact;
    if (kept == 0)
        return count;
    kept = 0;
    for (size_t i = 0; i < count; i++)
        if (promises[places[i]].contact == contact)
            places[kept++] = places[i];
    return kept;
}

size_t promise_pick(const PromiseSeen *promises, size_t count, const char *typed, bool whole,
                    Id contact, Arena *arena, size_t **ret)
{
    int *fits = arena_array(arena, int, count), *rings = arena_array(arena, int, count);
    const char *plain = squeezed(typed, arena);
    *ret = arena_array(arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        fits[i] = squeezed_fit(squeezed(promises[i].what, arena), plain);
        fits[i] = whole && fits[i] == FIT_WITHIN ? FIT_NONE : fits[i];
        rings[i] = promises[i].ring;
    }
    return of_contact(promises, contact, *ret, best(fits, rings, count, *ret));
}
