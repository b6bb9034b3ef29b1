// SPDX-License-Identifier: GPL-3.0-or-later
// After the door: reading a visit that is to be written, and writing it.
#include <stdio.h>
#include <string.h>

#include "after_door.h"
#include "ground/hints.h"
#include "mawari/app/find.h"
#include "mawari/app/rounds.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"
#include "mawari/store/settings.h"

// --- reading

/// Without a line of its own a report begins with its digit.
static const char *first_line(const Door *door)
{
    if (!door->again)
        return "";
    return door->visit.line ? door->visit.line
                            : arena_print(door->arena, "%d ", door->visit.outcome);
}

static bool read_visit(Screen *screen, Err *err)
{
    Door *door = screen->door;
    App *app = screen->app;
    Id id = door->visits[door->at];
    if (!record_get(app->store, &entity_visit, id, door->arena, &door->visit, err))
        return false;
    door->again = door->visit.outcome != NONE;
    if (!door_read_temper(screen, err))
        return false;
    door->place = (CapturePlace){.client = door->visit.client,
                                 .site = door->visit.site,
                                 .contact = door->visit.contact,
                                 .visit = id};
    if (door->again && !capture_place_again(app, id, &door->place, err))
        return false;
    return capture_hear(app, "", &door->place, true, door->heard_in, &door->heard, err) &&
           door_read_here(screen, err);
}

static bool load(Screen *screen, Err *err)
{
    Door *door = screen->door;
    App *app = screen->app;
    if (!read_visit(screen, err))
        return false;
    door->client_name = app_name(app, door->visit.client, door->arena);
    door->name = door->visit.site ? app_name(app, door->visit.site, door->arena) : "";
    door->chosen = 0;
    door->stage = DOOR_OPEN_HERE;
    door->outcome = NONE;
    door->spoke = door->again ? door->visit.spoke : NONE;
    door->by = door->again ? door->visit.put_off_by : NONE;
    line_set(&door->line, first_line(door));
    if (door->again)
        door->stage = DOOR_LINE;
    door->began = door_state(door, door->arena);
    return door_propose(screen, err);
}

bool door_begin(Screen *screen)
{
    Err err = {0};
    if (!load(screen, &err)) {
        door_close(screen);
        screen_fail(screen, &err);
        return false;
    }
    door_resume(screen);
    door_understand(screen);
    suggest_begin(&screen->door->suggestions, 0, 0); // nothing is being typed yet
    screen->door->unsaved = false;
    screen->mode = MODE_DOOR;
    return true;
}

// --- writing

/// The next visit as it stands below the line: a day, "none", or NULL: nothing is to be done.
static const char *next_wished(const Door *door, Arena *arena)
{
    if (door->says_next)
        return NULL;
    if (door->next_day == NONE)
        return door->next.day == NONE ? NULL : "none";
    if (door->next.planned && door->next_day == door->next.day)
        return NULL;
    return day_iso(door->next_day, arena);
}

static bool run_outcome(Screen *screen, Effect *ret, Err *err)
{
    Door *door = screen->door;
    const char digit[] = {(char)('0' + door->outcome), '\0'};
    const char *line = text_trim(door->line.text + door->heard.capture.parts[0].to, door->arena);
    const char *next = next_wished(door, door->arena);
    const FieldArg fields[] = {
        {"digit", digit}, {"kept", door_ticked_ids(door, door->arena)}, {"next", next}};
    FieldArg *options = arena_array(door->arena, FieldArg, 4 + 3 * door->careful.count);
    size_t option_count = 0;
    if (door->again)
        options[option_count++] = (FieldArg){"instead", NULL};
    if (door->over)
        options[option_count++] = (FieldArg){"over", NULL};
    if (door->outcome == OUTCOME_PUT_OFF && door->by != NONE)
        options[option_count++] = (FieldArg){"by",
                                             words_by_value(&words_put_off_by, door->by)->code};
    option_count += door_temper_options(door, options + option_count);
    if (door_spoke(door) == 1)
        options[option_count++] = (FieldArg){"spoken", NULL};
    Args args = {.kind = &entity_visit,
                 .ids = &door->visits[door->at],
                 .id_count = 1,
                 .fields = fields,
                 .field_count = next ? 3 : 2,
                 .options = options,
                 .option_count = option_count,
                 .day = NONE,
                 .minute = NONE,
                 .text = *line ? line : NULL};
    draft_goes_with_step(screen->app->store, door_draft_place(door, door->arena));
    bool good = command_run(screen->app, command_named("outcome"), &args, ret, err);
    draft_goes_with_step(screen->app->store, NULL);
    return good;
}

/// What somebody changed since the first saving is not written over unasked.
static bool asks_first(Screen *screen)
{
    Door *door = screen->door;
    const char *names = "", *next = next_wished(door, door->heard_in);
    Err err = {0};
    Id *ticked = arena_array(door->heard_in, Id, door->here_count);
    Report report = {.ticked = ticked, .next = NONE};
    for (size_t i = 0; i < door->here_count; i++)
        if (door_is_ticked(door, i))
            ticked[report.ticked_count++] = door->here[i].id;
    report.next_none = next && strcmp(next, "none") == 0;
    if (next && !report.next_none)
        report.next = door->next_day;
    if (!door->again || door->asked)
        return false;
    door->asked = true;
    if (!capture_changed_since(screen->app, &door->heard, &report, door->heard_in, &names, &err)) {
        snprintf(door->said, sizeof door->said, "! %s", err.text);
        return true;
    }
    if (!*names)
        return false;
    door->stage = DOOR_NEXT;
    snprintf(door->said, sizeof door->said,
             _("! changed since: %s. Enter leaves that as it is, 9 writes the line over it"),
             names);
    return true;
}

static void saved(Screen *screen, const Effect *effect)
{
    Door *door = screen->door;
    (void)draft_drop(screen->app->store, door_draft_place(door, door->arena), NULL);
    door->unsaved = false;
    hints_done(screen, "outcome", NULL);
    screen_pane(screen)->mark_count = 0;
    screen_effect(screen, effect);
    arena_empty(door->arena);
    if (++door->at < door->count)
        (void)door_begin(screen);
    else
        door_close(screen);
    if (!screen->door)
        intake_begin(screen);
}

void door_save(Screen *screen)
{
    Door *door = screen->door;
    Effect effect = {0};
    Err err = {0};
    if (door->outcome == NONE) {
        door->stage = DOOR_LINE;
        snprintf(door->said, sizeof door->said, "%s", _("first the digit: 1 met … 0 put off"));
        return;
    }
    if (asks_first(screen))
        return;
    if (!run_outcome(screen, &effect, &err)) {
        screen_fail(screen, &err);
        return;
    }
    saved(screen, &effect);
}
