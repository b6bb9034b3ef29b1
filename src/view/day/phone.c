// SPDX-License-Identifier: GPL-3.0-or-later
// The telephone rings: who, what, by when, one Enter each, over whatever was being typed. An hour
// to call back is read out of today's gaps; of the ways to go there today one is taken by its digit.
#include "phone.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ground/waiting.h"
#include "mawari/base/text.h"
#include "mawari/base/when.h"
#include "mawari/model/kinds.h"
#include "mawari/store/settings.h"

#define DRAFT "phone"

// --- who

static void find_callers(Screen *screen)
{
    static const Entity *const kinds[] = {&entity_contact, &entity_client, &entity_supplier,
                                          &entity_office, &entity_end_customer};
    Phone *phone = screen->phone;
    Err err = {0};
    arena_empty(phone->hits_in);
    phone->hits = NULL;
    phone->hit_count = phone->chosen = 0;
    *phone->said = '\0';
    if (phone->who.size &&
        !search(screen->app->store, phone->who.text, kinds, sizeof kinds / sizeof *kinds,
                PHONE_HITS, phone->hits_in, &phone->hits, &phone->hit_count, &err))
        snprintf(phone->said, sizeof phone->said, "! %s", err.text);
}

static void take_caller(Phone *phone)
{
    const Hit *hit = phone->chosen < phone->hit_count ? &phone->hits[phone->chosen] : NULL;
    phone->caller = hit ? hit->id : 0;
    phone->caller_kind = hit ? hit->kind : NULL;
    snprintf(phone->caller_name, sizeof phone->caller_name, "%s",
             hit ? hit->name : phone->who.text);
}

// --- opening and closing

static void keep(Screen *screen)
{
    Phone *phone = screen->phone;
    Arena *arena = arena_open();
    const char *state = arena_print(arena, "%s\n%s\n%s", phone->who.text, phone->what.text,
                                    phone->when.text);
    bool something = phone->who.size || phone->what.size || phone->when.size;
    if (something ? draft_put(screen->app->store, DRAFT, state, screen->app->now, NULL)
                  : draft_drop(screen->app->store, DRAFT, NULL))
        phone->unsaved = false;
    arena_close(arena);
}

static void resume(Screen *screen)
{
    Phone *phone = screen->phone;
    const char *draft = NULL;
    if (!draft_get(screen->app->store, DRAFT, phone->kept, &draft, NULL) || !draft)
        return;
    Line *lines[] = {&phone->who, &phone->what, &phone->when};
    for (size_t i = 0; i < 3; i++) {
        size_t size = strcspn(draft, "\n");
        line_set(lines[i], arena_copy_bytes(phone->kept, draft, size));
        draft += size + (draft[size] == '\n');
    }
    screen_say(screen, _("Going on with the draft"));
}

static void close_phone(Screen *screen)
{
    Phone *phone = screen->phone;
    if (screen->mode == MODE_PHONE)
        screen->mode = phone->behind;
    arena_close(phone->hits_in);
    arena_close(phone->kept);
    free(phone);
    screen->phone = NULL;
}

void phone_open(Screen *screen)
{
    Err err = {0};
    if (screen->phone)
        return;
    prompt_line_keep(screen); // its mode is hidden from now on
    Phone *phone = calloc(1, sizeof *phone);
    if (!phone)
        abort();
    phone->behind = screen->mode;
    phone->hits_in = arena_open();
    phone->kept = arena_open();
    screen->phone = phone;
    *screen->message = '\0';
    if (!call_slots(screen->app, PHONE_SLOTS, phone->kept, &phone->slots, &phone->slot_count,
                    &err)) {
        close_phone(screen);
        screen_fail(screen, &err);
        return;
    }
    screen->mode = MODE_PHONE;
    resume(screen);
    find_callers(screen);
}

bool phone_is_unsaved(const Screen *screen)
{
    return screen->phone && screen->phone->unsaved;
}

void phone_keep(Screen *screen)
{
    if (phone_is_unsaved(screen))
        keep(screen);
}

void phone_close(Screen *screen)
{
    phone_keep(screen);
    if (screen->phone)
        close_phone(screen);
}

// --- what, and by when

