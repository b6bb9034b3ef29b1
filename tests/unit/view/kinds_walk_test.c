// SPDX-License-Identifier: GPL-3.0-or-later
// A walk over all kinds: every field is reached in its form, typed, understood and saved as typed;
// every kind's sheet shows it. A new kind is walked without a line here.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "golden.h"
#include "mawari/app/find.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "seat.h"
#include "tty.h"
#include "view/shell.h"

enum { KINDS = 80, ROWS = 120, COLUMNS = 80 };

/// What was made so far: references are typed by these names.
typedef struct Walk {
    Seat *seat;
    Id ids[KINDS]; // in the order of entities()
} Walk;

#define ANOTHER_PROMISE "もう一つの約束"

/// Fields whose text must be more than any text, or stand behind another field's. "@client" is the
/// name of the client that was made.
static const struct {
    const char *kind, *field, *typed;
} special[] = {
    {"client", "cycle", "14"},
    {"client", "cycle_window", "3"},
    {"hours", "opens", "09:00"},
    {"hours", "closes", "17:30"},
    {"recurrence", "rule", "第2火"},
    {"day_plan", "start", "08:15"},
    {"day_plan", "end", "18:45"},
    {"private_time", "start", "12:10"},
    {"private_time", "end", "13:20"},
    {"site", "latitude", "43.0625"},
    {"site", "longitude", "141.3544"},
    {"visit", "arrived", "2026-11-24 09:10"},
    {"visit", "departed", "2026-11-24 09:40"},
    {"chain_link", "waits_for", ANOTHER_PROMISE}, // none waits for itself
    {"link", "to", "@site"},
    {"demand", "asked", "-5%"},
    {"incident", "day", "2026-11-20"}, // nobody said it tomorrow, nor was it so tomorrow:
    {"temper", "day", "2026-11-20"},
    {"visit", "day", "2026-11-20"},
    {"sale", "month", "2026-10"},
    {"meeting", "day", "2026-11-20"},
    {"entertainment", "day", "2026-11-20"},
    {"topic_told", "day", "2026-11-20"},
    {"sighting", "day", "2026-11-20"},
    {"demand", "day", "2026-11-19"},
    {"demand", "answered", "2026-11-20"},
    {"concession", "day", "2026-11-19"},
    {"concession", "back_on", "2026-11-20"},
    {"contract", "start", "2025-12-05"},
    {"price", "since", "2026-11-19"},
    {"deal", "opened", "2026-11-19"},
    {"deal", "closed", "2026-11-20"},
    {"offer", "day", "2026-11-20"},
    {"loan", "lent", "2026-11-19"},
    {"loan", "returned", "2026-11-20"},
    {"round_client", "day", "2026-11-20"},
    {"incident", "strikes", ""}, // there is none before it
    {"leg", "from", "@site"},
    {"leg", "to", "@office"},
};

static size_t place_of(const Entity *kind)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        if (kinds[i] == kind)
            return i;
    fail_msg("%s is no kind", kind->name);
    return 0;
}

static const char *reference(const Walk *walk, const Field *field)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        if (walk->ids[i] && field_refers_to(field, kinds[i]))
            return app_name(walk->seat->app, walk->ids[i], walk->seat->arena);
    return "";
}

static const char *text_for(const Walk *walk, const Entity *kind, const Field *field)
{
    Arena *arena = walk->seat->arena;
    const Range *range = field->of;
    switch (field->type) {
    case T_READING:
        return "よみがな";
    case T_RULE:
        return "2tue";
    case T_PHONE:
        return "011-000-9876";
    case T_WHOLE:
        return arena_print(arena, "%d", range && range->least > 2 ? range->least : 2);
    case T_DAY:
        return "2026-12-04";
    case T_MINUTE:
        return "10:30";
    case T_MINUTES:
        return "45";
    case T_YEN:
        return "1200";
    case T_DEGREE:
        return "42.5";
    case T_WORD:
        return lang_text(((const Words *)field->of)->rows[0].title);
    case T_YES:
        return "yes";
    case T_WEEKDAYS:
        return "月水";
    case T_MOMENT:
        return "2026-11-24 09:10";
    case T_REF:
    case T_ANY:
        return reference(walk, field);
    case T_TEXT:
    case T_LONG:
        break;
    }
    return arena_print(arena, "%sの%s", lang_text(kind->title),
                       field->flags & NAMES ? "名" : lang_text(field->title));
}

static const char *meant(const Walk *walk, const char *typed)
{
    if (*typed != '@')
        return typed;
    return app_name(walk->seat->app, walk->ids[place_of(entity_named(typed + 1))],
                    walk->seat->arena);
}

static const char *typed_for(const Walk *walk, const Entity *kind, const Field *field)
{
    for (size_t i = 0; i < sizeof special / sizeof *special; i++)
        if (strcmp(special[i].kind, kind->name) == 0 && strcmp(special[i].field, field->name) == 0)
            return meant(walk, special[i].typed);
    return text_for(walk, kind, field);
}

static void fails(const Walk *walk, const Entity *kind, const Field *field, const char *what)
{
    fprintf(stderr, "%s", seat_text(walk->seat));
    fail_msg("%s.%s %s", kind->name, field ? field->name : "", what);
}

