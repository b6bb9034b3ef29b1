// SPDX-License-Identifier: GPL-3.0-or-later
// Running a command on what is chosen: asked for first where it must be, and what it leaves behind.
#include <string.h>

#include "day/today.h"
#include "ground/hints.h"
#include "ground/waiting.h"
#include "mawari/app/find.h"
#include "mawari/app/import.h"
#include "mawari/app/usage.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"
#include "prompts/ask_ball.h"

static void see(Screen *screen, const Effect *effect)
{
    const Pane *pane = screen_pane(screen);
    if (pane->what == &pane_sheet && pane->subject == effect->id)
        return;
    if (!pane_find(screen_pane(screen), effect->id))
        screen_open_sheet(screen, effect->kind, effect->id);
}

void screen_effect(Screen *screen, const Effect *effect)
{
    if (effect->changed)
        screen_stale(screen);
    if (effect->status)
        screen_say(screen, "%s", effect_sentence(effect, screen->columns - 2, screen->frame));
    if (effect->copied)
        screen_copy(screen, effect->copied);
    if (effect->changed)
        board_check(screen);
    if (effect->next == NEXT_INTAKE)
        intake_add(screen, effect->troubles, effect->trouble_count);
    if (!screen->door)
        intake_begin(screen);
    if (effect->next == NEXT_ASK && effect->ask && !screen->door)
        screen_ask(screen, effect->ask, "");
    if (effect->next == NEXT_SHOW && effect->kind && effect->id)
        see(screen, effect);
    if (effect->next == NEXT_FORM && effect->kind)
        screen_form(screen, effect->kind, effect->id, effect->fields, effect->field_count);
    if (effect->next == NEXT_FORM && effect->status && !*screen->message)
        screen_say(screen, "%s", effect->status);
}

/// The kinds of the first record that `command` needs; NULL: any will do.
static const KindSet *first_kinds(const Command *command, Arena *arena)
{
    Usage usage = usage_parse(command->usage, arena);
    for (size_t i = 0; i < usage.count; i++)
        if (usage.parts[i].take == TAKE_ID)
            return usage.parts[i].kinds;
    return NULL;
}

/// The pane's own record is what is meant from a row that can only be passed over.
static bool means_own(const Pane *pane, const Command *command, Arena *arena)
{
    const KindSet *kinds = pane->subject && pane->at ? first_kinds(command, arena) : NULL;
    return kinds && !kinds_hold(kinds, pane->at_kind) && kinds_hold(kinds, pane->kind);
}

size_t screen_chosen_for(const Screen *screen, const Command *command, const Entity **ret_kind,
                         const Id **ret_ids)
{
    Pane *pane = screen_pane(screen);
    if (command && screen->prompt.about_id && screen->prompt.command == command) {
        *ret_kind = screen->prompt.about_kind;
        *ret_ids = &screen->prompt.about_id;
        return 1;
    }
    bool at = pane->at != 0 && !(command && means_own(pane, command, screen->frame));
    *ret_kind = at ? pane->at_kind : pane->kind;
    *ret_ids = pane->mark_count ? pane->marks : at ? &pane->at : &pane->subject;
    return pane->mark_count ? pane->mark_count : at || pane->subject ? 1 : 0;
}

size_t screen_chosen(const Screen *screen, const Entity **ret_kind, const Id **ret_ids)
{
    return screen_chosen_for(screen, NULL, ret_kind, ret_ids);
}

static bool begins_with_status(const Effect *effect)
{
    return effect->status && strncmp(effect->printed, effect->status, strlen(effect->status)) == 0;
}

/// What is more than a line gets a sheet of its own, and its first sentence is not said again below.
static void show_printed(Screen *screen, const Command *command, Effect *effect)
{
    size_t line = strcspn(effect->printed, "\n");
    if (effect->printed[line] && effect->printed[line + 1]) {
        text_pane_open(screen, lang_text(command->title), effect->printed);
        if (begins_with_status(effect))
            effect->status = "";
    } else if (!effect->status) {
        screen_say(screen, "%.*s", (int)line, effect->printed);
    }
}

static bool may_name_day(const Command *command, Arena *arena)
{
    Usage usage = usage_parse(command->usage, arena);
    for (size_t i = 0; i < usage.count; i++)
        if (usage.parts[i].take == TAKE_DAY && usage.parts[i].optional)
            return true;
    return false;
}

