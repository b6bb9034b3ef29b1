// SPDX-License-Identifier: GPL-3.0-or-later
// What a form makes of what is typed: the row under the field, offers, and readings of names.
#include <stdio.h>
#include <string.h>

#include "form.h"
#include "mawari/app/find.h"
#include "mawari/app/places.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "mawari/store/search.h"

enum { SAID_COLUMNS = 60 };

static void offer(Form *form, const char *text)
{
    if (form->offer_count < FORM_OFFERS)
        form->offers[form->offer_count++] = text;
}

static void offer_words(Form *form, const Words *words, const char *typed)
{
    char *folded = text_fold(typed, form->arena);
    for (size_t i = 0; i < words->count; i++) {
        const char *title = lang_text(words->rows[i].title);
        if (strstr(text_fold(title, form->arena), folded) || strstr(words->rows[i].code, folded))
            offer(form, title);
    }
}

static size_t kinds_of(const Field *field, const Entity *const **ret)
{
    if (field->type == T_ANY && field->of) {
        const KindSet *set = field->of;
        *ret = set->kinds;
        return set->count;
    }
    *ret = NULL;
    return 0;
}

static void offer_records(App *app, Form *form, const Field *field, const char *typed)
{
    const Entity *one = field->of;
    const Entity *const *kinds = &one;
    size_t kind_count = 1, count;
    Hit *hits;
    if (field->type == T_ANY)
        kind_count = kinds_of(field, &kinds);
    if (*typed && search(app->store, typed, kind_count ? kinds : NULL, kind_count, FORM_OFFERS,
                         form->arena, &hits, &count, NULL))
        for (size_t i = 0; i < count; i++)
            offer(form, hits[i].name);
}

/// What can be typed where nothing is yet and the label does not say it.
static const char *const examples[] = {
    [T_RULE] = N_("as: 2tue, last fri, 20, eom-1wd, 14d"),
    [T_DAY] = N_("as: fri, 20, 11/20, +3d, eom"),
    [T_WHOLE] = N_("a number"),
    [T_MINUTE] = N_("as: 930, 9:30"),
    [T_MINUTES] = N_("minutes; as: 45, 1h30"),
    [T_YEN] = N_("yen; as: 1200, 1.5万"),
    [T_DEGREE] = N_("as: 43.0621, or a link from a map"),
    [T_YES] = N_("yes or no"),
    [T_WEEKDAYS] = N_("as: mon,thu, mon-fri, hol"),
    [T_REF] = N_("a name, or how it or its reading begins"),
    [T_ANY] = N_("a name, or how it or its reading begins"),
};

/// Where the type alone does not say it.
static const struct {
    const Entity *kind; // NULL: of any
    const char *field, *example;
} own_examples[] = {
    {&entity_client, "cycle", N_("days between visits; as: 14")},
    {&entity_leg, "minutes", N_("minutes; left empty: as long as the train takes")},
    {NULL, "longitude", N_("as: 141.3544, or a link from a map")},
};

static const char *example_of(const Entity *kind, const Field *field)
{
    const Range *range = field->type == T_WHOLE ? field->of : NULL;
    if (range && range->most_also)
        return N_("a day of the month, or eom");
    for (size_t i = 0; i < sizeof own_examples / sizeof *own_examples; i++)
        if ((!own_examples[i].kind || own_examples[i].kind == kind) &&
            strcmp(own_examples[i].field, field->name) == 0)
            return own_examples[i].example;
    return field->type < sizeof examples / sizeof *examples ? examples[field->type] : NULL;
}

static void say_example(const Form *form, FormField *row)
{
    const char *example = example_of(form->kind, row->field);
    if (example && !*row->proposed && !row->masked)
        snprintf(row->said, sizeof row->said, "%s", lang_text(example));
}

/// As it is read when it is saved.
static ValueContext context_of(const App *app, const Form *form, const Field *field)
{
    ValueContext context = app_context(app);
    context.look = app_field_look(form->kind, field);
    return context;
}

/// Of a day that was typed as its month only the month is known.
static bool say_month(const App *app, const Form *form, FormField *row)
{
    Day first;
    int year, month, day;
    if (!(row->field->flags & MONTH) ||
        !month_parse(row->line.text, app->today, app_field_look(form->kind, row->field), &first))
        return false;
    day_to(first, &year, &month, &day);
    snprintf(row->said, sizeof row->said, _("→ the month %d-%02d"), year, month);
    return true;
}

