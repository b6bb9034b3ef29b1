// SPDX-License-Identifier: GPL-3.0-or-later
// A usage string into parts: one reading for the shell, prompts, help, man page and completions.
#include "mawari/app/usage.h"

#include <ctype.h>
#include <string.h>

#include "mawari/model/kinds.h"
#include "words.h"

enum { KINDS_ROOM = 32 }; // of one word with strokes, far more than any has

static const char archived[] = "ARCHIVED"; // a record that is in no list any more

/// What the words in capitals stand for; any that is neither here nor a record is TAKE_WORD.
static const struct {
    const char *name;
    UsageTake take;
} stand_ins[] = {
    {"KIND", TAKE_KIND}, {"ID", TAKE_ID},      {archived, TAKE_ID},          {"DATE", TAKE_DAY},
    {"HOUR", TAKE_HOUR}, {"WHEN", TAKE_WHEN},  {"MINUTES", TAKE_LENGTH},     {"LINE", TAKE_REST},
    {"TEXT", TAKE_REST}, {"WORDS", TAKE_REST}, {"FILTER", TAKE_REST},        {"NOTE", TAKE_REST},
    {"RULE", TAKE_REST}, {"VALUE", TAKE_REST}, {"FIELD=VALUE", TAKE_FIELDS}, {"FILE", TAKE_FILE},
};

/// The words for a record; with strokes between them, "PROMISE/TICKET", any of these.
static const struct {
    const char *name;
    const Entity *kinds[7];
} records[] = {
    {"VISIT", {&entity_visit}},
    {"PROMISE", {&entity_commitment}},
    {"TICKET", {&entity_ticket}},
    {"DEAL", {&entity_deal}},
    {"MEETING", {&entity_meeting}},
    {"ATTENDEE", {&entity_attendee}},
    {"TOPIC", {&entity_topic}},
    {"ENTERTAINMENT", {&entity_entertainment}},
    {"LOAN", {&entity_loan}},
    {"ORDER", {&entity_order_memo}},
    {"KEPT", {&entity_kept_word}},
    {"CONTRACT", {&entity_contract}},
    {"BLOCK", {&entity_block}},
    {"ROUND", {&entity_round}},
    {"DOOR", {&entity_round_client}},
    {"PRODUCT", {&entity_product}},
    {"INCIDENT", {&entity_incident}},
    {"PRICE", {&entity_price}},
    {"DEMAND", {&entity_demand}},
    {"CONCESSION", {&entity_concession}},
    {"CLIENT", {&entity_client}},
    {"SITE", {&entity_site}},
    {"PERSON", {&entity_contact}},
    {"WHO",
     {&entity_client, &entity_site, &entity_contact, &entity_supplier, &entity_office,
      &entity_end_customer}},
    {"PLACE",
     {&entity_site, &entity_office, &entity_resting_place, &entity_client, &entity_end_customer}},
};

static const char more[] = "…";

static bool ends_with(const char *text, const char *end)
{
    size_t size = strlen(text), tail = strlen(end);
    return size >= tail && strcmp(text + size - tail, end) == 0;
}

static const Entity *const *kinds_of(const char *name, size_t size)
{
    for (size_t i = 0; i < sizeof records / sizeof records[0]; i++)
        if (strlen(records[i].name) == size && strncmp(records[i].name, name, size) == 0)
            return records[i].kinds;
    return NULL;
}

/// The kinds of "PROMISE/TICKET"; NULL when one of its words is none for a record.
static const KindSet *read_kinds(const char *word, Arena *arena)
{
    const Entity **kinds = arena_array(arena, const Entity *, KINDS_ROOM);
    KindSet *set = arena_new(arena, KindSet);
    *set = (KindSet){.kinds = kinds};
    for (const char *at = word; *at;) {
        size_t size = strcspn(at, "/");
        const Entity *const *one = kinds_of(at, size);
        if (!one)
            return NULL;
        while (*one)
            kinds[set->count++] = *one++;
        at += size + (at[size] == '/');
    }
    return set;
}