bool phone_when(const App *app, const char *typed, Arena *arena, Day *ret_day, Minute *ret_minute)
{
    char *rest = NULL, *words = text_narrow(typed, arena);
    *ret_day = *ret_minute = NONE;
    for (char *word = strtok_r(words, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        bool hour = strchr(word, ':') || strstr(word, "時") ||
                    (strlen(word) >= 3 && strspn(word, "0123456789") == strlen(word));
        if (!(hour ? minute_parse(word, ret_minute)
                   : day_parse(word, app->today, LOOK_FORWARD, ret_day)) &&
            !day_hour_parse(word, app->today, ret_day, ret_minute))
            return false;
    }
    return *ret_day != NONE || *ret_minute != NONE;
}

static bool is_urgent(const Phone *phone, Arena *arena)
{
    static const char *const words[] = {"urgent", "至急", "急", "緊急", "!"};
    const char *typed = text_trim(text_narrow(phone->when.text, arena), arena);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(typed, words[i]) == 0)
            return true;
    return phone->when.size == 0 && phone->chosen == phone->slot_count;
}

static const char *what_text(const Phone *phone, Arena *arena)
{
    const char *what = text_trim(phone->what.text, arena);
    if (!*what)
        what = _("call back");
    return phone->caller || !*phone->caller_name
               ? what
               : arena_print(arena, "%s: %s", phone->caller_name, what);
}

static void finish(Screen *screen, const Command *command, const Args *args)
{
    Effect effect = {0};
    Err err = {0};
    Store *store = screen->app->store;
    draft_goes_with_step(store, DRAFT);
    bool done = waiting_run(screen, command, args, &effect, &err);
    draft_goes_with_step(store, NULL);
    if (!done && err.kind != ERR_NONE) {
        snprintf(screen->phone->said, sizeof screen->phone->said, "! %s", err.text);
        return;
    }
    if (done)
        (void)draft_drop(store, DRAFT, NULL); // where nothing had to be saved
    close_phone(screen);
    screen_effect(screen, &effect);
}

static void save_call(Screen *screen)
{
    Phone *phone = screen->phone;
    Args args = {.ids = &phone->caller,
                 .id_count = phone->caller != 0,
                 .kind = phone->caller_kind,
                 .text = what_text(phone, phone->kept)};
    FieldArg planned = {"planned_at", NULL};
    if (phone->when.size) {
        if (!phone_when(screen->app, phone->when.text, phone->kept, &args.day, &args.minute)) {
            snprintf(phone->said, sizeof phone->said, "! %s",
                     _("neither a day nor an hour: Fri, 11/27, 14:00, urgent"));
            return;
        }
    } else {
        const CallSlot *slot = &phone->slots[phone->chosen];
        args.day = slot->day;
        args.minute = slot->to;
        planned.value = minute_text(slot->from, phone->kept);
        args.fields = &planned;
        args.field_count = 1;
    }
    finish(screen, command_named("phoned"), &args);
}

static void save_visit(Screen *screen)
{
    Phone *phone = screen->phone;
    if (!phone->urgent || phone->chosen >= phone->urgent->count)
        return;
    const UrgentWay *way = &phone->urgent->ways[phone->chosen];
    const FieldArg fields[] = {{"before", arena_print(phone->kept, "%lld", (long long)way->before)},
                               {"purpose", what_text(phone, phone->kept)}};
    Args args = {.ids = &phone->caller,
                 .id_count = 1,
                 .kind = phone->caller_kind,
                 .day = NONE,
                 .minute = NONE,
                 .fields = fields,
                 .field_count = 2};
    finish(screen, command_named("urgent"), &args);
}

/// The ways come from a thread: what is there already is shown, the rest when it is.
static void take_ways(Screen *screen)
{
    Phone *phone = screen->phone;
    Err err = {0};
    bool had = phone->urgent != NULL;
    *phone->said = '\0';
    if (!urgent_seek(screen->app, phone->caller, &err))
        snprintf(phone->said, sizeof phone->said, "! %s", err.text);
    phone->urgent = urgent_found(screen->app, phone->caller);
    if (phone->urgent && phone->urgent->why)
        snprintf(phone->said, sizeof phone->said, "! %s", phone->urgent->why);
    if (!phone->urgent || !had)
        phone->chosen = 0;
    screen->changed = true;
}

static void look_for_ways(Screen *screen)
{
    Phone *phone = screen->phone;
    if (!phone->caller) {
        snprintf(phone->said, sizeof phone->said, "! %s",
                 _("only a client that is known can be visited"));
        return;
    }
    phone->stage = PHONE_WHERE;
    phone->urgent = NULL;
    take_ways(screen);
}

