// SPDX-License-Identifier: GPL-3.0-or-later
// Prices: the floor card, a demand and its answer, 持ち帰り, and what comes of it in the ledger.
#include <stdlib.h>
#include <string.h>

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

/// Whoever a record is, or is of; 0: nobody.
static bool person_of(App *app, Id id, Id *ret, Err *err)
{
    const Entity *kind;
    if (!act_kind(app, id, &kind, err))
        return false;
    if (kind != &entity_contact)
        return record_reference(app->store, kind, id, "contact", ret, err);
    *ret = id;
    return true;
}

/// Who asks: the person of the record in the screen's field `by`, from which the card was opened, else
/// of the one on which it was said; 0: not known.
static bool who_asks(App *app, const Args *args, Id about, Id *ret, Err *err)
{
    const char *by = args_field(args, "by");
    *ret = 0;
    if (by && !person_of(app, strtoll(by, NULL, 10), ret, err))
        return false;
    return *ret || person_of(app, about, ret, err);
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

/// What an answer says: "1150 1月1日からの改定で", "1150 from 1/1 as agreed".
typedef struct Answer {
    Yen price; // NONE: not said
    Day from;  // NONE: from today
    const char *said;
} Answer;

/// The size of a blank of either width; 0: there is none.
static size_t blank_at(const char *at)
{
    static const char wide[] = "　";
    return *at == ' ' ? 1 : strncmp(at, wide, strlen(wide)) == 0 ? strlen(wide) : 0;
}

/// The next word of `*at`, which is put behind it.
static const char *take_word(const char **at, Arena *arena)
{
    while (blank_at(*at))
        *at += blank_at(*at);
    const char *from = *at;
    while (**at && !blank_at(*at))
        ++*at;
    return arena_copy_bytes(arena, from, (size_t)(*at - from));
}

/// "from 1/1", "1/1から": false and `*at` as it was for anything else.
static bool take_from(const char **at, Day today, Arena *arena, Day *ret)
{
    static const char since[] = "から";
    const char *rest = *at, *word = take_word(&rest, arena);
    if (strcmp(word, "from") == 0)
        word = take_word(&rest, arena);
    else if (strlen(word) > strlen(since) &&
             strcmp(word + strlen(word) - strlen(since), since) == 0)
        word = arena_copy_bytes(arena, word, strlen(word) - strlen(since));
    else
        return false;
    if (!day_parse(word, today, LOOK_FORWARD, ret))
        return false;
    *at = rest;
    return true;
}

/// A price that leads the text is what was answered, and a day behind it from when it holds.
static Answer read_answer(App *app, const char *text)
{
    PriceAsked asked;
    Arena *arena = app->scratch;
    Answer answer = {.price = NONE, .from = NONE};
    const char *at = text ? text : "", *rest = at;
    const char *first = take_word(&rest, arena);
    if (*first && price_asked_read(first, arena, &asked, NULL) && asked.yen != NONE) {
        answer.price = asked.yen;
        at = rest;
    }
    (void)take_from(&at, app->today, arena, &answer.from);
    answer.said = text_trim(at, arena);
    return answer;
}

/// The entry that an earlier answer left; 0: none.
static bool ledger_of_demand(App *app, Id demand, Id *ret, Err *err)
{
    Id *ids;
    size_t count;
    if (!record_ids_by(app->store, &entity_concession,
                       entity_own_field(&entity_concession, "demand"), demand, app->scratch, &ids,
                       &count, err))
        return false;
    *ret = count ? ids[count - 1] : 0;
    return true;
}

/// A price without a day holds from today on; one that was agreed already, from its day.
static void agree(Concession *gave, Yen price, Day from, Day today)
{
    if (from != NONE || gave->price != price || gave->effective == NONE)
        gave->effective = from != NONE ? from : today;
    gave->price = price;
    if (price == NONE)
        gave->effective = NONE;
}

/// What was given goes into the ledger with what it costs a year, and onto the floor card.
static bool write_ledger(App *app, Step *step, Id id, const Demand *demand, Day from, Err *err)
{
    Concession gave;
    Price card;
    Id entry, card_id;
    record_blank(&entity_concession, &gave, app->today, app->scratch);
    if (!ledger_of_demand(app, id, &entry, err) ||
        (entry && !record_get(app->store, &entity_concession, entry, app->scratch, &gave, err)) ||
        !price_card(app, demand->client, demand->product, app->scratch, &card, &card_id, err))
        return false;
    gave.what = demand->answer == NONE
                    ? arena_print(app->scratch, _("price: %s"), demand->asked)
                    : arena_print(app->scratch, _("price: %s → %s"), demand->asked,
                                  yen_text(demand->answer, app->scratch));
    gave.client = demand->client;
    gave.contact = demand->contact;
    gave.product = demand->product;
    gave.demand = id;
    agree(&gave, demand->product ? demand->answer : NONE, from, app->today);
    if (card_id && gave.was != NONE) // it may be on the card already
        card.now = gave.was;
    PriceVerdict verdict = price_judge(
        card_id ? &card : NULL, (PriceAsked){.yen = demand->answer, .less = NONE, .off = NONE});
    if (verdict.a_year != INT64_MIN && verdict.a_year >= 0 && verdict.a_year <= INT32_MAX)
        gave.yen = (Yen)verdict.a_year;
    return act_put(app, step, &entity_concession, entry, &gave, NULL, err);
}

/// An answer by which nothing is given takes back what an earlier one gave.
static bool follow_answer(App *app, Step *step, Id id, const Demand *demand, Day from, Err *err)
{
    Id entry;
    if (demand->state == DEMAND_AGREED || demand->state == DEMAND_MET_HALFWAY)
        return write_ledger(app, step, id, demand, from, err);
    return ledger_of_demand(app, id, &entry, err) && (!entry || ledger_drop(app, step, entry, err));
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
    Answer answer = read_answer(app, args->text);
    demand.state = word->value;
    demand.answered = app->today;
    demand.answer = answer.price == NONE && word->value == DEMAND_AGREED ? demand.yen
                                                                         : answer.price;
    if (*answer.said)
        demand.said = answer.said;
    return act_put(app, step, &entity_demand, id, &demand, NULL, err) &&
           keep_promise(app, step, &demand, err) &&
           follow_answer(app, step, id, &demand, answer.from, err);
}

/// "Floor card: ¥25,200 → ¥23,940 from today"; what is missing for it; "" where nothing was given.
static bool answer_said(App *app, Id id, const char **ret, Err *err)
{
    Demand demand;
    Concession gave;
    Id entry;
    *ret = "";
    if (!record_get(app->store, &entity_demand, id, app->scratch, &demand, err) ||
        !ledger_of_demand(app, id, &entry, err))
        return false;
    if (entry == 0)
        return true;
    if (demand.answer == NONE)
        *ret = _("no price was said: the floor card stays");
    else if (!demand.product)
        *ret = _("of which product is not known: the floor card stays");
    else if (record_get(app->store, &entity_concession, entry, app->scratch, &gave, err))
        *ret = ledger_price_said(app, &gave, app->scratch);
    else
        return false;
    return true;
}

bool act_answer(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "answer", args, args->id_count, answer_one, ret, err))
        return false;
    const char *said = "";
    if (args->id_count == 1 && !answer_said(app, args->ids[0], &said, err))
        return false;
    act_say(app, ret, *said ? _("Answered %s. %s") : _("Answered %s"),
            act_names(app, args->ids, args->id_count), said);
    return true;
}
