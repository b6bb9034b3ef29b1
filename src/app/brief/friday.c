// SPDX-License-Identifier: GPL-3.0-or-later
// Friday's parts as rows: gathered from the store, said in the language of the screen.
#include "mawari/app/friday.h"

#include "mawari/app/find.h"
#include "mawari/app/renewal.h"
#include "mawari/app/slipping.h"
#include "mawari/base/lang.h"

enum { ROWS_OF_ONE = 3 };

static void add(FridaySheet *sheet, FridayRow row)
{
    sheet->rows[sheet->count++] = row;
}

// --- places

static SlippingClient slipping_at(const FridayPlace *place)
{
    return (SlippingClient){.client = place->client, .until = place->day};
}

static FridayPlace slipping_place(const SlippingClient *of)
{
    return (FridayPlace){.client = of->client, .day = of->until};
}

static UnseenClient unseen_at(const FridayPlace *place)
{
    return (UnseenClient){.client = place->client, .due = place->day, .place = place->rank};
}

static FridayPlace unseen_place(const UnseenClient *of)
{
    return (FridayPlace){.client = of->client, .day = of->due, .rank = of->place};
}

static bool slipping_places(App *app, bool back, const FridayPlace *before, size_t most,
                            Arena *arena, FridayPlaces *ret, Err *err)
{
    SlippingClients found;
    const SlippingClient from = before ? slipping_at(before) : (SlippingClient){0};
    bool good = back ? query_slipping_before(app->store, app->today, before ? &from : NULL, most,
                                             arena, &found, err)
                     : query_slipping(app->store, app->today, NULL, most, arena, &found, err);
    if (!good)
        return false;
    *ret = (FridayPlaces){.rows = arena_array(arena, FridayPlace, found.count)};
    for (; ret->count < found.count; ret->count++)
        ret->rows[ret->count] = slipping_place(&found.rows[ret->count]);
    return true;
}

static bool unseen_places(App *app, bool back, const FridayPlace *before, size_t most, Arena *arena,
                          FridayPlaces *ret, Err *err)
{
    UnseenClients found;
    const UnseenClient from = before ? unseen_at(before) : (UnseenClient){0};
    bool good = back ? query_unseen_before(app->store, app->today, before ? &from : NULL, most,
                                           arena, &found, err)
                     : query_unseen(app->store, app->today, NULL, most, arena, &found, err);
    if (!good)
        return false;
    *ret = (FridayPlaces){.rows = arena_array(arena, FridayPlace, found.count)};
    for (; ret->count < found.count; ret->count++)
        ret->rows[ret->count] = unseen_place(&found.rows[ret->count]);
    return true;
}

bool friday_is_long(FridayPart part)
{
    return part == FRIDAY_SLIPPING || part == FRIDAY_UNSEEN;
}

bool friday_places(App *app, FridayPart part, bool back, const FridayPlace *before, size_t most,
                   Arena *arena, FridayPlaces *ret, Err *err)
{
    return part == FRIDAY_SLIPPING ? slipping_places(app, back, before, most, arena, ret, err)
                                   : unseen_places(app, back, before, most, arena, ret, err);
}

// --- who is slipping

static void add_slipping(App *app, const SlippingRow *row, Arena *arena, FridaySheet *sheet)
{
    add(sheet, (FridayRow){.kind = &entity_client,
                           .id = row->of.client,
                           .client = row->of.client,
                           .name = row->of.name,
                           .text = arena_print(arena, _("since %s"),
                                               day_text(row->of.since, app->today, arena)),
                           .more = "",
                           .place = slipping_place(&row->of)});
    for (size_t i = 0; i < row->signals.count; i++) {
        const Signal *signal = &row->signals.rows[i];
        add(sheet, (FridayRow){.client = row->of.client,
                               .name = day_text(signal->day, app->today, arena),
                               .text = signal_fact(app, signal, arena),
                               .more = lang_text(retreat_clears(signal->rule))});
    }
}

