// SPDX-License-Identifier: GPL-3.0-or-later
// Friday's parts as rows: gathered from the store, said in the language of the screen.
#include "mawari/app/friday.h"

#include "mawari/app/find.h"
#include "mawari/app/renewal.h"
#include "mawari/app/slipping.h"
#include "mawari/base/lang.h"

enum { UNSEEN_MOST = 100, ROWS_OF_ONE = 3 };

static void add(FridaySheet *sheet, FridayRow row)
{
    sheet->rows[sheet->count++] = row;
}

static void add_slipping(App *app, const SlippingRow *row, Arena *arena, FridaySheet *sheet)
{
    add(sheet, (FridayRow){.kind = &entity_client,
                           .id = row->of.client,
                           .client = row->of.client,
                           .name = row->of.name,
                           .text = arena_print(arena, _("since %s"),
                                               day_text(row->of.since, app->today, arena)),
                           .more = "",
                           .until = row->of.until});
    for (size_t i = 0; i < row->signals.count; i++) {
        const Signal *signal = &row->signals.rows[i];
        add(sheet, (FridayRow){.client = row->of.client,
                               .name = day_text(signal->day, app->today, arena),
                               .text = signal_fact(app, signal, arena),
                               .more = lang_text(retreat_clears(signal->rule))});
    }
}

/// `window`: it is part of a list that goes on.
static bool read_slipping_of(App *app, const SlippingClient *after, size_t most, bool window,
                             Arena *arena, FridaySheet *sheet, size_t *ret_clients, Err *err)
{
    SlippingSheet slipping;
    if (!slipping_sheet(app, after, most, arena, &slipping, err))
        return false;
    sheet->rows = arena_array(arena, FridayRow, slipping.count * (1 + RETREAT_RULE_COUNT));
    for (size_t i = 0; i < slipping.count; i++)
        add_slipping(app, &slipping.rows[i], arena, sheet);
    const char *format = !window && slipping.all > slipping.count
                             ? _("Who is slipping: %zu, the newest %zu")
                             : _("Who is slipping: %zu");
    sheet->title = arena_print(arena, format, slipping.all, slipping.count);
    sheet->about = slipping.sales
                       ? _("Two steps back within 60 days; at the right what clears them.")
                       : _("Two steps back within 60 days. No sales data: import sales FILE");
    *ret_clients = slipping.count;
    return true;
}

bool friday_slipping(App *app, const SlippingClient *after, size_t most, Arena *arena,
                     FridaySheet *ret, size_t *ret_clients, Err *err)
{
    FridaySheet sheet = {.part = FRIDAY_SLIPPING};
    if (!read_slipping_of(app, after, most, true, arena, &sheet, ret_clients, err))
        return false;
    *ret = sheet;
    return true;
}

static bool read_slipping(App *app, Arena *arena, FridaySheet *sheet, Err *err)
{
    size_t clients;
    return read_slipping_of(app, NULL, FRIDAY_SLIPPING_MOST, false, arena, sheet, &clients, err);
}

static void add_contract(App *app, const Renewal *renewal, Arena *arena, FridaySheet *sheet)
{
    const char *step = renewal_step_text(app, renewal, arena);
    add(sheet, (FridayRow){.kind = &entity_contract,
                           .id = renewal->of->id,
                           .client = renewal->of->client,
                           .name = renewal->of->client_name,
                           .text = renewal->of->contract.what,
                           .more = ""});
    add(sheet, (FridayRow){.client = renewal->of->client, .name = "", .text = step, .more = ""});
    add(sheet, (FridayRow){.client = renewal->of->client,
                           .name = "",
                           .text = renewal_notice_text(app, renewal, arena),
                           .more = ""});
}

static bool read_contracts(App *app, Arena *arena, FridaySheet *sheet, Err *err)
{
    RenewalSheet renewals;
    if (!renewal_sheet(app, app->today, arena, &renewals, err))
        return false;
    sheet->rows = arena_array(arena, FridayRow, ROWS_OF_ONE * renewals.count);
    for (size_t i = 0; i < renewals.count; i++)
        add_contract(app, &renewals.rows[i], arena, sheet);
    sheet->title = arena_print(arena, _("Contracts inside their notice: %zu"), renewals.count);
    sheet->about = _("The next step of each, and by when notice is to be given.");
    return true;
}

/// "A  " before what is said of it: the list stands by rank.
static bool read_rank(App *app, Id id, Arena *arena, const char **ret, Err *err)
{
    Client client;
    if (!record_get(app->store, &entity_client, id, arena, &client, err))
        return false;
    const Word *rank = words_by_value(&words_rank, client.rank);
    *ret = rank ? lang_text(rank->title) : " ";
    return true;
}

static bool add_unseen(App *app, const DueClient *due, Arena *arena, FridaySheet *sheet, Err *err)
{
    const char *rank;
    if (!read_rank(app, due->id, arena, &rank, err))
        return false;
    const char *last = due->last_visit == NONE
                           ? _("never seen")
                           : arena_print(arena, _("last seen %s"),
                                         day_text(due->last_visit, app->today, arena));
    int late = app->today - due->due;
    add(sheet,
        (FridayRow){.kind = &entity_client,
                    .id = due->id,
                    .client = due->id,
                    .name = app_name(app, due->id, arena),
                    .text = arena_print(arena, "%s  %s", rank, last),
                    .more = late > 0
                                ? arena_print(arena,
                                              ngettext("due %s, %d day ago", "due %s, %d days ago",
                                                       (unsigned long)late),
                                              day_text(due->due, app->today, arena), late)
                                : _("due today")});
    return true;
}

static bool read_unseen(App *app, Arena *arena, FridaySheet *sheet, Err *err)
{
    DueClients due;
    if (!query_due_to_see(app->store, app->today, app->today, app->today, UNSEEN_MOST, arena, &due,
                          err))
        return false;
    sheet->rows = arena_array(arena, FridayRow, due.count);
    for (size_t i = 0; i < due.count; i++)
        if (!add_unseen(app, &due.rows[i], arena, sheet, err))
            return false;
    sheet->title = arena_print(arena,
                               due.not_all ? _("Not seen, and on no plan: more than %zu")
                                           : _("Not seen, and on no plan: %zu"),
                               due.count);
    sheet->about = _("Due by their cycle; the dearest ranks first.");
    return true;
}

bool friday_sheet(App *app, FridayPart part, Arena *arena, FridaySheet *ret, Err *err)
{
    static bool (*const readers[])(App *, Arena *, FridaySheet *, Err *) = {
        [FRIDAY_SLIPPING] = read_slipping,
        [FRIDAY_CONTRACTS] = read_contracts,
        [FRIDAY_UNSEEN] = read_unseen,
    };
    FridaySheet sheet = {.part = part, .title = _("Next week's proposal"), .about = ""};
    if (part != FRIDAY_WEEK && !readers[part](app, arena, &sheet, err))
        return false;
    *ret = sheet;
    return true;
}
