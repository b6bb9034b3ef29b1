// SPDX-License-Identifier: GPL-3.0-or-later
// After the door: tick what is open here, the digit, the line, Enter on the next visit. With
// several visits one comes after the other. What is left half-typed goes on when it is opened.
#include "after_door.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/app/thanks.h"
#include "mawari/store/record.h"
#include "today.h"

// --- opening and closing

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
    (void)door_begin(screen);
    return true;
}

static bool is_at_client(const Entity *kind)
{
    return kind == &entity_client || kind == &entity_site || kind == &entity_contact ||
           (kind && entity_own_field(kind, "client"));
}

bool door_may_open(const Screen *screen, Arena *arena)
{
    const Entity *kind;
    const Id *ids;
    Id *unwritten;
    size_t count = screen_chosen(screen, &kind, &ids);
    return today_to_write(screen_pane(screen), arena, &unwritten) > 0 ||
           (count == 1 && is_at_client(kind));
}

bool door_from_here(Screen *screen, const Entity *kind, const Id *ids, size_t count)
{
    Id *unwritten, visit = 0;
    Err err = {0};
    size_t to_write = today_to_write(screen_pane(screen), screen->frame, &unwritten);
    if (to_write)
        return door_open(screen, unwritten, to_write);
    if (kind == &entity_visit || count != 1 || !is_at_client(kind))
        return door_open(screen, ids, count);
    if (!capture_visit_to_write(screen->app, *ids, &visit, &err))
        screen_fail(screen, &err);
    else if (visit)
        return door_open(screen, &visit, 1);
    else if (!door_ask_unplanned(screen, kind, *ids))
        screen_say(screen, _("There is no visit to write; . v plans one"));
    return true;
}