/// Where no day is named, the day that is shown is meant; NONE: the pane shows none, so today is.
static Day day_looked_at(const Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    return pane->what == &pane_today ? today_day(pane, screen->app)
                                     : load_pane_day(pane, screen->app);
}

/// The gap under the cursor; NONE: it is on none.
static Minute today_gap(const Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    return pane->what == &pane_today && day_looked_at(screen) == screen->app->today
               ? today_gap_at(pane)
               : NONE;
}

/// Commands that are a pane on the screen.
static bool opens_pane(Screen *screen, const Command *command, const Args *args)
{
    if (command->act == act_import) // the screen shows the preview before anything is written
        import_pane_open(screen, args);
    else if (command == command_named("gap"))
        gap_pane_open(screen, args->minute != NONE ? args->minute : today_gap(screen));
    else if (command == command_named("floor"))
        floor_pane_open(screen, args->ids[0]);
    else if (command == command_named("load"))
        load_pane_open(screen, args->day);
    else if (command == command_named("friday"))
        friday_open(screen);
    else if (command == command_named("money"))
        money_ask(screen);
    else if (command == command_named("setting") && !args->field_count)
        settings_pane_open(screen);
    else
        return false;
    return true;
}

static bool read_line(Screen *screen, const Command *command, const char *line, Args *ret, Err *err)
{
    const Entity *kind;
    const Id *ids;
    size_t count = screen_chosen_for(screen, command, &kind, &ids);
    return args_from_line(screen->app, command, kind, ids, count, line, screen->frame, ret, err);
}

static void run_args(Screen *screen, const Command *command, Args args)
{
    Effect effect = {0};
    Err err = {0};
    if (args.day == NONE && may_name_day(command, screen->frame))
        args.day = day_looked_at(screen);
    if (opens_pane(screen, command, &args))
        return;
    if (command == command_named("demand"))
        floor_pane_says_who(screen, &args);
    if (!waiting_run(screen, command, &args, &effect, &err)) {
        if (err.kind != ERR_NONE)
            screen_fail(screen, &err);
        return;
    }
    hints_done(screen, command->name, NULL);
    if (command == command_named("round plan") && !args_option(&args, "take")) {
        round_plan_ask(screen, args.ids[0], effect.printed);
        return;
    }
    if (command == command_named("late") && args.minute > 0)
        late_pane_open(screen);
    else if (effect.printed && effect.next != NEXT_INTAKE)
        show_printed(screen, command, &effect);
    if (command == command_named("whiteboard") &&
        (args.day == NONE || args.day == screen->app->today))
        board_copied(screen, effect.copied);
    screen_pane(screen)->mark_count = 0;
    screen_effect(screen, &effect);
    if (command == command_named("greet")) // the next one of the roster
        (void)greet_ask(screen);
    if (command == command_named("demand"))
        floor_pane_find(screen, effect.id);
}

void screen_run_line(Screen *screen, const Command *command, const char *line)
{
    Args args;
    Err err = {0};
    if (read_line(screen, command, line, &args, &err))
        run_args(screen, command, args);
    else
        screen_fail(screen, &err);
}

bool screen_run_typed(Screen *screen, const Command *command, const char *line)
{
    Args args;
    Err err = {0};
    if (read_line(screen, command, line, &args, &err)) {
        screen->mode = MODE_LIST;
        run_args(screen, command, args);
        return true;
    }
    if (screen->prompt.what == &prompt_palette) // the name stood there as well, before these words
        screen_ask(screen, command, arena_copy(screen->frame, line));
    prompt_refuse(screen, &err);
    return false;
}

void screen_ask(Screen *screen, const Command *command, const char *start)
{
    const Entity *kind;
    const Id *ids;
    size_t count = screen_chosen_for(screen, command, &kind, &ids);
    if (command == command_named("wait") && count == 1 && kind == &entity_demand)
        command = command_named("answer-by"); // what `z` does to a demand, under its own name
    if (command == command_named("outcome") && door_from_here(screen, kind, ids, count))
        return;
    screen->prompt.command = command;
    if (prompt_line_is_for(command))
        prompt_line_open(screen, command, count ? *ids : 0, start);
    else
        screen_prompt(screen, &prompt_argument, start);
    prompt_name(screen, command);
}

void screen_ask_about(Screen *screen, const Command *command, const Entity *kind, Id id)
{
    screen->prompt.command = command;
    screen_prompt(screen, &prompt_argument, "");
    screen->prompt.about_id = id;
    screen->prompt.about_kind = kind;
    prompt_changed(screen);
    prompt_name(screen, command);
}

