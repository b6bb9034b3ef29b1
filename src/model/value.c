// SPDX-License-Identifier: GPL-3.0-or-later
// What each type of field means: its place in the struct, how it is read, shown and written.
#include "mawari/model/value.h"

#include <assert.h>
#include <string.h>

#include "mawari/base/text.h"
#include "value_type.h"

typedef enum Place { IN_TEXT, IN_INT32, IN_WORD, IN_ID, IN_MOMENT } Place;
typedef enum Written { AS_TEXT, AS_NUMBER, AS_BOOL, AS_DEGREES } Written; // in JSON

typedef struct Type {
    Place place;
    bool (*read)(const Reading *reading, Value *ret);
    char *(*show)(const Showing *showing);
    char *(*plain)(const Showing *showing);
    Written written;
} Type;

static const Type types[] = {
    [T_TEXT] = {IN_TEXT, read_text, show_text, show_text, AS_TEXT},
    [T_LONG] = {IN_TEXT, read_long, show_text, show_text, AS_TEXT},
    [T_READING] = {IN_TEXT, read_reading, show_text, show_text, AS_TEXT},
    [T_RULE] = {IN_TEXT, read_rule, show_rule, show_text, AS_TEXT},
    [T_PHONE] = {IN_TEXT, read_phone, show_text, show_text, AS_TEXT},
    [T_WHOLE] = {IN_INT32, read_whole, show_whole, plain_whole, AS_NUMBER},
    [T_DAY] = {IN_INT32, read_day, show_day, plain_day, AS_TEXT},
    [T_MINUTE] = {IN_INT32, read_minute, show_minute, show_minute, AS_TEXT},
    [T_MINUTES] = {IN_INT32, read_minutes, show_minutes, plain_whole, AS_NUMBER},
    [T_YEN] = {IN_INT32, read_yen, show_yen, plain_whole, AS_NUMBER},
    [T_DEGREE] = {IN_INT32, read_degree, plain_degree, plain_degree, AS_DEGREES},
    [T_WORD] = {IN_WORD, read_word, show_word, show_text, AS_TEXT},
    [T_YES] = {IN_INT32, read_yes, show_yes, plain_yes, AS_BOOL},
    [T_WEEKDAYS] = {IN_INT32, read_weekdays, show_weekdays, plain_weekdays, AS_TEXT},
    [T_MOMENT] = {IN_MOMENT, read_moment, show_moment, plain_moment, AS_TEXT},
    [T_REF] = {IN_ID, read_nothing, plain_whole, plain_whole, AS_NUMBER},
    [T_ANY] = {IN_ID, read_nothing, plain_whole, plain_whole, AS_NUMBER},
};

Value value_none(void)
{
    return (Value){.kind = V_NONE};
}

Value value_whole(int64_t whole)
{
    return (Value){.kind = V_WHOLE, .whole = whole};
}

Value value_text(const char *text)
{
    return text == NULL ? value_none() : (Value){.kind = V_TEXT, .text = text};
}

static Value value_of_int32(const Field *field, int32_t whole)
{
    if (whole == NONE)
        return value_none();
    if (field->type != T_WORD)
        return value_whole(whole);
    const Word *word = words_by_value(field->of, whole);
    return word == NULL ? value_none() : value_text(word->code);
}

Value value_of(const Field *field, const void *record)
{
    const char *at = (const char *)record + field->at;
    switch (types[field->type].place) {
    case IN_TEXT:
        return value_text(*(const char *const *)(const void *)at);
    case IN_ID: {
        Id id = *(const Id *)(const void *)at;
        return id == 0 ? value_none() : value_whole(id);
    }
    case IN_MOMENT: {
        Moment moment = *(const Moment *)(const void *)at;
        return moment == NO_MOMENT ? value_none() : value_whole(moment);
    }
    case IN_INT32:
    case IN_WORD:
        break;
    }
    return value_of_int32(field, *(const int32_t *)(const void *)at);
}

Id reference_of(const Entity *kind, const char *name, const void *record)
{
    const Field *field = entity_own_field(kind, name);
    if (!field || !field_is_reference(field) || field_is_derived(kind, field))
        return 0;
    Value value = value_of(field, record);
    return value.kind == V_WHOLE ? value.whole : 0;
}

