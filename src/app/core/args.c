// SPDX-License-Identifier: GPL-3.0-or-later
// Words into Args: what a usage names is taken in its order, an optional part only when enough is
// left for those that are needed.
#include <ctype.h>
#include <string.h>

#include "args_inside.h"
#include "mawari/app/find.h"
#include "mawari/base/buffer.h"
#include "mawari/base/file.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"

static void add_id(Reading *reading, Id id)
{
    reading->ids = arena_more(reading->arena, reading->ids, reading->args.id_count,
                              &reading->id_room, sizeof *reading->ids);
    reading->ids[reading->args.id_count++] = id;
    reading->args.ids = reading->ids;
}

static void add_field(Reading *reading, const char *name, const char *value)
{
    reading->fields = arena_more(reading->arena, reading->fields, reading->args.field_count,
                                 &reading->field_room, sizeof *reading->fields);
    reading->fields[reading->args.field_count++] = (FieldArg){name, value};
    reading->args.fields = reading->fields;
}

static void add_option(Reading *reading, const char *name, const char *value)
{
    reading->options = arena_more(reading->arena, reading->options, reading->args.option_count,
                                  &reading->option_room, sizeof *reading->options);
    reading->options[reading->args.option_count++] = (FieldArg){name, value};
    reading->args.options = reading->options;
}

static bool take_kind(Reading *reading, const UsagePart *part, Err *err)
{
    (void)part;
    const char *said = args_word(reading);
    reading->args.kind = entity_named(said);
    return reading->args.kind ||
           err_set(err, ERR_USAGE, _("there is no kind “%s”: clients, visits, commitments …"),
                   said);
}

static bool is_among(const Reading *reading, size_t first, Id id)
{
    for (size_t i = first; i < reading->args.id_count; i++)
        if (reading->ids[i] == id)
            return true;
    return false;
}

/// What is a record, but of a kind that is not taken here, or the name of such a kind, is told so.
static bool say_kinds(Reading *reading, const KindSet *kinds, const char *word, Err *err)
{
    Id id;
    RecordHead head;
    const Entity *kind = entity_named(word);
    Buffer taken = {.arena = reading->arena};
    if (!kinds || !err || err->kind != ERR_NOT_FOUND)
        return false;
    if (!kind && app_find(reading->app, NULL, word, &id, NULL) &&
        record_head(reading->app->store, id, reading->arena, &head, NULL))
        kind = head.kind;
    if (!kind || kinds_hold(kinds, kind))
        return false;
    for (size_t i = 0; i < kinds->count; i++)
        buffer_print(&taken, "%s%s", i ? _(", ") : "", lang_text(kinds->kinds[i]->title));
    return err_set(err, ERR_NOT_FOUND, _("“%s” is of the kind %s; taken here: %s"), word,
                   lang_text(kind->title), buffer_text(&taken));
}

/// The last name of a line goes on to its end: 高橋 誠 is one person.
static bool take_whole_name(Reading *reading, const UsagePart *part, const KindSet *kinds)
{
    Id id;
    const Said *said = &reading->said[reading->at];
    bool last = part == &reading->usage.parts[reading->usage.count - 1] && !part->many;
    if (!last || part->archived || !said->rest || reading->at + 1 >= reading->count ||
        !app_find(reading->app, kinds, text_trim(said->rest, reading->arena), &id, NULL))
        return false;
    add_id(reading, id);
    reading->at = reading->count;
    return true;
}

static bool take_id(Reading *reading, const UsagePart *part, Err *err)
{
    KindSet one = {.kinds = &reading->args.kind, .count = 1};
    size_t first = reading->args.id_count;
    const KindSet *kinds = reading->args.kind && !part->kinds ? &one : part->kinds;
    if (take_whole_name(reading, part, kinds))
        return true;
    do {
        Id id;
        const char *word = args_word(reading);
        if (part->archived ? !app_find_archived(reading->app, kinds, word, &id, err)
                           : !app_find(reading->app, kinds, word, &id, err))
            return say_kinds(reading, kinds, word, err);
        if (!is_among(reading, first, id)) // named twice it is still one
            add_id(reading, id);
    } while (part->many && reading->at < reading->count);
    return true;
}

static const char *rest_of(Reading *reading)
{
    const Said *first = &reading->said[reading->at];
    if (first->rest) {
        reading->at = reading->count;
        return text_trim(first->rest, reading->arena);
    }
    Buffer all = {.arena = reading->arena};
    for (; reading->at < reading->count; reading->at++) {
        buffer_add(&all, all.size ? " " : "");
        buffer_add(&all, reading->said[reading->at].word);
    }
    return buffer_text(&all);
}

static bool take_rest(Reading *reading, const UsagePart *part, Err *err)
{
    const char *text = rest_of(reading), *fault = text_fault(text, true);
    if (fault)
        return err_set(err, ERR_INPUT, "%s: %s", part->name, lang_text(fault));
    reading->args.text = text;
    return true;
}