static void say_day(App *app, const Form *form, FormField *row, Day day)
{
    Arena *arena = form->arena;
    if (say_month(app, form, row))
        return;
    int ahead = day - app->today;
    const char *distance = ahead == 0    ? _("today")
                           : ahead == 1  ? _("tomorrow")
                           : ahead == -1 ? _("yesterday")
                           : ahead > 0   ? arena_print(arena, _("in %d days"), ahead)
                                         : arena_print(arena, _("%d days ago"), -ahead);
    snprintf(row->said, sizeof row->said, "→ %s, %s", day_text_full(day, app->today, arena),
             distance);
}

/// Whether a name is all that such a record needs.
static bool is_made_by_name(const Entity *kind)
{
    for (size_t i = 0; i < kind->count; i++)
        if (kind->fields[i].flags & NEEDED && !(kind->fields[i].flags & NAMES))
            return false;
    return true;
}

/// The last offer makes what is named, where nothing of that name is known.
static void offer_new(Form *form, const FormField *row)
{
    const char *name = text_trim(row->line.text, form->arena);
    if (row->field->type != T_REF || !*name || !is_made_by_name(row->field->of))
        return;
    for (size_t i = 0; i < form->offer_count; i++)
        if (text_same_folded(form->offers[i], name, form->arena))
            return;
    if (form->offer_count == FORM_OFFERS)
        form->offer_count--;
    offer(form, arena_print(form->arena, _("new: %s"), name));
    form->new_name = name;
}

bool form_make_new(App *app, Form *form, Effect *ret, Err *err)
{
    FormField *row = &form->fields[form->at];
    FieldArg name = {.value = arena_copy(form->kept, form->new_name)};
    const Entity *kind = row->field->of;
    for (size_t i = 0; i < kind->count; i++)
        if (kind->fields[i].flags & NAMES)
            name.name = kind->fields[i].name;
    Args args = {.kind = kind, .fields = &name, .field_count = 1, .day = NONE, .minute = NONE};
    if (!command_run(app, command_named("new"), &args, ret, err))
        return false;
    line_set(&row->line, name.value);
    form_touch(form, row);
    form_understand(app, form);
    return true;
}

/// Whom or what a name stands for; while several are offered nothing is wrong yet.
static void understand_reference(App *app, Form *form, FormField *row)
{
    Err err = {0};
    Id id;
    row->wrong = false;
    *row->said = '\0';
    if (!row->line.size)
        say_example(form, row);
    if (!row->changed || !row->line.size)
        return;
    offer_records(app, form, row->field, row->line.text);
    offer_new(form, row);
    const Entity *one = row->field->of;
    KindSet only = {.kinds = &one, .count = 1};
    const KindSet *kinds = row->field->type == T_ANY ? row->field->of : &only;
    if (app_find(app, kinds, row->line.text, &id, &err)) {
        snprintf(row->said, sizeof row->said, "→ %s", app_name(app, id, form->arena));
    } else if (form->offer_count == 1 && form->new_name) {
        snprintf(row->said, sizeof row->said, "%s", _("nothing is called so yet: Tab makes it"));
    } else if (form->offer_count > 0) {
        snprintf(row->said, sizeof row->said, "%s", _("↑ ↓ choose, Tab takes the first"));
    } else {
        row->wrong = true;
        snprintf(row->said, sizeof row->said, "! %.*s", FORM_SAID - 3, err.text);
    }
}

/// Behind the field's title, which stands before it on the screen.
static const char *without_title(const char *error, const Field *field)
{
    const char *title = lang_text(field->title);
    size_t size = strlen(title);
    bool begins = strncmp(error, title, size) == 0 && strncmp(error + size, ": ", 2) == 0;
    return begins ? error + size + 2 : error;
}

static void understand_value(App *app, Form *form, FormField *row)
{
    Err err = {0};
    Value value;
    ValueContext context = context_of(app, form, row->field);
    row->wrong = false;
    *row->said = '\0';
    if (!row->line.size) {
        say_example(form, row);
        return;
    }
    const char *hint = app_place_hint(app, form->kind, row->field, row->line.text, form->arena);
    if (hint) {
        snprintf(row->said, sizeof row->said, "→ %s", text_fit(hint, SAID_COLUMNS, form->arena));
        return;
    }
    if (!value_read(row->field, row->line.text, &context, form->arena, &value, &err)) {
        row->wrong = true;
        snprintf(row->said, sizeof row->said, "! %.*s", FORM_SAID - 3,
                 without_title(err.text, row->field));
    } else if (row->field->type == T_DAY && value.kind == V_WHOLE) {
        say_day(app, form, row, (Day)value.whole);
    } else if (row->field->type != T_TEXT && row->field->type != T_LONG) {
        snprintf(row->said, sizeof row->said, "→ %s",
                 value_shown(row->field, value, &context, form->arena));
    }
}

