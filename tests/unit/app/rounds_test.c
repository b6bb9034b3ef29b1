// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds: who comes into one, what an answer at a door does, what rides on the next visit; and the
// one product of a brief.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/brief.h"
#include "mawari/app/loading.h"
#include "mawari/app/reasons.h"
#include "mawari/app/rounds.h"
#include "mawari/app/usage.h"
#include "mawari/store/list.h"
#include "mawari/store/queries_price.h"

static const char *line(App *app, Id round)
{
    RoundSheet sheet;
    Err err = {0};
    if (!round_read(app, round, app->kept, &sheet, &err))
        fail_msg("%s", err.text);
    return round_line(&sheet, app->today, app->kept);
}

static const char *warning(App *app, Id round)
{
    RoundSheet sheet;
    assert_true(round_read(app, round, app->kept, &sheet, NULL));
    return round_warning(&sheet, app->today, app->kept);
}

static Id door_of(App *app, Id round, const char *client)
{
    Id door = 0, id = 0;
    const Entity *kind = &entity_client;
    assert_true(record_find(app->store, &kind, 1, client, &id, NULL));
    assert_true(query_round_door(app->store, round, id, &door, NULL));
    return door;
}

static Effect answer(App *app, Id door, const char *said)
{
    return does(app, "door", arena_print(app->kept, "%lld %s", (long long)door, said));
}

static Brief brief(App *app, const char *client)
{
    Brief ret = {0};
    BriefOf of = {0};
    Err err = {0};
    const Entity *kind = &entity_client;
    if (!record_find(app->store, &kind, 1, client, &of.client, &err) ||
        !brief_read(app, of, app->kept, &ret, &err))
        fail_msg("%s", err.text);
    return ret;
}

static Id calendars(App *app)
{
    add(app, "client name=青葉 rank=A");
    add(app, "client name=みなと rank=A");
    add(app, "client name=よそ rank=C");
    return add(app, "round title=カレンダー stock=2 deadline=2026-12-25 since=2026-11-01");
}

static void the_clients_of_a_filter_come_in_once(void **state)
{
    App *app = *state;
    Id round = calendars(app);
    assert_string_equal(does(app, "round add", "カレンダー rank:A").status,
                        "2 clients into カレンダー: 青葉, みなと");
    assert_string_equal(does(app, "round add", "カレンダー").status,
                        "1 client into カレンダー (2 were in it): よそ");
    assert_string_equal(does(app, "round add", "カレンダー").status,
                        "All of them are in カレンダー already");
    assert_string_equal(line(app, round), "0 of 3, 3 left, 2 in stock, until 25 Dec");
    refuses(app, ERR_NOT_FOUND, "round add", "カレンダー rank:S");
    assert_string_equal(does(app, "undo", "").status, "Taken back: put clients into カレンダー");
    assert_string_equal(line(app, round), "0 of 2, 2 left, 2 in stock, until 25 Dec");
}

static void an_answer_counts_doors_and_pieces_and_is_taken_back(void **state)
{
    App *app = *state;
    Id round = calendars(app);
    does(app, "round add", "カレンダー");
    answer(app, door_of(app, round, "青葉"), "given");
    assert_string_equal(line(app, round), "1 of 3, 2 left, 1 in stock, until 25 Dec");
    answer(app, door_of(app, round, "みなと"), "保留");
    assert_string_equal(line(app, round), "1 of 3, 2 left (1 on hold), 1 in stock, until 25 Dec");
    answer(app, door_of(app, round, "よそ"), "反対");
    assert_string_equal(line(app, round),
                        "2 of 3, 1 left (1 on hold), 1 against, 1 in stock, until 25 Dec");
    does(app, "undo", "");
    answer(app, door_of(app, round, "青葉"), "open");
    assert_string_equal(line(app, round), "0 of 3, 3 left (1 on hold), 2 in stock, until 25 Dec");
    assert_string_equal(field(app, &entity_round_client, door_of(app, round, "青葉"), "pieces"),
                        "");
    refuses(app, ERR_USAGE, "door",
            arena_print(app->kept, "%lld 多分", (long long)door_of(app, round, "青葉")));
}

