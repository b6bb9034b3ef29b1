// SPDX-License-Identifier: GPL-3.0-or-later
// The load list of a day: gathered from what is open at its stops, as the rules of the model say.
#include <stdlib.h>
#include <string.h>

#include "day_parts.h"
#include "mawari/app/day.h"
#include "mawari/app/find.h"
#include "mawari/app/loading.h"
#include "mawari/app/rounds.h"
#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/model/kinds.h"
#include "mawari/store/queries_day.h"
#include "mawari/store/record.h"

typedef struct Packing {
    App *app;
    Arena *arena;
    const char *words; // the rep's table of ways
    const DayVisits *visits;
    Loaded *loaded;
    size_t loaded_count, room;
    bool unnamed; // nobody reads the rows
    LoadSheet *out;
} Packing;

static bool is_listed(const LoadSheet *sheet, Id id)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->rows[i].id == id)
            return true;
    return false;
}

static Id loading_of(const Packing *packing, Id id)
{
    for (size_t i = 0; i < packing->loaded_count; i++)
        if (packing->loaded[i].of == id)
            return packing->loaded[i].id;
    return 0;
}

/// A record of one of the four kinds, and what of it a row shows.
typedef struct Cargo {
    const Entity *kind;
    Commitment promise;
    OrderMemo order;
    Loan loan;
    bool trouble_closed; // of the loan
    RoundClient door;
    bool collected; // at the door, instead of brought there
    Id client;
    const char *what;
    Id who;
    bool heavy;
} Cargo;

static bool read_promise(const Packing *packing, Id id, Cargo *ret, Err *err)
{
    Commitment *promise = &ret->promise;
    if (!record_get(packing->app->store, ret->kind, id, packing->arena, promise, err))
        return false;
    ret->client = promise->client;
    ret->what = promise->what;
    ret->who = promise->contact;
    ret->heavy = promise->heavy == 1;
    return true;
}

static bool read_order(const Packing *packing, Id id, Cargo *ret, Err *err)
{
    OrderMemo *order = &ret->order;
    if (!record_get(packing->app->store, ret->kind, id, packing->arena, order, err))
        return false;
    ret->client = order->client;
    ret->what = order->what;
    ret->who = order->contact;
    ret->heavy = order->heavy == 1;
    return true;
}

/// Reads a loan, and whether it was lent for a trouble that is closed.
static bool loan_and_trouble(App *app, Id id, Arena *arena, Loan *ret, bool *ret_closed, Err *err)
{
    Ticket trouble = {.closed = NONE};
    if (!record_get(app->store, &entity_loan, id, arena, ret, err) ||
        (ret->ticket && !record_get(app->store, &entity_ticket, ret->ticket, arena, &trouble, err)))
        return false;
    *ret_closed = trouble.closed != NONE;
    return true;
}

static bool read_loan(const Packing *packing, Id id, Cargo *ret, Err *err)
{
    if (!loan_and_trouble(packing->app, id, packing->arena, &ret->loan, &ret->trouble_closed, err))
        return false;
    ret->client = ret->loan.client;
    ret->what = ret->loan.what;
    ret->who = ret->loan.contact;
    ret->heavy = ret->loan.heavy == 1;
    return true;
}

static bool read_door(const Packing *packing, Id id, Cargo *ret, Err *err)
{
    Round round;
    RoundClient *door = &ret->door;
    Store *store = packing->app->store;
    if (!record_get(store, ret->kind, id, packing->arena, door, err) ||
        !record_get(store, &entity_round, door->round, packing->arena, &round, err))
        return false;
    DoorHere here = {.title = round.title, .matter = round.matter, .a_door = round.a_door};
    ret->collected = round_collects(round.matter);
    ret->client = door->client;
    ret->what = door_thing(&here, packing->arena);
    ret->who = door->contact;
    return true;
}

