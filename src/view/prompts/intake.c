// SPDX-License-Identifier: GPL-3.0-or-later
// The questions that a new trouble brings, one by one. Each answer is saved with its Enter as a
// line inside; an empty one is passed over; Esc ends it, and `intake` asks again. Several troubles (a
// catch-up, marks) have their turns one after the other.
#include <stdio.h>
#include <string.h>

#include "mawari/app/evening.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"
#include "shell.h"

static const char *const *questions_of(Screen *screen, Id ticket, Arena *arena, size_t *ret_count)
{
    Ticket record;
    const char **questions = NULL;
    *ret_count = 0;
    if (record_get(screen->app->store, &entity_ticket, ticket, arena, &record, NULL))
        *ret_count = app_intake(screen->app, record.what, arena, &questions);
    return questions;
}

/// False behind the last one.
static bool ask(Screen *screen, Id ticket, size_t number)
{
    size_t count;
    Ticket record;
    const char *const *questions = questions_of(screen, ticket, screen->frame, &count);
    if (number >= count ||
        !record_get(screen->app->store, &entity_ticket, ticket, screen->frame, &record, NULL))
        return false;
    screen_prompt(screen, &prompt_intake, "");
    screen->prompt.subject = ticket;
    screen->prompt.question = number;
    snprintf(screen->prompt.title, sizeof screen->prompt.title, "T%d %zu/%zu %s", record.number,
             number + 1, count, text_fit(questions[number], 40, screen->frame));
    return true;
}

void intake_add(Screen *screen, const Id *tickets, size_t count)
{
    for (size_t i = 0; i < count && screen->intake.count < INTAKES; i++)
        screen->intake.tickets[screen->intake.count++] = tickets[i];
}

void intake_begin(Screen *screen)
{
    while (screen->intake.count > 0) {
        Id ticket = screen->intake.tickets[0];
        memmove(screen->intake.tickets, screen->intake.tickets + 1,
                --screen->intake.count * sizeof ticket);
        if (ask(screen, ticket, 0))
            return;
        screen_say(screen, _("There are no questions for this trouble"));
    }
}

/// False with the message where the line could not be saved.
static bool save_answer(Screen *screen, const Prompt *prompt)
{
    size_t count;
    Err err = {0};
    Effect effect = {0};
    const char *const *questions = questions_of(screen, prompt->subject, screen->frame, &count);
    const char *answer = text_trim(prompt->line.text, screen->frame);
    if (!*answer || prompt->question >= count)
        return true;
    Args args = {.kind = &entity_ticket,
                 .ids = &prompt->subject,
                 .id_count = 1,
                 .day = NONE,
                 .minute = NONE,
                 .text = arena_print(screen->frame, "%s %s", questions[prompt->question], answer)};
    if (!command_run(screen->app, command_named("inside"), &args, &effect, &err)) {
        screen_fail(screen, &err);
        return false;
    }
    screen_effect(screen, &effect);
    return true;
}

static void accept(Screen *screen, Prompt *prompt)
{
    if (!save_answer(screen, prompt)) {
        snprintf(prompt->said, sizeof prompt->said, "%s", screen->message);
        return;
    }
    Id ticket = prompt->subject;
    if (ask(screen, ticket, prompt->question + 1))
        return;
    screen->mode = MODE_LIST;
    screen_say(screen, _("Asked all. The first report for the boss: %s"),
               lang_text(command_named("first-report")->title));
    intake_begin(screen);
}

static void cancel(Screen *screen, Prompt *prompt)
{
    (void)prompt;
    screen_say(screen, _("What was answered is kept; Intake questions asks again"));
}

const PromptKind prompt_intake = {
    .keys = N_("Enter: the next question   nothing typed: passed over   Esc ends it"),
    .accept = accept,
    .cancel = cancel};