/// A shell has put the home in place of ~, the line on the screen has not.
static bool take_file(Reading *reading, const UsagePart *part, Err *err)
{
    (void)part, (void)err;
    bool typed = reading->said[reading->at].rest != NULL;
    const char *file = args_word(reading);
    reading->args.file = typed ? file_at_home(file, reading->arena) : file;
    return true;
}

static bool take_fields(Reading *reading, const UsagePart *part, Err *err)
{
    (void)part;
    while (reading->at < reading->count) {
        const char *said = args_word(reading);
        const char *sign = strchr(said, '=');
        if (!sign || sign == said)
            return err_set(err, ERR_USAGE, _("“%s” is not FIELD=VALUE"), said);
        size_t size = (size_t)(sign - said);
        add_field(reading, arena_copy_bytes(reading->arena, said, size), sign + 1);
    }
    return true;
}

static bool is_one_of(const char *choice, const char *said)
{
    size_t size = strlen(said);
    for (const char *at = choice; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL)
        if (strncmp(at, said, size) == 0 && (at[size] == '|' || at[size] == '\0'))
            return size > 0;
    return false;
}

/// An appointment is said in the rep's own words too: 確定 is confirmed.
static const char *code_of(const char *said, Arena *arena)
{
    const Word *word = words_read(&words_appointment, said, arena);
    return word ? word->code : said;
}

static bool take_choice(Reading *reading, const UsagePart *part, Err *err)
{
    bool typed = reading->said[reading->at].rest != NULL;
    const char *said = args_word(reading);
    if (is_one_of(part->name, code_of(said, reading->arena)))
        said = code_of(said, reading->arena);
    bool any_kind = is_one_of(part->name, "KIND") && entity_named(said);
    if (!any_kind && !is_one_of(part->name, said) && typed) // the screen shows them, in words
        return err_set(err, ERR_USAGE, _("“%s” is none of these"), said);
    if (!any_kind && !is_one_of(part->name, said))
        return err_set(err, ERR_USAGE, _("“%s” is none of %s"), said, part->name);
    reading->args.text = said;
    if (!reading->args.kind)
        reading->args.kind = entity_named(said);
    return true;
}