static bool read_cargo(const Packing *packing, Id id, Cargo *ret, Err *err)
{
    RecordHead head;
    if (!record_head(packing->app->store, id, packing->arena, &head, err))
        return false;
    *ret = (Cargo){.kind = head.kind};
    if (head.kind == &entity_commitment)
        return read_promise(packing, id, ret, err);
    if (head.kind == &entity_round_client)
        return read_door(packing, id, ret, err);
    return head.kind == &entity_order_memo ? read_order(packing, id, ret, err)
                                           : read_loan(packing, id, ret, err);
}

/// What the rules make of it on that day; false: nothing.
static bool part_of(const Packing *packing, const Cargo *thing, LoadPart *ret)
{
    Day day = packing->out->day;
    bool door = thing->kind == &entity_round_client && door_is_left(thing->door.state);
    bool take = thing->kind == &entity_order_memo || (door && !thing->collected);
    bool back = door && thing->collected;
    if (thing->kind == &entity_commitment) {
        take = promise_to_load(&thing->promise, packing->words, day, packing->arena);
        back = promise_comes_back(&thing->promise, packing->words, day, packing->arena);
    } else if (thing->kind == &entity_loan) {
        take = loan_to_load(&thing->loan, day);
        back = loan_comes_back(&thing->loan, thing->trouble_closed, day);
    }
    *ret = take ? LOAD_TAKE : LOAD_BACK;
    return take || back;
}

static LoadRow *add(Packing *packing, Id id, const Cargo *thing, LoadPart part)
{
    LoadSheet *out = packing->out;
    App *app = packing->app;
    out->rows = arena_more(packing->arena, out->rows, out->count, &packing->room,
                           sizeof *out->rows);
    LoadRow *row = &out->rows[out->count++];
    *row = (LoadRow){
        .part = part,
        .kind = thing->kind,
        .id = id,
        .hour = NONE,
        .what = thing->what ? thing->what : "",
        .who = thing->who && !packing->unnamed ? app_name(app, thing->who, packing->arena) : NULL,
        .heavy = thing->heavy,
        .loading = loading_of(packing, id)};
    return row;
}

/// The place is read once for all things of a stop.
static bool name_stop(const Packing *packing, DayVisit *visit, Err *err)
{
    return visit->named || packing->unnamed ||
           query_visit_names(packing->app->store, packing->app->today, packing->arena, visit, err);
}

static bool add_there(Packing *packing, size_t stop, Err *err)
{
    DayVisit there = packing->visits->rows[stop], *visit = &there; // whose rows they are names them
    Id *ids;
    size_t count;
    if (!visit->visit.client ||
        !query_load_there(packing->app->store, visit->visit.client, visit->visit.site,
                          packing->out->day, packing->arena, &ids, &count, err))
        return !visit->visit.client;
    for (size_t i = 0; i < count; i++) {
        Cargo thing;
        LoadPart part;
        if (!read_cargo(packing, ids[i], &thing, err))
            return false;
        if (is_listed(packing->out, ids[i]) || !part_of(packing, &thing, &part))
            continue;
        if (!name_stop(packing, visit, err))
            return false;
        LoadRow *row = add(packing, ids[i], &thing, part);
        row->visit = visit->id;
        row->stop = stop + 1;
        row->hour = visit->visit.start;
        if (visit->named)
            row->place = place_name(visit->client_name, visit->site_name, packing->arena);
    }
    return true;
}

static bool is_ahead(const DayVisit *visit)
{
    return visit->visit.outcome == NONE && visit_is_stop(&visit->visit);
}