/// `window`: it is part of a list that goes on.
static bool read_slipping(App *app, const FridayPlace *after, size_t most, bool window,
                          Arena *arena, FridaySheet *sheet, size_t *ret_clients, Err *err)
{
    SlippingSheet slipping;
    const SlippingClient from = after ? slipping_at(after) : (SlippingClient){0};
    if (!slipping_sheet(app, after ? &from : NULL, most, arena, &slipping, err))
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

// --- contracts

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

// --- who was not seen

static const char *due_said(const App *app, Day due, Arena *arena)
{
    int late = app->today - due;
    if (late <= 0)
        return _("due today");
    return arena_print(arena,
                       ngettext("due %s, %d day ago", "due %s, %d days ago", (unsigned long)late),
                       day_text(due, app->today, arena), late);
}

/// "A  " before what is said of it: the list stands by rank.
static void add_unseen(const App *app, const UnseenClient *of, Arena *arena, FridaySheet *sheet)
{
    const Word *rank = words_by_value(&words_rank, of->rank);
    const char *last = of->last_visit == NONE
                           ? _("never seen")
                           : arena_print(arena, _("last seen %s"),
                                         day_text(of->last_visit, app->today, arena));
    add(sheet,
        (FridayRow){.kind = &entity_client,
                    .id = of->client,
                    .client = of->client,
                    .name = of->name,
                    .text = arena_print(arena, "%s  %s", rank ? lang_text(rank->title) : " ", last),
                    .more = due_said(app, of->due, arena),
                    .place = unseen_place(of)});
}

static bool read_unseen(App *app, const FridayPlace *after, size_t most, bool window, Arena *arena,
                        FridaySheet *sheet, size_t *ret_clients, Err *err)
{
    UnseenClients unseen;
    size_t all;
    const UnseenClient from = after ? unseen_at(after) : (UnseenClient){0};
    if (!query_unseen_count(app->store, app->today, &all, err) ||
        !query_unseen(app->store, app->today, after ? &from : NULL, most, arena, &unseen, err))
        return false;
    sheet->rows = arena_array(arena, FridayRow, unseen.count);
    for (size_t i = 0; i < unseen.count; i++)
        add_unseen(app, &unseen.rows[i], arena, sheet);
    const char *format = !window && all > unseen.count
                             ? _("Not seen, and on no plan: %zu, the first %zu")
                             : _("Not seen, and on no plan: %zu");
    sheet->title = arena_print(arena, format, all, unseen.count);
    sheet->about = _("Due by their cycle; the dearest ranks first.");
    *ret_clients = unseen.count;
    return true;
}

// --- a part

static bool read_long(App *app, FridayPart part, const FridayPlace *after, size_t most, bool window,
                      Arena *arena, FridaySheet *ret, size_t *ret_clients, Err *err)
{
    FridaySheet sheet = {.part = part};
    bool begun = store_read_begin(app->store); // the count and the rows of one moment
    bool good = part == FRIDAY_SLIPPING
                    ? read_slipping(app, after, most, window, arena, &sheet, ret_clients, err)
                    : read_unseen(app, after, most, window, arena, &sheet, ret_clients, err);
    store_read_end(app->store, begun);
    if (good)
        *ret = sheet;
    return good;
}

bool friday_window(App *app, FridayPart part, const FridayPlace *after, size_t most, Arena *arena,
                   FridaySheet *ret, size_t *ret_clients, Err *err)
{
    return read_long(app, part, after, most, true, arena, ret, ret_clients, err);
}

bool friday_sheet(App *app, FridayPart part, Arena *arena, FridaySheet *ret, Err *err)
{
    size_t clients;
    FridaySheet sheet = {.part = part, .title = _("Next week's proposal"), .about = ""};
    if (friday_is_long(part))
        return read_long(app, part, NULL, FRIDAY_MOST, false, arena, ret, &clients, err);
    if (part == FRIDAY_CONTRACTS && !read_contracts(app, arena, &sheet, err))
        return false;
    *ret = sheet;
    return true;
}
