// SPDX-License-Identifier: GPL-3.0-or-later
// The question that b opens: one digit throws the ball.
#include "ask_ball.h"

#include "mawari/base/text.h"
#include "mawari/store/record.h"

enum { LIKELY = 9 }; // as many as there are digits besides 0

static void answered(Screen *screen, const Offer *offer)
{
    if (offer->value)
        screen_run_line(screen, offer->command, offer->value);
    else
        screen_ask(screen, offer->command, "");
}

/// Name, and where the person works, which tells two of one name apart.
static const char *person_text(Screen *screen, Id contact)
{
    Person person;
    Arena *arena = screen->frame;
    if (contact == screen->app->me)
        return _("me");
    const char *name = screen_name_of(screen, contact);
    if (!query_person(screen->app->store, contact, arena, &person, NULL))
        return name;
    const char *party = person.party ? screen_name_of(screen, person.party) : "";
    return arena_print(arena, "%s  %s%s%s", name, person.title ? person.title : "",
                       person.title && *party ? _(", ") : "", party);
}

static void offer_person(Screen *screen, const Command *command, Id contact)
{
    Offer *offer = menu_offer(screen, menu_letter(screen->menu.count),
                              person_text(screen, contact));
    offer->command = command;
    offer->value = arena_print(screen->offers, "%lld", (long long)contact);
}

void ball_ask(Screen *screen, const Command *command)
{
    const Entity *kind;
    const Id *chosen;
    Id *people, holder;
    size_t people_count, count = screen_chosen(screen, &kind, &chosen);
    App *app = screen->app;
    if (count == 0 || !query_ball(app->store, *chosen, &holder, NULL) ||
        !query_likely_holders(app->store, *chosen, LIKELY, screen->frame, &people, &people_count,
                              NULL) ||
        people_count == 0) {
        screen_ask(screen, command, "");
        return;
    }
    const char *name = count == 1 ? screen_name_of(screen, *chosen) : "";
    screen_menu(screen, MODE_QUESTION,
                arena_print(screen->frame, _("Whose turn is it now? %s"), name), answered);
    if (holder && holder != app->me) // it comes back far more often than it goes on
        offer_person(screen, command, app->me);
    for (size_t i = 0; i < people_count && screen->menu.count < LIKELY; i++)
        if (people[i] != holder && people[i] != app->me)
            offer_person(screen, command, people[i]);
    menu_offer(screen, '0', _("somebody else, by name"))->command = command;
}