static bool add_stops(Packing *packing, Err *err)
{
    size_t count = packing->visits->count;
    bool *asked = arena_array(packing->arena, bool, count);
    if (!query_stops_to_load(packing->app->store, packing->out->day, packing->visits,
                             packing->arena, asked, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (asked[i] && is_ahead(&packing->visits->rows[i]) && !add_there(packing, i, err))
            return false;
    return true;
}

/// What is lent lies with its client once somebody was there who could take it.
static bool was_lent(const Packing *packing, const Loan *loan)
{
    bool met = loan->lent < packing->out->day || loan->returned != NONE;
    for (size_t i = 0; i < packing->visits->count; i++) {
        const Visit *visit = &packing->visits->rows[i].visit;
        met = met || (visit->client == loan->client && outcome_hands_over(visit->outcome));
    }
    return met;
}

/// Somebody took what was brought: it is ticked.
static bool was_taken(const Packing *packing, const Cargo *thing)
{
    if (thing->kind == &entity_round_client)
        return !door_is_left(thing->door.state);
    if (thing->kind == &entity_loan)
        return was_lent(packing, &thing->loan);
    return thing->kind == &entity_commitment   ? thing->promise.kept != NONE
           : thing->kind == &entity_order_memo ? thing->order.delivered != NONE
                                               : false;
}

static bool add_left_over(Packing *packing, Err *err)
{
    for (size_t i = 0; i < packing->loaded_count; i++) {
        Id id = packing->loaded[i].of;
        Cargo thing;
        if (is_listed(packing->out, id))
            continue;
        if (!read_cargo(packing, id, &thing, err))
            return false;
        if (was_taken(packing, &thing))
            continue;
        LoadRow *row = add(packing, id, &thing, LOAD_BACK);
        row->left_over = true;
        row->place = thing.client ? app_name(packing->app, thing.client, packing->arena) : "";
    }
    return true;
}

static int compare(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

static int by_loading(const void *a, const void *b)
{
    const LoadRow *left = a, *right = b;
    if (left->part != right->part)
        return left->part == LOAD_TAKE ? -1 : 1;
    int order = left->part == LOAD_TAKE ? compare(right->stop, left->stop)
                                        : compare(left->left_over, right->left_over);
    order = order ? order : compare(left->stop, right->stop);
    order = order ? order : compare(right->heavy, left->heavy);
    return order ? order : compare((size_t)left->id, (size_t)right->id);
}

static void count_row(LoadSheet *sheet, const LoadRow *row)
{
    if (row->part == LOAD_BACK) {
        sheet->back++;
        return;
    }
    sheet->things++;
    sheet->loaded += row->loading != 0;
    sheet->heavy += row->heavy;
    sheet->heavy_left += row->heavy && !row->loading;
}

static bool gather(App *app, Day day, const DayVisits *visits, bool unnamed, Arena *arena,
                   LoadSheet *ret, Err *err)
{
    LoadSheet out = {.day = day};
    Packing packing = {.app = app,
                       .arena = arena,
                       .words = app_setting(app, "promise_words"),
                       .visits = visits,
                       .unnamed = unnamed,
                       .out = &out};
    if (!query_loaded(app->store, day, arena, &packing.loaded, &packing.loaded_count, err) ||
        !add_stops(&packing, err) || !add_left_over(&packing, err))
        return false;
    if (out.count)
        qsort(out.rows, out.count, sizeof *out.rows, by_loading);
    for (size_t i = 0; i < out.count; i++)
        count_row(&out, &out.rows[i]);
    *ret = out;
    return true;
}

bool load_sheet(App *app, Day day, Arena *arena, LoadSheet *ret, Err *err)
{
    DayVisits visits;
    bool begun = store_read_begin(app->store);
    bool good = query_stops_between(app->store, day, day, arena, &visits, err) &&
                gather(app, day, &visits, false, arena, ret, err);
    store_read_end(app->store, begun);
    return good;
}

bool load_counts(App *app, Day day, const DayVisits *visits, Arena *arena, LoadSheet *ret, Err *err)
{
    return gather(app, day, visits, true, arena, ret, err);
}

bool load_begins_stop(const LoadRow *row, const LoadRow *before)
{
    return !before || before->part != row->part || before->stop != row->stop ||
           before->left_over != row->left_over || strcmp(before->place, row->place) != 0;
}

const char *load_line(const LoadSheet *sheet, Arena *arena)
{
    size_t left = sheet->things - sheet->loaded;
    Buffer out = {.arena = arena};
    if (left == 0)
        return "";
    buffer_print(&out, ngettext("%zu thing", "%zu things", left), left);
    if (sheet->heavy_left)
        buffer_print(&out, _(", %zu heavy"), sheet->heavy_left);
    if (sheet->back)
        buffer_print(&out, ngettext(", %zu comes back", ", %zu come back", sheet->back),
                     sheet->back);
    return buffer_text(&out);
}
