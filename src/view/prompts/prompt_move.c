// SPDX-License-Identifier: GPL-3.0-or-later
// `m`: to an hour, a day, or both, as typed; or by ↑ ↓: on Today earlier and later in the day,
// everywhere else to the day before and after. What it comes to is said before Enter.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "day/today.h"
#include "mawari/app/find.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "shell.h"

/// Where in time the first of the chosen records stands now.
typedef struct Standing {
    const Entity *kind;
    Id id;
    Day day;
    Minute start;
} Standing;

static bool read_standing(Screen *screen, Standing *ret)
{
    Store *store = screen->app->store;
    Arena *arena = screen->frame;
    const Id *ids;
    const Entity *kind;
    RecordHead head;
    Visit visit;
    Commitment promise;
    Block block;
    Meeting meeting;
    Entertainment evening;
    if (screen_chosen_for(screen, screen->prompt.command, &kind, &ids) == 0 ||
        !record_head(store, ids[0], arena, &head, NULL))
        return false;
    *ret = (Standing){.kind = head.kind, .id = ids[0], .day = NONE, .start = NONE};
    if (head.kind == &entity_visit && record_get(store, head.kind, ids[0], arena, &visit, NULL))
        ret->day = visit.day, ret->start = visit.start;
    else if (head.kind == &entity_commitment &&
             record_get(store, head.kind, ids[0], arena, &promise, NULL))
        ret->day = promise.due, ret->start = promise.due_at;
    else if (head.kind == &entity_block &&
             record_get(store, head.kind, ids[0], arena, &block, NULL))
        ret->day = block.day, ret->start = block.start;
    else if (head.kind == &entity_meeting &&
             record_get(store, head.kind, ids[0], arena, &meeting, NULL))
        ret->day = meeting.day, ret->start = meeting.start;
    else if (head.kind == &entity_entertainment &&
             record_get(store, head.kind, ids[0], arena, &evening, NULL))
        ret->day = evening.day, ret->start = evening.start;
    else
        return false;
    return true;
}

// --- within the day

/// The day's visits in their order, and which of them is `id`.
static size_t stops_of(const Pane *pane, Id id, Arena *arena, const DayRow ***ret, size_t *ret_at)
{
    const DaySheet *sheet = today_sheet(pane);
    size_t count = 0;
    *ret = arena_array(arena, const DayRow *, sheet->count + 1);
    *ret_at = 0;
    for (size_t i = 0; i < sheet->count; i++) {
        if (sheet->rows[i].kind != ROW_VISIT)
            continue;
        if (sheet->rows[i].id == id)
            *ret_at = count;
        (*ret)[count++] = &sheet->rows[i];
    }
    return count;
}

static bool moves_within_day(const Screen *screen, const Prompt *prompt, const Standing *standing)
{
    const Pane *pane = screen_pane(screen);
    return pane->what == &pane_today && pane->mark_count < 2 && prompt->line.size == 0 &&
           standing->kind == &entity_visit;
}

static void say_shift(Screen *screen, Prompt *prompt, const Standing *standing)
{
    const DayRow **stops;
    size_t at;
    size_t count = stops_of(screen_pane(screen), standing->id, screen->offers, &stops, &at);
    if (prompt->shift < -(int)at)
        prompt->shift = -(int)at;
    if (prompt->shift > (int)(count - 1 - at))
        prompt->shift = (int)(count - 1 - at);
    const char *other = stops[(size_t)((int)at + prompt->shift)]->name;
    if (prompt->shift == 0)
        *prompt->said = '\0';
    else
        snprintf(prompt->said, sizeof prompt->said,
                 prompt->shift < 0 ? _("→ before %s") : _("→ after %s"), other);
}

// --- to an hour or a day

static bool read_line(Screen *screen, const Prompt *prompt, Args *ret, Err *err)
{
    const Entity *kind;
    const Id *ids;
    size_t count = screen_chosen_for(screen, screen->prompt.command, &kind, &ids);
    return args_from_line(screen->app, prompt->command, kind, ids, count, prompt->line.text,
                          screen->offers, ret, err);
}

static void say_when(Screen *screen, Prompt *prompt)
{
    Standing standing;
    Args args;
    Err err = {0};
    if (prompt->line.size == 0)
        snprintf(prompt->said, sizeof prompt->said, "%s", prompt_example(prompt->command));
    if (prompt->line.size == 0 || !read_standing(screen, &standing))
        return;
    if (!read_line(screen, prompt, &args, &err)) {
        snprintf(prompt->said, sizeof prompt->said, "! %s", err.text);
        return;
    }
    Day day = args.day != NONE ? args.day : standing.day;
    Minute start = args.text ? NONE : args.minute != NONE ? args.minute : standing.start;
    snprintf(prompt->said, sizeof prompt->said, "→ %s%s%s",
             day == NONE ? "" : day_text_full(day, screen->app->today, screen->offers),
             day == NONE || (start == NONE && !args.text) ? "" : " ",
             args.text ? _("no agreed hour") : minute_text(start, screen->offers));
}

/// The day that is typed, or the one where it stands, and `by` on; a typed hour stays.
static void step_day(Screen *screen, Prompt *prompt, const Standing *standing, int by)
{
    Args args = {.day = NONE, .minute = NONE};
    int year, month, date;
    if (prompt->line.size)
        (void)read_line(screen, prompt, &args, NULL);
    Day from = args.day != NONE        ? args.day
               : standing->day != NONE ? standing->day
                                       : screen->app->today;
    day_to(from + by, &year, &month, &date);
    const char *hour = args.minute != NONE ? minute_text(args.minute, screen->frame) : "";
    line_set(&prompt->line, arena_print(screen->frame, "%04d-%02d-%02d%s%s", year, month, date,
                                        *hour ? " " : "", hour));
    *prompt->said = '\0';
    say_when(screen, prompt);
}

static void step(Screen *screen, Prompt *prompt, int by)
{
    Standing standing;
    if (!read_standing(screen, &standing))
        return;
    if (moves_within_day(screen, prompt, &standing)) {
        prompt->shift += by;
        say_shift(screen, prompt, &standing);
    } else {
        step_day(screen, prompt, &standing, by);
    }
}

static void changed(Screen *screen, Prompt *prompt)
{
    prompt->shift = 0;
    say_when(screen, prompt);
}

static void accept(Screen *screen, Prompt *prompt)
{
    if (prompt->shift == 0 && prompt->line.size) {
        (void)screen_run_typed(screen, prompt->command, prompt->line.text);
        return;
    }
    screen->mode = MODE_LIST;
    if (prompt->shift)
        screen_run_line(screen, command_named(prompt->shift < 0 ? "place-up" : "place-down"),
                        arena_print(screen->frame, "%d", abs(prompt->shift)));
}

static const PromptKind prompt_move = {
    .label = N_("Move"),
    .keys = N_("an hour, a day, both, or none   ↑↓ earlier, later   Enter does it   Esc back"),
    .changed = changed,
    .accept = accept,
    .step = step};

void prompt_move_open(Screen *screen, const Command *command)
{
    screen->prompt.command = command;
    screen_prompt(screen, &prompt_move, "");
    prompt_name(screen, command);
}
