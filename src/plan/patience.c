// SPDX-License-Identifier: GPL-3.0-or-later
// How the time is shared: how long the local search may go on in vain before beams and bounds have
// their turn again.
#include "cuts.h"
#include "search.h"

enum {
    NEXT = 16,                 // nodes for each cube of stops when a beam has cut something off …
    WITH_PATHS = 4,            // … and when there is a bound by paths; …
    OF_A_BEAM = 2,             // … for each node of that beam before there is, …
    FAR_FROM_PROOF = 4,        // … for each node at all when the bound is far, …
    MOST = 1000000,            // … never longer without that bound, …
    MOST_OF_STOPS = 800,       // … nor with it, for each square of stops, …
    MOST_OF_DROPS = 8,         // … where stops are left out, for each cube of stops, …
    MOST_WITH_PATHS = 3000000, // … or at all
    BOUND_WITH_DROPS = 20,     // times a beam's nodes for tables where stops are left out …
    BOUND_FAR = 4,             // … where the bound is far …
    BOUND_DEEP = 6,            // … and where sets of stops have prices, for the last of the way
    FEW = 20,                  // stops, for which beams do, however loose they are
    LOOSE = 11,                // 16ths of all legs are left
    NEARLY = 25,               // this part of the cost
};

bool search_serves_all(const Search *search)
{
    return search->cost < DEAR && search->length == search->model->count;
}

bool search_nearly_proved(const Search *search)
{
    return search->cost - search->bound <= search->cost / NEARLY;
}

/// The legs that the windows leave, in 16ths of all: few are left where windows are narrow.
static int64_t looseness(const Model *model)
{
    int64_t open = 0;
    for (size_t i = 0; i < model->size * model->size; i++)
        open += model->leg[i] < FAR;
    return open * 16 / (int64_t)(model->size * model->size);
}

bool search_loose(const Search *search)
{
    return search_serves_all(search) && search->model->count > FEW &&
           search->model->count <= CUTS_STOPS_MOST && looseness(search->model) >= LOOSE;
}

static int64_t least(int64_t one, int64_t other)
{
    return one < other ? one : other;
}

/// What the number of orders asks for.
static int64_t by_orders(const Search *search)
{
    int64_t stops = (int64_t)search->model->count, loose = looseness(search->model);
    int64_t part = search->paths || !search_serves_all(search) ? WITH_PATHS : NEXT;
    return least(part * stops * stops * stops * (loose * loose * loose * loose) / 65536, MOST);
}

int64_t search_patience(const Search *search, int64_t spent)
{
    int64_t patience = by_orders(search);
    if (!search->paths)
        return patience > OF_A_BEAM * spent ? patience : OF_A_BEAM * spent;
    if (search_nearly_proved(search))
        return (spent + patience) / 4;
    int64_t stops = (int64_t)search->model->count;
    int64_t most = least(MOST_OF_STOPS * stops * stops, MOST_WITH_PATHS);
    if (!search_serves_all(search))
        most = least(most, MOST_OF_DROPS * stops * stops * stops);
    return least((search->nodes + patience) * FAR_FROM_PROOF, most);
}

int64_t search_share_of_bound(const Search *search)
{
    if (!search_serves_all(search))
        return least(BOUND_WITH_DROPS, (int64_t)search->model->count / 2);
    if (!search_nearly_proved(search))
        return BOUND_FAR;
    return search->deep ? BOUND_DEEP : 1;
}