static void a_stock_below_nothing_is_a_sentence_and_nothing_is_lost(void **state)
{
    App *app = *state;
    Id round = calendars(app);
    does(app, "round add", "カレンダー");
    assert_string_equal(warning(app, round), "! 3 are needed and 2 are there: get more");
    Effect effect = answer(app, door_of(app, round, "青葉"), "given 5");
    assert_non_null(strstr(effect.status, "! 3 more were handed out than there were"));
    assert_string_equal(field(app, &entity_round_client, door_of(app, round, "青葉"), "pieces"),
                        "5");
    refuses(app, ERR_INPUT, "set", arena_print(app->kept, "round %lld stock=-3", (long long)round));
}

static void what_is_open_stands_in_the_brief_until_the_round_is_closed(void **state)
{
    App *app = *state;
    Id round = calendars(app);
    does(app, "round add", "カレンダー rank:A");
    assert_int_equal(brief(app, "青葉").doors.count, 1);
    assert_string_equal(door_thing(&brief(app, "青葉").doors.rows[0], app->kept), "カレンダー (1)");
    assert_int_equal(brief(app, "よそ").doors.count, 0);
    answer(app, door_of(app, round, "青葉"), "given");
    assert_int_equal(brief(app, "青葉").doors.count, 0);
    assert_int_equal(brief(app, "みなと").doors.count, 1);
    does(app, "tick", arena_print(app->kept, "%lld", (long long)round));
    assert_int_equal(brief(app, "みなと").doors.count, 0);
}

static void pieces_stand_on_the_load_list_of_the_next_visit(void **state)
{
    App *app = *state;
    LoadSheet sheet;
    Id round = calendars(app);
    does(app, "round add", "カレンダー rank:A");
    add(app, "visit client=青葉 day=2026-11-24");
    assert_true(load_sheet(app, app->today, app->kept, &sheet, NULL));
    assert_int_equal(sheet.things, 1);
    assert_string_equal(sheet.rows[0].what, "カレンダー (1)");
    const char *door = arena_print(app->kept, "%lld", (long long)sheet.rows[0].id);
    assert_string_equal(does(app, "loaded", door).status, "In the car: カレンダー, 青葉");
    assert_true(load_sheet(app, app->today, app->kept, &sheet, NULL));
    assert_string_equal(load_line(&sheet, app->kept), "");
    answer(app, door_of(app, round, "青葉"), "given");
    assert_true(load_sheet(app, app->today, app->kept, &sheet, NULL));
    assert_int_equal(sheet.count, 0);
}

/// A recall goes the other way: nothing is taken along, nothing is in stock.
static void what_a_recall_collects_comes_back_in_the_car(void **state)
{
    App *app = *state;
    LoadSheet sheet;
    add(app, "client name=青葉 rank=A");
    add(app, "client name=みなと rank=A");
    Id round = add(app, "round title=ヒンジ matter=recall stock=5 since=2026-11-01");
    does(app, "round add", "ヒンジ rank:A");
    add(app, "visit client=青葉 day=2026-11-24");
    assert_true(load_sheet(app, app->today, app->kept, &sheet, NULL));
    assert_int_equal(sheet.things, 0);
    assert_int_equal(sheet.back, 1);
    assert_string_equal(sheet.rows[0].what, "ヒンジ");
    assert_string_equal(warning(app, round), ""); // nobody needs five more
    assert_string_equal(line(app, round), "0 of 2, 2 left, 5 pieces out");
    Id door = door_of(app, round, "青葉");
    assert_string_equal(answer(app, door, "explained").status, "青葉: explained. 1 left");
    assert_string_equal(field(app, &entity_round_client, door, "pieces"), "");
    assert_string_equal(answer(app, door, "given").status, "青葉: collected. 1 left");
    assert_string_equal(field(app, &entity_round_client, door, "pieces"), ""); // nobody counted
    answer(app, door, "given 3");
    assert_string_equal(line(app, round), "1 of 2, 1 left, 2 pieces out");
    answer(app, door, "回収済"); // said again, and nobody counts again
    assert_string_equal(line(app, round), "1 of 2, 1 left, 2 pieces out");
    assert_non_null(
        strstr(answer(app, door, "given 6").status, "! 1 more came back than were out"));
    assert_string_equal(*doors_shown(app, &door, (const char *const[]){"given"}, 1, app->scratch),
                        "collected");
    assert_true(load_sheet(app, app->today, app->kept, &sheet, NULL));
    assert_int_equal(sheet.count, 0);
    assert_non_null(strstr(does(app, "out", "みなと 1 *ヒンジ").printed, "collected"));
    assert_string_equal(field(app, &entity_round_client, door_of(app, round, "みなと"), "state"),
                        "given");
}

