// SPDX-License-Identifier: GPL-3.0-or-later
// After the door: tick what is open here, the digit, the line, Enter on the next visit. With
// several visits one comes after the other. What is left half-typed goes on when it is opened.
#include "after_door.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hints.h"
#include "mawari/app/find.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"
#include "mawari/store/settings.h"

// --- what is understood

static CapturePlace place_of(const Door *door)
{
    return (CapturePlace){.client = door->visit.client,
                          .site = door->visit.site,
                          .contact = door->visit.contact,
                          .visit = door->visits[door->at]};
}

static void weigh(Screen *screen, Err *err)
{
    Door *door = screen->door;
    door->reasons = "";
    if (door->next_day != NONE)
        (void)next_visit_reasons(screen->app, door->visit.client, door->visit.site, door->next_day,
                                 door->heard_in, &door->reasons, err);
}

/// The digit decides whether the cycle begins anew: the proposal follows it.
static bool propose(Screen *screen, Err *err)
{
    Door *door = screen->door;
    if (!next_visit_propose(screen->app, door->visit.client, door->visits[door->at], door->outcome,
                            &door->next, err))
        return false;
    door->next_day = door->next.day;
    return true;
}

static void take_heard(Door *door)
{
    door->outcome = NONE;
    door->says_next = false;
    for (size_t i = 0; i < door->heard.capture.count; i++) {
        const HeardPart *row = &door->heard.rows[i];
        if (row->part->kind == CAPTURE_OUTCOME)
            door->outcome = row->part->number;
        if (row->part->kind == CAPTURE_NEXT && !row->doubt)
            door->says_next = true;
    }
}

/// Reads the line anew; what cannot be read is said.
static void understand(Screen *screen)
{
    Door *door = screen->door;
    CapturePlace place = place_of(door);
    Err err = {0};
    int32_t was = door->outcome;
    arena_empty(door->heard_in);
    door->warned = false;
    *door->said = '\0';
    if (!capture_hear(screen->app, door->line.text, &place, true, door->heard_in, &door->heard,
                      &err)) {
        door->heard = (Heard){.note = ""};
        snprintf(door->said, sizeof door->said, "! %s", err.text);
        return;
    }
    take_heard(door);
    if (door->outcome != was && !propose(screen, &err))
        snprintf(door->said, sizeof door->said, "! %s", err.text);
    weigh(screen, &err);
}

// --- opening and closing

/// What is open at the client's other sites is not open in this building.
static void only_here(Door *door)
{
    size_t kept = 0;
    for (size_t i = 0; i < door->here.count; i++) {
        Id site = door->here.rows[i].commitment.site;
        if (!site || !door->visit.site || site == door->visit.site)
            door->here.rows[kept++] = door->here.rows[i];
    }
    door->here.count = kept;
}

static bool load(Screen *screen, Err *err)
{
    Door *door = screen->door;
    App *app = screen->app;
    Id id = door->visits[door->at];
    if (!record_get(app->store, &entity_visit, id, door->arena, &door->visit, err) ||
        !query_promises_of_client(app->store, door->visit.client, door->arena, &door->here, err))
        return false;
    only_here(door);
    door->client_name = app_name(app, door->visit.client, door->arena);
    door->name = door->visit.site ? app_name(app, door->visit.site, door->arena) : "";
    door->ticked = arena_array(door->arena, bool, door->here.count);
    door->chosen = 0;
    door->stage = DOOR_OPEN_HERE;
    door->outcome = NONE;
    line_set(&door->line, "");
    return propose(screen, err);
}

/// The visit at `at`; false when it cannot be read, which is said.
static bool begin(Screen *screen)
{
    Err err = {0};
    if (!load(screen, &err)) {
        door_close(screen);
        screen_fail(screen, &err);
        return false;
    }
    door_resume(screen);
    understand(screen);
    screen->door->unsaved = false;
    screen->mode = MODE_DOOR;
    return true;
}

