// SPDX-License-Identifier: GPL-3.0-or-later
// Prices: the floor card, a demand and its answer, 持ち帰り, and what comes of it in the ledger.
#include <stdlib.h>

#include "core/act.h"
#include "mawari/app/prices.h"
#include "mawari/base/text.h"

bool act_floor(App *app, const Args *args, Effect *ret, Err *err)
{
    FloorSheet sheet;
    if (!act_needs(args, 1, err) || !floor_sheet(app, args->ids[0], app->scratch, &sheet, err))
        return false;
    ret->printed = floor_text(app, &sheet, app->scratch);
    ret->json = floor_json(app, &sheet, app->scratch);
    return true;
}

// --- a demand

/// Who asks: the screen's field `by`, else the person, or whoever the record is of on which it was said;
/// 0: not known.
static bool who_asks(App *app, const Args *args, Id about, Id *ret, Err *err)
{
    const Entity *kind;
    const char *by = args_field(args, "by");
    *ret = by ? strtoll(by, NULL, 10) : 0;
    if (by)
        return true;
    if (!act_kind(app, about, &kind, err))
        return false;
    if (kind == &entity_contact)
        *ret = about;
    const Field *contact = entity_own_field(kind, "contact");
    if (!contact)
        return true;
    void *record = arena_take(app->scratch, kind->size);
    if (!record_get(app->store, kind, about, app->scratch, record, err))
        return false;
    Value who = value_of(contact, record);
    *ret = who.kind == V_WHOLE ? who.whole : 0;
    return true;
}

static const char *product_of(const char *text, Arena *arena)
{
    const char *narrow = text_narrow(text, arena);
    size_t at = 0;
    while (narrow[at] && narrow[at] != '#')
        at++;
    return narrow[at] ? text_trim(narrow + at + 1, arena) : NULL;
}

static bool make_demand(App *app, const Args *args, Demand *demand, Err *err)
{
    PriceAsked asked;
    Id about = args->ids[0];
    const char *product = product_of(args->text, app->scratch);
    record_blank(&entity_demand, demand, app->today, app->scratch);
    if (!price_asked_read(args->text, app->scratch, &asked, err) ||
        !price_subject(app, about, &demand->client, &demand->product, err) ||
        !who_asks(app, args, about, &demand->contact, err))
        return false;
    const char *typed = price_asked_text(asked, app->scratch);
    demand->asked = product ? arena_print(app->scratch, "%s #%s", typed, product) : typed;
    return demand_complete(app, demand, product, app->scratch, err);
}

bool act_demand(App *app, const Args *args, Effect *ret, Err *err)
{
    Step *step;
    Demand demand;
    Id id = 0;
    const char *answer;
    if (!act_needs(args, 1, err) || !make_demand(app, args, &demand, err) ||
        !step_begin(app->store, "demand", app->now, &step, err))
        return false;
    bool done = act_put(app, step, &entity_demand, 0, &demand, &id, err);
    if (done)
        step_about(step, id);
    if (!act_end(step, done, ret, err) ||
        !demand_answer(app, &demand, app->reveal, app->scratch, &answer, err))
        return false;
    ret->kind = &entity_demand;
    ret->id = id;
    act_say(app, ret, "%s", answer);
    return true;
}

// --- 持ち帰り

/// The promise to answer; one that stands already moves.
static bool promise_answer(App *app, Step *step, const Args *args, Demand *demand, Err *err)
{
    Commitment promise;
    Id id = demand->promise;
    if (id && !record_get(app->store, &entity_commitment, id, app->scratch, &promise, err))
        return false;
    if (!id) {
        record_blank(&entity_commitment, &promise, app->today, app->scratch);
        promise.direction = DIRECTION_MINE;
        promise.what = arena_print(app->scratch, _("answer on the price: %s"), demand->asked);
        promise.client = demand->client;
        promise.contact = demand->contact;
        promise.visit = demand->visit;
    }
    promise.due = args->day;
    if (args->text)
        promise.waits_for = args->text;
    return act_put(app, step, &entity_commitment, id, &promise, &demand->promise, err);
}

