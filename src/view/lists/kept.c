// SPDX-License-Identifier: GPL-3.0-or-later
// How many promises were kept in time: a count that means something, with its number beside it.
#include "kept.h"

#include "mawari/base/lang.h"

const char *kept_shown(const KeptRate *rate, Arena *arena)
{
    const char *mine = "", *theirs = "";
    if (rate->done_mine >= KEPT_RATE_FROM)
        mine = arena_print(arena, _("mine %d of %d"), (int)rate->kept_mine, (int)rate->done_mine);
    if (rate->done_theirs >= KEPT_RATE_FROM)
        theirs = arena_print(arena, _("theirs %d of %d"), (int)rate->kept_theirs,
                             (int)rate->done_theirs);
    return arena_print(arena, "%s%s%s", mine, *mine && *theirs ? _(", ") : "", theirs);
}