static void a_door_that_is_ticked_after_the_door_is_given(void **state)
{
    App *app = *state;
    Id round = calendars(app);
    does(app, "round add", "カレンダー rank:A");
    Id visit = add(app, "visit client=青葉 day=2026-11-24"), door = door_of(app, round, "青葉");
    const char *ticked = arena_print(app->kept, "%lld", (long long)door);
    const FieldArg fields[] = {{"digit", "1"}, {"kept", ticked}};
    Args args = {.kind = &entity_visit,
                 .ids = &visit,
                 .id_count = 1,
                 .fields = fields,
                 .field_count = 2,
                 .day = NONE,
                 .minute = NONE};
    Effect effect;
    Err err = {0};
    if (!command_run(app, command_named("outcome"), &args, &effect, &err))
        fail_msg("%s", err.text);
    assert_string_equal(field(app, &entity_round_client, door, "state"), "given");
    assert_int_equal(brief(app, "青葉").doors.count, 0);

    const FieldArg again[] = {{"instead", NULL}};
    args.field_count = 1; // the tick is taken off, and the report saved again
    args.options = again;
    args.option_count = 1;
    if (!command_run(app, command_named("outcome"), &args, &effect, &err))
        fail_msg("%s", err.text);
    assert_string_equal(field(app, &entity_round_client, door, "state"), "open");
    assert_string_equal(line(app, round), "0 of 2, 2 left, 2 in stock, until 25 Dec");
}

// --- the planner

/// As the shell hands it over, options too.
static Effect plans(App *app, char *const *words, size_t count, ErrKind wanted)
{
    const Command *plan = command_named("round plan");
    Args args;
    Effect effect = {0};
    Err err = {0};
    bool good = args_from_words(app, plan, words, count, app->kept, &args, &err) &&
                command_run(app, plan, &args, &effect, &err);
    if (good != (wanted == ERR_NONE) || err.kind != wanted)
        fail_msg("%s", err.text);
    return effect;
}
#define PLANS(wanted, ...)                                                                         \
    plans(app, (char *[]){__VA_ARGS__}, sizeof((char *[]){__VA_ARGS__}) / sizeof(char *), wanted)

/// Six doors in two streets.
static Id two_streets(App *app)
{
    add(app, "office name=営業所 latitude=43.05 longitude=141.35");
    for (int i = 0; i < 6; i++) {
        does(app, "new", arena_print(app->kept, "client name=戸口%d", i));
        does(app, "new",
             arena_print(app->kept,
                         "site name=戸口%d店 client=戸口%d latitude=43.%d longitude=141.%d", i, i,
                         i < 3 ? 1 : 2, 350 + i));
    }
    Id round = add(app, "round title=カレンダー deadline=2026-11-26 door_minutes=5");
    does(app, "round add", "カレンダー");
    return round;
}

static size_t planned_on(App *app, const char *day, const char *street)
{
    ListQuery query = {.kind = &entity_visit, .today = app->today};
    const char *filter = arena_print(app->kept, "day:%s purpose:カレンダー site:%s", day, street);
    size_t count = 0;
    Err err = {0};
    if (!filter_parse(&entity_visit, filter, app->today, app->kept, &query.filter, &err) ||
        !list_count(app->store, &query, &count, &err))
        fail_msg("%s", err.text);
    return count;
}

static void what_is_left_is_planned_as_short_doors_before_the_deadline(void **state)
{
    App *app = *state;
    Id round = two_streets(app), door = door_of(app, round, "戸口5");
    answer(app, door, "given");
    Effect effect = PLANS(ERR_NONE, "カレンダー", "--a-day", "3", "--nodes", "20000", "--take");
    assert_non_null(strstr(effect.status, "5 visits are planned"));
    size_t first = planned_on(app, "2026-11-25", "戸口"),
           second = planned_on(app, "2026-11-26", "戸口");
    assert_int_equal(first + second, 5);
    assert_true(first <= 3 && second <= 3);
    // a street is not cut in two
    size_t north = planned_on(app, "2026-11-25", "戸口0,戸口1,戸口2");
    assert_true(north == 3 || north == 0);
    assert_string_equal(does(app, "undo", "").status,
                        "Taken back: planned the doors of カレンダー");
    assert_int_equal(planned_on(app, "2026-11-25..2026-11-26", "戸口"), 0);
    PLANS(ERR_USAGE, "カレンダー", "--a-day", "0");
    does(app, "set", arena_print(app->kept, "round %lld deadline=2026-11-24", (long long)round));
    PLANS(ERR_INPUT, "カレンダー", "--nodes", "1000");
}