static bool take_back_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Demand demand;
    if (!record_get(app->store, &entity_demand, id, app->scratch, &demand, err))
        return false;
    if (args->day < app->today)
        return err_set(err, ERR_INPUT, _("an answer cannot be promised for a day that is over"));
    if (!promise_answer(app, step, args, &demand, err))
        return false;
    demand.state = DEMAND_TAKEN_BACK;
    demand.due = args->day;
    return act_put(app, step, &entity_demand, id, &demand, NULL, err);
}

bool act_take_back(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "answer-by", args, args->id_count, take_back_one, ret, err))
        return false;
    const char *day = day_text_full(args->day, app->today, app->scratch);
    if (args->text)
        act_say(app, ret, _("I promised to answer by %s: %s"), day, args->text);
    else
        act_say(app, ret, _("I promised to answer by %s"), day);
    return true;
}

// --- the answer

/// "1150 これが精一杯": a price that leads the text is what was answered.
static void read_answer(App *app, const Args *args, Demand *demand)
{
    PriceAsked asked;
    const char *text = args->text ? text_trim(args->text, app->scratch) : "";
    size_t word = 0;
    while (text[word] && text[word] != ' ')
        word++;
    const char *first = arena_copy_bytes(app->scratch, text, word);
    bool price = *first && price_asked_read(first, app->scratch, &asked, NULL) && asked.yen != NONE;
    if (price)
        demand->answer = asked.yen;
    const char *said = text_trim(price ? text + word : text, app->scratch);
    if (*said)
        demand->said = said;
}

/// What was given goes into the ledger with what it costs a year.
static bool write_ledger(App *app, Step *step, Id id, const Demand *demand, Err *err)
{
    Concession gave;
    Price card;
    Id card_id;
    if (!price_card(app, demand->client, demand->product, app->scratch, &card, &card_id, err))
        return false;
    record_blank(&entity_concession, &gave, app->today, app->scratch);
    gave.what = demand->answer == NONE ? arena_print(app->scratch, _("price: %s"), demand->asked)
                                       : arena_print(app->scratch, _("price: %s → ¥%d"),
                                                     demand->asked, demand->answer);
    gave.client = demand->client;
    gave.contact = demand->contact;
    gave.product = demand->product;
    gave.demand = id;
    PriceVerdict verdict = price_judge(
        card_id ? &card : NULL, (PriceAsked){.yen = demand->answer, .less = NONE, .off = NONE});
    if (verdict.a_year != INT64_MIN && verdict.a_year >= 0 && verdict.a_year <= INT32_MAX)
        gave.yen = (Yen)verdict.a_year;
    return act_put(app, step, &entity_concession, 0, &gave, NULL, err);
}

/// The promise to answer is kept by it.
static bool keep_promise(App *app, Step *step, const Demand *demand, Err *err)
{
    Commitment promise;
    if (!demand->promise)
        return true;
    if (!record_get(app->store, &entity_commitment, demand->promise, app->scratch, &promise, err))
        return false;
    if (promise.kept == NONE)
        promise.kept = app->today;
    return act_put(app, step, &entity_commitment, demand->promise, &promise, NULL, err);
}

static bool answer_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Demand demand;
    const Word *word = words_read(&words_demand_state, args_field(args, "answer"), app->scratch);
    if (!record_get(app->store, &entity_demand, id, app->scratch, &demand, err))
        return false;
    bool is_answer = word && word->value != DEMAND_OPEN && word->value != DEMAND_TAKEN_BACK;
    if (!is_answer)
        return err_set(err, ERR_INPUT, _("the answer is agreed, halfway, refused or dropped"));
    bool gives = word->value == DEMAND_AGREED || word->value == DEMAND_MET_HALFWAY;
    bool gave = demand.state == DEMAND_AGREED || demand.state == DEMAND_MET_HALFWAY;
    demand.state = word->value;
    demand.answered = app->today;
    read_answer(app, args, &demand);
    if (demand.answer == NONE && word->value == DEMAND_AGREED)
        demand.answer = demand.yen;
    return act_put(app, step, &entity_demand, id, &demand, NULL, err) &&
           keep_promise(app, step, &demand, err) &&
           (!gives || gave || write_ledger(app, step, id, &demand, err));
}

bool act_answer(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "answer", args, args->id_count, answer_one, ret, err))
        return false;
    act_say(app, ret, _("Answered %s"), act_names(app, args->ids, args->id_count));
    return true;
}
