// SPDX-License-Identifier: GPL-3.0-or-later
// What is derived of people, their retreat, rounds and contracts is right after every edit, undo and
// redo: compared with a computation from nothing. What is asked at once, of rivals, prices, loans and so on,
// is compared with counts of the test's own (dice_counts.c).
#include "dice.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/model/value.h"
#include "mawari/store/backup.h"
#include "mawari/store/journal.h"
#include "mawari/store/queries.h"
#include "support/rounds.h"

enum { EDITS = 10000, CHECK_EVERY = 4, COUNT_EVERY = 16 };

static void fill_visit(Dice *dice, void *record)
{
    Visit *visit = record;
    visit->client = dice->clients[roll(dice, CLIENTS)];
    visit->contact = roll(dice, 4) ? dice->people[roll(dice, PEOPLE)] : 0;
    visit->day = some_day(dice);
    visit->outcome = roll(dice, 6) ? (int32_t)roll(dice, 10) : NONE;
    visit->start = roll(dice, 2) ? (Minute)roll(dice, 1440) : NONE;
    visit->arrived = visit->departed = NO_MOMENT;
    if (roll(dice, 2)) {
        visit->arrived = (Moment)visit->day * 86400 + roll(dice, 40000);
        visit->departed = visit->arrived + roll(dice, 4000);
    }
    visit->about = roll(dice, 5) ? NONE : 1;
}

static void fill_commitment(Dice *dice, void *record)
{
    static const char *const whats[] = {"冬の棚の見積", "鍵", "A new quote", "図面"};
    Commitment *promise = record;
    promise->what = whats[roll(dice, 4)];
    promise->client = dice->clients[roll(dice, CLIENTS)];
    promise->direction = (int32_t)roll(dice, 2);
    promise->promised = some_day(dice);
    promise->kept = roll(dice, 2) ? promise->promised + (Day)roll(dice, 20) : NONE;
    promise->due = roll(dice, 4) ? promise->promised + (Day)roll(dice, 30) : NONE;
    promise->way = roll(dice, 4) ? (int32_t)roll(dice, WAY_DELIVER + 1) : NONE;
    promise->minutes = roll(dice, 2) ? 20 : NONE;
    promise->wake = roll(dice, 3) ? NONE : promise->promised + (Day)roll(dice, 10);
    promise->planned = roll(dice, 3) ? NONE : TODAY;
}

/// A later one waits for an earlier one, so that nothing waits for itself.
static void fill_link(Dice *dice, void *record)
{
    ChainLink *link = record;
    uint32_t first = roll(dice, PROMISES - 1);
    link->waits_for = dice->promises[first];
    link->commitment = dice->promises[first + 1 + roll(dice, PROMISES - 1 - first)];
    link->working_days = (int32_t)roll(dice, 4);
}

static void fill_ticket(Dice *dice, void *record)
{
    Ticket *ticket = record;
    ticket->what = "扉";
    ticket->client = dice->clients[roll(dice, CLIENTS)];
    ticket->opened = some_day(dice);
    ticket->closed = roll(dice, 4) ? ticket->opened + 3 : NONE;
}

static void fill_sighting(Dice *dice, void *record)
{
    Sighting *sighting = record;
    sighting->rival = dice->rival;
    sighting->what = "名刺";
    sighting->day = some_day(dice);
    sighting->client = dice->clients[roll(dice, CLIENTS)];
}

static void fill_sale(Dice *dice, void *record)
{
    Sale *sale = record;
    sale->client = dice->clients[roll(dice, CLIENTS)];
    sale->month = day_month_first(some_day(dice));
    sale->yen = (Yen)roll(dice, 100000);
}

static void fill_door(Dice *dice, void *record)
{
    RoundClient *door = record;
    door->round = dice->rounds[roll(dice, ROUNDS)];
    door->client = dice->clients[roll(dice, CLIENTS)];
    door->state = (int32_t)roll(dice, DOOR_AGAINST + 1);
    door->pieces = roll(dice, 2) ? (int32_t)roll(dice, 5) : NONE;
}

static void fill_contract(Dice *dice, void *record)
{
    Contract *contract = record;
    contract->what = "保守";
    contract->client = dice->clients[roll(dice, CLIENTS)];
    contract->end = some_day(dice);
    contract->notice_months = (int32_t)roll(dice, 4);
    contract->step_done = roll(dice, 2) ? 30 : NONE;
    contract->state = roll(dice, 3) ? CONTRACT_RUNNING : CONTRACT_ENDED;
}

static void fill_holiday(Dice *dice, void *record)
{
    Holiday *holiday = record;
    holiday->name = "臨時";
    holiday->day = some_day(dice);
}

static const Maker makers[] = {
    {&entity_visit, fill_visit},       {&entity_visit, fill_visit},
    {&entity_visit, fill_visit},       {&entity_commitment, fill_commitment},
    {&entity_ticket, fill_ticket},     {&entity_sighting, fill_sighting},
    {&entity_sale, fill_sale},         {&entity_round_client, fill_door},
    {&entity_contract, fill_contract}, {&entity_holiday, fill_holiday},
    {&entity_chain_link, fill_link}};