static void an_answer_ends_the_visit_that_was_planned_for_the_door(void **state)
{
    App *app = *state;
    Id round = two_streets(app), door = door_of(app, round, "戸口1");
    PLANS(ERR_NONE, "カレンダー", "--nodes", "20000", "--take");
    Id visit = 0;
    RoundDoors doors;
    assert_true(query_round_doors(app->store, round, 10, app->kept, &doors, NULL));
    for (size_t i = 0; i < doors.count; i++)
        if (doors.rows[i].id == door)
            visit = doors.rows[i].visit;
    assert_true(visit != 0);
    assert_string_equal(field(app, &entity_visit, visit, "minutes"), "5");
    does(app, "move", arena_print(app->kept, "%lld 2026-11-24", (long long)visit));
    answer(app, door, "given");
    assert_string_equal(field(app, &entity_visit, visit, "outcome"), "delivery_only");
    does(app, "undo", "");
    assert_string_equal(field(app, &entity_visit, visit, "outcome"), "");
}

// --- products

static Id product(App *app)
{
    Id id = add(app, "product name=保冷箱 code=A-7");
    add(app, "product_talk product=A-7 role=floor text=片手で開く");
    add(app, "product_talk product=A-7 role=purchasing text=廃棄が減る");
    add(app, "product_talk product=A-7 role=purchasing text=安い");
    return id;
}

static void the_brief_has_one_product_not_offered_yet_with_a_line_for_the_person(void **state)
{
    App *app = *state;
    add(app, "client name=青葉");
    add(app, "contact name=中村");
    add(app, "post contact=中村 party=青葉 title=仕入課長");
    assert_int_equal(brief(app, "青葉").offer.product, 0);
    Id id = product(app);
    NextOffer offer = brief(app, "青葉").offer;
    assert_int_equal(offer.product, id);
    assert_string_equal(offer.to, "中村");
    assert_string_equal(offer.line, "廃棄が減る");
    does(app, "add", "@中村 #A-7 ○");
    assert_int_equal(brief(app, "青葉").offer.product, 0);
}

static void lines_are_ranked_from_ten_reactions_on(void **state)
{
    (void)state;
    TalkLine rows[] = {{.id = 1, .role = BUYER_FLOOR, .asked = 9, .good = 9},
                       {.id = 2, .role = BUYER_FLOOR, .asked = 10, .good = 2},
                       {.id = 3, .role = BUYER_FLOOR, .asked = 20, .good = 5},
                       {.id = 4, .role = NONE, .asked = 40, .good = 40}};
    TalkLines lines = {rows, 4};
    assert_int_equal(talk_for(&lines, BUYER_FLOOR)->id, 3);
    assert_int_equal(talk_for(&lines, BUYER_MANAGEMENT)->id, 4);
    talks_rank(&lines);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(rows[i].id, 4 - i);
    talks_rank(&lines); // they stand
    assert_int_equal(rows[3].id, 1);
    rows[1].asked = 9;
    rows[2].asked = 9; // of the role none is ranked: the first that stands there
    assert_int_equal(talk_for(&lines, BUYER_FLOOR)->id, 3);
    lines.count = 0;
    assert_null(talk_for(&lines, NONE));
}

static void an_offered_product_explains_the_door_of_its_round(void **state)
{
    App *app = *state;
    product(app);
    add(app, "client name=青葉");
    Id round = add(app, "round title=新製品 matter=new_product product=A-7");
    does(app, "round add", "新製品");
    does(app, "out", "青葉 1 #A-7 ◎");
    assert_string_equal(field(app, &entity_round_client, door_of(app, round, "青葉"), "state"),
                        "explained");
    does(app, "undo", "");
    assert_string_equal(field(app, &entity_round_client, door_of(app, round, "青葉"), "state"),
                        "open");
    answer(app, door_of(app, round, "青葉"), "◎"); // the same from the door
    assert_string_equal(field(app, &entity_round_client, door_of(app, round, "青葉"), "state"),
                        "explained");
    assert_int_equal(brief(app, "青葉").offer.product, 0);
}

