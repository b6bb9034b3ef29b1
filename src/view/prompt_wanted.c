// SPDX-License-Identifier: GPL-3.0-or-later
// What a command still wants, in words: on which record, and which of a day, an hour, a line … .
#include <stdio.h>
#include <string.h>

#include "asks.h"
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

void prompt_name(Screen *screen, const Command *command)
{
    const Entity *kind;
    const Id *ids;
    size_t count = screen_chosen_for(screen, command, &kind, &ids);
    Prompt *prompt = &screen->prompt;
    snprintf(prompt->title, sizeof prompt->title, "%s %s", lang_text(command->title),
             count == 1 ? screen_name_of(screen, ids[0]) : "");
}

void prompt_wanted(Screen *screen, Prompt *prompt)
{
    Buffer out = {.arena = screen->frame};
    bool given = false; // the record that is chosen stands for the first one
    if (prompt->line.size)
        return;
    Usage usage = usage_parse(prompt->command->usage, screen->frame);
    for (size_t i = 0; i < usage.count; i++) {
        const UsagePart *part = &usage.parts[i];
        bool here = part->take == TAKE_KIND || (part->take == TAKE_ID && !given);
        given = given || part->take == TAKE_ID;
        if (here || part->take == TAKE_OPTION)
            continue;
        buffer_print(&out, part->optional ? "%s(%s)" : "%s%s", out.size ? ", " : "",
                     asks_word(part));
    }
    snprintf(prompt->said, sizeof prompt->said, "%s", buffer_text(&out));
}
