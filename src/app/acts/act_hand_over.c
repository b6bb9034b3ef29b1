// SPDX-License-Identifier: GPL-3.0-or-later
// What goes with a person who is transferred or leaves (異動): what is open with them, what was said,
// who may come after. Written from the records; nothing is stored.
#include <string.h>

#include "core/act.h"
#include "mawari/app/brief.h"
#include "mawari/report/page.h"
#include "mawari/store/queries_renewal.h"

enum { PAGE_COLUMNS = 78, TALKS_TOLD = 8, PARTIES = 16 };

typedef struct HandOver {
    App *app;
    Arena *arena;
    Id who;
    Person person;
    Id parties[PARTIES]; // where they have a post, had one, or were met
    size_t party_count;
    Id left; // the one that they leave
    Id told[PARTIES * TALKS_TOLD];
    size_t told_count;
    Page page;
} HandOver;

static const char *shown_day(const HandOver *over, Day day)
{
    return day == NONE ? "" : day_text_full(day, over->app->today, over->arena);
}

static void add_party(HandOver *over, Id party)
{
    for (size_t i = 0; i < over->party_count; i++)
        if (over->parties[i] == party)
            return;
    if (party && over->party_count < PARTIES)
        over->parties[over->party_count++] = party;
}

static bool read_all(HandOver *over, const Entity *kind, Id **ret, size_t *ret_count, Err *err)
{
    return record_ids_by(over->app->store, kind, entity_field(kind, "contact"), over->who,
                         over->arena, ret, ret_count, err);
}

/// "until 31 Mar, 仕入課長 青葉商店"; posts that nobody ended say so. They leave the one that ends last.
static bool add_posts(HandOver *over, Err *err)
{
    Id *ids;
    size_t count;
    Day last = NONE;
    if (!read_all(over, &entity_post, &ids, &count, err))
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
        add_party(over, post.party);
        if (post.until != NONE && post.until >= last) {
            last = post.until;
            over->left = post.party;
        }
    }
    return true;
}

/// A promise may be found at two of the parties. Notes it; false: it was told already.
static bool is_first_told(HandOver *over, Id id)
{
    for (size_t i = 0; i < over->told_count; i++)
        if (over->told[i] == id)
            return false;
    if (over->told_count < sizeof over->told / sizeof *over->told)
        over->told[over->told_count++] = id;
    return true;
}

static void tell(HandOver *over, Id id, const char *what, Day day, const char *text)
{
    if (is_first_told(over, id))
        page_row(&over->page, what, shown_day(over, day), text, NULL);
}

static bool add_promises(HandOver *over, Id party, Err *err)
{
    Promises open;
    if (!query_promises_of_client(over->app->store, party, over->arena, &open, err))
        return false;
    for (size_t i = 0; i < open.count; i++) {
        const Promise *promise = &open.rows[i];
        if (promise->commitment.contact != over->who && promise->ball != over->who)
            continue;
        const Word *side = words_by_value(&words_direction, promise->commitment.direction);
        tell(over, promise->id, side ? lang_text(side->title) : "", promise->commitment.due,
             promise->commitment.what);
    }
    return true;
}

static bool add_troubles(HandOver *over, Id party, Err *err)
{
    Troubles open;
    if (!query_troubles(over->app->store, party, over->arena, &open, err))
        return false;
    for (size_t i = 0; i < open.count; i++) {
        const Ticket *trouble = &open.rows[i].ticket;
        if (trouble->contact == over->who)
            tell(over, open.rows[i].id, lang_text(entity_ticket.title), trouble->opened,
                 arena_print(over->arena, "T%d %s", trouble->number, trouble->what));
    }
    return true;
}

