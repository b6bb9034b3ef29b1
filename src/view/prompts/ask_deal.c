// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of a deal: to which stage it goes; of a lost one who decided, what decided, and when
// the next door opens. Numbered answers.
#include <stdio.h>
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "shell.h"

/// The three questions in their order; the answers are gathered as the words behind `lost`.
static const struct {
    const char *question; // N_()
    const Words *answers;
} questions[] = {
    {N_("%s: who decided?"), &words_decider},
    {N_("%s: what decided?"), &words_deciding},
    {N_("%s: when does the next door open?"), &words_next_door},
};
enum { QUESTIONS = sizeof questions / sizeof *questions };

static void ask(Screen *screen, size_t at, const char *said, Id deal);

static size_t words_in(const char *said)
{
    size_t count = 0;
    for (; *said; said++)
        count += *said == ' ';
    return count;
}

/// The answers so far as the rep reads them: they stand in the prompt, where a title with blanks would be
/// several words.
static const char *answers_shown(const char *said, Arena *arena)
{
    Buffer shown = {.arena = arena};
    for (size_t i = 0; i < QUESTIONS && *said; i++) {
        size_t size = strcspn(said, " ");
        const char *code = arena_copy_bytes(arena, said, size);
        const char *title = lang_text(words_by_code(questions[i].answers, code)->title);
        buffer_print(&shown, "%s ", strchr(title, ' ') ? code : title);
        said += size + (said[size] == ' ');
    }
    return buffer_text(&shown);
}

/// The last question takes a day or a month as well: `lost` asks for it.
static void lost_answered(Screen *screen, const Offer *offer)
{
    const char *said = arena_copy(screen->frame, offer->value);
    if (offer->command) {
        screen_ask(screen, offer->command, answers_shown(said, screen->frame));
        snprintf(screen->prompt.said, sizeof screen->prompt.said, "%s",
                 prompt_example(offer->command));
    } else if (words_in(said) < QUESTIONS)
        ask(screen, words_in(said), said, offer->id);
    else
        screen_run_line(screen, command_named("lost"), said);
}

/// The digit of an answer is the first of what else is read as it.
static char digit_of(const Word *word, size_t i)
{
    bool digit = word->also && word->also[0] >= '0' && word->also[0] <= '9' && word->also[1] == '|';
    return digit ? word->also[0] : menu_letter(i);
}

static void ask(Screen *screen, size_t at, const char *said, Id deal)
{
    const char *name = screen_name_of(screen, deal);
    const Words *answers = questions[at].answers;
    const char *title = arena_print(screen->frame, lang_text(questions[at].question), name);
    said = arena_copy(screen->frame, said);
    screen_menu(screen, MODE_QUESTION, title, lost_answered);
    for (size_t i = 0; i < answers->count; i++) {
        const Word *word = &answers->rows[i];
        Offer *offer = menu_offer(screen, digit_of(word, i), lang_text(word->title));
        offer->id = deal;
        offer->value = arena_print(screen->offers, "%s%s ", said, word->code);
    }
    if (at + 1 < QUESTIONS)
        return;
    Offer *typed = menu_offer(screen, '5', _("another day or month"));
    typed->id = deal;
    typed->value = arena_copy(screen->offers, said);
    typed->command = command_named("lost");
}

void deal_ask_lost(Screen *screen, Id deal)
{
    ask(screen, 0, "", deal);
}

static void stage_answered(Screen *screen, const Offer *offer)
{
    const Word *lost = words_by_value(&words_deal_stage, DEAL_LOST);
    if (strcmp(offer->value, lost->code) == 0)
        deal_ask_lost(screen, offer->id);
    else
        screen_run_line(screen, command_named("stage"), offer->value);
}

bool deal_ask(Screen *screen, Id id)
{
    Deal deal;
    const Words *stages = &words_deal_stage;
    if (!record_get(screen->app->store, &entity_deal, id, screen->frame, &deal, NULL))
        return false;
    screen_menu(screen, MODE_QUESTION,
                arena_print(screen->frame, _("%s: to which stage?"), deal.name), stage_answered);
    for (size_t i = 0; i < stages->count; i++) {
        const Word *word = &stages->rows[i];
        Offer *offer = menu_offer(screen, digit_of(word, i), lang_text(word->title));
        offer->id = id;
        offer->value = word->code;
        offer->right = word->value == deal.stage ? _("now") : NULL;
        if (word->value == deal_next_stage(deal.stage))
            screen->menu.chosen = i;
    }
    return true;
}
