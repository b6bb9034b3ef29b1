// SPDX-License-Identifier: GPL-3.0-or-later
// What a form does with keys: editing, moving between fields, saving, leaving.
#include <stdio.h>
#include <string.h>

#include "ground/hints.h"
#include "mawari/app/asks.h"
#include "mawari/app/find.h"
#include "mawari/app/usage.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "mawari/store/settings.h"

static void go_to(Screen *screen, size_t at)
{
    form_leave(screen->app, screen->form);
    screen->form->at = at;
    form_understand(screen->app, screen->form);
}

static void leave(Screen *screen)
{
    Form *form = screen->form;
    bool kept = form->unsaved || form->resumed;
    for (size_t i = 0; i < form->count; i++)
        kept = kept || form->fields[i].changed;
    form_keep(screen->app, form);
    if (kept)
        screen_say(screen, _("Kept as a draft: opening it again goes on"));
    form_close(form);
    screen->form = NULL;
    screen->mode = MODE_LIST;
    screen_pane(screen)->stale = true; // a list says which records have a draft
}

/// A locked store: all stays as it is typed, and screen_tick() tries again.
static void save_later(Screen *screen)
{
    screen->form->saving = true;
    form_keep(screen->app, screen->form);
    screen_say(screen,
               _("Another mawari is writing: this is kept, and saved as soon as it is done"));
    screen->changed = true;
}

/// A transfer (異動) opens what goes with the person.
static void open_hand_over(Screen *screen, const Args *saved, Id id)
{
    Id who = asks_hand_over(screen->app, saved, id);
    const Command *tell = command_named("hand-over");
    const Args args = {
        .kind = &entity_contact, .ids = &who, .id_count = 1, .day = NONE, .minute = NONE};
    Effect effect = {0};
    Err err = {0};
    if (who && command_run(screen->app, tell, &args, &effect, &err))
        text_pane_open(screen, lang_text(tell->title), effect.printed);
}

/// What could not be saved stays as it is typed, with the cursor where the fault is.
static void refused(Screen *screen, const Err *err)
{
    if (err->kind == ERR_BUSY) {
        save_later(screen);
        return;
    }
    form_point_at(screen->form, err->text);
    form_understand(screen->app, screen->form);
    screen_fail(screen, err);
}

/// The form goes, and what the record asks for opens.
static void saved_as(Screen *screen, const Args *saved, const Effect *effect)
{
    Form *form = screen->form;
    bool first = screen->was_empty && form->kind == &entity_client;
    form_forget(screen->app, form);
    hints_done(screen, NULL, form->kind);
    form_close(form);
    screen->form = NULL;
    screen->mode = MODE_LIST;
    screen_effect(screen, effect);
    open_hand_over(screen, saved, effect->id);
    if (asks_why_lost(screen->app, saved, effect->id))
        deal_ask_lost(screen, effect->id);
    if (asks_temper(screen->app, saved, effect->id))
        door_open(screen, &effect->id, 1);
    if (first && effect->id) // the empty day would say nothing of it
        screen_open_sheet(screen, &entity_client, effect->id);
}

void form_save(Screen *screen)
{
    Form *form = screen->form;
    App *app = screen->app;
    Effect effect = {0};
    Err err = {0};
    FieldArg *changes;
    const Id id = form->id; // it outlives the form
    Args args = {
        .kind = form->kind, .ids = &id, .id_count = id ? 1 : 0, .day = NONE, .minute = NONE};
    args.field_count = form_changes(form, screen->frame, &changes);
    args.fields = changes;
    form->saving = false;
    if (args.field_count == 0 && id) {
        form_forget(app, form);
        leave(screen);
        screen_say(screen, _("Nothing was changed"));
        return;
    }
    draft_goes_with_step(app->store, form->place);
    bool done = command_run(app, command_named(id ? "set" : "new"), &args, &effect, &err);
    draft_goes_with_step(app->store, NULL);
    if (done)
        saved_as(screen, &args, &effect);
    else
        refused(screen, &err);
}

static void make_new(Screen *screen)
{
    Effect effect = {0};
    Err err = {0};
    if (!form_make_new(screen->app, screen->form, &effect, &err))
        screen_fail(screen, &err);
    else
        screen_effect(screen, &effect);
}

static void take_offer(Screen *screen)
{
    Form *form = screen->form;
    if (form->new_name && form->chosen + 1 == form->offer_count) {
        make_new(screen);
        return;
    }
    FormField *row = &form->fields[form->at];
    line_set(&row->line, form->offers[form->chosen]);
    form_touch(form, row);
    form->offer_count = 0;
    form->choosing = false;
}

static bool steps_day(Screen *screen, int by)
{
    Form *form = screen->form;
    FormField *row = &form->fields[form->at];
    Day day;
    char iso[16];
    if (row->field->type != T_DAY || !day_parse(row->line.text, screen->app->today,
                                                app_field_look(form->kind, row->field), &day))
        return false;
    int year, month, date;
    day_to(day + by, &year, &month, &date);
    snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, month, date);
    line_set(&row->line, iso);
    form_touch(form, row);
    form_understand(screen->app, form);
    return true;
}

