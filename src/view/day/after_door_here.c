// SPDX-License-Identifier: GPL-3.0-or-later
// After the door: what can be ticked there. Promises that are open in this building, orders that are
// in the car for it, what was lent, and what this report has ticked before.
#include "after_door.h"
#include "mawari/app/find.h"
#include "mawari/app/loading.h"
#include "mawari/app/rounds.h"
#include "mawari/store/queries_round.h"
#include "mawari/store/record.h"

static DoorRow promise_row(App *app, Id id, const Commitment *promise, const char *who,
                           Arena *arena)
{
    return (DoorRow){.id = id,
                     .promise = promise,
                     .what = promise->what,
                     .who = who ? who : app_name(app, promise->contact, arena),
                     .due = promise->due,
                     .due_at = promise->due_at,
                     .ticked = promise->kept != NONE};
}

static bool order_row(App *app, Id id, Arena *arena, DoorRow *ret, Err *err)
{
    OrderMemo order;
    if (!record_get(app->store, &entity_order_memo, id, arena, &order, err))
        return false;
    *ret = (DoorRow){.id = id,
                     .what = order.what,
                     .who = order.contact ? app_name(app, order.contact, arena) : NULL,
                     .due = order.wanted,
                     .due_at = order.wanted_at,
                     .ticked = order.delivered != NONE};
    return true;
}

/// What a round takes here stands like a promise of ours until its deadline, what was lent and
/// what a recall collects like one of theirs.
static DoorRow like_promise(App *app, Id id, Direction direction, const char *what, const char *who,
                            Day due, Arena *arena)
{
    Commitment *as_promise = arena_new(arena, Commitment);
    record_blank(&entity_commitment, as_promise, NONE, arena);
    as_promise->what = what;
    as_promise->direction = (int32_t)direction;
    as_promise->due = due;
    return promise_row(app, id, as_promise, who ? who : "", arena);
}

static bool given_row(App *app, Id id, Arena *arena, DoorRow *ret, Err *err)
{
    RoundClient given;
    if (!record_get(app->store, &entity_round_client, id, arena, &given, err))
        return false;
    Direction way = door_collects(app, &given, arena) ? DIRECTION_THEIRS : DIRECTION_MINE;
    *ret = like_promise(app, id, way, app_name(app, given.round, arena), NULL, NONE, arena);
    ret->ticked = !door_is_left(given.state);
    return true;
}

static bool returned_row(App *app, Id id, Arena *arena, DoorRow *ret, Err *err)
{
    Loan loan;
    if (!record_get(app->store, &entity_loan, id, arena, &loan, err))
        return false;
    *ret = like_promise(app, id, DIRECTION_THEIRS, loan.what, app_name(app, loan.contact, arena),
                        loan.back, arena);
    ret->ticked = loan.returned != NONE;
    return true;
}

/// What is open at the client's other sites is not open in this building, and what this report
/// made was not there yet.
static bool is_here(const Door *door, const Promise *promise)
{
    Id site = promise->commitment.site;
    return !heard_made(&door->heard, promise->id) &&
           (!site || !door->visit.site || site == door->visit.site);
}

/// What this report ticked before stands among what is open, and is still ticked.
static bool add_said(Screen *screen, const LinePart *said, Err *err)
{
    Door *door = screen->door;
    DoorRow *row = &door->here[door->here_count];
    Commitment *promise = arena_new(door->arena, Commitment);
    if (said->ticked != 1)
        return true;
    door->here_count++;
    if (said->reads == (int32_t)LINE_DELIVERED)
        return order_row(screen->app, said->made, door->arena, row, err);
    if (said->reads == (int32_t)LINE_GIVEN)
        return given_row(screen->app, said->made, door->arena, row, err);
    if (said->reads == (int32_t)LINE_RETURNED)
        return returned_row(screen->app, said->made, door->arena, row, err);
    if (!record_get(screen->app->store, &entity_commitment, said->made, door->arena, promise, err))
        return false;
    *row = promise_row(screen->app, said->made, promise, NULL, door->arena);
    return true;
}

static bool stands(const Door *door, Id id)
{
    for (size_t i = 0; i < door->here_count; i++)
        if (door->here[i].id == id)
            return true;
    return false;
}

static bool add_orders(Screen *screen, const Id *orders, size_t count, Err *err)
{
    Door *door = screen->door;
    for (size_t i = 0; i < count; i++) {
        DoorRow *row = &door->here[door->here_count];
        if (stands(door, orders[i]))
            continue;
        if (!order_row(screen->app, orders[i], door->arena, row, err))
            return false;
        row->ticked = row->ticked || !door->again;
        door->here_count++;
    }
    return true;
}

static void add_open(Screen *screen, const Promises *open)
{
    Door *door = screen->door;
    for (size_t i = 0; i < open->count; i++) {
        const Promise *promise = &open->rows[i];
        const char *who = promise->contact_name ? promise->contact_name : "";
        if (is_here(door, promise))
            door->here[door->here_count++] = promise_row(screen->app, promise->id,
                                                         &promise->commitment, who, door->arena);
    }
}

static void add_rounds(Screen *screen, const DoorsHere *doors)
{
    Door *door = screen->door;
    for (size_t i = 0; i < doors->count; i++)
        door->here[door->here_count++] = like_promise(
            screen->app, doors->rows[i].id,
            round_collects(doors->rows[i].matter) ? DIRECTION_THEIRS : DIRECTION_MINE,
            door_thing(&doors->rows[i], door->arena), NULL, doors->rows[i].deadline, door->arena);
}

static void add_loans(Screen *screen, const LoansHere *loans)
{
    Door *door = screen->door;
    for (size_t i = 0; i < loans->count; i++) {
        const LoanHere *loan = &loans->rows[i];
        if (heard_made(&door->heard, loan->id))
            continue;
        door->here[door->here_count++] = like_promise(screen->app, loan->id, DIRECTION_THEIRS,
                                                      loan->what, loan->contact_name, loan->back,
                                                      door->arena);
    }
}

bool door_read_here(Screen *screen, Err *err)
{
    Door *door = screen->door;
    Promises open;
    DoorsHere doors;
    LoansHere loans;
    Id *orders;
    size_t order_count;
    if (!query_promises_of_client(screen->app->store, door->visit.client, door->arena, &open,
                                  err) ||
        !query_doors_here(screen->app->store, door->visit.client, screen->app->today, door->arena,
                          &doors, err) ||
        !query_loans_there(screen->app->store, door->visit.client, door->visit.site, NONE,
                           door->arena, &loans, err) ||
        !load_orders_for(screen->app, &door->visit, door->arena, &orders, &order_count, err))
        return false;
    door->here = arena_array(door->arena, DoorRow,
                             open.count + order_count + doors.count + loans.count +
                                 door->heard.said_count);
    door->here_count = 0;
    for (size_t i = 0; i < door->heard.said_count; i++)
        if (!add_said(screen, &door->heard.said[i], err))
            return false;
    if (!add_orders(screen, orders, order_count, err))
        return false;
    add_open(screen, &open);
    add_rounds(screen, &doors);
    add_loans(screen, &loans);
    return true;
}

bool door_is_ticked(const Door *door, size_t row)
{
    const DoorRow *here = &door->here[row];
    bool could = here->promise || door->outcome == NONE || outcome_hands_over(door->outcome);
    return here->ticked && could;
}