/// The visits among what is marked.
static size_t take_visits(const Screen *screen, const Id *ids, size_t count, Id *ret)
{
    size_t taken = 0;
    RecordHead head;
    for (size_t i = 0; i < count; i++)
        if (record_head(screen->app->store, ids[i], screen->frame, &head, NULL) &&
            head.kind == &entity_visit)
            ret[taken++] = ids[i];
    return taken;
}

bool door_open(Screen *screen, const Id *ids, size_t count)
{
    Door *door = calloc(1, sizeof *door);
    Id *visits = calloc(count + 1, sizeof *visits);
    if (!door || !visits)
        abort();
    door_close(screen);
    *door = (Door){.arena = arena_open(), .heard_in = arena_open(), .visits = visits};
    door->count = take_visits(screen, ids, count, visits);
    screen->door = door;
    if (door->count == 0) {
        door_close(screen);
        return false;
    }
    *screen->message = '\0';
    (void)begin(screen);
    return true;
}

void door_close(Screen *screen)
{
    Door *door = screen->door;
    if (!door)
        return;
    door_keep(screen);
    arena_close(door->arena);
    arena_close(door->heard_in);
    free(door->visits);
    free(door);
    screen->door = NULL;
    if (screen->mode == MODE_DOOR)
        screen->mode = MODE_LIST;
}

// --- saving

/// The line behind the digit, and the next visit as it stands below.
static const char *whole_line(const Door *door, Arena *arena)
{
    size_t from = door->heard.capture.parts[0].to;
    const char *line = door->line.text + from;
    bool makes = !door->says_next && door->next_day != NONE &&
                 !(door->next.planned && door->next_day == door->next.day);
    if (makes)
        line = arena_print(arena, "%s >%s", line, day_iso(door->next_day, arena));
    return text_trim(line, arena);
}

static bool run_outcome(Screen *screen, Effect *ret, Err *err)
{
    Door *door = screen->door;
    const char digit[] = {(char)('0' + door->outcome), '\0'};
    const char *line = whole_line(door, door->arena);
    const FieldArg fields[] = {{"digit", digit}, {"kept", door_ticked_ids(door, door->arena)}};
    Args args = {.kind = &entity_visit,
                 .ids = &door->visits[door->at],
                 .id_count = 1,
                 .fields = fields,
                 .field_count = 2,
                 .day = NONE,
                 .minute = NONE,
                 .text = *line ? line : NULL};
    return command_run(screen->app, command_named("outcome"), &args, ret, err);
}

static void save(Screen *screen)
{
    Door *door = screen->door;
    Effect effect = {0};
    Err err = {0};
    if (door->outcome == NONE) {
        door->stage = DOOR_LINE;
        snprintf(door->said, sizeof door->said, "%s", _("first the digit: 1 met … 0 put off"));
        return;
    }
    if (!run_outcome(screen, &effect, &err)) {
        screen_fail(screen, &err);
        return;
    }
    (void)draft_drop(screen->app->store, door_draft_place(door, door->arena), NULL);
    door->unsaved = false;
    hints_done(screen, "outcome", NULL);
    screen_pane(screen)->mark_count = 0;
    screen_effect(screen, &effect);
    arena_empty(door->arena);
    if (++door->at < door->count)
        (void)begin(screen);
    else
        door_close(screen);
    if (effect.next == NEXT_INTAKE && !screen->door)
        intake_open(screen, effect.id);
}

// --- keys

static void edited(Screen *screen)
{
    screen->door->unsaved = true;
    understand(screen);
}

/// The digit alone brings the blank behind it.
static void type(Screen *screen, const Key *key)
{
    Door *door = screen->door;
    KeyName name = key_name(key);
    bool digit = door->line.size == 0 && name.text[0] >= '0' && name.text[0] <= '9' &&
                 !name.text[1];
    if (digit) {
        char start[] = {name.text[0], ' ', '\0'};
        line_set(&door->line, start);
    } else if (!line_key(&door->line, key, false)) {
        return;
    }
    door->stage = DOOR_LINE;
    edited(screen);
}