/// What lies there in their name is to be picked up, or written over to who comes after.
static bool add_loans(HandOver *over, Id party, Err *err)
{
    LoansHere loans;
    if (!query_loans_there(over->app->store, party, 0, NONE, over->arena, &loans, err))
        return false;
    for (size_t i = 0; i < loans.count; i++)
        if (loans.rows[i].contact == over->who)
            tell(over, loans.rows[i].id, lang_text(entity_loan.title), loans.rows[i].back,
                 loans.rows[i].what);
    return true;
}

/// What somebody else will have to be asked about.
static bool add_deals(HandOver *over, Err *err)
{
    Id *ids;
    size_t count;
    Deal deal;
    Demand demand;
    Store *store = over->app->store;
    if (!read_all(over, &entity_deal, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!record_get(store, &entity_deal, ids[i], over->arena, &deal, err))
            return false;
        if (!deal_is_over(deal.stage))
            tell(over, ids[i], lang_text(entity_deal.title), deal.answer, deal.name);
    }
    if (!read_all(over, &entity_demand, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!record_get(store, &entity_demand, ids[i], over->arena, &demand, err))
            return false;
        if (demand.state == DEMAND_OPEN)
            tell(over, ids[i], lang_text(entity_demand.title), demand.due,
                 arena_print(over->arena, "%s %s", demand.asked,
                             app_name(over->app, demand.product, over->arena)));
    }
    return true;
}

/// They were agreed with whoever will not be there.
static bool add_visits(HandOver *over, Err *err)
{
    Id *ids;
    size_t count;
    if (!read_all(over, &entity_visit, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        Visit visit;
        if (!record_get(over->app->store, &entity_visit, ids[i], over->arena, &visit, err))
            return false;
        if (visit.outcome == NONE && visit.day != NONE && visit.day >= over->app->today)
            tell(over, ids[i], lang_text(entity_visit.title), visit.day,
                 visit.purpose ? visit.purpose : "");
    }
    return true;
}

static bool add_open(HandOver *over, Err *err)
{
    page_heading(&over->page, _("Open with them"));
    for (size_t i = 0; i < over->party_count; i++)
        if (!add_promises(over, over->parties[i], err) ||
            !add_troubles(over, over->parties[i], err) || !add_loans(over, over->parties[i], err))
            return false;
    if (!add_deals(over, err) || !add_visits(over, err))
        return false;
    if (over->told_count == 0)
        page_line(&over->page, _("nothing"));
    return true;
}

/// Whoever was moved in their post is still known where they were met.
static bool find_parties(HandOver *over, const Id *talks, size_t count, Err *err)
{
    for (size_t i = 0; i < count; i++) {
        Visit visit;
        if (!record_get(over->app->store, &entity_visit, talks[i], over->arena, &visit, err))
            return false;
        add_party(over, visit.client);
        over->left = over->left ? over->left : visit.client;
    }
    add_party(over, over->person.party);
    over->left = over->left ? over->left : over->person.party;
    return true;
}

static bool add_talks(HandOver *over, const Id *ids, size_t count, Err *err)
{
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
    if (!query_people(over->app->store, over->left, over->app->today, over->arena, &people, err))
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
    Id *talks;
    size_t count;
    if (!act_needs(args, 1, err))
        return false;
    over.who = args->ids[0];
    if (!query_person(app->store, over.who, arena, &over.person, err))
        return false;
    page_title(&over.page, arena_print(arena, _("Hand-over: %s"), app_name(app, over.who, arena)));
    if (over.person.contact.left != NONE)
        page_field(&over.page, _("Left on"), shown_day(&over, over.person.contact.left));
    if (!query_talks_with(app->store, over.who, app->today, TALKS_TOLD, arena, &talks, &count,
                          err) ||
        !add_posts(&over, err) || !find_parties(&over, talks, count, err) ||
        !add_open(&over, err) || !add_talks(&over, talks, count, err) || !add_notes(&over, err) ||
        (over.left && !add_successors(&over, err)))
        return false;
    ret->status = _("Hand-over");
    ret->printed = ret->copied = page_text(&over.page, PAGE_COLUMNS, arena);
    return true;
}
