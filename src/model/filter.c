// SPDX-License-Identifier: GPL-3.0-or-later
// Parses the language of lists: words, field:value, is:, ranges, sort:.
#include "mawari/model/filter.h"

#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"

/// The words of `is:`, and the kinds that know them; no kind: all do.
static const struct {
    const char *names;
    IsWord is;
    const Entity *kinds[4];
} is_words[] = {
    {"late|遅れ|遅延",
     IS_LATE,
     {&entity_commitment, &entity_ticket, &entity_visit, &entity_client}},
    {"today|今日|本日",
     IS_TODAY,
     {&entity_commitment, &entity_ticket, &entity_visit, &entity_client}},
    {"mine|自分|約束", IS_MINE, {&entity_commitment, &entity_ticket}},
    {"theirs|先方|先方待ち", IS_THEIRS, {&entity_commitment, &entity_ticket}},
    {"waiting|待ち", IS_WAITING, {&entity_commitment}},
    {"done|済|済み|完了", IS_DONE, {&entity_commitment, &entity_ticket, &entity_visit}},
    {"slipping|離れつつある|引き潮", IS_SLIPPING, {&entity_client}},
    {"draft|下書き", IS_DRAFT, {NULL}},
    {"archived|保管", IS_ARCHIVED, {NULL}},
};

typedef struct Parsing {
    const Entity *kind;
    Day today;
    Arena *arena;
    Err *err;
    FilterTerm *terms;
    size_t count, room;
    const Field *sort;
    bool descending;
} Parsing;

/// The sign that begins at `at` in either width: how long it is, 0 when it is another.
static size_t sign_size(const char *at, char sign)
{
    static const struct {
        char sign;
        const char *wide;
    } wides[] = {{':', "："}, {',', "，"}, {',', "、"}, {'-', "－"},
                 {'-', "ー"}, {'.', "．"}, {'"', "”"},  {' ', "　"}};
    if (*at == sign || (sign == ' ' && *at != '\0' && strchr("\t\n\r", *at) != NULL))
        return 1;
    for (size_t i = 0; i < sizeof wides / sizeof *wides; i++)
        if (wides[i].sign == sign && strncmp(at, wides[i].wide, strlen(wides[i].wide)) == 0)
            return strlen(wides[i].wide);
    return 0;
}

/// The end of a term or value: the next `sign` outside quotes.
static const char *find_sign(const char *at, char sign)
{
    bool quoted = false;
    for (; *at != '\0'; at++) {
        if (*at == '"')
            quoted = !quoted;
        else if (!quoted && sign_size(at, sign) > 0)
            return at;
    }
    return at;
}

/// The next ".." in either width; NULL: none.
static const char *find_dots(const char *at, size_t *ret_size)
{
    for (; *at != '\0'; at++) {
        size_t one = sign_size(at, '.');
        size_t two = one > 0 ? sign_size(at + one, '.') : 0;
        size_t ellipsis = strncmp(at, "…", strlen("…")) == 0 ? strlen("…") : 0;
        *ret_size = two > 0 ? one + two : ellipsis;
        if (*ret_size > 0)
            return at;
    }
    return NULL;
}

static char *cut(const char *from, const char *to, Arena *arena)
{
    char *text = arena_copy_bytes(arena, from, (size_t)(to - from)), *end = text;
    for (const char *at = text; *at != '\0'; at++) // the quotes have done their work
        if (*at != '"')
            *end++ = *at;
    *end = '\0';
    return text;
}

static bool refuse_field(const Parsing *parsing, const char *name)
{
    Buffer known = {.arena = parsing->arena};
    const Entity *kind = parsing->kind;
    for (size_t i = 0; i < kind->count; i++)
        buffer_print(&known, "%s%s", i == 0 ? "" : ", ", kind->fields[i].name);
    for (size_t i = 0; i < kind->derived_count; i++)
        buffer_print(&known, ", %s", kind->derived[i].name);
    return err_set(parsing->err, ERR_USAGE, _("There is no field “%s”; there are is, sort, %s"),
                   text_fit(text_clean(name, false, parsing->arena), 30, parsing->arena),
                   buffer_text(&known));
}