/// Empties the field under the cursor and types into it.
static void type_field(const Walk *walk, const Entity *kind, const Field *field)
{
    Screen *screen = walk->seat->screen;
    const char *typed = typed_for(walk, kind, field);
    if (!screen->form || screen->form->at >= screen->form->count ||
        screen->form->fields[screen->form->at].field != field)
        fails(walk, kind, field, "is not reached by Enter from the field before");
    seat_type(walk->seat, TTY_END "\025"); // Ctrl-U: back to the line's beginning
    while (screen->form->fields[screen->form->at].line.size)
        seat_type(walk->seat, TTY_BACKSPACE);
    seat_commit(walk->seat, typed);
    if (screen->form->fields[screen->form->at].wrong)
        fails(walk, kind, field, "does not understand what it should");
    if (seat_find(walk->seat, lang_text(field->title), NULL) < 0)
        fails(walk, kind, field, "has no label on the screen, or one too long to be read");
    seat_type(walk->seat, TTY_ENTER);
}

static bool is_in_form(const Field *field)
{
    return !(field->flags & HIDDEN);
}

static void fill_form(const Walk *walk, const Entity *kind)
{
    for (size_t i = 0; i < kind->count; i++)
        if (is_in_form(&kind->fields[i]))
            type_field(walk, kind, &kind->fields[i]);
}

static bool keep_newest(void *context, Id id, const void *record, Err *err)
{
    (void)record, (void)err;
    Id *newest = context;
    *newest = id > *newest ? id : *newest;
    return true;
}

/// The record that the saved form made: the newest of its kind.
static Id saved(const Walk *walk, const Entity *kind)
{
    Id newest = 0;
    Err err = {0};
    if (walk->seat->screen->form)
        fails(walk, kind, NULL, "could not be saved");
    if (!record_each(walk->seat->app->store, kind, false, keep_newest, &newest, &err))
        fail_msg("%s", err.text);
    return newest;
}

static void compare_saved(const Walk *walk, const Entity *kind, Id id)
{
    Err err = {0};
    Arena *arena = walk->seat->arena;
    void *record = arena_take(arena, kind->size);
    if (!record_get(walk->seat->app->store, kind, id, arena, record, &err))
        fail_msg("%s: %s", kind->name, err.text);
    for (size_t i = 0; i < kind->count; i++) {
        Value wanted;
        const Field *field = &kind->fields[i];
        if (!is_in_form(field))
            continue;
        if (!app_read_field(walk->seat->app, kind, field, typed_for(walk, kind, field), arena,
                            &wanted, &err))
            fail_msg("%s.%s: %s", kind->name, field->name, err.text);
        if (!value_same(wanted, value_of(field, record)))
            fails(walk, kind, field, "was not saved as typed");
    }
}

static void walk_form(Walk *walk, const Entity *kind)
{
    Seat *seat = walk->seat;
    screen_form(seat->screen, kind, 0, NULL, 0);
    fill_form(walk, kind);
    seat_sees(seat, _("[ Save ]"));
    seat_type(seat, TTY_ENTER);
    Id id = saved(walk, kind);
    walk->ids[place_of(kind)] = id;
    compare_saved(walk, kind, id);
}

static void add_another_promise(Seat *seat)
{
    Err err = {0};
    Effect effect = {0};
    const FieldArg what = {"what", ANOTHER_PROMISE};
    const Args args = {
        .kind = &entity_commitment, .fields = &what, .field_count = 1, .day = NONE, .minute = NONE};
    if (!command_run(seat->app, command_named("new"), &args, &effect, &err))
        fail_msg("%s", err.text);
}

static Walk walk_all(const char *lang)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    Walk walk = {.seat = seat_open((SeatPlan){.rows = ROWS, .columns = COLUMNS, .lang = lang})};
    assert_true(count <= KINDS);
    add_another_promise(walk.seat);
    for (size_t i = 0; i < count; i++)
        walk_form(&walk, kinds[i]);
    return walk;
}

static void every_field_of_every_kind_is_typed_in_its_form_and_saved(void **state)
{
    (void)state;
    Walk walk = walk_all("en");
    seat_close(walk.seat);
}

/// The body of the screen: without tabs, rules, message and keys.
static void add_body(Buffer *out, const char *screen)
{
    for (int row = 0; *screen; row++) {
        size_t size = strcspn(screen, "\n");
        if (row >= 2 && row < ROWS - 3 && size) {
            buffer_add_bytes(out, screen, size);
            buffer_add(out, "\n");
        }
        screen += size + 1;
    }
    buffer_add(out, "\n");
}

static void every_kinds_sheet_is_as_approved(void **state)
{
    (void)state;
    Walk walk = walk_all("ja");
    size_t count;
    const Entity *const *kinds = entities(&count);
    Buffer text = {.arena = walk.seat->arena}, roles = {.arena = walk.seat->arena};
    for (size_t i = 0; i < count; i++) {
        screen_open_sheet(walk.seat->screen, kinds[i], walk.ids[i]);
        seat_type(walk.seat, "<");
        add_body(&text, seat_text(walk.seat));
        add_body(&roles, canvas_as_roles(walk.seat->canvas, walk.seat->arena));
    }
    assert_true(golden_same("sheets-ja.screen", buffer_text(&text), buffer_text(&roles)));
    seat_close(walk.seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_of_every_kind_is_typed_in_its_form_and_saved),
        cmocka_unit_test(every_kinds_sheet_is_as_approved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
