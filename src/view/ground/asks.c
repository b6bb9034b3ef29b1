// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a usage as a person would ask for them, and the answers where there are few.
#include "asks.h"

#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"

static const struct {
    const char *name, *meaning; // N_()
    const Words *answers;
} words_of_usage[] = {
    {"DIGIT", N_("outcome"), &words_outcome},
    {"asked|tentative|confirmed|cancelled", N_("how far"), &words_appointment},
    {"LETTER", N_("weather"), &words_weather},
    {"MODE", N_("by"), &words_mode},
    {"DECIDER", N_("who decided"), &words_decider},
    {"DECIDING", N_("what decided"), &words_deciding},
    {"NEXT", N_("the next door"), &words_next_door},
    {"WHEN", N_("day, hour or both"), NULL},
    {"DATE", N_("day"), NULL},
    {"HOUR", N_("hour"), NULL},
    {"MINUTES", N_("minutes"), NULL},
    {"LENGTH", N_("minutes"), NULL},
    {"LINE", N_("line"), NULL},
    {"TEXT", N_("text"), NULL},
    {"NOTE", N_("note"), NULL},
    {"WORD", N_("word"), NULL},
    {"PERSON", N_("a person"), NULL},
    {"STAGE", N_("stage"), NULL},
    {"RULE", N_("14d, 2w, eom, 20, 2tue; none"), NULL},
    {"ID", N_("name"), NULL},
    {"WHO", N_("name"), NULL},
    {"PLACE", N_("place"), NULL},
    {"FILE", N_("file"), NULL},
    {"NAME", N_("setting"), NULL},
    {"VALUE", N_("value"), NULL},
};

enum { WORDS_OF_USAGE = sizeof words_of_usage / sizeof *words_of_usage };

static size_t word_of(const UsagePart *part)
{
    size_t i = 0;
    while (i < WORDS_OF_USAGE && strcmp(words_of_usage[i].name, part->name) != 0)
        i++;
    return i;
}

const char *asks_word(const UsagePart *part)
{
    size_t i = word_of(part);
    if (i < WORDS_OF_USAGE)
        return lang_text(words_of_usage[i].meaning);
    if (part->take == TAKE_ID)
        return part->kinds ? lang_text(part->kinds->kinds[0]->title) : _("name");
    return part->name;
}

/// "1 Met": the digit or letter is the first of what else is read as the word.
static const char *answer_text(const Word *word, Arena *arena)
{
    const char *also = word->also, *title = lang_text(word->title);
    bool key = also && also[0] && also[1] == '|';
    return key ? arena_print(arena, "%c %s", *also, title) : title;
}

static const Words *answers_of(const UsagePart *part)
{
    size_t word = word_of(part);
    return word < WORDS_OF_USAGE ? words_of_usage[word].answers : NULL;
}

/// To what is typed now, else to the first question that has some.
static const Words *answers(const Command *command, const char *typed, Arena *arena)
{
    size_t from;
    Usage usage = usage_parse(command->usage, arena);
    const UsagePart *now = *typed ? usage_part_typed(&usage, true, typed, arena, &from) : NULL;
    if (now && answers_of(now))
        return answers_of(now);
    for (size_t i = 0; i < usage.count; i++) {
        const Words *first = answers_of(&usage.parts[i]);
        if (first)
            return first;
    }
    return NULL;
}

/// Packs the answers into rows of `columns`, no answer broken; draws them from `row` on unless it is
/// negative. Returns the rows.
static int pack(const Words *words, Canvas *canvas, int row, int columns, Arena *arena)
{
    int line = 0, column = 0;
    for (size_t i = 0; i < words->count; i++) {
        const char *text = answer_text(&words->rows[i], arena);
        int width = text_width(text);
        if (column && column + width > columns) {
            line++;
            column = 0;
        }
        if (row >= 0 && column == 0)
            canvas_field(canvas, row + line, 0, canvas->columns - 1, ROLE_PLAIN, "");
        if (row >= 0)
            canvas_text(canvas, row + line, 1 + column, columns - column, ROLE_PLAIN, text);
        column += width + 2;
    }
    return line + 1;
}

void asks_draw(const Command *command, const char *typed, Canvas *canvas, int row, Arena *arena)
{
    const Words *words = answers(command, typed, arena);
    int columns = canvas->columns - 2;
    if (!words || columns < 1)
        return;
    int first = row - pack(words, canvas, -1, columns, arena);
    if (first < 3)
        return;
    canvas_rule(canvas, first - 1, 0, canvas->columns - 1);
    (void)pack(words, canvas, first, columns, arena);
}
