// SPDX-License-Identifier: GPL-3.0-or-later
// Walks all kinds: what must be true of every table of fields.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/model/kinds.h"
#include "mawari/model/rules.h"
#include "mawari/model/value.h"

static const Day today = 20781; // Tue 24 Nov 2026

typedef void (*KindCheck)(const Entity *kind, Arena *arena);

static void for_each_kind(KindCheck check)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    Arena *arena = arena_open();
    for (size_t i = 0; i < count; i++)
        check(kinds[i], arena);
    arena_close(arena);
}

static size_t how_many_flagged(const Entity *kind, unsigned flag)
{
    size_t found = 0;
    for (size_t i = 0; i < kind->count; i++)
        found += (kind->fields[i].flags & flag) != 0;
    return found;
}

static void check_flags(const Entity *kind, Arena *arena)
{
    (void)arena;
    assert_int_equal(how_many_flagged(kind, NAMES), 1);
    assert_true(how_many_flagged(kind, OWNER) <= 1);
    assert_true(how_many_flagged(kind, KEY) <= 1);
    assert_true(how_many_flagged(kind, LISTED) >= 1);
    assert_true(entity_name_field(kind)->type == T_TEXT ||
                entity_name_field(kind)->type == T_LONG || entity_name_field(kind)->type == T_RULE);
    const Field *owner = entity_owner_field(kind);
    assert_true(owner == NULL || owner->type == T_REF || owner->type == T_ANY);
}

static void every_kind_has_one_name_and_at_most_one_owner(void **state)
{
    (void)state;
    for_each_kind(check_flags);
}

/// Derived fields stand in a struct of their own.
static void check_array(const Field *fields, size_t count, const Entity *kind)
{
    for (size_t i = 0; i < count; i++) {
        const Field *field = &fields[i];
        assert_true(field->title != NULL && *field->title != '\0');
        assert_true(field->width > 0 && field->least > 0 && field->least <= 40);
        bool needs_words = field->type == T_WORD, needs_kind = field->type == T_REF;
        assert_true((!needs_words && !needs_kind) || field->of != NULL);
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(field->name, fields[k].name);
            assert_int_not_equal(field->at, fields[k].at);
        }
        assert_true(fields == kind->derived || field->at < kind->size);
    }
}

static void check_fields(const Entity *kind, Arena *arena)
{
    (void)arena;
    check_array(kind->fields, kind->count, kind);
    check_array(kind->derived, kind->derived_count, kind);
    for (size_t i = 0; i < kind->derived_count; i++)
        for (size_t k = 0; k < kind->count; k++)
            assert_string_not_equal(kind->derived[i].name, kind->fields[k].name);
}

static void every_field_has_a_title_a_name_and_a_place_of_its_own(void **state)
{
    (void)state;
    for_each_kind(check_fields);
}

static void check_kind(const Entity *kind, Arena *arena)
{
    (void)arena;
    assert_true(*kind->title != '\0' && *kind->titles != '\0');
    assert_ptr_equal(entity_named(kind->name), kind);
    assert_ptr_equal(entity_named(kind->plural), kind);
    assert_ptr_equal(entity_named(kind->title), kind);
    const char *order = kind->order + (*kind->order == '-');
    assert_non_null(entity_field(kind, order));
    for (size_t i = 0; i < kind->count; i++)
        assert_ptr_equal(entity_field(kind, kind->fields[i].name), &kind->fields[i]);
    for (size_t i = 0; i < kind->derived_count; i++)
        assert_true(field_is_derived(kind, entity_field(kind, kind->derived[i].name)));
}

static void every_kind_and_field_is_found_by_its_name(void **state)
{
    (void)state;
    for_each_kind(check_kind);
}

static void check_blank(const Entity *kind, Arena *arena)
{
    const ValueContext context = {.today = today};
    void *record = arena_take(arena, kind->size);
    record_blank(kind, record, today, arena);
    for (size_t i = 0; i < kind->count; i++) {
        const Field *field = &kind->fields[i];
        Value value = value_of(field, record), expected = value_none();
        if (field->start != NULL)
            assert_true(value_read(field, field->start, &context, arena, &expected, NULL));
        assert_true(value_same(value, expected));
    }
}