static bool is_words(const Field *field)
{
    return field->type == T_TEXT || field->type == T_LONG || field->type == T_READING ||
           field->type == T_PHONE || field_is_reference(field);
}

/// Beyond half a year the year is said, of this year as well: a contract's end is not taken for its
/// beginning.
static char *day_of_form(Day day, Day today, Arena *arena)
{
    enum { NEAR = 180, ANOTHER_YEAR = 400 };
    bool is_near = day - today < NEAR && today - day < NEAR;
    return day_text_full(day, is_near ? today : day + ANOTHER_YEAR, arena);
}

/// A day with its weekday, a length with its unit: as it is read, not as it was typed. Where a month
/// may stand for a day, only what was typed says which.
static void show_value(App *app, Form *form, FormField *row)
{
    const Field *field = row->field;
    Value value;
    ValueContext context = context_of(app, form, field);
    row->shown = row->line.text;
    row->unread = false;
    if (!row->line.size || is_words(field) || (field->flags & MONTH && field->of))
        return;
    row->unread = !app_place_hint(app, form->kind, field, row->line.text, form->arena) &&
                  !value_read(field, row->line.text, &context, form->arena, &value, NULL);
    if (row->unread || value.kind == V_NONE)
        return;
    row->shown = field->type == T_DAY && !(field->flags & MONTH)
                     ? day_of_form((Day)value.whole, app->today, form->arena)
                     : value_shown(field, value, &context, form->arena);
}

void form_understand(App *app, Form *form)
{
    arena_empty(form->arena);
    for (size_t i = 0; i < form->count; i++)
        show_value(app, form, &form->fields[i]);
    form->offer_count = form->chosen = 0;
    form->choosing = false;
    form->new_name = NULL;
    if (form->at >= form->count)
        return;
    FormField *row = &form->fields[form->at];
    if (field_is_reference(row->field)) {
        understand_reference(app, form, row);
        return;
    }
    if (row->field->type == T_WORD)
        offer_words(form, row->field->of, row->changed ? row->line.text : "");
    understand_value(app, form, row);
}

// --- readings

enum { KNOWN = 20 };

/// The first word: of 中村 恵 the family name.
static char *first_word(const char *name, Arena *arena)
{
    const char *narrow = text_trim(text_narrow(name, arena), arena);
    return arena_copy_bytes(arena, narrow, strcspn(narrow, " "));
}

/// How somebody of the same family name is read; NULL: nobody known has it.
static const char *known_reading(App *app, const char *name, Arena *arena)
{
    const Entity *const people[] = {&entity_contact};
    const char *family = first_word(name, arena);
    Hit *hits;
    size_t count;
    if (!*family || !search(app->store, family, people, 1, KNOWN, arena, &hits, &count, NULL))
        return NULL;
    for (size_t i = 0; i < count; i++) {
        Contact known;
        if (record_get(app->store, &entity_contact, hits[i].id, arena, &known, NULL) &&
            known.reading && *known.reading && strcmp(first_word(known.name, arena), family) == 0)
            return first_word(known.reading, arena);
    }
    return NULL;
}

static FormField *reading_of_form(Form *form)
{
    for (size_t i = 0; i < form->count; i++)
        if (form->fields[i].field->type == T_READING)
            return &form->fields[i];
    return NULL;
}

void form_leave(App *app, Form *form)
{
    if (form->at >= form->count)
        return;
    const FormField *name = &form->fields[form->at];
    FormField *reading = reading_of_form(form);
    if (!reading || reading->line.size || !(name->field->flags & NAMES) || !name->changed)
        return;
    const char *own = reading_of_name(name->line.text, form->arena);
    const char *known = form->kind == &entity_contact
                            ? known_reading(app, name->line.text, form->arena)
                            : NULL;
    *reading->proposed = '\0';
    if (own) {
        line_set(&reading->line, own);
        form_touch(form, reading);
    } else if (known) {
        snprintf(reading->proposed, sizeof reading->proposed, "%s", known);
    }
}