static void step(Screen *screen, int by)
{
    Form *form = screen->form;
    if (form->at < form->count && form->offer_count) {
        size_t last = form->offer_count - 1;
        if (form->choosing)
            form->chosen = by > 0 ? (form->chosen < last ? form->chosen + 1 : 0)
                                  : (form->chosen > 0 ? form->chosen - 1 : last);
        form->choosing = true;
        return;
    }
    if (form->at < form->count && steps_day(screen, by))
        return;
    if (by > 0 && form->at < form->count)
        go_to(screen, form->at + 1);
    if (by < 0 && form->at > 0)
        go_to(screen, form->at - 1);
}

/// Enter on an empty reading takes the one that is shown dim; Tab goes on without.
static void take_proposed(Form *form)
{
    FormField *row = &form->fields[form->at];
    if (row->line.size || !*row->proposed)
        return;
    line_set(&row->line, row->proposed);
    *row->proposed = '\0';
    form_touch(form, row);
}

static void enter(Screen *screen)
{
    Form *form = screen->form;
    if (form->at == form->count) {
        form_save(screen);
        return;
    }
    if (form->choosing)
        take_offer(screen);
    take_proposed(form);
    go_to(screen, form->at + 1);
}

static void tab(Screen *screen)
{
    Form *form = screen->form;
    bool only_new = form->new_name && form->offer_count == 1; // made when it is chosen, not passed
    bool takes = form->offer_count && (!only_new || form->choosing);
    if (form->at < form->count && takes && form->fields[form->at].changed)
        take_offer(screen);
    go_to(screen, form->at < form->count ? form->at + 1 : 0);
}

static void escape(Screen *screen)
{
    Form *form = screen->form;
    if (form->choosing) {
        form->choosing = false;
        form->offer_count = 0;
        return;
    }
    leave(screen);
}

/// A word is chosen anew, never typed on to; so are days and hours, and a number that a new record
/// began with: 5 behind a proposed 1 are not fifteen.
static bool begins_anew(const Form *form, const FormField *row, const Key *key)
{
    if (row->changed || row->typed || key->code != KEY_IS_TEXT || row->line.at < row->line.size)
        return false;
    switch (row->field->type) {
    case T_WORD:
    case T_DAY:
    case T_MINUTE:
        return true;
    case T_MINUTES:
    case T_WHOLE:
    case T_YEN:
        return form->id == 0;
    default:
        return false;
    }
}

static void type(Screen *screen, const Key *key)
{
    Form *form = screen->form;
    if (form->at == form->count)
        return;
    FormField *row = &form->fields[form->at];
    if (begins_anew(form, row, key))
        line_set(&row->line, "");
    if (!line_key(&row->line, key, row->field->type == T_LONG))
        return;
    row->typed = true;
    if (key->code == KEY_IS_LEFT || key->code == KEY_IS_RIGHT || key->code == KEY_IS_HOME ||
        key->code == KEY_IS_END)
        return;
    row->covered = false;
    form_touch(form, row);
    form->saving = false;
    form_understand(screen->app, form);
    if (form->unsaved >= DRAFT_KEYS)
        form_keep(screen->app, form);
}

void form_click(Screen *screen, int row)
{
    Form *form = screen->form;
    FormSpot spot;
    int top = screen->rows < 6 ? 0 : 2;
    if (!form_spot(form, screen_body_rows(screen), row - top, &spot))
        return;
    if (!spot.offer) {
        go_to(screen, spot.index);
        if (spot.index == form->count)
            form_save(screen);
        return;
    }
    form->chosen = spot.index;
    take_offer(screen);
    go_to(screen, form->at + 1);
}

void form_wheel(Screen *screen, int by)
{
    const Form *form = screen->form;
    if (by > 0 ? form->at < form->count : form->at > 0)
        go_to(screen, by > 0 ? form->at + 1 : form->at - 1);
}

void form_key(Screen *screen, const Key *key)
{
    switch (key->code) {
    case KEY_IS_ENTER:
        enter(screen);
        break;
    case KEY_IS_TAB:
        tab(screen);
        break;
    case KEY_IS_BACK_TAB:
        go_to(screen, screen->form->at ? screen->form->at - 1 : screen->form->count);
        break;
    case KEY_IS_ESCAPE:
        escape(screen);
        break;
    case KEY_IS_UP:
        step(screen, -1);
        break;
    case KEY_IS_DOWN:
        step(screen, 1);
        break;
    case KEY_IS_CTRL:
        if (key->letter == 'S')
            form_save(screen);
        else if (key->letter == 'C')
            leave(screen);
        else
            type(screen, key);
        break;
    default:
        type(screen, key);
        break;
    }
}