static void end_line(Screen *screen)
{
    Door *door = screen->door;
    bool doubt = heard_doubts(&door->heard) > 0;
    if (door->outcome == NONE) {
        snprintf(door->said, sizeof door->said, "%s", _("first the digit: 1 met … 0 put off"));
    } else if (doubt && !door->warned) {
        door->warned = true;
        snprintf(door->said, sizeof door->said, "%s", _("? stays a note: Enter again keeps it"));
    } else {
        *door->said = '\0';
        door->stage = DOOR_NEXT;
    }
}

static void open_here_key(Screen *screen, const Key *key)
{
    Door *door = screen->door;
    bool space = strcmp(key_name(key).text, "Space") == 0;
    if (space && door->chosen < door->here.count) {
        door->ticked[door->chosen] = !door->ticked[door->chosen];
        door->unsaved = true;
        door->chosen += door->chosen + 1 < door->here.count;
    } else if (key->code == KEY_IS_UP) {
        door->chosen -= door->chosen > 0;
    } else if (key->code == KEY_IS_DOWN) {
        door->chosen += door->chosen + 1 < door->here.count;
    } else if (key->code == KEY_IS_ENTER || key->code == KEY_IS_TAB) {
        door->stage = DOOR_LINE;
    } else if (key->code == KEY_IS_TEXT || key->code == KEY_IS_PASTE) {
        type(screen, key);
    }
}

static void shift(Screen *screen, int by)
{
    Door *door = screen->door;
    Err err = {0};
    if (door->says_next)
        return;
    Day from = door->next_day == NONE ? screen->app->today : door->next_day;
    if (from + by > screen->app->today)
        door->next_day = from + by;
    weigh(screen, &err);
}

static void next_key(Screen *screen, const Key *key)
{
    Door *door = screen->door;
    if (key->code == KEY_IS_ENTER)
        save(screen);
    else if (key->code == KEY_IS_UP || key->code == KEY_IS_DOWN)
        shift(screen, key->code == KEY_IS_DOWN ? 1 : -1);
    else if (key->code == KEY_IS_BACKSPACE)
        door->next_day = NONE;
    else if (key->code == KEY_IS_TAB || key->code == KEY_IS_BACK_TAB)
        door->stage = DOOR_LINE;
}

static void line_stage_key(Screen *screen, const Key *key)
{
    Door *door = screen->door;
    if (key->code == KEY_IS_ENTER)
        end_line(screen);
    else if (key->code == KEY_IS_UP || key->code == KEY_IS_TAB || key->code == KEY_IS_BACK_TAB)
        door->stage = DOOR_OPEN_HERE;
    else
        type(screen, key);
}

static void leave(Screen *screen)
{
    Door *door = screen->door;
    door->unsaved = true;
    bool something = door->line.size || *door_ticked_ids(door, door->arena);
    door_close(screen);
    if (something)
        screen_say(screen, _("Kept as a draft: opening it again goes on"));
}

void door_key(Screen *screen, const Key *key)
{
    bool control = key->code == KEY_IS_CTRL;
    if (key->code == KEY_IS_ESCAPE || (control && key->letter == 'C')) {
        leave(screen);
        return;
    }
    if (control && key->letter == 'S') {
        save(screen);
        return;
    }
    switch (screen->door->stage) {
    case DOOR_OPEN_HERE:
        open_here_key(screen, key);
        break;
    case DOOR_LINE:
        line_stage_key(screen, key);
        break;
    case DOOR_NEXT:
        next_key(screen, key);
        break;
    }
}

const char *door_keys(const Screen *screen)
{
    switch (screen->door->stage) {
    case DOOR_OPEN_HERE:
        return _("Space ticks   digit or Enter: the line   Esc keep as draft");
    case DOOR_LINE:
        return _("@who +mine -theirs *kept $order !trouble >next   Enter on   Esc draft");
    case DOOR_NEXT:
        break;
    }
    return _("Enter saves   ↑↓ day   Backspace none   Tab the line   Esc keep as draft");
}
