// SPDX-License-Identifier: GPL-3.0-or-later
// What a capture line is offered while it is typed, as suggestions.
#include "line_offers.h"

void line_offers(App *app, const Line *line, const CapturePlace *place, bool outcome, Arena *arena,
                 Suggestions *ret)
{
    CaptureOffers offers;
    suggest_begin(ret, line->at, line->at);
    if (!capture_offers(app, line->text, line->at, place, outcome, arena, &offers, NULL))
        return;
    suggest_begin(ret, offers.from, offers.to);
    for (size_t i = 0; i < offers.count; i++) {
        const CaptureOffer *one = &offers.rows[i];
        suggest_add(
            ret,
            (Suggestion){.text = one->text, .right = one->right, .fill = one->fill, .id = one->id});
    }
}

bool line_go_to_doubt(App *app, Line *line, const Heard *heard, bool outcome, Arena *arena,
                      Suggestions *ret)
{
    size_t at;
    if (!heard_first_doubt(heard, &at) || at > line->size)
        return false;
    line->at = at;
    line_offers(app, line, &heard->place, outcome, arena, ret);
    return true;
}