static bool take_word(Reading *reading, const UsagePart *part, Err *err)
{
    (void)err;
    char *name = arena_copy(reading->arena, part->name);
    for (char *c = name; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    add_field(reading, name, args_word(reading));
    return true;
}

typedef bool (*Take)(Reading *reading, const UsagePart *part, Err *err);
static const Take takes[] = {
    [TAKE_KIND] = take_kind,          [TAKE_ID] = take_id,
    [TAKE_DAY] = args_take_day,       [TAKE_HOUR] = args_take_hour,
    [TAKE_LENGTH] = args_take_length, [TAKE_WHEN] = args_take_when,
    [TAKE_REST] = take_rest,          [TAKE_FILE] = take_file,
    [TAKE_FIELDS] = take_fields,      [TAKE_CHOICE] = take_choice,
    [TAKE_WORD] = take_word,
};

/// Ids that came from the cursor or the marks stand for the first record of the usage, and two
/// marked ones for both where it names two.
static bool is_given(const Reading *reading, const UsagePart *part, size_t *stood)
{
    if (!reading->given || part->take == TAKE_OPTION)
        return false;
    if (part->take == TAKE_KIND)
        return reading->args.kind != NULL;
    if (part->take != TAKE_ID || reading->args.id_count == 0)
        return false;
    size_t records = 0;
    for (size_t i = 0; i < reading->usage.count; i++)
        records += reading->usage.parts[i].take == TAKE_ID &&
                   strcmp(reading->usage.parts[i].name, part->name) == 0;
    bool all = records > 1 && reading->args.id_count == records;
    return (*stood)++ == 0 || all;
}

static size_t needed_after(const Reading *reading, size_t index)
{
    size_t needed = 0;
    for (size_t i = index + 1; i < reading->usage.count; i++)
        needed += !reading->usage.parts[i].optional;
    return needed;
}

/// Where a kind may be left out, records may be named at once, several too.
static bool names_records(Reading *reading, const UsagePart *part)
{
    Id id;
    const char *said = reading->said[reading->at].word;
    return part->take == TAKE_KIND && !entity_named(said) &&
           (app_find(reading->app, NULL, said, &id, NULL) ||
            app_find_archived(reading->app, NULL, said, &id, NULL));
}

/// Quotes put the day of "[DATE] HOUR" and what is behind it into one word.
static void spread_day(Reading *reading)
{
    Day day, today = reading->app->today;
    const char *said = reading->at < reading->count ? reading->said[reading->at].word : "";
    const char *blank = strchr(said, ' ');
    if (blank && !day_parse(said, today, LOOK_FORWARD, &day) &&
        day_parse(arena_copy_bytes(reading->arena, said, (size_t)(blank - said)), today,
                  LOOK_FORWARD, &day))
        args_spread_words(reading);
}

static bool take_parts(Reading *reading, Err *err)
{
    size_t stood = 0;
    for (size_t i = 0; i < reading->usage.count; i++) {
        const UsagePart *part = &reading->usage.parts[i];
        if (part->take == TAKE_DAY && part->optional)
            spread_day(reading);
        size_t left = reading->count - reading->at;
        if (part->take == TAKE_OPTION || is_given(reading, part, &stood))
            continue;
        if (part->optional && (left <= needed_after(reading, i) || names_records(reading, part)))
            continue;
        if (left == 0)
            return err_set(err, ERR_USAGE, _("%s is missing"), part->name);
        if (!takes[part->take](reading, part, err))
            return false;
    }
    if (reading->at < reading->count)
        return err_set(err, ERR_USAGE, _("“%s” is too much"), reading->said[reading->at].word);
    return true;
}

static bool read_args(Reading *reading, const Command *command, Args *ret, Err *err)
{
    reading->usage = usage_parse(command->usage, reading->arena);
    if (!take_parts(reading, err))
        return false;
    *ret = reading->args;
    return true;
}

/// For who types the command's name; on the screen it is a key that was pressed.
static bool add_usage(const Command *command, Arena *arena, Err *err)
{
    if (err && err->kind == ERR_USAGE)
        return err_set(err, ERR_USAGE, _("%s (usage: %s%s%s)"), arena_copy(arena, err->text),
                       command->name, *command->usage ? " " : "", command->usage);
    return false;
}

static const UsagePart *option_named(const Usage *usage, const char *said)
{
    for (size_t i = 0; i < usage->count; i++)
        if (usage->parts[i].take == TAKE_OPTION && strcmp(usage->parts[i].name, said) == 0)
            return &usage->parts[i];
    return NULL;
}

/// A promise of theirs begins with a hyphen too (-図面): an option is one word in letters.
static bool may_be_option(const char *said)
{
    return said[0] == '-' && (said[1] == '-' || isalpha((unsigned char)said[1])) &&
           !strchr(said, ' ');
}

/// Takes the options out of the words; behind "--" nothing is one.
static bool sort_words(Reading *reading, const Command *command, char *const *words, size_t count,
                       Said *said, Err *err)
{
    Usage usage = usage_parse(command->usage, reading->arena);
    bool plain = false;
    for (size_t i = 0; i < count; i++) {
        if (plain || !may_be_option(words[i])) {
            said[reading->count++] = (Said){words[i], NULL};
            continue;
        }
        if (strcmp(words[i], "--") == 0) {
            plain = true;
            continue;
        }
        const UsagePart *option = option_named(&usage, words[i]);
        if (!option)
            return err_set(err, ERR_USAGE, _("%s knows no option %s"), command->name, words[i]);
        if (option->value && ++i == count)
            return err_set(err, ERR_USAGE, _("%s needs %s"), option->name, option->value);
        add_option(reading, option->name, option->value ? words[i] : NULL);
    }
    return true;
}

static Reading begin(App *app, Arena *arena)
{
    return (Reading){.app = app, .arena = arena, .args = {.day = NONE, .minute = NONE}};
}

bool args_from_words(App *app, const Command *command, char *const *words, size_t count,
                     Arena *arena, Args *ret, Err *err)
{
    Reading reading = begin(app, arena);
    Said *said = arena_array(arena, Said, count + 1);
    reading.said = said;
    return sort_words(&reading, command, words, count, said, err) &&
           (read_args(&reading, command, ret, err) || add_usage(command, arena, err));
}

bool args_from_line(App *app, const Command *command, const Entity *kind, const Id *ids,
                    size_t id_count, const char *line, Arena *arena, Args *ret, Err *err)
{
    Reading reading = begin(app, arena);
    Said *said;
    reading.count = words_split(line ? line : "", arena, &said);
    reading.said = said;
    reading.args.kind = kind;
    reading.given = kind != NULL || id_count > 0;
    for (size_t i = 0; i < id_count; i++)
        add_id(&reading, ids[i]);
    return read_args(&reading, command, ret, err);
}

const char *args_option(const Args *args, const char *name)
{
    name += strspn(name, "-");
    for (size_t i = 0; i < args->option_count; i++) {
        const char *given = args->options[i].name;
        if (strcmp(given + strspn(given, "-"), name) == 0)
            return args->options[i].value ? args->options[i].value : "";
    }
    return NULL;
}

const char *args_field(const Args *args, const char *name)
{
    for (size_t i = 0; i < args->field_count; i++)
        if (strcmp(args->fields[i].name, name) == 0)
            return args->fields[i].value;
    return NULL;
}
