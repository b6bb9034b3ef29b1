// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons to come out of the rivals' clocks: a window in which to ask for a quote, an answer to one,
// the next door after a lost deal.
#include "mawari/app/find.h"
#include "mawari/app/reasons.h"
#include "mawari/base/lang.h"

enum { DOOR_STANDS = 90 }; // days for which a next door is a reason

/// "31 Mar", or "2027-03" where only the month is known.
static const char *end_text(const ReasonsAsk *ask, const Share *share)
{
    return share->until_month == 1 ? month_text(share->until, ask->arena)
                                   : day_text(share->until, ask->app->today, ask->arena);
}

/// "B社 保守 ends 31 Mar: ask to quote from 1 Dec on"
static const char *quote_text(const ReasonsAsk *ask, const Share *share, QuoteWindow window)
{
    const char *who = share->rival ? app_name(ask->app, share->rival, ask->arena)
                                   : lang_text(words_by_value(&words_holder, share->holder)->title);
    return arena_print(ask->arena, _("%s %s ends %s: ask to quote from %s on"), who, share->line,
                       end_text(ask, share), day_text(window.from, ask->app->today, ask->arena));
}

bool reasons_quote(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    ShareRow *shares;
    size_t count;
    if (!query_shares(ask->app->store, ask->client, ask->arena, &shares, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        QuoteWindow window = share_quote_window(&shares[i].share);
        if (quote_window_open(window, ask->day))
            reasons_add(out, (Reason){.kind = &entity_share,
                                      .id = shares[i].id,
                                      .text = quote_text(ask, &shares[i].share, window),
                                      .by = window.until});
    }
    return true;
}

bool reasons_quotes_at(App *app, Id client, Day day, Arena *arena, Reasons *ret, Err *err)
{
    const ReasonsAsk ask = {.app = app, .client = client, .day = day, .arena = arena};
    *ret = (Reasons){.arena = arena};
    return reasons_quote(&ask, ret, err);
}

/// `says` makes the reason of a deal; NULL: it is none.
static bool add_deals(const ReasonsAsk *ask, const char *(*says)(const ReasonsAsk *, const Deal *),
                      bool answer, Reasons *out, Err *err)
{
    DealRow *deals;
    size_t count;
    if (!query_deals(ask->app->store, ask->client, ask->arena, &deals, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const Deal *deal = &deals[i].deal;
        const char *text = says(ask, deal);
        if (text)
            reasons_add(out, (Reason){.kind = &entity_deal,
                                      .id = deals[i].id,
                                      .text = text,
                                      .by = answer ? deal->answer : deal->next});
    }
    return true;
}

static const char *says_answer(const ReasonsAsk *ask, const Deal *deal)
{
    if (deal_is_over(deal->stage) || deal->answer == NONE || deal->answer > ask->day)
        return NULL;
    return arena_print(ask->arena, _("%s: their answer was due %s"), deal->name,
                       day_text(deal->answer, ask->app->today, ask->arena));
}

/// Where the line is known, a share says it.
static const char *says_door(const ReasonsAsk *ask, const Deal *deal)
{
    bool elsewhere = deal->line && *deal->line;
    if (deal->stage != DEAL_LOST || deal->next == NONE || elsewhere || deal->next > ask->day ||
        ask->day > deal->next + DOOR_STANDS)
        return NULL;
    return arena_print(ask->arena, _("%s: the next door since %s"), deal->name,
                       month_text(deal->next, ask->arena));
}

bool reasons_answer(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    return add_deals(ask, says_answer, true, out, err);
}

bool reasons_door(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    return add_deals(ask, says_door, false, out, err);
}
