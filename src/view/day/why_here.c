// SPDX-License-Identifier: GPL-3.0-or-later
// `w`: why the chosen stop stands where it stands, why the contract is to be spoken of, why one would
// go to the client, in sentences.
#include "mawari/app/brief.h"
#include "mawari/app/route.h"
#include "mawari/app/slipping.h"
#include "mawari/store/record.h"
#include "route_pane.h"
#include "today.h"

/// The row of a proposed order on which the cursor is, and the order; NULL: on none.
static const RouteRow *proposed_row(const Pane *pane, const DayRoute **ret_route, size_t *ret_row)
{
    *ret_route = pane->what == &pane_route ? route_shown(pane) : NULL;
    *ret_row = *ret_route ? route_row_at(pane) : SIZE_MAX;
    return *ret_row != SIZE_MAX ? &(*ret_route)->rows[*ret_row] : NULL;
}

/// The day that is shown, and what of it is chosen: any stop; elsewhere a visit, on its own day.
static bool find_chosen(Screen *screen, Day *ret_day, Id *ret, Err *err)
{
    const Pane *pane = screen_pane(screen);
    Visit visit;
    bool is_visit = pane->at_kind == &entity_visit;
    const DayRoute *route;
    size_t at;
    const RouteRow *row = proposed_row(pane, &route, &at);
    *ret = is_visit ? pane->at : pane->kind == &entity_visit ? pane->subject : 0;
    if (row || (pane->what == &pane_today && pane->at && !is_visit)) {
        *ret = row ? row->id : pane->at;
        *ret_day = row ? route->day : today_day(pane, screen->app);
        return true;
    }
    if (*ret == 0)
        return true;
    if (!record_get(screen->app->store, &entity_visit, *ret, screen->frame, &visit, err))
        return false;
    *ret_day = visit.day;
    return true;
}

/// Of what is no stop but takes its time: lunch, a rest, a call with orders. `*ret` NULL: the cursor
/// is on none.
static bool find_pause(Screen *screen, const char **ret, Err *err)
{
    const Pane *pane = screen_pane(screen);
    const DayRoute *route;
    size_t row;
    *ret = NULL;
    if (proposed_row(pane, &route, &row))
        return route_pause_why(screen->app, route, row, screen->frame, ret, err);
    if (pane->what != &pane_today)
        return true;
    DaySheet sheet = *today_sheet(pane);
    return pause_why(screen->app, &sheet, pane->index, pane->arena, ret, err);
}

void renewal_why(Screen *screen, Id contract)
{
    const Args args = {
        .kind = &entity_contract, .ids = &contract, .id_count = 1, .day = NONE, .minute = NONE};
    Effect effect = {0};
    Err err = {0};
    if (command_run(screen->app, command_named("renewals"), &args, &effect, &err))
        text_pane_open(screen, _("Renewal"), effect.printed);
    else
        screen_fail(screen, &err);
}

/// Of a contract, chosen or with its sheet open, the lights; false: it is about something else.
static bool contract_why(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    bool chosen = pane->at_kind == &entity_contract;
    bool open = pane->kind == &entity_contract && pane->at_kind != &entity_visit;
    if (chosen || open)
        renewal_why(screen, chosen ? pane->at : pane->subject);
    return chosen || open;
}

static bool is_of_client(const Entity *kind)
{
    return kind == &entity_client || kind == &entity_site || kind == &entity_contact ||
           kind == &entity_round_client;
}

/// Whose client the chosen row, or the sheet that is open, is; 0: it is about something else.
static bool find_client(Screen *screen, Id *ret, Err *err)
{
    const Pane *pane = screen_pane(screen);
    bool chosen = is_of_client(pane->at_kind);
    bool open = is_of_client(pane->kind) && pane->at_kind != &entity_visit;
    BriefOf of = {0};
    if ((chosen || open) && !brief_of(screen->app, chosen ? pane->at_kind : pane->kind,
                                      chosen ? pane->at : pane->subject, screen->frame, &of, err))
        return false;
    *ret = of.client;
    return true;
}

/// Why one would go to a client, and whether he steps back; false: it is about something else.
static bool client_why(Screen *screen)
{
    Id client = 0;
    Err err = {0};
    Effect effect = {0};
    const char *slipping = NULL;
    bool found = find_client(screen, &client, &err);
    if (found && client == 0)
        return false;
    const Args args = {
        .kind = &entity_client, .ids = &client, .id_count = 1, .day = NONE, .minute = NONE};
    if (found && command_run(screen->app, command_named("reasons"), &args, &effect, &err))
        slipping = slipping_why(screen->app, client, screen->frame, &err);
    if (slipping)
        text_pane_open(screen, _("Reasons to come"),
                       arena_print(screen->frame, "%s\n%s", effect.printed, slipping));
    else
        screen_fail(screen, &err);
    return true;
}

void why_here(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    const DayRoute *proposed = pane->what == &pane_route ? route_shown(pane) : NULL;
    RouteWhyHere why = {.stands = true};
    Err err = {0};
    Day day = NONE;
    Id id = 0;
    if (pane->what == &pane_week_plan) {
        week_plan_why(screen); // its rows are clients, who are asked about as visits here
        return;
    }
    if (friday_why(screen) || contract_why(screen) || client_why(screen))
        return;
    if (!find_pause(screen, &why.said, &err) ||
        (!why.said && !find_chosen(screen, &day, &id, &err)))
        screen_fail(screen, &err);
    else if (!why.said && id == 0)
        screen_say(screen, _("Choose a stop, a client or a contract first"));
    else if (!why.said && !route_why(screen->app, day, id, proposed, screen->frame, &why, &err))
        screen_fail(screen, &err);
    else
        text_pane_open(screen, why.stands ? _("Why here?") : _("Why not?"), why.said);
}
