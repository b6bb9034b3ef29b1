// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's lines: this morning's report as it was typed, and a word that was in doubt.
#include "sample_fill.h"

static const struct {
    const char *client, *text;
    KeptSort about;
    int32_t ago, settled_ago;
} words[] = {
    {"青葉商店", "@岡本", KEPT_UNSETTLED, 42, 41},
};

static bool fill_line(Filling *filling)
{
    Visit *visit = sample_blank(filling, &entity_visit);
    if (!filling->reported)
        return true;
    if (!record_get(filling->app->store, &entity_visit, filling->reported, filling->arena, visit,
                    filling->err))
        return false;
    LinePart *note = sample_blank(filling, &entity_line_part);
    note->visit = filling->reported;
    note->reads = LINE_NOTE;
    note->text = visit->text;
    visit->line = arena_print(filling->arena, "%d %s", visit->outcome, visit->text);
    visit->line_day = visit->day;
    return sample_keep(filling, &entity_line_part, note, NULL) &&
           record_put(filling->step, &entity_visit, filling->reported, visit, NULL, filling->err);
}

bool sample_fill_words(Filling *filling)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        KeptWord *word = sample_blank(filling, &entity_kept_word);
        word->client = sample_client(filling, words[i].client)->id;
        word->text = words[i].text;
        word->about = (int32_t)words[i].about;
        word->day = filling->app->today - words[i].ago;
        word->settled = filling->app->today - words[i].settled_ago;
        if (!sample_keep(filling, &entity_kept_word, word, NULL))
            return false;
    }
    return fill_line(filling);
}
