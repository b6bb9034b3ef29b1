// SPDX-License-Identifier: GPL-3.0-or-later
// Recognises columns. The words stand in the kinds' field tables; here is only what a recipe adds.
#include "mawari/exchange/headers.h"

#include <string.h>

#include "mawari/base/text.h"
#include "mawari/model/kinds.h"

/// What may be said of one kind of a recipe.
typedef enum Extent {
    ALL_BUT_REFERENCES, // these follow from what else stands in the row
    ALL,
    KEYS_ONLY, // name and code: who it is
} Extent;

typedef struct Part {
    const Entity *kind;
    Extent extent;
} Part;

/// What a header means in this recipe only.
typedef struct Alias {
    const char *headers;
    const Entity *kind;
    const char *field;
} Alias;

struct Recipe {
    const Entity *kind; // its plural is the recipe's name
    const Part *parts;
    size_t part_count;
    const Alias *aliases;
    size_t alias_count;
};

static const Part parts_of_clients[] = {{&entity_client, ALL_BUT_REFERENCES},
                                        {&entity_site, ALL_BUT_REFERENCES},
                                        {&entity_contact, ALL_BUT_REFERENCES},
                                        {&entity_post, ALL_BUT_REFERENCES}};
static const Part parts_of_contacts[] = {{&entity_client, KEYS_ONLY},
                                         {&entity_site, KEYS_ONLY},
                                         {&entity_contact, ALL_BUT_REFERENCES},
                                         {&entity_post, ALL_BUT_REFERENCES}};
static const Part parts_of_visits[] = {{&entity_client, KEYS_ONLY},
                                       {&entity_site, KEYS_ONLY},
                                       {&entity_contact, KEYS_ONLY},
                                       {&entity_visit, ALL_BUT_REFERENCES}};

#define X(name) static const Part part_##name[] = {{&entity_##name, ALL}};
ENTITIES(X)
#undef X

static const Alias aliases_of_contacts[] = {
    {"名前|名称|name", &entity_contact, "name"},
    {"フリガナ|カナ|よみ|reading|kana", &entity_contact, "reading"},
    {"電話|電話番号|tel|telephone|phone|phonenumber", &entity_contact, "telephone"},
    {"備考|備考欄|メモ|remark|memo|notes", &entity_contact, "remark"},
};
static const Alias aliases_of_visits[] = {
    {"相手|面談者|面談相手|訪問相手", &entity_contact, "name"},
    {"訪問先|行先", &entity_client, "name"},
};

#define ROWS(table) table, sizeof(table) / sizeof *(table)
#define X(name)     {&entity_##name, ROWS(part_##name), NULL, 0},
/// The first of a name is the one that is meant.
static const Recipe recipes[] = {
    {&entity_client, ROWS(parts_of_clients), NULL, 0},
    {&entity_contact, ROWS(parts_of_contacts), ROWS(aliases_of_contacts)},
    {&entity_visit, ROWS(parts_of_visits), ROWS(aliases_of_visits)},
    ENTITIES(X)};
#undef X

static const char bare_names[] = "名称|名前|name";
static const char bare_codes[] = "コード|番号|no|id|code";

const Recipe *recipe_named(const char *name)
{
    for (size_t i = 0; i < sizeof recipes / sizeof *recipes; i++)
        if (strcmp(recipes[i].kind->plural, name) == 0)
            return &recipes[i];
    return NULL;
}

/// Everything that one recognition works on.
typedef struct Search {
    const Recipe *recipe;
    const char *const *keys; // the headers as they are compared
    size_t count;
    Known *known;
    Arena *arena;
} Search;

/// As headers are compared: folded, and without what only decorates.
static const char *key_of(const char *header, Arena *arena)
{
    char *key = text_fold(header, arena), *to = key;
    for (const char *at = key; *at; at++)
        if (!strchr(" \t\r\n_-.:*#\"'", *at))
            *to++ = *at;
    *to = '\0';
    return key;
}

static bool is_form(const char *forms, const char *key, Arena *arena)
{
    while (forms && *forms) {
        size_t size = strcspn(forms, "|");
        if (strcmp(key_of(arena_copy_bytes(arena, forms, size), arena), key) == 0)
            return true;
        forms += size + (forms[size] == '|');
    }
    return false;
}

static bool may_hold(const Part *part, const Field *field)
{
    return (part->extent == ALL || !field_is_reference(field)) && !(field->flags & HIDDEN) &&
           (part->extent != KEYS_ONLY || (field->flags & (NAMES | KEY)));
}