static UsageTake take_of(const char *word)
{
    for (size_t i = 0; i < sizeof stand_ins / sizeof stand_ins[0]; i++)
        if (strcmp(word, stand_ins[i].name) == 0)
            return stand_ins[i].take;
    if (word[0] == '-')
        return TAKE_OPTION;
    return strchr(word, '|') || islower((unsigned char)word[0]) ? TAKE_CHOICE : TAKE_WORD;
}

static void name_part(UsagePart *part, char *word, Arena *arena)
{
    if (ends_with(word, more)) {
        part->many = true;
        word[strlen(word) - strlen(more)] = '\0';
    }
    part->name = word;
    part->take = take_of(word);
    part->archived = strcmp(word, archived) == 0;
    part->kinds = part->take == TAKE_WORD ? read_kinds(word, arena) : NULL;
    if (part->kinds)
        part->take = TAKE_ID;
}

/// Brackets are blanks that change the depth; the sign behind a closing one is of what it closed.
static char *next_word(const char **at, int *depth, Arena *arena)
{
    while (**at == ' ' || **at == '[' || **at == ']' || strncmp(*at, more, sizeof more - 1) == 0) {
        *depth += (**at == '[') - (**at == ']');
        *at += **at == more[0] ? sizeof more - 1 : 1;
    }
    size_t size = strcspn(*at, " []");
    char *word = size ? arena_copy_bytes(arena, *at, size) : NULL;
    *at += size;
    return word;
}

Usage usage_parse(const char *usage, Arena *arena)
{
    Usage ret = {0};
    size_t room = 0;
    int depth = 0;
    for (char *word; (word = next_word(&usage, &depth, arena));) {
        UsagePart *before = ret.count ? &ret.parts[ret.count - 1] : NULL;
        if (strcmp(word, "|") == 0)
            continue;
        if (before && before->take == TAKE_OPTION && !before->value && depth > 0 &&
            word[0] != '-' && usage[-1 - (long)strlen(word)] == ' ') {
            before->value = word;
            continue;
        }
        ret.parts = arena_more(arena, ret.parts, ret.count, &room, sizeof *ret.parts);
        ret.parts[ret.count] = (UsagePart){.optional = depth > 0};
        name_part(&ret.parts[ret.count++], word, arena);
    }
    return ret;
}

/// What the chosen record stands for: the first record of a usage, and the kind before it.
static bool stands_chosen(const UsagePart *part, bool *given)
{
    bool here = part->take == TAKE_KIND || (part->take == TAKE_ID && !*given);
    *given = *given || part->take == TAKE_ID;
    return here;
}

static bool ends_with_blank(const char *line)
{
    size_t size = strlen(line);
    return size == 0 || line[size - 1] == ' ' || ends_with(line, "\u3000");
}

const UsagePart *usage_part_typed(const Usage *usage, bool given, const char *line, Arena *arena,
                                  size_t *ret_from)
{
    Said *said;
    size_t count = words_split(line, arena, &said);
    bool fresh = ends_with_blank(line), stood = !given;
    size_t before = fresh ? count : count - 1;
    *ret_from = fresh ? strlen(line) : (size_t)(said[count - 1].rest - line);
    for (size_t i = 0; i < usage->count; i++) {
        const UsagePart *part = &usage->parts[i];
        if (part->take == TAKE_OPTION || stands_chosen(part, &stood))
            continue;
        if (part->take == TAKE_REST || part->take == TAKE_WHEN || part->take == TAKE_FIELDS)
            return NULL; // it takes all that is left
        if (before-- == 0)
            return part;
    }
    return NULL;
}

bool usage_asks(const Command *command)
{
    Arena *arena = arena_open();
    Usage usage = usage_parse(command->usage, arena);
    bool given = false, asks = false; // the first record is under the cursor, its kind with it
    for (size_t i = 0; i < usage.count; i++) {
        const UsagePart *part = &usage.parts[i];
        asks = asks || (!stands_chosen(part, &given) && !part->optional);
    }
    arena_close(arena);
    return asks;
}
