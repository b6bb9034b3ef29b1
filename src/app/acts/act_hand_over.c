// SPDX-License-Identifier: GPL-3.0-or-later
// What goes with a person who is transferred or leaves (異動): what is open with them, what was said,
// who may come after. Written from the records; nothing is stored.
#include <string.h>

#include "core/act.h"
#include "mawari/app/brief.h"
#include "mawari/report/page.h"
#include "mawari/store/queries_renewal.h"

enum { PAGE_COLUMNS = 78, TALKS_TOLD = 8 };

typedef struct HandOver {
    App *app;
    Arena *arena;
    Id who;
    Person person;
    Page page;
} HandOver;

static const char *shown_day(const HandOver *over, Day day)
{
    return day == NONE ? "" : day_text_full(day, over->app->today, over->arena);
}

/// "until 31 Mar, 仕入課長 青葉商店"; posts that nobody ended say so.
static bool add_posts(HandOver *over, Err *err)
{
    Id *ids;
    size_t count;
    if (!record_ids_by(over->app->store, &entity_post, entity_field(&entity_post, "contact"),
                       over->who, over->arena, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        Post post;
        if (!record_get(over->app->store, &entity_post, ids[i], over->arena, &post, err))
            return false;
        const char *until = post.until == NONE ? _("no end is known")
                                               : arena_print(over->arena, _("until %s"),
                                                             shown_day(over, post.until));
        page_row(&over->page, app_name(over->app, post.party, over->arena),
                 post.department ? post.department : "", post.title ? post.title : "", until);
    }
    return true;
}

static bool add_promises(HandOver *over, size_t *told, Err *err)
{
    Promises open;
    if (!query_promises_of_client(over->app->store, over->person.party, over->arena, &open, err))
        return false;
    for (size_t i = 0; i < open.count; i++) {
        const Promise *promise = &open.rows[i];
        if (promise->commitment.contact != over->who && promise->ball != over->who)
            continue;
        const Word *side = words_by_value(&words_direction, promise->commitment.direction);
        page_row(&over->page, side ? lang_text(side->title) : "",
                 shown_day(over, promise->commitment.due), promise->commitment.what, NULL);
        ++*told;
    }
    return true;
}

static bool add_troubles(HandOver *over, size_t *told, Err *err)
{
    Troubles open;
    if (!query_troubles(over->app->store, over->person.party, over->arena, &open, err))
        return false;
    for (size_t i = 0; i < open.count; i++) {
        const Ticket *trouble = &open.rows[i].ticket;
        if (trouble->contact != over->who)
            continue;
        page_row(&over->page, lang_text(entity_ticket.title), shown_day(over, trouble->opened),
                 arena_print(over->arena, "T%d %s", trouble->number, trouble->what), NULL);
        ++*told;
    }
    return true;
}

/// What lies there in their name is to be picked up, or written over to who comes after.
static bool add_loans(HandOver *over, size_t *told, Err *err)
{
    LoansHere loans;
    if (!query_loans_there(over->app->store, over->person.party, 0, NONE, over->arena, &loans, err))
        return false;
    for (size_t i = 0; i < loans.count; i++) {
        const LoanHere *loan = &loans.rows[i];
        if (loan->contact != over->who)
            continue;
        page_row(&over->page, lang_text(entity_loan.title), shown_day(over, loan->back), loan->what,
                 NULL);
        ++*told;
    }
    return true;
}

static bool add_open(HandOver *over, Err *err)
{
    size_t told = 0;
    page_heading(&over->page, _("Open with them"));
    if (!add_promises(over, &told, err) || !add_troubles(over, &told, err) ||
        !add_loans(over, &told, err))
        return false;
    if (told == 0)
        page_line(&over->page, _("nothing"));
    return true;
}

static bool add_talks(HandOver *over, Err *err)
{
    Id *ids;
    size_t count;
    if (!query_talks_with(over->app->store, over->who, over->app->today, TALKS_TOLD, over->arena,
                          &ids, &count, err))
        return false;
    page_heading(&over->page, _("What was said"));
    if (count == 0)
        page_line(&over->page, _("nothing"));
    for (size_t i = 0; i < count; i++) {
        Visit visit;
        if (!record_get(over->app->store, &entity_visit, ids[i], over->arena, &visit, err))
            return false;
        const Word *outcome = words_by_value(&words_outcome, visit.outcome);
        page_row(&over->page, shown_day(over, visit.day), outcome ? lang_text(outcome->title) : "",
                 visit.text ? visit.text : "", NULL);
    }
    return true;
}

static bool add_notes(HandOver *over, Err *err)
{
    Id *ids;
    size_t count;
    if (!record_ids_by(over->app->store, &entity_note, entity_field(&entity_note, "on"), over->who,
                       over->arena, &ids, &count, err))
        return false;
    bool headed = false;
    for (size_t i = 0; i < count; i++) {
        Note note;
        if (!record_get(over->app->store, &entity_note, ids[i], over->arena, &note, err))
            return false;
        if (note.avoid == 1) // stands in the brief alone
            continue;
        if (!headed)
            page_heading(&over->page, _("Notes"));
        headed = true;
        page_row(&over->page, shown_day(over, note.day), note.text, NULL, NULL);
    }
    return true;
}

static bool is_same(const char *one, const char *other)
{
    return one && other && *one && strcmp(one, other) == 0;
}

/// Who holds the same title or works in the same department.
static bool add_successors(HandOver *over, Err *err)
{
    People people;
    if (!query_people(over->app->store, over->person.party, over->app->today, over->arena, &people,
                      err))
        return false;
    page_heading(&over->page, _("Who comes after"));
    size_t told = 0;
    for (size_t i = 0; i < people.count; i++) {
        const Person *other = &people.rows[i];
        bool near = is_same(other->title, over->person.title) ||
                    is_same(other->department, over->person.department);
        if (other->id == over->who || !near)
            continue;
        const char *post = person_post(other, over->arena);
        page_row(&over->page, other->contact.name, post ? post : "",
                 other->contact.mobile ? other->contact.mobile : "", NULL);
        told++;
    }
    if (told == 0)
        page_line(&over->page, _("nobody is known yet: ask who, and put them among the people"));
    return true;
}

bool act_hand_over(App *app, const Args *args, Effect *ret, Err *err)
{
    Arena *arena = app->scratch;
    HandOver over = {.app = app, .arena = arena, .page = {.arena = arena}};
    if (!act_needs(args, 1, err))
        return false;
    over.who = args->ids[0];
    if (!query_person(app->store, over.who, arena, &over.person, err))
        return false;
    page_title(&over.page, arena_print(arena, _("Hand-over: %s"), app_name(app, over.who, arena)));
    if (over.person.contact.left != NONE)
        page_field(&over.page, _("Left on"), shown_day(&over, over.person.contact.left));
    if (!add_posts(&over, err) || (over.person.party && !add_open(&over, err)) ||
        !add_talks(&over, err) || !add_notes(&over, err) ||
        (over.person.party && !add_successors(&over, err)))
        return false;
    ret->status = _("Hand-over");
    ret->printed = ret->copied = page_text(&over.page, PAGE_COLUMNS, arena);
    return true;
}
