// SPDX-License-Identifier: GPL-3.0-or-later
// Finding kinds, fields and words by what they are called.
#include <string.h>

#include "mawari/base/text.h"
#include "mawari/model/kinds.h"

const KindSet kinds_party = KINDS(&entity_client, &entity_supplier, &entity_office);

#define X(name) &entity_##name,
static const Entity *const all[] = {ENTITIES(X)};
#undef X

const Entity *const *entities(size_t *ret_count)
{
    *ret_count = sizeof all / sizeof *all;
    return all;
}

/// Is `folded` the same as `title` in English or in the language that is shown?
static bool is_title(const char *folded, const char *title, Arena *arena)
{
    return strcmp(folded, text_fold(title, arena)) == 0 ||
           strcmp(folded, text_fold(lang_text(title), arena)) == 0;
}

bool forms_hold(const char *list, const char *typed, Arena *arena)
{
    const char *folded = text_fold(typed, arena);
    while (list != NULL && *list != '\0') {
        size_t size = strcspn(list, "|");
        if (strcmp(folded, text_fold(arena_copy_bytes(arena, list, size), arena)) == 0)
            return true;
        list += size + (list[size] == '|');
    }
    return false;
}

const Entity *entity_named(const char *name)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(kinds[i]->name, name) == 0 || strcmp(kinds[i]->plural, name) == 0)
            return kinds[i];

    Arena *arena = arena_open();
    const char *folded = text_fold(name, arena);
    const Entity *found = NULL;
    for (size_t i = 0; i < count && found == NULL; i++)
        if (strcmp(folded, kinds[i]->name) == 0 || strcmp(folded, kinds[i]->plural) == 0 ||
            is_title(folded, kinds[i]->title, arena) || is_title(folded, kinds[i]->titles, arena))
            found = kinds[i];
    arena_close(arena);
    return found;
}

/// One way of calling a field.
typedef bool (*FieldTest)(const Field *field, const char *folded, Arena *arena);

static bool is_named(const Field *field, const char *folded, Arena *arena)
{
    (void)arena;
    return strcmp(folded, field->name) == 0;
}

static bool is_titled(const Field *field, const char *folded, Arena *arena)
{
    return is_title(folded, field->title, arena);
}

static bool is_headed(const Field *field, const char *folded, Arena *arena)
{
    return forms_hold(field->headers, folded, arena);
}

static const Field *field_where(const Entity *kind, FieldTest test, const char *folded,
                                Arena *arena)
{
    for (size_t i = 0; i < kind->count; i++)
        if (test(&kind->fields[i], folded, arena))
            return &kind->fields[i];
    for (size_t i = 0; i < kind->derived_count; i++)
        if (test(&kind->derived[i], folded, arena))
            return &kind->derived[i];
    return NULL;
}

const Field *entity_own_field(const Entity *kind, const char *name)
{
    return field_where(kind, is_named, name, NULL);
}

const Field *field_only_month(const Entity *kind, const Field *field)
{
    return field->type == T_DAY && (field->flags & MONTH) && field->of
               ? entity_own_field(kind, field->of)
               : NULL;
}

const Field *entity_field(const Entity *kind, const char *name)
{
    const Field *found = entity_own_field(kind, name);
    if (found != NULL)
        return found;
    static const FieldTest tests[] = {is_named, is_titled, is_headed}; // the surest first
    Arena *arena = arena_open();
    const char *folded = text_fold(name, arena);
    for (size_t i = 0; i < sizeof tests / sizeof *tests && found == NULL; i++)
        found = field_where(kind, tests[i], folded, arena);
    arena_close(arena);
    return found;
}

static const Field *flagged(const Entity *kind, unsigned flag)
{
    for (size_t i = 0; i < kind->count; i++)
        if (kind->fields[i].flags & flag)
            return &kind->fields[i];
    return NULL;
}

const Field *entity_name_field(const Entity *kind)
{
    return flagged(kind, NAMES);
}

const Field *entity_owner_field(const Entity *kind)
{
    return flagged(kind, OWNER);
}

bool entity_is_lasting(const Entity *kind)
{
    return (entity_name_field(kind)->flags & FROZEN) != 0;
}

const Field *entity_discreet_field(const Entity *kind)
{
    const Field *field = flagged(kind, DISCREET);
    return field && field->type == T_YES ? field : NULL;
}

bool kinds_hold(const KindSet *kinds, const Entity *kind)
{
    for (size_t i = 0; i < kinds->count; i++)
        if (kinds->kinds[i] == kind)
            return true;
    return false;
}

bool field_is_reference(const Field *field)
{
    return field->type == T_REF || field->type == T_ANY;
}

bool field_refers_to(const Field *field, const Entity *kind)
{
    if (field->type == T_REF)
        return field->of == kind;
    if (field->type != T_ANY)
        return false;
    const KindSet *set = field->of;
    return set == NULL || kinds_hold(set, kind);
}

bool field_is_derived(const Entity *kind, const Field *field)
{
    for (size_t i = 0; i < kind->derived_count; i++)
        if (&kind->derived[i] == field)
            return true;
    return false;
}

const Word *words_by_code(const Words *words, const char *code)
{
    for (size_t i = 0; code != NULL && i < words->count; i++)
        if (strcmp(words->rows[i].code, code) == 0)
            return &words->rows[i];
    return NULL;
}

const Word *words_by_value(const Words *words, int32_t value)
{
    for (size_t i = 0; i < words->count; i++)
        if (words->rows[i].value == value)
            return &words->rows[i];
    return NULL;
}

const Word *words_read(const Words *words, const char *typed, Arena *arena)
{
    for (size_t i = 0; i < words->count; i++) // mostly it is the code itself
        if (strcmp(typed, words->rows[i].code) == 0)
            return &words->rows[i];
    const char *folded = text_fold(typed, arena);
    for (size_t i = 0; i < words->count; i++) {
        const Word *word = &words->rows[i];
        if (strcmp(folded, text_fold(word->code, arena)) == 0 ||
            is_title(folded, word->title, arena) || forms_hold(word->also, folded, arena))
            return word;
    }
    return NULL;
}