enum { MAKERS = sizeof makers / sizeof *makers };

static const Maker *maker_at(size_t at)
{
    return at < MAKERS ? &makers[at] : &relation_makers[at - MAKERS];
}

static void fill_again(Dice *dice, const Entity *kind, void *record)
{
    size_t at = 0;
    while (maker_at(at)->kind != kind)
        at++;
    maker_at(at)->fill(dice, record);
}

static Id put(Dice *dice, const Entity *kind, Id id, const void *record)
{
    Id ret;
    if (!record_put(dice->step, kind, id, record, &ret, &dice->world->err))
        fail_msg("%s", dice->world->err.text);
    return ret;
}

static void make(Dice *dice)
{
    World *world = dice->world;
    const Maker *maker = maker_at(roll(dice, (uint32_t)(MAKERS + relation_maker_count)));
    const Entity *kind = maker->kind;
    void *record = arena_take(world->arena, kind->size);
    record_blank(kind, record, TODAY, world->arena);
    maker->fill(dice, record);
    size_t at = dice->count < RECORDS ? dice->count++ : roll(dice, RECORDS);
    dice->made[at].kind = kind;
    dice->made[at].archived = false;
    dice->made[at].id = put(dice, kind, 0, record);
}

/// Of what an undo took back nothing can be edited: it is left out.
static bool is_there(Dice *dice, size_t at, RecordHead *ret)
{
    return record_head(dice->world->store, dice->made[at].id, dice->world->arena, ret, NULL) &&
           ret->kind == dice->made[at].kind;
}

static void edit(Dice *dice, size_t at)
{
    World *world = dice->world;
    const Entity *kind = dice->made[at].kind;
    void *record = arena_take(world->arena, kind->size);
    if (!record_get(world->store, kind, dice->made[at].id, world->arena, record, NULL))
        return;
    fill_again(dice, kind, record);
    (void)put(dice, kind, dice->made[at].id, record);
}

static void archive_or_back(Dice *dice, size_t at, bool archived)
{
    World *world = dice->world;
    bool good = archived ? record_restore(dice->step, dice->made[at].id, &world->err)
                         : record_archive(dice->step, dice->made[at].id, &world->err);
    if (!good)
        fail_msg("%s", world->err.text);
}

static void change_client(Dice *dice)
{
    World *world = dice->world;
    Client client;
    Id id = dice->clients[roll(dice, CLIENTS)];
    assert_true(record_get(world->store, &entity_client, id, world->arena, &client, &world->err));
    client.reading = roll(dice, 3) ? arena_print(world->arena, "ヨミ%u", roll(dice, 9)) : NULL;
    client.closing_day = roll(dice, 3) ? 10 + (int32_t)roll(dice, 3) : NONE;
    (void)put(dice, &entity_client, id, &client);
}

static void change_promise(Dice *dice)
{
    World *world = dice->world;
    Commitment promise;
    Id id = dice->promises[roll(dice, PROMISES)];
    assert_true(
        record_get(world->store, &entity_commitment, id, world->arena, &promise, &world->err));
    fill_commitment(dice, &promise);
    (void)put(dice, &entity_commitment, id, &promise);
}

static void change_key_person(Dice *dice)
{
    World *world = dice->world;
    Contact contact;
    Id id = dice->people[roll(dice, PEOPLE)];
    assert_true(record_get(world->store, &entity_contact, id, world->arena, &contact, &world->err));
    contact.key_person = contact.key_person == 1 ? NONE : 1;
    (void)put(dice, &entity_contact, id, &contact);
}

/// How many pieces there were, or that nobody knows it: what is left follows.
static void change_stock(Dice *dice)
{
    World *world = dice->world;
    Round round;
    Id id = dice->rounds[roll(dice, ROUNDS)];
    assert_true(record_get(world->store, &entity_round, id, world->arena, &round, &world->err));
    round.stock = roll(dice, 3) ? (int32_t)roll(dice, 200) : NONE;
    round.a_door = 1 + (int32_t)roll(dice, 3);
    (void)put(dice, &entity_round, id, &round);
}

/// What is never archived nor taken back.
static void change_what_stays(Dice *dice)
{
    static void (*const changes[])(Dice *) = {change_key_person, change_client, change_promise,
                                              change_stock};
    changes[roll(dice, sizeof changes / sizeof *changes)](dice);
}

/// Never what the dice began with.
static void undo_some(Dice *dice)
{
    World *world = dice->world;
    StepInfo info;
    uint32_t back = 1 + roll(dice, 4), again = roll(dice, 5);
    for (uint32_t i = 0; i < back && dice->depth > 0; i++)
        dice->depth -= journal_undo(world->store, NOW, world->arena, &info, NULL);
    for (uint32_t i = 0; i < again; i++)
        dice->depth += journal_redo(world->store, NOW, world->arena, &info, NULL);
}