static bool find_field(const Parsing *parsing, const char *name, const Field **ret)
{
    *ret = entity_field(parsing->kind, name);
    return *ret != NULL || refuse_field(parsing, name);
}

static bool is_text(const Field *field)
{
    return field->type == T_TEXT || field->type == T_LONG || field->type == T_READING ||
           field->type == T_RULE || field->type == T_PHONE;
}

/// "me" stands for the rep's own record wherever a person can stand.
static Value read_folded(const Parsing *parsing, const Field *field, const char *typed)
{
    bool me = field_refers_to(field, &entity_contact) &&
              forms_hold("me|私|自分|わたし", typed, parsing->arena);
    return value_text(me ? "me" : text_fold(typed, parsing->arena));
}

static bool read_one(const Parsing *parsing, const Field *field, DayLook look, const char *typed,
                     Value *ret)
{
    const ValueContext context = {.today = parsing->today, .look = look};
    if (is_text(field) || field_is_reference(field)) {
        *ret = read_folded(parsing, field, typed);
        return true;
    }
    if (value_read(field, typed, &context, parsing->arena, ret, parsing->err))
        return true;
    if (parsing->err != NULL)
        parsing->err->kind = ERR_USAGE;
    return false;
}

/// On a Tuesday mon..fri is this week: ends that are crossed look away from each other.
static bool parse_range(const Parsing *parsing, const char *value, const char *dots,
                        size_t dots_size, FilterTerm *term)
{
    const Field *field = term->field;
    if (is_text(field) || field_is_reference(field) || field->type == T_WORD ||
        field->type == T_YES || field->type == T_WEEKDAYS)
        return err_set(parsing->err, ERR_USAGE, _("%s: from … to needs days, hours or numbers"),
                       lang_text(field->title));
    const char *low = cut(value, dots, parsing->arena);
    const char *high = dots + dots_size;
    if (*low == '\0' && *high == '\0')
        return err_set(parsing->err, ERR_USAGE, _("%s: neither from nor to is given"),
                       lang_text(field->title));
    DayLook look = field_look(field);
    if (!read_one(parsing, field, look, low, &term->low) ||
        !read_one(parsing, field, look, high, &term->high))
        return false;
    term->test = FILTER_RANGE;
    bool crossed = term->low.kind == V_WHOLE && term->high.kind == V_WHOLE &&
                   term->low.whole > term->high.whole;
    return !crossed || (read_one(parsing, field, LOOK_BACK, low, &term->low) &&
                        read_one(parsing, field, LOOK_FORWARD, high, &term->high));
}

static bool parse_values(const Parsing *parsing, const char *value, FilterTerm *term)
{
    Value *values = NULL;
    size_t room = 0;
    term->test = FILTER_ONE;
    for (const char *at = value;;) {
        const char *end = find_sign(at, ',');
        const char *one = cut(at, end, parsing->arena);
        Value read = value_none();
        if (*one != '\0' && !read_one(parsing, term->field, field_look(term->field), one, &read))
            return false;
        if (read.kind == V_NONE)
            return err_set(parsing->err, ERR_USAGE, _("%s: a value is missing; right is %s:none"),
                           lang_text(term->field->title), term->field->name);
        values = arena_more(parsing->arena, values, term->count, &room, sizeof *values);
        values[term->count++] = read;
        if (*end == '\0')
            break;
        at = end + sign_size(end, ',');
    }
    term->values = values;
    return true;
}

static bool parse_is(const Parsing *parsing, const char *value, FilterTerm *term)
{
    Buffer known = {.arena = parsing->arena};
    for (size_t i = 0; i < sizeof is_words / sizeof *is_words; i++) {
        bool knows = is_words[i].kinds[0] == NULL;
        for (size_t k = 0; k < 4; k++)
            knows = knows || is_words[i].kinds[k] == parsing->kind;
        if (!knows)
            continue;
        if (forms_hold(is_words[i].names, value, parsing->arena)) {
            term->test = FILTER_IS;
            term->is = is_words[i].is;
            return true;
        }
        buffer_print(&known, "%s%.*s", known.size == 0 ? "" : ", ",
                     (int)strcspn(is_words[i].names, "|"), is_words[i].names);
    }
    return err_set(parsing->err, ERR_USAGE, _("is:%s is not known here; right are %s"),
                   text_fit(text_clean(value, false, parsing->arena), 30, parsing->arena),
                   buffer_text(&known));
}

