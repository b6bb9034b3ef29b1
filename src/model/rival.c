// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of rivals, of who has which product line, and of where rivals were seen; when to ask for
// a quote.
#include "mawari/model/kinds.h"

const Words words_holder = WORDS({HOLDER_US, "us", N_("us"), "当社|自社"},
                                 {HOLDER_RIVAL, "rival", N_("a rival"), "他社"},
                                 {HOLDER_SEVERAL, "several", N_("several"), "複数|併用"});

const Range range_lead = {.least = 0, .most = 730};

#define RECORD Rival
const Entity entity_rival = ENTITY("rival", "rivals", N_("Rival"), N_("Rivals"), RIVAL, "reading");
#undef RECORD

#define RECORD Share
const Entity entity_share = ENTITY("share", "shares", N_("Share"), N_("Shares"), SHARE, "until");
#undef RECORD

#define RECORD Sighting
const Entity entity_sighting = ENTITY("sighting", "sightings", N_("Sighting"), N_("Sightings"),
                                      SIGHTING, "-day");
#undef RECORD

QuoteWindow share_quote_window(const Share *share)
{
    if (share->holder == HOLDER_US || share->until == NONE)
        return (QuoteWindow){NONE, NONE};
    int32_t lead = share->lead == NONE ? 0 : share->lead;
    bool whole_month = share->until_month == 1;
    Day first = whole_month ? day_month_first(share->until) : share->until;
    return (QuoteWindow){.from = first - lead,
                         .until = whole_month ? day_month_last(share->until) : share->until};
}

bool quote_window_open(QuoteWindow window, Day day)
{
    return window.from != NONE && window.from <= day && day <= window.until;
}