void phone_go_on(Screen *screen)
{
    const Phone *phone = screen->phone;
    if (!phone || phone->stage != PHONE_WHERE)
        return;
    bool looks = !phone->urgent && !*phone->said;
    if (looks || phone->urgent != urgent_found(screen->app, phone->caller))
        take_ways(screen);
}

/// A digit takes the way of that number.
static void number_way(Screen *screen, const Key *key)
{
    Phone *phone = screen->phone;
    KeyName name = key_name(key);
    size_t number = name.text[0] > '0' && !name.text[1] ? (size_t)(name.text[0] - '1') : SIZE_MAX;
    if (!phone->urgent || number >= phone->urgent->count)
        return;
    phone->chosen = number;
    save_visit(screen);
}

// --- keys

static void accept(Screen *screen)
{
    Phone *phone = screen->phone;
    *phone->said = '\0';
    switch (phone->stage) {
    case PHONE_WHO:
        take_caller(phone);
        phone->stage = PHONE_WHAT;
        phone->chosen = 0;
        break;
    case PHONE_WHAT:
        phone->stage = PHONE_WHEN;
        phone->chosen = 0;
        break;
    case PHONE_WHEN:
        if (is_urgent(phone, phone->kept))
            look_for_ways(screen);
        else
            save_call(screen);
        break;
    case PHONE_WHERE:
        save_visit(screen);
        break;
    }
}

static size_t choices(const Phone *phone)
{
    switch (phone->stage) {
    case PHONE_WHO:
        return phone->hit_count;
    case PHONE_WHEN:
        return phone->slot_count + 1;
    case PHONE_WHERE:
        return phone->urgent ? phone->urgent->count : 0;
    case PHONE_WHAT:
        break;
    }
    return 0;
}

static void choose(Phone *phone, int by)
{
    size_t count = choices(phone);
    if (by < 0 ? phone->chosen > 0 : phone->chosen + 1 < count)
        phone->chosen += (size_t)by;
}

static void go_back(Screen *screen)
{
    Phone *phone = screen->phone;
    if (phone->stage > PHONE_WHO)
        phone->stage--;
    phone->chosen = 0;
    *phone->said = '\0';
    if (phone->stage == PHONE_WHO)
        find_callers(screen);
}

static void type(Screen *screen, const Key *key)
{
    Phone *phone = screen->phone;
    Line *lines[] = {&phone->who, &phone->what, &phone->when};
    if (!line_key(lines[phone->stage], key, false))
        return;
    phone->unsaved = true;
    *phone->said = '\0';
    if (phone->stage == PHONE_WHO)
        find_callers(screen);
}

void phone_key(Screen *screen, const Key *key)
{
    Phone *phone = screen->phone;
    bool leaves = key->code == KEY_IS_ESCAPE || (key->code == KEY_IS_CTRL && key->letter == 'C');
    if (leaves) {
        bool something = phone->who.size || phone->what.size || phone->when.size;
        phone->unsaved = true;
        phone_close(screen);
        if (something)
            screen_say(screen, _("The call is kept as a draft: Ctrl-T goes on"));
    } else if (key->code == KEY_IS_ENTER ||
               (key->code == KEY_IS_TAB && phone->stage < PHONE_WHEN)) {
        accept(screen);
    } else if (key->code == KEY_IS_BACK_TAB) {
        go_back(screen);
    } else if (key->code == KEY_IS_UP || key->code == KEY_IS_DOWN) {
        choose(phone, key->code == KEY_IS_DOWN ? 1 : -1);
    } else if (phone->stage == PHONE_WHERE) {
        number_way(screen, key);
    } else {
        type(screen, key);
    }
}

void phone_click(Screen *screen, int row)
{
    for (size_t i = 0; i < PHONE_CHOICES && row > 0; i++)
        if (screen->phone->choice_rows[i] == row) {
            screen->phone->chosen = i;
            accept(screen);
            return;
        }
}

const char *phone_keys(const Screen *screen)
{
    switch (screen->phone->stage) {
    case PHONE_WHO:
        return _("reading, number, name   ↑↓ choose   Enter on   Esc back to where I was");
    case PHONE_WHAT:
        return _("in a few words   Enter on   Shift-Tab who   Esc back to where I was");
    case PHONE_WHEN:
        return _("↑↓ choose, or type fri 17:00   Enter saves   Shift-Tab what   Esc back");
    case PHONE_WHERE:
        break;
    }
    return _("1 2 3 takes a way   ↑↓ Enter too   Shift-Tab when   Esc back to where I was");
}