static bool parse_sort(Parsing *parsing, const char *value)
{
    size_t minus = sign_size(value, '-');
    parsing->descending = minus > 0;
    return find_field(parsing, value + minus, &parsing->sort);
}

static bool parse_test(const Parsing *parsing, const char *name, const char *value,
                       FilterTerm *term)
{
    if (!find_field(parsing, name, &term->field))
        return false;
    bool words = term->field->type != T_YES && !is_text(term->field);
    if (forms_hold(words ? "none|なし" : "none", value, parsing->arena)) {
        term->test = FILTER_NONE;
        return true;
    }
    if (forms_hold(words ? "any|あり" : "any", value, parsing->arena)) {
        term->test = FILTER_ANY;
        return true;
    }
    size_t dots_size;
    const char *dots = find_dots(value, &dots_size);
    if (dots != NULL && !is_text(term->field) && !field_is_reference(term->field))
        return parse_range(parsing, value, dots, dots_size, term);
    return parse_values(parsing, value, term);
}

/// A word: it stands somewhere in the record.
static void take_word(const Parsing *parsing, const char *from, const char *to, FilterTerm *term)
{
    Value *word = arena_new(parsing->arena, Value);
    *word = value_text(text_fold(cut(from, to, parsing->arena), parsing->arena));
    *term = (FilterTerm){.negated = term->negated, .test = FILTER_WORD, .values = word, .count = 1};
}

static void add_term(Parsing *parsing, const FilterTerm *term)
{
    parsing->terms = arena_more(parsing->arena, parsing->terms, parsing->count, &parsing->room,
                                sizeof *parsing->terms);
    parsing->terms[parsing->count++] = *term;
}

static bool parse_term(Parsing *parsing, const char *from, const char *to)
{
    FilterTerm term = {.low = value_none(), .high = value_none()};
    size_t minus = sign_size(from, '-');
    if (minus > 0 && from + minus < to) {
        term.negated = true;
        from += minus;
    }
    const char *text = arena_copy_bytes(parsing->arena, from, (size_t)(to - from));
    const char *colon = find_sign(text, ':');
    bool hour = *text >= '0' && *text <= '9'; // 10:30 is a word
    if (*colon == '\0' || colon == text || hour) {
        take_word(parsing, from, to, &term);
        if (*term.values->text != '\0')
            add_term(parsing, &term);
        return true;
    }
    const char *name = cut(text, colon, parsing->arena);
    const char *value = colon + sign_size(colon, ':');
    if (forms_hold("sort|並び|並べ替え", name, parsing->arena))
        return parse_sort(parsing, value);
    bool parsed = forms_hold("is|状態", name, parsing->arena)
                      ? parse_is(parsing, value, &term)
                      : parse_test(parsing, name, value, &term);
    if (parsed)
        add_term(parsing, &term);
    return parsed;
}

bool filter_parse(const Entity *kind, const char *text, Day today, Arena *arena, Filter *ret,
                  Err *err)
{
    Parsing parsing = {.kind = kind, .today = today, .arena = arena, .err = err};
    for (const char *at = text; *at != '\0';) {
        size_t blank = sign_size(at, ' ');
        if (blank > 0) {
            at += blank;
            continue;
        }
        const char *end = find_sign(at, ' ');
        if (!parse_term(&parsing, at, end))
            return false;
        at = end;
    }
    *ret = (Filter){.terms = parsing.terms,
                    .count = parsing.count,
                    .sort = parsing.sort,
                    .descending = parsing.descending};
    return true;
}

static bool is_secret(const Field *field)
{
    bool words = field && (field->type == T_WORD || field->type == T_YES);
    return field && ((field->flags & MASKED) || ((field->flags & DISCREET) && !words));
}

const Field *filter_tells(const Filter *filter)
{
    for (size_t i = 0; i < filter->count; i++) {
        const FilterTerm *term = &filter->terms[i];
        bool named = term->test == FILTER_ONE || term->test == FILTER_RANGE;
        if (named && is_secret(term->field))
            return term->field;
    }
    return is_secret(filter->sort) ? filter->sort : NULL;
}