void value_put(const Field *field, void *record, Value value, Arena *arena)
{
    void *at = (char *)record + field->at;
    switch (types[field->type].place) {
    case IN_TEXT:
        *(const char **)at = value.kind == V_TEXT ? arena_copy(arena, value.text) : NULL;
        return;
    case IN_ID:
        *(Id *)at = value.kind == V_WHOLE ? value.whole : 0;
        return;
    case IN_MOMENT:
        *(Moment *)at = value.kind == V_WHOLE ? value.whole : NO_MOMENT;
        return;
    case IN_WORD: {
        const Word *word = value.kind == V_TEXT ? words_by_code(field->of, value.text) : NULL;
        *(int32_t *)at = word == NULL ? NONE : word->value;
        return;
    }
    case IN_INT32:
        *(int32_t *)at = value.kind == V_WHOLE ? (int32_t)value.whole : NONE;
        return;
    }
}

int value_compare(Value a, Value b)
{
    if (a.kind != b.kind || a.kind == V_NONE)
        return (a.kind == V_NONE) - (b.kind == V_NONE);
    if (a.kind == V_TEXT)
        return strcmp(a.text, b.text);
    return (a.whole > b.whole) - (a.whole < b.whole);
}

bool value_same(Value a, Value b)
{
    return a.kind == b.kind && value_compare(a, b) == 0;
}

DayLook field_look(const Field *field)
{
    static const char *const ahead[] = {"due",    "wake",       "nag",     "until",
                                        "latest", "next_visit", "tell_by", "wanted"};
    for (size_t i = 0; i < sizeof ahead / sizeof *ahead; i++)
        if (strcmp(field->name, ahead[i]) == 0)
            return LOOK_FORWARD;
    return LOOK_BACK;
}

void record_blank(const Entity *kind, void *record, Day today, Arena *arena)
{
    const ValueContext context = {.today = today, .look = LOOK_FORWARD};
    memset(record, 0, kind->size); // the gaps between the fields
    for (size_t i = 0; i < kind->count; i++) {
        const Field *field = &kind->fields[i];
        Value start = value_none();
        bool read = field->start == NULL ||
                    value_read(field, field->start, &context, arena, &start, NULL);
        assert(read);
        (void)read;
        value_put(field, record, start, arena);
    }
}

/// "none" clears any field; what is no text is also cleared by the words that lists use.
static bool is_nothing(const Field *field, const char *trimmed, Arena *arena)
{
    static const char *const words[] = {"なし", "無し", "不明", "未定", "-"}; // as they are folded
    enum { LONGEST = 32 }; // bytes of any way to write one of them
    if (*trimmed == '\0')
        return true;
    if (strlen(trimmed) > LONGEST)
        return false;
    const char *folded = text_fold(trimmed, arena);
    if (strcmp(folded, "none") == 0)
        return true;
    bool is_word = types[field->type].place != IN_TEXT && field->type != T_YES;
    for (size_t i = 0; is_word && i < sizeof words / sizeof *words; i++)
        if (strcmp(folded, words[i]) == 0)
            return true;
    return false;
}

bool value_read(const Field *field, const char *typed, const ValueContext *context, Arena *arena,
                Value *ret, Err *err)
{
    const char *trimmed = text_trim(typed, arena);
    if (is_nothing(field, trimmed, arena)) {
        *ret = value_none();
        return true;
    }
    const Reading reading = {field, trimmed, context, arena, err};
    if (!text_valid(trimmed, strlen(trimmed)))
        return reading_refused(&reading, _("text in UTF-8"));
    return types[field->type].read(&reading, ret);
}

char *value_shown(const Field *field, Value value, const ValueContext *context, Arena *arena)
{
    const Showing showing = {field, value, context, arena};
    Place place = types[field->type].place;
    if (value.kind == V_TEXT && place != IN_TEXT && place != IN_WORD)
        return show_text(&showing); // a reference by its name
    return value.kind == V_NONE ? arena_copy(arena, "") : types[field->type].show(&showing);
}

char *value_plain(const Field *field, Value value, const ValueContext *context, Arena *arena)
{
    const Showing showing = {field, value, context, arena};
    if (value.kind == V_TEXT)
        return show_text(&showing);
    return value.kind == V_NONE ? arena_copy(arena, "") : types[field->type].plain(&showing);
}

void value_json(Json *json, const Field *field, Value value, const ValueContext *context)
{
    Written written = value.kind == V_TEXT ? AS_TEXT : types[field->type].written;
    if (value.kind == V_NONE)
        json_null(json, field->name);
    else if (written == AS_TEXT)
        json_text(json, field->name, value_plain(field, value, context, json->out.arena));
    else if (written == AS_BOOL)
        json_bool(json, field->name, value.whole == 1);
    else if (written == AS_DEGREES)
        json_degrees(json, field->name, (int32_t)value.whole);
    else
        json_whole(json, field->name, value.whole);
}