static size_t column_of(const Search *search, const Entity *kind, const Field *field)
{
    size_t i = 0;
    while (i < search->count && !(search->known[i].kind == kind && search->known[i].field == field))
        i++;
    return i;
}

static bool is_taken(const Search *search, const Entity *kind, const Field *field)
{
    return column_of(search, kind, field) < search->count;
}

static void settle(const Search *search, size_t column, const Entity *kind, const Field *field)
{
    if (!search->known[column].kind && !is_taken(search, kind, field))
        search->known[column] = (Known){kind, field, NULL};
}

/// Ways of calling a field, the surest first.
typedef bool (*FieldTest)(const Field *field, const char *key, Arena *arena);

static bool has_header(const Field *field, const char *key, Arena *arena)
{
    return is_form(field->headers, key, arena);
}

static bool has_name(const Field *field, const char *key, Arena *arena)
{
    return is_form(field->name, key, arena);
}

static bool has_title(const Field *field, const char *key, Arena *arena)
{
    return is_form(field->title, key, arena) || is_form(lang_text(field->title), key, arena);
}

static void search_by(const Search *search, FieldTest test)
{
    for (size_t p = 0; p < search->recipe->part_count; p++) {
        const Part *part = &search->recipe->parts[p];
        for (size_t f = 0; f < part->kind->count; f++) {
            const Field *field = &part->kind->fields[f];
            if (!may_hold(part, field))
                continue;
            for (size_t i = 0; i < search->count; i++)
                if (test(field, search->keys[i], search->arena))
                    settle(search, i, part->kind, field);
        }
    }
}

static void search_aliases(const Search *search)
{
    for (size_t a = 0; a < search->recipe->alias_count; a++) {
        const Alias *alias = &search->recipe->aliases[a];
        for (size_t i = 0; i < search->count; i++)
            if (is_form(alias->headers, search->keys[i], search->arena))
                settle(search, i, alias->kind, entity_field(alias->kind, alias->field));
    }
}

static const char *const added[] = {"mawari line", "mawari why", "mawari answer"};

/// The column of our own export called `header`; those that a file of rejects adds are unknown.
static bool own_column(const Entity *kind, const char *header, Known *ret)
{
    *ret = (Known){0};
    for (size_t i = 0; i < sizeof added / sizeof *added; i++)
        if (strcmp(header, added[i]) == 0)
            return true;
    if (strcmp(header, "uid") == 0 || strcmp(header, "version") == 0) {
        *ret = (Known){kind, NULL, header};
        return true;
    }
    for (size_t i = 0; i < kind->count; i++) {
        const Field *field = &kind->fields[i];
        size_t size = strlen(field->name);
        bool of_reference = field_is_reference(field) && strncmp(header, field->name, size) == 0 &&
                            strcmp(header + size, "_uid") == 0;
        if (!of_reference && strcmp(header, field->name) != 0)
            continue;
        *ret = (Known){kind, field, of_reference ? header : NULL};
        return true;
    }
    return false;
}

static bool is_own(const Search *search, const char *const *headers)
{
    Known known;
    for (size_t i = 0; i < search->count; i++)
        if (!own_column(search->recipe->kind, headers[i], &known))
            return false;
    return search->count > 1 && strcmp(headers[0], "uid") == 0;
}

static bool recognise_own(const Search *search, const char *const *headers)
{
    if (!is_own(search, headers))
        return false;
    for (size_t i = 0; i < search->count; i++)
        (void)own_column(search->recipe->kind, headers[i], &search->known[i]);
    return true;
}

/// Gives the client what a bare header gave the site, when nothing else is the client's.
static bool give_to_client(const Search *search, const char *field, const char *bare)
{
    const Field *from = entity_field(&entity_site, field),
                *to = entity_field(&entity_client, field);
    size_t column = column_of(search, &entity_site, from);
    if (column == search->count || is_taken(search, &entity_client, to) ||
        !is_form(bare, search->keys[column], search->arena))
        return false;
    search->known[column] = (Known){&entity_client, to, NULL};
    return true;
}

void headers_recognise(const Recipe *recipe, const char *const *headers, size_t count, Known *ret)
{
    static const FieldTest tests[] = {has_header, has_name, has_title};
    Arena *arena = arena_open();
    const char **keys = arena_array(arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        keys[i] = key_of(headers[i], arena);
        ret[i] = (Known){0};
    }
    Search search = {recipe, keys, count, ret, arena};
    if (!recognise_own(&search, headers)) {
        search_aliases(&search);
        for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
            search_by(&search, tests[i]);
        if (recipe == &recipes[0] && give_to_client(&search, "name", bare_names))
            (void)give_to_client(&search, "code", bare_codes);
    }
    arena_close(arena);
}
