// SPDX-License-Identifier: GPL-3.0-or-later
// The year for one client, gathered from the store, as text and as PDF.
#include <stdlib.h>

#include "core/act.h"
#include "mawari/app/print.h"
#include "mawari/report/year.h"
#include "mawari/store/queries_renewal.h"
#include "out/ticket_history.h"

enum { PAGE_COLUMNS = 78, YEAR_BACK = 12 };

typedef struct Gathering {
    App *app;
    Arena *arena;
    Id client;
    Year *out;
} Gathering;

static void take_outcomes(Gathering *gathering, const ClientYear *found)
{
    YearCount *rows = arena_array(gathering->arena, YearCount, OUTCOMES);
    size_t count = 0;
    for (int32_t i = 0; i < OUTCOMES; i++) {
        const Word *word = words_by_value(&words_outcome, i);
        if (word && found->outcomes[i] && i != OUTCOME_PUT_OFF) // nobody was there
            rows[count++] = (YearCount){lang_text(word->title), found->outcomes[i]};
    }
    gathering->out->outcomes = rows;
    gathering->out->outcome_count = count;
}

static void take_people(Gathering *gathering, const ClientYear *found)
{
    YearCount *rows = arena_array(gathering->arena, YearCount, found->met_count);
    for (size_t i = 0; i < found->met_count; i++)
        rows[i] = (YearCount){found->met[i].name, found->met[i].often};
    gathering->out->people = rows;
    gathering->out->people_count = found->met_count;
}

static bool take_troubles(Gathering *gathering, const ClientYear *found, Err *err)
{
    YearTrouble *rows = arena_array(gathering->arena, YearTrouble, found->trouble_count);
    for (size_t i = 0; i < found->trouble_count; i++) {
        History history;
        if (!ticket_history(gathering->app, found->troubles[i], gathering->arena, &history, err))
            return false;
        rows[i] = (YearTrouble){history.ticket, history.worked, history.at_night,
                                history.on_days_off};
    }
    gathering->out->troubles = rows;
    gathering->out->trouble_count = found->trouble_count;
    return true;
}

/// What ran on a day of these, or runs on.
static bool is_of_year(const Contract *contract, const Year *year)
{
    bool runs = contract->state == CONTRACT_RUNNING || contract->state == NONE;
    return (contract->start == NONE || contract->start <= year->to) &&
           (runs || contract->end == NONE || contract->end >= year->from);
}

static bool take_contracts(Gathering *gathering, Err *err)
{
    Id *ids;
    size_t count, used = 0;
    App *app = gathering->app;
    if (!record_ids_by(app->store, &entity_contract, entity_own_field(&entity_contract, "client"),
                       gathering->client, gathering->arena, &ids, &count, err))
        return false;
    YearContract *rows = arena_array(gathering->arena, YearContract, count);
    for (size_t i = 0; i < count; i++) {
        Contract contract;
        if (!record_get(app->store, &entity_contract, ids[i], gathering->arena, &contract, err))
            return false;
        if (!is_of_year(&contract, gathering->out))
            continue;
        const Word *state = words_by_value(&words_contract_state, contract.state);
        bool runs = contract.state == CONTRACT_RUNNING || contract.state == NONE;
        rows[used++] = (YearContract){.what = contract.what,
                                      .state = state ? lang_text(state->title) : "",
                                      .end = contract.end,
                                      .notice = runs ? contract_notice(&contract, &app->work)
                                                     : NONE,
                                      .yen_a_year = contract.yen_a_year};
    }
    gathering->out->contracts = rows;
    gathering->out->contract_count = used;
    return true;
}

static int by_day(const void *a, const void *b)
{
    const Concession *first = a, *second = b;
    return (first->day > second->day) - (first->day < second->day);
}

static bool take_ledger(Gathering *gathering, Err *err)
{
    Id *ids;
    size_t count, used = 0;
    Year *year = gathering->out;
    Store *store = gathering->app->store;
    const Field *field = entity_own_field(&entity_concession, "client");
    if (!record_ids_by(store, &entity_concession, field, gathering->client, gathering->arena, &ids,
                       &count, err))
        return false;
    Concession *rows = arena_array(gathering->arena, Concession, count);
    for (size_t i = 0; i < count; i++) {
        if (!record_get(store, &entity_concession, ids[i], gathering->arena, &rows[used], err))
            return false;
        used += rows[used].day >= year->from && rows[used].day <= year->to;
    }
    if (used > 1)
        qsort(rows, used, sizeof *rows, by_day);
    year->ledger = rows;
    year->ledger_count = used;
    return true;
}

static bool gather(Gathering *gathering, Err *err)
{
    App *app = gathering->app;
    ClientYear found;
    Year *year = gathering->out;
    if (!query_client_year(app->store, gathering->client, year->from, year->to, gathering->arena,
                           &found, err))
        return false;
    year->client = app_name(app, gathering->client, gathering->arena);
    year->rep = app->me ? app_name(app, app->me, gathering->arena) : NULL;
    year->mine = (YearKept){found.mine.done, found.mine.dated, found.mine.in_time};
    year->theirs = (YearKept){found.theirs.done, found.theirs.dated, found.theirs.in_time};
    take_outcomes(gathering, &found);
    take_people(gathering, &found);
    return take_troubles(gathering, &found, err) && take_contracts(gathering, err) &&
           take_ledger(gathering, err);
}

/// "2026" is a calendar year, up to today at most; nothing said: the last twelve months.
static bool read_year(const App *app, const char *typed, Year *year, Err *err)
{
    char *end;
    year->today = year->to = app->today;
    year->from = day_add_months(app->today, -YEAR_BACK) + 1;
    if (!typed)
        return true;
    long number = strtol(typed, &end, 10);
    Day last;
    if (*end || end == typed || !day_from((int)number, 1, 1, &year->from) ||
        !day_from((int)number, 12, 31, &last) || year->from > app->today)
        return err_set(err, ERR_USAGE, _("“%s” is no year that has begun"), typed);
    year->to = last < app->today ? last : app->today;
    return true;
}

bool act_report_client(App *app, const Args *args, Effect *ret, Err *err)
{
    Year year = {0};
    Arena *arena = app->scratch;
    Page page = {.arena = arena};
    if (!act_needs(args, 1, err) || !read_year(app, args_field(args, "year"), &year, err))
        return false;
    Gathering gathering = {app, arena, args->ids[0], &year};
    if (!gather(&gathering, err))
        return false;
    year_page(&year, &page);
    return act_hand_out(app, args, _("The year"), &page, page_text(&page, PAGE_COLUMNS, arena), ret,
                        err);
}
