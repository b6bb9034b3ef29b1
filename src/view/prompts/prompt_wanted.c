// SPDX-License-Identifier: GPL-3.0-or-later
// What a command still wants, in words: on which record, and which of a day, an hour, a line … .
#include <stdio.h>
#include <string.h>

#include "ground/asks.h"
#include "mawari/base/buffer.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "shell.h"

const char *screen_name_of(Screen *screen, Id id)
{
    RecordHead head;
    Visit visit;
    if (!record_head(screen->app->store, id, screen->frame, &head, NULL))
        return "";
    if (head.kind != &entity_visit ||
        !record_get(screen->app->store, head.kind, id, screen->frame, &visit, NULL))
        return head.name;
    return screen_name_of(screen, visit.site ? visit.site : visit.client);
}

static bool takes_record(const Command *command, Arena *arena)
{
    Usage usage = usage_parse(command->usage, arena);
    for (size_t i = 0; i < usage.count; i++)
        if (usage.parts[i].take == TAKE_ID)
            return true;
    return false;
}

void prompt_name(Screen *screen, const Command *command)
{
    const Entity *kind;
    const Id *ids;
    size_t count = screen_chosen_for(screen, command, &kind, &ids);
    Prompt *prompt = &screen->prompt;
    snprintf(prompt->title, sizeof prompt->title, "%s %s", lang_text(command->title),
             count == 1 && takes_record(command, screen->frame) ? screen_name_of(screen, ids[0])
                                                                : "");
}

/// What can be typed, where a word does not say it.
static const struct {
    const char *command, *example; // N_()
} examples[] = {
    {"told", N_("as: the part comes on Thursday")},
    {"wait", N_("as: Fri the sample, +3d, 11/27")},
    {"answer", N_("1150 from 1/1; nothing: as asked, today")},
    {"answer-by", N_("as: Fri I ask the boss, +3d, 11/27")},
    {"hours", N_("as: 45, 1h30 at the site")},
    {"move", N_("as: 14:00, Fri, 11/27 9:30, none")},
    {"visit", N_("as: Fri 14:00, 11/27, tomorrow")},
    {"lost", N_("day or month: 4/1, 2027-04, Apr")},
    {"demand", N_("as: -5%, 1180, -50 #product")},
    {"lunch", N_("as: 12:30")},
    {"repeat", N_("as: 2tue, last fri, eom-1wd, 14d, none")},
    {"import", N_("as: clients list.csv")},
    {"leg", N_("as: 札幌駅 20, 札幌駅 35 train")},
};

const char *prompt_example(const Command *command)
{
    for (size_t i = 0; command && i < sizeof examples / sizeof *examples; i++)
        if (strcmp(examples[i].command, command->name) == 0)
            return lang_text(examples[i].example);
    return NULL;
}

/// A recurrence is read back in words, or what would be right is said.
static void say_rule(Screen *screen, Prompt *prompt)
{
    Value rule;
    Err err = {0};
    const Field *field = entity_field(&entity_recurrence, "rule");
    const ValueContext context = app_context(screen->app);
    if (!value_read(field, prompt->line.text, &context, screen->frame, &rule, &err))
        snprintf(prompt->said, sizeof prompt->said, "! %s",
                 _("a rule like 2tue, eom, 20, eom-1wd, 14d, mon,thu"));
    else if (rule.kind == V_TEXT)
        snprintf(prompt->said, sizeof prompt->said, "→ %s",
                 value_shown(field, rule, &context, screen->frame));
}

void prompt_wanted(Screen *screen, Prompt *prompt)
{
    Buffer out = {.arena = screen->frame};
    bool given = false; // the record that is chosen stands for the first one
    if (prompt->line.size) {
        if (strcmp(prompt->command->name, "repeat") == 0)
            say_rule(screen, prompt);
        return;
    }
    Usage usage = usage_parse(prompt->command->usage, screen->frame);
    for (size_t i = 0; i < usage.count; i++) {
        const UsagePart *part = &usage.parts[i];
        bool here = part->take == TAKE_KIND || (part->take == TAKE_ID && !given);
        given = given || part->take == TAKE_ID;
        if (here || part->take == TAKE_OPTION)
            continue;
        buffer_print(&out, part->optional ? "%s(%s)" : "%s%s", out.size ? _(", ") : "",
                     asks_word(part));
    }
    snprintf(prompt->said, sizeof prompt->said, "%s", buffer_text(&out));
}