static void edit_somehow(Dice *dice)
{
    size_t at = dice->count ? roll(dice, (uint32_t)dice->count) : 0;
    RecordHead head;
    uint32_t what = roll(dice, 10);
    if (what < 4 || dice->count == 0)
        make(dice);
    else if (what == 4)
        change_what_stays(dice);
    else if (is_there(dice, at, &head) && what < 8)
        edit(dice, at);
    else if (is_there(dice, at, &head))
        archive_or_back(dice, at, head.archived);
}

/// One save of up to forty edits; then perhaps some undos.
static int save_somehow(Dice *dice)
{
    World *world = dice->world;
    int edits = 1 + (int)roll(dice, 39);
    if (!step_begin(world->store, "test", NOW, &dice->step, &world->err))
        fail_msg("%s", world->err.text);
    for (int i = 0; i < edits; i++)
        edit_somehow(dice);
    int64_t number;
    if (!step_end(dice->step, &number, &world->err))
        fail_msg("%s", world->err.text);
    dice->depth += number != 0;
    if (roll(dice, 3) == 0)
        undo_some(dice);
    return edits;
}

static Id a_rival(World *world)
{
    Rival rival;
    record_blank(&entity_rival, &rival, TODAY, world->arena);
    rival.name = "B社";
    return world_put(world, &entity_rival, 0, &rival);
}

static void set_up(Dice *dice)
{
    dice->rival = a_rival(dice->world);
    for (size_t i = 0; i < CLIENTS; i++) {
        Client client = a_client(dice->world, arena_print(dice->world->arena, "得意先%zu", i));
        dice->clients[i] = world_put(dice->world, &entity_client, 0, &client);
    }
    for (size_t i = 0; i < ROUNDS; i++) {
        Round round;
        record_blank(&entity_round, &round, TODAY, dice->world->arena);
        round.title = arena_print(dice->world->arena, "案内%zu", i);
        round.matter = MATTER_MATERIAL;
        round.since = TODAY;
        round.stock = i ? 30 : NONE;
        dice->rounds[i] = world_put(dice->world, &entity_round, 0, &round);
    }
    for (size_t i = 0; i < PEOPLE; i++) {
        Contact contact;
        record_blank(&entity_contact, &contact, TODAY, dice->world->arena);
        contact.name = arena_print(dice->world->arena, "人%zu", i);
        contact.key_person = i % 2 ? 1 : NONE;
        dice->people[i] = world_put(dice->world, &entity_contact, 0, &contact);
    }
    for (size_t i = 0; i < PROMISES; i++) {
        Commitment promise;
        record_blank(&entity_commitment, &promise, TODAY, dice->world->arena);
        fill_commitment(dice, &promise);
        dice->promises[i] = world_put(dice->world, &entity_commitment, 0, &promise);
    }
    relations_set_up(dice);
}

/// Everything once more from nothing, as `check` does; with what was found when it differs.
static void is_as_from_nothing(Dice *dice, int edits)
{
    CheckFinding *findings;
    size_t count;
    World *world = dice->world;
    if (!store_check(world->store, world->arena, &findings, &count, &world->err))
        fail_msg("%s", world->err.text);
    if (count)
        fail_msg("after %d edits: %s", edits, findings[0].what);
}

static size_t slipping_on_any_day(Dice *dice)
{
    size_t all = 0, one;
    for (Day day = TODAY - 400; day <= TODAY; day += 20, all += one)
        assert_true(query_slipping_count(dice->world->store, day, &one, &dice->world->err));
    return all;
}

/// All of the edits together.
static void made_what_the_rules_are_about(Dice *dice, size_t slipping)
{
    Habit habit;
    assert_true(slipping > 0);
    assert_true(query_habit(dice->world->store, dice->people[0], dice->world->arena, &habit,
                            &dice->world->err));
    assert_true(habit.halves[HALF_MORNING].tries > 0 && habit.on_best.tries > 0);
}

static void all_is_derived_as_from_nothing_after_ten_thousand_edits(void **state)
{
    Dice all = {0}, *dice = &all;
    const char *seed = getenv("MAWARI_SEED");
    dice->world = *state;
    dice->state = seed ? (uint32_t)strtoul(seed, NULL, 10) : 20261125;
    print_message("MAWARI_SEED=%u\n", dice->state);
    size_t slipping = 0;
    set_up(dice);
    for (int edits = 0, saves = 1; edits < EDITS / ROUNDS_EVERY; saves++) {
        edits += save_somehow(dice);
        if (saves % CHECK_EVERY == 0)
            is_as_from_nothing(dice, edits);
        if (saves % COUNT_EVERY == 0)
            relations_are_as_counted(dice);
        slipping += slipping_on_any_day(dice);
        arena_empty(dice->world->arena);
    }
    if (ROUNDS_EVERY == 1)
        made_what_the_rules_are_about(dice, slipping);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(all_is_derived_as_from_nothing_after_ten_thousand_edits,
                                        world_open, world_close),
    };
    return cmocka_run_group_tests_name("derive", tests, NULL, NULL);
}