static const char *ledger(App *app, Id entry)
{
    return arena_print(app->kept, "%s|%s|%s|%s", field(app, &entity_concession, entry, "side"),
                       field(app, &entity_concession, entry, "what"),
                       field(app, &entity_concession, entry, "yen"),
                       field(app, &entity_concession, entry, "client"));
}

static Id client_of(App *app, const char *name)
{
    Id id = 0;
    const Entity *kind = &entity_client;
    assert_true(record_find(app->store, &kind, 1, name, &id, NULL));
    return id;
}

static Id entry_of(App *app, Id round, const char *client)
{
    Id entry = 0;
    assert_true(query_ledger_of_round(app->store, round, client_of(app, client), &entry, NULL));
    return entry;
}

/// As the round's row says it: the last reaction at that client; before the door nothing of it.
static void stands(App *app, Id round, const char *one, const char *other)
{
    RoundDoors doors;
    assert_true(query_round_doors(app->store, round, 10, app->kept, &doors, NULL));
    assert_int_equal(doors.count, 2);
    for (size_t i = 0; i < doors.count; i++) {
        const RoundDoor *door = &doors.rows[i];
        assert_string_equal(door_stands(MATTER_NEW_PRODUCT, door->state, door->reaction),
                            strcmp(door->client_name, "霧の店") == 0 ? one : other);
    }
}

static void a_row_of_a_round_says_the_reaction(void **state)
{
    App *app = *state;
    product(app);
    add(app, "client name=霧の店");
    add(app, "client name=別の店");
    Id round = add(app, "round title=新製品 matter=new_product product=A-7");
    does(app, "round add", "新製品");
    stands(app, round, "not yet", "not yet");
    does(app, "out", "霧の店 1 #A-7 ○");
    stands(app, round, "○ good", "not yet");
    answer(app, door_of(app, round, "霧の店"), "×");
    stands(app, round, "× no", "not yet");
    does(app, "undo", "");
    stands(app, round, "○ good", "not yet");
    does(app, "out", "別の店 1 #A-7"); // whatever he said to it
    stands(app, round, "○ good", "explained");
    const Id doors[] = {door_of(app, round, "別の店"), door_of(app, round, "霧の店")};
    const char *const *shown = doors_shown(
        app, doors, (const char *const[]){"explained", "explained"}, 2, app->scratch);
    assert_string_equal(shown[0], "explained");
    assert_string_equal(shown[1], "○ good");
}

static void the_answers_of_a_price_rise_stand_in_the_ledger(void **state)
{
    App *app = *state;
    add(app, "client name=青葉");
    add(app, "client name=みなと");
    add(app, "product name=A-7");
    add(app, "price client=青葉 product=A-7 now=1200 volume=100");
    Id round = add(app, "round title=価格改定 matter=price_rise product=A-7 old_price=1200 "
                        "new_price=1260 effective=2027-01-01 last_order=2026-12-20");
    does(app, "round add", "価格改定");
    Id door = door_of(app, round, "青葉");
    answer(app, door, "explained");
    assert_int_equal(entry_of(app, round, "青葉"), 0);
    answer(app, door, "held");
    assert_string_equal(ledger(app, entry_of(app, round, "青葉")),
                        "gave|価格改定: on hold, the old price goes on|6000|青葉");
    answer(app, door, "agreed"); // the same entry, not a second one
    assert_string_equal(ledger(app, entry_of(app, round, "青葉")),
                        "got|価格改定: agreed|6000|青葉");
    does(app, "undo", "");
    assert_string_equal(field(app, &entity_concession, entry_of(app, round, "青葉"), "side"),
                        "gave");
    answer(app, door, "open");
    assert_int_equal(entry_of(app, round, "青葉"), 0);
    does(app, "set", arena_print(app->kept, "round_client %lld state=agreed", (long long)door));
    assert_string_equal(ledger(app, entry_of(app, round, "青葉")), // however it was given
                        "got|価格改定: agreed|6000|青葉");
    answer(app, door_of(app, round, "みなと"), "against"); // without a card nobody knows the yen
    assert_string_equal(ledger(app, entry_of(app, round, "みなと")),
                        "gave|価格改定: refused, the old price goes on||みなと");
}