static void ask_or_run(Screen *screen, const Command *command)
{
    screen->prompt.about_id = 0;
    if (ask_first(screen, command))
        return;
    if (command == command_named("move")) {
        prompt_move_open(screen, command);
        return;
    }
    if (command == command_named("ball")) {
        ball_ask(screen, command);
        return;
    }
    // a visit without a day would be today's before anybody was asked
    if (!usage_asks(command) && command != command_named("visit")) {
        screen_run_line(screen, command, "");
        return;
    }
    screen_ask(screen, command, "");
}

static void marks_answered(Screen *screen, const Offer *offer)
{
    if (offer->command)
        ask_or_run(screen, offer->command);
}

enum { NAME_ASKED = 12 }; // columns: three of them leave room for the question

/// A visit is told by where it goes: what it is for is another's as well.
static const char *marked_name(Screen *screen, Id id)
{
    App *app = screen->app;
    RecordHead head;
    Visit visit;
    if (!record_head(app->store, id, screen->frame, &head, NULL))
        return NULL;
    if (head.kind != &entity_visit ||
        !record_get(app->store, &entity_visit, id, screen->frame, &visit, NULL))
        return head.name;
    return place_name(app_name(app, visit.client, screen->frame),
                      visit.site ? app_name(app, visit.site, screen->frame) : NULL, screen->frame);
}

/// A verb on several records asks once and names the first three.
static void ask_marks(Screen *screen, const Command *command)
{
    const Pane *pane = screen_pane(screen);
    Buffer names = {.arena = screen->frame};
    for (size_t i = 0; i < pane->mark_count && i < 3; i++) {
        const char *name = marked_name(screen, pane->marks[i]);
        if (name)
            buffer_print(&names, "%s%s", i ? _(", ") : "",
                         text_fit(text_company_fit(name, NAME_ASKED, screen->frame), NAME_ASKED,
                                  screen->frame));
    }
    screen_menu(screen, MODE_QUESTION,
                arena_print(screen->frame,
                            ngettext("%s: %zu record (%s%s)?", "%s: %zu records (%s%s)?",
                                     (unsigned long)pane->mark_count),
                            lang_text(command->title), pane->mark_count, buffer_text(&names),
                            pane->mark_count > 3 ? " …" : ""),
                marks_answered);
    menu_offer(screen, '1', _("yes, all of them"))->command = command;
    menu_offer(screen, '2', _("no"));
    screen->menu.chosen = 1;
}

static void act_own(Screen *screen, const Command *command)
{
    size_t count;
    const ScreenCommand *own = screen_commands(&count);
    for (size_t i = 0; i < count; i++)
        if (&own[i].row == command)
            own[i].act(screen);
}

/// A line is taken anywhere: where nothing is chosen it is about whom it names. A topic is ticked off
/// for somebody.
static const Command *meant(const Screen *screen, const Command *command)
{
    const Entity *kind;
    const Id *ids;
    size_t count = screen_chosen_for(screen, command, &kind, &ids);
    if (command == command_named("note") && count == 0)
        return command_named("add");
    bool told = command == command_named("tick") && count == 1 && kind == &entity_topic;
    return told ? command_named("heard") : command;
}

/// Nothing is asked for that could not be done anyway.
void screen_run(Screen *screen, const Command *command)
{
    if (!command)
        return;
    const PaneKind *what = screen_pane(screen)->what;
    if (command == command_named("tick") && what->tick && what->tick(screen))
        return;
    if (command == command_named("outcome") && (round_pane_ask(screen) || greet_ask(screen)))
        return;
    command = meant(screen, command);
    const char *why = command->act ? command_blocked(screen, command, screen->frame) : NULL;
    if (why)
        screen_say(screen, "%s: %s", lang_text(command->title), why);
    else if (!command->act)
        act_own(screen, command);
    else if (screen_pane(screen)->mark_count > 1)
        ask_marks(screen, command);
    else
        ask_or_run(screen, command);
}

void screen_form(Screen *screen, const Entity *kind, Id id, const FieldArg *fields, size_t count)
{
    Err err = {0};
    Form *form;
    if (!form_open(screen->app, kind, id, fields, count, &form, &err)) {
        screen_fail(screen, &err);
        return;
    }
    form_close(screen->form);
    screen->form = form;
    screen->mode = MODE_FORM;
    *screen->message = '\0';
    if (form->resumed)
        screen_say(screen, _("Going on with the draft"));
}
