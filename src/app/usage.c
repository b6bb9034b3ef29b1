// SPDX-License-Identifier: GPL-3.0-or-later
// A usage string into parts: one reading for the shell, prompts, help, man page and completions.
#include "mawari/app/usage.h"

#include <ctype.h>
#include <string.h>

#include "mawari/model/kinds.h"

static const KindSet of_visit = KINDS(&entity_visit);
static const KindSet of_ticket = KINDS(&entity_ticket);
static const KindSet of_commitment = KINDS(&entity_commitment);
static const KindSet of_tickable = KINDS(&entity_commitment, &entity_ticket, &entity_loan);
static const KindSet of_ball = KINDS(&entity_commitment, &entity_ticket);
static const KindSet of_movable = KINDS(&entity_visit, &entity_commitment, &entity_block);
static const KindSet of_stop = KINDS(&entity_visit, &entity_block);
static const KindSet of_holder = KINDS(&entity_contact);
static const KindSet of_who = KINDS(&entity_client, &entity_site, &entity_contact, &entity_supplier,
                                    &entity_office);
static const KindSet of_place = KINDS(&entity_site, &entity_office, &entity_resting_place,
                                      &entity_client);
static const KindSet of_twin = KINDS(&entity_client, &entity_site, &entity_contact,
                                     &entity_supplier, &entity_office);

/// What the words in capitals stand for; any that is not here is TAKE_WORD.
static const struct {
    const char *name;
    UsageTake take;
    const KindSet *kinds;
} stand_ins[] = {
    {"KIND", TAKE_KIND, NULL},
    {"ID", TAKE_ID, NULL},
    {"VISIT", TAKE_ID, &of_visit},
    {"TICKET", TAKE_ID, &of_ticket},
    {"PROMISE", TAKE_ID, &of_commitment},
    {"OPEN", TAKE_ID, &of_tickable},
    {"CASE", TAKE_ID, &of_ball},
    {"HOLDER", TAKE_ID, &of_holder},
    {"MOVABLE", TAKE_ID, &of_movable},
    {"STOP", TAKE_ID, &of_stop},
    {"WHO", TAKE_ID, &of_who},
    {"PLACE", TAKE_ID, &of_place},
    {"TWIN", TAKE_ID, &of_twin},
    {"DATE", TAKE_DAY, NULL},
    {"HOUR", TAKE_HOUR, NULL},
    {"MINUTES", TAKE_LENGTH, NULL},
    {"WHEN", TAKE_WHEN, NULL},
    {"LINE", TAKE_REST, NULL},
    {"TEXT", TAKE_REST, NULL},
    {"WORDS", TAKE_REST, NULL},
    {"FILTER", TAKE_REST, NULL},
    {"NOTE", TAKE_REST, NULL},
    {"VALUE", TAKE_REST, NULL},
    {"FILE", TAKE_FILE, NULL},
    {"FIELD=VALUE", TAKE_FIELDS, NULL},
};

static const char more[] = "…";

static bool ends_with(const char *text, const char *end)
{
    size_t size = strlen(text), tail = strlen(end);
    return size >= tail && strcmp(text + size - tail, end) == 0;
}

static void name_part(UsagePart *part, char *word)
{
    if (ends_with(word, more)) {
        part->many = true;
        word[strlen(word) - strlen(more)] = '\0';
    }
    part->name = word;
    part->take = word[0] == '-'                    ? TAKE_OPTION
                 : strchr(word, '|')               ? TAKE_CHOICE
                 : islower((unsigned char)word[0]) ? TAKE_CHOICE
                                                   : TAKE_WORD;
    for (size_t i = 0; i < sizeof stand_ins / sizeof stand_ins[0]; i++)
        if (strcmp(word, stand_ins[i].name) == 0) {
            part->take = stand_ins[i].take;
            part->kinds = stand_ins[i].kinds;
        }
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
        name_part(&ret.parts[ret.count++], word);
    }
    return ret;
}

bool usage_asks(const Command *command)
{
    Arena *arena = arena_open();
    Usage usage = usage_parse(command->usage, arena);
    bool given = false, asks = false; // the first record is under the cursor, its kind with it
    for (size_t i = 0; i < usage.count; i++) {
        const UsagePart *part = &usage.parts[i];
        bool here = part->take == TAKE_KIND || (part->take == TAKE_ID && !given);
        given = given || part->take == TAKE_ID;
        asks = asks || (!here && !part->optional);
    }
    arena_close(arena);
    return asks;
}