static void a_blank_record_is_unknown_but_for_its_starts(void **state)
{
    (void)state;
    for_each_kind(check_blank);
}

/// Every rule of the kind is walked: a field that a rule misspells stops here.
static void check_rules(const Entity *kind, Arena *arena)
{
    void *record = arena_take(arena, kind->size);
    record_blank(kind, record, today, arena);
    Err err = {0};
    bool consistent = record_consistent(kind, record, &err);
    assert_true(consistent || kind == &entity_private_time || kind == &entity_guest ||
                kind == &entity_loan); // those need one of two
}

static void a_blank_record_contradicts_nothing(void **state)
{
    (void)state;
    for_each_kind(check_rules);
}

static void check_words(const Words *words, Arena *arena)
{
    for (size_t i = 0; i < words->count; i++) {
        const Word *word = &words->rows[i];
        assert_ptr_equal(words_by_code(words, word->code), word);
        assert_ptr_equal(words_by_value(words, word->value), word);
        assert_ptr_equal(words_read(words, word->code, arena), word);
        assert_ptr_equal(words_read(words, word->title, arena), word);
    }
}

static void check_words_of(const Entity *kind, Arena *arena)
{
    for (size_t i = 0; i < kind->count; i++)
        if (kind->fields[i].type == T_WORD)
            check_words(kind->fields[i].of, arena);
}

static void every_word_is_found_by_code_value_and_title(void **state)
{
    (void)state;
    for_each_kind(check_words_of);
    assert_null(words_by_code(&words_rank, "D"));
    assert_null(words_by_value(&words_rank, NONE));
}

static void fields_are_found_by_what_an_office_calls_them(void **state)
{
    (void)state;
    static const struct {
        const Entity *kind;
        const char *called, *field;
    } rows[] = {
        {&entity_client, "Rank", "rank"},         {&entity_client, "ランク", "rank"},
        {&entity_client, "ＲＡＮＫ", "rank"},     {&entity_client, "last visit", "last_visit"},
        {&entity_site, "Telephone", "telephone"}, {&entity_site, "所在地", "address"},
        {&entity_visit, "訪問日", "day"},         {&entity_post, "役職", "title"},
        {&entity_commitment, "ball", "ball"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(entity_field(rows[i].kind, rows[i].called)->name, rows[i].field);
    assert_null(entity_field(&entity_client, "nothing"));
    assert_ptr_equal(entity_own_field(&entity_client, "name"),
                     entity_field(&entity_client, "name"));
    assert_null(entity_own_field(&entity_client, "フリガナ")); // a heading is no name of its own
    assert_null(entity_named("nothing"));
}

static void references_know_their_kinds(void **state)
{
    (void)state;
    const Field *client = entity_field(&entity_site, "client");
    assert_true(field_refers_to(client, &entity_client));
    assert_false(field_refers_to(client, &entity_site));
    const Field *place = entity_field(&entity_leg, "from");
    assert_true(field_refers_to(place, &entity_resting_place));
    assert_false(field_refers_to(place, &entity_client));
    assert_true(field_refers_to(entity_field(&entity_note, "on"), &entity_holiday));
    assert_false(field_refers_to(entity_field(&entity_site, "name"), &entity_client));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_one_name_and_at_most_one_owner),
        cmocka_unit_test(every_field_has_a_title_a_name_and_a_place_of_its_own),
        cmocka_unit_test(every_kind_and_field_is_found_by_its_name),
        cmocka_unit_test(a_blank_record_is_unknown_but_for_its_starts),
        cmocka_unit_test(a_blank_record_contradicts_nothing),
        cmocka_unit_test(every_word_is_found_by_code_value_and_title),
        cmocka_unit_test(fields_are_found_by_what_an_office_calls_them),
        cmocka_unit_test(references_know_their_kinds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