/// "1200 1260@2027-01-01": the price of a client's only card now, and the one that comes.
static const char *card_says(App *app, const char *client)
{
    Id *cards;
    size_t count;
    Price card;
    Arena *arena = app->kept;
    assert_true(
        query_price_cards(app->store, client_of(app, client), 1, arena, &cards, &count, NULL));
    assert_true(record_get(app->store, &entity_price, cards[0], arena, &card, NULL));
    price_turn(&card, app->today);
    return card.coming == NONE ? arena_print(arena, "%d", card.now)
                               : arena_print(arena, "%d %d@%s", card.now, card.coming,
                                             day_iso(card.coming_from, arena));
}

static void the_floor_card_follows_the_answers_of_a_price_rise(void **state)
{
    App *app = *state;
    add(app, "client name=青葉");
    add(app, "client name=みなと");
    add(app, "product name=A-7");
    add(app, "price client=青葉 product=A-7 now=1200 volume=100");
    add(app, "price client=みなと product=A-7 now=1300 tax=included");
    Id round = add(app, "round title=価格改定 matter=price_rise product=A-7 old_price=1250 "
                        "new_price=1260 effective=2027-01-01");
    does(app, "round add", "価格改定");
    Id door = door_of(app, round, "青葉");
    answer(app, door, "agreed");
    assert_string_equal(card_says(app, "青葉"), "1200 1260@2027-01-01");
    assert_string_equal(ledger(app, entry_of(app, round, "青葉")), // what this client paid counts
                        "got|価格改定: agreed|6000|青葉");
    does(app, "undo", ""); // one step takes both back
    assert_string_equal(card_says(app, "青葉"), "1200");
    assert_int_equal(entry_of(app, round, "青葉"), 0);
    does(app, "redo", "");
    assert_string_equal(card_says(app, "青葉"), "1200 1260@2027-01-01");
    answer(app, door, "held");
    assert_string_equal(card_says(app, "青葉"), "1200");
    answer(app, door, "agreed");
    does(app, "set", "round 価格改定 effective=2027-02-01"); // put off for everybody
    assert_string_equal(card_says(app, "青葉"), "1200 1260@2027-02-01");
    does(app, "set", "round 価格改定 effective=2026-11-01 new_price=1280");
    assert_string_equal(card_says(app, "青葉"), "1280");
    answer(app, door, "against");
    assert_string_equal(card_says(app, "青葉"), "1200");
    answer(app, door_of(app, round, "みなと"), "agreed"); // with tax, without: two prices
    assert_string_equal(card_says(app, "みなと"), "1300");
    does(app, "set", "round 価格改定 tax=included");
    assert_string_equal(card_says(app, "みなと"), "1280");
}

static void a_price_rise_says_its_prices_and_days_at_the_door(void **state)
{
    App *app = *state;
    add(app, "client name=青葉");
    add(app, "round title=価格改定 matter=price_rise old_price=1200 new_price=1260 "
             "effective=2027-01-01 last_order=2026-12-20");
    does(app, "round add", "価格改定");
    Brief read = brief(app, "青葉");
    assert_string_equal(
        price_rise_text(&read.doors.rows[0].rise, app->today, app->kept),
        "¥1,200 → ¥1,260 excl. tax from 1 Jan 2027, old price for orders by 20 Dec");
}

static void out_again(App *app, char *client, char *line)
{
    char *words[] = {client, line, "--instead"};
    const Command *out = command_named("out");
    Args args;
    Effect effect = {0};
    Err err = {0};
    if (!args_from_words(app, out, words, 3, app->kept, &args, &err) ||
        !command_run(app, out, &args, &effect, &err))
        fail_msg("%s", err.text);
}