bool door_reopen(Screen *screen, Id id)
{
    Visit visit;
    if (!record_get(screen->app->store, &entity_visit, id, screen->frame, &visit, NULL) ||
        visit.outcome == NONE || !visit.line)
        return false;
    return door_open(screen, &id, 1);
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

/// A draft is kept of what differs from how it began; of several visits it is said how many are
/// left.
static void leave(Screen *screen)
{
    Door *door = screen->door;
    size_t left = door->count - door->at, all = door->count;
    door->unsaved = true;
    bool something = strcmp(door_state(door, door->arena), door->began) != 0;
    Id unplanned = door->unplanned && !something ? door->visits[door->at] : 0;
    door_close(screen);
    if (unplanned)
        door_drop_unplanned(screen, unplanned);
    if (all > 1 && something)
        screen_say(screen, _("Kept as a draft; %zu of %zu are left to write"), left, all);
    else if (all > 1)
        screen_say(screen, _("%zu of %zu are left to write"), left, all);
    else if (something)
        screen_say(screen, _("Kept as a draft: opening it again goes on"));
    intake_begin(screen); // of what was saved before
}

// --- keys

static void edited(Screen *screen)
{
    screen->door->unsaved = true;
    door_understand(screen);
}

size_t door_digit_at(const char *text)
{
    const unsigned char *byte = (const unsigned char *)text;
    if (byte[0] >= '0' && byte[0] <= '9')
        return 1;
    return byte[0] == 0xEF && byte[1] == 0xBC && byte[2] >= 0x90 && byte[2] <= 0x99 ? 3 : 0;
}

/// The digit that begins the line brings the blank behind it, alone or committed together with what
/// follows, as input methods do.
static void type(Screen *screen, const Key *key)
{
    Door *door = screen->door;
    bool begins = door->line.size == 0;
    if (!line_key(&door->line, key, false))
        return;
    size_t digit = begins ? door_digit_at(door->line.text) : 0;
    const char *behind = door->line.text + digit;
    bool alone = digit && !door_digit_at(behind) && *behind != ' ' && strncmp(behind, "　", 3) != 0;
    if (alone) {
        size_t at = door->line.at;
        line_replace(&door->line, digit, digit, " ");
        door->line.at = at + 1;
    }
    door->stage = DOOR_LINE;
    edited(screen);
}

static void end_line(Screen *screen)
{
    Door *door = screen->door;
    suggest_begin(&door->suggestions, door->line.at, door->line.at);
    if (door->outcome == NONE) {
        snprintf(door->said, sizeof door->said, "%s", _("first the digit: 1 met … 0 put off"));
    } else if (!door->warned && line_go_to_doubt(screen->app, &door->line, &door->heard, true,
                                                 door->heard_in, &door->suggestions)) {
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
    if (space && door->chosen < door->here_count) {
        door->here[door->chosen].ticked = !door->here[door->chosen].ticked;
        door->unsaved = true;
        door->chosen += door->chosen + 1 < door->here_count;
    } else if (key->code == KEY_IS_UP) {
        door->chosen -= door->chosen > 0;
    } else if (key->code == KEY_IS_DOWN) {
        door->chosen += door->chosen + 1 < door->here_count;
    } else if (key->code == KEY_IS_ENTER || key->code == KEY_IS_TAB) {
        door->stage = DOOR_LINE;
    } else if (key->code == KEY_IS_TEXT || key->code == KEY_IS_PASTE) {
        type(screen, key);
    }
}

static void shift(Screen *screen, int by)
{
    Door *door = screen->door;
    if (door->says_next)
        return;
    Day from = door->next_day == NONE ? screen->app->today : door->next_day;
    if (from + by > screen->app->today)
        door->next_day = from + by;
    door_weigh(screen);
}

/// Who put it off, whether somebody was spoken to, how it was, whether to write over: a digit answers.
static bool answered(Screen *screen, char digit)
{
    Door *door = screen->door;
    Err err = {0};
    bool first = digit == '1';
    if (door->asked && digit == '9') {
        door->over = true;
        door_save(screen);
        return true;
    }
    if (door_temper_digit(door, digit))
        return true;
    if (digit != '1' && digit != '2')
        return false;
    if (door->outcome == OUTCOME_PUT_OFF)
        door->by = first ? PUT_OFF_BY_THEM : PUT_OFF_BY_ME;
    else if (door->outcome == OUTCOME_DELIVERY_ONLY)
        door->spoke = first;
    else
        return false;
    if (!door_propose(screen, &err))
        snprintf(door->said, sizeof door->said, "! %s", err.text);
    door_weigh(screen);
    return true;
}

/// The mail of thanks as the line says it now, to be pasted while one still knows.
static void copy_thanks(Screen *screen)
{
    Door *door = screen->door;
    Report report = {.next = door->says_next ? NONE : door->next_day};
    const char *text;
    Err err = {0};
    if (thanks_of_line(screen->app, &door->heard, &report, screen->frame, &text, &err))
        screen_copy(screen, text);
    else
        screen_fail(screen, &err);
}

static void next_key(Screen *screen, const Key *key)
{
    Door *door = screen->door;
    KeyName name = key_name(key);
    if (key->code == KEY_IS_ENTER)
        door_save(screen);
    else if (key->code == KEY_IS_UP || key->code == KEY_IS_DOWN)
        shift(screen, key->code == KEY_IS_DOWN ? 1 : -1);
    else if (key->code == KEY_IS_BACKSPACE)
        door->next_day = NONE;
    else if (key->code == KEY_IS_TAB || key->code == KEY_IS_BACK_TAB)
        door->stage = DOOR_LINE;
    else if (strcmp(name.text, "y") == 0)
        copy_thanks(screen);
    else if (key->code == KEY_IS_TEXT)
        (void)answered(screen, name.text[1] ? '\0' : name.text[0]);
}

static bool suggestion_key(Screen *screen, const Key *key)
{
    Door *door = screen->door;
    Suggestion taken;
    SuggestKey did = suggest_key(&door->suggestions, key, &door->line, &taken);
    if (did == SUGGEST_TAKEN)
        edited(screen);
    return did != SUGGEST_NOT_MINE;
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

void door_key(Screen *screen, const Key *key)
{
    bool control = key->code == KEY_IS_CTRL;
    if (screen->door->stage == DOOR_LINE && suggestion_key(screen, key))
        return;
    if (key->code == KEY_IS_ESCAPE || (control && key->letter == 'C')) {
        leave(screen);
        return;
    }
    if (control && key->letter == 'S') {
        door_save(screen);
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
    case DOOR_SET_OFF:
    case DOOR_CALMED:
        door_temper_key(screen->door, key);
        break;
    }
}

const char *door_keys(const Screen *screen)
{
    switch (screen->door->stage) {
    case DOOR_OPEN_HERE:
        return _("Space ticks   digit or Enter: the line   Esc keep as draft");
    case DOOR_LINE:
        if (screen->door->suggestions.count)
            return suggest_keys();
        return _("@who +mine -theirs *kept $order <loan !trouble >next   Enter on   Esc draft");
    case DOOR_SET_OFF:
        return _("What set it off, in a few words   Enter: nothing, or on   ↑ back   Esc draft");
    case DOOR_CALMED:
        return _("What calmed it, in a few words   Enter on   ↑ back   Esc keep as draft");
    case DOOR_NEXT:
        break;
    }
    return _("Enter saves   ↑↓ day   Backspace none   Tab line   y thanks   Esc draft");
}
