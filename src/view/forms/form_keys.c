// SPDX-License-Identifier: GPL-3.0-or-later
// What a form does with keys: editing, moving between fields, saving, leaving.
#include <stdio.h>
#include <string.h>

#include "ground/hints.h"
#include "mawari/app/find.h"
#include "mawari/app/handling.h"
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

/// Whether somebody has a post elsewhere that nobody ended.
static bool has_other_post(Screen *screen, Id contact, Id party)
{
    Id *ids;
    size_t count;
    Post post;
    Store *store = screen->app->store;
    if (!record_ids_by(store, &entity_post, entity_field(&entity_post, "contact"), contact,
                       screen->frame, &ids, &count, NULL))
        return false;
    for (size_t i = 0; i < count; i++)
        if (record_get(store, &entity_post, ids[i], screen->frame, &post, NULL) &&
            post.party != party && post.until == NONE)
            return true;
    return false;
}

/// Who leaves a post by what was saved of it: it ends, it is elsewhere now, or it is one more and
/// elsewhere; 0: nobody.
static Id leaves_post(Screen *screen, const Args *saved, Id id)
{
    Post post;
    const char *until = args_field(saved, "until");
    bool known = record_get(screen->app->store, &entity_post, id, screen->frame, &post, NULL);
    bool ends = until && *until, elsewhere = args_field(saved, "party") != NULL;
    bool moved = known && elsewhere &&
                 (saved->id_count || has_other_post(screen, post.contact, post.party));
    return known && (ends || moved) ? post.contact : 0;
}

/// Who is transferred by this: a last day of the person, or a post; 0: nobody.
static Id transferred(Screen *screen, const Args *saved, Id id)
{
    const char *left = saved->kind == &entity_contact ? args_field(saved, "left") : NULL;
    if (saved->kind == &entity_post)
        return leaves_post(screen, saved, id);
    return left && *left ? id : 0;
}

/// A transfer (異動) opens what goes with the person.
static void open_hand_over(Screen *screen, const Args *saved, Id id)
{
    Id who = transferred(screen, saved, id);
    const Command *tell = command_named("hand-over");
    const Args args = {
        .kind = &entity_contact, .ids = &who, .id_count = 1, .day = NONE, .minute = NONE};
    Effect effect = {0};
    Err err = {0};
    if (who && command_run(screen->app, tell, &args, &effect, &err))
        text_pane_open(screen, lang_text(tell->title), effect.printed);
}

/// A deal that was lost in its form is asked about as with `s`; answers that stand there are enough.
static void ask_lost(Screen *screen, const Args *saved, Id id)
{
    Deal deal;
    if (saved->kind == &entity_deal && args_field(saved, "stage") &&
        record_get(screen->app->store, &entity_deal, id, screen->frame, &deal, NULL) &&
        deal.stage == DEAL_LOST && deal.deciding == NONE)
        deal_ask_lost(screen, id);
}

/// An outcome that was set in the form is asked about as after the door: how was somebody who is
/// handled with care?
static void ask_temper(Screen *screen, const Args *saved, Id id)
{
    Visit visit;
    CarefulPeople people;
    App *app = screen->app;
    if (saved->kind == &entity_visit && args_field(saved, "outcome") &&
        record_get(app->store, &entity_visit, id, screen->frame, &visit, NULL) &&
        outcome_asks_temper(visit.outcome) && careful_people(app, screen->frame, &people, NULL) &&
        careful_at(&people, &visit))
        door_open(screen, &id, 1);
}

void form_save(Screen *screen)
{
    Form *form = screen->form;
    Effect effect = {0};
    Err err = {0};
    Args args = {.kind = form->kind,
                 .ids = &form->id,
                 .id_count = form->id ? 1 : 0,
                 .day = NONE,
                 .minute = NONE};
    FieldArg *changes;
    args.field_count = form_changes(form, screen->frame, &changes);
    args.fields = changes;
    form->saving = false;
    if (args.field_count == 0 && form->id) {
        form_forget(screen->app, form);
        leave(screen);
        screen_say(screen, _("Nothing was changed"));
        return;
    }
    Store *store = screen->app->store;
    draft_goes_with_step(store, form->place);
    bool done = command_run(screen->app, command_named(form->id ? "set" : "new"), &args, &effect,
                            &err);
    draft_goes_with_step(store, NULL);
    if (!done) {
        if (err.kind == ERR_BUSY) {
            save_later(screen);
            return;
        }
        form_point_at(form, err.text);
        form_understand(screen->app, form);
        screen_fail(screen, &err);
        return;
    }
    form_forget(screen->app, form);
    hints_done(screen, NULL, form->kind);
    bool first = screen->was_empty && form->kind == &entity_client;
    form_close(form);
    screen->form = NULL;
    screen->mode = MODE_LIST;
    screen_effect(screen, &effect);
    open_hand_over(screen, &args, effect.id);
    ask_lost(screen, &args, effect.id);
    ask_temper(screen, &args, effect.id);
    if (first && effect.id) // the empty day would say nothing of it
        screen_open_sheet(screen, &entity_client, effect.id);
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

static void type(Screen *screen, const Key *key)
{
    Form *form = screen->form;
    if (form->at == form->count)
        return;
    FormField *row = &form->fields[form->at];
    if (row->field->type == T_WORD && !row->changed && key->code == KEY_IS_TEXT)
        line_set(&row->line, ""); // a word is chosen anew, never typed on to
    if (!line_key(&row->line, key, row->field->type == T_LONG))
        return;
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