static void a_door_and_a_loan_are_ticked_by_their_name_in_a_line(void **state)
{
    App *app = *state;
    Id round = calendars(app);
    does(app, "round add", "カレンダー");
    Id loan = add(app, "loan what=見本A-7 client=青葉");
    assert_string_equal(field(app, &entity_loan, loan, "back"), "2026-12-08"); // in two weeks
    add(app, "contact name=中村");
    add(app, "post contact=中村 party=青葉");
    does(app, "out", "青葉 1 @中村 *カレンダー *見本");
    Id door = door_of(app, round, "青葉");
    assert_string_equal(field(app, &entity_round_client, door, "contact"), "中村");
    assert_string_equal(field(app, &entity_round_client, door, "state"), "given");
    assert_string_equal(field(app, &entity_loan, loan, "returned"), "2026-11-24");
    out_again(app, "青葉", "1 *見本"); // written again without the door
    assert_string_equal(field(app, &entity_round_client, door, "state"), "open");
    assert_string_equal(field(app, &entity_loan, loan, "returned"), "2026-11-24");
    does(app, "undo", "");
    does(app, "undo", "");
    assert_string_equal(field(app, &entity_loan, loan, "returned"), "");
    assert_string_equal(field(app, &entity_round_client, door, "state"), "open");
}

static void a_loan_without_a_trouble_is_a_reason_to_come_and_comes_back(void **state)
{
    App *app = *state;
    LoadSheet sheet;
    Reasons why;
    Id client = add(app, "client name=青葉");
    add(app, "contact name=中村");
    Id loan = add(app, "loan what=カタログ client=青葉 contact=中村 lent=2026-11-10 back=today");
    add(app, "visit client=青葉 day=2026-11-10 outcome=met");
    add(app, "visit client=青葉 day=today");
    assert_int_equal(brief(app, "青葉").loans.count, 1);
    assert_string_equal(brief(app, "青葉").why, "pick up: カタログ");
    assert_true(load_sheet(app, app->today, app->kept, &sheet, NULL));
    assert_int_equal(sheet.back, 1);
    assert_int_equal(sheet.rows[0].id, loan);
    does(app, "tick", arena_print(app->kept, "%lld", (long long)loan));
    assert_true(reasons_of(app, client, 0, app->today, app->kept, &why, NULL));
    assert_int_equal(why.count, 0);
    refuses(app, ERR_INPUT, "new", "loan what=カタログ");
    refuses(app, ERR_INPUT, "new", "loan what=カタログ client=青葉 back=2026-11-01");
}

static void a_loan_of_a_trouble_lies_where_the_trouble_is(void **state)
{
    App *app = *state;
    add(app, "client name=青葉");
    add(app, "ticket what=扉 client=青葉");
    Id loan = add(app, "loan what=代替機 ticket=T1");
    assert_string_equal(field(app, &entity_loan, loan, "client"), "青葉");
    assert_string_equal(field(app, &entity_loan, loan, "back"), ""); // when the trouble is closed
    assert_int_equal(brief(app, "青葉").loans.count, 0);
    does(app, "tick", "T1");
    assert_int_equal(brief(app, "青葉").loans.count, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_clients_of_a_filter_come_in_once),
        TEST(an_answer_counts_doors_and_pieces_and_is_taken_back),
        TEST(a_stock_below_nothing_is_a_sentence_and_nothing_is_lost),
        TEST(what_is_open_stands_in_the_brief_until_the_round_is_closed),
        TEST(pieces_stand_on_the_load_list_of_the_next_visit),
        TEST(what_a_recall_collects_comes_back_in_the_car),
        TEST(a_door_that_is_ticked_after_the_door_is_given),
        TEST(what_is_left_is_planned_as_short_doors_before_the_deadline),
        TEST(an_answer_ends_the_visit_that_was_planned_for_the_door),
        TEST(the_brief_has_one_product_not_offered_yet_with_a_line_for_the_person),
        TEST(lines_are_ranked_from_ten_reactions_on),
        TEST(an_offered_product_explains_the_door_of_its_round),
        TEST(a_row_of_a_round_says_the_reaction),
        TEST(the_answers_of_a_price_rise_stand_in_the_ledger),
        TEST(the_floor_card_follows_the_answers_of_a_price_rise),
        TEST(a_price_rise_says_its_prices_and_days_at_the_door),
        TEST(a_door_and_a_loan_are_ticked_by_their_name_in_a_line),
        TEST(a_loan_without_a_trouble_is_a_reason_to_come_and_comes_back),
        TEST(a_loan_of_a_trouble_lies_where_the_trouble_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
