// SPDX-License-Identifier: GPL-3.0-or-later
// Deals: how far they are, what decided a lost one, and the window to quote that follows from it.
#include "core/act.h"
#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"

static const char *words_listed(const Words *words, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < words->count; i++)
        buffer_print(&out, "%s%s", i ? " " : "", words->rows[i].code);
    return buffer_text(&out);
}

/// The word of `words` that is named; NONE where nothing is named.
static bool named_word(App *app, const Words *words, const char *typed, int32_t *ret, Err *err)
{
    const Word *word = typed ? words_read(words, typed, app->scratch) : NULL;
    if (typed && !word)
        return err_set(err, ERR_USAGE, _("“%s” is none of the answers: %s"), typed,
                       words_listed(words, app->scratch));
    *ret = word ? word->value : NONE;
    return true;
}

/// A stage sets its days: a quote was given, the deal was decided.
static void set_stage(App *app, Deal *deal, int32_t stage)
{
    deal->stage = stage;
    if (stage == DEAL_QUOTED && deal->quoted == NONE)
        deal->quoted = app->today;
    deal->closed = !deal_is_over(stage) ? NONE : deal->closed == NONE ? app->today : deal->closed;
}

/// A line that a rival had is ours with a deal that is won: its window to quote is over. Where several
/// have it, or nobody is known to, a deal says nothing of the rest.
static bool take_share(App *app, Step *step, const Deal *deal, Err *err)
{
    Share share;
    Id id = 0;
    if (!deal->line || !*deal->line)
        return true;
    if (!query_share_of_line(app->store, deal->client, deal->line, &id, err) ||
        (id && !record_get(app->store, &entity_share, id, app->scratch, &share, err)))
        return false;
    if (!id || share.holder != HOLDER_RIVAL)
        return true;
    share.holder = HOLDER_US;
    share.rival = 0;
    share.since = deal->closed;
    share.until = share.until_month = NONE;
    return act_put(app, step, &entity_share, id, &share, NULL, err);
}

static bool stage_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Deal deal;
    int32_t stage;
    if (!record_get(app->store, &entity_deal, id, app->scratch, &deal, err) ||
        !named_word(app, &words_deal_stage, args_field(args, "stage"), &stage, err))
        return false;
    stage = stage == NONE ? deal_next_stage(deal.stage) : stage;
    if (stage == NONE)
        return err_set(err, ERR_INPUT, _("%s is decided: name a stage to go back"), deal.name);
    bool newly_won = stage == DEAL_WON && deal.stage != DEAL_WON;
    set_stage(app, &deal, stage);
    return act_put(app, step, &entity_deal, id, &deal, NULL, err) &&
           (!newly_won || take_share(app, step, &deal, err));
}

bool act_deal_stage(App *app, const Args *args, Effect *ret, Err *err)
{
    Deal deal;
    if (!act_each(app, "stage", args, args->id_count, stage_one, ret, err) ||
        !record_get(app->store, &entity_deal, args->ids[0], app->scratch, &deal, err))
        return false;
    act_say(app, ret, _("%s: now at %s"), act_names(app, args->ids, args->id_count),
            lang_text(words_by_value(&words_deal_stage, deal.stage)->title));
    return true;
}

/// When the next door opens: one of the answers or a month, of which no day is known; else a day.
static bool read_next(App *app, const char *typed, Deal *deal, bool *ret_month, Err *err)
{
    const Word *word = typed ? words_read(&words_next_door, typed, app->scratch) : NULL;
    deal->next = word ? next_door_month(word->value, deal->closed) : NONE;
    *ret_month = deal->next != NONE;
    if (!typed || word)
        return true;
    *ret_month = month_parse(typed, app->today, LOOK_FORWARD, &deal->next);
    if (!*ret_month && !day_parse(typed, app->today, LOOK_FORWARD, &deal->next))
        return err_set(err, ERR_USAGE,
                       _("“%s” is no answer, day or month: 6m, 4/1, 2027-04, 4月, Apr"), typed);
    Day last = *ret_month ? day_month_last(deal->next) : deal->next;
    return last >= deal->closed ||
           err_set(err, ERR_INPUT, _("the next door opens before this one closed"));
}

/// Who has the line now, and until when: that opens the window to quote. Where nobody knows who, or
/// when, it is left as it was.
static bool keep_share(App *app, Step *step, const Deal *deal, bool month, Err *err)
{
    Share share;
    Id id = 0;
    if (!deal->line || !*deal->line || (!deal->rival && deal->next == NONE))
        return true;
    if (!query_share_of_line(app->store, deal->client, deal->line, &id, err))
        return false;
    record_blank(&entity_share, &share, app->today, app->scratch);
    if (id && !record_get(app->store, &entity_share, id, app->scratch, &share, err))
        return false;
    Id rival = deal->rival ? deal->rival : share.rival;
    bool newly = !id || share.rival != rival || share.holder != HOLDER_RIVAL;
    share.client = deal->client;
    share.line = deal->line;
    share.holder = HOLDER_RIVAL;
    share.rival = rival;
    share.since = newly ? deal->closed : share.since;
    if (deal->next != NONE || newly) {
        share.until = deal->next;
        share.until_month = month ? 1 : NONE;
    }
    return act_put(app, step, &entity_share, id, &share, NULL, err);
}

static bool lose_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Deal deal;
    bool month;
    if (!record_get(app->store, &entity_deal, id, app->scratch, &deal, err))
        return false;
    set_stage(app, &deal, DEAL_LOST);
    if (!named_word(app, &words_decider, args_field(args, "decider"), &deal.decider, err) ||
        !named_word(app, &words_deciding, args_field(args, "deciding"), &deal.deciding, err) ||
        !read_next(app, args_field(args, "next"), &deal, &month, err))
        return false;
    return act_put(app, step, &entity_deal, id, &deal, NULL, err) &&
           keep_share(app, step, &deal, month, err);
}

bool act_lost(App *app, const Args *args, Effect *ret, Err *err)
{
    Deal deal;
    if (!act_needs(args, 1, err) || !act_each(app, "lost", args, 1, lose_one, ret, err) ||
        !record_get(app->store, &entity_deal, args->ids[0], app->scratch, &deal, err))
        return false;
    if (deal.next == NONE)
        act_say(app, ret, _("%s: lost"), deal.name);
    else
        act_say(app, ret, _("%s: lost; the next door opens %s"), deal.name,
                month_text(deal.next, app->scratch));
    return true;
}
